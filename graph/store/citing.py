"""Citations: a fact in words, and the place that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.claims import PEOPLE, RECORDED, place_label
from graph.schema.wording import short_date
from graph.store.answers import Node, Statement
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact stands.

    Parameters
    ----------
    source
        Id of the source; None for what follows from the network as it stands.
    label
        The source as people cite it: ``Public Result, 19-12-2016``.
    place
        The place in it, in words; empty when nothing is known of it.
    stated_on
        When it was said, as a stored date.
    """

    source: str | None
    label: str
    place: str = ""
    stated_on: str | None = None


class Sources:
    """The sources of a view, each read once.

    Parameters
    ----------
    view
        What the sources are read from; a source that the viewer may not see is cited without its title.
    lang
        Language of labels.
    """

    def __init__(self, view: View, lang: str = "nl") -> None:
        self._view = view
        self._lang = lang
        self._nodes: dict[str, Node | None] = {}

    def load(self, ids: Iterable[str]) -> None:
        """Read the sources that are not known yet, in one question."""
        missing = sorted({id_ for id_ in ids if id_ not in self._nodes})
        if missing:
            self._nodes.update(zip(missing, self._view.nodes(missing), strict=True))

    def label(self, id_: str) -> str:
        """Return a source as people cite it: publisher and date, else its name."""
        self.load([id_])
        if id_ == PEOPLE:
            return "een aanpassing door een mens" if self._lang == "nl" else "a correction by a person"
        if id_ == RECORDED:
            return "een begeleider" if self._lang == "nl" else "a facilitator"
        node = self._nodes[id_]
        if node is None:
            return "een bron die u niet mag zien" if self._lang == "nl" else "a source that you may not see"
        published = node.value("published_on")
        who = str(node.value("publisher") or node.name)
        return f"{who}, {short_date(str(published))}" if published else node.name

    def node(self, id_: str) -> Node | None:
        """Return the source itself, if the viewer may see it."""
        self.load([id_])
        return self._nodes[id_]

    def cite(self, statement: Statement) -> Citation:
        """Return where a statement stands: its first place."""
        place = place_label(statement.places[0], self._lang) if statement.places else ""
        return Citation(statement.claim.source, self.label(statement.claim.source), place, statement.claim.stated_on)

    def cite_all(self, statements: Mapping[str, Iterable[Statement]]) -> dict[str, list[Citation]]:
        """Return the citations of things, the newest statement of each source first, each place once."""
        self.load({one.claim.source for found in statements.values() for one in found})
        cited: dict[str, list[Citation]] = {}
        for thing, found in statements.items():
            newest = sorted(found, key=lambda one: (one.claim.stated_on or "", one.claim.source), reverse=True)
            cited[thing] = list(dict.fromkeys(self.cite(one) for one in newest if one.claim.property != "source_key"))
        return cited
