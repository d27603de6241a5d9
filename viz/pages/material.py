"""All that the page of one node is made from, read once: its sheet, its neighbours as lines, its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.network.sheets import Sheet, StatementLine
from graph.schema.declaration import Property
from graph.schema.model import RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.wording import MODALITIES, NO, NONE, YES, value_label
from graph.store.answers import Node, Statement
from graph.store.base import View
from graph.store.citing import Citation, Sources
from viz.pages.citing import Cited, Citing
from viz.pages.lines import NodeLine, node_lines
from viz.site import Shell


@dataclass(frozen=True)
class Material:
    """What a node's page is made from.

    Parameters
    ----------
    view, shell
        Who looks, where links lead, in which language.
    sheet
        All that is known of the node.
    """

    view: View
    shell: Shell
    sheet: Sheet

    @property
    def node(self) -> Node:
        """The node itself."""
        return self.sheet.node

    @property
    def lang(self) -> str:
        """Language of the page."""
        return self.shell.lang

    @cached_property
    def others(self) -> Mapping[str, Node]:
        """Every node at the other end of a listed relationship, by id."""
        return {tie.other.id: tie.other for group in self.sheet.ties for tie in group.lines}

    @cached_property
    def lines(self) -> Mapping[str, NodeLine]:
        """The same nodes as lines."""
        nodes = list(self.others.values())
        return {line.id: line for line in node_lines(self.view, nodes, self.lang)}

    @cached_property
    def citing(self) -> Citing:
        """Makes links of citations; the sources of the sheet are read at once."""
        made = Citing(self.view, self.shell)
        made.load(self._citations())
        return made

    @property
    def sources(self) -> Sources:
        """The sources of this page, each read once."""
        return self.citing.sources

    def _citations(self) -> Iterator[Citation]:
        yield from self.sheet.citations
        for line in self.sheet.values:
            yield from (one.citation for one in line.statements)
        for group in self.sheet.ties:
            for tie in group.lines:
                yield from tie.citations

    def cite(self, citations: Iterable[Citation], about: str = "") -> tuple[Cited, ...]:
        """Return citations as links to what each source says of this node, or of another."""
        return self.citing.cite(citations, about or self.node.id)

    @cached_property
    def denied_types(self) -> Mapping[str, tuple[Citation, ...]]:
        """Types of relationship of which a source says that there is none, with who says so."""
        names = [name for name in self.node.reading.none if name in RELATIONSHIPS_BY_NAME]
        if not names:
            return {}
        statements = self.view.statements([self.node.id])[self.node.id]
        return {
            name: tuple(self.sources.cite(one) for one in statements if one.claim.property == name) for name in names
        }

    @cached_property
    def disputed_ties(self) -> Mapping[str, tuple[tuple[Property, tuple[StatementLine, ...]], ...]]:
        """For each relationship on which sources differ, by id, the properties concerned and what is said of them."""
        types = {tie.id: group.type for group in self.sheet.ties for tie in group.lines if tie.disputed}
        statements = self.view.statements(list(types)) if types else {}
        return {id_: tuple(_differing(found, types[id_], self.sources, self.lang)) for id_, found in statements.items()}


def _differing(
    statements: Sequence[Statement], type_: str, sources: Sources, lang: str
) -> Iterator[tuple[Property, tuple[StatementLine, ...]]]:
    declared = properties_of_relationship(type_)
    for name in dict.fromkeys(one.claim.property for one in statements):
        found = [one for one in statements if one.claim.property == name]
        if len({(one.claim.value, one.claim.denied) for one in found}) > 1:
            yield declared[name], tuple(statement_line(declared[name], one, sources, lang) for one in found)


def statement_line(property_: Property, one: Statement, sources: Sources, lang: str) -> StatementLine:
    """Return a statement in words, with where it stands.

    Parameters
    ----------
    property_
        What it is about; of ``exists`` it says yes or no.
    one
        The statement.
    sources
        Gives sources their labels.
    lang
        Language of the words.
    """
    value = one.claim.value
    if property_.name == "exists":
        text = (NO if one.claim.denied else YES).to(lang)
        return StatementLine(text, False, MODALITIES[one.modality].to(lang), one.counts, sources.cite(one))
    text = NONE.to(lang) if value is None else value_label(property_, value, lang)
    return StatementLine(
        text, one.claim.denied, MODALITIES[one.modality].to(lang), one.counts, sources.cite(one), one.claim.language
    )


def property_of(node: Node, name: str) -> Property:
    """Return the declaration of a node's property."""
    return properties_of_kind(node.kind)[name.partition("@")[0]]
