"""Turns records whose things are known into claims: the last stage before a change set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.changes import ChangeSet, Tie
from graph.claims import Attestation, Claim, place_label
from graph.errors import InputError
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.resolve import Resolved, own_number
from graph.ingest.sources import SourceInfo
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import (
    KINDS_BY_NAME,
    RELATIONSHIPS_BY_NAME,
    node_properties,
    properties_of_kind,
    relationship_properties,
)
from graph.schema.values import Value
from graph.schema.words import Words


@dataclass(slots=True)
class Claimed:
    """What a batch of records claims.

    Parameters
    ----------
    changes
        The claims.
    by_record
        Claims of each record, by its number.
    doubtful
        Numbers of records whose first thing could not be told.
    main
        Id of what each record is about first, by its number.
    kinds
        Kind of everything that records speak of, by id.

    Notes
    -----
    A record is known by its number, which no other of its file has.
    """

    changes: ChangeSet = field(default_factory=ChangeSet)
    by_record: dict[int, list[Claim]] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    main: dict[int, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


class Claimer:
    """Makes the claims of one source.

    Parameters
    ----------
    source
        Who speaks, when, and for whom.
    file
        Name of the file, for problems.
    """

    def __init__(self, source: SourceInfo, file: str) -> None:
        self._source = source
        self._file = file

    def source_itself(self) -> ChangeSet:
        """Return what the source says of itself: that it exists, its title, publisher and date."""
        changes = ChangeSet()
        for name, value in {"kind": "Source", **self._source.described}.items():
            claim = Claim(self._source.id, name, value, self._source.id, self._source.stated_on, self._source.level)
            changes.state(claim)
        return changes

    def claim(self, records: list[Record], found: Mapping[str, Resolved], doubts: Mapping[str, Words]) -> Claimed:
        """Return what records claim; what cannot be said is added to their problems."""
        claimed = Claimed(kinds={one.id: one.kind for one in found.values()})
        for record in records:
            target = _Target(record, claimed.changes, claimed.by_record.setdefault(record.number, []), found, doubts)
            if record.lost:
                continue
            if record.drafts and record.drafts[0].reference in doubts:
                claimed.doubtful.add(record.number)
                self._report(record, record.drafts[0].place, doubts[record.drafts[0].reference], lost=True)
                continue
            if record.drafts:
                claimed.main[record.number] = found[record.drafts[0].reference].id
            for draft in record.drafts:
                self._claim_node(target, draft)
            for tie in record.ties:
                self._claim_tie(target, tie)
        return claimed

    def _claim_node(self, target: _Target, draft: Draft) -> None:
        if draft.reference in target.doubts:
            self._report(target.record, draft.place, target.doubts[draft.reference])
            return
        id_, kind = target.found[draft.reference]
        stated_on = draft.stated_on or self._source.stated_on
        exists = Claim(id_, "kind", kind, self._source.id, stated_on, draft.level or self._source.level)
        self._state(target, exists, Attestation(places=(draft.place,), total=1))
        if draft.key is not None:
            numbered = Claim(id_, "source_key", own_number(self._source.id, draft.key), self._source.id,
                             self._source.stated_on, Level.INTERNAL)  # fmt: skip
            # With its place where the record bears the number itself: a second one that does is told by it.
            where = Attestation(places=(draft.place,), total=1) if draft.own_key else Attestation()
            self._state(target, numbered, where)
        hidden = self._hidden(target, draft, kind)
        for one in draft.said:
            property_ = properties_of_kind(kind).get(one.property)
            if property_ is None and one.property not in RELATIONSHIPS_BY_NAME:
                self._report(target.record, one.place, _not_of_kind(one.property, kind, known=kind != draft.kinds[0]))
                continue
            value = one.value
            if property_ is not None and property_.type is ValueType.REFERENCE and value is not None:
                if value not in target.found:
                    self._report_missing(target, one.place, str(value))
                    continue
                value = target.found[str(value)].id
            level = one.level or draft.level or self._default_level(property_, kind)
            level = Level.INTERNAL if one.property in hidden else level
            self._state(target, self._claim(id_, one, value, level), _attestation(one))

    def _hidden(self, target: _Target, draft: Draft, kind: str) -> tuple[str, ...]:
        """Return the properties that stay internal whatever the source says: a public name asks for a public role."""
        names = KINDS_BY_NAME[kind].hidden
        if not names or draft.values("public_role"):
            return ()
        if any((one.level or draft.level) is Level.PUBLIC for one in draft.said if one.property in names):
            self._report(target.record, draft.place, _PUBLIC_WITHOUT_ROLE)
        return names

    def _claim_tie(self, target: _Target, draft: DraftTie) -> None:
        missing = [end for end in (draft.start, draft.end) if end not in target.found]
        if missing:
            self._report_missing(target, draft.place, missing[0])
            return
        start, end = target.found[draft.start], target.found[draft.end]
        if (start.kind, end.kind) not in RELATIONSHIPS_BY_NAME[draft.type].ends:
            self._report(target.record, draft.place, _not_between(draft.type, start.kind, end.kind))
            return
        try:
            tie = Tie.between(draft.type, start.id, end.id, **draft.key)
        except InputError as error:
            self._report(target.record, draft.place, words_of(error))
            return
        existence = Said("exists", True, draft.place, draft.modality, draft.stated_on, denied=draft.denied)
        for one in (existence, *draft.said):
            level = one.level or draft.level or self._default_level(relationship_properties().get(one.property))
            self._state(target, self._claim(tie.id, one, one.value, level), _attestation(one), tie)

    def _default_level(self, property_: Property | None, kind: str | None = None) -> Level:
        """Return the level of what its source does not mark: internal for what is private by nature."""
        hidden = kind is not None and property_ is not None and property_.name in KINDS_BY_NAME[kind].hidden
        private = property_ is not None and property_.level is Level.INTERNAL
        return Level.INTERNAL if hidden or private else self._source.level

    def _claim(self, id_: str, one: Said, value: Value | None, level: Level) -> Claim:
        stated_on = one.stated_on or self._source.stated_on
        return Claim(id_, one.property, value, self._source.id, stated_on, level, one.language, one.denied)

    def _state(self, target: _Target, claim: Claim, how: Attestation, tie: Tie | None = None) -> None:
        try:
            target.made.append(target.changes.state(claim, how, tie=tie))
        except InputError as error:
            self._report(target.record, how.places[0] if how.places else target.record.place, words_of(error))

    def _report_missing(self, target: _Target, where: str, reference: str) -> None:
        if reference not in target.doubts:  # a doubt has been reported where the thing is spoken of
            self._report(target.record, where, _no_such_end(reference))

    def _report(self, record: Record, where: str, what: Words, *, lost: bool = False) -> None:
        place = Words(place_label(where, "nl"), place_label(where, "en"))
        record.problems.append(Problem(self._file, place, what, lost))


@dataclass(frozen=True, slots=True)
class _Target:
    """The record that is being claimed, where its claims go, and what its drafts turned out to be."""

    record: Record
    changes: ChangeSet
    made: list[Claim]
    found: Mapping[str, Resolved]
    doubts: Mapping[str, Words]


def _attestation(one: Said) -> Attestation:
    return Attestation(one.modality, (one.place,), 1)


_PUBLIC_WITHOUT_ROLE = Words(
    "een openbare naam van een persoon vraagt om een rol (public_role). De naam blijft intern.",
    "a public name of a person asks for a role (public_role). The name stays internal.",
)


def _no_such_end(reference: str) -> Words:
    return Words(
        f"‘{reference[:60]}’ staat nergens in dit bestand, of kon niet worden gebruikt. Geef het een eigen onderdeel.",
        f"‘{reference[:60]}’ stands nowhere in this file, or could not be used. Give it an entry of its own.",
    )


def _not_of_kind(name: str, kind: str, *, known: bool) -> Words:
    words = node_properties()[name].words if name in node_properties() else Words(name, name)
    kinds = KINDS_BY_NAME[kind].words
    said = Words("staat al bekend als", "is known already as") if known else Words("is hier", "is here")
    return Words(
        f"‘{words.nl}’ hoort hier niet: dit {said.nl} {kinds.nl}.",
        f"‘{words.en}’ does not belong here: this {said.en} {kinds.en}.",
    )


def _not_between(type_: str, start: str, end: str) -> Words:
    words, one, other = RELATIONSHIPS_BY_NAME[type_].words, KINDS_BY_NAME[start].words, KINDS_BY_NAME[end].words
    return Words(
        f"‘{words.nl}’ kan niet van een {one.nl} naar een {other.nl}; dat is niet gelezen.",
        f"‘{words.en}’ cannot run between these ({one.en}, {other.en}); it was not read.",
    )
