"""Files that programs send and fetch: ``POST /uploads``, and the rows that a load set aside."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from api.errors import problem_of
from api.forms import Posted, pieces, read_upload
from api.load_ids import PLAN_ID, check_may_upload, load_number, no_load
from api.negotiation import choose_language
from graph.errors import ForbiddenError, InputError, WijkwebError
from graph.network.importing.imports import Imports
from graph.network.importing.keeping import too_large
from graph.network.importing.uploads import Upload
from graph.network.importing.work import Stage
from graph.schema.words import Lang
from graph.store.questions import Viewer
from viz.site import Site

UPLOAD_SECONDS = 30.0
"""How long a program that sends a file waits for its plan."""


class ImportFiles:
    """Files that programs send and fetch, of one city.

    Parameters
    ----------
    site, viewer
        As `build_imports_router` takes them.
    """

    def __init__(self, site: Site, viewer: Viewer) -> None:
        self._site = site
        self._viewer = viewer

    async def receive(self, request: Request) -> Response:
        """Answer a file with the id of its plan."""
        lang = _language(request)
        try:
            check_may_upload(self._viewer)
            limits = self._site.network.imports.limits
            posted = await read_upload(request, limits.upload_bytes, too_large(limits))
        except WijkwebError as error:
            return _refusal(error, lang)
        try:
            return await run_in_threadpool(self._kept, posted, lang)
        finally:
            posted.close()

    def _kept(self, posted: Posted, lang: Lang) -> Response:
        imports = self._site.network.imports
        try:
            upload = keep(imports, posted, "file", self._viewer, wait=UPLOAD_SECONDS)
        except Exception as error:  # the outermost edge: it says one sentence, and the log the rest
            return _refusal(error, lang)
        made = {"plan": f"{PLAN_ID}{upload.id}", "ready": upload.plan is not None}
        return JSONResponse(made, 201, {"Cache-Control": "no-store"})

    def quarantine(self, request: Request) -> Response:
        """Answer with the rows that a load set aside, as a file of the format of its own."""
        lang = _language(request)
        try:
            path = self._site.network.imports.quarantine(load_number(request.path_params["id"]), self._viewer)
        except ForbiddenError:
            return _refusal(no_load(), lang)  # who may not load is not told that there is a load
        except Exception as error:  # the outermost edge, as above
            return _refusal(error, lang)
        headers = {
            "Cache-Control": "no-store",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(path.name)}",
        }
        return FileResponse(path, media_type="application/octet-stream", headers=headers)


def keep(imports: Imports, posted: Posted, field: str, viewer: Viewer, *, wait: float) -> Upload:
    """Keep the file of a form and look at it; what can never be loaded is thrown away again.

    Parameters
    ----------
    imports
        Where it is kept.
    posted, field
        The form, and the field that holds the file.
    viewer
        Who sends it.
    wait
        Seconds to wait for the plan.

    Raises
    ------
    InputError
        There is no file, or it cannot be used as it is, whichever sheet of it.
    """
    file = posted.files.get(field)
    if file is None or not file.filename:
        raise InputError("Kies eerst een bestand.", f"Choose a file first (in the field ‘{field}’).")
    upload = imports.upload(imports.receive(file.filename, pieces(file.file), viewer), viewer, wait=wait)
    if upload.stage is Stage.FAILED and upload.error is not None and len(upload.sheets) < 2:
        imports.abandon(upload.id, viewer)
        raise upload.error
    return upload


def _language(request: Request) -> Lang:
    asked = request.query_params.get("lang")
    if asked in ("nl", "en"):
        return "en" if asked == "en" else "nl"
    return choose_language(request.headers.get("accept-language", ""))


def _refusal(error: Exception, lang: Lang) -> Response:
    problem = problem_of(error)
    body = {"errors": [{"message": problem.sentence(lang), "extensions": {"code": problem.code.value}}]}
    return JSONResponse(body, problem.status)
