"""The sentences about alliances, in Dutch and English, B1. Nothing else words alliances."""

from __future__ import annotations

from graph.schema.words import Words
from graph.suggestions.advice_types import Family
from graph.suggestions.catalogue import REASONS as OF_PAIRS
from graph.suggestions.catalogue import Entry

REASONS: dict[str, Entry] = {
    "need_met": Entry(
        Family.COMPLEMENT, Words("{a} zoekt {what}. {b} biedt dat.", "{a} needs {what}. {b} offers that."), "R8, R9"
    ),
    "same_place": Entry(
        Family.PLACE, Words("Ze werken allemaal in {what}.", "All of them work in {what}."), "R18, R19"
    ),
    "near_places": Entry(
        Family.PLACE, Words("Ze werken dicht bij elkaar: {what}.", "They work close to each other: {what}."), "R19, R20"
    ),
    "partners": Entry(
        Family.NETWORK, Words("{a} werkt al samen met {b}.", "{a} works together with {b} already."), "R4"
    ),
    "met": Entry(
        Family.CONTACT,
        Words(
            "{who} waren bij {what}. Ze kunnen elkaar dus kennen.", "{who} were at {what}. So they may know each other."
        ),
        "R4",
    ),
    "same_person": Entry(
        Family.CONTACT,
        Words("Bij {who} doet dezelfde persoon mee: {what}.", "The same person takes part in {who}: {what}."),
        "R4, R25",
    ),
    "reach": Entry(Family.REACH, Words("Samen zijn ze er voor {what}.", "Together they are there for {what}."), "R11"),
    "theme": Entry(Family.CONTENT, Words("{who} houden zich bezig met {what}.", "{who} are about {what}."), "R6, R8"),
    "same_wish": Entry(
        Family.COMPLEMENT,
        Words("{who} zoeken {what}. Dat kan alleen samen.", "{who} seek {what}. That can only be done together."),
        "R5",
    ),
    "same_need": Entry(
        Family.COMPLEMENT,
        Words(
            "{who} zoeken {what}, en niemand van hen biedt het. Ze kunnen elkaar in de weg zitten.",
            "{who} need {what}, and none of them offers it. They may get in each other’s way.",
        ),
        "R16",
        against=True,
    ),
    "few_volunteers": Entry(
        Family.VALUES,
        Words("{who} heeft {what}. Extra werk kan te veel zijn.", "{who} has {what}. More work may be too much."),
        "R24",
        against=True,
    ),
    "one_carries": Entry(
        Family.VALUES,
        Words(
            "Alles leunt op {who}: de anderen bieden elkaar nog niets. Let op dat ieder zelf blijft beslissen.",
            "All leans on {who}: the others offer each other nothing yet. See that each keeps deciding for itself.",
        ),
        "R7, R14",
        against=True,
    ),
    "much_larger": Entry(
        Family.VALUES,
        Words(
            "{who} is veel groter dan de anderen: {more}. Daarna komt {other} met {fewer}. "
            "Let op dat ieder zelf blijft beslissen.",
            "{who} is much larger than the others: {more}. Next comes {other} with {fewer}. "
            "See that each keeps deciding for itself.",
        ),
        "R7, R14",
        against=True,
    ),
    "one_funder": Entry(
        Family.VALUES,
        Words(
            "Ze krijgen allemaal geld van {what}. Stopt dat, dan raakt het iedereen.",
            "All of them get money from {what}. If that stops, it hits everyone.",
        ),
        "R13, R14",
        against=True,
    ),
    "lesson_of_member": OF_PAIRS["lesson_of_member"],
    "ended_between": OF_PAIRS["ended_between"],
    "rejected_before": OF_PAIRS["rejected_before"],
    "rejected_why": OF_PAIRS["rejected_why"],
    "put_off": OF_PAIRS["put_off"],
    "refused_beside": OF_PAIRS["refused_beside"],
}
"""Every reason by its code."""

FACTS = {"has": Words("{who} heeft {what}.", "{who} has {what}.")}

