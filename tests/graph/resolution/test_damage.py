from __future__ import annotations

import pytest

from graph.resolution.damage import is_damaged, repair, with_stand_ins


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("Repair CafÃ©", "Repair Café"), ("FinanciÃ«le hulp", "Financiële hulp"), ("ZorgcoÃƒÂ¶peratie", "Zorgcoöperatie")],
)
def test_letters_that_were_read_in_the_wrong_encoding_are_restored(damaged: str, whole: str) -> None:
    assert repair(damaged) == whole
    assert is_damaged(damaged)


@pytest.mark.parametrize("whole", ["Café Ångström", "São Paulo", "Â", "ÃƒÂ", "Wie is er? Vraagbaak", "Zó"])
def test_a_text_that_may_be_meant_so_stays(whole: str) -> None:
    assert repair(whole) == whole
    assert with_stand_ins(whole) == whole


def test_a_lost_letter_leaves_a_word_that_keeps_its_length() -> None:
    assert with_stand_ins("Caf\ufffd Zuid") == "Cafx Zuid"
    assert with_stand_ins("Zorgco?peratie") == "Zorgcoxperatie"
    assert is_damaged("Caf\ufffd")
