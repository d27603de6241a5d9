"""Finds the blocks of a report (headings, paragraphs, list items, cells of tables) and the sentences in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.reports.masking import Masked, mask

_BULLET = re.compile(
    r"[ \t]*(?:[-•*–·▪◦‣o](?=[ \t])|\d{1,2}[.)](?=[ \t])|\d{1,2}\.[a-z][.)]?(?=[ \t])|[a-z][.)](?=[ \t]))[ \t]*"
    r"(?:[-•][ \t]+|[a-z]\.[ \t]+)?"
)
_NUMBERED = re.compile(r"[ \t]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|agendapunt \d+[.:]?)[ \t]+", re.IGNORECASE)
_LABEL = re.compile(r"[ \t]*([^\W\d_][^:\n|?!]{1,60}?)[ \t]*:(?=\s|$)[ \t]*")
_ACTION_ENDS = re.compile(r"\((?:actie|action)\b[^()\n]{0,60}\)[.;]?\s*$", re.IGNORECASE)
"""A line that ends in who is to do it is not gone on with on the next."""
_RULE = re.compile(r"[\s|:=+-]+")
_END = re.compile(r"(?<![.!?…])[.!?…]{1,40}[\"'”’)\]]{0,9}(?=\s+(?:,,|[\"'“„‘(\[])?[A-Z0-9À-Þ'’])|[?!](?=\s)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|[A-Z]\.[A-Z]|(?:[A-Z]\.)+(?:[A-Z]|Th|Ch|Ph|Chr|Fr)|"
    r"(?i:dhr|mw|mevr)|drs?|Drs?|mr|ir|ing|prof|ds|bijv|bv|nr|art|incl|excl|evt|ca|jl|jr|sr|"
    r"resp|red|tel|max|min|zgn|o\.a|m\.b\.t|i\.v\.m|d\.d|t\.a\.v|m\.n|a\.s|e\.d|i\.s\.m|t\.b\.v|n\.a\.v|o\.l\.v|St|Mrs?|Ms|Dr)\.$"
)
_HEADING_LENGTH = 90
"""A line that is longer is a paragraph, unless mark-up says otherwise."""
_WRAPPED_AT = 55
"""A line shorter than this ends its paragraph; longer ones may have been wrapped."""


class BlockKind(StrEnum):
    """What a block is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or cell.

    Parameters
    ----------
    start, end
        Where its text stands; bullets, numbers and labels are left out.
    kind
        What it is.
    label
        The word before its colon ("Actie", "Kees"), or the head of its column, in lower case; empty where none.
    section
        The last heading or introducing line above it, in lower case.
    row
        Number of its row in a table, which cells of a row share; 0 elsewhere.
    """

    start: int
    end: int
    kind: BlockKind
    label: str = ""
    section: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the block that it stands in."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class Layout:
    """A report taken apart.

    Parameters
    ----------
    original
        The text as it was given.
    masked
        The same length, without mark-up and contact details.
    blocks
        In the order of the text.
    sentences
        In the order of the text.
    lines
        Where each line begins.
    """

    original: str
    masked: Masked
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    lines: tuple[int, ...]

    def line_of(self, place: int) -> int:
        """Return the number of the line that a place stands in, from 1."""
        return bisect_right(self.lines, place)

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that a place stands in, or None between sentences."""
        number = bisect_right(self.sentences, place, key=lambda one: one.start) - 1
        found = self.sentences[number] if number >= 0 else None
        return found if found is not None and place < found.end else None


def take_apart(text: str) -> Layout:
    """Return the blocks and sentences of a report.

    Parameters
    ----------
    text
        A whole report.

    Notes
    -----
    About linear in the length of the text.
    """
    masked = mask(text)
    blocks = tuple(_with_sections(list(_joined(_raw_blocks(text, masked.text), masked.text)), masked.text))
    sentences = tuple(one for block in blocks for one in _sentences(block, masked.text))
    starts = (0, *(found.end() for found in re.finditer("\n", text)))
    return Layout(text, masked, blocks, sentences, starts)


