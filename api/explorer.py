"""The map as the site serves it: its page, its data, and vis-network from the package that pyvis brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import orjson
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.advice import AGAIN_SECONDS, WAIT_SECONDS, AdviceDesk, Work
from graph.errors import InputError
from graph.schema.words import Lang
from graph.store.base import View
from graph.store.questions import Viewer
from viz.explorer.document import Asked
from viz.explorer.linking import PageLinks
from viz.explorer.network import vis_script
from viz.explorer.page import explorer_page, site_document
from viz.explorer.plan import Plan, Plans
from viz.explorer.suggested import suggestion_documents
from viz.site import Shell, Site

_A_DAY = 86_400


def build_explorer_router(site: Site, sites: Sequence[Site], viewer: Viewer, desk: AdviceDesk) -> APIRouter:
    """Return the routes of one city's map, without its path before them.

    Parameters
    ----------
    site
        The city.
    sites
        Every city that is served.
    viewer
        As whom every request looks, until people sign in.
    desk
        Where suggestions are computed.
    """
    router = APIRouter()
    plans = Plans(site.network.store.derived)

    def shell_of(request: Request) -> Shell:
        query = tuple((name, value) for name, value in request.query_params.multi_items() if name != "lang")
        lang: Lang = "en" if request.query_params.get("lang") == "en" else "nl"
        return Shell(site, sites, viewer, lang, "/kaart", query)

    def add(path: str, answer: Callable[[View, Plan, Shell, Request], Response], *, dated: bool = True) -> None:
        def handle(request: Request) -> Response:
            day = _day(request.query_params.get("tot", "")) if dated else None
            with site.network.view(viewer, as_of=day) as view:
                return answer(view, plans.plan(view), shell_of(request), request)

        router.add_route(path, handle, methods=["GET"])

    add("/kaart", lambda view, plan, shell, _: HTMLResponse(explorer_page(view, plan, shell)), dated=False)
    add("/kaart.json", lambda view, plan, shell, request: _json(site_document(view, plan, _asked(request), shell)))
    add(
        "/kaart/rond/{id:path}",
        lambda view, plan, shell, request: _json(site_document(view, plan, _asked(request), shell)),
    )

    def suggest(view: View, plan: Plan, shell: Shell, request: Request) -> Response:
        if not desk.is_at_hand(Work.ADVICE, view, WAIT_SECONDS):
            return _json({"suggestions": [], "again": AGAIN_SECONDS}, 202)
        found = site.network.suggestions(view, at_hand=True)
        return _json({"suggestions": suggestion_documents(found, plan, links=PageLinks(shell), lang=shell.lang)})

    add("/kaart/suggesties.json", suggest, dated=False)
    router.add_route("/kaart/vis-network.js", _vis_network, methods=["GET"])
    return router


def _asked(request: Request) -> Asked:
    steps = request.query_params.get("stappen", "1")
    if not (steps.isascii() and steps.isdigit()):
        raise InputError("Het aantal stappen is een getal.", "The number of steps is a number.", concerning=steps)
    everything = request.query_params.get("alles") == "1"
    return Asked(request.path_params.get("id", ""), int(steps[:4]), everything)


def _day(year: str) -> date | None:
    """Return the last day of a year, None for no year."""
    if not year or year == "0":
        return None
    if not (year.isascii() and year.isdigit() and len(year) == 4 and year > "0000"):
        raise InputError("Een jaar is een getal zoals 2017.", "A year is a number such as 2017.", concerning=year)
    return date(int(year), 12, 31)


def _json(document: dict[str, Any], status: int = 200) -> Response:
    return Response(orjson.dumps(document), status, media_type="application/json")


def _vis_network(request: Request) -> Response:
    headers = {"Cache-Control": f"public, max-age={_A_DAY}"}
    return Response(vis_script(), media_type="text/javascript", headers=headers)
