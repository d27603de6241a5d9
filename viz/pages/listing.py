"""Lists: all nodes of a kind, sorted, paged, and filtered in simple ways. The whole choice stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import InputError
from graph.schema.declaration import Vocabulary
from graph.schema.model import KINDS_BY_NAME, VOCABULARIES_BY_NAME, properties_of_kind
from graph.schema.words import Words
from graph.store.base import View
from graph.store.questions import BY_CHANGE, BY_NAME, Direction, NodeFilter, Order, RelationshipFilter
from viz.pages.areas_choice import AreaGroup, area_groups
from viz.pages.lines import NodeLine, node_lines
from viz.pages.totals import initiative_totals, outcome_totals
from viz.rendering import render
from viz.site import Shell

ON_PAGE = 50

_LINKS = Words("Verbonden", "Links")
_ALL = Words("alle", "all")
_WORKS_HERE = RelationshipFilter(types=("ACTIVE_IN",), direction=Direction.IN, other_kinds=("Initiative",))
_IS_PART = RelationshipFilter(types=("PART_OF",), direction=Direction.OUT)


def _links(view: View, ids: Sequence[str]) -> Mapping[str, int]:
    return view.relationship_counts(ids)


@dataclass(frozen=True, slots=True)
class Listing:
    """How a kind is listed.

    Parameters
    ----------
    code
        Property of a vocabulary to filter by; empty for none.
    date
        Date to sort by; empty for none.
    count, count_words
        What a column counts for many ids at once, and the head of that column; all relationships unless given.
    placed
        Whether one can choose an area.
    narrow, narrow_words, wide_words
        Where the list opens on part of the kind: what it keeps out, and the words for the part and for all.
    """

    code: str = ""
    date: str = ""
    count: Callable[[View, Sequence[str]], Mapping[str, int]] = _links
    count_words: Words = _LINKS
    placed: bool = False
    narrow: NodeFilter | None = None
    narrow_words: Words = _ALL
    wide_words: Words = _ALL


LISTINGS: Mapping[str, Listing] = {
    "Initiative": Listing(code="phase", placed=True),
    "Organisation": Listing(code="sector", placed=True),
    "Person": Listing(),
    "Area": Listing(
        code="level",
        count=initiative_totals,
        count_words=Words("Initiatieven", "Initiatives"),
        narrow=NodeFilter(related=(_WORKS_HERE,)),
        narrow_words=Words("waar een initiatief is", "where an initiative is"),
    ),
    "Meeting": Listing(
        code="meeting_kind",
        date="held_on",
        count=outcome_totals,
        count_words=Words("Uitkomsten", "Outcomes"),
        placed=True,
        narrow=NodeFilter(unrelated=(_IS_PART,)),
        narrow_words=Words("zonder hun tafels", "without their tables"),
        wide_words=Words("met hun tafels", "with their tables"),
    ),
    "Outcome": Listing(code="outcome_kind", date="due_on", placed=True),
    "Agreement": Listing(code="agreement_kind", date="signed_on"),
    "Topic": Listing(code="scheme"),
    "Criterion": Listing(code="applies_to"),
    "Programme": Listing(),
    "Judgement": Listing(code="verdict", date="judged_on"),
    "Source": Listing(date="published_on"),
}
"""How each kind is listed."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose in a list, as the address gives it.

    Parameters
    ----------
    words
        These words occur.
    code
        Only this value of the kind's vocabulary.
    area
        Only in this area or a part of it.
    named
        ``ja`` for what has a name only.
    all
        ``alle`` for what the list leaves out at first.
    order
        ``naam``, ``datum`` or ``gewijzigd``; empty for what suits the kind.
    after
        Id after which the page starts.
    """

    words: str = ""
    code: str = ""
    area: str = ""
    named: str = ""
    all: str = ""
    order: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list, with a number at its end."""

    line: NodeLine
    number: int


