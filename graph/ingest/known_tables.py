"""Tables of formats that are known: their headers say what they are, so they need no mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graph.schema.words import Words, slug

_FUNDER, _RECIPIENT, _PERSON = "fundingOrganization", "recipientOrganization", "recipientIndividual"
_PERSON_LEFT_OUT = Words("wie als mens geld kreeg hoort niet in Wijkweb", "people who received money are kept out")

CONTACT_LEFT_OUT = Words("contactgegevens horen niet in Wijkweb", "contact details are kept out")
"""Why a column of contact details is left out."""

NO_PLACE = Words("hiervoor heeft Wijkweb geen plaats", "Wijkweb has no place for this")
"""Why a column is left out that the model has no property for."""


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A format whose tables are told by their headers.

    Parameters
    ----------
    name
        What it is called.
    told_by
        Headers that it has without exception.
    nodes, relationships
        As in a mapping; what names a column that a table lacks is left away.
    left_out
        Beginnings of headers that are left out, and why.
    """

    name: str
    told_by: frozenset[str]
    nodes: Mapping[str, Mapping[str, Any]]
    relationships: Sequence[Mapping[str, Any]]
    left_out: Mapping[str, Words]


GRANTS = KnownTable(
    "360Giving",
    frozenset((f"{_FUNDER}.name", "amountAwarded")),
    {
        "grant": {
            "kind": "Agreement", "key": "id", "name": "title", "summary": "description",
            "agreement_kind": {"value": "grant"}, "signed_on": "awardDate",
            "amount": {"column": "amountAwarded", "unit": {"column": "currency"}},
        },
        "funder": {"kind": "Organisation", "number": f"{_FUNDER}.id", "name": f"{_FUNDER}.name"},
        "recipient": {"kind": ["Organisation", "Initiative"], "number": f"{_RECIPIENT}.id",
                      "name": f"{_RECIPIENT}.name", "website": f"{_RECIPIENT}.url"},
        "programme": {"kind": "Programme", "name": {"column": "grantProgramme.title", "split": ";"}},
        "area": {"kind": "Area", "level": {"value": "place"},
                 "name": {"column": "beneficiaryLocation.name", "split": ";"}},
    },
    (
        {"type": "SUPPORTS", "from": "funder", "to": "grant", "support": {"value": "funds"}, "number": "id",
         "since": "plannedDates.startDate", "until": "plannedDates.endDate"},
        {"type": "PARTY_TO", "from": "recipient", "to": "grant", "role": {"value": "party"}},
        {"type": "SUPPORTS", "from": "funder", "to": "programme", "support": {"value": "funds"}},
        {"type": "CONCERNS", "from": "grant", "to": "programme"},
        {"type": "CONCERNS", "from": "grant", "to": "area"},
    ),
    {_PERSON: _PERSON_LEFT_OUT, "toIndividualsDetails": _PERSON_LEFT_OUT},
)  # fmt: skip
"""Grants in the 360Giving standard. An organisation is known by its id there, whatever name a grant gives it."""

NETWORK_HEADERS = ("element", "kind", "label", "description", "tags", "website", "connection", "from", "to",
                   "relationship")  # fmt: skip
"""Headers of a network as a table."""
PREFERRED_TIES = ("PARTNERS_WITH", "ACTIVE_IN", "INVOLVED_IN", "PART_OF", "SUPPORTS", "ATTENDED", "ABOUT", "CONCERNS")
"""What a connection may become: the one that it names, else the first that may join its two ends."""
UNSAID_TIES = tuple(type_ for type_ in PREFERRED_TIES if type_ not in ("PARTNERS_WITH", "SUPPORTS"))
"""Of these, what two ends say by themselves. That two work together, or that one pays, is for a source to say."""

_KINDS = {"Initiative": ("summary", "website"), "Organisation": ("summary", "website"), "Programme": ("summary",),
          "Meeting": ("summary",), "Area": ("summary",), "Topic": ("summary",), "Person": ("summary",)}  # fmt: skip
_CELLS = {"summary": "description", "website": "website"}
_TAGGED = ("Initiative", "Organisation", "Meeting")