# ------------------------------------------------------------------------------------------------------ blocks


@dataclass(frozen=True, slots=True)
class _Raw:
    block: Block
    apart: bool  # whether a blank line stands before it
    marked: bool = False  # whether mark-up says that it is a heading


def _raw_blocks(text: str, masked: str) -> Iterator[_Raw]:
    """Yield a block for every line, or every cell of a line of a table."""
    apart, row, place = True, 0, 0
    heads: list[str] = []
    for line in text.split("\n"):
        start, end = place, place + len(line)
        place = end + 1
        shown = masked[start:end]
        if not shown.strip():
            apart, heads = True, []
            continue
        if line.count("|") >= 2 or line.count("\t") >= 2:
            if _RULE.fullmatch(line):
                continue
            row += 1
            cells = list(_cells(line, start, row))
            if not heads:
                heads = [masked[one.start : one.end].strip().lower() for one in cells]
                cells = [replace(one, kind=BlockKind.HEADING) for one in cells]
            elif len(heads) == len(cells):
                cells = [replace(one, label=head) for one, head in zip(cells, heads, strict=True)]
            yield from (_Raw(one, apart) for one in cells)
        else:
            heads = []
            yield _Raw(_line_block(line, shown, start), apart, line.lstrip().startswith("#"))
        apart = False


def _cells(line: str, start: int, row: int) -> Iterator[Block]:
    for found in re.finditer(r"[^|\t]+", line):
        content = found.group()
        if content.strip():
            begin = start + found.start() + len(content) - len(content.lstrip())
            yield Block(begin, begin + len(content.strip()), BlockKind.CELL, row=row)


def _line_block(line: str, shown: str, start: int) -> Block:
    """Return what one line is by itself."""
    stripped = line.lstrip()
    kind = BlockKind.PARAGRAPH
    begin = len(shown) - len(shown.lstrip())
    bullet = _BULLET.match(line)
    number = _NUMBERED.match(shown)
    if stripped.startswith("#") or _is_bare_heading(line, shown, max(number.end() if number else 0, begin)):
        kind = BlockKind.HEADING
    elif bullet:
        kind, begin = BlockKind.ITEM, max(bullet.end(), begin)
        begin += len(shown[begin:]) - len(shown[begin:].lstrip())
    if kind is BlockKind.HEADING and (number := _NUMBERED.match(shown)):
        begin = number.end()
    return Block(start + begin, start + len(shown.rstrip()), kind)


def _is_bare_heading(line: str, shown: str, begin: int) -> bool:
    """Return whether a line without mark-up reads as a heading: short, a capital first, no end of a sentence."""
    content = shown.strip()
    bold = line.strip().startswith("**") and line.strip().endswith("**")
    if len(content) > _HEADING_LENGTH and not (bold and len(content) < 3 * _HEADING_LENGTH):
        return False
    number = _NUMBERED.match(shown)
    if not number and _BULLET.match(line):
        return False
    tail = shown[begin:].strip()
    ended = (tail.endswith((".", "?", "!", ":", ";", ",")) and not bold) or bool(_ACTION_ENDS.search(tail))
    return (
        bool(tail)
        and tail[0].isupper()
        and not ended
        and (len(tail.split()) <= 14 or bold)
        and (not number or bold or len(tail.split()) <= 7)
    )


def _joined(raws: Iterator[_Raw], masked: str) -> Iterator[Block]:
    """Join lines that were wrapped; lines that read as headings stay so only where they stand apart."""
    held: _Raw | None = None
    for raw in raws:
        if held is not None and _continues(held, raw, masked):
            joined = replace(held.block, end=raw.block.end, kind=_kind_joined(held.block.kind))
            held = replace(held, block=joined)
            continue
        if held is not None:
            yield held.block if held.marked else _labelled(held.block, masked)
        held = raw
    if held is not None:
        yield held.block if held.marked else _labelled(held.block, masked)


