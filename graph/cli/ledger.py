"""The command that tells who had a turn."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.facilitating import NAMED, member_document, texts
from graph.cli.language import LANG, say
from graph.cli.naming import find_ids
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, print_text
from graph.questions.ledger_catalogue import GROUPINGS, TURNS
from graph.questions.ledger_types import Counts, Grouping, Ledger, Turn
from graph.schema.values import number_label
from graph.store.questions import Role


@click.command(
    help=example(
        "Wie kwam aan bod? Hoe vaak elk initiatief is getoond, voorgesteld en uitgenodigd, en is dat gelijk verdeeld.",
        "Who had a turn? How often each initiative was shown, suggested and invited, and how evenly.",
        "wijkweb ledger",
        "wijkweb ledger --within Escamp --format json",
    )
)
@click.option("--within", multiple=True, metavar=NAMED, help=say("Alleen in dit gebied.", "In this area only."))
@click.option("--first", type=click.IntRange(1, 1000), default=20, show_default=True,
              help=say("Hoeveel initiatieven.", "How many initiatives."))  # fmt: skip
@common_options(role=Role.FACILITATOR, dated=False)
def ledger(common: Common, *, within: tuple[str, ...], first: int) -> None:
    """Print who had a turn."""
    with common.network() as network, network.view(common.viewer) as view:
        found = network.ledger(view, within=find_ids(view, within, ("Area",)))
    if common.json:
        print_json(_document(found))
    else:
        _print(found, first)


def _print(found: Ledger, first: int) -> None:
    for note in found.notes:
        print_text(note.to(LANG))
    if not found.rows:
        return
    counted = [turn for turn in Turn if any(row.counts[turn] for row in found.rows)]
    if not counted:
        return
    figures = ", ".join(f"{TURNS[turn].to(LANG)} {_figure(found.skew[turn])}" for turn in counted)
    print_text(f"{_SKEW}: {figures}.")
    click.echo()
    heads = [TURNS[turn].to(LANG) for turn in Turn]
    print_table(
        [say("minst getoond eerst", "least shown first"), *heads],
        [[row.member.name, *_cells(row.counts)] for row in found.rows[:first]],
    )
    if len(found.rows) > first:
        more = len(found.rows) - first
        print_text(say(f"En nog {more}. Met --first ziet u er meer.", f"And {more} more. --first shows more."))
    for by in Grouping:
        click.echo()
        held = [one for one in found.groups if one.grouping is by]
        print_table(
            [GROUPINGS[by].to(LANG), say("initiatieven", "initiatives"), *heads],
            [[one.name.to(LANG), one.initiatives, *_cells(one.counts)] for one in held],
        )
        print_text(f"{_SKEW}: {_figure(found.group_skew[by])}.")


_SKEW = say("Scheef verdeeld (0 = gelijk, 1 = alles bij één)", "Unevenness (0 = even, 1 = all to one)")


def _figure(skew: float) -> str:
    return number_label(round(skew, 2), LANG)


def _cells(counts: Counts) -> list[str]:
    return [str(counts.get(turn, 0)) for turn in Turn]


def _document(found: Ledger) -> dict[str, Any]:
    return {
        "initiatives": [{**member_document(row.member), **_counted(row.counts)} for row in found.rows],
        "groups": [
            {"by": one.grouping, "name": one.name.to(LANG), "initiatives": one.initiatives, **_counted(one.counts)}
            for one in found.groups
        ],
        "skew": {turn.value: found.skew[turn] for turn in Turn},
        "skew_of_groups": {by.value: found.group_skew[by] for by in Grouping},
        "notes": texts(found.notes),
    }


def _counted(counts: Counts) -> dict[str, int]:
    return {turn.value: counts.get(turn, 0) for turn in Turn}
