"""Writes proposals as a document that a person corrects and loads: until then nothing of it is known to the graph.

Pure: proposals in, text out. The form is that of ``docs/document-format.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from graph.reports.bonds import capability_words
from graph.reports.gazetteer import load_gazetteer
from graph.reports.private_names import names_somebody
from graph.reports.proposals import AreaFound, Body, MeetingFound, Named, OutcomeFound, Person, Proposal, Proposals
from graph.reports.tokens import fold
from graph.schema.words import slug

_HEAD = """# Voorgesteld door `wijkweb report`; door niemand bekeken, en dus nog niets wat vaststaat.
# Verbeter wat niet klopt, haal weg wat niet hoort, en lees het dan in: wijkweb load {file}
# Achter elk onderdeel: hoe zeker het is (0 tot 1) en de zin waarop het steunt. `at` is het nummer van {unit}.
"""
_UNITS = {"line": "de regel", "paragraph": "de alinea", "page": "de bladzijde"}
_LOOSE = 0.5
"""Below this certainty an entry stands there behind a mark, for a person to judge first."""


@dataclass(frozen=True, slots=True)
class ReportSource:
    """The report as a source.

    Parameters
    ----------
    name
        Its title.
    stem
        Name of its file without ending, from which its id is made.
    published_on
        When it appeared; the date of its first meeting unless given.
    """

    name: str
    stem: str
    published_on: str = ""


@dataclass(slots=True)
class _Draft:
    """The sections of a document, and the key of each name in it."""

    sections: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    grounds: dict[str, Proposal] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def add(self, section: str, wish: str, entry: Mapping[str, Any], ground: Proposal, *, key: str = "") -> str:
        """Add an entry under its own key, else one that no other has, and return the key."""
        base = key or slug(wish) or section
        key, number = base, 1
        while key in self.grounds or key == "source":
            number += 1
            key = f"{base}-{number}"
        shown = {name: value for name, value in entry.items() if value not in ("", [], None)}
        self.sections.setdefault(section, {})[key] = shown | {"at": ground.where.found.number}
        self.grounds[key] = ground
        return key

    def name(self, key: str, names: Iterable[str]) -> None:
        for name in names:
            self.keys.setdefault(fold(name), key)

    def find(self, name: str) -> str | None:
        return self.keys.get(fold(name))


def draft_document(proposals: Proposals, source: ReportSource) -> dict[str, Any]:
    """Return a document of accepted proposals, as plain values.

    Parameters
    ----------
    proposals
        What is accepted; take away what is not.
    source
        The report that they come from.

    Notes
    -----
    Names of people are internal unless the report gives a public role, and so is a passage that names somebody else;
    keys of people hold no name. Linear in the number of proposals.
    """
    document, _ = _drafted(proposals, source)
    return document


def write_document(proposals: Proposals, source: ReportSource, *, file: str = "verslag.yaml") -> str:
    """Return a document of proposals as YAML, with the certainty and the passage beside each entry.

    Parameters
    ----------
    proposals, source
        As for `draft_document`.
    file
        What the document will be called, for the line that says how to load it.

    Notes
    -----
    ``wijkweb load`` takes it as it is.
    """
    document, draft = _drafted(proposals, source)
    parts = [_HEAD.format(file=file, unit=_UNITS[proposals.unit]), *_head_lines(document)]
    for section, entries in draft.sections.items():
        parts.append(f"\n{section}:\n")
        for key, entry in entries.items():
            ground = draft.grounds[key]
            mark = "  # ? twijfel:" if ground.certainty < _LOOSE else "  #"
            passage = " ".join(ground.where.passage.split())
            parts.append(f"{mark} {ground.certainty:.2f} – {passage[:200]}\n  {key}: {_flow(entry)}\n")
    return "".join(parts)


def _head_lines(document: Mapping[str, Any]) -> Iterator[str]:
    for name in ("wijkweb", "source", "unit", "level"):
        yield f"{name}: {_flow(document[name])}\n"


def _flow(value: Any) -> str:
    """Return a value as YAML on one line."""
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=1_000_000, sort_keys=False)
    return text.removesuffix("...\n").strip()


def _drafted(proposals: Proposals, source: ReportSource) -> tuple[dict[str, Any], _Draft]:
    draft = _Draft()
    _add_areas(draft, proposals.areas)
    _add_bodies(draft, "initiatives", proposals.initiatives)
    _add_bodies(draft, "organisations", proposals.organisations)
    _add_people(draft, proposals.people)
    _add_meetings(draft, proposals.meetings, proposals.people)
    _add_outcomes(draft, proposals)
    _add_bonds(draft, proposals)
    day = source.published_on or next(
        (one.held_on for one in proposals.meetings if one.held_on and one.status == "held"), ""
    )
    described = {"id": f"source/{slug(source.stem) or 'verslag'}", "name": source.name, "published_on": day}
    head = {"wijkweb": "document", "source": {name: one for name, one in described.items() if one}}
    return {**head, "unit": proposals.unit, "level": "public", **draft.sections}, draft


def _add_areas(draft: _Draft, areas: Iterable[AreaFound]) -> None:
    for area in areas:
        if area.code:
            # By its own name, or by how this report calls it: a part of a name is no name of the whole.
            own = any(place.code == area.code for place in load_gazetteer().named(area.name))
            entry: dict[str, Any] = {"id": area.id or f"area/{area.code.lower()}"}
            entry |= {"name": area.name, "called": area.aliases} if own else {"called": [area.name, *area.aliases]}
        else:
            entry = {"id": area.id, "name": area.name, "called": area.aliases}
        if area.level:
            entry["level"] = area.level
        if area.code and not area.code.startswith("SD"):
            entry["cbs_code"] = area.code
        draft.name(draft.add("areas", area.name, entry, area, key=area.key), (area.name, *area.aliases))


def _add_bodies(draft: _Draft, section: str, bodies: Iterable[Body]) -> None:
    for body in bodies:
        entry = {"id": body.id, "name": body.name, "called": body.aliases, "active_in": _found(draft, body.areas)}
        draft.name(draft.add(section, body.name, entry, body, key=body.key), (body.name, *body.aliases))


def _found(draft: _Draft, names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(key for name in names if (key := draft.find(name))))


def _add_people(draft: _Draft, people: Iterable[Person]) -> None:
    bodies = {*draft.sections.get("initiatives", {}), *draft.sections.get("organisations", {})}
    for number, person in enumerate(people, 1):
        entry: dict[str, Any] = {"id": person.id, "name": person.name}
        if person.public:
            entry |= {"level": "public", "public_role": _public_role(person)}
        body = draft.find(person.organisation) if person.organisation else None
        if body is not None and body in bodies:
            entry["involved_in"] = {"to": body, "role": person.role} if person.role else body
        wish = person.name if person.public else f"persoon-{number}"
        key = draft.add("people", wish, entry, person, key=person.key)
        draft.name(key, (person.name, *person.aliases))


def _public_role(person: Person) -> str:
    return f"{person.role}, {person.organisation}" if person.organisation else person.role


def _add_meetings(draft: _Draft, meetings: Iterable[MeetingFound], people: Sequence[Person]) -> None:
    for meeting in meetings:
        entry: dict[str, Any] = {"id": meeting.id, "name": meeting.name, "status": meeting.status,
                                 "held_on": meeting.held_on, "venue": meeting.venue}  # fmt: skip
        if names_somebody(meeting.name, people):
            entry["level"] = "internal"
        if meeting.part_of and (whole := draft.find(meeting.part_of)):
            entry |= {"meeting_kind": "table", "part_of": whole}
        leaders = _found(draft, meeting.leaders)
        entry["attended_by"] = [{"to": key, "role": "leader"} for key in leaders]
        draft.name(draft.add("meetings", meeting.name, entry, meeting, key=meeting.key), (meeting.name,))


def _add_outcomes(draft: _Draft, proposals: Proposals) -> None:
    main = next(iter(draft.sections.get("meetings", {})), "source")
    bodies = {*draft.sections.get("initiatives", {}), *draft.sections.get("organisations", {})}
    people = set(draft.sections.get("people", {}))
    for number, outcome in enumerate(proposals.outcomes, 1):
        entry: dict[str, Any] = {"outcome_kind": outcome.kind, "text": " ".join(outcome.where.passage.split())}
        entry |= {"research": True} if outcome.research else {}
        entry |= {"due_on": outcome.due_on, "result_of": _meeting_of(proposals, draft, outcome) or main}
        entry["owned_by"] = [key for key in _found(draft, outcome.owners) if key in bodies | people]
        entry["said_by"] = [key for key in _found(draft, [outcome.said_by]) if key in people]
        if names_somebody(outcome.where.passage, proposals.people):
            entry["level"] = "internal"
        draft.add("outcomes", f"{outcome.kind}-{number}", entry, outcome, key=outcome.key)


def _meeting_of(proposals: Proposals, draft: _Draft, outcome: OutcomeFound) -> str | None:
    """Return the table that an outcome stands below, if any."""
    tables = [one for one in proposals.meetings if one.part_of and one.where.start <= outcome.where.start]
    return draft.find(tables[-1].name) if tables else None


def _add_bonds(draft: _Draft, proposals: Proposals) -> None:
    for bond in proposals.partnerships:
        keys = _found(draft, bond.parties)
        for number, key in enumerate(keys):
            for other in keys[number + 1 :]:
                _append(
                    draft, key, "partners_with", {"to": other, "status": bond.status, "at": bond.where.found.number}
                )
    for wish in proposals.wishes:
        who = draft.find(wish.who)
        if who is None:
            continue
        dutch, _ = capability_words(wish.what)
        topic = draft.find(f"topic {wish.what}")
        if topic is None:
            topic = draft.add("topics", dutch, {"name": dutch, "scheme": "capability"}, wish)
            draft.name(topic, (f"topic {wish.what}",))
        _append(draft, who, wish.kind, {"to": topic, "at": wish.where.found.number})


def _append(draft: _Draft, key: str, name: str, value: Mapping[str, Any]) -> None:
    for section in ("initiatives", "organisations"):
        entry = draft.sections.get(section, {}).get(key)
        if entry is not None:
            entry.setdefault(name, []).append(dict(value))


def title_of(proposals: Proposals, stem: str) -> str:
    """Return what a report is called: the name of its first meeting, else that of its file."""
    named: Named | None = next(iter(proposals.meetings), None)
    return named.name if named is not None else stem
