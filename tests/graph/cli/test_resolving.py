"""The command ``resolve`` as a person types it: what it shows, what it decides, and how that is taken back."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from graph.practice.write import write_city
from tests.graph.cli.terminal import Terminal

LIST = "id;name\n" + "".join(f"initiative/{id_};{name}\n" for id_, name in (
    ("a", "Buurtkeuken De Pollepel"), ("b", "Buurtkeuken De Polepel"), ("c", "Eettafel De Pollepel"),
    ("d", "Buurtkeuken Het Vergiet"), ("e", "Eettafel Het Vergiet"), ("f", "Naaiatelier Zonnehoek"),
    ("g", "Naaiatelier Zonnehoeken Zuid"), ("h", "Werkplaats Tandwiel"), ("i", "Werkplaats Tandweil"),
))  # fmt: skip


@pytest.fixture
def list_(empty: Terminal) -> Terminal:
    """A terminal with a list in which two names are sure doubles, and two may be."""
    entries = "".join(f"  {id_}: {{name: {name}}}\n" for id_, name in
                      (line.removeprefix("initiative/").split(";") for line in LIST.splitlines()[1:]))  # fmt: skip
    empty.file("lijst.yaml", f"wijkweb: document\nsource: {{id: source/lijst, name: Lijst}}\ninitiatives:\n{entries}")
    assert empty.run("init").code == 0
    assert empty.run("load", "lijst.yaml").code == 0
    return empty


def ids(terminal: Terminal, which: str) -> list[list[str]]:
    done = terminal.run("resolve", "--list", which, "--format", "json", "--first", "100")
    return [one["ids"] for one in done.json["pairs"]]


def test_the_desk_shows_reasons_for_and_against_within_80_columns(list_: Terminal) -> None:
    shown = list_.run("resolve").out
    assert "Werkplaats Tandweil | Werkplaats Tandwiel" in shown or "Werkplaats Tandwiel | Werkplaats Tandweil" in shown
    assert "Wat ervoor spreekt:" in shown and "Wat ertegen spreekt:" in shown
    assert "voeg samen met" in shown and "Beslis met: wijkweb resolve --same ID ID" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "What speaks for it:" in list_.run("resolve", "--lang", "en").out


def test_nothing_is_merged_until_it_is_asked_and_then_it_can_be_taken_back(list_: Terminal) -> None:
    sure = ids(list_, "sure")
    assert sure
    done = list_.run("resolve", "--apply", "--reason", "zeker", "--format", "json").json
    assert ids(list_, "sure") == []
    assert list_.run("undo", str(done["load"])).code == 0
    assert ids(list_, "sure") == sure


def test_different_keeps_a_pair_off_the_desk_until_it_is_undone(list_: Terminal) -> None:
    one, other = ids(list_, "desk")[0]
    done = list_.run("resolve", "--different", one, other, "--format", "json").json
    assert [one, other] not in ids(list_, "desk")
    list_.run("undo", str(done["load"]))
    assert [one, other] in ids(list_, "desk")


def test_same_merges_and_later_puts_last(list_: Terminal) -> None:
    first = ids(list_, "desk")[0]
    assert list_.run("resolve", "--later", *first, "--reason", "navragen").code == 0
    assert ids(list_, "desk")[-1] == first
    assert "Uitgesteld: navragen" in list_.run("resolve", "--first", "100").out
    assert list_.run("resolve", "--same", *first).code == 0
    assert first not in ids(list_, "desk")


def test_orders_that_do_not_go_together_are_refused(list_: Terminal) -> None:
    for wrong in (("--report",), ("--apply", "--same", "a", "b"), ("--truth", "x.json")):
        assert list_.run("resolve", *wrong).code == 2
    assert list_.run("resolve", "--apply", "--as", "public").code == 1
    assert list_.run("resolve", "--as", "public").code == 1


def test_the_report_prints_precision_and_recall_where_the_truth_is_given(empty: Terminal) -> None:
    write_city(Path(empty.folder) / "stad", initiatives=60, seed=2, flaws=0.1)
    empty.run("init")
    assert empty.run("load", "stad").code == 0
    found = empty.run("resolve", "--report", "--truth", "stad/truth.json", "--format", "json").json
    assert found["precision"] >= 0.995 and found["recall"] >= 0.95 and found["pairs"] > 20
    assert "precisie automatisch" in empty.run("resolve", "--report", "--truth", "stad/truth.json").out
    (Path(empty.folder) / "leeg.json").write_bytes(orjson.dumps([]))
    assert "geen antwoordenboek" in empty.run("resolve", "--report", "--truth", "leeg.json").err
