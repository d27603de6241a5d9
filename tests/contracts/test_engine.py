"""Computing where the data are: an answer of what its viewer sees, or one sentence that says what to do."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.store.computing import RankSpec
from graph.store.questions import Role
from graph.suggestions.networks import HANGS_TOGETHER
from tests.contracts.build import City, says


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_a_store_computes_or_says_what_to_do(city: City, role: Role) -> None:
    city.load(
        says("one").node("initiative/a").node("initiative/b").tie("PARTNERS_WITH", "initiative/a", "initiative/b")
    )
    with city.view(role) as view:
        try:
            engine = view.engine()
        except StoreError as error:
            assert "‘make neo4j GDS=1’" in error.nl
            assert "--engine gds" in error.en
        else:
            assert engine.rank(RankSpec(HANGS_TOGETHER)).scores == pytest.approx((0.5, 0.5))
