"""Made-up graphs: citations with words, collaborations and messages with dates, bodies with members, regions.

They grow by rules that are named here, so that what a predictor can find is known; nothing in them was fitted to what
the predictor does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from graph.algorithms.edge_array import FloatArray, IntArray

WORDS, WORDS_EACH, TOPICS, FIELDS = 1_000, 18, 7, 50
"""Words there are, words of a paper, topics, and fields within the topics: about the counts of Cora."""

OWN_WORDS = 0.3
"""Share of a paper's words that come from its topic or field; the others are anybody's."""


@dataclass(frozen=True, slots=True)
class Grown:
    """A graph that grew: (m, 2) pairs in the order in which they came, and what is known of the nodes."""

    n: int
    pairs: IntArray
    features: Any = None
    texts: npt.NDArray[np.float32] | None = None
    times: FloatArray | None = None
    sides: IntArray | None = None


def citations(n: int, seed: int) -> Grown:
    """Return a citation graph: a paper cites two others on average, mostly of its field, and what those cite."""
    rng = np.random.default_rng(seed)
    field = rng.choice(FIELDS, size=n, p=rng.dirichlet(np.full(FIELDS, 1.5)))
    topic = rng.integers(TOPICS, size=FIELDS)[field]
    known: list[set[int]] = [set() for _ in range(n)]
    found: list[tuple[int, int]] = []
    for paper in range(5, n):
        for _ in range(1 + rng.poisson(1.0)):
            other = _cited(paper, known, (field, topic), rng)
            if other not in known[paper]:
                found.append((other, paper))
                known[paper].add(other)
                known[other].add(paper)
    return Grown(n, np.array(found), features=_words(field, topic, rng))


def _cited(paper: int, known: list[set[int]], likeness: tuple[IntArray, IntArray], rng: np.random.Generator) -> int:
    """Return what a paper cites: what its own cite, or an older one of its field, topic or any, the known rather."""
    way, seen = rng.random(), list(known[paper])
    if seen and way < 0.4:
        further = list(known[int(rng.choice(seen))] - {paper})
        if further:
            return int(rng.choice(further))
    older = np.arange(paper)
    group = likeness[0] if way < 0.8 else likeness[1]
    alike = older[group[:paper] == group[paper]] if way < 0.93 else older
    pool = alike if len(alike) else older
    weight = np.array([len(known[other]) + 1.0 for other in pool])
    return int(rng.choice(pool, p=weight / weight.sum()))


def _words(field: IntArray, topic: IntArray, rng: np.random.Generator) -> sp.csr_array:
    """Return which words a paper has: some of its field, some of its topic, most of anybody, by Zipf's law."""
    anybody = 1 / np.arange(5, WORDS + 5)
    own = [rng.choice(WORDS, size=(count, 25)) for count in (FIELDS, TOPICS)]
    rows = []
    for place in range(len(field)):
        shared = np.zeros(WORDS)
        shared[own[0][field[place]]] += 1
        shared[own[1][topic[place]]] += 1
        chance = OWN_WORDS * shared / shared.sum() + (1 - OWN_WORDS) * anybody / anybody.sum()
        row = np.zeros(WORDS)
        row[rng.choice(WORDS, size=max(1, rng.poisson(WORDS_EACH)), p=chance)] = 1
        rows.append(row)
    return sp.csr_array(np.array(rows))


def collaborations(n: int, seed: int, *, links: int) -> Grown:
    """Return collaborations by date: newcomers join, who was active lately links sooner, often with a friend's friend.

    Texts are sixteen numbers in which topics show through noise.
    """
    rng = np.random.default_rng(seed)
    topics = rng.normal(size=(12, 16))
    topic = rng.integers(12, size=n)
    texts = (topics[topic] + 1.2 * rng.normal(size=(n, 16))).astype(np.float32)
    arrival = np.sort(rng.random(n)) * 0.9
    last, count = arrival.copy(), np.zeros(n)
    known: list[set[int]] = [set() for _ in range(n)]
    found, dates = [], []
    for now in np.linspace(0.02, 1, links):
        here = int(np.searchsorted(arrival, now))
        eager = np.sqrt(count[:here] + 1) * np.exp(-(now - last[:here]) / 0.15)
        one = int(rng.choice(here, p=eager / eager.sum()))
        other = _partner(one, known, topic[:here], eager, rng)
        if other != one and other not in known[one]:
            found.append((one, other))
            dates.append(now)
            known[one].add(other)
            known[other].add(one)
            count[[one, other]] += 1
            last[[one, other]] = now
    return Grown(n, np.array(found), texts=texts, times=np.array(dates))


