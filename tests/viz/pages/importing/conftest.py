"""A city of one's own into which staff take files, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.network import Network
from graph.network.importing.uploads import Upload
from graph.schema.words import Lang
from graph.store.questions import Role
from tests.cities import empty_network
from tests.graph.network.importing.taking import Taking
from tests.viz.serving import Desk
from viz.site import Shell
from viz.tokens import FormTokens

TOKENS = FormTokens(b"test")


@dataclass(frozen=True, slots=True)
class Pages:
    """Somebody who takes files in and opens pages."""

    taking: Taking
    shell: Shell
    tokens: FormTokens

    def again(self, upload: Upload) -> Upload:
        """Return an upload as it stands now."""
        return self.taking.imports.upload(upload.id, self.taking.viewer, wait=60)


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = empty_network(tmp_path / "stad.sqlite", uploads=tmp_path / "uploads")
    yield made
    made.close()


@pytest.fixture
def pages(network: Network, desk: Callable[..., Desk]) -> Callable[..., Pages]:
    """Give a way to look in a language: ``pages(lang)``."""

    def look(lang: Lang = "nl") -> Pages:
        shell = desk(network, Role.STAFF, lang).shell
        return Pages(Taking(network.imports, shell.viewer), shell, TOKENS)

    return look
