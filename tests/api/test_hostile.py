"""Two thousand requests that no honest client sends: each gets a clean 4xx in JSON, and the server lives on."""

from __future__ import annotations

import json
import random
import string
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from api.negotiation import GRAPHQL, JSON
from tests.api.towns import Server

HOW_MANY = 2_000
SEED = 20260115

HONEST = [
    '{ initiatives(first: 2, where: {phase: [RUNNING]}) { edges { node { id name relationships { totalCount } } } } }',
    'query Q($id: ID!) { node(id: $id) { id ... on Initiative { values(of: [NAME]) { claims { text } } } } }',
    '{ search(text: "tuin", kinds: [INITIATIVE]) { edges { node { id } } pageInfo { endCursor } } }',
]  # fmt: skip

Request = tuple[str, bytes, dict[str, str]]
"""Method, body, headers."""


def plain(body: bytes, **headers: str) -> Request:
    return "POST", body, {"Content-Type": JSON, "Accept": GRAPHQL, **headers}


def asking(query: object, **more: Any) -> Request:
    return plain(json.dumps({"query": query, **more}).encode())


def noise(dice: random.Random) -> Request:
    return plain(b"\xff" + dice.randbytes(dice.randint(0, 300)))


def cut_off(dice: random.Random) -> Request:
    whole = json.dumps({"query": dice.choice(HONEST), "variables": {"id": "x"}}).encode()
    return plain(whole[: dice.randint(0, len(whole) - 1)])


def wrong_shape(dice: random.Random) -> Request:
    values: list[Any] = [None, True, 7, -1.5, "x", [], {}, [[]], {"a": 1}, [None] * 50, {"query": None}]
    return plain(json.dumps(dice.choice([*values, {"query": dice.choice(values)}])).encode())


def deep_brackets(dice: random.Random) -> Request:
    depth = dice.choice([30, 300, 3_000, 15_000])
    left, right = dice.choice([(b"[", b"]"), (b'{"a":', b"}")])
    nested = left * depth + b"1" + right * (depth if dice.random() < 0.5 else 0)
    if dice.random() < 0.5:
        return plain(nested)
    return plain(b'{"query": "{ service { version } }", "variables": {"a": ' + nested + b"}}")


def mangled_query(dice: random.Random) -> Request:
    letters = list(dice.choice(HONEST))
    for _ in range(dice.randint(1, 6)):
        letters[dice.randrange(len(letters))] = dice.choice('{}()[]:!$@"\\\u0000\u2028…🌱')
    return asking("".join(letters) + "}")


def unknown_names(dice: random.Random) -> Request:
    name = "".join(dice.choices(string.ascii_letters, k=dice.randint(1, 200)))
    forms = ["{ x%s }", "{ service { x%s } }", "{ ...x%s }", "{ initiatives(x%s: 1) { totalCount } }",
             "query ($x%s: Nothing) { service { role } }", "{ service { role @x%s } }"]  # fmt: skip
    return asking(dice.choice(forms) % name)


def wrong_values(dice: random.Random) -> Request:
    wrong = ['"x"', "1.5", "true", "[1]", "{a: 1}", "99999999999999999999", "-", "RUNNING", "1e5000"]
    return asking(f"{{ initiatives(first: {dice.choice(wrong)}) {{ totalCount }} }}")


def wrong_variables(dice: random.Random) -> Request:
    values: list[Any] = [None, [], {}, True, 1.5, [["a"]], {"id": {}}, "x" * 50]
    more: dict[str, Any] = dice.choice(
        [{"variables": {"id": dice.choice(values[:5])}}, {"variables": "x"}, {"variables": [1]}, {}]
    )
    return asking(HONEST[1] if dice.random() < 0.8 else 7, **more, operationName="Q")


