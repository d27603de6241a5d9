"""Verdicts: kept by who may, from our own forms only, without private details, and taken back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.network import Network
from graph.practice.write import write_city
from graph.store.questions import Role
from graph.suggestions.advice_types import Suggestion
from tests.cities import loaded_network
from tests.contracts.build import City, says
from tests.viz.serving import Desk
from viz.pages.judging import take_back, take_verdict
from viz.pages.who_with_whom import Refused, form_parts
from viz.tokens import FormTokens

Look = Callable[..., Desk]
TOKENS = FormTokens(b"test")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Give a small city whose suggestions may be judged; every test leaves it as it was."""
    folder: Path = tmp_path_factory.mktemp("stad")
    write_city(folder, initiatives=30, seed=1)
    network = loaded_network(folder, folder / "stad.sqlite")
    yield network
    network.close()


def _open(looking: Desk) -> list[Suggestion]:
    return [one for one in looking.network.suggestions(looking.view, judged=False) if not one.learning]


def _form(looking: Desk, one: Suggestion, verdict: str, reason: str = "") -> dict[str, str]:
    mark = TOKENS.make(*form_parts(looking.shell, "judge", one.id))
    return {"suggestie": one.id, "oordeel": verdict, "waarom": reason, "merk": mark, "keuze": "toon=alles"}


def test_a_verdict_is_kept_shown_and_taken_back(judged: Network, desk: Look) -> None:
    looking = desk(judged, Role.FACILITATOR)
    one = _open(looking)[0]
    address = take_verdict(looking.view, looking.shell, _form(looking, one, "rejected", "eerst een kok"), TOKENS)
    assert isinstance(address, str)
    assert address.startswith("/wie-bij-wie?toon=alles&oordeel=judgement/")
    after = desk(judged, Role.FACILITATOR)
    assert one.id not in {found.id for found in _open(after)}
    id_ = address.partition("oordeel=")[2].partition("#")[0]
    form = {"oordeel": id_, "merk": TOKENS.make(*form_parts(after.shell, "undo", id_))}
    assert take_back(after.view, after.shell, form, TOKENS) == "/wie-bij-wie"
    assert one.id in {found.id for found in _open(desk(judged, Role.FACILITATOR))}


def test_another_verdict_after_one_was_taken_back_shows(judged: Network, desk: Look) -> None:
    """Advice was once kept by the number of judgements, which is the same after one is replaced by another."""
    for place in (0, 1):
        looking = desk(judged, Role.FACILITATOR)
        one = _open(looking)[place]
        address = str(take_verdict(looking.view, looking.shell, _form(looking, one, "later"), TOKENS))
        after = desk(judged, Role.FACILITATOR)
        assert [found.id for found in judged.suggestions(after.view, judged=True)] == [one.id]
        id_ = address.partition("oordeel=")[2].partition("#")[0]
        mark = TOKENS.make(*form_parts(after.shell, "undo", id_))
        take_back(after.view, after.shell, {"oordeel": id_, "merk": mark}, TOKENS)


@pytest.mark.parametrize("reason", ["bel 06-12345678", "mail a.b@c.nl", "BSN 123456782", "x" * 2001, "a\u0000b"])
def test_private_details_are_not_kept_and_what_was_typed_is_not_lost(judged: Network, desk: Look, reason: str) -> None:
    looking = desk(judged, Role.FACILITATOR)
    refused = take_verdict(looking.view, looking.shell, _form(looking, _open(looking)[0], "rejected", reason), TOKENS)
    assert isinstance(refused, Refused)
    assert refused.text == reason
    assert refused.sentence


def test_a_date_in_a_reason_is_no_phone_number(judged: Network, desk: Look) -> None:
    looking = desk(judged, Role.FACILITATOR)
    form = _form(looking, _open(looking)[0], "maybe", "vanaf 01-09-2026, na 17 uur")
    with pytest.raises(InputError, match="goed idee, nu niet of later"):
        take_verdict(looking.view, looking.shell, form, TOKENS)


def test_a_form_of_another_making_is_refused(judged: Network, desk: Look) -> None:
    looking = desk(judged, Role.FACILITATOR)
    form = _form(looking, _open(looking)[0], "accepted") | {"merk": "0" * 32}
    with pytest.raises(ForbiddenError):
        take_verdict(looking.view, looking.shell, form, TOKENS)
    with pytest.raises(ForbiddenError):
        take_back(looking.view, looking.shell, {"oordeel": "judgement/x"}, TOKENS)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_who_may_not_judge_is_refused_with_any_form(judged: Network, desk: Look, role: Role) -> None:
    looking = desk(judged, role)
    form = _form(looking, _open(looking)[0], "accepted")
    with pytest.raises(ForbiddenError):
        take_verdict(looking.view, looking.shell, form, TOKENS)


def test_what_is_no_judgement_cannot_be_taken_back(judged: Network, desk: Look) -> None:
    looking = desk(judged, Role.ADMIN)
    id_ = _open(looking)[0].members[0].id
    form = {"oordeel": id_, "merk": TOKENS.make(*form_parts(looking.shell, "undo", id_))}
    with pytest.raises(UnknownIdError):
        take_back(looking.view, looking.shell, form, TOKENS)


def test_a_judgement_that_came_with_a_file_does_not_take_the_file_with_it(network: Network, desk: Look) -> None:
    City(network.store).load(
        says("lijst").node("initiative/x", name="X").node("judgement/1", verdict="later", judged_on="2025-01-01")
        .tie("CONCERNS", "judgement/1", "initiative/x")
    )  # fmt: skip
    looking = desk(network, Role.ADMIN)
    form = {"oordeel": "judgement/1", "merk": TOKENS.make(*form_parts(looking.shell, "undo", "judgement/1"))}
    with pytest.raises(InputError, match="kwam mee met een bestand"):
        take_back(looking.view, looking.shell, form, TOKENS)
    assert looking.view.nodes(["initiative/x"])[0] is not None
