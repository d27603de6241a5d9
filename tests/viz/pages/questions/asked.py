"""Pages of questions as they are asked: by the part of the address behind the question mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

from graph.store.base import View
from tests.viz.serving import Desk
from viz.site import Shell

Page = Callable[[View, Shell, Mapping[str, str]], str]


def ask(page: Page, looking: Desk, query: str = "") -> str:
    """Return a page, on one line, as somebody asks for it."""
    pairs = tuple(parse_qsl(query))
    return " ".join(page(looking.view, replace(looking.shell, query=pairs), dict(pairs)).split())
