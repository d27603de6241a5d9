"""Commands for what people decide: correct, merge, split, judge."""

from __future__ import annotations

import click

from graph.cli.language import say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json
from graph.network.deciding import Judgement, check_may_be_judged
from graph.schema.declaration import Level
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.store.loads import Load

_FORMS = ", ".join(VOCABULARIES_BY_NAME["CooperationForm"].codes)
_REASON = click.option("--reason", default="", help=say("Waarom; wordt bewaard.", "Why; it is kept."))


@click.command(
    help=example(
        "Zeg wat een waarde moet zijn. Uw woord gaat boven bestanden, tot u het terugdraait met ‘undo’.",
        "Say what a value should be. Your word stands above files, until you take it back with ‘undo’.",
        "wijkweb correct initiative/annas-gedoe members 45 --reason 'gebeld'",
        "wijkweb correct initiative/annas-gedoe website --none",
    )
)
@click.argument("id_", metavar="ID")
@click.argument("property_", metavar=say("EIGENSCHAP", "PROPERTY"))
@click.argument("value", metavar=say("WAARDE", "VALUE"), required=False)
@click.option("--none", "nothing", is_flag=True, help=say("Er is er geen.", "There is none."))
@click.option(
    "--level", type=click.Choice([one.value for one in Level]), help=say("Wie het mag zien.", "Who may see it.")
)
@_REASON
@common_options(dated=False)
def correct(
    common: Common, *, id_: str, property_: str, value: str | None, nothing: bool, level: str | None, reason: str
) -> None:
    """Say what a value should be."""
    if (value is None) != nothing:
        wrong = say("Geef een waarde, of --none.", "Give a value, or --none.")
        raise click.UsageError(wrong, click.get_current_context())
    with common.network() as network:
        done = network.correct(
            id_, property_, value, common.viewer, reason=reason, level=Level(level) if level else None
        )
        print_done(
            common, done, say(f"‘{property_}’ van {id_} is verbeterd.", f"‘{property_}’ of {id_} has been corrected.")
        )


@click.command(
    help=example(
        "Zeg dat twee namen hetzelfde zijn. De tweede hoort voortaan bij de eerste; alle bronnen blijven zichtbaar.",
        "Say that two names are one thing. The second belongs to the first from now on; all sources stay visible.",
        "wijkweb merge initiative/de-pollepel initiative/buurtkeuken-de-pollepel",
    )
)
@click.argument("keep", metavar="ID")
@click.argument("other", metavar="ID2")
@_REASON
@common_options(dated=False)
def merge(common: Common, keep: str, other: str, reason: str) -> None:
    """Say that two names are one thing."""
    with common.network() as network:
        done = network.merge(keep, other, common.viewer, reason)
        print_done(common, done, say(f"{other} hoort nu bij {keep}.", f"{other} now belongs to {keep}."))


@click.command(
    help=example(
        "Haal twee weer uit elkaar. Wat over elk is gezegd, komt bij elk terug.",
        "Take two apart again. What was said of each returns to each.",
        "wijkweb split initiative/de-pollepel initiative/buurtkeuken-de-pollepel",
    )
)
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID2")
@_REASON
@common_options(dated=False)
def split(common: Common, one: str, other: str, reason: str) -> None:
    """Take two apart again."""
    with common.network() as network:
        done = network.split(one, other, common.viewer, reason)
        print_done(common, done, say(f"{one} en {other} zijn er weer twee.", f"{one} and {other} are two again."))


@click.command(
    help=example(
        "Zeg wat u van een suggestie vindt: accepted (goed idee), rejected (nu niet) of later.",
        "Say what you make of a suggestion: accepted (good idea), rejected (not now) or later.",
        "wijkweb judge suggestion/4f1c2a accepted --form visit --reason 'koffie in mei' --as facilitator",
    )
)
@click.argument("suggestion", metavar="ID")
@click.argument("verdict", type=click.Choice(VOCABULARIES_BY_NAME["Verdict"].codes),
                metavar=say("OORDEEL", "VERDICT"))  # fmt: skip
@click.option("--form", type=click.Choice(VOCABULARIES_BY_NAME["CooperationForm"].codes), metavar=say("VORM", "FORM"),
              help=say(f"Vorm waaraan u denkt: {_FORMS}.", f"Form that you think of: {_FORMS}."))  # fmt: skip
@_REASON
@common_options(dated=False)
def judge(common: Common, suggestion: str, verdict: str, form: str | None, reason: str) -> None:
    """Say what you make of a suggestion."""
    with common.network() as network:
        with network.view(common.viewer) as view:
            found = network.answers.suggestion(view, suggestion)
        check_may_be_judged(found)
        # As on the page, the form that was advised is kept where none is named.
        judgement = Judgement(verdict, form or found.form, reason or None)
        done, id_ = network.judge(found.ids, judgement, common.viewer)
        names = " / ".join(member.name for member in found.members)
        print_done(common, done, say(f"Uw oordeel over {names} is bewaard ({id_}).",
                                      f"Your judgement of {names} has been kept ({id_})."), judgement=id_)  # fmt: skip


def print_done(common: Common, done: Load, sentence: str, **more: str) -> None:
    """Say what was decided, and how to take it back."""
    if common.json:
        print_json({"load": done.number, "what": done.order.title, **more})
        return
    click.echo(sentence)
    click.echo(
        say(f"Terugdraaien kan met: wijkweb undo {done.number}", f"Take it back with: wijkweb undo {done.number}")
    )
