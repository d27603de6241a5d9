"""Flaws such as real lists have, at a chosen rate: typing errors, cut names, doubled rows, mixed dates, lost letters.

They are made in the finished tables, so that a city without them stays the same to the byte. Each is written down: what
was meant, what was written, where. No name is spoiled into that of another thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import InputError
from graph.practice.draws import Draws
from graph.practice.tables.table import Table
from graph.schema.words import normalise

MOST_FLAWS = 0.5
"""Rate above which a list is no list any more."""

_NAMED: Mapping[str, Mapping[str, str]] = {
    "05": {"Organisatie": "Organisation"},
    "06": {"Naam": "Initiative", "Wijk": "Area"},
    "07": {"Initiatief": "Initiative", "Wijk": "Area"},
    "08": {"Aanvrager": "Initiative", "Verlener": "Organisation", "Wijk": "Area"},
    "09": {"Initiatief": "Initiative"},
    "10": {"Initiatief": "Initiative"},
    "11": {"Initiatief": "Initiative", "Werkt samen met": "Initiative"},
    "12": {"Initiatief A": "Initiative", "Initiatief B": "Initiative"},
    "13": {"Organisatie": "Organisation", "Initiatief": "Initiative"},
    "16": {"Initiatief": "Initiative"},
    "18": {"Organisatie": "Organisation"},
    "19": {"Naam": "Person", "Initiatief": "Initiative", "Organisatie": "Organisation"},
    "20": {"Naam": "Person"},
}
"""Beginning of a list's name -> the columns that name a thing, with its kind. The lists of areas stay as they are."""

_DATED: Mapping[str, tuple[str, ...]] = {"06": ("Bijgewerkt op",), "08": ("Besluit op",), "09": ("Gevraagd op",),
                                         "10": ("Gevraagd op",)}  # fmt: skip
