"""Runs one GraphQL operation: in one thread, on one view, within its price; errors become codes and sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode, execute_sync

from api.costs import CostMeter
from api.documents import Checked, Documents, InvalidDocumentError, is_mutation
from api.errors import COME_BACK, ErrorCode, Problem, TooCostlyError, WrongMethodError, problem_of
from api.limits import ApiLimits
from api.request import Request
from graph.schema.words import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """A well-formed request.

    Parameters
    ----------
    query
        Text of the document.
    variables
        By name.
    operation
        Name of the operation; None where there is but one.
    may_write
        False where the way it came may only read.
    """

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation: str | None = None
    may_write: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gets.

    Parameters
    ----------
    body
        ``data``, ``errors`` and ``extensions``; without ``data`` where nothing was executed.
    status
        For HTTP, where the media type lets it differ from 200.
    come_back
        True when the same request may succeed in a while.
    """

    body: dict[str, Any]
    status: int = 200
    come_back: bool = False


class Runner:
    """Runs operations on one schema.

    Parameters
    ----------
    schema
        As graphql-core executes it.
    limits
        What a document may be and an operation may cost.
    """

    def __init__(self, schema: GraphQLSchema, limits: ApiLimits) -> None:
        self._schema = schema
        self._limits = limits
        self._documents = Documents(schema, limits)
        self._meter = CostMeter(schema)

    def run(self, asked: Asked, request: Request) -> Answer:
        """Return the answer to a request. Never raises: what goes wrong stands in the answer.

        Parameters
        ----------
        asked
            The request.
        request
            Who asks, of what; its view is closed when this returns.
        """
        try:
            found = self._documents.find(asked.query)
            if isinstance(found, InvalidDocumentError):
                return _invalid(found, request)
            if isinstance(found, TooCostlyError):
                return refusal(problem_of(found), request.lang)
            return self._execute(found, asked, request)
        except Exception as error:
            return refusal(problem_of(error), request.lang)
        finally:
            request.renew()

    def _execute(self, found: Checked, asked: Asked, request: Request) -> Answer:
        operation = found.operation(asked.operation)
        if is_mutation(operation) and not asked.may_write:
            raise WrongMethodError("Schrijven gaat met POST.", "Writing goes by POST.")
        cost = self._cost(found, operation, asked)
        result = execute_sync(
            self._schema,
            found.document,
            variable_values=dict(asked.variables),
            operation_name=asked.operation or None,
            context_value=request,
        )
        extensions = {"cost": cost}
        if result.data is None and result.errors and all(error.path is None for error in result.errors):
            return _wrong_variables(result.errors, request, extensions)
        body: dict[str, Any] = {"data": result.data, "extensions": extensions}
        if not result.errors:
            return Answer(body)
        problems = [problem_of(error.original_error or error) for error in result.errors]
        body["errors"] = [
            _shown(problem, request.lang, error) for problem, error in zip(problems, result.errors, strict=True)
        ]
        return Answer(body, come_back=any(problem.code in COME_BACK for problem in problems))

    def _cost(self, found: Checked, operation: OperationDefinitionNode, asked: Asked) -> int:
        cost = self._meter.cost(found.document, operation, asked.variables)
        if cost > self._limits.cost:
            raise TooCostlyError(
                f"De vraag kost {cost} punten; hoogstens {self._limits.cost} kan. Vraag minder tegelijk.",
                f"The query costs {cost} points; at most {self._limits.cost} can be. Ask for less at once.",
            )
        return cost


def refusal(problem: Problem, lang: str) -> Answer:
    """Return the answer to a request that was not executed."""
    return Answer({"errors": [_shown(problem, lang)]}, problem.status, problem.code in COME_BACK)


def _invalid(error: InvalidDocumentError, request: Request) -> Answer:
    return Answer({"errors": [_as_input(one, request.lang) for one in error.problems]}, 400)


def _wrong_variables(errors: Sequence[GraphQLError], request: Request, extensions: dict[str, Any]) -> Answer:
    return Answer({"errors": [_as_input(one, request.lang) for one in errors], "extensions": extensions}, 400)


def _as_input(error: GraphQLError, lang: str) -> dict[str, Any]:
    """Return a problem that the library found with what was sent; its words are English whatever is asked."""
    problem = Problem(400, ErrorCode.BAD_INPUT, Words(error.message, error.message))
    return _shown(problem, lang, error)


def _shown(problem: Problem, lang: str, error: GraphQLError | None = None) -> dict[str, Any]:
    shown: dict[str, Any] = {"message": problem.sentence(lang), "extensions": {"code": problem.code.value}}
    if error is not None and error.locations:
        shown["locations"] = [{"line": one.line, "column": one.column} for one in error.locations]
    if error is not None and error.path is not None:
        shown["path"] = list(error.path)
    return shown
