"""The sentences of the ledger, in Dutch and English, B1. Nothing else words it."""

from __future__ import annotations

from graph.questions.ledger_types import Grouping, Turn
from graph.schema.words import Words

TURNS = {
    Turn.SHOWN: Words("getoond", "shown"),
    Turn.SUGGESTED: Words("voorgesteld", "suggested"),
    Turn.INVITED: Words("uitgenodigd", "invited"),
    Turn.ACCEPTED: Words("goed idee", "accepted"),
}
"""What is counted, as the head of a column."""

GROUPINGS = {
    Grouping.AREA: Words("wijk", "district"),
    Grouping.SIZE: Words("grootte", "size"),
    Grouping.PHASE: Words("fase", "phase"),
}

UNKNOWN = Words("niet bekend", "not known")

SIZES = (
    (25.0, Words("minder dan 25 leden", "fewer than 25 members")),
    (100.0, Words("25 tot 100 leden", "25 to 100 members")),
    (float("inf"), Words("100 leden of meer", "100 members or more")),
)
"""Bands of size, each with the number that it stays below; our choice, so that a street and a district differ."""

NOTES = {
    "nothing": Words(
        "Er is nog geen enkele keer geteld. Dit vult zich vanzelf, als suggesties worden bekeken.",
        "Nothing has been counted yet. This fills by itself when suggestions are looked at.",
    ),
    "not_listed": Words(
        "Nog geen enkel initiatief stond in een lijst. Dit vult zich vanzelf, als suggesties worden bekeken.",
        "No initiative was listed yet. This fills by itself when suggestions are looked at.",
    ),
    "nobody": Words("Hier is geen initiatief met een naam bekend.", "No initiative with a name is known here."),
    "even": Words("De beurten zijn redelijk gelijk verdeeld.", "Turns are shared out fairly evenly."),
    "uneven": Words(
        "De beurten zijn ongelijk verdeeld: sommige initiatieven staan veel vaker in de lijst dan andere.",
        "Turns are shared out unevenly: some initiatives are listed much more often than others.",
    ),
    "skewed": Words(
        "De beurten zijn heel ongelijk verdeeld: enkele initiatieven krijgen bijna alle aandacht.",
        "Turns are shared out very unevenly: a few initiatives get nearly all attention.",
    ),
    "never": Words(
        "{n} van de {all} initiatieven stonden nog nooit in een lijst.",
        "{n} of the {all} initiatives were never listed yet.",
    ),
    "never_one": Words(
        "1 van de {all} initiatieven stond nog nooit in een lijst.", "1 of the {all} initiatives was never listed yet."
    ),
    "group": Words(
        "Per {by} is het verschil groot. Het minst getoond: {what}.",
        "By {by} the difference is large. Least shown: {what}.",
    ),
}
"""What the figures say."""
