from __future__ import annotations

from graph.reports.proposals import AreaFound, MeetingFound, OutcomeFound, PartnershipFound, Where, WishFound
from graph.reports.wording import certainty_words, proposal_words

HERE = Where("Kan  het\nbeter?", 3, 0, 8)


def test_a_meeting_tells_when_where_and_who_leads() -> None:
    table = MeetingFound(HERE, 0.9, "Tafel 2", held_on="2020-05", venue="De Brug", part_of="Dag", leaders=["Anna"])
    assert proposal_words(table).nl == "2020-05 Tafel 2, De Brug, hoort bij Dag, onder leiding van Anna"
    assert proposal_words(MeetingFound(HERE, 0.9, "Dag")).en == "without a date Dag"


def test_an_outcome_tells_its_kind_whose_it_is_and_when() -> None:
    action = OutcomeFound(HERE, 0.9, "action", owners=["Piet"], due_on="2020-06-01", said_by="Anna")
    assert proposal_words(action).nl == "actie: “Kan het beter?” → Piet, voor 2020-06-01 (gezegd door Anna)"
    assert proposal_words(OutcomeFound(HERE, 0.9, "question", research=True)).en.startswith("research question:")


def test_ties_are_told_by_their_names() -> None:
    assert proposal_words(PartnershipFound(HERE, 0.9, ["A", "B"], "active")).nl == "A – B (loopt)"
    assert proposal_words(WishFound(HERE, 0.9, "needs", "space", "A")).en == "A needs space"
    assert proposal_words(AreaFound(HERE, 0.9, "Laak", aliases=["Laakkwartier"])).nl == "Laak (ook: Laakkwartier)"


def test_certainty_has_three_words() -> None:
    assert [certainty_words(one).nl for one in (0.9, 0.6, 0.1)] == ["vrij zeker", "waarschijnlijk", "onzeker"]
