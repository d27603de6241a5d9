"""Fields for names: what is typed leads to one thing, or to a sentence that says what could be meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.questions.ground import MEMBERS
from graph.schema.declaration import Level
from graph.schema.words import Words
from tests.contracts.build import City, says
from tests.viz.serving import ELCURA, Desk
from viz.pages.questions.names import MOST_NAMES, NameFields, Names

Look = Callable[..., Desk]
LABEL = Words("Met", "With")


def fields(looking: Desk, *typed: str) -> NameFields:
    shell = replace(looking.shell, query=tuple(("met", one) for one in typed))
    ground = looking.network.answers.ground(looking.view)
    return Names(looking.view, shell, ground, ground.living, MEMBERS).fields("met", LABEL, LABEL, list_="wie")


def test_a_name_an_id_and_another_writing_of_the_name_lead_to_the_same_thing(hague: Network, desk: Look) -> None:
    found = fields(desk(hague), "ElCura Zorgt", ELCURA, "elcura  ZORGT")
    assert found.ids == (ELCURA,)
    assert [one.text for one in found.entries] == ["ElCura Zorgt"] * 3 + [""]


def test_a_part_of_a_name_is_answered_with_who_could_be_meant(hague: Network, desk: Look) -> None:
    found = fields(desk(hague), "ElCura")
    assert found.is_wrong
    assert found.entries[0].text == "ElCura"
    assert found.entries[0].problem == "‘ElCura’ kennen wij niet. Bedoelt u ‘ElCura Zorgt’?"


def test_what_nothing_is_called_is_said_so_in_the_language_of_the_page(hague: Network, desk: Look) -> None:
    (wrong, _) = fields(desk(hague, lang="en"), "Qwerty").entries
    assert wrong.problem.startswith("We do not know ‘Qwerty’. Type a part")


def test_namesakes_are_told_apart_by_where_they_are(network: Network, desk: Look) -> None:
    City(network.store).load(
        says("lijst").node("area/n", name="Noord").node("area/z", name="Zuid")
        .node("initiative/a", name="De Tuin").node("initiative/b", name="De Tuin")
        .tie("ACTIVE_IN", "initiative/a", "area/n").tie("ACTIVE_IN", "initiative/b", "area/z")
    )  # fmt: skip
    looking = desk(network)
    assert "Kies: ‘De Tuin (Noord)’ of ‘De Tuin (Zuid)’." in fields(looking, "De Tuin").entries[0].problem
    assert fields(looking, "De Tuin (Zuid)").ids == ("initiative/b",)


def test_what_the_viewer_may_not_see_is_unknown_like_any_other_name(network: Network, desk: Look) -> None:
    City(network.store).load(says("lijst", level=Level.INTERNAL).node("initiative/stil", name="Stille Groep"))
    for typed in ("Stille Groep", "initiative/stil"):
        (wrong, _) = fields(desk(network), typed).entries
        assert wrong.id == ""
        assert "kennen wij niet" in wrong.problem
        assert "Bedoelt u" not in wrong.problem


def test_more_names_than_a_question_takes_are_refused(hague: Network, desk: Look) -> None:
    with pytest.raises(InputError, match=f"hoogstens {MOST_NAMES} namen"):
        fields(desk(hague), *["x"] * (MOST_NAMES + 1))
