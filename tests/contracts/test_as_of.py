"""Reading as of a day: only what had been stated by its end, consolidated and found by the same rules."""

from __future__ import annotations

from datetime import date, timedelta

from graph.schema.declaration import Level
from graph.store.questions import NodeFilter, Role
from tests.contracts.build import City, person, says

A, B, AREA = "initiative/a", "initiative/b", "area/x"


def seen(city: City, day: date, role: Role = Role.PUBLIC) -> list[str]:
    with city.view(role, as_of=day) as view:
        assert view.as_of == day
        return [node.id for node in view.find(NodeFilter()).items]


def test_only_what_had_been_stated_by_then_is_read(city: City) -> None:
    city.load(says("one", "2016-06-28").node(A, name="Anna", phase="idea"))
    city.load(says("two", "2018-04-23").node(A, phase="running").node(B, name="Bert"))
    assert seen(city, date(2016, 6, 27)) == []
    assert seen(city, date(2016, 6, 28)) == [A]
    assert city.value(A, "phase", as_of=date(2018, 4, 22)) == "idea"
    assert city.value(A, "phase", as_of=date(2018, 4, 23)) == "running"


def test_a_date_without_a_day_counts_from_its_end(city: City) -> None:
    city.load(says("one", "2016").node(A), says("one", "2016-05").about(A, phase="idea"))
    assert seen(city, date(2016, 12, 30)) == []
    assert seen(city, date(2016, 12, 31)) == [A]
    assert city.value(A, "phase", as_of=date(2016, 12, 31)) == "idea"


def test_a_statement_without_a_date_counts_from_the_day_it_was_loaded(city: City) -> None:
    load = city.load(says("one").node(A))
    day = load.started_at.date()
    assert seen(city, day - timedelta(days=1)) == []
    assert seen(city, day) == [A]


def test_relationships_denials_and_merges_are_as_of_the_day_too(city: City) -> None:
    city.load(says("one", "2015").node(A).node(B).node(AREA).tie("ACTIVE_IN", A, AREA).tie("PARTNERS_WITH", A, B))
    city.load(says("two", "2016").no_tie("PARTNERS_WITH", A, B))
    city.decide("x", person("2017").same(A, B))
    with city.view(as_of=date(2015, 12, 31)) as view:
        assert view.adjacency([A, B]) == {A: [AREA, B], B: [A]}
    with city.view(as_of=date(2016, 12, 31)) as view:
        assert view.adjacency([A, B]) == {A: [AREA], B: []}
    with city.view(as_of=date(2017, 12, 31)) as view:
        assert view.adjacency([A, B]) == {A: [AREA], B: [AREA]}


def test_search_counts_statements_and_the_snapshot_are_as_of_the_day(city: City) -> None:
    city.load(says("one", "2015").node(A, name="Anna", phase="idea"))
    city.load(says("two", "2017").about(A, name="Ans").node(B, name="Bert").tie("PARTNERS_WITH", A, B))
    with city.view(as_of=date(2016, 1, 1)) as view:
        assert (view.search("anna").items[0].id, view.search("ans").items) == (A, ())
        assert (view.count(NodeFilter()), view.facets(NodeFilter(), "phase")) == (1, [("idea", 1)])
        assert [one.claim.source for one in view.statements([A])[A]] == ["source/one"] * 3
        assert (view.snapshot().nodes.ids, view.snapshot().relationships.ids) == ([A], [])


def test_a_day_keeps_levels_apart(city: City) -> None:
    city.load(says("one", "2015").node(A, phase="idea"))
    city.load(says("list", "2016", Level.INTERNAL).about(A, phase="idea").node(B))
    assert city.value(A, "phase", as_of=date(2015, 12, 31)) == "idea"
    assert city.value(A, "phase", as_of=date(2016, 12, 31)) is None
    assert seen(city, date(2016, 12, 31), Role.STAFF) == [A, B]


def test_what_was_withdrawn_is_not_read_of_any_day(city: City) -> None:
    city.load(says("one", "2015").node(A, phase="idea").node(B))
    city.load(says("one", "2015").node(A, phase="running"))
    assert city.value(A, "phase", as_of=date(2016, 1, 1)) == "running"
    assert seen(city, date(2016, 1, 1)) == [A]


def test_a_day_knows_of_what_is_loaded_after_it_was_asked(city: City) -> None:
    city.load(says("one", "2015").node(A))
    assert seen(city, date(2016, 1, 1)) == [A]
    city.load(says("two", "2015").node(B))
    assert seen(city, date(2016, 1, 1)) == [A, B]
    with city.view(as_of=date(2016, 1, 1)) as view:
        assert view.revision == 2


def test_many_days_can_be_read_side_by_side(city: City) -> None:
    for year in range(2010, 2018):
        city.load(says(f"s{year}", str(year)).node(f"initiative/{year}"))
    views = [city.view(as_of=date(year, 12, 31)) for year in range(2010, 2018)]
    assert [view.count(NodeFilter()) for view in views] == list(range(1, 9))
    for view in views:
        view.close()


def test_history_as_of_a_day_tells_what_had_been_stated_by_then(city: City) -> None:
    city.load(says("one", "2016-06-28").node(A, name="Anna", phase="idea"))
    city.load(says("two", "2018-04-23").about(A, phase="running"))
    with city.view(Role.STAFF, as_of=date(2017, 1, 1)) as view:
        added = {(claim.property, claim.value) for commit in view.history(A) for claim in commit.added}
    assert added == {("kind", "Initiative"), ("name", "Anna"), ("phase", "idea")}
