"""The command about reports: propose what minutes, a news item or a summary tells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from graph.cli.language import LANG, say
from graph.cli.options import example
from graph.cli.printing import print_json, say_aside
from graph.reports.bonds import capability_words
from graph.reports.drafting import ReportSource, title_of, write_document
from graph.reports.proposals import (
    MeetingFound,
    Named,
    OutcomeFound,
    PartnershipFound,
    Person,
    Proposal,
    Proposals,
    WishFound,
)
from graph.reports.reader import ReportReader, RulesReader
from graph.reports.texts import read_report
from graph.schema.vocabularies import VOCABULARIES
from graph.schema.words import Words

_WIDTH = 80
"""Columns of a terminal that everybody has."""
_UNITS = {"line": ("regel", "line"), "paragraph": ("alinea", "paragraph"), "page": ("bladzijde", "page")}
_KEPT_OUT = {
    "email": ("e-mailadressen", "e-mail addresses"), "phone": ("telefoonnummers", "telephone numbers"),
    "iban": ("rekeningnummers", "account numbers"), "bsn": ("burgerservicenummers", "citizen numbers"),
}  # fmt: skip


@click.command(
    help=example(
        "Lees notulen, een nieuwsbericht of een samenvatting en stel voor wat erin staat: bijeenkomsten, personen, "
        "initiatieven, organisaties, gebieden en uitkomsten. Het mag Word (DOCX), PDF, een webpagina of tekst "
        "zijn. Er wordt niets opgeslagen: bewaar het voorstel met --format yaml, verbeter het en lees dat in.",
        "Read minutes, a news item or a summary and propose what it tells: meetings, people, initiatives, "
        "organisations, areas and outcomes. It may be Word (DOCX), PDF, a web page or text. Nothing is "
        "stored: keep the proposal with --format yaml, correct it and load that.",
        "wijkweb report verslag.docx",
        "wijkweb report verslag.pdf --format json",
        "wijkweb report verslag.txt --format yaml > verslag.yaml",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["table", "json", "yaml"]), default="table",
              help=say("Vorm van het antwoord.", "Form of the answer."))  # fmt: skip
@click.option("--lang", type=click.Choice(["nl", "en"]), help=say("Taal.", "Language."))
def report(file: Path, format_: str, lang: str | None) -> None:
    """Propose what a report tells."""
    reader: ReportReader = RulesReader()
    given = read_report(file)
    proposals = given.placed(reader.read(given.text))
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
    groups: Sequence[tuple[str, Iterable[tuple[Proposal, str]]]] = (
        (say("Bijeenkomsten", "Meetings"), [(one, _meeting(one)) for one in proposals.meetings]),
        (say("Initiatieven", "Initiatives"), [(one, _named(one)) for one in proposals.initiatives]),
        (say("Organisaties", "Organisations"), [(one, _named(one)) for one in proposals.organisations]),
        (say("Personen", "People"), [(one, _person(one)) for one in proposals.people]),
        (say("Gebieden", "Areas"), [(one, f"{_named(one)} {one.code}".rstrip()) for one in proposals.areas]),
        (say("Samenwerking", "Partnerships"), [(one, _partnership(one)) for one in proposals.partnerships]),
        (say("Gezocht en geboden", "Needs and offers"), [(one, _wish(one)) for one in proposals.wishes]),
        (say("Uitkomsten", "Outcomes"), [(one, _outcome(one)) for one in proposals.outcomes]),
    )
    for title, lines in groups:
        shown = list(lines)
        if shown:
            click.echo(f"\n{title} ({len(shown)})")
            for proposal, line in shown:
                _print_line(proposal, line)
    _print_foot(proposals)


def _print_line(proposal: Proposal, line: str) -> None:
    found = proposal.where.found
    tail = f"[{say(*_UNITS[found.unit])} {found.number}, {_certainty(proposal.certainty)}]"
    clean = "".join(one for one in f"{line} {tail}" if one.isprintable())
    click.echo(textwrap.fill(clean, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False))


def _print_foot(proposals: Proposals) -> None:
    kept = ", ".join(f"{count} {say(*_KEPT_OUT[name])}" for name, count in proposals.kept_out.items())
    if kept:
        click.echo(say(f"\nBuiten gehouden: {kept}.", f"\nKept out: {kept}."))
    closing = say(
        "Dit zijn voorstellen; er is niets opgeslagen. Met --format yaml krijgt u een bestand om te verbeteren "
        "en in te lezen.",
        "These are proposals; nothing has been stored. With --format yaml you get a file to correct and load.",
    )
    click.echo("\n" + textwrap.fill(closing, _WIDTH))


def _certainty(value: float) -> str:
    """Return how sure a proposal is, in words."""
    if value >= 0.85:
        return say("vrij zeker", "fairly sure")
    return say("waarschijnlijk", "likely") if value >= 0.6 else say("onzeker", "unsure")


def _named(one: Named) -> str:
    also = say("ook: ", "also: ") + ", ".join(one.aliases) if one.aliases else ""
    return f"{one.name} ({also})" if also else one.name


def _person(one: Person) -> str:
    what = ", ".join(filter(None, (one.role, one.organisation)))
    return f"{_named(one)}: {what}" if what else _named(one)


def _meeting(one: MeetingFound) -> str:
    when = one.held_on or say("zonder datum", "without a date")
    planned = say("gepland", "planned") if one.status == "planned" else ""
    leaders = say("onder leiding van ", "led by ") + ", ".join(one.leaders) if one.leaders else ""
    return ", ".join(filter(None, (f"{when} {one.name}", one.venue, planned, leaders)))


def _partnership(one: PartnershipFound) -> str:
    return f"{' – '.join(one.parties)} ({_word('RelationshipStatus', one.status)})"


def _wish(one: WishFound) -> str:
    verb = say("zoekt", "needs") if one.kind == "needs" else say("biedt", "offers")
    return f"{one.who} {verb} {say(*capability_words(one.what))}"


def _outcome(one: OutcomeFound) -> str:
    kind = say("onderzoeksvraag", "research question") if one.research else _word("OutcomeKind", one.kind)
    who = f" → {', '.join(one.owners)}" if one.owners else ""
    due = say(f", voor {one.due_on}", f", by {one.due_on}") if one.due_on else ""
    return f"{kind}: “{' '.join(one.where.passage.split())}”{who}{due}"


def _word(vocabulary: str, code: str) -> str:
    """Return the word for a code, in the language of this process."""
    terms = next(one.terms for one in VOCABULARIES if one.name == vocabulary)
    return next((one.words.to(LANG) for one in terms if one.code == code), Words(code, code).to(LANG))
