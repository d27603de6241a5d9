"""The picture of honest chances: well-formed, its words inside, no point outside its axes."""

from __future__ import annotations

import numpy as np
from defusedxml import ElementTree

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.evaluation import evaluate
from graph.algorithms.link_prediction import LinkPredictor
from graph.suggestions.evaluating import AdviceQuality
from viz.reliability import HEIGHT, WIDTH, draw_reliability

SVG = "{http://www.w3.org/2000/svg}"
RING = [(one, (one + step) % 30) for one in range(30) for step in (1, 2)]


def test_each_step_is_a_point_within_the_picture() -> None:
    found = evaluate(
        build_edge_table(RING, 30), lambda kept: LinkPredictor().fit(kept.pairs, kept.n), candidates=np.ones(30, bool)
    )
    assert found is not None
    picture = ElementTree.fromstring(draw_reliability(AdviceQuality(found, newest=False, known=60), "nl"))
    points = picture.findall(f"{SVG}circle")
    assert len(points) == len(found.calibration)
    assert all(0 < float(one.attrib["cx"]) < WIDTH and 0 < float(one.attrib["cy"]) < HEIGHT for one in points)


def test_it_speaks_either_language_and_explains_itself() -> None:
    nothing = AdviceQuality(None, newest=False, known=0)
    nl, en = (ElementTree.fromstring(draw_reliability(nothing, lang)) for lang in ("nl", "en"))
    assert "Hoe eerlijk" in nl.findtext(f"{SVG}title", "")
    assert "dashed line" in en.findtext(f"{SVG}desc", "")
    assert nl.findall(f"{SVG}circle") == []
