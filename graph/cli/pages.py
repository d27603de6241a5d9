"""Commands that show pages: serve, view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example, open_network, settings
from graph.cli.printing import print_json, say_aside
from graph.cli.writing import write_whole
from graph.settings import Settings
from graph.store.questions import Role, Viewer

if TYPE_CHECKING:
    from api.site import Site

PRACTICE_PATH = "/oefenstad"
"""Where the practice city stands in the address."""


@click.command(
    help=example(
        "Start de website op deze computer. Alleen wie op deze computer werkt kan erbij. Stop met Ctrl-C.",
        "Start the site on this computer. Only who works on this computer can reach it. Stop with Ctrl-C.",
        "wijkweb serve",
        "wijkweb serve --practice sqlite:///oefenstad.sqlite --port 8080",
        "wijkweb serve --as public",
    )
)
@click.option("--port", type=click.IntRange(0, 65535), metavar=say("GETAL", "NUMBER"),
              help=say("Poort; 0 voor een vrije.", "Port; 0 for a free one."))  # fmt: skip
@click.option("--store", metavar="URL", help=say("De opslag, zoals sqlite:///wijkweb.sqlite.",
              "The store, such as sqlite:///wijkweb.sqlite."))  # fmt: skip
@click.option("--practice", metavar="URL", help=say(f"De opslag van de oefenstad, die onder {PRACTICE_PATH}/ komt.",
              f"The store of the practice city, which comes under {PRACTICE_PATH}/."))  # fmt: skip
@click.option("--as", "role", type=click.Choice([one.value for one in Role]), default=Role.FACILITATOR.value,
              show_default=True, help=say("Als wie ieder kijkt en handelt.", "As whom all look and act."))  # fmt: skip
@click.option("--lang", type=click.Choice(["nl", "en"]), expose_value=False, help=say("Taal.", "Language."))
def serve(port: int | None, store: str | None, practice: str | None, role: str) -> None:
    """Serve the site until somebody stops it."""
    given = settings()
    chosen = replace(
        given,
        store=store or given.store,
        practice_store=given.practice_store if practice is None else practice,
        port=given.port if port is None else port,
    )
    from api.app import create_app  # noqa: PLC0415 - only what serves needs the site
    from api.serving import listen, serve_until_interrupted  # noqa: PLC0415 - as above

    # The address first: that somebody else has it is known at once, before any store is opened.
    with listen(chosen.host, chosen.port) as listener, _open_sites(chosen) as sites:
        app = create_app(sites, viewer=Viewer(Role(role)))
        _invite(chosen.host, listener.getsockname()[1], sites)
        serve_until_interrupted(app, listener)


@contextmanager
def _open_sites(chosen: Settings) -> Iterator[Sequence[Site]]:
    """Open the city and, where there is one, the practice city; close both when done."""
    from api.site import Site, find_city_name  # noqa: PLC0415 - as above

    with ExitStack() as opened:
        sites = []
        for path, url in (("", chosen.store), (PRACTICE_PATH, chosen.practice_store)):
            if url:
                city = chosen.city if not path else ""
                network = open_network(replace(chosen, store=url, city=city))
                opened.callback(network.close)
                sites.append(Site(path, network, find_city_name(network, city), is_practice=bool(path)))
        yield sites


def _invite(host: str, port: int, sites: Sequence[Site]) -> None:
    address = f"http://{host}:{port}/"
    cities = say(" en ", " and ").join(site.city for site in sites)
    say_aside(
        say(f"{cities}: open {address} in uw browser. Stop met Ctrl-C.",
            f"{cities}: open {address} in your browser. Stop with Ctrl-C.")
    )  # fmt: skip


@click.command(
    help=example(
        "Maak één bestand met de kaart, om te mailen of te bewaren. Het opent in elke browser, zonder internet. "
        "Standaard staat er alleen in wat openbaar is.",
        "Write one file with the map, to send by e-mail or to keep. It opens in any browser, without internet. It "
        "holds only what is public unless told otherwise.",
        "wijkweb view kaart.html",
        "wijkweb view kaart-2017.html --as-of 2017-12-31 --lang en",
    )
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common_options(role=Role.PUBLIC)
def view(common: Common, file: Path) -> None:
    """Write one file with the map."""
    from viz.standalone import make_standalone  # noqa: PLC0415 - `wijkweb serve` needs no file

    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as seen:
        made = make_standalone(network, seen, "en" if LANG == "en" else "nl")
    size = write_whole(file, [made.html.encode()])
    if common.json:
        print_json({"file": str(file), "bytes": size, "names": made.names, "lines": made.lines})
        return
    click.echo(
        say(f"{file} is geschreven: {made.names} namen, {made.lines} lijnen, {size / 1e6:.1f} MB.",
            f"{file} has been written: {made.names} names, {made.lines} lines, {size / 1e6:.1f} MB.")
    )  # fmt: skip
    if common.viewer.role is not Role.PUBLIC:
        say_aside(
            say("Let op: hierin staat ook wat niet openbaar is.", "Mind: it also holds what is not public.")
        )  # fmt: skip
