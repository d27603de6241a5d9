"""The map as one file to send: data, scripts and styles inside, nothing asked of any host, readable for years."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup

from graph.network import Network
from graph.schema.wording import long_date
from graph.schema.words import Lang
from graph.store.base import View
from graph.store.questions import NodeFilter
from viz.explorer.bundling import bundle, read_static
from viz.explorer.document import Asked, explorer_document
from viz.explorer.linking import FileLinks
from viz.explorer.network import vis_script
from viz.explorer.page import boot_data, json_block, phases
from viz.explorer.plan import Plan, make_plan
from viz.explorer.suggested import suggestion_documents
from viz.pages.counting import find_city
from viz.pages.lines import node_lines
from viz.rendering import render
from viz.site import ROLE_WORDS, Shell

_STYLES = ("tokens.css", "base.css", "explorer.css")


@dataclass(frozen=True)
class _FileSite:
    """The city of a file: it has a name and no pages."""

    network: Network
    city: str
    is_practice: bool
    path: str = ""


@dataclass(frozen=True, slots=True)
class Standalone:
    """A file to send.

    Parameters
    ----------
    html
        The file.
    names, lines
        How many of each it holds.
    is_practice
        Whether it is about an invented city, and says so.
    """

    html: str
    names: int
    lines: int
    is_practice: bool


def make_standalone(network: Network, view: View, lang: Lang = "nl") -> Standalone:
    """Return the map as one file, with all that the viewer may see of it.

    Parameters
    ----------
    network
        Knows the suggestions.
    view
        Who looks, and as of which day; advice is of now, so a file about an earlier day holds none.
    lang
        Language of the file.

    Notes
    -----
    About 0.6 MB for scripts and styles and 2 kB a name; a second for a city of 200 names, ten for one of 2,000.
    """
    plan = make_plan(view, network.store.derived)
    suggestions = [] if view.as_of else network.suggestions(view)
    site = _FileSite(network, _city(network, view), _is_invented(network, view))
    links = FileLinks()
    document = explorer_document(view, plan, Asked(everything=True), city=site.city, links=links, lang=lang)
    shell = Shell(site, [site], view.viewer, lang, "/kaart")
    boot = boot_data(document, shell) | {
        "file": True,
        "addresses": {},
        "suggestions": suggestion_documents(suggestions, plan, links=links, lang=lang),
    }
    html = _page(view, plan, shell, boot)
    drawn = document["network"]
    return Standalone(html, len(drawn["nodes"]), len(drawn["edges"]), site.is_practice)


def _page(view: View, plan: Plan, shell: Shell, boot: dict[str, Any]) -> str:
    scripts = [_inline(text) for text in (read_static("script-on.js"), vis_script().decode())]
    modules = [_inline(text) for text in (read_static("shell.js"), read_static("search.js"), bundle())]
    shown = view.nodes([plan.gathered.ids[node] for node in plan.opening])
    return render(
        "explorer_file.html",
        shell,
        file=True,
        data=json_block(boot),
        phases=phases(shell.lang),
        lines=node_lines(view, [node for node in shown if node], shell.lang),
        # Safe: style sheets and scripts are files of this program and of pyvis, and cannot end their element.
        styles=Markup("\n".join(read_static(name) for name in _STYLES)),  # noqa: S704
        scripts=[Markup(text) for text in scripts],  # noqa: S704
        modules=[Markup(text) for text in modules],  # noqa: S704
        hashes=" ".join(f"'sha256-{_hash(text)}'" for text in (*scripts, *modules)),
        day=long_date(view.as_of or datetime.now(UTC).astimezone().date(), shell.lang),
        role=ROLE_WORDS[view.viewer.role].to(shell.lang),
    )


def _inline(script: str) -> str:
    r"""Return a script that cannot end its element: in script ``<\/`` and ``</`` are the same.

    Ends of lines become those that a browser makes of them, as the policy of the page names scripts by what is read.
    """
    whole = script.replace("\r\n", "\n").replace("\r", "\n")
    return "\n" + whole.replace("</script", r"<\/script").replace("<!--", r"<\!--") + "\n"


def _hash(script: str) -> str:
    """Return what the page's own policy names the script by, so that it runs these scripts and no other."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _city(network: Network, view: View) -> str:
    """Return the name of the city that the network is about; Wijkweb where the data tell none."""
    id_ = network.advice(view).city if view.as_of is None else ""
    node = view.nodes([id_])[0] if id_ else find_city(view, "")
    return node.name if node else "Wijkweb"


def _is_invented(network: Network, view: View) -> bool:
    """Return whether a source says of itself that it is made up, as all of a practice city do.

    Asked of today, whatever day the file is about: a city is not less invented before its sources say so.
    """
    with network.view(view.viewer) as now:
        found = now.find(NodeFilter(kinds=("Source",), text="verzonnen"), first=1000).items
    return any("(verzonnen)" in node.name for node in found)
