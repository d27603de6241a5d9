"""Loads a municipality with its districts and neighbourhoods from the register that comes with the program."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from graph.claims import place
from graph.ingest.records import Draft, DraftTie, Record, Said
from graph.ingest.sources import SourceInfo
from graph.ingest.stating import claim_records, state_claims
from graph.register.areas import (
    DISTRICTS_OF,
    MUNICIPALITIES_OF,
    RegisteredArea,
    areas_within,
    find_municipality,
)
from graph.schema.model import VERSION
from graph.schema.values import Value
from graph.store.base import Store
from graph.store.loads import Load, LoadOrder

SOURCE = SourceInfo(
    f"source/cbs-wijken-en-buurten-{DISTRICTS_OF}",
    {
        "name": f"CBS wijk- en buurtindeling {DISTRICTS_OF}",
        "publisher": "CBS/Kadaster",
        "licence": "CC BY 4.0",
        "version": str(DISTRICTS_OF),
        "summary": f"Wijken en buurten van {DISTRICTS_OF}, gemeenten van {MUNICIPALITIES_OF}: code, naam en een punt. "
        "Hier toegevoegd, dus niet van het CBS: de stadsdelen van Den Haag, andere namen, en gemeenten van later.",
    },
)
"""The register as a source."""


@dataclass(frozen=True, slots=True)
class AreasAdded:
    """What became of a municipality.

    Parameters
    ----------
    areas
        The municipality, and all areas inside it.
    load
        The load that holds them.
    nothing_new
        True when they had been added before.
    """

    areas: tuple[RegisteredArea, ...]
    load: Load
    nothing_new: bool


def add_municipality(store: Store, wanted: str, *, actor: str = "", reason: str = "") -> AreasAdded:
    """Load a municipality with all areas inside it, in one load that can be taken back.

    Parameters
    ----------
    store
        Where it goes.
    wanted
        Its code or name.
    actor, reason
        Who loads it, by role, and why.

    Raises
    ------
    InputError
        There is no such municipality, or more than one.
    StoreError
        The store cannot do its work; repeating it resumes.

    Notes
    -----
    An area that the store knows by its CBS code is added to; the others get the ids of the register.
    """
    municipality = find_municipality(wanted)
    areas = areas_within(municipality.code)
    records = _records(store, areas)
    claimed = claim_records(store, SOURCE, records, title=str(SOURCE.described["name"]))
    order = LoadOrder(
        SOURCE.id,
        f"{SOURCE.id}:{municipality.code}",
        fingerprint=hashlib.sha256(f"{VERSION}/{areas!r}".encode()).hexdigest(),
        title=f"{SOURCE.described['name']}, {municipality.name}",
        actor=actor,
        reason=reason,
    )
    counts = {"read": len(areas), "used": len(areas), "claims_added": len(claimed.changes)}
    load, done = state_claims(store, order, claimed.changes, report=counts)
    return AreasAdded(tuple(areas), load, not done)


def _records(store: Store, areas: list[RegisteredArea]) -> list[Record]:
    codes = {one.code: ("cbs_code", one.code.lower()) for one in areas}
    known = store.find_by_key(sorted(codes.values()))
    return [_record(number, one, known=bool(known.get(codes[one.code]))) for number, one in enumerate(areas, 1)]


def _record(number: int, area: RegisteredArea, *, known: bool) -> Record:
    where = place(key=area.code)
    stated_on = str(_year(area)) if _year(area) else None
    # An id of our own makes equal stores equal, and meets the files that name areas by it.
    id_ = None if known else f"area/{area.code.lower()}"
    draft = Draft(area.code, ("Area",), where, id_, area.code, own_key=True, stated_on=stated_on)
    draft.said = [Said(name, value, where, stated_on=stated_on) for name, value in _values(area)]
    record = Record(number, where, [draft])
    if area.whole:
        record.ties.append(DraftTie("PART_OF", area.code, area.whole, where, stated_on=stated_on))
    return record


def _values(area: RegisteredArea) -> list[tuple[str, Value]]:
    values: list[tuple[str, Value]] = [("name", area.name), ("level", area.level)]
    values += [("aliases", name) for name in area.aliases]
    if area.level != "borough":  # boroughs have a code of our own
        values.append(("cbs_code", area.code))
        values += [("cbs_year", year)] if (year := _year(area)) else []
    if area.longitude is not None:
        values.append(("centroid", f"POINT({area.longitude} {area.latitude})"))
    return values


def _year(area: RegisteredArea) -> int | None:
    """Return the year of the division that an area is of; None for a municipality that came about later."""
    if area.longitude is None:
        return None
    return MUNICIPALITIES_OF if area.level == "municipality" else DISTRICTS_OF
