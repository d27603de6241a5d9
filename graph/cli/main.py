"""Entry of the command: finds the subcommand without importing the others, and turns errors into one sentence.

Exit codes: 0 done, 1 nothing could be done (one sentence on standard error says why), 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping

import click

from graph.cli.language import LANG, say
from graph.errors import WijkwebError

# name -> module that holds it, and what it does in a few words. Modules are imported when their command runs.
_COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("stores", say("maak een lege opslag", "make an empty store")),
    "load": ("files", say("lees bestanden in", "load files")),
    "plan": ("files", say("laat zien wat inlezen zou doen", "show what loading would do")),
    "undo": ("files", say("draai een inlezing of beslissing terug", "take a load or decision back")),
    "loads": ("files", say("laat zien wat is ingelezen", "show what has been loaded")),
    "correct": ("decisions", say("verbeter een waarde", "correct a value")),
    "merge": ("decisions", say("zeg dat twee namen hetzelfde zijn", "say that two names are one thing")),
    "split": ("decisions", say("haal twee weer uit elkaar", "take two apart again")),
    "judge": ("decisions", say("zeg wat u van een suggestie vindt", "say what you make of a suggestion")),
    "show": ("questions", say("alles wat bekend is, met bronnen", "all that is known, with sources")),
    "search": ("questions", say("zoek op naam of woord", "search by name or word")),
    "suggest": ("advising", say("wie kan wat voor elkaar betekenen", "who can mean something to whom")),
    "communities": ("advising", say("wat bij elkaar hoort", "what hangs together")),
    "view": ("pages", say("maak één bestand met de kaart", "write one file with the map")),
    "serve": ("pages", say("start de website op deze computer", "start the site on this computer")),
    "export": ("files", say("schrijf alles weg als json of csv", "write everything as json or csv")),
    "practice": ("files", say("maak een verzonnen oefenstad", "make a fictional practice city")),
    "template": ("files", say("schrijf een leeg invulbestand", "write an empty table to fill in")),
    "backup": ("stores", say("maak of herstel een reservekopie", "make or restore a backup")),
    "doctor": ("stores", say("kijk of alles in orde is", "look whether all is well")),
}

_HELP = say(
    "Wijkweb: wie doet wat in de wijk, en wie kan elkaar verder helpen?\n\n"
    "Elk commando legt zich uit met --help. Antwoorden gaan naar de standaarduitvoer, voortgang en meldingen naar de "
    "foutuitvoer.\n\nAfsluitcodes: 0 gedaan; 1 niets kon worden gedaan, één zin zegt waarom; 2 verkeerd gebruik; "
    "130 onderbroken.",
    "Wijkweb: who does what in the neighbourhood, and who can help whom along?\n\n"
    "Each command explains itself with --help. Answers go to standard output, progress and messages to standard error."
    "\n\nExit codes: 0 done; 1 nothing could be done, one sentence says why; 2 wrong usage; 130 interrupted.",
)


class _Commands(click.Group):
    """Knows the names of the commands, and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"graph.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("Commando’s", "Commands")):
            formatter.write_dl([(name, short) for name, (_, short) in _COMMANDS.items()])


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wijkweb")
def _wijkweb() -> None:
    pass


def main() -> None:
    """Run the command with the arguments of this process, and end the process with its exit code."""
    try:
        _wijkweb(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(say("Onderbroken.", "Interrupted."), err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except WijkwebError as error:
        click.echo(error.sentence(LANG), err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away: nothing is left to say
        sys.exit(1)
