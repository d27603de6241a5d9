"""Alliances in words: reasons for and against, who brings what, what would break it, its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.algorithms.alliances import weakest_bond
from graph.algorithms.edge_array import FloatArray
from graph.questions.alliance_catalogue import BREAKS, FACTS, NAME, QUESTIONS, REASONS, ROLES, WEAKEST
from graph.questions.alliance_facts import GroupFacts, Met
from graph.questions.alliance_types import WeakestTie
from graph.questions.citing import Saying
from graph.questions.ground import Ground
from graph.questions.helping import saying
from graph.questions.wording import name_all
from graph.schema.words import Words
from graph.suggestions.catalogue import fill
from graph.suggestions.independence import quantity_words
from graph.suggestions.need_sorts import is_joint
from graph.suggestions.reasoning import Stated, few_volunteers
from graph.suggestions.situation import Help

MOST_MET = 5
"""Needs that are named one by one; the rest shows in who brings what."""

MOST_GROUPS = 5
"""Target groups that one sentence names."""

MOST_TRADED = 2
"""Things traded that a name holds."""

MOST_ALIKE = 3
"""Reasons of one sort: a fourth meeting says no more than three."""


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """A reason before its facts are cited."""

    code: str
    text: Words
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """What one member brings, before facts are cited."""

    member: str
    brings: tuple[str, ...]
    text: Words
    sayings: tuple[Saying, ...]


class AllianceWording:
    """Words one group.

    Parameters
    ----------
    ground
        What the viewer may see.
    facts
        What the group is.
    """

    def __init__(self, ground: Ground, facts: GroupFacts) -> None:
        self._ground = ground
        self._facts = facts

    # ------------------------------------------------------------------------------------------------ reasons

    def reasons(self) -> list[ReasonDraft]:
        """Return the reasons for and against, in order of sort."""
        sorts = (self._met, self._place, self._known, self._shared, self._reach, self._scarce, self._dependence)
        return [draft for sort in sorts for draft in sort()]

    def _reason(self, code: str, sayings: Iterable[Saying], **parts: Words | str) -> ReasonDraft:
        return ReasonDraft(code, fill(REASONS[code].words, **parts), tuple(sayings))

    def _name(self, *ids: str) -> Words:
        return name_all(self._ground, ids, 6)

    def _met(self) -> Iterator[ReasonDraft]:
        by_pair: dict[tuple[str, str], list[Saying]] = {}
        topics: dict[tuple[str, str], list[str]] = {}
        for met in self._facts.met:
            pair = (met.seeker, met.offerer)
            topics.setdefault(pair, []).append(met.topic)
            by_pair.setdefault(pair, []).extend(self._sayings(met))
        for (seeker, offerer), sayings in list(by_pair.items())[:MOST_MET]:
            what = self._name(*topics[seeker, offerer])
            yield self._reason("need_met", sayings, a=self._name(seeker), b=self._name(offerer), what=what)

    def _sayings(self, met: Met) -> tuple[Saying, Saying]:
        """Return the two facts that say that a need is met."""
        return (
            saying(self._ground, "NEEDS", met.seeker, met.topic, met.need),
            saying(self._ground, *self._provided(met.topic, met.offerer, met.offer), met.offer),
        )

    def _place(self) -> Iterator[ReasonDraft]:
        shared = self._facts.shared_area
        if shared:
            area, by = shared
            sayings = [saying(self._ground, "ACTIVE_IN", one, place, tie) for one, (place, tie) in by.items()]
            yield self._reason("same_place", sayings, what=self._name(area))
            return
        first = {one: self._ground.bonds(one, "ACTIVE_IN")[:1] for one in self._facts.ids}
        sayings = [
            saying(self._ground, "ACTIVE_IN", one, bond.other, bond.id)
            for one, bonds in first.items()
            for bond in bonds
        ]
        if len(sayings) == len(self._facts.ids):
            areas = list(dict.fromkeys(bond.other for bonds in first.values() for bond in bonds))
            yield self._reason("near_places", sayings, what=self._name(*areas))

    def _known(self) -> Iterator[ReasonDraft]:
        partners = [(pair, tie) for pair, tie in self._facts.ties.items() if tie.sort == "partners"]
        for (one, other), tie in partners[:MOST_ALIKE]:
            sayings = [saying(self._ground, "PARTNERS_WITH", one, other, tie.relationships[0])]
            yield self._reason("partners", sayings, a=self._name(one), b=self._name(other))
        yield from self._common("met", "ATTENDED", out=True)
        yield from self._common("same_person", "INVOLVED_IN", out=False)

    def _shared(self) -> Iterator[ReasonDraft]:
        for draft in self._common("theme", "ABOUT", out=True):
            yield draft
            return

    def _common(self, code: str, type_: str, *, out: bool) -> Iterator[ReasonDraft]:
        """Yield what several are tied to."""
        for other, by in list(self._facts.shared_by(type_, out=out).items())[:MOST_ALIKE]:
            ends = [(one, other) if out else (other, one) for one in by]
            sayings = [saying(self._ground, type_, *end, tie) for end, tie in zip(ends, by.values(), strict=True)]
            yield self._reason(code, sayings, who=self._name(*by), what=self._name(other))

    def _reach(self) -> Iterator[ReasonDraft]:
        serves = {one: {bond.other: bond.id for bond in self._ground.bonds(one, "SERVES")} for one in self._facts.ids}
        groups = sorted({group for found in serves.values() for group in found}, key=self._ground.name)
        if len(groups) > max(map(len, serves.values()), default=0):
            sayings = [
                saying(self._ground, "SERVES", one, group, tie)
                for one, found in serves.items()
                for group, tie in found.items()
            ]
            yield self._reason("reach", sayings, what=name_all(self._ground, groups, MOST_GROUPS))

    def _scarce(self) -> Iterator[ReasonDraft]:
        met = {one.topic for one in self._facts.met}
        for topic, by in self._facts.shared_by("NEEDS").items():
            if topic not in met:
                sayings = [saying(self._ground, "NEEDS", one, topic, tie) for one, tie in by.items()]
                code = "same_wish" if is_joint(self._ground.name(topic)) else "same_need"
                yield self._reason(code, sayings, who=self._name(*by), what=self._name(topic))
        for one in self._facts.ids:
            if what := few_volunteers(self._ground.value(one, "volunteers")):
                text = fill(REASONS["few_volunteers"].words, who=self._name(one), what=what)
                yield ReasonDraft("few_volunteers", text, (Saying(text, one, "volunteers"),))

    def _larger(self) -> Iterator[ReasonDraft]:
        """Yield that one is much larger than each other of which the size is known."""
        if one := self._facts.much_larger():
            others = [id_ for id_ in self._facts.sizes if id_ != one]
            largest = max(others, key=lambda id_: (self._facts.sizes[id_].value, id_))
            sayings = [Saying(fill(FACTS["has"], who=self._name(id_), what=quantity_words(self._facts.sizes[id_])), id_,
                              "members") for id_ in (one, *others)]  # fmt: skip
            yield self._reason("much_larger", sayings, who=self._name(one), other=self._name(largest),
                               more=quantity_words(self._facts.sizes[one]),
                               fewer=quantity_words(self._facts.sizes[largest]))  # fmt: skip

    def _dependence(self) -> Iterator[ReasonDraft]:
        carrier, funder = self._facts.only_carrier(), self._facts.only_funder()
        if carrier:
            offers = {met.topic: met.offer for met in self._facts.met}
            sayings = [saying(self._ground, *self._provided(topic, carrier, tie), tie) for topic, tie in offers.items()]
            yield self._reason("one_carries", sayings, who=self._name(carrier))
        yield from self._larger()
        if funder:
            giver, by = funder
            sayings = [saying(self._ground, "SUPPORTS", giver, one, tie) for one, tie in by.items()]
            yield self._reason("one_funder", sayings, what=self._name(giver))

    def _provided(self, topic: str, who: str, tie: str) -> tuple[str, str, str]:
        type_, exact = self._ground.provision(topic, who, tie)
        return type_, who, exact

    # ------------------------------------------------------------------------------------------------ who brings what

    def roles(self) -> list[RoleDraft]:
        """Return what each brings: what another needs, else what it offers, else whom it reaches or knows."""
        return [self._role(one) for one in self._facts.ids]

    def _role(self, one: str) -> RoleDraft:
        who = self._name(one)
        met = {met.topic: met for met in self._facts.met if met.offerer == one}
        offers = {bond.other: bond.id for bond in self._ground.bonds(one, "OFFERS")}
        if met:
            seekers = list(dict.fromkeys(found.seeker for found in self._facts.met if found.offerer == one))
            text = fill(
                ROLES["meets" if len(seekers) == 1 else "meets_more"],
                who=who,
                what=self._name(*met),
                other=self._name(*seekers),
            )
            sayings = [
                saying(self._ground, *self._provided(topic, one, found.offer), found.offer)
                for topic, found in met.items()
            ]
            return RoleDraft(one, tuple(met), text, tuple(sayings))
        for code, type_ in (("offers", "OFFERS"), ("reaches", "SERVES"), ("about", "ABOUT")):
            found = offers if code == "offers" else {bond.other: bond.id for bond in self._ground.bonds(one, type_)}
            if found:
                text = fill(ROLES[code], who=who, what=self._name(*found))
                return RoleDraft(
                    one,
                    tuple(found),
                    text,
                    tuple(saying(self._ground, type_, one, topic, tie) for topic, tie in found.items()),
                )
        return RoleDraft(one, (), fill(ROLES["unknown"], who=who), ())

    # ------------------------------------------------------------------------------------------------ what holds it

    def weakest(self, bonds: FloatArray) -> WeakestTie:
        """Return the weakest tie that the group needs."""
        ids = self._facts.ids
        one, other = weakest_bond(bonds) or (0, 0)
        tie = self._facts.ties.get((ids[one], ids[other]))
        text = fill(WEAKEST[tie.sort if tie else "none"], a=self._name(ids[one]), b=self._name(ids[other]))
        relationship = tie.relationships[0] if tie and tie.sort == "partners" else ""
        return WeakestTie((self._ground.member(ids[one]), self._ground.member(ids[other])), relationship, text)

    def breaks_when(self) -> Words:
        """Return what would break it: who alone offers most, who alone knows the others, or that they are strangers."""
        alone: dict[str, list[str]] = {}
        for met in self._facts.met:
            if sum(one in self._ground.providers(met.topic) for one in self._facts.ids) == 1:
                alone.setdefault(met.offerer, []).append(met.topic)
        if alone:
            who = max(sorted(alone), key=lambda one: len(set(alone[one])))
            return fill(BREAKS["only_offer"], who=self._name(who), what=self._name(*dict.fromkeys(alone[who])))
        if separator := self._facts.separator():
            return fill(BREAKS["between"], who=self._name(separator))
        if not self._facts.ties:
            return BREAKS["strangers"]
        return BREAKS["spread" if any(tie.sort == "partners" for tie in self._facts.ties.values()) else "loose"]

    # ------------------------------------------------------------------------------------------------ name

    def name(self, spread: Mapping[str, int]) -> Words:
        """Return what sets the group apart: what most of it is about and few others are, and where it works."""
        about = self._facts.shared_by("ABOUT")
        common = [one for one in about if 2 * len(about[one]) >= len(self._facts.ids)]
        topic = max(common, key=lambda one: (len(about[one]) ** 2 / max(spread.get(one, 1), 1), one), default=None)
        traded = list(dict.fromkeys(met.topic for met in self._facts.met))[:MOST_TRADED]
        shared = self._facts.shared_area
        area = shared[0] if shared else next(iter(self._facts.areas), None)
        named = [topic] if topic else traded
        parts = {"topic": self._name(*named), "area": self._name(area) if area else ""}
        code = ("both" if topic else "shared" if traded else "area") if area else "topic" if named else "member"
        return fill(NAME[code], who=self._name(self._facts.ids[0]), **parts)

    def helps(self, row_of: Mapping[str, int]) -> list[Help]:
        """Return what one offers and another needs, as the choice of a form takes it."""
        return [
            Help(self._ground.name(met.topic), row_of[met.seeker], row_of[met.offerer],
                 tuple(Stated(one.text, one.thing, one.property) for one in self._sayings(met)))
            for met in self._facts.met
        ]  # fmt: skip

    def unknown(self, stale: int | None, *, by_wish: bool) -> list[Words]:
        """Return what nobody said and one would have to ask."""
        silent = [one for one in self._facts.ids if not self._ground.bonds(one, "NEEDS")]
        found = [] if by_wish else [QUESTIONS["want"]]
        if stale is not None:
            found.append(fill(QUESTIONS["alive"], who=self._name(*self._facts.ids), year=str(stale)))
        if silent:
            found.append(fill(QUESTIONS["needs" if len(silent) == 1 else "needs_more"], who=self._name(*silent)))
        return found


def names_once(names: Sequence[Words], members: Sequence[Words]) -> list[Words]:
    """Return names that differ: one that comes again is told apart by a member."""
    seen: set[str] = set()
    found = []
    for name, who in zip(names, members, strict=True):
        chosen = fill(NAME["again"], name=name, who=who) if name.nl in seen else name
        seen.add(name.nl)
        found.append(chosen)
    return found
