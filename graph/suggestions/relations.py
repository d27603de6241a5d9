"""What two members have to do with each other beside their partnerships: matrices for the model, by term."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

from graph.projection.projection import Projection, Ties
from graph.suggestions.need_sorts import is_joint

SHARED = {
    "shared_people": "people",
    "shared_meetings": "meetings",
    "shared_programmes": "programmes",
    "shared_supporters": "supporters",
}
"""Term -> sort of tie whose sharing it is."""


MOST_SHARING = 2_000
"""At most so many share what is looked at: of two among more it says next to nothing, and pairs grow as a square."""


def build_relations(projection: Projection) -> dict[str, sparse.csr_array]:
    """Return a symmetric (n, n) matrix for each relation; zero says that nothing is known of a pair.

    Parameters
    ----------
    projection
        The network.

    Notes
    -----
    What few share says more than what all share: a shared thing counts one over the logarithm of how many have it. What
    more than ``MOST_SHARING`` have counts nothing.
    """
    relations = {term: shared_matrix(projection.ties[sort].matrix) for term, sort in SHARED.items()}
    relations["need_met"] = _need_met(projection)
    districts, adjacency = district_matrices(projection)
    districts = _telling(districts)
    same = _pairs(districts @ districts.T)
    near = _pairs(districts @ adjacency @ districts.T)
    relations["same_district"] = same
    relations["adjacent_district"] = sparse.csr_array(near - near.multiply(same))
    return relations


def build_features(projection: Projection) -> sparse.csr_array:
    """Return what members are about and for whom they are, (n, d)."""
    return sparse.csr_array(sparse.hstack([projection.ties["about"].matrix, projection.ties["serves"].matrix]))


def district_matrices(projection: Projection) -> tuple[sparse.csr_array, sparse.csr_array]:
    """Return which member is in which district, (n, k) of ones, and which districts border on each other, (k, k)."""
    areas, places = projection.ties["areas"], projection.places
    of_area = [sorted(places.districts(area)) for area in areas.others]
    districts = sorted({district for found in of_area for district in found})
    place = {district: number for number, district in enumerate(districts)}
    cells = [(row, place[one]) for row, found in enumerate(of_area) for one in found]
    borders = [
        (place[one], place[other]) for one in districts for other in places.adjacent.get(one, ()) if other in place
    ]
    lies_in = _ones(cells, (len(of_area), len(districts)))
    members = sparse.csr_array(areas.matrix @ lies_in)
    members.data[:] = 1.0
    return members, _ones(borders, (len(districts), len(districts)))


def shared_matrix(matrix: sparse.csr_array) -> sparse.csr_array:
    """Return how much each two rows share, (n, n) with an empty diagonal: 1 / ln(1 + how many have it), added up.

    Parameters
    ----------
    matrix
        (n, k) of ones: who has what.
    """
    spread = np.asarray(matrix.sum(axis=0)).reshape(-1)
    rarity = sparse.diags_array(1 / np.log(1 + np.maximum(spread, 2)))
    telling = _telling(matrix)
    return _without_diagonal(sparse.csr_array(telling @ rarity @ telling.T))


def _need_met(projection: Projection) -> sparse.csr_array:
    needs, offers = projection.ties["needs"], projection.ties["offers"]
    topics = sorted({*needs.others, *offers.others})
    sought, offered = _telling(_aligned(needs, topics)), _telling(_aligned(offers, topics))
    met = sought @ offered.T
    # What one can only do with others is met by who seeks the same.
    joint = sparse.diags_array([float(is_joint(projection.others[topic])) for topic in topics])
    return _without_diagonal(sparse.csr_array(met + met.T + sought @ joint @ sought.T))


def _aligned(ties: Ties, topics: list[str]) -> sparse.csr_array:
    """Return ties with one column for each of the topics."""
    place = {topic: number for number, topic in enumerate(topics)}
    cells = [(row, place[ties.others[column]]) for row, column in ties.ids]
    return _ones(cells, (ties.matrix.shape[0], len(topics)))


def _telling(matrix: sparse.csr_array) -> sparse.csr_array:
    """Return a matrix without what more than ``MOST_SHARING`` rows have; of the same shape."""
    few = np.asarray(matrix.sum(axis=0)).reshape(-1) <= MOST_SHARING
    kept = sparse.csr_array(matrix @ sparse.diags_array(few.astype(float)))
    kept.eliminate_zeros()
    return kept


def _ones(cells: list[tuple[int, int]], shape: tuple[int, int]) -> sparse.csr_array:
    pairs = np.array(sorted(set(cells)), dtype=np.int64).reshape(-1, 2)
    return sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=shape)


def _pairs(matrix: Any) -> sparse.csr_array:
    """Return where a product is not zero, as ones, off the diagonal."""
    found = _without_diagonal(sparse.csr_array(matrix))
    found.data[:] = 1.0
    return found


def _without_diagonal(matrix: sparse.csr_array) -> sparse.csr_array:
    coordinates = matrix.tocoo()
    keep = (coordinates.row != coordinates.col) & (coordinates.data != 0)
    cells = (coordinates.data[keep], (coordinates.row[keep], coordinates.col[keep]))
    return sparse.csr_array(cells, shape=matrix.shape)
