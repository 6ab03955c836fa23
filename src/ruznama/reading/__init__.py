"""From bytes to documents.

`read` takes a file, a folder, "-" for standard input, or bytes, and yields a `Document` for each article and a
`Failure` for each that cannot be read: nothing is skipped in silence and one bad line never stops a corpus. One
module of `ruznama.reading.formats` reads one format; the content decides which, not the file's name alone.
"""

from ruznama.reading.document import document, title_of
from ruznama.reading.failure import Failure
from ruznama.reading.inputs import read, read_bytes
from ruznama.reading.languages import language_of

__all__ = ["Failure", "document", "language_of", "read", "read_bytes", "title_of"]
