from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import InputError
from graph.ingest.proposing.choices import Choices
from graph.network.importing.uploads import Upload
from tests.uploads import LIST
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.choosing import read_choices
from viz.pages.importing.columns import ColumnRow, Tried, column_rows, columns_page
from viz.pages.importing.recalled import recalled_page, recalled_rows

PEOPLE = b"Naam initiatief;Contactpersoon;Omschrijving\nTuin;Els de Vries;bel 06-12345678 voor een rondleiding\n"


def rows_of(upload: Upload, lang: str = "nl") -> dict[str, ColumnRow]:
    assert upload.proposal is not None
    return {one.header: one for one in column_rows(upload.proposal, lang)}


def chosen(row: ColumnRow) -> str:
    return next(one.value for _, options in row.groups for one in options if one.is_chosen)


def test_each_column_says_what_it_becomes_how_sure_and_why(pages: Callable[..., Pages]) -> None:
    rows = rows_of(pages().taking.keep())
    name, contact, unknown = rows["Naam initiatief"], rows["Contact"], rows["Opm."]
    assert (chosen(name), name.bars, name.sureness, name.example) == ("main", 3, "Zeker", "Buurtkeuken")
    assert (contact.groups, contact.example) == ((), "…")
    assert "horen niet in Wijkweb" in contact.why
    assert (chosen(unknown), unknown.bars, unknown.sureness) == ("?", 0, "Onbekend")


def test_names_of_people_and_contact_details_are_not_shown(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep(PEOPLE)
    page, rows = columns_page(one.shell, one.tokens, upload), rows_of(upload)
    assert "Els" not in page
    assert "06-12345678" not in page
    assert (rows["Contactpersoon"].example, rows["Omschrijving"].example) == ("naam, intern", "…")
    assert rows["Omschrijving"].warning == "Let op: in deze teksten staan ook 1 telefoonnummers."


def test_what_is_chosen_is_kept_and_what_is_left_is_no_decision(pages: Callable[..., Pages]) -> None:
    upload = pages().taking.keep()
    rows = rows_of(upload)
    form = {f"kolom-{row.place}": chosen(row) for row in rows.values() if row.groups}
    form |= {"soort": "Initiative", "naam": "lijst", "uitgever": "", "datum": "", "wie": "public", "stap": "verder"}
    assert read_choices(form, upload) == Choices()
    form[f"kolom-{rows['Opm.'].place}"] = "summary"
    made = read_choices({**form, "naam": " Lijst Zuid ", "datum": "2025", "wie": "internal"}, upload)
    assert (made.roles, made.source["name"], made.level) == ({"Opm.": "summary"}, "Lijst Zuid", "internal")


def test_another_kind_drops_what_it_has_no_place_for(pages: Callable[..., Pages]) -> None:
    taking = pages().taking
    upload = taking.choose(taking.keep(), roles={"Opm.": "phase", "Wijk": "leave out"})
    made = read_choices({"soort": "Organisation"}, upload)
    assert (made.kind, made.roles) == ("Organisation", {"Wijk": "leave out"})
    assert rows_of(taking.choose(upload, kind=made.kind, roles=made.roles))["Wijk"].sureness == "Uw keuze"


def test_another_name_takes_the_place_of_the_one_chosen_before(pages: Callable[..., Pages]) -> None:
    taking = pages().taking
    upload = taking.choose(taking.keep(), roles={"Opm.": "main"})
    place = rows_of(upload)["Wijk"].place
    assert read_choices({f"kolom-{place}": "main"}, upload).roles == {"Wijk": "main"}


def test_choices_that_did_not_fit_are_shown_as_they_were_made(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep()
    tried = Tried("Kies één kolom.", Choices(roles={"Naam initiatief": "theme"}, source={"name": "Mijn lijst"}))
    page = columns_page(one.shell, one.tokens, upload, tried)
    assert "Kies één kolom." in page
    assert '<option value="theme" selected>' in page
    assert 'value="Mijn lijst"' in page


def test_what_a_source_said_before_can_be_replaced_or_added_to(pages: Callable[..., Pages]) -> None:
    one = pages()
    assert "Vervang de eerdere versie" not in columns_page(one.shell, one.tokens, one.taking.keep())
    one.taking.load(one.taking.keep())
    newer = one.taking.keep(LIST.replace(b"2019", b"2018"))
    page = recalled_page(one.shell, one.tokens, newer)
    assert "Vervang de eerdere versie" in page
    assert "Kies de kolommen opnieuw" in page
    assert "vervalt" in page


def test_a_mapping_that_is_kept_is_told_column_by_column() -> None:
    document = {
        "nodes": {"initiative": {"kind": "Initiative", "name": "Naam", "key": "Nr", "started_on": "Sinds"},
                  "district": {"kind": "Area", "called": {"column": "Wijk"}},
                  "topic": {"kind": "Topic", "name": "Iets"}},
        "relationships": [{"type": "ACTIVE_IN", "from": "initiative", "to": "district", "since": "Vanaf"}],
        "leave_out": {"Mail": "privé"}, "stated_on": "Peildatum",
    }  # fmt: skip
    headers = ("Naam", "Nr", "Sinds", "Wijk", "Iets", "Vanaf", "Mail", "Peildatum", "Nog iets")
    assert [words for _, words in recalled_rows(document, headers, "nl")] == [
        "Naam van het initiatief", "Nummer", "Begonnen", "Wijk", "Naam van het onderwerp", "Sinds", "Niet inlezen",
        "Wanneer dit is gezegd", "Zoals de vorige keer",
    ]  # fmt: skip


def test_a_document_has_no_page_of_columns(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep(b"wijkweb: document\n", "verslag.yaml")
    for page in (columns_page, recalled_page):
        with pytest.raises(InputError):
            page(one.shell, one.tokens, upload)
