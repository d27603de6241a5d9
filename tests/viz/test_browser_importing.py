"""Taking a list in, in a real browser: with scripts and without, by keyboard, on a phone, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from graph.store.questions import Role
from tests.cities import empty_network
from tests.uploads import LIST, REPAIRED
from tests.viz.auditing import audit
from tests.viz.browsing import Visitor
from tests.viz.serving import serving, sites_of

pytestmark = pytest.mark.browser


@pytest.fixture
def staff(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Give somebody of the staff in a city of one's own."""
    network = empty_network(tmp_path / "stad.sqlite", uploads=tmp_path / "uploads")
    with serving(sites_of(network), Role.STAFF) as address:
        made = Visitor(browser, address)
        yield made
        made.close()
    network.close()
    assert made.complaints == []


def file(content: bytes = LIST, name: str = "lijst.csv") -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def send(page: Page, content: bytes = LIST, name: str = "lijst.csv") -> None:
    page.get_by_label("Kies een bestand").set_input_files(file(content, name))
    page.get_by_role("button", name="Bekijk het bestand").click()
    page.wait_for_url("**/kolommen")


@pytest.mark.parametrize("script", [True, False])
def test_a_list_is_chosen_corrected_looked_over_loaded_and_taken_back(staff: Visitor, script: bool) -> None:
    page = staff.open("/inlezen", script=script)
    send(page)
    page.get_by_label("Opm.").select_option(label="Samenvatting")
    page.get_by_role("button", name="Pas toe en bekijk opnieuw").click()
    expect(page.locator(".row-cards li").first).to_contain_text("zie map 3")
    page.get_by_role("button", name="Verder naar nakijken").click()
    expect(page.get_by_role("heading", name="Wat gaat er veranderen?")).to_be_visible()
    page.get_by_role("button", name="Lees in").click()
    page.wait_for_url("**/lading/1")
    expect(page.get_by_text("Nieuw: 3 initiatieven, 1 gebied.")).to_be_visible()
    page.get_by_label("Waarom?").fill("verkeerde lijst")
    page.get_by_role("button", name="Draai deze inlezing terug").click()
    expect(page.get_by_role("button", name="Draai deze inlezing terug")).to_have_count(0)


def test_rows_set_aside_are_fetched_repaired_and_loaded(staff: Visitor) -> None:
    page = staff.open("/inlezen")
    send(page)
    page.get_by_role("button", name="Verder naar nakijken").click()
    page.get_by_role("button", name="Lees in").click()
    page.wait_for_url("**/lading/1")
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Haal de rijen op").click()
    assert fetched.value.suggested_filename == "lijst.quarantine.csv"
    page.goto(f"{staff.address}/inlezen")
    send(page, REPAIRED, fetched.value.suggested_filename)
    expect(page.get_by_text("U las eerder een bestand met dezelfde kolommen in")).to_be_visible()
    page.get_by_role("button", name="Verder naar nakijken").click()
    page.get_by_role("button", name="Lees in").click()
    page.wait_for_url("**/lading/2")
    expect(page.get_by_text("Nieuw: 1 gebied, 1 initiatief.")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_step_passes_the_checks_on_a_phone_too(staff: Visitor, width: int, scheme: str) -> None:
    page = staff.open("/inlezen", width=width, scheme="dark" if scheme == "dark" else "light")
    assert audit(page) == []
    send(page)
    assert audit(page) == []
    page.get_by_role("button", name="Verder naar nakijken").click()
    page.wait_for_url("**/nakijken")
    assert audit(page) == []
    page.get_by_role("button", name="Lees in").click()
    page.wait_for_url("**/lading/1")
    assert audit(page) == []
    page.goto(f"{staff.address}/inlezen")
    send(page, LIST.replace(b"2019", b"2018"))
    assert audit(page) == []


def test_the_column_that_needs_a_choice_has_focus_and_all_goes_by_keyboard(staff: Visitor) -> None:
    page = staff.open("/inlezen")
    send(page)
    column = page.get_by_label("Opm.")
    expect(column).to_be_focused()
    page.keyboard.type("Samen")
    assert column.input_value() == "summary"
    page.get_by_role("button", name="Verder naar nakijken").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nakijken")
    page.get_by_role("button", name="Lees in").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/lading/1")


def test_what_does_not_fit_is_said_above_and_nothing_chosen_is_lost(staff: Visitor) -> None:
    page = staff.open("/inlezen")
    send(page)
    page.get_by_label("Naam initiatief").select_option(label="Thema")
    page.get_by_label("Naam van de lijst").fill("Mijn lijst")
    page.get_by_role("button", name="Verder naar nakijken").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies één kolom waarin de naam staat.")
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.get_by_label("Naam initiatief").input_value() == "theme"
    assert page.get_by_label("Naam van de lijst").input_value() == "Mijn lijst"
    assert audit(page) == []
    staff.complaints.clear()  # the browser notes the answer 400


def test_a_file_that_cannot_be_read_is_one_sentence_above_the_form(staff: Visitor) -> None:
    page = staff.open("/inlezen")
    page.get_by_label("Kies een bestand").set_input_files(file(b"PK rommel", "stuk.xlsx"))
    page.get_by_role("button", name="Bekijk het bestand").click()
    expect(page.get_by_role("alert")).to_contain_text("stuk.xlsx is geen XLSX-werkmap, of is beschadigd.")
    assert page.get_by_label("Kies een bestand").is_visible()
    staff.complaints.clear()  # as above


def test_a_file_can_be_dropped(staff: Visitor) -> None:
    page = staff.open("/inlezen")
    data = page.evaluate_handle(
        "(text) => { const data = new DataTransfer(); data.items.add(new File([text], 'lijst.csv')); return data; }",
        LIST.decode(),
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": data})
    page.get_by_role("button", name="Bekijk het bestand").click()
    page.wait_for_url("**/kolommen")
    expect(page.get_by_label("Naam initiatief")).to_be_visible()
