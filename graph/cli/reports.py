"""The command about reports: propose what minutes, a news item or a summary tells."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, example, settings
from graph.cli.printing import print_json, say_aside
from graph.reports.drafting import ReportSource, title_of, write_document
from graph.reports.proposals import Named, Proposal, Proposals
from graph.reports.reader import ReportReader, RulesReader
from graph.reports.texts import read_report
from graph.reports.wording import certainty_words, place_words, proposal_words
from graph.store.questions import Role, Viewer

_WIDTH = 80
"""Columns of a terminal that everybody has."""
_KEPT_OUT = {
    "email": ("e-mailadressen", "e-mail addresses"), "phone": ("telefoonnummers", "telephone numbers"),
    "iban": ("rekeningnummers", "account numbers"), "bsn": ("burgerservicenummers", "citizen numbers"),
}  # fmt: skip


@click.command(
    help=example(
        "Lees notulen, een nieuwsbericht of een samenvatting en stel voor wat erin staat: bijeenkomsten, personen, "
        "initiatieven, organisaties, gebieden en uitkomsten. Het mag Word (DOCX), PDF, een webpagina of tekst zijn. Er "
        "wordt niets opgeslagen: lees het verslag in en beslis met wijkweb proposals, of bewaar het voorstel met "
        "--format yaml, verbeter het en lees dat in.",
        "Read minutes, a news item or a summary and propose what it tells: meetings, people, initiatives, "
        "organisations, areas and outcomes. It may be Word (DOCX), PDF, a web page or text. Nothing is stored: load "
        "the report and decide with wijkweb proposals, or keep the proposal with --format yaml, correct it and load "
        "that.",
        "wijkweb report verslag.docx",
        "wijkweb report verslag.pdf --format json",
        "wijkweb report verslag.txt --format yaml > verslag.yaml",
        "wijkweb report verslag.txt --store sqlite:///wijkweb.sqlite",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["table", "json", "yaml"]), default="table",
              help=say("Vorm van het antwoord.", "Form of the answer."))  # fmt: skip
@click.option("--store", metavar="URL", help=say(
    "Opslag; dan staat erbij wat al bekend is.", "Store; what it knows is told then."))  # fmt: skip
@click.option("--lang", type=click.Choice(["nl", "en"]), help=say("Taal.", "Language."))
def report(file: Path, format_: str, store: str | None, lang: str | None) -> None:
    """Propose what a report tells."""
    reader: ReportReader = RulesReader()
    given = read_report(file)
    proposals = given.placed(reader.read(given.text))
    if store is not None:
        common = Common(store, Viewer(Role(settings().role)), None, json=format_ == "json")
        with common.network() as network:
            network.desk(common.viewer).link(proposals)
    if format_ == "json":
        print_json(proposals.to_document())
    elif format_ == "yaml":
        source = ReportSource(title_of(proposals, file.stem), file.stem)
        click.echo(write_document(proposals, source, file=f"{file.stem}.yaml"), nl=False)
    else:
        _print(proposals)
    for dutch, english in proposals.lacking:
        say_aside(say(dutch, english))


def _print(proposals: Proposals) -> None:
    """Print proposals for a person, kind by kind, in lines that fit a terminal."""
    groups: Sequence[tuple[str, Sequence[Proposal]]] = (
        (say("Bijeenkomsten", "Meetings"), proposals.meetings),
        (say("Initiatieven", "Initiatives"), proposals.initiatives),
        (say("Organisaties", "Organisations"), proposals.organisations),
        (say("Personen", "People"), proposals.people),
        (say("Gebieden", "Areas"), proposals.areas),
        (say("Samenwerking", "Partnerships"), proposals.partnerships),
        (say("Gezocht en geboden", "Needs and offers"), proposals.wishes),
        (say("Uitkomsten", "Outcomes"), proposals.outcomes),
    )
    for title, found in groups:
        if found:
            click.echo(f"\n{title} ({len(found)})")
            for proposal in found:
                _print_line(proposal)
    _print_foot(proposals)


def _print_line(proposal: Proposal) -> None:
    line = proposal_words(proposal).to(LANG)
    known = _known(proposal) if isinstance(proposal, Named) else ""
    where = place_words(proposal.where.found).to(LANG)
    tail = f"[{', '.join(filter(None, (where, certainty_words(proposal.certainty).to(LANG), known)))}]"
    clean = "".join(one for one in f"{line} {tail}" if one.isprintable())
    click.echo(textwrap.fill(clean, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False))


def _known(one: Named) -> str:
    """Return what the graph knows of an entity, where it was asked."""
    words = {"new": say("nieuw", "new"), "known": say("bekend als", "known as"), "alike": say("lijkt op", "looks like"),
             "doubtful": say("kan meer dan één zijn", "can be more than one")}  # fmt: skip
    return f"{words.get(one.known, '')} {one.id}".strip()


def _print_foot(proposals: Proposals) -> None:
    kept = ", ".join(f"{count} {say(*_KEPT_OUT[name])}" for name, count in proposals.kept_out.items())
    if kept:
        click.echo(say(f"\nBuiten gehouden: {kept}.", f"\nKept out: {kept}."))
    closing = say(
        "Dit zijn voorstellen; er is niets opgeslagen. Met wijkweb load zet u ze klaar om over te beslissen (wijkweb "
        "proposals); met --format yaml krijgt u een bestand om te verbeteren en in te lezen.",
        "These are proposals; nothing has been stored. With wijkweb load you put them ready to decide on (wijkweb "
        "proposals); with --format yaml you get a file to correct and load.",
    )
    click.echo("\n" + textwrap.fill(closing, _WIDTH))
