"""Exports over HTTP: the bytes that the command gives, of what who asks may see, and one sentence when it fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from api.exports import file_name
from api.limits import ApiLimits
from api.site import Site
from graph.errors import StoreAwayError
from graph.network import Network
from graph.network.exports.formats import FORMATS
from graph.store.base import View
from graph.store.questions import Role, Viewer
from tests.api.towns import Asker, Server


@contextmanager
def _client(network: Network, role: Role = Role.PUBLIC, limits: ApiLimits | None = None) -> Iterator[httpx.Client]:
    with Server.of(network, network, role=role, limits=limits or ApiLimits()) as running:
        yield running.client


@pytest.fixture(scope="module")
def public(town: Asker) -> Iterator[httpx.Client]:
    with _client(town.network) as client:
        yield client


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "360giving"])
def test_an_export_has_the_bytes_of_the_command_and_a_name_to_keep_it_under(
    public: httpx.Client, town: Asker, form: str
) -> None:
    answer = public.get(f"/export/{form}")
    with town.network.view(Viewer()) as view:
        assert answer.content == b"".join(town.network.export(view, form))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    name = f"wijkweb-stad-0-{form}.{FORMATS[form].ending}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == FORMATS[form].media_type


def test_who_asks_gets_what_they_may_see(town: Asker, public: httpx.Client) -> None:
    with _client(town.network, Role.STAFF) as client:
        staff = client.get("/export/json").text
    with town.network.view(Viewer(Role.STAFF)) as view:
        people = view.snapshot(kinds=["Person"], types=()).nodes.names
    hidden = [name for name in people if name not in public.get("/export/json").text]
    assert hidden
    assert all(name in staff for name in hidden)


def test_another_city_has_its_own_exports(public: httpx.Client) -> None:
    answer = public.get("/oefenstad/export/csv")
    assert 'filename="wijkweb-stad-1-csv.csv"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("lang", "words"), [("nl", "Kies uit: json"), ("en", "Choose from: json")])
def test_an_unknown_format_is_not_found_in_a_sentence(public: httpx.Client, lang: str, words: str) -> None:
    answer = public.get("/export/pdf", params={"lang": lang})
    assert (answer.status_code, words in answer.text) == (404, True)
    assert public.post("/export/json").status_code == 405


def test_a_format_that_finds_nothing_says_so_and_gives_no_file(public: httpx.Client) -> None:
    answer = public.get("/export/360giving", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.text.startswith("There is no grant")) == (400, True)
    assert "Content-Disposition" not in answer.headers


def test_an_export_beyond_the_bound_is_refused_and_one_at_it_is_not(town: Asker, public: httpx.Client) -> None:
    size = len(public.get("/export/json").content)
    for most, status in ((size, 200), (size - 1, 400)):
        with _client(town.network, limits=ApiLimits(export_bytes=most)) as client:
            answer = client.get("/export/json")
        assert (answer.status_code, "wijkweb export" in answer.text) == (status, status == 400)


def test_who_comes_while_another_is_made_is_told_to_come_back(town: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(view: View, form: str, lang: str = "nl") -> Iterator[bytes]:
        begun.set()
        assert go_on.wait(20)
        yield b"done"

    monkeypatch.setattr(town.network, "export", slow)
    first: list[httpx.Response] = []
    with _client(town.network) as client:
        thread = threading.Thread(target=lambda: first.append(client.get("/export/json")))
        thread.start()
        assert begun.wait(20)
        second = client.get("/export/csv")
        go_on.set()
        thread.join()
        third = client.get("/export/csv")
    assert (second.status_code, second.headers["Retry-After"]) == (503, "5")
    assert (first[0].content, third.content) == (b"done", b"done")


def test_a_store_that_goes_away_halfway_gives_no_half_file(town: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(view: View, form: str, lang: str = "nl") -> Iterator[bytes]:
        yield b"half"
        raise StoreAwayError("weg", "bolt://secret:1 is away")

    monkeypatch.setattr(town.network, "export", fails)
    with _client(town.network) as client:
        answer = client.get("/export/json")
    assert (answer.status_code, "half" in answer.text, "secret" in answer.text) == (503, False, False)


def test_a_name_of_a_file_is_plain_letters(town: Asker) -> None:
    cities = ("../\r\n", '’s-Gravenhage "<1>"')
    names = [file_name(Site("", town.network, city), FORMATS["turtle"]) for city in cities]
    assert names == ["wijkweb-stad-turtle.ttl", "wijkweb-s-gravenhage-1-turtle.ttl"]
