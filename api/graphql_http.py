"""GraphQL over HTTP: GET for questions, POST for both, as the specification has it (draft of 2025).

What is no well-formed request is refused here, before anything is parsed: what is too long, compressed, not JSON, not
an object, nested beyond reason. One thread is taken for each request, and only so many at one time.

Source
------
GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/, sections Request, Response and Status Codes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anyio.to_thread
import orjson
from anyio import CapacityLimiter
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from api.errors import (
    BusyError,
    ErrorCode,
    Problem,
    TooLongError,
    WrongMediaTypeError,
    WrongMethodError,
    problem_of,
)
from api.limits import ApiLimits
from api.negotiation import GRAPHQL, JSON, choose_language, choose_media_type
from api.request import Request
from api.running import Answer, Asked, Runner, refusal
from graph.errors import InputError, WijkwebError
from graph.schema.words import Lang, Words

NewRequest = Callable[[Lang, str], Request]
"""Makes what resolvers find, from a language and the address that the site was reached at."""

READING, WRITING = ("GET", "HEAD"), "POST"

METHODS = (*READING, WRITING, "PUT", "PATCH", "DELETE", "OPTIONS")
"""Methods that are answered: those that are not allowed are told so in the form of every other answer."""

_NOT_ALLOWED = 405
"""Status of a method that cannot do what is asked, whatever the media type: the specification allows no other."""


class GraphQLEndpoint:
    """Answers requests for one site.

    Parameters
    ----------
    runner
        Runs operations.
    new_request
        Makes what resolvers find.
    limits
        What a request may be.
    threads
        How many requests are worked on at one time, shared by all sites.
    """

    def __init__(self, runner: Runner, new_request: NewRequest, limits: ApiLimits, threads: CapacityLimiter) -> None:
        self._runner = runner
        self._new_request = new_request
        self._limits = limits
        self._threads = threads

    async def answer(self, http: HttpRequest) -> Response:
        """Answer one request."""
        lang = choose_language(http.headers.get("accept-language", ""))
        media_type = choose_media_type(http.headers.get("accept"))
        if media_type is None:
            return self._response(refusal(_NOT_ACCEPTABLE, lang), GRAPHQL, http.method, well_formed=False)
        try:
            asked = await self._read(http)
            self._check_room()
        except WijkwebError as error:
            return self._response(refusal(problem_of(error), lang), media_type, http.method, well_formed=False)
        request = self._new_request(lang, str(http.base_url).rstrip("/"))
        answer = await anyio.to_thread.run_sync(self._runner.run, asked, request, limiter=self._threads)
        return self._response(answer, media_type, http.method)

    def _response(self, answer: Answer, media_type: str, method: str, *, well_formed: bool = True) -> Response:
        """Return an answer over HTTP.

        Notes
        -----
        With ``application/json`` a client cannot tell our 400 from that of something on the way, so the specification
        wants 200 for every well-formed request.
        """
        is_told = media_type == GRAPHQL or not well_formed or answer.status == _NOT_ALLOWED
        headers = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language"}
        if answer.status == _NOT_ALLOWED:
            headers["Allow"] = WRITING if method in READING else ", ".join((*READING, WRITING))
        if answer.come_back:
            headers["Retry-After"] = str(self._limits.retry_seconds)
        return Response(
            orjson.dumps(answer.body),
            answer.status if is_told else 200,
            headers,
            media_type=f"{media_type}; charset=utf-8",
        )

    def _check_room(self) -> None:
        now = self._threads.statistics()
        if now.borrowed_tokens >= now.total_tokens and now.tasks_waiting >= self._limits.waiting:
            raise BusyError("Het is te druk. Probeer het zo nog eens.", "There is no room now. Try again in a moment.")

    # ------------------------------------------------------------------------------------------------ reading

    async def _read(self, http: HttpRequest) -> Asked:
        """Return what is asked.

        Raises
        ------
        InputError
            It is no well-formed request; the classes of `api.errors` say what status that has.
        """
        if http.method in READING:
            return self._checked(self._parameters(http), may_write=False)
        if http.method != WRITING:
            raise WrongMethodError("Vraag met GET of POST.", "Ask by GET or POST.")
        _check_media_type(http)
        body = _json(await self._body(http), "De inhoud", "The body")
        if not isinstance(body, dict):
            raise _wrong("Stuur een object met ‘query’", "Send an object with ‘query’")
        return self._checked(body, may_write=True)

    def _parameters(self, http: HttpRequest) -> dict[str, Any]:
        given: dict[str, Any] = dict(http.query_params)
        for name in ("variables", "extensions"):
            given[name] = _json(given[name].encode(), f"‘{name}’", f"‘{name}’") if given.get(name) else None
        return given

    async def _body(self, http: HttpRequest) -> bytes:
        body = bytearray()
        async for part in http.stream():
            body += part
            if len(body) > self._limits.body:
                raise _too_long(self._limits.body)
        return bytes(body)

    def _checked(self, given: Mapping[str, Any], *, may_write: bool) -> Asked:
        query, operation = given.get("query"), given.get("operationName")
        variables, extensions = given.get("variables"), given.get("extensions")
        if not isinstance(query, str) or not query.strip():
            raise _wrong("‘query’ is een tekst", "‘query’ is a text")
        if len(query) > self._limits.body:
            raise _too_long(self._limits.body)
        if operation is not None and not isinstance(operation, str):
            raise _wrong("‘operationName’ is een tekst", "‘operationName’ is a text")
        for name, value in (("variables", variables), ("extensions", extensions)):
            if value is not None and not isinstance(value, dict):
                raise _wrong(f"‘{name}’ is een object", f"‘{name}’ is an object")
        _check_nesting(variables, self._limits.variables_depth)
        return Asked(query, variables or {}, operation or None, may_write=may_write)


def _check_media_type(http: HttpRequest) -> None:
    """Refuse a body that is not plain JSON; one that is also shuts out forms of other sites, which cannot send it."""
    name, *parameters = (part.strip() for part in http.headers.get("content-type", "").lower().split(";"))
    charsets = [part.partition("=")[2].strip('"') for part in parameters if part.startswith("charset=")]
    if name != JSON or any(charset not in ("utf-8", "utf8") for charset in charsets):
        raise WrongMediaTypeError(f"Stuur {JSON} in UTF-8.", f"Send {JSON} in UTF-8.")
    if http.headers.get("content-encoding", "identity").lower() != "identity":
        raise WrongMediaTypeError("Stuur de inhoud zonder compressie.", "Send the body without compression.")


def _json(text: bytes, nl: str, en: str) -> Any:
    try:
        return orjson.loads(text)  # which refuses lone surrogates, numbers beyond reason and deep nesting by itself
    except orjson.JSONDecodeError:
        raise InputError(f"{nl} is geen JSON.", f"{en} is not JSON.") from None


def _check_nesting(value: object, most: int) -> None:
    """Refuse values nested deeper than may be, without recursion of our own."""
    level = [value]
    for _ in range(most):
        level = [part for one in level for part in _parts(one)]
        if not level:
            return
    raise _wrong(f"‘variables’ heeft hoogstens {most} lagen", f"‘variables’ has at most {most} levels")


def _parts(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _wrong(nl: str, en: str) -> InputError:
    return InputError(f"Dit is geen GraphQL-verzoek: {nl}.", f"This is no GraphQL request: {en}.")


def _too_long(most: int) -> TooLongError:
    return TooLongError(f"Het verzoek is langer dan {most} bytes.", f"The request is longer than {most} bytes.")


_NOT_ACCEPTABLE = Problem(
    406,
    ErrorCode.BAD_INPUT,
    Words(f"Wij antwoorden met {GRAPHQL} of {JSON}.", f"We answer with {GRAPHQL} or {JSON}."),
)
