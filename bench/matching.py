"""How well same is told from not the same, and how the weights of the signs were learned.

Measured on practice cities that nothing was learned from, at several rates of flaws, and on the labelled pairs of
names of which every second one was not learned from either. Run as ``python -m bench.matching``; with ``--learn`` it
prints the weights that the other cities and the other half teach, for `graph.resolution.catalogue`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

from bench.resolution import practice_names
from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.practice.write import write_city
from graph.resolution.catalogue import BASE, SIGNS
from graph.resolution.groups import settle
from graph.resolution.matching import Match, Outcome, compare_all, find_matches
from graph.resolution.measuring import Quality, meaning, meanings, measure
from graph.resolution.names import read_name
from graph.resolution.signs import Comparison
from graph.resolution.things import Thing, Things, read_things
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from tests.graph.resolution.labelled import read_labelled

LEARNED = ((400, 11, 0.02), (400, 11, 0.05), (400, 11, 0.1), (400, 12, 0.05), (400, 13, 0.1), (400, 14, 0.02),
           (1000, 15, 0.05), (2000, 21, 0.0))  # fmt: skip
"""Cities that the weights were learned from: initiatives, seed, rate of flaws."""

MEASURED = ((1000, 19, 0.0), (1000, 16, 0.02), (1000, 17, 0.05), (1000, 18, 0.1))
"""Cities that are measured."""

PRIOR: Mapping[str, float] = {
    "same_words": 5, "spacing": 4, "typing_unknown": 3.5, "typing_new": 1.5, "typing_known": -3, "typing_more": -1,
    "typing_twice": -0.7, "typing_other_letter": -1, "typing_sound": -0.3, "typing_begin": -1, "typing_short": -0.8,
    "typing_ending": -1.5, "cut": 4, "beginning": 1, "open_end": 4, "unfinished": -2, "initial": -1, "damaged": 1,
    "extra_place_here": 0, "extra_place": -2, "extra_place_elsewhere": -5, "extra_common": -3, "extra_rare": -4,
    "other_words": -7, "other_number": -9,
    "one_number": -5, "telling_word": -6, "other_form": -3, "rarity": 1.5, "rivals": -1, "same_identity": 9,
    "other_identity": -9, "same_website": 5, "other_website": -3, "same_place": 1, "other_place": -3, "other_city": -8,
    "other_sort": -8, "own_partner": -4, "shared_ties": 1, "same_topics": 0.5, "other_topics": -1.5, "other_start": -1,
    "namesakes": -1.5, "base": -1,
}  # fmt: skip
"""What we would say without data; what data are silent on stays so."""

HELD: Mapping[str, tuple[float, float]] = {
    "base": (-3, 0.5), "rarity": (1.2, 3), "same_place": (0.5, 9), "shared_ties": (0.5, 9), "same_topics": (0.3, 9),
    "cut": (1, 9), "beginning": (0.5, 9), "open_end": (1, 5), "typing_new": (0, 3), "typing_known": (-9, -2),
    "typing_more": (-9, -0.5), "typing_sound": (-9, -0.3), "typing_begin": (-3, 0),
    "typing_ending": (-2, -1), "unfinished": (-3, -1), "telling_word": (-8, 0),
    "extra_place": (-4, 0), "extra_place_here": (-0.5, 0.5), "extra_common": (-5, -2), "extra_rare": (-5, -2),
    "other_place": (-3, 0), "other_start": (-1.5, 0), "other_form": (-4, 0),
}  # fmt: skip
"""Bounds, where a practice city is no witness: its words are few, and its places are told apart by one letter."""

PRECISION = 0.3
"""How firmly weights are held to the prior: as by so many pairs."""

Numbers = npt.NDArray[np.float64]


def read_city(initiatives: int, seed: int, rate: float) -> tuple[Things, dict[str, str]]:
    """Return what is compared in a practice city, and what each of its spellings means."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        truth = write_city(folder, initiatives=initiatives, seed=seed, flaws=rate)
        store = SqliteStore(None)
        for file in files_to_load(folder):
            load_file(store, file, LoadOptions(secret=b"bench"))
        with store.view(Viewer(Role.ADMIN)) as view:
            things = read_things(view)
        store.close()
    return things, meanings(truth.as_json())


def rows() -> list[dict[str, object]]:
    """Return a row for each city and one for the labelled pairs: precision and recall."""
    found = []
    for initiatives, seed, rate in MEASURED:
        things, known = read_city(initiatives, seed, rate)
        matches = settle(find_matches(things), things).matches
        found.append({"what": f"practice city, {rate:.0%} flaws", **_figures(_of_city(things, known, matches))})
    for half, words in ((0, "learned from"), (1, "not learned from")):
        found.append({"what": f"labelled pairs, {words}", **_figures(_of_labelled(half))})
    return found


