"""Do they fit in values? What initiatives stand for, as far as sources say, and what may cost one its independence.

A value is known by a topic of the scheme "value", or by a word in what is written; each sign is cited. Nothing known is
said as such, never taken as different.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.projection.projection import Projection
from graph.questions.citing import Citer, Saying
from graph.questions.ground import Ground
from graph.questions.value_catalogue import DENIALS, FACTS, NOTES, VALUES
from graph.questions.value_types import ValueComparison, ValueProfile, ValueSigns, ValueWarning
from graph.questions.wording import enumerate_words, name_all
from graph.schema.words import Words
from graph.store.answers import Node
from graph.suggestions.catalogue import fill
from graph.suggestions.evidence import Evidence
from graph.suggestions.reasoning import Reasoner

MOST_SIGNS = 5
"""Signs of one value that are shown."""

_AROUND = 60
"""Characters of a text that are quoted on either side of a word."""

_PATTERNS = {
    code: re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(entry.signs, key=len, reverse=True)))})", re.IGNORECASE
    )
    for code, entry in VALUES.items()
}
_DENIED = re.compile(rf"(?<!\w)(?:{'|'.join(DENIALS)})(?:\W+\w+)?\W+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """Something written about an initiative.

    Parameters
    ----------
    sort
        ``summary``, ``outcome`` or ``judgement``.
    thing, property
        Id of what holds the text, and of which property it is the value.
    text
        The text.
    """

    sort: str
    thing: str
    property: str
    text: str


def find_values(text: str) -> dict[str, str]:
    """Return the values that a text points at, each with the words around the first sign of it.

    Parameters
    ----------
    text
        Dutch or English, of any length.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the text for each value. What is denied just before ("zonder vertrouwen") is no sign.

    Example
    -------
    >>> find_values("Buren die elkaar helpen."), find_values("Er is geen vertrouwen.")
    ({'togetherness': 'Buren die elkaar helpen.'}, {})
    """
    found: dict[str, str] = {}
    for code, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            before = text[max(match.start() - _AROUND, 0) : match.start()]
            if not _DENIED.search(before) and not _is_name(match[0], before):
                found[code] = _quote(text, match.start(), match.end())
                break
    return found


def _is_name(word: str, before: str) -> bool:
    """Whether a word is written with a capital where no sentence begins: part of a name says nothing of values."""
    last = before.rstrip(" \n\t‘“'\"(")[-1:]
    return word[0].isupper() and last != "" and last not in ".!?:;"


def _quote(text: str, start: int, end: int) -> str:
    """Return the words around a place, whole ones, with dots where it is cut."""
    begin, stop = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    if begin:
        begin = text.find(" ", begin, start) + 1 or start
    if stop < len(text):
        last = text.rfind(" ", end, stop)
        stop = last if last > 0 else end
    quoted = " ".join(text[begin:stop].split())
    return f"{'… ' if begin else ''}{quoted}{' …' if stop < len(text) else ''}"


class Values:
    """Tells what initiatives stand for.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground, projection
        What that viewer may see.
    """

    def __init__(self, citer: Citer, ground: Ground, projection: Projection) -> None:
        self._citer = citer
        self._ground = ground
        self._projection = projection
        self._row = {id_: row for row, id_ in enumerate(projection.ids)}

    def profile(self, id_: str, judgements: Iterable[Node] = ()) -> ValueProfile:
        """Return what an initiative stands for.

        Parameters
        ----------
        id_
            Id of the initiative or organisation.
        judgements
            What people made of suggestions that it is in, as the viewer may see it.
        """
        found: dict[str, list[Saying]] = {}
        for code, saying in (*self._topics(id_), *self._texts(id_, judgements)):
            found.setdefault(code, []).append(saying)
        order = sorted(found, key=lambda code: (-len(found[code]), self._name(code).nl))
        values = tuple(
            ValueSigns(code, self._name(code), self._citer.facts(found[code][:MOST_SIGNS])) for code in order
        )
        note = NOTES["signs"] if values else fill(NOTES["unknown"], who=name_all(self._ground, [id_]))
        return ValueProfile(self._ground.member(id_), values, note)

    def compare(self, profiles: tuple[ValueProfile, ValueProfile]) -> ValueComparison:
        """Return two profiles beside each other, with what may cost one of the two its independence."""
        names = [{one.code: one.name for one in profile.values} for profile in profiles]
        shared = tuple(names[0][code] for code in names[0] if code in names[1])
        only = tuple(
            tuple(name for code, name in mine.items() if code not in theirs) for mine, theirs in (names, names[::-1])
        )
        notes = tuple(self._notes(profiles, shared, only))
        return ValueComparison(profiles, shared, (only[0], only[1]), tuple(self._warnings(profiles)), notes)

    # ------------------------------------------------------------------------------------------------ signs

    def _name(self, code: str) -> Words:
        return VALUES[code].name if code in VALUES else name_all(self._ground, [code])

    def _topics(self, id_: str) -> Iterator[tuple[str, Saying]]:
        holders = {"topic": [id_], "outcome_topic": self._ground.others(id_, "CONCERNS", out=False)}
        for sort, ids in holders.items():
            for bond in (bond for holder in ids for bond in self._ground.bonds(holder, "ABOUT")):
                if self._ground.value(bond.other, "scheme") == "value":
                    name = self._ground.name(bond.other)
                    code = next(iter(find_values(name)), bond.other)
                    yield code, Saying(self._fact(sort, id_, name), bond.id)

    def _texts(self, id_: str, judgements: Iterable[Node]) -> Iterator[tuple[str, Saying]]:
        for one in self._written(id_, judgements):
            for code, quoted in find_values(one.text).items():
                yield code, Saying(self._fact(one.sort, id_, quoted), one.thing, one.property)

    def _written(self, id_: str, judgements: Iterable[Node]) -> Iterator[Written]:
        summary = self._projection.values["summary"][self._row[id_]]
        if summary:
            yield Written("summary", id_, "summary", str(summary))
        for bond in self._ground.bonds(id_, "CONCERNS", out=False):
            text = self._ground.value(bond.other, "text") if self._ground.kind(bond.other) == "Outcome" else None
            if text:
                yield Written("outcome", bond.other, "text", str(text))
        for node in judgements:
            if reason := node.value("reason"):
                yield Written("judgement", node.id, "reason", str(reason))

    def _fact(self, sort: str, id_: str, what: str) -> Words:
        return fill(FACTS[sort], who=name_all(self._ground, [id_]), what=what)

    # ------------------------------------------------------------------------------------------------ two

    def _notes(
        self,
        profiles: Sequence[ValueProfile],
        shared: Sequence[Words],
        only: Sequence[Sequence[Words]],
    ) -> Iterator[Words]:
        if shared:
            yield fill(NOTES["shared"], what=enumerate_words(shared))
        elif all(profile.values for profile in profiles):
            yield NOTES["nothing_shared"]
        names = [name_all(self._ground, [profile.member.id]) for profile in profiles]
        for mine, who, other in zip(only, names, names[::-1], strict=True):
            if mine:
                yield fill(NOTES["only"], who=who, other=other, what=enumerate_words(mine))

    def _warnings(self, profiles: Sequence[ValueProfile]) -> Iterator[ValueWarning]:
        one, other = (self._row[profile.member.id] for profile in profiles)
        for draft in Reasoner(Evidence(self._projection)).independence(one, other):
            of = "members" if draft.code == "much_larger" else "exists"
            sayings = [Saying(fact.text, fact.thing, of) for fact in draft.facts]
            yield ValueWarning(draft.code, self._citer.hedged(draft.text, sayings), self._citer.facts(sayings))
