"""What a question may ask: each engine refuses the same, in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import CursorError, InputError
from graph.schema.declaration import ValueType
from graph.schema.model import node_properties
from graph.store.questions import LONGEST_PAGE


def checked_first(first: int) -> int:
    """Return the length of a page.

    Raises
    ------
    InputError
        It is none, or too long.
    """
    if not 1 <= first <= LONGEST_PAGE:
        raise InputError(
            f"Een bladzijde heeft 1 tot {LONGEST_PAGE} regels, niet {first}.",
            f"A page has 1 to {LONGEST_PAGE} rows, not {first}.",
            concerning=first,
        )
    return first


def bad_cursor() -> CursorError:
    """Return the error for a cursor that leads nowhere."""
    return CursorError(
        "Deze plek in de lijst bestaat niet meer. Begin opnieuw bij de eerste bladzijde.",
        "This place in the list no longer exists. Begin again at the first page.",
    )


def check_continued(ids: Sequence[str], after: str | None) -> None:
    """Refuse a next page of the relationships of several things at a time.

    Raises
    ------
    InputError
        A cursor goes with none or several ids.
    """
    if after is not None and len(ids) != 1:
        raise InputError("Een vervolg kan voor één ding tegelijk.", "A next page goes with one thing at a time.")


def check_property(name: str, types: Sequence[ValueType]) -> None:
    """Refuse a property that cannot be filtered or ordered by in this way.

    Raises
    ------
    InputError
        It is not declared, or has another type.
    """
    fitting = [one for one, property_ in node_properties().items() if property_.type in types]
    if name not in fitting:
        raise no_property(name, fitting)


def no_property(name: str, choice: Sequence[str]) -> InputError:
    """Return the error for a property that cannot be filtered or ordered by, with those that can."""
    options = ", ".join(sorted(choice))
    return InputError(
        f"Op ‘{name}’ kan niet worden gezocht of gesorteerd. Kies uit: {options}.",
        f"‘{name}’ cannot be filtered or ordered by. Choose from: {options}.",
        concerning=name,
    )
