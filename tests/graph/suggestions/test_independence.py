"""What may cost one of two its independence: said only where sources say enough of both, and true of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.network import Network
from graph.projection.projection import project
from graph.schema.values import Quantity
from graph.store.questions import RelationshipFilter, Role, Viewer
from graph.suggestions.evidence import Evidence
from graph.suggestions.independence import is_much_larger, member_count
from graph.suggestions.reasoning import Draft, Reasoner
from tests.graph.questions.town import town_network

PAIR = """
wijkweb: document
source: {id: source/lijst, name: Lijst, publisher: Buurthuis, published_on: 2026-01-10}
topics:
  rit: {name: ritten, scheme: capability, at: 1}
  recht: {name: juridische kennis, scheme: capability, at: 1}
initiatives:
  klein: {name: De Kleine, members: MEMBERS, needs: [rit, recht], at: 2}
  groot: {name: De Grote, members: about 600 person, offers: [rit, recht], at: 3}
organisations:
  fonds: {name: Het Fonds, supports: [{to: klein, support: funds, UNTIL}, {to: groot, support: funds}], at: 4}
  ander: {name: Het Andere Fonds, at: 5}
"""


def _drafts(folder: Path, members: str = "20 member", until: str = "note: x") -> dict[str, Draft]:
    network = town_network(folder, PAIR.replace("MEMBERS", members).replace("UNTIL", until))
    with network.view(Viewer(Role.FACILITATOR)) as view:
        projection = project(view)
    network.close()
    rows = [projection.ids.index(f"initiative/{one}") for one in ("de-kleine", "de-grote")]
    return {draft.code: draft for draft in Reasoner(Evidence(projection)).independence(*rows)}


def test_one_funder_one_carrier_and_one_much_larger_are_told(tmp_path: Path) -> None:
    found = _drafts(tmp_path)
    assert set(found) == {"one_funder", "one_carries", "much_larger"}
    assert found["one_funder"].text.nl.startswith("Beide krijgen geld van Het Fonds, voor zover bekend")
    assert found["one_carries"].text.nl.startswith("De Grote biedt alles wat De Kleine zoekt.")
    assert found["much_larger"].text.nl.startswith("De Grote heeft ongeveer 600 leden, De Kleine heeft 20 leden.")
    assert all(draft.weight == 0 and draft.facts for draft in found.values())


def test_what_is_not_known_or_is_known_to_end_is_no_warning(tmp_path: Path) -> None:
    found = _drafts(tmp_path, members="at least 20 member", until="until: 2024-12")
    assert set(found) == {"one_carries"}


@pytest.mark.parametrize(
    ("one", "other", "much"),
    [
        ("600 member", "60 person", True),
        ("at least 600 member", "about 20 member", True),
        ("at most 600 member", "20 member", False),
        ("600 household", "20 member", False),
        ("40 member", "3 member", False),
        ("599 member", "60 member", False),
    ],
)
def test_much_larger_needs_numbers_that_can_be_compared(one: str, other: str, much: bool) -> None:
    assert is_much_larger(member_count(one), member_count(other)) is much
    assert not is_much_larger(Quantity.parse("20 member"), Quantity.parse("600 member"))


def test_each_warning_of_a_city_is_true_of_it(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.PUBLIC)) as view:
        found = oefenstad.advice(view).suggestions
        warned = [(one, reason) for one in found for reason in one.reasons_against
                  if reason.code in ("one_funder", "one_carries", "much_larger")]  # fmt: skip
        assert len({reason.code for _, reason in warned}) >= 2
        for one, reason in warned:
            pair = [member.id for member in one.members]
            if reason.code == "one_funder":
                ties = view.relationships(pair, RelationshipFilter(types=("SUPPORTS",)), first=100)
                givers = {tie.start for page in ties.values() for tie in page.items
                          if tie.reading.values.get("support") == "funds"}  # fmt: skip
                assert len(givers) == 1
            elif reason.code == "much_larger":
                sizes = [member_count(str(node.value("members"))).value for node in view.nodes(pair) if node]
                assert max(sizes) >= 10 * min(sizes)
            assert all(fact.citation.source for fact in reason.facts)
