from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.ingest.pipeline import LoadOptions, load_file
from graph.ingest.register import SOURCE, add_municipality
from graph.store.base import Store
from graph.store.questions import NodeFilter, Role, Viewer
from graph.store.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "wijkweb.sqlite", create=True)
    yield opened
    opened.close()


def test_a_municipality_comes_with_its_districts_and_neighbourhoods(store: Store) -> None:
    done = add_municipality(store, "GM0344")
    with store.view() as view:
        facets = dict(view.facets(NodeFilter(kinds=("Area",)), "level"))
        overvecht = view.nodes(["area/wk034403"])[0]
        ties = view.relationships(["area/wk034403"])["area/wk034403"].items
    assert facets == {"neighbourhood": 111, "district": 10, "municipality": 1}
    assert overvecht is not None and (overvecht.name, overvecht.value("cbs_year")) == ("Overvecht", 2014)
    assert "area/gm0344" in {end for tie in ties for end in (tie.start, tie.end)}
    assert not done.nothing_new and len(done.areas) == 122


def test_a_second_time_changes_nothing_and_a_second_municipality_stands_beside_it(store: Store) -> None:
    first = add_municipality(store, "Utrecht")
    assert add_municipality(store, "gm0344").nothing_new
    second = add_municipality(store, "Ten Boer")
    store.undo(second.load.number, actor="admin", reason="")
    with store.view() as view:
        assert view.count(NodeFilter(kinds=("Area",))) == len(first.areas)
        assert view.nodes([SOURCE.id])[0] is not None


def test_an_area_that_is_known_by_its_code_is_added_to(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "wijken.csv"
    file.write_text("name,cbs_code,population\nWijk Overvecht,WK034403,34000\n", encoding="utf-8")
    load_file(store, file, LoadOptions())
    add_municipality(store, "Utrecht")
    with store.view(Viewer(Role.ADMIN)) as view:
        found = [one for one in view.search("overvecht", NodeFilter(kinds=("Area",))).items
                 if one.value("cbs_code") == "WK034403"]  # fmt: skip
    assert [one.id for one in found] == ["area/wijk-overvecht"]
    assert found[0].value("level") == "district"
