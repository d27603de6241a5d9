"""Two side by side: in words what is alike, what differs, and what one adds to the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.network import Network
from graph.schema.words import Lang
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.serving import Desk
from viz.pages.citing import Citing
from viz.pages.pair_rows import PairRow, count_words, pair_rows

A, B = "initiative/kade", "initiative/cafe-kade"
Rows = dict[str, PairRow]


@pytest.fixture
def compare(network: Network, desk: Callable[..., Desk]) -> Callable[..., Rows]:
    """Give the rows of two initiatives that agree, differ and add, in a language."""
    one, other = says("lijst", "2025-01-01"), says("grants", "2025-02-01")
    one.node(A, name="Taalcafé aan de Kade", started_on="2018", phase="running", members="12 person")
    other.node(B, name="Taal-café Kade", started_on="2017", phase="running")
    for number, (said, id_) in enumerate(((one, A), (one, A), (other, B), (one, A))):
        topic = f"topic/{min(number, 2) if said is other else number}"
        said.node(topic, name=f"onderwerp {topic[-1]}", scheme="theme").tie("ABOUT", id_, topic)
    other.tie("ABOUT", B, "topic/0").tie("PARTNERS_WITH", A, B)
    for said in (one, other):
        City(network.store).load(said)

    def rows(lang: Lang = "nl") -> Rows:
        looking = desk(network, Role.STAFF, lang)
        one, other = (network.sheet(looking.view, id_, lang) for id_ in (A, B))
        return {row.label: row for row in pair_rows(one, other, Citing(looking.view, looking.shell), lang)}

    return rows


def test_values_are_alike_different_or_known_of_one(compare: Callable[..., Rows]) -> None:
    rows = compare()
    assert {label: rows[label].words for label in ("Fase", "Begonnen", "Leden")} == {
        "Fase": "gelijk", "Begonnen": "verschilt", "Leden": "bij één bekend"}  # fmt: skip
    assert [one.text for one in rows["Begonnen"].together] == ["2018", "2017"]
    assert all(one.cited for one in rows["Begonnen"].together)
    assert [one.text for one in rows["Leden"].together] == ["12 personen"]


def test_names_at_the_other_end_are_compared_as_sets(compare: Callable[..., Rows]) -> None:
    row = compare()["Gaat over"]
    assert (row.sign, row.words) == ("check", "één gelijk")
    assert len(row.together) == len({one.text for side in row.sides for one in side}) == 4
    assert not row.is_alike


def test_that_the_two_deal_with_each_other_is_no_row(compare: Callable[..., Rows]) -> None:
    assert not [label for label in compare() if "samen met" in label]
    assert compare("en")["Phase"].words == "the same"
    assert (count_words(2, "nl"), count_words(11, "en")) == ("twee", "11")
