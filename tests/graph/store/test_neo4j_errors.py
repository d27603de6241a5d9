"""What Neo4j and its driver complain of becomes one of our errors, in a sentence that gives nothing away."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import neo4j.exceptions
import pytest
from neo4j.exceptions import AuthError, ClientError, DatabaseError, DriverError, Neo4jError, TransientError

from graph.errors import (
    StoreAccessError,
    StoreAwayError,
    StoreBusyError,
    StoreError,
    StoreFullError,
)
from graph.store.neo4j.driver import Server, error_of, translated
from graph.store.neo4j.errors import trouble_of_code
from graph.store.neo4j_server.process import find_free_port

URL = "bolt://127.0.0.1:7687"
ACCOUNT = {"user": "neo4j", "password": "a secret"}

EXPECTED: dict[str, type[StoreError]] = {
    "AuthError": StoreAccessError,
    "TokenExpired": StoreAccessError,
    "Forbidden": StoreAccessError,
    "ForbiddenOnReadOnlyDatabase": StoreAccessError,
    "AuthConfigurationError": StoreAccessError,
    "CertificateConfigurationError": StoreAccessError,
    "DatabaseUnavailable": StoreAwayError,
    "NotALeader": StoreAwayError,
    "ServiceUnavailable": StoreAwayError,
    "RoutingServiceUnavailable": StoreAwayError,
    "WriteServiceUnavailable": StoreAwayError,
    "ReadServiceUnavailable": StoreAwayError,
    "IncompleteCommit": StoreAwayError,
    "SessionExpired": StoreAwayError,
    "ConnectionPoolError": StoreAwayError,
    "ConnectionAcquisitionTimeoutError": StoreAwayError,
}
"""By name of the driver's class; every other one is a plain `StoreError`."""


def driver_classes() -> Iterator[type[Exception]]:
    for _, class_ in inspect.getmembers(neo4j.exceptions, inspect.isclass):
        if issubclass(class_, Neo4jError | DriverError):
            yield class_


@pytest.mark.parametrize("class_", list(driver_classes()), ids=lambda class_: class_.__name__)
def test_every_class_of_the_driver_becomes_one_of_ours(class_: type[Exception]) -> None:
    raised = class_("MATCH (p:Person {name: 'Jan de Wit'}) RETURN p")
    with pytest.raises(StoreError) as caught, translated(URL):
        raise raised
    assert type(caught.value) is EXPECTED.get(class_.__name__, StoreError)
    assert caught.value.__cause__ is raised
    assert "Jan" not in caught.value.nl + caught.value.en
    assert URL in caught.value.nl


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", StoreFullError),
        ("Neo.TransientError.General.OutOfMemoryError", StoreFullError),
        ("Neo.TransientError.General.TransactionMemoryLimit", StoreFullError),
        ("Neo.DatabaseError.Transaction.TransactionLogError", StoreFullError),
        ("Neo.DatabaseError.Transaction.TransactionCommitFailed", StoreFullError),
        ("Neo.TransientError.Transaction.LockAcquisitionTimeout", StoreBusyError),
        ("Neo.ClientError.Transaction.TransactionTimedOut", StoreBusyError),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", StoreBusyError),
        ("Neo.TransientError.Transaction.DeadlockDetected", StoreBusyError),
        ("Neo.TransientError.Transaction.BookmarkTimeout", StoreBusyError),
        ("Neo.ClientError.Security.AuthenticationRateLimit", StoreAccessError),
        ("Neo.TransientError.General.DatabaseUnavailable", StoreAwayError),
        ("Neo.ClientError.Cluster.NotALeader", StoreAwayError),
        ("Neo.ClientError.Database.DatabaseNotFound", StoreError),
        ("Neo.ClientError.Statement.SyntaxError", StoreError),
    ],
)
def test_a_code_of_the_server_goes_before_the_class_it_comes_in(code: str, expected: type[StoreError]) -> None:
    trouble = trouble_of_code(code)
    error = trouble.error(URL, code) if trouble else error_of(DatabaseError("x"), URL)
    assert type(error) is expected
    assert error.nl.endswith((".", "?"))
    assert error.en.endswith((".", "?"))


@pytest.mark.parametrize("class_", [ClientError, TransientError, AuthError])
def test_what_is_not_the_drivers_passes(class_: type[Exception]) -> None:
    with pytest.raises(KeyError), translated(URL):
        raise KeyError(class_.__name__)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_where_nothing_listens_is_said_at_once(scheme: str) -> None:
    uri = f"{scheme}://127.0.0.1:{find_free_port()}"
    with pytest.raises(StoreAwayError) as caught:
        Server(uri, database=None, **ACCOUNT)
    assert uri in caught.value.en
    assert "a secret" not in caught.value.nl + caught.value.en + repr(caught.value.__cause__)


@pytest.mark.parametrize("uri", ["http://127.0.0.1", "nonsense", "bolt://neo4j:geheim@h:1", "bolt://", "bolt://h:port"])
def test_what_is_no_address_is_said_without_what_stands_in_it(uri: str) -> None:
    with pytest.raises(StoreError) as caught:
        Server(uri, database=None, **ACCOUNT)
    assert "geheim" not in caught.value.nl + caught.value.en
    assert "geheim" not in repr(caught.value.__cause__)