ROLES = {
    "meets": Words("{who} brengt {what}: dat zoekt {other}.", "{who} brings {what}: {other} needs that."),
    "meets_more": Words("{who} brengt {what}: dat zoeken {other}.", "{who} brings {what}: {other} need that."),
    "offers": Words("{who} brengt {what}.", "{who} brings {what}."),
    "reaches": Words("{who} bereikt {what}.", "{who} reaches {what}."),
    "about": Words("{who} brengt ervaring met {what}.", "{who} brings experience with {what}."),
    "unknown": Words("Wat {who} kan brengen, staat nergens. Vraag het.", "What {who} can bring nobody says. Ask."),
}
"""What one member brings, the first that holds."""

BESIDE = {
    "supports": Words("{who} steunt {member} al, en biedt {what}. Gezocht door: {other}.",
                      "{who} supports {member} already, and offers {what}. Needed by: {other}."),
    "partners": Words("{who} werkt al samen met {member}, en biedt {what}. Gezocht door: {other}.",
                      "{who} works together with {member} already, and offers {what}. Needed by: {other}."),
}  # fmt: skip
"""What an organisation beside the group has that the group lacks."""

WEAKEST = {
    "partners": Words(
        "De zwakste band is die van {a} met {b}, en ook zij werken al samen.",
        "The weakest tie is that of {a} with {b}, and they too work together already.",
    ),
    "person": Words(
        "De zwakste band is die van {a} met {b}: alleen één persoon verbindt hen.",
        "The weakest tie is that of {a} with {b}: only one person connects them.",
    ),
    "meeting": Words(
        "De zwakste band is die van {a} met {b}: ze waren alleen bij dezelfde bijeenkomst.",
        "The weakest tie is that of {a} with {b}: they only were at the same meeting.",
    ),
    "none": Words(
        "De zwakste band is die van {a} met {b}: voor zover bekend kennen ze elkaar nog niet.",
        "The weakest tie is that of {a} with {b}: as far as known they do not know each other yet.",
    ),
}

BREAKS = {
    "only_offer": Words(
        "Zonder {who} biedt niemand in de groep nog {what}.",
        "Without {who} nobody in the group offers {what} any more.",
    ),
    "between": Words(
        "Zonder {who} kent de rest elkaar niet, voor zover bekend.",
        "Without {who} the others do not know each other, as far as known.",
    ),
    "strangers": Words(
        "Voor zover bekend kennen ze elkaar nog niet. Het breekt als het bij één gesprek blijft.",
        "As far as known they do not know each other yet. It breaks if it stays at one talk.",
    ),
    "loose": Words(
        "Voor zover bekend werken ze nog niet samen. Het breekt als het bij één gesprek blijft.",
        "As far as known they do not work together yet. It breaks if it stays at one talk.",
    ),
    "spread": Words(
        "Niemand draagt alles: valt één weg, dan gaat de rest verder.",
        "Nobody carries all: if one drops out, the others go on.",
    ),
}
"""What would break it, the first that holds."""

QUESTIONS = {
    "needs": Words("Wat heeft {who} nodig? Dat staat nergens.", "What does {who} need? Nobody says."),
    "needs_more": Words("Wat hebben {who} nodig? Dat staat nergens.", "What do {who} need? Nobody says."),
    "alive": Words(
        "Bestaan {who} nog? De nieuwste bron is uit {year}.", "Do {who} still exist? The newest source is of {year}."
    ),
    "want": Words("Willen ze dit zelf? Dat staat nergens.", "Do they want this themselves? Nobody says."),
}

NAME = {
    "both": Words("{topic} in {area}", "{topic} in {area}"),
    "shared": Words("{topic} delen in {area}", "Sharing {topic} in {area}"),
    "area": Words("Samen in {area}", "Together in {area}"),
    "topic": Words("Samen rond {topic}", "Together around {topic}"),
    "member": Words("Rond {who}", "Around {who}"),
    "again": Words("{name}, rond {who}", "{name}, around {who}"),
}
