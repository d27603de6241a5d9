"""What a person decides about a proposed mapping: what a row is, what each column holds, which source speaks.

A choice is data: it is laid over the guesses, and the mapping is built from both by the same rules. What is kept out
because it is private stays out, whatever is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.errors import InputError
from graph.ingest.proposing.building import MAIN as MAIN_NAMES
from graph.ingest.proposing.building import Built, columns_of, property_of, tie_for
from graph.ingest.proposing.guesses import Certainty, Guess
from graph.ingest.proposing.header_words import NAMING
from graph.ingest.proposing.row_shapes import KIND_OF_ROLE, Shape, bare_role
from graph.schema.declaration import ValueType
from graph.schema.model import properties_of_kind
from graph.schema.words import Words, slug

MAIN = "main"
"""The column that names what a row is."""

LEFT_OUT = "leave out"
"""A column that is not read."""

KINDS = tuple(MAIN_NAMES)
"""Kinds that a row may become."""

_DECIDED = Words("zo gekozen", "chosen so")
_NAMED = {
    "area": Words("Gebied", "Area"), "area:municipality": Words("Gemeente", "Municipality"),
    "area:borough": Words("Stadsdeel", "Borough"), "area:district": Words("Wijk", "District"),
    "area:neighbourhood": Words("Buurt", "Neighbourhood"), "theme": Words("Thema", "Theme"),
    "activity": Words("Activiteit", "Activity"), "target_group": Words("Bedoeld voor", "Meant for"),
    "needs": Words("Zoekt", "Looks for"), "offers": Words("Biedt", "Offers"),
    "partner": Words("Werkt samen met", "Works together with"), "funder": Words("Geld van", "Money from"),
    "recipient": Words("Geld voor", "Money for"), "programme": Words("Programma of regeling", "Programme or scheme"),
    "organisation": Words("Organisatie die meedoet", "Organisation that takes part"),
    "initiative": Words("Initiatief dat meedoet", "Initiative that takes part"),
    "meeting": Words("Bijeenkomst", "Meeting"),
    "person": Words("Mens (naam blijft intern)", "Person (name kept internal)"),
}  # fmt: skip
_SAID = {
    "name": Words("Andere naam", "Other name"), "key": Words("Eigen nummer van de lijst", "Number of the list's own"),
    "stated_on": Words("Wanneer dit is gezegd", "When this was said"), "year": Words("Jaar", "Year"),
    "currency": Words("Munt", "Currency"),
}  # fmt: skip
_NOT_CHOSEN = ("kind", "same_as", "name", "aliases", "source_key", "level")
_TYPES_NOT_CHOSEN = (ValueType.REFERENCE, ValueType.POINT, ValueType.SHAPE)
_OF_SOURCE = ("name", "publisher", "published_on")
_MOST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided about a proposal; what is empty stays as proposed.

    Parameters
    ----------
    kind
        What a row is, of `KINDS`.
    roles
        What columns hold, by header: `MAIN`, `LEFT_OUT`, or a role of `roles_for`.
    sheet
        Sheet of a workbook, or list of a JSON file.
    source
        Name, publisher and date of publication of who speaks.
    level
        Who may see it: ``public`` or ``internal``.
    """

    kind: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    source: Mapping[str, str] = field(default_factory=dict)
    level: str = ""

    def over(self, guesses: Sequence[Guess], shape: Shape | None) -> tuple[tuple[Guess, ...], Shape | None]:
        """Return guesses and shape with the decisions laid over them.

        Raises
        ------
        InputError
            There is no such kind or role, or not exactly one column names what a row is.
        """
        kind = self.kind or (shape.kind if shape else "")
        if kind and kind not in KINDS:
            raise InputError(f"Kies wat een rij is: {', '.join(KINDS)}.", f"Choose what a row is: {', '.join(KINDS)}.")
        made = tuple(self._decided(one, kind) for one in guesses)
        if not kind:
            return made, shape
        main = self._main(made, shape)
        if main is None and kind != "Agreement":
            raise InputError(
                "Kies één kolom waarin de naam staat.", "Choose one column that holds the name.", concerning=MAIN
            )
        before = shape.main.header if shape and shape.main else None
        if main is not None and ":" in main.role and kind != "Area":  # only an area has a level
            main = replace(main, role="name")
        made = tuple(main if main is not None and one.header == main.header else one for one in made)
        made = tuple(_other_name(one, kind) if one.header == before and one is not main else one for one in made)
        certainty, why = (shape.certainty, shape.why) if shape and kind == shape.kind else (Certainty.SURE, _DECIDED)
        told = shape is not None and shape.told
        return made, Shape(kind, main, certainty, why, told, decided=bool(self.kind))

    def _decided(self, one: Guess, kind: str) -> Guess:
        role = self.roles.get(one.header)
        if role is None or is_private(one):
            return one
        if role == LEFT_OUT:
            return replace(one, role="", why=_DECIDED, kept_out=True, decided=True)
        if role == MAIN:
            named = one.role if KIND_OF_ROLE.get(bare_role(one.role)) == kind else "name"
            return replace(one, role=named, kept_out=False, decided=True)
        if role not in {known for known, _ in roles_for(kind)}:
            raise InputError(
                f"‘{one.header}’ kan dat niet zijn. Kies iets uit de lijst.",
                f"‘{one.header}’ cannot be that. Choose from the list.",
                concerning=one.header,
            )
        return replace(one, role=role, certainty=Certainty.SURE, why=_DECIDED, kept_out=False, decided=True)

    def _main(self, made: Sequence[Guess], shape: Shape | None) -> Guess | None:
        """Return the column that names what a row is: the one chosen, else the one proposed, unless that was unchosen.

        Raises
        ------
        InputError
            Two were chosen.
        """
        chosen = [one for one in made if self.roles.get(one.header) == MAIN and not is_private(one)]
        if len(chosen) > 1:
            raise InputError(
                f"‘{chosen[0].header}’ en ‘{chosen[1].header}’ kunnen niet allebei de naam zijn. Kies er één.",
                f"‘{chosen[0].header}’ and ‘{chosen[1].header}’ cannot both be the name. Choose one.",
                concerning=MAIN,
            )
        if chosen:
            return chosen[0]
        proposed = shape.main.header if shape and shape.main else None
        return next((one for one in made if one.header == proposed and one.header not in self.roles), None)

    def head(self, stem: str) -> dict[str, Any]:
        """Return what a mapping says of its source.

        Parameters
        ----------
        stem
            Name of the table without its ending: what the source is called unless told.

        Raises
        ------
        InputError
            A name is too long.
        """
        given = {name: " ".join(self.source.get(name, "").split()) for name in _OF_SOURCE}
        for value in given.values():
            if len(value) > _MOST_TEXT or not value.isprintable():
                raise InputError(
                    f"Houd de naam en de uitgever van de lijst bij {_MOST_TEXT} gewone tekens.",
                    f"Keep the name and publisher of the list to {_MOST_TEXT} plain characters.",
                )
        name = given["name"] or stem[:_MOST_TEXT]
        source = {"id": f"source/{slug(name)[:_MOST_ID].strip('-._~') or 'x'}", "name": name}
        source |= {name: value for name, value in given.items() if name != "name" and value}
        return {"source": source} | ({"level": self.level} if self.level else {})


