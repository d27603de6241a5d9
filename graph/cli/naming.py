"""From what somebody types to an id: an id, or a name that one thing bears."""

from __future__ import annotations

from collections.abc import Sequence

from graph.cli.language import LANG
from graph.errors import InputError
from graph.network.deciding import unknown_id
from graph.schema.model import KINDS_BY_NAME, VOCABULARIES_BY_NAME
from graph.schema.words import Words, normalise
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import NodeFilter

MOST_NAMESAKES = 10
"""Things with one name that are told apart; a name comes before all that only holds its words."""


def find_id(view: View, name: str, kinds: Sequence[str] = ()) -> str:
    """Return the id that somebody means.

    Parameters
    ----------
    view
        Who looks.
    name
        An id, or a name (or other name) that only one thing of these kinds bears.
    kinds
        Kinds that it may be; empty for all.

    Raises
    ------
    UnknownIdError
        There is no such thing, or none that this viewer may see.
    InputError
        It is of another kind, or the name is borne by several.
    """
    node = view.nodes([name])[0]
    if node is not None:
        return _checked(node, kinds)
    wanted = normalise(name)
    page = view.search(name, NodeFilter(kinds=tuple(kinds)), first=MOST_NAMESAKES).items
    named = [one for one in page if normalise(one.name) == wanted] or [
        one for one in page if wanted in {normalise(str(other)) for other in one.list_of("aliases")}
    ]
    if not named:
        raise _other_kind(view, name, kinds) or (_meant(name, page) if page else unknown_id(name))
    if len(named) > 1:
        choice = ", ".join(f"{one.id} ({_sort(one)})" for one in named)
        raise InputError(
            f"‘{name}’ kan meer dan één zijn. Geef de id: {choice}.",
            f"‘{name}’ can be more than one. Give the id: {choice}.",
            concerning=name,
        )
    return named[0].id


def find_ids(view: View, names: Sequence[str], kinds: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the ids that somebody means, in order."""
    return tuple(find_id(view, name, kinds) for name in names)


def _other_kind(view: View, name: str, kinds: Sequence[str]) -> InputError | None:
    """Return that something of this name is of another kind than is asked for; None where nothing bears it."""
    page = view.search(name, first=MOST_NAMESAKES).items if kinds else ()
    found = next((one for one in page if normalise(one.name) == normalise(name)), None)
    if found is None:
        return None
    right, has = _kinds(kinds), KINDS_BY_NAME[found.kind].words
    return InputError(
        f"‘{found.name}’ is een {has.nl}. Hier past alleen een {right.nl}.",
        f"‘{found.name}’ is: {has.en}. Here only this fits: {right.en}.",
        concerning=found.id,
    )


def _kinds(kinds: Sequence[str]) -> Words:
    wanted = [KINDS_BY_NAME[kind].words for kind in kinds]
    return Words(" of ".join(one.nl for one in wanted), " or ".join(one.en for one in wanted))


def _checked(node: Node, kinds: Sequence[str]) -> str:
    if kinds and node.kind not in kinds:
        right = _kinds(kinds)
        raise InputError(f"{node.id} is geen {right.nl}.", f"{node.id} is no {right.en}.", concerning=node.id)
    return node.id


def _sort(node: Node) -> str:
    level = node.value("level")
    if node.kind == "Area" and level is not None:
        return VOCABULARIES_BY_NAME["AreaLevel"].words(str(level)).to(LANG)
    return KINDS_BY_NAME[node.kind].words.to(LANG)


def _meant(name: str, page: Sequence[Node]) -> InputError:
    choice = ", ".join(f"‘{one.name}’" for one in page[:3])
    return InputError(
        f"‘{name}’ is niet bekend. Bedoelt u {choice}?",
        f"‘{name}’ is not known. Do you mean {choice}?",
        concerning=name,
    )
