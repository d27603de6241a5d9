"""Resolving: which node is this? By declared id, the source's own number, keys, then name and kind; else it is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.changes import mint_id
from graph.ingest.records import Draft, Record
from graph.schema.keys import NAMES, Key, key_of
from graph.schema.model import KINDS_BY_NAME, node_properties
from graph.schema.words import Words
from graph.store.base import Store
from graph.store.questions import Role, Viewer

SOURCE_KEYS = "source_key"
"""Scheme of the numbers by which sources know things: ``source#number``."""


@dataclass(slots=True)
class _Candidate:
    """A thing that a draft may be: its id, kind, and what tells it from others of its name."""

    id: str
    kind: str
    apart: dict[str, str] = field(default_factory=dict)
    canonical: str = ""


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
    namesakes apart. What a load makes itself it remembers until its end.
    """

    def __init__(self, store: Store, source: str, secret: bytes) -> None:
        self._store = store
        self._source = source
        self._secret = secret
        self._known: dict[Key, list[_Candidate]] = {}
        self._taken: dict[str, str | None] = {}  # id -> kind, None for an id that is free

    def resolve(self, records: Sequence[Record]) -> tuple[dict[str, Resolved], dict[str, Words]]:
        """Return what drafts are by reference, and why the others cannot be told.

        Parameters
        ----------
        records
            A batch; references are unique in it.
        """
        drafts = [(draft, self._keys(draft)) for record in records for draft in record.drafts]
        self._look_up(drafts)
        found: dict[str, Resolved] = {}
        doubts: dict[str, Words] = {}
        for draft, keys in drafts:
            one = self._find(draft, keys)
            if isinstance(one, Words):
                doubts[draft.reference] = one
                continue
            found[draft.reference] = one or self._mint(draft)
            self._remember(draft, keys, found[draft.reference])
        return found, doubts

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
        found = key_of(node_properties()[SOURCE_KEYS], f"{self._source}#{key}")
        return found if found is not None else (SOURCE_KEYS, key)

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
        for candidate, node in zip(asked, nodes, strict=True):
            if node is not None:
                values = {name: node.value(name) for name in _apart(candidate.kind)}
                candidate.apart = {name: str(value) for name, value in values.items() if value is not None}

    def _find(self, draft: Draft, keys: Sequence[Key]) -> Resolved | Words | None:
        """Return what a draft is, None when it is new, or why it cannot be told."""
        if draft.id is not None:
            return Resolved(draft.id, self._taken.get(draft.id) or draft.kinds[0])
        for key in keys:
            fitting = [one for one in self._known.get(key, ()) if one.kind in draft.kinds]
            if key[0] == NAMES:
                fitting = [one for one in fitting if not _contradicts(draft, one)]
            things = {one.canonical or one.id: one for one in sorted(fitting, key=lambda one: one.id, reverse=True)}
            if len(things) == 1:
                one = next(iter(things.values()))
                return Resolved(one.id, one.kind)
            if len(things) > 1:
                return _doubt(draft, sorted(things))
        return None

    # ------------------------------------------------------------------------------------------------ minting

    def _mint(self, draft: Draft) -> Resolved:
        taken = _Taken(self._taken, self._store)
        return Resolved(mint_id(draft.kinds[0], _hint(draft), taken=taken, secret=self._secret), draft.kinds[0])

    def _remember(self, draft: Draft, keys: Iterable[Key], one: Resolved) -> None:
        """Let later drafts of the load find what this one is."""
        self._taken[one.id] = one.kind
        apart = {name: values[0] for name in _apart(one.kind) if (values := draft.values(name))}
        for key in keys:
            known = self._known.setdefault(key, [])
            if all(candidate.id != one.id for candidate in known):
                known.append(_Candidate(one.id, one.kind, apart, one.id))


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


def _hint(draft: Draft) -> str:
    """Return what a new id is made of: the name, another name, the text, else the source's own number."""
    names = draft.values("name") or draft.values("aliases") or draft.values("text")
    return names[0] if names else draft.key or "x"


def _apart(kind: str) -> tuple[str, ...]:
    return KINDS_BY_NAME[kind].told_apart_by if kind in KINDS_BY_NAME else ()


def _contradicts(draft: Draft, candidate: _Candidate) -> bool:
    """Whether a draft says something that tells it from a candidate with its name."""
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
