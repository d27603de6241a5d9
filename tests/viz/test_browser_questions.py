"""The questions in a real browser: forms filled in by hand, by keyboard, without scripts, and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.viz.browsing import Visitor

pytestmark = pytest.mark.browser

COMPUTED = 60_000
"""Milliseconds within which an answer that is computed beside its page is there, on a busy machine too."""


def test_a_facilitator_finds_the_questions_and_asks_what_is_missing(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/wie-bij-wie")
    page.get_by_role("navigation", name="Andere vragen").get_by_role("link", name="Wat ontbreekt hier?").click()
    page.get_by_label("Gebied").select_option(label="Molenbuurt")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_text("Dit gaat over Molenbuurt.")).to_be_visible()
    page.locator(".gap .said a").first.click()
    assert "#band-" in page.url


def test_the_page_of_an_area_leads_to_what_is_missing_there(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/gebied/area/molenbuurt")
    page.get_by_role("link", name="Wat ontbreekt?").click()
    assert page.get_by_label("Gebied").evaluate("e => e.selectedOptions[0].label") == "Molenbuurt"


@pytest.mark.parametrize("script", [True, False])
def test_a_goal_is_asked_by_keyboard_with_and_without_scripts(visitor: Visitor, script: bool) -> None:
    page = visitor.open("/oefenstad/vragen/wie-halen-het", script=script)
    page.get_by_label("Zoveel leden samen").fill("300")
    page.get_by_label("Hoogstens zoveel initiatieven").fill("5")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Groep 1")).to_be_visible()
    assert page.get_by_label("Zoveel leden samen").input_value() == "300"


def test_what_is_wrong_is_said_at_its_field_and_can_be_put_right_on_a_phone(visitor: Visitor) -> None:
    page = visitor.open("/vragen/samen-optrekken?met=ElKura", width=320)
    field = page.get_by_label("Met dit initiatief")
    expect(field).to_be_visible(timeout=COMPUTED)
    assert "‘ElKura’ kennen wij niet." in (page.locator("#met-1-fout").text_content() or "")
    field.fill("ElCura Zorgt")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_text("1 van 1 groep")).to_be_visible(timeout=COMPUTED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_weight_is_changed_and_the_order_says_so(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/vragen/beste-bodem")
    page.get_by_label("Hoeveel er loopt").fill("100")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_label("Hoeveel er loopt")).to_have_value("100")
    page.get_by_text("Waarom?").first.click()
    expect(page.get_by_text("geteld in het netwerk").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_an_invitation_is_made_counted_and_taken_back_with_and_without_scripts(visitor: Visitor, script: bool) -> None:
    page = visitor.open("/oefenstad/gebied/area/molenbuurt", script=script)
    page.get_by_role("link", name="Wie uitnodigen?").click()
    page.get_by_label("Aantal tafels").fill("2")
    page.get_by_role("button", name="Maak de lijst").click()
    expect(page.get_by_role("heading", name="Tafel 2")).to_be_visible()
    page.get_by_role("button", name="Zo nodig ik uit").click()
    expect(page.get_by_text("uitgenodigd.")).to_be_visible()
    page.get_by_role("button", name="Toch niet").click()
    expect(page.get_by_role("button", name="Zo nodig ik uit")).to_be_visible()


def test_on_paper_stand_the_tables_and_no_navigation(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/vragen/wie-uitnodigen?gebied=area/molenbuurt&tafels=3", scheme="dark")
    assert not page.locator(".tables").is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".tables section").count() == 3
    assert page.locator(".tables").is_visible()
    assert page.locator(".sources li").first.is_visible()
    for hidden in ("nav", "form", "footer", ".said", "h1"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    assert page.evaluate("getComputedStyle(document.querySelector('.tables')).color") == "rgb(0, 0, 0)"


def test_two_are_laid_beside_each_other_by_keyboard(visitor: Visitor) -> None:
    page = visitor.open("/initiatief/initiative/elcura-zorgt")
    page.get_by_role("link", name="Waar staat het voor?").click()
    page.get_by_label("Past dit erbij?").fill("Anna's Gedoe")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Blijft ieder zelfstandig?")).to_be_visible()
    assert page.get_by_text("Onbekend.", exact=True).count() == 2


def test_an_answer_that_takes_long_comes_by_itself(visitor: Visitor) -> None:
    page = visitor.open("/oefenstad/vragen/hoe-goed")
    expect(page.get_by_role("heading", name="Naast eenvoudige regels")).to_be_visible(timeout=COMPUTED)
    assert page.locator("svg[role=img]").count() == 1