NETWORK = KnownTable(
    "Kumu, GraphML, GEXF",
    frozenset(NETWORK_HEADERS),
    {
        **{kind.lower(): {"kind": kind, "key": "element", "name": "label", **{name: _CELLS[name] for name in said},
                          "when": {"kind": [kind]}} for kind, said in _KINDS.items()},
        "tag": {"kind": "Topic", "scheme": {"value": "theme"}, "called": {"column": "tags", "split": [";", "|"]}},
        "start": {"kind": list(_KINDS), "number": "from"},
        "end": {"kind": list(_KINDS), "number": "to"},
    },
    (
        *({"type": type_, "from": "start", "to": "end", "when": {"relationship": [type_]}} for type_ in PREFERRED_TIES),
        *({"type": "ABOUT", "from": kind.lower(), "to": "tag"} for kind in _TAGGED),
    ),
    {"connection": Words("zegt wat from, to en relationship zeggen", "says what from, to and relationship say")},
)  # fmt: skip
"""A network that another program drew: elements by their sort, and connections by what may join their ends."""

CALENDAR_HEADERS = ("uid", "name", "date", "venue", "description", "status", "repeats", "version")
"""Headers of a calendar as a table."""

CALENDAR = KnownTable(
    "iCalendar",
    frozenset(CALENDAR_HEADERS),
    {"meeting": {"kind": "Meeting", "key": "uid", "name": "name", "held_on": "date", "venue": "venue",
                 "summary": "description"}},
    (),
    {},
)  # fmt: skip
"""Events of a calendar."""

ORGANISATIONS = KnownTable(
    "HSDS organizations",
    frozenset(("id", "name", "description", "tax_status", "legal_status")),
    {"organisation": {"kind": "Organisation", "key": "id", "name": "name", "aliases": "alternate_name",
                      "summary": "description", "website": "url"}},
    (),
    {"email": CONTACT_LEFT_OUT},
)  # fmt: skip
"""Organisations of Open Referral."""

KNOWN_TABLES = (GRANTS, NETWORK, CALENDAR, ORGANISATIONS)


def known_table(headers: Sequence[str]) -> KnownTable | None:
    """Return the format whose table has such headers; None where it is none that is known."""
    found = frozenset(headers)
    return next((one for one in KNOWN_TABLES if one.told_by <= found), None)


def known_mapping(known: KnownTable, headers: Sequence[str], stem: str) -> dict[str, Any]:
    """Return the mapping of a table of a known format, as a mapping file would say it.

    Parameters
    ----------
    known
        Its format.
    headers
        Headers of the table.
    stem
        Name of the file without its ending: its source.
    """
    there = frozenset(headers)
    nodes = {name: _fitting(spec, there) for name, spec in known.nodes.items()}
    nodes = {name: spec for name, spec in nodes.items() if _columns(spec)}
    ties = [_fitting(spec, there) for spec in known.relationships if {spec["from"], spec["to"]} <= nodes.keys()]
    read = {column for spec in (*nodes.values(), *ties) for column in _columns(spec)}
    return {
        "wijkweb": "mapping",
        "source": {"id": f"source/{slug(stem) or 'x'}", "name": stem[:300]},
        "nodes": nodes,
        "relationships": ties,
        "leave_out": {header: _why(known, header) for header in headers if header and header not in read},
    }


_FIXED = ("kind", "type", "from", "to")


def _fitting(spec: Mapping[str, Any], there: frozenset[str]) -> dict[str, Any]:
    """Return what a node or relationship says, without what names a column that is not there."""
    return {name: value for name, value in spec.items() if name in _FIXED or _named(name, value) <= there}


def _columns(spec: Mapping[str, Any]) -> set[str]:
    return set().union(*(_named(name, value) for name, value in spec.items() if name not in _FIXED))


def _named(name: str, value: object) -> set[str]:
    """Return the columns that a property names."""
    if name == "when" and isinstance(value, Mapping):
        return set(value)
    if not isinstance(value, Mapping):
        return {str(value)}
    unit = value.get("unit")
    columns = {str(value["column"])} if "column" in value else set()
    return columns | ({str(unit["column"])} if isinstance(unit, Mapping) else set())


def _why(known: KnownTable, header: str) -> dict[str, str]:
    return asdict(next((why for start, why in known.left_out.items() if header.startswith(start)), NO_PLACE))
