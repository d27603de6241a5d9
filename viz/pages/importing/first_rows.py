"""What the first rows of a file become, as cards."""

from __future__ import annotations

from dataclasses import dataclass

from graph.ingest.proposing.value_sorts import contact_in
from graph.ingest.records import Draft, Said
from graph.network.importing.planning import FirstRow
from graph.schema.model import RELATIONSHIPS_BY_NAME, node_properties
from graph.schema.wording import value_label
from graph.schema.words import Words
from viz.rendering import upper_first
from viz.site import Shell

_NAMING = ("name", "aliases", "text")
_STATES = {
    "new": Words("Nieuw.", "New."),
    "added": Words("Bestaat al. Wordt aangevuld.", "Exists already. Is added to."),
    "unchanged": Words("Bestaat al. Hier staat niets nieuws.", "Exists already. Nothing new here."),
    "doubt": Words("Twijfel: dit kan meer dan één zijn. De rij wordt apart gezet.",
                   "In doubt: this can be more than one. The row is set aside."),
    "refused": Words("Wordt apart gezet.", "Is set aside."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A thing that is known already: its id and kind, to link to."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """One row as it would become.

    Parameters
    ----------
    number
        Of the row.
    kind, name
        Of what it is about; the kind is empty where that cannot be told.
    values
        What it says, as label and text.
    state
        Whether that is new, in words.
    linked
        What is known already; None where nothing is.
    problems
        What of the row cannot be used, in sentences.
    """

    number: int
    kind: str
    name: str
    values: tuple[tuple[str, str], ...]
    state: str
    linked: Known | None
    problems: tuple[str, ...]


def card_of(row: FirstRow, shell: Shell) -> Card:
    """Return one of the first rows as a card.

    Parameters
    ----------
    row
        What it becomes.
    shell
        In whose language.
    """
    lang = shell.lang
    drafts = {one.reference: one for one in row.record.drafts}
    main = next(iter(drafts.values()), None) if row.state != "refused" else None
    values: dict[str, list[str]] = {}
    for one in main.said if main else ():
        if one.property not in _NAMING:
            values.setdefault(upper_first(node_properties()[one.property].words.to(lang)), []).append(_shown(one, lang))
    for tie in row.record.ties:
        declared = RELATIONSHIPS_BY_NAME[tie.type]
        if main is not None and main.reference in (tie.start, tie.end) and {tie.start, tie.end} <= drafts.keys():
            outgoing = tie.start == main.reference
            label = (declared.words if outgoing else declared.inverse_words).to(lang)
            values.setdefault(upper_first(label), []).append(_name(drafts[tie.end if outgoing else tie.start], lang))
    return Card(
        row.number,
        main.kinds[0] if main else "",
        _name(main, lang) if main else Words("niet te gebruiken", "not usable").to(lang),
        tuple((label, "; ".join(found)) for label, found in values.items()),
        _STATES[row.state].to(lang),
        Known(row.thing, main.kinds[0]) if main and row.state in ("added", "unchanged") else None,
        tuple(upper_first(f"{one.place.to(lang)}: {one.what.to(lang)}") for one in row.record.problems),
    )


def _name(draft: Draft, lang: str) -> str:
    if draft.kinds[0] == "Person":  # the names of people arrive hidden, here too
        return Words("naam, intern", "name, internal").to(lang)
    return _masked(next(iter(draft.values(*_NAMING)), draft.key or "?"))


def _shown(one: Said, lang: str) -> str:
    if one.value is None:
        return Words("geen", "none").to(lang)
    return _masked(str(value_label(node_properties()[one.property], one.value, lang)))


def _masked(text: str) -> str:
    return "…" if contact_in(text) else text[:200]
