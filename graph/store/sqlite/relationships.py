"""Questions about relationships: of nodes, by id, what lies at the other end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from graph.schema.declaration import Level
from graph.store.answers import Page, Relationship
from graph.store.checking import bad_cursor, check_continued, checked_first
from graph.store.codec import decode_reading
from graph.store.questions import RelationshipFilter
from graph.store.sqlite.filters import SIDES, Condition, array
from graph.store.sqlite.queries import Queries

_RELATIONSHIP = 'r.id, r.type, r."start", r."end", r.reading, r.revision, r.public_revision, r.denied'


class RelationshipQueries(Queries):
    """See `graph.store.base.View`."""

    def relationships(
        self,
        ids: Sequence[str],
        where: RelationshipFilter = RelationshipFilter(),
        *,
        first: int = 20,
        after: str | None = None,
    ) -> dict[str, Page[Relationship]]:
        """Return, for each id asked, a page of its relationships, by sort key of the other end and then id."""
        check_continued(ids, after)
        canonical = self.canonical(ids)
        anchor, parameters = self._relationship_anchor(canonical[ids[0]], after) if after is not None else ("1", [])
        sides, side_parameters = self._sides(canonical.values(), where)
        query = f"""SELECT * FROM (SELECT asked, {_RELATIONSHIP.replace("r.", "")}, row_number() OVER
                    (PARTITION BY asked ORDER BY other_key, id) AS place FROM ({sides}) WHERE {anchor}) WHERE place <= ?
                    ORDER BY asked, place"""
        found: dict[str, list[Relationship]] = {id_: [] for id_ in canonical.values()}
        for asked, *row, _place in self.rows(query, *side_parameters, *parameters, checked_first(first) + 1):
            found[asked].append(self._relationship(row))
        return {id_: Page(tuple(found[to][:first]), more=len(found[to]) > first) for id_, to in canonical.items()}

    def relationship_counts(
        self, ids: Sequence[str], where: RelationshipFilter = RelationshipFilter()
    ) -> dict[str, int]:
        """Return how many relationships each id asked has."""
        canonical = self.canonical(ids)
        sides, parameters = self._sides(canonical.values(), where)
        counts = dict(self.rows(f"SELECT asked, count(*) FROM ({sides}) GROUP BY asked", *parameters))
        return {id_: int(counts.get(to, 0)) for id_, to in canonical.items()}

    def relationships_by_id(self, ids: Sequence[str]) -> list[Relationship | None]:
        """Return relationships in the order asked; None for what is not there for this viewer."""
        canonical = self.canonical(ids)
        query = f"""SELECT {_RELATIONSHIP} FROM relationship AS r
                    JOIN node AS a ON a.id = r."start" AND a.audience IN {self.audiences}
                    JOIN node AS b ON b.id = r."end" AND b.audience IN {self.audiences}
                    WHERE r.audience IN {self.audiences} AND r.id IN (SELECT value FROM json_each(?))"""
        found = {row[0]: self._relationship(row) for row in self.rows(query, array(canonical.values()))}
        return [found.get(canonical[id_]) for id_ in ids]

    def adjacency(self, ids: Sequence[str], where: RelationshipFilter = RelationshipFilter()) -> dict[str, list[str]]:
        """Return the ids at the other ends for each id asked, each once, sorted."""
        canonical = self.canonical(ids)
        sides, parameters = self._sides(canonical.values(), where)
        found: dict[str, list[str]] = {}
        for asked, other in self.rows(f"SELECT DISTINCT asked, other_id FROM ({sides}) ORDER BY 1, 2", *parameters):
            found.setdefault(asked, []).append(other)
        return {id_: found.get(to, []) for id_, to in canonical.items()}

    def _sides(self, ids: Iterable[str], where: RelationshipFilter) -> tuple[str, list[Any]]:
        """Return the query for relationships seen from each id, with its parameters; one row a relationship and id."""
        resolved = self.canonical(where.others) if where.others else {}
        condition = Condition()
        self.compile.relationships(condition, replace(where, others=tuple(resolved.values())))
        asked = array(dict.fromkeys(ids))
        sides: list[str] = []
        parameters: list[Any] = []
        for side, other, direction in SIDES:
            sides.append(
                f"""SELECT m.id AS asked, {_RELATIONSHIP}, o.sort_key AS other_key, o.id AS other_id
                    FROM json_each(?) AS i
                    JOIN node AS m ON m.id = i.value AND m.audience IN {self.audiences}
                    JOIN relationship AS r ON r.{side} = m.id AND r.audience IN {self.audiences}
                    JOIN node AS o ON o.id = r.{other} AND o.audience IN {self.audiences}
                    WHERE {self.compile.facing(where.direction, direction)} AND {condition.text}"""
            )
            parameters += [asked, *condition.parameters]
        return " UNION ALL ".join(sides), parameters

    def _relationship_anchor(self, id_: str, after: str) -> tuple[str, list[Any]]:
        canonical = self.canonical([after])[after]
        found = self.relationships_by_id([canonical])[0]
        other = found.other(id_) if found is not None and id_ in (found.start, found.end) else None
        query = f"SELECT sort_key FROM node WHERE id = ? AND audience IN {self.audiences}"
        rows = self.rows(query, other)
        if not rows:
            raise bad_cursor()
        key = rows[0][0]
        return "(other_key > ? OR (other_key = ? AND id > ?))", [key, key, canonical]

    def _relationship(self, row: Sequence[Any]) -> Relationship:
        id_, type_, start, end, reading, revision, public_revision, denied = row
        seen = public_revision if self.level is Level.PUBLIC else revision
        return Relationship(id_, type_, start, end, decode_reading(reading), seen, bool(denied))
