"""The page of a node, as plain values: rows with who says so, what differs, what nobody said, what moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import UnknownIdError
from graph.network import Network
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, person, says
from tests.viz.serving import BOUWLUST, ELCURA, Desk
from viz.pages.node import Moved, node_page
from viz.pages.rows import tie_rows, unknown_rows, value_rows

Look = Callable[..., Desk]
TUIN = "initiative/tuin"


def _town(network: Network) -> City:
    city = City(network.store)
    city.load(
        says("gids", "2016-06-28", at=("page=3",))
        .node("source/gids", name="Gids", published_on="2016-06-28")
        .node(TUIN, name="De Tuin", members="about 40 person", website="https://tuin.nl")
        .none(TUIN, "PARTNERS_WITH"),
        published_on="2016-06-28",
    )
    city.load(says("krant", "2017-02", at=("row=2",)).node("source/krant", name="Krant", published_on="2017-02")
              .node(TUIN, name="De Tuin", members="60 person"), published_on="2017-02")  # fmt: skip
    return city


def test_every_value_is_said_by_somebody(hague: Network, desk: Look) -> None:
    material = desk(hague).material(ELCURA)
    rows = list(value_rows(material))
    assert rows
    assert all(row.cited or row.boxes for row in rows)
    assert all(entry.cited for row in tie_rows(material) for entry in row.entries)
    assert all(one.url.startswith("/bron/") for row in rows for one in row.cited)


def test_sources_that_differ_stand_side_by_side_oldest_first(network: Network, desk: Look) -> None:
    _town(network)
    (row,) = [row for row in value_rows(desk(network).material(TUIN)) if row.place == "members"]
    assert [box.text for box in row.boxes] == ["ongeveer 40 personen", "60 personen"]
    assert [box.cited[0].label for box in row.boxes] == ["Gids, 28-06-2016", "Krant, 02-2017"]
    assert not row.is_corrected


def test_a_correction_stands_above_what_sources_say(network: Network, desk: Look) -> None:
    _town(network).decide("fix", person("2018-01-01").about(TUIN, members="45 person"))
    (row,) = [row for row in value_rows(desk(network).material(TUIN)) if row.place == "members"]
    assert (row.text, row.is_corrected, row.cited[0].is_person) == ("45 personen", True, True)
    assert [box.text for box in row.boxes] == ["ongeveer 40 personen", "60 personen"]


def test_none_is_a_value_with_a_source_and_not_unknown(network: Network, desk: Look) -> None:
    _town(network)
    material = desk(network).material(TUIN)
    assert [row.text for row in value_rows(material) if row.place == "PARTNERS_WITH"] == ["geen"]
    assert all("PARTNERS_WITH" not in row.places for row in unknown_rows(material))


def test_unknown_rows_begin_with_whom_and_leave_out_what_nobody_misses(hague: Network, desk: Look) -> None:
    labels = [row.label for row in unknown_rows(desk(hague).material(ELCURA))]
    assert labels[:2] == ["Werkt samen met", "Zoekt, biedt"]
    assert "Leden, vrijwilligers" in labels
    page = node_page(desk(hague).view, desk(hague).shell, "Outcome", "outcome/b04f829ca9625ce2")
    assert isinstance(page, str)
    assert "Onderzoeksvraag" not in page


@pytest.mark.parametrize(("role", "shown"), [(Role.PUBLIC, False), (Role.FACILITATOR, False), (Role.STAFF, True)])
def test_adding_is_offered_to_who_may(hague: Network, desk: Look, role: Role, shown: bool) -> None:
    looking = desk(hague, role)
    page = node_page(looking.view, looking.shell, "Initiative", ELCURA)
    assert isinstance(page, str)
    assert "onbekend" in page
    assert ("vul aan" in page) == shown


def test_an_old_single_source_is_said_in_a_note(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    page = str(node_page(looking.view, looking.shell, "Initiative", ELCURA))
    assert "zelf is er één bron, van 19 december 2016." in " ".join(page.split())
    assert "We weten niet of het nu nog bestaat." in page


def test_what_no_source_names_is_told_by_its_summary(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.PUBLIC, "en")
    page = str(node_page(looking.view, looking.shell, "Initiative", "initiative/alliantie-bouwlust"))
    assert "<h1>Not named</h1>" in page
    assert "Alliantie van kansrijke initiatieven in Bouwlust." in page
    assert "naam niet genoemd" not in page


def test_another_kind_in_the_address_leads_to_the_page(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    assert node_page(looking.view, looking.shell, "Meeting", BOUWLUST) == Moved(f"/gebied/{BOUWLUST}")


def test_a_merged_id_leads_to_the_page_that_stays(network: Network, desk: Look) -> None:
    _town(network).load(says("lijst").node("initiative/buurttuin", name="Buurttuin"))
    network.merge(TUIN, "initiative/buurttuin", Viewer(Role.ADMIN))
    looking = desk(network)
    moved = node_page(looking.view, looking.shell, "Initiative", "initiative/buurttuin")
    assert moved == Moved(f"/initiatief/{TUIN}")


def test_what_is_nowhere_is_unknown(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    with pytest.raises(UnknownIdError):
        node_page(looking.view, looking.shell, "Initiative", "initiative/nergens")


def test_one_source_of_many_relationships_is_said_once(hague: Network, desk: Look) -> None:
    rows = {row.label: row for row in tie_rows(desk(hague).material(BOUWLUST))}
    (shared,) = rows["Grenst aan"].shared
    assert (shared.label, shared.place) == ("Wijken en buurten van Den Haag, indeling 2014", "")
    assert rows["Hoort bij"].shared == ()
