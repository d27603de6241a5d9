"""Builds the mapping that guesses amount to: nodes, relationships, and what is left out with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from graph.ingest.proposing.codes import proposed_codes
from graph.ingest.proposing.guesses import Guess
from graph.ingest.proposing.mixtures import Mixture, forms_in, may_mix, mixture_in
from graph.ingest.proposing.profiles import Profile
from graph.ingest.proposing.row_shapes import KIND_OF_ROLE, Shape, bare_role
from graph.ingest.proposing.value_sorts import NOBODY_WORDS, Sort
from graph.ingest.rows import Row
from graph.schema.declaration import ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, properties_of_kind
from graph.schema.words import Words, normalise

MAIN = {"Initiative": "initiative", "Organisation": "organisation", "Agreement": "grant", "Area": "area",
        "Meeting": "meeting", "Person": "person", "Programme": "programme"}  # fmt: skip
"""What the mapping calls the thing that a row is, by its kind."""

_PROPERTIES = {
    ("date", "Meeting"): "held_on", ("date", "Agreement"): "signed_on", ("date", "Initiative"): "started_on",
    ("date", "Programme"): "started_on", ("year", "Initiative"): "started_on", ("started_on", "Meeting"): "held_on",
    ("role", "Person"): "public_role",
}  # fmt: skip
"""Properties whose name differs from the role, by role and kind; of dates that are not said to be anything else."""

# Relationships between the thing that a row is and what a column of some role names, in order of preference; a * says
# that it starts at what the column names.
_TIES = {
    "area": ("ACTIVE_IN", "PART_OF", "CONCERNS", "*ACTIVE_IN"), "theme": ("ABOUT", "CONCERNS"), "activity": ("ABOUT",),
    "target_group": ("SERVES", "ABOUT"), "needs": ("NEEDS",), "offers": ("OFFERS",),
    "programme": ("PART_OF", "CONCERNS", "SUPPORTS"), "funder": ("*SUPPORTS",),
    "recipient": ("*PARTY_TO", "PARTNERS_WITH"), "partner": ("PARTNERS_WITH", "*ATTENDED", "*PARTY_TO"),
    "organisation": ("*ACTIVE_IN", "INVOLVED_IN", "*ATTENDED", "*PARTY_TO", "PARTNERS_WITH", "*SUPPORTS"),
    "initiative": ("PARTNERS_WITH", "*ATTENDED", "*PARTY_TO", "INVOLVED_IN", "*ACTIVE_IN"),
    "person": ("*INVOLVED_IN", "*ATTENDED", "*PARTY_TO"), "meeting": ("ATTENDED",),
}  # fmt: skip
_SCHEMES = {"theme": "theme", "activity": "activity", "target_group": "target_group", "needs": "capability",
            "offers": "capability"}  # fmt: skip
_SMALL_TO_LARGE = ("neighbourhood", "district", "borough", "municipality")
_NO_PLACE = Words("hiervoor heeft Wijkweb hier geen plaats", "Wijkweb has no place for this here")


@dataclass(slots=True)
class Built:
    """A mapping that was built.

    Parameters
    ----------
    document
        Its nodes, relationships, and what is left out.
    notes
        What each column came to, by header.
    mixtures
        Of which rows a column is taken for what, by the name of the node; none where it names one kind.
    may_mix
        Whether the names of rows could say what each row is.
    legal_forms
        What to know of rows whose names have a legal form; None where there are none, or it tells what they are.
    """

    document: dict[str, Any]
    notes: dict[str, Words] = field(default_factory=dict)
    mixtures: dict[str, Words] = field(default_factory=dict)
    may_mix: bool = False
    legal_forms: Words | None = None


def build(guesses: Sequence[Guess], shape: Shape, rows: Sequence[Row]) -> Built:
    """Return the mapping that guesses amount to.

    Parameters
    ----------
    guesses
        What each column was taken for.
    shape
        What a row becomes.
    rows
        Rows of the table, by which columns are told that say something of another thing than the row.
    """
    builder = _Builder(shape, rows)
    guesses = [_in_its_place(one, shape.kind) for one in guesses]
    naming = [one for one in guesses if one.names and not one.kept_out and one.header != builder.main]
    for one in naming:
        builder.add_named(one)
    for one in guesses:
        if one.kept_out:
            builder.leave_out(one, one.why)
        elif one not in naming and one.header != builder.main:
            builder.add_property(one, naming)
    builder.finish(guesses)
    return builder.built


def tie_for(role: str, kind: str) -> str | None:
    """Return the relationship between what a row is and what a column of some role names; None where there is none.

    Parameters
    ----------
    role
        Without what it says of the level of an area.
    kind
        What a row is. A relationship that starts at what the column names is marked by a ``*`` before it.
    """
    named = KIND_OF_ROLE.get(role)
    for type_ in _TIES.get(role, ()):
        ends = (named, kind) if type_.startswith("*") else (kind, named)
        if ends in RELATIONSHIPS_BY_NAME[type_.lstrip("*")].ends:
            return type_
    return None


def property_of(role: str, kind: str) -> str:
    """Return the property that a column of some role says of what a row is."""
    return _PROPERTIES.get((role, kind), role)


def _in_its_place(one: Guess, kind: str) -> Guess:
    """Return a guess about a place as what it is for what a row is: a meeting has a venue, all else an area."""
    if kind == "Meeting" and one.role == "area":
        return replace(one, role="venue")
    return replace(one, role="area") if kind != "Meeting" and one.role == "venue" else one


class _Builder:
    """Holds the mapping that is being built."""

    def __init__(self, shape: Shape, rows: Sequence[Row]) -> None:
        self._kind = shape.kind
        self.main = shape.main.header if shape.main else None
        self._main = MAIN[shape.kind]
        self._rows = rows
        self._node: dict[str, Any] = {"kind": shape.kind}
        self._nodes: dict[str, dict[str, Any]] = {self._main: self._node}
        self._ties: list[dict[str, Any]] = []
        self._left_out: dict[str, Words] = {}
        self._funding: list[str] = []  # columns of what says of the funding since when
        self.built = Built({})
        if shape.main is not None:
            self._node |= self._main_name(shape.main)
            self._mix_rows(shape, shape.main)
        if shape.kind == "Agreement":
            self._node["agreement_kind"] = {"value": "grant"}

    def _main_name(self, main: Guess) -> dict[str, Any]:
        level = main.role.partition(":")[2]
        note = Words(f"de naam van wat een rij is ({self._main})", f"the name of what a row is ({self._main})")
        self.built.notes[main.header] = note
        return {"name": main.header} | ({"level": {"value": level}} if level else {})

    def _mix_rows(self, shape: Shape, main: Guess) -> None:
        """Let the names of rows say what a row is, unless their header or a person did."""
        mixture = mixture_in(main.profile, shape.kind, forms=not shape.told) if may_mix(main) else None
        self.built.may_mix = mixture is not None
        if not shape.decided:
            self._mix(self._main, self._node, mixture)
            self.built.legal_forms = forms_in(main.profile) if shape.told and may_mix(main) else None

    def _mix(self, name: str, node: dict[str, Any], mixture: Mixture | None) -> None:
        if mixture is not None:
            node["kind"] = mixture.spec()
            self.built.mixtures[name] = mixture.note

    def leave_out(self, one: Guess, why: Words) -> None:
        self._left_out[one.header] = why

    # ------------------------------------------------------------------------------------------------ nodes

    def add_named(self, one: Guess) -> None:
        """Add what a column names as a node of its own, tied to what the row is."""
        role = bare_role(one.role)
        kind = KIND_OF_ROLE.get(role)
        tie = tie_for(role, self._kind)
        if role == "name" and "aliases" not in self._node:
            self._node["aliases"] = one.header
            self.built.notes[one.header] = Words("een andere naam ervan", "another name of it")
        elif kind is None or tie is None:
            self.leave_out(one, _NO_PLACE)
        else:
            name = self._free(one.role.partition(":")[2] or role)
            made = self._nodes[name] = self._named(one, role, kind)
            if isinstance(made["kind"], list):
                self._mix(name, made, mixture_in(one.profile, made["kind"][0], among=made["kind"]))
            self._ties.append(self._made_tie(tie, name, role))
            self.built.notes[one.header] = Words(f"noemt: {kind} ({name})", f"names: {kind} ({name})")

    def _named(self, one: Guess, role: str, kind: str) -> dict[str, Any]:
        made: dict[str, Any] = {"kind": kind}
        if kind == "Organisation" and role in ("recipient", "partner"):
            bodies = one.profile.share(Sort.BODY) >= 0.3 or role == "recipient"
            made["kind"] = ["Organisation", "Initiative"] if bodies else ["Initiative", "Organisation"]
        if level := one.role.partition(":")[2]:
            made["level"] = {"value": level}
        if role in _SCHEMES:
            made["scheme"] = {"value": _SCHEMES[role]}
        separators = _separators(one.profile, role)
        column: Any = {"column": one.header, "split": separators} if separators else one.header
        made["name" if kind in ("Person", "Organisation", "Programme", "Initiative") else "called"] = column
        return made

    def _made_tie(self, type_: str, name: str, role: str) -> dict[str, Any]:
        ends = (name, self._main) if type_.startswith("*") else (self._main, name)
        made: dict[str, Any] = {"type": type_.lstrip("*"), "from": ends[0], "to": ends[1]}
        if made["type"] == "SUPPORTS":
            made["support"] = {"value": "funds"}
        if made["type"] == "PARTY_TO" and role in ("recipient", "organisation"):
            made["role"] = {"value": "party"}
        return made

    def _free(self, name: str) -> str:
        number = sum(one.rstrip("0123456789") == name for one in self._nodes)
        return f"{name}{number + 1}" if number else name

    # ------------------------------------------------------------------------------------------------ properties

    def add_property(self, one: Guess, naming: Sequence[Guess]) -> None:
        """Add what a column says of the thing that a row is, if it is about that."""
        name = property_of(one.role, self._kind)
        free = one.decided or one.role in (
            "key",
            "year",
            "date",
            "phase",
            "summary",
        )  # about the row, whatever they say
        owner = None if free else next((other for other in naming
                                        if one.profile.determined_by(other.profile, self._rows)), None)  # fmt: skip
        if self._kind == "Agreement" and one.role in ("year", "started_on", "ended_on"):
            self._funding.append(one.header)
            self.built.notes[one.header] = Words("wanneer de steun gold", "when the support was given")
        elif one.role == "currency":
            self._funding_unit(one)
        elif not one.role:
            self._unknown(one)
        elif owner is not None:
            self.leave_out(one, Words(f"gaat over ‘{owner.header}’ en niet over de rij: het is daarbij steeds gelijk",
                f"is about ‘{owner.header}’ and not about the row: it is the same wherever that is"))  # fmt: skip
        elif name in ("key", "stated_on"):
            self._numbered(one, name)
        elif name not in properties_of_kind(self._kind):
            self.leave_out(one, _NO_PLACE)
        elif name in self._node:
            self.leave_out(one, Words(f"‘{name}’ staat al in een andere kolom", f"‘{name}’ stands in another column"))
        else:
            self._set(name, one)

    def _set(self, name: str, one: Guess) -> None:
        property_ = properties_of_kind(self._kind)[name]
        spec: Any = one.header
        if property_.type is ValueType.CODE:
            codes = proposed_codes(property_, one.profile)
            spec = {"column": one.header, "codes": codes} if codes else spec
        elif name == "cbs_code" and one.profile.share(Sort.CBS) < 0.5:
            letters, digits = _letters(one.profile)
            spec = {"column": one.header, "prefix": letters, "digits": digits}
        elif one.profile.inside:  # texts with contact details in them are for those who are signed in
            spec = {"column": one.header, "level": "internal"}
        self._node[name] = spec
        words = property_.words
        self.built.notes[one.header] = Words(f"{words.nl} ({name})", f"{words.en} ({name})")

    def _numbered(self, one: Guess, name: str) -> None:
        if name == "stated_on":
            self.built.document["stated_on"] = one.header
            self.built.notes[one.header] = Words("wanneer de rij werd gezegd", "when the row was stated")
        elif one.profile.distinct == 1 and one.profile.filled == one.profile.rows and "key" not in self._node:
            self._node["key"] = one.header
            self.built.notes[one.header] = Words("het nummer van de rij", "the number of the row")
        else:
            self.leave_out(one, Words("geen eigen nummer: het komt vaker voor of ontbreekt",
                                      "no number of its own: it repeats or lacks"))  # fmt: skip

    def _funding_unit(self, one: Guess) -> None:
        self._node["currency"] = one.header  # goes with the amount when that is known
        self.built.notes[one.header] = Words("de munt van het bedrag", "the money of the amount")

    def _unknown(self, one: Guess) -> None:
        if one.profile.share(Sort.LONG) > 0.3 and "summary" not in self._node:
            self._set("summary", one)
            return
        if len(one.profile.values) == 1:
            value = next(iter(one.profile.values))[:40]
            self.leave_out(one, Words(f"elke rij zegt ‘{value}’; wat dat is, is niet bekend",
                                      f"each row says ‘{value}’; what that is, is not known"))  # fmt: skip
        else:
            self.leave_out(one, Words(f"niet herkend ({one.why.nl})", f"not recognised ({one.why.en})"))

    # ------------------------------------------------------------------------------------------------ the end

    def finish(self, guesses: Sequence[Guess]) -> None:
        """Add what depends on the whole: names of grants, units, words that name nobody."""
        currency = self._node.pop("currency", None)
        if currency is not None:
            if isinstance(self._node.get("amount"), str):
                self._node["amount"] = {"column": self._node["amount"], "unit": {"column": currency}}
            else:
                self._left_out[currency] = _NO_PLACE
        self._time_funding()
        self._tie_programme()
        self._tie_areas()
        if self._kind == "Agreement" and "name" not in self._node:
            self._name_grant(guesses)
        nobody = sorted({word for one in guesses for word in one.profile.nobody} | set(NOBODY_WORDS), key=normalise)
        self.built.document |= {"nodes": self._nodes, "relationships": self._ties, "nothing": nobody}
        self.built.document["leave_out"] = {header: why.nl for header, why in self._left_out.items()}
        self.built.notes |= self._left_out

    def _time_funding(self) -> None:
        support = next((tie for tie in self._ties if tie["type"] in ("SUPPORTS", "PARTY_TO")), None)
        for name, header in zip(("since", "until"), self._funding, strict=False):
            if support is not None:
                support[name] = header
        unused = self._funding if support is None else self._funding[2:]
        self._left_out |= dict.fromkeys(unused, _NO_PLACE)

    def _tie_programme(self) -> None:
        """Let who gives the money support the scheme as well."""
        if {"funder", "programme"} <= self._nodes.keys():
            tie = {"type": "SUPPORTS", "from": "funder", "to": "programme", "support": {"value": "funds"}}
            self._ties.append(tie)

    def _tie_areas(self) -> None:
        """Let each area of a row lie in the next larger one of the row."""
        found = {
            node["level"]["value"]: name for name, node in self._nodes.items()
            if node["kind"] == "Area" and "level" in node and isinstance(node.get("called"), str)
        }  # fmt: skip
        names = [found[level] for level in _SMALL_TO_LARGE if level in found]
        self._ties += [{"type": "PART_OF", "from": one, "to": whole} for one, whole in pairwise(names)]

    def _name_grant(self, guesses: Sequence[Guess]) -> None:
        """Name a grant by its scheme, recipient and year, and by the amount where those do not tell it from others."""
        order = ("programme", "recipient", "organisation", "initiative", "partner", "year", "date", "amount")
        found = [one for role in order for one in guesses if one.role == role and not one.kept_out]
        used = [one.header for one in found if one.role != "amount"]
        amount = [one.header for one in found if one.role == "amount"]
        columns = used if _tell_apart(self._rows, used) else [*used, *amount]
        self._nodes[self._main] = {"kind": self._kind, "name": {"columns": columns}, **self._without_kind()}

    def _without_kind(self) -> dict[str, Any]:
        return {name: value for name, value in self._node.items() if name != "kind"}


def _tell_apart(rows: Sequence[Row], columns: Sequence[str]) -> bool:
    seen = [tuple(normalise(str(row.cells.get(column, ""))) for column in columns) for row in rows]
    return len(set(seen)) == len(seen)


def _separators(profile: Profile, role: str) -> list[str]:
    """Return what divides the lists of a column: nothing where its cells hold none."""
    found = [one for one in (";", "|", "\n") if any(one in text for text in profile.values)]
    if role not in KIND_OF_ROLE or role in ("recipient", "funder"):
        return found
    commas = sum("," in text for text in profile.values)
    if not found and _parts_recur(profile, ",") and commas > 1:
        found = [","]
    if found and profile.with_and and _parts_recur(profile, " en "):
        found.append(" en ")
    return found


def _parts_recur(profile: Profile, separator: str) -> bool:
    """Whether most parts of divided cells stand elsewhere too: a list, and no name that holds the separator."""
    divided = [text for text in profile.values if separator in text]
    whole = {normalise(part) for text in profile.values if separator not in text for part in _pieces(text)}
    parts = [normalise(part) for text in divided for part in text.split(separator)]
    known = sum(part in whole or parts.count(part) > 1 for part in parts[:500])
    return bool(parts) and known >= 0.5 * min(len(parts), 500)


def _pieces(text: str) -> list[str]:
    for separator in (";", "|", "\n"):
        text = text.replace(separator, ",")
    return text.split(",")


def _letters(profile: Profile) -> tuple[str, int]:
    """Return which letters and how many digits a code of Statistics Netherlands has that came without them."""
    longest = max(len(text) for text in profile.values)
    return ("GM", 4) if longest <= 4 else ("WK", 6) if longest <= 6 else ("BU", 8)


_FIXED = ("kind", "type", "from", "to")


def columns_of(name: str, value: object) -> list[str]:
    """Return the columns that a property of a node or relationship names in a mapping."""
    if name in _FIXED:
        return []
    if not isinstance(value, Mapping):
        return [str(value)]
    found = [value["column"]] if "column" in value else list(value.get("columns", ()))
    unit = value.get("unit")
    return [*found, unit["column"]] if isinstance(unit, Mapping) else found