def _figures(quality: Quality) -> dict[str, object]:
    return {"pairs": quality.pairs, "automatic": quality.automatic, "desk": quality.desk,
            "precision": round(quality.precision, 4), "automatic_recall": round(quality.automatic_recall, 4),
            "recall": round(quality.recall, 4)}  # fmt: skip


def _of_city(things: Things, known: Mapping[str, str], matches: tuple[Match, ...]) -> Quality:
    meant = {thing.id: meaning([name.text for name in thing.names], known)
             for those in things.of_kind.values() for thing in those}  # fmt: skip
    pairs = {outcome: [match.ids for match in matches if match.outcome is outcome] for outcome in Outcome}
    return measure(meant, [], pairs[Outcome.SURE], pairs[Outcome.DOUBTFUL])


def _of_labelled(half: int) -> Quality:
    """Return how good it is on labelled pairs alone; a part that is told from its whole is right."""
    things, verdicts = read_labelled(half)
    outcomes = {match.ids: match.outcome for match in settle(find_matches(things), things).matches}
    same = [pair for pair, verdict in verdicts.items() if verdict == "same"]
    sure = [pair for pair in verdicts if outcomes.get(pair) is Outcome.SURE]
    desk = [pair for pair in verdicts if outcomes.get(pair) is Outcome.DOUBTFUL]
    asked = [pair for pair in same if pair in sure or pair in desk]
    right = [pair for pair in sure if pair in same]
    wrong = tuple(pair for pair in sure if pair not in same)
    missed = tuple(pair for pair in same if pair not in asked)
    return Quality(len(same), len(sure), len(right), len(desk), len(asked) - len(right), len(asked), wrong, missed)


# ------------------------------------------------------------------------------------------------ learning


def learn() -> dict[str, float]:
    """Return the weights that the learned cities and half of the labelled pairs teach: a logistic held to a prior."""
    parts = [(1.0, list(_lessons_of_cities())), (3.0, list(_lessons_of_labelled())), (0.1, list(_lessons_of_names()))]
    codes = [*SIGNS, "base"]
    design = np.array([_strengths(pair, codes) for _, lessons in parts for pair, _ in lessons])
    labels = np.array([same for _, lessons in parts for _, same in lessons], dtype=np.float64)
    weights = np.array([weight for weight, lessons in parts for _ in lessons])
    prior = np.array([PRIOR[code] for code in codes], dtype=np.float64)

    def loss(found: Numbers) -> tuple[float, Numbers]:
        logits = design @ found
        value = weights @ (np.logaddexp(0, logits) - labels * logits) + PRECISION * ((found - prior) ** 2).sum() / 2
        return float(value), design.T @ (weights * (expit(logits) - labels)) + PRECISION * (found - prior)

    bounds = [HELD.get(code, (0, None) if PRIOR[code] > 0 else (None, 0)) for code in codes]
    found = minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds).x
    return dict(zip(codes, found.round(1).tolist(), strict=True))


def _strengths(pair: Comparison, codes: list[str]) -> Numbers:
    found = np.zeros(len(codes))
    found[-1] = 1.0
    for sign in pair.signs:
        found[codes.index(sign.code)] += sign.strength
    return found


def _lessons_of_cities() -> Iterator[tuple[Comparison, bool]]:
    for city in LEARNED:
        things, known = read_city(*city)
        for those in things.of_kind.values():
            meant = [meaning([name.text for name in thing.names], known) for thing in those]
            for pair in compare_all(those, things.places):
                if not pair.part:
                    yield pair, meant[pair.one] == meant[pair.other]


def _lessons_of_labelled() -> Iterator[tuple[Comparison, bool]]:
    things, verdicts = read_labelled(0)
    for those in things.of_kind.values():
        for pair in compare_all(those, things.places):
            verdict = verdicts.get((those[pair.one].id, those[pair.other].id))
            if verdict in ("same", "different") and not pair.part:
                yield pair, verdict == "same"


def _lessons_of_names() -> Iterator[tuple[Comparison, bool]]:
    """Yield pairs of many names of which hardly any is another's: what chance makes alike."""
    names = practice_names(20_000)
    things = [Thing(f"initiative/{place:06}", "Initiative", (read_name(name),), {}) for place, name in enumerate(names)]
    true = round(len(names) * 0.95)  # behind these stand the second spellings, which are left out
    yield from ((pair, False) for pair in compare_all(things[:true], {}))


if __name__ == "__main__":
    if "--learn" in sys.argv[1:]:
        print(json.dumps({**learn(), "now": {**{code: one.weight for code, one in SIGNS.items()}, "base": BASE}}))
    else:
        for row in rows():
            print(json.dumps(row))
