"""Organisations that stand beside a group: they know one of it already and have what the group lacks."""

from __future__ import annotations

from graph.questions.alliance_catalogue import BESIDE
from graph.questions.alliance_facts import GroupFacts
from graph.questions.alliance_wording import RoleDraft
from graph.questions.helping import saying
from graph.questions.wording import name_all
from graph.suggestions.catalogue import fill

MOST_BESIDE = 3
"""Organisations that are named: those that have most of what is lacking."""


def beside(facts: GroupFacts) -> list[RoleDraft]:
    """Return the organisations that work with or support one of a group and offer what it needs and nobody in it has.

    Parameters
    ----------
    facts
        What the group is.

    Notes
    -----
    Linear in the needs of the group times the organisations that its members know.
    """
    ground, met = facts.ground, {one.topic for one in facts.met}
    lacking: dict[str, list[tuple[str, str]]] = {}
    for one in facts.ids:
        for need in ground.bonds(one, "NEEDS"):
            if need.other not in met:
                lacking.setdefault(need.other, []).append((one, need.id))
    has = {topic: ground.providers(topic) for topic in lacking}
    found = []
    for who, (type_, member, tie) in sorted(_known(facts).items()):
        topics = [topic for topic in lacking if who in has[topic]]
        if not topics:
            continue
        first = topics[0]
        exact_type, exact = ground.provision(first, who, has[first][who])
        sayings = [
            saying(ground, type_, who, member, tie),
            saying(ground, exact_type, who, exact, has[first][who]),
            *(saying(ground, "NEEDS", one, first, need) for one, need in lacking[first]),
        ]
        names = {
            "who": name_all(ground, [who]),
            "member": name_all(ground, [member]),
            "what": name_all(ground, [first]),
            "other": name_all(ground, [one for one, _ in lacking[first]]),
        }
        code = "supports" if type_ == "SUPPORTS" else "partners"
        found.append((-len(topics), RoleDraft(who, (first,), fill(BESIDE[code], **names), tuple(sayings))))
    found.sort(key=lambda one: (one[0], one[1].member))
    return [draft for _, draft in found[:MOST_BESIDE]]


def _known(facts: GroupFacts) -> dict[str, tuple[str, str, str]]:
    """Return the organisations that members know: how, which member, and the relationship that says so."""
    ground, found = facts.ground, dict[str, tuple[str, str, str]]()
    for one in facts.ids:
        partners = [("PARTNERS_WITH", other, tie) for other, tie in ground.partners(one).items()]
        supporters = [("SUPPORTS", bond.other, bond.id) for bond in ground.bonds(one, "SUPPORTS", out=False)]
        for type_, other, tie in (*supporters, *partners):
            if ground.kind(other) == "Organisation" and other in ground.living and other not in facts.ids:
                found.setdefault(other, (type_, one, tie))
    return found
