"""The kinds of node: how they are drawn, and what of them is hidden unless a source makes it public."""

from __future__ import annotations

import pytest

from graph.schema.declaration import Kind
from graph.schema.kinds import COMMON, KINDS

COMMON_NAMES = {property_.name for property_ in COMMON}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.1)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_can_be_seen_on_light_and_dark_ground(kind: Kind) -> None:
    assert kind.sign is not None
    assert contrast(kind.sign.light, "#FFFFFF") >= 3
    assert contrast(kind.sign.dark, "#121212") >= 3


def test_colour_is_never_alone() -> None:
    pictograms = [kind.sign.pictogram for kind in KINDS if kind.sign]
    assert len(set(pictograms)) == len(KINDS)
    assert {kind.sign.shape for kind in KINDS if kind.sign} <= {"disc", "rounded", "square"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_hidden_or_tells_apart_is_a_property_of_the_kind(kind: Kind) -> None:
    names = COMMON_NAMES | {property_.name for property_ in kind.properties}
    assert set(kind.hidden) <= names
    assert set(kind.told_apart_by) <= names
    assert len(names) == len(COMMON) + len(kind.properties), "no property stands twice"


def test_the_name_of_a_person_is_hidden_and_the_role_is_not() -> None:
    person = next(kind for kind in KINDS if kind.name == "Person")
    assert "name" in person.hidden
    assert "aliases" in person.hidden
    assert "public_role" not in person.hidden


def test_judgements_criteria_and_sources_renew_no_advice() -> None:
    assert {kind.name for kind in KINDS if not kind.structural} >= {"Judgement", "Source"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_terms_of_public_vocabularies_are_addresses(kind: Kind) -> None:
    iris = [kind.iri, *(property_.iri for property_ in kind.properties)]
    assert all(iri is None or iri.startswith(("https://schema.org/", "http://www.w3.org/")) for iri in iris)
