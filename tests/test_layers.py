"""Who may import whom: data moves to the right only, and each stage knows what stands left of it.

Read from the source with `ast`, so that imports inside functions and for types alone count too.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]

FLOW = (
    "graph.errors", "graph.files", "graph.collecting", "graph.private_numbers", "graph.schema", "graph.claims",
    "graph.consolidation", "graph.changes", "graph.register", "graph.store", "graph.reports",
    "graph.ingest", "graph.projection", "graph.algorithms", "graph.suggestions", "graph.questions", "graph.resolution",
    "graph.network", "viz", "api",
    "graph.cli",
)  # fmt: skip
"""Stages from left to right; each may import what stands left of it."""

ASIDE = {
    "graph": set(),
    "graph.settings": {"graph.errors"},
    "graph.practice": {"graph.errors", "graph.schema"},
    "graph.algorithms": {"graph.errors"},
    "seeds": set(),
}
"""Packages that know less than their place in the flow would allow, or have none."""

PORT = {
    "graph.store.base", "graph.store.answers", "graph.store.questions", "graph.store.loads", "graph.store.citing",
    "graph.store.computing",
}  # fmt: skip
"""What stages right of the store know of it."""

OPENERS = {"graph.store.factory": ("graph.cli", "api.app"), "graph.settings": ("graph.cli", "api.app")}
"""Who may open stores and read settings; all others are given what they need."""

ALONE = {
    "neo4j": ("graph.store.neo4j.driver", "graph.store.neo4j_server.password"),
    "networkx": ("graph.network", "viz"),
    "rdflib": ("graph.network.exports.turtle", "graph.ingest.own_linked"),
    "numpy": (
        "graph.projection",
        "graph.algorithms",
        "graph.suggestions",
        "graph.questions",
        "graph.network",
        "graph.practice",
        "viz",
    ),
    "rapidfuzz": ("graph.resolution",),
    "scipy": ("graph.projection", "graph.algorithms", "graph.suggestions", "graph.questions", "viz"),
    "igraph": ("graph.algorithms",),
    "docx": ("graph.reports.word_files",),
    "lxml": ("graph.reports.html_files",),
    "pypdfium2": ("graph.reports.pdf_files",),
    "sparse_dot_topn": ("graph.algorithms",),
    "pyvis": ("viz.explorer.network",),
    "fastapi": ("api",),
    "strawberry": ("api",),
    "click": ("graph.cli", "graph.store.neo4j_server.__main__"),
}
"""Libraries that only some packages may import."""


LAZY = "api.types"
"""Types of GraphQL name each other in circles by nature: what they import for types alone strawberry resolves later."""

WORDS_OF_THE_STORE = {("graph.store.rows", "UNNAMED"), ("graph.store.searching", "LONGEST_QUERY")}
"""What else is known right of the store: one wording and one bound, the same for every engine."""


class Import(NamedTuple):
    """One import: which module imports what and which name of it, at its top or later, for types alone or not."""

    module: str
    imported: str
    name: str
    at_top: bool
    for_types: bool


@cache
def modules() -> dict[str, Path]:
    """Return the file of every module of ours."""
    files = (path for top in ("graph", "api", "viz") for path in sorted((ROOT / top).rglob("*.py")))
    found = {}
    for path in files:
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports() -> tuple[Import, ...]:
    """Return every import of every module; ``from package import module`` is one of the module."""
    return tuple(
        one for module, path in modules().items() for one in _imports_of(module, ast.parse(path.read_text("utf-8")))
    )


def _imports_of(module: str, tree: ast.Module) -> Iterator[Import]:
    top = set(tree.body)
    guarded = {node for one in tree.body if isinstance(one, ast.If) and ast.unparse(one.test) == "TYPE_CHECKING"
               for node in one.body}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, "", node in top, node in guarded)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively: name the module whole"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                imported = whole if whole in modules() else str(node.module)
                yield Import(module, imported, alias.name, node in top, node in guarded)


def package_of(module: str) -> str:
    """Return the stage that a module belongs to."""
    first, _, rest = module.partition(".")
    return f"graph.{rest.partition('.')[0]}".rstrip(".") if first == "graph" else first


def is_within(module: str, packages: tuple[str, ...] | set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def ours() -> list[Import]:
    """Return imports of one of our modules by another."""
    return [one for one in imports() if one.imported.partition(".")[0] in ("graph", "api", "viz", "seeds")]


def test_every_module_has_a_place_in_the_flow() -> None:
    assert {package_of(module) for module in modules()} <= {*FLOW, *ASIDE}
    assert len(modules()) > 100


def test_a_stage_imports_only_what_stands_left_of_it() -> None:
    for one in ours():
        importer, imported = package_of(one.module), package_of(one.imported)
        if imported in (importer, "graph"):
            continue
        if importer in ASIDE:
            allowed = ASIDE[importer]
        else:
            allowed = {*FLOW[: FLOW.index(importer)], *(ASIDE if importer in ("graph.cli", "api") else ())}
        assert imported in allowed, f"{one.module} imports {one.imported}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    tree: dict[str, set[str]] = defaultdict(set)
    for one in ours():
        # A package stands for what it imports itself; that its modules are reached through it is no circle.
        inside = one.imported == one.module or one.module.startswith(f"{one.imported}.")
        lazy = one.for_types and is_within(one.module, (LAZY,)) and is_within(one.imported, (LAZY,))
        if one.imported in modules() and not inside and not lazy:
            tree[one.module].add(one.imported)
    try:
        list(TopologicalSorter(tree).static_order())
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_only_the_port_of_the_store_is_known_right_of_it() -> None:
    for one in ours():
        if not is_within(one.imported, ("graph.store",)) or package_of(one.module) == "graph.store":
            continue
        known = is_within(one.imported, PORT) or one.imported in OPENERS
        assert known or (one.imported, one.name) in WORDS_OF_THE_STORE, f"{one.module} imports {one.imported}"


def test_only_the_factory_knows_the_adapters() -> None:
    adapters = ("graph.store.sqlite", "graph.store.neo4j")
    for one in ours():
        if is_within(one.imported, adapters) and not is_within(one.module, adapters):
            assert one.module == "graph.store.factory", f"{one.module} imports {one.imported}"
        assert not (is_within(one.module, adapters[:1]) and is_within(one.imported, adapters[1:]))


@pytest.mark.parametrize("opened", list(OPENERS))
def test_only_the_command_and_the_app_open_stores_and_read_settings(opened: str) -> None:
    importers = {one.module for one in ours() if is_within(one.imported, (opened,))} - {opened}
    assert all(is_within(module, OPENERS[opened]) for module in importers), sorted(importers)


def test_the_command_imports_pages_and_api_only_where_it_needs_them() -> None:
    early = [
        one
        for one in ours()
        if is_within(one.module, ("graph.cli",)) and one.at_top and is_within(one.imported, ("api", "viz"))
    ]
    assert early == []


@pytest.mark.parametrize("library", list(ALONE))
def test_a_library_is_imported_only_where_it_belongs(library: str) -> None:
    importers = {one.module for one in imports() if one.imported.partition(".")[0] == library}
    assert all(is_within(module, ALONE[library]) for module in importers), sorted(importers)


def test_the_neo4j_driver_is_never_imported_by_importing_its_server() -> None:
    assert not [one for one in imports() if one.module.startswith("graph.store.neo4j_server")
                and one.at_top and one.imported.partition(".")[0] == "neo4j"]  # fmt: skip


def test_one_file_alone_imports_pyvis() -> None:
    importers = {one.module for one in imports() if one.imported.partition(".")[0] == "pyvis"}
    assert len(importers) <= 1
    assert all(is_within(module, ("viz",)) for module in importers)


def test_algorithms_know_arrays_and_nothing_else() -> None:
    outside = {one.imported.partition(".")[0] for one in imports() if is_within(one.module, ("graph.algorithms",))}
    assert outside - set(sys.stdlib_module_names) <= {"graph", "numpy", "scipy", "igraph", "sparse_dot_topn"}


def test_what_stands_left_of_the_projection_needs_no_numbers() -> None:
    left = FLOW[: FLOW.index("graph.projection")]
    heavy = {"numpy", "scipy", "igraph", "networkx", "fastapi", "strawberry", "jinja2", "pyvis"}
    found = [one for one in imports() if package_of(one.module) in left and one.imported.partition(".")[0] in heavy]
    assert found == []
