"""How good the advice is, on a page: words, the simple rules beside it, and the picture with its table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import ForbiddenError
from graph.network import Network
from graph.store.questions import Role
from graph.suggestions.evaluating import RULE_WORDS
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk
from viz.pages.questions.quality import quality_page

Look = Callable[..., Desk]


def test_words_rules_and_picture_stand_together(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.STAFF, city="Oefenstad")
    page = ask(quality_page, looking)
    assert looking.network.advice_quality(looking.view).text.nl in page
    assert all(words.nl in page.lower() for words in RULE_WORDS.values())
    assert 'role="img"' in page
    assert "Kans die we noemden" in page


def test_too_few_partnerships_are_said_and_nothing_is_drawn(hague: Network, desk: Look) -> None:
    page = ask(quality_page, desk(hague, Role.FACILITATOR))
    assert "Dat is te weinig om er een deel van te verbergen" in page
    assert 'role="img"' not in page
    assert "Wat zou helpen" in page


def test_a_visitor_may_not_see_it(hague: Network, desk: Look) -> None:
    with pytest.raises(ForbiddenError, match="medewerkers"):
        ask(quality_page, desk(hague))
