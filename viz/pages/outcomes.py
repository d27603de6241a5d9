"""What a meeting brought forth, by kind, with counts that add up and a source for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.schema.declaration import Vocabulary
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.wording import MODALITIES, value_label
from graph.schema.words import Words
from graph.store.answers import Node, Relationship
from graph.store.questions import LONGEST_PAGE, Direction, RelationshipFilter
from viz.pages.citing import Cited
from viz.pages.lines import names_of
from viz.pages.material import Material, property_of
from viz.rendering import upper_first

SHOWN = 5
"""Outcomes of one kind that stand open; the others unfold."""

_KINDS: Vocabulary = VOCABULARIES_BY_NAME["OutcomeKind"]
_PLURAL = {
    "decision": Words("Besluiten", "Decisions"),
    "action": Words("Acties", "Actions"),
    "commitment": Words("Toezeggingen", "Commitments"),
    "insight": Words("Inzichten", "Insights"),
    "advice": Words("Adviezen", "Pieces of advice"),
    "question": Words("Vragen", "Questions"),
    "hypothesis": Words("Hypotheses", "Hypotheses"),
    "tension": Words("Spanningen", "Tensions"),
    "solution": Words("Oplossingen", "Solutions"),
}
_OTHER = Words("Overig", "Other")
TO_DO = ("action", "commitment")
"""Kinds of which one asks whether it happened."""


@dataclass(frozen=True, slots=True)
class OutcomeEntry:
    """One outcome.

    Parameters
    ----------
    node
        What it leads to.
    text
        What was said.
    marks
        ``gepland``, ``onderzoeksvraag`` and the like.
    status
        For what is to be done: whether it was, in words; empty where nobody said.
    owners
        Who is to do it.
    cited
        Who says so.
    """

    node: Node
    text: str
    marks: tuple[str, ...]
    status: str
    owners: tuple[str, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class OutcomeGroup:
    """Outcomes of one kind."""

    code: str
    label: str
    entries: tuple[OutcomeEntry, ...]

    @property
    def shown(self) -> tuple[OutcomeEntry, ...]:
        """Those that stand open; one more than fits is no reason to fold."""
        return self.entries if len(self.entries) <= SHOWN + 1 else self.entries[:SHOWN]

    @property
    def folded(self) -> tuple[OutcomeEntry, ...]:
        """Those that unfold."""
        return self.entries[len(self.shown) :]

    @property
    def is_to_do(self) -> bool:
        """Whether one asks of these if they happened."""
        return self.code in TO_DO


def outcome_nodes(material: Material) -> dict[str, tuple[Relationship, Node]]:
    """Return what the page's meeting brought forth, by the id of the outcome."""
    where = RelationshipFilter(types=("RESULTED_IN",), direction=Direction.OUT)
    ties = material.view.relationships([material.node.id], where, first=LONGEST_PAGE)[material.node.id].items
    nodes = material.view.nodes([tie.end for tie in ties]) if ties else []
    return {node.id: (tie, node) for tie, node in zip(ties, nodes, strict=True) if node}


def group_outcomes(material: Material, found: Mapping[str, tuple[Relationship, Node]]) -> list[OutcomeGroup]:
    """Return outcomes by kind, in the order of the vocabulary.

    Parameters
    ----------
    material
        The page.
    found
        As `outcome_nodes` returns them.

    Notes
    -----
    Four questions whatever their number: statements, owners and the owners' names, sources.
    """
    if not found:
        return []
    owners = material.view.adjacency(list(found), RelationshipFilter(types=("OWNS",), direction=Direction.IN))
    names = names_of(material.view, {id_ for ids in owners.values() for id_ in ids})
    cited = material.sources.cite_all(material.view.statements([tie.id for tie, _ in found.values()]))
    by_kind: dict[str, list[OutcomeEntry]] = {}
    for id_, (tie, node) in found.items():
        who = tuple(names[owner] for owner in owners[id_] if owner in names)
        entry = _entry(material, node, tie, who, material.cite(cited[tie.id], id_))
        by_kind.setdefault(str(node.value("outcome_kind") or ""), []).append(entry)
    order = [*_KINDS.codes, ""]
    return [OutcomeGroup(code, _label(code, len(by_kind[code]), material.lang), tuple(by_kind[code]))
            for code in order if code in by_kind]  # fmt: skip


def _label(code: str, count: int, lang: str) -> str:
    if not code:
        return _OTHER.to(lang)
    return upper_first(_KINDS.words(code).to(lang)) if count == 1 else _PLURAL[code].to(lang)


_RESEARCH = Words("onderzoeksvraag", "research question")


def _entry(
    material: Material, node: Node, tie: Relationship, owners: Sequence[str], cited: tuple[Cited, ...]
) -> OutcomeEntry:
    lang = material.lang
    modality = MODALITIES[tie.reading.modalities.get("exists", "stated")].to(lang)
    marks = [modality] if modality else []
    marks += [_RESEARCH.to(lang)] if node.value("research") is True else []
    status, due = node.value("status"), node.value("due_on")
    told = [value_label(property_of(node, "status"), status, lang)] if status else []
    told += (
        [Words("voor {0}", "due {0}").to(lang).format(value_label(property_of(node, "due_on"), due, lang))]
        if due
        else []
    )
    text = str(node.value("text") or node.name)
    return OutcomeEntry(node, text, tuple(marks), ", ".join(told), tuple(owners), cited)
