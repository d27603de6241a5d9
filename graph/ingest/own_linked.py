"""Reads JSON-LD and Turtle that Wijkweb wrote: resources with our terms, whose claims say who may see what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from graph.errors import FileError
from graph.ingest.given_graphs import GivenGraph, GivenThing, GivenTie, typed
from graph.ingest.limits import MOST_LINKED_BYTES
from graph.ingest.rows import check_readable
from graph.schema.declaration import Level
from graph.schema.linked_terms import PREFIXES, TERM, id_of, terms
from graph.schema.model import (
    KINDS_BY_NAME,
    RELATIONSHIPS_BY_NAME,
    properties_of_kind,
    properties_of_relationship,
)

_TYPE = PREFIXES["rdf"] + "type"
_EXPORT, _CLAIM, _TIE = TERM + "Export", TERM + "Claim", TERM + "Relationship"

Triple = tuple[str, str, str]
"""Subject, predicate and object, each as text."""


@dataclass(slots=True)
class _Resource:
    """What is said of one subject: its types, and its values by predicate."""

    types: set[str] = field(default_factory=set)
    values: dict[str, list[str]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """Return the one value of a term of ours, empty where there is none."""
        return next(iter(self.values.get(terms()[name].iri, [])), "")


def read_jsonld(path: Path) -> GivenGraph:
    """Return what a JSON-LD file holds that Wijkweb wrote.

    Raises
    ------
    FileError
        It is no JSON-LD of ours, or too large.

    Notes
    -----
    The names of its own context are read, and nothing is fetched; JSON-LD of other programs is not taken.
    """
    check_readable(path, MOST_LINKED_BYTES)
    try:
        document = orjson.loads(path.read_bytes())
        resources = document["@graph"]
        triples = list(_json_triples(resources))
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _not_ours(path) from error
    return _graph(path, triples)


def read_turtle(path: Path) -> GivenGraph:
    """Return what a Turtle file holds that Wijkweb wrote.

    Raises
    ------
    FileError
        rdflib is not installed; or the file is no Turtle of ours, or too large.

    Notes
    -----
    About ten seconds for 10 MB. Nothing is fetched.
    """
    check_readable(path, MOST_LINKED_BYTES)
    try:
        import rdflib  # noqa: PLC0415 - optional, and few need it
    except ImportError as error:
        raise FileError(
            f"{path.name}: voor Turtle is rdflib nodig. Installeer het met: pip install 'wijkweb[rdf]'.",
            f"{path.name}: Turtle needs rdflib. Install it with: pip install 'wijkweb[rdf]'.",
            concerning=path,
        ) from error
    try:
        parsed = rdflib.Graph().parse(data=path.read_bytes(), format="turtle")
    except Exception as error:  # the parser passes on whatever it meets
        raise _not_ours(path) from error
    return _graph(path, sorted((str(one), str(name), str(value)) for one, name, value in parsed))


def _json_triples(resources: Iterable[Mapping[str, Any]]) -> Iterator[Triple]:
    for resource in resources:
        subject = str(resource["@id"])
        for type_ in _listed(resource.get("@type", [])):
            yield subject, _TYPE, str(type_)
        for name, given in resource.items():
            term = terms().get(name)
            if term is not None and not term.reversed:
                for one in _listed(given):
                    value = one.get("@id", one.get("@value", "")) if isinstance(one, dict) else one
                    yield subject, term.iri, str(value)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


# ------------------------------------------------------------------------------------------------------ resources


def _graph(path: Path, triples: Iterable[Triple]) -> GivenGraph:
    resources: dict[str, _Resource] = {}
    for subject, predicate, value in triples:
        one = resources.setdefault(subject, _Resource())
        if predicate == _TYPE:
            one.types.add(value)
        else:
            one.values.setdefault(predicate, []).append(value)
    export = next((one for one in resources.values() if _EXPORT in one.types), None)
    if export is None or export.one("claim_level") not in tuple(Level):
        raise _not_ours(path)
    levels = _levels(resources.values())
    things = [thing for iri, one in resources.items() if (thing := _thing(iri, one, levels)) is not None]
    ties = [_tie(iri, one, levels) for iri, one in resources.items() if _TIE in one.types]
    return GivenGraph(Level(export.one("claim_level")), things, ties, typed)


Levels = dict[tuple[str, str], Level]


def _levels(resources: Iterable[_Resource]) -> Levels:
    """Return who may see each value that counts: everybody where one claim of it is public."""
    found: Levels = {}
    for one in resources:
        if _CLAIM in one.types and one.one("counts") == "true":
            key = (one.one("subject"), one.one("predicate"))
            if found.get(key) is not Level.PUBLIC:
                found[key] = Level.PUBLIC if one.one("claim_level") == Level.PUBLIC else Level.INTERNAL
    return found


def _thing(iri: str, one: _Resource, levels: Levels) -> GivenThing | None:
    kind = next((name for name in KINDS_BY_NAME if TERM + name in one.types), None)
    if kind is None or _CLAIM in one.types:
        return None
    values, known = _values(iri, one, _names_of_kind(kind), levels)
    return GivenThing(id_of(iri), kind, values, known)


def _tie(iri: str, one: _Resource, levels: Levels) -> GivenTie:
    type_ = one.one("predicate").removeprefix(TERM)
    names = _names_of_type(type_) if type_ in RELATIONSHIPS_BY_NAME else {}
    values, known = _values(iri, one, names, levels)
    return GivenTie(type_, id_of(one.one("subject")), id_of(one.one("object")), values, known)


def _values(
    iri: str, one: _Resource, names: Mapping[str, str], levels: Levels
) -> tuple[dict[str, list[str]], dict[str, Level]]:
    found = {names[predicate]: [id_of(value) for value in given] for predicate, given in one.values.items()
             if predicate in names}  # fmt: skip
    by_claims = {name: levels.get((iri, predicate)) or levels.get((iri, TERM + name))
                 for predicate, name in names.items() if name in found}  # fmt: skip
    return found, {name: level for name, level in by_claims.items() if level is not None}


@cache
def _names_of_kind(kind: str) -> Mapping[str, str]:
    """Return the properties of a kind by the address of their term; within one kind no two share one."""
    return {terms()[name].iri: name for name in properties_of_kind(kind) if name in terms()}


@cache
def _names_of_type(type_: str) -> Mapping[str, str]:
    return {terms()[name].iri: name for name in properties_of_relationship(type_) if name in terms()}


def _not_ours(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen export van Wijkweb, of is beschadigd. Schrijf de export opnieuw weg.",
        f"{path.name} is no export of Wijkweb, or is damaged. Write the export again.",
        concerning=path,
    )
