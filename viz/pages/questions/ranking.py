"""The page of rankings: areas or initiatives by criteria whose weights one can change, and how firm each place is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from graph.errors import InputError
from graph.questions.ground import Ground
from graph.questions.ranking import RankingQuestion
from graph.questions.ranking_types import Mark, Ranked, Ranking
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.advice_types import Member
from viz.pages.fact_links import FactLinks
from viz.pages.little_known import tell_little
from viz.pages.questions.asking import RANKING, AreaField, Line, choose_area, line, more_url, read_number
from viz.pages.questions.names import NameFields, Names
from viz.pages.questions.page import render_question
from viz.site import Shell

FIRST = 10
"""Places that the page opens with."""
MOST = 100

HEAVIEST = 100
"""The largest weight that one can give."""

WEIGHT = "w:"
"""What the name of a weight begins with in the address; the id of its criterion follows."""

_KINDS = {"": "Area", "initiatieven": "Initiative"}
_LEVELS = VOCABULARIES_BY_NAME["AreaLevel"]
_LEVEL = "district"
_TOGETHER = (Words("Neem samen", "Take together"), Words("Met", "With"))


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight that one can change.

    Parameters
    ----------
    name
        Its name in the address.
    label
        What it weighs.
    value
        0 to 100.
    why
        Where it comes from.
    """

    name: str
    label: str
    value: int
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the ranking.

    Parameters
    ----------
    rank
        Which place.
    members
        What stands there; areas taken as one are several.
    points
        Its score, of 100.
    start, length, tick
        The interval of places, and the place itself, in hundredths of all places.
    text
        How firm the place is.
    marks
        How it does by each yardstick of which something is known, after the name of that.
    missing
        Of which yardsticks nothing is known.
    joins
        Neighbouring areas, each with the address where they are taken as one.
    """

    rank: int
    members: tuple[Member, ...]
    points: int
    start: float
    length: float
    tick: float
    text: str
    marks: tuple[tuple[str, Line], ...]
    missing: tuple[str, ...]
    joins: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Asked:
    """The form as it was filled in, with what is wrong with it."""

    kind: str
    field: AreaField
    level: str
    together: NameFields
    problem: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be put right before there is an answer."""
        return bool(self.problem) or self.together.is_wrong

    def question(self, weights: Mapping[str, float] | None = None) -> RankingQuestion:
        """Return what is asked."""
        within = (self.field.id,) if self.field.id else ()
        return RankingQuestion(_KINDS[self.kind], within, self.level, weights, self.together.ids)


