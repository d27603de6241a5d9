"""Suggestions as cards: reasons with who says so, what is unknown, a figure that adds up; or what would help."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.questions.ledger_types import Turn
from graph.store.questions import Role
from graph.suggestions.advice_types import Suggestion
from tests.viz.serving import BOUWLUST, Desk
from viz.pages.figures import make_figure, signed
from viz.pages.suggesting import CardMaker, lessons
from viz.pages.who_with_whom import Asked, suggestions_page
from viz.tokens import FormTokens

Look = Callable[..., Desk]
TOKENS = FormTokens(b"test")


def _page(looking: Desk, **given: str) -> str:
    return " ".join(suggestions_page(looking.view, looking.shell, Asked.read(given), TOKENS).split())


def _best(looking: Desk, count: int = 5) -> list[Suggestion]:
    return list(looking.network.suggestions(looking.view))[:count]


def test_every_reason_has_a_source_or_says_that_it_is_a_computation(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR)
    found = _best(looking)
    maker = CardMaker(looking.view, looking.shell, found)
    for number, one in enumerate(found, 1):
        card = maker.card(number, one)
        reasons = (*card.reasons_for, *card.reasons_against)
        assert all(reason.is_network or all(cited.url for cited in reason.cited) for reason in reasons)
        assert card.next_step
        assert card.form


def test_a_reason_leads_to_the_place_on_the_page_of_a_node(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR)
    found = _best(looking)
    card = CardMaker(looking.view, looking.shell, found).card(1, found[0])
    urls = [cited.url for reason in card.reasons_for for cited in reason.cited]
    assert urls
    assert any("#band-" in url for url in urls)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_figure_adds_up_to_what_it_shows(practice: Network, desk: Look, lang: str) -> None:
    looking = desk(practice, Role.FACILITATOR)
    for one in _best(looking, 20):
        figure = make_figure(one, lang)
        numbers = [text.replace("−", "-").replace(",", ".") for _, text in figure.terms]
        total = float(figure.total.replace("−", "-").replace(",", "."))
        assert sum(map(float, numbers)) == pytest.approx(total, abs=1e-9)
        assert "100" in figure.chance or "1.000" in figure.chance or "1,000" in figure.chance


def test_numbers_are_written_as_people_write_them() -> None:
    assert signed(-7.4, "nl") == "−7,40"
    assert signed(0.856, "en") == "+0.86"


@pytest.mark.parametrize(
    ("role", "judges"), [(Role.PUBLIC, False), (Role.STAFF, False), (Role.FACILITATOR, True), (Role.ADMIN, True)]
)
def test_only_who_may_judge_sees_the_buttons(hague: Network, desk: Look, role: Role, judges: bool) -> None:
    page = _page(desk(hague, role))
    assert ("Goed idee" in page) == judges
    assert ('method="post"' in page) == judges


def test_no_verdict_is_chosen_or_stressed_beforehand(hague: Network, desk: Look) -> None:
    page = _page(desk(hague, Role.FACILITATOR))
    verdicts = page.partition('class="verdict"')[2].partition("</form>")[0]
    assert verdicts.count('class="button"') == 3
    assert "primary" not in verdicts


def test_where_little_is_known_the_page_says_what_and_what_would_help(hague: Network, desk: Look) -> None:
    page = _page(desk(hague), gebied=BOUWLUST)
    assert "staat te weinig in de bronnen voor een goede suggestie" in page
    assert "We kennen 3 initiatieven met naam, uit bronnen tot en met 2016" in page
    assert "De lijst van 154 initiatieven" in page
    assert "Dan gokken we niet." in page
    assert "Wel een idee: eerst kennismaken" in page


def test_whom_one_learns_from_stands_once_for_all_and_is_never_judged(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.FACILITATOR)
    learning = [one for one in looking.network.suggestions(looking.view) if one.learning]
    maker = CardMaker(looking.view, looking.shell, learning)
    found = lessons(maker.card(number, one) for number, one in enumerate(learning, 1))
    assert sum(len(one.learners) for one in found) == len(learning)
    assert len(found) < len(learning)
    assert "Goed idee" not in _page(looking).partition("Leren van elders")[2]


def test_who_may_add_is_led_from_a_question_to_the_one_it_is_about(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.STAFF)
    found = [one for one in _best(looking, 20) if any(one.members[1].name in text.nl for text in one.unknown)][:1]
    (card,) = [CardMaker(looking.view, looking.shell, found).card(1, one) for one in found]
    urls = {question.text: question.url for question in card.unknown}
    assert all(url.startswith("/vul-aan?id=") for url in urls.values())
    second = card.members[1]
    (asked,) = [url for text, url in urls.items() if second.name in text and card.members[0].name not in text]
    assert asked == f"/vul-aan?id={second.id}"
    assert "vul aan" not in _page(desk(hague, Role.FACILITATOR))


def test_the_page_says_from_which_state_of_the_data_it_is(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    assert f"Berekend uit stand {looking.view.revision} van de gegevens." in _page(looking)


def test_one_initiative_and_one_suggestion_can_be_asked_for(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR)
    one = _best(looking, 1)[0]
    page = _page(looking, suggestie=one.id)
    assert page.count('class="card suggestion"') == 1
    name = one.members[0].id
    with_member = _page(looking, met=name, aantal="200")
    cards = with_member.split('class="card suggestion"')[1:]
    assert cards
    assert all(f"/initiatief/{name}" in card.partition("</h3>")[0] for card in cards)


@pytest.mark.parametrize(
    "given", [{"toon": "x"}, {"aantal": "0"}, {"aantal": "201"}, {"aantal": "²"}, {"aantal": "-1"}]
)
def test_a_choice_that_is_none_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(InputError):
        Asked.read(given)


def test_the_choice_of_the_page_travels_and_what_is_open_does_not() -> None:
    asked = Asked.read({"gebied": "area/x", "toon": "alles", "aantal": "20", "reden": "suggestion/1"})
    assert dict(asked.choice.pairs) == {"gebied": "area/x", "toon": "alles", "aantal": "20"}
    assert asked.open == "suggestion/1"


def test_each_pair_leads_to_what_the_two_stand_for(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR)
    page = _page(looking)
    one, other = (member.id for member in _best(looking, 1)[0].members)
    assert f"/vragen/past-het?wie={one}&amp;wie={other}" in page


def test_the_same_list_after_a_verdict_or_with_a_reason_open_is_no_new_turn(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.FACILITATOR)

    def turns() -> int:
        return sum(one[Turn.SHOWN] for one in hague.turns.counts().values())

    before = turns()
    _page(looking)
    after = turns()
    assert after > before
    _page(looking, oordeel="judgement/1")
    _page(looking, reden="suggestion/1")
    assert turns() == after
