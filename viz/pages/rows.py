"""What we know of a node, row by row: values, relationships, and what nobody said. Each with who says so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.claims import PEOPLE
from graph.network.sheets import State, StatementLine, TieGroup, TieLine, ValueLine
from graph.schema.declaration import Property, ValueType
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, properties_of_kind
from graph.schema.words import Words
from graph.store.answers import Node
from graph.store.citing import Citation
from viz.pages.citing import Cited
from viz.pages.lines import NodeLine
from viz.pages.material import Material
from viz.pages.outcomes import TO_DO
from viz.rendering import upper_first

_WANTED = {
    "Initiative": (("ACTIVE_IN", True), ("PARTNERS_WITH", True), ("NEEDS", True), ("OFFERS", True), ("SERVES", True)),
    "Organisation": (("PARTNERS_WITH", True),),
    "Area": (("NEEDS", True),),
    "Agreement": (("PARTY_TO", False),),
}
"""By kind, the relationships (type, seen from its start) of which it is worth saying that nobody spoke."""

_NOT_ASKED = {
    "Person": ("summary",),
    "Area": ("summary", "boundary"),
    "Outcome": ("summary", "research"),
    "Topic": ("summary",),
    "Source": ("version", "licence"),
}
"""By kind, properties that nobody misses: that they are unknown is not said."""
_TO_DO = ("due_on", "status")
"""Of an outcome, what one asks only where something is to be done."""

_TOGETHER = (
    ("members", "volunteers"),
    ("started_on", "ended_on"),
    ("kvk_number", "rsin", "charity_number"),
    ("NEEDS", "OFFERS"),
)
"""What is unknown together is said in one row, so that a page of few facts does not read as a form."""

_MANY = 3
"""Relationships from which on a source that is the same for all is said once."""
_KINDS = tuple(KINDS_BY_NAME)

_NONE = Words("geen", "none")
_BORDER = Words("bekend; te lezen in de export", "known; to be read in the export")
_LATITUDE = Words("{0}° noorderbreedte, {1}° oosterlengte", "{0}° north, {1}° east")


@dataclass(frozen=True, slots=True)
class Box:
    """One of the things that sources say of the same, beside the others and no larger than they."""

    text: str
    is_data: bool
    modality: str
    denied: bool
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value with who says so.

    Parameters
    ----------
    place
        Name of the property: the row's place on the page.
    label, text
        In words.
    is_data
        Whether the text stands in the data, and is Dutch on every page.
    address
        Where the value leads, for a web address.
    modality
        ``gepland`` and the like; empty for what is simply stated.
    cited
        Who says the value that counts.
    boxes
        Where sources differ, everything they say; the row then shows no single value.
    is_corrected
        True when a person's correction counts; what sources say stands beneath.
    """

    place: str
    label: str
    text: str
    is_data: bool
    address: str = ""
    modality: str = ""
    cited: tuple[Cited, ...] = ()
    boxes: tuple[Box, ...] = ()
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class TieEntry:
    """A relationship: with whom, what is said of it, who says so, and on what they differ."""

    place: str
    other: NodeLine
    details: str
    modality: str
    denied: bool
    cited: tuple[Cited, ...]
    differences: tuple[tuple[str, tuple[Box, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class TieRow:
    """Relationships of one type and direction, by kind; `total` counts those too that the row does not list."""

    type: str
    outgoing: bool
    label: str
    entries: tuple[TieEntry, ...]
    total: int

    @property
    def shared(self) -> tuple[Cited, ...]:
        """Who says so, where it is the same for all of many: said once beneath them, and not beneath each."""
        said = {tuple((one.label, one.url) for one in entry.cited) for entry in self.entries}
        if len(self.entries) < _MANY or len(said) != 1:
            return ()
        cited = self.entries[0].cited
        in_one_place = all(entry.cited == cited for entry in self.entries)
        return cited if in_one_place else tuple(replace(one, place="") for one in cited)


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """Something that nobody said; ``places`` are the names of the properties or types."""

    label: str
    places: tuple[str, ...]


def value_rows(material: Material) -> Iterator[ValueRow]:
    """Yield the values that are known, and those of which a source says that there are none."""
    for line in material.sheet.values:
        if line.state is not State.UNKNOWN:
            yield _value_row(line, material)
    for type_, citations in material.denied_types.items():
        label = upper_first(RELATIONSHIPS_BY_NAME[type_].words.to(material.lang))
        yield ValueRow(type_, label, _NONE.to(material.lang), is_data=False, cited=material.cite(citations))


def _value_row(line: ValueLine, material: Material) -> ValueRow:
    property_ = properties_of_kind(material.node.kind)[line.property]
    counting = [one.citation for one in line.statements if one.counts] or [one.citation for one in line.statements]
    corrected = bool(counting) and counting[0].source == PEOPLE
    boxes = statement_boxes(line.statements, property_, material) if line.disputed else ()
    if corrected:
        counting = counting[:1]
        boxes = tuple(box for box in boxes if not all(one.is_person for one in box.cited))
    text = readable(property_, line.text, material.lang)
    is_address = property_.type is ValueType.WEB_ADDRESS and text.startswith(("http://", "https://"))
    return ValueRow(
        line.property,
        upper_first(line.label),
        text,
        is_data=property_.type in (ValueType.TEXT, ValueType.REFERENCE) and line.state is State.KNOWN,
        address=text if is_address else "",
        modality=line.modality,
        cited=material.cite(counting),
        boxes=boxes,
        is_corrected=corrected,
    )


def statement_boxes(
    statements: Iterable[StatementLine], property_: Property, material: Material, about: str = ""
) -> tuple[Box, ...]:
    """Return what is said of one thing, each different statement once with everybody who makes it.

    Parameters
    ----------
    statements
        In any order; the oldest stands first.
    property_
        What they are about.
    material
        The page.
    about
        Id of the node that they are about, when it is not the page's own.
    """
    said: dict[tuple[str, str, bool], list[Citation]] = {}
    # As they were said: the reader sees what was expected before what came.
    for one in sorted(statements, key=lambda one: one.citation.stated_on or ""):
        said.setdefault((one.text, one.modality, one.denied), []).append(one.citation)
    is_data = property_.type is ValueType.TEXT
    return tuple(
        Box(readable(property_, text, material.lang), is_data, modality, denied, material.cite(cited, about))
        for (text, modality, denied), cited in said.items()
    )


def readable(property_: Property, text: str, lang: str) -> str:
    """Return the text of a value as people read it: a point as latitude and longitude, a border not at all."""
    if property_.type is ValueType.POINT and text.startswith("POINT("):
        longitude, latitude = text[len("POINT(") : -1].split()
        plain = _LATITUDE.to(lang).format(latitude, longitude)
        return plain if lang == "en" else plain.replace(".", ",")
    if property_.type is ValueType.SHAPE and text.startswith("{"):
        return _BORDER.to(lang)
    return text


def tie_rows(material: Material, leave_out: Container[tuple[str, bool]] = ()) -> Iterator[TieRow]:
    """Yield the relationships, by type and direction; types that bear one name stand in one row.

    Parameters
    ----------
    material
        The page.
    leave_out
        Types and directions that the page shows in another way.
    """
    rows: dict[str, TieRow] = {}
    for group in material.sheet.ties:
        if (group.type, group.outgoing) not in leave_out:
            row = tie_row(group, material)
            before = rows.get(row.label)
            if before is None:
                rows[row.label] = row
            elif all(one.total == len(one.entries) for one in (before, row)):
                rows[row.label] = replace(before, entries=before.entries + row.entries, total=before.total + row.total)
            else:  # each leads to its own list of all
                rows[f"{row.label} {row.type}"] = row
    yield from rows.values()


def tie_row(group: TieGroup, material: Material) -> TieRow:
    """Return the relationships of one type and direction."""
    lines = sorted(group.lines, key=lambda tie: _KINDS.index(tie.other.kind))
    entries = tuple(_tie_entry(tie, material) for tie in lines)
    return TieRow(group.type, group.outgoing, upper_first(group.label), entries, group.total)


def _tie_entry(tie: TieLine, material: Material) -> TieEntry:
    differences = tuple(
        (upper_first(property_.words.to(material.lang)), statement_boxes(found, property_, material))
        for property_, found in material.disputed_ties.get(tie.id, ())
    )
    other = material.lines[tie.other.id]
    return TieEntry(tie.id, other, tie.details, tie.modality, tie.denied, material.cite(tie.citations), differences)


def _is_asked(node: Node, name: str) -> bool:
    if name in _TO_DO and node.kind == "Outcome":
        return str(node.value("outcome_kind")) in TO_DO
    return name not in _NOT_ASKED.get(node.kind, ())


def unknown_rows(material: Material) -> list[UnknownRow]:
    """Return what nobody said of a node: its properties, and the relationships worth asking about."""
    sheet = material.sheet
    labels = {line.property: line.label for line in sheet.unknown if _is_asked(sheet.node, line.property)}
    present = {(group.type, group.outgoing) for group in sheet.ties}
    for type_, outgoing in _WANTED.get(sheet.node.kind, ()):
        if (type_, outgoing) not in present and type_ not in sheet.node.reading.none:
            declared = RELATIONSHIPS_BY_NAME[type_]
            labels[type_] = (declared.words if outgoing else declared.inverse_words).to(material.lang)
    rows = [
        UnknownRow(upper_first(", ".join(labels.pop(name) for name in together)), together)
        for together in (*_TOGETHER, *((name,) for name in tuple(labels)))
        if all(name in labels for name in together)
    ]
    # Relationships first: with whom one works says more than a number in a register.
    order = [type_ for type_, _ in _WANTED.get(sheet.node.kind, ())] + [line.property for line in sheet.values]
    return sorted(rows, key=lambda row: order.index(row.places[0]))
