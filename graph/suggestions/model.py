"""Which members may be proposed to each other, and the model that gives their pairs a chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.algorithms.link_prediction import LinkPredictor
from graph.projection.places import THE_CITY, Places
from graph.projection.projection import IntArray, Projection
from graph.projection.texts import encode
from graph.store.base import Derived, View
from graph.store.rows import UNNAMED
from graph.suggestions.beliefs import EXPERT
from graph.suggestions.judging import Judged, judged_members
from graph.suggestions.relations import build_features, build_relations


def sides(projection: Projection, city: str) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return which initiatives are of the city, and which are not known to be; unnamed and ended ones are neither.

    Where no town is known, all are of the one city.
    """
    home = city or home_city(projection)
    areas, places = projection.ties["areas"], projection.places
    may = projection.is_kind("Initiative") & np.array([name != UNNAMED for name in projection.names], dtype=bool)
    may &= np.array([phase != "ended" for phase in projection.values["phase"]], dtype=bool)
    inside = np.array([not places.tells_towns
                       or any(home in places.with_wholes(areas.others[column]) for column in areas.of(row))
                       for row in range(projection.n)], dtype=bool)  # fmt: skip
    return may & inside, may & ~inside


def home_city(projection: Projection) -> str:
    """Return the city of most initiatives of a projection, see `main_city`."""
    areas = projection.ties["areas"]
    initiatives = projection.is_kind("Initiative")
    return main_city(projection.places, [areas.others[column] for row, column in areas.ids if initiatives[row]])


def main_city(places: Places, worked_in: Iterable[str]) -> str:
    """Return the town in which most initiatives work.

    Parameters
    ----------
    places
        The known areas.
    worked_in
        Ids of areas, as often as an initiative works in one.

    Returns
    -------
    str
        Where several have as many, the one with the most known parts, then by id; `THE_CITY` where no town is known.
    """
    parts = Counter(city for area in places.ids for city in places.cities(area))
    initiatives = Counter(city for area in worked_in for city in places.cities(area))
    return min(parts, key=lambda id_: (-initiatives[id_], -parts[id_], id_), default=THE_CITY)


class Model:
    """What the model knows of each pair but the partnerships; made once, fitted to them or to a part of them.

    Parameters
    ----------
    projection
        The network.
    derived
        Where vectors of texts are kept.
    candidates
        (n,) which members may be proposed.
    """

    def __init__(self, projection: Projection, derived: Derived, candidates: npt.NDArray[np.bool_]) -> None:
        self.candidates = candidates
        self._projection = projection
        self._features = build_features(projection)
        self._texts = encode([str(text or "") for text in projection.values["summary"]], derived)
        self._relations = build_relations(projection)

    def fit(self, partnerships: IntArray, judged: Judged) -> LinkPredictor:
        """Return a predictor that learned from (m, 2) partnerships and from judgements."""
        return LinkPredictor(EXPERT).fit(
            partnerships,
            self._projection.n,
            features=self._features,
            texts=self._texts,
            relations=self._relations,
            coordinates=self._projection.coordinates,
            candidates=self.candidates,
            judged=judged.as_lessons(),
        )


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of a network: advice about pairs and about groups rests on it.

    Parameters
    ----------
    projection
        The network as a viewer sees it.
    judged
        What people made of suggestions.
    at_home, elsewhere
        (n,) which members may be proposed to each other, and from which of another place one may learn.
    predictor
        Fitted to all known partnerships; None where no member is at home.
    """

    projection: Projection
    judged: Judged
    at_home: npt.NDArray[np.bool_]
    elsewhere: npt.NDArray[np.bool_]
    predictor: LinkPredictor | None


def learn(view: View, projection: Projection, derived: Derived, *, city: str, today: date) -> Learned:
    """Return what the known partnerships and judgements teach.

    Parameters
    ----------
    view
        Who looks, for the judgements.
    projection
        The network as this viewer sees it.
    derived
        Where vectors of texts are kept.
    city
        Municipality that the advice is for; empty to let the data tell.
    today
        The day, to know what was put off long ago.
    """
    judged = judged_members(view, projection, today)
    at_home, elsewhere = sides(projection, city)
    predictor = None
    if at_home.any():
        predictor = Model(projection, derived, at_home | elsewhere).fit(projection.partnerships, judged)
    return Learned(projection, judged, at_home, elsewhere, predictor)
