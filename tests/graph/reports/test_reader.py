from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bench.reports import measure
from graph.errors import FileError
from graph.reports.lexicon import load_lexicon
from graph.reports.limits import LONGEST_REPORT
from graph.reports.reader import ReportReader, RulesReader
from tests.graph.reports.reading import read

TEXTS = Path(__file__).parent / "texts"
HOSTILE = (
    "", "\n", "|", "[", "(", "A", "Jan ", "- ", "?", "’", "1. ", "De Het ", "van der ", "a@", "1,",
    "mei  ", "a.b", "gaat ",
    "Wie: Jan\n", "Jan Bakker en Karin Mulder. ", "x@y.example ", "| a | b |\n", "mei 2020, ",
    "Actie: Stichting Zon belt op 3 mei 2020 met Vilans.\n",
)  # fmt: skip
"""What is repeated up to twenty thousand characters."""


def test_the_answer_has_the_agreed_shape() -> None:
    document = read("Verslag overleg, 3 mei 2020\n\nBesloten is om de zaal te huren.").to_document()
    assert {"initiatives", "organisations", "people", "areas", "meetings", "outcomes"} <= set(document)
    assert document["meetings"][0]["held_on"] == "2020-05-03"
    assert {"kind", "passage", "place", "certainty"} <= set(document["outcomes"][0])
    json.dumps(document)


@pytest.mark.parametrize("path", sorted(TEXTS.rglob("*.txt")), ids=lambda path: path.stem)
def test_every_passage_is_a_slice_of_the_text(path: Path) -> None:
    text = path.read_text("utf-8")
    document = read(text).to_document()
    proposals = [one for kind, ones in document.items() if kind not in ("kept_out", "lacking") for one in ones]
    assert proposals
    for one in proposals:
        assert text[one["place"]["start"] : one["place"]["end"]] == one["passage"]
        assert 0 <= one["certainty"] <= 1


def test_contact_details_stay_out_and_are_counted() -> None:
    document = read("Mail jan@buurt.example of bel 06-12345678 voor de sleutel van de zaal?").to_document()
    assert document["kept_out"] == {"email": 1, "phone": 1}
    assert "buurt.example" not in json.dumps(document)
    assert "12345678" not in json.dumps(document)


@pytest.mark.parametrize("text", [*(one * (20_000 // max(1, len(one))) for one in HOSTILE), "\ud800 los", "a\x00b"],
                         ids=[*map(repr, HOSTILE), "surrogate", "nul"])  # fmt: skip
def test_odd_input_is_read_without_error_and_without_running_wild(text: str) -> None:
    load_lexicon()
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 30  # some tenths; a rule that tries all divisions would take hours


def test_a_report_that_is_too_long_is_refused() -> None:
    with pytest.raises(FileError, match=str(LONGEST_REPORT)):
        read("x" * (LONGEST_REPORT + 1))


def test_the_rules_are_one_reader_among_others() -> None:
    reader: ReportReader = RulesReader()
    assert reader.read("").to_document()["people"] == []


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize(
    ("kind", "least"),
    [("people", 0.88), ("areas", 0.85), ("bodies", 0.70), ("meetings", 0.80), ("outcomes", 0.65)],
)
def test_texts_that_nobody_tuned_on_are_read_well_enough(kind: str, least: float) -> None:
    assert measure(TEXTS / "unseen")[kind].figures()[2] >= least
