"""What was chosen of a page comes back after a verdict as it was, and nothing else rides along."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.network import Network
from tests.viz.serving import Desk
from viz.pages.kept_choice import KeptChoice

PAIRS = (("gebied", "area/x"), ("met", "De Kas & Co"), ("met", "Tuin=1"), ("toon", "alles"))


def test_a_choice_comes_back_from_a_form_in_its_order(network: Network, desk: Callable[..., Desk]) -> None:
    choice = KeptChoice.of("/p", [*PAIRS, ("reden", "suggestion/1"), ("lang", "en"), ("aantal", "")])
    assert choice.pairs == PAIRS
    assert KeptChoice.read("/p", choice.posted) == choice
    address = KeptChoice.read("/p", "toon=alles&oordeel=x").url(desk(network, lang="en").shell, "hier", oordeel="j/1")
    assert address == "/p?toon=alles&oordeel=j/1&lang=en#hier"


@pytest.mark.parametrize("posted", ["", "nergens=1", "&" * 40 + "met=a", "%ff", "https://elders.nl/"])
def test_what_is_no_choice_leads_to_the_bare_page(network: Network, desk: Callable[..., Desk], posted: str) -> None:
    assert KeptChoice.read("/p", posted).url(desk(network).shell) in ("/p", "/p?met=a")
