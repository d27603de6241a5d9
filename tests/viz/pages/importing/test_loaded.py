from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import UnknownIdError
from tests.contracts.build import City, says
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.loaded import load_page


def test_a_load_tells_what_became_of_every_row_and_column(pages: Callable[..., Pages]) -> None:
    one = pages()
    page = load_page(one.shell, one.tokens, one.taking.load(one.taking.keep()).number)
    assert "Nieuw: 3 initiatieven, 1 gebied." in page
    assert "/loads/load/1/quarantine" in page
    assert "Ingelezen:" in page
    assert "niet ingelezen: " in page
    assert "Draai deze inlezing terug" in page


def test_a_load_that_was_taken_back_says_so_and_why(pages: Callable[..., Pages]) -> None:
    one = pages("en")
    number = one.taking.load(one.taking.keep()).number
    one.taking.imports.undo(number, one.taking.viewer, "verkeerde <lijst>")
    page = load_page(one.shell, one.tokens, number)
    assert "Undo this load" not in page
    assert "Undone." in page
    assert "<lijst>" not in page


def test_a_load_by_the_command_has_a_page_without_its_rows(pages: Callable[..., Pages]) -> None:
    one = pages()
    City(one.shell.site.network.store).load(says("krant").node("initiative/tuin", name="Tuin"))
    page = load_page(one.shell, one.tokens, 1)
    assert "geen aantallen bewaard" in page
    assert "quarantine" not in page
    with pytest.raises(UnknownIdError):
        load_page(one.shell, one.tokens, 2)


def test_doubtful_names_lead_to_the_desk(pages: Callable[..., Pages]) -> None:
    one = pages()
    rows = b"Naam initiatief;Wijk\nBuurtkeuken De Pollepel;Molenbuurt\nBuurtkeuken Pollepel;Molenbuurt\n"
    number = one.taking.load(one.taking.keep(rows)).number
    report = one.taking.imports.report(number, one.taking.viewer)
    assert report is not None
    page = load_page(one.shell, one.tokens, number)
    assert ("Bekijk dubbele namen" in page) == bool(report["doubts"])
    assert report["doubts"] is not None
