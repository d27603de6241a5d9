"""Who says so, for the map: every source once, and short references to it from each name and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.claims import PEOPLE
from graph.store.answers import Statement
from graph.store.base import View
from graph.store.citing import Citation, Sources
from viz.explorer.linking import Links

THINGS_AT_ONCE = 500
"""Things whose statements are read in one question."""

Reference = tuple[str, str]
"""Id of a source and the place in it, in words."""


class SourceTable:
    """The sources that one document of the map refers to.

    Parameters
    ----------
    view
        Who looks.
    links
        Where sources can be read.
    lang
        Language of labels.
    """

    def __init__(self, view: View, links: Links, lang: str) -> None:
        self._view = view
        self._links = links
        self._sources = Sources(view, lang)
        self._used: dict[str, str] = {}

    def statements(self, things: Iterable[str]) -> dict[str, list[Statement]]:
        """Return what is said of things, in a question for each five hundred."""
        ids = list(things)
        found: dict[str, list[Statement]] = {}
        for start in range(0, len(ids), THINGS_AT_ONCE):
            found |= self._view.statements(ids[start : start + THINGS_AT_ONCE])
        return found

    def cite(self, statements: Mapping[str, Iterable[Statement]]) -> dict[str, list[Reference]]:
        """Return references to who says so, the newest statement first, each source once."""
        return {thing: self._references(found) for thing, found in self._sources.cite_all(statements).items()}

    def _references(self, citations: Iterable[Citation]) -> list[Reference]:
        found: dict[str, str] = {}
        for one in citations:
            if one.source is not None:
                self._used.setdefault(one.source, one.label)
                found.setdefault(one.source, one.place)
        return list(found.items())

    def document(self) -> dict[str, dict[str, str]]:
        """Return the sources that were referred to, by id: what people call them and where they can be read."""
        return {id_: {"label": label, "url": self._url(id_)} for id_, label in sorted(self._used.items())}

    def _url(self, id_: str) -> str:
        node = self._sources.node(id_) if id_ != PEOPLE else None
        return self._links.source(node) if node else ""


def first_year(statements: Iterable[Statement]) -> int | None:
    """Return the year in which a thing was first spoken of; None when no statement has a date."""
    years = [int(one.claim.stated_on[:4]) for one in statements if one.claim.stated_on]
    return min(years, default=None)
