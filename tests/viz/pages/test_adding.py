"""How to add: the very command for a value, a list for a relationship, and who to turn to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import UnknownIdError
from graph.network import Network
from graph.store.questions import Role
from tests.viz.serving import ELCURA, Desk
from viz.pages.adding import adding_page

Look = Callable[..., Desk]


def test_a_value_comes_with_its_choices_and_its_command(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.STAFF)
    page = adding_page(looking.view, looking.shell, ELCURA, "phase")
    assert f"wijkweb correct {ELCURA} phase idea --reason" in page
    assert "<code>running</code>: loopt" in page


def test_a_relationship_is_added_by_a_list(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.STAFF)
    page = adding_page(looking.view, looking.shell, ELCURA, "PARTNERS_WITH")
    assert "Werkt samen met aanvullen" in page
    assert "zegt u in een lijst" in page
    assert "wijkweb correct" not in page


def test_who_may_not_add_reads_whom_to_tell(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    page = " ".join(adding_page(looking.view, looking.shell).split())
    assert "U kijkt als bezoeker." in page
    assert "Klopt er iets niet? Vul aan" in page


def test_what_a_node_does_not_have_is_left_aside(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.STAFF)
    assert "wijkweb correct" not in adding_page(looking.view, looking.shell, ELCURA, "<script>")
    with pytest.raises(UnknownIdError):
        adding_page(looking.view, looking.shell, "initiative/nergens")
