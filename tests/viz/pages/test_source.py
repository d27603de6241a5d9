"""The page of a source: all it says, statement by statement, in pages; or only what it says of one thing."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.serving import ELCURA, Desk
from viz.pages.node import node_page
from viz.pages.source import ON_PAGE, make_source_part

Look = Callable[..., Desk]
BULLETIN = "source/public-result-2016-12-19"


def test_statements_stand_by_what_they_are_about_with_their_place(hague: Network, desk: Look) -> None:
    part = make_source_part(desk(hague).material(BULLETIN))
    said = {one.line.name: one.said for one in part.said}
    assert part.count <= ON_PAGE
    assert ("Ook genoemd", "Bouwlust") in [(one.label, one.text) for one in said["Bouwlust en Vrederust"]]
    assert all(one.places for group in part.said for one in group.said)


def test_a_long_source_goes_on_where_the_page_ended(practice: Network, desk: Look) -> None:
    material = desk(practice).material("source/oefenstad-initiatieven-2025")
    first = make_source_part(material)
    rest = make_source_part(material, after=first.next)
    assert first.next
    assert not {one.line.id for one in first.said[:-1]} & {one.line.id for one in rest.said}


def test_what_it_says_of_one_thing_has_an_address_of_its_own(hague: Network, desk: Look) -> None:
    part = make_source_part(desk(hague).material(BULLETIN), over=ELCURA)
    assert part.over is not None
    assert part.over.name == "ElCura Zorgt"
    (about,) = part.said
    assert {"Samenvatting", "Werkt in", "Was bij"} <= {one.label for one in about.said}


def test_a_document_that_nobody_read_in_says_so(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    page = str(node_page(looking.view, looking.shell, "Source", "source/lijst-van-154-aangeleverde-initiatieven"))
    assert "Hieruit is niets ingelezen." in page


def test_what_a_source_says_in_confidence_is_for_staff(network: Network, desk: Look) -> None:
    City(network.store).load(
        says("lijst", level=Level.PUBLIC).node("source/lijst", name="Lijst").node("initiative/x", name="X"),
        says("lijst", level=Level.INTERNAL).about("initiative/x", volunteers="5 person"),
    )
    public = make_source_part(desk(network).material("source/lijst"))
    inside = make_source_part(desk(network, Role.STAFF).material("source/lijst"))
    assert inside.count == public.count + 1
    assert "5 personen" not in str(public)
