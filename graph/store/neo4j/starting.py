"""Where a question about readings begins: at the fewest that an index leads to, all of its conditions still to come."""

from __future__ import annotations

from collections.abc import Sequence

from graph.store.neo4j.filters import Key, Question
from graph.store.neo4j.ordering import by_code_point
from graph.store.questions import PLACED_BY, NodeFilter, RelationshipFilter
from graph.store.searching import Words

NAME_OF_KIND = "n.kind"
"""First key of an order by name within one kind: with it the order is an index's, of which only the start is read."""


def start(question: Question, where: NodeFilter, words: Words) -> str:
    """Return the words that a question begins with; it takes a condition next.

    Parameters
    ----------
    question
        Takes the parameters.
    where
        The filter; its ids are canonical.
    words
        What is searched for, of the filter or beside it.
    """
    if words.words:
        return _by_word(question, max(words.words, key=len))
    others = next((one for one in where.related if one.others), None)
    if where.ids is None and others is not None:
        return _by_neighbour(question, others)
    if where.ids is None and where.within:
        return _by_place(question, where)
    return "MATCH (n:Reading)"


def _by_word(question: Question, word: str) -> str:
    # The index of texts takes none above 32 KB; the few nodes with such a text are read one by one.
    sought = question.bind(by_code_point(word))
    return f"""CALL () {{ MATCH (n:Reading) WHERE n.search_text CONTAINS {sought} RETURN n
               UNION ALL MATCH (n:LongText) WHERE n.long_text CONTAINS {sought} RETURN n }} WITH n"""


def _by_neighbour(question: Question, where: RelationshipFilter) -> str:
    others = question.bind(where.others)
    return f"""CALL () {{ MATCH (b:Thing)-[r:{question.types(where)}]-(a:Thing) WHERE b.id IN {others}
               RETURN DISTINCT a.id AS id }} MATCH (n:Reading {{id: id}})"""


def _by_place(question: Question, where: NodeFilter) -> str:
    areas = question.bind(question.areas[where.within])
    types = question.types(RelationshipFilter(types=PLACED_BY))
    return f"""CALL () {{ UNWIND {areas} AS id RETURN id UNION
               MATCH (b:Thing)<-[r:{types}]-(a:Thing) WHERE b.id IN {areas} RETURN a.id AS id }}
               MATCH (n:Reading {{id: id}})"""


def ordered_by_index(where: NodeFilter, keys: Sequence[Key]) -> bool:
    """Return whether an index gives the order: by name, within one kind, where nothing leads to fewer nodes."""
    leads = where.text or where.ids is not None or where.within or any(one.others for one in where.related)
    return len(where.kinds) == 1 and not leads and keys[0][0] == "n.sort_key"
