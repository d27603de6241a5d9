"""What initiatives stand for, as far as sources say; two beside each other, and whether each stays independent."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.bounds import checked_first, checked_list
from api.levels import Level
from api.request import Request
from api.types.behind import Citation
from api.types.common import InLang
from api.types.describing import meaning, resolver
from api.types.entity import Entity
from api.types.gaps import MOST_FACTS, Cited
from api.types.making import sure
from graph.errors import InputError
from graph.questions import value_types

MOST_COMPARED = 2
"""Initiatives that are laid beside each other."""


class Stated:
    """Profiles of one answer, with the levels of what they name.

    Parameters
    ----------
    request
        What they are part of.
    profiles
        One, or two that are compared.
    compared
        The comparison; None for one.
    """

    def __init__(
        self,
        request: Request,
        profiles: tuple[value_types.ValueProfile, ...],
        compared: value_types.ValueComparison | None = None,
    ) -> None:
        self.request = request
        self.profiles = profiles
        self.compared = compared
        self.against = compared.against if compared else ()
        self.things = Level(request, (one.member.id for one in profiles))
        signs = [fact for one in profiles for value in one.values for fact in value.facts]
        self.cited = Cited(request, [*signs, *(fact for one in self.against for fact in one.facts)])


@strawberry.type(description="One value, and what points at it.")
class ValueSigns:
    """One value, and what points at it."""

    stated: strawberry.Private[Stated]
    made: strawberry.Private[value_types.ValueSigns]

    @resolver("Code of the value; it may grow.")
    def code(self) -> str:
        """Return the code."""
        return self.made.code

    @resolver("The value.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the value."""
        return self.made.name.to(self.stated.request.said(lang))

    @resolver("What points at it, in the words of the source where it is a text.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return what points at it."""
        return self.stated.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.type(description="What one initiative stands for, as far as sources say.")
class ValueProfile:
    """What one initiative stands for."""

    stated: strawberry.Private[Stated]
    made: strawberry.Private[value_types.ValueProfile]

    @resolver("The initiative or organisation.")
    def thing(self) -> Entity:
        """Return who."""
        return sure(self.stated.things, self.made.member.id)

    @resolver("Its values, those with most signs first; empty where no source says anything.")
    def signs(self) -> list[ValueSigns]:
        """Return its values."""
        return [ValueSigns(stated=self.stated, made=one) for one in self.made.values]

    @resolver("How to read this, or what to ask where nothing is known.")
    def note(self, lang: InLang = strawberry.UNSET) -> str:
        """Return how to read this."""
        return self.made.note.to(self.stated.request.said(lang))


@strawberry.type(description="Something that may cost an initiative its independence.")
class ValueWarning:
    """Something that may cost an initiative its independence."""

    stated: strawberry.Private[Stated]
    made: strawberry.Private[value_types.ValueWarning]

    @resolver("Code in the catalogue of reasons.")
    def code(self) -> str:
        """Return the code."""
        return self.made.code

    @resolver("One sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the sentence."""
        return self.made.text.to(self.stated.request.said(lang))

    @resolver("The facts.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return what it rests on."""
        return self.stated.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.type(description="What one or two stand for. What is not known of one is no difference.")
class ValueFit:
    """What one or two stand for."""

    stated: strawberry.Private[Stated]

    @resolver("What each stands for, in your order.")
    def profiles(self) -> list[ValueProfile]:
        """Return what each stands for."""
        return [ValueProfile(stated=self.stated, made=one) for one in self.stated.profiles]

    @resolver("Values that sources name with both; empty for one.")
    def shared(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return what both stand for."""
        said = self.stated.request.said(lang)
        return [one.to(said) for one in self.stated.compared.shared] if self.stated.compared else []

    @resolver("What may cost one of the two its independence; empty for one.")
    def against(self) -> list[ValueWarning]:
        """Return what may cost one its independence."""
        return [ValueWarning(stated=self.stated, made=one) for one in self.stated.against]

    @resolver("What the comparison says, in sentences; empty for one.")
    def notes(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return what the comparison says."""
        said = self.stated.request.said(lang)
        return [one.to(said) for one in self.stated.compared.notes] if self.stated.compared else []


@strawberry.type
class ValueQueries:
    """The question of values; no type of the schema by itself."""

    @resolver("What initiatives stand for; two are laid beside each other.", weight=20)
    def value_fit(
        self,
        info: Info[Request, None],
        of: Annotated[list[strawberry.ID], meaning("One or two initiatives or organisations.")],
    ) -> ValueFit | None:
        """Return what one or two stand for."""
        request = info.context
        ids = tuple(map(str, checked_list(of, "of", MOST_COMPARED)))
        if not ids:
            raise InputError("Noem een of twee initiatieven.", "Name one or two initiatives.", concerning="of")
        answers = request.site.network.answers
        if len(ids) == 1:
            return ValueFit(stated=Stated(request, (answers.values(request.view(), *ids),)))
        compared = answers.compare_values(request.view(), *ids)
        return ValueFit(stated=Stated(request, compared.profiles, compared))
