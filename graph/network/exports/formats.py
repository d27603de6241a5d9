"""The formats of exports by name. It imports nothing of what makes them, so that ``wijkweb --help`` stays quick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.schema.words import Words


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a graph can be written in.

    Parameters
    ----------
    name
        As the command and the address name it.
    ending
        Of the file's name, without the dot.
    media_type
        As HTTP names it.
    words
        Who reads it, in a few words.
    """

    name: str
    ending: str
    media_type: str
    words: Words


_ZIP = "application/zip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TEXT = "; charset=utf-8"

_ALL = (
    Format("json", "json", "application/json", Words("alles, voor programma’s", "all of it, for programs")),
    Format("csv", "csv", "text/csv" + _TEXT, Words("elke uitspraak een rij", "a row for each statement")),
    Format("csv-bundle", "zip", _ZIP, Words("tabellen die Wijkweb weer inleest", "tables that Wijkweb loads again")),
    Format("xlsx", "xlsx", _XLSX, Words("Excel en LibreOffice", "Excel and LibreOffice")),
    Format("kumu", "json", "application/json", Words("Kumu", "Kumu")),
    Format("graphml", "graphml", "application/graphml+xml", Words("yEd, Cytoscape", "yEd, Cytoscape")),
    Format("gexf", "gexf", "application/gexf+xml", Words("Gephi", "Gephi")),
    Format("jsonld", "jsonld", "application/ld+json", Words("gekoppelde gegevens, als JSON", "linked data, as JSON")),
    Format("turtle", "ttl", "text/turtle" + _TEXT, Words("gekoppelde gegevens (RDF)", "linked data (RDF)")),
    Format("cypher", "cypher", "text/plain" + _TEXT, Words("Neo4j", "Neo4j")),
    Format("hsds", "zip", _ZIP, Words("sociale kaarten (Open Referral)", "directories of services (Open Referral)")),
    Format("360giving", "json", "application/json", Words("subsidies, als die er zijn", "grants, where there are any")),
)  # fmt: skip

FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})
"""Every format by name, in the order in which people are shown them."""
