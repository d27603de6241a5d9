"""From signs to reasons: each sign as one sentence in Dutch and English, with the facts that it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.resolution.catalogue import BASE, PART, SIGNS
from graph.resolution.matching import Match, Outcome
from graph.resolution.sign import Sign
from graph.schema.model import VOCABULARIES_BY_NAME, node_properties
from graph.schema.words import Words
from graph.store.answers import Relationship, Statement
from graph.store.base import View
from graph.store.citing import Citation, Sources
from graph.store.questions import RelationshipFilter
from graph.suggestions.advice_types import Fact
from graph.suggestions.catalogue import fill, listing

MOST_NAMED = 3
"""Things that one sentence names."""

MOST_RELATIONSHIPS = 200
"""Relationships of one thing that are looked through for those that a sign rests on."""

LIKELY, POSSIBLE = 0.7, 0.3
"""Chances from which a pair is called likely the same, and possibly the same."""

_TIED = frozenset({"same_place", "other_place", "other_city", "extra_place_here", "extra_place_elsewhere",
                   "shared_ties", "same_topics", "other_topics", "own_partner"})  # fmt: skip
_VALUED = {"same_website": "website", "other_website": "website", "other_sort": "level", "other_start": "started_on"}
_IDS = frozenset({"same_place", "other_place", "other_city", "other_topics"})
_LISTS_OF_IDS = frozenset({"shared_ties", "same_topics"})


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against two being one.

    Parameters
    ----------
    code
        Code of its sign in the catalogue.
    text
        One sentence.
    weight
        What it adds to the log-odds.
    facts
        What it rests on; none for what follows from all names together.
    """

    code: str
    text: Words
    weight: float
    facts: tuple[Fact, ...] = ()

    @property
    def of_names(self) -> bool:
        """Whether it is read from the two names and nothing else."""
        return self.code not in _TIED and self.code not in _VALUED and not self.code.endswith("_identity")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its id, the name it is shown by, its kind, its other names, and who speaks of it."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two that may be one, as a person is asked about them.

    Parameters
    ----------
    sides
        The two, in order of id; for a part and its whole, the whole first.
    outcome
        What is to be done with them.
    probability
        The chance that they are one, 0..1.
    base
        Log-odds of which no reason is the cause; with all weights it adds up to the log-odds.
    reasons_for, reasons_against
        Weightiest first.
    later
        Why a person put it off; None where nobody did.
    """

    sides: tuple[Side, Side]
    outcome: Outcome
    probability: float
    base: float
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    later: str | None = None

    @property
    def log_odds(self) -> float:
        """The sum of the base and all weights."""
        return self.base + sum(reason.weight for reason in (*self.reasons_for, *self.reasons_against))


def explain(
    view: View, matches: Sequence[Match], labels: Mapping[str, str], later: Mapping[tuple[str, str], str], lang: str
) -> list[Doubt]:
    """Return matches as a person is asked about them.

    Parameters
    ----------
    view
        Who looks: facts and sources are those that this viewer may see.
    matches
        What is shown: a page, not all.
    labels
        Names of areas, people, topics by id.
    later
        Pairs of ids, in order, that were put off, with the reason.
    lang
        Language of the sources' labels.

    Raises
    ------
    Nothing.

    Notes
    -----
    Three questions to the store, however many matches.
    """
    ids = sorted({id_ for match in matches for id_ in match.ids})
    evidence = _Evidence(view, ids, lang)
    return [_explain(match, evidence, labels, later.get(match.ids)) for match in matches]


def _explain(match: Match, evidence: _Evidence, labels: Mapping[str, str], later: str | None) -> Doubt:
    reasons = [
        Reason(sign.code, sentence(sign, labels), sign.weight, evidence.facts(sign, match))
        for sign in match.comparison.signs
        if sign.weight
    ]
    sides = tuple(evidence.side(thing.id, thing.kind, [name.text for name in thing.names])
                  for thing in (match.one, match.other))  # fmt: skip
    one, other = sides[::-1] if match.comparison.part == 1 else sides
    if match.outcome is Outcome.PART:
        reasons.append(Reason("part", fill(PART, a=one.name, b=other.name), 0.0))
    return Doubt(
        (one, other),
        match.outcome,
        match.probability,
        BASE,
        tuple(sorted((one for one in reasons if one.weight > 0), key=lambda reason: -reason.weight)),
        tuple(sorted((one for one in reasons if one.weight <= 0), key=lambda reason: reason.weight)),
        later,
    )


def likelihood(outcome: Outcome, probability: float) -> Words:
    """Return in words how likely it is that two are one.

    Parameters
    ----------
    outcome
        What is to be done with them.
    probability
        The chance, 0..1.

    Raises
    ------
    Nothing.
    """
    if outcome is Outcome.PART:
        return Words("onderdeel en geheel", "part and whole")
    if outcome is Outcome.SURE:
        return Words("vrijwel zeker hetzelfde", "almost surely the same")
    if probability >= LIKELY:
        return Words("waarschijnlijk hetzelfde", "likely the same")
    if probability >= POSSIBLE:
        return Words("mogelijk hetzelfde", "possibly the same")
    return Words("weinig spreekt ervoor", "little speaks for it")


def sentence(sign: Sign, labels: Mapping[str, str]) -> Words:
    """Return a sign in words.

    Parameters
    ----------
    sign
        The sign.
    labels
        Names by id.

    Raises
    ------
    Nothing.
    """
    entry = SIGNS[sign.code]
    words = entry.opposite if sign.strength < 0 and entry.opposite is not None else entry.words
    return fill(words, what=_part(sign.code, sign.what, labels), other=_part(sign.code, sign.other, labels))


def _part(code: str, text: str, labels: Mapping[str, str]) -> Words | str:
    """Return what fills a sentence: a name for an id, a label for a code."""
    if code in _IDS:
        return labels.get(text, text)
    if code in _LISTS_OF_IDS:
        return listing([labels.get(id_, id_) for id_ in text.split()][:MOST_NAMED])
    if code == "other_sort":
        return VOCABULARIES_BY_NAME["AreaLevel"].words(text)
    if code in ("same_identity", "other_identity") and text in node_properties():
        return node_properties()[text].words
    return text


class _Evidence:
    """What sources say of the things on a page.

    Parameters
    ----------
    view
        Who looks.
    ids
        The things.
    lang
        Language of labels.
    """

    def __init__(self, view: View, ids: Sequence[str], lang: str) -> None:
        nodes = view.nodes(ids) if ids else []
        self._names = {id_: node.name for id_, node in zip(ids, nodes, strict=True) if node}
        self._statements = view.statements(ids) if ids else {}
        self._sources, self._english = Sources(view, lang), Sources(view, "en")
        pages = view.relationships(ids, RelationshipFilter(), first=MOST_RELATIONSHIPS) if ids else {}
        self._ties: defaultdict[str, list[Relationship]] = defaultdict(list)
        for id_, page in pages.items():
            self._ties[id_] = list(page.items)
        wanted = sorted({tie.id for ties in self._ties.values() for tie in ties})
        self._of_ties = view.statements(wanted) if wanted else {}

    def side(self, id_: str, kind: str, names: Sequence[str]) -> Side:
        """Return one of the two."""
        cited = self._sources.cite_all({id_: _places(self._statements.get(id_, ()))})[id_]
        of_sources = {citation.source: citation for citation in reversed(cited)}
        shown = self._names.get(id_, names[0])
        others = tuple(name for name in names if name != shown)
        return Side(id_, shown, kind, others, tuple(reversed(of_sources.values())))

    def facts(self, sign: Sign, match: Match) -> tuple[Fact, ...]:
        """Return what a sign rests on: the names as sources write them, a value, or a relationship."""
        if sign.code in ("rivals", "namesakes", "rarity"):
            return ()
        found: list[Fact] = []
        for thing, name in zip((match.one, match.other), match.comparison.names, strict=True):
            if sign.code in _TIED:
                found += self._tied(thing.id, {*sign.what.split(), *sign.other.split(), *match.ids})
            elif sign.code in _VALUED or sign.code.endswith("_identity"):
                property_ = _VALUED.get(sign.code, sign.what)
                found += self._said(thing.id, (property_,), None)
            else:
                found += self._said(thing.id, ("name", "aliases"), name.text)
        return tuple(found)

    def _said(self, id_: str, properties: Sequence[str], value: str | None) -> list[Fact]:
        """Return the first statement of a value."""
        for one in self._statements.get(id_, ()):
            claim = one.claim
            if claim.property in properties and not claim.denied and value in (None, claim.value):
                return [self._fact(Words(str(claim.value), str(claim.value)), id_, one)]
        return []

    def _tied(self, id_: str, others: set[str]) -> list[Fact]:
        """Return the first statement of a relationship with one of these."""
        for tie in self._ties[id_]:
            if tie.other(id_) in others:
                for one in self._of_ties.get(tie.id, ()):
                    if not one.claim.denied:
                        name = self._names.get(id_, id_)
                        return [self._fact(Words(name, name), tie.id, one)]
        return []

    def _fact(self, text: Words, thing: str, statement: Statement) -> Fact:
        return Fact(text, thing, self._sources.cite(statement), self._english.cite(statement))


def _places(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements that say where a thing stands: those of its names first, else all."""
    named = [one for one in statements if one.claim.property in ("name", "aliases")]
    return named or list(statements)
