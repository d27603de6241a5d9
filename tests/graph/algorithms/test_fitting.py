"""How firmly a prior stands on graphs of different size."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.fitting import _means
from graph.algorithms.pair_features import PairFeatures
from graph.algorithms.pair_space import build_pair_space
from graph.algorithms.rich_prior import FIRMNESS, RICH_ONE_SIDED, RICH_TWO_SIDED, TWO_SIDED_FIRMNESS, TWO_SIDED_LINKS
from graph.algorithms.rich_structure import RICH_NAMES, RichStructure


@pytest.mark.parametrize(
    ("n", "sides", "firmness"),
    [
        (60, False, FIRMNESS),
        (150, False, FIRMNESS / 1.5),
        (600, False, FIRMNESS / 2),
        (600, True, TWO_SIDED_FIRMNESS * TWO_SIDED_LINKS / 599),
    ],
)
def test_hundreds_of_nodes_hold_less_to_what_tens_taught(n: int, *, sides: bool, firmness: float) -> None:
    table = build_edge_table(list(nx.path_graph(n).edges), n)
    space = build_pair_space(n, table.keys(), sides=np.arange(n) % 2 if sides else None)
    prior = RICH_TWO_SIDED if sides else RICH_ONE_SIDED
    precisions = _means(prior, PairFeatures(RichStructure(table), ()), space)[1]
    assert np.allclose(precisions[: len(RICH_NAMES)], firmness, rtol=0.05)
