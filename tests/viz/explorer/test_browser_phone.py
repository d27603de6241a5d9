"""The map on a phone: chips, a sheet that peeks, a legend in a drawer, fingers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.viz.browsing import Visitor
from tests.viz.serving import ELCURA

pytestmark = pytest.mark.browser

WIDTHS = pytest.mark.parametrize("width", [390, 320])


def _height(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["height"]


@WIDTHS
def test_nothing_scrolls_sideways_but_the_chips_in_their_row(visitor: Visitor, width: int) -> None:
    for path in ("/kaart", f"/kaart?kies={ELCURA}&stappen=2", "/oefenstad/kaart?tabel=lijnen&lang=en"):
        page = visitor.open(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
        assert page.evaluate("document.querySelector('.chips').scrollWidth") >= width - 1


@WIDTHS
def test_the_sheet_peeks_and_grows_with_its_grip(visitor: Visitor, width: int) -> None:
    page = visitor.open(f"/kaart?kies={ELCURA}", width=width)
    peek = _height(page, "#panel")
    page.locator("#sheet-grip").click()
    half = _height(page, "#panel")
    page.locator("#sheet-grip").click()
    assert peek < half < _height(page, "#panel")
    page.locator("#panel .close").click()
    expect(page.locator("#panel")).to_be_hidden()


def test_the_legend_is_a_drawer_that_gives_focus_back(visitor: Visitor) -> None:
    page = visitor.open("/kaart", width=390)
    expect(page.locator("#legend")).to_be_hidden()
    page.locator("#open-legend").click()
    expect(page.get_by_label("Initiatieven", exact=False).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#legend")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "open-legend"


def test_a_chip_switches_a_kind(visitor: Visitor) -> None:
    page = visitor.open("/kaart", width=390)
    chip = page.locator("[data-chip=Organisation]")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert "uit=Organisation" in page.url


def test_everything_a_finger_touches_is_large_enough(visitor: Visitor) -> None:
    page = visitor.open(f"/kaart?kies={ELCURA}", width=390)
    small = page.evaluate("""() => [...document.querySelectorAll('.chip, .button')].filter((e) => e.checkVisibility()
      && e.getBoundingClientRect().height < 43.5).map((e) => e.textContent.trim())""")
    assert small == []


def test_the_table_becomes_one_block_a_name_with_a_list_to_sort(visitor: Visitor) -> None:
    page = visitor.open("/kaart?tabel=namen", width=320)
    expect(page.locator("#table-sort")).to_be_visible()
    page.locator("#table-sort").select_option("name:op")
    assert "op=name:op" in page.url.replace("%3A", ":")
    row = page.locator("#table-body tr").first.bounding_box()
    assert row is not None
    assert row["width"] <= 320
