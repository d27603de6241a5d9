"""The list that opens while one types: by ARIA's combobox pattern, and never in the way of a plain search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.viz.browsing import Visitor

pytestmark = pytest.mark.browser


def _typed(page: Page, words: str) -> Locator:
    field = page.get_by_role("combobox", name="Zoek naam, gebied of thema")
    field.fill("")
    field.press_sequentially(words)
    return field


def test_typing_opens_a_list_with_the_match_in_bold_and_kind_and_area_beneath(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/")
    field = _typed(page, "cafe")
    first = page.get_by_role("option").first
    expect(first).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    assert "café" in [text.casefold() for text in page.locator(".found mark").all_inner_texts()]
    assert " · " in first.locator(".sub").inner_text() or first.locator(".sub").inner_text()


def test_arrows_choose_enter_opens(visitor: Visitor) -> None:
    page = visitor.open("/")
    field = _typed(page, "elcura")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    option = page.locator("[role=option][aria-selected=true]")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    field.press("Enter")
    page.wait_for_url("**/initiatief/initiative/elcura-zorgt")
    assert page.get_by_role("heading", level=1).inner_text() == "ElCura Zorgt"


def test_escape_closes_the_list_and_keeps_what_was_typed(visitor: Visitor) -> None:
    page = visitor.open("/")
    field = _typed(page, "bouw")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert field.input_value() == "bouw"
    assert field.get_attribute("aria-expanded") == "false"


def test_enter_without_a_choice_searches_as_it_would_without_scripts(visitor: Visitor) -> None:
    page = visitor.open("/")
    _typed(page, "zorg").press("Enter")
    page.wait_for_url("**/zoeken?q=zorg")
    assert page.locator(".results li").count() > 3


def test_nothing_found_is_said_aloud(visitor: Visitor) -> None:
    page = visitor.open("/")
    _typed(page, "xqzxqz")
    expect(page.locator("[data-said]")).to_have_text("Niets gevonden. Probeer minder of andere woorden.")
    expect(page.locator(".found")).to_contain_text("Niets gevonden")


def test_a_server_that_is_away_is_said_and_the_form_still_works(visitor: Visitor) -> None:
    page = visitor.open("/")
    page.route("**/zoeken.json*", lambda route: route.abort())
    _typed(page, "zorg")
    expect(page.locator(".found")).to_contain_text("Zoeken lukt nu niet")
    visitor.complaints.clear()  # the browser notes the request that was cut off


def test_how_many_were_found_stays_in_sight_under_a_long_list(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/")
    _typed(page, "cafe")
    expect(page.get_by_role("option").first).to_be_visible()
    foot, box = page.locator(".found .end").bounding_box(), page.locator(".found").bounding_box()
    assert foot is not None
    assert box is not None
    assert foot["y"] + foot["height"] <= box["y"] + box["height"] + 1
    assert "gevonden" in page.locator(".found .end").inner_text()
