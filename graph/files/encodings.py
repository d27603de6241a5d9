"""Tells in which encoding a text is written: by its mark, by its bytes, and never by its name."""

from __future__ import annotations

from pathlib import Path

from graph.errors import FileError

SAMPLE_BYTES = 65_536
"""Bytes at the beginning of a file by which its encoding is told."""


def text_encoding(path: Path, sample: bytes) -> str:
    """Return the encoding of a text: by its mark, else UTF-16 or UTF-8 if it is that, else Windows-1252.

    Parameters
    ----------
    path
        The file, for errors.
    sample
        Its first bytes.

    Raises
    ------
    FileError
        It is no text.
    """
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if bare := _bare_utf16(sample):
        return bare
    # Text has hardly any control characters; a picture or workbook called .csv has many.
    controls = sum(byte < 32 and byte not in b"\t\r\n\x0b\x0c" for byte in sample)
    if sample[:4] in (b"PK\x03\x04", b"\x89PNG", b"%PDF") or controls > max(len(sample) // 50, 3):
        raise FileError(
            f"{path.name} is geen tekst. Bewaar de lijst als CSV of XLSX.",
            f"{path.name} is no text. Save the list as CSV or XLSX.",
            concerning=path,
        )
    # A few bytes that are no UTF-8 in a text that otherwise is, are damage to report; many are another encoding.
    text = sample[: sample.rfind(b"\n") + 1 or None].decode("utf-8", errors="surrogateescape")
    damaged = sum("\udc80" <= character <= "\udcff" for character in text)
    accented = sum(character > "\x7f" for character in text) - damaged
    return "utf-8" if damaged <= accented or not damaged else "cp1252"


def _bare_utf16(sample: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is: of Western letters every other byte is nought."""
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 8:
        return None
    if even.count(0) == 0 and odd.count(0) > 0.8 * len(odd):
        return "utf-16-le"
    if odd.count(0) == 0 and even.count(0) > 0.8 * len(even):
        return "utf-16-be"
    return None
