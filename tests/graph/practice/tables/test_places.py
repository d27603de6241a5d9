from __future__ import annotations

from collections.abc import Callable

from graph.practice.vocabulary import topics
from graph.schema.model import check_value, properties_of_kind

Rows = list[dict[str, str]]


def test_every_area_hangs_under_one_above_it(rows: Callable[[str], Rows]) -> None:
    above = {"gemeente": "", "stadsdeel": "gemeente", "wijk": "stadsdeel", "buurt": "wijk"}
    kinds = {row["Naam"]: row["Soort"] for row in rows("01")}
    assert len(kinds) == len(rows("01"))
    for row in rows("01"):
        assert kinds.get(row["Hoort bij"], "") == above[row["Soort"]]


def test_inhabitants_add_up(rows: Callable[[str], Rows]) -> None:
    people = {"gemeente": 0, "stadsdeel": 0, "wijk": 0, "buurt": 0}
    for row in rows("01"):
        people[row["Soort"]] += int(row["Inwoners"].replace(".", ""))
    assert len(set(people.values())) == 1
    assert people["wijk"] > 50_000


def test_middles_are_points(rows: Callable[[str], Rows]) -> None:
    point = properties_of_kind("Area")["centroid"]
    for row in rows("01"):
        assert check_value(point, row["Middelpunt (WKT)"]) == row["Middelpunt (WKT)"]
    middles = [row["Middelpunt (WKT)"] for row in rows("01") if row["Soort"] == "wijk"]
    assert len(set(middles)) == len(middles)


def test_borders_are_between_districts_each_once(rows: Callable[[str], Rows]) -> None:
    districts = {row["Naam"] for row in rows("01") if row["Soort"] == "wijk"}
    pairs = [frozenset(row.values()) for row in rows("02")]
    assert all(len(pair) == 2 and pair <= districts for pair in pairs)
    assert len(set(pairs)) == len(pairs)


def test_all_topics_are_listed_with_residents_words(rows: Callable[[str], Rows]) -> None:
    known = topics()
    count = len(known.themes) + len(known.groups) + len(known.activities) + len(known.capabilities)
    assert len(rows("03")) == count + len(known.ambitions)
    assert all(row["Zoals bewoners het zeggen"] for row in rows("03"))


def test_every_district_asks_for_something_that_is_a_topic(rows: Callable[[str], Rows]) -> None:
    named = {row["Onderwerp"] for row in rows("03")}
    assert {row["Wijk"] for row in rows("04")} == {row["Naam"] for row in rows("01") if row["Soort"] == "wijk"}
    for row in rows("04"):
        asked = [row[column] for column in ("Vraag naar", "Vraag naar activiteit", "Aandacht voor") if row[column]]
        assert len(asked) == 1 and asked[0] in named and row["Toelichting"].endswith(".")


def test_organisations_work_in_areas_that_there_are(rows: Callable[[str], Rows]) -> None:
    areas = {row["Naam"] for row in rows("01")}
    sites = [row["Website"] for row in rows("05") if row["Website"]]
    assert all(row["Werkgebied"] in areas for row in rows("05"))
    assert len(set(sites)) == len(sites) > 5
