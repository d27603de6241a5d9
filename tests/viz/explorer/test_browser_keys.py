"""The map without a pointer: one walks from name to name, and single keys can be switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.viz.browsing import Visitor
from tests.viz.serving import ELCURA

pytestmark = pytest.mark.browser


def _map(visitor: Visitor, path: str = "/kaart") -> Page:
    page = visitor.open(path)
    page.locator("#stage").focus()
    return page


def _said(page: Page) -> str:
    return page.locator("#explorer-said").inner_text()


def test_tab_goes_from_search_to_the_picture_to_the_panel(visitor: Visitor) -> None:
    page = visitor.open("/kaart")
    page.locator("#explorer-search").focus()
    walked = []
    for _ in range(60):
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.id || document.activeElement.closest('[id]')?.id"))
    places = [walked.index(one) for one in ("to-table", "legend-phase", "stage", "time-slider", "panel-content")]
    assert places == sorted(places)


def test_arrows_walk_along_lines_and_are_told(visitor: Visitor) -> None:
    page = _map(visitor)
    page.keyboard.press("ArrowDown")
    first = _said(page)
    for key in ("ArrowUp", "ArrowLeft", "ArrowRight"):
        page.keyboard.press(key)
    assert "verbonden met" in first
    assert "verbonden met" in _said(page) or "geen verbonden naam" in _said(page)
    assert "kies=" not in page.url  # walking chooses nothing


def test_enter_chooses_and_enter_again_opens_the_whole_page(visitor: Visitor) -> None:
    page = _map(visitor)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).not_to_have_text("Kies een naam")
    name = page.locator("#panel-title").inner_text()
    assert page.evaluate("document.activeElement.id") == "stage"
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(name)


@pytest.mark.parametrize("steps", ["1", "2", "3"])
def test_a_figure_is_focus_of_so_many_steps(visitor: Visitor, steps: str) -> None:
    page = _map(visitor, f"/kaart?kies={ELCURA}")
    page.keyboard.press(steps)
    expect(page.locator(f"[data-steps='{steps}']")).to_have_attribute("aria-pressed", "true")
    assert f"stappen={steps}" in page.url


def test_escape_steps_back_out(visitor: Visitor) -> None:
    page = _map(visitor, f"/kaart?kies={ELCURA}&stappen=2")
    page.keyboard.press("Escape")
    assert ("stappen" in page.url, "kies" in page.url) == (False, True)
    page.keyboard.press("Escape")
    assert "kies" not in page.url


def test_t_opens_the_table_and_returns_with_the_same_choice(visitor: Visitor) -> None:
    page = _map(visitor, f"/kaart?kies={ELCURA}")
    page.keyboard.press("t")
    expect(page.locator("#table-body tr[aria-current]")).to_be_visible()
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "stage"
    assert f"kies={ELCURA}" in page.url


def test_slash_brackets_and_question_mark(visitor: Visitor) -> None:
    page = _map(visitor)
    page.keyboard.press("[")
    expect(page.locator("#time-until")).to_contain_text("eind")
    page.keyboard.press("?")
    expect(page.locator("#keys-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#stage").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "explorer-search"


def test_single_keys_can_be_switched_off(visitor: Visitor) -> None:
    page = _map(visitor)
    page.keyboard.press("?")
    page.get_by_label("Losse toetsen gebruiken").uncheck()
    page.keyboard.press("Escape")
    page.locator("#stage").focus()
    page.keyboard.press("t")
    assert "tabel" not in page.url
    page.keyboard.press("ArrowDown")  # arrows are no single characters and stay
    assert "verbonden met" in _said(page)


def test_letters_in_the_search_field_are_letters(visitor: Visitor) -> None:
    page = visitor.open("/kaart")
    page.locator("#explorer-search").focus()
    page.keyboard.type("t2?")
    assert page.locator("#explorer-search").input_value() == "t2?"
    assert "tabel" not in page.url
