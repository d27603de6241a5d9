"""Who together make it, on a page: sets with what each brings, what is short and unknown, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.network import Network
from graph.store.questions import Role
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk
from viz.pages.questions.compositions import compositions_page

Look = Callable[..., Desk]


def test_a_goal_is_answered_by_several_sets_with_the_source_of_each_number(practice: Network, desk: Look) -> None:
    page = ask(compositions_page, desk(practice, Role.STAFF, city="Oefenstad"), "leden=300")
    assert page.count('class="card set"') == 3
    assert "leden. Wie bij twee van hen hoort, telt dubbel." in page
    assert "kolom Leden" in page
    assert "Kleinste stap" in page


def test_the_page_opens_with_examples_and_no_complaint(practice: Network, desk: Look) -> None:
    page = ask(compositions_page, desk(practice, city="Oefenstad"))
    assert "Bijvoorbeeld:" in page
    assert "?leden=600" in page
    assert 'class="card set"' not in page
    assert 'role="alert"' not in page


def test_where_no_number_is_known_the_page_says_whom_to_ask(hague: Network, desk: Look) -> None:
    page = ask(compositions_page, desk(hague), "leden=600")
    assert "Nog geen groep" in page
    assert "Er ontbreken nog 600 van de 600 leden." in page
    assert "hoeveel leden er zijn" in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("leden=veel", "Het aantal leden is een heel getal van 1 tot 10.000.000."),
        ("leden=-5", "Het aantal leden is een heel getal"),
        ("leden=5&hoogstens=31", "Hoogstens zoveel initiatieven is een heel getal van 1 tot 30."),
        ("met=ElCura+Zorgt", "Zeg wat nodig is"),
        ("leden=5&met=ElCura+Zorgt&zonder=ElCura+Zorgt", "kan niet wel en niet meedoen"),
    ],
)
def test_what_makes_no_sense_is_said_above_the_form(hague: Network, desk: Look, query: str, sentence: str) -> None:
    page = ask(compositions_page, desk(hague), query)
    assert sentence in page.partition("<form")[2].partition("</form>")[0]
    assert 'class="card set"' not in page


def test_what_was_typed_stays_in_the_form(hague: Network, desk: Look) -> None:
    page = ask(compositions_page, desk(hague, lang="en"), "leden=x&biedt=qwerty&zonder=ElCura+Zorgt&hoogstens=4")
    assert 'name="leden" value="x"' in page
    assert 'name="biedt" value="qwerty"' in page
    assert 'name="zonder" value="ElCura Zorgt"' in page
    assert 'name="hoogstens" value="4"' in page
    assert "We do not know ‘qwerty’." in page
