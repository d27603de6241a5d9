"""The page of who together make it: a goal as a form, and the smallest sets that reach it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.errors import InputError
from graph.questions.composition_types import MOST_MEMBERS, Composition, Goal, Part
from graph.questions.ground import MEMBERS, Ground
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.advice_types import Fact, Member
from viz.pages.fact_links import FactLinks
from viz.pages.questions.asking import COMPOSITIONS, AreaField, Line, choose_area, line, read_number
from viz.pages.questions.gap_cards import GapCard, facts_of, gap_card
from viz.pages.questions.names import NameFields, Names, provided_or_needed
from viz.pages.questions.page import render_question
from viz.site import Shell

SETS = 3
"""Different sets that the page shows."""

AT_MOST = 10
"""Initiatives of a set, unless asked otherwise."""

MOST_PEOPLE = 10_000_000

_EXAMPLE_MEMBERS = 600
"""Members of the first example: what an insurance collective is said to need."""

_BRINGS = (Words("Iemand moet bieden", "Somebody must offer"), Words("En ook bieden", "And offer as well"))
_WITH = (Words("Doet zeker mee", "Is in it for sure"), Words("En doet ook mee", "And is in it too"))
_WITHOUT = (Words("Doet niet mee", "Is not in it"), Words("En doet ook niet mee", "And is not in it either"))


@dataclass(frozen=True, slots=True)
class Brings:
    """A member of a set, and what it brings."""

    member: Member
    said: Line


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set for the goal.

    Parameters
    ----------
    number
        Its place.
    complete
        Whether it reaches the goal.
    brings
        Who, with what each brings.
    sentences
        What they reach together, what is short, and whether they work together already.
    missing
        What nobody offers.
    unknown
        Whose numbers nobody says.
    step
        The smallest next step.
    """

    number: int
    complete: bool
    brings: tuple[Brings, ...]
    sentences: tuple[str, ...]
    missing: tuple[GapCard, ...]
    unknown: tuple[str, ...]
    step: str


@dataclass(frozen=True, slots=True)
class Example:
    """A goal that somebody could ask for."""

    text: str
    url: str


@dataclass(slots=True)
class Asked:
    """The form as it was filled in; what is wrong with it stands beside it and nothing typed is lost."""

    area: AreaField
    topics: NameFields
    include: NameFields
    exclude: NameFields
    numbers: dict[str, str]
    goal: Goal | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was demanded yet."""
        demands = (self.numbers["leden"], self.numbers["clienten"])
        return not any(demands) and len(self.topics.entries) == 1

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be put right before there is an answer."""
        return bool(self.problems) or any(one.is_wrong for one in (self.topics, self.include, self.exclude))


def compositions_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of who together make it.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``leden``, ``clienten``, ``hoogstens`` and ``gebied``; ``biedt``, ``met`` and ``zonder`` more than once.

    Raises
    ------
    InputError
        There is no such area.
    """
    ground = shell.site.network.answers.ground(view)
    topics = Names(view, shell, ground, provided_or_needed(ground), ("Topic",))
    members = Names(view, shell, ground, ground.living, MEMBERS)
    asked = Asked(
        choose_area(view, shell, ground, given.get("gebied", "")),
        topics.fields("biedt", *_BRINGS, list_="onderwerpen"),
        members.fields("met", *_WITH, list_="wie"),
        members.fields("zonder", *_WITHOUT, list_="wie"),
        {name: given.get(name, "").strip()[:20] for name in ("leden", "clienten", "hoogstens")},
    )
    found = _answer(view, shell, asked, given)
    shell.site.network.turns.show_sets(found)
    links = FactLinks(view, shell, _facts(found))
    return render_question(
        "compositions.html",
        shell,
        COMPOSITIONS,
        area=asked.area.id,
        asked=asked,
        topics=topics.options,
        members=members.options,
        most=MOST_MEMBERS,
        at_most=AT_MOST,
        cards=[_card(shell, links, number, one) for number, one in enumerate(found, 1)],
        examples=list(_examples(shell, ground)) if asked.is_empty else (),
    )


def _answer(view: View, shell: Shell, asked: Asked, given: Mapping[str, str]) -> Sequence[Composition]:
    """Return sets for what was asked; none, with the problem told, where that makes no sense."""
    if asked.is_wrong or (asked.is_empty and not (asked.include.ids or asked.exclude.ids)):
        return ()
    try:
        goal = _read_goal(asked, given)
        return shell.site.network.answers.compositions(view, goal, first=SETS)
    except InputError as error:
        asked.problems.append(error.nl if shell.lang == "nl" else error.en)
        return ()


def _read_goal(asked: Asked, given: Mapping[str, str]) -> Goal:
    read = {
        name: read_number(given, name, words, most=most)
        for name, words, most in (
            ("leden", Words("Het aantal leden", "The number of members"), MOST_PEOPLE),
            ("clienten", Words("Het aantal cliënten", "The number of clients"), MOST_PEOPLE),
            ("hoogstens", Words("Hoogstens zoveel initiatieven", "At most so many initiatives"), MOST_MEMBERS),
        )
    }
    return Goal(
        read["leden"],
        read["clienten"],
        asked.topics.ids,
        (asked.area.id,) if asked.area.id else (),
        asked.include.ids,
        asked.exclude.ids,
        read["hoogstens"] or AT_MOST,
    )


def _facts(found: Sequence[Composition]) -> Iterator[Fact]:
    for one in found:
        for part in one.parts:
            yield from part.facts
        yield from facts_of(one.missing)


def _card(shell: Shell, links: FactLinks, number: int, one: Composition) -> SetCard:
    lang = shell.lang

    def brings(part: Part) -> Brings:
        return Brings(part.member, line(shell, links, part.text, part.facts, (part.member.id,)))

    sentences = tuple(text for words in (one.text, *one.short, one.ties) if (text := words.to(lang)))
    return SetCard(
        number,
        one.complete,
        tuple(map(brings, one.parts)),
        sentences,
        tuple(gap_card(shell, links, gap) for gap in one.missing),
        tuple(words.to(lang) for words in one.unknown),
        one.step.to(lang),
    )


def _examples(shell: Shell, ground: Ground) -> Iterator[Example]:
    """Yield goals that make sense here: many members, and the two things that are needed most."""
    number = str(_EXAMPLE_MEMBERS)
    yield Example(shell.say(f"{number} leden in de hele stad", f"{number} members in the whole city"),
                  shell.url(COMPOSITIONS, leden=number))  # fmt: skip
    counts = Counter({one: len(ground.bonds(one, "NEEDS", out=False)) for one in ground.of_kind("Topic")})
    wanted = [one for one, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2] if count]
    if len(wanted) == 2:
        names = shell.say(" en ", " and ").join(map(ground.name, wanted))
        url = shell.url(COMPOSITIONS, biedt=wanted[0])
        yield Example(names, f"{url}&biedt={wanted[1]}")
