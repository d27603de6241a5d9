"""The command ``areas``: what the register of areas holds, and loading a municipality from it."""

from __future__ import annotations

from collections import Counter

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table
from graph.register.areas import RegisteredArea, areas_named
from graph.schema.model import VOCABULARIES_BY_NAME

_LEVELS = {term.code: term.words.to(LANG) for term in VOCABULARIES_BY_NAME["AreaLevel"].terms}
_COUNTED = (
    ("borough", "1 stadsdeel", "{} stadsdelen", "1 borough", "{} boroughs"),
    ("district", "1 wijk", "{} wijken", "1 district", "{} districts"),
    ("neighbourhood", "1 buurt", "{} buurten", "1 neighbourhood", "{} neighbourhoods"),
)


class _Areas(click.Group):
    """Names its commands in the language of this process."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("Commando’s", "Commands")):
            formatter.write_dl([(name, one.get_short_help_str(60)) for name, one in self.commands.items()])


@click.group(
    cls=_Areas,
    subcommand_metavar=say("COMMANDO ...", "COMMAND ..."),
    help=example(
        "De gebieden van heel Nederland komen met Wijkweb mee: gemeenten, wijken en buurten van het CBS. Zoek ze "
        "op, en zet een gemeente met haar wijken en buurten in uw opslag.",
        "The areas of the Netherlands come with Wijkweb: municipalities, districts and neighbourhoods of CBS. Look "
        "them up, and put a municipality with its districts and neighbourhoods in your store.",
        "wijkweb areas list overvecht",
        "wijkweb areas add GM0344",
        "wijkweb areas add Utrecht",
    ),
)
def areas() -> None:
    """Look areas up, or load a municipality."""


@areas.command(
    help=example(
        "Zet een gemeente met haar wijken en buurten in de opslag. Nog eens doen verandert niets; wijkweb undo haalt "
        "ze er weer uit.",
        "Put a municipality with its districts and neighbourhoods in the store. Doing it again changes nothing; "
        "wijkweb undo takes them out.",
        "wijkweb areas add GM0344",
        "wijkweb areas add 'Den Haag'",
    )
)
@click.argument("municipality", metavar=say("GEMEENTE", "MUNICIPALITY"))
@click.option("--reason", default="", help=say("Waarom.", "Why."))
@common_options(dated=False)
def add(common: Common, municipality: str, reason: str) -> None:
    """Load a municipality."""
    with common.network() as network:
        done = network.add_areas(municipality, common.viewer, reason)
    if common.json:
        print_json({"load": done.load.number, "nothing_new": done.nothing_new,
                    "areas": [_document(one) for one in done.areas]})  # fmt: skip
        return
    first = done.areas[0]
    if done.nothing_new:
        click.echo(say(f"{first.name} ({first.code}) stond er al.", f"{first.name} ({first.code}) had been added."))
        return
    what, counts, number = f"{first.name} ({first.code})", _counts(done.areas), done.load.number
    click.echo(
        say(f"{what} is toegevoegd: {counts}. Inlezing {number}.", f"{what} has been added: {counts}. Load {number}.")
    )


def _counts(found: tuple[RegisteredArea, ...]) -> str:
    counts = Counter(one.level for one in found)
    told = [say(nl if counts[level] == 1 else many, en if counts[level] == 1 else plural).format(counts[level])
            for level, nl, many, en, plural in _COUNTED if counts[level]]  # fmt: skip
    if not told:
        return say("het register kent van deze gemeente geen wijken en buurten",
                   "the register knows no districts or neighbourhoods of it")  # fmt: skip
    return say(" en ", " and ").join(filter(None, (", ".join(told[:-1]), told[-1])))


@areas.command(
    "list",
    help=example(
        "Zoek gebieden op naam of code. Zonder woord ziet u de gemeenten.",
        "Look areas up by name or code. Without a word you see the municipalities.",
        "wijkweb areas list moerwijk",
        "wijkweb areas list --first 500",
    ),
)
@click.argument("words", nargs=-1, metavar=say("[NAAM]", "[NAME]"))
@click.option("--first", type=click.IntRange(1, 20_000), default=20, show_default=True,
              help=say("Hoeveel.", "How many."))  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table",
              help=say("Vorm van het antwoord.", "Form of the answer."))  # fmt: skip
@click.option("--lang", type=click.Choice(["nl", "en"]), help=say("Taal.", "Language."))
def list_(words: tuple[str, ...], *, first: int, format_: str, lang: str | None) -> None:
    """Look areas up."""
    found = areas_named(" ".join(words), most=first + 1)
    if format_ == "json":
        print_json([_document(one) for one in found[:first]])
        return
    if not found:
        click.echo(say("Zo heet geen gebied in het register.", "No area of the register is called so."))
        return
    of = {one.code: one.name for one in areas_named("", most=1_000)}
    headers = ["code", say("naam", "name"), say("soort", "sort"), say("gemeente", "municipality")]
    print_table(headers, [[one.code, one.name, _LEVELS[one.level], _within(one, of)] for one in found[:first]])
    if len(found) > first:
        click.echo(
            say("Er zijn er meer; geef meer woorden, of --first.", "There are more; give more words, or --first.")
        )


def _within(area: RegisteredArea, of: dict[str, str]) -> str:
    return area.province if area.level == "municipality" else of.get(area.municipality, "")


def _document(area: RegisteredArea) -> dict[str, object]:
    return {"code": area.code, "name": area.name, "aliases": list(area.aliases), "level": area.level,
            "municipality": area.municipality, "within": area.whole or None, "longitude": area.longitude,
            "latitude": area.latitude}  # fmt: skip
