"""Double names in a real browser: decided by key and by button, with scripts and without, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.store.questions import Role
from tests.cities import empty_network
from tests.contracts.build import City, says
from tests.viz.auditing import audit
from tests.viz.browsing import Visitor
from tests.viz.serving import serving, sites_of

pytestmark = pytest.mark.browser

NAMES = ("Taalcafé de Kade", "Taal-café Kade", "Naaiatelier Zonnehoek", "Naaiatelier Zonnehoeken",
         "Werkplaats Tandwiel",
         "Werkplaats Tandweil", "Buurtkeuken Vergiet", "Eettafel Vergiet")  # fmt: skip


@pytest.fixture
def staff(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Give somebody who may decide, at a city of one's own with a few double names."""
    network = empty_network(tmp_path / "stad.sqlite")
    said = says("lijst", "2025-01-01")
    for number, name in enumerate(NAMES):
        said.node(f"initiative/{number}", name=name, started_on=str(2010 + number))
    City(network.store).load(said)
    with serving(sites_of(network), Role.STAFF) as address:
        made = Visitor(browser, address)
        yield made
        made.close()
    network.close()
    assert made.complaints == []


def names(page: Page) -> str:
    """Return the pair that the page shows, once it stands there."""
    return " / ".join(page.locator("table.pairs thead th a").all_inner_texts())


def test_keys_decide_and_lead_on_and_a_decision_is_undone(staff: Visitor) -> None:
    page = staff.open("/dubbele-namen")
    expect(page.locator("#paar")).to_be_focused()
    first = names(page)
    page.keyboard.press("n")
    said = page.locator("#klaar")
    expect(said).to_contain_text("twee initiatieven")
    assert first.split(" / ")[0] in said.inner_text()
    assert names(page) != first
    expect(page.locator("#paar")).to_be_focused()
    page.keyboard.press("l")
    expect(said).to_contain_text("later")
    said.get_by_role("button", name="ongedaan maken").click()
    expect(page.get_by_role("link", name="Later")).to_contain_text("0")


def test_yes_by_key_makes_one_page_of_the_two(staff: Visitor) -> None:
    page = staff.open("/dubbele-namen")
    first = names(page)
    page.keyboard.press("j")
    expect(page.locator("#klaar")).to_contain_text("hetzelfde, door medewerker")
    page.goto(f"{staff.address}/dubbele-namen?toon=beslist")
    expect(page.locator("#vraag")).to_have_text(first)
    page.get_by_role("button", name="Beslissing terugdraaien").click()
    expect(page.get_by_text("Er is nog niets beslist.")).to_be_visible()


def test_arrows_walk_and_keys_are_quiet_in_the_field_and_when_switched_off(staff: Visitor) -> None:
    page = staff.open("/dubbele-namen")
    first = names(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**paar=match**")
    second = names(page)
    assert second != first
    page.get_by_text("Reden erbij schrijven").click()
    page.get_by_label("Waarom?").press("n")
    page.get_by_label("Waarom?").press("Enter")
    assert (names(page), page.locator("#klaar").count()) == (second, 0)
    page.get_by_label("Losse toetsen").uncheck()
    page.locator("#paar").focus()
    page.keyboard.press("n")
    assert (names(page), page.locator("#klaar").count()) == (second, 0)
    page.reload()
    assert not page.get_by_label("Losse toetsen").is_checked()


def test_everything_works_without_scripts(staff: Visitor) -> None:
    page = staff.open("/dubbele-namen", script=False)
    first = names(page)
    page.get_by_text("Reden erbij schrijven").click()
    page.get_by_label("Waarom?").fill("gebeld")
    page.get_by_role("button", name="Nee, twee initiatieven").click()
    expect(page.locator("#klaar")).to_contain_text("twee initiatieven, door medewerker")
    assert names(page) != first
    page.get_by_role("button", name="ongedaan maken").click()
    expect(page.locator("#klaar")).not_to_contain_text("twee initiatieven")


def test_what_is_sure_is_merged_and_taken_back_from_the_page(staff: Visitor) -> None:
    page = staff.open("/dubbele-namen")
    page.get_by_role("button", name="Voeg deze samen").click()
    expect(page.get_by_text("Wat vrijwel zeker hetzelfde is, is samengevoegd.")).to_be_visible()
    assert "Voeg deze samen" not in page.inner_text("main")
    page.get_by_role("button", name="terugdraaien").click()
    expect(page.get_by_role("button", name="Voeg deze samen")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (800, "light"), (1280, "dark")])
def test_every_list_passes_the_checks_at_any_width(staff: Visitor, width: int, scheme: str) -> None:
    page = staff.open("/dubbele-namen", width=width, scheme=scheme)  # type: ignore[arg-type]  # one of the two
    assert audit(page) == []
    page.get_by_role("button", name="Nee, twee").click()
    page.get_by_text("Reden erbij schrijven").click()
    assert audit(page) == []
    page.goto(f"{staff.address}/dubbele-namen?toon=beslist&lang=en")
    assert audit(page) == []
