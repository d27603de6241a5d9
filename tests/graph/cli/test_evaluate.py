"""The command that measures the advice, as a programme officer types it."""

from __future__ import annotations

import pytest

from graph.practice.write import write_city
from tests.graph.cli.terminal import Terminal


@pytest.fixture
def city(empty: Terminal) -> Terminal:
    write_city(empty.folder / "stad", initiatives=100, seed=2)
    assert empty.run("init").code == 0
    assert empty.run("load", "stad").code == 0
    return empty


def test_it_tells_how_good_the_advice_is_and_draws_it(city: Terminal) -> None:
    nl = city.run("evaluate", "--picture", "kansen.svg")
    assert nl.code == 0
    assert all(words in nl.out for words in ("We verborgen", "het advies", "1 op "))
    assert (city.folder / "kansen.svg").read_text("utf-8").startswith("<svg")
    again = city.run("evaluate", "--format", "json").json
    assert again == city.run("evaluate", "--format", "json").json
    assert again["evaluation"]["model"]["auc"] > 0.5


def test_by_date_hides_the_newest(city: Terminal) -> None:
    found = city.run("evaluate", "--by", "date", "--format", "json").json
    assert (found["by"], found["evaluation"]["model"]["hidings"]) == ("date", 1)


def test_the_public_does_not_measure_and_an_empty_network_has_nothing_to_measure(empty: Terminal) -> None:
    assert empty.run("init").code == 0
    refused = empty.run("evaluate", "--as", "public")
    assert (refused.code, "staff, facilitator, admin" in refused.err) == (1, True)
    assert "0 samenwerkingen bekend" in empty.run("evaluate").out
