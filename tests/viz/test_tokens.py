"""Marks in forms fit one form, and hold as long as the key of the installation."""

from __future__ import annotations

from viz.tokens import FormTokens


def test_a_mark_fits_its_own_form_only() -> None:
    tokens = FormTokens(b"key")
    mark = tokens.make("/oefenstad", "facilitator", "judge", "suggestion/1")
    assert tokens.is_valid(mark, "/oefenstad", "facilitator", "judge", "suggestion/1")
    assert not tokens.is_valid(mark, "/oefenstad", "facilitator", "undo", "suggestion/1")
    assert not tokens.is_valid(mark, "/oefenstad", "facilitator", "judge", "suggestion/2")


def test_parts_never_run_together() -> None:
    tokens = FormTokens(b"key")
    assert tokens.make("ab", "c") != tokens.make("a", "bc")


def test_a_form_survives_a_restart_with_the_same_key_and_no_other() -> None:
    mark = FormTokens(b"key").make("x")
    assert FormTokens(b"key").is_valid(mark, "x")
    assert not FormTokens(b"other").is_valid(mark, "x")
    assert not FormTokens().is_valid(mark, "x")


def test_strange_marks_are_refused_without_falling_over() -> None:
    assert not FormTokens(b"key").is_valid("", "x")
    assert not FormTokens(b"key").is_valid("é\ud800", "x")
