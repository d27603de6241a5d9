from __future__ import annotations

import pytest

from graph.network import Network
from graph.network.importing.planning import Plan
from tests.contracts.build import City, says
from tests.graph.network.importing.taking import Taking

PEOPLE = b"Naam;Functie;E-mail\nEls de Vries;voorzitter;els@x.nl\n"


def planned(taking: Taking, content: bytes, name: str = "lijst.csv") -> Plan:
    plan = taking.keep(content, name).plan
    assert plan is not None
    return plan


@pytest.fixture
def plan(network: Network, taking: Taking) -> Plan:
    City(network.store).load(says("krant").node("initiative/soepbus", name="Soepbus"))
    rows = b"Naam initiatief;Sinds;Wijk\nSoepbus;2019;Noord\nDe Tuin;2020;Noord\n;2020;Noord\nKas;wanneer;\n"
    return planned(taking, rows)


def test_every_row_is_one_of_four_and_every_thing_new_or_changed(plan: Plan) -> None:
    assert (plan.used, plan.unchanged, plan.doubtful, plan.refused, plan.read) == (3, 0, 0, 1, 4)
    assert (plan.created, plan.changed, plan.merged) == (3, 1, 1)
    assert plan.kinds == (("Initiative", 2), ("Area", 1))


def test_lines_say_what_is_set_aside_new_and_added_to(plan: Plan) -> None:
    lines = [one.nl for one in plan.lines]
    assert lines[0].startswith("Apart gezet: lijst.csv, rij 4, kolom Naam initiatief: de naam ontbreekt")
    assert "Nieuw: initiatief ‘De Tuin’ (rij 3): begonnen 2020, werkt in ‘Noord’" in lines
    assert "Aangevuld: initiatief ‘Soepbus’ (rij 2): begonnen 2019, werkt in ‘Noord’" in lines
    assert lines[-1].startswith("Let op: lijst.csv, rij 5, kolom Sinds:")
    assert len({one.en for one in plan.lines}) == len(lines)


def test_the_first_rows_tell_what_is_new_and_what_is_known(plan: Plan) -> None:
    assert [(one.number, one.state, one.thing) for one in plan.first] == [
        (2, "added", "initiative/soepbus"), (3, "new", ""), (4, "refused", ""),
    ]  # fmt: skip


def test_a_row_set_aside_says_where_what_is_wrong_and_what_would_be_right(plan: Plan) -> None:
    (row,) = plan.aside
    assert (row["row"], row["column"], row["value"]) == (4, "Naam initiatief", None)
    assert row["problem"][0] == "de naam ontbreekt of is niet te gebruiken."
    assert row["remedy"] == ["Vul een naam in.", "Fill in a name."]


def test_names_of_people_stand_in_no_line(taking: Taking) -> None:
    lines = [one.nl for one in planned(taking, PEOPLE, "bestuur.csv").lines]
    assert any("persoon (naam blijft intern)" in one for one in lines)
    assert not any("Els" in one or "@" in one for one in lines)


def test_lines_beyond_the_bound_are_counted(taking: Taking) -> None:
    rows = b"Naam initiatief\n" + b"".join(b"Tuin %d\n" % number for number in range(1_200))
    plan = planned(taking, rows)
    assert (len(plan.lines), plan.more, plan.created) == (1_000, 200, 1_200)
