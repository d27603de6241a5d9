"""How good the suggestions are on known partnerships."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.bounds import checked_first
from api.request import Request
from api.types.common import InLang
from api.types.describing import meaning, resolver
from graph.algorithms.evaluation import LONGEST_LIST, STEPS
from graph.algorithms.evaluation import Evaluation as Found
from graph.suggestions.evaluating import AdviceQuality


@strawberry.type(description="One step of the calibration.")
class CalibrationStep:
    """One step of the calibration."""

    said: float = strawberry.field(description="Chance said.")
    seen: float = strawberry.field(description="Share seen.")
    pairs: int = strawberry.field(description="Pairs.")


@strawberry.type(description="How good the suggestions are.")
class Evaluation:
    """How good the suggestions are; made only where something could be measured."""

    request: strawberry.Private[Request]
    quality: strawberry.Private[AdviceQuality]
    found: strawberry.Private[Found]

    @resolver("Chance that a real one ranks above another, on all candidates.")
    def auc(self) -> float:
        """Return the area under the curve."""
        return self.found.model.auc

    @resolver("Share right among the first so many.")
    def precision_at(self, first: Annotated[int | None, meaning("How many, 1 to 100.")] = 20) -> float:
        """Return the share that is right."""
        return self.found.model.precision_at(checked_first(first, 20, LONGEST_LIST))

    @resolver("Mean gap between chance said and share seen.")
    def calibration_error(self) -> float:
        """Return the mean gap."""
        return self.found.calibration_error

    @resolver("AUC of the best simple rule.")
    def baseline(self) -> float:
        """Return how good the best simple rule is."""
        return self.found.rules[self.quality.best_rule].auc

    @resolver("Chance said against share seen, in steps that each hold a tenth of all chance said.")
    def calibration(self, first: Annotated[int | None, meaning("At most, 1 to 10.")] = 10) -> list[CalibrationStep]:
        """Return the steps, low to high."""
        shown = self.found.calibration[: checked_first(first, 10, STEPS)]
        return [CalibrationStep(said=one.said, seen=one.seen, pairs=one.pairs) for one in shown]

    @resolver("How to read this.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return how to read it."""
        return self.quality.text.to(self.request.said(lang))
