"""Five thousand files, damaged or made to harm: each is read or refused in one sentence, and the store is as it was."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from graph.errors import WijkwebError
from graph.reports.reader import RulesReader
from graph.reports.texts import read_report
from tests.graph.ingest.damaging import HARMS, reports, tables
from tests.graph.ingest.desk import Desk

pytestmark = pytest.mark.load

INPUTS = 5_000
FEWER = {"initiatieven.xls": 60}
"""Inputs of a form of which each takes long: it is read in a process of its own."""
EACH = (INPUTS - sum(FEWER.values())) // (len(tables()) + len(reports()) - len(FEWER)) + 1
FULLY = 8
"""Of so many inputs one is not only read but loaded or searched whole, which takes longer."""


def refused(read: Callable[[], None]) -> bool:
    """Return whether a file is refused, which is to be in one sentence of each language."""
    try:
        read()
    except WijkwebError as error:
        for sentence in (error.nl, error.en):
            assert sentence
            assert "\n" not in sentence
            assert len(sentence) < 600
        return True
    return False


@pytest.mark.parametrize("name", list(tables()))
def test_a_file_to_load_is_read_or_refused_in_one_sentence(desk: Desk, name: str) -> None:
    draw = random.Random(f"load {name}")  # noqa: S311 - damage, no secrets
    before, count = desk.export(), 0
    inputs = FEWER.get(name, EACH)
    for number in range(inputs):
        desk.file(name, draw.choice(HARMS)(draw, tables()[name]))
        count += refused(lambda: check_plan(desk, name))
        if number % FULLY == 0:
            refused(lambda: check_load(desk, name))
    assert desk.export() == before
    assert 0 < count < inputs


def check_plan(desk: Desk, name: str) -> None:
    report = desk.plan(name)
    assert report.read == report.used + report.unchanged + report.doubtful + report.refused
    assert not any("\n" in problem.sentence(lang) for problem in report.problems for lang in ("nl", "en"))


def check_load(desk: Desk, name: str) -> None:
    report = desk.load(name)
    if not report.useless:
        desk.store.undo(report.number, actor="admin", reason="")


@pytest.mark.parametrize("name", list(reports()))
def test_a_report_is_read_or_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    draw, path, count = random.Random(f"report {name}"), tmp_path / name, 0  # noqa: S311 - damage, no secrets
    for number in range(EACH):
        path.write_bytes(draw.choice(HARMS)(draw, reports()[name]))
        count += refused(partial(check_report, path, fully=number % FULLY == 0))
    assert 0 < count < EACH


def check_report(path: Path, *, fully: bool) -> None:
    found = read_report(path)
    assert found.text.strip()
    if fully:
        proposals = found.placed(RulesReader().read(found.text))
        assert all(one.where.found.number >= 1 for one in proposals.outcomes)


def test_there_are_five_thousand_of_them() -> None:
    assert sum(FEWER.get(name, EACH) for name in (*tables(), *reports())) >= INPUTS