def bombs(dice: random.Random) -> Request:
    count = dice.randint(40, 90)
    doubling = " ".join(
        f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} service {{ role }} }}" for n in range(count)
    )
    kinds = [
        "{ " + " ".join(f"a{n}: service {{ role }}" for n in range(count)) + " }",
        f"{{ ...F0 }} {doubling} fragment F{count} on Query {{ service {{ role version revision costLimit }} }}",
        "{ ...A } fragment A on Query { service { role } ...B } fragment B on Query { ...A }",
        "{ service { role " + "@skip(if: false) " * (count * 2) + "} }",
        "{ service " + "{ service " * count + "{ role }" + "}" * (count + 1),
        "{ initiatives { edges { node { " + "relationships { edges { node { " * 7 + "id" + " } } }" * 7 + " } } } }",
        "#\n" * 1_000 + "{ service { role } }",
        "{ service { role } } " * 2,
    ]  # fmt: skip
    return asking(dice.choice(kinds))


def lone_surrogates(dice: random.Random) -> Request:
    escaped = dice.choice(["\\ud800", "\\udfff\\ud800", "\\\\uD800", "\\\\uDC00x"])
    return plain(b'{"query": "{ search(text: \\"' + escaped.encode() + b'\\") { totalCount } }"}')


def wrong_headers(dice: random.Random) -> Request:
    body = json.dumps({"query": HONEST[0]}).encode()
    headers = dice.choice(
        [
            {"Content-Type": "text/plain"}, {"Content-Type": f"{JSON}; charset=utf-7"}, {"Content-Encoding": "gzip"},
            {"Content-Encoding": "br"}, {"Accept": "text/html"}, {"Accept": ";;;,q=1"}, {"Content-Type": ""},
            {"Host": "wijkweb.example"}, {"Host": "127.0.0.1.example"}, {"Host": "[::"}, {"Host": ""},
            {"Origin": "http://elders.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
            {"Accept-Language": "x" * 2_000, "Accept": "application/xml"},
        ]
    )  # fmt: skip
    return "POST", body, {"Content-Type": JSON, "Accept": GRAPHQL, **headers}


def wrong_method(dice: random.Random) -> Request:
    return dice.choice(["PUT", "PATCH", "DELETE", "OPTIONS"]), dice.randbytes(dice.randint(0, 50)), {}


def too_long(dice: random.Random) -> Request:
    return plain(b'{"query": "' + b" " * dice.randint(70_000, 200_000) + b'"}')


SORTS: list[Callable[[random.Random], Request]] = [
    noise, cut_off, wrong_shape, deep_brackets, mangled_query, unknown_names, wrong_values, wrong_variables, bombs,
    lone_surrogates, wrong_headers, wrong_method, too_long,
]  # fmt: skip


def flaw(answer: httpx.Response) -> str | None:
    """Return what is wrong with an answer to a request that is wrong, None where nothing is."""
    if not 400 <= answer.status_code < 500:
        return f"status {answer.status_code}"
    if not answer.headers["Content-Type"].startswith((GRAPHQL, JSON)) or "data" in answer.json():
        return "no errors in JSON"
    errors = answer.json()["errors"]
    if not errors or any(not one["message"] or not one["extensions"]["code"] for one in errors):
        return "an error without a sentence or a code"
    told = answer.text.lower()
    return next((f"tells {one}" for one in ("traceback", "/api/", "sqlite", "select ") if one in told), None)


@pytest.mark.filterwarnings("ignore")  # of the client, about what it is made to send
def test_two_thousand_hostile_requests_get_clean_answers(server: Server) -> None:
    dice = random.Random(SEED)  # noqa: S311 - the same requests each time
    found: Counter[tuple[str, str]] = Counter()
    for _ in range(HOW_MANY):
        sort = dice.choice(SORTS)
        method, body, headers = sort(dice)
        wrong = flaw(server.client.request(method, "/graphql", content=body, headers=headers))
        if wrong is not None:
            found[sort.__name__, wrong] += 1
    assert dict(found) == {}
    assert server.ask("{ service { version } }").status_code == 200
