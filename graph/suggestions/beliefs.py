"""The expert prior: how much each sort of evidence speaks for working together, before this network has its say.

No document gives a weight. Each weight is our judgement, on the scale of one standard deviation, and stands beside the
rule that its direction rests on; known partnerships and people's judgements move it. Terms without a rule move the
score as well, and are then called what they are: the network as it stands.

Rules are those of ``docs/advice-rules.md``.
"""

from __future__ import annotations

from graph.algorithms.prior import ONE_SIDED, Belief, Prior

BELIEFS: dict[str, tuple[Belief, str]] = {
    "need_met": (Belief(0.50), "R8, R9: supply meets demand; one has what the other lacks"),
    "shared_people": (Belief(0.40), "R4, R25: who knows each other trusts sooner"),
    "shared_meetings": (Belief(0.35), "R4: meeting comes first"),
    "same_district": (Belief(0.35), "R18, R19: neighbourhood before sector; near"),
    "adjacent_district": (Belief(0.15), "R20: enlarge the area where one has too little"),
    "proximity": (Belief(0.20), "R19: near"),
    "shared_programmes": (Belief(0.15), "R4: on the way together"),
    "shared_supporters": (Belief(0.10), "R4: an acquaintance in common"),
    "feature_overlap": (Belief(0.20), "R6, R8: something in common to talk about"),
    "text_similarity": (Belief(0.10), "R6: what is written about both is alike"),
}
"""Term -> what is believed of its weight, and why."""

EXPERT: Prior = ONE_SIDED.with_beliefs({name: belief for name, (belief, _) in BELIEFS.items()})
"""The prior that advice starts from; terms of the structure as learned on other networks."""
