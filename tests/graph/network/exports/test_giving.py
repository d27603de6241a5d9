"""Grants for 360Giving: only those of which all is known that the standard asks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, Says, says
from tests.graph.network.exports.written import written


def _grant(**values: Any) -> Says:
    said = says("lijst", "2020-01-01").node("source/lijst", name="Lijst", address="https://example.org/lijst")
    given = {"agreement_kind": "grant", "name": "Soep", "amount": "15000 EUR", "signed_on": "2019-05-06"} | values
    said.node("agreement/soep", **{name: value for name, value in given.items() if value is not None})
    said.node("organisation/fonds", name="Het Fonds", kvk_number="12345678").node("initiative/bus", name="De Soepbus")
    said.tie("SUPPORTS", "organisation/fonds", "agreement/soep", support="funds")
    return said.tie("PARTY_TO", "initiative/bus", "agreement/soep").tie(
        "PARTY_TO", "organisation/fonds", "agreement/soep"
    )


def _network(said: Says) -> Network:
    store = SqliteStore(None)
    City(store).load(said)
    return Network(store)


def test_a_grant_says_who_gave_how_much_to_whom_and_when() -> None:
    grants = json.loads(written(_network(_grant()), "360giving"))["grants"]
    assert grants == [
        {"id": "agreement/soep", "title": "Soep", "description": "Soep", "currency": "EUR", "amountAwarded": 15000,
         "awardDate": "2019-05-06", "dataSource": "https://example.org/lijst",
         "fundingOrganization": [{"id": "NL-KVK-12345678", "name": "Het Fonds"}],
         "recipientOrganization": [{"id": "initiative/bus", "name": "De Soepbus"}]}
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lacking",
    [{"amount": None}, {"amount": "about 15000 EUR"}, {"signed_on": "2019"}, {"signed_on": None}, {"name": None},
     {"agreement_kind": "contract"}],
)  # fmt: skip
def test_a_grant_of_which_less_is_known_is_left_out(lacking: dict[str, str | None]) -> None:
    with pytest.raises(InputError, match="subsidie"):
        written(_network(_grant(**lacking)), "360giving")


def test_where_there_are_no_grants_a_sentence_says_so(den_haag: Network) -> None:
    with pytest.raises(InputError, match="ander formaat"):
        written(den_haag, "360giving")
