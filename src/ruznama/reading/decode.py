"""The text of a page from its bytes, with no guess that could be wrong in silence.

In this order: a byte order mark; UTF-16 without one, told by its zero and control bytes; UTF-8; then the eight-bit
encodings that the languages in data/ name, each accepted only when what comes out is that language: its script, and
its function words. Every byte sequence "decodes" in an eight-bit encoding, so that check is the recognition. Anything
else is `InvalidInput` with the offset of the first byte that is not UTF-8.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from ruznama.errors import InvalidInput
from ruznama.knowledge import Knowledge, Language
from ruznama.reading.languages import function_word_share, script_of

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 8192  # bytes that decide; a page shows its encoding in its first lines
_CONTROL_SHARE = 0.02  # of bytes below 0x09: none in text, 40 % in Arabic UTF-16, 50 % in Latin UTF-16
_SCRIPT_SHARE = 0.9  # of the letters beyond ASCII that must be of the language's script
_WORD_SHARE = 0.03  # of the words that must be function words; Arabic press has 12 %, wrongly decoded pages 0

REMEDY = "save the page as UTF-8 and try again"


def decode(content: bytes, place: str, knowledge: Knowledge) -> str:
    """The text of `content` with line ends as \\n. `place` names the file in errors.

    Raises InvalidInput for an encoding that is not recognised and for bytes that are no text.
    """
    text = _decoded(content, place, knowledge)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, place: str, knowledge: Knowledge) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                problem = f"begins as {encoding} but byte {error.start} is not ({error.reason})"
                raise InvalidInput(place, problem, REMEDY) from error
    sample = content[:_SAMPLE]
    controls = sum(byte < 9 for byte in sample)
    if sample and controls / len(sample) > _CONTROL_SHARE:
        wide = _utf16(content, knowledge)
        if wide is not None:
            return wide
        offset = next(at for at, byte in enumerate(content) if byte < 9)
        raise InvalidInput(place, f"byte {offset} is {content[offset]:#04x}: no text", "give a text file or JSONL")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        for encoding, language in _eight_bit(knowledge.languages.values()):
            text = content.decode(encoding, errors="replace")
            if _is_language(text, language, knowledge):
                return text
        shown = f"byte {error.start} ({content[error.start]:#04x}) is not UTF-8, and no other known encoding fits"
        raise InvalidInput(place, shown, REMEDY) from error


def _utf16(content: bytes, knowledge: Knowledge) -> str | None:
    """The text if the bytes are UTF-16 without a mark: the byte order that gives letters of a known language."""
    known = {script for language in knowledge.languages.values() for script in language.scripts}
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        letters = [character for character in sample if character.isalpha()]
        native = sum(script_of(character) in known for character in letters)
        if letters and native >= _SCRIPT_SHARE * len(letters) and len(letters) > len(sample) / 2:
            return text
    return None


def _eight_bit(languages: Iterable[Language]) -> list[tuple[str, Language]]:
    return [
        (encoding, language) for language in languages for encoding in language.tables.get("structure", {}).get("encodings", ())
    ]


def _is_language(text: str, language: Language, knowledge: Knowledge) -> bool:
    foreign = [character for character in text if ord(character) > 127 and character.isalpha()]
    native = sum(script_of(character) in language.scripts for character in foreign)
    if not foreign or native < _SCRIPT_SHARE * len(foreign) or "\ufffd" in text:
        return False
    return function_word_share(text, language, knowledge.folding) >= _WORD_SHARE
