"""The model in the words of linked data: which public or own term each kind, property and relationship is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote

from graph.schema.declaration import ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, node_properties, relationship_properties

THING = "urn:wijkweb:"
"""Stands before the id of a thing. It is no web address: nothing is fetched from it."""
TERM = "urn:wijkweb:term:"
"""Stands before a term of ours that no public vocabulary has."""

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wijkweb": TERM,
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_REVERSED = ("ATTENDED", "WROTE")  # the public term runs from the meeting to who attended, from the work to its author
_ABOUT_CLAIMS = {
    "subject": PREFIXES["rdf"] + "subject",
    "predicate": PREFIXES["rdf"] + "predicate",
    "object": PREFIXES["rdf"] + "object",
    "source": PREFIXES["prov"] + "hadPrimarySource",
    "stated_on": PREFIXES["dcterms"] + "date",
    "place": PREFIXES["dcterms"] + "bibliographicCitation",
    "claim_level": TERM + "claim_level",
    "modality": TERM + "modality",
    "counts": TERM + "counts",
    "denied": TERM + "denied",
    "former_id": PREFIXES["dcterms"] + "identifier",
}


class Term(NamedTuple):
    """What a word of ours is in public: an address, and whether it runs the other way; whether its values are links."""

    iri: str
    reversed: bool = False
    links: bool = False


@cache
def terms() -> Mapping[str, Term]:
    """Return every term by the name under which it is written; derived from the declared model."""
    found = {name: Term(iri, links=name in ("subject", "predicate", "source")) for name, iri in _ABOUT_CLAIMS.items()}
    for name, property_ in {**relationship_properties(), **node_properties()}.items():
        if name not in ("kind", "exists"):
            found[name] = Term(property_.iri or TERM + name, links=property_.type is ValueType.REFERENCE)
    for name, type_ in RELATIONSHIPS_BY_NAME.items():
        found[name] = Term(type_.iri or TERM + name, reversed=name in _REVERSED, links=True)
    return MappingProxyType(found)


def iri_of(id_: str) -> str:
    """Return the IRI of a thing, from which its id can be read."""
    return THING + quote(id_, safe="/:@!$'*,;=~-._")


def id_of(iri: str) -> str:
    """Return the id of a thing by its IRI; the IRI itself where it is none of ours.

    Examples
    --------
    >>> id_of(iri_of("initiative/de kas"))
    'initiative/de kas'
    """
    return unquote(iri.removeprefix(THING)) if iri.startswith(THING) else iri
