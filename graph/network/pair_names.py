"""How the two of a pair on the merge desk are called: each by itself, and both as one."""

from __future__ import annotations

from collections.abc import Sequence

from graph.claims import Attestation, Attested
from graph.consolidation import Consolidator, other_names
from graph.network import resolving
from graph.network.merge_desk import Case
from graph.network.resolving import Pair
from graph.schema.model import node_properties
from graph.store.base import Store, View
from graph.store.loads import facts_of


def own_names(view: View, cases: Sequence[Case]) -> list[Pair]:
    """Return how the two of each pair are called, also where they are one by now.

    Parameters
    ----------
    view
        Who looks; a name that this viewer may not see is not given.
    cases
        Those that are shown.

    Raises
    ------
    Nothing.

    Notes
    -----
    Two questions to the store for a thousand names.
    """
    ids = sorted({id_ for case in cases for id_ in case.ids})
    found = dict(resolving.own_names(view, ids)) if ids else {}
    shown = {id_: node.name for id_, node in zip(ids, view.nodes(ids), strict=True) if node} if ids else {}
    names = {id_: (found.get(id_) or [shown.get(id_, id_)])[0] for id_ in ids}
    return [(names[case.ids[0]], names[case.ids[1]]) for case in cases]


def names_as_one(store: Store, view: View, ids: Pair) -> tuple[str, ...]:
    """Return what two would be called if they were one: first the name that would be shown, then the others.

    Parameters
    ----------
    store
        Where loads say when they were made.
    view
        Who looks.
    ids
        The two.

    Raises
    ------
    Nothing.
    """
    statements = [one for found in view.statements(list(ids)).values() for one in found]
    consolidator = Consolidator({load.number: facts_of(load) for load in store.loads()})
    entries = [
        (one.claim, Attested({load: Attestation(one.modality) for load in one.loads}))
        for one in statements
        if one.claim.property in ("name", "aliases")
    ]
    shown = consolidator.read(entries, node_properties()).values.get("name")
    others = sorted(other_names(consolidator.ranked(entries)) - {shown})
    return (str(shown), *others) if shown is not None else tuple(others)
