"""Who with whom: suggestions as cards, with what speaks for and against, what is unknown, and what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.values import PartialDate
from graph.store.answers import Node
from graph.store.base import View
from graph.suggestions.advice_types import LIKELIHOOD_WORDS, FormReason, Likelihood, Member, Reason, Suggestion
from graph.suggestions.form_table import FORM_RULES
from graph.suggestions.passages import retold
from viz.pages.citing import Cited
from viz.pages.fact_links import FactLinks, by_id
from viz.pages.figures import Figure, make_figure
from viz.rendering import upper_first
from viz.site import Shell, actor_label

_FORMS = VOCABULARIES_BY_NAME["CooperationForm"]
_VERDICTS = VOCABULARIES_BY_NAME["Verdict"]

BARS = {Likelihood.LIKELY: 3, Likelihood.POSSIBLE: 2, Likelihood.LITTLE_KNOWN: 1}
"""Filled bars of the sign beside the word."""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason, and who says so; without a source it follows from the network as it stands."""

    text: str
    cited: tuple[Cited, ...]

    @property
    def is_network(self) -> bool:
        """Whether no passage of any source stands behind it."""
        return not self.cited


@dataclass(frozen=True, slots=True)
class Question:
    """Something that nobody said, and where it can be added; empty for who may not add."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody made of a suggestion.

    Parameters
    ----------
    id
        Id of the judgement.
    words
        ``goed idee``, ``nu niet`` or ``later``.
    on
        The day, in words; empty when it is not known.
    by, reason
        By role, and why; empty for who may not see it.
    """

    id: str
    words: str
    on: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Card:
    """A suggestion as a card.

    Parameters
    ----------
    id
        Id of the suggestion.
    number
        Its place in the list.
    members
        Who.
    likelihood, bars
        In a word, and by how many bars.
    reasons_for, reasons_against
        Weightiest first.
    unknown
        What one would have to ask.
    form, next_step
        In words.
    form_reason, passages
        Why the form fits, and what documents say of it.
    figure
        The chance and the sum behind it.
    verdicts
        What people made of it, newest first.
    """

    id: str
    number: int
    members: tuple[Member, ...]
    likelihood: str
    bars: int
    reasons_for: tuple[ReasonLine, ...]
    reasons_against: tuple[ReasonLine, ...]
    unknown: tuple[Question, ...]
    form: str
    form_reason: ReasonLine
    passages: tuple[str, ...]
    next_step: str
    figure: Figure
    verdicts: tuple[Verdict, ...]

    @property
    def names(self) -> str:
        """Names of its members, for who hears and does not see them."""
        return ", ".join(member.name for member in self.members)

    @property
    def verdict(self) -> Verdict | None:
        """The newest verdict, None while nobody judged."""
        return self.verdicts[0] if self.verdicts else None


@dataclass(frozen=True, slots=True)
class Lesson:
    """Somebody elsewhere to learn from, and everybody in the city who can, for the same reasons.

    Parameters
    ----------
    teacher
        Who is elsewhere.
    learners
        Who can learn.
    id
        Id of the first of the suggestions.
    reasons, next_step
        The same for all, with the sources of all.
    """

    teacher: Member
    learners: tuple[Member, ...]
    id: str
    reasons: tuple[ReasonLine, ...]
    next_step: str


def lessons(cards: Iterable[Card]) -> list[Lesson]:
    """Return pairs across cities by whom one learns from, so that nobody reads the same thing three times."""
    groups: dict[tuple[object, ...], list[Card]] = {}
    for card in cards:
        said = tuple(reason.text for reason in card.reasons_for)
        groups.setdefault((card.members[1].id, said, card.next_step), []).append(card)
    return [_lesson(found) for found in groups.values()]


def _lesson(cards: Sequence[Card]) -> Lesson:
    first = cards[0]
    reasons = []
    for same in zip(*(card.reasons_for for card in cards), strict=True):
        cited = {(one.label, one.place): one for reason in reversed(same) for one in reason.cited}
        reasons.append(ReasonLine(same[0].text, tuple(cited[key] for key in sorted(cited))))
    return Lesson(first.members[1], tuple(card.members[0] for card in cards), first.id, tuple(reasons), first.next_step)


class CardMaker:
    """Makes cards of suggestions; reads what they name in a fixed number of questions.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    suggestions
        Those that cards will be made of.
    """

    def __init__(self, view: View, shell: Shell, suggestions: Sequence[Suggestion]) -> None:
        self._shell = shell
        facts = (fact for one in suggestions for fact in one.facts())
        self._links = FactLinks(view, shell, facts)
        judged = sorted({id_ for one in suggestions for id_ in one.judgements})
        self._judgements = by_id(judged, view.nodes(judged)) if judged else {}

    def card(self, number: int, one: Suggestion) -> Card:
        """Return a suggestion as a card."""
        lang = self._shell.lang
        return Card(
            one.id,
            number,
            one.members,
            upper_first(LIKELIHOOD_WORDS[one.likelihood].to(lang)),
            BARS[one.likelihood],
            tuple(self._reason(reason, one) for reason in one.reasons_for),
            tuple(self._reason(reason, one) for reason in one.reasons_against),
            tuple(self._question(question.to(lang), one) for question in one.unknown),
            upper_first(_FORMS.words(one.form).to(lang)),
            self._reason(one.form_reason, one),
            tuple(retold(place).to(lang) for place in FORM_RULES[one.form_reason.code].passages),
            one.next_step.to(lang),
            make_figure(one, lang),
            tuple(verdict_of(self._judgements[id_], lang) for id_ in one.judgements if id_ in self._judgements),
        )

    def _reason(self, reason: Reason | FormReason, one: Suggestion) -> ReasonLine:
        """Return a reason with each of its sources once, leading to where the page of a node shows the fact."""
        cited = self._links.cited(reason.facts, (member.id for member in one.members))
        return ReasonLine(reason.text.to(self._shell.lang), cited)

    def _question(self, text: str, one: Suggestion) -> Question:
        """Return a question with where to answer it: at the member that it names, else at the first."""
        if not self._shell.may_correct:
            return Question(text, "")
        about = next((member for member in one.members if member.name in text), one.members[0])
        return Question(text, self._shell.url("/vul-aan", id=about.id))


def verdict_of(node: Node, lang: str) -> Verdict:
    """Return a judgement in words, as much of it as the viewer may see."""
    on = node.value("judged_on")
    return Verdict(
        node.id,
        upper_first(_VERDICTS.words(str(node.value("verdict"))).to(lang)),
        PartialDate.parse(str(on)).label(lang) if on else "",
        actor_label(str(node.value("judged_by") or ""), lang),
        str(node.value("reason") or ""),
    )
