"""The catalogue of reasons and questions: one sentence each, in Dutch and English, B1.

A reason is a code with what fills its sentence; forms of working together stand in `graph.suggestions.form_table`. ``{a}`` and ``{b}`` are the names of
the two, ``{what}`` what the facts name.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.advice_types import Family


@dataclass(frozen=True, slots=True)
class Entry:
    """A reason of the catalogue.

    Parameters
    ----------
    family
        What sort of reason.
    words
        Its sentence, to be filled in.
    rule
        Rule of ``docs/advice-rules.md`` that it rests on; empty for the network as it stands.
    against
        True for what speaks against.
    """

    family: Family
    words: Words
    rule: str = ""
    against: bool = False


REASONS: dict[str, Entry] = {
    "need_met": Entry(
        Family.COMPLEMENT, Words("{a} zoekt {what}. {b} biedt dat.", "{a} needs {what}. {b} offers that."), "R8, R9"
    ),
    "shared_people": Entry(
        Family.CONTACT, Words("Bij beide doet dezelfde persoon mee: {what}.", "The same person takes part in both: {what}."),
        "R4, R25",
    ),
    "shared_meetings": Entry(
        Family.CONTACT,
        Words("Beide waren bij {what}. Ze kunnen elkaar dus kennen.", "Both were at {what}. So they may know each other."),
        "R4",
    ),
    "shared_programmes": Entry(
        Family.CONTACT, Words("Ze doen allebei mee aan {what}.", "Both take part in {what}."), "R4"
    ),
    "shared_supporters": Entry(
        Family.CONTACT, Words("Ze krijgen allebei steun van {what}.", "Both are supported by {what}."), "R4"
    ),
    "same_district": Entry(Family.PLACE, Words("Ze werken allebei in {what}.", "Both work in {what}."), "R18, R19"),
    "adjacent_district": Entry(
        Family.PLACE, Words("Ze werken in buurwijken: {what}.", "They work in districts that border on each other: {what}."),
        "R20",
    ),
    "near": Entry(
        Family.PLACE, Words("Hun gebieden liggen {what} uit elkaar.", "Their areas are {what} apart."), "R19"
    ),
    "shared_topics": Entry(
        Family.CONTENT, Words("Ze houden zich allebei bezig met {what}.", "Both are about {what}."), "R6, R8"
    ),
    "shared_groups": Entry(Family.CONTENT, Words("Ze zijn er allebei voor {what}.", "Both are there for {what}."), "R6, R8"),
    "alike_in_words": Entry(
        Family.CONTENT,
        Words("Wat over beide is geschreven, lijkt op elkaar.", "What is written about both is alike."), "R6",
    ),
    "common_partner": Entry(
        Family.NETWORK, Words("Ze werken allebei samen met {what}.", "Both work together with {what}.")
    ),
    "network": Entry(
        Family.NETWORK,
        Words("In het netwerk zoals het nu is, liggen ze dicht bij elkaar.", "In the network as it stands they are close."),
    ),
    "reach": Entry(
        Family.REACH, Words("Samen bereiken ze meer mensen: {what}.", "Together they reach more people: {what}."), "R11"
    ),
    "far": Entry(
        Family.PLACE, Words("Hun gebieden liggen {what} uit elkaar.", "Their areas are {what} apart."), "R19", against=True
    ),
    "same_work": Entry(
        Family.REACH,
        Words("Ze doen in {what} bijna hetzelfde. Dat kan dubbel werk zijn.",
              "They do much the same in {what}. That may be double work."), "R16", against=True,
    ),
    "same_wish": Entry(
        Family.COMPLEMENT,
        Words("Ze zoeken allebei {what}. Dat kan alleen samen.", "Both seek {what}. That can only be done together."), "R5",
    ),
    "same_need": Entry(
        Family.COMPLEMENT,
        Words("Ze zoeken allebei {what}. Ze kunnen elkaar in de weg zitten.", "Both need {what}. They may get in each other’s way."),
        "R16", against=True,
    ),
    "few_volunteers": Entry(
        Family.VALUES,
        Words("{a} heeft {what}. Extra werk kan te veel zijn.", "{a} has {what}. More work may be too much."), "R24", against=True,
    ),
    "network_far": Entry(
        Family.NETWORK,
        Words("In het netwerk zoals het nu is, liggen ze niet dicht bij elkaar.",
              "In the network as it stands they are not close."), against=True,
    ),
    "rejected_before": Entry(
        Family.EXPERIENCE,
        Words("Een begeleider vond eerder: nu niet.", "A facilitator thought before: not now."), against=True,
    ),
    "rejected_why": Entry(
        Family.EXPERIENCE,
        Words("Een begeleider vond eerder: nu niet. De reden: ‘{what}’",
              "A facilitator thought before: not now. The reason: ‘{what}’"), against=True,
    ),
    "put_off": Entry(
        Family.EXPERIENCE, Words("Een begeleider vond eerder: later.", "A facilitator thought before: later."), against=True,
    ),
    "refused_beside": Entry(
        Family.EXPERIENCE,
        Words("Over {a} met {b} vond een begeleider eerder: nu niet. De reden: ‘{what}’",
              "Of {a} with {b} a facilitator thought before: not now. The reason: ‘{what}’"), against=True,
    ),
    "ended_before": Entry(
        Family.EXPERIENCE,
        Words("Hun samenwerking is eerder gestopt.", "Their working together ended before."), "R28", against=True,
    ),
    "ended_between": Entry(
        Family.EXPERIENCE,
        Words("De samenwerking van {a} met {b} is eerder gestopt.", "The working together of {a} with {b} ended before."),
        "R28", against=True,
    ),
    "ended_with_lesson": Entry(
        Family.EXPERIENCE,
        Words("Hun samenwerking is eerder gestopt. De les: ‘{what}’",
              "Their working together ended before. The lesson: ‘{what}’"), "R28", against=True,
    ),
    "lesson_of_member": Entry(
        Family.EXPERIENCE,
        Words("De samenwerking van {a} met {b} is eerder gestopt. De les: ‘{what}’",
              "The working together of {a} with {b} ended before. The lesson: ‘{what}’"), "R28", against=True,
    ),
    "one_funder": Entry(
        Family.VALUES,
        Words("Beide krijgen geld van {what}, voor zover bekend van niemand anders. Stopt dat, dan raakt het beide.",
              "Both get money from {what}, as far as known from nobody else. If that stops, it hits both."),
        "R13, R14", against=True,
    ),
    "one_carries": Entry(
        Family.VALUES,
        Words("{b} biedt alles wat {a} zoekt. Andersom is daar niets van bekend. Let op dat {a} zelf blijft beslissen.",
              "{b} offers all that {a} needs. Nothing is known the other way. See that {a} keeps deciding for itself."),
        "R7, R14", against=True,
    ),
    "funds_other": Entry(
        Family.VALUES,
        Words("{a} krijgt geld van {b}, voor zover bekend van niemand anders. Let op dat {a} zelf blijft beslissen.",
              "{a} gets money from {b}, as far as known from nobody else. See that {a} keeps deciding for itself."),
        "R13, R14", against=True,
    ),
    "much_larger": Entry(
        Family.VALUES,
        Words("{b} heeft {more}, {a} heeft {fewer}. Let op dat {a} zelf blijft beslissen.",
              "{b} has {more}, {a} has {fewer}. See that {a} keeps deciding for itself."),
        "R7, R14", against=True,
    ),
    "few_turns": Entry(
        Family.EXPERIENCE,
        Words("{what} stond nog weinig in de lijst. Daarom staat dit hoger.",
              "{what} has seldom been listed. That is why this stands higher."),
    ),
    "few_turns_more": Entry(
        Family.EXPERIENCE,
        Words("{what} stonden nog weinig in de lijst. Daarom staat dit hoger.",
              "{what} have seldom been listed. That is why this stands higher."),
    ),
    "shared_practice": Entry(
        Family.CONTENT,
        Words("{b} is ook bezig met {what}, in {where}.", "{b} is about {what} too, in {where}."), "R23",
    ),
    "shared_practice_somewhere": Entry(
        Family.CONTENT,
        Words("Waar {b} werkt, staat nergens. Het is ook bezig met {what}.", "Nobody says where {b} works. It is about {what} too."), "R23",
    ),
}  # fmt: skip
"""Every reason by its code."""

LOWERING = ("same_work", "ended_before", "ended_with_lesson", "rejected_before", "rejected_why", "put_off")
"""Reasons that put a suggestion below others: extending reach comes first; what ended or was put off asks for more."""

QUESTIONS: dict[str, Words] = {
    "contact": Words("Kennen ze elkaar, of werken ze al samen?", "Do they know each other, or work together already?"),
    "alive": Words("Bestaat {what} nog? De nieuwste bron is uit {year}.", "Does {what} still exist? The newest source is of {year}."),
    "needs": Words("Wat heeft {what} nodig?", "What does {what} need?"),
    "needs_of_both": Words("Wat hebben {what} nodig?", "What do {what} need?"),
    "place": Words("In welk gebied werkt {what}?", "In which area does {what} work?"),
}  # fmt: skip
"""What nobody said and one would have to ask, by code."""


def fill(words: Words, **parts: Words | str) -> Words:
    """Return a sentence filled in, in both languages."""

    def to(lang: str) -> str:
        filled = {name: part.to(lang) if isinstance(part, Words) else part for name, part in parts.items()}
        sentence = words.to(lang).format(**filled)
        return sentence[:1].upper() + sentence[1:]

    return Words(to("nl"), to("en"))


def listing(names: list[str]) -> Words:
    """Return names as people list them: ``eten, zorg en vervoer``."""
    if len(names) <= 1:
        return Words(*(2 * ["".join(names)]))
    return Words(f"{', '.join(names[:-1])} en {names[-1]}", f"{', '.join(names[:-1])} and {names[-1]}")


def distance_words(metres: float) -> Words:
    """Return a distance as people say it: ``ongeveer 1,5 km``, ``minder dan 500 meter``."""
    if metres < 500:
        return Words("minder dan 500 meter", "less than 500 metres")
    kilometres = f"{round(metres / 500) / 2:g}"
    return Words(f"ongeveer {kilometres.replace('.', ',')} km", f"about {kilometres} km")
