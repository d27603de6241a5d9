"""Areas and initiatives by criteria, and who holds the network together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import strawberry

from api.bounds import checked_first
from api.levels import Level
from api.request import Request
from api.types.behind import Citation
from api.types.common import InLang
from api.types.describing import meaning, resolver
from api.types.entity import Entity
from api.types.gaps import MOST_FACTS, Cited
from api.types.making import sure, thing
from graph.questions import broker_types, ranking_types


@strawberry.input(description="A weight to try.")
class WeightInput:
    """A weight to try."""

    criterion: strawberry.ID = strawberry.field(description="Criterion, or the code of a yardstick of the ranking.")
    weight: float = strawberry.field(description="Weight, 0 or more.")


class Placed:
    """A ranking of one answer, with the levels of what it names.

    Parameters
    ----------
    request
        What it is part of.
    ranking
        The ranking.
    """

    def __init__(self, request: Request, ranking: ranking_types.Ranking) -> None:
        self.request = request
        self.yardsticks = {one.id: one for one in ranking.yardsticks}
        named = [member.id for place in ranking.places for member in place.members]
        self.things = Level(request, [*named, *(one.id for one in ranking.yardsticks if not one.is_counted)])
        self.cited = Cited(request, (fact for place in ranking.places for mark in place.marks for fact in mark.facts))


@strawberry.type(description="How one does by one yardstick.")
class Mark:
    """How one does by one yardstick."""

    placed: strawberry.Private[Placed]
    made: strawberry.Private[ranking_types.Mark]

    @resolver("What is looked at: the criterion's name, or what is counted in the network.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what is looked at."""
        return self.placed.yardsticks[self.made.yardstick].name.to(self.placed.request.said(lang))

    @resolver("The criterion; null for what is counted in the network.")
    def criterion(self) -> Entity | None:
        """Return the criterion."""
        counted = self.placed.yardsticks[self.made.yardstick].is_counted
        return None if counted else thing(self.placed.things, self.made.yardstick)

    @resolver("Share of the whole that it weighs, 0 to 1.")
    def weight(self) -> float:
        """Return its weight."""
        return self.placed.yardsticks[self.made.yardstick].weight

    @resolver("Score, 0 to 1; null where it is not known.")
    def score(self) -> float | None:
        """Return the score."""
        return self.made.score

    @resolver("What the score rests on, in a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what it rests on."""
        return self.made.text.to(self.placed.request.said(lang))

    @resolver("The facts; none for what is counted.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return the facts."""
        return self.placed.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.type(description="A place in a ranking.")
class Ranked:
    """A place in a ranking."""

    placed: strawberry.Private[Placed]
    made: strawberry.Private[ranking_types.Ranked]

    @resolver("The thing; the first where areas are taken as one.")
    def thing(self) -> Entity:
        """Return what is ranked."""
        return sure(self.placed.things, self.made.members[0].id)

    @resolver("The areas that are taken as one; one thing where none are.")
    def things(self) -> list[Entity]:
        """Return all that has this place."""
        return [sure(self.placed.things, member.id) for member in self.made.members]

    @resolver("Rank, 1 is best.")
    def rank(self) -> int:
        """Return the rank."""
        return self.made.rank

    @resolver("Best, as weights move.")
    def rank_best(self) -> int:
        """Return the best rank."""
        return self.made.best

    @resolver("Worst.")
    def rank_worst(self) -> int:
        """Return the worst rank."""
        return self.made.worst

    @resolver("Weighted score, 0 to 1.")
    def score(self) -> float:
        """Return the score."""
        return self.made.score

    @resolver("Criterion that turns it first; null where none does, and for what is counted in the network.")
    def turned_by(self) -> Entity | None:
        """Return the criterion that turns it."""
        known = self.placed.yardsticks.get(self.made.turned_by)
        return None if known is None or known.is_counted else thing(self.placed.things, known.id)

    @resolver("The same in words, also for what is counted.")
    def turned_by_label(self, lang: InLang = strawberry.UNSET) -> str | None:
        """Return what turns it, in words."""
        known = self.placed.yardsticks.get(self.made.turned_by)
        return None if known is None else known.name.to(self.placed.request.said(lang))

    @resolver("Criteria without a score.")
    def missing(self) -> list[Entity]:
        """Return the criteria by which nothing is known."""
        stated = [id_ for id_ in self.made.missing if not self.placed.yardsticks[id_].is_counted]
        found = (thing(self.placed.things, id_) for id_ in stated)
        return [one for one in found if one is not None]

    @resolver("How it does by each yardstick.")
    def marks(self) -> list[Mark]:
        """Return how it does."""
        return [Mark(placed=self.placed, made=one) for one in self.made.marks]

    @resolver("How firm the place is, in a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return how firm it is."""
        return self.made.text.to(self.placed.request.said(lang))


class Connecting:
    """Connectors of one answer, with the levels of what they name.

    Parameters
    ----------
    request
        What they are part of.
    connectors
        Those that are shown.
    """

    def __init__(self, request: Request, connectors: Sequence[broker_types.Connector]) -> None:
        self.request = request
        self.things = Level(request, (one.id for made in connectors for one in (made.member, *made.cut_off)))
        self.cited = Cited(request, (fact for made in connectors for fact in made.facts))


@strawberry.type(description="Somebody or something that holds the network together.")
class Broker:
    """Somebody or something that holds the network together."""

    among: strawberry.Private[Connecting]
    made: strawberry.Private[broker_types.Connector]

    @resolver("Who.")
    def thing(self) -> Entity:
        """Return who it is."""
        return sure(self.among.things, self.made.member.id)

    @resolver("Share of shortest ways through it.")
    def betweenness(self) -> float:
        """Return the share of shortest ways."""
        return self.made.betweenness

    @resolver("Spread over communities.")
    def participation(self) -> float:
        """Return the spread over communities."""
        return self.made.participation

    @resolver("True when the network falls apart without.")
    def critical(self) -> bool:
        """Return whether others come loose."""
        return self.made.critical

    @resolver("What it connects, in a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what it connects."""
        return self.made.text.to(self.among.request.said(lang))

    @resolver("What happens when it leaves.")
    def when_gone(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what happens when it leaves."""
        return self.made.when_gone.to(self.among.request.said(lang))

    @resolver("The smallest next step.")
    def next_step(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the smallest next step."""
        return self.made.step.to(self.among.request.said(lang))

    @resolver("Who comes loose without it.")
    def cut_off(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Entity]:
        """Return who comes loose."""
        shown = self.made.cut_off[: checked_first(first, 10, MOST_FACTS)]
        return [sure(self.among.things, one.id) for one in shown]

    @resolver("The ties that this rests on.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return the facts."""
        return self.among.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])
