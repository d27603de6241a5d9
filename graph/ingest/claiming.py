"""Turns records whose things are known into claims: the last stage before a change set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.changes import ChangeSet, Tie
from graph.claims import Attestation, Claim, place_label
from graph.errors import InputError
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.resolve import Resolved
from graph.ingest.sources import SourceInfo
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import KINDS_BY_NAME, check_ends, node_properties, relationship_properties
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
    """

    changes: ChangeSet = field(default_factory=ChangeSet)
    by_record: dict[int, list[Claim]] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)


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
        claimed = Claimed()
        for record in records:
            target = _Target(record, claimed.changes, claimed.by_record.setdefault(record.number, []), found, doubts)
            if record.lost:
                continue
            if record.drafts and record.drafts[0].reference in doubts:
                claimed.doubtful.add(record.number)
                self._report(record, record.drafts[0].place, doubts[record.drafts[0].reference], lost=True)
                continue
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
        exists = Claim(id_, "kind", kind, self._source.id, self._source.stated_on, draft.level or self._source.level)
        self._state(target, exists, Attestation(places=(draft.place,), total=1))
        if draft.key is not None:
            key = f"{self._source.id}#{draft.key}"
            numbered = Claim(id_, "source_key", key, self._source.id, self._source.stated_on, Level.INTERNAL)
            self._state(target, numbered, Attestation())
        for one in draft.said:
            value = one.value
            property_ = node_properties().get(one.property)
            if property_ is not None and property_.type is ValueType.REFERENCE and value in target.found:
                value = target.found[str(value)].id
            level = one.level or draft.level or self._default_level(property_, kind)
            self._state(target, self._claim(id_, one, value, level), _attestation(one))

    def _claim_tie(self, target: _Target, draft: DraftTie) -> None:
        missing = [end for end in (draft.start, draft.end) if end not in target.found]
        if missing:
            if missing[0] not in target.doubts:  # a doubt has been reported where the thing is spoken of
                self._report(target.record, draft.place, _no_such_end(missing[0]))
            return
        start, end = target.found[draft.start], target.found[draft.end]
        try:
            check_ends(draft.type, start.kind, end.kind)
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


def _no_such_end(reference: str) -> Words:
    return Words(
        f"‘{reference}’ staat nergens in dit bestand. Noem het eerst als eigen onderdeel.",
        f"‘{reference}’ stands nowhere in this file. Give it an entry of its own first.",
    )
