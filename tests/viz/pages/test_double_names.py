"""The page of double names: for who may decide, whole without scripts, and what is posted from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from graph.errors import ConflictError, ForbiddenError, InputError, UnknownIdError
from graph.network import Network
from graph.network.merge_desk import Case, MatchState, match_id
from graph.schema.declaration import Level
from graph.store.questions import Role, Viewer
from tests.cities import empty_network
from tests.contracts.build import City, says
from tests.viz.serving import Desk, asking, sites_of
from viz.pages.deciding_pairs import merge_what_is_sure, take_decision, take_merge_back
from viz.pages.double_names import Asked, Refused, double_names_page
from viz.pages.who_with_whom import form_parts
from viz.tokens import FormTokens

Look = Callable[..., Desk]
TOKENS = FormTokens(b"test")
A, B = "initiative/kade", "initiative/cafe-kade"
PAIR = match_id((A, B))
STAFF = Viewer(Role.STAFF)
PLANTS = ("Aster", "Dahlia", "Esdoorn", "Fresia", "Gerbera", "Hulst", "Jasmijn", "Kervel", "Lindes", "Mirte",
          "Narcis", "Olijf", "Populier", "Rozemarijn", "Salie", "Tijm", "Ursinia", "Viool", "Wilg", "Zuring",
          "Cypres")  # fmt: skip


@pytest.fixture
def doubles(tmp_path: Path) -> Iterator[Network]:
    """Give a city of one's own with a pair to decide on, a sure one, and one of people whose names are hidden."""
    made = empty_network(tmp_path / "stad.sqlite")
    said = says("lijst", "2025-01-01").node(A, name="Taalcafé de Kade", started_on="2018").node(
        "area/x", name="Noord")  # fmt: skip
    for number, name in enumerate(("Buurtkeuken Het Vergiet", "Taalcafé Haven", "Taalpunt Kade")):
        said.node(f"initiative/{number}", name=name).tie("ACTIVE_IN", f"initiative/{number}", "area/x")
    City(made.store).load(said.node("initiative/v", name="Stichting Buurtkeuken Het Vergiet"))
    City(made.store).load(says("grants", "2025-02-01").node(B, name="Taal-café Kade", started_on="2017").node(
        "source/grants", name="Subsidielijst"))  # fmt: skip
    hidden = says("leden", "2025-01-01", Level.INTERNAL).node("person/1", name="Wilhelmina Kaarwaard")
    City(made.store).load(hidden.node("person/2", name="Wilhelmina Kaarward"))
    yield made
    made.close()


def case(network: Network) -> Case:
    return network.merge_desk(STAFF).case(PAIR)


def form(looking: Desk, stand: str, **more: str) -> dict[str, str]:
    mark = TOKENS.make(*form_parts(looking.shell, "decide", PAIR))
    return {"paar": PAIR, "stand": stand, "merk": mark, **more}


def page(looking: Desk, **asked: str) -> str:
    return double_names_page(looking.view, looking.shell, Asked(**asked), TOKENS)


def test_the_page_shows_both_with_sources_reasons_and_how_they_would_be_as_one(doubles: Network, desk: Look) -> None:
    made = page(desk(doubles, Role.STAFF), case=PAIR)
    for words in ("Is dit hetzelfde initiatief?", "Taalcafé de Kade", "Taal-café Kade", "verschilt", "Waarom wel",
                  "Waarom niet", "Zo wordt het, als u ja kiest", "Ook genoemd", "Subsidielijst"):  # fmt: skip
        assert words in made
    assert re.search(r"2018</span> <span class=\"said\">volgens .*2017</span> <span class=\"said\">volgens", made, re.S)


def test_a_decision_goes_on_to_the_next_and_can_be_taken_back(doubles: Network, desk: Look) -> None:
    looking = desk(doubles, Role.STAFF)
    address = take_decision(looking.shell, form(looking, "same", waarom="gebeld"), TOKENS)
    assert isinstance(address, str)
    assert address.startswith("/dubbele-namen?paar=match/") and f"klaar={PAIR}" in address
    assert case(doubles).state is MatchState.SAME
    made = page(desk(doubles, Role.STAFF), show="beslist", case=PAIR, done=PAIR)
    assert "Deze namen staan nu op één pagina" in made
    assert '‘<span lang="nl">gebeld</span>’' in made
    take_decision(looking.shell, form(looking, "open", zag="same"), TOKENS)
    assert case(doubles).state is MatchState.OPEN


