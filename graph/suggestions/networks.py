"""Which networks are computed over: what hangs together, and what members have in common."""

from __future__ import annotations

from graph.projection.projection import MEMBERS
from graph.store.computing import GraphSpec, TieSpec

PEOPLE = TieSpec("INVOLVED_IN", 0.5, outgoing=False, others=("Person",))
MEETINGS = TieSpec("ATTENDED", 0.25, others=("Meeting",))

HANGS_TOGETHER = GraphSpec(
    MEMBERS, (TieSpec("PARTNERS_WITH"), TieSpec("SUPPORTS", 0.5, outgoing=False)), (PEOPLE, MEETINGS)
)
"""Who works together, supports, shares people or met: how much each sort weighs in what hangs together."""

IN_COMMON = GraphSpec(
    MEMBERS,
    shared=(
        TieSpec("ABOUT", others=("Topic",)),
        TieSpec("SERVES", others=("Topic",)),
        TieSpec("ACTIVE_IN", others=("Area",)),
        MEETINGS,
        PEOPLE,
    ),
)
"""What makes two alike: topics, target groups, areas, meetings, people. Not what one needs: another may offer it."""
