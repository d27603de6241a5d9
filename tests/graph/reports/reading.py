"""Reads a text as the tests of reading do: on a fixed day."""

from __future__ import annotations

from datetime import date

from graph.reports.proposals import Proposals
from graph.reports.reader import RulesReader

TODAY = date(2026, 1, 1)


def read(text: str) -> Proposals:
    """Return what a text proposes."""
    return RulesReader(today=TODAY).read(text)
