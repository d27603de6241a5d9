from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import InputError
from graph.ingest.proposing.choices import Choices
from graph.network.importing.uploads import Upload
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.choosing import read_choices
from viz.pages.importing.columns import BY_WORD, ColumnRow, Tried, column_rows, columns_page
from viz.pages.importing.recalled import recalled_page

PEOPLE = b"Naam initiatief;Contactpersoon;Omschrijving\nTuin;Els de Vries;bel 06-12345678 voor een rondleiding\n"

MIXED = b"Naam;Wijk\nStichting De Kas;Laak\nBuurtfeest;Laak\nDe Bus;Zuid\n"


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


def test_a_column_of_several_kinds_says_which_and_a_person_decides(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep(MIXED)
    page = columns_page(one.shell, one.tokens, upload)
    assert "3 namen in ‘Naam’, naar hun woorden: 1 organisatie (‘stichting’ 1×), de andere initiatieven." in page
    assert f'<option value="{BY_WORD}" selected>initiatief, organisatie of programma, naar de naam</option>' in page
    assert read_choices({"soort": BY_WORD}, upload) == Choices()
    decided = one.taking.choose(upload, kind=read_choices({"soort": "Initiative"}, upload).kind)
    page = columns_page(one.shell, one.tokens, decided)
    assert '<option value="Initiative" selected>' in page
    assert read_choices({"soort": BY_WORD}, decided).kind == ""


def test_choices_that_did_not_fit_are_shown_as_they_were_made(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep()
    tried = Tried("Kies één kolom.", Choices(roles={"Naam initiatief": "theme"}, source={"name": "Mijn lijst"}))
    page = columns_page(one.shell, one.tokens, upload, tried)
    assert "Kies één kolom." in page
    assert '<option value="theme" selected>' in page
    assert 'value="Mijn lijst"' in page


def test_a_document_has_no_page_of_columns(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep(b"wijkweb: document\n", "verslag.yaml")
    for page in (columns_page, recalled_page):
        with pytest.raises(InputError):
            page(one.shell, one.tokens, upload)
