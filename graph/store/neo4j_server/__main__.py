"""The command ``python -m graph.store.neo4j_server``: start, stop and look at a Neo4j of one's own."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from graph.errors import WijkwebError
from graph.store.neo4j_server.container import Neo4jContainer, is_engine_answering
from graph.store.neo4j_server.home import Engine, read_state
from graph.store.neo4j_server.jars import GDS_VERSION, NEO4J_VERSION, default_cache, find_gds_jars
from graph.store.neo4j_server.local import LocalNeo4j
from graph.store.neo4j_server.messages import say
from graph.store.neo4j_server.password import is_answering
from graph.store.neo4j_server.server import Neo4jServer

_COMMAND = ("-m", "graph.store.neo4j_server")
# What service managers answer for "not running", to tell it from an error.
_ABSENT = 3
_HIGHEST_PORT = 65535
_T = TypeVar("_T")

_home = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".wijkweb", "neo4j"),
    show_default=True,
    help="Folder for password, data and logs.",
)
_lang = click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language.")


@click.group()
def main() -> None:
    """Start, stop or look at a Neo4j of your own, on this computer.

    Exit code 0: done, or running; 1: it went wrong, one sentence says why; 2: the command was not understood;
    3: there is none running.
    """


@main.command()
@_home
@_lang
@click.option("--port", type=click.IntRange(1, _HIGHEST_PORT), default=7687, show_default=True, help="Port for Bolt.")
@click.option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the password stands or is to stand.  [default: HOME/password]",
)
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in Engine]),
    help="Docker, or Maven Central's jars with Java.  [default: as last time, else Docker where it answers]",
)
@click.option("--gds", is_flag=True, help="With Graph Data Science, which computes inside Neo4j (15 MB more).")
def start(  # one argument for each option
    home: Path, *, lang: str, port: int, password_file: Path | None, engine: str | None, gds: bool
) -> None:
    """Start Neo4j and say how to reach it.

    Example: python -m graph.store.neo4j_server start --port 7688
    """
    server = _guard(lambda: _find(home), lang)
    if server is None:
        chosen = _guard(lambda: _choose_engine(home, engine), lang)
        if chosen is Engine.JARS and not (default_cache() / "lib").is_dir():
            click.echo(say("fetching", lang, version=NEO4J_VERSION), err=True)
        if chosen is Engine.JARS and gds and not find_gds_jars().is_dir():
            click.echo(say("fetching_gds", lang, version=GDS_VERSION), err=True)
        click.echo(say(f"starting_{chosen}", lang), err=True)
        kind = Neo4jContainer if chosen is Engine.DOCKER else Neo4jServer
        server = _guard(lambda: kind.start(home, port, password_file=password_file, with_gds=gds), lang)
    elif gds:
        click.echo(say("runs_already", lang), err=True)
    click.echo(_describe(server, lang))


@main.command()
@_home
@_lang
def stop(home: Path, lang: str) -> None:
    """Stop Neo4j cleanly; its data stay.

    Example: python -m graph.store.neo4j_server stop
    """
    server = _require(home, lang)
    _guard(server.stop, lang)
    if isinstance(server, Neo4jContainer):
        click.echo(say("stopped_container", lang, name=server.name))
    else:
        click.echo(say("stopped", lang, home=server.home))


@main.command()
@_home
@_lang
def status(home: Path, lang: str) -> None:
    """Say whether Neo4j runs, and how to reach it.

    Example: python -m graph.store.neo4j_server status --lang en
    """
    server = _require(home, lang)
    if not _guard(lambda: is_answering(server.access), lang):
        click.echo(say("silent", lang, uri=server.uri))
        sys.exit(1)
    click.echo(_describe(server, lang))


def _guard(call: Callable[[], _T], lang: str) -> _T:
    """Make a call; an error of ours becomes its sentence and exit code 1."""
    try:
        return call()
    except WijkwebError as error:
        click.echo(error.sentence(lang), err=True)
        sys.exit(1)


def _require(home: Path, lang: str) -> Neo4jServer | Neo4jContainer:
    server = _guard(lambda: _find(home), lang)
    if server is None:
        click.echo(say("absent", lang, home=home.resolve()))
        sys.exit(_ABSENT)
    return server


def _find(home: Path) -> Neo4jServer | Neo4jContainer | None:
    return Neo4jServer.find(home) or Neo4jContainer.find(home)


def _choose_engine(home: Path, wanted: str | None) -> Engine:
    """Choose what was asked for, else what holds this home's data, else Docker where it answers."""
    if wanted is not None:
        return Engine(wanted)
    state = read_state(home)
    if state is not None:
        return state.engine
    return Engine.DOCKER if is_engine_answering() else Engine.JARS


def _describe(server: LocalNeo4j, lang: str) -> str:
    stop_command = shlex.join([sys.executable, *_COMMAND, "stop", "--home", str(server.home)])
    return say(
        "running",
        lang,
        uri=server.uri,
        user=server.user,
        password_file=server.password_file,
        quoted_file=shlex.quote(str(server.password_file)),
        stop=stop_command,
    )


if __name__ == "__main__":
    main(prog_name=shlex.join(["python", *_COMMAND]))
