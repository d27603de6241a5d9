"""The prior of the rich features: weights as learned on other networks, from which every fit starts.

Learned by ``bench/prior_learning.py`` on eighteen small social networks, fourteen one-sided and four two-sided. Terms
say much the same and share weight among them, so that single signs mislead: read a family's sum.
"""

from __future__ import annotations

from graph.algorithms.across_sides import ACROSS_NAMES
from graph.algorithms.pair_terms import FEATURE_OVERLAP, TEXT_SIMILARITY
from graph.algorithms.prior import CONTENT, Belief, Prior
from graph.algorithms.standing_out import STANDING_OUT_NAMES
from graph.algorithms.surroundings import AROUND, STEPS

FIRMNESS = 120.0
"""How firmly a mean stands, in links. Learned on fifteen networks, which differ: firmer is better on most of them, and
much worse on those where everybody was asked for the same number of names."""

TWO_SIDED_FIRMNESS = 400.0
"""Two-sided networks of some forty nodes say little by themselves."""

TWO_SIDED_LINKS = 100.0
"""Links of the networks that the two-sided means were learned on: larger ones are believed to be like them ever less.
"""

_ONE_SIDED: dict[str, float] = {
    "common_neighbours": 0.029,
    "adamic_adar": 0.085,
    "resource_allocation": 0.213,
    "jaccard": 0.083,
    "cosine": 0.205,
    "naive_bayes": 0.034,
    "l3": -0.05,
    "l3_even": 0.004,
    "filtering": 0.053,
    "filtering_share": 0.171,
    "pagerank": 0.106,
    "pagerank_long": 0.147,
    "pagerank_longest": 0.074,
    "even_walk": 0.123,
    "shrunk_spectrum": 0.113,
    "walk_profile": 0.022,
    "nearness": -0.077,
    "shared_current": -0.234,
    "katz": -0.17,
    "autoencoder": 0.215,
    "group_rate": 0.116,
    "fine_group_rate": 0.034,
    "membership_rate": 0.101,
    "inverse_distance": -0.174,
    "degree_product": -0.015,
    "degree_difference": -0.02,
    "least_degree": -0.231,
    "neighbour_degree": -0.194,
}

_TWO_SIDED: dict[str, float] = {
    "common_neighbours": 0.0,
    "adamic_adar": 0.0,
    "resource_allocation": 0.0,
    "jaccard": 0.0,
    "cosine": 0.0,
    "naive_bayes": 0.0,
    "l3": 0.099,
    "l3_even": 0.087,
    "filtering": 0.08,
    "filtering_share": 0.103,
    "pagerank": 0.055,
    "pagerank_long": 0.104,
    "pagerank_longest": 0.117,
    "even_walk": -0.024,
    "shrunk_spectrum": 0.158,
    "walk_profile": 0.004,
    "nearness": -0.096,
    "shared_current": 0.072,
    "katz": 0.142,
    "autoencoder": -0.117,
    "group_rate": 0.069,
    "fine_group_rate": 0.062,
    "membership_rate": 0.027,
    "inverse_distance": -0.14,
    "degree_product": -0.009,
    "degree_difference": 0.202,
    "least_degree": -0.15,
    "neighbour_degree": -0.171,
    **dict.fromkeys(ACROSS_NAMES, 0.0),
}

MILD = Belief(0.1, 20.0)
"""Judgement, not measurement: speaks for a link, weakly, and yields to some tens of links."""

_DATED: dict[str, float] = {
    "recent_activity": 0.4,
    "least_activity": 0.0,
    "latest_link": 0.4,
    "recent_neighbours": 0.0,
    "recent_paths": 0.0,
    "lasting_activity": 0.2,
    "lasting_least_activity": 0.15,
    "lasting_neighbours": 0.05,
}
"""Means over what four made-up dated graphs taught, two of collaborations and two of messages."""

BESIDE_STRUCTURE = {
    **dict.fromkeys(STANDING_OUT_NAMES, MILD),
    **{f"{content}_{where}": MILD for content in (FEATURE_OVERLAP, TEXT_SIMILARITY) for where in (AROUND, *STEPS)},
    **{name: Belief(mean, MILD.precision) for name, mean in _DATED.items()},
}
"""Of graphs with content or dates. They were in none of the networks that the structure's weights were learned on."""

RICH_ONE_SIDED = Prior(
    {**CONTENT, **BESIDE_STRUCTURE, **{name: Belief(mean, FIRMNESS) for name, mean in _ONE_SIDED.items()}}, rich=True
)
"""Of graphs in which any two nodes may be linked."""

RICH_TWO_SIDED = Prior(
    {**CONTENT, **BESIDE_STRUCTURE, **{name: Belief(mean, TWO_SIDED_FIRMNESS) for name, mean in _TWO_SIDED.items()}},
    rich=True,
    links=TWO_SIDED_LINKS,
)
"""Of graphs in which links run between two sides only."""
