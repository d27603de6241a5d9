from __future__ import annotations

import gzip
import json
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, cast

import httpx
import pytest

from api.limits import ApiLimits
from api.negotiation import GRAPHQL, JSON
from graph.network import Network
from graph.store.base import View
from tests.api.towns import Asker, Server

VERSION = "{ service { version } }"
WRITE = 'mutation { judge(input: {idempotencyKey: "k", suggestionId: "s", verdict: LATER}) { replayed } }'


def post(server: Server, body: bytes | str, **headers: str) -> httpx.Response:
    given = {
        "Content-Type": JSON,
        "Accept": GRAPHQL,
        **{name.replace("_", "-"): text for name, text in headers.items()},
    }
    return server.client.post("/graphql", content=body, headers=given)


def code(answer: httpx.Response) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def body_of(size: int) -> str:
    """Return a well-formed request of so many bytes."""
    text = json.dumps({"query": VERSION})
    return text[:-1] + " " * (size - len(text)) + "}"


# ---------------------------------------------------------------------------------------------------- methods


def test_a_question_may_come_by_get_or_by_post(server: Server) -> None:
    by_get = server.client.get("/graphql", params={"query": VERSION})
    by_post = server.ask(VERSION)
    assert by_get.json() == by_post.json()
    assert by_get.json()["data"]["service"]["version"]


def test_get_takes_variables_and_the_name_of_an_operation(server: Server) -> None:
    query = "query A($id: ID!) { node(id: $id) { id } } query B { service { role } }"
    asked = {"query": query, "variables": '{"id": "area/west"}', "operationName": "A", "extensions": "{}"}
    assert server.client.get("/graphql", params=asked).json()["data"] == {"node": {"id": "area/west"}}
    assert server.client.get("/graphql", params={**asked, "operationName": ""}).status_code == 400
    assert server.client.get("/graphql", params={**asked, "variables": "{"}).status_code == 400


def test_writing_by_get_is_refused_whatever_is_accepted(server: Server) -> None:
    for accept in (GRAPHQL, JSON):
        answer = server.client.get("/graphql", params={"query": WRITE}, headers={"Accept": accept})
        assert (answer.status_code, answer.headers["Allow"], code(answer)) == (405, "POST", "BAD_INPUT")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_refused_in_the_form_of_every_answer(server: Server, method: str) -> None:
    answer = server.client.request(method, "/graphql")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert code(answer) == "BAD_INPUT"


def test_head_is_a_get_without_its_body(server: Server) -> None:
    answer = server.client.head("/graphql", params={"query": VERSION})
    assert (answer.status_code, answer.content) == (200, b"")


# ---------------------------------------------------------------------------------------------------- media types


@pytest.mark.parametrize(
    ("accept", "answered"),
    [(None, GRAPHQL), ("*/*", GRAPHQL), (JSON, JSON), (f"{JSON};q=0.9, {GRAPHQL};q=0.5", JSON), ("text/html", None)],
)
def test_the_answer_is_of_the_type_that_is_accepted(server: Server, accept: str | None, answered: str | None) -> None:
    request = server.client.build_request("POST", "/graphql", json={"query": VERSION})
    del request.headers["Accept"]
    if accept is not None:
        request.headers["Accept"] = accept
    answer = server.client.send(request)
    assert answer.status_code == (200 if answered else 406)
    assert answer.headers["Content-Type"].partition(";")[0] == (answered or GRAPHQL)


def test_status_tells_only_clients_that_know_who_sent_it(server: Server) -> None:
    wrong = json.dumps({"query": "{ nothing }"})
    assert post(server, wrong).status_code == 400
    assert post(server, wrong, Accept=JSON).status_code == 200
    assert post(server, "{", Accept=JSON).status_code == 400
    assert code(post(server, wrong)) == code(post(server, wrong, Accept=JSON)) == "BAD_INPUT"


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": f"{JSON}; charset=utf-16"},
        {"Content-Encoding": "gzip"},
    ],
)
def test_what_is_not_plain_json_is_not_read(server: Server, headers: dict[str, str]) -> None:
    body = json.dumps({"query": VERSION}).encode()
    answer = post(server, gzip.compress(body) if "Content-Encoding" in headers else body, **headers)
    assert (answer.status_code, code(answer)) == (415, "BAD_INPUT")


