from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ingest.proposing.building import Built
from graph.ingest.proposing.choices import KINDS, LEFT_OUT, MAIN, Choices, role_in, roles_for
from graph.ingest.proposing.proposal import Proposal, propose
from graph.ingest.proposing.row_shapes import Shape
from tests.uploads import LIST


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lijst.csv"
    path.write_bytes(LIST)
    return path


def parts(proposal: Proposal) -> tuple[Built, Shape]:
    assert proposal.built is not None
    assert proposal.shape is not None
    return proposal.built, proposal.shape


def held(proposal: Proposal) -> dict[str, str]:
    """Return what each column came to hold."""
    return {one.header: role_in(*parts(proposal), one) for one in proposal.guesses}


def test_without_choices_everything_is_as_proposed(file: Path) -> None:
    proposal = propose(file)
    assert held(proposal) == {
        "Naam initiatief": MAIN, "Wijk": "area:district", "Sinds": "started_on", "Samen met": "partner",
        "Contact": LEFT_OUT, "Opm.": LEFT_OUT,
    }  # fmt: skip
    assert propose(file, choices=Choices(roles=held(proposal))).document["nodes"] == proposal.document["nodes"]


def test_a_column_becomes_what_is_chosen(file: Path) -> None:
    proposal = propose(file, choices=Choices(roles={"Opm.": "summary", "Wijk": "theme", "Sinds": LEFT_OUT}))
    nodes = proposal.document["nodes"]
    assert (nodes["initiative"]["summary"], "theme" in nodes, "district" in nodes) == ("Opm.", True, False)
    assert proposal.document["leave_out"]["Sinds"] == "zo gekozen"


def test_what_is_private_stays_out_whatever_is_chosen(file: Path) -> None:
    for role in ("summary", MAIN, "person"):
        if role == MAIN:
            with pytest.raises(InputError):
                propose(file, choices=Choices(roles={"Contact": role, "Naam initiatief": LEFT_OUT}))
        else:
            assert held(propose(file, choices=Choices(roles={"Contact": role})))["Contact"] == LEFT_OUT


def test_another_kind_gives_columns_the_places_that_it_has(file: Path) -> None:
    proposal = propose(file, choices=Choices(kind="Organisation"))
    node = proposal.document["nodes"]["organisation"]
    assert (node["kind"], node["name"]) == ("Organisation", "Naam initiatief")
    assert "Sinds" in proposal.document["leave_out"]


def test_another_column_can_be_the_name_and_only_one(file: Path) -> None:
    chosen = held(propose(file, choices=Choices(roles={"Wijk": MAIN})))
    assert (chosen["Wijk"], chosen["Naam initiatief"]) == (MAIN, "name")
    with pytest.raises(InputError, match="niet allebei de naam"):
        propose(file, choices=Choices(roles={"Wijk": MAIN, "Opm.": MAIN}))
    with pytest.raises(InputError, match="Kies één kolom"):
        propose(file, choices=Choices(roles={"Naam initiatief": "theme"}))


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_is_offered_can_be_chosen(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Iets\nTuin;een\nKas;twee\n", encoding="utf-8")
    for role, words in roles_for(kind):
        proposal = propose(path, choices=Choices(kind=kind, roles={"Naam": MAIN, "Iets": role}))
        assert words.nl
        assert held(proposal)["Iets"] in (role, LEFT_OUT, "name"), role  # such as a date of all rows that none has


@pytest.mark.parametrize(
    "choices",
    [Choices(kind="Kabouter"), Choices(roles={"Wijk": "kabouter"}), Choices(source={"name": "x" * 301}),
     Choices(source={"publisher": "a\x00b"})],
)  # fmt: skip
def test_what_is_no_choice_is_one_sentence(file: Path, choices: Choices) -> None:
    with pytest.raises(InputError):
        propose(file, choices=choices)


def test_the_source_is_called_as_chosen_else_as_the_file(file: Path) -> None:
    assert propose(file).document["source"] == {"id": "source/lijst", "name": "lijst"}
    given = Choices(source={"name": " Lijst  Zuid ", "published_on": "2025-03"}, level="internal")
    document = propose(file, choices=given).document
    assert document["source"] == {"id": "source/lijst-zuid", "name": "Lijst Zuid", "published_on": "2025-03"}
    assert document["level"] == "internal"
