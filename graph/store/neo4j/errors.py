"""What went wrong with a Neo4j server, in sentences of ours. The driver's own classes are known to `driver` only."""

from __future__ import annotations

from enum import Enum

from graph.errors import (
    StoreAccessError,
    StoreAwayError,
    StoreBusyError,
    StoreError,
    StoreFullError,
)


class Trouble(Enum):
    """What can go wrong, with the class of our error and the sentence in Dutch and in English."""

    AWAY = (
        StoreAwayError,
        "Neo4j is niet bereikbaar op {url}. Draait het, en klopt het adres? Er is niets half opgeslagen.",
        "Neo4j cannot be reached at {url}. Does it run, and is the address right? Nothing was stored by halves.",
    )
    ACCESS = (
        StoreAccessError,
        "Neo4j op {url} weigert de naam of het wachtwoord, of wat deze gebruiker wil doen. Kijk naar "
        "WIJKWEB_NEO4J_USER en WIJKWEB_NEO4J_PASSWORD_FILE.",
        "Neo4j at {url} refuses the name or the password, or what this user asks to do. Look at "
        "WIJKWEB_NEO4J_USER and WIJKWEB_NEO4J_PASSWORD_FILE.",
    )
    FULL = (
        StoreFullError,
        "Het geheugen of de schijf van Neo4j op {url} is vol. Geef het meer; er is niets half opgeslagen.",
        "The memory or the disk of Neo4j at {url} is full. Give it more; nothing was stored by halves.",
    )
    BUSY = (
        StoreBusyError,
        "Iemand anders schrijft al een tijd in {url}. Probeer het straks opnieuw.",
        "Somebody else has been writing to {url} for a while. Try again later.",
    )
    ADDRESS = (
        StoreError,
        "{url} is geen adres dat Neo4j kent. Schrijf bijvoorbeeld bolt://localhost:7687 of neo4j+s://naam.nl.",
        "{url} is no address that Neo4j knows. Write for example bolt://localhost:7687 or neo4j+s://name.org.",
    )
    DATABASE = (
        StoreError,
        "Op {url} is die database er niet. Laat de naam weg voor de gewone database.",
        "{url} has no such database. Leave out its name for the default one.",
    )
    OLD = (
        StoreError,
        "Neo4j op {url} is te oud. Wijkweb werkt met Neo4j 5.26 en nieuwer.",
        "Neo4j at {url} is too old. Wijkweb works with Neo4j 5.26 and newer.",
    )
    OTHER = (
        StoreError,
        "Neo4j op {url} geeft een fout ({code}). ‘wijkweb doctor’ kijkt wat er is.",
        "Neo4j at {url} gives an error ({code}). ‘wijkweb doctor’ looks what it is.",
    )

    def error(self, url: str, code: str = "") -> StoreError:
        """Return our error.

        Parameters
        ----------
        url
            Of the server, without any secret.
        code
            Neo4j's code for it, or the name of the driver's class.
        """
        kind: type[StoreError]
        kind, nl, en = self.value
        return kind(nl.format(url=url, code=code), en.format(url=url, code=code), concerning=code)


_BY_CODE = (
    # A pool of memory that is empty is called transient: asking again only fills it again.
    ("OutOfMemory", Trouble.FULL),
    ("TransactionMemoryLimit", Trouble.FULL),
    ("OutOfDisk", Trouble.FULL),
    ("TransactionLogError", Trouble.FULL),
    ("TransactionCommitFailed", Trouble.FULL),
    ("ForbiddenOnReadOnlyDatabase", Trouble.ACCESS),
    (".Security.", Trouble.ACCESS),
    ("DatabaseNotFound", Trouble.DATABASE),
    ("DatabaseUnavailable", Trouble.AWAY),
    ("NotALeader", Trouble.AWAY),
    ("LockAcquisitionTimeout", Trouble.BUSY),
    ("LockClientStopped", Trouble.BUSY),
    ("DeadlockDetected", Trouble.BUSY),
    ("TransactionTimedOut", Trouble.BUSY),
    ("Transaction.Terminated", Trouble.BUSY),
    ("BookmarkTimeout", Trouble.BUSY),
    ("NoThreadsAvailable", Trouble.BUSY),
)


def trouble_of_code(code: str) -> Trouble | None:
    """Return what a code of Neo4j's says is wrong, None where it says nothing that people can act upon.

    Notes
    -----
    Source: Neo4j Status Codes 5; the parts of the codes that are looked for.
    """
    return next((trouble for part, trouble in _BY_CODE if part in code), None)
