"""Values over GraphQL: signs with their facts, two beside each other, and no more than the viewer may see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.api.towns import Asker
from tests.contracts.build import City, says

FIT = """query ($of: [ID!]!) { valueFit(of: $of) { shared notes against { code text facts { source { name } } }
  profiles { thing { id } note signs { code label facts { text source { name } place } } } } }"""


@pytest.fixture
def valued(network: Network) -> Network:
    """Give two initiatives of which sources tell values, and who pays one of them."""
    city = City(network.store)
    city.load(
        says("krant", "2026-01-10", at=("page=3",)).node("source/krant", name="Krant")
        .node("initiative/t", name="De Tuin", summary="Gemaakt door bewoners. Iedereen is welkom.")
        .node("initiative/k", name="De Kas", summary="Iedereen is welkom.").node("area/a", name="A", level="district")
        .node("organisation/f", name="Het Fonds").tie("SUPPORTS", "organisation/f", "initiative/t", support="funds")
    )  # fmt: skip
    city.load(
        says("nota", "2026-02-01", level=Level.INTERNAL).about(
            "initiative/k", summary="Iedereen is welkom, en duurzaam."
        )
    )
    return network


def test_one_profile_has_signs_with_their_facts_and_no_comparison(valued: Network, asked: Callable[..., Asker]) -> None:
    found = asked(valued, Role.PUBLIC)(FIT, of=["initiative/t"])["valueFit"]
    (profile,) = found["profiles"]
    assert {one["code"] for one in profile["signs"]} == {"ownership", "openness"}
    assert profile["signs"][0]["facts"][0]["source"]["name"] == "Krant"
    assert (found["shared"], found["against"], found["notes"]) == ([], [], [])


def test_two_share_what_sources_name_with_both(valued: Network, asked: Callable[..., Asker]) -> None:
    found = asked(valued, Role.PUBLIC)(FIT, of=["initiative/t", "initiative/k"])["valueFit"]
    assert found["shared"] == ["iedereen is welkom"]
    assert "duurzaam" not in str(found)
    assert "duurzaamheid" in str(asked(valued, Role.STAFF)(FIT, of=["initiative/k"]))


def test_a_warning_stands_on_facts(valued: Network, asked: Callable[..., Asker]) -> None:
    (warning,) = asked(valued, Role.PUBLIC)(FIT, of=["initiative/t", "organisation/f"])["valueFit"]["against"]
    assert "Het Fonds" in warning["text"]
    assert warning["facts"][0]["source"]["name"] == "Krant"


@pytest.mark.parametrize(
    ("of", "code"),
    [([], "BAD_INPUT"), (["area/a"], "BAD_INPUT"), (["initiative/x"], "NOT_FOUND"),
     (["initiative/t", "initiative/t"], "BAD_INPUT")],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(
    valued: Network, asked: Callable[..., Asker], of: list[str], code: str
) -> None:
    assert asked(valued).code(FIT, of=of) == code
    assert asked(valued).code(FIT, of=["initiative/t", "initiative/k", "organisation/f"]) in ("BAD_INPUT", "TOO_COSTLY")
