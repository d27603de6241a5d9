"""The picture of how honest chances are: what was said against what was seen, both by factors of ten."""

from __future__ import annotations

from math import log10

from graph.schema.words import Words
from graph.suggestions.evaluating import AdviceQuality, one_in
from viz.rendering import environment

WIDTH, HEIGHT = 520, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 496, 36, 396

LEAST = 1e-5
"""The smallest chance that is drawn; a step in which nothing was found stands on the lower edge."""

_WORDS = {
    "title": Words("Hoe eerlijk zijn de kansen?", "How honest are the chances?"),
    "said": Words("kans die we noemden", "chance that we gave"),
    "seen": Words("deel dat bleek samen te werken", "share that turned out to work together"),
    "text": Words(
        "Elke stip is een groep paren. Op de streepjeslijn komt de genoemde kans precies uit; erboven werd vaker "
        "samengewerkt dan gezegd, eronder minder vaak.",
        "Each dot is a group of pairs. On the dashed line the chance comes out exactly; above it more worked together "
        "than was said, below it fewer.",
    ),
}


def draw_reliability(quality: AdviceQuality, lang: str) -> str:
    """Return the picture as SVG, with its words inside; only its axes where nothing could be measured.

    Parameters
    ----------
    quality
        What was measured.
    lang
        ``nl`` or ``en``.
    """
    steps = quality.evaluation.calibration if quality.evaluation else ()
    lowest = min([LEAST * 10, *(step.said for step in steps)])
    decades = max(1, round(-log10(max(LEAST, lowest)) + 0.5))

    def place(chance: float) -> tuple[float, float]:
        share = 1 + log10(max(chance, 10.0**-decades)) / decades
        return round(_LEFT + share * (_RIGHT - _LEFT), 1), round(_BOTTOM - share * (_BOTTOM - _TOP), 1)

    ticks = [_mark(*place(10.0**-power), one_in(10.0**-power, lang)) for power in range(decades + 1)]
    points = [
        {"at": place(step.said)[0], "up": place(step.seen)[1],
         "label": f"{one_in(step.said, lang)} → {one_in(step.seen, lang)}"}
        for step in steps
    ]  # fmt: skip
    return environment().get_template("reliability.svg").render(
        {name: words.to(lang) for name, words in _WORDS.items()},
        width=WIDTH, height=HEIGHT, left=_LEFT, right=_RIGHT, top=_TOP, bottom=_BOTTOM, ticks=ticks, points=points,
    )  # fmt: skip


def _mark(at: float, up: float, label: str) -> dict[str, float | str]:
    return {"at": at, "up": up, "label": label}
