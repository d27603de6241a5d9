"""The whole graph as one table: a row for every statement, of nodes and then of relationships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.network.exports.cells import BYTE_ORDER_MARK, csv_row
from graph.network.exports.things import iter_nodes, iter_ties
from graph.schema.model import node_properties, relationship_properties
from graph.schema.wording import value_label
from graph.store.answers import Statement
from graph.store.base import View
from graph.store.citing import Sources

CSV_COLUMNS = ("thing", "kind", "name", "property", "value", "in_words", "to", "to_name", "denied", "modality",
               "stated_on", "level", "counts", "source", "source_label", "places")  # fmt: skip


def export_csv(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield the graph as one table: a row for every statement, of nodes and then of relationships.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    lang
        Language of the column ``in_words`` and of the sources' labels.
    """
    yield BYTE_ORDER_MARK
    for row in statement_rows(view, lang):
        yield csv_row(row)


def statement_rows(view: View, lang: str = "nl") -> Iterator[Sequence[object]]:
    """Yield the rows of that table, its headers first."""
    sources = Sources(view, lang)
    yield CSV_COLUMNS
    names: dict[str, str] = {}
    for node, said in iter_nodes(view):
        names[node.id] = node.name
        for one in said:
            yield [node.id, node.kind, node.name, *_cells(one, lang), *_source_cells(one, sources)]
    for tie, said in iter_ties(view):
        subject = [tie.start, tie.type, names.get(tie.start, "")]
        for one in said:
            to = (tie.end, names.get(tie.end, ""))
            yield [*subject, *_cells(one, lang, to), *_source_cells(one, sources)]


def _cells(one: Statement, lang: str, to: tuple[str, str] = ("", "")) -> list[object]:
    claim = one.claim
    property_ = node_properties().get(claim.property) or relationship_properties().get(claim.property)
    value = "" if claim.value is None else claim.value
    words = "" if claim.value is None or property_ is None else value_label(property_, claim.value, lang)
    return [claim.property, value, words, *to, "yes" if claim.denied else "", one.modality, claim.stated_on or "",
            claim.level, "yes" if one.counts else ""]  # fmt: skip


def _source_cells(one: Statement, sources: Sources) -> list[object]:
    return [one.claim.source, sources.label(one.claim.source), " / ".join(one.places)]
