from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import ConflictError, ForbiddenError, InputError, UnknownIdError
from graph.network import Network
from graph.network.importing.imports import Imports
from graph.network.importing.work import Stage
from graph.store.base import Store
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess
from graph.store.questions import NodeFilter, Role, Viewer
from tests.contracts.build import City, says
from tests.graph.network.importing.taking import Taking
from tests.uploads import HOSTILE, LIST, REPAIRED, workbook

DOCUMENT = b"""
wijkweb: document
source: {id: source/verslag, name: Verslag, published_on: 2025-03-14}
initiatives:
  tuin: {name: De Tuin, at: 1}
"""


def names(network: Network) -> list[str]:
    with network.view(Viewer(Role.ADMIN)) as view:
        return [node.name for node in view.find(NodeFilter(kinds=("Initiative",)), first=100).items]


def test_a_file_is_looked_at_and_changes_nothing(network: Network, taking: Taking) -> None:
    upload = taking.keep()
    assert (upload.stage, upload.name, upload.size, upload.actor) == (Stage.READY, "lijst.csv", len(LIST), "staff")
    plan = upload.plan
    assert plan is not None
    assert (plan.read, plan.used, plan.unchanged, plan.doubtful, plan.refused) == (3, 2, 0, 0, 1)
    assert names(network) == []
    assert [one.id for one in taking.imports.uploads(taking.viewer)] == [upload.id]


def test_a_plan_is_loaded_as_it_said_and_the_file_is_gone(network: Network, taking: Taking, tmp_path: Path) -> None:
    upload = taking.load(taking.keep())
    report = taking.report(upload)
    assert (upload.stage, upload.number) == (Stage.LOADED, 1)
    assert (report["read"], report["used"], report["refused"], report["created"]) == (3, 2, 1, 4)
    assert names(network) == ["Buurtkeuken", "Dagkamer De Linde", "Soepbus"]
    assert list(tmp_path.rglob("lijst.csv")) == []
    assert taking.imports.uploads(taking.viewer) == []


def test_rows_set_aside_are_fetched_repaired_and_loaded_as_an_addition(network: Network, taking: Taking) -> None:
    first = taking.load(taking.keep())
    aside = taking.imports.quarantine(first.number, taking.viewer)
    assert "de naam ontbreekt" in aside.read_text("utf-8-sig")
    again = taking.keep(REPAIRED, "lijst.quarantine (1).csv")
    assert (again.is_repair, again.adds, again.recalled and again.recalled.stem) == (True, True, "lijst")
    assert taking.load(again).stage is Stage.LOADED
    assert names(network) == ["Buurtkeuken", "Dagkamer De Linde", "Soepbus", "Tuin Zuid"]


def test_the_same_file_again_changes_nothing(taking: Taking) -> None:
    taking.load(taking.keep())
    again = taking.keep()
    assert again.plan is not None
    assert (again.plan.nothing_new, again.plan.unchanged, again.plan.created) == (True, 2, 0)
    done = taking.load(again)
    assert (done.number, done.nothing_new) == (1, True)
    assert taking.report(done)["used"] == 2


def test_a_file_of_a_known_shape_is_read_as_the_one_before_unless_somebody_chooses_anew(taking: Taking) -> None:
    taking.load(taking.choose(taking.keep(), roles={"Opm.": "summary"}))
    other = taking.keep(LIST.replace(b"Soepbus", b"Weggeefkast"), "nieuw.csv")
    assert other.recalled is not None
    assert other.proposal is None
    anew = taking.imports.choose(other.id, other.choices, taking.viewer, afresh=True)
    assert (anew.recalled, anew.proposal is not None) == (None, True)


def test_a_plan_is_refused_when_the_data_moved_on_and_made_anew(network: Network, taking: Taking) -> None:
    upload = taking.keep()
    City(network.store).load(says("krant").node("initiative/soepbus", name="Soepbus"))
    with pytest.raises(ConflictError, match="veranderd sinds dit bestand is nagekeken"):
        taking.imports.apply(upload.id, taking.viewer)
    again = taking.imports.upload(upload.id, taking.viewer, wait=60)
    assert again.plan is not None
    assert upload.plan is not None
    assert again.plan.revision > upload.plan.revision
    assert taking.load(again).stage is Stage.LOADED


def test_a_load_is_taken_back_once_and_with_a_reason(network: Network, taking: Taking) -> None:
    number = taking.load(taking.keep()).number
    with pytest.raises(InputError, match="Telefoon en e-mail"):
        taking.imports.undo(number, taking.viewer, "bel 06-12345678")
    undone = taking.imports.undo(number, taking.viewer, "verkeerde lijst")
    assert (undone.state, names(network)) == ("undone", [])
    assert taking.imports.undo(number, taking.viewer).state == "undone"
    with pytest.raises(UnknownIdError):
        taking.imports.undo(99, taking.viewer)


def test_a_decision_is_no_load_of_a_file(network: Network, taking: Taking) -> None:
    taking.load(taking.keep())
    network.correct("initiative/soepbus", "phase", "running", Viewer(Role.STAFF))
    assert [one.number for one in taking.imports.loads(taking.viewer)] == [1]
    with pytest.raises(UnknownIdError):
        taking.imports.undo(2, taking.viewer)


