"""Every row is accounted for: the rows that were read, as a sum that adds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.network.importing.planning import Plan
from graph.schema.model import KINDS_BY_NAME
from graph.schema.words import Words
from viz.site import Shell

_PLANNED = (Words("wordt gebruikt", "will be used"), Words("niets nieuws", "nothing new"), Words("twijfel", "in doubt"),
            Words("wordt apart gezet", "will be set aside"))  # fmt: skip
_DONE = (Words("gebruikt", "used"), Words("niets nieuws", "nothing new"), Words("twijfel", "in doubt"),
         Words("apart gezet", "set aside"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Totals:
    """A sum of rows.

    Parameters
    ----------
    read
        Rows that were read.
    parts
        By what becomes of them: how many, and in words. They add up to `read`.
    things
        How many things are new, by kind in words; and how many known ones are added to.
    changed
        That last number.
    """

    read: int
    parts: tuple[tuple[int, str], ...]
    things: tuple[str, ...]
    changed: int


def totals_of(plan: Plan, shell: Shell) -> Totals:
    """Return the sum of a plan."""
    counts = (plan.used, plan.unchanged, plan.doubtful, plan.refused)
    return _totals(counts, _PLANNED, plan.kinds, plan.changed, shell.lang)


def totals_of_load(report: Mapping[str, Any], shell: Shell) -> Totals | None:
    """Return the sum of a load, None where it keeps no figures.

    Parameters
    ----------
    report
        What the load said of itself.
    shell
        In whose language.
    """
    names = ("used", "unchanged", "doubtful", "refused")
    if not set(names) <= report.keys():
        return None
    counts = tuple(int(report[name]) for name in names)
    kinds = [(str(kind), int(count)) for kind, count in report.get("kinds", ())]
    return _totals(counts, _DONE, kinds, int(report.get("changed", 0)), shell.lang)


def _totals(
    counts: tuple[int, ...], words: Iterable[Words], kinds: Iterable[tuple[str, int]], changed: int, lang: str
) -> Totals:
    parts = tuple((count, said.to(lang)) for count, said in zip(counts, words, strict=True))
    return Totals(sum(counts), parts, tuple(_counted(kind, count, lang) for kind, count in kinds), changed)


def _counted(kind: str, count: int, lang: str) -> str:
    declared = KINDS_BY_NAME[kind]
    return f"{count} {(declared.words if count == 1 else declared.plural_words).to(lang)}"
