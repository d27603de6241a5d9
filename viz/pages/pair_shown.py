"""One pair of the merge desk as the page shows it: both side by side, reasons for and against, and both as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.claims import PEOPLE
from graph.network.merge_desk import Case
from graph.network.pair_names import names_as_one, own_names
from graph.network.resolving import MACHINE, Pair
from graph.resolution.matching import Outcome
from graph.resolution.reasons import LIKELY, POSSIBLE, Doubt
from graph.resolution.reasons import Reason as Sign
from graph.store.answers import Node
from graph.store.base import View
from graph.store.citing import Citation
from viz.pages.citing import Cited, Citing
from viz.pages.pair_rows import PairRow, pair_rows
from viz.site import Shell

MOST_CITED = 4
"""Sources that are named of one of the two."""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason in words, with who says what it rests on."""

    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The pair that the page shows.

    Parameters
    ----------
    case
        The pair.
    names
        How each of the two is called.
    nodes
        The two; one and the same once they are one.
    sources
        Who speaks of each.
    rows
        Both side by side; none once they are one.
    doubt
        What speaks for and against; None where nothing resembles any more.
    reasons_for, reasons_against
        The same in the words of the page.
    bars
        How many of three bars stand beside the likelihood.
    as_one
        What they would be called as one.
    """

    case: Case
    names: Pair
    nodes: tuple[Node, Node]
    sources: tuple[tuple[Cited, ...], ...]
    rows: tuple[PairRow, ...] = ()
    doubt: Doubt | None = None
    reasons_for: tuple[ReasonLine, ...] = ()
    reasons_against: tuple[ReasonLine, ...] = ()
    bars: int = 0
    as_one: tuple[str, ...] = ()

    @property
    def together(self) -> list[PairRow]:
        """The rows in which they would gain something as one."""
        return [row for row in self.rows if not row.is_alike]


def show_pair(view: View, shell: Shell, case: Case) -> Shown:
    """Return a pair as the page shows it.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    case
        The pair.

    Raises
    ------
    UnknownIdError
        One of the two is not there any more.

    Notes
    -----
    A number of questions that depends on how many types of relationship the two have.
    """
    network = shell.site.network
    names = own_names(view, [case])[0]
    one, other = sheets = [network.sheet(view, id_, shell.lang) for id_ in case.ids]
    citing = Citing(view, shell)
    citing.load([citation for sheet in sheets for citation in sheet.citations])
    sources = tuple(citing.cite(_once(sheet.citations), sheet.node.id)[:MOST_CITED] for sheet in sheets)
    nodes = (one.node, other.node)
    if nodes[0].id == nodes[1].id:
        return Shown(case, names, nodes, sources[:1])
    found = network.doubts(shell.viewer, [case.match], shell.lang) if case.match is not None else []
    doubt = found[0] if found else None
    return Shown(
        case,
        names,
        nodes,
        sources,
        tuple(pair_rows(one, other, citing, shell.lang)),
        doubt,
        tuple(_reason(one, citing, shell) for one in doubt.reasons_for) if doubt else (),
        tuple(_reason(one, citing, shell) for one in doubt.reasons_against) if doubt else (),
        _bars(doubt) if doubt else 0,
        names_as_one(network.store, view, case.ids),
    )


def _once(citations: Sequence[Citation]) -> list[Citation]:
    """Return each source once, at its first place, without what was only decided."""
    found = {one.source: one for one in reversed(citations) if one.source not in (PEOPLE, MACHINE)}
    return list(reversed(found.values()))


def _reason(reason: Sign, citing: Citing, shell: Shell) -> ReasonLine:
    """Return a reason in words; what it reads from the names alone stands beside those already."""
    facts: list[Citation] = [] if reason.of_names else [fact.cited(shell.lang) for fact in reason.facts]
    return ReasonLine(reason.text.to(shell.lang), citing.cite(facts))


def _bars(doubt: Doubt) -> int:
    if doubt.outcome is Outcome.SURE or doubt.probability >= LIKELY:
        return 3
    return 2 if doubt.probability >= POSSIBLE else 1
