"""Groups that could join forces, on a page: every sentence of the answer is there, and leads to where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from graph.network import Network
from graph.store.questions import Role
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk
from viz.pages.questions.alliances import alliances_page
from viz.tokens import FormTokens

Look = Callable[..., Desk]
PAGE = partial(alliances_page, tokens=FormTokens(b"test"))


def test_a_group_stands_with_roles_reasons_gaps_and_what_would_break_it(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR, city="Oefenstad")
    best = looking.network.answers.alliances(looking.view)[0]
    page = ask(PAGE, looking, "aantal=1").replace("&#39;", "'")
    said = [best.name, best.breaks_when, best.weakest.text, best.suggestion.next_step,
            *(role.text for role in best.roles), *(gap.text for gap in best.gaps)]  # fmt: skip
    assert [words.nl for words in said if words.nl not in page] == []
    assert all(f'href="/initiatief/{member.id}"' in page for member in best.suggestion.members)


def test_the_page_can_be_narrowed_to_an_area_and_an_initiative(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR, city="Oefenstad")
    member = looking.network.answers.alliances(looking.view)[0].suggestion.members[0]
    page = ask(PAGE, looking, f"met={member.id}&aantal=40")
    cards = page.split('class="card alliance"')[1:]
    assert cards
    assert all(f'href="/initiatief/{member.id}"' in card for card in cards)


def test_all_that_a_group_lacks_is_one_link_away(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR, lang="en", city="Oefenstad")
    best = looking.network.answers.alliances(looking.view)[0]
    address = "&amp;".join(["/vragen/wat-ontbreekt?lang=en", *(f"voor={one.id}" for one in best.suggestion.members)])
    assert f'href="{address}"' in ask(PAGE, looking)


def test_one_group_of_the_documents_is_hedged_and_called_little_known(hague: Network, desk: Look) -> None:
    page = ask(PAGE, desk(hague))
    assert "1 van 1 groep" in page
    assert "Weinig bekend" in page
    assert "Vraag eerst of deze 3 nog bestaan" in page


def test_where_no_group_can_be_made_the_page_does_not_guess(network: Network, desk: Look) -> None:
    page = ask(PAGE, desk(network))
    assert "Dan gokken we niet." in page
    assert 'class="card alliance"' not in page
