"""Reading dates in one call: the face of this package for those who have a text and want its times."""

from __future__ import annotations

from ruznama.dates.finding import find
from ruznama.dates.grammar import DateGrammar
from ruznama.errors import KnowledgeError, UnknownName
from ruznama.knowledge import Knowledge, load
from ruznama.model import When
from ruznama.text.words import split_words


def times(
    text: str,
    published: str | None = None,
    *,
    lang: str,
    durations: bool = False,
    events: bool = False,
    ahead: bool = False,
    knowledge: Knowledge | None = None,
) -> tuple[When, ...]:
    """The time expressions of `text` in order, relative ones resolved against `published`; the options are those of `find`.

    `published` is an ISO day, minute, month or year; without it "yesterday" is found but has no value (`edtf` is None).
    `lang` is the code of a folder in data/languages. Raises UnknownName where there is no such language.
    """
    knowledge = load() if knowledge is None else knowledge
    if lang not in knowledge.languages:
        raise UnknownName(f"language {lang!r} is not in data/languages; there are {', '.join(sorted(knowledge.languages))}")
    words = split_words(text, knowledge.folding)
    return find(words, published, knowledge.derived(date_grammar, lang), durations=durations, events=events, ahead=ahead)


def date_grammar(knowledge: Knowledge, lang: str) -> DateGrammar:
    """The date rules of a language, for `Knowledge.derived`."""
    language = knowledge.languages[lang]
    try:
        return DateGrammar.build(language.tables, knowledge.periods, knowledge.folding, language.clitics)
    except ValueError as error:
        raise KnowledgeError(f"data/languages/{lang}: {error}; mend dates_words.toml or dates_rules.toml") from error
