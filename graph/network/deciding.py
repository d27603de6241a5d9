"""Decisions of people: corrections, merges, splits, judgements. They go in as claims, through the same door as files.

A decision is never overwritten: a newer one in the same scope takes its place, and undoing that one brings it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.changes import ChangeSet, Tie, mint_id
from graph.claims import PEOPLE, RECORDED, Attestation, Claim
from graph.errors import InputError, UnknownIdError
from graph.ingest.cells import Cell, read_cell
from graph.network.private_text import check_typed
from graph.schema.declaration import Level, Property
from graph.schema.model import KINDS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.values import Value
from graph.schema.words import Words
from graph.store.answers import Node
from graph.store.base import Store
from graph.store.loads import Load, LoadKind, LoadOrder
from graph.store.questions import Role, Viewer
from graph.suggestions.advice_types import Suggestion

_NAMES = {
    PEOPLE: {"nl": "Aanpassing door mensen", "en": "Correction by people"},
    RECORDED: {"nl": "Vastgelegd door begeleiders", "en": "Recorded by facilitators"},
}
"""What the sources of people's words are called."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, when, and why.

    Parameters
    ----------
    actor
        By role.
    on
        The day.
    reason
        Why; kept with the decision.
    """

    actor: str
    on: date
    reason: str = ""


def correct(
    store: Store, id_: str, property_: str, value: Cell | None, decider: Decider, *, level: Level | None = None
) -> Load:
    """State a value that stands above files until it is withdrawn, or (None) that there is none.

    Parameters
    ----------
    store
        Where.
    id_
        A node or a relationship.
    property_
        Name of the property; ``kind`` to say what a thing really is.
    value
        As a person writes it; None to say that there is none.
    decider
        Who, when, why.
    level
        Who may see it; as the value that it corrects unless given.

    Raises
    ------
    UnknownIdError
        There is no such thing.
    InputError
        The property or the value does not fit it.
    """
    with store.view(Viewer(Role.ADMIN)) as view:
        node = view.nodes([id_])[0]
        tie = view.relationships_by_id([id_])[0] if node is None else None
        if node is None and tie is None:
            raise unknown_id(id_)
        thing = node.id if node else id_
        declared = properties_of_kind(node.kind) if node else properties_of_relationship(tie.type if tie else "")
        if property_ not in declared or property_ in ("same_as", "source_key"):
            raise _no_property(property_, tuple(declared))
        stored = None if value is None else _stored(declared[property_], value)
        levels = {
            one.claim.level for one in view.statements([thing])[thing] if one.claim.property == property_ and one.counts
        }
    chosen = level or (Level.INTERNAL if levels == {Level.INTERNAL} else Level.PUBLIC)
    changes = with_people(decider)
    claim = Claim(thing, property_, stored, PEOPLE, decider.on.isoformat(), chosen, denied=stored is None)
    changes.state(claim, tie=Tie(tie.type, tie.start, tie.end) if tie else None)
    scope = f"correct:{thing}:{property_}" + (f":{stored}" if declared[property_].many else "")
    return decide(store, scope, Words(f"{property_} van {thing}", f"{property_} of {thing}"), changes, decider)


def _stored(property_: Property, value: Cell) -> Value:
    return str(value) if property_.name == "kind" else read_cell(property_, value)


def merge(store: Store, keep: str, other: str, decider: Decider) -> Load:
    """Say that two nodes are one: ``other`` is from now on read under ``keep``, and keeps answering.

    Raises
    ------
    UnknownIdError
        There is no such node.
    InputError
        They are one already, or of kinds that cannot be one.
    """
    nodes = two_nodes(store, keep, other)
    if nodes[0].id == nodes[1].id:
        raise InputError("Dit is al hetzelfde.", "These are one already.")
    if nodes[0].kind != nodes[1].kind:
        kinds = [KINDS_BY_NAME[node.kind].words for node in nodes]
        raise InputError(
            f"{keep} is als {kinds[0].nl} bekend en {other} als {kinds[1].nl}. Verbeter eerst de soort met ‘correct’.",
            f"{keep} is known as {kinds[0].en} and {other} as {kinds[1].en}. First correct the kind with ‘correct’.",
        )
    changes = with_people(decider)
    # Internal: said in public, it would tell of a hidden thing that it exists.
    changes.state(Claim(other, "same_as", keep, PEOPLE, decider.on.isoformat(), Level.INTERNAL))
    return decide(store, pair_scope(keep, other), Words(f"{other} is {keep}", f"{other} is {keep}"), changes, decider)


def split(store: Store, one: str, other: str, decider: Decider) -> Load:
    """Say that two ids are two things: what a merge joined comes apart, and all that was said returns to its own.

    Raises
    ------
    UnknownIdError
        There is no such node.
    InputError
        They are two already.
    """
    nodes = two_nodes(store, one, other)
    if nodes[0].id != nodes[1].id:
        raise InputError("Dit zijn er al twee.", "These are two already.")
    changes = with_people(decider)
    for start, end in ((one, other), (other, one)):
        changes.state(Claim(start, "same_as", end, PEOPLE, decider.on.isoformat(), Level.INTERNAL, denied=True))
    return decide(
        store, pair_scope(one, other), Words(f"{one} is niet {other}", f"{one} is not {other}"), changes, decider
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person makes of a suggestion.

    Parameters
    ----------
    verdict
        ``accepted``, ``rejected`` or ``later``.
    form
        Form of working together that the person thinks of.
    reason
        Why; internal.
    """

    verdict: str
    form: str | None = None
    reason: str | None = None


