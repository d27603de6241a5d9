"""What the library of commands says by itself, in the language of this process: headings of help, and wrong usage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import click

from graph.cli.language import say

_HEADINGS = {
    "Options": say("Opties", "Options"),
    "Positional arguments": say("Wat u opgeeft", "Arguments"),
}
_SAID = (
    ("Show this message and exit.", say("Laat deze uitleg zien.", "Show this help.")),
    ("Show the version and exit.", say("Laat zien welke versie dit is.", "Show which version this is.")),
    ("[default: ", say("[standaard: ", "[default: ")),
    (" INTEGER RANGE", say(" GETAL", " NUMBER")),
    (" INTEGER", say(" GETAL", " NUMBER")),
    (" TEXT", say(" TEKST", " TEXT")),
    (" DIRECTORY", say(" MAP", " FOLDER")),
    (" PATH", say(" BESTAND", " FILE")),
)
_RANGE = re.compile(r"(-?\d+)<=x<=(-?\d+)|x>=(-?\d+)")


class Formatter(click.HelpFormatter):
    """Writes help in the language of this process."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        shown = args.replace("[OPTIONS]", say("[OPTIES]", "[OPTIONS]"))
        shown = shown.replace("[COMMAND] [ARGS]...", say("COMMANDO ...", "COMMAND ..."))
        super().write_usage(prog, shown, prefix or say("Gebruik: ", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms with what they mean."""
        super().write_dl([(_said(term), _said(meaning)) for term, meaning in rows], col_max, col_spacing)


class Context(click.Context):
    """Gives commands that formatter."""

    formatter_class = Formatter


def _said(text: str) -> str:
    for theirs, ours in _SAID:
        text = text.replace(theirs, ours)
    return _RANGE.sub(lambda found: _range(found[1] or found[3], found[2]), text)


def _range(least: object, most: object) -> str:
    if most is None:
        return say(f"{least} of meer", f"{least} or more")
    return say(f"{least} tot en met {most}", f"{least} to {most}")


def no_such_command(name: str, names: Sequence[str], context: click.Context) -> click.UsageError:
    """Return the error for a command that does not exist, with the one that may have been meant."""
    meant = get_close_matches(name, names, 1)
    hint = say(f" Bedoelt u ‘{meant[0]}’?", f" Do you mean ‘{meant[0]}’?") if meant else ""
    return click.UsageError(say(f"‘{name}’ is geen commando.{hint}", f"‘{name}’ is no command.{hint}"), context)


def usage_sentence(error: click.UsageError, command: str) -> str:
    """Return what is wrong with how a command was called, what would be right, and where that is explained.

    Parameters
    ----------
    error
        Raised by the library, or by us with a sentence of our own.
    command
        The command as it was called, where the error does not tell.
    """
    path = error.ctx.command_path if error.ctx else command
    return f"{_wrong(error)} " + say(f"‘{path} --help’ legt het uit.", f"‘{path} --help’ explains it.")


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        meant = (
            say(" Bedoelt u {0}?", " Do you mean {0}?").format(error.possibilities[0]) if error.possibilities else ""
        )
        return say(f"{error.option_name} bestaat hier niet.{meant}", f"There is no {error.option_name} here.{meant}")
    if isinstance(error, click.MissingParameter):
        return say(f"Er ontbreekt iets: {_hint(error)}.", f"Something is missing: {_hint(error)}.")
    if isinstance(error, click.BadParameter):
        return say("Bij {0}: {1}", "At {0}: {1}").format(_hint(error), _bad_value(error))
    if isinstance(error, click.BadOptionUsage):
        return _bad_option(error)
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message.partition("(")[2].rstrip(").")
        return say(f"Dit is te veel: {extra}.", f"This is too much: {extra}.")
    return error.message


def _hint(error: click.BadParameter) -> str:
    if isinstance(error.param_hint, str):
        return error.param_hint
    if error.param is None:
        return say("wat u opgaf", "what you gave")
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.get_current_context()).rstrip(". ")
    return error.param.opts[0]


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    for type_, sentence in _BY_TYPE:
        if isinstance(kind, type_):
            return sentence(kind)
    return error.message


def _choice(kind: Any) -> str:
    choices = ", ".join(map(str, kind.choices))
    return say(f"kies uit {choices}.", f"choose from {choices}.")


def _number_between(kind: Any) -> str:
    return say(f"een getal, {_range(kind.min, kind.max)}.", f"a number, {_range(kind.min, kind.max)}.")


def _path(kind: Any) -> str:
    if not kind.file_okay:
        return say("hier hoort een map, geen bestand.", "a folder belongs here, not a file.")
    return say("hier hoort een bestand, geen map.", "a file belongs here, not a folder.")


_BY_TYPE: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (click.Choice, _choice),
    (click.IntRange, _number_between),
    (click.types.IntParamType, lambda _: say("hier hoort een getal.", "a number belongs here.")),
    (click.Path, _path),
)


def _bad_option(error: click.BadOptionUsage) -> str:
    if "requires" in error.message:  # the only way in which the library tells the two cases apart
        return say(f"Bij {error.option_name} hoort een waarde.", f"{error.option_name} takes a value.")
    return say(f"Bij {error.option_name} hoort geen waarde.", f"{error.option_name} takes no value.")
