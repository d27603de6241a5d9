"""Who may help: near, to ask along; further off, to learn from; and who needed the same and has it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.questions.citing import Saying
from graph.questions.gap_catalogue import FACTS, HAS, STEPS
from graph.questions.ground import Ground
from graph.questions.nearness import Nearness, Neighbourhood, Reach
from graph.questions.scope import Scope
from graph.questions.wording import name_all
from graph.schema.words import Words
from graph.suggestions.catalogue import fill

MOST_HELPERS = 3
"""Who may help, near and further off: more names than one can call help nobody."""


@dataclass(frozen=True, slots=True)
class HelpDraft:
    """Who may help, before facts are cited."""

    member: str
    text: Words
    sayings: tuple[Saying, ...]


Help = tuple[Sequence[HelpDraft], Sequence[HelpDraft]]
"""Who may help near, and further off."""


class Helpers:
    """Finds who may help those that a question is about.

    Parameters
    ----------
    ground
        What is known.
    scope
        Whom the question is about.
    """

    def __init__(self, ground: Ground, scope: Scope) -> None:
        self._ground = ground
        self._here = frozenset(scope.members)
        self._around = Neighbourhood(ground, scope.areas)
        self._known: dict[str, dict[str, str]] = {}

    def _providers(self, topic: str) -> dict[str, str]:
        if topic not in self._known:
            self._known[topic] = self._ground.providers(topic)
        return self._known[topic]

    def in_city(self, topic: str) -> list[str]:
        """Return who in the same city provides a topic."""
        return [one for one in self._ground.providers(topic) if self._around.of(one).reach <= Reach.SAME_CITY]

    def outside(self, topic: str) -> Help:
        """Return who else provides a topic, nearest first; further off those who solved it before those who do it."""
        found = {one: tie for one, tie in self._ground.providers(topic).items() if one not in self._here}
        near, far = self._sorted(topic, found)
        return near, once([*self._solvers(topic), *far])

    def anywhere(self, topic: str) -> Help:
        """Return who provides a topic, those that the question is about as well."""
        return self._sorted(topic, self._ground.providers(topic))

    def practice(self, topics: Sequence[str]) -> Help:
        """Return which initiatives do what a question is about."""
        near: list[HelpDraft] = []
        far: list[HelpDraft] = []
        for topic in topics:
            providers = self._ground.providers(topic).items()
            initiatives = {one: tie for one, tie in providers if self._ground.kind(one) == "Initiative"}
            here, there = self._sorted(topic, initiatives)
            near += here
            far += there
        return once(near), once(far)

    # ------------------------------------------------------------------------------------------------ one by one

    def _sorted(self, topic: str, found: Mapping[str, str]) -> Help:
        reach = {one: self._around.of(one) for one in found}
        order = sorted(found, key=lambda one: (reach[one].reach, reach[one].metres, self._ground.name(one), one))
        near = [one for one in order if reach[one].is_near or one in self._here]
        far = [one for one in order if one not in set(near)]
        made = [[self._help(topic, one, found[one], reach[one]) for one in side[:MOST_HELPERS]] for side in (near, far)]
        return made[0], made[1]

    def _help(self, topic: str, who: str, tie: str, near: Nearness) -> HelpDraft:
        type_, exact = self._ground.provision(topic, who, tie)
        parts: dict[str, Words | str] = {
            "who": self._ground.name(who),
            "what": self._ground.name(exact),
            "near": self._around.words(near),
        }
        sayings = [saying(self._ground, type_, who, exact, tie)]
        if near.tie:
            sayings.append(saying(self._ground, "ACTIVE_IN", who, near.area, near.tie))
        return HelpDraft(who, fill(HAS[type_], **parts), tuple(sayings))

    # ------------------------------------------------------------------------------------------------ who solved it

    def _solvers(self, topic: str) -> list[HelpDraft]:
        """Return who further off needed the same and has it now: with a partner that offers it, or else a supporter."""
        found: list[tuple[bool, str, HelpDraft]] = []
        for need in self._ground.bonds(topic, "NEEDS", out=False):
            who = need.other
            if who in self._here or who not in self._ground.living:
                continue
            solved = self._solved(topic, who, need.id)[:1]  # few did, and how far they are takes longer to tell
            if solved and not self._around.of(who).is_near:
                found += [(code != "solved", self._ground.name(who), help_) for code, help_ in solved]
        return [help_ for *_, help_ in sorted(found, key=lambda one: one[:2])][:MOST_HELPERS]

    def _solved(self, topic: str, who: str, need: str) -> list[tuple[str, HelpDraft]]:
        offered = self._providers(topic)
        supporters = {bond.other: bond.id for bond in self._ground.bonds(who, "SUPPORTS", out=False)}
        ties: dict[str, Mapping[str, str]] = {"solved": self._ground.partners(who), "supported": supporters}
        found = []
        for code, through in ties.items():
            for other in sorted(offered.keys() & through.keys() - {who})[:1]:
                text = fill(HAS[code], who=self._ground.name(who), what=self._ground.name(topic),
                            other=self._ground.name(other))  # fmt: skip
                together = ("PARTNERS_WITH", who, other) if code == "solved" else ("SUPPORTS", other, who)
                type_, exact = self._ground.provision(topic, other, offered[other])
                sayings = (
                    saying(self._ground, "NEEDS", who, topic, need),
                    saying(self._ground, *together, through[other]),
                    saying(self._ground, type_, other, exact, offered[other]),
                )
                found.append((code, HelpDraft(who, text, sayings)))
        return found


def saying(ground: Ground, type_: str, who: str, what: str, tie: str) -> Saying:
    """Return a relationship as a fact."""
    return Saying(fill(FACTS[type_], who=name_all(ground, [who]), what=name_all(ground, [what])), tie)


def once(found: Sequence[HelpDraft]) -> list[HelpDraft]:
    """Return helpers, each once, no more than can be called."""
    first: dict[str, HelpDraft] = {}
    for one in found:
        first.setdefault(one.member, one)
    return list(first.values())[:MOST_HELPERS]


def smallest_step(ground: Ground, code: str, topic: str, helpers: Help) -> Words:
    """Return the smallest next step: ask who is near, else call who is further off, else ask around."""
    near, far = helpers
    if near:
        return fill(STEPS[code], who=ground.name(near[0].member), what=ground.name(topic))
    return fill(STEPS["far"], who=ground.name(far[0].member)) if far else STEPS["nobody"]
