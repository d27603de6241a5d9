"""The signs of a pair beside the names: numbers, sites, places, ties, topics, years."""

from __future__ import annotations

from collections.abc import Iterator

from graph.resolution.sign import Sign
from graph.resolution.things import Thing

MOST_TIES = 3.0
"""What shared ties add at most: who deals with the same three is known to."""


def signs_of_facts(first: Thing, second: Thing) -> Iterator[Sign]:
    """Yield the signs of what is known of both beside their names; what nobody said is no sign.

    Parameters
    ----------
    first, second
        The two.

    Raises
    ------
    Nothing.
    """
    yield from _of_numbers(first, second)
    yield from _of_places(first, second)
    if first.level and second.level and first.level != second.level:
        yield Sign("other_sort", 1.0, first.level, second.level)
    if second.id in first.direct or first.id in second.direct:
        yield Sign("own_partner")
    shared = first.ties & second.ties
    if shared:
        yield Sign("shared_ties", min(float(len(shared)), MOST_TIES), " ".join(sorted(shared)))
    if first.topics and second.topics:
        both = first.topics & second.topics
        if both:
            yield Sign("same_topics", 1.0, " ".join(sorted(both)))
        else:
            yield Sign("other_topics", 1.0, min(first.topics), min(second.topics))
    if first.started and second.started and abs(int(first.started) - int(second.started)) > 1:
        yield Sign("other_start", 1.0, first.started, second.started)
    if first.kind == "Person":
        yield Sign("namesakes")


def _of_numbers(first: Thing, second: Thing) -> Iterator[Sign]:
    both = sorted(first.numbers.keys() & second.numbers.keys())
    same = [scheme for scheme in both if first.numbers[scheme] == second.numbers[scheme]]
    if same:
        yield Sign("same_identity", 1.0, same[0], first.numbers[same[0]])
    elif both:
        yield Sign("other_identity", 1.0, both[0], f"{first.numbers[both[0]]} / {second.numbers[both[0]]}")
    if first.website and second.website:
        if first.website == second.website:
            yield Sign("same_website", 1.0, first.website)
        else:
            yield Sign("other_website", 1.0, first.website, second.website)


def _of_places(first: Thing, second: Thing) -> Iterator[Sign]:
    if not first.areas or not second.areas:
        return
    shared = (first.areas & second.around) | (second.areas & first.around)
    if shared:
        yield Sign("same_place", 1.0, min(shared))
    elif first.cities and second.cities and not first.cities & second.cities:
        yield Sign("other_city", 1.0, min(first.cities), min(second.cities))
    else:
        yield Sign("other_place", 1.0, min(first.areas), min(second.areas))
