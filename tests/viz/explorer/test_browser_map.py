"""The map in a real browser: search, legend, focus, panel, table, time, and all of it in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from api.advice import AdviceDesk, Work
from graph.network import Network
from graph.store.base import View
from tests.contracts.build import City
from tests.viz.browsing import Visitor
from tests.viz.explorer.looking import crowd, faults
from tests.viz.serving import ELCURA, serving, sites_of

pytestmark = pytest.mark.browser

MAP = "/kaart"
ELCURA_CHOSEN = f"/kaart?kies={ELCURA}"


def _search(page: Page, words: str) -> None:
    page.locator("#explorer-search").fill(words)
    expect(page.locator("[role=option]").first).to_be_visible()


def _count(page: Page, key: str) -> int:
    return int(page.locator(f".legend [data-count='{key}']").inner_text())


def _wait_for_ink(page: Page, colours: int) -> None:
    """Wait until the picture shows more than so many different colours; an empty one shows 1."""
    page.wait_for_function(
        """least => { const canvas = document.querySelector('#sheet canvas');
      const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      const seen = new Set();
      for (let i = 0; i < data.length; i += 40) seen.add(data.slice(i, i + 4).join(" "));
      return seen.size > least; }""",
        arg=colours,
    )


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (1280, "dark"), (1000, "light"), (700, "dark"), (390, "light"), (320, "dark")],
)
def test_the_map_draws_and_holds_no_fault_that_a_machine_sees(visitor: Visitor, width: int, scheme: str) -> None:
    page = visitor.open(ELCURA_CHOSEN, width=width, scheme=scheme)  # type: ignore[arg-type]  # one of the two
    _wait_for_ink(page, 20)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/oefenstad/kaart", "/oefenstad/kaart?lang=en&tabel=namen", "/kaart?tabel=lijnen"])
def test_both_cities_languages_and_tables_hold_no_fault_either(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert faults(page) == []


def test_search_with_accents_folded_opens_the_panel(visitor: Visitor) -> None:
    page = visitor.open(MAP)
    _search(page, "elcùra")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("ElCura Zorgt")
    assert f"kies={ELCURA}" in page.url
    assert page.evaluate("document.activeElement.id") == "panel-title"


def test_the_panel_tells_relations_by_kind_each_with_its_source(visitor: Visitor) -> None:
    page = visitor.open(ELCURA_CHOSEN)
    support = page.locator(".panel [data-group^='SUPPORTS']")
    expect(support.locator("h3")).to_contain_text("Krijgt steun van")
    expect(support.locator("li")).to_contain_text("Public Result")
    assert support.locator("li a").first.get_attribute("href") is not None
    expect(page.locator(".panel section").last).to_have_attribute("data-group", "suggestions", timeout=30_000)


def test_the_legend_filters_and_counts(visitor: Visitor) -> None:
    page = visitor.open(MAP)
    before, lines = _count(page, "kind-Organisation"), _count(page, "said")
    page.get_by_label("Organisaties").uncheck()
    expect(page.locator(".legend [data-count='said']")).not_to_have_text(str(lines))
    assert _count(page, "kind-Organisation") == before  # so that one knows what comes back
    assert "uit=Organisation" in page.url


def test_a_theme_filters_and_the_choice_is_in_the_address(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/kaart")
    chip = page.locator(".theme[data-theme^=topic]").first
    number = int(chip.locator(".count").inner_text())
    chip.click()
    expect(page.locator(".theme[aria-pressed=true]")).to_have_count(1)
    assert 0 < _count(page, "kind-Initiative") <= number
    assert "thema=topic/" in page.url


def test_focus_fades_the_rest_and_is_left_with_escape(visitor: Visitor) -> None:
    page = visitor.open(ELCURA_CHOSEN)
    page.get_by_role("button", name="Alleen dit").click()
    expect(page.locator("#focus-bar")).to_be_visible()
    expect(page.locator("#explorer-said")).to_contain_text("Rest vervaagd")
    page.locator("#stage").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#focus-bar")).to_be_hidden()
    assert "stappen" not in page.url


def test_the_table_holds_the_same_choice_and_sorts(visitor: Visitor) -> None:
    page = visitor.open(ELCURA_CHOSEN)
    page.get_by_role("button", name="Tabel", exact=False).first.click()
    rows = page.locator("#table-body tr")
    expect(page.locator("#table-body tr[aria-current]")).to_contain_text("ElCura Zorgt")
    page.get_by_role("button", name="Naam", exact=True).click()
    names = [name.lower() for name in rows.locator("th .name").all_inner_texts()[:12]]
    assert names == sorted(names)
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Naam")


def test_lines_in_the_table_name_their_sources_and_can_be_kept(visitor: Visitor) -> None:
    page = visitor.open("/kaart?tabel=lijnen&zonder=suggesties")
    first = page.locator("#table-body tr").first
    assert first.locator(".said").inner_text().strip()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download csv").click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    assert text.startswith("Van;Wat;Naar;Volgens\r\n")
    assert text.count("\r\n") == page.locator("#table-body tr").count() + 1


def test_a_link_that_is_sent_opens_as_it_was_seen(visitor: Visitor) -> None:
    page = visitor.open(f"{ELCURA_CHOSEN}&stappen=2&uit=Person&zonder=vlakken")
    again = visitor.open(page.url.removeprefix(visitor.address))
    assert again.url == page.url
    expect(again.locator("#panel-title")).to_have_text("ElCura Zorgt")
    expect(again.locator("[data-steps='2']")).to_have_attribute("aria-pressed", "true")
    assert not again.get_by_label("Personen (rol)").is_checked()
    assert not again.get_by_label("Gebieden").is_checked()


def test_the_other_language_shows_the_same_choice(visitor: Visitor) -> None:
    page = visitor.open(f"{ELCURA_CHOSEN}&stappen=1")
    page.locator(".languages a").click()
    expect(page.locator("#focus-bar")).to_contain_text("1 step")
    assert f"kies={ELCURA}" in page.url


def test_an_earlier_year_is_asked_and_kept_in_the_address(visitor: Visitor) -> None:
    page = visitor.open(MAP)
    now = _count(page, "kind-Initiative")
    page.locator("#time-slider").press("Home")
    expect(page.locator("#time-until")).to_have_text("eind 2016")
    page.wait_for_url(re.compile("tot=2016"))
    expect(page.locator(".legend [data-count='kind-Initiative']")).not_to_have_text(str(now))
    assert _count(page, "suggested") == 0  # advice is of now


def test_suggestions_that_are_being_computed_are_asked_for_again(
    browser: Browser, hague: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def second_time(self: AdviceDesk, work: Work, view: View, seconds: float) -> bool:
        asked.append(work)
        return len(asked) > 1

    monkeypatch.setattr(AdviceDesk, "is_at_hand", second_time)
    monkeypatch.setattr("api.explorer.AGAIN_SECONDS", 0.1)
    with serving(sites_of(hague)) as address:
        someone = Visitor(browser, address)
        page = someone.open(MAP)
        expect(page.locator(".legend [data-count='suggested']")).not_to_have_text("0", timeout=30_000)
        someone.close()
    assert (asked, someone.complaints) == ([Work.ADVICE] * 2, [])


def test_everything_can_be_shown_and_less_again(browser: Browser, city: City, network: Network) -> None:
    city.load(crowd(220))
    with serving(sites_of(network)) as address:
        visitor = Visitor(browser, address)
        page = visitor.open(MAP)
        expect(page.locator("#scope")).to_have_text("150 van 220 namen")
        page.get_by_role("button", name="Toon alles").click()
        expect(page.locator("#scope")).to_have_text("220 van 220 namen")
        assert "alles=1" in page.url
        page.get_by_role("button", name="Toon de best verbonden").click()
        expect(page.locator("#scope")).to_have_text("150 van 220 namen")
        visitor.close()
    assert visitor.complaints == []


def test_without_scripts_the_names_stand_as_a_list(visitor: Visitor) -> None:
    page = visitor.open(MAP, script=False)
    expect(page.locator(".without-script")).to_contain_text("ElCura Zorgt")
    expect(page.locator("#explorer")).to_be_hidden()


@pytest.mark.parametrize(("item", "name"), [("save-png", "wijkweb-kaart.png"), ("save-svg", "wijkweb-kaart.svg")])
def test_the_picture_can_be_kept(visitor: Visitor, item: str, name: str) -> None:
    page = visitor.open("/oefenstad/kaart")
    page.locator(".save summary").click()
    with page.expect_download() as download:
        page.locator(f"#{item}").click()
    assert download.value.suggested_filename == name
    content = download.value.path().read_bytes()
    assert content.startswith((b"\x89PNG", b"<?xml"))
    assert item == "save-png" or "Oefenstad (verzonnen)" in content.decode()


def test_dragging_moves_the_picture_and_the_address_remembers(visitor: Visitor) -> None:
    page = visitor.open(MAP)
    page.mouse.move(500, 420)
    page.mouse.down()
    page.mouse.move(560, 450, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"zicht=-?[\d.]+,-?[\d.]+,[\d.]+"))
    page.locator("#zoom-fit").click()
    assert "zicht" not in page.url


def test_a_click_on_a_sign_chooses_it_and_on_the_ground_lets_go(visitor: Visitor) -> None:
    page = visitor.open(ELCURA_CHOSEN)
    view = page.locator("#stage").bounding_box()
    assert view is not None
    page.mouse.click(view["x"] + 12, view["y"] + view["height"] - 12)
    expect(page.locator("#panel-title")).to_have_text("Kies een naam")
    assert "kies" not in page.url


def test_the_areas_name_leads_to_its_panel(visitor: Visitor) -> None:
    page = visitor.open(MAP)
    _search(page, "bouwlust en vrederust")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("Bouwlust en Vrederust")
    expect(page.locator(".panel")).to_contain_text("ElCura Zorgt")


def test_a_site_that_does_not_answer_is_said_in_words(visitor: Visitor) -> None:
    page = visitor.open(MAP)
    page.route("**/kaart.json*", lambda route: route.fulfill(status=503, body=""))
    page.locator("#time-slider").press("Home")
    expect(page.locator("#explorer-said")).to_contain_text("komen nu niet binnen")
    expect(page.locator("#map-note")).to_be_visible()
    assert "tot=" not in page.url  # the picture is still that of now
    visitor.complaints.clear()  # the browser notes the 503 of this test


def test_forced_colours_still_draw(visitor: Visitor) -> None:
    page = visitor.open(ELCURA_CHOSEN, forced=True)
    _wait_for_ink(page, 3)
