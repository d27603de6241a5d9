"""Which suggestions have a trail. Who works together is suggested no more, and their trail must still be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.network.advising import no_suggestion
from graph.network.trails import Trail, read_trail
from graph.store.answers import Node
from graph.store.base import Records, View, all_records
from graph.store.questions import Role
from graph.suggestions.advice_types import Suggestion

Advised = Callable[[View, str], Suggestion]
"""Returns what is suggested now, by its id."""

COLLECTION = "trails"
"""Collection of the records: id of a suggestion -> its members."""


def keep_members(records: Records, suggestion: str, members: Sequence[str]) -> None:
    """Keep who were suggested, under the id of the suggestion."""
    records.put(COLLECTION, {suggestion: {"members": list(members)}})


def members_of(records: Records, advised: Advised, view: View, suggestion: str) -> list[Node]:
    """Return who were suggested.

    Parameters
    ----------
    records
        Where the members of a suggestion are kept.
    advised
        Tells those of a suggestion of which nothing was recorded yet.
    view
        Who looks.
    suggestion
        Its id.

    Raises
    ------
    UnknownIdError
        There is no such suggestion, or a member of it is nothing that the viewer may see.
    """
    kept = records.get(COLLECTION, [suggestion])[0]
    ids = list(kept["members"]) if kept else list(advised(view, suggestion).ids)
    members = _nodes(view, ids)
    if not members:
        raise no_suggestion(suggestion)
    return members


def told_trail(records: Records, view: View, suggestion: str) -> Trail | None:
    """Return what became of a suggestion as far as something was recorded that the viewer may see; else None."""
    kept = records.get(COLLECTION, [suggestion])[0]
    members = _nodes(view, list(kept["members"])) if kept else []
    entries = read_trail(view, [node.id for node in members]) if members else ()
    return Trail(suggestion, tuple(members), entries) if entries else None


def trail(records: Records, advised: Advised, view: View, suggestion: str) -> Trail:
    """Return what became of a suggestion."""
    found = told_trail(records, view, suggestion)
    if found is not None:
        return found
    # Without a step that the viewer may see, only a suggestion that is made may answer: another would tell that
    # somebody recorded something.
    members = _nodes(view, list(advised(view, suggestion).ids))
    return Trail(suggestion, tuple(members), read_trail(view, [node.id for node in members]))


def _nodes(view: View, ids: Sequence[str]) -> list[Node]:
    """Return nodes in order of id; none where one is not there, or two were merged since: one has nobody to join."""
    nodes = {node.id: node for node in view.nodes(list(ids)) if node}
    return [nodes[id_] for id_ in sorted(nodes)] if len(nodes) == len(ids) else []


def trails(records: Records, view: View) -> list[Trail]:
    """Return every trail with a step that the viewer may see, the latest step first.

    Notes
    -----
    Four questions for each trail: people record some tens a year.
    """
    found: list[Trail] = []
    if view.viewer.role is Role.PUBLIC:
        return found  # what a document tells them is on the pages of the members; that somebody recorded is internal
    for suggestion, kept in all_records(records, COLLECTION):
        members = _nodes(view, kept["members"])
        if members:
            found.append(Trail(suggestion, tuple(members), read_trail(view, [node.id for node in members])))
    shown = [one for one in found if one.entries]
    return sorted(shown, key=lambda one: (one.entries[-1].on or one.entries[-1].planned or "", one.suggestion),
                  reverse=True)  # fmt: skip
