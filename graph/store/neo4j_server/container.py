"""A Neo4j server as a Docker container, where an engine answers.

The container and the volume with its data bear names derived from the home, so that two homes never share data.
"""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from graph.errors import StoreAwayError, StoreError
from graph.store.neo4j_server.home import Engine, ServerState, build_running_error, make_home, read_state, write_state
from graph.store.neo4j_server.local import LocalNeo4j
from graph.store.neo4j_server.password import establish_password, keep_password
from graph.store.neo4j_server.process import LOOPBACK, check_port
from graph.store.neo4j_server.settings import GDS_SETTINGS, SETTINGS, build_environment

IMAGE = "neo4j:5.26-community"
GDS_PLUGIN = '["graph-data-science"]'
"""What ``NEO4J_PLUGINS`` calls Graph Data Science. Source: Neo4j Operations Manual 5, Docker, plugins."""
_BOLT_PORT = 7687
# An engine on this computer answers in a tenth of a second; a DOCKER_HOST that is gone never does.
_PROBE_SECONDS = 2.0
# The first time the image, some 600 MB, has to come over the line.
_RUN_SECONDS = 1800.0
_START_SECONDS = 300.0
_STOP_SECONDS = 60


def is_engine_answering(timeout: float = _PROBE_SECONDS) -> bool:
    """Tell whether there is a Docker engine that does what the ``docker`` command asks.

    Parameters
    ----------
    timeout
        Seconds after which a silent engine counts as absent.
    """
    try:
        answer = _ask_docker("info", "--format", "{{.ServerVersion}}", timeout=timeout)
    except StoreAwayError:
        return False
    return answer.returncode == 0 and bool(answer.stdout.strip())


class Neo4jContainer(LocalNeo4j):
    """A running Neo4j in a container; its data are in the volume that bears the container's name."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Name of the container and of its volume."""
        return build_name(self.home)

    @classmethod
    def start(
        cls, home: Path, port: int, *, password_file: Path | None = None, with_gds: bool = False
    ) -> Neo4jContainer:
        """Start a container, and return when Neo4j answers and has its password.

        Parameters
        ----------
        home
            Folder for the password; made where it does not exist.
        port
            1 to 65535.
        password_file
            Where the password stands or is to stand; ``home/password`` where none is given.
        with_gds
            Whether the container fetches Graph Data Science as it starts.

        Raises
        ------
        ConflictError
            The home's container runs already.
        FileError
            Home or password file cannot be written.
        StoreError
            The port is taken, Docker refuses, or Neo4j ended or did not answer within five minutes.
        """
        home = home.resolve()
        if cls.find(home) is not None:
            raise build_running_error(home)
        check_port(port)
        make_home(home)
        secret = (password_file or home / "password").absolute()
        keep_password(secret)
        container = cls(home, port, secret)
        container._run(with_gds=with_gds)
        return container

    @classmethod
    def find(cls, home: Path) -> Neo4jContainer | None:
        """Return the running container of a home, or ``None``, also where Docker itself does not run.

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
        if state is None or state.engine is not Engine.DOCKER or not _is_container_running(build_name(home)):
            return None
        return cls(home, state.port, state.password_file)

    def is_running(self) -> bool:
        """Tell whether the container runs."""
        return _is_container_running(self.name)

    def stop(self) -> None:
        """Stop the container cleanly; its volume keeps the data.

        Raises
        ------
        StoreError
            Docker refuses.
        """
        _check_docker("stop", "-t", str(_STOP_SECONDS), self.name)

    def _run(self, *, with_gds: bool) -> None:
        # One that was stopped, or that a power cut ended, still bears the name; its data are in the volume.
        _ask_docker("rm", "--force", self.name)
        _check_docker(*build_run_arguments(self.name, self.port, with_gds=with_gds))
        try:
            write_state(self.home, ServerState(Engine.DOCKER, self.port, self.password_file))
            log = f"docker logs {self.name}"
            establish_password(self.access, is_alive=self.is_running, log=log, timeout=_START_SECONDS)
        except BaseException:
            _ask_docker("stop", "-t", "1", self.name)
            raise


def build_name(home: Path) -> str:
    """Return the name of a home's container and volume.

    Parameters
    ----------
    home
        Absolute path.
    """
    return "wijkweb-neo4j-" + sha256(str(home).encode()).hexdigest()[:8]


def build_run_arguments(name: str, port: int, *, with_gds: bool = False) -> list[str]:
    """Return the arguments of ``docker run``; the password is not among them.

    Parameters
    ----------
    name
        Of container and volume.
    port
        On loopback.
    with_gds
        Whether the image is to fetch Graph Data Science.
    """
    settings = {**SETTINGS, **(GDS_SETTINGS if with_gds else {}), "server.memory.heap.max_size": "1g"}
    arguments = ["run", "--detach", "--name", name, "--volume", f"{name}:/data"]
    arguments += ["--publish", f"{LOOPBACK}:{port}:{_BOLT_PORT}"]
    arguments += ["--env", f"NEO4J_PLUGINS={GDS_PLUGIN}"] if with_gds else []
    for variable, value in build_environment(settings).items():
        arguments += ["--env", f"{variable}={value}"]
    return [*arguments, IMAGE]


def _is_container_running(name: str) -> bool:
    try:
        answer = _ask_docker("inspect", "--format", "{{.State.Running}}", name)
    except StoreAwayError:
        return False
    return answer.stdout.strip() == "true"


def _check_docker(*arguments: str) -> None:
    answer = _ask_docker(*arguments, timeout=_RUN_SECONDS)
    if answer.returncode:
        # The reason is the last line, but for a hint to read the manual.
        lines = [
            line for line in answer.stderr.splitlines() if line.strip() and not line.startswith(("Run '", "See '"))
        ]
        reason = lines[-1] if lines else "?"
        raise StoreError(
            f"Docker weigert: {reason}\nZonder Docker kan het ook, met Java: --engine jars",
            f"Docker refuses: {reason}\nIt can be done without Docker, with Java: --engine jars",
            concerning=arguments[0],
        )


def _ask_docker(*arguments: str, timeout: float = 30.0) -> subprocess.CompletedProcess[str]:
    docker = shutil.which("docker")
    try:
        if docker is not None:
            return subprocess.run(  # noqa: S603 - docker with our own arguments
                [docker, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=timeout,
                check=False,
            )
    except subprocess.TimeoutExpired:
        pass
    raise StoreAwayError("Docker antwoordt niet.", "Docker does not answer.")
