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


def is_kept(records: Records, suggestion: str) -> bool:
    """Whether something was recorded of a suggestion."""
    return records.get(COLLECTION, [suggestion])[0] is not None


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
    ids = list(kept["members"]) if kept else [one.id for one in advised(view, suggestion).members]
    nodes = {node.id: node for node in view.nodes(ids) if node}
    # Two that were merged since are one, and one cannot work together.
    if len(nodes) < len(ids):
        raise no_suggestion(suggestion)
    return [nodes[id_] for id_ in sorted(nodes)]


def trail(records: Records, advised: Advised, view: View, suggestion: str) -> Trail:
    """Return what became of a suggestion."""
    members = members_of(records, advised, view, suggestion)
    entries = read_trail(view, [node.id for node in members])
    if not entries:
        # Without a step that the viewer may see, only a suggestion that is made may answer: another would tell
        # that somebody recorded something.
        advised(view, suggestion)
    return Trail(suggestion, tuple(members), entries)


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
        nodes = {node.id: node for node in view.nodes(list(kept["members"])) if node}
        if len(nodes) == len(kept["members"]):
            members = tuple(nodes[id_] for id_ in sorted(nodes))
            found.append(Trail(suggestion, members, read_trail(view, sorted(nodes))))
    shown = [one for one in found if one.entries]
    return sorted(shown, key=lambda one: (one.entries[-1].on or one.entries[-1].planned or "", one.suggestion),
                  reverse=True)  # fmt: skip
