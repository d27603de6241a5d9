"""How good matching is where the truth is known: precision of what is automatic, recall of that and of the desk."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import FileError
from graph.resolution.groups import Pair, components
from graph.schema.words import normalise


@dataclass(frozen=True, slots=True)
class Quality:
    """How good it is.

    Parameters
    ----------
    pairs
        True pairs: ids that are one in truth, two by two.
    automatic, automatic_right
        Pairs that are one after merging what is sure, and how many of those are so in truth.
    desk, desk_right
        Pairs that wait on the desk, and how many of those are so in truth.
    found
        True pairs that are one once the desk has been worked through well.
    wrong, missed
        Some pairs that are merged and should not be, and some that nobody would be asked about.
    """

    pairs: int
    automatic: int
    automatic_right: int
    desk: int
    desk_right: int
    found: int
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]

    @property
    def precision(self) -> float:
        """Share of what is merged automatically that is right; 1 where nothing is merged."""
        return self.automatic_right / self.automatic if self.automatic else 1.0

    @property
    def automatic_recall(self) -> float:
        """Share of the true pairs that is merged automatically; 1 where there is none to find."""
        return self.automatic_right / self.pairs if self.pairs else 1.0

    @property
    def recall(self) -> float:
        """Share of the true pairs that is found automatically or on the desk; 1 where there is none to find."""
        return self.found / self.pairs if self.pairs else 1.0


def measure(
    meant: Mapping[str, Hashable], merged: Iterable[Pair], sure: Iterable[Pair], doubtful: Iterable[Pair]
) -> Quality:
    """Return how good matching is.

    Parameters
    ----------
    meant
        Id -> what it is in truth; ids that the truth does not know are left out.
    merged, sure, doubtful
        Pairs of ids: those that are one already, those to be merged without asking, those on the desk.

    Raises
    ------
    Nothing.
    """
    desk = [pair for pair in doubtful if pair[0] in meant and pair[1] in meant]
    right = [pair for pair in desk if meant[pair[0]] == meant[pair[1]]]
    automatic = _groups(meant, [*merged, *sure])
    complete = _groups(meant, [*merged, *sure, *right])
    truth: defaultdict[Hashable, list[str]] = defaultdict(list)
    for id_ in sorted(meant):
        truth[meant[id_]].append(id_)
    wrong = [pair for group in automatic for pair in _pairs(group) if meant[pair[0]] != meant[pair[1]]]
    of = {id_: number for number, group in enumerate(complete) for id_ in group}
    missed = [pair for group in truth.values() for pair in _pairs(group) if of[pair[0]] != of[pair[1]]]
    return Quality(
        pairs=sum(map(_count, map(len, truth.values()))),
        automatic=sum(_count(len(group)) for group in automatic),
        automatic_right=_right(automatic, meant),
        desk=len(desk),
        desk_right=len(right),
        found=_right(complete, meant),
        wrong=tuple(wrong[:20]),
        missed=tuple(missed[:20]),
    )


def _groups(ids: Mapping[str, Hashable], pairs: Iterable[Pair]) -> list[list[str]]:
    return components([*((id_, id_) for id_ in ids), *(pair for pair in pairs if pair[0] in ids and pair[1] in ids)])


def _right(groups: Iterable[Sequence[str]], meant: Mapping[str, Hashable]) -> int:
    return sum(_count(number) for group in groups for number in Counter(meant[id_] for id_ in group).values())


def _count(number: int) -> int:
    return number * (number - 1) // 2


def _pairs(group: Sequence[str]) -> Iterable[Pair]:
    return ((one, other) for place, one in enumerate(group) for other in group[place + 1 :])


def meanings(truth: Mapping[str, Any]) -> dict[str, str]:
    """Return for each spelling that the truth of a practice city names what is meant by it, both normalised.

    Parameters
    ----------
    truth
        The document that ``wijkweb practice`` writes as ``truth.json``.

    Raises
    ------
    FileError
        The document is not such a one.
    """
    try:
        same = [(other, name) for name, other in truth["duplicates"]]
        same += [(one["written"], one["meant"]) for one in truth.get("flaws", []) if one["kind"]]
    except (KeyError, TypeError, ValueError) as error:
        raise FileError(
            "Dit is niet het antwoordenboek van een oefenstad (truth.json).",
            "This is not the book of answers of a practice city (truth.json).",
        ) from error
    return {normalise(str(written)): normalise(str(meant)) for written, meant in same}


def meaning(names: Iterable[str], known: Mapping[str, str]) -> str:
    """Return what a thing with these names is in truth: its first name, read as it was meant.

    Raises
    ------
    Nothing.
    """
    for name in names:
        form = normalise(name)
        for _ in range(3):  # a misspelling of another spelling of a name
            form = known.get(form, form)
        return form
    return ""
