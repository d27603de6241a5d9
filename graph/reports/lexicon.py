"""The large lists that tell a name from an ordinary word: read where they are installed, never copied.

First names, surnames, streets and places come from the package `deduce` (LGPL), ordinary words from the Dutch word list
of the operating system (Debian: `wdutch`). Without them a small list of our own stands in, and the answer says what is
lacking.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from graph.reports.words import words
from graph.schema.words import Words as Wording

WORD_LIST = Path("/usr/share/dict/dutch")
"""Where Debian and its descendants keep the Dutch word list."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words and names.

    Parameters
    ----------
    first_names, surnames
        In small letters.
    streets, places
        In small letters; places are towns and villages.
    ordinary
        Words that are written small.
    proper
        Words of the word list that are written with a capital, in small letters.
    lacking
        Which lists this machine does not have, and what that costs.
    """

    first_names: frozenset[str]
    surnames: frozenset[str]
    streets: frozenset[str]
    places: frozenset[str]
    ordinary: frozenset[str]
    proper: frozenset[str]
    lacking: tuple[Wording, ...] = ()

    def is_ordinary(self, word: str) -> bool:
        """Return whether a word, written small, is an ordinary one; the parts of a hyphenated word count too."""
        lower = word.lower().rstrip("-")
        if lower in self.ordinary:
            return True
        parts = lower.split("-")
        return len(parts) > 1 and all(part in self.ordinary for part in parts)

    def is_compound(self, word: str) -> bool:
        """Return whether a word is put together from ordinary ones: "zorginnovatiebijeenkomst"."""
        lower = word.lower()
        for cut in range(4, len(lower) - 3):
            if lower[cut:] in self.ordinary:
                first = lower[:cut]
                if (
                    first in self.ordinary
                    or (first[-1] == "s" and first[:-1] in self.ordinary)
                    or (len(first) > 7 and self.is_compound(first))
                ):
                    return True
        return False


@cache
def load_lexicon(word_list: Path = WORD_LIST) -> Lexicon:
    """Return the lists of this machine.

    Parameters
    ----------
    word_list
        A text file with one word a line.

    Notes
    -----
    About half a second, once a process, and some 60 MB.
    """
    own = words("common")
    lacking = []
    folder = _lists_folder()
    if folder is None:
        lacking.append(Wording(
            "De namenlijst ontbreekt (pip install 'wijkweb[reports]'): personen worden slecht gevonden.",
            "The list of names is absent (pip install 'wijkweb[reports]'): people are found badly."))  # fmt: skip
    listed = _lines(word_list)
    if not listed:
        lacking.append(Wording(
            "De Nederlandse woordenlijst ontbreekt (apt install wdutch): organisaties worden slechter gevonden.",
            "The Dutch word list is absent (apt install wdutch): organisations are found less well."))  # fmt: skip
    common = _lookup(folder, "whitelist/lst_common_word", "whitelist/lst_stop_word", "whitelist/lst_medical_term")
    ordinary = (
        frozenset(one for one in listed if one[0].islower()) | frozenset(own["lower_nl"]) | frozenset(own["lower_en"])
    )
    return Lexicon(
        _small(_lookup(folder, "names/lst_first_name")) - frozenset(words("names")["not_first"]),
        _small(_lookup(folder, "names/lst_surname", "names/lst_interfix_surname")),
        _small(_lookup(folder, "locations/lst_street")),
        _small(_lookup(folder, "locations/lst_placename/lst_residence", "locations/lst_placename/lst_municipality")),
        ordinary if listed else ordinary | _small(one for one in common if one[:1].islower()),
        _small(one for one in listed if one[0].isupper()),
        tuple(lacking),
    )


def _lists_folder() -> Path | None:
    """Return the folder in which the package `deduce` keeps its lists; the package itself is not imported."""
    found = find_spec("deduce")
    places = list(found.submodule_search_locations or []) if found else []
    folder = Path(places[0]) / "data" / "lookup" / "src" if places else None
    return folder if folder is not None and folder.is_dir() else None


def _lookup(folder: Path | None, *names: str) -> list[str]:
    return [line for name in names for line in _lines(folder / name / "items.txt")] if folder else []


def _lines(path: Path) -> list[str]:
    try:
        return list(filter(None, path.read_text("utf-8").splitlines()))
    except (OSError, UnicodeDecodeError):
        return []


def _small(lines: Iterable[str]) -> frozenset[str]:
    return frozenset("\n".join(lines).lower().split("\n"))  # ten times faster than word by word
