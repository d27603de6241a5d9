from __future__ import annotations

import asyncio
import re

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope, Send

from api.guards import HEADERS, Guards, check_loopback, is_loopback
from graph.errors import InputError
from tests.api.towns import Server


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.8.8.8", "::1", "[::1]"])
def test_this_computer_has_many_names(host: str) -> None:
    assert is_loopback(host)
    check_loopback(host)


EVERYWHERE = "0.0.0.0"  # noqa: S104 - it is refused


@pytest.mark.parametrize("host", ["", EVERYWHERE, "::", "192.168.1.2", "wijkweb.nl", "localhost.nl", "127.0.0.1.nl"])
def test_where_others_can_come_is_refused_with_a_sentence(host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(InputError, match="alleen op deze computer"):
        check_loopback(host)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200), ("localhost:8000", 200), ("[::1]:8000", 200), ("LocalHost", 200),
        ("wijkweb.example", 421), ("127.0.0.1.example", 421), ("localhost@wijkweb.example", 421), ("[::", 421),
        ("", 421),
    ],
)  # fmt: skip
def test_only_names_of_this_computer_are_answered(server: Server, host: str, status: int) -> None:
    assert server.client.get("/health", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://elders.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:1"}, 403),
        ({"Origin": "http://[::"}, 403),
    ],
)
def test_a_page_of_another_site_cannot_write(server: Server, headers: dict[str, str], status: int) -> None:
    answer = server.client.post("/graphql", json={"query": "{ service { role } }"}, headers=headers)
    assert answer.status_code == status
    own = server.client.post("/graphql", json={"query": "{ __typename }"}, headers={"Origin": server.address})
    assert own.status_code == 200


@pytest.mark.parametrize(
    "path", ["/health", "/graphql", "/graphql/schema.graphql", "/static/base.css", "/", "/nowhere"]
)
def test_every_answer_carries_the_headers(server: Server, path: str) -> None:
    headers = server.client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_come_from_elsewhere_and_no_script_from_the_page_itself() -> None:
    policy = dict(part.strip().partition(" ")[::2] for part in HEADERS["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert not re.search(r"https?:|\*|unsafe-eval", HEADERS["Content-Security-Policy"])


def answered_by(app: object) -> list[Message]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "headers": [(b"host", b"localhost"), (b"accept-language", b"en")]}
    asyncio.run(Guards(app)(scope, receive, send))  # type: ignore[arg-type]  # an application of a few lines
    return sent


def test_what_nobody_caught_becomes_one_sentence_with_a_number(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("a secret")

    start, body = answered_by(broken)
    number = re.search(rb"number ([0-9a-f]{8})", body["body"])
    assert start["status"] == 500
    assert number is not None
    assert b"secret" not in body["body"]
    assert number[1].decode() in caplog.text
    assert b"nosniff" in dict(start["headers"]).values()


def test_half_an_answer_is_not_passed_off_as_whole(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        answered_by(broken)


def test_who_went_away_is_no_error_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    async def left(scope: Scope, receive: Receive, send: Send) -> None:
        raise ClientDisconnect

    assert answered_by(left) == []
    assert caplog.text == ""
