"""A city as it is served: its network, its place in the address, and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import InputError
from graph.network import Network

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
