"""Lists: filtered, sorted and paged by what the address says, with numbers that hold for the whole."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph.errors import CursorError, InputError
from graph.network import Network
from graph.schema.model import KINDS_BY_NAME
from graph.store.questions import Role
from tests.viz.serving import BOUWLUST, Desk
from viz.pages.listing import LISTINGS, Chosen, list_page
from viz.pages.totals import initiative_totals, outcome_totals

Look = Callable[..., Desk]


def _names(page: str) -> list[str]:
    return re.findall(r'<th scope="row">.*?<a href="[^"]+"[^>]*>([^<]+)</a>', page, re.DOTALL)


@pytest.mark.parametrize("kind", KINDS_BY_NAME)
def test_every_kind_has_a_list(hague: Network, desk: Look, kind: str) -> None:
    looking = desk(hague, Role.STAFF)
    assert kind in LISTINGS
    assert "<h1>" in list_page(looking.view, looking.shell, kind, Chosen())


def test_a_list_is_filtered_by_words_vocabulary_area_and_name(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    named = _names(list_page(looking.view, looking.shell, "Initiative", Chosen(area=BOUWLUST, named="ja")))
    assert named == ["Amazing Women&#39;s Center", "Anna&#39;s Gedoe", "ElCura Zorgt"]
    assert _names(list_page(looking.view, looking.shell, "Initiative", Chosen(words="elcura"))) == ["ElCura Zorgt"]
    boroughs = list_page(looking.view, looking.shell, "Area", Chosen(code="borough"))
    assert "Escamp" in _names(boroughs)


def test_meetings_open_on_whole_ones_newest_first(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    names = _names(list_page(looking.view, looking.shell, "Meeting", Chosen()))
    assert names[0] == "Ondertekening van drie intentieakkoorden"
    assert not any(name.startswith("Tafel") for name in names)
    assert any(name.startswith("Tafel") for name in _names(list_page(looking.view, looking.shell, "Meeting",
                                                                       Chosen(all="ja"))))  # fmt: skip


def test_a_long_list_is_paged_without_gap_or_double(practice: Network, desk: Look) -> None:
    looking = desk(practice)
    first = list_page(looking.view, looking.shell, "Initiative", Chosen())
    (after,) = re.findall(r'na=([^"&]+)"', first)
    rest = list_page(looking.view, looking.shell, "Initiative", Chosen(after=after))
    assert len(_names(first)) == 50
    assert not set(_names(first)) & set(_names(rest))
    assert "Terug naar het begin" in rest


def test_what_is_no_choice_is_said_with_what_would_be(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    with pytest.raises(InputError, match="Kies uit: idea, starting"):
        list_page(looking.view, looking.shell, "Initiative", Chosen(code="xyz"))
    with pytest.raises(InputError):
        list_page(looking.view, looking.shell, "Meeting", Chosen(order="xyz"))
    with pytest.raises(CursorError):
        list_page(looking.view, looking.shell, "Initiative", Chosen(after="initiative/nergens"))


def test_totals_count_a_thing_of_two_parts_once(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    whole = "meeting/bewonersinitiatieven-zorg-welzijn-en-wonen-het-verhaal-de"
    assert outcome_totals(view, [whole])[whole] == 190
    assert initiative_totals(view, [BOUWLUST])[BOUWLUST] == 5
    assert initiative_totals(view, []) == {}
