"""The command that tells who holds the network together."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.facilitating import NAMED, fact_documents, member_document, print_sources
from graph.cli.language import LANG, say
from graph.cli.naming import find_ids
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_text
from graph.questions.broker_types import Connector

MUCH = 3
"""Who comes loose without one, from which on much is said to depend on it."""


@click.command(
    help=example(
        "Wie houdt het netwerk bij elkaar, en wat gebeurt er als die wegvalt?",
        "Who holds the network together, and what happens when they leave?",
        "wijkweb brokers",
        "wijkweb brokers --area Moerwijk --first 3 --format json",
    )
)
@click.option("--area", "areas", multiple=True, metavar=NAMED, help=say("Wie hier werkt.", "Who works here."))
@click.option("--first", type=click.IntRange(1, 100), default=10, show_default=True, help=say("Hoeveel.", "How many."))
@common_options(dated=False)
def brokers(common: Common, *, areas: tuple[str, ...], first: int) -> None:
    """Print who holds the network together."""
    with common.network() as network, network.view(common.viewer) as view:
        found = network.answers.brokers(view, within=find_ids(view, areas, ("Area",)), first=first)
    if common.json:
        print_json([_document(one) for one in found])
    elif not found:
        click.echo(say("Er zijn te weinig banden bekend om te zien wie verbindt.",
                       "Too few ties are known to see who connects."))  # fmt: skip
    else:
        for number, one in enumerate(found, 1):
            _print(number, one)


def _print(number: int, one: Connector) -> None:
    mark = say(" · veel hangt hiervan af", " · much depends on it") if len(one.cut_off) >= MUCH else ""
    print_text(f"{number}. {one.member.name}{mark}  [{one.member.id}]", "", "   ")
    print_text(one.text.to(LANG), "   ")
    print_sources(one.facts, "   ")
    print_text(one.when_gone.to(LANG), "   ")
    print_text(f"{say('Kleinste stap', 'Smallest step')}: {one.step.to(LANG)}", "   ")
    click.echo()


def _document(one: Connector) -> dict[str, Any]:
    return {
        **member_document(one.member),
        "betweenness": one.betweenness,
        "participation": one.participation,
        "critical": one.critical,
        "text": one.text.to(LANG),
        "when_gone": one.when_gone.to(LANG),
        "next_step": one.step.to(LANG),
        "cut_off": [member_document(member) for member in one.cut_off],
        "facts": fact_documents(one.facts),
    }
