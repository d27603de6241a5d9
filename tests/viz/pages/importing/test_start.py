from __future__ import annotations

from collections.abc import Callable

from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.start import import_page


def test_at_first_nothing_waits_and_nothing_was_loaded(pages: Callable[..., Pages]) -> None:
    one = pages()
    page = import_page(one.shell, one.tokens)
    assert "Er is nog niets ingelezen." in page
    assert "Nog niet ingelezen" not in page
    assert 'enctype="multipart/form-data"' in page


def test_what_waits_and_what_was_loaded_stand_in_lists(pages: Callable[..., Pages]) -> None:
    one = pages("en")
    one.taking.load(one.taking.keep())
    waiting = one.taking.keep(name="nieuw <b>.csv")
    page = import_page(one.shell, one.tokens)
    assert f'href="/inlezen/{waiting.id}?lang=en"' in page
    assert "nieuw _b_.csv" in page
    assert 'href="/inlezen/lading/1?lang=en" lang="nl">lijst.csv</a>' in page
    assert "staff" in page


def test_why_a_file_was_refused_stands_above_the_form(pages: Callable[..., Pages]) -> None:
    one = pages()
    page = import_page(one.shell, one.tokens, "a.csv is leeg & stuk.")
    assert "a.csv is leeg &amp; stuk." in page
    assert page.index("is leeg") < page.index('type="file"')
