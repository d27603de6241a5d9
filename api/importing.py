"""Taking files in over HTTP: the pages of importing, ``POST /uploads``, and the rows that a load set aside.

Who may not load finds nothing here, not even that there is something. What is posted is checked as a judgement is:
where it came from, and on pages the mark in the form.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from api.errors import problem_of
from api.forms import Posted, read_form, read_upload
from api.shells import problem_response, shells
from api.uploads import UPLOAD_SECONDS, ImportFiles, keep
from graph.errors import ConflictError, ForbiddenError, InputError, UnknownIdError, WijkwebError
from graph.network.importing.imports import Imports
from graph.network.importing.keeping import too_large
from graph.network.importing.uploads import MAY_LOAD, Upload
from graph.network.importing.work import Stage
from graph.store.questions import Viewer
from viz.pages.importing.checking import busy_page, check_page, stage_words, stuck_page
from viz.pages.importing.choosing import read_choices
from viz.pages.importing.columns import Tried, columns_page
from viz.pages.importing.loaded import load_page
from viz.pages.importing.recalled import recalled_page
from viz.pages.importing.start import import_page, import_parts
from viz.pages.problems import problem_page
from viz.site import Shell, Site
from viz.tokens import FormTokens

LONGEST_CHOICES = 262_144
"""Bytes of the form with what columns are: a table has at most 500 of them."""
MOST_CHOICES = 1_200
"""Fields of that form."""

WAIT_SECONDS = 1.5
"""How long a page waits for work that may be done in a moment, before it shows how far it is."""
Page = Callable[[Shell, Mapping[str, str]], Response]


def build_imports_router(site: Site, sites: Sequence[Site], viewer: Viewer) -> APIRouter:
    """Return the routes with which one city takes files in, without its path before them.

    Parameters
    ----------
    site
        The city.
    sites
        Every city that is served, the first at the root.
    viewer
        As whom every request looks and acts, until people sign in.
    """
    pages = ImportPages(site, sites, viewer)
    router = APIRouter()
    router.add_route("/inlezen", pages.receive, methods=["POST"])
    for path, page in pages.readable().items():
        router.add_route(path, pages.reader(page), methods=["GET"])
    for path, page in pages.writable().items():
        router.add_route(path, pages.writer(page), methods=["POST"])
    files = ImportFiles(site, viewer)
    router.add_route("/uploads", files.receive, methods=["POST"])
    router.add_route("/loads/{id:path}/quarantine", files.quarantine, methods=["GET"])
    return router


class ImportPages:
    """The pages of importing of one city.

    Parameters
    ----------
    site, sites, viewer
        As `build_imports_router` takes them.
    """

    def __init__(self, site: Site, sites: Sequence[Site], viewer: Viewer) -> None:
        self._site = site
        self._viewer = viewer
        self._tokens = FormTokens(site.network.secret)
        self._shell_of = shells(site, sites, viewer)

    @property
    def _imports(self) -> Imports:
        return self._site.network.imports

    def readable(self) -> dict[str, Page]:
        """Return the pages that are only read, by path."""
        return {
            "/inlezen": self._start,
            "/inlezen/lading/{number:int}": self._load,
            "/inlezen/{id}": self._now,
            "/inlezen/{id}/stand": self._state,
            "/inlezen/{id}/kolommen": self._columns,
            "/inlezen/{id}/nakijken": self._check,
        }

    def writable(self) -> dict[str, Page]:
        """Return what is posted, by path; the file itself comes by another way."""
        return {
            "/inlezen/lading/{number:int}/terug": self._undo,
            "/inlezen/{id}/kolommen": self._choose,
            "/inlezen/{id}/inlezen": self._apply,
            "/inlezen/{id}/weg": self._drop,
        }

    # ------------------------------------------------------------------------------------------------ answering

    def reader(self, page: Page) -> Callable[[Request], Response]:
        """Return what answers a request to read; it runs in a thread of its own."""

        def answer(request: Request) -> Response:
            shell = self._shell_of(request, "/inlezen")
            return self._answer(page, shell, {**request.query_params, **_path(request)})

        return answer

    def writer(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers a posted form."""

        async def answer(request: Request) -> Response:
            shell = self._posted_shell(request)
            try:
                form = await read_form(request, most=LONGEST_CHOICES, fields=MOST_CHOICES)
            except WijkwebError as error:
                return problem_response(shell, error)
            return await run_in_threadpool(self._answer, page, shell, {**form, **_path(request)})

        return answer

    async def receive(self, request: Request) -> Response:
        """Answer a posted file: keep it and go on, or say on the same page why not."""
        shell = self._posted_shell(request)
        if self._viewer.role not in MAY_LOAD:
            return _nowhere(shell)
        try:
            limits = self._imports.limits
            posted = await read_upload(request, limits.upload_bytes, too_large(limits))
        except WijkwebError as error:
            return await run_in_threadpool(self._refused, shell, error)
        try:
            return await run_in_threadpool(self._kept, shell, posted)
        finally:
            posted.close()

    def _kept(self, shell: Shell, posted: Posted) -> Response:
        try:
            self._check_form(shell, posted.fields, "upload", "")
            upload = keep(self._imports, posted, "bestand", self._viewer, wait=WAIT_SECONDS)
        except Exception as error:  # the outermost edge of a page: it says one sentence, and the log the rest
            return self._refused(shell, error)
        return RedirectResponse(shell.url(f"/inlezen/{upload.id}"), 303)

    def _refused(self, shell: Shell, error: Exception) -> Response:
        problem = problem_of(error)
        page = import_page(shell, self._tokens, problem.sentence(shell.lang))
        return HTMLResponse(page, problem.status)

    def _answer(self, page: Page, shell: Shell, given: Mapping[str, str]) -> Response:
        if self._viewer.role not in MAY_LOAD:
            return _nowhere(shell)
        try:
            return page(shell, given)
        except Exception as error:  # the outermost edge of a page: it says one sentence, and the log the rest
            return problem_response(shell, error)

    def _posted_shell(self, request: Request) -> Shell:
        # What was posted has no address of its own: links on the answer lead to where importing begins.
        return replace(self._shell_of(request, "/inlezen"), here="/inlezen", query=())

    def _check_form(self, shell: Shell, form: Mapping[str, str], what: str, subject: str) -> None:
        if not self._tokens.is_valid(form.get("merk", ""), *import_parts(shell, what, subject)):
            raise ForbiddenError(
                "Deze pagina is verouderd. Ga terug, laad haar opnieuw en probeer het nog eens.",
                "This page is out of date. Go back, load it again and try once more.",
            )

    # ------------------------------------------------------------------------------------------------ reading

    def _start(self, shell: Shell, given: Mapping[str, str]) -> Response:
        told = given.get("voorstellen", "")
        proposed = int(told) if told.isascii() and told.isdecimal() and len(told) < 7 else None
        return HTMLResponse(import_page(shell, self._tokens, proposed=proposed))

    def _now(self, shell: Shell, given: Mapping[str, str]) -> Response:
        """Show an upload where it is: how far the work is, what is wrong, or the next thing to decide."""
        upload = self._upload(given)
        if upload.stage is Stage.LOADED:
            return _to_load(shell, upload)
        if not upload.is_resting:
            return HTMLResponse(busy_page(shell, upload))
        if upload.stage in (Stage.FAILED, Stage.CUT_OFF):
            return HTMLResponse(stuck_page(shell, self._tokens, upload))
        has_columns = (upload.proposal or upload.recalled) and given.get("naar") != "nakijken"
        step = "kolommen" if has_columns else "nakijken"
        return RedirectResponse(shell.url(f"/inlezen/{upload.id}/{step}"), 303)

    def _state(self, shell: Shell, given: Mapping[str, str]) -> Response:
        upload = self._imports.upload(given["id"], self._viewer)
        done = {"resting": upload.is_resting, "percent": round(upload.fraction * 100)}
        return JSONResponse({**done, "what": stage_words(upload, shell.lang)}, headers={"Cache-Control": "no-store"})

    def _columns(self, shell: Shell, given: Mapping[str, str]) -> Response:
        upload = self._upload(given)
        if upload.stage is Stage.READY and upload.recalled is not None:
            return HTMLResponse(recalled_page(shell, self._tokens, upload))
        if upload.stage is not Stage.READY or upload.proposal is None:
            return RedirectResponse(shell.url(f"/inlezen/{upload.id}"), 303)
        return HTMLResponse(columns_page(shell, self._tokens, upload))

    def _check(self, shell: Shell, given: Mapping[str, str]) -> Response:
        upload = self._upload(given)
        if upload.stage is not Stage.READY or upload.plan is None:
            return RedirectResponse(shell.url(f"/inlezen/{upload.id}", naar="nakijken"), 303)
        return HTMLResponse(check_page(shell, self._tokens, upload))

    def _load(self, shell: Shell, given: Mapping[str, str]) -> Response:
        again = bool(given.get("weer"))
        return HTMLResponse(load_page(shell, self._tokens, int(given["number"]), again=again))

    def _upload(self, given: Mapping[str, str]) -> Upload:
        return self._imports.upload(given["id"], self._viewer, wait=WAIT_SECONDS)

    # ------------------------------------------------------------------------------------------------ writing

    def _choose(self, shell: Shell, form: Mapping[str, str]) -> Response:
        self._check_form(shell, form, "columns", form["id"])
        upload = self._upload(form)
        choices = read_choices(form, upload)
        adds = {"ja": True, "nee": False}.get(form.get("aanvullen", ""))
        afresh = form.get("stap") == "opnieuw"
        try:
            if afresh or choices != upload.choices or adds not in (None, upload.adds):
                self._imports.choose(upload.id, choices, self._viewer, adds=adds, afresh=afresh)
        except InputError as error:
            upload = self._upload(form)
            if upload.proposal is None:
                raise
            tried = Tried(error.sentence(shell.lang), choices)
            return HTMLResponse(columns_page(shell, self._tokens, upload, tried), 400)
        if form.get("stap") == "verder":
            return RedirectResponse(shell.url(f"/inlezen/{upload.id}/nakijken"), 303)
        return RedirectResponse(shell.url(f"/inlezen/{upload.id}/kolommen"), 303)

    def _apply(self, shell: Shell, form: Mapping[str, str]) -> Response:
        self._check_form(shell, form, "apply", form["id"])
        revision = form.get("revisie", "")
        try:
            self._imports.apply(form["id"], self._viewer, revision=int(revision) if revision.isdecimal() else None)
        except ConflictError as error:
            upload = self._imports.upload(form["id"], self._viewer, wait=UPLOAD_SECONDS)
            if upload.plan is None:
                raise
            return HTMLResponse(check_page(shell, self._tokens, upload, error.sentence(shell.lang)), 409)
        return RedirectResponse(shell.url(f"/inlezen/{form['id']}"), 303)

    def _drop(self, shell: Shell, form: Mapping[str, str]) -> Response:
        self._check_form(shell, form, "drop", form["id"])
        self._imports.abandon(form["id"], self._viewer)
        return RedirectResponse(shell.url("/inlezen"), 303)

    def _undo(self, shell: Shell, form: Mapping[str, str]) -> Response:
        number = int(form["number"])
        self._check_form(shell, form, "undo", str(number))
        try:
            self._imports.undo(number, self._viewer, form.get("waarom", "").strip()[:500])
        except (ConflictError, InputError) as error:
            if isinstance(error, UnknownIdError):
                raise
            page = load_page(shell, self._tokens, number, refused=error.sentence(shell.lang))
            return HTMLResponse(page, problem_of(error).status)
        return RedirectResponse(shell.url(f"/inlezen/lading/{number}"), 303)


def _path(request: Request) -> dict[str, str]:
    return {name: str(value) for name, value in request.path_params.items()}


def _to_load(shell: Shell, upload: Upload) -> Response:
    if not upload.number:  # a report of a meeting is no load: what it says waits to be accepted
        return RedirectResponse(shell.url("/inlezen", voorstellen=str(upload.proposed)), 303)
    return RedirectResponse(shell.url(f"/inlezen/lading/{upload.number}", weer="ja" if upload.nothing_new else ""), 303)


def _nowhere(shell: Shell) -> Response:
    return HTMLResponse(problem_page(replace(shell, section="-"), 404), 404)
