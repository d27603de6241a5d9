"""How good the suggestions are on known partnerships, in figures and in words that say how to read them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from graph.algorithms import bounds
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.evaluation import Evaluation, evaluate
from graph.algorithms.link_prediction import LinkPredictor
from graph.errors import InputError
from graph.projection.projection import Projection
from graph.schema.words import Words
from graph.store.base import Derived, View
from graph.suggestions.judging import Judged, judged_members
from graph.suggestions.model import Model, sides

ENOUGH = 50
"""Hidden partnerships below which figures are called shaky: one more or less found then moves them by two per cent."""

RULE_WORDS = {
    "common_neighbours": Words("zelfde partners (aantal)", "partners in common (number)"),
    "adamic_adar": Words("zelfde partners, zeldzame tellen meer", "partners in common, rare ones count more"),
    "resource_allocation": Words("zelfde partners, kleine tellen meer", "partners in common, small ones count more"),
    "l3": Words("partners van partners lijken op elkaar", "partners of partners are alike"),
    "pagerank": Words("dichtbij in het netwerk", "near in the network"),
    "degree_product": Words("wie veel partners heeft", "who has many partners"),
}
"""The simple rules, as a reader knows them."""


@dataclass(frozen=True, slots=True)
class AdviceQuality:
    """How good the suggestions are on known partnerships.

    Parameters
    ----------
    evaluation
        The figures; None where too few partnerships are known to hide any.
    newest
        True where the newest partnerships were hidden, False where any were.
    known
        Partnerships that could be hidden: both are proposed, and dated where the newest are hidden.
    undated
        Partnerships that could not, because nobody says since when; 0 where dates do not matter.
    """

    evaluation: Evaluation | None
    newest: bool
    known: int
    undated: int = 0

    @property
    def best_rule(self) -> str:
        """Name of the simple rule with the highest AUC; empty without an evaluation."""
        if self.evaluation is None:
            return ""
        rules = self.evaluation.rules
        return max(sorted(rules), key=lambda name: rules[name].auc)

    @property
    def text(self) -> Words:
        """How to read the figures, in some sentences."""
        if self.evaluation is None:
            return _too_few(self)
        return _reading(self, self.evaluation)


def evaluate_advice(
    view: View, projection: Projection, derived: Derived, *, city: str, newest: bool = False, seed: int = 0
) -> AdviceQuality:
    """Hide known partnerships and return how well the model finds them back, beside simple rules.

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
    newest
        Hide the newest fifth of the dated partnerships once, instead of a random fifth five times.
    seed
        What chance starts from: the same seed and revision give the same figures.

    Raises
    ------
    InputError
        There are more initiatives than pairs of which are all ranked.
    """
    candidates = np.logical_or(*sides(projection, city))
    most = bounds.MAX_ALL_PAIRS_NODES
    if candidates.sum() > most:
        raise InputError(
            f"Meten kan tot {most} initiatieven; hier zijn er {candidates.sum()}.",
            f"Up to {most} initiatives can be measured; here are {candidates.sum()}.",
        )
    model = Model(projection, derived, candidates)
    judged = judged_members(view, projection)
    table = build_edge_table(projection.partnerships, projection.n)
    known = candidates[projection.partnerships].all(axis=1)
    times = projection.since if newest else None
    undated = 0
    if times is not None:
        undated = int((known & np.isnan(times)).sum())
        known &= ~np.isnan(times)

    def fit(kept: EdgeTable) -> LinkPredictor:
        return model.fit(kept.pairs, _without_answers(judged, projection, kept))

    found = evaluate(table, fit, candidates=candidates, times=times, seed=seed)
    return AdviceQuality(found, newest, int(known.sum()), undated)


def _without_answers(judged: Judged, projection: Projection, kept: EdgeTable) -> Judged:
    """Return the judgements but those about partnerships that are hidden: they would give the answer away."""
    whole = {tuple(pair) for pair in projection.partnerships.tolist()}
    hidden = whole - {tuple(pair) for pair in kept.pairs.tolist()}
    answers = {tuple(sorted(projection.ids[row] for row in pair)) for pair in hidden}
    told = {ids: said for ids, said in judged.verdicts.items() if answers.isdisjoint(combinations(ids, 2))}
    return replace(judged, verdicts=told)


def _too_few(quality: AdviceQuality) -> Words:
    dated_nl, dated_en = (" met een bekende datum", " with a known date") if quality.newest else ("", "")
    count = "Er is 1 samenwerking" if quality.known == 1 else f"Er zijn {quality.known} samenwerkingen"
    counted = "1 partnership" if quality.known == 1 else f"{quality.known} partnerships"
    be = "is" if quality.known == 1 else "are"
    if quality.known > _HIDEABLE:
        return Words(
            f"{count}{dated_nl} bekend, maar er is geen ander paar om ze mee te vergelijken.",
            f"{counted}{dated_en} {be} known, but there is no other pair to compare them with.",
        )
    return Words(
        f"{count}{dated_nl} bekend. Dat is te weinig om er een deel van te verbergen en te kijken of het advies ze "
        f"terugvindt.{_undated(quality).nl}",
        f"{counted}{dated_en} {be} known. That is too few to hide some of them and see whether the advice finds them "
        f"back.{_undated(quality).en}",
    )


_HIDEABLE = 1
"""So many known partnerships cannot be hidden in part."""


def _undated(quality: AdviceQuality) -> Words:
    """Return of how many partnerships nobody says since when; empty where dates are known or do not matter."""
    if not quality.undated:
        return Words("", "")
    return Words(f" Van {quality.undated} staat nergens sinds wanneer; die konden niet meedoen.",
                 f" Of {quality.undated} nobody says since when; they could not take part.")  # fmt: skip


def _reading(quality: AdviceQuality, found: Evaluation) -> Words:
    model, rule = found.model, found.rules[quality.best_rule]
    times = model.precision_at(20) * model.pairs / model.hidden
    which = Words(f"{model.hidings} keer een vijfde van de samenwerkingen",
                  f"a fifth of the partnerships, {model.hidings} times")  # fmt: skip
    if quality.newest:
        which = Words("de nieuwste samenwerkingen", "the newest partnerships")
    first = Words(
        f"Van de eerste 20 paren waren er gemiddeld {_comma(model.hits[19])} een verborgen samenwerking: {times:.0f} "
        "keer zo veel als bij loten.",
        f"Of the first 20 pairs {model.hits[19]:.1f} on average were a hidden partnership: {times:.0f} times as many "
        "as by lot.",
    )
    if not model.hits[19]:
        first = Words("Van de eerste 20 paren was er geen enkel een verborgen samenwerking.",
                      "Of the first 20 pairs none was a hidden partnership.")  # fmt: skip
    if model.pairs < 20 * model.hidings:
        first = Words("Er zijn zo weinig paren dat de eerste 20 niets zeggen.",
                      "There are so few pairs that the first 20 say nothing.")  # fmt: skip
    nl = [
        f"We verborgen {which.nl} en keken of het advies ze terugvindt tussen alle paren die dan open "
        f"zijn.{_undated(quality).nl}",
        first.nl,
        f"Een verborgen samenwerking staat in {100 * model.auc:.0f} van de 100 gevallen boven een ander paar; de beste "
        f"eenvoudige regel ({RULE_WORDS[quality.best_rule].nl}) haalt {100 * rule.auc:.0f}.",
        "Een paar dat niet verborgen was, kan toch een goed idee zijn: dat telt hier als mis. Lees de cijfers dus als "
        "ondergrens.",
    ]
    en = [
        f"We hid {which.en} and looked whether the advice finds them back among all pairs that are then "
        f"open.{_undated(quality).en}",
        first.en,
        f"A hidden partnership stands above another pair in {100 * model.auc:.0f} of 100 cases; the best simple rule "
        f"({RULE_WORDS[quality.best_rule].en}) reaches {100 * rule.auc:.0f}.",
        "A pair that was not hidden may be a good idea all the same: it counts as a miss here. So read the figures as "
        "a lower bound.",
    ]
    if model.hidden < ENOUGH:
        nl.append(f"Er zijn maar {model.hidden} verborgen samenwerkingen geteld: één meer of minder verandert veel.")
        en.append(f"Only {model.hidden} hidden partnerships were counted: one more or less changes much.")
    return Words(" ".join(nl), " ".join(en))


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def one_in(chance: float, lang: str) -> str:
    """Return a chance as people say it, to two digits, such as ``1 op 250``; nil as ``geen``."""
    if chance <= 0:
        return "geen" if lang == "nl" else "none"
    digits = f"{round(float(f'{1 / chance:.1e}')):,}".replace(",", "." if lang == "nl" else ",")
    return f"1 op {digits}" if lang == "nl" else f"1 in {digits}"
