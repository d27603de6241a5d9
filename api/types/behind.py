"""What stands behind a value: claims, and the places in sources that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from api.bounds import checked_first
from api.levels import Level
from api.types.common import InLang, PartialDate, Quantity
from api.types.describing import meaning, member, resolver
from api.types.making import thing
from api.types.vocabularies import Property
from api.wording import is_marked, name_in, sentence_of, statement_text, text_of, value_in
from graph.claims import MOST_PLACES, PEOPLE, passage_at, place_label
from graph.schema import declaration, values
from graph.schema.declaration import ValueType
from graph.schema.words import Lang
from graph.store.answers import Node, Statement

if TYPE_CHECKING:
    from api.types.kinds import Source

InWords = Callable[[Lang], str]
"""Something that can be said in either language."""

MOST_CLAIMS = 100
"""Statements about one value that are listed."""


@strawberry.enum(description="Whether something is known.")
class ValueState(Enum):
    """Whether something is known."""

    KNOWN = member("known", "A source says it.")
    NONE = member("none", "A source says there is none.")
    UNKNOWN = member("unknown", "Nobody said, as far as you may see.")


@strawberry.enum(description="How a statement was meant.")
class Modality(Enum):
    """How a statement was meant."""

    STATED = member("stated", "As fact.")
    EXPECTED = member("expected", "As expectation.")
    PLANNED = member("planned", "As plan.")
    PRELIMINARY = member("preliminary", "As provisional.")


@strawberry.enum(description="Who may see a statement.")
class Visibility(Enum):
    """Who may see a statement."""

    PUBLIC = member("public", "Everyone.")
    INTERNAL = member("internal", "Signed-in roles.")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, with what it takes to word it.

    Parameters
    ----------
    level
        Level of the thing that it is about.
    statement
        The statement.
    declared
        Its property, None where the thing's kind has none of that name.
    about
        What it says of a relationship that it exists, in Dutch and English; None for values.
    """

    level: Level
    statement: Statement
    declared: declaration.Property | None
    about: dict[Lang, str] | None = None

    def name_of(self, id_: str) -> str:
        """Return the name of what a statement points to, its id where the viewer may not see it."""
        return name_from(self.level.stated_references, id_)

    def text(self, lang: Lang) -> str:
        """Return the value in words."""
        return statement_text(self.declared, self.statement, lang, self.name_of)

    def sentence(self, lang: Lang) -> str:
        """Return what is said in a sentence."""
        if self.about is not None:
            return self.about[lang]
        return sentence_of(self.declared, self.statement, lang, self.name_of)


