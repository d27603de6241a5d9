from __future__ import annotations

from datetime import date

import pytest

from graph.reports.relative_dates import relative_dates
from tests.graph.reports.reading import read

WEDNESDAY = date(2024, 9, 4)


@pytest.mark.parametrize(("words", "day"), [
    ("afgelopen maandag", "2024-09-02"),
    ("vorige week donderdag", "2024-08-29"),
    ("Afgelopen woensdagavond", "2024-08-28"),
    ("a.s. donderdag", "2024-09-05"),
    ("komende woensdag", "2024-09-11"),
    ("volgende week maandag", "2024-09-09"),
    ("gisteravond", "2024-09-03"),
    ("morgen", "2024-09-05"),
    ("last week Thursday", "2024-08-29"),
    ("next Tuesday", "2024-09-10"),
])  # fmt: skip
def test_a_day_is_told_from_the_day_of_the_report(words: str, day: str) -> None:
    assert [one.value for one in relative_dates(f"Er was {words} overleg.", WEDNESDAY)] == [day]


@pytest.mark.parametrize("words", ["donderdag", "vandaag de dag", "volgende week", "afgelopen donderdag 3 mei", "soms"])
def test_words_that_tell_no_day_give_none(words: str) -> None:
    assert list(relative_dates(f"Het is {words} druk.", WEDNESDAY)) == []


def test_a_report_that_does_not_tell_its_own_day_has_no_such_days() -> None:
    text = "Afgelopen donderdag vond het wijkoverleg plaats in de zaal.\n"
    assert read(text).meetings == []
    dated = read(f"Verslag\nDatum: woensdag 4 september 2024\n\n{text}")
    assert "2024-08-29" in [one.held_on for one in dated.meetings]
