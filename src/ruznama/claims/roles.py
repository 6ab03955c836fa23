"""Who does it and to whom: a trigger's slots filled with the mentions around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ruznama.claims.clauses import Opener
from ruznama.claims.predicates import Predicate
from ruznama.claims.scene import CITED, Scene, View
from ruznama.knowledge import Grammar, Speech, TriggerForm
from ruznama.model import Actor

SUBJECT_AHEAD = 7  # words between an Arabic verb and its subject
LONG_SLOT = 3  # letters: shorter slots are prepositions of every kind, longer ones name a doer or a target
NEAR_PRONOUN = 3  # words between "we" and its verb ("we will not")
NEAR_ANTECEDENT = 1  # words between a party and the relative clause whose object it is; farther off a thing is meant
FAR_ANTECEDENT = 2  # mentions that may stand between a relative clause and the party it speaks of
VIOLENT = frozenset({"attack", "detain"})  # acts that a lone person suffers rather than does
OWNER = 4  # words before a noun in which its owner or nationality stands
GENITIVE = 2  # words between a verbal noun and its genitive


_PLACES = frozenset({"subject", "object", "genitive", "adjective"})  # slots that ask for a party at the trigger itself
_ASIDE = (Opener.COMPLEMENT, Opener.QUOTE, Opener.COLON, Opener.SUBORDINATE)


@dataclass
class Bound:
    """The parties of a predicate, and the words of `why`. `subject` is what a following clause without one inherits;
    `nameless` says that people without an identity stand in a slot ("47 persons")."""

    actors: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    subject: list[Actor] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    last: int = 0
    own_subject: bool = False
    nameless: bool = False


@dataclass
class Binder:
    """Fills the slots of one predicate in its scene. `inherited` are the subjects before it, in order;
    `speakers` are those who say the words that it stands in."""

    scene: Scene
    predicate: Predicate
    reach: int
    inherited: Sequence[Sequence[Actor]]
    speakers: Sequence[Actor]
    symmetric: bool
    busy: Collection[int] = ()
    used: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)  # the object's views, kept from the doer: "the arrest of a Russian"

    def bind(self) -> Bound:
        """The parties by the trigger's slots: first filled wins; of symmetric types all."""
        bound = Bound(last=self.predicate.last)
        trigger = self.predicate.trigger
        subject, obj, inherits = self._subject_and_object()
        if self.predicate.form == "passive" and not subject:
            subject = self._agent()
        places = {"subject": subject, "object": obj}
        bound.own_subject = bool(subject)
        carried: Sequence[Actor] = ()
        if subject:
            bound.subject = [actor for view in subject for actor in view.mention.actors]
        elif inherits and not self._agentless() and not self._other_subject() and not self._object_at_once():
            carried = self._carried_over()
            if self.predicate.form == "noun" and not self.predicate.enclitic and self.speakers and set(carried) <= set(self.speakers):
                carried = ()
            bound.subject = list(carried)
        if self._in_first_person() and self.speakers:
            bound.subject = list(self.speakers)
            carried, places["subject"], bound.own_subject = self.speakers, [], True
            bound.why.append("“we” is the one who says it")
        if trigger.recipients and "subject" in trigger.recipients:
            own = {actor.code for actor in self.speakers} if trigger.actors[:1] == ("speaker",) else set()
            judged = [actor for actor in carried if actor.code not in own]  # who speaks of others does not judge himself
            self._fill(bound, bound.recipients, trigger.recipients, places, judged)
            self._fill(bound, bound.actors, trigger.actors, places, ())
        else:
            filled = next((slot for slot in trigger.recipients if self._slot(slot, places)), None)
            if filled == "object" and not self.symmetric:
                self.kept = {view.at for view in obj}
            self._fill(bound, bound.actors, trigger.actors, places, carried)
            self.kept = set()
            self._fill(bound, bound.recipients, trigger.recipients, places, ())
        return bound

    def _fill(
        self, bound: Bound, side: list[Actor], slots: Sequence[str], places: dict[str, list[View]], carried: Sequence[Actor]
    ) -> None:
        """Fills one side: by the first slot that has somebody; a subject carried over comes after the slots that name a doer, but
        before a nationality that only describes."""
        receiving = side is bound.recipients and not self.symmetric
        spare: list[View] = []
        for slot in sorted(slots, key=lambda slot: slot == "adjective"):
            if not side and (slot == "adjective" or (slot == "any" and self._says_its_subject())):
                self._carry(bound, side, slots, carried)
                if side:
                    break
            if slot == "speaker" and not side and self.speakers:
                side.extend(self.speakers)
                bound.why.append("the one who says it")
                break
            views = [view for view in self._slot(slot, places) if view.at not in self.used]
            if views and receiving and self._weak(views, bound.actors):
                spare = spare or views
                continue
            if views:
                self.used |= {view.at for view in views}
                if self.symmetric and slot == self.scene.frame.between_slot and _parties(views) > 1 and not places["subject"]:
                    side.clear()  # "between A and B" names them all
                bound.last = max(bound.last, *(view.last for view in views))
                for view in views:
                    side.extend(actor for actor in view.mention.actors if not (_has(side, actor) or _nobody(actor)))
                    bound.nameless |= any(map(_nobody, view.mention.actors))
            if side and (not self.symmetric or (len(side) > 1 and slot == self.scene.frame.between_slot)):
                break
        if self.symmetric and len(side) == 1 and self.predicate.form == "noun":
            side.extend(actor for view in self._clause_subject() for actor in view.mention.actors if not _has(side, actor))
        if self.symmetric and len(side) < 2:
            side.extend(actor for actor in self._pair() if not _has(side, actor))
        if not side or (self.symmetric and len(side) < 2):
            if self.symmetric and not carried and self.predicate.form == "verb" and self._follows_verb(places["subject"]):
                carried = self._carried_over()  # "and will meet the minister": the one behind the verb is only the other side
            self._carry(bound, side, slots, carried)
        if not side and receiving and bound.actors and not set(slots) <= _PLACES:
            spare = self._other_party(bound.actors) or spare
        if not side and spare:
            side.extend(actor for view in spare for actor in view.mention.actors if not _nobody(actor))
            bound.nameless |= any(_nobody(actor) for view in spare for actor in view.mention.actors)

    def _follows_verb(self, subject: Sequence[View]) -> bool:
        follows = self.scene.frame.language.adjectives_follow
        return follows and bool(subject) and subject[0].first > self.predicate.first

    def _pair(self) -> tuple[Actor, ...]:
        """Both sides in one word, wherever the clause says it: "among the experts of the two countries"."""
        clause = self.scene.clauses[self.predicate.clause]
        pairs = (view for view in self.scene.between(clause.first, clause.last) if len(view.mention.actors) > 1)
        return next((view.mention.actors for view in pairs), ())

    def _carry(self, bound: Bound, side: list[Actor], slots: Sequence[str], carried: Sequence[Actor]) -> None:
        added = [actor for actor in carried if not _has(side, actor)] if "subject" in slots else []
        if added:
            side.extend(added)
            bound.why.append("subject carried over from the clause before")

    def _carried_over(self) -> Sequence[Actor]:
        """The last of the subjects before this clause of which its verb may speak; the last one if none fits."""
        return next(
            (actors for actors in reversed(self.inherited) if self._agrees(actors)), self.inherited[-1] if self.inherited else ()
        )

    def _agrees(self, actors: Sequence[Actor]) -> bool:
        predicate, signs = self.predicate, self.scene.frame.agreement
        if signs is None or len(actors) != 1 or predicate.form not in ("verb", "passive"):
            return True
        return signs.allows(self._verb(), predicate.tag, actors[0])

    def _verb(self) -> str:
        """The predicate's first word without its clitics."""
        predicate = self.predicate
        word = self.scene.marks.text.words[predicate.first][sum(map(len, predicate.proclitics)) :]
        alone = predicate.enclitic and predicate.last == predicate.first + 1
        return word[: -len(predicate.enclitic)] if alone else word

    def _other_party(self, actors: Sequence[Actor]) -> list[View]:
        """The one other party behind the trigger, where no slot has found one: "tariffs on 12 billion of American goods"."""
        own = {actor.code for actor in actors}
        others = [
            view
            for view in self._within(self.predicate.last, self.reach)
            if view.at not in self.used
            and view.mention.code not in own
            and view.mention.code is not None
            and view.governor != CITED
            and view.governor not in self.scene.frame.places
        ]
        return others if len({view.mention.code for view in others}) == 1 else []

    def _weak(self, views: Sequence[View], actors: Sequence[Actor]) -> bool:
        """Whether a better slot should be looked for: nobody with an identity stands here, or only the actor's own side."""
        own = {actor.code for actor in actors}
        return all(
            (actor.code is None and actor.role is None) or actor.code in own for view in views for actor in view.mention.actors
        )

    def _agent(self) -> list[View]:
        """The doer of a passive: behind "by", or behind one of the fixed words of the frame ("by the bullets of")."""
        if self._suffers():
            return []
        for view in self._views():
            if view.governor in self.scene.frame.agents and view.joined is None:
                return self.scene.group(view)
        for slot in self.predicate.trigger.actors:
            if len(slot) > LONG_SLOT and slot not in ("subject", "object", "adjective"):
                views = self._behind(slot)
                if views and views[0].first > self.predicate.last:
                    return views
        return []

    def _suffers(self) -> bool:
        """Whether the trigger's subject or genitive is the one it is done to ("died by the bullets of"): no passive is needed."""
        trigger, agents = self.predicate.trigger, self.scene.frame.agents
        return trigger.recipients[:1] == ("subject",) and any(self.scene.frame.key(slot) in agents for slot in trigger.actors)

    def _agentless(self) -> bool:
        return self.predicate.form == "passive"

    def _object_at_once(self) -> bool:
        """Whether a verb that opens a sentence has the thing that it is done to behind it, and so hides a passive ("were lifted most
        of the sanctions")."""
        predicate = self.predicate
        opens = self.scene.clauses[predicate.clause].opener is Opener.START and predicate.tag == "past"
        needed = self.scene.has_class(predicate.trigger.needs, predicate.last, predicate.last + 2) is not None
        return opens and needed and "object" in predicate.trigger.recipients and predicate.form == "verb"

    def _other_subject(self) -> bool:
        """Whether a verb that opens no joined clause has a noun behind it that is no actor: its own subject."""
        predicate = self.predicate
        opener = self.scene.clauses[predicate.clause].opener
        article = self.scene.frame.language.clitics.article
        words = self.scene.marks.text.words
        if not article or predicate.form != "verb" or opener in (Opener.COORDINATE, Opener.PARTICIPLE):
            return False
        at = predicate.last
        return at < self.scene.sentence.last and at not in self.scene.inside and words[at].startswith(article)

    def _slot(self, slot: str, places: dict[str, list[View]]) -> list[View]:
        if slot in places:
            return places[slot]
        if slot == "adjective":
            return self._adjective()
        if slot == "passive":  # of whom a passive speaks: "American troops were deployed"
            return places["object"] if self.predicate.form == "passive" else []
        if slot == "any":
            return self._anybody()
        return self._behind(slot)

    def _anybody(self) -> list[View]:
        """The first party that the clause names behind the trigger, else before it, however it is governed."""
        clause, last = self.scene.clauses[self.predicate.clause], self.predicate.last
        behind, before = self.scene.between(last, clause.last), self.scene.between(clause.first, self.predicate.first)
        named = [view for view in (*behind, *before) if view.mention.code is not None and view.governor != CITED]
        return self.scene.group(named[0]) if named else []

    def _behind(self, slot: str) -> list[View]:
        """The mentions that stand behind a preposition (or another fixed word) of the frame, nearest to the trigger."""
        key = self.scene.frame.key(slot)
        loose: list[View] = []
        for view in self._views():
            if view.at in self.used or view.joined is not None:
                continue
            if view.governor == key:
                if view.tight:
                    return self.scene.group(view)
                loose = loose or self.scene.group(view)
            elif self._stands_before(key, view):
                return self.scene.group(view)
        return loose

    def _stands_before(self, key: str, view: View) -> bool:
        parts = key.split()
        words = self.scene.marks.text.words
        before = words[max(self.scene.sentence.first, view.first - len(parts)) : view.first]
        return len(key) > 1 and len(before) == len(parts) and before[-1] == parts[-1] and before[0].endswith(parts[0])

    def _adjective(self) -> list[View]:
        for view in self._views():
            free = view.at not in self.used | self.kept
            if view.mention.attributive and free and view.first >= self.predicate.first - 2:
                return [view]
        return self._maker()

    def _maker(self) -> list[View]:
        """The company in a relative clause behind the goods: "drones, which the company X makes"."""
        for number in range(self.predicate.clause + 1, len(self.scene.clauses)):
            clause = self.scene.clauses[number]
            if clause.opener is Opener.RELATIVE:
                views = self.scene.between(clause.first, clause.last)
                return [view for view in views if view.mention.actors[0].kind == "company"][:1]
        return []

    def _views(self) -> list[View]:
        """The mentions in reach: of the clause (also before the trigger) and of what goes on behind it."""
        return self._within(self.scene.clauses[self.predicate.clause].first, self.reach)

    def _within(self, first: int, last: int) -> list[View]:
        """The mentions that begin within the words given, but not those of relative clauses that only describe another."""
        scene, own = self.scene, self.predicate.clause
        aside = [
            clause
            for number, clause in enumerate(scene.clauses)
            if clause.opener is Opener.RELATIVE and number > own and not self._goes_on(number)
        ]
        return [view for view in scene.between(first, last) if not any(clause.holds(view.first) for clause in aside)]

    def _goes_on(self, number: int) -> bool:
        """Whether a relative clause only splits the predicate's own ("sells, under which, the company …")."""
        clauses = self.scene.clauses
        return number == self.predicate.clause + 1 and clauses[number - 1].last <= self.predicate.last

    def _free(self, first: int, last: int) -> list[View]:
        """Mentions not behind a preposition, heads of their coordinations; if there are none, nationalities that describe."""
        free = [view for view in self._within(first, last) if view.governor is None and view.joined is None]
        return [view for view in free if not view.mention.attributive] or free

    def _subject_and_object(self) -> tuple[list[View], list[View], bool]:
        """Subject, object, and whether a missing subject is that of the clause before."""
        if self.predicate.form == "noun":
            return self._of_noun()
        if self.scene.frame.language.adjectives_follow:
            return self._of_verb_first()
        return self._of_subject_first()

    def _nucleus(self) -> int:
        """The word before which subject and object stand: where the content, or a clause of its own, begins."""
        for clause in self.scene.clauses[self.predicate.clause + 1 :]:
            if clause.opener in _ASIDE:
                return min(clause.first, self.reach)
        return self.reach

    def _own_end(self) -> int:
        """The word before which the parties of a verb stand that may be followed by a relative clause without a pronoun of
        its own ("in an attack that X made"): there the verb says what it goes back to."""
        end = self._nucleus()
        for at in range(self.predicate.last, end):
            if at not in self.scene.inside and self._is_verb(at, resumed=True):
                return at
        return end

    def _is_main(self) -> bool:
        """Whether another verb stands before this one in a relative clause, which thus has ended before it."""
        head = self.scene.clauses[self.predicate.clause].head
        joined = self.scene.frame.coordinators & set(self.predicate.proclitics)
        words = range(head, self.predicate.first)
        return not joined and any(at not in self.scene.inside and self._is_verb(at) for at in words)

    def _is_verb(self, at: int, resumed: bool = False) -> bool:
        """Whether word `at` can only be a verb; if `resumed`, one that ends in a pronoun."""
        kinds = {
            getattr(match.payload, "kind", "verb")
            for layer in ("trigger", "grammar")
            for match in self.scene.marks.at(layer, at)
            if match.last == at + 1
            and bool(match.enclitic) == resumed
            and (isinstance(match.payload, TriggerForm) or getattr(match.payload, "tag", "") in ("past", "present"))
        }
        if kinds != {"verb"} and not (resumed and "verb" in kinds):
            return False
        before, words = at - 1, self.scene.marks.text.words
        article = self.scene.frame.language.clitics.article
        bare = before not in self.scene.inside and not words[before].startswith(article)
        return kinds == {"verb"} or (bare and not self.scene.marks.at("grammar", before))

    def _group(self, view: View | None) -> list[View]:
        return self.scene.group(view) if view is not None else []

    def _of_verb_first(self) -> tuple[list[View], list[View], bool]:
        """Arabic: the verb, its subject, its object; or the subject before the verb."""
        predicate = self.predicate
        clause = self.scene.clauses[predicate.clause]
        before = self._free(clause.head, predicate.first) if predicate.form != "participle" else []
        after = self._free(predicate.first + 1, self._own_end())  # a phrase may name its subject: "the court ruled"
        antecedent = self._antecedent() if clause.opener is Opener.RELATIVE else None
        if antecedent is not None and predicate.form == "verb" and self._is_main():
            before = []  # "the forces, which entered A, shelled": whom the relative clause names is not its subject
        if clause.opener in (Opener.COMMA, Opener.QUOTE) and not before and predicate.form == "verb":
            before = self._topic()
        passive = predicate.form == "passive" or (predicate.form == "verb" and bool(after) and bool(self._agent()))
        scene_article = self.scene.frame.language.clitics.article
        if passive:
            obj = (before[-1:] or after[:1] or ([antecedent] if antecedent else []))[:1]
            return self._agent(), self._group(obj[0]) if obj else [], False
        if predicate.form == "participle":
            predicative = scene_article in predicate.proclitics and self._free(clause.head, predicate.first)
            subject = self._group(predicative[-1]) if predicative else []
            return subject, self._group(after[0]) if after else [], not subject
        if antecedent is not None and not before:
            if predicate.enclitic and after:
                meant = [antecedent] if clause.first - antecedent.last <= NEAR_ANTECEDENT else []
                return self._group(after[0]), meant, False
            if not after and self._is_patient(antecedent):
                return [], [antecedent], False
            return [antecedent], self._group(after[0]) if after else [], False
        if before:
            fitting = [view for view in before if self._agrees(view.mention.actors)] or before
            first = fitting[0] if clause.opener is not Opener.START else fitting[-1]
            if not after and self._is_patient(first):
                return self._agent(), self._group(first), False
            return self._group(first), self._group(after[0] if after else None), False
        if not after or after[0].first - predicate.last > SUBJECT_AHEAD:
            return [], [], True
        first, second = after[0], next((view for view in after[1:] if view.joined is None), None)
        if self._in_first_person() or self._says_its_subject() or not self._may_be_subject(first):
            return [], self._group(first), True
        if predicate.enclitic:
            pronoun = self._last_before(predicate.first)
            return self._group(first), [pronoun] if pronoun is not None else [], False
        if second is None and self._is_patient(first):
            makers = self._free(self._own_end() + 1, self._nucleus())  # "in an attack that X made"
            return self._group(makers[0] if makers else None), self._group(first), False
        if second is None and self._is_object(first):
            return [], self._group(first), True
        if second is None:
            second = self._described(first)
        return self._group(first), self._group(second), False

    def _in_first_person(self) -> bool:
        """Whether the subject is "I" or "we"."""
        predicate, frame = self.predicate, self.scene.frame
        if predicate.form not in ("verb", "passive"):
            return False
        words = self.scene.marks.text.words[max(self.scene.sentence.first, predicate.first - NEAR_PRONOUN) : predicate.first]
        return predicate.tag == "first" or any(word in frame.first_person for word in words)

    def _says_its_subject(self) -> bool:
        """Whether the verb's ending is its subject ("they attacked"), or the word before it ("that he attacked"), so that what
        follows is the object."""
        signs = self.scene.frame.agreement
        if signs is None:
            return False
        before = self.predicate.first - 1
        words = self.scene.marks.text.words
        resumed = before >= self.scene.sentence.first and signs.resuming.fullmatch(words[before]) is not None
        return resumed or signs.is_pronoun(self._verb(), self.predicate.tag)

    def _may_be_subject(self, view: View) -> bool:
        """Whether what stands behind the verb may be its subject by gender and case."""
        signs = self.scene.frame.agreement
        word = self.scene.marks.text.words[view.first]
        return signs is None or (self._agrees(view.mention.actors) and not (view.mention.head and signs.is_object(word)))

    def _described(self, subject: View) -> View | None:
        """A nationality that describes the object: "seized a British tanker"."""
        for view in self._within(subject.last + 1, self.reach):
            if view.mention.attributive and view.governor is None:
                return view
        return None

    def _topic(self) -> list[View]:
        """A subject put before a comma and its verb: "the minister X, apologised"."""
        number = self.predicate.clause - 1
        while number > 0 and self.scene.clauses[number].opener in (Opener.COMMA, Opener.RELATIVE):
            number -= 1
        begin = self.scene.clauses[number].first
        if number in self.busy or (self.scene.clauses[number].opener is Opener.START and begin != self.scene.sentence.first):
            return []
        free = [view for view in self._free(begin, self.predicate.first) if not view.mention.attributive]
        return free[:1] if free and free[0].first <= begin + 3 else []

    def _is_patient(self, view: View) -> bool:
        """A verb of violence or arrest with only its victims behind it is a passive: Arabic writes both voices alike."""
        trigger = self.predicate.trigger
        has_agent = any(self.scene.frame.key(slot) in self.scene.frame.agents for slot in trigger.actors)
        victims = ("people", "person") if trigger.type in VIOLENT else ("people",)
        return has_agent and trigger.recipients[:1] == ("object",) and view.mention.actors[0].kind in victims

    def _is_object(self, view: View) -> bool:
        """In a clause joined to the one before, a lone place behind the verb is its object: the subject goes on."""
        joined = self.scene.clauses[self.predicate.clause].opener is Opener.COORDINATE
        before = self._carried_over()
        person_before = bool(before) and before[0].kind in ("person", "organ")
        return joined and person_before and view.mention.head is None and view.mention.actors[0].kind == "state"

    def _of_subject_first(self) -> tuple[list[View], list[View], bool]:
        """English: the subject before the verb, the object behind it; a passive's subject is the object."""
        predicate = self.predicate
        clause = self.scene.clauses[predicate.clause]
        begin = self._behind_speech(clause.first)
        before = self._free(begin, predicate.first)
        after = self._free(predicate.last, self._nucleus())
        antecedent = self._antecedent() if clause.opener is Opener.RELATIVE else None
        subject = before[0] if before else antecedent
        if subject is None:
            adjective = next((view for view in self.scene.between(begin, predicate.first) if view.mention.attributive), None)
            subject = adjective
        if predicate.form == "passive":
            return [], self._group(subject) if subject is not None else [], False
        if clause.opener is Opener.COMMA and subject is None:
            subject = self._last_free_before(clause.first)
        obj = self._group(after[0]) if after else []
        return self._group(subject), obj, subject is None

    def _behind_speech(self, begin: int) -> int:
        """Where the predicate's own clause begins, if a verb of saying stands before it without "that"."""
        marks = self.scene.marks
        for at in range(self.predicate.first - 1, begin, -1):
            if at not in self.scene.inside and marks.one("speech", at, Speech, role="verb") is not None:
                return at + 1
        return begin

    def _last_free_before(self, word: int) -> View | None:
        free = self._free(self.scene.sentence.first, word)
        return free[0] if free else None

    def _antecedent(self) -> View | None:
        """What a relative clause speaks of: the mention next before it."""
        first, signs = self.scene.clauses[self.predicate.clause].first, self.scene.frame.agreement
        last = self._last_before(first)
        if signs is None or last is None:
            return last
        word = self.scene.marks.text.words[first]
        near = [view for view in self.scene.views if view.last <= first and view.at >= last.at - FAR_ANTECEDENT]
        fitting = [view for view in near if signs.relates(word, view.mention.actors)]
        parties = [view for view in fitting if view.governor not in self.scene.frame.places] or fitting
        return parties[-1] if parties else None

    def _last_before(self, word: int) -> View | None:
        before = [view for view in self.scene.views if view.last <= word]
        return before[-1] if before else None

    def _of_noun(self) -> tuple[list[View], list[View], bool]:
        """A verbal noun: its genitive, its nationality, its agent, or the subject of the verb that carries it."""
        predicate, scene = self.predicate, self.scene
        follows = scene.frame.language.adjectives_follow
        behind = scene.between(predicate.last, self.reach)
        free = self._free(predicate.last, self._nucleus())
        of = scene.frame.language.genitive
        if follows and scene.frame.language.clitics.article not in predicate.proclitics:
            genitive = [view for view in free if view.first <= predicate.last + GENITIVE and not self._of_thing(view)]
        else:  # what has an article takes no genitive: "the visit of"
            genitive = [view for view in behind if view.governor == of and view.tight and not self._is_target(of)]
        owned = self._group(genitive[0] if genitive else None)
        agent = [view for view in behind if view.governor in scene.frame.agents]
        doer = self._group(agent[0]) if agent else self._described_by() if follows else self._owners()[:1]
        if (owned or agent) and self._suffers():
            return owned, [], False
        if doer:
            return doer, owned, False
        victim = "genitive" in predicate.trigger.recipients  # who tells of an arrest has not made it
        subject = [] if victim else self._clause_subject()
        if predicate.carrier is not None:
            subject = self._carrier_subject(predicate.carrier)
        if owned:
            if "genitive" in predicate.trigger.actors and not (subject and self._lightly_carried()):
                return owned, [], False
            if thing := self._thing_behind(owned[-1]):
                return owned, thing, False
            second = [view for view in free if view.at > owned[-1].at and view.joined is None and self._same_clause(view)]
            described = self._described(owned[-1]) if victim and not owned[0].mention.attributive else None
            if not second and described is not None and self._same_clause(described):
                second = [described]  # "Turkey's arrest of a German"
            slots = [slot for slot in predicate.trigger.recipients if slot not in ("object", "subject")]
            others = second or any(view.at != owned[0].at for slot in slots for view in self._behind(slot)[:1])
            if subject and subject[0].at != owned[0].at and predicate.carrier is not None:
                return subject, owned, False
            person = (owned[0].mention.actors[0].kind in ("person", "organ") and not victim) or others
            if person or "object" not in predicate.trigger.recipients:
                return owned, self._group(second[0] if second else None), False
            return subject, owned, not subject and not victim
        if predicate.enclitic:
            owner = self._last_before(predicate.first)
            if owner is not None and subject and owner.at in {view.at for view in subject}:
                return subject, [], False
            if owner is not None:
                person = owner.mention.actors[0].kind == "person"
                if self.inherited and "object" in predicate.trigger.recipients and not person:
                    return [], [owner], True
                return [owner], [], False
        return subject, [], not subject and not (victim and predicate.carrier is None)

    def _of_thing(self, view: View) -> bool:
        """Whether a nationality behind a noun describes the thing it is about, not its doer ("rejection of the Russian offer"):
        only the thing has an article, and the frame looks for what the thing's nationality says."""
        trigger, article = self.predicate.trigger, self.scene.frame.language.clitics.article
        wanted = "adjective" in trigger.recipients or trigger.recipients[:1] == ("subject",)
        if not wanted or not article or not view.mention.attributive or view.first == self.predicate.last:
            return False
        return article not in self.predicate.proclitics and self.scene.marks.text.words[view.first].startswith(article)

    def _thing_behind(self, doer: View) -> list[View]:
        """The nationality of the object behind a noun's genitive: "Turkey's downing of the Russian plane", where a preposition
        of one letter leads the object."""
        words, parts = self.scene.marks.text.words, self.scene.frame.language.clitics.proclitics
        slots = set(map(self.scene.frame.key, self.predicate.trigger.recipients))
        lead = tuple(self.scene.frame.key(prefix) for prefix, found in parts.items() if found and found[0] in slots)
        if not lead or doer.last >= self.reach or doer.last in self.scene.inside or not words[doer.last].startswith(lead):
            return []
        behind = self.scene.between(doer.last + 1, min(doer.last + 1 + GENITIVE, self.reach))
        return [view for view in behind if view.mention.attributive][:1]

    def _is_target(self, slot: str) -> bool:
        """Whether the preposition leads the trigger's recipients ("the sale to")."""
        return slot in map(self.scene.frame.key, self.predicate.trigger.recipients[:1])

    def _same_clause(self, view: View) -> bool:
        return self.scene.clause_of(view.first) == self.predicate.clause

    def _described_by(self) -> list[View]:
        """The nationality that stands behind a noun; both of an act that has two sides ("a Russian-Israeli accord")."""
        scene, last = self.scene, self.predicate.last
        found: list[View] = []
        for view in scene.between(last, self.reach):
            gap = range(found[-1].last if found else last, view.first)
            room = 0 if found or "genitive" in self.predicate.trigger.recipients else 2  # "the arrest of a Russian pirate"
            near = len(gap) <= room and not any(word in scene.inside for word in gap) and not self._of_thing(view)
            if not near or not view.mention.attributive or view.governor is not None or (found and not self.symmetric):
                break
            found.append(view)
        return found

    def _clause_subject(self) -> list[View]:
        """The subject of the clause that a noun stands in."""
        clause = self.scene.clauses[self.predicate.clause]
        before = [view for view in self._free(clause.head, self.predicate.first) if not view.mention.attributive]
        return self._group(before[0] if before else None)

    def _owners(self) -> list[View]:
        """Who stands as owner or nationality before a noun: "Israel's strike", "the Israeli strike"."""
        first = self.predicate.first
        words, possessive = self.scene.marks.text.words, self.scene.frame.language.possessive
        return [
            view
            for view in self.scene.between(max(self.scene.sentence.first, first - OWNER), first)
            if (view.mention.attributive or words[view.last : view.last + 1] == (possessive,))
            and view.last + OWNER > first
            and (view.governor is None or view.governor in self.scene.frame.agents)
        ]

    def _lightly_carried(self) -> bool:
        """Whether a light verb carries the noun, so that its subject is the doer: "they undertook the delivery of"."""
        carrier = self.predicate.carrier
        return carrier is not None and self.scene.marks.one("grammar", carrier, Grammar, role="light") is not None

    def _carrier_subject(self, carrier: int) -> list[View]:
        """The subject of the light verb at word `carrier`."""
        scene = self.scene
        if scene.marks.one("grammar", carrier, Grammar, role="nominaliser") is not None:
            near = self._free(carrier + 1, self.predicate.first)
            return self._group(near[0]) if near else self._clause_subject()
        between = self._free(carrier + 1, self.predicate.first)
        clause = scene.clauses[scene.clause_of(carrier)]
        before = self._free(clause.first, carrier)
        if scene.frame.language.adjectives_follow and between:
            return self._group(between[0])
        if before:
            return self._group(before[-1] if scene.frame.language.adjectives_follow else before[0])
        return []


def _parties(views: Sequence[View]) -> int:
    return len({actor.code or actor.name for view in views for actor in view.mention.actors})


def _nobody(actor: Actor) -> bool:
    """Whether the words name no party: "47 persons", who are counted, not identified."""
    return actor.kind == "people" and actor.code is None


def _has(side: Sequence[Actor], actor: Actor) -> bool:
    return any((other.code or other.name, other.text) == (actor.code or actor.name, actor.text) for other in side)
