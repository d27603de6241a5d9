"""Same or not, over a store: what may be one thing, what is merged without asking, and what people decided on it.

What people decide goes in as claims, through the same door as files: *same* is a merge, *different* its denial. What
the program is sure of is merged by a source of its own, below people, in one load that can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.changes import ChangeSet
from graph.claims import PEOPLE, Claim
from graph.errors import InputError
from graph.network.deciding import Decider, decide, pair_scope, two_nodes, with_people
from graph.resolution.groups import Settled, settle
from graph.resolution.matching import Match, Outcome, find_matches
from graph.resolution.measuring import Quality, meaning, meanings, measure
from graph.resolution.reasons import Doubt, explain
from graph.resolution.things import Things, read_things
from graph.schema.declaration import Level
from graph.schema.words import Words
from graph.store.answers import Statement
from graph.store.base import Store, View, all_records
from graph.store.loads import Load, LoadKind, LoadOrder
from graph.store.questions import Role, Viewer

MACHINE = "source/resolver"
"""The source of what the program merged by itself. People stand above it."""

LATER = "resolve_later"
"""Collection of the records part that holds the pairs that a person put off."""

_MACHINE_NAME = {"nl": "Dubbele namen, samengevoegd door Wijkweb", "en": "Double names, merged by Wijkweb"}
_SCOPE = "resolve"
_AT_ONCE = 1_000

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What may be one thing in a store, of one revision.

    Parameters
    ----------
    revision
        Of the store.
    things
        What was compared.
    settled
        The matches without those that people keep apart, and what is merged without asking.
    found
        Every match, those that people keep apart too.
    apart
        Pairs of ids, in order, of which a person said that they are two.
    """

    revision: int
    things: Things
    settled: Settled
    found: tuple[Match, ...] = ()
    apart: frozenset[Pair] = frozenset()

    def of(self, outcome: Outcome) -> list[Match]:
        """Return the matches of one outcome, surest first."""
        return [match for match in self.settled.matches if match.outcome is outcome]


def resolve(store: Store) -> Resolution:
    """Return what may be one thing: every name is looked at, those of people too."""
    with store.view(Viewer(Role.ADMIN)) as view:
        things = read_things(view)
        found, apart = find_matches(things), _kept_apart(store, view)
        return Resolution(view.revision, things, settle(found, things, apart), tuple(found), frozenset(apart))


def with_apart(resolution: Resolution, pair: Pair, revision: int) -> Resolution:
    """Return what may be one thing once a person kept two apart that were two already.

    Parameters
    ----------
    resolution
        Of the revision before.
    pair
        The two, in any order, by canonical ids.
    revision
        Of the commit that says so, and nothing else.

    Raises
    ------
    Nothing.

    Notes
    -----
    The same as `resolve` gives, without reading and comparing all names again: these have not changed.
    """
    apart = resolution.apart | {_ordered(*pair)}
    settled = settle(resolution.found, resolution.things, apart)
    return replace(resolution, revision=revision, settled=settled, apart=apart)


def desk(view: View, store: Store, resolution: Resolution, matches: Sequence[Match], lang: str = "nl") -> list[Doubt]:
    """Return matches in words, those that were put off marked with the reason."""
    return explain(view, matches, resolution.things.labels, put_off(store), lang)


def put_off(store: Store) -> dict[Pair, str]:
    """Return the pairs that people put off, by canonical ids in order, with the reason."""
    return {pair: str(one["reason"]) for pair, one in put_off_documents(store).items()}


def put_off_documents(store: Store) -> dict[Pair, Mapping[str, Any]]:
    """Return what is kept of the pairs that people put off, by canonical ids in order."""
    found = {_ends(document): document for _, document in all_records(store.records, LATER)}
    canonical = _canonical(store, {id_ for pair in found for id_ in pair})
    return {_ordered(canonical[one], canonical[other]): document for (one, other), document in found.items()
            if one in canonical and other in canonical}  # fmt: skip


def merge_sure(store: Store, resolution: Resolution, decider: Decider) -> Load | None:
    """Merge what is sure, in one load that can be taken back; None where nothing is.

    Notes
    -----
    In bounded commits, each valid alone: what is cut off stands as far as it came, and the rest is found again.
    """
    claims = [Claim(other, "same_as", keep, MACHINE, decider.on.isoformat(), Level.INTERNAL)
              for keep, *others in resolution.settled.groups for other in others]  # fmt: skip
    if not claims:
        return None
    changes = ChangeSet()
    changes.state(Claim(MACHINE, "kind", "Source", MACHINE, decider.on.isoformat()))
    for lang, name in _MACHINE_NAME.items():
        changes.state(Claim(MACHINE, "name", name, MACHINE, decider.on.isoformat(), language=lang))
    for claim in claims:
        changes.state(claim)
    title = f"{len(claims)} dubbele {'naam' if len(claims) == 1 else 'namen'} samengevoegd"
    order = LoadOrder(MACHINE, _SCOPE, LoadKind.DECISION, title=title, actor=decider.actor, reason=decider.reason,
                      adds=True)  # fmt: skip
    load = store.begin(order)
    for part in changes.slices():
        with store.writer(load) as writer:
            writer.write(part)
    return store.complete(load)