def list_page(view: View, shell: Shell, kind: str, chosen: Chosen) -> str:
    """Return the list of a kind.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    kind
        Name of the kind.
    chosen
        What is to be shown of it.

    Raises
    ------
    InputError
        The value is none of the vocabulary's, or the order is unknown.
    CursorError
        The page starts nowhere.
    """
    listing = LISTINGS[kind]
    where = _filter(kind, listing, chosen)
    page = view.find(where, _order(kind, listing, chosen.order), first=ON_PAGE, after=chosen.after or None)
    counts = listing.count(view, [node.id for node in page.items]) if page.items else {}
    rows = [Row(line, counts[line.id]) for line in node_lines(view, page.items, shell.lang)]
    property_ = properties_of_kind(kind).get(listing.code)
    return render(
        "list.html",
        shell,
        kind=kind,
        declared=KINDS_BY_NAME[kind],
        listing=listing,
        chosen=chosen,
        rows=rows,
        count=view.count(where),
        next=page.items[-1].id if page.more else "",
        property=property_,
        codes=_codes(view, kind, listing) if property_ else [],
        groups=_groups(view, shell, kind, listing),
        is_dated=_sorted_by_date(kind, listing, chosen.order),
    )


def _filter(kind: str, listing: Listing, chosen: Chosen) -> NodeFilter:
    codes: dict[str, tuple[str | int | float | bool, ...]] = {}
    if chosen.code and listing.code:
        vocabulary = _vocabulary(kind, listing)
        if chosen.code not in vocabulary.codes:
            raise InputError(
                f"‘{chosen.code}’ is hier geen keuze. Kies uit: {', '.join(vocabulary.codes)}.",
                f"‘{chosen.code}’ is no choice here. Choose from: {', '.join(vocabulary.codes)}.",
            )
        codes[listing.code] = (chosen.code,)
    # A choice of one's own goes before the part that the list opens on.
    narrow = listing.narrow if not (chosen.all or chosen.words or chosen.code) else None
    return NodeFilter(
        kinds=(kind,),
        text=chosen.words,
        codes=codes,
        within=(chosen.area,) if chosen.area and listing.placed else (),
        known=("name",) if chosen.named else (),
        related=narrow.related if narrow else (),
        unrelated=narrow.unrelated if narrow else (),
    )


def _vocabulary(kind: str, listing: Listing) -> Vocabulary:
    return VOCABULARIES_BY_NAME[properties_of_kind(kind)[listing.code].vocabulary or ""]


def _sorted_by_date(kind: str, listing: Listing, order: str) -> bool:
    return bool(listing.date) and (order == "datum" or (not order and kind in ("Meeting", "Source", "Agreement")))


def _order(kind: str, listing: Listing, order: str) -> tuple[Order, ...]:
    if order not in ("", "naam", "datum", "gewijzigd"):
        raise InputError("De volgorde is naam, datum of gewijzigd.", "The order is naam, datum or gewijzigd.")
    if order == "gewijzigd":
        return (Order(BY_CHANGE, descending=True),)
    return (Order(listing.date, descending=True),) if _sorted_by_date(kind, listing, order) else (Order(BY_NAME),)


def _codes(view: View, kind: str, listing: Listing) -> list[tuple[str, Words, int]]:
    """Return the values of the kind's vocabulary that occur: code, words, how many."""
    found = {str(code): count for code, count in view.facets(NodeFilter(kinds=(kind,)), listing.code) if code}
    vocabulary = _vocabulary(kind, listing)
    return [(code, vocabulary.words(code), found[code]) for code in vocabulary.codes if code in found]


def _groups(view: View, shell: Shell, kind: str, listing: Listing) -> list[AreaGroup]:
    if not listing.placed:
        return []
    kinds = (kind,) if kind in ("Initiative", "Organisation") else ("Initiative", "Organisation")
    return area_groups(view, shell.lang, kinds=kinds)
