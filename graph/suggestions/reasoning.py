"""From evidence and the model's terms to reasons for and against, each with the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.schema.values import Bound, Quantity
from graph.schema.words import Words
from graph.suggestions.advice_types import Family
from graph.suggestions.catalogue import REASONS, distance_words, fill, listing
from graph.suggestions.evidence import Evidence, NeedMet, SharedThing
from graph.suggestions.independence import is_much_larger, member_count, quantity_words
from graph.suggestions.need_sorts import is_joint
from graph.suggestions.relations import SHARED

FAR_METRES = 2_500.0
"""Beyond it distance is named as what speaks against: half an hour's walk."""

FEW_VOLUNTEERS = 5
"""So few volunteers that one more task is a burden."""

LEAST_CARRIED = 2
"""Needs of one that the other meets all, from which it is said to carry: most cooperation begins with one."""

LEAST_WEIGHT = 0.05
"""What the network as it stands must add before it is named: less is noise."""

MOST_NAMED = 3
"""Things that one sentence names; the others are among the facts."""

_STRUCTURE = ("common_neighbours", "adamic_adar", "resource_allocation", "damped_neighbours", "jaccard", "l3",
              "pagerank", "inverse_distance", "degree_product", "degree_difference", "kind_similarity")  # fmt: skip
_PLACE = ("same_district", "adjacent_district", "proximity")
_CONTENT = ("feature_overlap", "text_similarity")


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact before it is cited: the sentence, and the node or relationship that states it; empty for the network.

    ``property`` says which of its properties does; empty where the reason that it belongs to tells.
    """

    text: Words
    thing: str = ""
    property: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reason before its facts are cited."""

    code: str
    text: Words
    weight: float
    facts: tuple[Stated, ...]

    @property
    def family(self) -> Family:
        """What sort of reason."""
        return REASONS[self.code].family


def few_volunteers(said: str | None) -> Words | None:
    """Return how many volunteers a quantity tells of where those are few; None where they are not, or nobody says."""
    number = Quantity.parse(said) if said else None
    if number is None or number.value > FEW_VOLUNTEERS or number.bound is Bound.AT_LEAST:
        return None
    return Words(*(Quantity(number.value, "volunteer", number.bound).label(lang) for lang in ("nl", "en")))


