"""What is missing here: needs that nobody meets, groups that nobody reaches, questions without an answer.

Known is what a source says. Where nothing is said the answer says so ("voor zover bekend"): it is never a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.questions.citing import Citer, Saying
from graph.questions.gap_catalogue import (
    FACTS,
    GROUPS_UNKNOWN,
    HAS,
    NEEDS,
    NOBODY_OFFERS,
    NOBODY_SERVES,
    QUESTION,
    SERVED_ELSEWHERE,
    STEPS,
)
from graph.questions.gap_types import Gap, GapKind, Helper
from graph.questions.ground import BY_SCHEME, Bond, Ground
from graph.questions.nearness import Nearness, Neighbourhood, Reach
from graph.questions.scope import Scope
from graph.questions.wording import choose_number, joined, name_all, numbered
from graph.schema.words import Words, normalise
from graph.suggestions.catalogue import fill

MOST_HELPERS = 3
"""Who may help, near and further off: more names than one can call help nobody."""

MOST_UNSAID = 5
"""Groups that others in the city reach and nobody here does, without a source that calls it a need."""

MOST_QUESTIONS = 10
"""Questions that are told, those that touch most on what is done here first."""

_HAS = {"OFFERS": "offers", "ABOUT": "about", "SERVES": "serves"}


@dataclass(frozen=True, slots=True)
class _Help:
    """Who may help, before facts are cited."""

    member: str
    text: Words
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A gap before facts are cited."""

    kind: GapKind
    topic: str
    text: Words
    sayings: tuple[Saying, ...]
    nearby: tuple[_Help, ...]
    elsewhere: tuple[_Help, ...]
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
    drafts = [draft for kind in GapKind if kind in kinds for draft in sorts[kind](first)]
    helps = [one for draft in drafts for one in (*draft.nearby, *draft.elsewhere)]
    citer.read(saying for one in (*drafts, *helps) for saying in one.sayings)
    return tuple(_cited(draft, ground, citer) for draft in drafts)


def _cited(draft: _Draft, ground: Ground, citer: Citer) -> Gap:
    near, far = (
        tuple(Helper(ground.member(one.member), citer.hedged(one.text, one.sayings), citer.facts(one.sayings)) for one in helps)
        for helps in (draft.nearby, draft.elsewhere)
    )
    text = citer.hedged(draft.text, draft.sayings)
    return Gap(draft.kind, ground.member(draft.topic), text, citer.facts(draft.sayings), near, far,
               draft.step, draft.asked)  # fmt: skip


