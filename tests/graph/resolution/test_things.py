from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.network import Network
from graph.resolution.things import MOST_NAMES, Things, read_things
from graph.schema.declaration import Level
from graph.store.base import Store
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, says

HERE = "initiative/pollepel"


@pytest.fixture
def store() -> Iterator[Store]:
    store = SqliteStore(None)
    said = says("lijst")
    said.node(
        HERE,
        name="De Pollepel",
        aliases=[f"Pollepel {letter}" for letter in "abcdefgh"],
        website="https://www.Pollepel.example/",
        started_on="2019-05",
        kvk_number="1234 5678",
    )
    said.node("initiative/soepbus", name="De Soepbus")
    said.node("area/delft", name="Delft", level="municipality").node("area/hof", name="Hof van Delft", level="district")
    said.node("area/genoemd", name="Vrijenbann").node("topic/eten", name="eten")
    said.node("meeting/avond", name="Avond")
    said.tie("ACTIVE_IN", HERE, "area/hof").tie("PART_OF", "area/hof", "area/delft")
    said.tie("PARTNERS_WITH", HERE, "initiative/soepbus").tie("ATTENDED", HERE, "meeting/avond", role="participant")
    said.tie("ABOUT", HERE, "topic/eten")
    city = City(store)
    city.load(said)
    city.load(says("intern", level=Level.INTERNAL).node("person/1", name="Anna Waterbolk").node("person/2"))
    yield store
    store.close()


def read(store: Store, role: Role = Role.STAFF) -> Things:
    with Network(store).view(Viewer(role)) as view:
        return read_things(view)


def test_a_thing_has_its_names_numbers_places_and_ties(store: Store) -> None:
    pollepel = read(store).of_kind["Initiative"][0]
    assert pollepel.names[0].text == "De Pollepel" and len(pollepel.names) == MOST_NAMES
    assert (pollepel.website, pollepel.started, dict(pollepel.numbers)) == (
        "pollepel.example", "2019", {"kvk_number": "12345678"})  # fmt: skip
    assert pollepel.areas == {"area/hof"} and pollepel.around == {"area/hof", "area/delft"}
    assert pollepel.cities == {"area/delft"}
    assert pollepel.ties == {"initiative/soepbus", "meeting/avond"} and pollepel.direct == {"initiative/soepbus"}
    assert pollepel.topics == {"topic/eten"}


def test_a_place_that_is_only_mentioned_is_not_known_as_one(store: Store) -> None:
    places = read(store).places
    assert places["delft"] == {"area/delft", "area/hof"}
    assert "vrijenbann" not in places
    assert places["rotterdam"] == set()


def test_names_of_people_are_read_by_who_may_see_them_and_the_unnamed_by_nobody(store: Store) -> None:
    assert [thing.id for thing in read(store).of_kind["Person"]] == ["person/1"]
    assert read(store, Role.PUBLIC).of_kind["Person"] == ()
