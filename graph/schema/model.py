"""The declared model, looked up by name, and the checks that keep the declaration and every value sound.

First stage of the flow: nothing in Wijkweb knows a kind, a property or a relationship that is not declared here.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from urllib.parse import urlsplit

from graph.errors import InputError, SchemaError
from graph.schema.declaration import Kind, Property, RelationshipType, ValueType, Vocabulary
from graph.schema.kinds import COMMON, KINDS
from graph.schema.relationships import COMMON_OF_RELATIONSHIPS, RELATIONSHIPS
from graph.schema.values import PartialDate, Quantity, Value
from graph.schema.vocabularies import VOCABULARIES

VERSION = 1
"""Version of the declaration and of how stores lay it out. A store of a newer version is refused."""

LONGEST_TEXT = 20_000
"""Characters that one value of text may hold; a boundary may be longer. A cell beyond it is reported, not cut."""
LONGEST_NAME = 300
"""Characters that a name may hold: longer ones are sentences that landed in the wrong column."""
LONGEST_REMEMBERED = 100
"""Characters of a value whose check is remembered: longer ones seldom come twice."""
LONGEST_SHAPE = 2_000_000
"""Characters that a boundary may hold."""

KINDS_BY_NAME: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in KINDS})
KINDS_BY_PLURAL: Mapping[str, Kind] = MappingProxyType({kind.plural: kind for kind in KINDS})
RELATIONSHIPS_BY_NAME: Mapping[str, RelationshipType] = MappingProxyType({type_.name: type_ for type_ in RELATIONSHIPS})
VOCABULARIES_BY_NAME: Mapping[str, Vocabulary] = MappingProxyType(
    {vocabulary.name: vocabulary for vocabulary in VOCABULARIES}
)

_POINT = re.compile(r"POINT\((-?[0-9]{1,3}(?:\.[0-9]+)?) (-?[0-9]{1,2}(?:\.[0-9]+)?)\)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@cache
def properties_of_kind(kind: str) -> Mapping[str, Property]:
    """Return the properties of a kind of node by name, the common ones first.

    Raises
    ------
    InputError
        There is no such kind.
    """
    if kind not in KINDS_BY_NAME:
        raise InputError(
            f"‘{kind}’ is geen soort. Kies uit: {', '.join(KINDS_BY_NAME)}.",
            f"‘{kind}’ is not a kind. Choose from: {', '.join(KINDS_BY_NAME)}.",
            concerning=kind,
        )
    return MappingProxyType({property_.name: property_ for property_ in (*COMMON, *KINDS_BY_NAME[kind].properties)})


@cache
def properties_of_relationship(type_: str) -> Mapping[str, Property]:
    """Return the properties of a type of relationship by name, the common ones first.

    Raises
    ------
    InputError
        There is no such type.
    """
    if type_ not in RELATIONSHIPS_BY_NAME:
        raise InputError(
            f"‘{type_}’ is geen soort relatie. Kies uit: {', '.join(RELATIONSHIPS_BY_NAME)}.",
            f"‘{type_}’ is not a type of relationship. Choose from: {', '.join(RELATIONSHIPS_BY_NAME)}.",
            concerning=type_,
        )
    own = RELATIONSHIPS_BY_NAME[type_].properties
    return MappingProxyType({property_.name: property_ for property_ in (*COMMON_OF_RELATIONSHIPS, *own)})


@cache
def node_properties() -> Mapping[str, Property]:
    """Return every property that some kind of node has, by name; where kinds share a name, the first declared."""
    found = {property_.name: property_ for property_ in COMMON}
    for kind in KINDS:
        for property_ in kind.properties:
            found.setdefault(property_.name, property_)
    return MappingProxyType(found)


@cache
def relationship_properties() -> Mapping[str, Property]:
    """Return every property that some type of relationship has, by name."""
    found = {property_.name: property_ for property_ in COMMON_OF_RELATIONSHIPS}
    for type_ in RELATIONSHIPS:
        for property_ in type_.properties:
            found.setdefault(property_.name, property_)
    return MappingProxyType(found)


@cache
def _variants(name: str) -> tuple[Property, ...]:
    """Return a node property as each kind declares it: a status has another vocabulary for each."""
    every = (property_ for kind in KINDS for property_ in (*COMMON, *kind.properties) if property_.name == name)
    return tuple(dict.fromkeys(every))


def check_node_value(name: str, value: object) -> Value:
    """Return a value of a node's property in its one stored form, as some kind declares it.

    Raises
    ------
    InputError
        It fits none of the kinds that have the property.
    """
    if isinstance(value, str) and len(value) <= LONGEST_REMEMBERED:
        return _check_short(name, value)
    return _check_variants(name, value)


@lru_cache(maxsize=65_536)
def _check_short(name: str, value: str) -> Value:
    # The words of a list come back on every row: a phase, a date, the name of a district.
    return _check_variants(name, value)


def _check_variants(name: str, value: object) -> Value:
    *others, last = _variants(name)
    for property_ in others:
        try:
            return check_value(property_, value)
        except InputError:
            continue
    return check_value(last, value)


def check_value(property_: Property, value: object) -> Value:
    """Return a value in its one stored form.

    Parameters
    ----------
    property_
        The property that the value is for.
    value
        What was given.

    Raises
    ------
    InputError
        The value is not of the property's type, vocabulary or range; the sentence says what would be right.
    """
    if property_.type in (ValueType.INTEGER, ValueType.NUMBER):
        return _check_number(property_, value)
    if property_.type is ValueType.YES_NO:
        if isinstance(value, bool):
            return value
        raise _wrong(property_, value, "ja of nee", "yes or no")
    if not isinstance(value, str):
        raise _wrong(property_, value, "tekst", "text")
    return _check_text(property_, value)


def _check_number(property_: Property, value: object) -> Value:
    whole = property_.type is ValueType.INTEGER
    if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
        raise _wrong(property_, value, "een getal", "a number")
    if whole and value != int(value):
        raise _wrong(property_, value, "een heel getal", "a whole number")
    if property_.range and not property_.range[0] <= value <= property_.range[1]:
        low, high = (f"{bound:g}" for bound in property_.range)
        raise _wrong(property_, value, f"een getal van {low} tot en met {high}", f"a number from {low} to {high}")
    return int(value) if whole else float(value)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer of hundreds of digits
        return False


def _check_text(property_: Property, text: str) -> str:
    text = text.strip()
    if not text:
        raise _wrong(property_, text, "iets", "something")
    check_characters(text)
    longest = LONGEST_SHAPE if property_.type is ValueType.SHAPE else LONGEST_TEXT
    longest = LONGEST_NAME if property_.name in ("name", "aliases") else longest
    if len(text) > longest:
        raise InputError(
            f"{property_.words.nl} is {len(text)} tekens lang; hoogstens {longest} passen.",
            f"{property_.words.en} is {len(text)} characters long; at most {longest} fit.",
        )
    check = _TEXT_CHECKS.get(property_.type)
    return check(property_, text) if check else text


def check_characters(text: str) -> None:
    """Refuse control characters and halves of surrogate pairs, which no file format passes on unharmed.

    Raises
    ------
    InputError
        There is one.
    """
    match = _FORBIDDEN.search(text)
    if match:
        code = f"U+{ord(match[0]):04X}"
        raise InputError(
            f"Op plaats {match.start() + 1} staat een teken dat geen tekst is ({code}). Haal het weg.",
            f"At position {match.start() + 1} stands a character that is no text ({code}). Take it out.",
        )


@cache
def _codes(vocabulary: str) -> frozenset[str]:
    return frozenset(VOCABULARIES_BY_NAME[vocabulary].codes)


def _check_code(property_: Property, text: str) -> str:
    if text not in _codes(property_.vocabulary or ""):
        codes = VOCABULARIES_BY_NAME[property_.vocabulary or ""].codes
        raise _wrong(property_, text, f"één van {', '.join(codes)}", f"one of {', '.join(codes)}")
    return text


def _check_address(property_: Property, text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:  # half a bracket of an IPv6 address
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or "@" in parts.netloc or " " in text:
        raise _wrong(
            property_, text, "een webadres zoals https://voorbeeld.nl", "a web address such as https://example.org"
        )
    return text


def _check_point(property_: Property, text: str) -> str:
    match = _POINT.fullmatch(text)
    if match is None or abs(float(match[1])) > 180 or abs(float(match[2])) > 90:
        raise _wrong(property_, text, "een punt zoals POINT(4.28 52.07)", "a point such as POINT(4.28 52.07)")
    return text


def _check_shape(property_: Property, text: str) -> str:
    try:
        shape = json.loads(text)
    except (ValueError, RecursionError):  # a cell of nothing but brackets is no polygon either
        shape = None
    if not isinstance(shape, dict) or shape.get("type") not in ("Polygon", "MultiPolygon"):
        raise _wrong(property_, text, "een vlak in GeoJSON", "a polygon in GeoJSON")
    return text


_TEXT_CHECKS = {
    ValueType.CODE: _check_code,
    ValueType.DATE: lambda _property, text: str(PartialDate.parse(text)),
    ValueType.QUANTITY: lambda _property, text: str(Quantity.parse(text)),
    ValueType.WEB_ADDRESS: _check_address,
    ValueType.POINT: _check_point,
    ValueType.SHAPE: _check_shape,
}


def _wrong(property_: Property, value: object, right_nl: str, right_en: str) -> InputError:
    shown = str(value)
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    return InputError(
        f"‘{shown}’ past niet bij {property_.words.nl}. Goed zou zijn: {right_nl}.",
        f"‘{shown}’ does not fit {property_.words.en}. Right would be: {right_en}.",
        concerning=value,
    )


def check_ends(type_: str, start_kind: str, end_kind: str) -> None:
    """Refuse a relationship between kinds that its type does not join.

    Raises
    ------
    InputError
        The type joins other kinds, or does not exist.
    """
    properties_of_relationship(type_)
    if (start_kind, end_kind) not in RELATIONSHIPS_BY_NAME[type_].ends:
        pairs = ", ".join(f"{start} → {end}" for start, end in sorted(RELATIONSHIPS_BY_NAME[type_].ends)[:6])
        raise InputError(
            f"{type_} kan niet van {start_kind} naar {end_kind} lopen. Wel bijvoorbeeld: {pairs}.",
            f"{type_} cannot run from {start_kind} to {end_kind}. It can, for example: {pairs}.",
            concerning=(type_, start_kind, end_kind),
        )


def check_declaration() -> None:
    """Check the declaration against itself.

    Raises
    ------
    SchemaError
        A name is used twice, a vocabulary or kind is missing, a key is no property, or one property name has two
        ways of being stored.
    """
    storage: dict[str, str] = {}
    every = [(kind.name, property_) for kind in KINDS for property_ in (*COMMON, *kind.properties)]
    every += [
        (type_.name, property_)
        for type_ in RELATIONSHIPS
        for property_ in (*COMMON_OF_RELATIONSHIPS, *type_.properties)
    ]
    for owner, property_ in every:
        if property_.type is ValueType.CODE and property_.vocabulary not in VOCABULARIES_BY_NAME:
            raise _contradiction(f"{owner}.{property_.name}: vocabulary {property_.vocabulary} is not declared")
        stored = "text" if property_.type is ValueType.CODE else property_.type.value
        if storage.setdefault(property_.name, stored) != stored:
            raise _contradiction(
                f"{owner}.{property_.name}: stored as {stored} here and as {storage[property_.name]} elsewhere"
            )
    for type_ in RELATIONSHIPS:
        unknown = {kind for pair in type_.ends for kind in pair} - set(KINDS_BY_NAME)
        missing = set(type_.key) - set(properties_of_relationship(type_.name))
        if unknown or missing or (type_.symmetric and type_.inverse):
            raise _contradiction(f"{type_.name}: kinds {unknown}, key {missing} or a needless inverse")
    names = [*KINDS_BY_NAME, *KINDS_BY_PLURAL, *RELATIONSHIPS_BY_NAME, *VOCABULARIES_BY_NAME]
    if len(names) != 2 * len(KINDS) + len(RELATIONSHIPS) + len(VOCABULARIES):
        raise _contradiction("a name is declared twice")


def _contradiction(what: str) -> SchemaError:
    return SchemaError(
        f"De beschrijving van het model klopt niet: {what}.", f"The model's declaration is not sound: {what}."
    )
