"""The pages as they are served: cities in memory, over real HTTP, and what stands behind the pages."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn

from api.app import create_app
from api.site import Site
from graph.network import Network
from graph.schema.words import Lang
from graph.store.base import View
from graph.store.questions import Role, Viewer
from viz.pages.material import Material
from viz.site import Shell

PRACTICE = "/oefenstad"
ELCURA = "initiative/elcura-zorgt"
BOUWLUST = "area/wk051833"
MEETING = "meeting/innoveren-door-co-creeren"


def sites_of(real: Network, practice: Network | None = None) -> tuple[Site, ...]:
    """Return the first city at the root, and a practice city beside it."""
    sites = (Site("", real, "Den Haag"),)
    return (*sites, Site(PRACTICE, practice, "Oefenstad", is_practice=True)) if practice else sites


@contextmanager
def serving(sites: Sequence[Site], role: Role = Role.PUBLIC) -> Iterator[str]:
    """Serve cities over HTTP in a thread of this process; gives the address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(sites, viewer=Viewer(role)), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def asking(sites: Sequence[Site], role: Role = Role.PUBLIC) -> Iterator[httpx.Client]:
    """Give a client that asks for pages; redirects are shown and not followed."""
    with serving(sites, role) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def answered(client: httpx.Client, path: str, **query: str) -> httpx.Response:
    """Return the answer to a page; one that is still being computed is asked for again."""
    answer = client.get(path, params=query or None)
    for _ in range(20):  # each waits some seconds itself
        if answer.status_code != 202:
            break
        answer = client.get(path, params=query or None)
    return answer


@dataclass
class Desk:
    """One who looks at one city, as the functions behind the pages are asked."""

    network: Network
    view: View
    shell: Shell

    @classmethod
    def of(cls, network: Network, role: Role = Role.PUBLIC, lang: Lang = "nl", city: str = "Den Haag") -> Desk:
        """Open a view of a city."""
        site = Site("", network, city)
        return cls(network, network.view(Viewer(role)), Shell(site, (site,), Viewer(role), lang))

    def material(self, id_: str) -> Material:
        """Return what the page of a node is made from."""
        return Material(self.view, self.shell, self.network.sheet(self.view, id_, self.shell.lang))
