"""The sentences about what is missing, in Dutch and English, B1. Nothing else words gaps."""

from __future__ import annotations

from graph.schema.words import Words

NEEDS = {
    "one": Words("{who} zoekt {what}.", "{who} needs {what}."),
    "more": Words("{who} zoeken {what}.", "{who} need {what}."),
    "area": Words("{who} heeft behoefte aan {what}.", "There is a need for {what} in {who}."),
    "area_for": Words("In {who} is behoefte aan iets voor {what}.", "In {who} something is needed for {what}."),
}
"""Who needs something: one, more, or an area; a target group is not what an area needs, but for whom."""

NOBODY_OFFERS = {
    "area": Words("Voor zover bekend biedt niemand in {where} dat.", "As far as known nobody in {where} offers that."),
    "group": Words(
        "In deze groep biedt niemand dat, voor zover bekend.", "As far as known nobody in this group offers that."
    ),
    "single": Words("", ""),
}
"""That nobody here offers it, for an area, a group or one member."""

NOBODY_HAS = Words("Geen initiatief dat mee kan doen in {where}, biedt {what}, voor zover bekend.",
                   "No initiative that may take part in {where} offers {what}, as far as known.")  # fmt: skip
"""That who is looked for is not among those to choose from."""

NOBODY_SERVES = {
    "area": Words(
        "Voor zover bekend is in {where} niemand er voor {what}.",
        "As far as known nobody in {where} is there for {what}.",
    ),
    "group": Words(
        "In deze groep is niemand er voor {what}, voor zover bekend.",
        "As far as known nobody in this group is there for {what}.",
    ),
}
SERVED_ELSEWHERE = (
    Words("Elders in de stad is één ander dat wel.", "Elsewhere in the city one other is."),
    Words("Elders in de stad zijn {n} anderen dat wel.", "Elsewhere in the city {n} others are."),
)
GROUPS_UNKNOWN = (
    Words(
        "Van één die hier werkt, staat nergens voor wie het is.",
        "Of one that works here nobody says for whom it is there.",
    ),
    Words(
        "Van {n} die hier werken, staat nergens voor wie ze er zijn.",
        "Of {n} that work here nobody says for whom they are there.",
    ),
)
"""What is not known may not be read as a no."""

QUESTION = {
    "research": Words(
        "Vraag voor onderzoek: ‘{what}’ Er is nog geen antwoord bekend.",
        "Question for research: ‘{what}’ No answer is known yet.",
    ),
    "times": Words("De vraag kwam {n} keer op tafel.", "The question came up {n} times."),
}

HAS = {
    "OFFERS": Words("{who} biedt {what}. {near}", "{who} offers {what}. {near}"),
    "ABOUT": Words("{who} houdt zich bezig met {what}. {near}", "{who} is about {what}. {near}"),
    "SERVES": Words("{who} is er voor {what}. {near}", "{who} is there for {what}. {near}"),
    "solved": Words(
        "{who} zocht ook {what} en werkt nu samen met {other}. {other} biedt dat.",
        "{who} needed {what} too and now works together with {other}. {other} offers it.",
    ),
    "supported": Words(
        "{who} zocht ook {what} en krijgt steun van {other}. {other} biedt dat.",
        "{who} needed {what} too and is supported by {other}. {other} offers it.",
    ),
}
"""Why somebody is named as who may help."""

STEPS = {
    "near": Words("Vraag {who}: kunt u één keer helpen aan {what}, als proef?", "Ask {who}: can you help with {what} once, as a trial?"),
    "join": Words("Vraag {who} of een keer hier meedoen past.", "Ask {who} whether taking part here once would suit."),
    "far": Words("Bel {who} met één vraag: hoe heeft u dat opgelost?", "Call {who} with one question: how did you solve that?"),
    "ask_practice": Words("Vraag {who}: wat is uw ervaring hiermee?", "Ask {who}: what is your experience with this?"),
    "nobody": Words("Wie kan helpen, is niet bekend. Vraag het op de volgende bijeenkomst.", "Who may help is not known. Ask at the next meeting."),
}  # fmt: skip
"""The smallest next step (R3, R4)."""

FACTS = {
    "NEEDS": Words("{who} zoekt {what}.", "{who} needs {what}."),
    "OFFERS": Words("{who} biedt {what}.", "{who} offers {what}."),
    "ABOUT": Words("{who} gaat over {what}.", "{who} is about {what}."),
    "SERVES": Words("{who} is er voor {what}.", "{who} is there for {what}."),
    "ACTIVE_IN": Words("{who} werkt in {what}.", "{who} works in {what}."),
    "PARTNERS_WITH": Words("{who} werkt samen met {what}.", "{who} works together with {what}."),
    "SUPPORTS": Words("{who} steunt {what}.", "{who} supports {what}."),
    "RESULTED_IN": Words("Bij {who} kwam op tafel: {what}", "At {who} it came up: {what}"),
    "CONCERNS": Words("{who} gaat over {what}.", "{who} concerns {what}."),
    "INVOLVED_IN": Words("{who} doet mee bij {what}.", "{who} takes part in {what}."),
    "ATTENDED": Words("{who} was bij {what}.", "{who} was at {what}."),
}
"""A relationship as a fact."""
