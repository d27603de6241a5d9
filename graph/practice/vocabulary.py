"""The words that the city is made of, read from ``words/*.yaml``: everything about wording is data, and editable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FormWeights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class InitiativeType:
    """A sort of initiative, such as a neighbourhood kitchen.

    Parameters
    ----------
    code
        Its name among the types.
    weight
        How common it is, > 0.
    themes, activities, groups
        Topics; the first target group always belongs to it, the others often.
    names, nicknames
        Patterns for a name, and what ``{bijnaam}`` may be.
    does, more, plan, was
        Sentences: what it does, a remark behind it; what stands instead for an idea, and for what has ended.
    needs, offers
        Capabilities, the likeliest first.
    forms
        Legal form -> how common.
    members, volunteers
        Least and most.
    """

    code: str
    weight: float
    themes: list[str]
    activities: list[str]
    groups: list[str]
    names: list[str]
    nicknames: list[str]
    does: list[str]
    more: list[str]
    plan: str
    was: str
    needs: list[str]
    offers: list[str]
    forms: FormWeights
    members: list[int]
    volunteers: list[int]


@dataclass(frozen=True, slots=True)
class Capability:
    """What one may need or offer.

    Parameters
    ----------
    name
        Its name as a topic.
    residents
        What residents call it.
    ask
        How it sounds behind *zoekt*.
    need, offer, tie
        Remarks: of who needs it, of who offers it, of two who help each other with it.
    amount
        ``unit``, ``from``, ``to`` and ``step``, where a number makes sense.
    """

    name: str
    residents: list[str]
    ask: str
    need: list[str]
    offer: list[str]
    tie: list[str]
    amount: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics: for each scheme its names in order, with what residents call them."""

    themes: Mapping[str, list[str]]
    groups: Mapping[str, list[str]]
    activities: Mapping[str, list[str]]
    capabilities: Mapping[str, Capability]
    ambitions: Mapping[str, Capability]


@cache
def read_words(name: str) -> Any:
    """Return what stands in ``words/NAME.yaml``; shared, so not to be changed.

    Raises
    ------
    FileNotFoundError
        There is no such file: the package is not whole.
    """
    return yaml.safe_load((files("graph.practice") / "words" / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def initiative_types() -> tuple[InitiativeType, ...]:
    """Return every type of initiative, theme by theme in the order of the themes.

    Raises
    ------
    FileNotFoundError
        A theme has no file.
    """
    return tuple(
        InitiativeType(code=code, **entry)
        for theme in topics().themes
        for code, entry in read_words(f"initiatives/{theme}").items()
    )


@cache
def topics() -> Topics:
    """Return every topic.

    Raises
    ------
    FileNotFoundError
        The package is not whole.
    """
    words = read_words("topics")
    capabilities, ambitions = (
        {name: Capability(name=name, **entry) for name, entry in words[sort].items()}
        for sort in ("capabilities", "ambitions")
    )
    return Topics(words["themes"], words["target groups"], words["activities"], capabilities, ambitions)


def bits_of(names: list[str], among: Mapping[str, object]) -> int:
    """Return names as a mask: bit k stands for the k-th name of ``among``.

    Raises
    ------
    ValueError
        A name is not among them.
    """
    places = list(among)
    return sum(1 << places.index(name) for name in names)


def names_in(mask: int, among: Mapping[str, object]) -> list[str]:
    """Return the names that a mask stands for, in their own order.

    Raises
    ------
    Nothing.
    """
    return [name for place, name in enumerate(among) if mask >> place & 1]
