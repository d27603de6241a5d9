"""What a plan lists: which things a file would make, add to, or find to be known already, in the words of the file."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graph.changes import Tie
from graph.claims import Claim, place_label
from graph.ingest.claiming import Claimed
from graph.ingest.limits import MOST_PROBLEMS_SHOWN
from graph.ingest.records import Record
from graph.schema.declaration import Property
from graph.schema.keys import SOURCE_KEYS
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, node_properties, relationship_properties
from graph.schema.values import Value
from graph.schema.wording import value_label
from graph.schema.words import Words


class Sort(StrEnum):
    """What a load would do with a thing."""

    NEW = "new"
    CHANGED = "changed"
    MERGED = "merged"  # a row speaks of what was known, or of what an earlier row made


_NAMING = ("name", "aliases")
_SILENT = frozenset((*_NAMING, "kind", "exists", SOURCE_KEYS))
_PLACES_LISTED = 5


@dataclass(slots=True)
class Planned:
    """What a load would do with one thing.

    Parameters
    ----------
    sort
        New, changed or merged.
    id, kind, name
        Its id, its kind, and what the file calls it; no name where the file gives none.
    places
        The first places where the file speaks of it; ``count`` counts all.
    said
        What would be said of it that nobody has said: property or relationship, and the value or the other end.
    """

    sort: Sort
    id: str
    kind: str = ""
    name: str = ""
    places: list[str] = field(default_factory=list)
    count: int = 0
    said: list[tuple[Words, Words]] = field(default_factory=list)

    def sentence(self, lang: str) -> str:
        """Return it as one line for a person."""
        kind = KINDS_BY_NAME[self.kind].words.to(lang) if self.kind in KINDS_BY_NAME else ""
        what = " ".join(filter(None, (kind, f"‘{self.name}’" if self.name else self.id)))
        where = "; ".join(place_label(one, lang) for one in self.places)
        more = f" +{self.count - len(self.places)}" if self.count > len(self.places) else ""
        told = ", ".join(f"{words.to(lang)} {value.to(lang)}" for words, value in self.said)
        return what + (f" ({where}{more})" if where else "") + (f": {told}" if told else "")


class Plan:
    """Collects what a load would do, batch by batch; lists at most `MOST_PROBLEMS_SHOWN` of each sort, counts all."""

    def __init__(self) -> None:
        self.ids: dict[Sort, dict[str, None]] = {sort: {} for sort in Sort}
        self.listed: dict[Sort, dict[str, Planned]] = {sort: {} for sort in Sort}
        self._names: dict[str, str] = {}

    def add(self, records: Iterable[Record], claimed: Claimed, added: Sequence[Claim], known: Container[str]) -> None:
        """Add a batch.

        Parameters
        ----------
        records, claimed
            The batch, and what it claims.
        added
            What of that would come to life.
        known
            Ids that the store has.
        """
        ties, new = claimed.changes.ties, self.ids[Sort.NEW]
        named = [claim for claim in claimed.changes.claims if claim.property in _NAMING and claim.value is not None]
        for claim in sorted(named, key=lambda one: one.property, reverse=True):  # its name before its other names
            self._names.setdefault(claim.thing, str(claim.value))
        self._merge(records, claimed, known)
        for claim in added:
            if claim.thing not in ties and claim.thing not in new:
                self._touch(Sort.CHANGED if claim.thing in known else Sort.NEW, claim.thing, claimed)
        for claim in added:
            if claim.thing not in ties:
                self._tell(claim, claimed)
            else:
                self._tell_tie(ties[claim.thing], claim, claimed)

    def _merge(self, records: Iterable[Record], claimed: Claimed, known: Container[str]) -> None:
        """Tell the rows that are about something new from those that are about what there is."""
        for record in records:
            id_ = claimed.main.get(record.number)
            if id_ is None:
                continue
            there = id_ in known or id_ in self.ids[Sort.NEW]
            one = self._touch(Sort.MERGED if there else Sort.NEW, id_, claimed)
            if one is not None:
                _place(one, record.place)

    def _touch(self, sort: Sort, id_: str, claimed: Claimed) -> Planned | None:
        """Count a thing, and return it as it is listed; None beyond the bound."""
        self.ids[sort][id_] = None
        listed = self.listed[sort]
        if id_ not in listed and len(listed) < MOST_PROBLEMS_SHOWN:
            listed[id_] = Planned(sort, id_, claimed.kinds.get(id_, ""), self._names.get(id_, ""))
        return listed.get(id_)

    def _found(self, id_: str) -> Planned | None:
        return self.listed[Sort.NEW].get(id_) or self.listed[Sort.CHANGED].get(id_)

    def _tell(self, claim: Claim, claimed: Claimed) -> None:
        one = self._found(claim.thing)
        if one is None:
            return
        _place_claim(one, claim, claimed)
        if claim.property == "kind":
            one.kind = str(claim.value)
        if claim.property not in _SILENT and claim.value is not None:
            one.said.append(_said(node_properties()[claim.property], claim.value))

    def _tell_tie(self, tie: Tie, claim: Claim, claimed: Claimed) -> None:
        """Tell what is new of a relationship at its start, or at its end where only that is listed."""
        declared = RELATIONSHIPS_BY_NAME[tie.type]
        one, words, other = self._found(tie.start), declared.words, tie.end
        if one is None and self._found(tie.end) is not None:
            one, words, other = self._found(tie.end), declared.inverse_words, tie.start
        counted = (self.ids[Sort.NEW], self.ids[Sort.CHANGED])  # what is beyond the list is counted there all the same
        if not any(end in ids for end in (tie.start, tie.end) for ids in counted):
            one = self._touch(Sort.CHANGED, tie.start, claimed)
        if one is None:
            return
        _place_claim(one, claim, claimed)
        if claim.property == "exists":
            one.said.append((words, self._label(other)))
        elif claim.value is not None:
            one.said.append(_said(relationship_properties()[claim.property], claim.value))

    def _label(self, id_: str) -> Words:
        name = self._names.get(id_, id_)
        return Words(f"‘{name}’", f"‘{name}’")


def _said(declared: Property, value: Value) -> tuple[Words, Words]:
    return declared.words, Words(value_label(declared, value), value_label(declared, value, "en"))


def _place_claim(one: Planned, claim: Claim, claimed: Claimed) -> None:
    for place in claimed.changes.claims[claim].places:
        _place(one, place.partition("&column=")[0])


def _place(one: Planned, place: str) -> None:
    if place not in one.places:
        one.count += 1
        if len(one.places) < _PLACES_LISTED:
            one.places.append(place)
