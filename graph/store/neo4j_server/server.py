"""A Neo4j server from Maven Central's jars, as a process of its own.

It is the server's own program (``CommunityEntryPoint``) with the same kernel, Cypher, Bolt and authentication as in
the container; only Neo4j Browser's files are not among the jars, so HTTP stays off.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import StoreBusyError
from graph.store.neo4j_server.home import (
    Engine,
    ServerState,
    build_home_error,
    build_running_error,
    make_home,
    read_state,
    write_state,
)
from graph.store.neo4j_server.jars import fetch_gds_jars, fetch_jars, find_java
from graph.store.neo4j_server.local import LocalNeo4j
from graph.store.neo4j_server.password import establish_password, keep_password
from graph.store.neo4j_server.process import (
    LOOPBACK,
    check_port,
    end_with_starter,
    find_free_port,
    read_command_line,
)
from graph.store.neo4j_server.settings import GDS_SETTINGS, SETTINGS, render_settings

_MAIN = "org.neo4j.server.CommunityEntryPoint"
# What Neo4j asks of Java 17 and later for its memory-mapped files and network buffers; after an OutOfMemoryError a
# server that still listens but no longer works is worse than none.
_JAVA_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "-XX:+ExitOnOutOfMemoryError",
)
# For a server that lives for minutes, as in tests: Java's first compiler only. Starts in half the time; slower later.
QUICK_START = ("-Xmx1g", "-XX:TieredStopAtLevel=1")
# All that Java needs of our environment. The rest may hold secrets, and anyone with our account can read it.
_ENVIRONMENT = ("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "TZ")
# Recovery after a crash reads the transaction logs, which the settings below keep small; a slow disk gets its time.
_START_SECONDS = 300.0
_STOP_SECONDS = 60.0

_SETTINGS = {
    **SETTINGS,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    # The databases are closed by then; Bolt would wait ten seconds more for visitors.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


@dataclass(slots=True)
class Neo4jServer(LocalNeo4j):
    """A running Neo4j that was started from jars.

    Parameters
    ----------
    home, port, password_file
        As for every local Neo4j; the home also holds settings, data and logs.
    pid
        Process id of the Java program, which leads a process group of its own.
    """

    pid: int = 0
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _watcher: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @classmethod
    def start(
        cls,
        home: Path,
        port: int = 0,
        *,
        password_file: Path | None = None,
        java_options: Sequence[str] = ("-Xmx1g",),
        with_gds: bool = False,
        end_with_us: bool = False,
    ) -> Neo4jServer:
        """Start a server, and return when it answers and has its password.

        Parameters
        ----------
        home
            Folder for all that the server keeps; made where it does not exist. After ``stop`` or ``kill`` the same
            home starts again with its data.
        port
            1 to 65535, or 0 for a free one.
        password_file
            Where the password stands or is to stand; ``home/password`` where none is given.
        java_options
            What Java is to do for it, at least the largest heap; :data:`QUICK_START` for a short life.
        with_gds
            Whether the server gets Graph Data Science, for this start: what it computes it does not keep.
        end_with_us
            Whether the server ends when the present program does, in whatever way: for tests.

        Raises
        ------
        ConflictError
            The home's server runs already.
        FileError
            Home, password file or cache cannot be written.
        StoreError
            No Java, no Maven or no jars; the port is taken; the server ended, or did not answer within five minutes.

        Notes
        -----
        5 to 12 s on two cores, and up to two minutes more where the jars are yet to be fetched. 0.4 GB of memory
        empty, 1 GB after a load of 120,000 nodes.
        """
        home = home.resolve()
        if cls.find(home) is not None:
            raise build_running_error(home)
        server = cls(home, port or find_free_port(), (password_file or home / "password").absolute())
        check_port(server.port)
        make_home(home)
        keep_password(server.password_file)
        plugins = fetch_gds_jars() if with_gds else None
        jars = [f"{folder}/*" for folder in (fetch_jars(), plugins) if folder]
        java = [str(find_java()), *java_options, *_JAVA_OPTIONS, "-cp", os.pathsep.join(jars)]
        server._launch(java, {**GDS_SETTINGS, "server.directories.plugins": str(plugins)} if plugins else {})
        try:
            server._settle(end_with_us=end_with_us)
        except BaseException:
            # Also on Ctrl-C: what was not handed over must not stay behind.
            server.kill()
            raise
        return server

    @classmethod
    def find(cls, home: Path) -> Neo4jServer | None:
        """Return the running server of a home, whoever started it, or ``None``.

        Parameters
        ----------
        home
            Folder given to ``start``.

        Raises
        ------
        FileError
            What the home remembers of it cannot be read.
        """
        home = home.resolve()
        state = read_state(home)
        if state is None or state.engine is not Engine.JARS or not _is_server_of(home, state.pid):
            return None
        return cls(home, state.port, state.password_file, state.pid)

    def is_running(self) -> bool:
        """Tell whether the server's process is there."""
        if self._process is not None:
            return self._process.poll() is None
        return _is_server_of(self.home, self.pid)

    def stop(self, timeout: float = _STOP_SECONDS) -> None:
        """Stop the server cleanly: its transactions end, its data are flushed.

        Parameters
        ----------
        timeout
            Seconds to wait for its end.

        Raises
        ------
        StoreBusyError
            The server still has work to finish; it ends when that is done.

        Notes
        -----
        0.3 s where nothing is under way. Nothing happens where it has ended already.
        """
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + timeout
        while self.is_running():
            if time.monotonic() > deadline:
                raise StoreBusyError(
                    f"Neo4j (proces {self.pid}) is nog bezig met stoppen. Wacht even en vraag het opnieuw.",
                    f"Neo4j (process {self.pid}) is still stopping. Wait a little and ask again.",
                    concerning=self.pid,
                )
            time.sleep(0.05)

    def kill(self) -> None:
        """End the server at once, as a power cut would; what was committed is there after the next start.

        Raises
        ------
        OSError
            The process belongs to another user.
        """
        self._signal(signal.SIGKILL)
        while self.is_running():
            time.sleep(0.01)

    def _launch(self, java: list[str], more: Mapping[str, str]) -> None:
        settings, log = self.home / "conf", _find_log(self.home)
        command = [*java, _MAIN, f"--home-dir={self.home}", f"--config-dir={settings}", "--console-mode"]
        try:
            settings.mkdir(exist_ok=True)
            log.parent.mkdir(exist_ok=True)
            listen = {"server.bolt.listen_address": f"{LOOPBACK}:{self.port}"}
            (settings / "neo4j.conf").write_text(render_settings({**_SETTINGS, **listen, **more}), encoding="utf-8")
            with log.open("wb") as output:
                self._process = subprocess.Popen(  # noqa: S603 - Java with our own arguments
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    cwd=self.home,
                    env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                    start_new_session=True,  # Ctrl-C in the terminal is meant for the starter, not for the server
                )
        except OSError as error:
            raise build_home_error(self.home) from error
        self.pid = self._process.pid

    def _settle(self, *, end_with_us: bool) -> None:
        if end_with_us:
            self._watcher = end_with_starter(self.pid)
        write_state(self.home, ServerState(Engine.JARS, self.port, self.password_file, self.pid))
        log = str(_find_log(self.home))
        establish_password(self.access, is_alive=self.is_running, log=log, timeout=_START_SECONDS)

    def _signal(self, number: int) -> None:
        if self._watcher is not None:
            self._watcher.kill()
            self._watcher.communicate()
            self._watcher = None
        if self.is_running():
            os.kill(self.pid, number)


def _find_log(home: Path) -> Path:
    return home / "logs" / "console.log"


def _is_server_of(home: Path, pid: int) -> bool:
    # The id alone proves nothing: after a restart of the computer it may be anyone's.
    line = read_command_line(pid)
    return _MAIN in line and f"--home-dir={home} " in line
