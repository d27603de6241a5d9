"""The types of relationship: which kinds they join, how they are named from either end, what tells two apart."""

from __future__ import annotations

import pytest

from graph.schema.declaration import RelationshipType, ValueType
from graph.schema.kinds import KINDS
from graph.schema.relationships import RELATIONSHIPS

KIND_NAMES = {kind.name for kind in KINDS}


@pytest.mark.parametrize("type_", RELATIONSHIPS, ids=lambda type_: type_.name)
def test_a_type_joins_declared_kinds_both_ways_where_it_has_no_direction(type_: RelationshipType) -> None:
    assert type_.ends
    assert {kind for pair in type_.ends for kind in pair} <= KIND_NAMES
    if type_.symmetric:
        assert {(end, start) for start, end in type_.ends} == type_.ends
        assert type_.inverse is None
        assert type_.words == type_.inverse_words


def test_names_from_either_end_are_all_different() -> None:
    names = [type_.name.lower() for type_ in RELATIONSHIPS] + [
        type_.inverse for type_ in RELATIONSHIPS if type_.inverse
    ]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() for name in names)
    assert all(type_.inverse for type_ in RELATIONSHIPS if not type_.symmetric)


@pytest.mark.parametrize("type_", RELATIONSHIPS, ids=lambda type_: type_.name)
def test_a_key_is_made_of_words_of_the_type_itself(type_: RelationshipType) -> None:
    own = {property_.name: property_ for property_ in type_.properties}
    assert set(type_.key) <= set(own)
    assert all(own[name].type in (ValueType.TEXT, ValueType.CODE) and not own[name].many for name in type_.key)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("ATTENDED", "Organisation", "Meeting"),
        ("SUPPORTS", "Organisation", "Agreement"),
        ("RESULTED_IN", "Source", "Outcome"),
        ("PARTY_TO", "Person", "Agreement"),
        ("NEEDS", "Area", "Topic"),
        ("SCORED", "Area", "Criterion"),
        ("WROTE", "Person", "Source"),
        ("ANSWERS", "Programme", "Outcome"),
        ("CONCERNS", "Judgement", "Initiative"),
        ("PART_OF", "Meeting", "Meeting"),
    ],
)
def test_what_sources_say_can_be_said(name: str, start: str, end: str) -> None:
    (type_,) = [type_ for type_ in RELATIONSHIPS if type_.name == name]
    assert (start, end) in type_.ends


def test_what_a_meeting_brought_forth_renews_no_advice() -> None:
    quiet = {type_.name for type_ in RELATIONSHIPS if not type_.structural}
    assert {"CONCERNS", "RESULTED_IN", "SAID", "WROTE"} <= quiet
    assert not {"PARTNERS_WITH", "ACTIVE_IN", "NEEDS", "OFFERS"} & quiet
