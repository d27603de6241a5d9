"""Resolving: which node is this? By declared id, the source's own number, keys, then name and kind; else it is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.changes import mint_id
from graph.claims import place_label
from graph.ingest.records import OWN_SOURCE, Draft, Record
from graph.ingest.towns import is_town, towns_of_areas, towns_of_drafts
from graph.schema.declaration import ValueType
from graph.schema.keys import NAMES, SOURCE_KEYS, Key, key_of
from graph.schema.model import KINDS_BY_NAME, node_properties
from graph.schema.words import Words
from graph.store.base import Store
from graph.store.questions import Role, Viewer

MOST_REMEMBERED = 100_000
"""Keys and ids that a resolver remembers of batches that are committed: some fifty megabytes."""


def own_number(source: str, key: str) -> str:
    """Return the value of ``source_key``: the number by which a source itself knows a thing."""
    return f"{source}#{key}"


@dataclass(slots=True)
class _Candidate:
    """A thing that a draft may be: its id, kind, what tells it from others of its name, and of an area its towns."""

    id: str
    kind: str
    apart: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    towns: frozenset[str] = frozenset()


class Resolved(NamedTuple):
    """What a draft is: its id, and its kind."""

    id: str
    kind: str


class Resolver:
    """Finds or mints the id of each draft of one load.

    Parameters
    ----------
    store
        Where things are known by their keys.
    source
        Id of the source that speaks.
    secret
        Key of this installation, for the ids of people.

    Notes
    -----
    Batched: one question to the store for the keys of a batch, one for ids that may be taken, one for what tells
    namesakes apart. What a load makes itself it remembers, but for what `forget` may let go.
    """

    def __init__(self, store: Store, source: str, secret: bytes) -> None:
        self._store = store
        self._source = source
        self._secret = secret
        self._known: dict[Key, list[_Candidate]] = {}
        self._taken: dict[str, str | None] = {}  # id -> kind, None for an id that is free

    def resolve(
        self, records: Sequence[Record], *, again: bool = False
    ) -> tuple[dict[str, Resolved], dict[str, Words]]:
        """Return what drafts are by reference, and why the others cannot be told.

        Parameters
        ----------
        records
            A batch; references are unique in it.
        again
            Whether these records were set aside before: one whose number another record bears is still in doubt.
        """
        drafts = [(draft, self._keys(draft)) for record in records for draft in record.drafts]
        self._look_up(drafts)
        doubts = self._doubled([draft for draft, _ in drafts]) if again else {}
        found: dict[str, Resolved] = {}
        above = towns_of_drafts(records)
        for draft, keys in sorted(drafts, key=lambda one: not is_town(one[0])):  # an area is told by its town
            if draft.reference in doubts:
                continue
            towns = frozenset(found[one].id for one in above.get(draft.reference, ()) if one in found)
            one = self._find(draft, keys, towns)
            if isinstance(one, Words):
                doubts[draft.reference] = one
                continue
            found[draft.reference] = one or self._mint(draft)
            self._remember(draft, keys, found[draft.reference], towns)
        return found, doubts

    def forget(self) -> None:
        """Let go of what is remembered, where that is much; all of it is to be in the store by now, and is asked again.

        So the memory of a load has a bound, whatever the length of its file.
        """
        if len(self._known) + len(self._taken) > MOST_REMEMBERED:
            self._known.clear()
            self._taken.clear()

    def referred(
        self, records: Sequence[Record], found: Mapping[str, Resolved], *, earlier: bool
    ) -> dict[str, Resolved]:
        """Return what records of a document refer to without being it: the source that speaks, and earlier entries.

        Parameters
        ----------
        records
            The whole document.
        found
            What its entries are, by key.
        earlier
            Whether the document adds to what the source said, so that it may refer to what that named.
        """
        asked = {end for record in records for tie in record.ties for end in (tie.start, tie.end)}
        asked |= {str(one.value) for record in records for draft in record.drafts for one in draft.said
                  if one.value is not None and _is_reference(one.property)}  # fmt: skip
        known = {OWN_SOURCE: Resolved(self._source, "Source")}
        missing = sorted(asked - found.keys() - known.keys())
        if earlier and missing:
            stored = self._store.find_by_key([self._source_key(key) for key in missing])
            for key in missing:
                things = {one.canonical: Resolved(one.id, one.kind) for one in stored.get(self._source_key(key), [])}
                if len(things) == 1:
                    known[key] = next(iter(things.values()))
        return {key: one for key, one in known.items() if key in asked}

    # ------------------------------------------------------------------------------------------------ finding

    def _keys(self, draft: Draft) -> list[Key]:
        """Return the keys of a draft, surest first."""
        keys: list[Key] = []
        declared = node_properties()
        if draft.key is not None:
            keys.append(self._source_key(draft.key))
        named: list[Key] = []
        for one in draft.said:
            key = None if one.denied or one.value is None else key_of(declared[one.property], one.value)
            if key is not None:
                (named if key[0] == NAMES else keys).append(key)
        return keys + named

    def _source_key(self, key: str) -> Key:
        return (SOURCE_KEYS, own_number(self._source, key))

    def _look_up(self, drafts: Sequence[tuple[Draft, list[Key]]]) -> None:
        asked = sorted({key for _, keys in drafts for key in keys if key not in self._known})
        found = self._store.find_by_key(asked) if asked else {}
        for key in asked:
            self._known[key] = [_Candidate(one.id, one.kind, {}, one.canonical) for one in found.get(key, [])]
        self._tell_apart([candidate for key in asked for candidate in self._known[key]])
        likely = {
            draft.id or mint_id(draft.kinds[0], _hint(draft), taken=(), secret=self._secret) for draft, _ in drafts
        }
        unknown = sorted(likely - self._taken.keys())
        taken = self._store.existing(unknown) if unknown else {}
        self._taken.update((id_, taken[id_].kind if id_ in taken else None) for id_ in unknown)

    def _tell_apart(self, candidates: Iterable[_Candidate]) -> None:
        """Read what tells candidates from others of their name, for the kinds that have such properties."""
        asked = [candidate for candidate in candidates if _apart(candidate.kind)]
        if not asked:
            return
        with self._store.view(Viewer(Role.ADMIN)) as view:
            nodes = view.nodes([candidate.id for candidate in asked])
            areas = sorted({node.id for node in nodes if node is not None and node.kind == "Area"})
            towns = towns_of_areas(view, areas) if areas else {}
        for candidate, node in zip(asked, nodes, strict=True):
            candidate.towns = towns.get(node.id, frozenset()) if node is not None else frozenset()
            if node is not None:
                values = {name: node.value(name) for name in _apart(candidate.kind)}
                candidate.apart = {name: str(value) for name, value in values.items() if value is not None}

    def _find(self, draft: Draft, keys: Sequence[Key], towns: frozenset[str]) -> Resolved | Words | None:
        """Return what a draft is, None when it is new, or why it cannot be told.

        Parameters
        ----------
        draft, keys
            What is said of it, and the keys that it may be known by.
        towns
            Ids of the towns that it is said to lie in; none for what is no area.
        """
        if draft.id is not None:
            return Resolved(draft.id, self._taken.get(draft.id) or draft.kinds[0])
        for key in keys:
            fitting = [one for one in self._known.get(key, ()) if one.kind in draft.kinds]
            if key[0] == NAMES:
                fitting = [one for one in fitting if not _contradicts(draft, one, towns)]
            things = {one.canonical or one.id: one for one in sorted(fitting, key=lambda one: one.id, reverse=True)}
            if len(things) == 1:
                one = next(iter(things.values()))
                return Resolved(one.id, one.kind)
            if len(things) > 1:
                return _doubt(draft, sorted(things))
        return None

    def _doubled(self, drafts: Iterable[Draft]) -> dict[str, Words]:
        """Return the drafts whose own number another row or entry of the source bears already, and where that is."""
        own = [draft for draft in drafts if draft.own_key and draft.key is not None]
        ids = sorted({one.id for draft in own for one in self._known.get(self._source_key(draft.key or ""), ())})
        with self._store.view(Viewer(Role.ADMIN)) as view:
            statements = view.statements(ids) if ids else {}
        borne = {str(one.claim.value): one.places for said in statements.values() for one in said
                 if one.claim.property == SOURCE_KEYS and one.places}  # fmt: skip
        places = {draft.reference: borne.get(own_number(self._source, draft.key or ""), ()) for draft in own}
        return {draft.reference: _borne(draft, places[draft.reference][0]) for draft in own
                if places[draft.reference] and draft.place not in places[draft.reference]}  # fmt: skip

    # ------------------------------------------------------------------------------------------------ minting

    def _mint(self, draft: Draft) -> Resolved:
        taken = _Taken(self._taken, self._store)
        return Resolved(mint_id(draft.kinds[0], _hint(draft), taken=taken, secret=self._secret), draft.kinds[0])

    def _remember(self, draft: Draft, keys: Iterable[Key], one: Resolved, towns: frozenset[str]) -> None:
        """Let later drafts of the load find what this one is."""
        self._taken[one.id] = one.kind
        apart = {name: values[0] for name in _apart(one.kind) if (values := draft.values(name))}
        for key in keys:
            known = self._known.setdefault(key, [])
            same = next((candidate for candidate in known if candidate.id == one.id), None)
            if same is None:
                known.append(_Candidate(one.id, one.kind, dict(apart), one.id, towns))
            else:
                same.apart = {**apart, **same.apart}  # what a first mention left open, a later one may tell
                same.towns = same.towns or towns


class _Taken:
    """Answers whether an id is taken; asks the store about an id that nobody has asked about."""

    def __init__(self, known: dict[str, str | None], store: Store) -> None:
        self._known = known
        self._store = store

    def __contains__(self, id_: object) -> bool:
        if id_ not in self._known:
            found = self._store.existing([str(id_)])
            self._known[str(id_)] = found[str(id_)].kind if str(id_) in found else None
        return self._known[str(id_)] is not None


def _is_reference(name: str) -> bool:
    property_ = node_properties().get(name)
    return property_ is not None and property_.type is ValueType.REFERENCE


def _hint(draft: Draft) -> str:
    """Return what a new id is made of: the name, another name, the text, else the source's own number."""
    names = draft.values("name") or draft.values("aliases") or draft.values("text")
    return names[0] if names else draft.key or "x"


