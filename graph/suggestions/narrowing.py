"""From all suggestions to those with somebody who is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from graph.suggestions.advice_types import Likelihood, Suggestion


def those_who_fit(found: Sequence[Suggestion], wanted: set[str], *, whole_first: bool) -> list[Suggestion]:
    """Return the suggestions with a member that is wanted, in their order.

    Parameters
    ----------
    found
        Best first.
    wanted
        Ids.
    whole_first
        Whether, within one word of likelihood, those stand first of which the largest part is wanted.
    """
    fitting = [one for one in found if wanted & set(one.ids)]
    if not whole_first:
        return fitting
    words = list(Likelihood)
    return sorted(fitting, key=lambda one: (one.learning, words.index(one.likelihood),
                                            -len(wanted & set(one.ids)) / len(one.ids)))  # fmt: skip
