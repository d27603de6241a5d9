"""The words in which the model is declared: vocabularies, properties, kinds of node, types of relationship.

Everything that depends on the model (validation, columns, constraints, templates, GraphQL, legend, ontology page)
is derived from values of these classes, which `graph.schema.model` holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.schema.words import Words


class ValueType(StrEnum):
    """What the value of a property is."""

    TEXT = "text"
    CODE = "code"  # of a vocabulary
    DATE = "date"  # a `PartialDate` in its stored form
    QUANTITY = "quantity"  # a `Quantity` in its stored form
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes/no"
    WEB_ADDRESS = "web address"
    POINT = "point"  # WKT, longitude before latitude, WGS84
    SHAPE = "shape"  # GeoJSON geometry as text, WGS84
    REFERENCE = "reference"  # the id of another thing


class Rule(StrEnum):
    """How the live claims of a property become what one reads."""

    NEWEST = "newest"  # the newest statement wins
    UNION = "union"  # every value that is stated and not denied since


class Level(StrEnum):
    """Who may see a statement."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a vocabulary."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of codes.

    Parameters
    ----------
    name
        In CamelCase; the name of the GraphQL enum.
    description
        What the codes say.
    terms
        The codes in the order in which people are shown them.
    """

    name: str
    description: Words
    terms: tuple[Term, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(term.code for term in self.terms)

    def words(self, code: str) -> Words:
        """Return the words of a code; the code itself where it is not in the list."""
        return next((term.words for term in self.terms if term.code == code), Words(code, code))


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or of a relationship.

    Parameters
    ----------
    name
        In snake_case; unique in meaning over all kinds, so that one column holds it.
    type
        What its values are.
    words, description
        What people read.
    vocabulary
        Name of the vocabulary, for codes.
    rule
        How claims are consolidated; `Rule.UNION` makes it a list.
    unit
        For quantities: the unit when a file gives a bare number.
    range
        For numbers: least and most, both allowed.
    level
        Level of a statement whose source says nothing of it.
    structural
        True when the projection reads it, so that a change of it renews advice.
    key
        True when its value names the thing for other systems: it enters the key index.
    searchable
        True when its text is part of what `search` reads.
    iri
        Term of a public vocabulary that means the same.
    """

    name: str
    type: ValueType
    words: Words
    description: Words
    vocabulary: str | None = None
    rule: Rule = Rule.NEWEST
    unit: str | None = None
    range: tuple[float, float] | None = None
    level: Level = Level.PUBLIC
    structural: bool = False
    key: bool = False
    searchable: bool = False
    iri: str | None = None

    @property
    def many(self) -> bool:
        """Whether one reads a list."""
        return self.rule is Rule.UNION


@dataclass(frozen=True, slots=True)
class Sign:
    """How a kind is drawn: its colour in light and dark, its shape, and a pictogram beside it (colour is never alone).

    Parameters
    ----------
    light, dark
        Colours as ``#RRGGBB``.
    shape
        ``disc``, ``rounded`` or ``square``.
    pictogram
        Name of the pictogram.
    """

    light: str
    dark: str
    shape: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node.

    Parameters
    ----------
    name
        In CamelCase, singular; the label in Neo4j and the type in GraphQL.
    plural
        In lower case; the field in GraphQL, the name of the import template.
    words, plural_words, description
        What people read.
    properties
        Its own properties, besides those that every kind has.
    structural
        True when the projection reads nodes of this kind.
    hidden
        Properties whose statements are internal unless the source makes them public.
    told_apart_by
        Properties of which two things with one name must not have different values, if they are to be the same.
    sign
        How it is drawn; None for kinds that are not drawn.
    iri
        Class of a public vocabulary that means the same.
    """

    name: str
    plural: str
    words: Words
    plural_words: Words
    description: Words
    properties: tuple[Property, ...]
    structural: bool = True
    hidden: tuple[str, ...] = ()
    told_apart_by: tuple[str, ...] = ()
    sign: Sign | None = None
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A type of relationship.

    Parameters
    ----------
    name
        In capitals; the type in Neo4j.
    inverse
        How a file names it from its end, in lower case, such as ``result_of``; None where the direction has no
        meaning.
    words, inverse_words
        What people read from the start, and from the end.
    description
        What it says.
    ends
        Which kinds it may join: pairs of start and end.
    properties
        Its own properties, besides ``since``, ``until`` and ``note``.
    key
        Names of the properties that tell two relationships between the same ends apart (role, grant number).
    symmetric
        True when it has no direction; the ends are then sorted.
    structural
        True when the projection reads it.
    """

    name: str
    inverse: str | None
    words: Words
    inverse_words: Words
    description: Words
    ends: frozenset[tuple[str, str]]
    properties: tuple[Property, ...] = ()
    key: tuple[str, ...] = ()
    symmetric: bool = False
    structural: bool = True
    iri: str | None = None
