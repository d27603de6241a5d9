"""What a group is: who is much larger than all others, and who alone gives all of them money."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.questions.alliance_facts import GroupFacts
from tests.graph.questions.town import town_network
from tests.graph.questions.truth import PUBLIC

GROUP = """
wijkweb: document
source: {{id: source/lijst, name: Lijst, publisher: Buurthuis, published_on: 2026-01-10}}
initiatives:
  a: {{name: De A, members: 600 person, at: 1}}
  b: {{name: De B, members: {b}, at: 2}}
  c: {{name: De C, {c}at: 3}}
organisations:
  fonds: {{name: Het Fonds, supports: [{{to: a, support: funds}}, {{to: b, support: funds}},
          {{to: c, support: funds{until}}}], at: 4}}
"""


def _facts(folder: Path, b: str = "60 person", c: str = "members: 20 member, ", until: str = "") -> GroupFacts:
    network = town_network(folder, GROUP.format(b=b, c=c, until=until))
    with network.view(PUBLIC) as view:
        ground = network.answers.ground(view)
    network.close()
    return GroupFacts(ground, ("initiative/de-a", "initiative/de-b", "initiative/de-c"))


def test_one_is_much_larger_only_than_each_other_of_known_size(tmp_path: Path) -> None:
    assert _facts(tmp_path).much_larger() == "initiative/de-a"


@pytest.mark.parametrize(("b", "c"), [("61 person", "members: 20 member, "), ("60 person", "")])
def test_nobody_is_much_larger_where_one_is_not_small_or_not_known(tmp_path: Path, b: str, c: str) -> None:
    assert _facts(tmp_path, b, c).much_larger() is None


def test_who_alone_gives_money_to_all_is_found(tmp_path: Path) -> None:
    found = _facts(tmp_path).only_funder()
    assert found is not None
    assert (found[0], len(found[1])) == ("organisation/het-fonds", 3)


def test_money_that_ends_for_one_is_not_said_to_be_given_to_all(tmp_path: Path) -> None:
    assert _facts(tmp_path, until=", until: 2024-12").only_funder() is None
