"""In which town an area lies: areas of one name in two towns are two (every town has a *Centrum*)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.ingest.records import Draft, Record
from graph.schema.wholes import with_wholes
from graph.store.base import View
from graph.store.questions import Direction, RelationshipFilter

TOWN = "municipality"
"""Level of an area that is a town."""

_OUTWARD = RelationshipFilter(types=("PART_OF",), direction=Direction.OUT)


def is_town(draft: Draft) -> bool:
    """Whether a draft is a town, as far as it says itself."""
    return "Area" in draft.kinds and TOWN in draft.values("level")


def towns_of_drafts(records: Iterable[Record]) -> dict[str, list[str]]:
    """Return for each draft of an area the drafts of towns that it is said to lie in, by reference.

    Parameters
    ----------
    records
        A batch; a whole is looked for within it.
    """
    areas: dict[str, Draft] = {}
    wholes: dict[str, list[str]] = {}
    for record in records:
        areas |= {draft.reference: draft for draft in record.drafts if "Area" in draft.kinds}
        for tie in record.ties:
            if tie.type == "PART_OF" and not tie.denied:
                wholes.setdefault(tie.start, []).append(tie.end)
    climbed = {reference: with_wholes(reference, wholes) for reference in areas if reference in wholes}
    return {
        reference: sorted(one for one in above - {reference} if one in areas and is_town(areas[one]))
        for reference, above in climbed.items()
    }


def towns_of_areas(view: View, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return for each area that is known the towns that it lies in, by id; one question for each step up.

    Parameters
    ----------
    view
        What is known.
    ids
        Of areas.
    """
    wholes: dict[str, list[str]] = {}
    frontier = list(ids)
    while frontier:
        found = view.adjacency(frontier, _OUTWARD)
        wholes |= found
        frontier = sorted({one for above in found.values() for one in above} - wholes.keys())
    above = sorted({one for found in wholes.values() for one in found})
    towns = {node.id for node in view.nodes(above) if node is not None and node.value("level") == TOWN} if above else ()
    return {id_: frozenset(with_wholes(id_, wholes) - {id_}).intersection(towns) for id_ in ids}
