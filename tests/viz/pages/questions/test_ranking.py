"""Rankings on a page: weights that can be changed, how firm each place is, areas taken as one."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.network import Network
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk
from viz.pages.questions.ranking import ranking_page

Look = Callable[..., Desk]


def places(page: str) -> list[str]:
    return re.findall(r'<th scope="row">.*?lang="nl">(.*?)</a>', page)


def test_each_place_has_a_bar_with_its_words_and_why(practice: Network, desk: Look) -> None:
    page = ask(ranking_page, desk(practice, city="Oefenstad"))
    rows = page.partition("<tbody>")[2].split("<tr>")[1:]
    assert len(rows) > 3
    assert all('class="between"' in row and re.search("plaats|Deelt", row) for row in rows)
    assert all("Waarom?" in row and "geteld in het netwerk" in row for row in rows)


def test_a_weight_that_is_changed_changes_the_order_and_stays_in_the_form(practice: Network, desk: Look) -> None:
    looking = desk(practice, city="Oefenstad")
    plain = ask(ranking_page, looking)
    query = "w:running=0&w:met=0&w:offers=100&w:tied=0&w:reach=0"
    changed = ask(ranking_page, looking, query)
    assert places(plain) != places(changed)
    assert "U gaf dit gewicht." in changed
    assert re.search(r'name="w:offers"[^>]* value="100"', changed)
    assert "U gaf dit gewicht." not in ask(ranking_page, looking, "w:running=20&w:met=20")


def test_neighbours_can_be_taken_as_one(practice: Network, desk: Look) -> None:
    looking = desk(practice, city="Oefenstad")
    page = ask(ranking_page, looking)
    joins = re.findall(r'href="/vragen/beste-bodem\?(samen=[^"]+)"', page)
    assert joins
    joined = ask(ranking_page, looking, joins[0].replace("&amp;", "&"))
    assert "samen staan op plaats" in joined
    assert "Een groter gebied telt vanzelf meer." in joined


def test_what_makes_no_sense_is_said_and_the_form_stays(practice: Network, desk: Look) -> None:
    looking = desk(practice, city="Oefenstad")
    nothing = ask(ranking_page, looking, "w:running=0&w:met=0&w:offers=0&w:tied=0&w:reach=0")
    assert "Minstens één gewicht moet meer dan 0 zijn." in nothing
    assert "een heel getal van 0 tot 100" in ask(ranking_page, looking, "w:running=veel")
    assert "Neem 2 tot 5 gebieden samen." in ask(ranking_page, looking, "samen=area/molenbuurt")


def test_where_one_place_is_known_there_is_no_bar_and_what_would_help(hague: Network, desk: Look) -> None:
    page = ask(ranking_page, desk(hague))
    assert "Er is niets om mee te vergelijken." in page
    assert 'class="interval"' not in page
    assert "Wat zou helpen" in page


def test_initiatives_are_ranked_under_a_title_of_their_own(practice: Network, desk: Look) -> None:
    page = ask(ranking_page, desk(practice, lang="en", city="Oefenstad"), "wat=initiatieven")
    assert "<h1>Which initiatives stand out?</h1>" in page
    assert 'name="samen"' not in page
    assert len(places(page)) == 10