def test_who_saw_another_state_is_told_that_somebody_was_first(doubles: Network, desk: Look) -> None:
    looking = desk(doubles, Role.STAFF)
    take_decision(looking.shell, form(looking, "different", zag="open"), TOKENS)
    with pytest.raises(ConflictError, match="Een ander"):
        take_decision(looking.shell, form(looking, "same", zag="open"), TOKENS)
    assert case(doubles).state is MatchState.DIFFERENT


@pytest.mark.parametrize("reason", ["bel 06-12345678", "mail a.b@c.nl", "x" * 2_001])
def test_private_details_are_not_kept_and_what_was_typed_is_not_lost(doubles: Network, desk: Look, reason: str) -> None:
    looking = desk(doubles, Role.STAFF)
    refused = take_decision(looking.shell, form(looking, "later", waarom=reason), TOKENS)
    assert isinstance(refused, Refused)
    assert case(doubles).state is MatchState.OPEN
    made = double_names_page(looking.view, looking.shell, Asked(case=PAIR), TOKENS, refused)
    assert (refused.sentence in made, reason in made) == (True, True)


def test_what_is_sure_is_merged_at_once_and_taken_back_at_once(doubles: Network, desk: Look) -> None:
    looking = desk(doubles, Role.STAFF)
    merge = {"merk": TOKENS.make(*form_parts(looking.shell, "merge", "sure"))}
    number = merge_what_is_sure(looking.shell, merge, TOKENS).partition("samen=")[2].partition("#")[0]
    assert any(one.decision and one.decision.by_machine for one in doubles.merge_desk(STAFF).decided)
    assert "Beslist" in page(desk(doubles, Role.STAFF), show="beslist", merged=number)
    back = {"inlezing": number, "merk": TOKENS.make(*form_parts(looking.shell, "unmerge", number))}
    take_merge_back(looking.shell, back, TOKENS)
    assert doubles.merge_desk(STAFF).decided == ()
    with pytest.raises(UnknownIdError):
        take_merge_back(looking.shell, back, TOKENS)


def test_a_form_of_another_making_or_without_a_choice_is_refused(doubles: Network, desk: Look) -> None:
    looking = desk(doubles, Role.STAFF)
    with pytest.raises(ForbiddenError):
        take_decision(looking.shell, form(looking, "same") | {"merk": "0" * 32}, TOKENS)
    with pytest.raises(InputError, match="ja, nee of later"):
        take_decision(looking.shell, form(looking, "maybe"), TOKENS)
    with pytest.raises(InputError, match="Deze lijst is er niet"):
        Asked.read({"toon": "anders"})
    with pytest.raises(UnknownIdError):
        page(looking, case="match/none")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.FACILITATOR])
def test_who_may_not_decide_gets_one_sentence_and_no_name(doubles: Network, role: Role) -> None:
    with asking(sites_of(doubles), role) as client:
        answers: list[httpx.Response] = [
            client.get("/dubbele-namen"),
            client.get("/dubbele-namen", params={"paar": PAIR}),
            client.post("/dubbele-namen/beslis", data={"paar": PAIR, "stand": "same"}),
            client.post("/dubbele-namen/zeker"),
        ]
        assert {answer.status_code for answer in answers} == {403}
        assert not [one for one in answers if "Kaarwa" in one.text or "Taal" in one.text]
        assert "dubbele-namen" not in client.get("/").text
    assert case(doubles).state is MatchState.OPEN


def test_the_list_has_pages_and_leads_from_one_to_the_next(tmp_path: Path, desk: Look) -> None:
    network = empty_network()
    said = says("lijst", "2025-01-01")
    for number, name in enumerate(PLANTS):
        said.node(f"initiative/a{number}", name=f"Plantenbak {name}hof")
        said.node(f"initiative/b{number}", name=f"Plantenbak {name}hfo")
    City(network.store).load(said)
    made = page(desk(network, Role.STAFF))
    total = len(network.merge_desk(STAFF).waiting)
    assert total > 20
    assert f"1 tot 20 van {total}" in made
    further = re.search(r'href="(/dubbele-namen\?paar=[^"]+)">Volgende', made)
    assert further is not None
    last = further[1].partition("paar=")[2]
    assert f"21 tot {total} van {total}" in page(desk(network, Role.STAFF), case=last)
    network.close()
