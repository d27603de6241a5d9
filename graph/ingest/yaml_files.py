"""Reads YAML files: safely, as they look, with doubled keys refused and within bounds.

A value is what a reader takes it for: ``2016-02-31`` and ``01234567`` are text and not a broken date or an octal
number, ``no`` is a word and not a falsehood, and every key is text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from graph.errors import FileError
from graph.ingest.limits import MOST_DOCUMENT_BYTES, MOST_NESTING
from graph.ingest.rows import check_readable

_TEXT = "tag:yaml.org,2002:str"


class _Loader(yaml.CSafeLoader):
    """Knows numbers, true, false and null by the forms of YAML 1.2, and takes all else as text."""


# Eighteen digits at most: a longer number is an identifier, and text.
_FORMS = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?(?:0|[1-9][0-9]{0,17})", list("-+0123456789")),
    "float": (r"[-+]?(?:0|[1-9][0-9]{0,17})?\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,2})?", list("-+.0123456789")),
}
_Loader.yaml_implicit_resolvers = {}
for _name, (_form, _first) in _FORMS.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_form})\\Z"), _first)
_TAGS = frozenset((_TEXT, *(f"tag:yaml.org,2002:{name}" for name in (*_FORMS, "map", "seq"))))


def read_yaml(path: Path) -> dict[str, Any]:
    """Return a YAML file whose top is a mapping.

    Raises
    ------
    FileError
        It cannot be read, is no YAML, says a key twice, or is too large or too deeply nested.
    """
    check_readable(path, MOST_DOCUMENT_BYTES)
    try:
        text = path.read_text("utf-8-sig")
        _check_nesting(path, text)
        loader = _Loader(text)
        node = loader.get_single_node()
        _check_nodes(path, node)
        document = loader.construct_document(node) if node else None  # none: a file of nothing but comments
    except UnicodeDecodeError as error:
        raise FileError(
            f"{path.name} is geen tekst in UTF-8. Bewaar het als UTF-8.",
            f"{path.name} is no text in UTF-8. Save it as UTF-8.",
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise _not_yaml(path, error) from error
    if not isinstance(document, dict):
        raise FileError(
            f"{path.name} is geen document van Wijkweb. Zie de beschrijving van het formaat.",
            f"{path.name} is no Wijkweb document. See the description of the format.",
        )
    return document


def _check_nesting(path: Path, text: str) -> None:
    """Refuse too deep nesting event by event: composing a deep document overflows the stack of the whole process."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_NESTING:
                raise _at(path, event.start_mark, "hier staat te veel in elkaar genest", "too much is nested here")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _check_nodes(path: Path, top: yaml.Node | None) -> None:
    """Refuse doubled keys, labels, and aliases, which let a small file say very much; make every key text."""
    seen: set[int] = set()
    waiting = [top] if top else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise _at(
                path, node.start_mark, "een verwijzing (&, *) mag hier niet", "a reference (&, *) may not stand here"
            )
        seen.add(id(node))
        if node.tag not in _TAGS:
            raise _at(path, node.start_mark, "een label (!) mag hier niet", "a label (!) may not stand here")
        if isinstance(node, yaml.MappingNode):
            _check_keys(path, node)
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _check_keys(path: Path, node: yaml.MappingNode) -> None:
    seen = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _at(path, key.start_mark, "een sleutel is één woord", "a key is one word")
        key.tag = _TEXT
        if key.value in seen:
            shown = key.value[:60]
            raise _at(path, key.start_mark, f"‘{shown}’ staat er twee keer", f"‘{shown}’ stands there twice")
        seen.add(key.value)


def _at(path: Path, mark: Any, nl: str, en: str) -> FileError:
    line = mark.line + 1 if mark else 1
    return FileError(f"{path.name}, regel {line}: {nl}.", f"{path.name}, line {line}: {en}.")


def _not_yaml(path: Path, error: Exception) -> FileError:
    return _at(
        path,
        getattr(error, "problem_mark", None),
        "dit is geen geldige YAML. Let op inspringen (met spaties, geen tabs), dubbele punten en aanhalingstekens",
        "this is no valid YAML. Mind indents (blanks, no tabs), colons and quotes",
    )