def ranking_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of rankings.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``wat``, ``gebied``, ``niveau``, ``aantal``; ``samen`` more than once; weights as `WEIGHT` and an id.

    Raises
    ------
    InputError
        There is no such area, or the number is none.
    """
    ground = shell.site.network.answers.ground(view)
    first = read_number(given, "aantal", Words("Het aantal", "The number"), most=MOST) or FIRST
    kind = given.get("wat", "") if given.get("wat", "") in _KINDS else ""
    level = given.get("niveau", "") if given.get("niveau", "") in _LEVELS.codes else _LEVEL
    levelled = [one for one in ground.of_kind("Area") if ground.value(one, "level") == level]
    names = Names(view, shell, ground, levelled, ("Area",))
    field = choose_area(view, shell, ground, given.get("gebied", ""))
    asked = Asked(kind, field, level, names.fields("samen", *_TOGETHER, list_="gebieden"))
    found, weights = _answer(view, shell, asked, given, first)
    more = min(first + 20, MOST)
    return render_question(
        "ranking.html",
        shell,
        RANKING,
        area=field.id,
        title=shell.say("Welke initiatieven springen eruit?", "Which initiatives stand out?") if kind else "",
        asked=asked,
        options=names.options,
        levels=[(code, _LEVELS.words(code).to(shell.lang)) for code in _levels(ground)],
        weights=weights,
        heaviest=HEAVIEST,
        rows=list(_rows(view, shell, ground, asked, found)) if found else (),
        helps=tell_little(view, shell, None).helps if found and len(found.places) < 2 else (),
        notes=[note.to(shell.lang) for note in found.notes] if found else (),
        more_url=more_url(shell, more) if found and len(found.places) >= first and more > first else "",
    )


def _levels(ground: Ground) -> list[str]:
    """Return the levels of which there is more than one area: there is nothing to put in order else."""
    counts = [ground.value(one, "level") for one in ground.of_kind("Area")]
    return [code for code in _LEVELS.codes if counts.count(code) > 1]


def _answer(
    view: View, shell: Shell, asked: Asked, given: Mapping[str, str], first: int
) -> tuple[Ranking | None, tuple[Weight, ...]]:
    """Return the ranking and the weights behind it; no ranking, with the problem told, where that makes no sense."""
    if asked.together.is_wrong:
        return None, ()
    answers = shell.site.network.answers
    shown: tuple[Weight, ...] = ()
    try:
        found = answers.ranking(view, asked.question(), first=first)
        shown = _weights(shell, found)
        changed = _changed(given, shown)
        if changed:
            found = answers.ranking(view, asked.question(changed), first=first)
            shown = _weights(shell, found, changed)
    except InputError as error:
        asked.problem = shell.say(error.nl, error.en)
        return None, shown
    return found, shown


def _weights(shell: Shell, found: Ranking, given: Mapping[str, float] | None = None) -> tuple[Weight, ...]:
    return tuple(
        Weight(WEIGHT + one.id, one.name.to(shell.lang),
               round(given[one.id] if given and one.id in given else 100 * one.weight), one.why.to(shell.lang))
        for one in found.yardsticks
    )  # fmt: skip


def _changed(given: Mapping[str, str], shown: Sequence[Weight]) -> dict[str, float]:
    """Return the weights that were given, where one of them is another than it would be."""
    words = Words("Een gewicht", "A weight")
    read = {one.name: read_number(given, one.name, words, least=0, most=HEAVIEST) for one in shown}
    values = {one.name: one.value if read[one.name] is None else read[one.name] for one in shown}
    if all(values[one.name] == one.value for one in shown):
        return {}
    return {one.name.removeprefix(WEIGHT): float(values[one.name] or 0) for one in shown}


def _rows(view: View, shell: Shell, ground: Ground, asked: Asked, found: Ranking) -> Iterator[Row]:
    links = FactLinks(view, shell, (fact for place in found.places for mark in place.marks for fact in mark.facts))
    names = {one.id: one.name.to(shell.lang) for one in found.yardsticks}
    total = max((place.worst for place in found.places), default=1)
    ranked = {member.id for place in found.places for member in place.members}
    for place in found.places:
        around = [member.id for member in place.members]

        def said(mark: Mark, around: Sequence[str] = around) -> tuple[str, Line]:
            return names[mark.yardstick], line(shell, links, mark.text, mark.facts, around)

        yield Row(
            place.rank,
            place.members,
            round(100 * place.score),
            round(100 * (place.best - 1) / total, 2),
            round(100 * (place.worst - place.best + 1) / total, 2),
            round(100 * (place.rank - 0.5) / total, 2),
            place.text.to(shell.lang),
            tuple(said(mark) for mark in place.marks if mark.score is not None),
            tuple(names[one] for one in place.missing),
            tuple(_joins(shell, ground, asked, place, ranked)),
        )


def _joins(shell: Shell, ground: Ground, asked: Asked, place: Ranked, ranked: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the neighbours of an area that are ranked too, each with the address where both are taken as one."""
    if asked.kind or len(place.members) > 1:
        return
    here = place.members[0].id
    near = sorted(ground.places.adjacent.get(here, frozenset()) & ranked, key=ground.name)
    for other in near:
        url = shell.url(RANKING, gebied=asked.field.id, niveau="" if asked.level == _LEVEL else asked.level, samen=here)
        yield ground.name(other), f"{url}&samen={quote(other, safe='/')}"
