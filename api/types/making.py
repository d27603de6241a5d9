"""From a node to the type of its kind: the one place that knows which class stands for which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry

from api.levels import Level

if TYPE_CHECKING:
    from api.types.entity import Entity

_TYPES: dict[str, type[Entity]] = {}


def register(*types: type[Entity]) -> None:
    """Tell which classes stand for the kinds that have their names."""
    _TYPES.update({type_.__name__: type_ for type_ in types})


def thing(level: Level, id_: str) -> Entity | None:
    """Return a thing of a level, None where the viewer may not see it.

    Parameters
    ----------
    level
        Level of nodes.
    id_
        Id of one of them.
    """
    node = level.node(id_)
    return None if node is None else _TYPES[node.kind](id=strawberry.ID(node.id), rows=level, row=node)


def things(level: Level) -> list[Entity]:
    """Return all things of a level that the viewer may see, in its order."""
    found = (thing(level, id_) for id_ in level.ids)
    return [one for one in found if one is not None]


def sure(level: Level, id_: str) -> Entity:
    """Return a thing of a level that must be there, such as the end of a relationship that the viewer sees.

    Raises
    ------
    KeyError
        It is not.
    """
    found = thing(level, id_)
    if found is None:
        raise KeyError(id_)
    return found
