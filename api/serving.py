"""The process that serves: takes an address on this computer, answers until somebody ends it, and ends well."""

from __future__ import annotations

import gc
import signal
import socket
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from api.guards import check_loopback
from graph.errors import InputError

CLOSING_SECONDS = 3
"""How long requests that are being answered may take after Ctrl-C, before they are cut off."""

COLLECTING = (50_000, 20, 20)
"""Objects that are made before the collector looks at the youngest; how often it does so before it looks at older."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on this computer; whoever asked for it closes it.

    Parameters
    ----------
    host
        Name or address of the loopback.
    port
        0 for a free one.

    Raises
    ------
    InputError
        The host can be reached from elsewhere, or the port is taken.
    """
    check_loopback(host)
    name = host.strip("[]")
    try:
        listener = socket.create_server((name, port), family=socket.AF_INET6 if ":" in name else socket.AF_INET)
    except OSError as error:
        raise InputError(
            f"Poort {port} is al in gebruik of mag niet. Kies een andere met --port.",
            f"Port {port} is taken already or not allowed. Choose another with --port.",
            concerning=port,
        ) from error
    # asyncio sets this on sockets that it opened itself only. Without it head and body of an answer leave 40 ms apart,
    # as the second waits for a confirmation of the first that the other side delays. Connections inherit it.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def spare_collector() -> None:
    """Let the collector of reference cycles look less often, and never at what lives as long as the process.

    Notes
    -----
    A large answer is tens of thousands of small objects, none of them in a cycle, and the collector went over all of
    them and over the whole schema again and again: a third of the time of such an answer.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTING)


def serve_until_interrupted(app: FastAPI, listener: socket.socket) -> None:
    """Serve until Ctrl-C or the signal to terminate; returns then.

    Parameters
    ----------
    app
        What is served.
    listener
        Where.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # who looked at what is nobody's business
        server_header=False,
        timeout_graceful_shutdown=CLOSING_SECONDS,
    )
    spare_collector()
    # uvicorn ends well on both signals and then gives them back as they would have been taken: as an interrupt.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