def _kind_joined(kind: BlockKind) -> BlockKind:
    return BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind


def _continues(held: _Raw, raw: _Raw, masked: str) -> bool:
    """Return whether a line goes on with the one before it."""
    if raw.apart or BlockKind.CELL in (held.block.kind, raw.block.kind) or raw.block.kind is BlockKind.ITEM:
        return False
    before, now = masked[held.block.start : held.block.end], masked[raw.block.start : raw.block.end]
    if not before.strip() or not now.strip() or held.block.row or raw.block.row:
        return False
    last_line = before.rsplit("\n", 1)[-1]
    if now.lstrip()[0].islower() and not before.rstrip().endswith((".", ":", "?", "!")):
        return True
    if now.lstrip()[0].isupper() and (_LABEL.match(now) or _ACTION_ENDS.search(last_line)):
        return False
    return len(last_line.strip()) >= _WRAPPED_AT and held.block.kind is not BlockKind.HEADING


def _labelled(block: Block, masked: str) -> Block:
    """Take a label off a block: words before a colon, at most five, that are no sentence."""
    if block.label or block.kind is BlockKind.CELL:
        return block
    found = _LABEL.match(masked, block.start, block.end)
    if not found or len(found.group(1).split()) > 5 or ". " in found.group(1):
        return block
    if block.kind is BlockKind.HEADING and len(found.group(1).split()) > 2 and found.end() < block.end:
        return block  # a title in two parts
    label = " ".join(found.group(1).split()).lower().strip("\"'“”‘’ ")
    if found.end() >= block.end:
        return replace(block, label=label, kind=BlockKind.HEADING)
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind
    return replace(block, start=found.end(), label=label, kind=kind)


def _with_sections(blocks: list[Block], masked: str) -> Iterator[Block]:
    """Give every block the heading, or the line that introduces its list, above it."""
    heading = introduction = ""
    for number, block in enumerate(blocks):
        if _is_numbered_item(blocks, number, masked):
            block = replace(block, kind=BlockKind.ITEM)  # noqa: PLW2901 - it is the same block, seen among its neighbours
        content = " ".join(masked[block.start : block.end].split())
        if block.kind is BlockKind.HEADING:
            heading, introduction = (content or block.label).lower(), ""
        elif block.kind is BlockKind.PARAGRAPH:
            introduction = content.lower() if content.endswith(":") else ""
        section = introduction if introduction and block.kind is BlockKind.ITEM else heading
        yield replace(block, section=section[:200])


def _is_numbered_item(blocks: list[Block], number: int, masked: str) -> bool:
    """Return whether a numbered line stands directly beside another one: a list, and no headings."""
    block = blocks[number]
    if block.kind is not BlockKind.HEADING or not _number_before(block, masked):
        return False
    beside = [blocks[other] for other in (number - 1, number + 1) if 0 <= other < len(blocks)]
    return any(
        _number_before(one, masked) and masked[min(one.end, block.end) : max(one.start, block.start)].count("\n") == 1
        for one in beside
    )


def _number_before(block: Block, masked: str) -> bool:
    begin = masked.rfind("\n", 0, block.start) + 1
    return bool(_NUMBERED.fullmatch(masked, begin, block.start))


# ------------------------------------------------------------------------------------------------------ sentences


def _sentences(block: Block, masked: str) -> Iterator[Sentence]:
    """Yield the sentences of a block; an abbreviation or initial ends none."""
    start = block.start
    for found in _END.finditer(masked, block.start, block.end):
        if _ABBREVIATION.search(masked[max(start, found.end() - 12) : found.end()].rstrip("\"'”’)]")):
            continue
        yield from _sentence(start, found.end(), block, masked)
        start = found.end()
    yield from _sentence(start, block.end, block, masked)


def _sentence(start: int, end: int, block: Block, masked: str) -> Iterator[Sentence]:
    content = masked[start:end]
    if content.strip():
        begin = start + len(content) - len(content.lstrip())
        yield Sentence(begin, start + len(content.rstrip()), block)
