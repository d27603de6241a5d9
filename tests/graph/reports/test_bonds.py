from __future__ import annotations

import pytest

from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Stichting Zonnehoek en buurtkamer Maanlicht werken al jaren samen.", "active"),
        ("Stichting Zonnehoek en buurtkamer Maanlicht gaan samenwerken.", "intended"),
        ("Stichting Zonnehoek is in gesprek met buurtkamer Maanlicht.", "talking"),
    ],
)
def test_a_partnership_has_its_parties_and_status(sentence: str, status: str) -> None:
    (one,) = read(sentence).partnerships
    assert set(one.parties) == {"Stichting Zonnehoek", "Buurtkamer Maanlicht"}
    assert one.status == status


def test_needs_and_offers_name_a_capability() -> None:
    found = read("Buurtkamer Maanlicht zoekt vrijwilligers. Stichting Zonnehoek biedt een zaal aan.").wishes
    assert [(one.kind, one.what) for one in found] == [("needs", "volunteers"), ("offers", "space")]
