"""Reads YAML files: safely, with doubled keys refused and within bounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from graph.errors import FileError
from graph.ingest.limits import MOST_DOCUMENT_BYTES, MOST_NESTING
from graph.ingest.tables import check_readable


def read_yaml(path: Path) -> dict[str, Any]:
    """Return a YAML file whose top is a mapping.

    Raises
    ------
    FileError
        It cannot be read, is no YAML, says a key twice, or is too large or too deeply nested.
    """
    check_readable(path, MOST_DOCUMENT_BYTES)
    try:
        loader = yaml.CSafeLoader(path.read_text("utf-8"))
        node = loader.get_single_node()
        _check_nodes(path, node)
        document = loader.construct_document(node)
    except UnicodeDecodeError as error:
        raise FileError(
            f"{path.name} is geen tekst in UTF-8. Bewaar het als UTF-8.",
            f"{path.name} is no text in UTF-8. Save it as UTF-8.",
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _not_yaml(path, error) from error
    if not isinstance(document, dict):
        raise FileError(
            f"{path.name} is geen document van Wijkweb. Zie de beschrijving van het formaat.",
            f"{path.name} is no Wijkweb document. See the description of the format.",
        )
    return document


def _check_nodes(path: Path, top: yaml.Node | None) -> None:
    """Refuse doubled keys, too deep nesting, and aliases, which let a small file say very much."""
    seen: set[int] = set()
    layer = [top] if top else []
    for _ in range(MOST_NESTING):
        below: list[yaml.Node] = []
        for node in layer:
            if id(node) in seen:
                raise _at(path, node, "een verwijzing (&, *) mag hier niet", "a reference (&, *) may not stand here")
            seen.add(id(node))
            if isinstance(node, yaml.MappingNode):
                _check_keys(path, node)
                below += [value for _, value in node.value]
            elif isinstance(node, yaml.SequenceNode):
                below += node.value
        if not below:
            return
        layer = below
    raise _at(path, layer[0], "hier staat te veel in elkaar genest", "too much is nested here")


def _check_keys(path: Path, node: yaml.MappingNode) -> None:
    seen = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _at(path, key, "een sleutel is één woord", "a key is one word")
        if key.value in seen:
            raise _at(path, key, f"‘{key.value}’ staat er twee keer", f"‘{key.value}’ stands there twice")
        seen.add(key.value)


def _at(path: Path, node: yaml.Node, nl: str, en: str) -> FileError:
    line = node.start_mark.line + 1
    return FileError(f"{path.name}, regel {line}: {nl}.", f"{path.name}, line {line}: {en}.")


def _not_yaml(path: Path, error: Exception) -> FileError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    return FileError(
        f"{path.name}, regel {line}: dit is geen geldige YAML. Let op inspringen, dubbele punten en aanhalingstekens.",
        f"{path.name}, line {line}: this is no valid YAML. Mind indents, colons and quotes.",
    )
