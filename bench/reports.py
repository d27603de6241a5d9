"""How well reports are read: precision, recall and F1 per kind, on a folder of texts with annotations.

``python -m bench.reports FOLDER [FOLDER ...]``, with ``--misses`` for what was missed and what was found in excess.
Beside ``name.txt`` stands ``name.yaml`` (or ``.json``) in the shape of ``wijkweb report --format json``: only names,
aliases, ``held_on``, ``kind`` and ``passage`` are compared.

An entity is found where any of its spellings is the same, but for capitals, accents, hyphens and a leading article.
Initiatives and organisations are compared together ("bodies"), and whether the right one was chosen by itself. A
meeting is found by its date. An outcome is found where its kind is right and three fifths of the shorter passage's
words are shared.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from tabulate import tabulate

from graph.reports.reader import RulesReader
from graph.reports.tokens import fold

KINDS = ("people", "areas", "bodies", "right kind of body", "meetings", "outcomes", "outcomes, kind aside")
TODAY = date(2026, 1, 1)
"""The day of reading, fixed so that a weekday without a year gives the same answer on every day."""

Document = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """What was found of what there is."""

    right: int = 0
    proposed: int = 0
    there: int = 0
    missed: list[str] = field(default_factory=list)
    excess: list[str] = field(default_factory=list)

    def figures(self) -> tuple[float, float, float]:
        """Return precision, recall and F1; 1 where there is nothing and nothing was proposed."""
        precision = self.right / self.proposed if self.proposed else float(not self.there)
        recall = self.right / self.there if self.there else float(not self.proposed)
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


def compare(found: Document, truth: Document) -> dict[str, Score]:
    """Return the score of every kind for one text."""
    scores = {kind: _entities(found.get(kind, ()), truth.get(kind) or ()) for kind in ("people", "areas")}
    sides = ("initiatives", "organisations")
    scores["bodies"] = _entities(
        [one for side in sides for one in found.get(side, ())], [one for side in sides for one in truth.get(side) or ()]
    )
    scores["right kind of body"] = _sum(_entities(found.get(side, ()), truth.get(side) or ()) for side in sides)
    scores["meetings"] = _sets(
        [str(one["held_on"]) for one in found.get("meetings", ()) if one.get("held_on")],
        [str(one["held_on"]) for one in truth.get("meetings") or () if one.get("held_on")],
    )
    listed = "outcomes" in truth  # an annotation without the word says nothing of outcomes
    for kind, kinds in (("outcomes", True), ("outcomes, kind aside", False)):
        scores[kind] = _outcomes(found.get("outcomes", ()), truth["outcomes"] or (), kinds=kinds) if listed else Score()
    return scores


def _spellings(one: Document) -> set[str]:
    names = [one["name"], *(one.get("aliases") or ())]
    return {re.sub(r"^(?:de|het|the|an?) ", "", fold(str(name))).replace("'", "") for name in names}


def _entities(found: Sequence[Document], truth: Sequence[Document]) -> Score:
    left = list(truth)
    score = Score(proposed=len(found), there=len(left))
    for one in found:
        match = next((other for other in left if _spellings(one) & _spellings(other)), None)
        if match is None:
            score.excess.append(str(one["name"]))
        else:
            left.remove(match)
            score.right += 1
    score.missed = [str(one["name"]) for one in left]
    return score


def _sets(found: Iterable[str], truth: Iterable[str]) -> Score:
    ours, theirs = Counter(set(found)), Counter(set(truth))
    both = ours & theirs
    return Score(sum(both.values()), len(ours), len(theirs), list(theirs - ours), list(ours - theirs))


def _outcomes(found: Sequence[Document], truth: Sequence[Document], *, kinds: bool) -> Score:
    left = list(truth)
    score = Score(proposed=len(found), there=len(left))
    for one in found:
        match = next(
            (other for other in left if (not kinds or one["kind"] == other["kind"]) and _overlap(one, other)), None
        )
        if match is None:
            score.excess.append(f"{one['kind']}: {one['passage']}")
        else:
            left.remove(match)
            score.right += 1
    score.missed = [f"{one['kind']}: {one['passage']}" for one in left]
    return score


def _overlap(one: Document, other: Document) -> bool:
    first, second = (Counter(re.findall(r"\w+", str(each["passage"]).lower())) for each in (one, other))
    shorter = min(sum(first.values()), sum(second.values()))
    return shorter > 0 and sum((first & second).values()) >= 0.6 * shorter


def _sum(scores: Iterable[Score]) -> Score:
    total = Score()
    for one in scores:
        total.right += one.right
        total.proposed += one.proposed
        total.there += one.there
        total.missed += one.missed
        total.excess += one.excess
    return total


def measure(folder: Path) -> dict[str, Score]:
    """Return the score of every kind over all texts of a folder that have an annotation."""
    reader = RulesReader(today=TODAY)
    each = []
    for path in sorted(folder.glob("*.txt")):
        truth = read_annotation(path)
        if truth is not None:
            each.append(compare(reader.read(path.read_text("utf-8")).to_document(), truth))
    return {kind: _sum(one[kind] for one in each) for kind in KINDS}


def read_annotation(path: Path) -> Document | None:
    """Return the annotation beside a text, or None where it has none."""
    for ending in (".yaml", ".json"):
        beside = path.with_suffix(ending)
        if beside.exists():
            text = beside.read_text("utf-8")
            document: Document = json.loads(text) if ending == ".json" else yaml.safe_load(text)
            return document
    return None


def main(arguments: list[str]) -> None:
    """Print a table for each folder."""
    misses = "--misses" in arguments
    for name in (one for one in arguments if one != "--misses"):
        started = time.perf_counter()
        scores = measure(Path(name))
        rows = [[kind, *(f"{figure:.2f}" for figure in one.figures()), one.there] for kind, one in scores.items()]
        print(f"{name} ({time.perf_counter() - started:.1f} s)")
        print(
            tabulate(rows, ["kind", "precision", "recall", "F1", "annotated"], tablefmt="github", disable_numparse=True)
        )
        for kind, one in scores.items() if misses else ():
            print(f"\n{kind}\n  missed: {'; '.join(one.missed)}\n  excess: {'; '.join(one.excess)}")


if __name__ == "__main__":
    main(sys.argv[1:])
