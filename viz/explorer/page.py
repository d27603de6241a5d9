"""The page of the map: the shell, and one block of data that its scripts read. Nothing in the page is script itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from markupsafe import Markup

from graph.schema.declaration import Kind
from graph.schema.model import KINDS_BY_NAME, VOCABULARIES_BY_NAME
from graph.store.base import View
from viz.explorer.document import Asked, explorer_document
from viz.explorer.gathering import DRAWN
from viz.explorer.linking import PageLinks
from viz.explorer.plan import Plan
from viz.explorer.wording import WORDS
from viz.pages.lines import node_lines
from viz.pictograms import PICTOGRAMS, kind_sign, pictogram
from viz.rendering import render, upper_first
from viz.site import Shell

_SIGNS_OF_SCRIPTS = ("close", "check")


def explorer_page(view: View, plan: Plan, shell: Shell) -> str:
    """Return the page of the map as a site serves it.

    Parameters
    ----------
    view
        Who looks, now.
    plan
        The network of the same viewer, laid out.
    shell
        Site and language.

    Notes
    -----
    Without scripts the page shows the names as a list with links: a picture needs scripts, what it says does not.
    """
    document = site_document(view, plan, Asked(), shell)
    addresses = {
        "data": shell.url("/kaart.json"),
        "around": shell.url("/kaart/rond/").split("?")[0],
        "suggestions": shell.url("/kaart/suggesties.json"),
    }
    boot = boot_data(document, shell) | {"file": False, "addresses": addresses}
    shown = view.nodes([plan.gathered.ids[node] for node in plan.opening])
    lines = node_lines(view, [node for node in shown if node], shell.lang)
    return render("explorer.html", shell, data=json_block(boot), lines=lines, phases=phases(shell.lang), file=False)


def site_document(view: View, plan: Plan, asked: Asked, shell: Shell) -> dict[str, Any]:
    """Return the part of the network that is asked for, with links to the pages of a site.

    Parameters
    ----------
    view, plan, asked
        As for `explorer_document`.
    shell
        Site and language.

    Raises
    ------
    InputError, UnknownIdError
        As `explorer_document` does.

    Notes
    -----
    What the map opens on is made once for each plan and language; nobody changes what is returned.
    """
    if asked == Asked() and shell.lang in plan.opened:
        return plan.opened[shell.lang]
    document = explorer_document(view, plan, asked, city=shell.site.city, links=PageLinks(shell), lang=shell.lang)
    if asked == Asked():
        plan.opened[shell.lang] = document
    return document


def boot_data(document: Mapping[str, Any], shell: Shell) -> dict[str, Any]:
    """Return what the scripts read at their start: the network, and the words and signs to show it with.

    Parameters
    ----------
    document
        What `explorer_document` returned.
    shell
        Site and language.
    """
    lang = shell.lang
    return {
        "document": document,
        "lang": lang,
        "city": shell.site.city,
        "label": shell.city_label(shell.site),
        "year": datetime.now(UTC).year,
        "kinds": [_kind_data(KINDS_BY_NAME[name], lang) for name in DRAWN],
        "area": _kind_data(KINDS_BY_NAME["Area"], lang),
        "topic": _kind_data(KINDS_BY_NAME["Topic"], lang),
        "drawings": {sign: PICTOGRAMS[sign] for sign in ("map", *(_pictogram_of(name) for name in DRAWN))},
        "pictograms": {name: str(pictogram(name)) for name in _SIGNS_OF_SCRIPTS},
        "words": {name: words.to(lang) for name, words in WORDS.items()},
    }


def _kind_data(kind: Kind, lang: str) -> dict[str, str]:
    sign = kind.sign
    return {
        "name": kind.name,
        "one": kind.words.to(lang),
        "many": _legend_words(kind, lang),
        "sign": str(kind_sign(kind.name)),
        "shape": sign.shape if sign else "disc",
        "pictogram": _pictogram_of(kind.name),
    }


def _legend_words(kind: Kind, lang: str) -> str:
    many = upper_first(kind.plural_words.to(lang))
    by_role = "by role" if lang == "en" else "rol"
    return f"{many} ({by_role})" if kind.name == "Person" else many


def _pictogram_of(kind: str) -> str:
    sign = KINDS_BY_NAME[kind].sign
    return sign.pictogram if sign else "tag"


def phases(lang: str) -> list[tuple[str, str]]:
    """Return the phases of an initiative: codes and words, in order."""
    return [(term.code, upper_first(term.words.to(lang))) for term in VOCABULARIES_BY_NAME["Phase"].terms]


def json_block(data: Mapping[str, Any]) -> Markup:
    """Return data as JSON to stand in a ``script`` element that holds data.

    Parameters
    ----------
    data
        JSON values; names and texts in them may hold anything.

    Notes
    -----
    Inside that element only ``</script`` and ``<!--`` have a meaning; with every ``<``, ``>`` and ``&`` written as an
    escape neither can occur, nor the two line ends that JSON allows and script does not.
    """
    text = orjson.dumps(data).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    # Safe: nothing in the text can end the element any more.
    return Markup(text)  # noqa: S704
