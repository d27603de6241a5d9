from __future__ import annotations

import pytest

from graph.reports.masking import mask


@pytest.mark.parametrize(
    ("sort", "detail"),
    [
        ("email", "post@buurt.example"),
        ("phone", "06-12345678"),
        ("phone", "070 123 45 67"),
        ("phone", "+31 (0)6 12345678"),
        ("phone", "06-12-34-56-78"),
        ("iban", "NL91 ABNA 0417 1643 00"),
        ("bsn", "111222333"),
    ],
)
def test_a_contact_detail_is_blanked_out_and_counted(sort: str, detail: str) -> None:
    text = f"Bel of mail {detail} voor meer."
    masked = mask(text)
    assert masked.kept_out == {sort: 1}
    assert len(masked.text) == len(text)
    assert detail not in masked.text
    assert "voor meer." in masked.text


@pytest.mark.parametrize("number", ["07-10-2023 10.00 uur", "€ 3.720,00", "123456789", "2018-2019", "0518", "154"])
def test_a_date_an_amount_or_another_number_is_no_contact_detail(number: str) -> None:
    masked = mask(f"Het ging om {number}.")
    assert masked.kept_out == {}
    assert number in masked.text


def test_mark_up_is_blanked_out_in_place() -> None:
    text = "## **Kop**\nZie [de site](https://x.example) en `dit`."
    masked = mask(text).text
    assert len(masked) == len(text)
    assert masked.split() == ["Kop", "Zie", "de", "site", "en", "dit", "."]
    assert masked.index("Kop") == text.index("Kop")
