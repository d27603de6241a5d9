"""What the library of commands says by itself, in our words."""

from __future__ import annotations

import click
import pytest

from graph.cli.usage import Context, no_such_command, usage_sentence


@click.command()
@click.argument("number", type=int, metavar="NUMMER")
@click.option("--first", type=click.IntRange(1), default=20, show_default=True, help="Hoeveel.")
@click.option("--form", type=click.Choice(["a", "b"]))
@click.option("--all", "every", is_flag=True)
@click.option("--into", type=click.Path(file_okay=False))
def command(number: int, first: int, form: str, every: bool, into: str) -> None:
    """Stand for any command."""


command.context_class = Context


def sentence(*arguments: str) -> str:
    """Return what is said of a command that was called in this way."""
    with pytest.raises(click.UsageError) as raised:
        command.main(list(arguments), prog_name="wijkweb x", standalone_mode=False)
    assert raised.value.exit_code == 2
    return usage_sentence(raised.value, "wijkweb x")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Er ontbreekt iets: NUMMER."),
        (["x"], "Bij NUMMER: hier hoort een getal."),
        (["1", "2"], "Dit is te veel: 2."),
        (["1", "--first", "0"], "Bij --first: een getal, 1 of meer."),
        (["1", "--form", "c"], "Bij --form: kies uit a, b."),
        (["1", "--form"], "Bij --form hoort een waarde."),
        (["1", "--all=ja"], "Bij --all hoort geen waarde."),
        (["1", "--frm", "a"], "--frm bestaat hier niet. Bedoelt u --form?"),
        (["1", "--into", __file__], "Bij --into: hier hoort een map, geen bestand."),
    ],
)
def test_wrong_usage_is_one_sentence_that_says_what_would_be_right(arguments: list[str], told: str) -> None:
    assert sentence(*arguments) == f"{told} ‘wijkweb x --help’ legt het uit."


def test_an_unknown_command_is_answered_with_the_one_that_may_be_meant() -> None:
    context = click.Context(command, info_name="wijkweb")
    assert no_such_command("lod", ["load", "show"], context).message == "‘lod’ is geen commando. Bedoelt u ‘load’?"
    assert no_such_command("xyz", ["load", "show"], context).message == "‘xyz’ is geen commando."


def test_help_has_our_headings_and_words() -> None:
    shown = command.get_help(Context(command, info_name="wijkweb x"))
    assert shown.startswith("Gebruik: wijkweb x [OPTIES] NUMMER")
    assert all(words in shown for words in ("Opties:", "--first GETAL", "[standaard: 20; 1 of meer]", "--into MAP"))
    assert "Laat deze uitleg zien." in shown
