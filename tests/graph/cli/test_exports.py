"""``wijkweb export`` as people type it."""

from __future__ import annotations

import json
import zipfile

import pytest

from graph.network.exports.formats import FORMATS
from tests.graph.cli.terminal import Terminal


def test_every_format_is_named_in_the_help(terminal: Terminal) -> None:
    shown = terminal.run("export", "--help").out
    assert [name for name in FORMATS if f"  {name} " not in shown] == []


@pytest.mark.parametrize("form", ["csv-bundle", "xlsx", "gexf", "turtle", "cypher"])
def test_a_format_is_written_to_a_file_and_twice_alike(terminal: Terminal, form: str) -> None:
    first = terminal.run("export", form, "een", "--format", "json")
    assert terminal.run("export", form, "twee").code == 0
    content = (terminal.folder / "een").read_bytes()
    assert first.json == {"file": "een", "bytes": len(content)}
    assert (terminal.folder / "twee").read_bytes() == content


def test_a_bundle_that_is_unzipped_can_be_loaded(terminal: Terminal) -> None:
    assert terminal.run("export", "csv-bundle", "uit.zip", "--as", "staff").code == 0
    with zipfile.ZipFile(terminal.folder / "uit.zip") as archive:
        archive.extractall(terminal.folder / "uit")
    assert terminal.run("init", "--store", "sqlite:///nieuw.sqlite").code == 0
    done = terminal.run("load", "uit", "--store", "sqlite:///nieuw.sqlite", "--format", "json")
    assert (done.code, sum(one["refused"] + one["doubtful"] for one in done.json)) == (0, 0)
    exports = [json.loads(terminal.export(name)) for name in ("wijkweb.sqlite", "nieuw.sqlite")]
    nodes = [{node["id"] for node in export["nodes"]} for export in exports]
    assert nodes[0] <= nodes[1]
    assert all(id_.startswith("source/wijkweb-export-") for id_ in nodes[1] - nodes[0])


def test_what_cannot_be_written_is_a_sentence_and_leaves_no_file(terminal: Terminal) -> None:
    nl, en = terminal.both("export", "360giving", "uit.json")
    assert (nl.code, en.code) == (1, 1)
    assert ("Er is geen subsidie" in nl.err, "There is no grant" in en.err) == (True, True)
    assert not list(terminal.folder.glob("uit.json*"))
