"""What can be counted of an area or an initiative where no source gives scores; the network as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.questions.ground import Ground
from graph.questions.ranking_catalogue import MARKS, NUMBERS
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.values import Quantity
from graph.schema.words import Words
from graph.suggestions.catalogue import fill

AREA_COUNTS = ("running", "met", "offers", "tied", "reach")
"""What is counted of an area; the soil that rules R1, R4, R8, R9 and R11 speak of."""

INITIATIVE_COUNTS = ("rooted", "answers", "partners", "hands", "reach")
"""What is counted of an initiative (R1, R3, R4, R11, R24)."""

_PHASES = {"idea": 0.2, "starting": 0.4, "running": 0.7, "rooted": 1.0}


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted.

    Parameters
    ----------
    number
        How much; compared with the most of all, unless it is a share.
    share
        True for a number between 0 and 1 that is compared with nothing.
    text
        In a sentence.
    """

    number: float
    share: bool
    text: Words


def count_area(ground: Ground, areas: Sequence[str]) -> dict[str, Count | None]:
    """Return what is counted of an area, or of several taken as one; None where nothing is known.

    Parameters
    ----------
    ground
        What the viewer may see.
    areas
        Ids of the areas.
    """
    here = set(ground.active_within(areas))
    living = sorted(one for one in here & ground.living if ground.kind(one) == "Initiative")
    seekers = (*ground.parts(areas), *(one for one in here if ground.value(one, "phase") != "ended"))
    needs = {bond.other for one in seekers for bond in ground.bonds(one, "NEEDS")}
    met = {topic for topic in needs if here & ground.providers(topic).keys()}
    offers = {bond.other for one in here & ground.living for bond in ground.bonds(one, "OFFERS")}
    groups = {bond.other for one in living for bond in ground.bonds(one, "SERVES")}
    phases = [ground.value(one, "phase") for one in living]
    tied = sum(bool(ground.partners(one)) for one in living)
    running = sum(phase in ("running", "rooted") for phase in phases)
    return {
        "running": _number("running", running) if any(phases) else None,
        "met": Count(len(met) / len(needs), True, _text("met", len(met), len(needs))) if needs else None,
        "offers": _number("offers", len(offers)) if offers else None,
        "tied": Count(tied / len(living), True, _text("tied", tied, len(living))) if tied else None,
        "reach": _number("reach", len(groups)) if groups else None,
    }


def count_initiatives(ground: Ground, ids: Sequence[str]) -> list[dict[str, Count | None]]:
    """Return what is counted of each of some initiatives, in order; None where nothing is known.

    Parameters
    ----------
    ground
        What the viewer may see.
    ids
        Ids of the initiatives.

    Notes
    -----
    What is needed around one is added up once for all that work there.
    """
    asked: dict[frozenset[str], Counter[str]] = {}
    found = []
    for id_ in ids:
        around = frozenset(whole for area in ground.areas_of(id_) for whole in (area, *ground.places.districts(area)))
        if around not in asked:
            seekers = {*ground.active_within(around), *ground.parts(around)}
            asked[around] = Counter(topic for one in seekers for topic in ground.others(one, "NEEDS"))
        found.append(_count_initiative(ground, id_, asked[around]))
    return found


def _count_initiative(ground: Ground, id_: str, asked: Counter[str]) -> dict[str, Count | None]:
    phase, volunteers = ground.value(id_, "phase"), ground.value(id_, "volunteers")
    partners, groups = ground.partners(id_), ground.bonds(id_, "SERVES")
    offered = [bond.other for bond in ground.bonds(id_, "OFFERS")]
    own = ground.others(id_, "NEEDS")
    answers = sum(asked[topic] > (topic in own) for topic in offered)
    words = VOCABULARIES_BY_NAME["Phase"]
    hands = Quantity.parse(volunteers) if volunteers else None
    return {
        "rooted": Count(_PHASES[phase], True, fill(MARKS["rooted"], what=words.words(phase)))
        if phase in _PHASES
        else None,
        "answers": _number("answers", answers) if offered else None,
        "partners": _number("partners", len(partners)) if partners else None,
        "hands": Count(min(hands.value, 20.0), False, _hands(hands)) if hands else None,
        "reach": Count(float(len(groups)), False, _text("reach_one", len(groups))) if groups else None,
    }


def _hands(quantity: Quantity) -> Words:
    bare = Quantity(quantity.value, "volunteer", quantity.bound)
    return fill(MARKS["hands"], what=Words(*(bare.label(lang).rsplit(" ", 1)[0] for lang in ("nl", "en"))))


def _number(code: str, n: int) -> Count:
    return Count(float(n), False, _text(code, n))


def _text(code: str, n: int, total: int = 0) -> Words:
    one, more = NUMBERS[code]
    return fill(one if n == 1 else more, n=str(n), total=str(total))
