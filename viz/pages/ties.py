"""All relationships of one type and direction that a node has, in pages: what its own page has no room for."""

from __future__ import annotations

from graph.errors import InputError
from graph.network.sheets import tie_details
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.schema.wording import MODALITIES
from graph.store.base import View
from graph.store.questions import Direction, RelationshipFilter
from viz.pages.citing import Citing
from viz.pages.lines import node_lines
from viz.pages.rows import TieEntry
from viz.rendering import render, upper_first
from viz.site import Shell

ON_PAGE = 100


def ties_page(view: View, shell: Shell, id_: str, type_: str, *, incoming: bool = False, after: str = "") -> str:
    """Return the page with all relationships of a type and direction.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    id_
        The node.
    type_
        Name of the type.
    incoming
        Seen from the end of the relationship instead of its start.
    after
        Id of the relationship after which the page starts.

    Raises
    ------
    UnknownIdError
        There is no such node, or none that the viewer may see.
    InputError
        There is no such type.
    CursorError
        ``after`` is none of its relationships.
    """
    declared = RELATIONSHIPS_BY_NAME.get(type_)
    if declared is None:
        raise InputError(f"‘{type_}’ is geen soort relatie.", f"‘{type_}’ is no type of relationship.")
    node = shell.site.network.sheet(view, id_, shell.lang).node
    direction = Direction.EITHER if declared.symmetric else Direction.IN if incoming else Direction.OUT
    where = RelationshipFilter(types=(type_,), direction=direction, with_denied=True)
    page = view.relationships([node.id], where, first=ON_PAGE, after=after or None)[node.id]
    citing = Citing(view, shell)
    cited = citing.sources.cite_all(view.statements([tie.id for tie in page.items]) if page.items else {})
    ends = view.nodes([tie.other(node.id) for tie in page.items]) if page.items else []
    lines = {line.id: line for line in node_lines(view, [end for end in ends if end], shell.lang)}
    entries = [
        TieEntry(
            tie.id,
            lines[tie.other(node.id)],
            tie_details(tie, shell.lang),
            MODALITIES[tie.reading.modalities.get("exists", "stated")].to(shell.lang),
            tie.denied,
            citing.cite(cited[tie.id], node.id),
        )
        for tie in page.items
        if tie.other(node.id) in lines
    ]
    words = declared.inverse_words if incoming and not declared.symmetric else declared.words
    return render(
        "ties.html",
        shell,
        node=node,
        type=type_,
        incoming=incoming,
        label=upper_first(words.to(shell.lang)),
        entries=entries,
        total=view.relationship_counts([node.id], where)[node.id],
        next=page.items[-1].id if page.more else "",
    )
