"""What tests of the API share: a town in few words, a way to ask it without HTTP, and a real server in a thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self, cast

import httpx
import uvicorn

from api.advice import AdviceDesk
from api.app import create_app
from api.judging import Judge
from api.limits import ApiLimits
from api.matching import MatchDecider
from api.request import Request
from api.running import Answer, Asked, Runner
from api.schema import executable
from api.serving import listen
from api.site import Site
from graph.network import Network
from graph.schema.declaration import Level
from graph.schema.words import Lang
from graph.store.base import View
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, says

WEST, NORTH = "area/west", "area/north"


class Asker:
    """Asks a network as one role, without HTTP.

    Parameters
    ----------
    network
        What is asked.
    role
        As whom.
    limits
        Within which.
    """

    def __init__(self, network: Network, role: Role = Role.STAFF, limits: ApiLimits = ApiLimits()) -> None:  # noqa: B008
        self.network = network
        self.viewer = Viewer(role)
        self.limits = limits
        self.site = Site("", network, "Stad")
        self.desk = AdviceDesk(network, limits.advice_seconds)
        self.judge = Judge(network, days=limits.replay_days)
        self.decider = MatchDecider(network, days=limits.replay_days)
        self.runner = Runner(executable(), limits)

    def request(self, lang: Lang = "nl") -> Request:
        writers = (self.judge, self.decider)
        return Request(self.site, self.viewer, self.limits, self.desk, *writers, lang, "http://127.0.0.1:8000")

    def answer(self, query: str, lang: Lang = "nl", **variables: Any) -> Answer:
        """Return the whole answer."""
        return self.runner.run(Asked(query, variables), self.request(lang))

    def __call__(self, query: str, lang: Lang = "nl", **variables: Any) -> Any:
        """Return the data of an answer that must hold no errors."""
        answer = self.answer(query, lang, **variables)
        assert "errors" not in answer.body, answer.body["errors"]
        return answer.body["data"]

    def code(self, query: str, **variables: Any) -> str:
        """Return the code of the only error that an answer must hold."""
        (error,) = self.answer(query, **variables).body["errors"]
        return str(error["extensions"]["code"])

    def close(self) -> None:
        self.desk.close()


@dataclass
class Server:
    """The application, served over HTTP by a thread of this process."""

    client: httpx.Client
    address: str

    @classmethod
    @contextmanager
    def of(
        cls,
        *networks: Network,
        role: Role = Role.STAFF,
        limits: ApiLimits = ApiLimits(),  # noqa: B008
    ) -> Iterator[Self]:
        """Serve networks, the first at the root, the second as a practice city."""
        sites = [Site("" if number == 0 else "/oefenstad", network, f"Stad {number}", number > 0)
                 for number, network in enumerate(networks)]  # fmt: skip
        listening = listen("127.0.0.1", 0)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(create_app(sites, limits, Viewer(role)), log_level="error", lifespan="on")
        running = uvicorn.Server(config)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            with httpx.Client(base_url=address, timeout=60) as client:
                yield cls(client, address)
        finally:
            running.should_exit = True
            thread.join()

    def ask(self, query: str, path: str = "/graphql", **more: Any) -> httpx.Response:
        """Send a query by POST."""
        return self.client.post(path, json={"query": query, **more})


@dataclass
class Counting:
    """A network whose views count what they are asked."""

    network: Network
    calls: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.network, name)

    def view(self, *args: Any, **kwargs: Any) -> View:
        return cast("View", CountingView(self.network.view(*args, **kwargs), self.calls))


class CountingView:
    """A view that notes the name of each question."""

    def __init__(self, view: View, calls: list[str]) -> None:
        self._view = view
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._view, name)
        if not callable(found) or name == "close":
            return found

        def counted(*args: Any, **kwargs: Any) -> Any:
            self._calls.append(name)
            return found(*args, **kwargs)

        return counted


def fill_town(network: Network) -> None:
    """Put a small town into an empty store: three sources that agree, differ and keep something to themselves."""
    city = City(network.store)
    city.load(
        says("gids", "2016-06-28", at=("page=3",))
        .node("source/gids", name="Gids van de stad", publisher="Buurtbode", published_on="2016-06-28",
              address="https://gids.nl")
        .node(WEST, name="West", level="borough")
        .node(NORTH, name="Noord", level="district")
        .tie("PART_OF", NORTH, WEST)
        .node("initiative/tuin", name="De Tuin", aliases=["Buurttuin"], phase="running", members="about 40 person",
              started_on="2014", website="https://tuin.nl")
        .node("initiative/eethuis", name="Eethuis", phase="idea", started_on="2016-03")
        .node("initiative/rit", name="Buurtrit", phase="running", members="12 person")
        .node("organisation/bieb", name="Bibliotheek", sector="culture")
        .tie("ACTIVE_IN", "initiative/tuin", NORTH)
        .tie("ACTIVE_IN", "initiative/eethuis", WEST)
        .tie("PARTNERS_WITH", "initiative/tuin", "initiative/eethuis", status="talking", since="2016")
        .tie("SUPPORTS", "organisation/bieb", "initiative/tuin", support="houses")
        .none("initiative/rit", "PARTNERS_WITH", "website")
        .node("topic/groen", name="groen", scheme="theme")
        .node("topic/natuur", name="natuur", scheme="theme")
        .about("topic/groen", broader="topic/natuur")
        .tie("ABOUT", "initiative/tuin", "topic/groen"),
        published_on="2016-06-28",
    )  # fmt: skip
    city.load(
        says("krant", "2017-02", at=("row=2&column=Leden", "row=9"))
        .node("source/krant", name="Krant", published_on="2017-02")
        .node("initiative/tuin", name="De Tuin", members="60 person")
        .no_tie("PARTNERS_WITH", "initiative/tuin", "initiative/eethuis"),
        published_on="2017-02",
    )
    city.load(
        says("lijst", "2017-05-10", Level.INTERNAL)
        .node("person/p1", name="Els", public_role="oprichter")
        .about("initiative/eethuis", volunteers="5 person")
        .tie("INVOLVED_IN", "person/p1", "initiative/eethuis", role="oprichter")
    )
    city.load(says("vertaling", "2018-01-01", language="en").about("initiative/tuin", summary="A garden for everyone.")
              .about("topic/groen", name="green"))  # fmt: skip


def fill_pair(network: Network) -> None:
    """Put a town into an empty store in which two could work together."""
    said = says("a", "2026-01-01").node("area/s", name="Stad", level="municipality")
    for name in ("een", "twee", "drie"):
        said.node(f"area/{name}", name=name, level="district").tie("PART_OF", f"area/{name}", "area/s")
    for name in ("tuin", "kas"):
        said.node(f"initiative/{name}", name=name, phase="running").tie("ACTIVE_IN", f"initiative/{name}", "area/een")
    City(network.store).load(said)
