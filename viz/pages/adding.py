"""How to add to what is known, or correct it: one value, a list, a document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.declaration import Property, ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, VOCABULARIES_BY_NAME, properties_of_kind
from graph.schema.words import Words
from graph.store.base import View
from viz.rendering import render, upper_first
from viz.site import Shell

_EXAMPLES = {
    ValueType.TEXT: Words("'een paar woorden'", "'a few words'"),
    ValueType.DATE: Words("2025-03-14", "2025-03-14"),
    ValueType.INTEGER: Words("12", "12"),
    ValueType.NUMBER: Words("1.5", "1.5"),
    ValueType.YES_NO: Words("ja", "yes"),
    ValueType.WEB_ADDRESS: Words("https://www.example.nl", "https://www.example.nl"),
    ValueType.POINT: Words("'POINT(4.3113 52.0799)'", "'POINT(4.3113 52.0799)'"),
    ValueType.QUANTITY: Words("45", "45"),
}
"""A value of each type as one writes it in the command."""

_RULES = {
    ValueType.DATE: Words(
        "Een jaar, een maand of een dag: 2025, 2025-03 of 2025-03-14.",
        "A year, a month or a day: 2025, 2025-03 or 2025-03-14.",
    ),
    ValueType.QUANTITY: Words(
        "Een getal; zet er ‘about’ voor als het ongeveer is.", "A number; put ‘about’ before it when it is not exact."
    ),
    ValueType.WEB_ADDRESS: Words("Het volledige adres, met https ervoor.", "The full address, with https before it."),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to add: a value of a property, or a relationship.

    Parameters
    ----------
    label
        What people call it.
    name
        Its name in files and commands.
    is_relationship
        Whether it is one: then a list says it, and not one value.
    rule
        What may stand there; empty where anything may.
    codes
        The values of its vocabulary, with their words.
    example
        One value as one writes it in the command.
    """

    label: str
    name: str
    is_relationship: bool
    rule: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    example: str = ""


def adding_page(view: View, shell: Shell, id_: str = "", what: str = "") -> str:
    """Return the page that says how to add something, to a node or in general.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    id_
        The node; empty for in general.
    what
        Name of a property or type of relationship; what the node does not have is left aside.

    Raises
    ------
    UnknownIdError
        There is no such node, or none that the viewer may see.
    """
    node = shell.site.network.sheet(view, id_, shell.lang).node if id_ else None
    wanted = _wanted(node.kind, what, shell.lang) if node else None
    return render("adding.html", shell, node=node, wanted=wanted)


def _wanted(kind: str, what: str, lang: str) -> Wanted | None:
    if what in RELATIONSHIPS_BY_NAME:
        declared = RELATIONSHIPS_BY_NAME[what]
        starts = kind in {start for start, _ in declared.ends}
        words = declared.words if starts else declared.inverse_words
        return Wanted(upper_first(words.to(lang)), what.lower(), is_relationship=True)
    property_ = properties_of_kind(kind).get(what)
    return _wanted_value(property_, lang) if property_ else None


def _wanted_value(property_: Property, lang: str) -> Wanted:
    vocabulary = VOCABULARIES_BY_NAME[property_.vocabulary] if property_.vocabulary else None
    codes = tuple((term.code, term.words.to(lang)) for term in vocabulary.terms) if vocabulary else ()
    rule = _RULES.get(property_.type, Words("", "")).to(lang)
    example = codes[0][0] if codes else _EXAMPLES.get(property_.type, Words("...", "...")).to(lang)
    return Wanted(upper_first(property_.words.to(lang)), property_.name, False, rule, codes, example)
