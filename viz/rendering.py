"""Templates to pages: one environment for all, with the words and addresses of the shell at hand in every template.

Everything is escaped unless it is marked as safe in Python; a name in undefined words stops the page instead of
leaving a hole in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from viz.links import anchor, node_url
from viz.pictograms import kind_sign, pictogram
from viz.site import Shell

_SIGNS: Mapping[str, Any] = MappingProxyType({"pictogram": pictogram, "kind_sign": kind_sign, "anchor": anchor})


@cache
def environment() -> Environment:
    """Return the environment of all templates; loaded once, as they are part of the program."""
    made = Environment(
        loader=PackageLoader("viz", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(_SIGNS)
    made.filters.update(upper_first=upper_first, whole_dates=whole_dates, breaking=breaking)
    return made


def upper_first(text: str) -> str:
    """Return a text with a capital at its start and nothing else changed."""
    return text[:1].upper() + text[1:]


_DAY = re.compile(r"\b(?:\d{2}-)?\d{2}-\d{4}\b")


def whole_dates(text: str) -> Markup:
    """Return a text in which no date breaks at its hyphens."""
    pieces, start = [], 0
    for found in _DAY.finditer(text):
        pieces += [escape(text[start : found.start()]), Markup('<span class="date">{}</span>').format(found[0])]
        start = found.end()
    return Markup("").join([*pieces, escape(text[start:])])


def breaking(text: str) -> Markup:
    """Return a text that may break after a slash, as in names of two areas that are treated as one."""
    return Markup("/<wbr>").join(text.split("/"))


def render(template: str, shell: Shell, **context: Any) -> str:
    """Return a page.

    Parameters
    ----------
    template
        Its file in ``viz/templates``.
    shell
        What the page shares with all others. Its ``say``, ``url`` and ``static`` are at hand by those names, and
        ``address(node)`` gives a node's page.
    context
        What the template is about.

    Raises
    ------
    jinja2.TemplateNotFound
        There is no such template.
    jinja2.UndefinedError
        The template uses a name that it was not given.
    """
    return (
        environment()
        .get_template(template)
        .render(
            shell=shell,
            lang=shell.lang,
            say=shell.say,
            url=shell.url,
            static=shell.static,
            address=lambda node, **more: node_url(shell, node, **more),
            **context,
        )
    )
