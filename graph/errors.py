"""Every error that Wijkweb raises on purpose.

A message says what was wrong, where, and what would be right, in a sentence for the person who reads it.
It holds no query text, no password and no private name. The tree::

    WijkwebError               anything below
    ├── InputError             what was given cannot be used: an argument, a date, an option
    │   ├── UnknownIdError     no such thing, or none that this viewer may see
    │   └── CursorError        a cursor that is not ours or belongs to another question
    ├── FileError              a file or folder cannot be read or written
    │   └── MappingError       a mapping file does not fit the schema or the file it maps
    ├── SchemaError            the declaration of kinds contradicts itself
    ├── ForbiddenError         the viewer's role may not do this
    ├── ConflictError          somebody changed the thing first
    └── StoreError             the store cannot do its work
        ├── StoreAwayError     the server cannot be reached
        ├── StoreAccessError   name or password is wrong, or the file may not be written
        ├── StoreFullError     no room left
        ├── StoreBusyError     another writer holds the store for too long
        └── StoreVersionError  written by a newer version of Wijkweb

Notes
-----
Sentences exist in Dutch and English. An error carries both; ``str(error)`` gives the Dutch one, as the pages and
the command do unless told otherwise.
"""

from __future__ import annotations


class WijkwebError(Exception):
    """Anything that Wijkweb refuses, with a sentence in Dutch and one in English.

    Parameters
    ----------
    nl, en
        The sentence, in both languages.
    concerning
        The object concerned (an id, a path, a row number), for programs; never shown by itself.
    """

    def __init__(self, nl: str, en: str, *, concerning: object = None) -> None:
        super().__init__(nl)
        self.nl = nl
        self.en = en
        self.concerning = concerning

    def sentence(self, lang: str = "nl") -> str:
        """Return the sentence in one language (``"nl"`` or ``"en"``)."""
        return self.en if lang == "en" else self.nl


class InputError(WijkwebError):
    """What was given cannot be used."""


class UnknownIdError(InputError):
    """No such thing, or none that this viewer may see."""


class CursorError(InputError):
    """A cursor that is not ours or that belongs to another question."""


class FileError(WijkwebError):
    """A file or folder cannot be read or written."""


class MappingError(FileError):
    """A mapping does not fit the schema, or not the file that it maps."""


class SchemaError(WijkwebError):
    """The declaration of kinds contradicts itself."""


class ForbiddenError(WijkwebError):
    """The viewer's role may not do this."""


class ConflictError(WijkwebError):
    """Somebody changed the thing first."""


class StoreError(WijkwebError):
    """The store cannot do its work."""


class StoreAwayError(StoreError):
    """The store's server cannot be reached."""


class StoreAccessError(StoreError):
    """Name or password is wrong, or the file may not be written."""


class StoreFullError(StoreError):
    """There is no room left."""


class StoreBusyError(StoreError):
    """Another writer holds the store for too long."""


class StoreVersionError(StoreError):
    """The store was written by a newer version of Wijkweb."""
