"""Processes and ports: whose process is this, what ends it with us, which port is free."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from graph.errors import StoreError

LOOPBACK = "127.0.0.1"

# Waits until its input closes, which happens however its starter ends, also by SIGKILL; then ends the process named.
_WATCHER = "import os, signal, sys; sys.stdin.read(); os.kill(int(sys.argv[1]), signal.SIGTERM)"


def read_command_line(pid: int) -> str:
    """Return a process's command line, its parts divided by blanks; empty where it has ended.

    Parameters
    ----------
    pid
        Process id.

    Raises
    ------
    OSError
        There is neither ``/proc`` nor ``ps`` to ask.

    Notes
    -----
    A process that has ended but was not yet reaped counts as ended: the kernel no longer gives it a command line.
    """
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        except (FileNotFoundError, ProcessLookupError):
            return ""
    command = ["ps", "-o", "args=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - fixed


def end_with_starter(pid: int) -> subprocess.Popen[bytes]:
    """Let a process be terminated when the present program ends, in whatever way.

    Parameters
    ----------
    pid
        Process to end with SIGTERM.

    Returns
    -------
    subprocess.Popen
        The watcher. Kill and reap it before the process itself is stopped, lest its id be given to another one.

    Raises
    ------
    OSError
        The watcher could not be started.

    Notes
    -----
    A watcher and not ``PR_SET_PDEATHSIG``: that follows the thread that started the process, and needs a
    ``preexec_fn``, which is unsafe beside threads.
    """
    return subprocess.Popen(  # noqa: S603 - our own interpreter, and a number
        [sys.executable, "-I", "-S", "-c", _WATCHER, str(pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=os.sep,
    )


def find_free_port() -> int:
    """Return a port on loopback that is free at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def check_port(port: int) -> None:
    """Make sure that a server can listen on a port of loopback.

    Parameters
    ----------
    port
        1 to 65535.

    Raises
    ------
    StoreError
        The port is taken, or not ours to take.
    """
    with socket.socket() as probe:
        # As servers do: a port on which only finished connections linger is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise StoreError(
                f"Poort {port} op deze computer is bezet of niet toegestaan. Kies een andere poort met --port, "
                "of stop het programma dat daar luistert.",
                f"Port {port} of this computer is taken or not allowed. Choose another with --port, "
                "or stop the program that listens there.",
                concerning=port,
            ) from error
