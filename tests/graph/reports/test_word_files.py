"""Word documents as text: what a reader reads, in order, with the number of its paragraph."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from graph.errors import FileError
from graph.reports import word_files
from graph.reports.texts import read_report
from tests.graph.reports.making import locked, saved, word

LINES = ["# Verslag", "Op 3 mei kwam wethouder\u00a0Mulder.", "- Besloten is te huren.", "- Piet belt.",
         [["Wie", "Wat"], ["Jan", "mailt | belt"]], "Einde"]  # fmt: skip


def file(folder: Path, content: bytes, name: str = "verslag.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_headings_items_and_tables_keep_their_sort_and_number(tmp_path: Path) -> None:
    found = read_report(file(tmp_path, word(LINES)))
    assert found.text == (
        "# Verslag\n\nOp 3 mei kwam wethouder Mulder.\n\n- Besloten is te huren.\n- Piet belt.\n\n"
        "| Wie | Wat |\n| Jan | mailt / belt |\n\nEinde"
    )
    assert found.unit == "paragraph"
    assert [found.number_at(found.text.index(one)) for one in ("Verslag", "Piet", "Jan", "Einde")] == [1, 4, 6, 7]


def test_what_was_deleted_is_gone_and_what_was_inserted_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    body = document.add_paragraph("De zaal is ")._p
    for tag, text in (("ins", "groot"), ("moveFrom", "weg")):
        changed = OxmlElement(f"w:{tag}")
        changed.append(OxmlElement("w:r"))
        changed[0].append(OxmlElement("w:t"))
        changed[0][0].text = text
        body.append(changed)
    assert read_report(file(tmp_path, saved(document))).text == "De zaal is groot"


def test_a_bold_line_is_a_heading_and_a_frame_is_no_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Actiepunten").bold = True
    document.add_table(rows=1, cols=1).cell(0, 0).text = "In een kader"
    facts = document.add_table(rows=1, cols=2)
    facts.cell(0, 0).text, facts.cell(0, 1).text = "Datum:", "3 mei 2020"
    assert read_report(file(tmp_path, saved(document))).text == "### Actiepunten\n\nIn een kader\n\nDatum: 3 mei 2020"


def test_what_is_locked_old_damaged_or_empty_is_said_in_one_sentence(tmp_path: Path) -> None:
    whole = word(LINES)
    cases = {"wachtwoord": locked(whole), "DOC": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "leeg": b"",
             "beschadigd": whole[: len(whole) // 2], "geen leesbare tekst": word([])}  # fmt: skip
    for said, content in cases.items():
        with pytest.raises(FileError, match=said) as raised:
            read_report(file(tmp_path, content))
        assert "\n" not in str(raised.value)


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, word(LINES))
    with zipfile.ZipFile(path) as archive:
        largest = max(one.file_size for one in archive.infolist() if one.filename.endswith(".xml"))
    monkeypatch.setattr(word_files, "MOST_WORD_BYTES", largest)
    assert read_report(path).text
    monkeypatch.setattr(word_files, "MOST_WORD_BYTES", largest - 1)
    with pytest.raises(FileError, match="te groot"):
        read_report(path)


def test_entities_are_not_unfolded_and_nesting_is_bounded(tmp_path: Path) -> None:
    bombs = ('<!DOCTYPE x [<!ENTITY a "boem"><!ENTITY b "&a;&a;&a;">]>{}<w:t>&b;</w:t>', "{}" + "<w:sdt>" * 5000)
    for bomb in bombs:
        content = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(word(LINES))) as old, zipfile.ZipFile(content, "w") as new:
            for name in old.namelist():
                new.writestr(name, bomb.format("<w:document/>") if name == "word/document.xml" else old.read(name))
        with pytest.raises(FileError, match="beschadigd"):
            read_report(file(tmp_path, content.getvalue()))
