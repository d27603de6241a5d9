"""A desk for the tests of loading: a folder to write files in, a store in memory, and short questions about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

from openpyxl import Workbook

from graph.ingest.pipeline import LoadOptions, LoadReport, load_file, plan_file
from graph.network.exports.json_file import export_json
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.store.answers import Node, Statement
from graph.store.questions import NodeFilter, RelationshipFilter, Role, Viewer
from graph.store.sqlite import SqliteStore

ADMIN = Viewer(Role.ADMIN)
PUBLIC = Viewer(Role.PUBLIC)

MAPPING = """
wijkweb: mapping
source: {id: source/lijst, name: Lijst, published_on: 2025-12-01}
nodes:
  initiative: {kind: Initiative, name: Naam, members: Leden}
"""
"""A mapping for a table with the columns Naam and Leden."""

DOCUMENT = """
wijkweb: document
source: {id: source/verslag, name: Verslag, published_on: 2025-03-14}
"""
"""The head of a document."""


@dataclass
class Desk:
    """Where a test writes files and loads them."""

    folder: Path
    store: SqliteStore = field(default_factory=lambda: SqliteStore(None))

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file; text without its indent."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else dedent(content).lstrip("\n").encode())
        return path

    def workbook(self, name: str, rows: Iterable[Iterable[Any]], *, sheet: str = "Blad1") -> Path:
        """Write a workbook of one sheet."""
        return self.sheets(name, {sheet: rows})

    def sheets(self, name: str, sheets: Mapping[str, Iterable[Iterable[Any]]]) -> Path:
        """Write a workbook of some sheets."""
        workbook = Workbook(write_only=True)
        for title, rows in sheets.items():
            made = workbook.create_sheet(title)
            for row in rows:
                made.append(list(row))
        workbook.save(self.folder / name)
        return self.folder / name

    def load(self, name: str, content: str | bytes | None = None, **options: Any) -> LoadReport:
        """Load a file, which is written first where its content is given."""
        path = self.folder / name if content is None else self.file(name, content)
        return load_file(self.store, path, LoadOptions(secret=b"test", **options))

    def plan(self, name: str, content: str | bytes | None = None, **options: Any) -> LoadReport:
        """Return what loading a file would do."""
        path = self.folder / name if content is None else self.file(name, content)
        return plan_file(self.store, path, LoadOptions(secret=b"test", **options))

    def table(self, rows: str | bytes, mapping: str = MAPPING, **options: Any) -> LoadReport:
        """Load a table with a mapping beside it."""
        self.file("lijst.mapping.yaml", mapping)
        return self.load("lijst.csv", rows, **options)

    def document(self, entries: str, **options: Any) -> LoadReport:
        """Load a document of some entries."""
        return self.load("verslag.yaml", DOCUMENT.lstrip("\n") + dedent(entries), **options)

    def nodes(self, kind: str, viewer: Viewer = ADMIN) -> list[Node]:
        """Return the nodes of a kind, in order of name."""
        with self.store.view(viewer) as view:
            return list(view.find(NodeFilter(kinds=(kind,)), first=500).items)

    def names(self, kind: str, viewer: Viewer = ADMIN) -> list[str]:
        """Return the names of the nodes of a kind, in order."""
        return sorted(node.name for node in self.nodes(kind, viewer))

    def node(self, name: str, viewer: Viewer = ADMIN) -> Node:
        """Return the one node with a name."""
        with self.store.view(viewer) as view:
            kinds = view.facets(NodeFilter(), "kind")
        found = [node for kind, _ in kinds for node in self.nodes(str(kind), viewer) if node.name == name]
        assert len(found) == 1, (name, found)
        return found[0]

    def ties(self, type_: str, viewer: Viewer = ADMIN) -> list[tuple[str, str]]:
        """Return the names at both ends of the relationships of a type that are not denied, in order."""
        kinds = {kind for pair in RELATIONSHIPS_BY_NAME[type_].ends for kind in pair}
        nodes = {node.id: node.name for kind in kinds for node in self.nodes(kind, viewer)}
        with self.store.view(viewer) as view:
            pages = view.relationships(list(nodes), RelationshipFilter(types=(type_,)), first=500)
        found = {tie.id: (nodes[tie.start], nodes[tie.end]) for page in pages.values() for tie in page.items}
        return sorted(found.values())

    def said(self, id_: str, property_: str) -> list[Statement]:
        """Return the live statements about a property of a thing."""
        with self.store.view(ADMIN) as view:
            return [one for one in view.statements([id_])[id_] if one.claim.property == property_]

    def export(self, viewer: Viewer = ADMIN) -> bytes:
        """Return all that a viewer may see, in bytes that are equal for equal graphs."""
        with self.store.view(viewer) as view:
            return b"".join(export_json(view))


def sentences(report: LoadReport, lang: str = "nl") -> str:
    """Return the problems of a report, one a line."""
    return "\n".join(problem.sentence(lang) for problem in report.problems)
