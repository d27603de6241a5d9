"""Makes things and relationships of the tables of Open Referral (HSDS).

A service is an initiative that its organisation makes possible; where both bear one name they are one initiative. A
programme is a programme. A service works where its service areas are, and in the towns of its locations. Terms of
taxonomies are topics. Telephones, e-mail and contact persons are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.ingest.cells import read_cell
from graph.ingest.given_graphs import GivenGraph, GivenThing, GivenTie
from graph.ingest.hsds_files import HsdsRow, HsdsTables, read_hsds
from graph.ingest.known_tables import CONTACT_LEFT_OUT, NO_PLACE
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.linked_terms import THING, id_of
from graph.schema.model import KINDS_BY_NAME, VOCABULARIES_BY_NAME
from graph.schema.values import Value
from graph.schema.words import Words, normalise

_CONTACT_TABLES = ("contacts", "phones")
_CONTACT_COLUMNS = ("email", "phone", "fax", "address_1", "address_2", "attention", "postal_code")
_READ: Mapping[str, tuple[str, ...]] = {
    "organizations": ("id", "name", "alternate_name", "description", "website", "url", "uri", "legal_status",
                      "year_incorporated", "parent_organization_id"),
    "services": ("id", "organization_id", "program_id", "name", "alternate_name", "description", "url"),
    "programs": ("id", "organization_id", "name", "alternate_name", "description"),
    "service_areas": ("id", "service_id", "name", "service_area", "uri"),
    "service_at_locations": ("id", "service_id", "location_id"),
    "locations": ("id",),
    "addresses": ("id", "location_id", "city"),
    "organization_identifiers": ("id", "organization_id", "identifier_scheme", "identifier_type", "identifier"),
    "taxonomies": ("id", "name"),
    "taxonomy_terms": ("id", "code", "name", "term", "description", "parent_id", "taxonomy", "taxonomy_id"),
    "attributes": ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value"),
    "service_taxonomies": ("id", "service_id", "taxonomy_id", "taxonomy_detail"),
    "service_attributes": ("id", "service_id", "taxonomy_term_id", "taxonomy_id"),
}  # fmt: skip
_LINKS = {"about": "ABOUT", "eligibility": "SERVES", "offers": "OFFERS", "needs": "NEEDS"}
_NUMBERS = {"nl-kvk": "kvk_number", "kvk": "kvk_number", "company": "kvk_number", "rsin": "rsin", "nl-rsin": "rsin",
            "charity": "charity_number", "gb-chc": "charity_number"}  # fmt: skip


def hsds_graph(path: Path) -> GivenGraph:
    """Return what a directory of services says.

    Parameters
    ----------
    path
        One for which `graph.ingest.hsds_files.is_hsds` holds.

    Raises
    ------
    FileError
        As for `graph.ingest.hsds_files.read_hsds`.
    """
    tables = read_hsds(path)
    maker = _Maker(tables)
    things, ties = maker.things(), maker.ties()
    headers = tuple(f"{table}.{column}" for table, columns in tables.columns.items() for column in columns)
    left_out = {header: why for header in headers if (why := _why_left_out(*header.split(".", 1)))}
    return GivenGraph(Level.PUBLIC, things, ties, _read, is_export=False, headers=headers, left_out=left_out,
                      digest=tables.digest,
                      name=path.resolve().parent.name if path.suffix.lower() == ".csv" else "")  # fmt: skip


def _why_left_out(table: str, column: str) -> Words | None:
    if column in _READ.get(table, ()):
        return None
    return CONTACT_LEFT_OUT if table in _CONTACT_TABLES or column in _CONTACT_COLUMNS else NO_PLACE


def _read(property_: Property, value: Any) -> Value:
    return str(value) if property_.type is ValueType.REFERENCE else read_cell(property_, value)


class _Maker:
    """Makes things of rows. Numbers of rows become the ids of Wijkweb where the tables came from there."""

    def __init__(self, tables: HsdsTables) -> None:
        self._tables = tables
        self._organizations = {row["id"]: row for row in self._rows("organizations") if "id" in row}
        self._refs = {row["id"]: _own_id(row) or row["id"] for table in ("organizations", "taxonomy_terms")
                      for row in self._rows(table) if "id" in row}  # fmt: skip
        self._kinds: dict[str, str] = {}
        self._areas: dict[str, GivenThing] = {}
        self._one_with = self._services_that_are_their_organisation()

    def _rows(self, table: str) -> Sequence[HsdsRow]:
        return self._tables.rows.get(table, ())

    def _services_that_are_their_organisation(self) -> dict[str, str]:
        """Return the organisation of each service that bears its name: to people the two are one."""
        found = {}
        for row in self._rows("services"):
            owner = self._organizations.get(row.get("organization_id", ""))
            if owner is not None and normalise(owner.get("name", "")) == normalise(row.get("name", "")):
                found[row.get("id", "")] = owner["id"]
        return found

    # -------------------------------------------------------------------------------------------- things

    def things(self) -> list[GivenThing]:
        """Return all things, each once."""
        found = [*self._owners(), *self._services(), *self._programs(), *self._topics()]
        self._add_areas()
        unique = {one.id: one for one in (*found, *self._areas.values())}
        return list(unique.values())

    def _owners(self) -> Iterator[GivenThing]:
        merged = {owner: service for service, owner in self._one_with.items()}
        services = {row.get("id", ""): row for row in self._rows("services")}
        for row in self._organizations.values():
            own = _own_id(row)
            kind = _kind_of(own) or ("Initiative" if row["id"] in merged else "Organisation")
            values = _described({**services.get(merged.get(row["id"], ""), {}), **row}) | self._numbers(row["id"])
            if kind == "Initiative":
                values |= {"started_on": row["year_incorporated"]} if "year_incorporated" in row else {}
                values |= {"legal_form": row["legal_status"]} if _is_legal_form(row.get("legal_status", "")) else {}
            yield self._thing(row["id"], kind, values, own)

    def _services(self) -> Iterator[GivenThing]:
        for row in self._rows("services"):
            if "id" in row and row["id"] not in self._one_with:
                yield self._thing(row["id"], "Initiative", _described(row), None)

    def _programs(self) -> Iterator[GivenThing]:
        for row in self._rows("programs"):
            if "id" in row:
                yield self._thing(row["id"], "Programme", _described(row, site=False), None)

    def _topics(self) -> Iterator[GivenThing]:
        schemes = {row.get("id", ""): row.get("name", "") for row in self._rows("taxonomies")}
        known = [term.code for term in VOCABULARIES_BY_NAME["TopicScheme"].terms]
        for row in self._rows("taxonomy_terms"):
            if "id" in row:
                scheme = schemes.get(row.get("taxonomy_id", ""), "") or row.get("taxonomy", "")
                values: dict[str, Any] = {"name": row.get("name") or row.get("term", "")}
                values |= {"scheme": scheme if scheme in known else "theme"}
                values |= {"summary": row["description"]} if "description" in row else {}
                values |= {"broader": self._refs[row["parent_id"]]} if row.get("parent_id") in self._refs else {}
                yield self._thing(row["id"], "Topic", values, _own_id(row))

    def _thing(self, number: str, kind: str, values: Mapping[str, Any], own: str | None) -> GivenThing:
        self._kinds[own or number] = kind
        return GivenThing(own or number, kind, {name: one for name, one in values.items() if one}, is_ours=bool(own))

    def _numbers(self, organization: str) -> dict[str, str]:
        found = {}
        for row in self._rows("organization_identifiers"):
            if row.get("organization_id") == organization:
                sorts = (row.get("identifier_scheme", "").lower(), row.get("identifier_type", "").lower())
                name = next((_NUMBERS[sort] for sort in sorts if sort in _NUMBERS), None)
                if name is not None and "identifier" in row:
                    found[name] = row["identifier"]
        return found

    def _add_areas(self) -> None:
        for row in self._rows("service_areas"):
            name = row.get("name") or row.get("service_area", "")
            self._area(name, _own_id(row))
        for row in self._rows("addresses"):
            self._area(row.get("city", ""), None)

    def _area(self, name: str, own: str | None) -> str | None:
        """Return how an area is referred to, by its name; it is noted where it is new."""
        if not name:
            return None
        known = self._areas.get(normalise(name))
        if known is None:
            values = {"name": name} if own else {"aliases": [name], "level": "place"}
            known = GivenThing(own or f"area:{normalise(name)}", "Area", values, is_ours=own is not None)
            self._areas[normalise(name)] = known
            self._kinds[known.id] = "Area"
        return known.id

    # -------------------------------------------------------------------------------------------- relationships

    def ties(self) -> list[GivenTie]:
        """Return all relationships between things that there are, each once."""
        found = [*self._of_owners(), *self._of_places(), *self._of_topics()]
        return list({(one.type, one.start, one.end): one for one in found if self._is_between(one)}.values())

    def _is_between(self, tie: GivenTie) -> bool:
        return tie.start in self._kinds and tie.end in self._kinds and tie.start != tie.end

    def _of_owners(self) -> Iterator[GivenTie]:
        for row in self._organizations.values():
            yield GivenTie("PART_OF", self._ref(row["id"]), self._ref(row.get("parent_organization_id", "")), {})
        for table in ("services", "programs"):
            for row in self._rows(table):
                owner, this = self._ref(row.get("organization_id", "")), self._ref(row.get("id", ""))
                if self._kinds.get(owner) == "Organisation":
                    yield GivenTie("SUPPORTS", owner, this, {"support": "facilitates"})
                if table == "services":
                    yield GivenTie("PART_OF", this, self._ref(row.get("program_id", "")), {})

    def _of_places(self) -> Iterator[GivenTie]:
        for row in self._rows("service_areas"):
            name = row.get("name") or row.get("service_area", "")
            yield GivenTie("ACTIVE_IN", self._ref(row.get("service_id", "")), self._area(name, None) or "", {})
        cities: dict[str, list[str]] = {}
        for row in self._rows("addresses"):
            cities.setdefault(row.get("location_id", ""), []).append(row.get("city", ""))
        for row in self._rows("service_at_locations"):
            for city in cities.get(row.get("location_id", ""), ()):
                yield GivenTie("ACTIVE_IN", self._ref(row.get("service_id", "")), self._area(city, None) or "", {})

    def _of_topics(self) -> Iterator[GivenTie]:
        for row in self._rows("attributes"):
            type_ = _LINKS.get(row.get("link_type", "").lower(), "ABOUT")
            yield GivenTie(type_, self._ref(row.get("link_id", "")), self._ref(row.get("taxonomy_term_id", "")), {})
        for table in ("service_taxonomies", "service_attributes"):
            for row in self._rows(table):
                term = row.get("taxonomy_term_id") or row.get("taxonomy_id", "")
                yield GivenTie("ABOUT", self._ref(row.get("service_id", "")), self._ref(term), {})

    def _ref(self, number: str) -> str:
        number = self._one_with.get(number, number)
        return self._refs.get(number, number)


def _described(row: HsdsRow, *, site: bool = True) -> dict[str, Any]:
    """Return what an organisation, service or programme says of itself."""
    values = {
        "name": row.get("name", ""),
        "aliases": row.get("alternate_name", ""),
        "summary": row.get("description", ""),
    }
    return values | ({"website": row.get("website") or row.get("url", "")} if site else {})


def _is_legal_form(text: str) -> bool:
    terms = VOCABULARIES_BY_NAME["LegalForm"].terms
    return normalise(text) in {normalise(word) for one in terms for word in (one.code, one.words.nl, one.words.en)}


def _own_id(row: HsdsRow) -> str | None:
    """Return the id that a row had in Wijkweb, if it came from there."""
    uri, code = row.get("uri", ""), row.get("code", "")
    if uri.startswith(THING) and _kind_of(id_of(uri)):
        return id_of(uri)
    return code if code.startswith("topic/") else None


def _kind_of(id_: str | None) -> str | None:
    prefix = (id_ or "").partition("/")[0]
    return next((kind for kind in KINDS_BY_NAME if kind.lower() == prefix), None)
