"""What advice consists of: facts, reasons, suggestions, communities, brokers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.schema.words import Words
from graph.store.citing import Citation


class Likelihood(StrEnum):
    """How likely, in a word."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    LITTLE_KNOWN = "little_known"


LIKELIHOOD_WORDS = {
    Likelihood.LIKELY: Words("waarschijnlijk", "likely"),
    Likelihood.POSSIBLE: Words("mogelijk", "possible"),
    Likelihood.LITTLE_KNOWN: Words("weinig bekend", "little known"),
}


class Family(StrEnum):
    """Sorts of reason."""

    NETWORK = "network"
    PLACE = "place"
    CONTENT = "content"
    COMPLEMENT = "complement"
    PHASE = "phase"
    CONTACT = "contact"
    REACH = "reach"
    VALUES = "values"
    EXPERIENCE = "experience"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Member:
    """Who is suggested."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a reason rests on.

    Parameters
    ----------
    text
        The fact as a sentence.
    thing
        Id of the node or relationship that states it; empty for what follows from the network as it stands.
    citation, citation_en
        Where it stands, in Dutch and in English; without a source for the network as it stands.
    """

    text: Words
    thing: str
    citation: Citation
    citation_en: Citation

    def cited(self, lang: str) -> Citation:
        """Return where it stands, in one language."""
        return self.citation_en if lang == "en" else self.citation


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, true of the data it was made from.

    Parameters
    ----------
    code
        Code in the catalogue.
    family
        What sort of reason.
    text
        One sentence.
    weight
        What it adds to the log-odds; 0 for what is shown but does not move the score.
    facts
        What it rests on.
    """

    code: str
    family: Family
    text: Words
    weight: float
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FormReason:
    """Why a form of working together fits.

    Parameters
    ----------
    code
        Row of `graph.suggestions.form_table`, with the rules and passages that it rests on.
    text
        What is known here that makes it fit, in a sentence.
    facts
        What the sentence rests on.
    """

    code: str
    text: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two that could mean something to each other, and why.

    Parameters
    ----------
    id
        The same members keep the same id.
    members
        Who, in order of id.
    probability
        Calibrated chance, 0..1; of a group a rough one that its word rests on, never shown to people.
    likelihood
        The word for it.
    form, form_reason
        Form of working together that fits, and why.
    next_step
        The smallest next step.
    reasons_for, reasons_against
        Weightiest first.
    unknown
        What nobody said and one would have to ask; never a minus.
    base
        What no reason accounts for: the base rate and what is left over; with all weights it adds up to the log-odds.
    terms
        The model's terms by name, which add up to the log-odds too.
    learning
        True across cities, where the advice is only ever to learn.
    judgements
        Ids of what people made of it, newest first.
    """

    id: str
    members: tuple[Member, ...]
    probability: float
    likelihood: Likelihood
    form: str
    form_reason: FormReason
    next_step: Words
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    unknown: tuple[Words, ...]
    base: float
    terms: Mapping[str, float]
    learning: bool = False
    judgements: tuple[str, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Yield every fact that its reasons and its form rest on."""
        for reason in (*self.reasons_for, *self.reasons_against):
            yield from reason.facts
        yield from self.form_reason.facts

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of its members."""
        return tuple(member.id for member in self.members)

    def marked(self, judgements: tuple[str, ...]) -> Suggestion:
        """Return the same with other judgements."""
        return replace(self, judgements=judgements)


@dataclass(frozen=True, slots=True)
class Community:
    """What hangs together.

    Parameters
    ----------
    id
        Kept from one computation to the next.
    name
        What sets it apart.
    reason
        Why these, in a sentence.
    support
        How well it is supported, 0..1.
    members
        Ids, most central first; those without a name last.
    """

    id: str
    name: Words
    reason: Words
    support: float
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broker:
    """Who holds the network together.

    Parameters
    ----------
    member
        Who.
    betweenness
        Share of shortest ways through it.
    participation
        Spread over communities, 0..1.
    critical
        True when the network falls apart without it.
    """

    member: Member
    betweenness: float
    participation: float
    critical: bool
