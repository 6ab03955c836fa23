"""Who is meant by a name that several persons bear, and for whom a person acted at the time.

"President Aliyev" of 1997 and of 2012 are two persons, and a minister who became head of an alliance speaks for the alliance
while he heads it. The dated roles of data/actors/persons.tsv decide, at the time that the words speak of: a time in the
same clause, else the day of publication. Where two persons remain possible the mention keeps the page's words as its name, and
their code only if they share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ruznama.actors.clock import Clock, sentence_of
from ruznama.actors.mentions import Mention
from ruznama.actors.people import Moment, People, Term, people
from ruznama.actors.spelling import Spellings, spellings
from ruznama.knowledge import Head, Identity, Knowledge, Name
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor

_LESSER = frozenset({"leader", "official", "adviser"})  # yield to an office of state held at the same time
_TITLES = frozenset({"title", "counterpart"})
_REMEMBERED = 20 * 372  # days, as Term.distance counts them, for which a bare name goes on to mean the last holder
_BESIDE = 2  # words before a mention in which "former" may stand
_LONGEST = 3  # words between a title and the state that it belongs to, in an office that names nobody


@dataclass(frozen=True, eq=False)
class Titles:
    """What the titles of a language mean: folded title to roles; words for offices no longer held."""

    offices: dict[str, frozenset[str]]
    past: frozenset[str]
    anyone: frozenset[str]
    shared: frozenset[str]
    given: frozenset[str]


def _titles(knowledge: Knowledge, lang: str) -> Titles:
    table = knowledge.languages[lang].tables["offices"]
    key = knowledge.folding.key
    offices: dict[str, frozenset[str]] = {}
    for office, words in table["office"].items():
        for word in words:
            offices[key(word)] = offices.get(key(word), frozenset()) | {office}
    past = frozenset(map(key, table["past"]["words"]))
    anyone = frozenset(map(key, table["any"]["words"]))
    return Titles(offices, past, anyone, frozenset(table["shared"]), frozenset(table["given"]))


def with_persons(mentions: Sequence[Mention], marks: Marks, clock: Clock, knowledge: Knowledge, lang: str) -> list[Mention]:
    """`mentions` with each person as the one that is meant at the time, and with the code of the office held then.

    An office that names nobody ("the French president") gets the name of its holder where the day tells who that was.
    """
    reader = _Reader.of(marks, clock, knowledge, lang)
    full: set[Identity] = set()
    for mention in mentions:
        for actor in mention.actors:
            bearers = reader.people.named.get(reader.key(actor.text), ()) if actor.kind == "person" else ()
            full.update(bearers if len(bearers) == 1 else ())
    settled = [
        replace(mention, actors=(reader.settled(mention, full),))
        if len(mention.actors) == 1 and mention.actors[0].kind == "person"
        else mention
        for mention in mentions
    ]
    return reader.spellings.joined(settled, reader.key)


@dataclass(frozen=True, eq=False)
class _Reader:
    marks: Marks
    clock: Clock
    knowledge: Knowledge
    people: People
    titles: Titles
    spellings: Spellings
    follows: bool  # adjectives follow their noun, and so does "former"
    article: str

    @classmethod
    def of(cls, marks: Marks, clock: Clock, knowledge: Knowledge, lang: str) -> _Reader:
        clitics, follows = knowledge.languages[lang].clitics, knowledge.languages[lang].adjectives_follow
        known, titles = knowledge.derived(people, lang), knowledge.derived(_titles, lang)
        return cls(marks, clock, knowledge, known, titles, knowledge.derived(spellings, lang), follows, clitics.article)

    def key(self, text: str) -> str:
        return self.knowledge.folding.key(text)

    def settled(self, mention: Mention, full: set[Identity]) -> Actor:
        """The person of `mention` at its time; `full` are the persons that the page names unmistakably."""
        actor = mention.actors[0]
        offices = self.titles.offices.get(self.key(mention.head), frozenset()) if mention.head else frozenset()
        if mention.role == "title" and actor.role is None:
            return self._held(mention, offices)
        bearers, found = self._bearers(actor, mention, offices)
        if not bearers:
            return actor
        moments = self.clock.moments(mention.first, mention.last, self.marks)
        if len(bearers) == 1:
            return self._as(actor, bearers[0], self._term(bearers[0], offices, moments), found)
        named = [person for person in bearers if person in full]
        if len(named) == 1:
            why = f"{named[0].name}, whom the page names in full"
            return self._as(actor, named[0], self._term(named[0], offices, moments), why)
        term, why = self._chosen(bearers, offices, self._is_past(mention), moments)
        if term is not None:
            return self._as(actor, term.person, term, why)
        codes = {self.people.code(person, None) for person in bearers}
        who = " or ".join(person.name for person in bearers)
        code = codes.pop() if len(codes) == 1 else None
        return replace(actor, name=actor.text, code=code, why=f"{who}: {why}")

    def _bearers(self, actor: Actor, mention: Mention, offices: frozenset[str]) -> tuple[Sequence[Identity], str]:
        """The persons that the words of `actor` may name, and what says so."""
        folded = self.key(actor.text)
        named = self.people.named.get(folded) or self.people.named.get(self.article + folded)
        if named:
            return named, ""
        called = self.people.called.get(actor.name)
        if called is not None:
            return (called,), actor.why
        if " " in folded:
            words = range(self.marks.text.word_at(actor.start), self.marks.text.word_at(actor.end))
            titled = any(self.marks.at("head", word) for word in words)
            alike = None if titled else self.spellings.known(folded, actor.code)
            return ((alike,), f"{actor.text} is a spelling of {alike.name}") if alike is not None else ((), "")
        if mention.role not in _TITLES or actor.role is None or not offices or offices & self.titles.given:
            return (), ""
        single = offices - self.titles.shared
        bearers = [
            person
            for person in self.people.surnames.get(folded, ())
            if any(term.office in single and actor.code in (None, term.code) for term in self.people.terms[person])
        ]
        moments = self.clock.moments(mention.first, mention.last, self.marks)
        term, why = self._chosen(bearers, single, self._is_past(mention), moments, nearest=False)
        return ((term.person,), why) if term is not None else ((), "")

    def _chosen(
        self,
        bearers: Iterable[Identity],
        offices: frozenset[str],
        past: bool,
        moments: Sequence[Moment],
        *,
        nearest: bool = True,
    ) -> tuple[Term | None, str]:
        """The one term that fits the title and the time, or None and the reason. `nearest`: also one that has just ended."""
        if not moments:
            return None, "no date tells which of them"
        terms = [term for person in bearers for term in self.people.terms[person]]
        fitting = [term for term in terms if term.office in offices] or (terms if nearest else [])
        for moment in moments:
            if past:
                pool = [term for term in fitting if term.days[3] < moment.earliest]
            else:
                pool = [term for term in fitting if term.overlaps(moment)]
            if len({term.person for term in pool}) == 1:
                held = "before" if past else "at"
                return pool[-1], f"{pool[-1].person.name}, {pool[-1]}, {held} {moment.words}"
            if pool:
                return None, f"all of them fit {moment.words}"
        if past or not nearest or not fitting:
            return None, "their offices and dates do not tell"
        moment = moments[-1]
        over = [term for term in fitting if term.days[3] < moment.earliest and term.distance(moment) <= _REMEMBERED]
        if not over:
            return None, f"none of them fits {moment.words}"
        closest = min(over, key=lambda term: term.distance(moment))
        return closest, f"{closest.person.name}, {closest}, the last before {moment.words}"

    def _term(self, person: Identity, offices: frozenset[str], moments: Sequence[Moment]) -> Term | None:
        """The office that says for whom `person` acts; None where all of them, or none, do."""
        terms = self.people.terms[person]
        if not moments or all(term.code == person.code for term in terms):
            return None
        moment = moments[0]
        held = [term for term in terms if term.overlaps(moment)]
        titled = [term for term in held or terms if term.office in offices]
        fitting = titled or held or [min(terms, key=lambda term: term.distance(moment))]
        fitting = [term for term in fitting if term.office not in _LESSER] or fitting
        own = [term for term in fitting if term.code == person.code]
        return (own or fitting)[-1]

    def _as(self, actor: Actor, person: Identity, term: Term | None, why: str) -> Actor:
        code = self.people.code(person, term)
        told = f"; acting for {code} as {term}" if term is not None and term.code != person.code else ""
        return replace(actor, name=person.name, code=code, why=(why or actor.why) + told)

    def _is_past(self, mention: Mention) -> bool:
        """Whether the words say that the office was held before, or at the time that is told."""
        words, sentence = self.marks.text.words, sentence_of(self.marks.text, mention.first)
        first = mention.first if self.follows else max(sentence.first, mention.first - _BESIDE)
        last = min(sentence.last, mention.last + 1) if self.follows else mention.last
        return not self.titles.past.isdisjoint(words[first:last])

    def _held(self, mention: Mention, offices: frozenset[str]) -> Actor:
        """The holder of an office that stands alone, if it is one person's office and the dates are sure."""
        actor = mention.actors[0]
        single = offices - self.titles.shared
        if (
            actor.code is None
            or len(single) != 1
            or self._is_past(mention)
            or self._is_anyone(mention)
            or not self._is_bare(mention)
        ):
            return actor
        moments = self.clock.moments(mention.first, mention.last, self.marks)
        terms = [
            term
            for office in single
            for term in self.people.holders.get((office, actor.code), ())
            if moments and any(term.overlaps(moment) for moment in moments)
        ]
        if len({term.person for term in terms}) != 1 or not all(terms[0].contains(moment) for moment in moments):
            return actor
        return replace(actor, name=terms[0].person.name, why=f"{actor.why}; {terms[0]} at {moments[0].words}")

    def _is_anyone(self, mention: Mention) -> bool:
        """Whether the words mean whoever holds the office: "any French president", and adjectives without their article."""
        words = self.marks.text.words
        if mention.first > 0 and words[mention.first - 1] in self.titles.anyone:
            return True
        described = any(
            isinstance(match.payload, Name) and match.payload.facet == "adjective"
            for match in self.marks.at("actor", mention.last - 1)
        )
        return self.follows and described and not words[mention.last - 1].startswith(self.article)

    def _is_bare(self, mention: Mention) -> bool:
        """Whether the mention is a title and a state and nothing more: no "adviser of", no "party"."""
        heads = [
            match
            for word in range(mention.first, mention.last)
            for match in self.marks.at("head", word)
            if isinstance(match.payload, Head) and match.payload.role != "modifier"
        ]
        longest = max((match for match in heads), key=lambda match: match.last - match.first, default=None)
        if longest is None or not isinstance(longest.payload, Head) or longest.payload.lemma != mention.head:
            return False
        outside = [match for match in heads if match.last > longest.last or match.first < longest.first]
        return not outside and (mention.last - mention.first) - (longest.last - longest.first) <= _LONGEST
