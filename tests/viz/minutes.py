"""Minutes that propose something, the same on every machine: read by a reader that needs no lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.ingest.pipeline import LoadOptions
from graph.network import Network
from graph.network.proposals.reading import take_in
from graph.reports.proposals import AreaFound, Body, MeetingFound, OutcomeFound, Person, Proposals, Where
from tests.contracts.build import City, says

LINES = (
    "Overleg Molenbuurt, 3 mei 2020",
    "De Soepbus en Stichting Zonnehoek eten samen in Moerwijk.",
    "Wilhelmina Kaarwaard doet mee met De Soepbus.",
    "Besloten is dat de zaal wordt gehuurd.",
)
REPORT = "source/verslag"


class Reader:
    """Reads these minutes, as a site's own reader would."""

    def read(self, text: str) -> Proposals:
        """Return what they tell: something sure, something likely, a name that two bear, and a private person."""

        def at(line: int) -> Where:
            start = text.index(LINES[line - 1])
            return Where(LINES[line - 1], line, start, start + len(LINES[line - 1]))

        return Proposals(
            initiatives=[Body(at(2), 0.9, "De Soepbus", kind="initiative")],
            organisations=[Body(at(2), 0.7, "Stichting Zonnehoek")],
            people=[Person(at(3), 0.9, "Wilhelmina Kaarwaard", role="vrijwilliger", organisation="De Soepbus")],
            areas=[AreaFound(at(2), 0.7, "Moerwijk")],
            meetings=[MeetingFound(at(1), 0.95, "Overleg Molenbuurt", held_on="2020-05-03")],
            outcomes=[OutcomeFound(at(4), 0.5, "decision")],
        )


def take_minutes(network: Network, folder: Path) -> None:
    """Put what the minutes propose on the desk of a city that knows two areas of one name."""
    said = says("lijst", "2019-01-01").node("area/een", name="Moerwijk", level="district")
    City(network.store).load(said.node("area/twee", name="Moerwijk", level="borough"))
    file = folder / "verslag.txt"
    file.write_text("\n".join(LINES), "utf-8")
    take_in(network.store, file, LoadOptions(secret=b"test"), today=date(2026, 1, 15), reader=Reader())