def _partner(one: int, known: list[set[int]], topic: IntArray, eager: FloatArray, rng: np.random.Generator) -> int:
    """Return whom somebody links with: a friend's friend, somebody of the same topic, or anybody; the eager rather."""
    way = rng.random()
    pool = np.arange(len(eager))
    if way < 0.5 and known[one]:
        pool = np.array(sorted(set().union(*(known[friend] for friend in known[one])) - known[one] - {one}), np.int64)
    elif way < 0.85:
        pool = pool[topic == topic[one]]
    if len(pool) == 0:
        return one
    weight = eager[pool] / eager[pool].sum()
    return int(rng.choice(pool, p=weight))


def bodies(bodies_count: int, members: int, seed: int) -> Grown:
    """Return bodies with members of another sort: some members sit nearly everywhere, others in bodies of a group.

    Features are words that members alone have, by group.
    """
    rng = np.random.default_rng(seed)
    group_of_body, group_of_member = rng.integers(6, size=bodies_count), rng.integers(6, size=members)
    pull = rng.pareto(1.5, size=members) + 0.2
    size = np.maximum(2, (rng.pareto(1.3, size=bodies_count) * 3).astype(int) + 2)
    found = []
    for body in range(bodies_count):
        weight = pull * np.where(group_of_member == group_of_body[body], 8.0, 1.0)
        chosen = rng.choice(members, size=min(int(size[body]), members // 3), replace=False, p=weight / weight.sum())
        found += [(body, bodies_count + int(member)) for member in chosen]
    words = np.zeros((bodies_count + members, 60))
    for member in range(members):
        chance = np.where(np.arange(60) // 10 == group_of_member[member], 3.0, 1.0)
        words[bodies_count + member, rng.choice(60, size=6, replace=False, p=chance / chance.sum())] = 1
    sides = np.repeat([0, 1], [bodies_count, members])
    return Grown(bodies_count + members, np.array(found), features=sp.csr_array(words), sides=sides)


def messages(n: int, seed: int, *, count: int) -> Grown:
    """Return messages by date: most go to whom one wrote to lately, others to a friend's friend or within a group.

    A pair comes as often as it wrote.
    """
    rng = np.random.default_rng(seed)
    group, eager = rng.integers(8, size=n), rng.pareto(1.6, size=n) + 0.3
    last = np.sort(rng.random(n)) * 0.8
    arrival, written = last.copy(), np.full((n, n), -np.inf)
    found, dates = [], []
    for now in np.linspace(0.03, 1, count):
        here = np.arange(max(6, int(np.searchsorted(arrival, now))))
        weight = eager[here] * np.exp(-(now - last[here]) / 0.08) + 1e-4
        one = int(rng.choice(here, p=weight / weight.sum()))
        fresh = np.exp(-(now - written[one, here]) / 0.08)
        way, other = rng.random(), one
        if way < 0.8 and fresh.sum() > 0:
            other = int(rng.choice(here, p=fresh / fresh.sum()))
            if way > 0.6:
                friends = np.flatnonzero(np.isfinite(written[other, here]))
                other = int(rng.choice(friends))
        else:
            fits = weight * np.where(group[here] == group[one], 10.0, 1.0)
            other = int(rng.choice(here, p=fits / fits.sum()))
        if one != other:
            found.append((one, other))
            dates.append(now)
            written[one, other] = written[other, one] = last[one] = last[other] = now
    return Grown(n, np.array(found), times=np.array(dates))


def regions(places: int, seed: int, *, divisions: int) -> Grown:
    """Return places and the regions that they belong to: one of each division, which may leave a part out.

    A division's regions lie round centres of its own; a place near a border sometimes goes with the neighbours.
    """
    rng = np.random.default_rng(seed)
    spots = rng.random((places, 2))
    found, count = [], 0
    for _ in range(divisions):
        centres = spots[rng.choice(places, int(rng.integers(10, 40)), replace=False)]
        distance = np.linalg.norm(spots[:, None] - centres, axis=2) * rng.uniform(0.85, 1.15, (places, len(centres)))
        chosen = distance.argmin(axis=1)
        taking_part = np.abs(spots @ rng.normal(size=2)) > rng.choice([0.0, 0.2])
        found += [(place, places + count + int(chosen[place])) for place in np.flatnonzero(taking_part).tolist()]
        count += len(centres)
    return Grown(places + count, np.array(found), sides=np.repeat([0, 1], [places, count]))
