"""From the facts behind a sentence to who says so, as links to where a page of ours shows each fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from graph.store.answers import Relationship
from graph.store.base import View
from graph.suggestions.advice_types import Fact
from viz.links import node_url
from viz.pages.citing import Cited
from viz.site import Shell

T = TypeVar("T")


class FactLinks:
    """Cites facts for one page.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    facts
        All that will be cited.

    Notes
    -----
    Three questions to the store, however many facts.
    """

    def __init__(self, view: View, shell: Shell, facts: Iterable[Fact]) -> None:
        self._shell = shell
        things = sorted({fact.thing for fact in facts if fact.thing})
        self._nodes = by_id(things, view.nodes(things)) if things else {}
        rest = [id_ for id_ in things if id_ not in self._nodes]
        self._ties: Mapping[str, Relationship] = by_id(rest, view.relationships_by_id(rest)) if rest else {}
        ends = sorted({end for tie in self._ties.values() for end in (tie.start, tie.end)} - self._nodes.keys())
        self._nodes = {**self._nodes, **(by_id(ends, view.nodes(ends)) if ends else {})}

    def cited(self, facts: Iterable[Fact], around: Iterable[str] = ()) -> tuple[Cited, ...]:
        """Return each source and place once, leading to where the page of a node shows the fact.

        Parameters
        ----------
        facts
            Of one sentence. What follows from the network as it stands has no source and no link.
        around
            Ids of whom the sentence is about: their pages are led to where they show the fact.
        """
        found: dict[tuple[str, str], Cited] = {}
        wanted = frozenset(around)
        for fact in facts:
            citation = fact.cited(self._shell.lang)
            if citation.source:
                key = citation.label, citation.place
                found.setdefault(key, Cited(citation.label, citation.place, self._url(fact.thing, wanted)))
        return tuple(found.values())

    def _url(self, thing: str, wanted: frozenset[str]) -> str:
        tie = self._ties.get(thing)
        if tie is None:
            node = self._nodes.get(thing)
            return node_url(self._shell, node) if node else ""
        return self._url_of_tie(tie, wanted)

    def _url_of_tie(self, tie: Relationship, wanted: frozenset[str]) -> str:
        # What is asked about comes first; the start of a relationship shows it as well.
        for end in (tie.start, tie.end):
            if end in wanted and end in self._nodes:
                return node_url(self._shell, self._nodes[end], place=tie.id)
        home = self._nodes.get(tie.start)
        return node_url(self._shell, home, place=tie.id) if home else ""


def by_id(ids: Sequence[str], found: Iterable[T | None]) -> dict[str, T]:
    """Return what was found by the id that was asked for."""
    return {id_: one for id_, one in zip(ids, found, strict=True) if one is not None}
