"""Guards at the door, until there is sign-in: only this computer, only its own pages, careful headers on all answers.

Threats: a page of another site that makes the browser of somebody here write (cross-site request forgery), or read by
giving its own name our address (DNS rebinding); a page of ours that loads from elsewhere, is framed, or is sniffed.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

import orjson
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import ErrorCode, problem_of
from api.negotiation import choose_language
from graph.errors import InputError
from graph.schema.words import Words

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
"""Methods that change nothing, so that a page elsewhere may cause them: it cannot read the answer."""

HEADERS: Mapping[str, str] = {
    # Styles may stand in the page because the map's library sets its own; scripts may not, and nothing is loaded
    # from elsewhere.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer, unless the page set its own."""

_NOT_HERE = Words("Dit adres hoort niet bij deze computer.", "This address does not belong to this computer.")
_NOT_OURS = Words("Dit verzoek komt van een andere website.", "This request comes from another website.")


def is_loopback(host: str) -> bool:
    """Return whether a name or address is this computer's own, reached from nowhere else.

    Parameters
    ----------
    host
        Without port; an IPv6 address with or without brackets.
    """
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def check_loopback(host: str) -> None:
    """Refuse to listen where others can come.

    Raises
    ------
    InputError
        The host is not this computer's own.
    """
    if not is_loopback(host):
        raise InputError(
            f"Zolang er geen aanmelding is, luistert de website alleen op deze computer (127.0.0.1), niet op {host}.",
            f"Until there is sign-in, the site listens on this computer only (127.0.0.1), not on {host}.",
            concerning=host,
        )


class Guards:
    """ASGI middleware that refuses who does not belong here, and sets headers on every answer.

    It is the outermost edge too: what no other part caught becomes one sentence, and the log has the rest.

    Parameters
    ----------
    app
        What is guarded.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked, answering = Headers(scope=scope), _Answering(send)
        refused = _refusal(scope["method"], asked)
        try:
            await (refused or self._app)(scope, receive, answering)
        except ClientDisconnect:
            return  # nobody is there to be told
        except Exception as error:
            problem = problem_of(error)
            if answering.begun:
                raise  # half an answer is out: the server cuts it off, so that nobody takes it for whole
            await _refuse(problem.status, problem.code, problem.words, asked)(scope, receive, answering)


class _Answering:
    """Sends an answer with our headers, and knows whether it has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


def _refusal(method: str, headers: Headers) -> Response | None:
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not is_loopback(_name_of(hosts[0])):
        return _refuse(421, ErrorCode.FORBIDDEN, _NOT_HERE, headers)
    if method not in SAFE_METHODS and not _is_own(headers, hosts[0]):
        return _refuse(403, ErrorCode.FORBIDDEN, _NOT_OURS, headers)
    return None


def _name_of(host: str) -> str:
    """Return the name in a Host header, empty where there is none that could be."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_own(headers: Headers, host: str) -> bool:
    """Return whether a request that may write comes from a page of ours, or from no page at all.

    Notes
    -----
    Every browser sends an Origin with a request that may write, and newer ones say in Sec-Fetch-Site where it comes
    from; programs send neither.
    """
    origin = headers.get("origin")
    if origin is not None and _place_of(origin) != host.lower():
        return False
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _place_of(origin: str) -> str | None:
    """Return host and port of an origin as a Host header has them, None where it is no web address."""
    try:
        parts = urlsplit(origin.lower())
    except ValueError:
        return None
    return parts.netloc if parts.scheme in ("http", "https") else None


def _refuse(status: int, code: ErrorCode, words: Words, headers: Headers) -> Response:
    sentence = words.to(choose_language(headers.get("accept-language", "")))
    error = {"message": sentence, "extensions": {"code": code.value}}
    return Response(orjson.dumps({"errors": [error]}), status, media_type="application/json")