def judge(
    store: Store, members: Sequence[str], judgement: Judgement, decider: Decider, *, key: str = ""
) -> tuple[Load, str]:
    """Keep what a person makes of a suggestion, and return the load and the id of the judgement.

    Parameters
    ----------
    store
        Where.
    members
        Who were suggested.
    judgement
        What the person makes of it.
    decider
        Who and when.
    key
        Text that makes this judgement unique: judging again is a new judgement.

    Raises
    ------
    InputError
        The verdict or the form is not one of the vocabulary's, or the reason is too long or holds contact details.
    """
    check_typed(judgement.reason or "", "reason")
    hint = "|".join((*sorted(members), decider.on.isoformat(), judgement.verdict, key))
    id_ = mint_id("Judgement", hint, taken=taken_ids(store))
    changes = with_people(decider)
    said = {"kind": "Judgement", "verdict": judgement.verdict, "form": judgement.form, "reason": judgement.reason,
            "judged_by": decider.actor, "judged_on": decider.on.isoformat()}  # fmt: skip
    declared = properties_of_kind("Judgement")
    for name, value in said.items():
        if value is not None and value != "":
            changes.state(Claim(id_, name, value, PEOPLE, decider.on.isoformat(), declared[name].level))
    for member in members:
        tie = Tie.between("CONCERNS", id_, member)
        changes.state(Claim(tie.id, "exists", True, PEOPLE, decider.on.isoformat()), tie=tie)
    title = Words(f"oordeel {judgement.verdict}", f"judgement {judgement.verdict}")
    return decide(store, f"judge:{id_}", title, changes, decider), id_


def check_may_be_judged(suggestion: Suggestion) -> None:
    """Refuse a verdict on a pair across cities.

    Raises
    ------
    InputError
        It is about learning only: nobody is to be brought together, and a verdict would teach the wrong thing.
    """
    if suggestion.learning:
        raise InputError(
            "Dit gaat over leren van een andere stad. Daar hoort geen oordeel bij.",
            "This is about learning from another city. No verdict goes with that.",
            concerning="suggestionId",
        )


class taken_ids:  # noqa: N801 - reads as the condition that it is
    """Answers whether an id is taken."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, id_: object) -> bool:
        return str(id_) in self._store.existing([str(id_)])


def decide(
    store: Store, scope: str, title: Words, changes: ChangeSet, decider: Decider, *, source: str = PEOPLE
) -> Load:
    """Take in a decision, whole or not at all, in place of the one before it in its scope."""
    order = LoadOrder(source, scope, LoadKind.DECISION, title=title.nl, actor=decider.actor, reason=decider.reason)
    return store.decide(order, changes)


def with_people(decider: Decider, source: str = PEOPLE, level: Level = Level.PUBLIC) -> ChangeSet:
    """Return a change set in which the source of people's decisions says that it exists."""
    changes = ChangeSet()
    on = decider.on.isoformat()
    changes.state(Claim(source, "kind", "Source", source, on, level), Attestation())
    for lang, name in _NAMES[source].items():
        changes.state(Claim(source, "name", name, source, on, level, language=lang))
    return changes


def two_nodes(store: Store, one: str, other: str) -> tuple[Node, Node]:
    """Return the nodes that two ids lead to; one and the same where they were merged.

    Raises
    ------
    UnknownIdError
        There is no such node.
    """
    with store.view(Viewer(Role.ADMIN)) as view:
        first, second = view.nodes([one, other])
    if first is None or second is None:
        raise unknown_id(one if first is None else other)
    return first, second


def pair_scope(one: str, other: str) -> str:
    """Return the scope of decisions on whether two are one: the newest counts."""
    return "same:" + ":".join(sorted((one, other)))


def unknown_id(id_: str) -> UnknownIdError:
    """Return the error for an id that leads to nothing that one may see."""
    return UnknownIdError(
        f"Er is niets bekend onder ‘{id_}’. Zoek met ‘wijkweb search’.",
        f"Nothing is known under ‘{id_}’. Search with ‘wijkweb search’.",
        concerning=id_,
    )


def _no_property(name: str, declared: Sequence[str]) -> InputError:
    choice = ", ".join(one for one in declared if one not in ("same_as", "source_key"))
    return InputError(
        f"‘{name}’ is hier geen eigenschap. Kies uit: {choice}.",
        f"‘{name}’ is no property here. Choose from: {choice}.",
    )
