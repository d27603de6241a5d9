"""Web pages as text: what a reader reads, without menus and scripts, in whatever encoding the page is."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FileError
from graph.reports.texts import read_report

PAGE = """<html><head><title>Nieuws</title></head><body><nav>Menu</nav><script>alert(1)</script>
<main>Los <b>begin</b><br>tweede regel<h2>Verslag &amp; vervolg</h2><p>Café
Zuid is open.<ul><li>Piet belt<li>Jan mailt</ul><table><tr><th>Actie<th>Wie<tr><td>Bellen<td>Piet</table>
<p hidden>weg</p></main><footer>Voet</footer></body></html>"""
TEXT = """Los begin
tweede regel

## Verslag & vervolg

Café Zuid is open.

- Piet belt
- Jan mailt

| Actie | Wie |
| Bellen | Piet |"""


def file(folder: Path, content: bytes, name: str = "bericht.html") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_is_read_as_one_reads_it(tmp_path: Path, encoding: str) -> None:
    found = read_report(file(tmp_path, PAGE.encode(encoding)))
    assert found.text == TEXT
    assert [found.number_at(found.text.index(one)) for one in ("Los", "Café", "Bellen")] == [1, 3, 7]


def test_a_page_may_say_its_encoding(tmp_path: Path) -> None:
    page = "<meta charset='iso-8859-2'><p>Łódź".encode("iso-8859-2")
    assert read_report(file(tmp_path, page, "bericht.htm")).text == "Łódź"


def test_a_page_of_nothing_or_nested_too_deep_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for content in (b"<html><script>x</script></html>", b"\x89PNG\r\n" + bytes(50), b"<div>" * 50_000 + b"x"):
        with pytest.raises(FileError, match=r"bericht\.html") as raised:
            read_report(file(tmp_path, content))
        assert "\n" not in str(raised.value)


def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim", "utf-8")
    page = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/geheim.txt">]><p>Hier &e;<iframe src="geheim.txt">'
    assert "geheim\n" not in read_report(file(tmp_path, page.encode())).text + "\n"