_MOST_ID = 190
"""Characters of the id of a source that are made of its name: a mapping takes 200."""


def is_private(one: Guess) -> bool:
    """Return whether a column is kept out for what it holds, so that nobody can choose otherwise."""
    return one.kept_out and one.role == "contact"


def _other_name(one: Guess, kind: str) -> Guess:
    """Return the column that was to be the name as what it is now that another is: unless decided, another name."""
    names_it = one.role == "name" or KIND_OF_ROLE.get(bare_role(one.role)) == kind
    return replace(one, role="name") if names_it and not one.decided else one


def roles_for(kind: str) -> list[tuple[str, Words]]:
    """Return what a column may hold when a row is of some kind, in the order in which people are shown it.

    Parameters
    ----------
    kind
        One of `KINDS`.
    """
    named = [(role, words) for role, words in _NAMED.items() if role in NAMING and tie_for(bare_role(role), kind)]
    declared = [
        (one.name, _capital(one.words))
        for one in properties_of_kind(kind).values()
        if one.name not in _NOT_CHOSEN and one.type not in _TYPES_NOT_CHOSEN
    ]
    said = ["name", "key", "stated_on", *(("year", "currency") if kind == "Agreement" else ())]
    return [*declared, *named, *((role, _SAID[role]) for role in said)]


def node_words(name: str) -> Words | None:
    """Return what a node of a proposed mapping stands for, by its name there; None where a person named it."""
    bare = name.rstrip("0123456789")
    return next((words for role, words in _NAMED.items() if bare == (role.partition(":")[2] or role)), None)


def _capital(words: Words) -> Words:
    return Words(words.nl[:1].upper() + words.nl[1:], words.en[:1].upper() + words.en[1:])


def role_in(built: Built, shape: Shape, one: Guess) -> str:
    """Return what a column came to hold in a mapping that was built: a role of `roles_for`, `MAIN` or `LEFT_OUT`.

    Parameters
    ----------
    built
        The mapping.
    shape
        What a row becomes.
    one
        The column.
    """
    if one.header in built.document.get("leave_out", {}):
        return LEFT_OUT
    if shape.main is not None and one.header == shape.main.header:
        return MAIN
    known = {role for role, _ in roles_for(shape.kind)}
    if one.names and one.role in known:
        return one.role
    said = next(iter(_properties_with(built, shape, one.header)), property_of(one.role, shape.kind))
    return said if said in known else one.role if one.role in known else LEFT_OUT


def _properties_with(built: Built, shape: Shape, header: str) -> Iterator[str]:
    """Yield the properties of what a row is that a column is read for."""
    for name, spec in built.document["nodes"][MAIN_NAMES[shape.kind]].items():
        if header in columns_of(name, spec):
            yield "name" if name == "aliases" else name
