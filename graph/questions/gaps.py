"""What is missing here: needs that nobody meets, groups that nobody reaches, questions without an answer.

Known is what a source says. Where nothing is said the answer says so ("voor zover bekend"): it is never a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.questions.citing import Citer, Saying
from graph.questions.gap_catalogue import (
    FACTS,
    GROUPS_UNKNOWN,
    NEEDS,
    NOBODY_HAS,
    NOBODY_OFFERS,
    NOBODY_SERVES,
    QUESTION,
    SERVED_ELSEWHERE,
)
from graph.questions.gap_types import Gap, GapKind, Helper
from graph.questions.ground import Bond, Ground
from graph.questions.helping import Help, HelpDraft, Helpers, saying, smallest_step
from graph.questions.scope import Scope
from graph.questions.wording import choose_number, joined, name_all, numbered
from graph.schema.words import Words, normalise
from graph.suggestions.catalogue import fill
from graph.suggestions.need_sorts import is_joint

MOST_UNSAID = 5
"""Groups that others in the city reach and nobody here does, without a source that calls it a need."""

MOST_QUESTIONS = 10
"""Questions that are told, those that touch most on what is done here first."""

_CONCERNED = 3
"""How much more it says that a question is about somebody here than that it is about what somebody here does."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A gap before facts are cited."""

    kind: GapKind
    topic: str
    text: Words
    sayings: tuple[Saying, ...]
    helpers: Help
    step: Words
    asked: int


def find_gaps(
    citer: Citer, ground: Ground, scope: Scope, *, kinds: Sequence[GapKind] = tuple(GapKind), first: int = 20
) -> tuple[Gap, ...]:
    """Return what is missing, in order of sort, most needed first.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground
        What that viewer may see.
    scope
        Whom it is about.
    kinds
        Only these sorts.
    first
        At most so many of each sort.

    Notes
    -----
    Linear in the relationships of what is needed, plus some questions to the store for the sources.
    """
    finder = _Finder(ground, scope)
    sorts = {GapKind.NEED: finder.needs, GapKind.TARGET_GROUP: finder.groups, GapKind.QUESTION: finder.questions}
    return _cite_all([draft for kind in GapKind if kind in kinds for draft in sorts[kind](first)], ground, citer)


def topic_gaps(citer: Citer, ground: Ground, scope: Scope, topics: Sequence[str]) -> tuple[Gap, ...]:
    """Return some topics as gaps, whoever needs them: that no initiative here offers them, and who does.

    Parameters
    ----------
    citer, ground, scope
        As for `find_gaps`.
    topics
        Ids of what is looked for.
    """
    finder = _Finder(ground, scope)
    return _cite_all([finder.lacking(topic) for topic in topics], ground, citer)


def _cite_all(drafts: Sequence[_Draft], ground: Ground, citer: Citer) -> tuple[Gap, ...]:
    helps = [one for draft in drafts for side in draft.helpers for one in side]
    citer.read(said for draft in drafts for said in draft.sayings)
    citer.read(said for one in helps for said in one.sayings)
    return tuple(_cited(draft, ground, citer) for draft in drafts)


def _cited(draft: _Draft, ground: Ground, citer: Citer) -> Gap:
    def helpers(drafts: Sequence[HelpDraft]) -> tuple[Helper, ...]:
        return tuple(
            Helper(ground.member(one.member), citer.hedged(one.text, one.sayings), citer.facts(one.sayings))
            for one in drafts
        )

    near, far = draft.helpers
    text, facts = citer.hedged(draft.text, draft.sayings), citer.facts(draft.sayings)
    topic = ground.member(draft.topic)
    return Gap(draft.kind, topic, text, facts, helpers(near), helpers(far), draft.step, draft.asked)


