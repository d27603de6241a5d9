"""Pictograms: one for each kind, in the colour of the text, hidden from screen readers."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from graph.schema.model import KINDS_BY_NAME
from viz.pictograms import PICTOGRAMS, kind_sign, pictogram, picture


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_every_pictogram_is_well_formed_and_hidden_from_screen_readers(name: str) -> None:
    root = ElementTree.fromstring(pictogram(name))  # noqa: S314 - our own constants
    assert root.attrib["aria-hidden"] == "true"
    assert "#" not in PICTOGRAMS[name]


@pytest.mark.parametrize("kind", KINDS_BY_NAME)
def test_every_kind_has_a_sign_with_its_shape(kind: str) -> None:
    sign = kind_sign(kind)
    assert f"sign-{kind.lower()}" in sign
    assert any(shape in sign for shape in ("disc", "rounded", "square"))
    assert "large" in kind_sign(kind, large=True)


def test_a_picture_of_its_own_bears_its_colour() -> None:
    made = picture("sprout", "#FFFFFF", size=16)
    assert "currentColor" not in made
    assert 'width="16"' in made
    with pytest.raises(KeyError):
        pictogram("nothing")
