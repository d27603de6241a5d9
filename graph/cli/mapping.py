"""The commands about what the columns of a table mean: propose it, and look at what is kept."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, progress_bar, say_aside
from graph.cli.writing import write_whole
from graph.errors import FileError, WijkwebError
from graph.ingest.mapping import SIDECAR, bare_name
from graph.ingest.proposing.proposal import Proposal, propose
from graph.ingest.proposing.writing import example_lines, kept_out, proposal_yaml


@click.command(
    "map",
    help=example(
        "Stel voor wat de kolommen van een bestand zijn, met hoe zeker dat is en waarom. Het voorstel is een mapping "
        "die u kunt verbeteren en waarmee ‘wijkweb load’ het bestand inleest.",
        "Propose what the columns of a file are, with how sure that is and why. The proposal is a mapping that you can "
        "correct, and with which ‘wijkweb load’ loads the file.",
        "wijkweb map lijst.csv",
        "wijkweb map lijst.csv --write",
    ),
)
@click.argument("path", metavar=say("BESTAND", "FILE"), type=click.Path(path_type=Path, readable=False))
@click.option("--write", is_flag=True, help=say(
    "Bewaar het voorstel naast het bestand, als NAAM.mapping.yaml.",
    "Keep the proposal beside the file, as NAME.mapping.yaml."))  # fmt: skip
@click.option("--sheet", help=say("Blad van een werkmap, of lijst van een JSON-bestand.",
                                  "Sheet of a workbook, or list of a JSON file."))  # fmt: skip
@common_options(dated=False)
def propose_mapping(common: Common, path: Path, *, write: bool, sheet: str | None) -> None:
    """Propose a mapping."""
    with progress_bar(path.name) as progress:
        proposal = propose(path, sheet=sheet, progress=progress)
    text = proposal_yaml(proposal, LANG)
    written = _write(path, text) if write else None
    kept = written is not None and _keep(common, path, written)
    if common.json:
        print_json(_document(proposal, text, written) | {"kept": kept})
    elif written is None:
        sys.stdout.write(text)
    else:
        nl = f"Het voorstel staat in {written}. Kijk het na, en lees in met: wijkweb load {path}"
        en = f"The proposal stands in {written}. Look it over, and load with: wijkweb load {path}"
        say_aside(say(nl, en))
        if kept:
            say_aside(say("Het is bewaard: een volgend bestand met deze kolommen wordt er ook mee gelezen.",
                          "It is kept: the next file with these columns is read with it too."))  # fmt: skip


map = propose_mapping  # noqa: A001 - the command is found under its own name


def _write(path: Path, text: str) -> Path:
    """Write the mapping beside the table; one that a person may have corrected is not written over."""
    target = path.with_name(bare_name(path) + SIDECAR)
    if target.exists():
        raise FileError(
            f"{target.name} bestaat al. Haal het weg of geef het een andere naam voor een nieuw voorstel.",
            f"{target.name} exists already. Remove or rename it for a new proposal.",
            concerning=target,
        )
    write_whole(target, [text.encode("utf-8")])
    return target


def _keep(common: Common, path: Path, mapping: Path) -> bool:
    """Keep the mapping in the store, where one may be written to; the file beside the table is enough."""
    try:
        with common.network() as network:
            network.keep_mapping(path, mapping, common.viewer)
    except WijkwebError:
        return False
    return True


@click.command(
    help=example(
        "Laat zien welke mappings zijn bewaard. Een bestand met dezelfde kolommen wordt ermee gelezen, tenzij er een "
        "eigen mapping naast staat.",
        "Show which mappings are kept. A file with the same columns is read with one, unless it has a mapping of its "
        "own beside it.",
        "wijkweb mappings",
        "wijkweb mappings --forget lijst",
    )
)
@click.option("--forget", metavar=say("NAAM", "NAME"), help=say(
    "Bewaar de mapping van dit bestand niet langer.", "Keep the mapping of this file no longer."))  # fmt: skip
@common_options(dated=False)
def mappings(common: Common, forget: str | None) -> None:
    """Show the mappings that are kept, or forget one."""
    with common.network() as network:
        if forget is not None and not network.forget_mappings(forget, common.viewer):
            raise FileError(
                f"Er is geen mapping bewaard van ‘{forget}’. ‘wijkweb mappings’ laat zien welke er zijn.",
                f"No mapping of ‘{forget}’ is kept. ‘wijkweb mappings’ shows which there are.",
            )
        found = network.kept_mappings()
    if common.json:
        print_json([{"file": one.stem, "columns": one.headers, "kept_on": one.kept_on, "by": one.actor,
                     "mapping": one.document} for one in found])  # fmt: skip
        return
    headers = [say("van", "of"), say("bewaard op", "kept on"), say("door", "by"), say("kolommen", "columns")]
    rows = [[one.stem, f"{date.fromisoformat(one.kept_on):%d-%m-%Y}", one.actor, ", ".join(filter(None, one.headers))]
            for one in found]  # fmt: skip
    print_table(headers, rows, whole=[1, 2])


def _document(proposal: Proposal, text: str, written: Path | None) -> dict[str, Any]:
    notes = proposal.built.notes if proposal.built else {}
    columns = [
        {"column": one.header, "taken_for": one.role or None, "certainty": one.certainty.value,
         "why": one.why.to(LANG),
         "becomes": notes[one.header].to(LANG) if one.header in notes else None,
         "left_out": one.header in proposal.document.get("leave_out", {})}
        for one in proposal.guesses
    ]  # fmt: skip
    shape = proposal.shape
    row = None if shape is None else {"kind": shape.kind, "certainty": shape.certainty.value, "why": shape.why.to(LANG)}
    return {
        "file": proposal.file, "known_format": proposal.known or None, "rows_looked_at": proposal.rows, "row": row,
        "columns": columns, "kept_out": kept_out(proposal.guesses), "mapping": proposal.document, "yaml": text,
        "examples": [list(example_lines(record, LANG)) for record in proposal.examples],
        "written": str(written) if written else None,
    }  # fmt: skip
