"""Entry of the command: finds the subcommand without importing the others, and turns errors into one sentence.

Exit codes: 0 done, 1 nothing could be done (one sentence on standard error says why), 2 wrong usage, 70 a defect in
Wijkweb itself, 130 interrupted.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from graph.cli.language import LANG, say
from graph.cli.printing import clean
from graph.cli.usage import Context, no_such_command, usage_sentence
from graph.cli.writing import output_fails
from graph.errors import WijkwebError

# name -> module that holds it, and what it does in a few words. Modules are imported when their command runs.
_COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("stores", say("maak een lege opslag", "make an empty store")),
    "load": ("files", say("lees bestanden in", "load files")),
    "map": ("mapping", say("stel voor wat de kolommen zijn", "propose what the columns are")),
    "mappings": ("mapping", say("laat bewaarde mappings zien", "show the mappings that are kept")),
    "report": ("reports", say("stel voor wat een verslag vertelt", "propose what a report tells")),
    "proposals": ("proposals", say("beslis over wat verslagen voorstellen", "decide on what reports propose")),
    "areas": ("areas", say("wijken en buurten van een gemeente", "districts and neighbourhoods of a municipality")),
    "plan": ("files", say("laat zien wat inlezen zou doen", "show what loading would do")),
    "undo": ("files", say("draai een inlezing of beslissing terug", "take a load or decision back")),
    "loads": ("files", say("laat zien wat is ingelezen", "show what has been loaded")),
    "correct": ("decisions", say("verbeter een waarde", "correct a value")),
    "merge": ("decisions", say("zeg dat twee namen hetzelfde zijn", "say that two names are one thing")),
    "split": ("decisions", say("haal twee weer uit elkaar", "take two apart again")),
    "resolve": ("resolving", say("zoek dubbele namen en beslis", "find double names and decide")),
    "judge": ("decisions", say("zeg wat u van een suggestie vindt", "say what you make of a suggestion")),
    "outcome": ("outcomes", say("leg vast wat ervan kwam", "record what became of it")),
    "show": ("questions", say("alles wat bekend is, met bronnen", "all that is known, with sources")),
    "search": ("questions", say("zoek op naam of woord", "search by name or word")),
    "suggest": ("advising", say("wie kan wat voor elkaar betekenen", "who can mean something to whom")),
    "communities": ("advising", say("wat bij elkaar hoort", "what hangs together")),
    "alliances": ("alliances", say("welke groepen samen verder komen", "which groups could work together")),
    "invite": ("inviting", say("wie uit te nodigen, aan welke tafel", "whom to invite, at which table")),
    "ledger": ("ledger", say("wie kwam aan bod, en is dat eerlijk", "who had a turn, and is that fair")),
    "values": ("values", say("waar een initiatief voor staat", "what an initiative stands for")),
    "rank": ("ranking", say("welke gebieden of initiatieven eruit springen", "which areas or initiatives stand out")),
    "brokers": ("connecting", say("wie het netwerk bij elkaar houdt", "who holds the network together")),
    "central": (
        "central",
        say("wie staat in het midden, of lijkt op wie", "who stands in the middle, or is like whom"),
    ),
    "gaps": ("facilitating", say("wat hier nog ontbreekt", "what is missing here")),
    "compose": ("facilitating", say("wie samen een doel halen", "who together reach a goal")),
    "evaluate": ("evaluating", say("hoe goed is het advies", "how good is the advice")),
    "view": ("pages", say("maak één bestand met de kaart", "write one file with the map")),
    "serve": ("pages", say("start de website op deze computer", "start the site on this computer")),
    "export": (
        "files",
        say("schrijf alles weg in een formaat dat anderen lezen", "write everything in a format that others read"),
    ),
    "practice": ("files", say("maak een verzonnen oefenstad", "make a fictional practice city")),
    "template": ("files", say("schrijf een leeg invulbestand", "write an empty table to fill in")),
    "backup": ("stores", say("maak of herstel een reservekopie", "make or restore a backup")),
    "doctor": ("stores", say("kijk of alles in orde is", "look whether all is well")),
}

_HELP = say(
    "Wijkweb: wie doet wat in de wijk, en wie kan elkaar verder helpen?\n\n"
    "Elk commando legt zich uit met --help. Antwoorden gaan naar de standaarduitvoer, voortgang en meldingen naar de "
    "foutuitvoer.\n\nAfsluitcodes: 0 gedaan; 1 niets kon worden gedaan, één zin zegt waarom; 2 verkeerd gebruik; "
    "70 een fout in Wijkweb zelf; 130 onderbroken.",
    "Wijkweb: who does what in the neighbourhood, and who can help whom along?\n\n"
    "Each command explains itself with --help. Answers go to standard output, progress and messages to standard error."
    "\n\nExit codes: 0 done; 1 nothing could be done, one sentence says why; 2 wrong usage; "
    "70 a defect in Wijkweb itself; 130 interrupted.",
)


class _Commands(click.Group):
    """Knows the names of the commands, and imports one when it is asked for."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in _COMMANDS:
            raise no_such_command(cmd_name, self.list_commands(ctx), ctx)
        module = importlib.import_module(f"graph.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        command.context_class = Context
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("Commando’s", "Commands")):
            formatter.write_dl([(name, short) for name, (_, short) in _COMMANDS.items()])


@click.group(
    cls=_Commands, help=_HELP, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="wijkweb", message="wijkweb %(version)s")
@click.option("--lang", type=click.Choice(["nl", "en"]), expose_value=False, help=say("Taal.", "Language."))
@click.pass_context
def _wijkweb(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the command with the arguments of this process, and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show an accent still shows the rest
    try:
        _wijkweb(standalone_mode=False, prog_name="wijkweb")
        sys.stdout.flush()
    except (click.exceptions.Abort, KeyboardInterrupt):
        _end(say("Onderbroken.", "Interrupted."), 130)
    except click.UsageError as error:
        command = next((f"wijkweb {one}" for one in sys.argv[1:] if one in _COMMANDS), "wijkweb")
        _end(usage_sentence(error, command), error.exit_code)
    except WijkwebError as error:
        _end(error.sentence(LANG), 1)
    except BrokenPipeError:
        _leave_output()  # the reader went away: nothing is left to say
        sys.exit(1)
    except OSError as error:
        _leave_output()
        _end(output_fails(error), 1)
    except Exception as error:
        if os.environ.get("WIJKWEB_DEBUG"):
            raise
        _end(_defect(error), 70)


def _end(sentence: str, code: int) -> NoReturn:
    click.echo(" ".join(clean(sentence).split()), err=True)  # on one line, whatever it quotes
    sys.exit(code)


def _leave_output() -> None:
    """Let what is still to be written go nowhere: Python writes it at its end, and would complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _defect(error: Exception) -> str:
    """Return where a defect shows; never its message, which may hold the name of a person."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
    where = f"{type(error).__name__}, {where}"
    return say(
        f"Dit is een fout in Wijkweb zelf ({where}). Wilt u hem melden? Met WIJKWEB_DEBUG=1 ziet u er meer van.",
        f"This is a defect in Wijkweb itself ({where}). Please report it. WIJKWEB_DEBUG=1 shows more of it.",
    )
