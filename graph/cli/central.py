"""Command that puts members in an order: central."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.cli.language import LANG, say
from graph.cli.naming import find_id
from graph.cli.options import Common, common_options, engine_option, example
from graph.cli.printing import print_json, print_table, print_text
from graph.schema.model import KINDS_BY_NAME
from graph.store.computing import EngineName, Measure

if TYPE_CHECKING:
    from graph.network.computing import Ranked


@click.command(
    help=example(
        "Wie staat midden in het netwerk? Of wie staat het dichtst bij een ander, of lijkt er het meest op?",
        "Who stands in the middle of the network? Or who stands nearest to another, or is most like it?",
        "wijkweb central",
        'wijkweb central --near "ElCura Zorgt" --first 5',
        'wijkweb central --like "ElCura Zorgt" --engine gds',
    )
)
@click.option(
    "--near",
    metavar=say("NAAM", "NAME"),
    help=say("Wie hier dichtbij staat: langs samenwerking, steun, mensen en bijeenkomsten.",
             "Who stands near this one: along partnerships, support, people and meetings."),
)  # fmt: skip
@click.option(
    "--like",
    metavar=say("NAAM", "NAME"),
    help=say("Wie hierop lijkt: dezelfde onderwerpen, doelgroepen, gebieden, bijeenkomsten en mensen.",
             "Who is like this one: the same topics, target groups, areas, meetings and people."),
)  # fmt: skip
@click.option("--first", type=click.IntRange(1, 200), default=10, show_default=True, help=say("Hoeveel.", "How many."))
@engine_option
@common_options(dated=False)
def central(common: Common, *, near: str | None, like: str | None, first: int, engine: str) -> None:
    """Print members in an order."""
    if near and like:
        raise click.UsageError(say("Kies --near of --like, niet allebei.", "Choose --near or --like, not both."))
    from graph.network.computing import rank  # noqa: PLC0415 - it needs numbers, and --help does not
    from graph.projection.projection import MEMBERS  # noqa: PLC0415 - as above

    by = Measure.LIKENESS if like else Measure.PAGERANK
    asked = like or near or ""
    with common.network() as network, network.view(common.viewer) as view:
        start = find_id(view, asked, MEMBERS) if asked else ""
        found = rank(view, by, start=start, first=first, engine=EngineName(engine))
    if common.json:
        print_json([
            {"id": one.member.id, "name": one.member.name, "kind": one.member.kind, "score": one.score}
            for one in found
        ])  # fmt: skip
    elif found:
        _print_ranking(found, by, near=bool(near))
    else:
        print_text(_nobody(by, asked))


def _print_ranking(found: list[Ranked], by: Measure, *, near: bool) -> None:
    header, told = _MEANING["likeness" if by is Measure.LIKENESS else "near" if near else "middle"]
    print_table(
        [say("naam", "name"), say("soort", "kind"), header],
        [[one.member.name, KINDS_BY_NAME[one.member.kind].words.to(LANG), _share(one.score)] for one in found],
    )
    click.echo()
    print_text(told)


_MEANING = {
    "middle": (
        say("aandeel", "share"),
        say("Het aandeel zegt hoe vaak u bij iemand uitkomt als u in het netwerk van de een naar de ander gaat. "
            "Het zegt niets over hoe goed iemand werkt.",
            "The share says how often you come by somebody when you go from one to another through the network. "
            "It says nothing about how well somebody works."),
    ),
    "near": (
        say("aandeel", "share"),
        say("Het aandeel zegt hoe vaak u bij iemand uitkomt als u steeds van daaruit vertrekt.",
            "The share says how often you come by somebody when you keep setting out from there."),
    ),
    "likeness": (
        say("gedeeld", "shared"),
        say("Gedeeld is het deel van de onderwerpen, doelgroepen, gebieden, bijeenkomsten en mensen dat beide hebben.",
            "Shared is the part of topics, target groups, areas, meetings and people that both have."),
    ),
}  # fmt: skip


def _share(score: float) -> str:
    return say(f"{score:.1%}".replace(".", ",").replace("%", " %"), f"{score:.1%}")


def _nobody(by: Measure, asked: str) -> str:
    if not asked:
        return say("Er zijn nog geen banden bekend.", "No ties are known yet.")
    if by is Measure.LIKENESS:
        return say(
            f"Voor zover bekend heeft niemand iets gemeen met ‘{asked}’.",
            f"As far as is known nobody has anything in common with ‘{asked}’.",
        )
    return say(f"Van ‘{asked}’ is geen band met een ander bekend.", f"Of ‘{asked}’ no tie to another is known.")
