"""Records: what one row or entry of a source says, before anyone knows which things it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Modality
from graph.errors import WijkwebError
from graph.schema.declaration import Level
from graph.schema.values import Value
from graph.schema.words import Words

OWN_SOURCE = "source"
"""Key by which a document refers to the source that it is itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement about a draft or a tie: a property with its value, and how it was said.

    Parameters
    ----------
    property
        Name of the property.
    value
        In its stored form; None only where ``denied``: there is none.
    place
        Where it stands in the source.
    modality, stated_on, level, language, denied
        As in a claim; None where the source leaves it to its general settings.
    """

    property: str
    value: Value | None
    place: str
    modality: Modality = Modality.STATED
    stated_on: str | None = None
    level: Level | None = None
    language: str | None = None
    denied: bool = False


@dataclass(slots=True)
class Draft:
    """A thing that a record speaks of.

    Parameters
    ----------
    reference
        What ties call it, unique within the record's source.
    kinds
        Kinds that it may be; when it turns out to be new, it is the first.
    place
        Where the source speaks of it.
    id
        Id that the source gives outright.
    key
        Number that the source itself knows it by.
    own_key
        Whether this record is the one that bears the number; others may refer to it.
    said
        What is said about it, its name among it.
    level
        Level of what the source does not mark otherwise.
    stated_on
        When the source said that it exists; None where it leaves that to its general settings.
    """

    reference: str
    kinds: tuple[str, ...]
    place: str
    id: str | None = None
    key: str | None = None
    own_key: bool = False
    said: list[Said] = field(default_factory=list)
    level: Level | None = None
    stated_on: str | None = None

    def values(self, *properties: str) -> list[str]:
        """Return what is said (and not denied) of some properties, as text."""
        return [str(one.value) for one in self.said if one.property in properties and not one.denied]


@dataclass(slots=True)
class DraftTie:
    """A relationship that a record speaks of; its ends are references of drafts."""

    type: str
    start: str
    end: str
    place: str
    key: Mapping[str, str] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    level: Level | None = None
    modality: Modality = Modality.STATED
    stated_on: str | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be used.

    Parameters
    ----------
    file
        Name of the file, without its folder.
    place
        Where in it, in words.
    what
        What is wrong and what would be right.
    row_lost
        True when the whole row or entry could not be used.
    """

    file: str
    place: Words
    what: Words
    row_lost: bool = False

    def sentence(self, lang: str = "nl") -> str:
        """Return it as one line for a person."""
        return f"{self.file}, {self.place.to(lang)}: {self.what.to(lang)}"


@dataclass(slots=True)
class Record:
    """What one row or entry says.

    Parameters
    ----------
    number
        Row number, counted from 1 as a spreadsheet shows it; for a document the number of the entry.
    place
        Where it stands, in the stored form.
    drafts, ties
        What it speaks of. Ties may refer to drafts of other records of the same file.
    problems
        What could not be used of it.
    raw
        The row or entry as it stands in the file, for the quarantine.
    """

    number: int
    place: str
    drafts: list[Draft] = field(default_factory=list)
    ties: list[DraftTie] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    raw: Any = None

    @property
    def lost(self) -> bool:
        """Whether nothing of the record can be used."""
        return any(problem.row_lost for problem in self.problems)


def words_of(error: WijkwebError) -> Words:
    """Return the sentence of an error in both languages, on one line and without what is no text."""
    nl, en = (" ".join(text.encode("utf-8", "replace").decode("utf-8").split()) for text in (error.nl, error.en))
    return Words(nl, en)