class _Finder:
    """Finds what those that a question is about lack."""

    def __init__(self, ground: Ground, scope: Scope) -> None:
        self._ground = ground
        self._scope = scope
        self._here = frozenset(scope.members)
        self._helpers = Helpers(ground, scope)
        self._sort = "single" if len(scope.members) == 1 and scope.is_group else "group" if scope.is_group else "area"

    # ------------------------------------------------------------------------------------------------ needs

    def needs(self, first: int) -> list[_Draft]:
        """Return needs that nobody here meets: of an area before those of initiatives, most asked first."""
        asked = self._asked(target_groups=False)
        found = [topic for topic, bonds in asked.items() if not self._meets(topic, bonds)]
        found.sort(key=lambda topic: (not self._is_of_area(asked[topic]), -len(asked[topic]), self._ground.name(topic)))
        return [self._need(topic, asked[topic]) for topic in found[:first]]

    def lacking(self, topic: str) -> _Draft:
        """Return a topic that is looked for; an organisation here that has it is named as near."""
        helpers = self._helpers.anywhere(topic)
        text = fill(NOBODY_HAS, where=self._scope.name, what=self._ground.name(topic))
        return _Draft(GapKind.NEED, topic, text, (), helpers, smallest_step(self._ground, "near", topic, helpers), 0)

    def _asked(self, *, target_groups: bool) -> dict[str, list[Bond]]:
        """Return what is needed here, each with who needs it."""
        parts = () if self._scope.is_group else self._ground.parts(self._scope.areas)
        going_on = (one for one in self._scope.members if self._ground.value(one, "phase") != "ended")
        found: dict[str, list[Bond]] = {}
        for who in (*sorted(parts), *going_on):
            for bond in self._ground.bonds(who, "NEEDS"):
                if (self._ground.value(bond.other, "scheme") == "target_group") == target_groups:
                    found.setdefault(bond.other, []).append(Bond(bond.id, who, bond.values))
        # Who seek the same that can only be done together are each other's answer.
        return {topic: by for topic, by in found.items() if len(by) == 1 or not is_joint(self._ground.name(topic))}

    def _meets(self, topic: str, asked: Sequence[Bond]) -> bool:
        """Whether somebody here provides it; who needs it and says to have it meets no other's need."""
        askers = {bond.other for bond in asked}
        return any(one in self._here and one not in askers for one in self._ground.providers(topic))

    def _is_of_area(self, asked: Iterable[Bond]) -> bool:
        return any(self._ground.kind(bond.other) == "Area" for bond in asked)

    def _need(self, topic: str, asked: Sequence[Bond]) -> _Draft:
        text = joined(self._askers(topic, asked), fill(NOBODY_OFFERS[self._sort], where=self._scope.name))
        helpers = self._helpers.outside(topic)
        step = smallest_step(self._ground, "near", topic, helpers)
        return _Draft(GapKind.NEED, topic, text, self._asking(topic, asked), helpers, step, len(asked))

    def _asking(self, topic: str, asked: Sequence[Bond]) -> tuple[Saying, ...]:
        return tuple(saying(self._ground, "NEEDS", bond.other, topic, bond.id) for bond in asked)

    def _askers(self, topic: str, asked: Sequence[Bond]) -> Words:
        what = self._ground.name(topic)
        areas = [bond.other for bond in asked if self._ground.kind(bond.other) == "Area"]
        others = [bond.other for bond in asked if bond.other not in areas]
        code = "area_for" if self._ground.value(topic, "scheme") == "target_group" else "area"
        said = [fill(NEEDS[code], who=self._ground.name(area), what=what) for area in areas[:1]]
        if others:
            number = "one" if len(others) == 1 else "more"
            said.append(fill(NEEDS[number], who=name_all(self._ground, others), what=what))
        return joined(*said)

    # ------------------------------------------------------------------------------------------------ groups

    def groups(self, first: int) -> list[_Draft]:
        """Return groups that nobody here is there for: stated needs first, then those that others in the city reach."""
        stated = self._asked(target_groups=True)
        found = sorted((group for group, bonds in stated.items() if not self._meets(group, bonds)),
                       key=lambda group: (-len(stated[group]), self._ground.name(group)))  # fmt: skip
        if not self._scope.is_group and self._here:
            found += [group for group in self._unreached() if group not in stated][:MOST_UNSAID]
        return [self._group(group, stated.get(group, [])) for group in found[:first]]

    def _unreached(self) -> list[str]:
        """Return the groups that somebody in the city is there for and nobody here, most served ones first."""
        topics = self._ground.of_kind("Topic")
        groups = [topic for topic in topics if self._ground.value(topic, "scheme") == "target_group"]
        missing = [group for group in groups if not self._here & self._ground.providers(group).keys()]
        counts = {group: len(self._helpers.in_city(group)) for group in missing}
        return sorted((group for group in missing if counts[group]),
                      key=lambda group: (-counts[group], self._ground.name(group)))  # fmt: skip

    def _group(self, group: str, asked: Sequence[Bond]) -> _Draft:
        what = self._ground.name(group)
        said = [self._askers(group, asked)] if asked else []
        nobody = NOBODY_SERVES["group" if self._scope.is_group else "area"]
        said.append(fill(nobody, where=self._scope.name, what=what))
        if not asked:
            said.append(choose_number(*SERVED_ELSEWHERE, len(self._helpers.in_city(group))))
        silent = sum(not self._ground.bonds(one, "SERVES") for one in self._here & self._ground.living)
        if silent:
            said.append(choose_number(*GROUPS_UNKNOWN, silent))
        helpers = self._helpers.outside(group)
        step = smallest_step(self._ground, "join", group, helpers)
        return _Draft(GapKind.TARGET_GROUP, group, joined(*said), self._asking(group, asked), helpers, step, len(asked))

    # ------------------------------------------------------------------------------------------------ questions

    def questions(self, first: int) -> list[_Draft]:
        """Return research questions without an answer that touch on what is done here, those that touch most first."""
        same: dict[str, list[str]] = {}
        for one in self._ground.of_kind("Outcome"):
            if self._ground.value(one, "research") is True and not self._ground.bonds(one, "ANSWERS", out=False):
                same.setdefault(normalise(self._text(one)), []).append(one)
        touch = {asked[0]: self._touch(asked) for asked in same.values()}
        found = sorted((asked for asked in same.values() if touch[asked[0]] > 0),
                       key=lambda asked: (-touch[asked[0]], -len(asked), asked[0]))  # fmt: skip
        return [self._question(asked) for asked in found[: min(first, MOST_QUESTIONS)]]

    def _text(self, outcome: str) -> str:
        return str(self._ground.value(outcome, "text") or self._ground.name(outcome))

    def _topics(self, asked: Iterable[str]) -> list[str]:
        return sorted({topic for one in asked for topic in self._ground.others(one, "ABOUT")})

    def _touch(self, asked: Sequence[str]) -> int:
        """Return how much a question concerns who is here: said of them, or about what they do."""
        places = self._ground.parts(self._scope.areas)
        concerned = {other for one in asked for other in self._concerned(one)}
        topics = self._topics(asked)
        doing = sum(bool(self._ground.providers(topic).keys() & self._here) for topic in topics)
        return _CONCERNED * (len(concerned & self._here) + bool(concerned & places)) + doing

    def _concerned(self, outcome: str) -> set[str]:
        """Return what a question concerns, or the meeting where it was asked."""
        asked_at = self._ground.others(outcome, "RESULTED_IN", out=False)
        about = [outcome, *(one for one in asked_at if self._ground.kind(one) == "Meeting")]
        return {other for one in about for other in self._ground.others(one, "CONCERNS")}

    def _question(self, asked: Sequence[str]) -> _Draft:
        text = fill(QUESTION["research"], what=self._text(asked[0]))
        if len(asked) > 1:
            text = joined(text, numbered(QUESTION["times"], len(asked)))
        helpers = self._helpers.practice(self._topics(asked))
        sayings = tuple(
            Saying(fill(FACTS["RESULTED_IN"], who=name_all(self._ground, [bond.other]), what=self._text(one)), bond.id)
            for one in asked
            for bond in self._ground.bonds(one, "RESULTED_IN", out=False)
        )
        step = smallest_step(self._ground, "ask_practice", asked[0], helpers)
        return _Draft(GapKind.QUESTION, asked[0], text, sayings, helpers, step, len(asked))
