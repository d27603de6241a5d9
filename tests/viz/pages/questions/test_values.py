"""Values on a page: each sign with its source, two beside each other, what is not known told with how to add it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import ELCURA, Desk
from viz.pages.questions.values import values_page

Look = Callable[..., Desk]
BOTH = "wie=initiative/t&wie=initiative/k"


@pytest.fixture
def valued(network: Network) -> Network:
    """Give two initiatives of which sources tell values, one of them to staff only, and who pays one."""
    city = City(network.store)
    city.load(
        says("krant", "2026-01-10", at=("page=3",)).node("source/krant", name="Krant")
        .node("initiative/t", name="De Tuin", summary="Gemaakt door bewoners. Iedereen is welkom.")
        .node("initiative/k", name="De Kas", summary="Iedereen is welkom.")
        .node("organisation/f", name="Het Fonds").tie("SUPPORTS", "organisation/f", "initiative/t", support="funds")
    )  # fmt: skip
    city.load(
        says("nota", "2026-02-01", level=Level.INTERNAL).about(
            "initiative/k", summary="Alles in vertrouwen, duurzaam en laagdrempelig."
        )
    )
    return network


def test_a_value_stands_with_the_words_of_the_source_and_a_link(valued: Network, desk: Look) -> None:
    page = ask(values_page, desk(valued), "wie=De+Tuin")
    assert "<h3>Door en voor de mensen zelf</h3>" in page
    assert "‘Gemaakt door bewoners. Iedereen is welkom.’" in page
    assert 'class="said">volgens <a href="/initiatief/initiative/t"' in page
    assert "Blijft ieder zelfstandig?" not in page


def test_two_stand_beside_each_other_with_what_they_share(valued: Network, desk: Look) -> None:
    page = ask(values_page, desk(valued), BOTH)
    assert "Bij beide staat: iedereen is welkom." in page
    assert "dat is geen verschil" in page
    assert "In de bronnen staat niets dat daartegen spreekt. Vraag het toch." in page


def test_what_may_cost_independence_is_told_with_its_source(valued: Network, desk: Look) -> None:
    page = ask(values_page, desk(valued), "wie=initiative/t&wie=organisation/f")
    warning = page.split('id="zelfstandig"')[1].split("</section>")[0]
    assert "krijgt geld van Het Fonds" in warning
    assert "#band-" in warning


def test_a_visitor_reads_no_sign_that_is_for_staff(valued: Network, desk: Look) -> None:
    assert "Duurzaamheid" in ask(values_page, desk(valued, Role.STAFF), BOTH)
    public = ask(values_page, desk(valued), BOTH).lower()
    assert "duurzaam" not in public
    assert "laagdrempelig" not in public


def test_nothing_known_is_said_as_unknown_with_how_to_add_it(hague: Network, desk: Look) -> None:
    page = ask(values_page, desk(hague, Role.FACILITATOR), f"wie={ELCURA}&wie=initiative/annas-gedoe")
    assert page.count("<b>Onbekend.</b>") == 2
    assert "Dat is geen verschil." in page
    assert f"/vul-aan?id={ELCURA}&amp;wat=summary" in page


def test_a_wrong_name_is_said_at_its_field_and_three_names_are_refused(valued: Network, desk: Look) -> None:
    page = ask(values_page, desk(valued, lang="en"), "wie=De+Tuin&wie=De+Kast")
    assert 'id="wie-2-fout"' in page
    assert page.count('name="wie"') == 2
    with pytest.raises(InputError, match="twee"):
        ask(values_page, desk(valued), f"{BOTH}&wie=organisation/f")
    with pytest.raises(InputError, match="hoogstens"):
        ask(values_page, desk(valued), "&".join(f"wie={n}" for n in range(30)))
