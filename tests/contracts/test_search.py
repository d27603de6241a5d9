"""Search: the same set and the same order whatever the engine; no word of the query is anything but a word."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import CursorError
from graph.schema.words import normalise
from graph.store.questions import NodeFilter
from tests.contracts.build import City, says
from tests.contracts.test_order import in_steps

TEXTS: dict[str, dict[str, Any]] = {
    "organisation/1": {"name": "Zorg"},
    "organisation/2": {"name": "Zorgcoöperatie Bouwlust"},
    "organisation/3": {"name": "De zorgbrug"},
    "organisation/4": {"name": "Mantelzorg Zuid"},
    "organisation/5": {"name": "Buurthuis", "summary": "Zorgt voor elkaar."},
    "organisation/6": {"name": "ZORG"},
    "initiative/1": {"name": "Anna’s Gedoe", "aliases": ["Bij ’t Hoekje"]},
    "initiative/2": {"name": "Café Ĳsbreker & Co.", "summary": "Foto's, thee; e-mail / 50% korting"},
    "initiative/3": {"name": "Straße Ñandú Łódź øre"},
    "initiative/4": {"name": "Aan de A 12"},
    "initiative/5": {"name": "OR AND NOT NEAR"},
    "initiative/6": {"name": "𝕎𝕚𝕛𝕜 中文 שלום"},
}


@pytest.fixture
def library(city: City) -> City:
    """Give things with names and texts that trip up analysers."""
    one = says("one")
    for id_, values in TEXTS.items():
        one.node(id_, **values)
    one.node("topic/1", name="ruimte", resident_labels=["een plek", "’n hoekje"]).node("meeting/1", venue="De Zorgzaal")
    one.node("outcome/1", text="Zorg begint klein.").node("outcome/2", outcome_kind="action")
    city.load(one, says("one", language="en").about("initiative/1", summary="Neighbours meet here"))
    return city


def found(city: City, text: str, where: NodeFilter | None = None) -> list[str]:
    with city.view() as view:
        return [node.id for node in view.search(text, where, first=100).items]


def test_the_best_match_of_the_name_comes_first(library: City) -> None:
    assert found(library, "zorg") == [
        "organisation/1", "organisation/6",  # the name equals
        "outcome/1", "organisation/2",  # the name starts: sort keys "zorg begint klein" and "zorgcooperatie bouwlust"
        "organisation/3",  # a word starts
        "organisation/5", "organisation/4", "meeting/1",  # contains: by sort key
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cooperatie", ["organisation/2"]),
        ("COÖPERATIE", ["organisation/2"]),
        ("coo¨peratie".replace("¨", "\u0308"), ["organisation/2"]),
        ("bouwlust zorg", ["organisation/2"]),
        ("zorg zuid", ["organisation/4"]),
        ("annas", ["initiative/1"]),
        ("anna's gedoe", ["initiative/1"]),
        ("Anna´s", ["initiative/1"]),
        ("t hoekje", ["initiative/1", "topic/1"]),
        ("hoekje", ["initiative/1", "topic/1"]),
        ("neighbours", ["initiative/1"]),
        ("fotos", ["initiative/2"]),
        ("e mail", ["initiative/2"]),
        ("e-mail", ["initiative/2"]),
        ("ijsbreker", ["initiative/2"]),
        ("strasse", ["initiative/3"]),
        ("nandu", ["initiative/3"]),
        ("wijk", ["initiative/6"]),
        ("中", ["initiative/6"]),
        ("中文", ["initiative/6"]),
        ("שלום", ["initiative/6"]),
        ("genoemd", []),
    ],
)
def test_words_are_found_as_people_type_them(library: City, text: str, expected: list[str]) -> None:
    assert found(library, text) == expected


def holding(text: str) -> set[str]:
    """Return which of `TEXTS` hold every word, worked out in the plainest way."""
    words = normalise(text).split()
    texts = {id_: normalise(" ".join(map(str, values.values()))) for id_, values in TEXTS.items()}
    return {id_ for id_, held in texts.items() if words and all(word in held for word in words)}


@pytest.mark.parametrize("text", ["a", "a 12", "12", "1", "de", "ko", "or zo", "d", "e e", "50", "12 a de"])
def test_short_words_are_found_inside_words_too(library: City, text: str) -> None:
    assert holding(text) == {id_ for id_ in found(library, text) if id_ in TEXTS}


@pytest.mark.parametrize("text", ["", " ", "...", "' \" ` ’", "-", "()", "🌻", "%", "_", "\0", "\ud800", "«»", "*"])
def test_nothing_but_punctuation_finds_nothing(library: City, text: str) -> None:
    assert found(library, text) == []
    with library.view() as view:
        assert view.count(NodeFilter(text=text)) == (0 if text else 16)


@pytest.mark.parametrize(
    "text",
    ["OR", "AND NOT", "NEAR", "zorg OR brug", "zorg AND zuid", "name:zorg", "zorg' OR '1'='1", "zo%rg", "/.*/", "50%",
     "50_", "zorg*", "^zorg", "(zorg)", "-zorg", "+zorg", "zorg~", "zorg/", "zorg\\", '"zorg" brug', '"zorg', "z?rg",
     "NEAR(zorg, 2)", "zorg^4", "[a TO z]", "{zorg}", "search_text:zorg"],
)  # fmt: skip
def test_what_engines_read_as_operators_are_words(library: City, text: str) -> None:
    assert holding(text) == {id_ for id_ in found(library, text) if id_ in TEXTS}


def test_a_word_twice_is_a_word_and_a_long_query_is_cut(library: City) -> None:
    assert found(library, "zuid zuid zuid") == ["organisation/4"]
    assert found(library, "zuid " * 5_000) == ["organisation/4"]
    assert found(library, "zuid " + "x" * 5_000) == []


def test_search_keeps_to_a_filter(library: City) -> None:
    assert found(library, "zorg", NodeFilter(kinds=("Meeting", "Outcome"))) == ["outcome/1", "meeting/1"]
    assert found(library, "zorg", NodeFilter(text="bouw")) == ["organisation/2"]
    assert found(library, "zorg", NodeFilter(ids=())) == []


@pytest.mark.parametrize("first", [1, 2, 3, 8])
def test_search_steps_through_everything_exactly_once(library: City, first: int) -> None:
    with library.view() as view:
        assert in_steps(lambda **page: view.search("zorg", **page), first) == found(library, "zorg")
        with pytest.raises(CursorError):
            view.search("zorg", after="organisation/none")


def test_what_is_written_later_is_found_and_what_is_withdrawn_is_not(library: City) -> None:
    load = library.load(says("two").node("area/1", name="Zorgvrijstaat"))
    assert "area/1" in found(library, "zorgvrij")
    library.undo(load)
    assert found(library, "zorgvrij") == []


def test_text_of_a_filter_reads_as_search_does(library: City) -> None:
    with library.view() as view:
        for text in ("zorg", "t hoekje", "a", "中文", "OR", "zorg zuid"):
            assert {node.id for node in view.find(NodeFilter(text=text)).items} == set(found(library, text))
            assert view.count(NodeFilter(text=text)) == len(found(library, text))
