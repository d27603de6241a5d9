"""The declared model is sound, complete in both languages, and every value is held against it."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.schema.declaration import Property, Rule, ValueType
from graph.schema.kinds import COMMON
from graph.schema.model import (
    KINDS_BY_NAME,
    KINDS_BY_PLURAL,
    LONGEST_NAME,
    LONGEST_SHAPE,
    LONGEST_TEXT,
    RELATIONSHIPS_BY_NAME,
    VOCABULARIES_BY_NAME,
    check_characters,
    check_declaration,
    check_ends,
    check_node_value,
    check_value,
    node_properties,
    properties_of_kind,
    properties_of_relationship,
    relationship_properties,
)
from graph.schema.relationships import COMMON_OF_RELATIONSHIPS

SQUARE = '{"type": "Polygon", "coordinates": [[[4, 52], [5, 52], [5, 53], [4, 52]]]}'


def test_the_declaration_does_not_contradict_itself() -> None:
    check_declaration()


def test_every_kind_has_the_common_properties_and_its_own() -> None:
    for name, kind in KINDS_BY_NAME.items():
        assert list(properties_of_kind(name)) == [one.name for one in (*COMMON, *kind.properties)]
        assert KINDS_BY_PLURAL[kind.plural] is kind
    for name, type_ in RELATIONSHIPS_BY_NAME.items():
        assert list(properties_of_relationship(name)) == [
            one.name for one in (*COMMON_OF_RELATIONSHIPS, *type_.properties)
        ]


def test_all_properties_are_gathered_by_name() -> None:
    assert set(node_properties()) == {name for kind in KINDS_BY_NAME for name in properties_of_kind(kind)}
    assert set(relationship_properties()) == {
        name for one in RELATIONSHIPS_BY_NAME for name in properties_of_relationship(one)
    }


@pytest.mark.parametrize("lookup", [properties_of_kind, properties_of_relationship])
def test_an_unknown_kind_or_type_is_answered_with_the_choice(lookup: object) -> None:
    with pytest.raises(InputError, match="Club") as raised:
        lookup("Club")  # type: ignore[operator]
    assert "Choose from: " in raised.value.en


def test_names_say_what_they_are_by_their_form() -> None:
    assert all(name[0].isupper() and name.isalnum() for name in KINDS_BY_NAME)
    assert all(plural.islower() and plural.isalpha() for plural in KINDS_BY_PLURAL)
    assert all(name.isupper() and name.replace("_", "").isalpha() for name in RELATIONSHIPS_BY_NAME)
    assert all(
        name.islower() and name.replace("_", "").isalpha() for name in (*node_properties(), *relationship_properties())
    )


# ------------------------------------------------------------------------------------------------ values


@pytest.mark.parametrize(
    ("property_", "given", "stored"),
    [
        ("name", "  Anna ", "Anna"),
        ("phase", "idea", "idea"),
        ("started_on", "2016 summer", "2016 summer"),
        ("members", "about 45.0 person", "about 45 person"),
        ("cbs_year", 2014.0, 2014),
        ("weight", 3, 3.0),
        ("research", True, True),
        ("website", "https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("centroid", "POINT(4.28 52.07)", "POINT(4.28 52.07)"),
        ("centroid", "POINT(-179.5 -89)", "POINT(-179.5 -89)"),
        ("boundary", SQUARE, SQUARE),
        ("same_as", "initiative/b", "initiative/b"),
        ("summary", "regel\n\ttwee", "regel\n\ttwee"),
    ],
)
def test_a_value_that_fits_has_one_stored_form(property_: str, given: object, stored: object) -> None:
    value = check_value(node_properties()[property_], given)
    assert value == stored
    assert type(value) is type(stored)
    assert check_value(node_properties()[property_], value) == value


@pytest.mark.parametrize(
    ("property_", "given"),
    [
        ("name", ""), ("name", "  "), ("name", 5), ("name", None), ("name", "x" * (LONGEST_NAME + 1)),
        ("name", "a\x00b"),
        ("aliases", "x" * (LONGEST_NAME + 1)), ("summary", "x" * (LONGEST_TEXT + 1)), ("summary", "\ud83d"),
        ("phase", "Idea"), ("phase", "soon"), ("phase", 1), ("started_on", "2016-02-31"), ("started_on", 2016),
        ("members", 45), ("members", "45"), ("cbs_year", 1989), ("cbs_year", 2101), ("cbs_year", 2014.5),
        ("cbs_year", "2014"), ("cbs_year", True), ("cbs_year", float("nan")), ("weight", float("inf")), ("weight", -1),
        ("weight", 10**400), ("research", "ja"), ("research", 1), ("website", "example.org"),
        ("website", "ftp://example.org"),
        ("website", "https://localhost"), ("website", "https://a@example.org"), ("website", "https://example.org/a b"),
        ("website", "http://[::1"), ("website", "javascript:alert(1)"), ("centroid", "POINT(200 52)"),
        ("centroid", "POINT(4.28,52.07)"), ("centroid", "52.07 4.28"), ("centroid", "POINT(４ 52)"), ("boundary", "{}"),
        ("boundary", "geen"), ("boundary", '{"type": "Point", "coordinates": [4, 52]}'), ("boundary", "[" * 200_000),
        ("boundary", f'{{"x": "{"y" * LONGEST_SHAPE}"}}'),
    ],
    ids=lambda value: repr(value)[:30],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_answered_with_what_would_be_right(property_: str, given: object) -> None:
    with pytest.raises(InputError) as raised:
        check_value(node_properties()[property_], given)
    assert 10 < len(raised.value.nl) < 700
    assert raised.value.nl != raised.value.en


def test_texts_fit_up_to_their_bound() -> None:
    assert len(str(check_value(node_properties()["name"], "x" * LONGEST_NAME))) == LONGEST_NAME
    assert len(str(check_value(node_properties()["summary"], "é" * LONGEST_TEXT))) == LONGEST_TEXT


@pytest.mark.parametrize("bound", [1990, 2100])
def test_numbers_fit_up_to_their_range(bound: int) -> None:
    assert check_value(node_properties()["cbs_year"], bound) == bound


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\udfff"])
def test_characters_that_are_no_text_are_named_with_their_place(character: str) -> None:
    with pytest.raises(InputError, match=f"3.*U\\+{ord(character):04X}"):
        check_characters(f"ab{character}")
    check_characters("tab\t regel\n return\r é 🌻 \x7f")


@pytest.mark.parametrize("value", ["planned", "held", "open", "done", "dropped", "signed", "ended"])
def test_a_status_may_be_that_of_any_kind_that_has_one(value: str) -> None:
    assert check_node_value("status", value) == value
    with pytest.raises(InputError):
        check_node_value("status", "active")


# ------------------------------------------------------------------------------------------------ ends


@pytest.mark.parametrize(
    ("type_", "start", "end"),
    [
        ("ACTIVE_IN", "Initiative", "Area"),
        ("PARTNERS_WITH", "Organisation", "Initiative"),
        ("PART_OF", "Initiative", "Programme"),
        ("CONCERNS", "Judgement", "Person"),
        ("PART_OF", "Area", "Area"),
    ],
)
def test_a_relationship_joins_the_kinds_of_its_type(type_: str, start: str, end: str) -> None:
    check_ends(type_, start, end)
    with pytest.raises(InputError, match=f"{type_}.*Topic.*{end}"):
        check_ends(type_, "Topic", end)


def test_an_unknown_type_joins_nothing() -> None:
    with pytest.raises(InputError, match="LIKES"):
        check_ends("LIKES", "Person", "Person")


# ------------------------------------------------------------------------------------------------ what readers see


def every_property() -> list[Property]:
    kinds = [one for kind in KINDS_BY_NAME.values() for one in kind.properties]
    return [
        *COMMON,
        *kinds,
        *COMMON_OF_RELATIONSHIPS,
        *(one for type_ in RELATIONSHIPS_BY_NAME.values() for one in type_.properties),
    ]


def test_everything_has_words_in_dutch_and_english() -> None:
    words = [one for property_ in every_property() for one in (property_.words, property_.description)]
    for kind in KINDS_BY_NAME.values():
        words += [kind.words, kind.plural_words, kind.description]
    for type_ in RELATIONSHIPS_BY_NAME.values():
        words += [type_.words, type_.inverse_words, type_.description]
    for vocabulary in VOCABULARIES_BY_NAME.values():
        words += [vocabulary.description, *(term.words for term in vocabulary.terms)]
    assert all(one.nl.strip() == one.nl and one.en.strip() == one.en and one.nl and one.en for one in words)


def test_names_keys_and_lists_are_texts_and_codes_have_a_vocabulary() -> None:
    for property_ in every_property():
        assert property_.many == (property_.rule is Rule.UNION)
        assert (property_.vocabulary is not None) == (property_.type is ValueType.CODE)
        assert not property_.key or property_.type in (ValueType.TEXT, ValueType.WEB_ADDRESS)
        assert property_.range is None or property_.type in (ValueType.INTEGER, ValueType.NUMBER)
