from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.documents import Checked, Documents, InvalidDocumentError, is_mutation
from api.errors import TooCostlyError
from api.limits import ApiLimits
from api.schema import executable
from graph.errors import InputError

VERSION = "{ service { version } }"


def documents(limits: ApiLimits | None = None) -> Documents:
    return Documents(executable(), limits or ApiLimits())


def checked(text: str) -> Checked:
    found = documents().find(text)
    assert isinstance(found, Checked)
    return found


def test_a_text_is_parsed_and_checked_once() -> None:
    kept = documents()
    assert kept.find(VERSION) is kept.find(VERSION)
    assert kept.find("{ nothing }") is kept.find("{ nothing }")


def test_the_text_that_was_asked_longest_ago_is_forgotten_first() -> None:
    kept = documents(ApiLimits(documents=2))
    first, second = kept.find(VERSION), kept.find("{ service { role } }")
    assert kept.find(VERSION) is first
    kept.find("{ service { revision } }")
    assert kept.find(VERSION) is first
    assert kept.find("{ service { role } }") is not second


def test_words_and_signs_are_bounded() -> None:
    at_bound = documents(ApiLimits(tokens=6)).find(VERSION)
    past_it = documents(ApiLimits(tokens=5)).find(VERSION)
    assert isinstance(at_bound, Checked)
    assert isinstance(past_it, TooCostlyError)
    assert "at most 5" in past_it.en


def test_what_is_refused_keeps_nothing_of_what_was_parsed() -> None:
    for text in ("{ " + "a " * 2_000 + "}", "{ a " * 50 + "}" * 50):
        found = documents().find(text)
        assert isinstance(found, TooCostlyError)
        assert (found.__context__, found.__cause__, found.__traceback__) == (None, None, None)


def test_comments_are_bounded() -> None:
    kept = documents(ApiLimits(comments=3))
    assert isinstance(kept.find("#a\n" * 3 + VERSION), Checked)
    assert isinstance(kept.find("#a\n" * 4 + VERSION), TooCostlyError)


def test_problems_are_listed_up_to_a_bound() -> None:
    many = "{ " + " ".join(f"nothing{n}" for n in range(50)) + " }"
    found = documents(ApiLimits(errors=3)).find(many)
    assert isinstance(found, InvalidDocumentError)
    assert len(found.problems) == 3


def test_nesting_too_deep_for_a_parser_is_refused_before_it_is_measured() -> None:
    found = documents(ApiLimits(tokens=100_000)).find("{a" * 30_000)
    assert isinstance(found, TooCostlyError | InvalidDocumentError)
    deep_value = documents(ApiLimits(tokens=100_000)).find("{ a(b: " + "[" * 30_000)
    assert isinstance(deep_value, TooCostlyError | InvalidDocumentError)


def test_an_operation_is_chosen_by_name_or_is_the_only_one() -> None:
    two = checked("query A { service { role } } mutation B { __typename }")
    assert not is_mutation(checked(VERSION).operation(None))
    assert not is_mutation(two.operation("A"))
    assert is_mutation(two.operation("B"))
    for name in (None, "C"):
        with pytest.raises(InputError, match="operationName"):
            two.operation(name)


def test_what_the_documentation_asks_is_valid_and_its_limits_are_ours() -> None:
    page = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
    examples = re.findall(r"```graphql\n(.*?)```", page, re.DOTALL)
    assert len(examples) >= 4
    assert all(isinstance(documents().find(text), Checked) for text in examples)
    limits = ApiLimits()
    for name in (
        "cost",
        "depth",
        "fields",
        "aliases",
        "directives",
        "tokens",
        "body",
        "page",
        "filter_depth",
        "orders",
    ):
        assert re.search(rf"\b{getattr(limits, name):,}\b", page), name
