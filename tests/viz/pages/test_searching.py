"""Search: one question behind the page and the list that opens while one types."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import CursorError
from graph.network import Network
from tests.viz.serving import Desk
from viz.pages.searching import IN_LIST, find, search_document, search_page

Look = Callable[..., Desk]


def test_accents_are_folded_and_the_match_is_shown_as_written(practice: Network, desk: Look) -> None:
    looking = desk(practice)
    document = search_document(looking.view, looking.shell, "cafe")
    assert 0 < len(document["items"]) <= IN_LIST
    assert document["count"] >= len(document["items"])
    assert any(("café" in text.casefold()) and matches for item in document["items"] for text, matches in item["parts"])


def test_the_list_gives_kind_and_place_beneath_each_name(hague: Network, desk: Look) -> None:
    looking = desk(hague, lang="en")
    first = search_document(looking.view, looking.shell, "elcura")["items"][0]
    assert first["url"] == "/initiatief/initiative/elcura-zorgt?lang=en"
    assert first["sub"] == [("initiative", False), ("Bouwlust en Vrederust", True)]
    assert "<svg" in first["sign"]


def test_what_is_found_by_another_name_says_by_which(hague: Network, desk: Look) -> None:
    found = find(desk(hague).view, "vrederust", "nl", kind="Area")
    assert found.lines[0].name == "Bouwlust en Vrederust"
    assert found.lines[0].id not in found.hints
    assert list(find(desk(hague).view, "spoorwijk laak-centraal", "nl").hints.values()) == ["Laak-Centraal"]


def test_a_search_can_keep_to_one_kind_and_go_on(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    everything = find(view, "zorg", "nl")
    areas = find(view, "zorg", "nl", kind="Outcome", first=2)
    assert {line.kind for line in areas.lines} == {"Outcome"}
    assert areas.count == dict(everything.kinds)["Outcome"]
    rest = find(view, "zorg", "nl", kind="Outcome", first=2, after=areas.next)
    assert not {line.id for line in areas.lines} & {line.id for line in rest.lines}
    with pytest.raises(CursorError):
        find(view, "zorg", "nl", after="initiative/nergens")


@pytest.mark.parametrize("words", ["", "   ", "?!", "xqzxqz", "🙂"])
def test_what_finds_nothing_is_a_page_all_the_same(hague: Network, desk: Look, words: str) -> None:
    looking = desk(hague)
    page = search_page(looking.view, looking.shell, words)
    assert 'role="search"' in page
    assert "<li class=" not in page.partition('class="results"')[2].partition("</ul>")[0]


def test_the_page_shows_the_match_in_bold(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    assert "<mark>Bouwlust</mark>" in search_page(looking.view, looking.shell, "bouwlust")
