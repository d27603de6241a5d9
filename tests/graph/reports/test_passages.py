from __future__ import annotations

from graph.reports.layout import take_apart
from graph.reports.limits import LONGEST_PASSAGE
from graph.reports.passages import around, passage


def test_a_passage_is_a_slice_without_mark_up_at_its_ends() -> None:
    text = "- **Besluit: de zaal blijft open.**\n"
    layout = take_apart(text)
    where = passage(layout, 0, len(text))
    assert text[where.start : where.end] == where.passage
    assert where.passage.endswith("open.")


def test_a_contact_detail_cuts_a_passage() -> None:
    text = "Meld u voor de soep bij soep@buurt.example of kom."
    where = around(take_apart(text), 3, 5)
    assert where.passage == "Meld u voor de soep bij"
    assert where.passage in text


def test_a_passage_is_bounded() -> None:
    text = "woord " * 200
    assert len(passage(take_apart(text), 0, len(text)).passage) <= LONGEST_PASSAGE
