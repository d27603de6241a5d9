"""Writing: what every write takes and answers; judgements of suggestions, and decisions on pairs."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.bounds import checked_text, given
from api.errors import ErrorCode, problem_of
from api.judging import Judged, check_may_judge
from api.levels import Level
from api.matching import Decided, check_may_decide
from api.request import Request
from api.types.advice import Suggestion, revision_of
from api.types.alliances import find_suggestion
from api.types.common import InLang
from api.types.describing import meaning, resolver
from api.types.entity import Entity
from api.types.making import thing
from api.types.matches import MatchState, matches_by_id
from api.types.node import Node
from api.types.vocabularies import CooperationForm, Verdict
from graph.errors import ConflictError, InputError, UnknownIdError
from graph.network import merge_desk
from graph.network.advising import no_suggestion
from graph.network.deciding import Judgement, check_may_be_judged
from graph.network.private_text import check_typed
from graph.schema.words import Words

_PARTS = ("idempotencyKey", "suggestionId", "matchId", "reason")
"""Parts of the input of a write that an error may be about."""


@strawberry.interface(name="UserError", description="Why a write was refused.")
class Refusal:
    """Why a write was refused."""

    request: strawberry.Private[Request]
    words: strawberry.Private[Words]
    code: ErrorCode = strawberry.field(description="Code.")
    path: list[str] = strawberry.field(description="Where in the input, such as ['initiatives', '3', 'phase'].")

    @resolver("For people.")
    def message(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the sentence."""
        return self.words.to(self.request.said(lang))


@strawberry.type(name="InputError", description="The input is wrong or not allowed.")
class InputRefusal(Refusal):
    """The input is wrong or not allowed."""


@strawberry.type(name="ConflictError", description="Somebody was before you.")
class ConflictRefusal(Refusal):
    """Somebody was before."""

    current: Node | None = strawberry.field(description="The thing as it is now, with the revision to expect.")


@strawberry.interface(description="What every write answers.")
class Payload:
    """What every write answers."""

    revision: str | None = strawberry.field(description="Revision after the write; null when nothing was written.")
    replayed: bool = strawberry.field(description="True when this is the answer of an earlier, equal write.")
    errors: list[Refusal] = strawberry.field(description="What stood in the way; empty when done.")


@strawberry.input(description="A judgement.")
class JudgeInput:
    """A judgement."""

    idempotency_key: str = strawberry.field(description="Your own unique text for this write, 1 to 200 characters.")
    suggestion_id: strawberry.ID = strawberry.field(description="The suggestion.")
    expected_revision: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Its `revision` as you read it; refused when the advice has changed since.",
    )
    verdict: Verdict = strawberry.field(description="Verdict.")
    form: CooperationForm | None = strawberry.field(
        default=strawberry.UNSET, description="Form that you think of; as advised unless told."
    )
    reason: str | None = strawberry.field(default=strawberry.UNSET, description="Why; kept with the judgement.")

    def words(self) -> tuple[object, ...]:
        """Return all but the key: what makes two writes equal."""
        return (
            str(self.suggestion_id),
            given(self.expected_revision, None),
            self.verdict.value,
            self.form.value if given(self.form, None) else None,  # type: ignore[union-attr]
            given(self.reason, None),
        )


@strawberry.type(description="Answer to `judge`.")
class JudgePayload(Payload):
    """Answer to a judgement."""

    request: strawberry.Private[Request]
    judged: strawberry.Private[Judged | None]
    suggestion_id: strawberry.Private[str]

    @resolver("The judgement.")
    def judgement(self) -> Entity | None:
        """Return the judgement that was written."""
        return thing(Level(self.request, [self.judged.judgement]), self.judged.judgement) if self.judged else None

    @resolver("The suggestion as it stands now.")
    def suggestion(self) -> Suggestion | None:
        """Return the suggestion of advice that has heard the judgement, None where it is no longer made."""
        return find_suggestion(self.request, self.suggestion_id)


@strawberry.type(description="Answer with what was written.")
class WritePayload(Payload):
    """Answer with what was written."""

    node: Node | None = strawberry.field(description="The thing, match or load as it is now.")


@strawberry.input(description="A decision on a match.")
class DecideMatchInput:
    """A decision on a pair."""

    idempotency_key: str = strawberry.field(description="Your own unique text for this write, 1 to 200 characters.")
    match_id: strawberry.ID = strawberry.field(description="The match.")
    state: MatchState = strawberry.field(description="Decision; OPEN takes it back.")
    reason: str | None = strawberry.field(default=strawberry.UNSET, description="Why; kept with the decision.")