def test_a_document_needs_no_columns(network: Network, taking: Taking) -> None:
    upload = taking.keep(DOCUMENT, "verslag.yaml")
    assert (upload.stage, upload.proposal) == (Stage.READY, None)
    assert taking.load(upload).stage is Stage.LOADED
    assert names(network) == ["De Tuin"]


def test_another_sheet_is_looked_at(taking: Taking) -> None:
    file = workbook(("Voorblad", [["Alleen tekst"]]), ("Lijst", [["Naam initiatief"], ["De Tuin"]]))
    upload = taking.keep(file, "lijst.xlsx")
    assert (upload.stage, upload.sheets) == (Stage.FAILED, ("Voorblad", "Lijst"))
    chosen = taking.choose(upload, sheet="Lijst")
    assert (chosen.stage, chosen.plan and chosen.plan.used) == (Stage.READY, 1)


def test_choices_that_do_not_fit_are_refused_and_those_before_stay(taking: Taking) -> None:
    upload = taking.choose(taking.keep(), roles={"Opm.": "summary"})
    with pytest.raises(InputError, match="Kies één kolom waarin de naam staat"):
        taking.choose(upload, roles={"Naam initiatief": "leave out"})
    after = taking.imports.upload(upload.id, taking.viewer, wait=60)
    assert (after.stage, after.choices.roles) == (Stage.READY, {"Opm.": "summary"})
    assert after.plan is not None


@pytest.mark.parametrize(("name", "content", "sentence"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_what_cannot_be_loaded_is_one_sentence_without_a_folder(
    taking: Taking, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    if not content:
        with pytest.raises(InputError, match=sentence):
            taking.keep(content, name)
        return
    upload = taking.keep(content, name)
    assert (upload.stage, upload.plan) == (Stage.FAILED, None)
    assert upload.error is not None
    assert sentence in upload.error.nl
    assert str(tmp_path) not in f"{upload.error.nl} {upload.error.en}"
    with pytest.raises(InputError, match="nog niet nagekeken"):
        taking.imports.apply(upload.id, taking.viewer)


def test_what_is_thrown_away_is_gone(taking: Taking) -> None:
    upload = taking.keep()
    taking.imports.abandon(upload.id, taking.viewer)
    with pytest.raises(UnknownIdError):
        taking.imports.upload(upload.id, taking.viewer)
    assert taking.imports.uploads(taking.viewer) == []


def test_the_public_may_do_nothing(taking: Taking) -> None:
    public, upload = Viewer(Role.PUBLIC), taking.load(taking.keep())
    asks: list[Callable[[], object]] = [
        lambda: taking.imports.receive("a.csv", [LIST], public), lambda: taking.imports.uploads(public),
        lambda: taking.imports.upload(upload.id, public), lambda: taking.imports.apply(upload.id, public),
        lambda: taking.imports.choose(upload.id, upload.choices, public), lambda: taking.imports.loads(public),
        lambda: taking.imports.abandon(upload.id, public), lambda: taking.imports.undo(1, public),
        lambda: taking.imports.report(1, public), lambda: taking.imports.quarantine(1, public),
    ]  # fmt: skip
    for ask in asks:
        with pytest.raises(ForbiddenError):
            ask()


def test_another_program_finds_what_waits_and_what_was_loaded(network: Network, taking: Taking, tmp_path: Path) -> None:
    loaded, waiting = taking.load(taking.keep()), taking.keep(DOCUMENT, "verslag.yaml")
    other = Taking(Imports(network.store, folder=tmp_path / "uploads"), taking.viewer)
    assert other.imports.upload(waiting.id, other.viewer, wait=60).plan is not None
    assert (other.imports.upload(loaded.id, other.viewer).number, other.report(loaded)["used"]) == (1, 2)
    other.imports.close()


@pytest.mark.neo4j
def test_on_neo4j_a_file_is_planned_loaded_and_taken_back(
    empty_neo4j: Neo4jAccess, tmp_path: Path, taking_in: Callable[[Network], Taking]
) -> None:
    store: Store = Neo4jStore(empty_neo4j.uri, user=empty_neo4j.user, password=empty_neo4j.password, create=True)
    network = Network(store, secret=b"test", uploads=tmp_path)
    taking = taking_in(network)
    upload = taking.load(taking.keep())
    assert (upload.stage, taking.report(upload)["created"], len(names(network))) == (Stage.LOADED, 4, 3)
    again = taking.keep()
    assert again.plan is not None
    assert (again.plan.unchanged, again.plan.refused) == (2, 1)
    assert taking.imports.undo(upload.number, taking.viewer).state == "undone"
    assert names(network) == []
    network.close()


MINUTES = (
    b"Verslag bewonersavond Molenbuurt\n\n14 maart 2025, buurthuis De Linde\n\n"
    b"Besluit: de Buurtkeuken De Pollepel krijgt een eigen plek in het buurthuis.\n"
    b"De Soepbus zoekt een vrijwilliger die kan koken.\n"
)


def test_minutes_become_proposals_and_nothing_counts_yet(network: Network, taking: Taking) -> None:
    upload = taking.keep(MINUTES, "verslag.txt")
    plan = upload.plan
    assert plan is not None
    assert (upload.stage, upload.proposal, plan.is_report, plan.read) == (Stage.READY, None, True, 0)
    done = taking.load(upload)
    assert (done.stage, done.number, done.proposed) == (Stage.LOADED, 0, plan.proposed)
    assert plan.proposed > 0
    assert names(network) == []
    assert taking.imports.loads(taking.viewer) == []
