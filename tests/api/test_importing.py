"""Files over HTTP: sent by programs and by pages, refused in one sentence, and nothing there for who may not load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from graph.network import Network
from graph.network.importing.limits import ImportLimits
from graph.store.questions import Role, Viewer
from tests.api.towns import Server
from tests.cities import empty_network
from tests.uploads import HOSTILE, LIST

SMALL = ImportLimits(upload_bytes=300_000)


@dataclass(frozen=True, slots=True)
class Visiting:
    """Somebody who fills in the forms of a page, as a browser without scripts does."""

    client: httpx.Client

    def mark(self, path: str, action: str) -> str:
        """Return the mark of one form of a page."""
        page = self.client.get(path).text
        found = re.search(rf'action="{re.escape(action)}"[^>]*>\s*<input type="hidden" name="merk" value="(\w+)"', page)
        assert found, f"no form to {action} on {path}"
        return found[1]

    def send(self, name: str, content: bytes) -> httpx.Response:
        """Choose a file on the first page and send it."""
        mark = self.mark("/inlezen", "/inlezen")
        return self.client.post("/inlezen", data={"merk": mark}, files={"bestand": (name, content)})

    def post(self, path: str, action: str, **fields: str) -> httpx.Response:
        """Send a form of a page."""
        return self.client.post(action, data={"merk": self.mark(path, action), **fields})

    def settled(self, path: str) -> httpx.Response:
        """Follow an upload until its page is no longer about progress."""
        answer = self.client.get(path, follow_redirects=True)
        while "data-state" in answer.text:
            answer = self.client.get(path, follow_redirects=True)
        return answer


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = empty_network(tmp_path / "stad.sqlite", uploads=tmp_path / "uploads")
    yield made
    made.close()


@pytest.fixture
def staff(network: Network) -> Iterator[Visiting]:
    with Server.of(network, role=Role.STAFF) as running:
        yield Visiting(running.client)


def test_a_file_goes_from_form_to_load_and_back_without_scripts(network: Network, staff: Visiting) -> None:
    sent = staff.send("../../lijst.csv", LIST)
    upload = sent.headers["location"]
    assert (sent.status_code, bool(re.fullmatch("/inlezen/[0-9a-f]{32}", upload))) == (303, True)
    assert "Klopt deze indeling?" in staff.settled(upload).text
    staff.post(f"{upload}/kolommen", f"{upload}/kolommen", **{"kolom-5": "summary", "stap": "verder"})
    assert "Wat gaat er veranderen?" in staff.settled(f"{upload}/nakijken").text
    done = staff.post(f"{upload}/nakijken", f"{upload}/inlezen")
    assert done.status_code == 303
    assert "Rijen die apart staan" in staff.settled(upload).text
    assert network.imports.loads(Viewer(Role.STAFF))[0].report["used"] == 2
    staff.post("/inlezen/lading/1", "/inlezen/lading/1/terug", waarom="verkeerd")
    assert "teruggedraaid" in staff.client.get("/inlezen/lading/1").text


def test_a_program_sends_a_file_and_gets_the_id_of_its_plan(staff: Visiting) -> None:
    answer = staff.client.post("/uploads", files={"file": ("lijst.csv", LIST)})
    assert (answer.status_code, answer.json()["ready"]) == (201, True)
    assert answer.json()["plan"].startswith("plan/")
    assert staff.client.get("/uploads").status_code in (404, 405)


@pytest.mark.parametrize(("name", "content", "sentence"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_what_cannot_be_loaded_is_one_sentence_on_the_same_page_and_in_json(
    staff: Visiting, name: str, content: bytes, sentence: str
) -> None:
    page = staff.send(name, content)
    assert (page.status_code, sentence in page.text) == (400, True)
    assert "Kies een bestand" in page.text
    told = staff.client.post("/uploads", files={"file": (name, content)})
    assert (told.status_code, sentence in told.json()["errors"][0]["message"]) == (400, True)
    assert "Nog niet ingelezen" not in staff.client.get("/inlezen").text


def test_a_file_that_is_too_large_is_refused_before_and_while_it_comes(tmp_path: Path) -> None:
    network = empty_network(tmp_path / "stad.sqlite", uploads=tmp_path / "uploads")
    network.imports.limits = SMALL
    large = b"x" * 400_000
    with Server.of(network, role=Role.STAFF) as running:
        told = running.client.post("/uploads", files={"file": ("lijst.csv", large)})
        head = {"content-type": "multipart/form-data; boundary=b"}
        body = (
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
            large,
            b"\r\n--b--\r\n",
        )
        streamed = running.client.post("/uploads", headers=head, content=iter(body))
    network.close()
    assert (told.status_code, streamed.status_code) == (413, 413)
    assert "groter dan" in told.json()["errors"][0]["message"]
    assert not list((tmp_path / "uploads").rglob("*.csv"))


@pytest.mark.parametrize(
    "sent",
    [
        {"content": b"file=x", "headers": {"content-type": "application/x-www-form-urlencoded"}},
        {"content": b"--b\r\nrommel", "headers": {"content-type": "multipart/form-data; boundary=b"}},
        {"content": b"", "headers": {"content-type": "multipart/form-data"}},
        {"files": {"andere": ("a.csv", LIST)}},
        {"files": [("file", (f"{number}.csv", LIST)) for number in range(5)]},
    ],
)
def test_what_is_no_form_with_a_file_is_one_sentence(staff: Visiting, sent: dict[str, object]) -> None:
    answer = staff.client.post("/uploads", **sent)  # type: ignore[arg-type]  # as each case has it
    assert (answer.status_code, len(answer.json()["errors"])) == (400, 1)
    assert staff.client.post("/inlezen", **sent).status_code in (400, 403)  # type: ignore[arg-type]


def test_a_form_of_another_making_is_refused(staff: Visiting) -> None:
    upload = staff.send("lijst.csv", LIST).headers["location"]
    for action in ("kolommen", "inlezen", "weg"):
        assert staff.client.post(f"{upload}/{action}", data={"merk": "0" * 32}).status_code == 403
    assert staff.client.post("/inlezen", data={"merk": "0"}, files={"bestand": ("a.csv", LIST)}).status_code == 403
    other = {"Origin": "http://elders.nl"}
    assert staff.client.post("/uploads", files={"file": ("a.csv", LIST)}, headers=other).status_code == 403


def test_a_plan_that_the_data_left_behind_is_shown_anew(network: Network, staff: Visiting) -> None:
    first, second = (staff.send(name, LIST).headers["location"] for name in ("een.csv", "twee.csv"))
    staff.settled(second)
    staff.settled(first)
    staff.post(f"{first}/nakijken", f"{first}/inlezen")
    staff.settled(first)
    refused = staff.post(f"{second}/nakijken", f"{second}/inlezen", revisie="0")
    assert (refused.status_code, "veranderd sinds dit bestand" in refused.text) == (409, True)
    assert [load.number for load in network.imports.loads(Viewer(Role.STAFF))] == [1]
    staff.post(f"{second}/nakijken", f"{second}/inlezen")
    assert "twee.csv" in staff.settled(second).text


def test_what_is_not_there_is_a_page_that_says_so(staff: Visiting) -> None:
    for path in ("/inlezen/" + "a" * 32, "/inlezen/niets", "/inlezen/lading/7", "/inlezen/niets/kolommen"):
        assert staff.client.get(path).status_code == 404
    for path in (
        "/loads/load/7/quarantine",
        "/loads/7/quarantine",
        "/loads/../../etc/quarantine",
        "/loads/x/quarantine",
    ):
        assert staff.client.get(path).status_code == 404


def test_the_rows_set_aside_are_a_file_of_the_same_format(staff: Visiting) -> None:
    upload = staff.send("lijst é.csv", LIST).headers["location"]
    staff.settled(upload)
    staff.post(f"{upload}/nakijken", f"{upload}/inlezen")
    staff.settled(upload)
    answer = staff.client.get("/loads/load/1/quarantine")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''lijst%20%C3%A9.quarantine.csv"
    assert (answer.headers["Cache-Control"], answer.text.splitlines()[0][-12:]) == ("no-store", "rij;probleem")


def test_the_public_finds_nothing(network: Network, staff: Visiting) -> None:
    upload = staff.send("lijst.csv", LIST).headers["location"]
    staff.settled(upload)
    staff.post(f"{upload}/nakijken", f"{upload}/inlezen")
    staff.settled(upload)
    with Server.of(network, role=Role.PUBLIC) as running:
        client = running.client
        for path in ("/inlezen", upload, f"{upload}/stand", "/inlezen/lading/1", "/loads/load/1/quarantine"):
            assert client.get(path).status_code == 404
        assert "/inlezen" not in client.get("/").text
        assert client.post("/inlezen", files={"bestand": ("a.csv", LIST)}).status_code == 404
        assert client.post(f"{upload}/weg", data={"merk": "x"}).status_code == 404
        assert client.post("/uploads", files={"file": ("a.csv", LIST)}).status_code == 403


def test_a_facilitator_uses_the_pages_and_staff_and_administrators_programs_too(network: Network) -> None:
    for role, status in ((Role.FACILITATOR, 403), (Role.ADMIN, 201)):
        with Server.of(network, role=role) as running:
            assert ">Inlezen</a>" in running.client.get("/").text
            assert running.client.get("/inlezen").status_code == 200
            assert running.client.post("/uploads", files={"file": ("a.csv", LIST)}).status_code == status


def test_the_pages_speak_english_too(staff: Visiting) -> None:
    mark = staff.mark("/inlezen?lang=en", "/inlezen?lang=en")
    sent = staff.client.post("/inlezen?lang=en", data={"merk": mark}, files={"bestand": ("lijst.csv", LIST)})
    page = staff.settled(sent.headers["location"]).text
    assert "Is this mapping right?" in page
    assert "Klopt deze indeling" not in page
    refused = staff.client.post("/inlezen?lang=en", data={"merk": mark}, files={"bestand": ("a.csv", b"")})
    assert "a.csv is empty." in refused.text
