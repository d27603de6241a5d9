"""Commands that ask: search, show."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, print_text
from graph.errors import InputError
from graph.network.sheets import Sheet, State, StatementLine, TieGroup
from graph.schema.model import KINDS_BY_NAME
from graph.schema.words import normalise
from graph.store.answers import Node
from graph.store.base import View
from graph.store.citing import Citation
from graph.store.questions import NodeFilter

MOST_NAMESAKES = 10
"""Things with one name that are told apart; a name comes before all that only holds its words."""


@click.command(
    help=example(
        "Zoek namen en teksten waarin alle woorden voorkomen. Hoofdletters en accenten maken niet uit.",
        "Search names and texts that hold every word. Capitals and accents do not matter.",
        "wijkweb search zorgcooperatie",
        "wijkweb search bouwlust --kind Area",
    )
)
@click.argument("words", nargs=-1, required=True, metavar=say("WOORD ...", "WORD ..."))
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(list(KINDS_BY_NAME)),
    metavar=say("SOORT", "KIND"),
    help=say(
        "Alleen deze soort, zoals Initiative, Area of Meeting.", "This kind only, such as Initiative, Area or Meeting."
    ),
)
@click.option("--first", type=click.IntRange(1, 1000), default=20, show_default=True, help=say("Hoeveel.", "How many."))
@common_options()
def search(common: Common, words: tuple[str, ...], kinds: tuple[str, ...], first: int) -> None:
    """Search by name or word."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        page = view.search(" ".join(words), NodeFilter(kinds=kinds), first=first)
    if common.json:
        print_json([_node_document(node) for node in page.items])
    elif not page.items:
        click.echo(say("Niets gevonden. Probeer minder of andere woorden.", "Nothing found. Try fewer or other words."))
    else:
        for node in page.items:
            print_text(f"{node.name} ({KINDS_BY_NAME[node.kind].words.to(LANG)})  [{node.id}]", "", "  ")
        if page.more:
            click.echo(
                say(f"Er is meer; vraag het met --first {first * 5}.", f"There is more; ask with --first {first * 5}.")
            )


def _node_document(node: Node) -> dict[str, Any]:
    return {"id": node.id, "kind": node.kind, "name": node.name, "summary": node.value("summary")}


@click.command(
    help=example(
        "Laat alles zien wat over iets bekend is: elke waarde met wie het zegt, en wat niemand zegt.",
        "Show all that is known of something: each value with who says so, and what nobody says.",
        "wijkweb show initiative/elcura-zorgt",
        "wijkweb show 'ElCura Zorgt'",
        "wijkweb show area/wk051833 --format json",
    )
)
@click.argument("name", metavar=say("ID of NAAM", "ID or NAME"))
@common_options()
def show(common: Common, name: str) -> None:
    """Show all that is known of something."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        sheet = network.sheet(view, _id_of(view, name), LANG)
    if common.json:
        print_json(sheet_document(sheet))
    else:
        _print_sheet(sheet)


def _id_of(view: View, name: str) -> str:
    """Return the id that somebody means: it may be an id, or a name that only one thing bears."""
    if view.nodes([name])[0] is not None:
        return name
    named = [node for node in view.search(name, first=MOST_NAMESAKES).items if normalise(node.name) == normalise(name)]
    if len(named) > 1:
        choice = ", ".join(node.id for node in named)
        raise InputError(
            f"‘{name}’ kan meer dan één zijn. Geef de id: {choice}.",
            f"‘{name}’ can be more than one. Give the id: {choice}.",
            concerning=name,
        )
    return named[0].id if named else name


def _print_sheet(sheet: Sheet) -> None:
    print_text(f"{sheet.node.name} ({sheet.kind_label}, {sheet.node.id})")
    if sheet.node.former_ids:
        print_text(say("ook bekend als: ", "also known as: ") + ", ".join(sheet.node.former_ids))
    click.echo()
    rows = []
    for line in sheet.values:
        if line.state is State.UNKNOWN:
            continue
        mark = f" [{line.modality}]" if line.modality else ""
        told = [_statement_text(one) for one in line.statements] if line.disputed else [
            _cited(one.citation) for one in line.statements if one.counts]  # fmt: skip
        rows.append([line.label, line.text + mark, "\n".join(dict.fromkeys(told))])
    print_table([say("wat", "what"), say("waarde", "value"), _ACCORDING], rows)
    for group in sheet.ties:
        _print_ties(group)
    unknown = ", ".join(line.label for line in sheet.unknown)
    if unknown:
        click.echo()
        print_text(say(f"Onbekend: {unknown}.", f"Unknown: {unknown}."))


_ACCORDING = say("volgens", "according to")


def _print_ties(group: TieGroup) -> None:
    """Print relationships as a list: their ids stay whole, so that they can be copied."""
    click.echo()
    print_text(f"{group.label} ({group.total})")
    for tie in group.lines:
        print_text(f"{tie.other.name}  [{tie.other.id}]", "- ", "  ")
        details = ", ".join(part for part in (_denied(tie.denied), tie.details, tie.modality) if part)
        if details:
            print_text(details, "  ")
        cited = "; ".join(dict.fromkeys(_cited(one) for one in tie.citations))
        if cited:
            print_text(f"{_ACCORDING} {cited}", "  ")
    if group.total > len(group.lines):
        more = group.total - len(group.lines)
        print_text(say(f"en nog {more}; ‘wijkweb export’ noemt ze.", f"and {more} more; ‘wijkweb export’ lists them."),
                   "  ")  # fmt: skip


def _denied(denied: bool) -> str:
    return say("bron zegt van niet", "a source says not") if denied else ""


def _statement_text(one: StatementLine) -> str:
    text = say(f"niet {one.text}", f"not {one.text}") if one.denied and one.text not in ("geen", "none") else one.text
    return f"{text}: {_cited(one.citation)}"


def _cited(citation: Citation) -> str:
    return f"{citation.label}, {citation.place}" if citation.place else citation.label


def sheet_document(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as a JSON document."""
    return {
        "id": sheet.node.id,
        "kind": sheet.node.kind,
        "name": sheet.node.name,
        "named": sheet.node.named,
        "former_ids": sheet.node.former_ids,
        "values": [
            {
                "property": line.property,
                "label": line.label,
                "state": line.state,
                "value": sheet.node.reading.values.get(line.property),
                "text": line.text,
                "modality": sheet.node.reading.modalities.get(line.property, "stated"),
                "disputed": line.disputed,
                "statements": [
                    {"text": one.text, "denied": one.denied, "counts": one.counts, **_citation_document(one.citation)}
                    for one in line.statements
                ],
            }
            for line in sheet.values
        ],
        "relationships": [
            {
                "id": tie.id,
                "type": group.type,
                "direction": "out" if group.outgoing else "in",
                "other": _node_document(tie.other),
                "details": tie.details,
                "denied": tie.denied,
                "disputed": tie.disputed,
                "sources": [_citation_document(one) for one in tie.citations],
            }
            for group in sheet.ties
            for tie in group.lines
        ],
        "sources": [_citation_document(one) for one in sheet.citations],
    }


def _citation_document(citation: Citation) -> dict[str, Any]:
    return {
        "source": citation.source,
        "label": citation.label,
        "place": citation.place,
        "stated_on": citation.stated_on,
    }
