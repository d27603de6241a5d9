from __future__ import annotations

from typing import Any

import pytest
import strawberry

from api.bounds import checked_first, checked_list, checked_text, given
from graph.errors import InputError


def test_null_and_nothing_mean_the_same() -> None:
    assert [given(value, 7) for value in (None, strawberry.UNSET, 0, 3)] == [7, 7, 0, 3]


@pytest.mark.parametrize(
    ("check", "largest", "larger"),
    [
        (lambda value: checked_first(value, 20, 100), 100, 101),
        (lambda value: checked_first(value, 20, 100), 1, 0),
        (lambda value: checked_list(value, "ids", 3), ["a"] * 3, ["a"] * 4),
        (lambda value: checked_text(value, "text", 3), "abc", "abcd"),
    ],
)
def test_a_bound_is_allowed_and_one_past_it_is_not(check: Any, largest: Any, larger: Any) -> None:
    check(largest)
    with pytest.raises(InputError) as raised:
        check(larger)
    assert str(raised.value.en).endswith(".")


def test_what_is_left_out_has_its_default() -> None:
    assert checked_first(None, 20, 100) == 20
    assert checked_list(None, "ids", 3) == ()
    assert checked_text(strawberry.UNSET, "text", 3) == ""
