"""Advice: suggestions with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Annotated, Protocol

import strawberry

from api.bounds import checked_first
from api.levels import Level
from api.request import Request
from api.types.behind import Citation
from api.types.common import InLang
from api.types.describing import meaning, member, resolver
from api.types.entity import Entity
from api.types.making import thing
from api.types.node import Node
from api.types.vocabularies import CooperationForm
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.words import Lang
from graph.suggestions import advice_types
from graph.suggestions.advice_types import LIKELIHOOD_WORDS
from graph.suggestions.form_table import FORM_RULES
from graph.suggestions.passages import retold

if TYPE_CHECKING:
    from api.types.alliances import Alliance
    from graph.network.advising import Advice

MOST_REASONS = 50
"""Reasons, facts or judgements of one suggestion that are listed."""

_FORMS = VOCABULARIES_BY_NAME["CooperationForm"]


@strawberry.enum(description="Likelihood in words.")
class Likelihood(Enum):
    """Likelihood in words."""

    LIKELY = member("likely", "Likely (waarschijnlijk).")
    POSSIBLE = member("possible", "Possible (mogelijk).")
    LITTLE_KNOWN = member("little_known", "Little is known (weinig bekend).")


@strawberry.enum(description="Sorts of reason.")
class ReasonFamily(Enum):
    """Sorts of reason."""

    NETWORK = member("network", "The network.")
    PLACE = member("place", "Place.")
    CONTENT = member("content", "Themes, texts.")
    COMPLEMENT = member("complement", "Need met by offer.")
    PHASE = member("phase", "Phase.")
    CONTACT = member("contact", "Shared people and meetings.")
    REACH = member("reach", "Reach and duplication.")
    VALUES = member("values", "Values and independence.")
    EXPERIENCE = member("experience", "Judgements, lessons.")
    NAME = member("name", "Names and numbers, of two that may be the same.")


class Grounds(Protocol):
    """What reasons of one answer share."""

    @property
    def request(self) -> Request:
        """What they are part of."""

    @property
    def sources(self) -> Level:
        """The level of the sources that they rest on."""


class Advised:
    """Some suggestions or communities of one answer, with the levels of what they name.

    Parameters
    ----------
    request
        What it is part of.
    advice
        What they are from.
    suggestions, communities
        Those that are shown.
    """

    def __init__(
        self,
        request: Request,
        advice: Advice,
        suggestions: Sequence[advice_types.Suggestion] = (),
        communities: Sequence[advice_types.Community] = (),
    ) -> None:
        self.request = request
        self.advice = advice
        self.members = Level(request, (member.id for one in suggestions for member in one.members))
        self.judgements = Level(request, (id_ for one in suggestions for id_ in one.judgements))
        self.sources = Level(
            request,
            (fact.citation.source for one in suggestions for fact in one.facts() if fact.citation.source is not None),
        )
        self._communities = communities
        self._centres: dict[int, Level] = {}

    def centre(self, first: int) -> Level:
        """Return the level of the most central members of every community that is shown."""
        if first not in self._centres:
            ids = (id_ for one in self._communities for id_ in one.members[:first])
            self._centres[first] = Level(self.request, ids)
        return self._centres[first]


@strawberry.type(description="One reason, true of the data it was made from.")
class Reason:
    """One reason, true of the data it was made from."""

    grounds: strawberry.Private[Grounds]
    made: strawberry.Private[advice_types.Reason]

    @resolver("Code in the catalogue of reasons; it may grow.")
    def code(self) -> str:
        """Return the code."""
        return self.made.code

    @resolver("One sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the sentence."""
        return self.made.text.to(self.grounds.request.said(lang))

    @resolver("What it adds to the log-odds; negative when against.")
    def weight(self) -> float:
        """Return what it adds."""
        return self.made.weight

    @resolver("What sort of reason.")
    def family(self) -> ReasonFamily:
        """Return the sort."""
        return ReasonFamily(self.made.family.value)

    @resolver("The facts that it rests on.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return the facts."""
        return citations(self.grounds, self.made.facts, first)


def citations(grounds: Grounds, facts: Sequence[advice_types.Fact], first: int | None) -> list[Citation]:
    """Return the first of some facts with where they stand."""
    return [
        Citation(
            level=grounds.sources, words=fact.text.to, source_id=fact.citation.source, where=partial(place_of, fact)
        )
        for fact in facts[: checked_first(first, 5, MOST_REASONS)]
    ]


def place_of(fact: advice_types.Fact, lang: Lang) -> str:
    """Return the place in its source that a fact rests on, in words; empty where it is not known."""
    return fact.cited(lang).place


@strawberry.type(
    description="Things that could work together, and why; the same members keep the same id. A person decides."
)
class Suggestion(Node):
    """Things that could work together, and why."""

    advised: strawberry.Private[Advised]
    made: strawberry.Private[advice_types.Suggestion]
    group: strawberry.Private[Alliance | None]

    @classmethod
    def of(cls, advised: Advised, made: advice_types.Suggestion, group: Alliance | None = None) -> Suggestion:
        """Return a suggestion of an answer; of a group with what a group has besides."""
        return cls(id=strawberry.ID(made.id), advised=advised, made=made, group=group)

    @resolver("Who: two, or more for an alliance.")
    def members(self) -> list[Entity]:
        """Return who is suggested."""
        found = (thing(self.advised.members, member.id) for member in self.made.members)
        return [one for one in found if one is not None]

    @resolver("How likely, in a word: show this.")
    def likelihood(self) -> Likelihood:
        """Return how likely it is."""
        return Likelihood(self.made.likelihood.value)

    @resolver("The word.")
    def likelihood_label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the word for how likely it is."""
        return LIKELIHOOD_WORDS[self.made.likelihood].to(self.advised.request.said(lang))

    @resolver(
        "Calibrated chance from 0 to 1: one click away for people. Of a group it is rough, for putting in order only: "
        "show people the word."
    )
    def probability(self) -> float:
        """Return the chance."""
        return self.made.probability

    @resolver("Form of working together that fits.")
    def form(self) -> CooperationForm:
        """Return the form that fits."""
        return CooperationForm(self.made.form)

    @resolver("The form in words.")
    def form_label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the form in words."""
        return _FORMS.words(self.made.form).to(self.advised.request.said(lang))

    @resolver("What is known here that makes the form fit, in a sentence.")
    def form_reason(self, lang: InLang = strawberry.UNSET) -> str:
        """Return why the form fits."""
        return self.made.form_reason.text.to(self.advised.request.said(lang))

    @resolver("The facts that this rests on.", weight=2)
    def form_facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return the facts behind the form."""
        return citations(self.advised, self.made.form_reason.facts, first)

    @resolver("What documents say about such a form, retold, each with its place; empty for what people decided.")
    def form_passages(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return the passages behind the form."""
        said = self.advised.request.said(lang)
        return [retold(place).to(said) for place in FORM_RULES[self.made.form_reason.code].passages]

    @resolver("The smallest next step.")
    def next_step(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the smallest next step."""
        return self.made.next_step.to(self.advised.request.said(lang))

    @resolver("What speaks for it, weightiest first.", weight=2)
    def reasons_for(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Reason]:
        """Return what speaks for it."""
        return self._reasons(self.made.reasons_for, first)

    @resolver("What speaks against it, weightiest first.", weight=2)
    def reasons_against(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Reason]:
        """Return what speaks against it."""
        return self._reasons(self.made.reasons_against, first)

    @resolver("What nobody said and one would have to ask; it never counts against.")
    def unknown(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return what is not known."""
        return [question.to(self.advised.request.said(lang)) for question in self.made.unknown]

    @resolver("True for two of different cities, who could only learn from each other.")
    def learning(self) -> bool:
        """Return whether it is about learning only."""
        return self.made.learning

    @resolver("What people made of it, newest first.", weight=2)
    def judgements(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Entity]:
        """Return what people made of it."""
        shown = self.made.judgements[: checked_first(first, 5, MOST_REASONS)]
        found = (thing(self.advised.judgements, id_) for id_ in shown)
        return [one for one in found if one is not None]

    @resolver("Changes only when members, form or reasons change: for `expectedRevision`.")
    def revision(self) -> str:
        """Return the mark of what it says now."""
        return revision_of(self.made)

    @resolver("What only a group has; null for a pair.", weight=2)
    def alliance(self) -> Annotated[Alliance, strawberry.lazy("api.types.alliances")] | None:
        """Return what only a group has."""
        return self.group

    @resolver("Revision of the data that it was computed from.")
    def based_on(self) -> str:
        """Return the revision of the data."""
        return str(self.advised.advice.revision)

    def _reasons(self, reasons: Sequence[advice_types.Reason], first: int | None) -> list[Reason]:
        shown = reasons[: checked_first(first, 10, MOST_REASONS)]
        return [Reason(grounds=self.advised, made=one) for one in shown]


def revision_of(suggestion: advice_types.Suggestion) -> str:
    """Return a mark that changes only when members, form or reasons of a suggestion change."""
    reasons = [(one.code, one.text.nl) for one in (*suggestion.reasons_for, *suggestion.reasons_against)]
    said = repr(([member.id for member in suggestion.members], suggestion.form, reasons))
    return blake2b(said.encode(), digest_size=8).hexdigest()
