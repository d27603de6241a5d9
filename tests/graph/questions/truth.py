"""Whether facts are true of the graph: each is stated by a thing that the viewer may see, with a source."""

from __future__ import annotations

from collections.abc import Iterable

from graph.network import Network
from graph.store.questions import Role, Viewer
from graph.suggestions.advice_types import Fact

PUBLIC = Viewer(Role.PUBLIC)
STAFF = Viewer(Role.FACILITATOR)


def assert_true(network: Network, viewer: Viewer, facts: Iterable[Fact]) -> None:
    """Assert that facts are stated by things that a viewer may see, and name what they are about."""
    stated = [fact for fact in facts if fact.thing]
    with network.view(viewer) as view:
        things = sorted({fact.thing for fact in stated})
        ties = {one.id: one for one in view.relationships_by_id(things) if one}
        nodes = {one.id: one for one in view.nodes(things) if one}
        ends = sorted({end for tie in ties.values() for end in (tie.start, tie.end)})
        names = {id_: node.name for id_, node in zip(ends, view.nodes(ends), strict=True) if node}
    assert things == sorted({*ties, *nodes})
    for fact in stated:
        assert fact.citation.source, fact.text.nl
        named = [names[end] for end in (ties[fact.thing].start, ties[fact.thing].end)] if fact.thing in ties else []
        named = [name for name in named or [nodes[fact.thing].name] if name != "naam niet genoemd"]
        assert all(name.lower() in fact.text.nl.lower() for name in named), fact.text.nl


def private_names(network: Network) -> set[str]:
    """Return the names of people whom the public may not see by name."""
    shown = []
    for viewer in (STAFF, PUBLIC):
        with network.view(viewer) as view:
            snapshot = view.snapshot(kinds=["Person"], types=())
        shown.append(set(snapshot.nodes.names))
    return shown[0] - shown[1]


def internal_ids(network: Network) -> set[str]:
    """Return ids of things and relationships that the public may not know of."""
    seen = []
    for viewer in (STAFF, PUBLIC):
        with network.view(viewer) as view:
            snapshot = view.snapshot()
        seen.append({*snapshot.nodes.ids, *snapshot.relationships.ids})
    return seen[0] - seen[1]


def assert_reads(sentences: Iterable[str]) -> None:
    """Assert that sentences read as sentences."""
    for sentence in sentences:
        assert sentence[:1].isupper() or not sentence[:1].isalpha(), sentence
        assert sentence[-1:] in ".?:!", sentence
        assert "{" not in sentence, sentence
        assert "  " not in sentence, sentence
