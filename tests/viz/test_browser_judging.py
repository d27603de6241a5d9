"""Judging in a real browser: with scripts in place, without them by plain forms, and always to be undone."""

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
    """Give the address of a small city whose suggestions may be judged."""
    folder: Path = tmp_path_factory.mktemp("stad")
    write_city(folder, initiatives=30, seed=1)
    network = loaded_network(folder, folder / "stad.sqlite")
    with serving(sites_of(network), Role.FACILITATOR) as address:
        yield address
    network.close()


@pytest.fixture
def judge(browser: Browser, own_address: str) -> Iterator[Visitor]:
    """Give somebody who judges."""
    made = Visitor(browser, own_address)
    yield made
    made.close()
    assert made.complaints == []


def _first(page: Page) -> str:
    return " en ".join(page.locator("article.suggestion h3").first.locator("a").all_inner_texts())


@pytest.mark.parametrize("script", [True, False])
def test_a_good_idea_is_said_to_be_kept_and_can_be_undone(judge: Visitor, script: bool) -> None:
    page = judge.open("/wie-bij-wie", script=script)
    names = _first(page)
    page.get_by_role("button", name="Goed idee").first.click()
    said = page.locator("#beoordeeld")
    expect(said).to_contain_text("goed idee")
    assert names.split(" en ")[0] in said.inner_text()
    assert _first(page) != names
    said.get_by_role("button", name="ongedaan maken").click()
    page.wait_for_url(f"{judge.address}/wie-bij-wie")
    assert _first(page) == names


def test_not_now_opens_its_reason_in_place_and_takes_focus_there_and_back(judge: Visitor) -> None:
    page = judge.open("/wie-bij-wie")
    card = page.locator("article.suggestion").nth(1)
    button = card.get_by_role("button", name="Nu niet")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    field = card.get_by_label("Waarom nu niet?")
    expect(field).to_be_focused()
    assert button.get_attribute("aria-pressed") == "true"
    field.press("Escape")
    expect(field).to_be_hidden()
    expect(button).to_be_focused()
    assert page.url == f"{judge.address}/wie-bij-wie"


def test_an_open_reason_passes_the_checks_too(judge: Visitor) -> None:
    page = judge.open("/wie-bij-wie", width=320, scheme="dark")
    page.get_by_role("button", name="Nu niet").first.click()
    page.get_by_text("toon cijfer").first.click()
    assert audit(page) == []


def test_without_scripts_not_now_loads_the_page_with_the_reason_open(judge: Visitor) -> None:
    page = judge.open("/wie-bij-wie", script=False)
    page.get_by_role("button", name="Nu niet").first.click()
    field = page.get_by_label("Waarom nu niet?").first
    expect(field).to_be_visible()
    assert page.locator("form.why:not([hidden])").count() == 1
    page.get_by_role("link", name="Annuleren").first.click()
    assert page.locator("form.why:not([hidden])").count() == 0


def test_a_reason_with_a_phone_number_is_not_kept_and_stays_in_the_field(judge: Visitor) -> None:
    page = judge.open("/wie-bij-wie")
    page.get_by_role("button", name="Nu niet").first.click()
    page.get_by_label("Waarom nu niet?").first.fill("bel 06-12345678")
    page.get_by_role("button", name="Opslaan").first.click()
    expect(page.get_by_text("Telefoon en e-mail horen niet in Wijkweb.")).to_be_visible()
    field = page.locator("input[aria-invalid=true]")
    assert field.input_value() == "bel 06-12345678"
    assert audit(page) == []
    judge.complaints.clear()  # the browser notes the answer 400


def test_a_reason_is_read_back_with_who_and_when_among_the_judged(judge: Visitor) -> None:
    page = judge.open("/wie-bij-wie")
    page.get_by_role("button", name="Nu niet").first.click()
    page.get_by_label("Waarom nu niet?").first.fill("eerst een extra kok")
    page.get_by_role("button", name="Opslaan").first.click()
    page.goto(f"{judge.address}/wie-bij-wie?toon=beoordeeld")
    folded = page.locator("article.folded")
    expect(folded).to_contain_text("‘eerst een extra kok’")
    assert "15 januari 2026, door begeleider" in folded.inner_text()
    folded.get_by_role("button", name="ongedaan maken").click()
    expect(page.get_by_text("Hier is nog niets beoordeeld.")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_group_is_judged_on_its_page_kept_to_the_choice_and_undone(judge: Visitor, script: bool) -> None:
    page = judge.open("/vragen/samen-optrekken?aantal=40", script=script)
    page.get_by_role("button", name="Nu niet").first.click()
    why = page.locator("form.why:not([hidden])")  # of that group, wherever it stands now
    why.get_by_label("Waarom nu niet?").fill("eerst een zaal")
    why.get_by_role("button", name="Opslaan").click()
    expect(page.locator("#beoordeeld")).to_contain_text("nu niet")
    assert "aantal=40" in page.url
    page.goto(f"{judge.address}/vragen/samen-optrekken?toon=beoordeeld")
    verdict = page.locator("article.alliance .verdict")
    expect(verdict).to_contain_text("‘eerst een zaal’")
    verdict.get_by_role("button", name="ongedaan maken").click()
    expect(page.get_by_text("Hier is nog geen groep beoordeeld.")).to_be_visible()


def test_from_a_group_that_is_a_good_idea_one_goes_on_to_what_became_of_it(judge: Visitor) -> None:
    page = judge.open("/vragen/samen-optrekken", width=320)
    members = page.locator("article.alliance").first.locator(".member").count()
    page.get_by_role("button", name="Goed idee").first.click()
    expect(page.locator("#beoordeeld")).to_contain_text("goed idee")
    assert audit(page) == []
    page.locator("#beoordeeld").get_by_role("link", name="Wat kwam ervan?").click()
    assert page.locator("p.lead a").count() == members
    page.get_by_label("Gesprek").check()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.locator("ol.trail li")).to_contain_text("Gesprek: 15 januari 2026")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
