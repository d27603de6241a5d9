"""With only a keyboard: everything is reached, what has focus is seen, and what opens closes with Esc."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.viz.browsing import Visitor
from tests.viz.serving import ELCURA

pytestmark = pytest.mark.browser

_FOCUSED = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"
_RING = """() => { const style = getComputedStyle(document.activeElement);
  return [parseFloat(style.outlineWidth), style.outlineStyle]; }"""


def _tab(page: Page, times: int = 1) -> str:
    for _ in range(times):
        page.keyboard.press("Tab")
    text: str = page.evaluate(_FOCUSED)
    return text


def test_the_first_key_offers_to_skip_to_the_content(visitor: Visitor) -> None:
    page = visitor.open(f"/initiatief/{ELCURA}")
    assert _tab(page) == "Naar de inhoud"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]  # it is there, so it has a box
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    assert _tab(page) == "Initiatieven"


def test_keys_walk_the_bar_in_reading_order(visitor: Visitor) -> None:
    page = visitor.open("/")
    walked = [_tab(page) for _ in range(11)]
    assert walked[1] == "Wijkweb"
    menu = ["Kaart", "Wie bij wie", "Initiatieven", "Bijeenkomsten", "Gebieden", "Inlezen"]
    assert walked[3:10] == [*menu, "Zoek"]


@pytest.mark.parametrize("path", ["/", "/oefenstad/wie-bij-wie", "/initiatieven"])
def test_whatever_has_focus_shows_it(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    for _ in range(25):
        page.keyboard.press("Tab")
        width, style = page.evaluate(_RING)
        assert (width >= 2, style) == (True, "solid"), page.evaluate(_FOCUSED)


def test_the_list_of_cities_opens_with_enter_and_closes_with_escape(visitor: Visitor) -> None:
    page = visitor.open("/")
    summary = page.locator(".cities summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Oefenstad (verzonnen)").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="Oefenstad (verzonnen)").is_visible()
    assert summary.evaluate("e => e === document.activeElement")


def test_the_menu_of_a_phone_folds_and_gives_focus_back(visitor: Visitor) -> None:
    page = visitor.open("/", width=320)
    button = page.get_by_role("button", name="Menu")
    assert not page.get_by_role("link", name="Gebieden", exact=True).is_visible()
    button.press("Enter")
    assert page.get_by_role("link", name="Gebieden", exact=True).is_visible()
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("e => e === document.activeElement")


def test_a_link_to_a_value_leads_to_its_row_and_marks_it(visitor: Visitor) -> None:
    page = visitor.open(f"/initiatief/{ELCURA}#wat-summary")
    row = page.locator("#wat-summary")
    assert row.bounding_box()["y"] < 800  # type: ignore[index]  # it is there, so it has a box
    assert row.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
