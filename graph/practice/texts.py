"""What each initiative is about, in one or two sentences that fit its type, its place and its phase."""

from __future__ import annotations

from graph.practice.draws import Draws
from graph.practice.initiatives import ENDED, IDEA, STARTING
from graph.practice.names import Register
from graph.practice.vocabulary import InitiativeType, read_words
from graph.practice.wording import Slots

_SECOND = 0.75  # how often a second sentence follows
_UNKNOWN = 0.06  # how often nobody wrote down what it is


def write_summaries(register: Register, seed: int) -> list[str]:
    """Return a summary for each initiative; an empty one where nobody wrote it down.

    Parameters
    ----------
    register
        What is to be described.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    draws = Draws(seed, "summaries")
    initiatives, found = register.initiatives, []
    for place, phase in enumerate(initiatives.phases.tolist()):
        sentences = _sentences(initiatives.type_of(place), phase, int(initiatives.ended[place]), draws)
        slots = Slots(register.place_of(place), draws)
        slots.settle_street(register.names[place])
        found.append("" if draws.chance(_UNKNOWN) else slots.fill(" ".join(sentences)))
    return found


def _sentences(type_: InitiativeType, phase: int, ended: int, draws: Draws) -> list[str]:
    if phase == IDEA:
        return [type_.plan]
    words = read_words("texts")
    if phase == ENDED:
        return [type_.was, draws.pick(words["ended"]).replace("{jaar}", str(ended))]
    if phase == STARTING:
        return [type_.plan, draws.pick(words["first_steps"])]
    return [draws.pick(type_.does), *([draws.pick(type_.more)] if draws.chance(_SECOND) else [])]
