"""What is missing: told where it is true, with who near has it, and never more than is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError, UnknownIdError
from graph.network import Network
from graph.questions.gap_types import Gap, GapKind
from graph.store.questions import Viewer
from tests.graph.questions.town import TOWN, town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true, internal_ids, private_names


def _gaps(network: Network, *of: str, viewer: Viewer = STAFF, first: int = 20) -> dict[str, Gap]:
    with network.view(viewer) as view:
        return {gap.topic.name: gap for gap in network.answers.gaps(view, of, first=first)}


def _texts(gap: Gap) -> list[str]:
    return [words.nl for words in (gap.text, gap.step, *(helper.text for helper in (*gap.nearby, *gap.elsewhere)))]


def test_a_need_that_nobody_here_meets_is_told_with_who_next_door_does(town: Network) -> None:
    gap = _gaps(town, "area/molenwijk")["ritten"]
    assert gap.kind is GapKind.NEED
    assert gap.text.nl == "De Soepbus en Het Koor zoeken ritten. Voor zover bekend biedt niemand in Molenwijk dat."
    assert [helper.text.nl for helper in gap.nearby] == ["De Bus biedt ritten. Het werkt in Kadewijk, hiernaast."]
    assert gap.step.nl == "Vraag De Bus: kunt u één keer helpen aan ritten, als proef?"


def test_who_elsewhere_solved_it_comes_before_who_merely_offers_it(town: Network) -> None:
    far = _gaps(town, "area/molenwijk")["ritten"].elsewhere
    assert [helper.member.name for helper in far] == ["De Verre", "Het Wiel"]
    assert far[0].text.nl == "De Verre zocht ook ritten en werkt nu samen met Het Wiel. Het Wiel biedt dat."


def test_what_ended_meets_no_need_and_what_is_narrower_does(town: Network) -> None:
    found = _gaps(town, "area/molenwijk")
    assert "De Oude" not in " ".join(text for gap in found.values() for text in _texts(gap))
    assert "ruimte" not in found


def test_a_need_of_the_area_itself_comes_first(town: Network) -> None:
    needs = [gap for gap in _gaps(town, "area/molenwijk").values() if gap.kind is GapKind.NEED]
    assert needs[0].topic.name == "tuinieren"
    assert needs[0].text.nl.startswith("Molenwijk heeft behoefte aan tuinieren.")
    assert needs[0].step.nl.startswith("Wie kan helpen, is niet bekend.")


def test_a_group_that_nobody_reaches_says_of_how_many_it_is_not_known(town: Network) -> None:
    gap = _gaps(town, "area/molenwijk")["jongeren"]
    assert gap.kind is GapKind.TARGET_GROUP
    assert "Van één die hier werkt, staat nergens voor wie het is." in gap.text.nl
    assert [helper.member.name for helper in gap.nearby] == ["De Bus"]


def test_only_research_questions_without_an_answer_are_told(town: Network) -> None:
    questions = [gap for gap in _gaps(town, "area/molenwijk").values() if gap.kind is GapKind.QUESTION]
    assert [gap.text.nl for gap in questions] == [
        "Vraag voor onderzoek: ‘Werkt samen tuinieren tegen eenzaamheid?’ Er is nog geen antwoord bekend."
    ]


def test_a_group_lacks_what_none_of_its_members_has(town: Network) -> None:
    assert "In deze groep" in _gaps(town, "initiative/de-soepbus", "initiative/het-koor")["ritten"].text.nl
    assert "ritten" not in _gaps(town, "initiative/de-soepbus", "initiative/de-bus")
    assert _gaps(town, "initiative/de-soepbus")["ritten"].text.nl == "De Soepbus zoekt ritten."


def test_what_one_cannot_ask_about_is_refused_in_one_sentence(town: Network) -> None:
    with pytest.raises(UnknownIdError):
        _gaps(town, "area/nergens")
    for of in (("topic/ritten",), ()):
        with pytest.raises(InputError):
            _gaps(town, *of)


def test_an_old_or_unsure_source_is_told_as_such(tmp_path: Path) -> None:
    text = TOWN.replace("2026-01-10", "2019-01-10").replace(
        "active_in: kade, offers: rit", "active_in: {to: kade, modality: planned}, offers: rit"
    )
    town = town_network(tmp_path, text)
    helper = _gaps(town, "area/molenwijk")["ritten"].nearby[0]
    town.close()
    assert helper.text.nl.endswith("Dat is nog niet zeker. Dat zei een bron uit 2019.")
    assert "niet zeker" not in helper.facts[0].text.nl
    assert helper.facts[1].text.nl.endswith("Dat is nog niet zeker.")


def test_every_fact_is_true_and_nothing_internal_is_told(oefenstad: Network, den_haag: Network) -> None:
    hidden, names = internal_ids(oefenstad), private_names(oefenstad)
    with oefenstad.view(PUBLIC) as view:
        areas = view.snapshot(kinds=["Area"], types=()).nodes.ids[:12]
    for network, viewer, of in [(oefenstad, viewer, area) for viewer in (PUBLIC, STAFF) for area in areas] + [
        (den_haag, PUBLIC, "area/gm0518")
    ]:
        found = list(_gaps(network, of, viewer=viewer).values())
        helpers = [helper for gap in found for helper in (*gap.nearby, *gap.elsewhere)]
        facts = [fact for gap in found for fact in gap.facts] + [fact for helper in helpers for fact in helper.facts]
        assert_true(network, viewer, facts)
        texts = [text for gap in found for text in _texts(gap)]
        assert_reads(texts)
        if viewer is PUBLIC and network is oefenstad:
            assert not hidden & {fact.thing for fact in facts}
            assert not [text for text in texts for name in names if name in text]
