"""A Neo4j of one's own: it starts, keeps its secret, keeps its data, and says clearly what stands in its way."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError

from graph.errors import ConflictError, FileError, StoreAccessError, StoreAwayError, StoreError
from graph.store import neo4j_server
from graph.store.neo4j_server import (
    GDS_VERSION,
    NEO4J_VERSION,
    QUICK_START,
    Neo4jAccess,
    Neo4jServer,
    fetch_gds_jars,
    fetch_jars,
    find_java,
    is_engine_answering,
)
from graph.store.neo4j_server.container import build_name, build_run_arguments
from graph.store.neo4j_server.home import read_state
from graph.store.neo4j_server.jars import default_cache
from graph.store.neo4j_server.password import establish_password, keep_password, read_password
from graph.store.neo4j_server.process import end_with_starter, find_free_port, read_command_line
from graph.store.neo4j_server.settings import build_environment


@dataclass(frozen=True)
class Started:
    """A server that the command started, and what the command wrote."""

    server: Neo4jServer
    output: str


def run_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graph.store.neo4j_server", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)


def open_driver(access: Neo4jAccess) -> Driver:
    return GraphDatabase.driver(access.uri, auth=(access.user, access.password))


def write_mark(server: Neo4jServer, mark: str) -> None:
    with open_driver(server.access) as driver:
        driver.execute_query("CREATE (:Mark {name: $mark})", mark=mark, database_="neo4j")


def read_marks(server: Neo4jServer) -> list[str]:
    with open_driver(server.access) as driver:
        rows = driver.execute_query("MATCH (m:Mark) RETURN m.name AS name ORDER BY name", database_="neo4j").records
    return [row["name"] for row in rows]


def write_program(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture(scope="module")
def started(neo4j_jars: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    home = tmp_path_factory.mktemp("user") / "neo4j"
    answer = run_command("start", "--home", str(home), "--port", str(find_free_port()), "--engine", "jars")
    server = Neo4jServer.find(home)
    assert server is not None, answer.stderr
    # Users' servers outlive their starter; this one must not outlive a test run that is broken off.
    watcher = end_with_starter(server.pid)
    yield Started(server, answer.stdout + answer.stderr)
    watcher.kill()
    watcher.communicate()
    if server := Neo4jServer.find(home):
        server.kill()


@pytest.mark.neo4j
def test_start_says_where_it_listens_and_never_the_password(started: Started) -> None:
    server = started.server
    assert f"WIJKWEB_STORE={server.uri}" in started.output
    assert f"WIJKWEB_NEO4J_PASSWORD_FILE={server.home / 'password'}" in started.output
    assert server.password not in started.output + repr(server) + repr(server.access)


@pytest.mark.neo4j
def test_server_answers_with_the_generated_password(started: Started) -> None:
    with open_driver(started.server.access) as driver:
        row = driver.execute_query("CALL dbms.components() YIELD versions, edition RETURN versions[0], edition").records
    assert row[0].values() == [NEO4J_VERSION, "community"]


@pytest.mark.neo4j
@pytest.mark.parametrize("wrong", ["neo4j", "not-the-password"])
def test_server_refuses_another_password(started: Started, wrong: str) -> None:
    access = Neo4jAccess(started.server.uri, started.server.user, wrong)
    with open_driver(access) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


@pytest.mark.neo4j
def test_password_stands_in_its_file_alone(started: Started) -> None:
    home, secret = started.server.home, started.server.password.encode()
    process = Path(f"/proc/{started.server.pid}")
    others = [file for file in home.rglob("*") if file.is_file() and file.name != "password"]
    assert len(others) > 10
    assert not [file for file in others if secret in file.read_bytes()]
    assert secret not in (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
    assert stat.S_IMODE((home / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


@pytest.mark.neo4j
def test_server_listens_on_loopback_only(started: Started) -> None:
    end, listen = f":{started.server.port:04X}", "0A"
    tables = [Path(f"/proc/net/{table}").read_text().splitlines()[1:] for table in ("tcp", "tcp6")]
    sockets = [line.split() for table in tables for line in table]
    ours = [local for _, local, _, state, *_ in sockets if state == listen and local.endswith(end)]
    # 127.0.0.1, or the same written as an IPv6 address, in the kernel's byte order.
    assert ours in (["0100007F" + end], ["0000000000000000FFFF00000100007F" + end])


@pytest.mark.neo4j
def test_second_start_of_a_home_gives_the_server_that_runs(started: Started) -> None:
    again = run_command("start", "--home", str(started.server.home), "--lang", "en")
    status = run_command("status", "--home", str(started.server.home), "--lang", "en")
    assert (again.returncode, again.stdout) == (0, status.stdout)
    assert f"Neo4j runs at {started.server.uri}" in status.stdout
    with pytest.raises(ConflictError):
        Neo4jServer.start(started.server.home)


@pytest.mark.neo4j
def test_server_with_another_password_than_the_file_is_said_so(started: Started) -> None:
    access = Neo4jAccess(started.server.uri, started.server.user, "of-another-server")
    with pytest.raises(StoreAccessError) as caught:
        establish_password(access, is_alive=started.server.is_running, log="", timeout=10)
    assert "ander wachtwoord" in caught.value.nl
    assert access.password not in caught.value.nl + caught.value.en


@pytest.mark.neo4j
def test_data_outlive_a_stop_and_a_crash(started: Started) -> None:
    home = started.server.home
    write_mark(started.server, "before the stop")
    assert run_command("stop", "--home", str(home)).returncode == 0
    assert run_command("status", "--home", str(home)).returncode == 3
    server = Neo4jServer.start(home, java_options=QUICK_START, end_with_us=True)
    assert read_marks(server) == ["before the stop"]
    write_mark(server, "before the crash")
    server.kill()
    server = Neo4jServer.start(home, java_options=QUICK_START, end_with_us=True)
    assert read_marks(server) == ["before the crash", "before the stop"]
    server.stop()
    assert not server.is_running()


@pytest.mark.neo4j
@pytest.mark.parametrize("time_around", [1, 2])
def test_session_server_is_emptied_between_tests(empty_neo4j: Neo4jAccess, time_around: int) -> None:
    with open_driver(empty_neo4j) as driver:
        counted = driver.execute_query("MATCH (n) RETURN count(n) AS nodes", database_="neo4j").records[0]["nodes"]
        driver.execute_query("UNWIND range(1, 100) AS i CREATE (:Mark)-[:NEXT]->(:Mark)", database_="neo4j")
    assert counted == 0, time_around


@pytest.mark.neo4j
def test_server_that_ends_while_it_starts_is_reported_with_its_log(neo4j_jars: None, tmp_path: Path) -> None:
    with pytest.raises(StoreAwayError) as caught:
        Neo4jServer.start(tmp_path, java_options=["-Xmx999999g"])
    log = tmp_path / "logs" / "console.log"
    assert str(log) in caught.value.nl
    assert "\n" not in caught.value.nl
    assert "heap" in log.read_text()


def test_port_that_is_taken_stops_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        answer = run_command("start", "--home", str(tmp_path / "home"), "--port", port, "--engine", "jars")
    assert answer.returncode == 1
    assert f"Poort {port} op deze computer is bezet" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "home").exists()


def test_home_that_is_a_file_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = run_command("start", "--home", str(tmp_path / "file" / "home"), "--port", str(find_free_port()))
    assert answer.returncode == 1
    assert str(tmp_path / "file" / "home") in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(("required", "outcome"), [("", "1 skipped"), ("browser, neo4j", "1 error")])
def test_machine_without_neo4j_skips_or_fails_with_the_reason(tmp_path: Path, required: str, outcome: str) -> None:
    write_program(tmp_path / "bin" / "java", """echo 'openjdk version "17.0.15" 2025-04-15' >&2""")
    places = dict.fromkeys(("PATH", "XDG_CACHE_HOME", "JAVA_HOME"), str(tmp_path))
    environment = {**places, "WIJKWEB_REQUIRE": required}
    test = f"{__file__}::{test_server_answers_with_the_generated_password.__name__}"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", test]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert outcome in answer.stdout
    assert "Maven (mvn) is missing" in answer.stdout


def test_missing_java_is_named_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"geen Java.*openjdk-17-jre-headless"):
        find_java(tmp_path)


def test_java_that_does_not_fit_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    write_program(tmp_path / "a" / "bin" / "java", """echo 'openjdk version "25.0.1" 2025-10-21' >&2""")
    with pytest.raises(StoreError, match="gevonden: 25"):
        find_java(tmp_path)
    write_program(tmp_path / "b" / "bin" / "java", """echo 'openjdk version "21.0.4" 2024-07-16' >&2""")
    assert find_java(tmp_path) == tmp_path / "b" / "bin" / "java"


@pytest.mark.parametrize("fetch", [fetch_jars, fetch_gds_jars])
def test_missing_maven_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetch: Callable[[Path], Path]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match="Debian-pakket maven"):
        fetch(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.neo4j
def test_fetch_without_a_connection_leaves_no_half_server(
    neo4j_jars: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror = f"<mirror><id>m</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:{find_free_port()}/</url></mirror>"
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text(f"<settings><mirrors>{mirror}</mirrors></settings>")
    monkeypatch.setenv("MAVEN_OPTS", f"-Duser.home={tmp_path}")
    with pytest.raises(StoreError, match="Maven Central") as caught:
        fetch_jars(tmp_path / "cache")
    assert caught.value.concerning == tmp_path / "cache" / "maven.log"
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["maven.log"]


def test_jars_are_kept_in_the_xdg_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (default_cache() / "lib").mkdir(parents=True)
    assert fetch_jars() == tmp_path / "wijkweb" / f"neo4j-{NEO4J_VERSION}" / "lib"


def test_pom_names_the_same_exact_version() -> None:
    pom = ElementTree.parse(Path(neo4j_server.__file__).with_name("pom.xml"))  # noqa: S314 - our own file
    assert pom.findtext(".//{*}neo4j.version") == NEO4J_VERSION
    assert pom.findtext(".//{*}gds.version") == GDS_VERSION


def test_password_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "password"
    keep_password(file)
    first = read_password(file)
    keep_password(file)
    assert read_password(file) == first
    assert len(first) == 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short\n", b"two\nlines of it\n", b"\xff\xfe12345678"])
def test_password_file_that_holds_no_password_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "password"
    file.write_bytes(content)
    with pytest.raises(FileError, match="password"):
        keep_password(file)
    assert file.read_bytes() == content


def test_process_ends_with_its_starter_even_when_that_is_killed() -> None:
    script = (
        "import subprocess, sys, time; from graph.store.neo4j_server.process import end_with_starter\n"
        "sleeper = subprocess.Popen(['sleep', '60'], start_new_session=True); end_with_starter(sleeper.pid)\n"
        "print(sleeper.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        pid = int(starter.stdout.readline())
        assert "sleep" in read_command_line(pid)
        os.kill(starter.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while read_command_line(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert read_command_line(pid) == ""


def test_process_id_that_now_belongs_to_another_is_left_alone(tmp_path: Path) -> None:
    state = f'{{"engine": "jars", "port": 7687, "password_file": "{tmp_path}/password", "pid": {os.getpid()}}}'
    (tmp_path / "server.json").write_text(state)
    assert Neo4jServer.find(tmp_path) is None
    assert run_command("stop", "--home", str(tmp_path)).returncode == 3


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"engine": "x", "port": 1, "password_file": "p", "pid": 1}'])
def test_damaged_state_is_one_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "server.json").write_text(content)
    with pytest.raises(FileError, match=r"server\.json"):
        read_state(tmp_path)
    assert run_command("status", "--home", str(tmp_path)).returncode == 1


def test_container_listens_on_loopback_and_its_arguments_hold_no_password(tmp_path: Path) -> None:
    name = build_name(tmp_path)
    arguments = build_run_arguments(name, 7688)
    assert "127.0.0.1:7688:7687" in arguments
    assert f"{name}:/data" in arguments
    assert arguments[-1] == "neo4j:5.26-community"
    assert "AUTH" not in " ".join(arguments)
    assert name != build_name(tmp_path / "other")
    assert "PLUGINS" not in " ".join(arguments)


def test_container_fetches_graph_data_science_when_asked(tmp_path: Path) -> None:
    arguments = build_run_arguments(build_name(tmp_path), 7688, with_gds=True)
    assert 'NEO4J_PLUGINS=["graph-data-science"]' in arguments
    assert "NEO4J_dbms_security_procedures_unrestricted=gds.*" in arguments


def test_settings_become_the_containers_variables() -> None:
    assert build_environment({"db.tx_log.preallocate": "false"}) == {"NEO4J_db_tx__log_preallocate": "false"}


@pytest.mark.parametrize(("program", "answers"), [("echo 28.0.1", True), ("exit 1", False), ("exec sleep 30", False)])
def test_docker_engine_is_found_or_given_up_within_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, answers: bool
) -> None:
    write_program(tmp_path / "docker", program)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    began = time.monotonic()
    assert is_engine_answering() is answers
    assert time.monotonic() - began < 4
