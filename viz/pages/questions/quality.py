"""The page of how good the advice is: in words, beside simple rules, and how honest its chances are, in a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph.algorithms.evaluation import Evaluation, Quality
from graph.errors import ForbiddenError
from graph.schema.values import number_label
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.evaluating import RULE_WORDS, one_in
from viz.pages.little_known import tell_little
from viz.pages.questions.asking import QUALITY
from viz.pages.questions.page import render_question
from viz.reliability import draw_reliability
from viz.site import Shell

NEWEST = "nieuwste"
"""Word in the address for hiding the newest partnerships."""

_ADVICE = Words("het advies", "the advice")


@dataclass(frozen=True, slots=True)
class Row:
    """How well one way of ranking does, in whole hundredths.

    Parameters
    ----------
    name
        Which way.
    above, first, member
        Of 100: how often a hidden partnership stands above another pair; how many of the first twenty were one; how
        many stand in the first three of a member.
    is_advice
        Whether this is the advice itself, and no simple rule.
    """

    name: str
    above: int
    first: int
    member: int
    is_advice: bool = False


def check_may_measure(shell: Shell) -> None:
    """Refuse who may not see how the advice is measured, before anything is computed.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if not shell.is_signed_in:
        raise ForbiddenError(
            "Hoe goed het advies is, zien medewerkers, begeleiders en de beheerder.",
            "How good the advice is, is seen by staff, facilitators and the administrator.",
            concerning=shell.viewer.role,
        )


def quality_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of how good the advice is.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``verberg`` is `NEWEST` where the newest partnerships are hidden.

    Raises
    ------
    ForbiddenError
        The viewer's role may not see it.
    """
    check_may_measure(shell)
    lang = shell.lang
    quality = shell.site.network.advice_quality(view, newest=given.get("verberg") == NEWEST)
    found = quality.evaluation
    rows = _rows(found, lang) if found else []
    # The picture is drawn from numbers and words of ours; its template escapes what it is given.
    picture = Markup(draw_reliability(quality, lang)) if found and found.calibration else ""  # noqa: S704
    return render_question(
        "quality.html",
        shell,
        QUALITY,
        newest=NEWEST,
        is_newest=quality.newest,
        text=quality.text.to(lang),
        rows=rows,
        beaten=_beaten(shell, rows),
        picture=picture,
        steps=[
            (one_in(one.said, lang), one_in(one.seen, lang), number_label(one.pairs, lang)) for one in found.calibration
        ]
        if found
        else (),
        helps=() if found else tell_little(view, shell, None).helps,
    )


def _beaten(shell: Shell, rows: Sequence[Row]) -> str:
    """Return that a simple rule has more right among the first twenty, where one does: that is not to be hidden."""
    best = max(rows, key=lambda row: (row.first, row.is_advice), default=None)
    if best is None or best.is_advice:
        return ""
    own = next(row.first for row in rows if row.is_advice)
    return shell.say(
        f"Let op: bij de eerste 20 paren is een eenvoudige regel hier beter, ‘{best.name}’: {best.first} van de 100, "
        f"tegen {own} voor het advies.",
        f"Note: among the first 20 pairs a simple rule is better here, ‘{best.name}’: {best.first} of 100, against "
        f"{own} for the advice.",
    )


def _rows(found: Evaluation, lang: str) -> list[Row]:
    rules = sorted(found.rules.items(), key=lambda pair: -pair[1].auc)
    return [_row(_ADVICE.to(lang), found.model, is_advice=True),
            *(_row(RULE_WORDS[name].to(lang), quality) for name, quality in rules)]  # fmt: skip


def _row(name: str, quality: Quality, *, is_advice: bool = False) -> Row:
    above, first, member = (
        round(100 * share) for share in (quality.auc, quality.precision_at(20), quality.found_first)
    )  # fmt: skip
    return Row(name, above, first, member, is_advice)
