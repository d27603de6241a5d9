from __future__ import annotations

import string

import pytest

from graph.practice.initiatives import FORMS
from graph.practice.organisations import Organisation
from graph.practice.vocabulary import bits_of, initiative_types, names_in, read_words, topics
from graph.schema.words import normalise

SLOTS = {"wijk", "de_wijk", "in_wijk", "dag", "plek", "straat", "straat_de", "bijnaam"}


def slots_of(pattern: str) -> set[str]:
    return {slot for _, slot, _, _ in string.Formatter().parse(pattern) if slot}


def test_every_type_speaks_of_topics_that_there_are() -> None:
    known = topics()
    for type_ in initiative_types():
        assert set(type_.themes) <= set(known.themes), type_.code
        assert set(type_.activities) <= set(known.activities), type_.code
        assert set(type_.groups) <= set(known.groups), type_.code
        assert {*type_.needs, *type_.offers} <= set(known.capabilities), type_.code


def test_every_type_has_enough_to_say_and_slots_that_can_be_filled() -> None:
    for type_ in initiative_types():
        patterns = [*type_.names, *type_.does, *type_.more, type_.plan, type_.was]
        assert all(slots_of(pattern) <= SLOTS for pattern in patterns), type_.code
        assert len(type_.does) >= 3 and len(type_.more) >= 3 and type_.plan and type_.was, type_.code
        assert type_.nicknames or not any("{bijnaam}" in name for name in type_.names), type_.code
        assert set(type_.forms) <= set(FORMS) and sum(type_.forms.values()) > 0, type_.code


def test_no_two_types_say_the_same() -> None:
    said = [sentence for type_ in initiative_types() for sentence in (*type_.does, *type_.more, type_.plan)]
    assert len(said) > 400
    assert len(set(said)) == len(said)


def test_sentences_are_short_and_end_with_a_full_stop() -> None:
    for type_ in initiative_types():
        for text in (*type_.does, *type_.more, type_.plan, type_.was):
            assert text.endswith("."), text
            assert max(len(sentence.split()) for sentence in text.split(". ")) <= 22, text


def test_a_topic_name_or_label_means_one_topic_only() -> None:
    known = topics()
    names = [name for scheme in (known.themes, known.groups, known.activities, known.capabilities) for name in scheme]
    labels = [
        label for scheme in (known.themes, known.groups, known.activities) for each in scheme.values() for label in each
    ]
    labels += [label for capability in known.capabilities.values() for label in capability.residents]
    keys = [normalise(each) for each in (*names, *labels)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_every_topic_that_is_declared_is_used() -> None:
    known, types = topics(), initiative_types()
    assert {name for type_ in types for name in type_.activities} == set(known.activities)
    assert {name for type_ in types for name in (*type_.needs, *type_.offers)} == set(known.capabilities)
    assert {name for type_ in types for name in type_.groups} == set(known.groups)


def test_groups_are_made_of_types_that_there_are() -> None:
    codes = {type_.code for type_ in initiative_types()}
    for blueprint in read_words("alliances"):
        assert set(blueprint["types"]) <= codes, blueprint["name"]
        assert len(blueprint["types"]) == 8, blueprint["name"]


def test_organisations_and_schemes_fit_together() -> None:
    words, known = read_words("organisations"), topics()
    organisations = [Organisation(**entry) for entry in words["city"]]
    for each in organisations:
        assert set(each.offers) <= set(known.capabilities) and set(each.themes) <= set(known.themes), each.name
        assert set(each.how) <= set(words["support_notes"]), each.name
    assert {scheme["by"] for scheme in words["schemes"]} <= {each.name for each in organisations[:8]}


def test_masks_keep_names_in_their_own_order() -> None:
    among = {"a": 1, "b": 2, "c": 3}
    assert bits_of(["c", "a"], among) == 0b101
    assert names_in(0b101, among) == ["a", "c"]
    with pytest.raises(ValueError, match="not in list"):
        bits_of(["d"], among)
