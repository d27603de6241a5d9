"""The pages: one address each, one view of the store each, opened in the thread that answers and closed there.

What goes wrong becomes a page with one clear sentence. What is posted is checked twice against other sites: where it
came from, and the mark in the form.

Longer than most: it is the one table of the site's addresses.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from api.advice import AGAIN_SECONDS, WAIT_SECONDS, AdviceDesk, Work
from api.forms import read_form
from api.shells import problem_response, shells
from graph.errors import WijkwebError
from graph.schema.words import Lang
from graph.store.base import View
from graph.store.questions import Viewer
from viz.links import KIND_OF_LIST, KIND_OF_PATH, KIND_PATHS
from viz.pages import double_names, proposals
from viz.pages import trail as trail_pages
from viz.pages.adding import adding_page
from viz.pages.deciding_pairs import merge_what_is_sure, take_decision, take_merge_back
from viz.pages.deciding_proposals import accept_what_is_sure, take_proposal, take_sure_back
from viz.pages.double_names import double_names_page
from viz.pages.history import history_page
from viz.pages.judging import take_back, take_verdict
from viz.pages.kept_choice import FIELD, KeptChoice
from viz.pages.listing import Chosen, list_page
from viz.pages.node import Moved, node_page
from viz.pages.problems import problem_page
from viz.pages.questions import asking
from viz.pages.questions.alliances import alliances_page
from viz.pages.questions.compositions import compositions_page
from viz.pages.questions.connectors import connectors_page
from viz.pages.questions.gaps import gaps_page
from viz.pages.questions.invitation import COUNT, TAKE_BACK, count_invited, invitation_page, take_invited_back
from viz.pages.questions.ledger import ledger_page
from viz.pages.questions.page import busy_page, questions_page
from viz.pages.questions.quality import NEWEST, check_may_measure, quality_page
from viz.pages.questions.ranking import ranking_page
from viz.pages.questions.values import values_page
from viz.pages.searching import search_document, search_page
from viz.pages.start import start_page
from viz.pages.ties import ties_page
from viz.pages.who_with_whom import Asked, Refused, suggestions_page
from viz.rendering import render
from viz.site import Shell, Site
from viz.tokens import FormTokens

Given = Mapping[str, str]
Made = str | Response | Moved
Page = Callable[[View, Shell, Given], Made]


def build_pages_router(site: Site, sites: Sequence[Site], viewer: Viewer, desk: AdviceDesk) -> APIRouter:
    """Return the routes of one city's pages, without its path before them.

    Parameters
    ----------
    site
        The city.
    sites
        Every city that is served, the first at the root.
    viewer
        As whom every request looks, until people sign in.
    desk
        Where advice is computed that takes longer than a page.
    """
    pages = Pages(site, sites, viewer, desk)
    router = APIRouter()
    for path, page in pages.readable().items():
        router.add_route(path, pages.reader(page, path), methods=["GET"])
    for path, page in pages.writable().items():
        router.add_route(path, pages.writer(page, path), methods=["POST"])
    router.add_route("/{rest:path}", pages.nowhere, methods=["GET"])
    return router


class Pages:
    """The pages of one city.

    Parameters
    ----------
    site, sites, viewer, desk
        As `build_pages_router` takes them.
    """

    def __init__(self, site: Site, sites: Sequence[Site], viewer: Viewer, desk: AdviceDesk) -> None:
        self._site = site
        self._desk = desk
        self._sites = sites
        self._viewer = viewer
        self._tokens = FormTokens(site.network.secret)
        self._shell_of = shells(site, sites, viewer)

    def readable(self) -> dict[str, Page]:
        """Return the pages that are only read, by path."""
        pages: dict[str, Page] = {
            "/": lambda view, shell, given: start_page(view, shell),
            "/zoeken": lambda view, shell, given: search_page(
                view, shell, given.get("q", ""), kind=given.get("soort", ""), after=given.get("na", "")
            ),
            "/zoeken.json": lambda view, shell, given: JSONResponse(search_document(view, shell, given.get("q", ""))),
            "/wie-bij-wie": self._prepared(Work.ADVICE, self._suggestions),
            trail_pages.PATH: self._knowing(
                lambda view, shell, given: trail_pages.trail_page(
                    view, shell, trail_pages.Asked.read(given), self._tokens
                )
            ),
            double_names.PATH: lambda view, shell, given: double_names_page(
                view, shell, double_names.Asked.read(given), self._tokens
            ),
            proposals.PATH: lambda view, shell, given: proposals.proposals_page(
                view, shell, proposals.Asked.read(given), self._tokens
            ),
            "/geschiedenis": lambda view, shell, given: history_page(view, shell, given.get("id", "")),
            "/verbanden": _ties,
            "/vul-aan": lambda view, shell, given: adding_page(view, shell, given.get("id", ""), given.get("wat", "")),
            **self._questions(),
            "/toegankelijkheid": lambda view, shell, given: render("accessibility.html", shell),
            "/privacy": lambda view, shell, given: render("privacy.html", shell),
        }
        pages |= {f"/{many}": partial(_list, kind) for many, kind in KIND_OF_LIST.items()}
        return pages | {f"/{one}/{{id:path}}": partial(_node, kind) for one, kind in KIND_OF_PATH.items()}

    def _questions(self) -> dict[str, Page]:
        """Return the pages that answer a facilitator's questions."""
        return {
            asking.PATH: lambda view, shell, given: questions_page(shell),
            asking.GAPS: gaps_page,
            asking.COMPOSITIONS: compositions_page,
            asking.RANKING: ranking_page,
            asking.VALUES: values_page,
            asking.INVITATION: lambda view, shell, given: invitation_page(view, shell, given, self._tokens),
            asking.LEDGER: ledger_page,
            asking.QUALITY: self._quality,
            asking.CONNECTORS: self._prepared(Work.ADVICE, connectors_page),
            asking.ALLIANCES: self._prepared(Work.ALLIANCES, self._alliances),
        }

    def _quality(self, view: View, shell: Shell, given: Given) -> Made:
        check_may_measure(shell)
        work = Work.QUALITY_OF_NEWEST if given.get("verberg") == NEWEST else Work.QUALITY
        return self._prepared(work, quality_page)(view, shell, given)

    def _prepared(self, work: Work, page: Page) -> Page:
        """Return a page of what is computed beside it; who comes too early is told to wait."""

        def made(view: View, shell: Shell, given: Given) -> Made:
            if not self._desk.is_at_hand(work, view, WAIT_SECONDS):
                return _busy(shell)
            return page(view, shell, given)

        return made

    def _knowing(self, page: Page, *, post: str = "") -> Page:
        """Return a page about one suggestion, whose members perhaps only what is computed knows.

        What was posted to the path ``post`` is not lost on who is told to wait: it is sent again from that page.
        """

        def made(view: View, shell: Shell, given: Given) -> Made:
            if not self._is_known(view, given.get("suggestie", "")):
                return _busy(shell, shell.url(post) if post else "", given)
            return page(view, shell, given)

        return made

    def _is_known(self, view: View, suggestion: str) -> bool:
        """Whether the members of a suggestion can be told without waiting; or that it is none."""
        network = self._site.network
        if not suggestion or network.told_trail(view, suggestion):
            return True
        if not self._desk.is_at_hand(Work.ADVICE, view, WAIT_SECONDS):
            return False
        is_pair = network.advice(view, at_hand=True).has(suggestion)
        return is_pair or self._desk.is_at_hand(Work.ALLIANCES, view, WAIT_SECONDS)

    def writable(self) -> dict[str, Page]:
        """Return what is posted, by path."""
        return {
            COUNT: self._posted_in_view(count_invited),
            TAKE_BACK: self._posted_in_view(take_invited_back),
            "/wie-bij-wie/oordeel": self._judging("/wie-bij-wie", self._suggestions),
            "/wie-bij-wie/terug": self._posted_in_view(take_back),
            f"{asking.ALLIANCES}/oordeel": self._judging(asking.ALLIANCES, self._alliances),
            f"{asking.ALLIANCES}/terug": self._posted_in_view(partial(take_back, page=asking.ALLIANCES)),
            f"{trail_pages.PATH}/stap": self._knowing(self._record, post=f"{trail_pages.PATH}/stap"),
            f"{trail_pages.PATH}/terug": self._posted_in_view(trail_pages.take_step_back),
            f"{double_names.PATH}/beslis": self._decide,
            f"{double_names.PATH}/zeker": self._posted(merge_what_is_sure),
            f"{double_names.PATH}/zeker-terug": self._posted(take_merge_back),
            f"{proposals.PATH}/beslis": self._posted(take_proposal),
            f"{proposals.PATH}/zeker": self._posted(accept_what_is_sure),
            f"{proposals.PATH}/zeker-terug": self._posted(take_sure_back),
        }

    def _suggestions(self, view: View, shell: Shell, given: Given, refused: Refused | None = None) -> str:
        return suggestions_page(view, shell, Asked.read(given), self._tokens, refused)

    def _alliances(self, view: View, shell: Shell, given: Given, refused: Refused | None = None) -> str:
        return alliances_page(view, shell, given, self._tokens, refused)

    def _judging(self, path: str, page: Callable[[View, Shell, Given, Refused], str]) -> Page:
        """Return what keeps a verdict that was posted from a page, or shows that page with what is wrong."""

        def judge(view: View, shell: Shell, form: Given) -> Made:
            done = take_verdict(view, shell, form, self._tokens, page=path)
            if isinstance(done, str):
                return RedirectResponse(done, 303)
            choice = KeptChoice.read(path, form.get(FIELD, ""))
            there = replace(shell, here=path, query=choice.pairs)
            return HTMLResponse(page(view, there, dict(choice.pairs), done), 400)

        return self._knowing(judge, post=f"{path}/oordeel")

    def _record(self, view: View, shell: Shell, form: Given) -> Made:
        done = trail_pages.take_step(view, shell, form, self._tokens)
        if isinstance(done, trail_pages.Refused):
            asked = trail_pages.Asked(form.get("suggestie", ""))
            return HTMLResponse(trail_pages.trail_page(view, shell, asked, self._tokens, done), 400)
        return RedirectResponse(done, 303)

    def _posted_in_view(self, take: Callable[[View, Shell, Given, FormTokens], str]) -> Page:
        """Return what keeps what was posted, looking in the store for what it is about, and goes on."""
        return lambda view, shell, form: RedirectResponse(take(view, shell, form, self._tokens), 303)

    def _posted(self, take: Callable[[Shell, Given, FormTokens], str]) -> Page:
        """Return what keeps what was posted and goes on to the address that it says."""
        return lambda view, shell, form: RedirectResponse(take(shell, form, self._tokens), 303)

    def _decide(self, view: View, shell: Shell, form: Given) -> Made:
        done = take_decision(shell, form, self._tokens)
        if isinstance(done, double_names.Refused):
            asked = double_names.Asked.read(form)
            return HTMLResponse(double_names_page(view, shell, asked, self._tokens, done), 400)
        return RedirectResponse(done, 303)

    def reader(self, page: Page, path: str) -> Callable[[Request], Response]:
        """Return what answers a request to read; it runs in a thread of its own, with its own view."""
        word = path.split("/")[1]
        section = f"/{KIND_PATHS[KIND_OF_PATH[word]][1]}" if word in KIND_OF_PATH else ""
        if path.startswith(asking.PATH):
            section = "/wie-bij-wie"

        def answer(request: Request) -> Response:
            given = {**request.query_params, **request.path_params}
            return self._answer(page, self._shell_of(request, section), given)

        return answer

    def writer(self, page: Page, path: str) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers a posted form."""
        under = path.rpartition("/")[0]

        async def answer(request: Request) -> Response:
            shell = self._shell_of(request, under)
            try:
                form = await read_form(request)
            except WijkwebError as error:
                return problem_response(shell, error)
            # What was posted has no address of its own: links on the answer lead to the page it came from.
            lang: Lang = "en" if form.get("lang") == "en" else shell.lang
            shell = replace(shell, lang=lang, here=under, query=())
            return await run_in_threadpool(self._answer, page, shell, form)

        return answer

    def nowhere(self, request: Request) -> Response:
        """Answer for an address that is none: with a page, or with the city that stands there with a slash."""
        if any(site.path and request.url.path == site.path for site in self._sites):
            return RedirectResponse(f"{request.url.path}/")
        return HTMLResponse(problem_page(self._shell_of(request, "-"), 404), 404)

    def _answer(self, page: Page, shell: Shell, given: Given) -> Response:
        try:
            with self._site.network.view(self._viewer) as view:
                made = page(view, shell, given)
        except Exception as error:  # the outermost edge of a page: it says one sentence, and the log the rest
            return problem_response(shell, error)
        if isinstance(made, Moved):
            return RedirectResponse(made.url)
        return HTMLResponse(made) if isinstance(made, str) else made


def _busy(shell: Shell, post: str = "", given: Given | None = None) -> Response:
    return HTMLResponse(busy_page(shell, AGAIN_SECONDS, post, given or {}), 202)


def _node(kind: str, view: View, shell: Shell, given: Given) -> Made:
    return node_page(view, shell, kind, given["id"], after=given.get("na", ""), over=given.get("over", ""))


def _list(kind: str, view: View, shell: Shell, given: Given) -> Made:
    names = ("q", "soort", "gebied", "naam", "alle", "orde", "na")
    return list_page(view, shell, kind, Chosen(*(given.get(name, "") for name in names)))


def _ties(view: View, shell: Shell, given: Given) -> Made:
    return ties_page(view, shell, given.get("id", ""), given.get("soort", ""), incoming=given.get("kant") == "in",
                     after=given.get("na", ""))  # fmt: skip
