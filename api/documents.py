"""Documents: parsed, measured and validated once for each text, then kept for those who send it again."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    Source,
    parse,
    validate,
)

from api.document_limits import check_document
from api.errors import TooCostlyError
from api.limits import ApiLimits
from graph.errors import InputError

MOST_OF_ERROR = 300
"""Characters of a problem that are passed on: some of them quote what was sent."""


_LIMITED = re.compile("^(Syntax Error: )?Document (contains more than|is nested too deeply)")
"""How the library words that a limit was passed: it has no class for it."""


class InvalidDocumentError(InputError):
    """A document is no GraphQL, or does not fit the schema.

    Parameters
    ----------
    problems
        What is wrong, at most so many as the limits say; in English, as the library words them.
    """

    def __init__(self, problems: tuple[GraphQLError, ...]) -> None:
        said = problems[0].message[:MOST_OF_ERROR]
        super().__init__(f"De vraag klopt niet: {said}", f"The query is not right: {said}")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Checked:
    """A document that may be executed.

    Parameters
    ----------
    document
        Parsed.
    operations
        Its operations, by name where they have one.
    """

    document: DocumentNode
    operations: tuple[OperationDefinitionNode, ...]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """Return the operation that is asked for: by name, or the only one.

        Raises
        ------
        InputError
            There is none of that name, or there are several and none is named.
        """
        named = [one for one in self.operations if not name or (one.name is not None and one.name.value == name)]
        if len(named) != 1:
            raise InputError(
                "Zeg met ‘operationName’ welke van de vragen wordt gesteld.",
                "Say with ‘operationName’ which of the operations is asked.",
            )
        return named[0]


class Documents:
    """Keeps documents that were found good, or bad, the least lately used given up first.

    Parameters
    ----------
    schema
        What they are validated against.
    limits
        What they may be, and how many are kept.
    """

    def __init__(self, schema: GraphQLSchema, limits: ApiLimits) -> None:
        self._schema = schema
        self._limits = limits
        self._lock = Lock()
        self._kept: OrderedDict[str, Checked | TooCostlyError | InvalidDocumentError] = OrderedDict()

    def find(self, text: str) -> Checked | TooCostlyError | InvalidDocumentError:
        """Return a document that may be executed, or what is wrong with it.

        Notes
        -----
        What is wrong is returned and not raised: it is kept too, and many threads may be told it at one time.
        """
        with self._lock:
            known = self._kept.get(text)
            if known is not None:
                self._kept.move_to_end(text)
        if known is None:
            known = self._check(text)
            with self._lock:
                self._kept[text] = known
                while len(self._kept) > self._limits.documents:
                    self._kept.popitem(last=False)
        return known

    def _check(self, text: str) -> Checked | TooCostlyError | InvalidDocumentError:
        try:
            document = self._parse(text)
            check_document(document, self._limits)
        except (TooCostlyError, InvalidDocumentError) as error:
            return error.with_traceback(None)
        problems = validate(self._schema, document, max_errors=self._limits.errors)
        if problems:
            return InvalidDocumentError(tuple(problems[: self._limits.errors]))
        operations = tuple(one for one in document.definitions if isinstance(one, OperationDefinitionNode))
        return Checked(document, operations)

    def _parse(self, text: str) -> DocumentNode:
        limits = self._limits
        try:
            return parse(Source(text), max_lexical_tokens=limits.tokens, max_comments=limits.comments)
        except GraphQLError as error:
            problem = error.with_traceback(None)
        # Outside the handler: what is raised there keeps its cause, and so all that was parsed, as long as it is kept.
        if not _LIMITED.search(problem.message):
            raise InvalidDocumentError((problem,))
        raise TooCostlyError(
            f"De vraag is te lang of te diep; hoogstens {limits.tokens} woorden en tekens kan.",
            f"The query is too long or too deep; at most {limits.tokens} words and signs can be.",
        )


def is_mutation(operation: OperationDefinitionNode) -> bool:
    """Return whether an operation writes."""
    return operation.operation is not OperationType.QUERY
