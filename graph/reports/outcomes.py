"""Finds what a meeting brought forth: decisions, actions, commitments, insights, questions, tensions, solutions.

A label wins ("Besluit:", the heading "Actielijst", the column "actie"); else the words in the sentence are weighed,
kind by kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.reports.date_found import DateFound
from graph.reports.layout import Block, BlockKind, Layout, Sentence
from graph.reports.passages import passage
from graph.reports.proposals import OutcomeFound
from graph.reports.words import words

_LIST = words("outcomes")
_LABELS: Mapping[str, str] = {label: kind for kind, labels in _LIST["labels"].items() for label in labels}
_STARTS: tuple[tuple[str, str], ...] = tuple(
    (start, kind) for kind, starts in _LIST["label_starts"].items() for start in starts
)
_LEAST: Mapping[str, float] = _LIST["least"]
_CERTAINTY: Mapping[str, float] = _LIST["certainty"]
_ORDER = ("decision", "commitment", "action", "question", "hypothesis", "advice", "solution", "tension", "insight")
"""Of two kinds with the same weight the first wins: what binds people before what they think."""
_WHO, _WHEN, _WHAT = (frozenset(_LIST["columns"][name]) for name in ("who", "when", "what"))
_INLINE = re.compile(  # "Actie:", "Actie 3:", "Actie Jan:"
    r"^[(\[]?([A-Za-zÀ-ÿ/ -]{3,30}?)(?: \d+)?"
    r"(?: (?:van|door|voor) [A-Z][\w .-]{1,40}| [A-Z][\w.]{1,20})?\s*[:.]\s+(?=\S)"
)
_LEADERS = re.compile(r"^(?:gespreksleider|tafelleider|workshopleider|facilitator)", re.IGNORECASE)
_ASKING = re.compile(
    r"(?:hoe|wat|waar\w*|wie|wanneer|welke?|kan|kunnen|komt|komen|is|zijn|wordt|worden|mag|mogen|moet|moeten|gaat|gaan|"
    r"heeft|hebben|how|what|why|who|when|where|which|can|could|is|are|does|do|will|should)\b",
    re.IGNORECASE,
)
"""How a sentence that asks begins, where its question mark is left out."""
_TOPIC = re.compile(r"[^;.?!\n]{3,60};\s+(?=\S)")
"""What a sentence is about, set before it: "Jaarverslag; de secretaris past het aan"."""
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
"""The point of a number ("20.000"), which ends no sentence."""
_SUBJECT = 45
"""Characters at the beginning of a sentence in which its subject stands."""
_SHORTEST = 12
"""Characters below which a sentence is no outcome, unless a label says that it is."""


@dataclass(frozen=True, slots=True)
class _Judged:
    kind: str
    certainty: float
    start: int


def find_outcomes(layout: Layout, dates: list[DateFound], actors: Sequence[int] = ()) -> list[OutcomeFound]:
    """Return the outcomes of a report, each passage once.

    Parameters
    ----------
    layout
        The report.
    dates
        What `find_dates` gave; one in an action is its due date.
    actors
        Where people and bodies are named, in the order of the text.

    Notes
    -----
    About linear in the number of sentences.
    """
    search = _Search(layout, dates, actors)
    return [*search.outcomes()]


class _Search:
    """One search through one text."""

    def __init__(self, layout: Layout, dates: list[DateFound], actors: Sequence[int]) -> None:
        self._actors = sorted(actors)
        self._layout = layout
        self._dates = dates
        self._rows: dict[int, list[Block]] = {}
        for block in layout.blocks:
            if block.row:
                self._rows.setdefault(block.row, []).append(block)
        self._announcing = _announcing(layout)

    def outcomes(self) -> Iterator[OutcomeFound]:
        """Yield the outcomes, in the order of the text."""
        seen: set[str] = set()
        last: OutcomeFound | None = None
        for sentence in self._layout.sentences:
            judged = self._judge(sentence)
            if judged is None:
                continue
            outcome = self._outcome(sentence, judged)
            key = " ".join(outcome.where.passage.lower().split())
            if key in seen or not key:
                continue
            seen.add(key)
            if last is not None and self._goes_on(last, outcome, sentence):
                last.where = passage(self._layout, last.where.start, outcome.where.end)
                continue
            last = outcome
            yield outcome

    def _goes_on(self, last: OutcomeFound, outcome: OutcomeFound, sentence: Sentence) -> bool:
        """Return whether a sentence goes on with the labelled outcome before it, in the same item."""
        labelled = self._label(sentence.block)[0]
        return (
            bool(labelled)
            and sentence.block.kind is BlockKind.ITEM
            and last.kind == outcome.kind
            and (sentence.block.start <= last.where.start and outcome.kind != "question")
        )

    # ------------------------------------------------------------------------------------------------ which kind

    def _judge(self, sentence: Sentence) -> _Judged | None:
        block = sentence.block
        text = self._layout.masked.text[sentence.start : sentence.end]
        if block.row:
            return self._judge_cell(block, sentence)
        inline, start = self._inline(text, sentence)
        if inline:
            rest = self._layout.masked.text[start : sentence.end].strip()
            return _Judged(inline, 0.85, start) if len(rest) > 3 else None
        is_question = text.rstrip(" \"'”’)*").endswith("?")
        if block.kind is BlockKind.HEADING:
            return None
        label, from_section = self._label(block)
        if is_question:
            return self._judge_question(sentence, text)
        if label == "question":
            asked = sentence.start - block.start < 2
            asked = asked and (not from_section or (block.kind is BlockKind.ITEM and bool(_ASKING.match(text))))
            asked = asked and "?" not in self._layout.masked.text[block.start : block.end]
            return _Judged("question", 0.8, sentence.start) if asked else self._weigh(sentence, text, "")
        if label and (not from_section or block.kind is BlockKind.ITEM) and sentence.start - block.start < 2:
            return _Judged(label, 0.8 if not from_section else 0.75, sentence.start)
        if (
            len(text.strip()) < _SHORTEST
            or len(re.findall(r"[^\W\d]{2,}", text)) < 3
            or self._layout.line_of(sentence.start) in self._announcing
        ):
            return None
        return self._weigh(sentence, text, label)

    def _judge_cell(self, block: Block, sentence: Sentence) -> _Judged | None:
        """Return what a cell says: of its column, or an action where the row says who is to do it."""
        if block.kind is BlockKind.HEADING or sentence.start != block.start:
            return None
        heads = {one.label for one in self._rows[block.row]}
        kind = _labelled(block.label)
        if kind is None and block.label in _WHAT and heads & _WHO:
            kind = _labelled(block.section) or "action"
        return _Judged(kind, 0.85, block.start) if kind else None

    def _inline(self, text: str, sentence: Sentence) -> tuple[str, int]:
        """Return the kind that a sentence names before a colon, and where it goes on."""
        found = _INLINE.match(text)
        if not found or (text[found.end(1)] == "." and len(found.group(1).split()) > 1):
            return "", sentence.start
        kind = _LABELS.get(found.group(1).strip().lower())
        return (kind, sentence.start + found.end()) if kind else ("", sentence.start)

    def _label(self, block: Block) -> tuple[str, bool]:
        """Return the kind that its label or else its section gives to a block, and whether it was the section."""
        own = _labelled(block.label) if block.label else None
        if own:
            return own, False
        kind = _labelled(block.section.rstrip(":"))
        return (kind, True) if kind else ("", False)

    def _judge_question(self, sentence: Sentence, text: str) -> _Judged | None:
        if self._layout.line_of(sentence.start) in self._announcing and "onderzoeksvra" not in text.lower():
            return None
        if _not_question().search(text.lower()) or len(text.split()) < 3:
            return None
        return _Judged("question", 0.85, sentence.start)

    def _weigh(self, sentence: Sentence, text: str, label: str) -> _Judged | None:
        """Return the kind whose words weigh most, where they weigh enough."""
        topic = _TOPIC.match(text)
        start = sentence.start + (topic.end() if topic else 0)
        lower = " ".join(_POINT.sub("", text[start - sentence.start :]).lower().split()).lstrip("\"'‘“„,(")
        if lower.endswith(":"):
            return None  # it announces what stands below it
        acts = self._acts(start, lower)
        best, margin = "", -0.01
        for kind in _ORDER:
            weight = sum(
                weight
                for weight, pattern, by_whom in _patterns()[kind]
                if (acts or not by_whom) and pattern.search(lower)
            )
            if kind == label:
                weight += 1
            if sentence.block.kind is BlockKind.ITEM and kind in ("insight", "action"):
                weight += 0.5
            if weight - _LEAST[kind] > margin:
                best, margin = kind, weight - _LEAST[kind]
        if not best:
            return None
        return _Judged(best, min(0.9, _CERTAINTY[best] + margin / 20), sentence.start)

    def _acts(self, start: int, lower: str) -> bool:
        """Return whether a sentence begins with somebody who can act: a person, a body, or "the board"."""
        number = bisect_left(self._actors, start)
        named = number < len(self._actors) and self._actors[number] < start + _SUBJECT
        return named or bool(_collective().search(lower))

    # ------------------------------------------------------------------------------------------------ the outcome

    def _outcome(self, sentence: Sentence, judged: _Judged) -> OutcomeFound:
        where = passage(self._layout, judged.start, sentence.end)
        words_around = f"{sentence.block.label} {sentence.block.section} {where.passage}".lower()
        text = self._layout.masked.text[sentence.start : sentence.end].lower()
        research = judged.kind == "question" and bool(_research().search(words_around) or _research().search(text))
        outcome = OutcomeFound(where, judged.certainty, judged.kind, research)
        cells = self._rows.get(sentence.block.row, []) if sentence.block.row else []
        spans = [(one.start, one.end) for one in cells if one.label in _WHEN] or [(sentence.start, sentence.end)]
        if judged.kind in ("action", "commitment", "decision"):
            inside = [one for start, end in spans for one in self._dates_in(start, end)]
            outcome.due_on = inside[0].value if inside and judged.kind != "decision" else ""
        return outcome

    def _dates_in(self, start: int, end: int) -> list[DateFound]:
        first, last = (bisect_left(self._dates, place, key=lambda one: one.start) for place in (start, end))
        return self._dates[first:last]


def columns_of_owners(layout: Layout) -> Mapping[int, list[tuple[int, int]]]:
    """Return where each row of a table says who is to do what, by the number of the row."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for block in layout.blocks:
        if block.row and block.label in _WHO:
            spans[block.row].append((block.start, block.end))
    return spans


