"""Options that commands share, and the network that they open with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

import click

from graph.cli.language import LANG, say
from graph.errors import InputError
from graph.network import Network
from graph.schema.values import PartialDate
from graph.settings import Settings, read_settings
from graph.store.computing import EngineName
from graph.store.factory import open_store
from graph.store.questions import Role, Viewer

Function = TypeVar("Function", bound=Callable[..., Any])


@cache
def settings() -> Settings:
    """Return the settings of this process; the command is one of the few that read them."""
    return read_settings()


@dataclass(frozen=True, slots=True)
class Common:
    """What every command may be told.

    Parameters
    ----------
    store
        URL of the store.
    viewer
        As whom to look and act.
    as_of
        Only what had been stated by the end of this day.
    json
        Print JSON instead of a table.
    """

    store: str
    viewer: Viewer
    as_of: date | None
    json: bool

    @contextmanager
    def network(self, *, create: bool = False) -> Iterator[Network]:
        """Open the store, and close it when done."""
        chosen = replace(settings(), store=self.store)
        network = open_network(chosen, create=create)
        try:
            yield network
        finally:
            network.close()


def open_network(chosen: Settings, *, create: bool = False) -> Network:
    """Open the network that settings name."""
    if not 0 <= chosen.fairness <= 1:
        raise InputError(
            f"De instelling fairness kan niet {chosen.fairness} zijn. Kies een getal van 0 tot en met 1.",
            f"The setting fairness cannot be {chosen.fairness}. Choose a number from 0 to 1.",
            concerning="fairness",
        )
    store = open_store(chosen, create=create)
    return Network(store, secret=chosen.key(), city=chosen.city, uploads=chosen.uploads(), fairness=chosen.fairness)


def common_options(*, role: Role | None = None, dated: bool = True) -> Callable[[Function], Function]:
    """Give a command the shared options; it receives them as one `Common`.

    Parameters
    ----------
    role
        Role that it acts as unless told; the one in the settings where None.
    dated
        Whether it can look as of a day.
    """

    def decorate(function: Function) -> Function:
        def run(*args: Any, **kwargs: Any) -> Any:
            kwargs.pop("lang")  # read before the commands were built
            store = kwargs.pop("store") or settings().store
            viewer = Viewer(_role(kwargs.pop("role_") or (role.value if role else settings().role)))
            common = Common(store, viewer, _day(kwargs.pop("as_of", None)), kwargs.pop("format_") == "json")
            return function(common, *args, **kwargs)

        run.__doc__ = function.__doc__
        run.__name__ = function.__name__
        decorated: Any = run
        roles = click.Choice([one.value for one in Role])
        options = [
            click.option("--store", metavar="URL", help=say("De opslag, zoals sqlite:///wijkweb.sqlite of bolt://127.0.0.1:7687.",
                         "The store, such as sqlite:///wijkweb.sqlite or bolt://127.0.0.1:7687.")),
            click.option("--as", "role_", type=roles, metavar=say("ROL", "ROLE"), help=say(
                "Als wie u kijkt en handelt: public, staff, facilitator of admin.",
                "As whom you look and act: public, staff, facilitator or admin.")),
            click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table",
                         help=say("Vorm van het antwoord.", "Form of the answer.")),
            click.option("--lang", type=click.Choice(["nl", "en"]), help=say("Taal.", "Language.")),
        ]  # fmt: skip
        if dated:
            options.insert(2, click.option("--as-of", metavar=say("DATUM", "DATE"), help=say(
                "Alleen wat tot en met die dag was gezegd, zoals 2016-12-31.",
                "Only what had been said by the end of that day, such as 2016-12-31.")))  # fmt: skip
        for option in reversed(options):
            decorated = option(decorated)
        return decorated  # type: ignore[no-any-return]

    return decorate


def engine_option(function: Function) -> Function:
    """Give a command the choice of what computes; it receives the name as ``engine``."""
    decorated: Function = click.option(
        "--engine", type=click.Choice([one.value for one in EngineName]), default=EngineName.LOCAL.value,
        show_default=True,
        help=say("Wat rekent: Wijkweb zelf (local), of Graph Data Science in uw Neo4j (gds).",
                 "What computes: Wijkweb itself (local), or Graph Data Science in your Neo4j (gds)."),
    )(function)  # fmt: skip
    return decorated


def _role(name: str) -> Role:
    """Return the role of that name; one that comes from the settings may be none."""
    try:
        return Role(name)
    except ValueError:
        names = ", ".join(one.value for one in Role)
        raise InputError(
            f"De instelling role kan niet ‘{name}’ zijn. Kies uit: {names}.",
            f"The setting role cannot be ‘{name}’. Choose from: {names}.",
        ) from None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return PartialDate.parse(text).latest
    except InputError as error:
        raise click.BadParameter(error.sentence(LANG), param_hint="--as-of") from error


def example(nl: str, en: str, *commands: str) -> str:
    """Return the help of a command: what it does, and examples that can be copied."""
    shown = "\n".join(f"  {command}" for command in commands)
    return f"{say(nl, en)}\n\n\b\n{say('Voorbeeld', 'Example')}:\n{shown}"
