"""Commands about the store itself: init, backup, doctor."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import orjson

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, say_aside
from graph.cli.writing import write_whole
from graph.errors import FileError
from graph.store.loads import Document


@click.command(
    help=example("Maak een lege opslag.", "Make an empty store.", "wijkweb init --store sqlite:///wijkweb.sqlite")
)
@common_options(dated=False)
def init(common: Common) -> None:
    """Make an empty store."""
    with common.network(create=True) as network:
        if common.json:
            print_json({"store": network.store.url})
        else:
            click.echo(say(f"De opslag {network.store.url} is klaar.", f"The store {network.store.url} is ready."))


@click.command(
    help=example(
        "Schrijf alles uit de opslag naar één bestand, of zet het met --restore terug in een nieuwe opslag. Het past "
        "op elke opslag: zo verhuist u van SQLite naar Neo4j. Er staan namen in: bewaar het veilig.",
        "Write all of the store to one file, or put it back into a new store with --restore. The file fits any store: "
        "that is also how you move from SQLite to Neo4j. It holds names of people: keep it safe.",
        "wijkweb backup wijkweb-2026-11-22.jsonl.gz",
        "wijkweb backup wijkweb-2026-11-22.jsonl.gz --restore --store bolt://127.0.0.1:7687",
    )
)
@click.argument("file", metavar=say("BESTAND", "FILE"), type=click.Path(path_type=Path, dir_okay=False, readable=False))
@click.option(
    "--restore", is_flag=True, help=say("Zet terug in plaats van te bewaren.", "Put back instead of keeping.")
)
@common_options(dated=False)
def backup(common: Common, file: Path, restore: bool) -> None:
    """Write all of the store to a file, or put it back."""
    if restore:
        _check(file)
    with common.network(create=restore) as network:
        if restore:
            network.store.restore(_read(file))
            done = say(f"{file} staat in {network.store.url}.", f"{file} stands in {network.store.url}.")
        else:
            write_whole(file, _packed(network.store.dump()), mode=0o600)
            done = say(f"{network.store.url} staat in {file}.", f"{network.store.url} stands in {file}.")
        if common.json:
            print_json({"file": str(file), "store": network.store.url, "restored": restore})
        else:
            click.echo(done)


def _packed(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield documents as lines of JSON, packed; the same documents give the same bytes."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)  # in the form of gzip, without a name and a moment
    for document in documents:
        yield packer.compress(orjson.dumps(document) + b"\n")
    yield packer.flush()


def _check(file: Path) -> None:
    """Refuse what is no backup before an empty store is made for it."""
    next(_read(file), None)


def _read(file: Path) -> Iterator[Document]:
    try:
        with gzip.open(file, "rb") as lines:
            for line in lines:
                yield orjson.loads(line)
    except FileNotFoundError:
        raise FileError(f"{file} bestaat niet.", f"{file} does not exist.") from None
    except (OSError, EOFError, zlib.error, orjson.JSONDecodeError) as error:
        raise FileError(f"{file} is geen reservekopie van Wijkweb.", f"{file} is no backup of Wijkweb.") from error


@click.command(
    help=example(
        "Kijk of de opslag in orde is.",
        "Look whether the store is sound.",
        "wijkweb doctor",
        "wijkweb doctor --format json",
    )
)
@common_options(dated=False)
def doctor(common: Common) -> None:
    """Look whether the store is sound; the exit code is 1 when it is not."""
    with common.network() as network:
        problems = [problem.to(LANG) for problem in network.store.problems()]
        if common.json:
            print_json({"store": network.store.url, "sound": not problems, "problems": problems})
        elif problems:
            print_table([say("wat er is", "what is wrong")], [[problem] for problem in problems])
        else:
            click.echo(say(f"{network.store.url} is in orde.", f"{network.store.url} is sound."))
    if problems:
        say_aside(say(f"{len(problems)} punten.", f"{len(problems)} points."))
        raise SystemExit(1)
