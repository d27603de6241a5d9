from __future__ import annotations

import pytest

from graph.errors import FileError
from graph.resolution.measuring import meaning, meanings, measure

MEANT = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}


def test_precision_and_recall_count_pairs_that_become_one() -> None:
    found = measure(MEANT, [("a", "b")], [("d", "f")], [("b", "c"), ("c", "f")])
    assert (found.pairs, found.automatic, found.automatic_right, found.desk, found.desk_right) == (4, 2, 1, 2, 1)
    assert found.precision == 0.5
    assert found.recall == 3 / 4 and found.automatic_recall == 1 / 4
    assert found.wrong == (("d", "f"),) and found.missed == (("d", "e"),)


def test_where_there_is_nothing_to_find_nothing_is_missed() -> None:
    found = measure({"a": 1, "b": 2}, [], [], [("a", "x")])
    assert (found.precision, found.recall, found.desk) == (1.0, 1.0, 0)


def test_the_truth_tells_what_each_spelling_means() -> None:
    truth = {"duplicates": [["De Pollepel", "Pollepel, De"]],
             "flaws": [{"kind": "Initiative", "written": "Polepel, De", "meant": "Pollepel, De"},
                       {"kind": "", "written": "2025-01-02", "meant": "02-01-2025"}]}  # fmt: skip
    known = meanings(truth)
    assert meaning(["Polepel, de"], known) == meaning(["DE POLLEPEL"], known) == "de pollepel"
    assert meaning(["2025-01-02"], known) == "2025 01 02"
    assert meaning([], known) == ""


@pytest.mark.parametrize("truth", [{}, {"duplicates": [1]}, {"duplicates": [], "flaws": [{}]}])
def test_what_is_no_book_of_answers_is_refused_in_a_sentence(truth: dict[str, object]) -> None:
    with pytest.raises(FileError, match="antwoordenboek"):
        meanings(truth)