class Reasoner:
    """Makes the reasons of pairs.

    Parameters
    ----------
    evidence
        What the network states.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._names = evidence.projection.names

    def reasons(self, one: int, other: int, terms: Mapping[str, float]) -> list[Draft]:
        """Return the reasons for and against a pair, in no order.

        Parameters
        ----------
        one, other
            The pair.
        terms
            What each term of the model adds to its log-odds.
        """
        sorts = (self._complement, self._contact, self._place, self._content, self._network)
        found = [draft for sort in sorts for draft in sort(one, other, terms)]
        return [*found, *self._reach(one, other), *self._scarcity(one, other), *self.independence(one, other)]

    def practice(self, here: int, elsewhere: int) -> list[Draft]:
        """Return why one could learn from one in another city: what the sources say that both are about."""
        shared = self._evidence.shared("about", here, elsewhere)
        what = listing([thing.name for thing in shared][:MOST_NAMED])
        areas = self._evidence.projection.ties["areas"]
        where = [self._evidence.projection.others[areas.others[column]] for column in areas.of(elsewhere)]
        code = "shared_practice" if where else "shared_practice_somewhere"
        text = fill(REASONS[code].words, b=self._names[elsewhere], what=what, where=listing(where[:MOST_NAMED]))
        return [Draft(code, text, 0.0, self._facts("shared_topics", (here, elsewhere), shared))]

    def need_facts(self, need: NeedMet) -> tuple[Stated, Stated]:
        """Return the two facts that say that a need is met: who seeks it, who offers it."""
        (seeks, offers), names = need.ties, self._names
        return (
            Stated(fill(_FACTS["seeks"], a=names[need.seeker], what=need.name), seeks),
            Stated(fill(_FACTS["offers"], a=names[need.offerer], what=need.name), offers),
        )

    def independence(self, one: int, other: int) -> Iterable[Draft]:
        """Yield what may cost one of the two its independence; only what sources tell of both says so.

        Parameters
        ----------
        one, other
            Rows of the two.
        """
        funder = self._evidence.only_funder(one, other)
        if funder:
            yield self._draft("one_funder", (one, other), [funder], 0.0)
        met = self._evidence.needs_met(one, other)
        for seeker, offerer in ((one, other), (other, one)):
            if tie := self._evidence.funded_by(seeker, offerer):
                names = {"a": self._names[seeker], "b": self._names[offerer]}
                fact = Stated(fill(_FACTS["one_funder"], a=names["a"], what=names["b"]), tie)
                yield Draft("funds_other", fill(REASONS["funds_other"].words, **names), 0.0, (fact,))
            needed = self._evidence.projection.ties["needs"].of(seeker)
            mine = [need for need in met if need.seeker == seeker]
            if len(needed) >= LEAST_CARRIED and len(mine) == len(needed) == len(met):
                names = {"a": self._names[seeker], "b": self._names[offerer]}
                facts = [fact for need in mine for fact in self.need_facts(need)]
                yield Draft("one_carries", fill(REASONS["one_carries"].words, **names), 0.0, tuple(facts))
        yield from self._larger(one, other)

    # ------------------------------------------------------------------------------------------------ sorts of reason

    def _complement(self, one: int, other: int, terms: Mapping[str, float]) -> Iterable[Draft]:
        met = self._evidence.needs_met(one, other)
        wishes = [thing for thing in self._evidence.shared("needs", one, other) if is_joint(thing.name)]
        each = terms.get("need_met", 0.0) / max(len(met) + len(wishes), 1)
        if wishes:
            yield self._draft("same_wish", (one, other), wishes, each * len(wishes))
        for seeker, offerer in ((one, other), (other, one)):
            mine = [need for need in met if need.seeker == seeker]
            if mine:
                names = {"a": self._names[seeker], "b": self._names[offerer]}
                text = fill(REASONS["need_met"].words, what=listing([need.name for need in mine][:MOST_NAMED]), **names)
                facts = [fact for need in mine for fact in self.need_facts(need)]
                yield Draft("need_met", text, each * len(mine), tuple(facts))

    def _contact(self, one: int, other: int, terms: Mapping[str, float]) -> Iterable[Draft]:
        for code, sort in SHARED.items():
            shared = self._evidence.shared(sort, one, other)
            if shared:
                yield self._draft(code, (one, other), shared, terms.get(code, 0.0))

    def _place(self, one: int, other: int, terms: Mapping[str, float]) -> Iterable[Draft]:
        weight = sum(terms.get(term, 0.0) for term in _PLACE)
        here, there = self._evidence.districts(one), self._evidence.districts(other)
        names = self._evidence.projection.others
        shared = sorted(set(here) & set(there))
        metres = self._evidence.distance(one, other)
        if shared:
            text = fill(REASONS["same_district"].words, what=listing([names[id_] for id_ in shared][:MOST_NAMED]))
            yield Draft("same_district", text, weight, self._located(one, other, here, there, shared[0], shared[0]))
        elif border := self._evidence.bordering(one, other):
            text = fill(REASONS["adjacent_district"].words, what=listing([names[id_] for id_ in border]))
            yield Draft("adjacent_district", text, weight, self._located(one, other, here, there, *border))
        elif metres is not None and here and there:
            code = "far" if metres > FAR_METRES or weight <= -LEAST_WEIGHT else "near"
            text = fill(REASONS[code].words, what=distance_words(metres))
            ends = (min(here), min(there))
            yield Draft(code, text, weight, self._located(one, other, here, there, *ends))

    def _located(
        self, one: int, other: int, here: Mapping[str, str], there: Mapping[str, str], *ends: str
    ) -> tuple[Stated, ...]:
        names = self._evidence.projection.others
        return tuple(
            Stated(fill(_FACTS["located"], a=self._names[who], what=names[id_]), ties[id_])
            for who, ties, id_ in ((one, here, ends[0]), (other, there, ends[1]))
        )

    def _content(self, one: int, other: int, terms: Mapping[str, float]) -> Iterable[Draft]:
        shared = {"shared_topics": self._evidence.shared("about", one, other),
                  "shared_groups": self._evidence.shared("serves", one, other)}  # fmt: skip
        weight = sum(terms.get(term, 0.0) for term in _CONTENT)
        total = sum(map(len, shared.values()))
        for code, things in shared.items():
            if things:
                yield self._draft(code, (one, other), things, weight * len(things) / total)
        if not total and terms.get("text_similarity", 0.0) >= LEAST_WEIGHT:
            ids = self._evidence.projection.ids
            facts = tuple(Stated(fill(_FACTS["described"], a=self._names[who]), ids[who]) for who in (one, other))
            yield Draft("alike_in_words", REASONS["alike_in_words"].words, weight, facts)

    def _network(self, one: int, other: int, terms: Mapping[str, float]) -> Iterable[Draft]:
        weight = sum(terms.get(term, 0.0) for term in _STRUCTURE)
        partners = self._evidence.common_partners(one, other)
        if partners and weight > 0:
            yield self._draft("common_partner", (one, other), partners, weight)
        elif abs(weight) >= LEAST_WEIGHT and (weight > 0 or self._evidence.both_have_partners(one, other)):
            code = "network" if weight > 0 else "network_far"
            yield Draft(code, REASONS[code].words, weight, (Stated(REASONS[code].words),))

    def _reach(self, one: int, other: int) -> Iterable[Draft]:
        serves, about = self._evidence.projection.ties["serves"], self._evidence.projection.ties["about"]
        mine, theirs = set(serves.of(one)), set(serves.of(other))
        places = sorted(set(self._evidence.districts(one)) & set(self._evidence.districts(other)))
        names = self._evidence.projection.others
        same_topics = self._evidence.shared("about", one, other)
        if mine and theirs and not mine & theirs:
            # In turn, so that a sentence that names few of many names some of each.
            turns = sorted([*enumerate(sorted(mine)), *enumerate(sorted(theirs))])
            groups = [names[serves.others[column]] for _, column in turns]
            facts = [
                Stated(
                    fill(_FACTS["serves"], a=self._names[who], what=names[serves.others[column]]),
                    serves.ids[who, column],
                )
                for who, columns in ((one, mine), (other, theirs))
                for column in sorted(columns)
            ]
            yield Draft("reach", fill(REASONS["reach"].words, what=listing(groups[:4])), 0.0, tuple(facts))
        elif (
            places and len(same_topics) >= 2 and len(same_topics) >= len(set(about.of(one)) | set(about.of(other))) - 1
        ):
            text = fill(REASONS["same_work"].words, what=names[places[0]])
            yield Draft("same_work", text, 0.0, self._facts("same_work", (one, other), same_topics))

    def _scarcity(self, one: int, other: int) -> Iterable[Draft]:
        both_need = [thing for thing in self._evidence.shared("needs", one, other) if not is_joint(thing.name)]
        if both_need:
            yield self._draft("same_need", (one, other), both_need, 0.0)
        for member in (one, other):
            if count := few_volunteers(self._evidence.projection.values["volunteers"][member]):
                text = fill(REASONS["few_volunteers"].words, a=self._names[member], what=count)
                yield Draft("few_volunteers", text, 0.0, (Stated(text, self._evidence.projection.ids[member]),))

    def _larger(self, one: int, other: int) -> Iterable[Draft]:
        members = self._evidence.projection.values["members"]
        sizes = {row: member_count(members[row]) for row in (one, other) if members[row] is not None}
        for small, big in ((one, other), (other, one)):
            if small in sizes and big in sizes and is_much_larger(sizes[big], sizes[small]):
                text = fill(REASONS["much_larger"].words, a=self._names[small], b=self._names[big],
                            more=quantity_words(sizes[big]), fewer=quantity_words(sizes[small]))  # fmt: skip
                facts = tuple(
                    Stated(fill(_FACTS["has"], a=self._names[row], what=quantity_words(sizes[row])),
                           self._evidence.projection.ids[row]) for row in (big, small)
                )  # fmt: skip
                yield Draft("much_larger", text, 0.0, facts)

    # ------------------------------------------------------------------------------------------------ wording

    def _draft(self, code: str, pair: tuple[int, int], shared: list[SharedThing], weight: float) -> Draft:
        text = fill(REASONS[code].words, what=listing([thing.name for thing in shared][:MOST_NAMED]))
        return Draft(code, text, weight, self._facts(code, pair, shared))

    def _facts(self, code: str, pair: tuple[int, int], shared: list[SharedThing]) -> tuple[Stated, ...]:
        return tuple(
            Stated(fill(_FACTS[code], a=self._names[who], what=thing.name), tie)
            for thing in shared
            for who, tie in zip(pair, thing.ties, strict=True)
        )


_FACTS = {
    "has": Words("{a} heeft {what}.", "{a} has {what}."),
    "one_funder": Words("{what} geeft geld aan {a}.", "{what} gives money to {a}."),
    "seeks": Words("{a} zoekt {what}.", "{a} needs {what}."),
    "offers": Words("{a} biedt {what}.", "{a} offers {what}."),
    "located": Words("{a} werkt in {what}.", "{a} works in {what}."),
    "serves": Words("{a} is er voor {what}.", "{a} serves {what}."),
    "described": Words("Zo staat {a} beschreven.", "That is how {a} is described."),
    "shared_people": Words("{what} doet mee bij {a}.", "{what} takes part in {a}."),
    "shared_meetings": Words("{a} was bij {what}.", "{a} was at {what}."),
    "shared_programmes": Words("{a} doet mee aan {what}.", "{a} takes part in {what}."),
    "shared_supporters": Words("{what} steunt {a}.", "{what} supports {a}."),
    "shared_topics": Words("{a} houdt zich bezig met {what}.", "{a} is about {what}."),
    "same_wish": Words("{a} zoekt {what}.", "{a} needs {what}."),
    "same_need": Words("{a} zoekt {what}.", "{a} needs {what}."),
    "same_work": Words("{a} houdt zich bezig met {what}.", "{a} is about {what}."),
    "shared_groups": Words("{a} is er voor {what}.", "{a} serves {what}."),
    "common_partner": Words("{a} werkt samen met {what}.", "{a} works together with {what}."),
}
