"""Keys: the names and numbers by which a thing is found again, in the form in which they are compared."""

from __future__ import annotations

import pytest

from graph.schema.keys import NAMES, Key, key_of
from graph.schema.model import node_properties
from graph.schema.values import Value


@pytest.mark.parametrize(
    ("property_", "value", "key"),
    [
        ("name", "Anna’s Gedoe", (NAMES, "annas gedoe")),
        ("aliases", "ANNA'S  gedoe!", (NAMES, "annas gedoe")),
        ("resident_labels", "Een plek", (NAMES, "een plek")),
        ("name", "🌻", None),
        ("cbs_code", "WK051838", ("cbs_code", "wk051838")),
        ("kvk_number", "12.34 56-78", ("kvk_number", "12345678")),
        ("rsin", "-", None),
        ("website", "https://www.Example.org/Buurt/", ("website", "example.org/buurt")),
        ("website", "http://example.org", ("website", "example.org")),
        ("website", "https://example.org/?id=7#top", ("website", "example.org?id=7")),
        ("summary", "Soep", None),
        ("phase", "idea", None),
    ],
)
def test_a_value_of_a_key_property_is_a_key(property_: str, value: Value, key: Key | None) -> None:
    assert key_of(node_properties()[property_], value) == key


def test_two_ways_to_write_one_key_are_one_key() -> None:
    website = node_properties()["website"]
    ways = ("https://example.org/a", "http://www.example.org/a/", "HTTPS://EXAMPLE.ORG/a")
    assert len({key_of(website, way) for way in ways}) == 1
