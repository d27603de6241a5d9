"""Beliefs by name, with one for what has none."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.pair_features import FAMILIES
from graph.algorithms.prior import (
    BEND_FIRMNESS,
    LEAST_PRECISION,
    ONE_SIDED,
    PRECISION,
    TWO_SIDED,
    UNNAMED,
    Belief,
    Prior,
)
from graph.algorithms.rich_prior import RICH_ONE_SIDED, RICH_TWO_SIDED
from graph.algorithms.rich_structure import RICH_NAMES
from graph.algorithms.structure import HEAVY_TAILED, STRUCTURAL_NAMES
from graph.errors import InputError


def test_beliefs_come_in_the_order_of_the_names() -> None:
    prior = Prior({"near": Belief(0.5, 10.0)}, unnamed=Belief(0.1, 20.0))
    means, precisions = prior.of(["other", "near"])
    assert means.tolist() == [0.1, 0.5]
    assert precisions.tolist() == [20.0, 10.0]


def test_a_caller_may_add_his_own_without_touching_the_shipped_prior() -> None:
    mine = ONE_SIDED.with_beliefs({"shared_people": Belief(0.8), "l3": Belief(0.0)})
    assert mine.of(["shared_people", "l3"])[0].tolist() == [0.8, 0.0]
    assert ONE_SIDED.of(["shared_people"])[0].tolist() == [UNNAMED.mean]
    assert ONE_SIDED.beliefs["l3"].mean > 0


@pytest.mark.parametrize("prior", [ONE_SIDED, TWO_SIDED])
def test_the_thin_priors_name_every_term_and_no_path_counts_against(prior: Prior) -> None:
    assert set(STRUCTURAL_NAMES) < set(prior.beliefs) < set(FAMILIES)
    assert all(prior.beliefs[name].mean >= 0 for name in HEAVY_TAILED)
    assert all(belief.precision == PRECISION for belief in prior.beliefs.values())


@pytest.mark.parametrize("prior", [RICH_ONE_SIDED, RICH_TWO_SIDED])
def test_the_rich_priors_name_every_term_and_families_speak_for_a_link(prior: Prior) -> None:
    assert set(RICH_NAMES) < set(prior.beliefs) <= set(FAMILIES)
    paths = [prior.beliefs[name].mean for name in RICH_NAMES if FAMILIES[name] == "paths"]
    assert sum(paths) > 0.3


def test_rich_lines_are_believed_straight() -> None:
    means, precisions = RICH_ONE_SIDED.of(["l3", "katz"])
    assert means.shape == precisions.shape == (6,)
    assert not means[2:].any()
    assert (precisions[2:] == BEND_FIRMNESS * precisions[0]).all()


@pytest.mark.parametrize("belief", [Belief(np.nan), Belief(1.0, 0.0), Belief(1.0, -1.0), Belief(0.0, np.inf)])
def test_an_impossible_belief_is_refused_by_name(belief: Belief) -> None:
    with pytest.raises(InputError, match="near") as refused:
        ONE_SIDED.with_beliefs({"near": belief})
    assert refused.value.concerning == "near"


def test_a_prior_of_small_networks_stands_less_firm_on_larger_ones() -> None:
    prior = Prior({"firm": Belief(0.5, 400.0), "weak": Belief(0.1, 5.0)}, links=100.0)
    assert prior.at(100) is prior
    assert prior.at(400).beliefs["firm"] == Belief(0.5, 100.0)
    assert prior.at(10_000_000).beliefs == {"firm": Belief(0.5, LEAST_PRECISION), "weak": Belief(0.1, 5.0)}
    assert Prior({"firm": Belief(0.5, 400.0)}).at(10_000_000).beliefs["firm"].precision == 400
