"""From a snapshot to arrays: which nodes, which partnerships, what each is tied to. Sixth stage of the flow.

Everything is in the order of one node index, by id, so that equal graphs give equal arrays on either store.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.projection.places import Places, coordinates_of, read_places
from graph.schema.values import PartialDate
from graph.store.answers import Snapshot
from graph.store.base import View

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]

MEMBERS = ("Initiative", "Organisation")
"""Kinds that work together: the nodes of the projection."""

_PROPERTIES = ("phase", "legal_form", "sector", "summary", "members", "volunteers", "level", "centroid", "scheme",
               "agreement_kind", "status")  # fmt: skip
_OF_TIES = ("status", "since", "support", "until")
_KINDS = ("Initiative", "Organisation", "Person", "Area", "Meeting", "Topic", "Programme", "Agreement")
_TYPES = ("ACTIVE_IN", "PART_OF", "ADJACENT_TO", "PARTNERS_WITH", "SUPPORTS", "INVOLVED_IN", "ATTENDED", "ABOUT",
          "SERVES", "NEEDS", "OFFERS", "PARTY_TO")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ties:
    """What members are tied to by one sort of relationship.

    Parameters
    ----------
    others
        Ids of what stands at the other end, in order: the columns.
    matrix
        (n, k) CSR of ones.
    ids
        Id of the relationship by (row, column).
    """

    others: tuple[str, ...]
    matrix: sparse.csr_array
    ids: Mapping[tuple[int, int], str]

    def of(self, row: int) -> list[int]:
        """Return the columns of a row, in order."""
        return [int(column) for column in self.matrix.indices[self.matrix.indptr[row] : self.matrix.indptr[row + 1]]]


@dataclass(frozen=True, slots=True)
class Projection:
    """The network as arrays, for one viewer.

    Parameters
    ----------
    revision, structure_revision
        Of the store when it was read.
    ids, kinds, names
        Of the n members, in order of id.
    values
        Properties of the members: a list of n values, None where unknown.
    partnerships
        (m, 2) pairs of members that work together, smaller index first, sorted.
    partnership_ids
        Ids of those relationships, in that order.
    since
        (m,) days since the year 1 on which each partnership began at the earliest, NaN where nobody says.
    ended
        (e, 2) pairs whose partnership ended.
    ended_ids
        Ids of those relationships, in that order.
    ties
        What members are tied to: ``areas``, ``people``, ``meetings``, ``about``, ``serves``, ``needs``, ``offers``,
        ``programmes``, ``supporters``, ``agreements``.
    agreement_kinds
        Sort of each agreement that has not ended, by id; empty where nobody says.
    funders
        Who gives or gave each member money.
    funding_ends
        Ids of the relationships by which somebody gives money and of which a source says until when.
    others
        Names of everything at the other end, by id.
    places
        The areas, how they lie in and beside each other.
    coordinates
        (n, 2) metres in a local plane, NaN where no area of a member has a known middle.
    """

    revision: int
    structure_revision: int
    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    values: Mapping[str, tuple[Any, ...]]
    partnerships: IntArray
    partnership_ids: tuple[str, ...]
    since: FloatArray
    ended: IntArray
    ended_ids: tuple[str, ...]
    ties: Mapping[str, Ties]
    agreement_kinds: Mapping[str, str]
    funders: Ties
    funding_ends: frozenset[str]
    others: Mapping[str, str]
    places: Places
    coordinates: FloatArray

    @property
    def n(self) -> int:
        """Number of members."""
        return len(self.ids)

    def is_kind(self, kind: str) -> npt.NDArray[np.bool_]:
        """Return which members are of a kind."""
        return np.array([one == kind for one in self.kinds], dtype=bool)


SORTS: Mapping[str, tuple[str, bool]] = {
    "about": ("ABOUT", True),
    "serves": ("SERVES", True),
    "needs": ("NEEDS", True),
    "offers": ("OFFERS", True),
    "areas": ("ACTIVE_IN", True),
    "meetings": ("ATTENDED", True),
    "programmes": ("PART_OF", True),
    "people": ("INVOLVED_IN", False),
    "supporters": ("SUPPORTS", False),
    "agreements": ("PARTY_TO", True),
}
"""Sort of tie -> type of relationship, and whether the member stands at its start."""


def project(view: View) -> Projection:
    """Read what a viewer may see, and return it as arrays.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Notes
    -----
    One question to the store; linear in nodes and relationships.
    """
    snapshot = view.snapshot(kinds=_KINDS, properties=_PROPERTIES, types=_TYPES, relationship_properties=_OF_TIES)
    nodes = snapshot.nodes
    rows = [number for number, kind in enumerate(nodes.kinds) if kind in MEMBERS]
    row_of = {number: row for row, number in enumerate(rows)}
    places = read_places(snapshot)
    ties = {name: _ties(snapshot, row_of, *sort) for name, sort in SORTS.items()}
    partnerships = _partnerships(snapshot, row_of)
    return Projection(
        snapshot.revision,
        snapshot.structure_revision,
        tuple(nodes.ids[number] for number in rows),
        tuple(nodes.kinds[number] for number in rows),
        tuple(nodes.names[number] for number in rows),
        {name: tuple(column[number] for number in rows) for name, column in nodes.values.items()},
        partnerships.pairs,
        partnerships.ids,
        partnerships.since,
        partnerships.ended,
        partnerships.ended_ids,
        ties,
        _agreement_kinds(snapshot),
        _ties(snapshot, row_of, "SUPPORTS", False, support="funds"),
        _known_to_end(snapshot),
        dict(zip(nodes.ids, nodes.names, strict=True)),
        places,
        coordinates_of(ties["areas"].others, ties["areas"].matrix, places),
    )


def _ties(
    snapshot: Snapshot, row_of: Mapping[int, int], type_: str, outgoing: bool, *, support: str | None = None
) -> Ties:
    """Return one sort of tie, or of support one way only.

    For ``PART_OF`` only to programmes: a whole of the same kind is no tie between two.
    """
    nodes, edges = snapshot.nodes, snapshot.relationships
    found: list[tuple[int, str, str]] = []
    columns = zip(edges.ids, edges.types, edges.starts, edges.ends, edges.values["support"], strict=True)
    for id_, name, start, end, how in columns:
        if name != type_ or support not in (None, how):
            continue
        member, other = (start, end) if outgoing else (end, start)
        if member in row_of and not (type_ == "PART_OF" and nodes.kinds[other] != "Programme"):
            found.append((row_of[member], nodes.ids[other], id_))
    others = tuple(sorted({other for _, other, _ in found}))
    column_of = {other: number for number, other in enumerate(others)}
    ids = {(row, column_of[other]): id_ for row, other, id_ in sorted(found, key=lambda one: one[2], reverse=True)}
    return Ties(others, _matrix(ids, (len(row_of), len(others))), ids)


def _agreement_kinds(snapshot: Snapshot) -> Mapping[str, str]:
    nodes = snapshot.nodes
    columns = zip(nodes.ids, nodes.kinds, nodes.values["agreement_kind"], nodes.values["status"], strict=True)
    return {id_: str(sort or "") for id_, kind, sort, status in columns if kind == "Agreement" and status != "ended"}


def _known_to_end(snapshot: Snapshot) -> frozenset[str]:
    edges = snapshot.relationships
    columns = zip(edges.ids, edges.values["support"], edges.values["until"], strict=True)
    return frozenset(id_ for id_, how, until in columns if how == "funds" and until is not None)


def _matrix(cells: Iterable[tuple[int, int]], shape: tuple[int, int]) -> sparse.csr_array:
    pairs = np.array(sorted(cells), dtype=np.int64).reshape(-1, 2)
    return sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=shape)


@dataclass(frozen=True, slots=True)
class _Partnerships:
    """Columns of the projection that are about partnerships."""

    pairs: IntArray
    ids: tuple[str, ...]
    since: FloatArray
    ended: IntArray
    ended_ids: tuple[str, ...]


def _partnerships(snapshot: Snapshot, row_of: Mapping[int, int]) -> _Partnerships:
    edges = snapshot.relationships
    status, since = edges.values["status"], edges.values["since"]
    found: dict[tuple[int, int], tuple[str, str | None]] = {}
    ended: dict[tuple[int, int], str] = {}
    for number, type_ in enumerate(edges.types):
        if type_ != "PARTNERS_WITH" or edges.starts[number] not in row_of or edges.ends[number] not in row_of:
            continue
        one, other = sorted((row_of[edges.starts[number]], row_of[edges.ends[number]]))
        if status[number] == "ended":
            ended.setdefault((one, other), edges.ids[number])
        else:
            found.setdefault((one, other), (edges.ids[number], since[number]))
    pairs = sorted(found)
    begun = [found[pair][1] for pair in pairs]
    days = [math.nan if one is None else float(PartialDate.parse(one).earliest.toordinal()) for one in begun]
    over = sorted(ended.keys() - found.keys())
    return _Partnerships(
        _pairs(pairs),
        tuple(found[pair][0] for pair in pairs),
        np.array(days),
        _pairs(over),
        tuple(ended[pair] for pair in over),
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> IntArray:
    return np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
