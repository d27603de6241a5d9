"""Decisions go in by the same door as files, stand above them, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.ingest.pipeline import LoadOptions
from graph.network import Network
from graph.network.deciding import Judgement
from graph.schema.declaration import Level
from graph.store.questions import NodeFilter, RelationshipFilter, Role, Viewer
from graph.store.sqlite import SqliteStore

ADMIN = Viewer(Role.ADMIN)
SOEPBUS, POLLEPEL = "initiative/de-soepbus", "initiative/de-pollepel"

DOCUMENT = """
wijkweb: document
source: {id: source/lijst, name: Lijst, published_on: 2025-01-01}
initiatives:
  soepbus: {name: De Soepbus, members: 40, phase: running, partners_with: pollepel}
  pollepel: {name: De Pollepel, members: 12}
organisations:
  linde: {name: De Linde}
"""


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    network = Network(SqliteStore(None), today=lambda: date(2026, 1, 15))
    file = tmp_path / "lijst.yaml"
    file.write_text(DOCUMENT, "utf-8")
    network.load(file, LoadOptions(), ADMIN)
    yield network
    network.close()


def _value(network: Network, id_: str, property_: str, viewer: Viewer = ADMIN) -> object:
    with network.view(viewer) as view:
        node = view.nodes([id_])[0]
    return node.value(property_) if node else None


def test_a_correction_stands_above_the_file_until_it_is_undone(network: Network) -> None:
    load = network.correct(SOEPBUS, "members", "ongeveer 45", ADMIN, reason="gebeld")
    assert _value(network, SOEPBUS, "members") == "about 45 person"
    network.undo(load.number, ADMIN)
    assert _value(network, SOEPBUS, "members") == "40 person"


def test_a_second_correction_takes_the_place_of_the_first(network: Network) -> None:
    network.correct(SOEPBUS, "members", "45", ADMIN)
    second = network.correct(SOEPBUS, "members", "41", ADMIN)
    assert _value(network, SOEPBUS, "members") == "41 person"
    network.undo(second.number, ADMIN)
    assert _value(network, SOEPBUS, "members") == "45 person"


def test_one_can_say_that_there_is_none(network: Network) -> None:
    network.correct(SOEPBUS, "website", None, ADMIN)
    with network.view(ADMIN) as view:
        assert "website" in view.nodes([SOEPBUS])[0].reading.none  # type: ignore[union-attr]


def test_a_relationship_can_be_corrected(network: Network) -> None:
    with network.view(ADMIN) as view:
        tie = view.relationships([SOEPBUS])[SOEPBUS].items[0]
    network.correct(tie.id, "status", "in gesprek", ADMIN)
    with network.view(ADMIN) as view:
        assert view.relationships_by_id([tie.id])[0].value("status") == "talking"  # type: ignore[union-attr]


def test_an_internal_kind_hides_a_node_from_the_public(network: Network) -> None:
    load = network.correct(SOEPBUS, "kind", "Initiative", ADMIN, level=Level.INTERNAL)
    assert _value(network, SOEPBUS, "name", Viewer()) is None
    assert _value(network, SOEPBUS, "name") == "De Soepbus"
    network.undo(load.number, ADMIN)
    assert _value(network, SOEPBUS, "name", Viewer()) == "De Soepbus"


def test_a_merge_keeps_both_names_and_a_split_brings_both_back(network: Network) -> None:
    network.merge(SOEPBUS, POLLEPEL, ADMIN)
    with network.view(ADMIN) as view:
        node = view.nodes([POLLEPEL])[0]
        assert node is not None and node.id == SOEPBUS and node.former_ids == (POLLEPEL,)
        assert {node.name, *node.list_of("aliases")} == {"De Soepbus", "De Pollepel"}
    network.split(SOEPBUS, POLLEPEL, ADMIN)
    assert _value(network, POLLEPEL, "members") == "12 person"
    with network.view(ADMIN) as view:
        assert view.relationship_counts([SOEPBUS])[SOEPBUS] == 1


def test_what_cannot_be_one_is_refused(network: Network) -> None:
    with pytest.raises(InputError, match="soort"):
        network.merge(SOEPBUS, "organisation/de-linde", ADMIN)
    with pytest.raises(InputError, match="al hetzelfde"):
        network.merge(SOEPBUS, SOEPBUS, ADMIN)
    with pytest.raises(InputError, match="al twee"):
        network.split(SOEPBUS, POLLEPEL, ADMIN)


def test_an_unknown_thing_or_property_is_refused(network: Network) -> None:
    with pytest.raises(UnknownIdError):
        network.correct("initiative/bestaat-niet", "members", "4", ADMIN)
    with pytest.raises(InputError, match="geen eigenschap"):
        network.correct(SOEPBUS, "kleur", "groen", ADMIN)
    assert _value(network, SOEPBUS, "members") == "40 person"


def test_judgements_are_kept_each_by_itself(network: Network) -> None:
    _, first = network.judge((SOEPBUS, POLLEPEL), Judgement("later"), ADMIN)
    _, second = network.judge((SOEPBUS, POLLEPEL), Judgement("accepted", "visit", "koffie"), ADMIN)
    with network.view(ADMIN) as view:
        assert view.count(NodeFilter(kinds=("Judgement",))) == 2
        assert view.adjacency([second], RelationshipFilter(types=("CONCERNS",)))[second] == [POLLEPEL, SOEPBUS]
    assert first != second


def test_the_reason_of_a_judgement_is_internal(network: Network) -> None:
    _, id_ = network.judge((SOEPBUS, POLLEPEL), Judgement("rejected", reason="ruzie"), ADMIN)
    assert _value(network, id_, "reason") == "ruzie"
    assert _value(network, id_, "reason", Viewer()) is None


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.FACILITATOR])
def test_who_may_not_correct_is_told_who_may(network: Network, role: Role) -> None:
    with pytest.raises(ForbiddenError, match="admin"):
        network.correct(SOEPBUS, "members", "4", Viewer(role))