def test_large_answers_are_compressed_and_none_is_kept(server: Server) -> None:
    answer = server.ask("{ __schema { types { name description } } }")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Cache-Control"] == "no-store"
    assert {"Accept", "Accept-Language", "Accept-Encoding"} <= set(answer.headers["Vary"].split(", "))


# ---------------------------------------------------------------------------------------------------- bodies


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"3", b'"x"', b"{", b"{}", b"\xff\xfe{}", b"\xef\xbb\xbf{}", b"[" * 60_000,
        b'{"query": null}', b'{"query": 1}', b'{"query": " "}', b'{"query": "\\ud800"}',
        b'{"query": "{ a }", "variables": []}', b'{"query": "{ a }", "operationName": 1}',
        b'{"query": "{ a }", "extensions": "x"}', b'[{"query": "{ service { version } }"}]',
    ],
)  # fmt: skip
def test_a_body_that_is_no_request_is_refused_with_a_sentence(server: Server, body: bytes) -> None:
    answer = post(server, body)
    assert (answer.status_code, code(answer)) == (400, "BAD_INPUT")
    assert answer.json()["errors"][0]["message"].endswith(".")
    assert "data" not in answer.json()


def test_a_body_may_be_so_long_and_no_longer(server: Server) -> None:
    most = ApiLimits().body
    assert post(server, body_of(most)).status_code == 200
    longer = post(server, body_of(most + 1))
    assert (longer.status_code, code(longer)) == (413, "TOO_COSTLY")


def test_the_length_of_a_body_is_what_comes_and_not_what_is_said(server: Server) -> None:
    parts = (b" " * 10_000 for _ in range(10))
    answer = server.client.post("/graphql", content=parts, headers={"Content-Type": JSON, "Accept": GRAPHQL})
    assert answer.status_code == 413


def test_variables_nest_so_deep_and_no_deeper(town: Asker) -> None:
    def variables(depth: int) -> str:
        return '{"a": ' + "[" * (depth - 1) + "]" * (depth - 1) + "}"

    with Server.of(town.network, limits=ApiLimits(variables_depth=5)) as small:
        at, past = (small.client.get("/graphql", params={"query": VERSION, "variables": variables(n)}) for n in (5, 6))
    assert (at.status_code, past.status_code) == (200, 400)
    assert "5" in past.json()["errors"][0]["message"]


# ---------------------------------------------------------------------------------------------------- language


def test_sentences_and_labels_follow_the_header_and_a_field_goes_before_it(server: Server) -> None:
    query = '{ node(id: "initiative/tuin") { ... on Initiative { phaseLabel nl: phaseLabel(lang: NL) } } }'

    def labels(language: str) -> Any:
        asked = server.client.post("/graphql", json={"query": query}, headers={"Accept-Language": language})
        return asked.json()["data"]["node"]

    assert labels("") == {"phaseLabel": "loopt", "nl": "loopt"}
    assert labels("de, en;q=0.5") == {"phaseLabel": "running", "nl": "loopt"}
    assert post(server, "{", Accept_Language="en").json()["errors"][0]["message"] == "The body is not JSON."


# ---------------------------------------------------------------------------------------------------- too much at once


class Slow:
    """A network that opens no view before it is told to."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.asked, self.go = Event(), Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def view(self, *args: Any, **kwargs: Any) -> View:
        self.asked.set()
        self.go.wait(30)
        return self._network.view(*args, **kwargs)


@pytest.mark.parametrize(("waiting", "status"), [(0, 503), (1, 200)])
def test_so_many_wait_for_a_thread_and_the_next_is_told_to_come_back(town: Asker, waiting: int, status: int) -> None:
    slow = Slow(town.network)
    network = cast("Network", slow)
    with Server.of(network, limits=ApiLimits(threads=1, waiting=waiting)) as full, ThreadPoolExecutor(2) as people:
        slow.go.set()
        assert full.ask("{ initiatives { totalCount } }").status_code == 200
        slow.go.clear()
        slow.asked.clear()
        first = people.submit(full.ask, "{ initiatives { totalCount } }")
        assert slow.asked.wait(30)
        second = people.submit(full.ask, VERSION)
        if status == 200:
            time.sleep(0.2)  # it waits for its turn, and is not refused
        else:
            assert second.result().headers["Retry-After"] == "5"
            assert code(second.result()) == "UNAVAILABLE"
        slow.go.set()
        assert (first.result().status_code, second.result().status_code) == (200, status)
