"""Somebody who takes files in, and waits for what comes of each step."""

from __future__ import annotations

from dataclasses import dataclass

from graph.ingest.proposing.choices import Choices
from graph.network.importing.imports import Imports
from graph.network.importing.uploads import Upload
from graph.store.questions import Viewer
from tests.uploads import LIST

PATIENCE = 60.0
"""Seconds to wait for work on a file: a busy machine may take many times the tenth of a second that it needs."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Imports, and as whom one takes in."""

    imports: Imports
    viewer: Viewer

    def keep(self, content: bytes = LIST, name: str = "lijst.csv") -> Upload:
        """Keep a file, and wait until it has been looked at."""
        id_ = self.imports.receive(name, [content], self.viewer)
        return self.imports.upload(id_, self.viewer, wait=PATIENCE)

    def choose(self, upload: Upload, **choices: object) -> Upload:
        """Decide something about its columns."""
        return self.imports.choose(upload.id, Choices(**choices), self.viewer, wait=PATIENCE)  # type: ignore[arg-type]

    def load(self, upload: Upload) -> Upload:
        """Load it, and wait until that is done."""
        self.imports.apply(upload.id, self.viewer)
        return self.imports.upload(upload.id, self.viewer, wait=PATIENCE)

    def report(self, upload: Upload) -> dict[str, object]:
        """Return what its load said of itself."""
        return self.imports.report(upload.number, self.viewer) or {}
