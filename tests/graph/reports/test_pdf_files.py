"""PDFs as text: paragraphs and headings told by their places, with the number of their page."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FileError
from graph.reports import pdf_files
from graph.reports.texts import read_report
from tests.graph.reports.making import pdf

LONG = "Op 3 mei 2020 kwamen twintig bewoners bij elkaar in de Buurtkamer om te praten over de toekomst. " * 2
PAGES = [["# Verslag overleg", LONG.strip(), "Besloten is te huren."], ["Tweede bladzijde."]]


def file(folder: Path, content: bytes) -> Path:
    path = folder / "verslag.pdf"
    path.write_bytes(content)
    return path


def test_headings_paragraphs_and_pages_are_found(tmp_path: Path) -> None:
    found = read_report(file(tmp_path, pdf(PAGES)))
    heading, body, decided, last = found.text.split("\n\n")
    assert (heading, " ".join(body.split()), decided) == ("# Verslag overleg", LONG.strip(), "Besloten is te huren.")
    assert (found.unit, found.number_at(found.text.index("Besloten"))) == ("page", 1)
    assert found.number_at(found.text.index(last)) == 2


def test_what_stands_at_the_edge_of_every_page_is_left_out(tmp_path: Path) -> None:
    pages = [["Gemeente Den Haag - verslag", f"Inhoud {word}.", "Meer inhoud.", "Slot.", f"Pagina {number} van 4"]
             for number, word in enumerate(("een", "twee", "drie", "vier"), 1)]  # fmt: skip
    text = read_report(file(tmp_path, pdf(pages))).text
    assert "Pagina" not in text
    assert "Gemeente" not in text
    assert text.startswith("Inhoud een.\n\nMeer inhoud.")


def test_what_is_locked_scanned_damaged_or_none_is_said_in_one_sentence(tmp_path: Path) -> None:
    whole = pdf(PAGES)
    cases = {"wachtwoord": pdf(PAGES, locked=True), "alleen beeld": pdf([[]]), "geen PDF": b"hallo " * 50,
             "beschadigd": whole[:200]}  # fmt: skip
    for said, content in cases.items():
        with pytest.raises(FileError, match=said) as raised:
            read_report(file(tmp_path, content))
        assert "\n" not in str(raised.value)


def test_pages_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, pdf(PAGES))
    monkeypatch.setattr(pdf_files, "MOST_PAGES", 2)
    assert read_report(path).text
    monkeypatch.setattr(pdf_files, "MOST_PAGES", 1)
    with pytest.raises(FileError, match="1 bladzijden"):
        read_report(path)
