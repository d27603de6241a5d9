"""When one party is so much larger than another that working together may cost the other its say."""

from __future__ import annotations

from graph.schema.values import Bound, Quantity
from graph.schema.words import Words

MUCH_LARGER = 10.0
"""So many times as many members: our judgement, shown as such in ``docs/advice-rules.md``."""

LEAST_LARGE = 50.0
"""Members below which nobody is large, whatever the other is: a choir of forty outvotes no kitchen table of three."""

_PEOPLE = ("person", "member")
"""Units in which sources give members: the same people."""


def member_count(text: str) -> Quantity:
    """Return a number of members as stored, people counted as members.

    Raises
    ------
    InputError
        The text is no number with a unit.
    """
    found = Quantity.parse(text)
    return Quantity(found.value, "member", found.bound) if found.unit in _PEOPLE else found


def is_much_larger(one: Quantity, other: Quantity) -> bool:
    """Return whether one is known to be much larger than another.

    Parameters
    ----------
    one, other
        How many members each has. "At most" says nothing of how large one is, "at least" nothing of how small the
        other is; neither do numbers in different units.

    Raises
    ------
    Nothing.

    Example
    -------
    >>> is_much_larger(Quantity.parse("600 member"), Quantity.parse("about 20 member"))
    True
    """
    if one.unit != other.unit or one.bound is Bound.AT_MOST or other.bound is Bound.AT_LEAST or other.value <= 0:
        return False
    return one.value >= max(LEAST_LARGE, MUCH_LARGER * other.value)


def quantity_words(quantity: Quantity) -> Words:
    """Return a number with its unit, in words."""
    return Words(quantity.label("nl"), quantity.label("en"))
