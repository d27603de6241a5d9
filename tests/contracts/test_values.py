"""Values: what one reads where sources say the same, something newer, something else, or that there is none."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.claims import Modality
from graph.store.questions import Role
from tests.contracts.build import City, Says, picture, says
from tests.contracts.conftest import Stores

A, B = "initiative/a", "initiative/b"
TIE = "tie:PARTNERS_WITH:initiative/a:initiative/b"


def test_the_newest_statement_wins_whatever_was_loaded_last(city: City) -> None:
    city.load(says("new", "2018-04").node(A, phase="running"))
    city.load(says("old", "2016").node(A, phase="idea"))
    assert city.value(A, "phase") == "running"
    assert [(one.claim.value, one.counts) for one in city.statements(A, "phase")] == [
        ("running", True),
        ("idea", False),
    ]


def test_sources_that_differ_stand_side_by_side_with_their_dates(city: City) -> None:
    city.load(says("one", "2016").node(A, members="about 45 person"))
    city.load(says("two", "2018").node(A, members="60 person"))
    found = [(one.claim.source, one.claim.stated_on, one.claim.value) for one in city.statements(A, "members")]
    assert found == [("source/two", "2018", "60 person"), ("source/one", "2016", "about 45 person")]
    assert city.node(A).reading.disputed == ("members",)


def test_sources_that_agree_are_not_disputed(city: City) -> None:
    city.load(says("one", "2016").node(A, phase="idea"))
    city.load(says("two", "2018").node(A, phase="idea"))
    node = city.node(A)
    assert node.reading.disputed == ()
    assert node.reading.sources == ("source/one", "source/two")
    assert [one.counts for one in city.statements(A, "phase")] == [True, True]


@pytest.mark.parametrize(
    ("losing", "winning"),
    [
        (says("b", None).about(A, phase="idea"), says("a", "2010").about(A, phase="running")),
        (says("b", "2016-05").about(A, phase="idea"), says("a", "2016").about(A, phase="running")),
        (says("b", "2016 spring").about(A, phase="idea"), says("a", "2016 summer").about(A, phase="running")),
        (says("a", "2016").about(A, phase="running"), says("b", "2016").about(A, phase="idea")),
        (says("a", "2016").about(A, phase="idea"), says("a", "2016").about(A, phase="running")),
        (says("a").about(A, phase="idea"), says("b").about(A, phase="idea")),
        (says("a", "2016").about(A, phase="idea", denied=True), says("b", "2016").about(A, phase="idea")),
    ],
    ids=["undated last", "to the end of the year", "seasons", "source id", "value", "both say it", "denied by a"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_ties_are_settled_by_date_source_and_value_never_by_load_order(
    city: City, losing: Says, winning: Says, turned: bool
) -> None:
    city.load(says("base").node(A))
    for number, said in enumerate((winning, losing) if turned else (losing, winning)):
        city.load(said, scope=str(number))
    (value,) = [claim.value for claim in winning.changes.claims]
    assert city.value(A, "phase") == value
    assert city.statements(A, "phase")[0].claim in winning.changes.claims


@pytest.mark.parametrize(
    ("older", "newer"), [("2015", "2016"), ("2016-04", "2016-05-02"), (None, "1990"), ("2016-05", "2016")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_equal_dates_the_source_that_appeared_last_counts(
    city: City, older: str | None, newer: str, turned: bool
) -> None:
    loads = [("zz", older, "idea"), ("aa", newer, "running")]
    for source, published_on, phase in reversed(loads) if turned else loads:
        city.load(says(source, "2016").node(A, phase=phase), published_on=published_on)
    assert city.value(A, "phase") == "running"


def test_a_list_holds_every_value_that_is_stated_and_not_denied_since(city: City) -> None:
    city.load(says("one", "2015").node("topic/a", name="ruimte", resident_labels=["plek", "hoekje", "zaal"]))
    city.load(says("two", "2016").about("topic/a", denied=True, resident_labels="zaal"))
    city.load(says("three", "2014").about("topic/a", denied=True, resident_labels="plek"))
    assert city.value("topic/a", "resident_labels") == ("hoekje", "plek")
    assert city.node("topic/a").reading.disputed == ("resident_labels",)


def test_a_denial_ends_what_is_older_and_an_older_one_ends_nothing(city: City) -> None:
    city.load(says("one", "2015").node(A, phase="idea").node(B, phase="idea"))
    city.load(says("two", "2016").about(A, denied=True, phase="idea"))
    city.load(says("two", "2014").about(B, denied=True, phase="idea"), scope="older", adds=True)
    assert city.value(A, "phase") is None
    assert city.value(B, "phase") == "idea"
    assert (city.node(A).reading.none, city.node(A).reading.disputed) == ((), ("phase",))


def test_a_denied_value_leaves_what_another_source_says(city: City) -> None:
    city.load(says("one", "2015").node(A, phase="idea"))
    city.load(says("two", "2016").about(A, denied=True, phase="running"))
    assert city.value(A, "phase") == "idea"
    assert city.node(A).reading.disputed == ()


def test_there_is_none_is_said_differently_from_nothing_known(city: City) -> None:
    city.load(says("one", "2015").node(A, website="https://example.org").node(B))
    city.load(says("two", "2016").none(A, "website", "NEEDS").none(B, "phase"))
    assert city.value(A, "website") is None
    assert city.node(A).reading.none == ("NEEDS", "website")
    assert city.node(B).reading.none == ("phase",)


def test_a_newer_value_stands_again_after_there_was_none(city: City) -> None:
    city.load(says("one", "2015").none(A, "website"))
    city.load(says("two", "2016").node(A, website="https://example.org"))
    assert city.value(A, "website") == "https://example.org"
    assert city.node(A).reading.none == ()


def test_a_denied_number_one_is_not_a_yes(city: City) -> None:
    city.load(says("one").node("criterion/a", name="nabij").about("criterion/a", denied=True, importance=1))
    city.load(says("one").node("outcome/a").about("outcome/a", denied=True, research=True), scope="b")
    assert city.node("criterion/a").reading.none == ()
    assert city.node("outcome/a").reading.none == ("research",)


def test_other_names_become_aliases(city: City) -> None:
    city.load(says("one", "2016").node(A, name="Anna’s Gedoe", aliases="Bij Anna"))
    city.load(says("two", "2015").about(A, name="Anna"))
    city.load(says("two", "2015", language="en").about(A, name="Anna’s Place"), scope="english")
    assert city.node(A).name == "Anna’s Gedoe"
    assert city.value(A, "aliases") == ("Anna", "Anna’s Place", "Bij Anna")


def test_a_name_that_was_denied_once_may_be_said_again(city: City) -> None:
    city.load(says("one", "2015").node(A, name="Anna").about(A, denied=True, aliases="Annie"))
    city.load(says("two", "2016").about(A, aliases="Annie").about(A, denied=True, name="Bij Anna"))
    city.load(says("three", "2015").about(A, aliases=["Bij Anna", "Ans"]))
    assert city.value(A, "aliases") == ("Annie", "Ans")


@pytest.mark.parametrize(
    ("id_", "values", "name", "named"),
    [
        (A, {}, "naam niet genoemd", False),
        (A, {"aliases": ["Zus", "Anna"]}, "Anna", True),
        ("outcome/a", {"text": "Begin klein."}, "Begin klein.", False),
        ("outcome/a", {"text": "woord " * 60}, " ".join(["woord"] * 33) + "…", False),
        ("person/a", {"public_role": "wethouder"}, "wethouder", False),
        ("person/a", {}, "persoon", False),
    ],
)
def test_what_has_no_name_is_shown_by_what_is_known(
    city: City, id_: str, values: dict[str, str], name: str, named: bool
) -> None:
    city.load(says("one").node(id_, **values))
    node = city.node(id_)
    assert (node.name, node.named) == (name, named)


def test_a_name_in_another_language_stands_beside_the_dutch_one(city: City) -> None:
    city.load(says("one", language="en").node(A, name="Soup Bus", summary="Soup for all."))
    assert (city.node(A).name, city.node(A).named) == ("Soup Bus", True)
    city.load(says("two", language="nl").about(A, name="Soepbus", summary="Soep voor allen."))
    assert city.node(A).name == "Soepbus"
    assert city.value(A, "summary@en") == "Soup for all."
    assert city.value(A, "summary") == "Soep voor allen."


def test_how_a_value_was_meant_is_read_beside_it(city: City) -> None:
    city.load(says("one", "2016", modality=Modality.PLANNED).node("agreement/a", signed_on="2017-02"))
    city.load(says("two", "2015").about("agreement/a", amount="15000 EUR"))
    reading = city.node("agreement/a").reading
    assert reading.modalities == {"kind": "planned", "signed_on": "planned"}
    assert (reading.values["signed_on"], reading.values["amount"]) == ("2017-02", "15000 EUR")


def test_values_come_back_in_their_types(city: City) -> None:
    city.load(says("one").node("outcome/a", research=True).node("criterion/a", importance=2, weight=0.5))
    assert city.node("outcome/a").value("research") is True
    assert city.node("criterion/a").value("importance") == 2
    assert city.node("criterion/a").value("weight") == 0.5
    assert city.node("criterion/a").value("name") is None
    assert city.node("criterion/a").list_of("aliases") == ()


def test_texts_survive_as_they_are(city: City) -> None:
    text = "Regel een\nregel twee\t‘ß’ 🌻 𝕎 \\ \" ' % _ {}"
    city.load(says("een bron: ‘é’ 🌻").node(A, name="Café ’t Hoekje 🌻", summary=text))
    assert city.value(A, "summary") == text
    assert city.node(A).name == "Café ’t Hoekje 🌻"
    assert city.node(A).reading.sources == ("source/een bron: ‘é’ 🌻",)


def test_the_kind_is_a_claim_that_a_source_may_correct(city: City) -> None:
    city.load(says("one", "2015").node(A, phase="idea", name="Anna"))
    city.load(says("two", "2016").node(A, kind="Organisation").about(A, sector="care"))
    assert city.node(A).kind == "Organisation"
    assert city.value(A, "sector") == "care"
    assert city.value(A, "phase") is None, "an organisation has no phase; the statement stays"
    assert [one.claim.value for one in city.statements(A, "phase")] == ["idea"]


def test_what_no_source_says_exists_is_not_read(city: City) -> None:
    city.load(says("one").about(A, name="Anna"))
    assert not city.sees(A, Role.ADMIN)
    city.load(says("two").node(A))
    assert city.node(A).name == "Anna"
    city.load(says("three", "2016").about(A, denied=True, kind="Initiative"))
    assert not city.sees(A)


def test_a_relationship_that_is_denied_is_read_only_where_asked(city: City) -> None:
    city.load(says("one", "2015").node(A).node(B).tie("PARTNERS_WITH", A, B, status="active"))
    city.load(says("two", "2016").no_tie("PARTNERS_WITH", A, B))
    assert city.ties(A) == []
    (denied,) = city.ties(A, with_denied=True)
    assert (denied.id, denied.denied) == (TIE, True)
    city.load(says("three", "2017").tie("PARTNERS_WITH", A, B))
    assert [one.denied for one in city.ties(A)] == [False]


def test_keys_let_two_relationships_stand_side_by_side(city: City) -> None:
    city.load(
        says("one").node(A).node("organisation/b")
        .tie("SUPPORTS", "organisation/b", A, support="funds", number="2016-1", since="2016")
        .tie("SUPPORTS", "organisation/b", A, support="funds", number="2017-1", since="2017")
        .tie("SUPPORTS", "organisation/b", A)
    )  # fmt: skip
    found = {(tie.value("support"), tie.value("number"), tie.value("since")) for tie in city.ties(A)}
    assert found == {("funds", "2016-1", "2016"), ("funds", "2017-1", "2017"), (None, None, None)}
    assert len({tie.id for tie in city.ties(A)}) == 3


def test_a_relationship_without_direction_is_one_however_it_is_said(city: City) -> None:
    city.load(says("one").node(A).node(B).tie("PARTNERS_WITH", A, B))
    city.load(says("two").tie("PARTNERS_WITH", B, A))
    (tie,) = city.ties(B)
    assert (tie.start, tie.end) == (A, B)
    assert tie.reading.sources == ("source/one", "source/two")


def test_direction_counts_where_a_type_has_one(city: City) -> None:
    city.load(says("one").node(A).node(B).tie("PART_OF", A, B).tie("PART_OF", B, A))
    assert {(tie.start, tie.end) for tie in city.ties(A)} == {(A, B), (B, A)}


def test_statements_come_by_property_the_one_that_counts_first(city: City) -> None:
    city.load(says("one", "2015").node(A, name="Anna", phase="idea"))
    city.load(says("two", "2016").about(A, phase="running", denied=True).about(A, name="Anne"))
    found = [(one.claim.property, one.claim.source, one.claim.denied, one.counts) for one in city.statements(A)]
    assert found == [
        ("kind", "source/one", False, True),
        ("name", "source/two", False, True), ("name", "source/one", False, False),
        ("phase", "source/one", False, True), ("phase", "source/two", True, False),
    ]  # fmt: skip


def test_what_one_reads_does_not_depend_on_the_order_of_loads(stores: Stores) -> None:
    files = [
        says("one", "2016").node(A, name="Anna", phase="idea").tie("PARTNERS_WITH", A, B, status="active"),
        says("two", "2016").node(B, name="Bert").node(A, name="Ans").none(A, "phase"),
        says("three").node(A, phase="running").node(B, aliases=["Bert", "Bertus"]).no_tie("PARTNERS_WITH", A, B),
        says("four", "2015", language="en").node(B, kind="Organisation").about(A, name="Anna’s Place"),
    ]
    pictures = []
    for order in list(permutations(files))[::5]:
        city = City(stores.fresh())
        for said in order:
            city.load(said)
        pictures.append(picture(city.store))
    assert all(one == pictures[0] for one in pictures)


def test_statements_of_a_source_in_order_of_thing(city: City) -> None:
    city.load(says("one").node(B, name="Bert").node(A, name="Anna").tie("PARTNERS_WITH", A, B))
    city.load(says("two").node(A, name="Anna"))
    with city.view() as view:
        everything = view.statements_of_source("source/one")
        assert [one.claim.thing for one in everything.items] == [A, A, B, B, TIE]
        first = view.statements_of_source("source/one", first=1)
        assert ([one.claim.thing for one in first.items], first.more) == ([A, A], True), "a page ends with a thing"
        rest = view.statements_of_source("source/one", first=3, after=A)
        assert ([one.claim.thing for one in rest.items], rest.more) == ([B, B, TIE], False)
        assert view.statements_of_source("source/none").items == ()


def test_statements_of_a_source_are_told_to_follow_only_where_something_follows(city: City) -> None:
    city.load(says("one").node(A, name="Anna").node(B, name="Bert"))
    city.load(says("one").node(A, name="Anna"))
    with city.view() as view:
        page = view.statements_of_source("source/one", first=2)
    assert (len(page.items), page.more) == (2, False)
