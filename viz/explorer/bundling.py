"""One script of many: modules in a file that opens from a disk, where a browser lets no module import another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) ([A-Za-z]+))", re.MULTILINE)


@cache
def bundle(entry: str = "main") -> str:
    """Return a module of the map and all that it imports as one script.

    Parameters
    ----------
    entry
        Name of the module that starts the map.

    Notes
    -----
    Each module becomes a function with names of its own, in the order in which they need each other. It reads the two
    forms that our modules use, ``import { a, b } from "./c.js";`` on one line and ``export`` before a function, class
    or constant; a test sees to it that they use no other.
    """
    parts = [_wrapped(name, source) for name, source in _in_order(entry, set())]
    return "const modules = {};\n" + "".join(parts)


def read_static(name: str) -> str:
    """Return a static file of ours.

    Parameters
    ----------
    name
        Path below ``viz/static``.
    """
    return (files("viz") / "static" / name).read_text("utf-8")


def _in_order(name: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Yield modules with their sources, each after those that it imports."""
    if name in seen:
        return
    seen.add(name)
    source = read_static(f"explorer/{name}.js")
    for _, imported in _IMPORT.findall(source):
        yield from _in_order(imported, seen)
    yield name, source


def _wrapped(name: str, source: str) -> str:
    body = _IMPORT.sub(lambda found: f'const {{ {found[1]} }} = modules["{found[2]}"];\n', source)
    exported = ", ".join(_EXPORT.findall(body))
    return f'modules["{name}"] = (() => {{\n{_EXPORT.sub("", body)}\nreturn {{ {exported} }};\n}})();\n'
