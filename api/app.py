"""The application: every site with its GraphQL, its health and its pages, behind the guards.

One process serves all cities. What is synchronous runs in the thread pool; the event loop only reads and writes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from hashlib import sha256
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

import viz
from api.advice import AdviceDesk
from api.errors import ErrorCode, problem_of
from api.explorer import build_explorer_router
from api.exports import build_exports_router
from api.graphql_http import METHODS, GraphQLEndpoint
from api.guards import Guards
from api.health import health_response
from api.importing import build_imports_router
from api.judging import Judge
from api.limits import ApiLimits
from api.matching import MatchDecider
from api.negotiation import choose_language
from api.pages import build_pages_router
from api.request import Request
from api.running import Runner
from api.schema import executable, sdl
from api.site import Site
from graph.errors import InputError, WijkwebError
from graph.schema.words import Lang, Words
from graph.store.questions import Role, Viewer

STATIC_SECONDS = 3_600
"""How long a browser keeps a style sheet or script; after it, an unchanged one is confirmed with a few bytes."""

LEAST_COMPRESSED = 1_000
"""Bytes from which an answer is compressed."""

LIMITS = ApiLimits()
"""What one request may be, unless told."""


def create_app(sites: Sequence[Site], limits: ApiLimits = LIMITS, viewer: Viewer = Viewer(Role.PUBLIC)) -> FastAPI:
    """Return the application.

    Parameters
    ----------
    sites
        The cities, the first at the root; whoever opened their networks closes them.
    limits
        What one request may be.
    viewer
        As whom every request looks and acts, until people sign in. Sign-in takes the place of `viewer_of` below.

    Raises
    ------
    InputError
        There is no site, or two would stand in one place.
    """
    _check(sites)
    threads = CapacityLimiter(limits.threads)  # of all sites together: they share one interpreter
    runner = Runner(executable(), limits)
    desks = [AdviceDesk(site.network, limits.advice_seconds) for site in sites]
    app = FastAPI(title="Wijkweb", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan(desks, viewer))
    static = Path(viz.__file__).parent / "static"
    if static.is_dir():
        app.mount(f"{sites[0].path}/static", Static(directory=static), name="static")
    # The site at the root comes last: its pages may take any address that is left.
    for site, desk in sorted(zip(sites, desks, strict=True), key=lambda pair: -len(pair[0].path)):
        new_request = _requests(site, viewer, limits, desk)
        endpoint = GraphQLEndpoint(runner, new_request, limits, threads)
        app.include_router(_routes(site, sites, endpoint), prefix=site.path)
        app.include_router(build_exports_router(site, viewer, limits), prefix=site.path)
        app.include_router(build_imports_router(site, sites, viewer), prefix=site.path)
        app.include_router(build_explorer_router(site, sites, viewer, desk), prefix=site.path)
        app.include_router(build_pages_router(site, sites, viewer, desk), prefix=site.path)
    app.add_exception_handler(WijkwebError, _sentence)
    app.add_exception_handler(HTTPException, _nowhere)
    app.add_middleware(GZipMiddleware, minimum_size=LEAST_COMPRESSED)
    app.add_middleware(Guards)
    return app


class Static(StaticFiles):
    """Static files that a browser may keep for a while."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Return a file with how long it may be kept."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        response.headers["Cache-Control"] = f"public, max-age={STATIC_SECONDS}"
        return response


def _check(sites: Sequence[Site]) -> None:
    paths = [site.path for site in sites]
    if not paths or len(set(paths)) < len(paths):
        raise InputError("Geef elke stad een eigen plek in het adres.", "Give every city a place of its own.")


def _requests(site: Site, viewer: Viewer, limits: ApiLimits, desk: AdviceDesk) -> Callable[[Lang, str], Request]:
    judge = Judge(site.network, days=limits.replay_days)
    decider = MatchDecider(site.network, days=limits.replay_days)

    def new_request(lang: Lang, base_url: str) -> Request:
        return Request(site, viewer, limits, desk, judge, decider, lang=lang, base_url=base_url)

    return new_request


def _routes(site: Site, sites: Sequence[Site], endpoint: GraphQLEndpoint) -> APIRouter:
    router = APIRouter()

    def health(http: HttpRequest) -> Response:
        return health_response(site, sites, choose_language(http.headers.get("accept-language", "")))

    async def schema(http: HttpRequest) -> Response:
        mark = f'"{sha256(sdl().encode()).hexdigest()[:16]}"'
        headers = {"Cache-Control": "no-cache", "ETag": mark}
        is_known = mark in http.headers.get("if-none-match", "")
        return Response(status_code=304, headers=headers) if is_known else PlainTextResponse(sdl(), headers=headers)

    router.add_route("/graphql", endpoint.answer, methods=list(METHODS))
    router.add_route("/graphql/schema.graphql", schema, methods=["GET"])
    router.add_route("/health", health, methods=["GET"])
    return router


def _lifespan(desks: Sequence[AdviceDesk], viewer: Viewer) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return what is done before the first request and after the last: advice is computed before somebody asks."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        for desk in desks:
            await to_thread.run_sync(desk.warm, viewer)
        yield
        for desk in desks:
            desk.close()

    return lifespan


def _sentence(http: HttpRequest, error: Exception) -> Response:
    """Return an error that no page caught as one sentence."""
    problem = problem_of(error)
    lang = choose_language(http.headers.get("accept-language", ""))
    return PlainTextResponse(problem.sentence(lang), problem.status)


def _nowhere(http: HttpRequest, error: Exception) -> Response:
    """Return that nothing stands at an address, or takes that method, where no page says so."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    code = ErrorCode.NOT_FOUND if status == 404 else ErrorCode.BAD_INPUT
    words = Words("Hier is niets, of niet zo.", "There is nothing here, or not in this way.")
    message = words.to(choose_language(http.headers.get("accept-language", "")))
    body = {"errors": [{"message": message, "extensions": {"code": code.value}}]}
    return JSONResponse(body, status, dict(getattr(error, "headers", None) or {}))
