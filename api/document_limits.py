"""How large a document is with its fragments written out, found without writing them out. Asked before validation.

The limiters that come with the library walk fragments anew at each spread, so that thirty small ones that each spread
the next twice stop a server; and some rules of validation compare fields pair by pair. So each fragment is measured
once here, its measure is added where it is spread, and a document that is too large goes no further.
Introspection is measured like all else; what it costs is settled with the cost of the request.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from api.errors import TooCostlyError
from api.limits import ApiLimits


@dataclass(frozen=True, slots=True)
class Size:
    """Size of a selection with its fragments written out.

    Parameters
    ----------
    depth
        How deep it nests.
    fields, aliases, directives
        How many there are.
    """

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0

    def __add__(self, other: Size) -> Size:
        """Return the size of both side by side."""
        return Size(
            max(self.depth, other.depth),
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.directives + other.directives,
        )


def check_document(document: DocumentNode, limits: ApiLimits) -> None:
    """Refuse a document that is too large, whichever of its operations is asked for.

    Parameters
    ----------
    document
        Parsed, not yet valid: fields and fragments may not exist, fragments may spread themselves.
    limits
        What it may be.

    Raises
    ------
    TooCostlyError
        It nests too deeply, or has too many fields, aliases or directives.

    Notes
    -----
    Linear in the length of the document.
    """
    measure = _Measure(document, limits)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            size = measure.selection(definition.selection_set) + Size(directives=len(definition.directives or ()))
            _check(size, limits)


class _Measure:
    """Measures selections, each fragment once."""

    def __init__(self, document: DocumentNode, limits: ApiLimits) -> None:
        self._limits = limits
        self._fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self._known: dict[str, Size] = {}
        self._nesting = 0

    def selection(self, selections: SelectionSetNode | None) -> Size:
        """Return the size of a selection set: its own level and all below."""
        if selections is None:
            return Size()
        self._nesting += 1
        if self._nesting > self._limits.depth:  # also keeps this walk itself from going too deep
            raise _too_large("diep", "deep", self._limits.depth)
        below = Size()
        for one in selections.selections:
            below += self._one(one)
        self._nesting -= 1
        return Size(below.depth + 1, below.fields, below.aliases, below.directives)

    def _one(self, node: SelectionNode) -> Size:
        own = Size(directives=len(node.directives or ()))
        if isinstance(node, FieldNode):
            field = Size(fields=1, aliases=1 if node.alias else 0)
            return own + field + self.selection(node.selection_set)
        if isinstance(node, InlineFragmentNode):
            return own + self.selection(node.selection_set)
        if isinstance(node, FragmentSpreadNode):
            return own + self._fragment(node.name.value)
        return own

    def _fragment(self, name: str) -> Size:
        if name not in self._known:
            self._known[name] = Size()  # one that spreads itself is not valid, and adds nothing to itself here
            fragment = self._fragments.get(name)
            if fragment is not None:
                nesting, self._nesting = self._nesting, 0
                size = self.selection(fragment.selection_set)
                self._nesting = nesting
                # Its fields stand at the level where it is spread.
                self._known[name] = Size(size.depth - 1, size.fields, size.aliases, size.directives)
        return self._known[name]


def _check(size: Size, limits: ApiLimits) -> None:
    for found, most, nl, en in (
        (size.depth, limits.depth, "lagen diep", "levels deep"),
        (size.fields, limits.fields, "velden", "fields"),
        (size.aliases, limits.aliases, "aliassen", "aliases"),
        (size.directives, limits.directives, "aanwijzingen (@)", "directives"),
    ):
        if found > most:
            raise TooCostlyError(
                f"De vraag telt {found} {nl}; hoogstens {most} kan.",
                f"The query has {found} {en}; at most {most} can be.",
            )


def _too_large(nl: str, en: str, most: int) -> TooCostlyError:
    return TooCostlyError(
        f"De vraag is te {nl}; hoogstens {most} lagen kan.", f"The query is too {en}; at most {most} levels can be."
    )
