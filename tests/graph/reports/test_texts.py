from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FileError
from graph.reports.limits import LONGEST_REPORT, MOST_REPORT_BYTES
from graph.reports.report_text import check_length
from graph.reports.texts import read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "verslag.txt"
    path.write_bytes("Coöperatie\r\nZuid".encode(encoding))
    assert read_text(path) == "Coöperatie\nZuid"


@pytest.mark.parametrize(("name", "content"), [("x.docx", b"PK"), ("x.txt", b"a\x00b"), ("x.txt", b"\x81\x8d\x00")])
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileError, match=name) as raised:
        read_text(path)
    assert "\n" not in str(raised.value)


def test_a_report_is_bounded() -> None:
    check_length(LONGEST_REPORT)
    with pytest.raises(FileError, match=str(LONGEST_REPORT)):
        check_length(LONGEST_REPORT + 1)


def test_a_file_that_is_absent_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="niet worden gelezen"):
        read_text(tmp_path / "weg.txt")
    large = tmp_path / "groot.txt"
    large.write_bytes(b"x" * (MOST_REPORT_BYTES + 1))
    with pytest.raises(FileError, match=r"groot\.txt"):
        read_text(large)
