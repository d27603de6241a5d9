"""What every page of a request shares, and the page for what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.errors import problem_of
from graph.schema.words import Lang
from graph.store.questions import Viewer
from viz.pages.problems import problem_page
from viz.site import Shell, Site

ShellOf = Callable[[Request, str], Shell]
"""Makes the shell of a request, of a page under some entry of the menu."""


def shells(site: Site, sites: Sequence[Site], viewer: Viewer) -> ShellOf:
    """Return what makes the shells of one city's pages.

    Parameters
    ----------
    site
        The city.
    sites
        Every city that is served, the first at the root.
    viewer
        As whom every request looks, until people sign in.
    """

    def shell_of(request: Request, section: str) -> Shell:
        query = tuple((name, value) for name, value in request.query_params.multi_items() if name != "lang")
        lang: Lang = "en" if request.query_params.get("lang") == "en" else "nl"
        here = request.url.path.removeprefix(site.path) or "/"
        return Shell(site, sites, viewer, lang, here, query, section)

    return shell_of


def problem_response(shell: Shell, error: Exception) -> Response:
    """Return the page for something that went wrong.

    Parameters
    ----------
    shell
        Site and language.
    error
        What was raised.
    """
    problem = problem_of(error)
    # Of an unknown id its own sentence names a command; the page has a search field instead.
    sentence = "" if problem.status == 404 else problem.sentence(shell.lang)
    return HTMLResponse(problem_page(shell, problem.status, sentence), problem.status)