_SORTS = ("typing", "cut", "row", "date", "damage")
_HOW_COMMON = (40, 12, 18, 15, 15)
_WIDTHS = (40, 32, 30, 25, 24, 20, 18, 16, 14, 12)  # characters at which programs cut a field
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december")  # fmt: skip
_BESIDE = {"a": "s", "e": "r", "i": "o", "o": "p", "u": "y", "n": "m", "m": "n", "s": "d", "d": "f", "t": "r", "r": "t",
           "k": "l", "l": "k", "g": "h", "h": "j", "b": "v", "v": "b", "w": "e", "p": "o"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw that was made.

    Parameters
    ----------
    file, row, column
        Where: the list, the row as a spreadsheet numbers it, the column (empty for a doubled row).
    sort
        ``typing``, ``cut``, ``row``, ``date`` or ``damage``.
    kind
        Kind of the thing that is named; empty for a date.
    meant, written
        What it says in truth, and what the list says.
    repeats
        For a doubled row the number of the row that it is; 0 for other flaws.
    """

    file: str
    row: int
    column: str
    sort: str
    kind: str
    meant: str
    written: str
    repeats: int = 0


@dataclass(slots=True)
class _Written:
    """Normalised names that stand for something, with what they stand for."""

    meaning: dict[str, str] = field(default_factory=dict)

    def can_mean(self, written: str, meant: str) -> bool:
        """Say whether a spelling is free for a name, and keep it for that name."""
        form = normalise(written)
        return bool(form) and self.meaning.setdefault(form, meant) == meant


def spoil(tables: Sequence[Table], rate: float, seed: int) -> tuple[list[Table], list[Flaw]]:
    """Return tables with flaws, and the flaws.

    Parameters
    ----------
    tables
        Finished tables.
    rate
        How many rows of a list get a flaw, 0 to `MOST_FLAWS`.
    seed
        Seed of the city.

    Raises
    ------
    InputError
        The rate is out of range.

    Notes
    -----
    Linear in the number of cells.
    """
    if not 0.0 <= rate <= MOST_FLAWS:
        raise InputError(
            f"Van de rijen kan 0 tot {MOST_FLAWS} een fout krijgen, geen {rate}.",
            f"Of the rows 0 to {MOST_FLAWS} can get a flaw, not {rate}.",
            concerning=rate,
        )
    if rate == 0.0:
        return list(tables), []
    cells = dict.fromkeys(cell for table in tables for row in table.rows for cell in row if cell)  # most stand often
    written = _Written({normalise(cell): cell for cell in cells})
    spoiled, flaws = [], []
    for table in tables:
        after, made = _spoil(table, rate, written, Draws(seed, f"flaws {table.name}"))
        spoiled.append(after)
        flaws += made
    return spoiled, flaws


def _spoil(table: Table, rate: float, written: _Written, draws: Draws) -> tuple[Table, list[Flaw]]:
    named, dated = _NAMED.get(table.name[:2], {}), _DATED.get(table.name[:2], ())
    if not named:
        return table, []
    rows, flaws = [list(row) for row in table.rows], []
    for number, row in enumerate(table.rows):
        if not draws.chance(rate):
            continue
        sort = _SORTS[int(draws.weighted(1, _HOW_COMMON)[0])]
        columns = [column for column in (dated if sort == "date" else named) if row[table.header.index(column)]]
        if not columns:
            continue
        column = draws.pick(columns)
        place = table.header.index(column)
        cell = _flawed(row[place], sort, written, draws)
        target = rows[number]
        if sort == "row":
            target = list(row)
            rows.append(target)
            flaws.append(Flaw(table.name, len(rows) + 1, "", sort, "", "", "", number + 2))
        if cell != row[place]:
            target[place] = cell
            line = len(rows) + 1 if sort == "row" else number + 2
            flaws.append(Flaw(table.name, line, column, sort, named.get(column, ""), row[place], cell))
    return replace(table, rows=[tuple(row) for row in rows]), flaws


def _flawed(cell: str, sort: str, written: _Written, draws: Draws) -> str:
    """Return a cell with a flaw of a sort; as it was where there is no way."""
    if sort == "date":
        return _other_date(cell, draws)
    for way in _ways(cell, sort, draws):
        if way != cell and written.can_mean(way, cell):
            return way
    return cell


def _ways(cell: str, sort: str, draws: Draws) -> Iterator[str]:
    if sort == "damage":
        damaged = cell.encode().decode("cp1252", errors="replace")
        if damaged != cell:
            yield damaged if draws.chance(0.7) else "".join(letter if letter.isascii() else "\ufffd" for letter in cell)
    if sort == "cut":
        yield from (cell[:width].rstrip() for width in _WIDTHS if width < len(cell) - 1)
    if sort == "row" and draws.chance(0.5):
        return  # the same row twice, to the letter
    for _ in range(3):
        yield mistyped(cell, draws)


def mistyped(name: str, draws: Draws) -> str:
    """Return a name with one typing error in one of its longer words: a letter out, two swapped, doubled, or beside it.

    Parameters
    ----------
    name
        The name.
    draws
        Chance.

    Raises
    ------
    Nothing.
    """
    words = name.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 4]
    if not long:
        return name
    chosen = draws.pick(long)
    word = words[chosen]
    place = 1 + draws.below(len(word) - 2)
    before, letter, behind = word[:place], word[place], word[place + 1 :]
    way = draws.below(4)
    wrong = (
        before + behind,
        before + behind[:1] + letter + behind[1:],
        before + letter + letter + behind,
        before + _BESIDE.get(letter, letter) + behind,
    )[way]
    return " ".join([*words[:chosen], wrong, *words[chosen + 1 :]])


def _other_date(cell: str, draws: Draws) -> str:
    """Return a day as another person writes it: ``2025-06-28``, ``28/6/2025``, ``28 juni 2025``."""
    day, month, year = cell.split("-")
    return draws.pick(
        [f"{year}-{month}-{day}", f"{int(day)}/{int(month)}/{year}", f"{int(day)} {_MONTHS[int(month) - 1]} {year}"]
    )
