"""What became of a suggestion: reading its steps, and recording one."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import strawberry
from strawberry.types import Info

from api import recording
from api.bounds import checked_text, given
from api.errors import problem_of
from api.judging import check_may_judge
from api.levels import Level
from api.request import Request
from api.types.alliances import find_suggestion
from api.types.common import InLang, PartialDate, PartialDateInput
from api.types.describing import meaning, member, resolver
from api.types.making import thing
from api.types.node import Node
from api.types.relationship import Relationship
from api.types.writing import InputRefusal, WritePayload, checked_key
from graph.errors import InputError, UnknownIdError
from graph.network import trails
from graph.network.outcomes import Outcome
from graph.schema import values

_PARTS = ("idempotencyKey", "suggestionId", "step", "on", "lesson", "note")
"""Parts of the input that an error may be about."""


@strawberry.enum(description="Steps of an agreement trail.")
class TrailStep(Enum):
    """Steps of a trail."""

    TALK = member("talk", "A talk.")
    ALLIANCE = member("alliance", "Alliance.")
    LETTER_OF_INTENT = member("letter_of_intent", "Letter of intent.")
    AGREEMENT = member("agreement", "Signed.")
    COOPERATIVE = member("cooperative", "One cooperative.")
    ENDED = member("ended", "Ended.")


@strawberry.type(description="A step that a suggestion came to.")
class TrailEntry:
    """A step that a suggestion came to."""

    level: strawberry.Private[Level]
    ties: strawberry.Private[Level]
    made: strawberry.Private[trails.TrailEntry]

    @resolver("Which step.")
    def step(self) -> TrailStep:
        """Return the step."""
        return TrailStep(self.made.step.value)

    @resolver("The meeting or agreement; the partnership where it ended.")
    def node(self) -> Node | None:
        """Return what the step is."""
        return _node(self.level, self.ties, self.made.thing)

    @resolver("Day that it was or is planned for.")
    def planned(self) -> PartialDate | None:
        """Return the planned day."""
        return self._date(self.made.planned)

    @resolver("Day on which it happened; null where nobody said.")
    def on(self) -> PartialDate | None:
        """Return the day."""
        return self._date(self.made.on)

    @resolver("Whether it came about; a plan has not yet.")
    def happened(self) -> bool:
        """Return whether it came about."""
        return self.made.happened

    @resolver("Lesson, when ended.")
    def lesson(self) -> str | None:
        """Return the lesson."""
        return self.made.lesson or None

    @resolver("Remark of who recorded it.")
    def note(self) -> str | None:
        """Return the remark."""
        return self.made.note or None

    @resolver("Step and day in words.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return it in words."""
        said = self.level.request.said(lang)
        return f"{trails.STEP_WORDS[self.made.step].to(said)}: {trails.when_words(self.made).to(said)}"

    def _date(self, stored: str | None) -> PartialDate | None:
        if stored is None:
            return None
        return PartialDate(request=self.level.request, stored=values.PartialDate.parse(stored))


@strawberry.type
class TrailQueries:
    """Questions for what became of suggestions; no type of the schema by itself."""

    @resolver("What became of a suggestion, oldest step first; also of one that is not made any more.", weight=10)
    def trail(
        self, info: Info[Request, None], suggestion: Annotated[strawberry.ID, meaning("The suggestion.")]
    ) -> list[TrailEntry] | None:
        """Return the steps of a suggestion that the viewer may see."""
        request = info.context
        _wait_for_advice(request, str(suggestion))
        found = request.site.network.trail(request.view(), str(suggestion))
        level = Level(request, (one.thing for one in found.entries if one.kind))
        ties = Level(request, (one.thing for one in found.entries if not one.kind))
        return [TrailEntry(level=level, ties=ties, made=one) for one in found.entries]


@strawberry.input(description="What became of a suggestion.")
class RecordOutcomeInput:
    """What became of a suggestion."""

    idempotency_key: str = strawberry.field(description="Your own unique text for this write, 1 to 200 characters.")
    suggestion_id: strawberry.ID = strawberry.field(description="The suggestion.")
    step: TrailStep = strawberry.field(description="Step reached.")
    on: PartialDateInput | None = strawberry.field(
        default=strawberry.UNSET, description="When; today unless told, planned when in the future."
    )
    lesson: str | None = strawberry.field(default=strawberry.UNSET, description="Lesson, when ended.")
    note: str | None = strawberry.field(default=strawberry.UNSET, description="In your words.")


@strawberry.type
class TrailWrites:
    """Writing what became of suggestions; no type of the schema by itself."""

    @resolver("Tell what became of a suggestion (facilitator, admin).")
    def record_outcome(
        self,
        info: Info[Request, None],
        input: Annotated[RecordOutcomeInput, meaning("Input.")],  # noqa: A002 - the name that every mutation's argument has
    ) -> WritePayload | None:
        """Keep a step that a suggestion came to."""
        request = info.context
        check_may_judge(request.viewer)
        try:
            done = _recorded(request, input)
        except InputError as error:
            problem = problem_of(error)
            path = [error.concerning] if error.concerning in _PARTS else []
            refusal = InputRefusal(request=request, words=problem.words, code=problem.code, path=path)
            return WritePayload(revision=None, replayed=False, errors=[refusal], node=None)
        request.renew()  # what is read from here on has heard of the step
        node = _node(Level(request, [done.thing]), Level(request, [done.thing]), done.thing)
        return WritePayload(revision=str(done.revision), replayed=done.replayed, errors=[], node=node)


def _recorded(request: Request, asked: RecordOutcomeInput) -> recording.Recorded:
    """Check a step and keep it; errors concern the part of the input that they are about."""
    key = checked_key(request, asked.idempotency_key)
    lesson, note = (checked_text(getattr(asked, part), part, request.limits.text) for part in ("lesson", "note"))
    outcome = Outcome(trails.TrailStep(asked.step.value), _stored(given(asked.on, None)), lesson, note)
    suggestion = str(asked.suggestion_id)
    _wait_for_advice(request, suggestion)
    request.renew()  # a store may let nobody write while somebody reads, and that would be ourselves
    try:
        return recording.record(
            request.site.network, key, suggestion, outcome, request.viewer, days=request.limits.replay_days
        )
    except UnknownIdError as error:
        raise UnknownIdError(error.nl, error.en, concerning="suggestionId") from error


def _wait_for_advice(request: Request, suggestion: str) -> None:
    """Have the advice computed, waiting for it up to a bound, where nothing but it knows the members."""
    if request.site.network.told_trail(request.view(), suggestion) is None:
        find_suggestion(request, suggestion)


def _stored(asked: PartialDateInput | None) -> str | None:
    if asked is None:
        return None
    qualifier = given(asked.qualifier, None)
    return f"{asked.value} {qualifier.value}" if qualifier else asked.value


def _node(level: Level, ties: Level, id_: str) -> Node | None:
    if not id_.startswith("tie:"):
        return thing(level, id_)
    tie = ties.tie(id_)
    return None if tie is None else Relationship.of(ties, tie)
