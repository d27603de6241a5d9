"""Writes what follows from the declared model: the types of the schema that differ by kind, and the schema itself.

``python -m api.generate`` writes ``api/types/vocabularies.py``, ``api/types/kinds.py`` and ``api/schema.graphql``; with
``--check`` it writes nothing and ends with 1 where one of them is not what the declaration says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.schema.declaration import Kind, Property, ValueType, Vocabulary
from graph.schema.kinds import COMMON, KINDS
from graph.schema.relationships import COMMON_OF_RELATIONSHIPS, RELATIONSHIPS
from graph.schema.vocabularies import VOCABULARIES

FOLDER = Path(__file__).resolve().parent
VOCABULARIES_FILE = FOLDER / "types" / "vocabularies.py"
KINDS_FILE = FOLDER / "types" / "kinds.py"
SCHEMA_FILE = FOLDER / "schema.graphql"

_HEAD = '''"""{title}.

Generated from `graph.schema` by ``python -m api.generate``; edit the declaration, not this file.
"""
# ruff: noqa: E501 - a line is as long as what it describes; nobody edits them
# fmt: off

from __future__ import annotations
'''

READERS = {
    ValueType.TEXT: ("text", "str | None"),
    ValueType.DATE: ("date", "PartialDate | None"),
    ValueType.QUANTITY: ("quantity", "Quantity | None"),
    ValueType.INTEGER: ("integer", "int | None"),
    ValueType.NUMBER: ("number", "float | None"),
    ValueType.YES_NO: ("yes_no", "bool | None"),
    ValueType.WEB_ADDRESS: ("web_address", "URL | None"),
    ValueType.POINT: ("point", "Point | None"),
    ValueType.SHAPE: ("shape", "GeoJSON | None"),
    ValueType.REFERENCE: ("reference", "Entity | None"),
}
"""For each type of value the function of `api.types.reading` that reads it, and the type of the field."""

ORDERED = (ValueType.DATE, ValueType.QUANTITY, ValueType.INTEGER, ValueType.NUMBER)
"""Types of value that one may order by."""


# ---------------------------------------------------------------------------------------------------- enums


def vocabularies_module() -> str:
    """Return the module of enums: vocabularies, kinds, types of relationship, properties."""
    parts = [
        _HEAD.format(title="The closed lists of the model as enums"),
        "from enum import Enum\n\nimport strawberry\n\nfrom api.types.describing import member\n",
    ]
    parts += [_vocabulary(one) for one in VOCABULARIES]
    kinds = ((_constant(kind.name), kind.name, kind.description.en) for kind in KINDS)
    parts.append(_enum("Kind", "Kinds of thing.", kinds))
    types = (
        (type_.name, type_.name, f"{_sentence(type_.description.en)}{' No direction.' if type_.symmetric else ''}")
        for type_ in RELATIONSHIPS
    )
    parts.append(_enum("RelationshipType", "Types of relationship.", types))
    about = "Properties of all kinds and relationships; one that a kind lacks is left out of its `values`."
    properties = ((one.name.upper(), one.name, _sentence(one.words.en)) for one in _all_properties())
    parts.append(_enum("Property", about, properties))
    return "\n".join(parts)


def _vocabulary(vocabulary: Vocabulary) -> str:
    rows = ((term.code.upper(), term.code, _sentence(term.words.en)) for term in vocabulary.terms)
    return _enum(vocabulary.name, vocabulary.description.en, rows)


def _enum(name: str, description: str, rows: Iterable[tuple[str, str, str]]) -> str:
    lines = [f"    {key} = member({_text(value)}, {_text(said)})" for key, value, said in rows]
    head = f'\n@strawberry.enum(description={_text(description)})\nclass {name}(Enum):\n    """{description}"""\n\n'
    return head + "\n".join(lines) + "\n"


def _all_properties() -> list[Property]:
    """Return every property once, the existence of a relationship left out: a claim of it has no property."""
    declared = [one for kind in KINDS for one in (*COMMON, *kind.properties)]
    declared += [one for type_ in RELATIONSHIPS for one in (*COMMON_OF_RELATIONSHIPS, *type_.properties)]
    return list({one.name: one for one in reversed(declared) if one.name != "exists"}.values())[::-1]


# ---------------------------------------------------------------------------------------------------- kinds


def kinds_module() -> str:
    """Return the module of types by kind: the kind, its pages, its filter, its order, its question."""
    return "\n".join(
        [
            _HEAD.format(title="The kinds of the model as types, with their pages, filters, orders and questions"),
            _imports(),
            *(_kind(kind) for kind in KINDS),
            f"\nKIND_TYPES = ({', '.join(kind.name for kind in KINDS)})\nregister(*KIND_TYPES)\n",
            *(_pages(kind) for kind in KINDS),
            *(_order(kind) for kind in KINDS),
            *(_filter(kind) for kind in KINDS),
            _queries(),
        ]
    )


def _imports() -> str:
    names = sorted({one.vocabulary for kind in KINDS for one in kind.properties if one.vocabulary} | {"Property"})
    listed = "\n".join(f"    {name}," for name in names)
    return f"""from enum import Enum
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.request import Request
from api.types import reading
from api.types.common import DateRange, Direction, NumberRange, PartialDate, Point, Quantity
from api.types.describing import After, First, meaning, member, resolver
from api.types.entity import Entity
from api.types.making import register
from api.types.pages import AsOf, Found, FoundPage
from api.types.relationship_filter import RelationshipFilter
from api.types.scalars import URL, GeoJSON
from api.types.vocabularies import (
{listed}
)
"""


def _kind(kind: Kind) -> str:
    lines = [line for one in kind.properties for line in _fields(one)]
    if kind.name == "Person":
        lines.append(_field("shown_by_role", "bool", "reading.shown_by_role", "True when `name` is a role."))
    return _class("strawberry.type", f"{kind.name}(Entity)", kind.description.en, lines)


def _fields(one: Property) -> Iterator[str]:
    if one.type is ValueType.CODE:
        reader = f"reading.code({_text(one.name)}, {one.vocabulary})"
        yield _field(one.name, f"{one.vocabulary} | None", reader, one.description.en)
        words = f"The {one.words.en} in words."
        yield _field(f"{one.name}_label", "str | None", f"reading.label({_text(one.name)})", words)
    elif one.many:
        yield _field(one.name, "list[str]", f"reading.texts({_text(one.name)})", one.description.en)
    else:
        reader, type_ = READERS[one.type]
        yield _field(one.name, type_, f"reading.{reader}({_text(one.name)})", one.description.en)


def _field(name: str, type_: str, reader: str, description: str) -> str:
    return f"    {name}: {type_} = strawberry.field(resolver={reader}, description={_text(description)})"


def _pages(kind: Kind) -> str:
    edge = [
        '    cursor: str = strawberry.field(description="Its cursor.")',
        f"    node: {kind.name} = strawberry.field(description={_text(f'The {kind.words.en}.')})",
    ]
    connection = [f'    edges: list[{kind.name}Edge] = strawberry.field(description="The page.")']
    one, page = f"One {kind.words.en} in a page.", f"A page of {kind.plural_words.en}."
    return _class("strawberry.type", f"{kind.name}Edge", one, edge) + _class(
        "strawberry.type", f"{kind.name}Connection(FoundPage)", page, connection
    )


def _order(kind: Kind) -> str:
    rows = [("NAME", "name", "Name.")]
    rows += [(one.name.upper(), one.name, _sentence(one.words.en)) for one in kind.properties if one.type in ORDERED]
    rows.append(("CHANGED", "changed", "Last change."))
    name = f"{kind.name}OrderField"
    order = [
        f'    by: {name} = strawberry.field(description="Sort key.")',
        '    direction: Direction = strawberry.field(default=Direction.ASC, description="Direction.")',
    ]
    words = kind.plural_words.en
    return _enum(name, f"Sort keys of {words}.", rows) + _class(
        "strawberry.input", f"{kind.name}Order", f"How to order {words}.", order
    )


def _filter(kind: Kind) -> str:
    name = f"{kind.name}Filter"
    rows = [("ids", "list[strawberry.ID]", "One of these ids."),
            ("text", "str", "These words in name, aliases or texts, as `search` reads them.")]  # fmt: skip
    rows += [row for one in kind.properties for row in _filter_rows(one)]
    rows += [
        (
            "within",
            "list[strawberry.ID]",
            "Active in or concerning one of these areas or a part of it, or such an area.",
        ),
        ("related", "list[RelationshipFilter]", "For each of these at least one such relationship."),
        ("unrelated", "list[RelationshipFilter]", "For none of these any such relationship."),
        ("known", "list[Property]", "These properties are known."),
        ("unknown", "list[Property]", "Nobody said these."),
        ("sources", "list[strawberry.ID]", "Spoken of by one of these sources."),
        ("any_of", f"list[{name}]", "At least one of these holds too."),
    ]
    lines = [f"    {field}: {type_} | None = strawberry.field(default=strawberry.UNSET, description={_text(said)})"
             for field, type_, said in rows]  # fmt: skip
    unset = 'default=strawberry.UNSET, name="not", description="This does not hold."'
    lines.append(f"    not_: {name} | None = strawberry.field({unset})")
    about = f"Which {kind.plural_words.en}; all that is given must hold, and an empty list asks nothing (but in `ids`)."
    return _class("strawberry.input", name, about, lines)


def _filter_rows(one: Property) -> Iterator[tuple[str, str, str]]:
    words = _sentence(one.words.en)[:-1]
    if one.type is ValueType.CODE:
        yield one.name, f"list[{one.vocabulary}]", f"{words}: one of these."
    elif one.type is ValueType.DATE:
        yield one.name, "DateRange", f"{words}: then."
    elif one.type is ValueType.YES_NO:
        yield one.name, "bool", f"{words}: so."
    elif one.type in ORDERED:
        yield one.name, "NumberRange", f"{words}: so many."


def _queries() -> str:
    about = '    """One question for each kind; no type of the schema by itself."""'
    head = f"\n@strawberry.type\nclass KindQueries:\n{about}\n"
    return head + "".join(_query(kind) for kind in KINDS)


def _query(kind: Kind) -> str:
    name, words = kind.name, kind.plural_words.en
    arguments = "where=where, order_by=order_by, first=first, after=after, as_of=as_of"
    return f'''
    @resolver({_text(f"{_sentence(words)[:-1]}, by name unless told otherwise.")})
    def {kind.plural}(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[{name}Filter | None, meaning("Only these.")] = strawberry.UNSET,
        order_by: Annotated[list[{name}Order] | None, meaning("Order; by name unless told.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> {name}Connection | None:
        """Return a page of {words}."""
        found = Found(info.context, {_text(name)}, {arguments})
        return {name}Connection(found=found, page_info=found.page_info, edges=found.edges({name}Edge))
'''


# ---------------------------------------------------------------------------------------------------- text


def _class(decorator: str, name: str, description: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    return f'\n@{decorator}(description={_text(description)})\nclass {name}:\n    """{description}"""\n\n{body}\n\n'


def _text(text: str) -> str:
    """Return a Python literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].removesuffix(".") + "."


def _constant(name: str) -> str:
    return name.upper()


# ---------------------------------------------------------------------------------------------------- files


def modules() -> dict[Path, str]:
    """Return the generated modules by file."""
    return {VOCABULARIES_FILE: vocabularies_module(), KINDS_FILE: kinds_module()}


def main() -> int:
    """Write the files, or with ``--check`` compare them; return the exit code."""
    if "--check" in sys.argv[1:]:
        return _check()
    for file, text in modules().items():
        file.write_text(text, "utf-8")
    SCHEMA_FILE.write_text(_sdl(), "utf-8")
    return 0


def _check() -> int:
    drifted = [file for file, text in modules().items() if _read(file) != text]
    # The schema is made by the modules as they stand, so that it says nothing while they are not right.
    if not drifted and _read(SCHEMA_FILE) != _sdl():
        drifted = [SCHEMA_FILE]
    for file in drifted:
        sys.stderr.write(
            f"{file.relative_to(FOLDER.parent)} is not what the declaration says: run python -m api.generate\n"
        )
    return 1 if drifted else 0


def _sdl() -> str:
    from api.schema import sdl  # noqa: PLC0415 - it imports the modules that are written here first

    return sdl()


def _read(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