def _apart(kind: str) -> tuple[str, ...]:
    return KINDS_BY_NAME[kind].told_apart_by if kind in KINDS_BY_NAME else ()


def _contradicts(draft: Draft, candidate: _Candidate, towns: frozenset[str]) -> bool:
    """Whether a draft says something that tells it from a candidate with its name."""
    if towns and candidate.towns and not towns & candidate.towns:
        return True
    stated = {name: draft.values(name) for name in _apart(candidate.kind)}
    return any(
        values and name in candidate.apart and candidate.apart[name] not in values for name, values in stated.items()
    )


def _doubt(draft: Draft, ids: Sequence[str]) -> Words:
    names = draft.values("name", "aliases")
    name = names[0] if names and draft.kinds[0] != "Person" else draft.key or draft.kinds[0]
    choice = ", ".join(ids[:5])
    return Words(
        f"‘{name}’ kan meer dan één zijn: {choice}. Zeg welke, met een soort, nummer of id.",
        f"‘{name}’ can be more than one: {choice}. Say which, with a sort, number or id.",
    )


def _borne(draft: Draft, where: str) -> Words:
    key = (draft.key or "")[:60]
    return Words(
        f"nummer ‘{key}’ staat ook op {place_label(where, 'nl')}. Geef elk een eigen nummer.",
        f"number ‘{key}’ also stands in {place_label(where, 'en')}. Give each a number of its own.",
    )
