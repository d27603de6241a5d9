"""Records: what one row says before anyone knows what it is about."""

from __future__ import annotations

from graph.errors import InputError
from graph.ingest.records import Draft, Problem, Record, Said, words_of
from graph.schema.words import Words


def test_the_values_of_a_draft_are_what_is_said_and_not_denied() -> None:
    draft = Draft("1/i/0", ("Initiative",), "row=2")
    draft.said += [
        Said("name", "De Kas", "row=2"),
        Said("aliases", "Kas", "row=2", denied=True),
        Said("members", 5, ""),
    ]
    assert draft.values("name", "aliases") == ["De Kas"]
    assert draft.values("members") == ["5"]


def test_a_record_is_lost_when_one_problem_takes_the_row() -> None:
    record = Record(3, "row=3")
    record.problems.append(Problem("x.csv", Words("rij 3", "row 3"), Words("fout", "wrong")))
    assert not record.lost
    record.problems.append(Problem("x.csv", Words("rij 3", "row 3"), Words("erger", "worse"), row_lost=True))
    assert record.lost


def test_a_problem_is_one_line_in_either_language() -> None:
    problem = Problem("x.csv", Words("rij 3, kolom Naam", "row 3, column Naam"), Words("is leeg.", "is empty."))
    assert problem.sentence() == "x.csv, rij 3, kolom Naam: is leeg."
    assert problem.sentence("en") == "x.csv, row 3, column Naam: is empty."


def test_the_words_of_an_error_are_one_line_of_text() -> None:
    words = words_of(InputError("een\nregel \ud800", "one\r\n line"))
    assert (words.nl, words.en) == ("een regel ?", "one line")
