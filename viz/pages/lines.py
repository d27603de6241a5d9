"""Nodes as lines of a list: the name, what it is and where, in a fixed number of questions for any number of nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.schema.model import KINDS_BY_NAME, properties_of_kind
from graph.schema.wording import value_label
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import Direction, RelationshipFilter

_ACTIVE = RelationshipFilter(types=("ACTIVE_IN",), direction=Direction.OUT)
_WHERE = {
    "Initiative": _ACTIVE,
    "Organisation": _ACTIVE,
    "Area": RelationshipFilter(types=("PART_OF",), direction=Direction.OUT),
    "Meeting": RelationshipFilter(
        types=("PART_OF", "CONCERNS"), direction=Direction.OUT, other_kinds=("Meeting", "Area")
    ),
    "Outcome": RelationshipFilter(types=("RESULTED_IN",), direction=Direction.IN),
}
"""By kind, the relationships whose other ends tell where a node belongs."""

_WHAT = {
    "Initiative": ("phase",),
    "Organisation": ("sector",),
    "Person": ("public_role",),
    "Area": ("level",),
    "Meeting": ("meeting_kind", "held_on"),
    "Outcome": ("outcome_kind",),
    "Agreement": ("agreement_kind", "signed_on"),
    "Topic": ("scheme",),
    "Source": ("publisher", "published_on"),
}
"""By kind, the properties that tell what a node is."""

SHOWN_PLACES = 2
"""Places that a line names; of more it says how many."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text, and whether it stands in the data, which are Dutch whatever the language of the page."""

    text: str
    is_data: bool = False


@dataclass(frozen=True, slots=True)
class NodeLine:
    """A node as a line.

    Parameters
    ----------
    id, kind
        As the node has them.
    name
        What to call it: an outcome by its text.
    named
        False when the name stands in for one that no source gives.
    kind_label
        What people call its kind.
    what
        What it is besides: its phase, its date; empty where nobody said.
    where
        Where it belongs, at most `SHOWN_PLACES` names; the rest is counted in `more`.
    more
        Places that are not named.
    summary
        For what has no name: what it is, in the words of a source.
    """

    id: str
    kind: str
    name: str
    named: bool
    kind_label: str
    what: tuple[Part, ...] = ()
    where: tuple[str, ...] = ()
    more: int = 0
    summary: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What stands beneath the name: kind, what, where."""
        places = tuple(Part(name, is_data=True) for name in self.where)
        rest = (Part(f"+ {self.more}"),) if self.more else ()
        return (Part(self.kind_label), *self.what, *places, *rest)


def node_lines(view: View, nodes: Sequence[Node], lang: str) -> list[NodeLine]:
    """Return nodes as lines, in the order given.

    Parameters
    ----------
    view
        Who looks.
    nodes
        Any kinds.
    lang
        Language of the words.

    Notes
    -----
    At most one question for each kind of place, and one for the names of the places.
    """
    places = _places(view, nodes)
    return [_line(node, places.get(node.id, ()), lang) for node in nodes]


def _line(node: Node, places: Sequence[str], lang: str) -> NodeLine:
    text = node.value("text") if node.kind == "Outcome" else None
    return NodeLine(
        node.id,
        node.kind,
        str(text) if text else node.name,
        node.named or text is not None or node.kind == "Person",
        KINDS_BY_NAME[node.kind].words.to(lang),
        tuple(_what(node, lang)),
        tuple(places[:SHOWN_PLACES]),
        max(len(places) - SHOWN_PLACES, 0),
        str(node.value("summary") or ""),
    )


def _what(node: Node, lang: str) -> Iterable[Part]:
    declared = properties_of_kind(node.kind)
    for name in _WHAT.get(node.kind, ()):
        value = node.value(name)
        if value is not None and value != node.name:  # a person may be called by the role already
            property_ = declared[name]
            yield Part(value_label(property_, value, lang), is_data=property_.type.value == "text")


def _places(view: View, nodes: Iterable[Node]) -> dict[str, list[str]]:
    """Return the names of where nodes belong."""
    asked: dict[RelationshipFilter, list[str]] = {}
    for node in nodes:
        if node.kind in _WHERE:
            asked.setdefault(_WHERE[node.kind], []).append(node.id)
    ends: dict[str, list[str]] = {}
    for where, ids in asked.items():
        ends.update(view.adjacency(ids, where))
    names = names_of(view, {end for found in ends.values() for end in found})
    return {id_: [names[end] for end in found if end in names] for id_, found in ends.items()}


def names_of(view: View, ids: Iterable[str]) -> Mapping[str, str]:
    """Return the names of nodes by id, without those that the viewer may not see."""
    wanted = sorted(set(ids))
    return {id_: node.name for id_, node in zip(wanted, view.nodes(wanted), strict=True) if node} if wanted else {}
