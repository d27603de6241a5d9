"""Whom a question is about: the members in some areas, or a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.questions.ground import MEMBERS, Ground
from graph.questions.wording import name_all
from graph.schema.words import Words


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a question is about.

    Parameters
    ----------
    name
        In a sentence: ``Moerwijk``, or the names of a group.
    areas
        Where: the areas asked for, or those of the group.
    members
        Who: ids, in order.
    is_group
        Whether members were given, and not areas.
    """

    name: Words
    areas: tuple[str, ...]
    members: tuple[str, ...]
    is_group: bool


def make_scope(ground: Ground, ids: Sequence[str]) -> Scope:
    """Return the scope of some areas, or of some members.

    Parameters
    ----------
    ground
        What is known.
    ids
        Areas; or initiatives and organisations, with perhaps areas to look for them.
    """
    members = tuple(sorted(id_ for id_ in ids if ground.kind(id_) in MEMBERS))
    areas = tuple(sorted(id_ for id_ in ids if ground.kind(id_) == "Area"))
    if not members:
        return Scope(name_all(ground, areas), areas, tuple(ground.active_within(areas)), is_group=False)
    where = areas or tuple(sorted({area for member in members for area in ground.areas_of(member)}))
    return Scope(name_all(ground, members, 6), where, members, is_group=True)
