from __future__ import annotations

import time

import pytest
from graphql import parse

from api.document_limits import check_document
from api.errors import TooCostlyError
from api.limits import ApiLimits

LIMITS = ApiLimits(depth=4, fields=6, aliases=3, directives=2)


def is_too_large(text: str, limits: ApiLimits = LIMITS) -> bool:
    try:
        check_document(parse(text), limits)
    except TooCostlyError:
        return True
    return False


def nested(depth: int) -> str:
    return "{ a " * depth + "}" * depth


@pytest.mark.parametrize(
    ("largest", "larger"),
    [
        (nested(4), nested(5)),
        ("{ a ... { b ... { c ... { d } } } }", "{ a ... { b ... { c ... { d ... { e } } } } }"),
        ("{ a { ...F } } fragment F on T { b { c { d } } }", "{ a { ...F } } fragment F on T { b { c { d { e } } } }"),
        ("{ a b c d e f }", "{ a b c d e f g }"),
        ("{ ...F ...F } fragment F on T { a b c }", "{ ...F ...F ...F } fragment F on T { a b c }"),
        ("{ x: a y: b z: c }", "{ x: a y: b z: c w: d }"),
        ("{ ...F ...F ...F } fragment F on T { x: a }", "{ ...F ...F } fragment F on T { x: a y: a }"),
        ("{ a @b c @d }", "{ a @b c @d e @f }"),
        ("query @a { ... @b { c } }", "query @a { ... @b { ...F @c } } fragment F on T { a }"),
    ],
)
def test_a_bound_is_allowed_and_one_past_it_is_not(largest: str, larger: str) -> None:
    assert not is_too_large(largest)
    assert is_too_large(larger)


def test_fragments_that_double_each_other_are_measured_at_once() -> None:
    spread = " ".join(f"fragment F{n} on T {{ a ...F{n + 1} ...F{n + 1} }}" for n in range(60))
    begun = time.monotonic()
    assert is_too_large(f"{{ ...F0 }} {spread} fragment F60 on T {{ a }}", ApiLimits(depth=100))
    assert time.monotonic() - begun < 1


def test_a_fragment_that_spreads_itself_is_measured_without_end_of_stack() -> None:
    assert not is_too_large("{ ...A } fragment A on T { a ...A }")
    assert not is_too_large("{ ...A } fragment A on T { a ...B } fragment B on T { b ...A }")


def test_each_operation_is_measured_though_one_is_asked_for() -> None:
    assert is_too_large(f"query A {{ a }} query B {nested(5)}")
    assert not is_too_large(f"query A {nested(4)} query B {nested(4)}")


def test_what_is_too_large_is_said_with_the_bound() -> None:
    with pytest.raises(TooCostlyError) as raised:
        check_document(parse("{ x: a y: b z: c w: d }"), LIMITS)
    assert raised.value.en == "The query has 4 aliases; at most 3 can be."
    assert raised.value.nl == "De vraag telt 4 aliassen; hoogstens 3 kan."
