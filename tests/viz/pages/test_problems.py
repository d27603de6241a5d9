"""Pages for what went wrong need no store, and say one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.network import Network
from tests.viz.serving import Desk
from viz.pages.problems import TITLES, problem_page

Look = Callable[..., Desk]


@pytest.mark.parametrize("status", [*TITLES, 418])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_status_has_a_page(network: Network, desk: Look, status: int, lang: str) -> None:
    looking = desk(network, lang=lang)
    looking.view.close()
    page = problem_page(looking.shell, status)
    assert TITLES.get(status, TITLES[500]).to(lang) in page
    assert f'<html lang="{lang}">' in page


def test_what_is_known_of_the_cause_takes_the_place_of_general_help(network: Network, desk: Look) -> None:
    page = problem_page(desk(network).shell, 400, "‘x’ is hier geen keuze.")
    assert "‘x’ is hier geen keuze." in page
    assert "Ga terug" not in page
