"""Global ids of loads and plans, and who may deal with them as a program."""

from __future__ import annotations

from graph.errors import ForbiddenError, UnknownIdError
from graph.store.questions import Role, Viewer

LOAD_ID = "load/"
"""Beginning of the global id of a load."""

PLAN_ID = "plan/"
"""Beginning of the global id of a plan; the rest is the id of the upload that it is for."""

MAY_UPLOAD = (Role.STAFF, Role.ADMIN)
"""Roles that may send files, apply plans and undo loads as programs do."""


def load_number(id_: str) -> int:
    """Return the number of a load by its global id, or by the number itself.

    Raises
    ------
    UnknownIdError
        It is no id of a load.
    """
    number = id_.removeprefix(LOAD_ID)
    if not (number.isascii() and number.isdecimal()) or len(number) > 12:
        raise no_load()
    return int(number)


def no_load() -> UnknownIdError:
    """Return the error for a load that is not there."""
    return UnknownIdError("Deze inlezing is er niet.", "There is no such load.")


def check_may_upload(viewer: Viewer) -> None:
    """Refuse who may not send files and apply plans as programs do.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if viewer.role not in MAY_UPLOAD:
        raise ForbiddenError(
            "Alleen medewerkers en beheerders mogen hier bestanden inlezen.",
            "Only staff and administrators may load files here.",
            concerning=viewer.role,
        )
