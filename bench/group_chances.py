"""What the words of groups hold: in how many groups lies a partnership that no file mentions, in practice cities.

Run as ``python -m bench.group_chances``: it writes its table into ``docs/quality.md``. A minute.
"""

from __future__ import annotations

import tempfile
from itertools import combinations, pairwise
from pathlib import Path

from bench.quality_page import write_part
from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.network import Network
from graph.practice.write import write_city
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from graph.suggestions.advice_types import LIKELIHOOD_WORDS, Likelihood

INITIATIVES = 200
CITIES = range(1, 9)
EDGES = (0.0, 0.1, 0.3, 0.5, 1.0)

Said = tuple[Likelihood, float, bool]
"""The word of a group, its rough chance, and whether a partnership that no file mentions lies in it."""


def groups_of(seed: int) -> list[Said]:
    """Return the groups of a practice city."""
    with tempfile.TemporaryDirectory() as name:
        truth = write_city(Path(name), initiatives=INITIATIVES, seed=seed)
        store = SqliteStore(None)
        for file in files_to_load(Path(name)):
            load_file(store, file, LoadOptions(secret=b"bench"))
    hidden = {tuple(sorted(one.between)) for one in truth.partnerships_left_out}
    network = Network(store)
    with network.view(Viewer(Role.FACILITATOR)) as view:
        found = [one.suggestion for one in network.answers.alliances(view)]
    network.close()
    return [
        (one.likelihood, one.probability,
         any(tuple(sorted(pair)) in hidden for pair in combinations((member.name for member in one.members), 2)))
        for one in found
    ]  # fmt: skip


def table(groups: list[Said]) -> str:
    """Return the tables: by word, and by the rough chance."""
    by_word = [
        (LIKELIHOOD_WORDS[word].nl, [one for one in groups if one[0] is word])
        for word in (Likelihood.POSSIBLE, Likelihood.LITTLE_KNOWN)
    ]
    by_chance = [
        (f"{low:g} to {high:g}", [one for one in groups if low <= one[1] < high]) for low, high in pairwise(EDGES)
    ]
    lines = [
        "| word, or rough chance | groups | mean of the rough chance | share with one |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, some in (*by_word, *by_chance):
        if some:
            said, seen = (sum(values) / len(some) for values in ([one[1] for one in some], [one[2] for one in some]))
            lines.append(f"| {name} | {len(some)} | {said:.2f} | {seen:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    write_part("group_chances", table([one for seed in CITIES for one in groups_of(seed)]))
