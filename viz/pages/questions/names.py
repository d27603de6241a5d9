"""Fields in which one types a name: what can be chosen, and which thing was meant. They work without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.errors import InputError
from graph.questions.ground import Ground
from graph.schema.words import Words, normalise
from graph.store.base import View
from graph.store.questions import NodeFilter
from viz.site import Shell

MOST_OPTIONS = 1_000
"""Names that a field offers while one types; any other can be typed as well."""

MOST_NAMES = 10
"""Names in the fields of one sort."""

_MEANT = 3
"""Names that are offered where nothing bears the name that was typed."""

_UNKNOWN = Words("‘{text}’ kennen wij niet.", "We do not know ‘{text}’.")
_MEAN = Words("Bedoelt u {names}?", "Do you mean {names}?")
_TRY = Words("Typ een deel van de naam en kies uit de lijst.", "Type a part of the name and choose from the list.")
_SEVERAL = Words("Meer dan één heet ‘{text}’. Kies: {names}.", "More than one is called ‘{text}’. Choose: {names}.")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one field.

    Parameters
    ----------
    text
        As it is shown in the field.
    id
        Which thing that is; empty where it is none.
    problem
        Why it is none, in a sentence; empty where nothing is wrong.
    """

    text: str = ""
    id: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NameFields:
    """Fields of one sort, the last of them empty.

    Parameters
    ----------
    name
        Name of the fields in the address.
    label, another
        What stands above the first, and above the others.
    entries
        What was typed in each.
    list
        Id of the list of names that they offer.
    """

    name: str
    label: str
    another: str
    entries: tuple[Entry, ...]
    list: str

    @property
    def ids(self) -> tuple[str, ...]:
        """What was chosen."""
        return tuple(dict.fromkeys(one.id for one in self.entries if one.id))

    @property
    def is_wrong(self) -> bool:
        """Whether something was typed that is nothing."""
        return any(one.problem for one in self.entries)


class Names:
    """What can be named in a field: things of some kinds, each by a label of its own.

    Parameters
    ----------
    view, shell
        Who looks, and in which language.
    ground
        What the viewer may see.
    ids
        What can be chosen.
    kinds
        Kinds of these, for a search where a name is not quite right.
    """

    def __init__(self, view: View, shell: Shell, ground: Ground, ids: Iterable[str], kinds: Sequence[str]) -> None:
        self._view = view
        self._shell = shell
        self._ground = ground
        self._kinds = tuple(kinds)
        self._ids = sorted((one for one in ids if ground.is_named(one)), key=lambda one: (ground.name(one), one))

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """A label for each id: its name, with where it is or else its id where others bear that name too."""
        names = Counter(normalise(self._ground.name(one)) for one in self._ids)
        labels = {one: self._ground.name(one) if names[normalise(self._ground.name(one))] == 1 else self._placed(one)
                  for one in self._ids}  # fmt: skip
        again = Counter(labels.values())
        return {one: label if again[label] == 1 else f"{label} [{one}]" for one, label in labels.items()}

    def _placed(self, id_: str) -> str:
        places = self._ground
        where = places.areas_of(id_) or [one for one in places.places.with_wholes(id_) if one != id_][:1]
        name = self._ground.name(id_)
        return f"{name} ({', '.join(map(places.name, where[:2]))})" if where else name

    @property
    def options(self) -> list[str]:
        """The labels that a field offers, by name."""
        return [self._labels[one] for one in self._ids[:MOST_OPTIONS]]

    def label(self, id_: str) -> str:
        """Return how a thing is written in a field."""
        return self._labels.get(id_) or self._ground.name(id_)

    def fields(self, name: str, label: Words, another: Words, *, list_: str) -> NameFields:
        """Return the fields of one sort, as the address fills them in.

        Parameters
        ----------
        name
            Of the fields in the address.
        label, another
            What stands above the first, and above the others.
        list_
            Id of the list of names that they offer.

        Raises
        ------
        InputError
            More names are given than one question takes.
        """
        texts = several(self._shell, name)
        entries = tuple(self._entry(text) for text in texts)
        lang = self._shell.lang
        return NameFields(name, label.to(lang), another.to(lang), (*entries, Entry()), list_)

    def _entry(self, text: str) -> Entry:
        node = self._view.nodes([text])[0] if "/" in text else None
        if node is not None and node.id in self._ground and node.kind in self._kinds:
            return Entry(self.label(node.id), node.id)
        by_label = {normalise(label): one for one, label in self._labels.items()}
        wanted = normalise(text)
        if wanted in by_label:
            return Entry(self._labels[by_label[wanted]], by_label[wanted])
        namesakes = [one for one in self._ids if normalise(self._ground.name(one)) == wanted]
        return Entry(text, "", self._choose(_SEVERAL, text, namesakes)) if namesakes else self._searched(text, wanted)

    def _searched(self, text: str, wanted: str) -> Entry:
        found = [one for one in self._view.search(text, NodeFilter(kinds=self._kinds), first=10).items
                 if one.id in self._labels]  # fmt: skip
        called = [one.id for one in found if wanted in {normalise(str(other)) for other in one.list_of("aliases")}]
        if len(called) == 1:
            return Entry(self.label(called[0]), called[0])
        if found:
            return Entry(text, "", self._choose(_UNKNOWN, text, [one.id for one in found[:_MEANT]]))
        return Entry(text, "", f"{_UNKNOWN.to(self._shell.lang).format(text=text)} {_TRY.to(self._shell.lang)}")

    def _choose(self, words: Words, text: str, ids: Sequence[str]) -> str:
        lang = self._shell.lang
        names = Words(" of ", " or ").to(lang).join(f"‘{self.label(one)}’" for one in ids)
        said = words.to(lang).format(text=text, names=names)
        return said if words is _SEVERAL else f"{said} {_MEAN.to(lang).format(names=names)}"


def provided_or_needed(ground: Ground) -> list[str]:
    """Return the topics that somebody provides or needs: what one can ask for."""
    types = ("OFFERS", "NEEDS", "ABOUT", "SERVES")
    return [one for one in ground.of_kind("Topic") if any(ground.bonds(one, type_, out=False) for type_ in types)]


def several(shell: Shell, name: str) -> list[str]:
    """Return what the address gives for a name that may stand in it more than once, without what is empty.

    Raises
    ------
    InputError
        It stands in it too often.
    """
    found = [value.strip()[:200] for given, value in shell.query if given == name and value.strip()]
    if len(found) > MOST_NAMES:
        raise InputError(f"Noem hoogstens {MOST_NAMES} namen.", f"Name at most {MOST_NAMES}.", concerning=name)
    return found
