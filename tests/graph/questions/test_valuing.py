"""What initiatives stand for: each sign cited and true, what is not known said, what is internal kept back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError, UnknownIdError
from graph.network import Network
from graph.network.deciding import Judgement
from graph.questions.valuing import find_values
from tests.graph.questions.town import town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads

VALUES = """
wijkweb: document
source: {id: source/lijst, name: Lijst, publisher: Buurthuis, published_on: 2026-01-10}
topics:
  regie: {name: eigen regie, scheme: value, at: 1}
  plezier: {name: plezier, scheme: value, at: 1}
initiatives:
  soep: {name: De Soepbus, summary: "Een bus met soep. Gemaakt voor en door bewoners, en iedereen is welkom.",
         about: [regie, plezier], at: 2}
  koor: {name: Het Koor, summary: "Zingen, en iedereen is welkom. Zonder vertrouwen gaat het niet.", at: 3}
  stil: {name: De Stille, at: 4}
organisations:
  fonds: {name: Het Fonds, supports: [{to: soep, support: funds}], at: 5}
outcomes:
  les: {text: "Bewoners willen onafhankelijk blijven van subsidie.", outcome_kind: insight, concerns: koor, at: 6}
"""
SOUP, CHOIR, QUIET, FUND = (
    "initiative/de-soepbus",
    "initiative/het-koor",
    "initiative/de-stille",
    "organisation/het-fonds",
)


@pytest.fixture
def valued(tmp_path: Path) -> Iterator[Network]:
    """Give a town of which sources tell values."""
    network = town_network(tmp_path, VALUES)
    yield network
    network.close()


def test_topics_and_words_are_signs_each_with_its_source(valued: Network) -> None:
    with valued.view(PUBLIC) as view:
        found = valued.answers.values(view, SOUP)
    assert {one.name.nl for one in found.values} == {
        "eigen regie", "plezier", "door en voor de mensen zelf", "iedereen is welkom"}  # fmt: skip
    facts = [fact for one in found.values for fact in one.facts]
    assert all(fact.citation.source == "source/lijst" for fact in facts)
    assert any("Gemaakt voor en door bewoners" in fact.text.nl for fact in facts)


def test_what_is_denied_or_part_of_a_name_is_no_sign(valued: Network) -> None:
    assert find_values("Zonder vertrouwen gaat het niet.") == {}
    assert find_values("Er is niet veel vertrouwen.") == {}
    assert find_values("Wij spraken met Vereniging Duurzaam Soesterkwartier.") == {}
    assert find_values("Duurzaam en gezellig.") == {"sustainability": "Duurzaam en gezellig."}
    assert list(find_values("RESIDENTS help each other.")) == ["togetherness"]


def test_nothing_known_is_said_with_a_question_and_is_no_difference(valued: Network) -> None:
    with valued.view(PUBLIC) as view:
        found = valued.answers.compare_values(view, SOUP, QUIET)
    assert found.profiles[1].values == ()
    assert found.profiles[1].note.nl.startswith("Van De Stille zegt geen bron waar het voor staat. Vraag het")
    assert found.shared == ()
    assert len(found.notes) == 1
    assert found.notes[0].nl.endswith("Bij De Stille zegt geen bron daar iets over; dat is geen verschil.")
    assert_reads(text for note in found.notes for text in (note.nl, note.en))


def test_two_are_compared_by_what_both_say_and_outcomes_count(valued: Network) -> None:
    with valued.view(PUBLIC) as view:
        found = valued.answers.compare_values(view, SOUP, CHOIR)
    assert [one.nl for one in found.shared] == ["iedereen is welkom"]
    assert [one.nl for one in found.only[1]] == ["onafhankelijkheid"]
    assert found.against == ()


def test_who_alone_gives_money_is_a_warning(valued: Network) -> None:
    with valued.view(PUBLIC) as view:
        (warning,) = valued.answers.compare_values(view, FUND, SOUP).against
    assert warning.code == "funds_other"
    assert warning.text.nl.startswith("De Soepbus krijgt geld van Het Fonds, voor zover bekend van niemand anders.")
    assert warning.facts[0].citation.source


def test_what_a_facilitator_wrote_is_a_sign_for_staff_alone(valued: Network) -> None:
    load, _ = valued.judge((SOUP, QUIET), Judgement("later", reason="Ze willen eerst vertrouwen opbouwen."), STAFF)
    with valued.view(STAFF) as view:
        (sign,) = valued.answers.values(view, QUIET).values
    assert (sign.code, "Een begeleider schreef" in sign.facts[0].text.nl) == ("trust", True)
    with valued.view(PUBLIC) as view:
        assert valued.answers.values(view, QUIET).values == ()
    valued.store.undo(load.number, actor="test", reason="")


def test_one_twice_or_another_kind_or_nothing_is_refused(valued: Network) -> None:
    with valued.view(PUBLIC) as view:
        for one, other, error in ((SOUP, SOUP, InputError), (SOUP, "topic/plezier", InputError),
                                  (SOUP, "initiative/nergens", UnknownIdError)):  # fmt: skip
            with pytest.raises(error):
                valued.answers.compare_values(view, one, other)
