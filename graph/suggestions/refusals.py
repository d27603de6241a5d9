"""What somebody put off before, as reasons against: of these members, and of one of them with others."""

from __future__ import annotations

from collections.abc import Sequence

from graph.projection.projection import Projection
from graph.suggestions.catalogue import REASONS, fill, listing
from graph.suggestions.judging import Judged, Verdict
from graph.suggestions.lessons import shortened
from graph.suggestions.reasoning import Draft, Stated


def refusals(judged: Judged, projection: Projection, members: Sequence[int]) -> list[Draft]:
    """Return what somebody put off of some members, and the newest "not now" of each with others and why.

    Parameters
    ----------
    judged
        What people made of pairs and groups, as the viewer may see it.
    projection
        The network.
    members
        Rows of it.
    """
    ids = tuple(projection.ids[row] for row in members)
    found = []
    if newest := judged.put_off(ids):
        code = "put_off" if newest.verdict == "later" else "rejected_why" if newest.reason else "rejected_before"
        found.append(_draft(code, newest))
    told: set[str] = set()
    for id_ in ids:
        refused = judged.refusal_of(id_, beside=ids)
        if refused and refused[1].id not in told and all(other in judged.rows for other in refused[0]):
            told.add(refused[1].id)
            names = [projection.names[judged.rows[other]] for other in refused[0]]
            found.append(_draft("refused_beside", refused[1], projection.names[judged.rows[id_]], names))
    return found


def _draft(code: str, verdict: Verdict, member: str = "", others: Sequence[str] = ()) -> Draft:
    text = fill(REASONS[code].words, a=member, b=listing(list(others)), what=shortened(verdict.reason))
    return Draft(code, text, 0.0, (Stated(text, verdict.id, "verdict"),))
