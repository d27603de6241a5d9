"""Looks at a city as the map does, and says little cities in few words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playwright.sync_api import Page

from graph.network import Network
from graph.store.base import View
from tests.contracts.build import Says, says
from tests.viz.auditing import audit
from viz.explorer.document import Asked, explorer_document
from viz.explorer.linking import FileLinks
from viz.explorer.plan import Plan, make_plan

WEST, NORTH = "area/west", "area/north"


@dataclass
class Looking:
    """One viewer's map of a network."""

    network: Network
    view: View

    @cached_property
    def plan(self) -> Plan:
        return make_plan(self.view, self.network.store.derived)

    def document(
        self, around: str = "", steps: int = 1, *, everything: bool = False, lang: str = "nl"
    ) -> dict[str, Any]:
        """Return what the page of the map gets."""
        asked = Asked(around, steps, everything)
        return explorer_document(self.view, self.plan, asked, city="Stad", links=FileLinks(), lang=lang)

    def nodes(self, **asked: Any) -> dict[str, dict[str, Any]]:
        """Return the names on the map by id."""
        return {node["id"]: node for node in self.document(**asked)["network"]["nodes"]}

    def positions(self, ids: Iterable[str]) -> list[tuple[float, float]]:
        """Return where names are drawn."""
        return [self.plan.points[self.plan.gathered.positions[id_]] for id_ in ids]


def small_town() -> Says:
    """Return what a guide says of two districts, three initiatives, an organisation, somebody, and a meeting."""
    return (
        says("gids", "2016-06-28", at=("page=3",))
        .node("source/gids", name="Gids", publisher="Buurtbode", published_on="2016-06-28", address="https://gids.nl/1")
        .node("area/stad", name="Stad", level="municipality")
        .node(WEST, name="West", level="district")
        .node(NORTH, name="Noord", level="district")
        .tie("PART_OF", WEST, "area/stad")
        .tie("PART_OF", NORTH, "area/stad")
        .node("topic/eten", name="eten", scheme="theme")
        .node("initiative/tuin", name="De Tuin", summary="Buren tuinieren samen.", phase="running")
        .node("initiative/soep", name="Soepbus", phase="idea")
        .node("initiative/brug", name="De Brug")
        .node("organisation/huis", name="Buurthuis")
        .node("person/anna", name="Anna Alders", public_role="voorzitter")
        .node("meeting/avond", name="Buurtavond", meeting_kind="talk", held_on="2016-06-01")
        .tie("ACTIVE_IN", "initiative/tuin", WEST)
        .tie("ACTIVE_IN", "initiative/soep", WEST)
        .tie("ACTIVE_IN", "initiative/brug", NORTH)
        .tie("PARTNERS_WITH", "initiative/tuin", "initiative/soep")
        .tie("SUPPORTS", "organisation/huis", "initiative/tuin")
        .tie("INVOLVED_IN", "person/anna", "initiative/soep")
        .tie("ATTENDED", "initiative/brug", "meeting/avond")
        .tie("ATTENDED", "initiative/tuin", "meeting/avond")
        .tie("ABOUT", "initiative/tuin", "topic/eten")
    )


def crowd(size: int, areas: int = 3) -> Says:
    """Return what a list says of many initiatives in a few districts, each with its own hub."""
    said = says("lijst", "2020-01-01").node("source/lijst", name="Lijst")
    for area in range(areas):
        said.node(f"area/a{area}", name=f"Wijk {area}", level="district")
    for number in range(size):
        said.node(f"initiative/i{number}", name=f"Initiatief {number}")
        said.tie("ACTIVE_IN", f"initiative/i{number}", f"area/a{number % areas}")
        if number >= areas:
            said.tie("PARTNERS_WITH", f"initiative/i{number}", f"initiative/i{number % areas}")
    return said


def faults(page: Page) -> list[str]:
    """Return what a machine sees wrong in a page; of a box in its label the whole label is what one touches."""
    return [found for found in audit(page) if not (found.startswith("target of") and found.endswith("<input> "))]
