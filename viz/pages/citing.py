"""Who says so, as links: each source once, with its places, leading to what that source says of this very thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.claims import PEOPLE
from graph.store.base import View
from graph.store.citing import Citation, Sources
from viz.links import node_url
from viz.site import Shell


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a page cites it.

    Parameters
    ----------
    label
        What people call it: ``Public Result, 19-12-2016``.
    place
        Where in it, in words; empty when nothing is known of that.
    url
        Where to read on; empty for a source that the viewer may not see.
    is_person
        True for a correction by a person.
    """

    label: str
    place: str = ""
    url: str = ""
    is_person: bool = False


class Citing:
    """Turns citations into links for one page.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.

    Notes
    -----
    Each source is read once; `load` reads many in one question before they are cited one by one.
    """

    def __init__(self, view: View, shell: Shell) -> None:
        self._shell = shell
        self.sources = Sources(view, shell.lang)

    def load(self, citations: Iterable[Citation]) -> None:
        """Read the sources of citations, in one question."""
        self.sources.load({one.source for one in citations if one.source})

    def cite(self, citations: Iterable[Citation], about: str = "") -> tuple[Cited, ...]:
        """Return each source once, in the order given, with its places joined.

        Parameters
        ----------
        citations
            Of one value or relationship. What follows from the network as it stands has no source and no link.
        about
            Id of the node of which the source speaks: the link leads to what it says of that.
        """
        places: dict[tuple[str, str], list[str]] = {}
        for one in citations:
            if one.source:
                found = places.setdefault((one.source, one.label), [])
                found += [one.place] if one.place and one.place not in found else []
        return tuple(
            Cited(label, "; ".join(found), self.url(id_, about), id_ == PEOPLE)
            for (id_, label), found in places.items()
        )

    def url(self, id_: str, about: str = "") -> str:
        """Return the address of a source's page, empty where the viewer may not see it."""
        node = self.sources.node(id_)
        return node_url(self._shell, node, over=about) if node else ""
