"""Two things side by side: what each says of a property or a sort of relationship, and in a word how that compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.network.sheets import Sheet, State, TieGroup, TieLine, ValueLine
from graph.schema.model import properties_of_kind
from graph.schema.words import Words
from graph.store.citing import Citation
from viz.pages.citing import Cited, Citing
from viz.pages.rows import readable
from viz.rendering import upper_first

MOST_NAMES = 6
"""Names in one cell; of more it says how many."""

_ALIKE, _DIFFERS = Words("gelijk", "the same"), Words("verschilt", "differs")
_OF_ONE, _MORE = Words("bij één bekend", "known of one"), Words("erbij", "more")

_NUMBERS = {
    "nl": ("", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in one place: a text, whether it is of the data, and who says so where sources differ."""

    text: str
    is_data: bool = False
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class PairRow:
    """One row of the comparison.

    Parameters
    ----------
    label
        What it is about.
    sides
        What each of the two says; empty where nobody said.
    sign
        Pictogram of the comparison.
    words
        The comparison in words.
    together
        What would stand there for the two as one.
    """

    label: str
    sides: tuple[tuple[Said, ...], tuple[Said, ...]]
    sign: str
    words: str
    together: tuple[Said, ...]

    @property
    def is_alike(self) -> bool:
        """Whether the two say the same, so that nothing would change."""
        return self.sides[0] == self.sides[1]


def pair_rows(one: Sheet, other: Sheet, citing: Citing, lang: str) -> Iterator[PairRow]:
    """Yield what is known of either, in the order in which a page of one thing shows it.

    Parameters
    ----------
    one, other
        All that is known of each; of one kind.
    citing
        Makes links of citations.
    lang
        Language of the page.
    """
    lines = {line.property: line for line in other.values}
    for line in one.values:
        mirror = lines.get(line.property)
        if line.property != "aliases" and (_is_known(line) or (mirror is not None and _is_known(mirror))):
            yield _value_row(one, (line, mirror), citing, lang)
    yield from _tie_rows(one, other, lang)


def count_words(number: int, lang: str) -> str:
    """Return a small number in words, as it stands in a sentence."""
    words = _NUMBERS[lang]
    return words[number] if number < len(words) else str(number)


def _is_known(line: ValueLine) -> bool:
    return line.state is not State.UNKNOWN


def _value_row(sheet: Sheet, lines: tuple[ValueLine, ValueLine | None], citing: Citing, lang: str) -> PairRow:
    property_ = properties_of_kind(sheet.node.kind)[lines[0].property]
    is_data = property_.type.value in ("text", "reference")
    texts = [readable(property_, line.text, lang) if line and _is_known(line) else "" for line in lines]
    cited = [citing.cite(_counting(line)) if line and _is_known(line) else () for line in lines]
    sides = [(Said(text, is_data),) if text else () for text in texts]
    label = upper_first(lines[0].label)
    if all(texts) and texts[0].casefold() != texts[1].casefold():
        both = tuple(Said(text, is_data, said) for text, said in zip(texts, cited, strict=True))
        return PairRow(label, (sides[0], sides[1]), "warning", _DIFFERS.to(lang), both)
    if all(texts):
        return PairRow(label, (sides[0], sides[1]), "check", _ALIKE.to(lang), sides[0])
    return PairRow(label, (sides[0], sides[1]), "plus", _OF_ONE.to(lang), sides[0] or sides[1])


def _counting(line: ValueLine) -> list[Citation]:
    found = [one.citation for one in line.statements if one.counts] or [one.citation for one in line.statements]
    return found[:2]


def _tie_rows(one: Sheet, other: Sheet, lang: str) -> Iterator[PairRow]:
    groups = [{(group.type, group.outgoing): group for group in sheet.ties} for sheet in (one, other)]
    for key in dict.fromkeys((*groups[0], *groups[1])):
        found = [groups[0].get(key), groups[1].get(key)]
        label = next(group.label for group in found if group)
        mine, theirs = (_others(group, (one, other)) for group in found)
        if not mine and not theirs:
            continue
        sign, words = _compare(set(mine), set(theirs), lang)
        yield PairRow(
            upper_first(label),
            (_names(mine, lang), _names(theirs, lang)),
            sign,
            words,
            _names({**mine, **theirs}, lang),
        )


def _others(group: TieGroup | None, sheets: Sequence[Sheet]) -> dict[str, TieLine]:
    """Return the relationships of a group by what they lead to, with each other left out: as one they have none."""
    own = {sheet.node.id for sheet in sheets}
    return {tie.other.id: tie for tie in group.lines if tie.other.id not in own and not tie.denied} if group else {}


def _names(ties: dict[str, TieLine], lang: str) -> tuple[Said, ...]:
    shown = [Said(tie.other.name, is_data=True) for tie in list(ties.values())[:MOST_NAMES]]
    more = len(ties) - len(shown)
    return (*shown, Said(f"en nog {more}" if lang == "nl" else f"and {more} more")) if more else tuple(shown)


def _compare(mine: set[str], theirs: set[str], lang: str) -> tuple[str, str]:
    """Return the pictogram and the words for two sets of names."""
    shared, new = len(mine & theirs), len(mine ^ theirs)
    if not new:
        return "check", _ALIKE.to(lang)
    if not mine or not theirs or shared == min(len(mine), len(theirs)):
        return "plus", f"{count_words(new, lang)} {_MORE.to(lang)}"
    return ("check", f"{count_words(shared, lang)} {_ALIKE.to(lang)}") if shared else ("warning", _DIFFERS.to(lang))
