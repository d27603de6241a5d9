"""Pages as they stand in a real browser: what a machine can check, at both widths, schemes and languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.viz.auditing import audit
from tests.viz.browsing import Visitor
from tests.viz.serving import BOUWLUST, ELCURA, MEETING

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/oefenstad/",
    "/wie-bij-wie",
    "/oefenstad/wie-bij-wie",
    "/zoeken?q=cafe",
    "/oefenstad/zoeken?q=tuin",
    f"/initiatief/{ELCURA}",
    "/initiatief/initiative/alliantie-bouwlust",
    f"/gebied/{BOUWLUST}",
    f"/bijeenkomst/{MEETING}",
    "/bijeenkomst/meeting/bewonersinitiatieven-zorg-welzijn-en-wonen-het-verhaal-de",
    "/afspraak/agreement/akkoord-escamp",
    "/bron/source/public-result-2016-12-19",
    "/onderwerp/topic/zorgcooperatie",
    "/bijeenkomsten",
    "/oefenstad/initiatieven",
    "/gebieden",
    "/oefenstad/gebied/area/molenbuurt",
    f"/geschiedenis?id={ELCURA}",
    f"/vul-aan?id={ELCURA}&wat=phase",
    "/vragen",
    "/vragen/wat-ontbreekt",
    "/oefenstad/vragen/wat-ontbreekt?gebied=area/molenbuurt",
    "/vragen/wie-halen-het?leden=veel&biedt=zorg",
    "/oefenstad/vragen/wie-halen-het?leden=300",
    "/vragen/samen-optrekken",
    "/oefenstad/vragen/samen-optrekken",
    "/vragen/beste-bodem",
    "/oefenstad/vragen/beste-bodem",
    "/vragen/past-het?wie=initiative/elcura-zorgt&wie=initiative/annas-gedoe",
    "/oefenstad/vragen/past-het?wie=geen",
    "/vragen/wie-uitnodigen",
    "/vragen/wie-uitnodigen?gebied=area/wk051833&tafels=2",
    "/oefenstad/vragen/wie-uitnodigen?gebied=area/molenbuurt&tafels=3",
    "/vragen/eerlijk-verdeeld",
    "/oefenstad/vragen/eerlijk-verdeeld",
    "/oefenstad/vragen/wie-verbindt",
    "/vragen/hoe-goed",
    "/oefenstad/vragen/hoe-goed",
    "/toegankelijkheid",
    "/privacy",
)
COMPUTED = 60_000
"""Milliseconds within which an answer that is computed beside its page is there, on a busy machine too."""

LOOKS = ((1280, "light", "nl"), (320, "dark", "nl"), (320, "light", "en"), (1280, "dark", "en"))


@pytest.mark.parametrize(("width", "scheme", "lang"), LOOKS)
def test_no_page_fails_what_a_machine_can_check(visitor: Visitor, width: int, scheme: str, lang: str) -> None:
    found = {}
    page = visitor.open("/", width=width, scheme=scheme)  # type: ignore[arg-type]  # light or dark
    for path in PAGES:
        asked = path if lang == "nl" else f"{path}{'&' if '?' in path else '?'}lang=en"
        page.goto(visitor.address + asked)
        # Where an answer is computed first, the page that says so looks again by itself.
        expect(page.locator("meta[http-equiv=refresh]")).to_have_count(0, timeout=COMPUTED)
        page.wait_for_load_state()
        if wrong := audit(page):
            found[path] = wrong
    assert found == {}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/oefenstad/wie-bij-wie",
        "/oefenstad/vragen/wie-halen-het?leden=300",
        "/oefenstad/vragen/beste-bodem",
        f"/initiatief/{ELCURA}",
        f"/bijeenkomst/{MEETING}",
    ],
)
def test_text_of_twice_the_size_still_fits(visitor: Visitor, path: str) -> None:
    page = visitor.open(path, width=640)
    page.add_style_tag(content="html { font-size: 200%; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/oefenstad/wie-bij-wie",
        "/oefenstad/vragen/wat-ontbreekt?gebied=area/molenbuurt",
        "/oefenstad/vragen/beste-bodem",
        f"/bijeenkomst/{MEETING}",
    ],
)
def test_without_scripts_everything_stands_open_and_fits(visitor: Visitor, path: str) -> None:
    page = visitor.open(path, width=320, script=False)
    assert page.get_by_role("navigation", name="Hoofdmenu").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("details[data-folds]:not([open])").count() == 0


def test_forced_colours_keep_an_edge_round_every_sign(visitor: Visitor) -> None:
    page = visitor.open(f"/initiatief/{ELCURA}", forced=True)
    widths = page.locator("main .sign").evaluate_all("all => all.map(e => getComputedStyle(e).borderTopWidth)")
    assert set(widths) == {"1px"}
    assert len(widths) > 3
    colours = page.locator(".menu nav a").evaluate_all("all => all.map(e => getComputedStyle(e).borderBottomColor)")
    assert len(set(colours)) == 2  # the entry that the page stands under has a line of its own


def test_the_language_link_leads_to_the_same_page_in_english(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/initiatieven?soort=running")
    page.get_by_role("link", name="EN", exact=True).click()
    assert page.url.endswith("/oefenstad/initiatieven?soort=running&lang=en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).inner_text() == "Initiatives"


def test_the_practice_city_says_on_every_page_that_it_is_invented(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/", width=320)
    assert page.get_by_text("Oefenstad is verzonnen.").is_visible()
    page.get_by_role("link", name="Naar Den Haag").click()
    assert page.url == visitor.address + "/"
    assert page.get_by_text("is verzonnen").count() == 0
