"""The one place that knows Neo4j's driver: a server, its transactions, and its errors turned into ours.

Questions and small writes that may be repeated run as the driver's managed transactions: they are run again when the
server asks for that. A commit does not: what it plans depends on what it reads under its lock, and the load that it
belongs to is resumed by repeating it. So it is an explicit transaction, tried once.
"""

from __future__ import annotations

import logging
import re
import threading
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    Transaction,
)
from neo4j.exceptions import (
    AuthConfigurationError,
    AuthError,
    CertificateConfigurationError,
    ConfigurationError,
    ConnectionPoolError,
    DatabaseUnavailable,
    DriverError,
    Forbidden,
    ForbiddenOnReadOnlyDatabase,
    Neo4jError,
    NotALeader,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import StoreError
from graph.store.neo4j.errors import Trouble, trouble_of_code

CONNECT_SECONDS = 10.0
"""How long to try to reach a server; a computer that is there answers within one."""

RETRY_SECONDS = 3.0
"""How long a question is repeated while a server asks for that, as when a cluster chooses a leader."""

LONGEST_COMMIT_SECONDS = 900.0
"""After this a server ends a transaction by itself: a computer that went away in the midst of one holds its lock."""

OLDEST = (5, 26)
"""Version of Neo4j whose Cypher our questions are in."""

T = TypeVar("T")

_ADDRESS = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://[^/?#]+")

_BY_CLASS: tuple[tuple[type[Exception], Trouble], ...] = (
    (AuthError, Trouble.ACCESS),
    (Forbidden, Trouble.ACCESS),
    (ForbiddenOnReadOnlyDatabase, Trouble.ACCESS),
    (AuthConfigurationError, Trouble.ACCESS),
    (CertificateConfigurationError, Trouble.ACCESS),
    (DatabaseUnavailable, Trouble.AWAY),
    (NotALeader, Trouble.AWAY),
    (ServiceUnavailable, Trouble.AWAY),
    (SessionExpired, Trouble.AWAY),
    (ConnectionPoolError, Trouble.AWAY),
    (ConfigurationError, Trouble.ADDRESS),
)


def error_of(error: Exception, url: str) -> StoreError:
    """Return our error for one of the driver's.

    Parameters
    ----------
    error
        What the driver raised.
    url
        What the store is called in errors.

    Notes
    -----
    The code goes before the class: the driver calls a full memory a passing trouble, as it does a leader that left.
    """
    code = (error.code if isinstance(error, Neo4jError) else None) or ""
    trouble = trouble_of_code(code)
    by_class = (found for class_, found in _BY_CLASS if isinstance(error, class_))
    return (trouble or next(by_class, Trouble.OTHER)).error(url, code or type(error).__name__)


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Run a block and let no error of the driver's out of it.

    Raises
    ------
    StoreError
        Or one of its kinds, with what can be done about it.
    """
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise error_of(error, url) from error


class Statements:
    """A transaction that takes statements.

    Parameters
    ----------
    transaction
        Of the driver.
    """

    def __init__(self, transaction: Transaction | ManagedTransaction) -> None:
        self._transaction = transaction

    def rows(self, statement: str, **parameters: Any) -> list[list[Any]]:
        """Return all rows of a statement."""
        return self._transaction.run(_nested(statement), {"p": _sendable(parameters)}).values()

    def run(self, statement: str, **parameters: Any) -> None:
        """Send a statement whose rows nobody needs; what goes wrong is told by the next one, or at the commit."""
        self._transaction.run(_nested(statement), {"p": parameters})


@lru_cache(maxsize=2_000)
def _nested(statement: str) -> str:
    """Return a statement that takes its parameters from one map, ``$p``.

    Notes
    -----
    Neo4j plans a statement anew for every order of magnitude that its lists have, and keeps each plan apart: a
    question with a list for each type of relationship was planned at nearly every use, a tenth of a second and more.
    What stands in a map it does not look at.
    """
    return _PARAMETER.sub(r"$p.\1", statement)


_PARAMETER = re.compile(r"\$(\w+)")


def _sendable(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters without texts that cannot be sent, which hold half a surrogate pair: nothing stored has one."""
    return {name: _sendable_value(value) for name, value in parameters.items()}


def _sendable_value(value: Any) -> Any:
    if isinstance(value, dict):
        return _sendable(value)
    if isinstance(value, list):
        return [one for one in value if not isinstance(one, str) or one.isascii() or not _HALF_PAIR.search(one)]
    return value


_HALF_PAIR = re.compile("[\ud800-\udfff]")


class Exclusive(Statements):
    """A transaction that holds the writers' lock.

    Parameters
    ----------
    transaction
        Of the driver.

    Notes
    -----
    Statements go to the server from a thread of their own, one after the other, so that it writes while the rows of
    the next are made; a third of the time of a commit.
    """

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._explicit = transaction
        self._sender = ThreadPoolExecutor(1, "wijkweb-neo4j")
        self._sent: deque[Future[None]] = deque()

    def rows(self, statement: str, **parameters: Any) -> list[list[Any]]:
        """Return all rows of a statement, after what was sent before it."""
        self._wait()
        return super().rows(statement, **parameters)

    def run(self, statement: str, **parameters: Any) -> None:
        """Send a statement without waiting for its end; what goes wrong is told by the next question or the commit."""
        if self._sent and self._sent[0].done():
            self._sent.popleft().result()
        self._sent.append(self._sender.submit(super().run, statement, **parameters))

    def commit(self) -> None:
        """Commit; nothing can be asked afterwards."""
        self._wait()
        self._explicit.commit()

    def close(self) -> None:
        """Leave nothing, unless it was committed."""
        self._sender.shutdown(cancel_futures=True)
        self._explicit.close()

    def _wait(self) -> None:
        while self._sent:
            self._sent.popleft().result()


class Server:
    """A Neo4j server, or a cluster of them, and one database there.

    Parameters
    ----------
    uri
        ``bolt://``, ``neo4j://`` or one of their ``+s`` forms, with host and port, without a user or password.
    user, password
        The account.
    database
        Name; None for the account's own.

    Raises
    ------
    StoreAwayError
        Nothing answers there.
    StoreAccessError
        Name or password is wrong.
    StoreError
        The address is none, or the server too old.
    """

    def __init__(self, uri: str, *, user: str, password: str, database: str | None) -> None:
        # Whoever gives a password in the address must not meet it again, also not in the driver's own message.
        self.url = re.sub(r"//[^/]*@", "//", uri)
        if self.url != uri or not _ADDRESS.fullmatch(uri):
            raise Trouble.ADDRESS.error(self.url)
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()  # so that what was just written is read, also in a cluster
        _log_once()
        self._driver = _open(uri, user, password)
        try:
            with translated(self.url):
                self._check_version(self._driver.get_server_info().agent)
        except BaseException as error:
            self._driver.close()
            if isinstance(error, ValueError):  # a port that is no number, a name that no computer has
                raise Trouble.ADDRESS.error(self.url) from error
            raise

    def _check_version(self, agent: str) -> None:
        name, _, version = agent.partition("/")  # such as Neo4j/5.26.30
        numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:2])
        if name == "Neo4j" and numbers < OLDEST:
            raise Trouble.OLD.error(self.url, agent)

    def read(self, work: Callable[[Statements], T]) -> T:
        """Return what a piece of work answers, in one transaction that writes nothing; it may be run again."""
        with translated(self.url), self._session(READ_ACCESS) as session:
            return session.execute_read(self._work, work)

    def write(self, work: Callable[[Statements], T]) -> T:
        """Return what a piece of work answers in one transaction; it may be run again, so it must bear that."""
        with translated(self.url), self._session(WRITE_ACCESS) as session:
            return session.execute_write(self._work, work)

    def change_schema(self, statement: str) -> None:
        """Run a statement that changes constraints or indexes."""
        self.write(lambda database: database.rows(statement))

    @contextmanager
    def exclusive(self, lock: str, wait_seconds: float) -> Iterator[Exclusive]:
        """Open a transaction and take a lock in it; it leaves nothing unless it is committed.

        Parameters
        ----------
        lock
            Statement that another transaction holds up while it holds the lock.
        wait_seconds
            How long to wait for it.

        Raises
        ------
        StoreBusyError
            Another one held the lock all that time.
        """
        token = uuid.uuid4().hex
        with translated(self.url), self._session(WRITE_ACCESS) as session:
            begun = Exclusive(session.begin_transaction({"wijkweb": token}, timeout=LONGEST_COMMIT_SECONDS))
            try:
                with self._giving_up_after(wait_seconds, token):
                    begun.rows(lock)
                yield begun
            finally:
                with suppress(Neo4jError, DriverError):  # what counts has been raised, or was committed
                    begun.close()

    @contextmanager
    def _giving_up_after(self, seconds: float, token: str) -> Iterator[None]:
        """End the transaction of a token from outside when a block takes longer: a lock cannot be waited for by time.

        The server's own limit is one for all transactions, and that of a transaction would end its work too.
        """
        gave_up = threading.Event()

        def give_up() -> None:
            gave_up.set()
            with suppress(Neo4jError, DriverError), self._session(WRITE_ACCESS) as session:
                session.run(
                    """SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.wijkweb = $token
                       TERMINATE TRANSACTIONS id YIELD message RETURN message""",
                    token=token,
                ).consume()

        timer = threading.Timer(max(seconds, 0.0), give_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
        if gave_up.is_set():  # too late: what holds the lock now is being ended
            raise Trouble.BUSY.error(self.url)

    def close(self) -> None:
        """Close every connection."""
        with suppress(Neo4jError, DriverError):
            self._driver.close()

    def _session(self, access: str) -> Session:
        # All rows at once: an answer is bounded by what was asked.
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks, fetch_size=-1
        )

    def _work(self, transaction: ManagedTransaction, work: Callable[[Statements], T]) -> T:
        try:
            return work(Statements(transaction))
        except Neo4jError as error:
            if trouble_of_code(error.code or "") is Trouble.FULL:  # not to be run again: it would fill it again
                raise error_of(error, self.url) from error
            raise


def _open(uri: str, user: str, password: str) -> Driver:
    return GraphDatabase.driver(
        uri,
        auth=(user, password),
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=CONNECT_SECONDS,
        max_transaction_retry_time=RETRY_SECONDS,
        notifications_min_severity=NotificationMinimumSeverity.WARNING,
        telemetry_disabled=True,
        user_agent="wijkweb",
    )


def _log_once() -> None:
    """Let each notice of a server's reach the log once, and not with each of a thousand questions.

    What the driver logs of its own goes to whoever set up logging, and not by itself to a user's screen: what a user
    is to know of it stands in our error.
    """
    driver = logging.getLogger("neo4j")
    if not driver.handlers:
        driver.addHandler(logging.NullHandler())
    log = logging.getLogger("neo4j.notifications")
    if not any(isinstance(one, _Once) for one in log.filters):
        log.addFilter(_Once())


class _Once(logging.Filter):
    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        notice = text.partition(" position=")[0]  # without the place in the query, and the query
        new = notice not in self._known and "UNRECOGNIZED" not in text  # a label that nothing bears yet is no news
        self._known.add(notice)
        return new
