"""Each reason and number of an answer, held against what the network states, read by another way."""

from __future__ import annotations

import re

import pytest

from graph.network import Network
from graph.questions.alliance_catalogue import REASONS
from graph.questions.composition_types import Goal
from graph.questions.gap_types import GapKind
from graph.questions.ranking import RankingQuestion
from graph.schema.values import Quantity
from graph.store.questions import Role, Viewer
from tests.graph.questions.truth import STAFF
from tests.graph.suggestions.told import Told, filled

READINGS = pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PUBLIC])
SHARED = {"met": ("ATTENDED", True), "same_person": ("INVOLVED_IN", False), "theme": ("ABOUT", True),
          "same_need": ("NEEDS", True), "same_wish": ("NEEDS", True)}  # fmt: skip
"""What some members of a group have in common: the type of relationship, and whether it goes out from them."""


def _provided(told: Told, id_: str) -> set[str]:
    """Return what a member offers, does or serves, with what each is part of."""
    found = [topic for type_ in ("OFFERS", "ABOUT", "SERVES") for topic in told.out(id_, type_)]
    for topic in found:
        found += [broader] if (broader := told.graph.nodes[topic].get("broader")) and broader not in found else []
    return set(found)


@READINGS
def test_each_reason_of_each_group_is_as_stated(oefenstad: Network, role: Role) -> None:
    told = Told(oefenstad, Viewer(role))
    with oefenstad.view(Viewer(role)) as view:
        groups = [one.suggestion for one in oefenstad.answers.alliances(view)]
    reasons = [(one, reason) for one in groups for reason in (*one.reasons_for, *one.reasons_against)]
    assert len({reason.code for _, reason in reasons}) >= 6
    for one, reason in reasons:
        ids = {member.name: member.id for member in one.members}
        parts = filled(REASONS[reason.code].words, reason.text.nl)
        if reason.code == "need_met":
            met = told.out(ids[parts["a"]], "NEEDS") & _provided(told, ids[parts["b"]])
            assert told.unnamed(parts["what"], met) == ""
        if reason.code == "partners":
            assert ids[parts["b"]] in told.partners(ids[parts["a"]])
        if reason.code == "reach":
            assert (
                told.unnamed(parts["what"], {group for id_ in ids.values() for group in told.out(id_, "SERVES")}) == ""
            )
        if reason.code in SHARED:
            type_, out = SHARED[reason.code]
            named = [id_ for name, id_ in ids.items() if name in parts["who"]]
            assert told.unnamed(parts["who"], named) == ""
            sides = [told.out(id_, type_) if out else told.into(id_, type_) for id_ in named]
            assert parts["what"] in {told.names[id_] for id_ in set.intersection(*sides)}, reason.text.nl


def test_nobody_here_is_there_for_a_group_that_is_said_to_be_missed(oefenstad: Network) -> None:
    told = Told(oefenstad, STAFF)
    with oefenstad.view(STAFF) as view:
        for area in view.snapshot(kinds=["Area"], types=()).nodes.ids[:12]:
            here = [id_ for id_, node in told.graph.nodes(data=True) if node["kind"] in ("Initiative", "Organisation")
                    and node.get("phase") != "ended" and area in told.areas(id_)]  # fmt: skip
            silent = sum(not told.out(id_, "SERVES") for id_ in here)
            for gap in oefenstad.answers.gaps(view, [area], kinds=[GapKind.TARGET_GROUP]):
                assert not [id_ for id_ in here if gap.topic.id in told.out(id_, "SERVES") and not gap.asked]
                said = re.search(r"Van (\d+|één) die hier werk", gap.text.nl)
                assert (said[1].replace("één", "1") if said else "0") == str(silent)


def test_members_that_together_make_it_add_up(oefenstad: Network) -> None:
    told = Told(oefenstad, STAFF)
    with oefenstad.view(STAFF) as view:
        found = oefenstad.answers.compositions(view, Goal(members=400))
    assert found
    for one in found:
        counted = [Quantity.parse(told.graph.nodes[part.member.id]["members"]).value for part in one.parts]
        assert f"{sum(counted):.0f} leden" in one.text.nl
        assert one.complete == (sum(counted) >= 400)
        pairs = [(a.member.id, b.member.id) for a in one.parts for b in one.parts]
        assert ("werkt al samen" in one.ties.nl) == any(b in told.partners(a) for a, b in pairs)


def test_what_is_counted_of_initiatives_is_there(oefenstad: Network) -> None:
    told = Told(oefenstad, STAFF)
    with oefenstad.view(STAFF) as view:
        found = oefenstad.answers.ranking(view, RankingQuestion("Initiative"), first=50)
    for place in found.places:
        id_ = place.members[0].id
        number = {mark.yardstick: int(re.sub(r"\D", "", mark.text.nl.replace("één", "1")) or 0)
                  for mark in place.marks if mark.score is not None}  # fmt: skip
        assert number.get("partners", 0) == len(told.partners(id_))
        assert number.get("reach", 0) == len(told.out(id_, "SERVES"))
        assert ("hands" in number) == (told.graph.nodes[id_].get("volunteers") is not None)
