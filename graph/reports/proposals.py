"""What a report proposes: things that a person may accept, each with the words of the text that it rests on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader finds something in a file: ``page`` 3, ``paragraph`` 12 or ``line`` 7, counted from 1."""

    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class Where:
    """The words of the text, and their place.

    Parameters
    ----------
    passage
        A slice of the text as it was given, contact details left out.
    line
        Number of the line, from 1.
    start, end
        Characters from the start of the text.
    place
        Where it stands in a file whose lines nobody sees (a page of PDF, a paragraph of Word); None for plain text.
    """

    passage: str
    line: int
    start: int
    end: int
    place: Place | None = None

    @property
    def found(self) -> Place:
        """Where a reader finds it: its page or paragraph, else its line."""
        return self.place or Place("line", self.line)


@dataclass(slots=True)
class Proposal:
    """What every proposal has.

    Parameters
    ----------
    where
        Where it was first found.
    certainty
        From 0 to 1: how often such a proposal is right, by rough rule.
    key
        Its key in a document; made of its name unless given.
    """

    where: Where
    certainty: float
    key: str = field(default="", kw_only=True)


@dataclass(slots=True)
class Named(Proposal):
    """An entity: its name, and its other spellings in the text.

    Parameters
    ----------
    name, aliases
        As the text has them.
    id
        What it is in the graph; empty where the graph does not know it, or was not asked.
    known
        What the graph says of it: ``known``, ``alike`` (a very like name), ``doubtful`` (one of several) or ``new``;
        empty where it was not asked.
    """

    name: str
    aliases: list[str] = field(default_factory=list)
    id: str = field(default="", kw_only=True)
    known: str = field(default="", kw_only=True)


@dataclass(slots=True)
class Person(Named):
    """Somebody, with role and organisation where the text says so; ``public`` where the role is a public one."""

    role: str = ""
    organisation: str = ""
    public: bool = False


@dataclass(slots=True)
class AreaFound(Named):
    """An area, with its code and level where the register knows it."""

    code: str = ""
    level: str = ""


@dataclass(slots=True)
class Body(Named):
    """An initiative or organisation; ``areas`` are names of areas that its own name holds."""

    kind: str = "organisation"
    areas: list[str] = field(default_factory=list)


@dataclass(slots=True)
class MeetingFound(Named):
    """A meeting; ``held_on`` is a date with as much precision as the text gives; tables are its parts."""

    held_on: str = ""
    status: str = "held"
    venue: str = ""
    part_of: str = ""
    leaders: list[str] = field(default_factory=list)


@dataclass(slots=True)
class OutcomeFound(Proposal):
    """A decision, action, commitment, insight, advice, question, hypothesis, tension or solution."""

    kind: str
    research: bool = False
    owners: list[str] = field(default_factory=list)
    due_on: str = ""
    said_by: str = ""


@dataclass(slots=True)
class PartnershipFound(Proposal):
    """Two or more bodies that work together, and how far they are."""

    parties: list[str]
    status: str


@dataclass(slots=True)
class WishFound(Proposal):
    """What somebody needs or offers; ``what`` is a code of capability."""

    kind: str
    what: str
    who: str


@dataclass(slots=True)
class Proposals:
    """All that a report proposes, in the order of the text.

    Parameters
    ----------
    kept_out
        How many contact details were kept out, by sort.
    lacking
        Sentences (Dutch, English) about lists that this machine does not have.
    unit
        What places in the file are counted in: ``line``, ``paragraph`` or ``page``.
    """

    initiatives: list[Body] = field(default_factory=list)
    organisations: list[Body] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    areas: list[AreaFound] = field(default_factory=list)
    meetings: list[MeetingFound] = field(default_factory=list)
    outcomes: list[OutcomeFound] = field(default_factory=list)
    partnerships: list[PartnershipFound] = field(default_factory=list)
    wishes: list[WishFound] = field(default_factory=list)
    kept_out: dict[str, int] = field(default_factory=dict)
    lacking: list[tuple[str, str]] = field(default_factory=list)
    unit: str = "line"

    def to_document(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        kinds = ("initiatives", "organisations", "people", "areas", "meetings", "outcomes", "partnerships")
        document: dict[str, Any] = {kind: [_plain(one) for one in getattr(self, kind)] for kind in kinds}
        document["needs"] = [_plain(one) for one in self.wishes if one.kind == "needs"]
        document["offers"] = [_plain(one) for one in self.wishes if one.kind == "offers"]
        return document | {"kept_out": dict(self.kept_out), "lacking": [english for _, english in self.lacking]}


def _plain(one: Proposal) -> dict[str, Any]:
    """Return a proposal as a flat mapping: its own fields first, then passage, place and certainty."""
    values = asdict(one)
    del values["key"]
    id_, known = values.pop("id", ""), values.pop("known", "")
    where = values.pop("where")
    certainty = round(values.pop("certainty"), 2)
    if isinstance(one, Body):
        del values["kind"]
    shown = {key: value if value != "" else None for key, value in values.items()}
    place = {"line": where["line"], "start": where["start"], "end": where["end"]}
    place |= {one.where.place.unit: one.where.place.number} if one.where.place else {}
    linked = {"id": id_ or None, "known": known} if known else {}
    return shown | linked | {"passage": where["passage"], "place": place, "certainty": certainty}
