"""The graph for directories of services: tables of the Human Services Data Specification (Open Referral).

An organisation is an ``organization``. An initiative is both the organization that residents set up and the
``service`` that it is to others. What the specification asks and nobody knows is left empty.

Source
------
Open Referral, Human Services Data Specification 3.1, https://docs.openreferral.org/, tabular form.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping

from graph.network.exports.cells import csv_row
from graph.network.exports.things import iter_bare, node_ids, tie_ids
from graph.network.exports.zipping import zipped
from graph.store.answers import Node
from graph.store.base import View

Row = dict[str, str]

TABLES: Mapping[str, tuple[str, ...]] = {
    "organizations": ("id", "name", "alternate_name", "description", "website", "year_incorporated", "legal_status",
                      "uri", "parent_organization_id"),
    "programs": ("id", "organization_id", "name", "alternate_name", "description"),
    "services": ("id", "organization_id", "name", "alternate_name", "description", "url", "status"),
    "service_areas": ("id", "service_id", "name", "extent", "extent_type", "uri"),
    "organization_identifiers": ("id", "organization_id", "identifier_scheme", "identifier_type", "identifier"),
    "taxonomies": ("id", "name", "description"),
    "taxonomy_terms": ("id", "code", "name", "description", "parent_id", "taxonomy", "taxonomy_id"),
    "attributes": ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity"),
}  # fmt: skip
"""Tables that are written, with their columns in the order of the specification."""

_SPACE = uuid.UUID("6f1d2c58-3a0e-5c0b-9d5e-0f0a3b7c1e42")  # ours: identifiers are made of ids, the same each time
_STATUS = {"idea": "inactive", "starting": "inactive", "running": "active", "rooted": "active", "ended": "defunct"}
_SCHEMES = {"kvk_number": ("NL-KVK", "company"), "rsin": ("", "rsin"), "charity_number": ("", "charity")}
_LINKS = {"ABOUT": "about", "SERVES": "eligibility", "OFFERS": "offers", "NEEDS": "needs"}


def export_hsds(view: View) -> Iterator[bytes]:
    """Yield a zip of tables as CSV, with commas.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Notes
    -----
    All tables are in memory: they hold organisations, not claims.
    """
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    places: dict[str, Node] = {}
    kinds: dict[str, str] = {}
    every = node_ids(view)
    wanted = [id_ for kind in ("Initiative", "Organisation", "Area", "Topic") for id_ in every.get(kind, [])]
    for node in iter_bare(wanted, view.nodes):
        kinds[node.id] = node.kind
        if node.kind == "Area":
            places[node.id] = node
        elif node.kind == "Topic":
            _add_topic(tables, node)
        elif node.named:  # the specification knows nothing without a name
            _add_organization(tables, node)
    _add_ties(tables, view, places, kinds)
    return zipped((f"{name}.csv", _csv(name, rows)) for name, rows in tables.items())


def _csv(name: str, rows: Iterable[Row]) -> Iterator[bytes]:
    yield csv_row(TABLES[name], ",")
    for row in sorted(rows, key=lambda row: row["id"]):
        yield csv_row((row.get(column, "") for column in TABLES[name]), ",")


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_SPACE, "\n".join(parts)))


def _text(node: Node, name: str) -> str:
    value = node.value(name)
    return "" if value is None else str(value)


def _add_organization(tables: dict[str, list[Row]], node: Node) -> None:
    shared = {"name": node.name, "description": _text(node, "summary")}
    shared["alternate_name"] = next((str(one) for one in node.list_of("aliases")), "")
    organization = {"id": _id(node.id), **shared, "website": _text(node, "website"), "uri": f"urn:wijkweb:{node.id}"}
    organization |= {"legal_status": _text(node, "legal_form"), "year_incorporated": _text(node, "started_on")[:4]}
    tables["organizations"].append(organization)
    if node.kind == "Initiative":
        service = {"id": _id("service", node.id), "organization_id": _id(node.id), **shared}
        service |= {"url": _text(node, "website"), "status": _STATUS.get(_text(node, "phase"), "")}
        tables["services"].append(service)
    for name, (scheme, type_) in _SCHEMES.items():
        if number := _text(node, name):
            row = {"id": _id(name, node.id), "organization_id": _id(node.id), "identifier_scheme": scheme}
            tables["organization_identifiers"].append({**row, "identifier_type": type_, "identifier": number})


def _add_topic(tables: dict[str, list[Row]], node: Node) -> None:
    scheme = _text(node, "scheme")
    term = {"id": _id(node.id), "code": node.id, "name": node.name, "description": _text(node, "summary")}
    broader = _text(node, "broader")
    tables["taxonomy_terms"].append({**term, "parent_id": _id(broader) if broader else "", "taxonomy": scheme,
                                     "taxonomy_id": _id("taxonomy", scheme) if scheme else ""})  # fmt: skip
    taxonomy = {"id": _id("taxonomy", scheme), "name": scheme}
    if scheme and taxonomy not in tables["taxonomies"]:
        tables["taxonomies"].append(taxonomy)


def _add_ties(tables: dict[str, list[Row]], view: View, places: Mapping[str, Node], kinds: Mapping[str, str]) -> None:
    organizations = {row["id"]: row for row in tables["organizations"]}
    ties = tie_ids(view)
    wanted = [id_ for type_ in ("ACTIVE_IN", "PART_OF", *_LINKS) for id_ in ties.get(type_, [])]
    for tie in iter_bare(wanted, view.relationships_by_id):
        owner = _id(tie.start)
        if owner not in organizations:
            continue
        is_service = kinds[tie.start] == "Initiative"
        if tie.type == "PART_OF" and _id(tie.end) in organizations:
            organizations[owner]["parent_organization_id"] = _id(tie.end)
        elif tie.type == "ACTIVE_IN" and is_service and tie.end in places:
            tables["service_areas"].append(_service_area(tie.id, tie.start, places[tie.end]))
        elif tie.type in _LINKS:
            entity = ("service", _id("service", tie.start)) if is_service else ("organization", owner)
            tables["attributes"].append({"id": _id(tie.id), "link_id": entity[1], "taxonomy_term_id": _id(tie.end),
                                         "link_type": _LINKS[tie.type], "link_entity": entity[0]})  # fmt: skip


def _service_area(tie: str, service: str, place: Node) -> Row:
    row = {"id": _id(tie), "service_id": _id("service", service), "name": place.name, "uri": f"urn:wijkweb:{place.id}"}
    boundary = _text(place, "boundary")
    return row | ({"extent": boundary, "extent_type": "geojson"} if boundary else {})
