"""Which form of working together fits, and the smallest next step: the table in order, the first that holds decides."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.catalogue import fill
from graph.suggestions.form_conditions import CONDITIONS, Asked, Found
from graph.suggestions.form_table import FORM_RULES, FormRule
from graph.suggestions.reasoning import Stated
from graph.suggestions.situation import Situation

STALE_YEARS = 3
"""Years after which one first asks whether an initiative still exists."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The form that fits.

    Parameters
    ----------
    code
        Row of the table.
    why
        What is known here that makes it fit, in a sentence.
    step
        The smallest next step, in words.
    facts
        What the sentence rests on.
    unknown
        What one would have to ask before another form, or this one, can be advised.
    """

    code: str
    why: Words
    step: Words
    facts: tuple[Stated, ...]
    unknown: tuple[Words, ...]

    @property
    def rule(self) -> FormRule:
        """The row of the table: which form, and what it rests on."""
        return FORM_RULES[self.code]


def choose_form(situation: Situation) -> Fit:
    """Return the form that fits.

    Parameters
    ----------
    situation
        What is known of two or more.

    Notes
    -----
    The last row always holds. What nobody said fulfils no condition: it becomes a question.
    """
    unknown: list[Words] = []
    for code, holds in CONDITIONS.items():
        found = holds(situation)
        if isinstance(found, Asked):
            unknown += found.questions
        elif found is not None:
            return _fit(code, situation, found, tuple(dict.fromkeys([*unknown, *found.questions])))
    raise AssertionError("the last row of the table holds always")


def _fit(code: str, situation: Situation, found: Found, unknown: tuple[Words, ...]) -> Fit:
    row = FORM_RULES[code]
    names = [situation.name(one) for one in situation.members]
    host = situation.met[0].offerer if situation.met else situation.members[0]
    receives = names[1] if len(names) == 2 else situation.name(host)
    parts = {"a": names[0], "b": receives, "n": str(len(names)), **found.parts}
    step = row.of_group if row.of_group and len(names) > 2 else row.step
    if row.grown and situation.are_grown:
        step = row.grown
    return Fit(code, fill(row.why, **parts), fill(step, **parts), found.facts, unknown)
