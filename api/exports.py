"""Exports over HTTP: ``/export/{format}`` gives all that who asks may see, as a file to keep.

A file is made whole before its first byte goes out, so that what goes wrong is one sentence and never half a file; what
is large waits on disk. One at a time is made for each city: an export reads everything, and two do not go faster.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import IO

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from api.errors import BusyError, TooCostlyError, problem_of
from api.limits import ApiLimits
from api.negotiation import choose_language
from api.site import Site
from graph.errors import UnknownIdError
from graph.network.exports.formats import FORMATS, Format
from graph.schema.words import Lang, slug
from graph.store.questions import Viewer

_PIECE = 1 << 16
_IN_MEMORY = 16 * 1024 * 1024


def build_exports_router(site: Site, viewer: Viewer, limits: ApiLimits) -> APIRouter:
    """Return the routes of one city's exports, without its path before them.

    Parameters
    ----------
    site
        The city.
    viewer
        As whom every request looks, until people sign in.
    limits
        How large a file may be, and when somebody who comes while another is made should come back.
    """
    router = APIRouter()
    turn = BoundedSemaphore(1)

    def answer(request: Request) -> Response:
        lang: Lang = choose_language(request.headers.get("accept-language", ""))
        if (asked := request.query_params.get("lang")) in ("nl", "en"):
            lang = "en" if asked == "en" else "nl"
        try:
            form = _format(request.path_params["form"])
            with _turn(turn):
                made = _made(site, viewer, (form.name, lang), limits.export_bytes)
        except Exception as error:  # the outermost edge: it says one sentence, and the log the rest
            problem = problem_of(error)
            headers = {"Retry-After": str(limits.retry_seconds)} if problem.status == 503 else {}
            return PlainTextResponse(problem.sentence(lang), problem.status, headers)
        return _sent(made, form, site)

    router.add_route("/export/{form}", answer, methods=["GET"])
    return router


@contextmanager
def _turn(turn: BoundedSemaphore) -> Iterator[None]:
    """Hold the turn to make an export; refuse where another has it, so that no thread stands waiting."""
    if not turn.acquire(blocking=False):
        raise BusyError(
            "Er wordt al een export gemaakt. Probeer het zo nog eens.",
            "Another export is being made. Try again in a moment.",
        )
    try:
        yield
    finally:
        turn.release()


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UnknownIdError(
            f"Dit is geen exportformaat. Kies uit: {', '.join(FORMATS)}.",
            f"This is no export format. Choose from: {', '.join(FORMATS)}.",
            concerning=name,
        )
    return FORMATS[name]


def _made(site: Site, viewer: Viewer, asked: tuple[str, str], most_bytes: int) -> IO[bytes]:
    """Return a file with an export, to be read from its beginning; whoever reads it closes it.

    Raises
    ------
    TooCostlyError
        It is larger than an answer may be.
    """
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
    try:
        with site.network.view(viewer) as view:
            for part in site.network.export(view, *asked):
                _check_size(spool.tell() + len(part), most_bytes)
                spool.write(part)
        spool.seek(0)
    except BaseException:
        spool.close()
        raise
    return spool


def _check_size(size: int, most_bytes: int) -> None:
    if size > most_bytes:
        megabytes = most_bytes // 1_000_000
        raise TooCostlyError(
            f"Deze export is groter dan {megabytes} MB. Maak hem met het commando: wijkweb export.",
            f"This export is larger than {megabytes} MB. Make it with the command: wijkweb export.",
        )


def _sent(made: IO[bytes], form: Format, site: Site) -> Response:
    made.seek(0, 2)
    size = made.tell()
    made.seek(0)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(site, form)}"',
        "Content-Length": str(size),
        "Cache-Control": "no-store",  # what one may see, the next at this computer may not
    }
    return StreamingResponse(_pieces(made), 200, headers, form.media_type, BackgroundTask(made.close))


def _pieces(made: IO[bytes]) -> Iterator[bytes]:
    while piece := made.read(_PIECE):
        yield piece


def file_name(site: Site, form: Format) -> str:
    """Return the name under which a browser keeps an export: plain letters, whatever the city is called."""
    return f"wijkweb-{slug(site.city) or 'stad'}-{form.name}.{form.ending}"
