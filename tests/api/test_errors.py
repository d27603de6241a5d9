from __future__ import annotations

from collections.abc import Iterator

import pytest

from api import errors
from api.errors import LONGEST_MESSAGE, ErrorCode, Problem, problem_of
from graph.errors import (
    ConflictError,
    CursorError,
    FileError,
    ForbiddenError,
    InputError,
    SchemaError,
    StoreBusyError,
    StoreError,
    UnknownIdError,
    WijkwebError,
)
from graph.schema.words import Words


def tree(class_: type[WijkwebError]) -> Iterator[type[WijkwebError]]:
    """Yield the classes of `graph.errors`, those of other parts left out."""
    yield class_
    for one in class_.__subclasses__():
        if one.__module__ == "graph.errors":
            yield from tree(one)


@pytest.mark.parametrize(
    ("class_", "status", "code"),
    [
        (InputError, 400, "BAD_INPUT"),
        (UnknownIdError, 404, "NOT_FOUND"),
        (CursorError, 400, "BAD_CURSOR"),
        (ForbiddenError, 403, "FORBIDDEN"),
        (ConflictError, 409, "CONFLICT"),
        (StoreError, 503, "UNAVAILABLE"),
        (StoreBusyError, 503, "UNAVAILABLE"),
        (errors.KeyReusedError, 409, "KEY_REUSED"),
        (errors.TooCostlyError, 400, "TOO_COSTLY"),
        (errors.TooLongError, 413, "TOO_COSTLY"),
        (errors.WrongMediaTypeError, 415, "BAD_INPUT"),
        (errors.WrongMethodError, 405, "BAD_INPUT"),
        (errors.AdviceNotReadyError, 503, "ADVICE_NOT_READY"),
        (errors.BusyError, 503, "UNAVAILABLE"),
    ],
)
def test_an_error_has_a_status_and_a_code(class_: type[WijkwebError], status: int, code: str) -> None:
    problem = problem_of(class_("zin", "sentence"))
    assert (problem.status, problem.code.value) == (status, code)


def test_every_error_of_the_tree_is_answered_by_the_table_or_as_our_fault() -> None:
    ours = {class_ for class_ in tree(WijkwebError) if problem_of(class_("a", "b")).code is ErrorCode.INTERNAL}
    assert {FileError, SchemaError} <= ours
    assert not [
        class_ for class_ in ours if issubclass(class_, InputError | StoreError | ForbiddenError | ConflictError)
    ]


def test_a_sentence_goes_out_in_the_language_asked() -> None:
    problem = problem_of(InputError("Kies een dag.", "Choose a day."))
    assert (problem.sentence("nl"), problem.sentence("en")) == ("Kies een dag.", "Choose a day.")


@pytest.mark.parametrize("error", [RuntimeError("SELECT secret"), FileError("/geheim", "/secret"), KeyError("x")])
def test_what_we_did_not_raise_on_purpose_is_told_by_a_number_alone(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    sentence = problem_of(error).sentence("en")
    number = sentence.removesuffix(".").rpartition(" ")[2]
    assert str(error) not in sentence
    assert f"error {number}" in caplog.text
    assert len(number) == 8


def test_what_a_store_says_of_itself_goes_to_the_log_and_not_out(caplog: pytest.LogCaptureFixture) -> None:
    problem = problem_of(StoreBusyError("Bezet: sqlite:////srv/x", "Busy: sqlite:////srv/x"))
    assert "/srv" not in problem.sentence("nl") + problem.sentence("en")
    assert "/srv/x" in caplog.text


def test_a_long_sentence_is_cut_and_what_no_text_may_hold_is_replaced() -> None:
    most = "x" * LONGEST_MESSAGE
    at_bound, past_it = (
        Problem(400, ErrorCode.BAD_INPUT, Words(text, text)).sentence("nl") for text in (most, most + "x")
    )
    assert at_bound == most
    assert (len(past_it), past_it[-1]) == (LONGEST_MESSAGE, "…")
    assert Problem(400, ErrorCode.BAD_INPUT, Words("a\ud800b", "")).sentence("nl") == "a?b"