@strawberry.type(description="All writes.")
class Mutation:
    """All writes."""

    @resolver("Decide a match; merges and splits can be taken back (staff, admin).")
    def decide_match(
        self,
        info: Info[Request, None],
        input: Annotated[DecideMatchInput, meaning("Input.")],  # noqa: A002 - the name that every mutation's argument has
    ) -> WritePayload | None:
        """Keep a decision on a pair, or take it back."""
        request = info.context
        check_may_decide(request.viewer)
        try:
            decided = _decided(request, input)
        except InputError as error:
            problem = problem_of(error)
            path = [error.concerning] if error.concerning in _PARTS else []
            refusal = InputRefusal(request=request, words=problem.words, code=problem.code, path=path)
            return WritePayload(revision=None, replayed=False, errors=[refusal], node=None)
        request.renew()  # what is read from here on has heard the decision
        now = matches_by_id(request, [decided.match]).get(decided.match)
        return WritePayload(revision=str(decided.revision), replayed=decided.replayed, errors=[], node=now)

    @resolver("Say what you make of a suggestion (facilitator, admin).")
    def judge(
        self,
        info: Info[Request, None],
        input: Annotated[JudgeInput, meaning("Input.")],  # noqa: A002 - the name that every mutation's argument has
    ) -> JudgePayload | None:
        """Keep what a person makes of a suggestion."""
        request = info.context
        check_may_judge(request.viewer)
        try:
            judged = _judged(request, input)
        except ConflictError as error:
            current = find_suggestion(request, str(input.suggestion_id))
            problem = problem_of(error)
            refusal: Refusal = ConflictRefusal(
                request=request, words=problem.words, code=problem.code, path=["expectedRevision"], current=current
            )
        except InputError as error:
            problem = problem_of(error)
            path = [error.concerning] if error.concerning in _PARTS else []
            refusal = InputRefusal(request=request, words=problem.words, code=problem.code, path=path)
        else:
            request.renew()  # what is read from here on has heard the judgement
            return _payload(request, input, judged=judged)
        return _payload(request, input, refusal=refusal)


def _decided(request: Request, asked: DecideMatchInput) -> Decided:
    """Check a decision on a pair and keep it; errors concern the part of the input that they are about."""
    key, reason = (
        checked_key(request, asked.idempotency_key),
        checked_text(asked.reason, "reason", request.limits.text),
    )
    check_typed(reason, "reason")
    request.renew()  # a store may let nobody write while somebody reads, and that would be ourselves
    state = merge_desk.MatchState(asked.state.value)
    try:
        return request.decider.decide(key, str(asked.match_id), state, reason, request.viewer)
    except UnknownIdError as error:
        raise UnknownIdError(error.nl, error.en, concerning="matchId") from error


def checked_key(request: Request, key: str) -> str:
    """Return the key of a write.

    Raises
    ------
    InputError
        It is empty or too long.
    """
    if not checked_text(key, "idempotencyKey", request.limits.key).strip():
        raise InputError("Een sleutel heeft tekens.", "A key has characters.", concerning="idempotencyKey")
    return key


def _judged(request: Request, asked: JudgeInput) -> Judged:
    """Check a judgement and keep it; errors concern the part of the input that they are about."""
    limits, words = request.limits, asked.words()
    checked_key(request, asked.idempotency_key)
    reason = checked_text(asked.reason, "reason", limits.text)
    earlier = request.judge.earlier(asked.idempotency_key, words, request.viewer)
    if earlier is not None:
        return earlier
    found = find_suggestion(request, str(asked.suggestion_id))
    if found is None:
        raise no_suggestion(str(asked.suggestion_id), concerning="suggestionId")
    made = found.made
    check_may_be_judged(made)
    expected = given(asked.expected_revision, None)
    if expected is not None and expected != revision_of(made):
        raise ConflictError(
            "De suggestie is intussen veranderd. Lees haar opnieuw en oordeel dan.",
            "The suggestion has changed since. Read it again and then judge.",
        )
    form = given(asked.form, None)
    judgement = Judgement(asked.verdict.value, form.value if form else made.form, reason or None)
    request.renew()  # a store may let nobody write while somebody reads, and that would be ourselves
    return request.judge.judge(asked.idempotency_key, words, made.ids, judgement, request.viewer)


def _payload(
    request: Request, asked: JudgeInput, *, judged: Judged | None = None, refusal: Refusal | None = None
) -> JudgePayload:
    return JudgePayload(
        request=request,
        judged=judged,
        suggestion_id=str(asked.suggestion_id),
        revision=str(judged.revision) if judged else None,
        replayed=judged is not None and judged.replayed,
        errors=[refusal] if refusal else [],
    )