def _labelled(text: str) -> str | None:
    """Return the kind that a label or heading gives to what stands below it."""
    lower = " ".join(text.lower().split()).strip(" :.")
    if lower in _LABELS:
        return _LABELS[lower]
    return next((kind for start, kind in _STARTS if lower.startswith(start) and len(lower) < 80), None)


def _announcing(layout: Layout) -> frozenset[int]:
    """Return the lines that announce a table: the paragraph below its leaders, whose questions are no outcomes."""
    lines: set[int] = set()
    after = False
    for block in layout.blocks:
        text = layout.masked.text[block.start : block.end].lstrip()
        if _LEADERS.match(block.label) or _LEADERS.match(text):
            after = True
        elif after and block.kind is BlockKind.PARAGRAPH:
            lines |= set(range(layout.line_of(block.start), layout.line_of(block.end) + 1))
            after = False
        elif block.kind is BlockKind.HEADING:
            after = False
    return frozenset(lines)


@cache
def _patterns() -> Mapping[str, tuple[tuple[float, re.Pattern[str], bool], ...]]:
    """Return weight and pattern of every cue, and whether it only counts where somebody who can act is the subject."""
    return {
        kind: tuple((float(rule[0]), re.compile(rule[1]), len(rule) > 2) for rule in rules)
        for kind, rules in _LIST["patterns"].items()
    }


@cache
def _collective() -> re.Pattern[str]:
    return re.compile(_LIST["collective"])


@cache
def _research() -> re.Pattern[str]:
    return re.compile(_LIST["research"])


@cache
def _not_question() -> re.Pattern[str]:
    return re.compile("|".join(_LIST["not_questions"]))
