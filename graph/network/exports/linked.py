"""The graph as linked data: resources with terms and values, which JSON-LD and Turtle write down alike.

A node and a relationship are resources, and so is every claim: an entity of PROV with the source it was taken from,
said about a subject, predicate and object as RDF has them. Relationships also stand as one plain statement, for
readers who look no further.

Source
------
W3C, PROV-O, https://www.w3.org/TR/prov-o/; RDF Schema 1.1, section 5.3 (reification).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import orjson

from graph.network.exports.things import iter_nodes, iter_ties
from graph.schema.declaration import Property, ValueType
from graph.schema.linked_terms import PREFIXES, TERM, THING, iri_of, terms
from graph.schema.model import KINDS_BY_NAME, node_properties, relationship_properties
from graph.schema.values import PartialDate, Value
from graph.store.answers import Statement
from graph.store.base import View

_XSD = PREFIXES["xsd"]
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


class Link(NamedTuple):
    """A value that is another resource."""

    iri: str


class Literal(NamedTuple):
    """A value that is text, with the type or language that it has."""

    text: str
    datatype: str = ""
    language: str = ""


@dataclass(slots=True)
class Resource:
    """A thing with what is said of it.

    Parameters
    ----------
    iri
        What it is known by.
    types
        Classes, ours and public ones.
    values
        Pairs of a name in `terms` and a value, in order.
    """

    iri: str
    types: tuple[str, ...]
    values: list[tuple[str, Link | Literal]] = field(default_factory=list)


def iter_resources(view: View) -> Iterator[Resource]:
    """Yield nodes and then relationships, each followed by its claims; in order of id. First, for whom all of it is."""
    yield Resource(f"{THING}export", (TERM + "Export",), [("claim_level", Literal(view.viewer.level.value))])
    for node, said in iter_nodes(view):
        kind = KINDS_BY_NAME[node.kind]
        made = Resource(iri_of(node.id), tuple(dict.fromkeys(one for one in (TERM + kind.name, kind.iri) if one)))
        made.values = _values(node.reading.values)
        made.values += [("former_id", Literal(id_)) for id_ in node.former_ids]
        yield made
        yield from _claims(made, said, None)
    for tie, said in iter_ties(view):
        start, end = Link(iri_of(tie.start)), Link(iri_of(tie.end))
        yield Resource(start.iri, (), [(tie.type, end)])
        made = Resource(iri_of(tie.id), (TERM + "Relationship", PREFIXES["rdf"] + "Statement"))
        predicate = ("predicate", Link(TERM + tie.type))
        made.values = [("subject", start), predicate, ("object", end), *_values(tie.reading.values)]
        yield made
        yield from _claims(made, said, tie.type)


def _values(values: Mapping[str, Value | tuple[Value, ...]]) -> list[tuple[str, Link | Literal]]:
    found: list[tuple[str, Link | Literal]] = []
    for name, value in sorted(values.items()):
        property_ = node_properties().get(name) or relationship_properties().get(name)
        if property_ is not None and name in terms():
            found += [(name, _value(property_, one)) for one in (value if isinstance(value, tuple) else (value,))]
    return found


def _value(property_: Property, value: Value, language: str | None = None) -> Link | Literal:
    if property_.type is ValueType.REFERENCE:
        return Link(iri_of(str(value)))
    if isinstance(value, bool):
        return Literal("true" if value else "false", _XSD + "boolean")
    if isinstance(value, int):
        return Literal(str(value), _XSD + "integer")
    if isinstance(value, float):
        return Literal(repr(value), _XSD + "double")
    if property_.type is ValueType.DATE:
        return _date(value)
    return Literal(value, language=_language(language))


def _date(stored: str) -> Literal:
    """Return a date with the type that says how precise it is; one that is a season is text."""
    date = PartialDate.parse(stored)
    return Literal(stored) if date.qualifier else Literal(stored, _XSD + _DATES[len(date.value)])


def _language(language: str | None) -> str:
    return language if language and re.fullmatch("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", language) else ""


def _claims(of: Resource, said: list[Statement], type_: str | None) -> Iterator[Resource]:
    """Yield a resource for each claim, known by a hash of what it says, so that the same claim is the same anywhere."""
    for one in said:
        claim = one.claim
        digest = hashlib.sha256(orjson.dumps([*claim])).hexdigest()[:32]
        made = Resource(f"{THING}claim:{digest}", (TERM + "Claim", PREFIXES["prov"] + "Entity"))
        property_ = node_properties().get(claim.property) or relationship_properties().get(claim.property)
        predicate = TERM + claim.property
        if claim.property in terms() and type_ is None:
            predicate = terms()[claim.property].iri
        made.values = [("subject", Link(of.iri)), ("predicate", Link(predicate))]
        if claim.value is not None and property_ is not None:
            made.values.append(("object", _value(property_, claim.value, claim.language)))
        made.values.append(("source", Link(iri_of(claim.source))))
        made.values += [("stated_on", _date(claim.stated_on))] if claim.stated_on else []
        made.values += [("claim_level", Literal(claim.level.value)), ("modality", Literal(one.modality.value))]
        made.values += [(name, Literal("true", _XSD + "boolean")) for name in _flags(one)]
        made.values += [("place", Literal(place)) for place in one.places]
        yield made


def _flags(one: Statement) -> list[str]:
    return [name for name, holds in (("counts", one.counts), ("denied", one.claim.denied)) if holds]
