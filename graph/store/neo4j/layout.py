"""How the graph is laid out in Neo4j: labels, and the constraints and indexes that follow from the declared model.

::

    (:Thing:Entity:Reading:<Kind>)  a node as the internal level reads it, with its claims
    (:PublicReading:Reading)        the same node as everybody reads it, where that differs; without relationships
    (:Thing:Merged)                 what was merged into another node: its claims, no reading
    (:Thing:Dormant)                what nobody says exists now: its claims, or the end of a relationship
    -[:<TYPE>]->                    a relationship that stands
    -[:KEPT {type}]->               one that does not: denied, merged into another, or without a live claim
    (:Key) (:Load) (:Commit) (:Record) (:Derived) (:Wijkweb)    what Wijkweb keeps beside the graph
"""

from __future__ import annotations

from graph.errors import StoreError, StoreVersionError
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, VERSION
from graph.store.neo4j.driver import Server, Statements

KEPT = "KEPT"
"""Type of the relationships that do not stand; no declared type bears this name."""

TYPES = (*RELATIONSHIPS_BY_NAME, KEPT)

BESIDE = ("Thing", "Entity", "Reading", "PublicReading", "Merged", "Dormant", "LongText", "Key", "Load", "Commit",
          "Record", "Derived", "Wijkweb")  # fmt: skip
"""Labels besides those of the kinds; a test holds that no kind bears one of them."""

_UNIQUE = {"Wijkweb": "id", "Thing": "id", "Load": "number", "Commit": "revision", "Record": "place",
           "Derived": "place"}  # fmt: skip


def statements() -> dict[str, str]:
    """Return the statements that make constraints and indexes, by the name of what each makes."""
    unique = {**_UNIQUE, **dict.fromkeys(KINDS_BY_NAME, "id")}
    made = {f"wijkweb_{label.lower()}_{name}": f"CONSTRAINT {{}} FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"
            for label, name in unique.items()}  # fmt: skip
    for type_ in TYPES:
        made[f"wijkweb_tie_{type_.lower()}"] = f"CONSTRAINT {{}} FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE"
    made |= {
        "wijkweb_reading_id": "INDEX {} FOR (n:Reading) ON (n.id)",
        "wijkweb_reading_order": "INDEX {} FOR (n:Reading) ON (n.kind, n.sort_key)",
        "wijkweb_reading_text": "TEXT INDEX {} FOR (n:Reading) ON (n.search_text)",
        "wijkweb_merged_canonical": "INDEX {} FOR (n:Merged) ON (n.canonical)",
        "wijkweb_kept_canonical": f"INDEX {{}} FOR ()-[r:{KEPT}]-() ON (r.canonical)",
        "wijkweb_key": "INDEX {} FOR (n:Key) ON (n.key)",
        "wijkweb_commit_load": "INDEX {} FOR (n:Commit) ON (n.load)",
        "wijkweb_record_order": "INDEX {} FOR (n:Record) ON (n.collection, n.sort_key)",
        "wijkweb_derived_collection": "INDEX {} FOR (n:Derived) ON (n.collection)",
    }
    return {name: f"CREATE {rest.format(f'{name} IF NOT EXISTS')}" for name, rest in made.items()}


def prepare(server: Server, *, create: bool) -> None:
    """Make sure that a database is ours and laid out; an empty one is made ours.

    Parameters
    ----------
    server
        Of the database.
    create
        Whether an empty database may be made ours.

    Raises
    ------
    StoreError
        The database holds other data, or is empty and not to be made ours.
    StoreVersionError
        It was written by a newer version.

    Notes
    -----
    Some 50 statements the first time, a few seconds on a fresh server; three questions afterwards. An index that
    somebody dropped, or that a new version adds, is made again.
    """
    found = server.read(_look)
    if found is not None:
        _check(found, server.url)
    elif not create:
        raise _not_ours_yet(server.url)
    names = server.read(missing)
    for name in names:
        server.change_schema(statements()[name])
    if names:
        server.change_schema("CALL db.awaitIndexes(300)")
    if found is None:
        server.write(_sign)


def _look(database: Statements) -> int | str | None:
    """Return the version of the layout, what else stands there, or None where nothing does."""
    rows = database.rows("MATCH (w:Wijkweb {id: 'store'}) RETURN w.version")
    if rows:
        return int(rows[0][0])
    return "other" if database.rows("MATCH (n) RETURN count(n)")[0][0] else None


def _check(found: int | str, url: str) -> None:
    if isinstance(found, str):
        raise StoreError(
            f"In {url} staan gegevens van een ander programma. Kies een lege database.",
            f"{url} holds the data of another program. Choose an empty database.",
        )
    if found > VERSION:
        raise StoreVersionError(
            f"{url} is gemaakt met een nieuwere Wijkweb (indeling {found}, deze kent {VERSION}). Werk Wijkweb bij.",
            f"{url} was made by a newer Wijkweb (layout {found}, this one knows {VERSION}). Update Wijkweb.",
        )


def missing(database: Statements) -> list[str]:
    """Return the names of constraints and indexes that are not there."""
    there = {name for kind in ("CONSTRAINTS", "INDEXES") for (name,) in database.rows(f"SHOW {kind} YIELD name")}
    return [name for name in statements() if name not in there]


def _sign(database: Statements) -> None:
    """Mark an empty database as ours; when two processes do, the second finds what the first made."""
    database.rows(
        """MERGE (w:Wijkweb {id: 'store'}) ON CREATE SET w.version = $version, w.revision = 0, w.structure_revision = 0
           MERGE (p:Wijkweb {id: 'pulse'}) ON CREATE SET p.announced = 0, p.revision = 0, p.structure_revision = 0""",
        version=VERSION,
    )


def _not_ours_yet(url: str) -> StoreError:
    return StoreError(
        f"{url} is leeg. Maak er een opslag van met ‘wijkweb init --store {url}’.",
        f"{url} is empty. Make it a store with ‘wijkweb init --store {url}’.",
    )
