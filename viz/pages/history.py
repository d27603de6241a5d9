"""What happened to a node in Wijkweb: which files and decisions brought in or took out what, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.changes import Commit
from graph.claims import Claim
from graph.schema.model import node_properties
from graph.schema.wording import NONE, value_label
from graph.store.base import View
from graph.store.loads import Load, LoadKind
from viz.rendering import render, upper_first
from viz.site import Shell, actor_label

MOST_CHANGES = 20
"""Changes of one load that the page lists; the others are counted."""

_HIDDEN = ("source_key", "same_as")
"""Properties that only programs read."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How often a node was changed: by files, and by people."""

    files: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Step:
    """One load or decision that touched a node.

    Parameters
    ----------
    number
        Number of the load.
    at
        When it was written.
    title
        What people recognise it by; empty for who may not see how the city's files are called.
    is_decision
        True for what a person decided.
    actor, reason
        By role, and why; empty where nobody said.
    is_undone
        True when it was taken back.
    added, withdrawn
        What came in and what went out, in words.
    more
        Changes that are not listed.
    """

    number: int
    at: datetime
    title: str
    is_decision: bool
    actor: str
    reason: str
    is_undone: bool
    added: tuple[tuple[str, str], ...]
    withdrawn: tuple[tuple[str, str], ...]
    more: int


def summarise(view: View, shell: Shell, id_: str) -> Summary:
    """Return how often a node was changed, by files and by people."""
    numbers = {commit.load for commit in view.history(id_)}
    kinds = [load.order.kind for load in shell.site.network.store.loads() if load.number in numbers]
    return Summary(kinds.count(LoadKind.FILE), kinds.count(LoadKind.DECISION))


def history_page(view: View, shell: Shell, id_: str) -> str:
    """Return the page with what happened to a node.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    id_
        The node.

    Raises
    ------
    UnknownIdError
        There is no such node, or none that the viewer may see.
    """
    sheet = shell.site.network.sheet(view, id_, shell.lang)
    loads = {load.number: load for load in shell.site.network.store.loads()}
    steps = [_step(commit, loads.get(commit.load), shell) for commit in view.history(sheet.node.id)]
    return render("history.html", shell, node=sheet.node, steps=steps)


def _step(commit: Commit, load: Load | None, shell: Shell) -> Step:
    order = load.order if load and shell.is_signed_in else None
    added, withdrawn = ([claim for claim in claims if claim.property not in _HIDDEN]
                        for claims in (commit.added, commit.withdrawn))  # fmt: skip
    return Step(
        commit.load,
        commit.at,
        order.title if order else "",
        bool(load and load.order.kind is LoadKind.DECISION),
        actor_label(order.actor, shell.lang) if order else "",
        order.reason if order else "",
        bool(load and load.state.value == "undone"),
        tuple(_words(added[:MOST_CHANGES], shell.lang)),
        tuple(_words(withdrawn[:MOST_CHANGES], shell.lang)),
        max(len(added) - MOST_CHANGES, 0) + max(len(withdrawn) - MOST_CHANGES, 0),
    )


def _words(claims: Sequence[Claim], lang: str) -> Iterable[tuple[str, str]]:
    """Yield what claims about a node say, as a label and a value."""
    for claim in claims:
        property_ = node_properties().get(claim.property)
        label = upper_first(property_.words.to(lang)) if property_ else claim.property
        if claim.value is None or property_ is None:
            yield label, NONE.to(lang)
        else:
            yield label, value_label(property_, claim.value, lang)
