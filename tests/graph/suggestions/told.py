"""What a network states, read by another way than advice is made, to hold sentences against."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.network import Network
from graph.schema.words import Words
from graph.store.questions import Viewer


class Told:
    """What one viewer may know of a network, by ids and names.

    Parameters
    ----------
    network
        The network.
    viewer
        Who looks.
    """

    def __init__(self, network: Network, viewer: Viewer) -> None:
        with network.view(viewer) as view:
            self.graph = network.to_networkx(view)
        self.names = {id_: str(node["name"]) for id_, node in self.graph.nodes(data=True)}

    def out(self, id_: str, type_: str) -> set[str]:
        """Return what a thing is tied to by a type of relationship that has not ended."""
        return {other for _, other, tie in self.graph.out_edges(id_, data=True) if _holds(tie, type_)}

    def into(self, id_: str, type_: str) -> set[str]:
        """Return what is tied to a thing."""
        return {other for other, _, tie in self.graph.in_edges(id_, data=True) if _holds(tie, type_)}

    def partners(self, id_: str) -> set[str]:
        """Return with whom it works together."""
        return self.out(id_, "PARTNERS_WITH") | self.into(id_, "PARTNERS_WITH")

    def bordering(self, id_: str) -> set[str]:
        """Return the districts next to its own."""
        own = self.districts(id_)
        return {other for one in own for other in self.out(one, "ADJACENT_TO") | self.into(one, "ADJACENT_TO")}

    def areas(self, id_: str) -> set[str]:
        """Return the areas in which it works, and all that they are part of."""
        found = list(self.out(id_, "ACTIVE_IN"))
        for area in found:
            found += [whole for whole in self.out(area, "PART_OF") if whole not in found]
        return set(found)

    def districts(self, id_: str) -> set[str]:
        """Return the districts in which it works."""
        return {area for area in self.areas(id_) if self.graph.nodes[area].get("level") == "district"}

    def unnamed(self, text: str, ids: Iterable[str]) -> str:
        """Return what is left of a list of names once those of some things are taken out: nothing, if it is true."""
        for name in sorted((self.names[id_] for id_ in ids), key=len, reverse=True):
            text = text.replace(name, "", 1)
        return re.sub(r" en nog \d+|, | en |,", "", text).strip()


def _holds(tie: dict[str, object], type_: str) -> bool:
    return tie["type"] == type_ and tie.get("status") != "ended"


def filled(template: Words, sentence: str) -> dict[str, str]:
    """Return what fills the gaps of a sentence, without what is added of how sure it is.

    Raises
    ------
    AssertionError
        It is no such sentence.
    """
    bare = re.sub(r" (Dat is nog niet zeker|Dat zei een bron uit \d+)\.", "", sentence)
    pattern = re.escape(template.nl)
    for gap in re.findall(r"\\\{(\w+)\\\}", pattern):
        pattern = pattern.replace(rf"\{{{gap}\}}", f"(?P<{gap}>.+?)", 1).replace(rf"\{{{gap}\}}", f"(?P={gap})")
    found = re.fullmatch(pattern, bare, re.IGNORECASE)
    assert found, (template.nl, bare)
    return found.groupdict()
