"""A city as it is served: its network, its place in the address, and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import InputError
from graph.network import Network
from graph.store.questions import NodeFilter, Viewer

MOST_CITIES = 50
"""Municipalities among which the one with the most parts is looked for; data about one city name but a few."""

_PATH = re.compile("(/[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """One city with its own store, mounted at a path. Compared by identity: a network has no equal.

    Parameters
    ----------
    path
        Empty for the root, or such as ``/oefenstad``; it never ends with a slash.
    network
        What is known of it; whoever opened it closes it.
    city
        Its name in words, the same in every language.
    is_practice
        True where all of it is invented, which every page then says.

    Raises
    ------
    InputError
        The path cannot be mounted.
    """

    path: str
    network: Network
    city: str
    is_practice: bool = False

    def __post_init__(self) -> None:
        """Refuse a path that cannot be mounted."""
        if not _PATH.fullmatch(self.path):
            raise InputError(
                f"‘{self.path}’ kan geen plek in het adres zijn. Goed zou zijn: niets, of zoiets als /oefenstad.",
                f"‘{self.path}’ cannot be a place in the address. Right would be: nothing, or such as /oefenstad.",
                concerning=self.path,
            )


def find_city_name(network: Network, city: str = "") -> str:
    """Return the name of the city that a network is about.

    Parameters
    ----------
    network
        What is known of it.
    city
        Id of its municipality; empty to let the data tell: the municipality with the most known parts.

    Returns
    -------
    str
        ``Wijkweb`` where the data hold no municipality.

    Notes
    -----
    One question for each municipality, as the public: the name stands on every page whoever looks.
    """
    where = NodeFilter(kinds=("Area",), codes={"level": ("municipality",)}, ids=(city,) if city else None)
    with network.view(Viewer()) as view:
        found = view.find(where, first=MOST_CITIES).items
        if len(found) < 2:
            return found[0].name if found else "Wijkweb"
        sizes = {one.id: view.count(NodeFilter(kinds=("Area",), within=(one.id,))) for one in found}
        return min(found, key=lambda one: (-sizes[one.id], one.id)).name
