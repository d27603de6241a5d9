"""What some of a planted group want to do with others: one cooperative, an insurance, a commission."""

from __future__ import annotations

from collections.abc import Mapping

from graph.practice.alliances import Alliance
from graph.practice.draws import Draws
from graph.practice.initiatives import RUNNING, STARTING, Initiatives
from graph.practice.vocabulary import names_in, topics

_WANTING = 0.4  # how many groups hold some that want such a thing
_MOST = 4


def draw_ambitions(alliances: list[Alliance], initiatives: Initiatives, seed: int) -> Mapping[int, str]:
    """Return what initiatives want to do with others, by their index: two or three of a group want the same.

    Parameters
    ----------
    alliances
        The planted groups.
    initiatives
        Who they are of; an idea wants nothing of the sort yet.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    draws = Draws(seed, "ambitions")
    cooperative, insurance, commission = topics().ambitions
    found: dict[int, str] = {}
    for alliance in alliances:
        able = [one for one in sorted(alliance.members) if STARTING <= initiatives.phases[one] <= RUNNING + 1]
        caring = [one for one in able if "zorg" in names_in(int(initiatives.themes[one]), topics().themes)]
        choices = [(cooperative, able), (commission, able), *([(insurance, caring)] if len(caring) > 1 else [])]
        wish, members = draws.pick(choices)
        wants = draws.some(members, 2 + draws.below(_MOST - 1))
        if draws.chance(_WANTING) and len(wants) > 1:
            found.update(dict.fromkeys(wants, wish))
    return found
