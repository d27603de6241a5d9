"""Who holds it together, on a page: what depends on whom, and people by role for who may not see names."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk
from viz.pages.questions.connectors import MUCH, connectors_page

Look = Callable[..., Desk]


def test_who_connects_stands_with_what_happens_without_and_a_step(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.STAFF, city="Oefenstad")
    best = looking.network.answers.brokers(looking.view)[0]
    page = ask(connectors_page, looking)
    assert page.count('class="card connector"') > 3
    assert best.text.nl in page
    assert best.when_gone.nl in page
    much = any(len(one.cut_off) >= MUCH for one in looking.network.answers.brokers(looking.view, first=10))
    assert ("veel hangt hiervan af" in page) == much


def test_a_person_without_public_role_has_no_name_for_the_public(network: Network, desk: Look) -> None:
    city = City(network.store)
    city.load(says("lijst").node("initiative/a", name="De Tuin").node("initiative/b", name="De Keuken"))
    city.load(
        says("nota", level=Level.INTERNAL).node("person/p", name="Jannie Jansen")
        .tie("INVOLVED_IN", "person/p", "initiative/a").tie("INVOLVED_IN", "person/p", "initiative/b")
    )  # fmt: skip
    assert "Jannie Jansen doet mee bij" in ask(connectors_page, desk(network, Role.STAFF))
    assert "Jannie" not in ask(connectors_page, desk(network))


def test_where_too_few_ties_are_known_the_page_says_so(network: Network, desk: Look) -> None:
    page = ask(connectors_page, desk(network, lang="en"))
    assert "Too few ties are known here to see who connects." in page
    assert 'class="card connector"' not in page


def test_an_area_narrows_who_is_shown(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.STAFF, city="Oefenstad")
    whole = ask(connectors_page, looking, "aantal=50").count('class="card connector"')
    part = ask(connectors_page, looking, "aantal=50&gebied=area/molenbuurt").count('class="card connector"')
    assert part < whole
