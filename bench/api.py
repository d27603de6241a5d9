"""Pages of a hundred initiatives by GraphQL over HTTP, against a bare FastAPI endpoint that returns the same dicts.

Ours reads the store, follows relationships and claims, and resolves each field; the peer has the answer at hand and
only encodes and sends it. Both are served by one process each time, asked by one client, without compression.
Run as ``python -m bench.api``.
"""

from __future__ import annotations

import json
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.serving import listen, spare_collector
from api.site import Site
from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.network import Network
from graph.practice.write import write_city
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore

INITIATIVES = 154
ROUNDS = 7

PLAIN = "{ initiatives(first: 100) { edges { node { id name phase phaseLabel members { label } website } } } }"
DEEP = """{ initiatives(first: 100) { pageInfo { endCursor } edges { node { id name phase members { label }
  values { property state text claims(first: 3) { text citations { place source { name } } } }
  relationships(first: 20) { totalCount edges { node { id name kind }
    relationship { role label sources(first: 2) { place source { name } } } } } } } } }"""
ADVICE = "{ suggestions(first: 1) { totalCount } }"
QUERIES = (("plain fields", PLAIN), ("values, claims, relationships and their sources", DEEP))


def rows() -> list[dict[str, object]]:
    """Return what was measured, and against what; nothing is to be reached."""
    with tempfile.TemporaryDirectory() as name:
        network = _network(Path(name))
        spare_collector()
        with _serving(create_app([Site("", network, "Oefenstad")], viewer=Viewer(Role.FACILITATOR))) as ours:
            while "errors" in _measure(ours, ADVICE, rounds=1)[1]:
                continue  # advice is computed when a site starts, and would be measured too
            measured = [_measure(ours, query) for _, query in QUERIES]
        network.close()
        answers = [answer for _, answer in measured]
        with _serving(_bare(answers)) as peer:
            peers = [_measure(peer, str(number))[0] for number in range(len(answers))]
    return [
        {"what": f"GraphQL: 100 initiatives with {what}, in times a bare endpoint", "ours_s": seconds, "peer_s": bare,
         "ratio": seconds / bare, "at_most": None}
        for (what, _), (seconds, _), bare in zip(QUERIES, measured, peers, strict=True)
    ]  # fmt: skip


def _network(folder: Path) -> Network:
    write_city(folder / "city", initiatives=INITIATIVES)
    store = SqliteStore(folder / "city.sqlite", create=True)
    for file in files_to_load(folder / "city"):
        load_file(store, file, LoadOptions(secret=b"bench"))
    return Network(store, secret=b"bench")


def _bare(answers: list[Any]) -> FastAPI:
    """Return an application that answers the number of an answer with that answer."""
    app = FastAPI()

    @app.post("/graphql")
    def answer(asked: dict[str, str]) -> Any:
        return answers[int(asked["query"])]

    return app


@contextmanager
def _serving(app: FastAPI) -> Iterator[httpx.Client]:
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx.Client(base_url=address, timeout=60, headers={"Accept-Encoding": "identity"}) as client:
            yield client
        server.should_exit = True
        thread.join()


def _measure(client: httpx.Client, query: str, rounds: int = ROUNDS) -> tuple[float, Any]:
    """Return the seconds of the median round, and the answer."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        answer = client.post("/graphql", json={"query": query})
        taken.append(time.perf_counter() - begin)
        answer.raise_for_status()
    return sorted(taken)[rounds // 2], answer.json()


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
