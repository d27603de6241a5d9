"""Turns SQLite's errors into ours, in one place, with their cause kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import StoreAccessError, StoreBusyError, StoreError, StoreFullError


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Run a block and let no error of SQLite's out of it.

    Raises
    ------
    StoreError
        Or one of its kinds, with what can be done about it.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _error(getattr(error, "sqlite_errorname", ""), url) from error


def busy(url: str) -> StoreError:
    """Return the error for a store that another writer holds for too long."""
    return _error("SQLITE_BUSY", url)


def _error(name: str, url: str) -> StoreError:
    for prefix, (kind, nl, en) in _SENTENCES.items():
        if name.startswith(prefix):
            return kind(nl.format(url=url), en.format(url=url), concerning=name)
    return StoreError(
        f"{url} geeft een fout ({name}). ‘wijkweb doctor’ kijkt wat er is.",
        f"{url} gives an error ({name}). ‘wijkweb doctor’ looks what it is.",
        concerning=name,
    )


_Sentences = tuple[type[StoreError], str, str]
_SENTENCES: dict[str, _Sentences] = {
    "SQLITE_BUSY": (
        StoreBusyError,
        "Iemand anders schrijft al een tijd in {url}. Probeer het straks opnieuw.",
        "Somebody else has been writing to {url} for a while. Try again later.",
    ),
    "SQLITE_LOCKED": (
        StoreBusyError,
        "Iemand anders schrijft al een tijd in {url}. Probeer het straks opnieuw.",
        "Somebody else has been writing to {url} for a while. Try again later.",
    ),
    "SQLITE_FULL": (
        StoreFullError,
        "De schijf van {url} is vol. Maak ruimte; er is niets half opgeslagen.",
        "The disk of {url} is full. Make room; nothing was stored by halves.",
    ),
    "SQLITE_IOERR": (
        StoreFullError,
        "De schijf van {url} is vol of geeft fouten. Er is niets half opgeslagen.",
        "The disk of {url} is full or failing. Nothing was stored by halves.",
    ),
    "SQLITE_READONLY": (
        StoreAccessError,
        "In {url} mag niet worden geschreven. Kijk naar de rechten van het bestand en de map.",
        "{url} may not be written to. Look at the permissions of the file and its folder.",
    ),
    "SQLITE_CANTOPEN": (
        StoreAccessError,
        "{url} kan niet worden geopend. Bestaat de map, en mag u erin schrijven?",
        "{url} cannot be opened. Does the folder exist, and may you write in it?",
    ),
    "SQLITE_PERM": (
        StoreAccessError,
        "{url} kan niet worden geopend. Mag u het bestand lezen?",
        "{url} cannot be opened. May you read the file?",
    ),
    "SQLITE_NOTADB": (
        StoreError,
        "{url} is geen opslag van Wijkweb. Kies een ander bestand.",
        "{url} is not a store of Wijkweb. Choose another file.",
    ),
    "SQLITE_CORRUPT": (
        StoreError,
        "{url} is beschadigd. Zet een reservekopie terug.",
        "{url} is damaged. Put a backup back.",
    ),
}