@strawberry.type(description="A fact and the place that shows it.")
class Citation:
    """A fact and the place that shows it."""

    level: strawberry.Private[Level]
    words: strawberry.Private[InWords]
    source_id: strawberry.Private[str | None]
    where: strawberry.Private[InWords]
    words_there: strawberry.Private[str] = ""

    @resolver("The fact as a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the fact."""
        return self.words(self.level.request.said(lang))

    @resolver("The source; null for what follows from the network as it stands.")
    def source(self) -> Annotated[Source, strawberry.lazy("api.types.kinds")] | None:
        """Return the source, None where the viewer may not see it."""
        return cast("Source | None", thing(self.level, self.source_id) if self.source_id else None)

    @resolver("Place in the source, such as 'page 3' or 'row 12, column Members'.")
    def place(self) -> str | None:
        """Return the place in words, None where it is not known."""
        return self.where(self.level.request.lang) or None

    @resolver("The source's own words, where you may see them.")
    def passage(self) -> str | None:
        """Return the words, None where they are not kept: of most sources only the place is."""
        return self.words_there or None


def citations_of(said: Said) -> list[Citation]:
    """Return where a statement stands: every place that is known, or the bare source."""
    sources, source = said.level.sources, said.statement.claim.source
    return [
        Citation(
            level=sources,
            words=said.sentence,
            source_id=source,
            where=partial(place_label, place),
            words_there=passage_at(place),
        )
        for place in said.statement.places or ("",)
    ]


def newest_citations(all_said: Iterable[Said], first: int) -> list[Citation]:
    """Return where sources speak of a thing, newest first, each place once."""
    ordered = sorted(
        all_said, key=lambda one: (one.statement.claim.stated_on or "", one.statement.claim.source), reverse=True
    )
    found: dict[tuple[str | None, str], Citation] = {}
    for said in ordered:
        if len(found) >= first:
            break
        for place, citation in zip(said.statement.places or ("",), citations_of(said), strict=True):
            found.setdefault((citation.source_id, place), citation)
    return list(found.values())[:first]


@strawberry.type(description="One source's statement about one value.")
class Claim:
    """One source's statement about one value."""

    said: strawberry.Private[Said]

    @resolver("What it is about; null: that the relationship exists.")
    def property(self) -> Property | None:
        """Return the property."""
        name = self.said.statement.claim.property
        return None if name == "exists" else Property(name)

    @resolver("The value in words.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the value in words."""
        return self.said.text(self.said.level.request.said(lang))

    @resolver("The value, when it is a date.")
    def date(self) -> PartialDate | None:
        """Return the value as a date."""
        value = self._stored(ValueType.DATE)
        return None if value is None else date_of(self.said.level, value)

    @resolver("The value, when it is a quantity.")
    def quantity(self) -> Quantity | None:
        """Return the value as a quantity."""
        value = self._stored(ValueType.QUANTITY)
        return None if value is None else quantity_of(self.said.level, value)

    @resolver("True when the source denies it.")
    def denied(self) -> bool:
        """Return whether it is denied."""
        return self.said.statement.claim.denied

    @resolver("How it was meant.")
    def modality(self) -> Modality:
        """Return how it was meant."""
        return Modality(self.said.statement.modality.value)

    @resolver("True for what readers are shown as the value.")
    def counts(self) -> bool:
        """Return whether readers are shown it."""
        return self.said.statement.counts

    @resolver("True for a person's correction, which stands until withdrawn.")
    def correction(self) -> bool:
        """Return whether a person said it here."""
        return self.said.statement.claim.source == PEOPLE

    @resolver("When the source said it.")
    def stated_on(self) -> PartialDate | None:
        """Return when it was said."""
        said = self.said.statement.claim.stated_on
        return None if said is None else date_of(self.said.level, said)

    @resolver("Who may see it.")
    def visibility(self) -> Visibility:
        """Return who may see it."""
        return Visibility(self.said.statement.claim.level.value)

    @resolver("Where it stands; the first twenty places.")
    def citations(self, first: Annotated[int | None, meaning("At most 20.")] = 3) -> list[Citation]:
        """Return where it stands."""
        return citations_of(self.said)[: checked_first(first, 3, MOST_PLACES)]

    @resolver("In how many places it stands.")
    def place_count(self) -> int:
        """Return in how many places it stands."""
        return self.said.statement.total

    def _stored(self, type_: ValueType) -> str | None:
        declared, value = self.said.declared, self.said.statement.claim.value
        return str(value) if declared is not None and declared.type is type_ and value is not None else None


@strawberry.type(description="A property of one thing, as read from all statements that you may see.")
class Value:
    """A property of one thing."""

    level: strawberry.Private[Level]
    node: strawberry.Private[Node]
    declared: strawberry.Private[declaration.Property]

    @resolver("Which.")
    def property(self) -> Property:
        """Return the property."""
        return Property(self.declared.name)

    @resolver("The property's name in words.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the property's name."""
        return self.declared.words.to(self.level.request.said(lang))

    @resolver("Whether it is known; tells none from unknown.")
    def state(self) -> ValueState:
        """Return whether it is known."""
        reading = self.node.reading
        if value_in(reading, self.declared.name, "nl") is not None:
            return ValueState.KNOWN
        return ValueState.NONE if is_marked(reading.none, self.declared.name) else ValueState.UNKNOWN

    @resolver("The value in words; several joined.")
    def text(self, lang: InLang = strawberry.UNSET) -> str | None:
        """Return the value in words."""
        asked = self.level.request.said(lang)
        value = value_in(self.node.reading, self.declared.name, asked)
        return None if value is None else text_of(self.declared, value, asked, self._name_of)

    @resolver("How the statement that counts was meant.")
    def modality(self) -> Modality | None:
        """Return how the statement that counts was meant."""
        if value_in(self.node.reading, self.declared.name, "nl") is None:
            return None
        return Modality(self.node.reading.modalities.get(self.declared.name, "stated"))

    @resolver("True when live statements differ: show them side by side.")
    def disputed(self) -> bool:
        """Return whether statements differ."""
        return is_marked(self.node.reading.disputed, self.declared.name)

    @resolver("Live statements, the one that counts first, then by date.", weight=2)
    def claims(self, first: Annotated[int | None, meaning("At most 100.")] = 20) -> list[Claim]:
        """Return the statements behind the value."""
        statements = self.level.statements(self.node.id).get(self.declared.name, [])
        if self.declared.name == "aliases":  # a source that lists the name itself says nothing of another
            others = self.node.list_of("aliases")
            statements = [one for one in statements if one.claim.denied or one.claim.value in others]
        shown = statements[: checked_first(first, 20, MOST_CLAIMS)]
        return [Claim(said=Said(self.level, one, self.declared)) for one in shown]

    def _name_of(self, id_: str) -> str:
        return name_from(self.level.references, id_)


def name_from(level: Level, id_: str) -> str:
    """Return the name of a node of a level, its id where the viewer may not see it."""
    node = level.node(id_)
    return id_ if node is None else name_in(node, level.request.lang)


def date_of(level: Level, stored: str) -> PartialDate:
    """Return a stored date."""
    return PartialDate(request=level.request, stored=values.PartialDate.parse(stored))


def quantity_of(level: Level, stored: str) -> Quantity:
    """Return a stored quantity."""
    return Quantity(request=level.request, stored=values.Quantity.parse(stored))
