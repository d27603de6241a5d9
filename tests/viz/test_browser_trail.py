"""Recording what became of a suggestion in a real browser: with and without scripts, by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.practice.write import write_city
from graph.store.questions import Role
from tests.cities import loaded_network
from tests.viz.auditing import audit
from tests.viz.browsing import Visitor
from tests.viz.serving import serving, sites_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def own_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a small city where a facilitator records."""
    folder: Path = tmp_path_factory.mktemp("stad")
    write_city(folder, initiatives=30, seed=1)
    network = loaded_network(folder, folder / "stad.sqlite")
    with serving(sites_of(network), Role.FACILITATOR) as address:
        yield address
    network.close()


@pytest.fixture
def recorder(browser: Browser, own_address: str) -> Iterator[Visitor]:
    """Give somebody who records."""
    made = Visitor(browser, own_address)
    yield made
    made.close()


def _opened(recorder: Visitor, *, script: bool = True, width: int = 1280) -> Page:
    """Go from the list to the first suggestion's trail, as a person would."""
    page = recorder.open("/wie-bij-wie", script=script, width=width)
    page.locator("article.suggestion").first.get_by_role("link", name="Wat kwam ervan?").click()
    return page


@pytest.mark.parametrize("script", [True, False])
def test_a_talk_is_recorded_shown_and_taken_back(recorder: Visitor, script: bool) -> None:
    page = _opened(recorder, script=script)
    page.get_by_label("Gesprek").check()
    page.get_by_label("Wanneer?").fill("10 januari 2026")
    page.get_by_label("Notitie").fill("Koffie bij de molen")
    page.get_by_role("button", name="Leg vast").click()
    step = page.locator("ol.trail li")
    expect(step).to_contain_text("Gesprek: 10 januari 2026")
    expect(step).to_contain_text("Koffie bij de molen")
    step.get_by_role("button", name="ongedaan maken").click()
    expect(page.get_by_text("Nog niets vastgelegd.")).to_be_visible()
    assert recorder.complaints == []


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(recorder: Visitor) -> None:
    page = _opened(recorder)
    page.get_by_role("radio", name="Gestopt").check()
    page.get_by_label("Welke les?").fill("Bel 06 12345678")
    page.get_by_role("button", name="Leg vast").click()
    lesson = page.get_by_label("Welke les?")
    expect(lesson).to_have_value("Bel 06 12345678")
    expect(lesson).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("radio", name="Gestopt")).to_be_checked()
    expect(page.locator("#fout-les")).to_contain_text("Telefoon en e-mail")


def test_the_form_is_filled_in_by_keyboard_alone(recorder: Visitor) -> None:
    page = _opened(recorder)
    page.get_by_label("Gesprek").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("2026-12")
    page.keyboard.press("Enter")
    expect(page.locator("ol.trail li.planned")).to_contain_text("gepland: december 2026")
    page.get_by_role("button", name="ongedaan maken").click()
    assert recorder.complaints == []


def test_an_alliance_leaves_the_list_of_suggestions_and_its_trail_is_found(recorder: Visitor) -> None:
    page = _opened(recorder)
    trail = page.url
    page.get_by_label("Alliantie").check()
    page.get_by_role("button", name="Leg vast").click()
    names = page.locator("p.lead").inner_text()
    page.goto(f"{recorder.address}/wie-bij-wie/verloop")
    page.get_by_role("link", name=names).click()
    expect(page).to_have_url(trail)
    page.get_by_role("button", name="ongedaan maken").click()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_passes_the_audit_and_fits_a_phone(recorder: Visitor, width: int) -> None:
    page = _opened(recorder, width=width)
    assert audit(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{recorder.address}/wie-bij-wie/verloop")
    assert audit(page) == []
