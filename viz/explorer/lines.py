"""Lines on the map: each relationship with its details and who says so, and those that lead off the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.network.sheets import tie_details
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.schema.wording import MODALITIES
from graph.store.answers import Relationship
from graph.store.base import View
from viz.explorer.network import DrawnLine
from viz.explorer.plan import Plan
from viz.explorer.sources import SourceTable, first_year

_OFF_PICTURE = {"Area": ("ACTIVE_IN", "CONCERNS"), "Topic": ("ABOUT", "NEEDS", "OFFERS", "SERVES")}
"""Relationships that the panel tells and the picture does not draw, by the kind that they lead to."""
_AT_ONCE = 1000


def drawn_lines(
    view: View, plan: Plan, chosen: Sequence[int], *, sources: SourceTable, lang: str
) -> Iterator[DrawnLine]:
    """Yield the lines between names of the map.

    Parameters
    ----------
    view
        Who looks.
    plan
        The network, laid out.
    chosen
        Positions of the nodes.
    sources
        Takes in who says so.
    lang
        Language of the words.
    """
    there = set(chosen)
    ties = plan.gathered.snapshot.relationships
    ids = [ties.ids[number] for number, start, end in plan.gathered.lines if start in there and end in there]
    for tie, details in _described(view, ids, sources, lang):
        yield DrawnLine(tie.id, tie.start, tie.end, details)


def lines_off_picture(
    view: View, plan: Plan, chosen: Sequence[int], *, sources: SourceTable, lang: str
) -> list[dict[str, Any]]:
    """Return the relationships of names with areas and topics, which the panel tells in words.

    Parameters
    ----------
    view, plan, chosen, sources, lang
        As for `drawn_lines`.
    """
    there = set(chosen)
    gathered = plan.gathered
    ties = gathered.snapshot.relationships
    ids = [
        ties.ids[number]
        for number, (type_, start, end) in enumerate(zip(ties.types, ties.starts, ties.ends, strict=True))
        if start in there and type_ in _OFF_PICTURE.get(gathered.kinds[end], ())
    ]
    return [
        {"from": tie.start, "to": tie.end, "name": gathered.names[gathered.positions[tie.end]], **details}
        for tie, details in _described(view, ids, sources, lang)
        if tie.end in gathered.positions
    ]


def _described(
    view: View, ids: Sequence[str], sources: SourceTable, lang: str
) -> Iterator[tuple[Relationship, dict[str, Any]]]:
    said = sources.statements(ids)
    cited = sources.cite(said)
    for tie in _read(view, ids):
        told = {
            "details": tie_details(tie, lang),
            "modality": MODALITIES[tie.reading.modalities.get("exists", "stated")].to(lang),
            "disputed": bool(tie.reading.disputed),
            "year": first_year(said[tie.id]),
        }
        # What is empty is left out: most lines have no details, and there are many lines.
        yield tie, {"type": tie.type, "says": cited[tie.id]} | {name: value for name, value in told.items() if value}


def _read(view: View, ids: Sequence[str]) -> Iterator[Relationship]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from (tie for tie in view.relationships_by_id(ids[start : start + _AT_ONCE]) if tie and not tie.denied)


def line_words(types: Iterable[str], lang: str) -> dict[str, tuple[str, str]]:
    """Return what people call relationships, seen from the start and from the end, by type.

    Parameters
    ----------
    types
        Names of declared types.
    lang
        Language of the words.
    """
    declared = {name: RELATIONSHIPS_BY_NAME[name] for name in sorted(set(types))}
    return {name: (one.words.to(lang), one.inverse_words.to(lang)) for name, one in declared.items()}
