"""Says things in few words: what a source states, put into a store as a file or a decision would be.

A contract test is about what the store answers, so that the way in is kept to one line: ``city.load(says(...))``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from graph.changes import ChangeSet, Tie
from graph.claims import PEOPLE, Attestation, Claim, Modality
from graph.schema.declaration import Level
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.schema.values import Value
from graph.store.answers import Node, Relationship, Statement
from graph.store.base import Store, View
from graph.store.loads import Load, LoadKind, LoadOrder, LoadState
from graph.store.questions import RelationshipFilter, Role, Viewer


@dataclass
class Says:
    """What one source says; each method adds to it and returns it.

    Parameters
    ----------
    source
        Id of the source.
    stated_on, level, language, modality
        Of every statement that is added.
    at
        Places of every statement that is added.
    """

    source: str
    stated_on: str | None = None
    level: Level = Level.PUBLIC
    language: str | None = None
    modality: Modality = Modality.STATED
    at: tuple[str, ...] = ()
    changes: ChangeSet = field(default_factory=ChangeSet)

    def node(self, id_: str, /, **values: Any) -> Self:
        """State that a node exists, of the kind that its id begins with, and values of it."""
        kind = values.pop("kind", id_.partition("/")[0].capitalize())
        return self.about(id_, kind=kind, **values)

    def about(self, thing: str | Tie, /, *, denied: bool = False, **values: Any) -> Self:
        """State (or deny) values of a node or a relationship, without saying that it exists."""
        for name, value in values.items():
            for one in value if isinstance(value, list) else [value]:
                self._add(thing, name, one, denied=denied)
        return self

    def none(self, thing: str | Tie, /, *properties: str) -> Self:
        """State that a node or relationship has no such thing."""
        for name in properties:
            self._add(thing, name, None, denied=True)
        return self

    def tie(self, type_: str, start: str, end: str, /, **values: Any) -> Self:
        """State that a relationship exists, and values of it; those of its key become part of it."""
        tie = self._tie(type_, start, end, values)
        return self.about(tie, exists=True, **values)

    def no_tie(self, type_: str, start: str, end: str, /, **key: Any) -> Self:
        """Deny that a relationship exists."""
        return self.about(self._tie(type_, start, end, key), denied=True, exists=True)

    def same(self, id_: str, *others: str) -> Self:
        """State that a node is the same as others."""
        return self.about(id_, same_as=list(others))

    def not_same(self, id_: str, *others: str) -> Self:
        """Deny that a node is the same as others."""
        return self.about(id_, denied=True, same_as=list(others))

    @staticmethod
    def _tie(type_: str, start: str, end: str, values: dict[str, Any]) -> Tie:
        key = {name: str(values.pop(name)) for name in RELATIONSHIPS_BY_NAME[type_].key if name in values}
        return Tie.between(type_, start, end, **key)

    def _add(self, thing: str | Tie, name: str, value: Value | None, *, denied: bool) -> None:
        tie = thing if isinstance(thing, Tie) else None
        id_ = thing if isinstance(thing, str) else thing.id
        claim = Claim(id_, name, value, self.source, self.stated_on, self.level, self.language, denied)
        self.changes.state(claim, Attestation(self.modality, self.at, len(self.at)), tie=tie)


def says(source: str, stated_on: str | None = None, level: Level = Level.PUBLIC, **more: Any) -> Says:
    """Begin what a source says; ``source/`` may be left out."""
    return Says(source if source.startswith("source/") else f"source/{source}", stated_on, level, **more)


def person(stated_on: str | None = None, level: Level = Level.PUBLIC) -> Says:
    """Begin what a person decides."""
    return Says(PEOPLE, stated_on, level)


def joined(said: Iterable[Says]) -> ChangeSet:
    """Return all that is said as one change set."""
    changes = ChangeSet()
    for one in said:
        changes.merge(one.changes)
    return changes


def order_of(*said: Says, **order: Any) -> LoadOrder:
    """Return the order for a file that says this; equal statements have equal fingerprints."""
    content = repr(sorted(map(repr, joined(said).claims.items())))
    fingerprint = hashlib.sha256(content.encode()).hexdigest()
    made = LoadOrder(said[0].source, said[0].source, LoadKind.FILE, fingerprint, "list.csv", "staff", "monthly list")
    return replace(made, **order)


@dataclass
class City:
    """A store with a quick way in and out."""

    store: Store

    def load(self, *said: Says, **order: Any) -> Load:
        """Load a file that says this, whole; ``order`` replaces fields of its `LoadOrder`."""
        load = self.start(*said, **order)
        return load if load.state is LoadState.COMPLETE else self.store.complete(load)

    def start(self, *said: Says, **order: Any) -> Load:
        """Load a file that says this, without completing it."""
        load = self.store.begin(order_of(*said, **order))
        if load.state is LoadState.RUNNING:
            for part in joined(said).slices():
                with self.store.writer(load) as writer:
                    writer.write(part)
        return load

    def decide(self, scope: str, *said: Says, reason: str = "", **order: Any) -> Load:
        """Take in a person's decision on a scope."""
        made = LoadOrder(said[0].source, scope, LoadKind.DECISION, "", scope, "staff", reason)
        return self.store.decide(replace(made, **order), joined(said))

    def undo(self, load: Load) -> Load:
        """Take a load back."""
        return self.store.undo(load.number, actor="admin", reason="a mistake")

    def view(self, role: Role = Role.PUBLIC, *, as_of: date | None = None) -> View:
        """Open a view; close it."""
        return self.store.view(Viewer(role), as_of=as_of)

    def node(self, id_: str, role: Role = Role.PUBLIC, *, as_of: date | None = None) -> Node:
        """Return a node that must be there."""
        with self.view(role, as_of=as_of) as view:
            node = view.nodes([id_])[0]
        assert node is not None, f"{role} does not see {id_}"
        return node

    def sees(self, id_: str, role: Role = Role.PUBLIC, *, as_of: date | None = None) -> bool:
        """Return whether a viewer sees a node."""
        with self.view(role, as_of=as_of) as view:
            return view.nodes([id_]) != [None]

    def value(self, id_: str, property_: str, role: Role = Role.PUBLIC, *, as_of: date | None = None) -> Any:
        """Return what a node reads: a value, a tuple, or None."""
        return self.node(id_, role, as_of=as_of).reading.values.get(property_)

    def ties(self, id_: str, role: Role = Role.PUBLIC, **where: Any) -> list[Relationship]:
        """Return the relationships of a node, denied ones left out unless ``with_denied``."""
        with self.view(role) as view:
            return list(view.relationships([id_], RelationshipFilter(**where), first=1000)[id_].items)

    def statements(self, thing: str, property_: str = "", role: Role = Role.PUBLIC) -> list[Statement]:
        """Return what is claimed about a thing, of one property or all."""
        with self.view(role) as view:
            found = view.statements([thing])[thing]
        return [one for one in found if property_ in ("", one.claim.property)]

    @property
    def revision(self) -> int:
        """The revision of the last commit."""
        with self.view() as view:
            return view.revision


def picture(store: Store) -> dict[str, Any]:
    """Return all that both levels read, in an order that nothing but the content decides.

    Revisions, numbers of loads and clock times are left out: two stores that say the same have equal pictures.
    """
    return {role.value: _seen_by(store, role) for role in (Role.PUBLIC, Role.STAFF)}


def _seen_by(store: Store, role: Role) -> dict[str, Any]:
    with store.view(Viewer(role)) as view:
        ids = view.snapshot(types=()).nodes.ids
        nodes = [node for node in view.nodes(ids) if node is not None]
        pages = view.relationships(ids, RelationshipFilter(with_denied=True), first=1000)
        ties = {one.id: one for page in pages.values() for one in page.items}
        statements = view.statements([*ids, *sorted(ties)])
    return {
        "nodes": [(one.id, one.kind, one.name, one.named, one.reading, one.former_ids) for one in nodes],
        "ties": [(ties[id_].type, ties[id_].start, ties[id_].end, ties[id_].denied, id_, ties[id_].reading)
                 for id_ in sorted(ties)],
        "statements": {thing: [(repr(one.claim), one.modality, one.places, one.total, one.counts) for one in found]
                       for thing, found in statements.items()},
    }  # fmt: skip
