from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import InputError
from tests.uploads import workbook
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.checking import busy_page, check_page, stage_words, stuck_page


def test_the_rows_add_up_and_the_plan_stands_line_by_line(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep()
    page = check_page(one.shell, one.tokens, upload)
    assert "Nieuw: initiatief ‘Soepbus’ (rij 3): begonnen maart 2021" in page
    assert "contact- en persoonsgegevens horen niet in Wijkweb" in page  # why a column is left out
    assert upload.plan is not None
    assert f'name="revisie" value="{upload.plan.revision}"' in page


def test_a_plan_that_changes_nothing_says_so(pages: Callable[..., Pages]) -> None:
    one = pages()
    one.taking.load(one.taking.keep())
    assert "staat al in Wijkweb" in check_page(one.shell, one.tokens, one.taking.keep())
    lost = one.taking.keep(b"Naam initiatief;Sinds\n;2019\n;2020\n", "leeg.csv")
    if lost.plan is not None:
        assert "Geen enkele rij is bruikbaar" in check_page(one.shell, one.tokens, lost)


def test_what_cannot_be_read_says_why_and_offers_another_sheet(pages: Callable[..., Pages]) -> None:
    one = pages()
    upload = one.taking.keep(workbook(("Voorblad", [["Alleen tekst"]]), ("Lijst", [["Naam"], ["Tuin"]])), "a.xlsx")
    page = stuck_page(one.shell, one.tokens, upload)
    assert "a.xlsx: er staan geen rijen in." in page
    assert '<option value="Lijst" lang="nl">Lijst</option>' in page
    with pytest.raises(InputError):
        check_page(one.shell, one.tokens, upload)


def test_progress_refreshes_itself_without_scripts(pages: Callable[..., Pages]) -> None:
    one = pages("en")
    upload = one.taking.keep()
    page = busy_page(one.shell, upload)
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert f'data-state="/inlezen/{upload.id}/stand?lang=en"' in page
    assert stage_words(upload, "en") == ""
