"""What is missing as cards: what, for whom, who near has it, who elsewhere solved it, and the smallest step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.questions.gap_types import Gap, GapKind, Helper
from graph.suggestions.advice_types import Fact, Member
from viz.pages.fact_links import FactLinks
from viz.pages.questions.asking import Line, line
from viz.site import Shell


@dataclass(frozen=True, slots=True)
class GapCard:
    """Something that is missing.

    Parameters
    ----------
    topic
        The need, target group or question; None for a question, which the sentence quotes.
    said
        What is missing, and for whom.
    nearby, elsewhere
        Who may help.
    step
        The smallest next step.
    """

    topic: Member | None
    said: Line
    nearby: tuple[Line, ...]
    elsewhere: tuple[Line, ...]
    step: str


def facts_of(gaps: Iterable[Gap]) -> Iterator[Fact]:
    """Yield all facts that gaps rest on."""
    for gap in gaps:
        yield from gap.facts
        for helper in (*gap.nearby, *gap.elsewhere):
            yield from helper.facts


def gap_card(shell: Shell, links: FactLinks, gap: Gap) -> GapCard:
    """Return a gap as a card."""

    def helpers(found: Sequence[Helper]) -> tuple[Line, ...]:
        return tuple(line(shell, links, one.text, one.facts, (one.member.id,)) for one in found)

    topic = None if gap.kind is GapKind.QUESTION else gap.topic
    said = line(shell, links, gap.text, gap.facts)
    return GapCard(topic, said, helpers(gap.nearby), helpers(gap.elsewhere), gap.step.to(shell.lang))