def keep_apart(store: Store, one: str, other: str, decider: Decider) -> Load:
    """Say that two are two, whether they were merged or not: they are not asked about again.

    Raises
    ------
    UnknownIdError
        There is no such node.
    InputError
        It is one id, or they stay one by way of a third.
    """
    if one == other:
        raise InputError("Dit is één en dezelfde id. Geef er twee.", "This is one and the same id. Give two.")
    two_nodes(store, one, other)
    changes = with_people(decider)
    for start, end in ((one, other), (other, one)):
        changes.state(Claim(start, "same_as", end, PEOPLE, decider.on.isoformat(), Level.INTERNAL, denied=True))
    title = Words(f"{one} is niet {other}", f"{one} is not {other}")
    load = decide(store, pair_scope(one, other), title, changes, decider)
    first, second = two_nodes(store, one, other)
    if first.id == second.id:
        store.undo(load.number, actor=decider.actor, reason="")
        raise InputError(
            f"{one} en {other} horen allebei bij {first.id}. Zeg eerst welke daar niet bij hoort.",
            f"{one} and {other} both belong to {first.id}. First say which does not belong there.",
        )
    take_up(store, one, other)
    return load


def postpone(store: Store, one: str, other: str, decider: Decider) -> None:
    """Put a pair off: it stands last on the desk, with the reason.

    Raises
    ------
    UnknownIdError
        There is no such node.
    InputError
        They are one already.
    """
    first, second = two_nodes(store, one, other)
    if first.id == second.id:
        raise InputError("Dit is al hetzelfde.", "These are one already.")
    pair = _ordered(one, other)
    document = {"one": pair[0], "other": pair[1], "reason": decider.reason, "actor": decider.actor,
                "on": decider.on.isoformat()}  # fmt: skip
    store.records.put(LATER, {"|".join(pair): document})


def take_up(store: Store, one: str, other: str) -> None:
    """Erase that a pair was put off, now that it is decided: by these ids, or by others that lead to the same two."""
    asked = _ordered(one, other)
    found = {key: _ends(document) for key, document in all_records(store.records, LATER)}
    canonical = _canonical(store, {one, other, *(end for ends in found.values() for end in ends)})
    now = _ordered(*(canonical.get(id_, id_) for id_ in asked))
    same = [key for key, ends in found.items() if _ordered(*(canonical.get(end, end) for end in ends)) == now]
    store.records.delete(LATER, ["|".join(asked), *same])


def drop_gone(store: Store) -> None:
    """Erase what was put off of things that are one by now, or that are not in the store any more.

    Notes
    -----
    Nothing of somebody who was erased, or of a load that was taken back, may stay in a reason beside the claims.
    """
    found = {key: _ends(document) for key, document in all_records(store.records, LATER)}
    canonical = _canonical(store, {end for ends in found.values() for end in ends})
    gone = [key for key, ends in found.items()
            if not canonical.keys() >= {*ends} or canonical[ends[0]] == canonical[ends[1]]]  # fmt: skip
    if gone:
        store.records.delete(LATER, gone)


def quality(store: Store, resolution: Resolution, truth: Mapping[str, Any]) -> Quality:
    """Return how good matching is where the truth is known; what is merged already counts as automatic.

    Raises
    ------
    FileError
        This is not the truth of a practice city.
    """
    known = meanings(truth)
    of = {thing.id: thing for those in resolution.things.of_kind.values() for thing in those}
    merged = _merged(store)
    with store.view(Viewer(Role.ADMIN)) as view:
        names = dict(own_names(view, sorted({id_ for pair in merged for id_ in pair} & of.keys())))
    for thing in of.values():
        names.setdefault(thing.id, [name.text for name in thing.names])
    meant = {id_: meaning(given, known) for id_, given in names.items()}
    pairs = {outcome: [match.ids for match in resolution.of(outcome)] for outcome in Outcome}
    return measure(meant, merged, pairs[Outcome.SURE], pairs[Outcome.DOUBTFUL])


def own_names(view: View, ids: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield for each id, and each that a merge joined it with, the names that were stated for it itself."""
    for start in range(0, len(ids), _AT_ONCE):
        for statements in view.statements(ids[start : start + _AT_ONCE]).values():
            own: dict[str, list[str]] = {}
            for one in statements:
                if one.claim.property in ("name", "aliases") and not one.claim.denied:
                    own.setdefault(one.claim.thing, []).append(str(one.claim.value))
            yield from own.items()


def _merged(store: Store) -> list[Pair]:
    """Return the pairs of ids that are one by a merge: each id with its canonical one."""
    with store.view(Viewer(Role.ADMIN)) as view:
        ids = {one.claim.thing for source in (PEOPLE, MACHINE) for one in same_as(view, source) if not one.claim.denied}
    return [(id_, whole) for id_, whole in sorted(_canonical(store, ids).items()) if id_ != whole]


def _kept_apart(store: Store, view: View) -> set[Pair]:
    """Return the pairs of canonical ids of which a person said that they are two."""
    denied = [one.claim for one in same_as(view, PEOPLE) if one.claim.denied]
    canonical = _canonical(store, {id_ for claim in denied for id_ in (claim.thing, str(claim.value))})
    pairs = ((canonical.get(claim.thing), canonical.get(str(claim.value))) for claim in denied)
    return {_ordered(one, other) for one, other in pairs if one and other and one != other}


def same_as(view: View, source: str) -> Iterator[Statement]:
    """Yield what a source says on whether two things are one."""
    after = None
    while True:
        page = view.statements_of_source(source, first=_AT_ONCE, after=after)
        yield from (one for one in page.items if one.claim.property == "same_as" and one.claim.value is not None)
        if not page.more:
            return
        after = page.items[-1].claim.thing


def _canonical(store: Store, ids: set[str]) -> dict[str, str]:
    return {id_: known.canonical for id_, known in store.existing(sorted(ids)).items()} if ids else {}


def _ends(document: Mapping[str, Any]) -> Pair:
    return str(document["one"]), str(document["other"])


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
