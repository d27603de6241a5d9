"""The file that is sent, opened from a disk in a browser that has no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.network import Network
from graph.schema.words import Lang
from graph.store.questions import Role, Viewer
from tests.contracts.build import City
from tests.viz.browsing import Visitor
from tests.viz.explorer.looking import faults, small_town
from tests.viz.explorer.test_hostile import HOSTILE
from tests.viz.serving import ELCURA
from viz.standalone import make_standalone

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Give a way to open a city as a file: ``opened(network)``; nothing may complain or ask for anything."""
    reader = Visitor(browser, "file://")

    def open_file(network: Network, *, lang: Lang = "nl", at: str = "", width: int = 1280) -> Page:
        with network.view(Viewer(Role.PUBLIC)) as view:
            (tmp_path / "kaart.html").write_text(make_standalone(network, view, lang).html, "utf-8")
        return reader.open(f"{tmp_path}/kaart.html{at}", width=width)

    yield open_file
    reader.close()
    assert reader.complaints == []


def test_a_file_works_without_any_network(opened: Opened, hague: Network) -> None:
    page = opened(hague)
    page.context.set_offline(True)
    page.locator("#explorer-search").fill("elcura")
    expect(page.locator("[role=option]").first).to_contain_text("ElCura Zorgt")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("ElCura Zorgt")
    expect(page.locator(".panel .said").first).to_contain_text("Public Result")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_file_holds_no_fault_that_a_machine_sees(opened: Opened, practice: Network, width: int) -> None:
    page = opened(practice, lang="en", width=width)
    assert faults(page) == []
    expect(page.locator(".practice")).to_contain_text("Oefenstad is fictional")


def test_a_file_filters_focuses_and_tabulates(opened: Opened, hague: Network) -> None:
    page = opened(hague, at=f"#kies={ELCURA}&stappen=1")
    expect(page.locator("#focus-bar")).to_be_visible()
    page.get_by_label("Organisaties").uncheck()
    page.locator("#to-table").click()
    expect(page.locator("#table-scope")).to_have_text("in focus")
    assert page.locator("#table-body .sign").count() == page.locator("#table-body tr").count() > 0
    assert "uit=Organisation" in page.url


def test_a_file_goes_back_in_time_by_itself(opened: Opened, hague: Network) -> None:
    page = opened(hague)
    count = page.locator(".legend [data-count='kind-Initiative']")
    now = int(count.inner_text())
    page.locator("#time-slider").press("Home")
    expect(page.locator("#time-until")).to_have_text("eind 2016")
    expect(count).not_to_have_text(str(now))


def test_hostile_names_stay_words(opened: Opened, city: City, network: Network) -> None:
    said = small_town()
    for number, name in enumerate(HOSTILE):
        said.node(f"initiative/h{number}", name=name, summary=name)
        said.tie("PARTNERS_WITH", f"initiative/h{number}", "initiative/tuin")
    city.load(said)
    page = opened(network, at="#kies=initiative/h1&tabel=namen")
    expect(page.locator("#panel-title")).to_have_text(HOSTILE[1])
    page.locator("#to-map").click()
    page.keyboard.press("Tab")
    assert page.locator("main img, #panel-content script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
