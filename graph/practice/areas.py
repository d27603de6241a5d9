"""The ground of the city: districts on a grid, in boroughs, with neighbourhoods, borders, middles and inhabitants.

The city lies in the open sea, where no place is, and its codes begin with 99, which Statistics Netherlands gives to no
municipality.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.practice.draws import Draws, FloatArray, IntArray
from graph.practice.vocabulary import read_words

INITIATIVES_A_DISTRICT = 14
DISTRICTS_A_BOROUGH = 4
_SEA = (3.55, 53.85)  # longitude and latitude of the middle: the North Sea, a hundred kilometres from any coast
_STEP = (0.0183, 0.0108)  # degrees between two middles: 1.2 kilometres both ways at this latitude


@dataclass(frozen=True, slots=True)
class Areas:
    """Where everything is.

    Parameters
    ----------
    municipality, boroughs
        Names.
    districts, spoken
        Names of the d districts, and how they sound in a sentence (``de Molenbuurt``).
    borough_of : (d,) index of the borough
    cells : (d, 2) place on the grid
    points : (d, 2) longitude and latitude
    borders : (m, 2) pairs of districts that border on each other, the lower index first
    neighbourhoods
        Names of the b neighbourhoods.
    district_of : (b,) index of the district
    inhabitants : (b,) of each neighbourhood
    """

    municipality: str
    boroughs: list[str]
    districts: list[str]
    spoken: list[str]
    borough_of: IntArray
    cells: IntArray
    points: FloatArray
    borders: IntArray
    neighbourhoods: list[str]
    district_of: IntArray
    inhabitants: IntArray

    def around(self) -> list[list[int]]:
        """Return for each district those that border on it.

        Raises
        ------
        Nothing.
        """
        found: list[list[int]] = [[] for _ in self.districts]
        for one, other in self.borders.tolist():
            found[one].append(other)
            found[other].append(one)
        return found

    def municipality_code(self, district: int = 0) -> str:
        """Return the four digits of a district's codes: a hundred districts fit behind one municipality's.

        Raises
        ------
        Nothing.
        """
        return f"{9999 - district // 100:04d}"

    def district_code(self, district: int) -> str:
        """Return a code in the form of Statistics Netherlands' codes of districts.

        Raises
        ------
        Nothing.
        """
        return f"WK{self.municipality_code(district)}{district % 100:02d}"


def build_areas(initiatives: int, seed: int) -> Areas:
    """Return the ground for so many initiatives.

    Parameters
    ----------
    initiatives
        How many the city will have, >= 1.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the number of initiatives, which also gives the number of districts.
    """
    draws = Draws(seed, "areas")
    count = max(1, round(initiatives / INITIATIVES_A_DISTRICT))
    named = [name for name, _ in zip(_district_names(draws), range(count), strict=False)]
    cells = np.array([cell for cell, _ in zip(_spiral(), range(count), strict=False)], np.int64)
    jitter = np.column_stack([draws.uniform(count), draws.uniform(count)]) * 0.5 - 0.25
    borough_of = np.arange(count, dtype=np.int64) // DISTRICTS_A_BOROUGH
    neighbourhoods, district_of = _neighbourhoods([name for name, _ in named], draws)
    return Areas(
        municipality=read_words("places")["municipality"],
        boroughs=_borough_names(cells, borough_of, [name for name, _ in named]),
        districts=[name for name, _ in named],
        spoken=[spoken for _, spoken in named],
        borough_of=borough_of,
        cells=cells,
        points=np.round(np.array(_SEA) + (cells + jitter) * np.array(_STEP), 5),
        borders=_borders(cells),
        neighbourhoods=neighbourhoods,
        district_of=district_of,
        inhabitants=(draws.integers(len(district_of), 480) + 120) * 10,
    )


def _district_names(draws: Draws) -> Iterator[tuple[str, str]]:
    """Yield names that never repeat: the fixed ones, then made ones, then those behind Nieuw- and Oud-."""
    places = read_words("places")
    fixed = [(entry["name"], entry["in"]) for entry in places["districts"]]
    yield from fixed
    made = [
        (beginning + ending["name"], f"{ending['article']} " if "article" in ending else "")
        for beginning in places["beginnings"]
        for ending in places["endings"]
        if not _clash(beginning.lower(), ending["name"])
    ]
    made = [made[place] for place in draws.order(len(made)) if made[place][0] not in dict(fixed)]
    for before in ("", "Nieuw-", "Oud-"):
        for name, article in made:
            yield before + name, article + before + name


def _clash(beginning: str, ending: str) -> bool:
    """Tell whether two parts sound silly together, as in Dijkdijk or Akkerakkers."""
    return ending in beginning or beginning in ending or beginning[-1] == ending[0]


def _spiral() -> Iterator[tuple[int, int]]:
    """Yield the cells of a grid outwards from the middle, each beside the one before."""
    x = y = 0
    yield x, y
    step = 1
    while True:
        for along_x, sign in ((1, 1), (0, 1), (1, -1), (0, -1)):
            for _ in range(step):
                x, y = x + along_x * sign, y + (1 - along_x) * sign
                yield x, y
            step += 1 - along_x  # every second side is one longer


def _borders(cells: IntArray) -> IntArray:
    place = {cell: index for index, cell in enumerate(map(tuple, cells.tolist()))}
    pairs = [
        sorted((index, place[beside]))
        for (x, y), index in place.items()
        for beside in ((x + 1, y), (x, y + 1))
        if beside in place
    ]
    return np.array(sorted(pairs), np.int64).reshape(-1, 2)


def _borough_names(cells: IntArray, borough_of: IntArray, districts: list[str]) -> list[str]:
    """Name the first boroughs by the compass, later ones by their first district."""
    words = read_words("places")["boroughs"]
    names = [words["centre"]]
    for borough in range(1, int(borough_of[-1]) + 1):
        east, north = cells[borough_of == borough].mean(axis=0) if borough < 40 else (0.0, 0.0)
        direction = words["compass"][round(float(np.arctan2(north, east)) / (np.pi / 4)) % 8]
        taken = direction in names or borough >= 40  # the compass is used up long before
        names.append(districts[borough * DISTRICTS_A_BOROUGH] if taken else direction)
    return [f"Stadsdeel {name}" for name in names]


def _neighbourhoods(districts: list[str], draws: Draws) -> tuple[list[str], IntArray]:
    endings = read_words("places")["neighbourhoods"]
    counts = draws.integers(len(districts), 3) + 2  # two to four
    names = [
        f"{district}-{endings[place]}"
        for district, count in zip(districts, counts.tolist(), strict=True)
        for place in range(count)
    ]
    return names, np.repeat(np.arange(len(districts), dtype=np.int64), counts)
