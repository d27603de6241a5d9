"""Proposals in a real browser: accepted and rejected by key and without scripts, and put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from graph.store.questions import Role
from tests.cities import empty_network
from tests.viz.auditing import audit
from tests.viz.browsing import Visitor
from tests.viz.minutes import take_minutes
from tests.viz.serving import serving, sites_of

pytestmark = pytest.mark.browser


@pytest.fixture
def staff(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Give somebody who may decide, at a city of one's own with minutes on its desk."""
    network = empty_network(tmp_path / "stad.sqlite")
    take_minutes(network, tmp_path)
    with serving(sites_of(network), Role.FACILITATOR) as address:
        made = Visitor(browser, address)
        yield made
        made.close()
    network.close()
    assert made.complaints == []


def test_keys_decide_on_the_proposal_that_has_focus_and_lead_to_the_next(staff: Visitor) -> None:
    page = staff.open("/voorstellen")
    focused = page.locator("article:focus h3")
    expect(focused).to_contain_text("Overleg Molenbuurt")
    page.keyboard.press("ArrowRight")
    expect(focused).to_contain_text("De Soepbus")
    page.keyboard.press("j")
    said = page.locator("#klaar")
    expect(said).to_contain_text("De Soepbus: overgenomen door begeleider")
    expect(focused).to_have_count(1)
    page.keyboard.press("n")
    expect(said).to_contain_text("afgewezen door begeleider")
    said.get_by_role("button", name="ongedaan maken").click()
    expect(page.get_by_role("link", name="Afgewezen")).to_contain_text("0")


def test_everything_works_without_scripts(staff: Visitor) -> None:
    page = staff.open("/voorstellen", script=False)
    page.get_by_role("button", name="Neem deze over").click()
    expect(page.locator("#klaar")).to_contain_text("overgenomen")
    page.get_by_label("Welke is het?").select_option("area/twee")
    page.get_by_role("button", name="Neem over: Moerwijk").click()
    expect(page.locator("#klaar")).to_contain_text("Moerwijk: overgenomen")
    page.get_by_role("link", name="Overgenomen").click()
    page.get_by_role("button", name="Weer open zetten: Moerwijk").click()
    expect(page.locator("article", has_text="Moerwijk")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_passes_the_checks_at_any_width(staff: Visitor, width: int) -> None:
    page = staff.open("/voorstellen?lang=en", width=width, scheme="dark")
    assert audit(page) == []
    page.get_by_role("button", name="Reject").first.click()
    expect(page.locator("#klaar")).to_contain_text("rejected by facilitator")
    assert audit(page) == []
