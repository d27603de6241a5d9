"""What somebody chose of a page, kept through what is posted from it, so that one comes back to the same list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from viz.site import Shell

FIELD = "keuze"
"""Name of the field of a posted form that holds the choice."""

_NAMES = ("gebied", "met", "onderwerp", "toon", "aantal")
_MOST = 30
"""Fields of a choice: ten names of two sorts, and the rest."""


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """What was chosen of a page.

    Parameters
    ----------
    path
        Of the page.
    pairs
        Names and values of its address, in order; a name may stand there more than once.
    """

    path: str
    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: str, pairs: Iterable[tuple[str, str]]) -> KeptChoice:
        """Return the part of an address that is a choice: not what is open on it or was judged just now."""
        return cls(path, tuple((name, value) for name, value in pairs if name in _NAMES and value))

    @classmethod
    def read(cls, path: str, posted: str) -> KeptChoice:
        """Return what a form posted; nothing where that is no choice."""
        try:
            return cls.of(path, parse_qsl(posted, max_num_fields=_MOST))
        except ValueError:
            return cls(path)

    @property
    def filters(self) -> int:
        """How many filters are on; how many are listed is none."""
        return sum(name != "aantal" for name, _ in self.pairs)

    @property
    def posted(self) -> str:
        """The choice as a form posts it."""
        return urlencode(self.pairs)

    def url(self, shell: Shell, anchor: str = "", **more: str) -> str:
        """Return the address of the page with this choice, and with more."""
        there = replace(shell, here=self.path, query=(*self.pairs, *more.items()))
        return there.language_url(shell.lang) + (f"#{anchor}" if anchor else "")
