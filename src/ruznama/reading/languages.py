"""The language of a text: by its script, then by its function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from ruznama.knowledge import Knowledge, Language
from ruznama.text.folding import Folding

_SAMPLE = 20_000  # code points that decide
_ENOUGH = 30  # words from which on the share of function words can tell
_SHARE = 0.03  # of the words: English and Arabic press have 12 to 30 %, French read as English has 1 %
_WORD = re.compile(r"[^\W\d_]+")


@cache
def script_of(character: str) -> str:
    """The script of a letter as Unicode names begin with it: "ARABIC", "LATIN"; empty for what has no name."""
    return unicodedata.name(character, "").split(" ")[0]


def function_word_share(text: str, language: Language, folding: Folding) -> float:
    """Which share of the words of `text` are function words of `language`, 0 to 1."""
    words = _WORD.findall(folding.key(text[:_SAMPLE]))
    return sum(word in language.function_words for word in words) / len(words) if words else 0.0


def language_of(text: str, knowledge: Knowledge) -> str | None:
    """The code of the language that `text` is in, None for one that data/languages/ does not have.

    The script of most letters picks the candidates, their function words decide. A text of few words is given to the
    only candidate of its script.
    """
    counts = Counter(script_of(character) for character in text[:_SAMPLE] if character.isalpha())
    if not counts:
        return None
    script = counts.most_common(1)[0][0]
    candidates = [language for language in knowledge.languages.values() if script in language.scripts]
    if not candidates:
        return None
    shares = [(function_word_share(text, language, knowledge.folding), language.code) for language in candidates]
    share, code = max(shares)
    if len(_WORD.findall(text[:_SAMPLE])) < _ENOUGH:
        return code if len(candidates) == 1 or share > 0 else None
    return code if share >= _SHARE else None
