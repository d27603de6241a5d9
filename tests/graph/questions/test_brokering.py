"""Who holds it together: true of the ties that sources state, with what comes loose, and people as one may see them."""

from __future__ import annotations

import re
from pathlib import Path

from graph.network import Network
from graph.questions.broker_types import Connector
from graph.store.questions import Viewer
from tests.graph.questions.town import TOWN, town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true, internal_ids, private_names


def _brokers(network: Network, viewer: Viewer = STAFF, *within: str) -> tuple[Connector, ...]:
    with network.view(viewer) as view:
        return network.answers.brokers(view, within=within)


def test_one_person_who_carries_two_is_named_with_what_hangs_on_it(town: Network) -> None:
    (anna,) = _brokers(town)
    assert (anna.member.kind, anna.critical) == ("Person", True)
    assert anna.text.nl == "Anna Alders doet mee bij De Soepbus en Het Koor."
    assert anna.when_gone.nl == "Stopt Anna Alders, dan is geen andere band bekend tussen De Soepbus en Het Koor."
    assert len(anna.cut_off) == 1


def test_the_public_sees_no_person_that_it_may_not_see(town: Network) -> None:
    assert _brokers(town, PUBLIC) == ()


def test_what_comes_loose_is_named(tmp_path: Path) -> None:
    more = "  ver: {name: De Verre, active_in: duin, needs: rit, partners_with: [wiel, bus], at: 8}"
    town = town_network(tmp_path, re.sub(r"  ver: .*", more, TOWN))
    found = {one.member.name: one for one in _brokers(town)}
    town.close()
    assert found["De Verre"].when_gone.nl == (
        "Valt De Verre weg, dan komt Het Wiel los van de rest, voor zover bekend."
    )
    assert found["De Verre"].step.nl == (
        "Breng De Bus en Het Wiel met elkaar in gesprek, zodat niet alles over De Verre loopt."
    )


def test_an_area_narrows_who_is_told_but_not_the_network(oefenstad: Network) -> None:
    whole = {one.member.id: one for one in _brokers(oefenstad)}
    with oefenstad.view(STAFF) as view:
        area = oefenstad.answers.ground(view).areas_of(next(id_ for id_ in whole if id_.startswith("initiative/")))[0]
    found = _brokers(oefenstad, STAFF, area)
    assert found
    assert all(whole[one.member.id] == one for one in found if one.member.id in whole)


def test_who_connects_most_comes_first_and_what_is_critical_says_why(oefenstad: Network) -> None:
    found = _brokers(oefenstad)
    assert [one.betweenness for one in found] == sorted((one.betweenness for one in found), reverse=True)
    assert all(bool(one.cut_off) == one.critical for one in found)
    assert all(("los van de rest" in one.when_gone.nl) == one.critical for one in found if one.member.kind != "Person")


def test_every_fact_is_true_and_nothing_internal_is_told(oefenstad: Network, den_haag: Network) -> None:
    hidden, names = internal_ids(oefenstad), private_names(oefenstad)
    for network, viewer in ((oefenstad, STAFF), (oefenstad, PUBLIC), (den_haag, PUBLIC)):
        found = _brokers(network, viewer)
        facts = [fact for one in found for fact in one.facts]
        assert facts
        assert_true(network, viewer, facts)
        texts = [words.nl for one in found for words in (one.text, one.when_gone, one.step)]
        assert_reads(texts)
        if viewer is PUBLIC and network is oefenstad:
            assert not hidden & {fact.thing for fact in facts} | hidden & {one.member.id for one in found}
            assert not [text for text in texts for name in names if name in text]
