"""Values of a node in the words of who asks: in his language where a source has it, else in the language there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.consolidation import Reading
from graph.schema.declaration import Property, ValueType
from graph.schema.values import Value
from graph.schema.wording import value_label
from graph.schema.words import Lang
from graph.store.answers import Node, Statement
from graph.store.rows import UNNAMED
from viz.links import NOT_NAMED

NameOf = Callable[[str], str]
"""Gives the name of a node by its id, for values that point to one."""


def keys_of(reading: Reading, name: str, lang: Lang) -> Iterator[str]:
    """Yield the keys under which a reading may hold a property, the one in the language asked first."""
    if lang != "nl":
        yield f"{name}@{lang}"
    yield name
    yield from sorted(key for key in reading.values if key.startswith(f"{name}@") and key != f"{name}@{lang}")


def value_in(reading: Reading, name: str, lang: Lang) -> Value | tuple[Value, ...] | None:
    """Return what one reads of a property, in the language asked where there is such a text; None where unknown."""
    for key in keys_of(reading, name, lang):
        value = reading.values.get(key)
        if value is not None:
            return value
    return None


def is_marked(marks: tuple[str, ...], name: str) -> bool:
    """Return whether a property stands among the marked ones of a reading, in any language."""
    return any(mark.partition("@")[0] == name for mark in marks)


def name_in(node: Node, lang: Lang) -> str:
    """Return what a node is called: its name, a role for a person who is not named, or that nobody names it."""
    if not node.named:
        if node.kind == "Person":
            return str(value_in(node.reading, "public_role", lang) or node.name)
        return NOT_NAMED.to(lang) if node.name == UNNAMED else node.name
    name = value_in(node.reading, "name", lang)
    return node.name if name is None else str(name)


def text_of(property_: Property, value: Value | tuple[Value, ...], lang: Lang, name_of: NameOf) -> str:
    """Return a value in words; several joined by commas, a reference by the name of what it points to."""
    if isinstance(value, tuple):
        return ", ".join(text_of(property_, one, lang, name_of) for one in value)
    if property_.type is ValueType.REFERENCE:
        return name_of(str(value))
    return value_label(property_, value, lang)


def statement_text(property_: Property | None, statement: Statement, lang: Lang, name_of: NameOf) -> str:
    """Return the value that a statement is about, in words; what it denies is not said here."""
    value = statement.claim.value
    if value is None:
        return "none" if lang == "en" else "geen"
    return str(value) if property_ is None else text_of(property_, value, lang, name_of)


def sentence_of(property_: Property | None, statement: Statement, lang: Lang, name_of: NameOf) -> str:
    """Return a statement as a sentence, such as ``leden: ongeveer 45 personen`` or ``fase: niet loopt``."""
    text = statement_text(property_, statement, lang, name_of)
    label = property_.words.to(lang) if property_ else statement.claim.property
    if statement.claim.denied and statement.claim.value is not None:
        return f"{label}: {'not' if lang == 'en' else 'niet'} {text}"
    return f"{label}: {text}"