class _Finder:
    def __init__(self, ground: Ground, scope: Scope) -> None:
        self._ground = ground
        self._scope = scope
        self._here = frozenset(scope.members)
        self._around = Neighbourhood(ground, scope.areas)
        self._sort = "single" if len(scope.members) == 1 and scope.is_group else "group" if scope.is_group else "area"

    # ------------------------------------------------------------------------------------------------ needs

    def needs(self, first: int) -> list[_Draft]:
        """Return needs that nobody here meets: of an area before those of initiatives, most asked first."""
        asked = self._asked(target_groups=False)
        found = [topic for topic, bonds in asked.items() if not self._meets(topic, bonds)]
        found.sort(key=lambda topic: (not self._is_of_area(asked[topic]), -len(asked[topic]), self._ground.name(topic)))
        return [self._need(topic, asked[topic]) for topic in found[:first]]

    def _asked(self, *, target_groups: bool) -> dict[str, list[Bond]]:
        """Return what is needed here, each with who needs it."""
        parts = () if self._scope.is_group else self._ground.parts(self._scope.areas)
        living = (one for one in self._scope.members if self._ground.value(one, "phase") != "ended")
        found: dict[str, list[Bond]] = {}
        for who in (*sorted(parts), *living):
            for bond in self._ground.bonds(who, "NEEDS"):
                if (self._ground.value(bond.other, "scheme") == "target_group") == target_groups:
                    found.setdefault(bond.other, []).append(Bond(bond.id, who, bond.values))
        return found

    def _meets(self, topic: str, asked: Sequence[Bond]) -> bool:
        """Whether somebody here provides it; who alone needs it and says to have it meets no other's need."""
        askers = {bond.other for bond in asked}
        return any(one in self._here and one not in askers for one in self._ground.providers(topic))

    def _is_of_area(self, asked: Iterable[Bond]) -> bool:
        return any(self._ground.kind(bond.other) == "Area" for bond in asked)

    def _need(self, topic: str, asked: Sequence[Bond]) -> _Draft:
        where = self._scope.name
        text = joined(self._askers(topic, asked), fill(NOBODY_OFFERS[self._sort], where=where))
        near, far = self._helpers(topic)
        far = [*self._solvers(topic), *far]
        step = _step(near, "near", far, self._ground)
        sayings = tuple(self._saying("NEEDS", bond.other, topic, bond.id) for bond in asked)
        return self._draft(GapKind.NEED, topic, text, sayings, (near, far), step=step, asked=len(asked))

    def _askers(self, topic: str, asked: Sequence[Bond]) -> Words:
        what = self._ground.name(topic)
        areas = [bond.other for bond in asked if self._ground.kind(bond.other) == "Area"]
        others = [bond.other for bond in asked if bond.other not in areas]
        said = [fill(NEEDS["area"], who=self._ground.name(area), what=what) for area in areas[:1]]
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
        """Return the groups that somebody in the city is there for and nobody here, those most are there for first."""
        groups = [topic for topic in self._ground.of_kind("Topic") if self._ground.value(topic, "scheme") == "target_group"]
        counts = {group: len(self._in_city(group)) for group in groups if not self._here & self._ground.providers(group).keys()}
        return sorted((group for group, count in counts.items() if count), key=lambda one: (-counts[one], self._ground.name(one)))  # fmt: skip

    def _in_city(self, topic: str) -> list[str]:
        return [one for one in self._ground.providers(topic) if self._around.of(one).reach <= Reach.SAME_CITY]

    def _group(self, group: str, asked: Sequence[Bond]) -> _Draft:
        what = self._ground.name(group)
        nobody = NOBODY_SERVES["group" if self._scope.is_group else "area"]
        said = [self._askers(group, asked)] if asked else []
        said.append(fill(nobody, where=self._scope.name, what=what))
        if not asked:
            said.append(choose_number(*SERVED_ELSEWHERE, len(self._in_city(group))))
        silent = sum(not self._ground.bonds(one, "SERVES") for one in self._here & self._ground.living)
        if silent:
            said.append(choose_number(*GROUPS_UNKNOWN, silent))
        near, far = self._helpers(group)
        sayings = tuple(self._saying("NEEDS", bond.other, group, bond.id) for bond in asked)
        step = _step(near, "join", far, self._ground)
        return self._draft(GapKind.TARGET_GROUP, group, joined(*said), sayings, (near, far), step=step, asked=len(asked))

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
        """Return how much questions concern who is here: said of them, or about what they do."""
        ground, places = self._ground, self._ground.parts(self._scope.areas)
        concerned = {other for one in asked for other in self._concerned(one)}
        doing = sum(bool(ground.providers(topic).keys() & self._here) for topic in self._topics(asked))
        return 3 * len(concerned & self._here) + 3 * bool(concerned & places) + doing

    def _concerned(self, outcome: str) -> set[str]:
        """Return what a question concerns, and where it was asked."""
        meetings = self._ground.others(outcome, "RESULTED_IN", out=False)
        return {*self._ground.others(outcome, "CONCERNS"), *(
            other for one in meetings if self._ground.kind(one) == "Meeting" for other in self._ground.others(one, "CONCERNS"))}  # fmt: skip

    def _question(self, asked: Sequence[str]) -> _Draft:
        text = fill(QUESTION["research"], what=self._text(asked[0]))
        if len(asked) > 1:
            text = joined(text, numbered(QUESTION["times"], len(asked)))
        near: list[_Help] = []
        far: list[_Help] = []
        for topic in self._topics(asked):
            here, there = self._practice(topic)
            near += [one for one in here if one.member not in {help_.member for help_ in near}]
            far += [one for one in there if one.member not in {help_.member for help_ in far}]
        sayings = tuple(
            Saying(fill(FACTS["RESULTED_IN"], who=self._ground.name(bond.other), what=self._text(one)), bond.id)
            for one in asked for bond in self._ground.bonds(one, "RESULTED_IN", out=False)
        )  # fmt: skip
        step = _step(near, "ask_practice", far, self._ground)
        return self._draft(GapKind.QUESTION, asked[0], text, sayings, (near, far), step=step, asked=len(asked))

    def _practice(self, topic: str) -> tuple[list[_Help], list[_Help]]:
        """Return who does what a question is about, here or near and further off."""
        found = self._ground.providers(topic)
        return self._sorted(topic, {one: tie for one, tie in found.items() if self._ground.kind(one) == "Initiative"}, inside=True)

    # ------------------------------------------------------------------------------------------------ who may help

    def _helpers(self, topic: str) -> tuple[list[_Help], list[_Help]]:
        found = {one: tie for one, tie in self._ground.providers(topic).items() if one not in self._here}
        return self._sorted(topic, found, inside=False)

    def _sorted(self, topic: str, found: Mapping[str, str], *, inside: bool) -> tuple[list[_Help], list[_Help]]:
        """Return who provides a topic near and further off, nearest first."""
        reach = {one: self._around.of(one) for one in found}
        order = sorted(found, key=lambda one: (reach[one].reach, reach[one].metres, self._ground.name(one), one))
        near = [self._help(topic, one, found[one], reach[one]) for one in order if reach[one].is_near or (inside and one in self._here)]
        far = [self._help(topic, one, found[one], reach[one]) for one in order if not reach[one].is_near]
        return near[:MOST_HELPERS], far[:MOST_HELPERS]

    def _help(self, topic: str, who: str, tie: str, near: Nearness) -> _Help:
        type_, exact = self._how(topic, who, tie)
        name = self._ground.name(who)
        text = fill(HAS[_HAS[type_]], who=name, what=self._ground.name(exact), near=self._around.words(near))
        sayings = [self._saying(type_, who, exact, tie)]
        if near.tie:
            sayings.append(self._saying("ACTIVE_IN", who, near.area, near.tie))
        return _Help(who, text, tuple(sayings))

    def _how(self, topic: str, who: str, tie: str) -> tuple[str, str]:
        """Return with which relationship somebody provides a topic, and which topic exactly: perhaps a narrower one."""
        types = BY_SCHEME.get(str(self._ground.value(topic, "scheme")), ("OFFERS",))
        return next((type_, bond.other) for type_ in types for bond in self._ground.bonds(who, type_) if bond.id == tie)

    def _solvers(self, topic: str) -> list[_Help]:
        """Return who elsewhere needed the same and has it now, through a partner or supporter that offers it."""
        offered = self._ground.providers(topic)
        found: list[tuple[bool, str, _Help]] = []
        for need in self._ground.bonds(topic, "NEEDS", out=False):
            who = need.other
            if who in self._here or who not in self._ground.living or self._around.of(who).is_near:
                continue
            support = {bond.other: bond.id for bond in self._ground.bonds(who, "SUPPORTS", out=False)}
            for code, ties in (("solved", self._ground.partners(who)), ("supported", support)):
                for other in sorted(offered.keys() & ties.keys() - {who})[:1]:
                    found.append((code != "solved", self._ground.name(who), self._solved(topic, who, other, (code, need.id, ties[other], offered[other]))))  # fmt: skip
        once = {help_.member: help_ for *_, help_ in sorted(found, key=lambda one: one[:2], reverse=True)}
        return list(reversed(once.values()))[:MOST_HELPERS]

    def _solved(self, topic: str, who: str, other: str, ties: tuple[str, str, str, str]) -> _Help:
        code, need, tie, offer = ties
        name, helper = self._ground.name(who), self._ground.name(other)
        text = fill(HAS[code], who=name, what=self._ground.name(topic), other=helper)
        type_, exact = self._how(topic, other, offer)
        together = ("PARTNERS_WITH", who, other) if code == "solved" else ("SUPPORTS", other, who)
        return _Help(who, text, (self._saying("NEEDS", who, topic, need), self._saying(*together, tie),
                                 self._saying(type_, other, exact, offer)))  # fmt: skip

    # ------------------------------------------------------------------------------------------------ wording

    def _saying(self, type_: str, who: str, what: str, tie: str) -> Saying:
        return Saying(fill(FACTS[type_], who=name_all(self._ground, [who]), what=name_all(self._ground, [what])), tie)

    def _draft(self, kind: GapKind, topic: str, text: Words, sayings: tuple[Saying, ...],
               helpers: tuple[Sequence[_Help], Sequence[_Help]], *, step: Words, asked: int) -> _Draft:  # fmt: skip
        near, far = (tuple({one.member: one for one in reversed(helps)}.values())[::-1] for helps in helpers)
        return _Draft(kind, topic, text, sayings, near[:MOST_HELPERS], far[:MOST_HELPERS], step, asked)


def _step(near: Sequence[_Help], code: str, far: Sequence[_Help], ground: Ground) -> Words:
    if near:
        return fill(STEPS[code], who=ground.name(near[0].member))
    return fill(STEPS["far"], who=ground.name(far[0].member)) if far else STEPS["nobody"]
