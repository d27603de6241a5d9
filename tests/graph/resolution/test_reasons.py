from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graph.network import Network
from graph.resolution.matching import Outcome
from graph.resolution.reasons import Doubt, sentence
from graph.resolution.sign import Sign
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, says

STAFF = Viewer(Role.STAFF)


@pytest.fixture
def network() -> Iterator[Network]:
    store = SqliteStore(None)
    city = City(store)
    one = says("lijst", "2025-01-01", at=("row=3",)).node("source/lijst", name="Lijst van de wijk")
    one.node("initiative/1", name="Buurtkeuken De Pollepel", started_on="2016").node(
        "area/laak", name="Laak", level="district"
    )
    one.tie("ACTIVE_IN", "initiative/1", "area/laak").node("initiative/3", name="Eettafel De Pollepel")
    one.node("organisation/1", name="Gemeente Zonnehoek")
    city.load(one)
    other = says("grants", "2025-02-01", at=("row=9",)).node("source/grants", name="Subsidies")
    other.node("initiative/2", name="Buurtkeuken De Polepel", started_on="2020").tie(
        "ACTIVE_IN", "initiative/2", "area/laak"
    )
    other.node("organisation/2", name="Gemeente Zonnehoek, Dienst Stadsbeheer")
    city.load(other)
    network = Network(store)
    yield network
    network.close()


def doubts(network: Network, *, lang: str = "nl") -> list[Doubt]:
    return network.doubts(STAFF, network.resolution(STAFF).settled.matches, lang)


def test_reasons_add_up_to_the_score(network: Network) -> None:
    matches = network.resolution(STAFF).settled.matches
    for match, doubt in zip(matches, doubts(network), strict=True):
        assert doubt.log_odds == pytest.approx(match.comparison.log_odds)
        assert all(reason.weight > 0 for reason in doubt.reasons_for)
        assert all(reason.weight <= 0 for reason in doubt.reasons_against)


def test_a_reason_names_its_facts_with_their_sources(network: Network) -> None:
    [keuken] = [one for one in doubts(network) if one.sides[0].kind == "Initiative"]
    place = next(reason for reason in keuken.reasons_for if reason.code == "same_place")
    assert place.text.nl == "Ze werken in hetzelfde gebied: Laak."
    assert place.text.en == "They work in the same area: Laak."
    assert [(fact.citation.label, fact.citation.place) for fact in place.facts] == [
        ("Lijst van de wijk", "rij 3"), ("Subsidies", "rij 9")]  # fmt: skip
    start = next(reason for reason in keuken.reasons_against if reason.code == "other_start")
    assert [fact.text.nl for fact in start.facts] == ["2016", "2020"]


def test_each_side_says_what_it_is_called_and_who_speaks_of_it(network: Network) -> None:
    [keuken] = [one for one in doubts(network, lang="en") if one.sides[0].kind == "Initiative"]
    assert [side.name for side in keuken.sides] == ["Buurtkeuken De Pollepel", "Buurtkeuken De Polepel"]
    assert [[(cited.label, cited.place) for cited in side.sources] for side in keuken.sides] == [
        [("Lijst van de wijk", "row 3")], [("Subsidies", "row 9")]]  # fmt: skip


def test_a_part_is_told_with_its_whole_first(network: Network) -> None:
    [gemeente] = [one for one in doubts(network) if one.outcome is Outcome.PART]
    assert [side.id for side in gemeente.sides] == ["organisation/1", "organisation/2"]
    assert "is een onderdeel van Gemeente Zonnehoek" in " ".join(reason.text.nl for reason in gemeente.reasons_against)


def test_no_sentence_holds_an_id_or_an_open_slot(network: Network) -> None:
    for doubt in doubts(network):
        for reason in (*doubt.reasons_for, *doubt.reasons_against):
            assert not re.search(r"[{}]|area/|initiative/", reason.text.nl + reason.text.en)


def test_codes_are_told_in_words() -> None:
    said = sentence(Sign("other_sort", 1.0, "district", "borough"), {})
    assert said.nl == "Het zijn gebieden van een andere soort: wijk tegenover stadsdeel."
    said = sentence(Sign("other_identity", 1.0, "kvk_number", "1 / 2"), {})
    assert said.nl == "Ze hebben een ander KvK-nummer: 1 / 2."
    assert "weinig eigen" in sentence(Sign("rarity", -0.5, "buurt"), {}).nl
