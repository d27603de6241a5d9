"""Honest numbers: what is named, what is only counted, and how recent it is. Computed from the data each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.network import Network
from graph.store.answers import Node
from graph.store.base import View
from graph.store.loads import LoadKind, LoadState
from graph.store.questions import Direction, NodeFilter, Order, RelationshipFilter

_COUNT = re.compile(r"\b([1-9]\d{1,4})\b")
"""The number in a name such as ``Lijst van 154 aangeleverde initiatieven``: two to five digits, years apart."""
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class CountedList:
    """A list that a source counts without giving its names.

    Parameters
    ----------
    node
        The list, itself a source that nobody loaded.
    counted
        How many it holds, as the source that speaks of it says.
    loaded
        How many initiatives were read in from it.
    """

    node: Node
    counted: int
    loaded: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known of a city, in numbers.

    Parameters
    ----------
    named
        Initiatives in the city that have a name.
    lists
        Lists that are only counted.
    meetings
        Meetings about the city that were held, without their tables.
    agreements
        Agreements that were signed.
    agreements_named
        Those of them to which a named initiative is party.
    partnerships
        Partnerships between two named initiatives of the city.
    sources
        Sources that were loaded.
    newest
        Day of the newest source, as a stored date; empty when none has one.
    """

    named: int
    lists: tuple[CountedList, ...]
    meetings: int
    agreements: int
    agreements_named: int
    partnerships: int
    sources: int
    newest: str

    @property
    def is_little(self) -> bool:
        """Whether too little is known for more than hedged advice."""
        return self.partnerships < 10


def find_city(view: View, name: str) -> Node | None:
    """Return the municipality of a name, None where the data hold none."""
    where = NodeFilter(kinds=("Area",), codes={"level": ("municipality",)})
    page = view.search(name, where, first=1) if name else view.find(where, first=1)
    return page.items[0] if page.items else None


def count_all(view: View, network: Network, city: Node | None) -> Numbers:
    """Return what is known of a city, in numbers.

    Parameters
    ----------
    view
        Who looks.
    network
        Knows what was loaded.
    city
        The municipality; None for everything there is.

    Notes
    -----
    A fixed number of questions; partnerships are counted in columns, linear in their number.
    """
    within = (city.id,) if city else ()
    signed = NodeFilter(kinds=("Agreement",), codes={"status": ("signed",)})
    party = RelationshipFilter(types=("PARTY_TO",), direction=Direction.IN, other_kinds=("Initiative",))
    held = NodeFilter(
        kinds=("Meeting",),
        codes={"status": ("held",)},
        within=within,
        unrelated=(RelationshipFilter(types=("PART_OF",), direction=Direction.OUT),),
    )
    return Numbers(
        named=view.count(NodeFilter(kinds=("Initiative",), known=("name",), within=within)),
        lists=tuple(counted_lists(view)),
        meetings=view.count(held),
        agreements=view.count(signed),
        agreements_named=view.count(NodeFilter(kinds=("Agreement",), codes={"status": ("signed",)}, related=(party,))),
        partnerships=_partnerships(view),
        sources=len(loaded_sources(network)),
        newest=newest_source(view),
    )


def _partnerships(view: View) -> int:
    columns = view.snapshot(kinds=("Initiative",), properties=("name",), types=("PARTNERS_WITH",))
    is_named = [bool(name) for name in columns.nodes.values["name"]]
    ties = columns.relationships
    return sum(is_named[start] and is_named[end] for start, end in zip(ties.starts, ties.ends, strict=True))


def loaded_sources(network: Network) -> set[str]:
    """Return the ids of the sources of which a file was read in."""
    return {
        load.order.source
        for load in network.store.loads()
        if load.order.kind is LoadKind.FILE and load.state is LoadState.COMPLETE
    }


def newest_source(view: View) -> str:
    """Return the day of the newest source, as a stored date."""
    page = view.find(NodeFilter(kinds=("Source",)), (Order("published_on", descending=True),), first=1)
    return str(page.items[0].value("published_on") or "") if page.items else ""


def counted_lists(view: View, among: Iterable[str] = ()) -> Iterator[CountedList]:
    """Yield the lists that a source counts and that nobody read in.

    Parameters
    ----------
    view
        Who looks.
    among
        Ids of sources to look at; all unless given.

    Notes
    -----
    No property says how many a source holds, so the number is the one in its name, which is what the source that
    speaks of it calls it. A source that says something itself was read in, and is none.
    """
    where = NodeFilter(kinds=("Source",), ids=tuple(among) or None, text="lijst")
    for node in view.find(where, first=50).items:
        numbers = [int(found) for found in _COUNT.findall(node.name) if int(found) not in _YEARS]
        if numbers and not view.statements_of_source(node.id, first=1).items:
            loaded = view.count(NodeFilter(kinds=("Initiative",), sources=(node.id,)))
            yield CountedList(node, numbers[0], loaded)
