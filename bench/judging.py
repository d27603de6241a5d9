"""What judgements of people teach: a simulated facilitator with a taste that the model is not told.

In a practice city the facilitator judges the twenty best suggestions, ten times over, and the model learns after each
round. Then the next twenty, which nobody judged, are looked at: how many would the facilitator accept? The same is
asked of a model that learned from no judgement, over the same open pairs. How honest the chances are is measured on
known partnerships, with and without the judgements. Run as ``python -m bench.judging``.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.evaluation import evaluate
from graph.algorithms.link_prediction import LinkPredictor
from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.practice.write import write_city
from graph.projection.projection import IntArray, Projection, project
from graph.store.base import Derived
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from graph.suggestions.judging import Judged, Verdict
from graph.suggestions.model import Model, sides

INITIATIVES = 300
CITIES = (11, 12, 13)
ROUNDS, EACH = 10, 20
SHARE_LIKED = 0.05
SLIPS = 0.1
"""Share of judgements that go against the facilitator's own taste: people are not machines."""

TASTES: Mapping[str, Mapping[str, float]] = {
    "supply for demand, anywhere": {"need_met": 1.0, "same_district": -0.5},
    "the same sort of work": {"feature_overlap": 1.0, "text_similarity": 0.5},
    "near and acquainted": {"proximity": 1.0, "shared_people": 0.5},
    "who met, with other work": {"shared_meetings": 1.0, "feature_overlap": -0.5},
}
"""What a facilitator likes, in spreads of a feature."""

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class City:
    """A practice city as arrays."""

    projection: Projection
    model: Model


def read_city(seed: int) -> City:
    """Return a practice city; nothing of it is kept on disk."""
    with tempfile.TemporaryDirectory() as name:
        write_city(Path(name), initiatives=INITIATIVES, seed=seed)
        store = SqliteStore(None)
        for file in files_to_load(Path(name)):
            load_file(store, file, LoadOptions(secret=b"bench"))
        with store.view(Viewer(Role.ADMIN)) as view:
            projection = project(view)
        derived: Derived = store.derived
        made = City(projection, Model(projection, derived, np.logical_or(*sides(projection, ""))))
        store.close()
    return made


def rows() -> list[dict[str, object]]:
    """Return a row for each taste: means over the cities."""
    cities = [read_city(seed) for seed in CITIES]
    found = []
    for taste, likes in TASTES.items():
        measured = np.array([_measure(city, likes, seed) for seed, city in enumerate(cities)])
        before, after, gap_before, gap_after, auc_before, auc_after = measured.mean(axis=0).tolist()
        found.append({"taste": taste, "precision_before": before, "precision_after": after,
                      "calibration_error_before": gap_before, "calibration_error_after": gap_after,
                      "auc_before": auc_before, "auc_after": auc_after})  # fmt: skip
    return found


def _measure(city: City, likes: Mapping[str, float], seed: int) -> tuple[float, ...]:
    """Return precision among the next twenty without and with judgements, and the gap of the chances and AUC so."""
    rng = np.random.default_rng(seed)
    partnerships = city.projection.partnerships
    untaught = city.model.fit(partnerships, Judged())
    pairs, _ = untaught.score_all()
    liked = _liked(untaught, pairs, likes)
    verdicts: dict[tuple[str, ...], list[Verdict]] = {}
    judged = np.zeros(len(pairs), bool)
    taught = untaught
    for _ in range(ROUNDS):
        for row in _next(taught, pairs, judged):
            judged[row] = True
            verdict = "accepted" if liked[row] != (rng.random() < SLIPS) else "rejected"
            verdicts[_ids(city.projection, pairs[row])] = [Verdict("judgement/simulated", verdict)]
        taught = city.model.fit(partnerships, _judged(city.projection, verdicts))
    precision = [float(liked[_next(one, pairs, judged)].mean()) for one in (untaught, taught)]
    quality = [_honesty(city, known) for known in (Judged(), _judged(city.projection, verdicts))]
    return (*precision, quality[0][0], quality[1][0], quality[0][1], quality[1][1])


def _liked(predictor: LinkPredictor, pairs: IntArray, likes: Mapping[str, float]) -> Flags:
    """Return which pairs the facilitator likes: the best part by taste."""
    terms, names = predictor.explain(pairs)
    weights = predictor.weights
    worth = sum(terms[:, names.index(name)] / weights[name] * weight for name, weight in likes.items())
    return np.asarray(worth >= np.quantile(worth, 1 - SHARE_LIKED))


def _next(predictor: LinkPredictor, pairs: IntArray, judged: Flags) -> IntArray:
    """Return the rows of the best twenty pairs that nobody judged."""
    open_rows = np.flatnonzero(~judged)
    return open_rows[np.argsort(-predictor.score(pairs[open_rows]), kind="stable")[:EACH]]


def _ids(projection: Projection, pair: IntArray) -> tuple[str, ...]:
    return tuple(sorted(projection.ids[row] for row in pair.tolist()))


def _judged(projection: Projection, verdicts: dict[tuple[str, ...], list[Verdict]]) -> Judged:
    return Judged(dict(verdicts), {id_: row for row, id_ in enumerate(projection.ids)})


def _honesty(city: City, judged: Judged) -> tuple[float, float]:
    """Return the mean gap between chance said and share seen, and the AUC, on known partnerships."""
    table = build_edge_table(city.projection.partnerships, city.projection.n)
    found = evaluate(table, lambda kept: city.model.fit(kept.pairs, judged), candidates=city.model.candidates)
    return (found.calibration_error, found.model.auc) if found else (0.0, 0.0)


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
