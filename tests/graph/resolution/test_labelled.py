"""The goals, on the labelled pairs: what is merged without asking is right, and what is one is found."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.resolution.groups import settle
from graph.resolution.matching import Outcome, find_matches
from tests.graph.resolution.labelled import read_labelled


def outcomes(half: int | None) -> list[tuple[str, str]]:
    things, verdicts = read_labelled(half)
    found = {match.ids: match.outcome.value for match in settle(find_matches(things), things).matches}
    return [(verdict, found.get(pair, "none")) for pair, verdict in verdicts.items()]


def test_there_are_enough_pairs_of_each_sort() -> None:
    _, verdicts = read_labelled()
    counts = Counter(verdicts.values())
    assert counts.total() >= 300
    assert min(counts["same"], counts["different"]) >= 120 and counts["part"] >= 10


@pytest.mark.parametrize("half", [0, 1, None])
def test_no_different_pair_is_merged_without_asking(half: int | None) -> None:
    counts = Counter(outcomes(half))
    sure = sum(count for (_, outcome), count in counts.items() if outcome == Outcome.SURE)
    assert counts["same", "sure"] / sure >= 0.995
    assert sure >= 25


@pytest.mark.parametrize("half", [0, 1, None])
def test_hardly_any_pair_that_is_one_is_missed(half: int | None) -> None:
    counts = Counter(outcomes(half))
    same = sum(count for (verdict, _), count in counts.items() if verdict == "same")
    assert (counts["same", "sure"] + counts["same", "doubtful"]) / same >= 0.95


def test_every_part_is_told_from_its_whole_and_most_different_pairs_are_not_asked_about() -> None:
    counts = Counter(outcomes(None))
    assert {outcome for verdict, outcome in counts if verdict == "part"} == {"part"}
    assert counts["different", "none"] >= 0.75 * sum(n for (verdict, _), n in counts.items() if verdict == "different")
