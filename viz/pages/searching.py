"""Search: the list that opens while one types, and the page that works without scripts. One question behind both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from graph.schema.model import KINDS_BY_NAME
from graph.schema.words import normalise
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import NodeFilter
from viz.highlight import matching_parts
from viz.links import node_url
from viz.pages.lines import NodeLine, Part, node_lines
from viz.pictograms import kind_sign
from viz.rendering import render
from viz.site import Shell

SEARCHED = tuple(kind for kind in KINDS_BY_NAME if kind != "Judgement")
"""Kinds that search looks through; a judgement has no words of its own."""

IN_LIST = 8
"""Names in the list that opens while one types: what fits above the keyboard of a phone."""
ON_PAGE = 25
LONGEST_HINT = 90
"""Characters of the text in which the words stand: one line."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Parameters
    ----------
    query
        What was typed.
    lines
        The best matches of this page, best first.
    count
        How many match in all.
    next
        Where the next page starts; empty on the last one.
    kinds
        Kinds among all matches, with how many, most first.
    hints
        By id, where the words stand when they do not stand in the name: another name, or a text.
    """

    query: str
    lines: tuple[NodeLine, ...]
    count: int
    next: str = ""
    kinds: tuple[tuple[str, int], ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)


def find(view: View, query: str, lang: str, *, kind: str = "", first: int = ON_PAGE, after: str = "") -> Found:
    """Return what a search finds; nothing for words that are only punctuation.

    Parameters
    ----------
    view
        Who looks.
    query
        What was typed.
    lang
        Language of the words.
    kind
        Only this kind; empty for all.
    first
        How many.
    after
        Id after which the page starts.

    Raises
    ------
    CursorError
        ``after`` is no match.
    InputError
        There is no such kind.
    """
    where = NodeFilter(kinds=(kind,) if kind else SEARCHED)
    page = view.search(query, where, first=first, after=after or None)
    facets = view.facets(NodeFilter(kinds=SEARCHED, text=query), "kind") if page.items else []
    kinds = tuple((str(name), count) for name, count in facets)
    count = dict(kinds).get(kind, 0) if kind else sum(count for _, count in kinds)
    lines = tuple(node_lines(view, page.items, lang))
    hints = {node.id: hint for node, line in zip(page.items, lines, strict=True) if (hint := _hint(node, line, query))}
    return Found(query, lines, count, page.items[-1].id if page.more else "", kinds, hints)


def _hint(node: Node, line: NodeLine, query: str) -> str:
    """Return what else a node is called or what is said of it that holds the words that its name does not."""
    name = normalise(line.name)
    missing = [word for word in normalise(query).split() if word not in name]
    told = (*node.list_of("aliases"), *_SENTENCE_END.split(str(node.value("summary") or "")))
    found = (str(text) for text in told if any(word in normalise(str(text)) for word in missing))
    return shorten(next(found, ""), LONGEST_HINT, placeholder="…")


def search_document(view: View, shell: Shell, query: str) -> dict[str, Any]:
    """Return what the list that opens while one types shows, as a JSON document.

    Parameters
    ----------
    view
        Who looks.
    shell
        Site and language.
    query
        What was typed.

    Returns
    -------
    dict
        ``query``, ``count``, and ``items`` with ``id``, ``url``, ``kind``, ``name``, ``parts`` (pieces of the name and
        whether they match), ``sub`` (pieces of what stands beneath, and whether they are data) and ``sign`` (safe
        markup). At most `IN_LIST` items.
    """
    found = find(view, query, shell.lang, first=IN_LIST)
    items = [
        {
            "id": line.id,
            "url": node_url(shell, line),
            "kind": line.kind,
            "name": line.name,
            "parts": matching_parts(line.name, query),
            "sub": [(part.text, part.is_data) for part in (*line.parts, *_told(found, line))],
            "sign": str(kind_sign(line.kind)),
        }
        for line in found.lines
    ]
    return {"query": query, "count": found.count, "items": items}


def _told(found: Found, line: NodeLine) -> tuple[Part, ...]:
    return (Part(f"‘{found.hints[line.id]}’", is_data=True),) if line.id in found.hints else ()


def search_page(view: View, shell: Shell, query: str, *, kind: str = "", after: str = "") -> str:
    """Return the page with what a search finds, or with only the field when nothing was typed.

    Raises
    ------
    CursorError
        ``after`` is no match.
    InputError
        There is no such kind.
    """
    found = find(view, query, shell.lang, kind=kind, after=after) if query.strip() else Found("", (), 0)
    labels = {name: KINDS_BY_NAME[name].plural_words.to(shell.lang) for name, _ in found.kinds}
    pieces = {line.id: matching_parts(line.name, query) for line in found.lines}
    return render("search.html", shell, found=found, kind=kind, labels=labels, pieces=pieces)


__all__ = ["IN_LIST", "ON_PAGE", "Found", "Part", "find", "search_document", "search_page"]
