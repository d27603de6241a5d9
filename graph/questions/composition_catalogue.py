"""The sentences about who together make it, in Dutch and English, B1. Nothing else words compositions."""

from __future__ import annotations

from graph.schema.words import Words

TOGETHER = (Words("{who} {what}.", "{who} {what}."), Words("Deze {n} {what}.", "These {n} {what}."))
"""What one, or more, have and bring."""

HAVE = {
    "members": (
        Words("heeft {number} leden", "has {number} members"),
        Words("hebben samen {number} leden", "together have {number} members"),
    ),
    "clients": (
        Words("heeft {number} cliënten", "has {number} clients"),
        Words("hebben samen {number} cliënten", "together have {number} clients"),
    ),
}
"""An amount, of one and of more."""

BRING = (Words("biedt {what}", "offers {what}"), Words("bieden {what}", "offer {what}"))
TWICE = Words("Wie bij twee van hen hoort, telt dubbel.", "Who belongs to two of them counts twice.")

SHORT = {
    "members": Words("Er ontbreken nog {n} van de {goal} leden.", "{n} of the {goal} members are still missing."),
    "clients": Words("Er ontbreken nog {n} van de {goal} cliënten.", "{n} of the {goal} clients are still missing."),
}
UNCOUNTED = {
    "members": (
        Words(
            "Van {who} is niet bekend hoeveel leden er zijn. Dat telt hier niet mee.",
            "How many members {who} has is not known. It does not count here.",
        ),
        Words(
            "Van {n} initiatieven {where} is niet bekend hoeveel leden er zijn, zoals {who}. Die tellen hier niet mee.",
            "Of {n} initiatives {where} it is not known how many members there are, such as {who}. They do not count here.",
        ),
    ),
    "clients": (
        Words(
            "Van {who} is niet bekend hoeveel cliënten er zijn. Dat telt hier niet mee.",
            "How many clients {who} has is not known. It does not count here.",
        ),
        Words(
            "Van {n} initiatieven {where} is niet bekend hoeveel cliënten er zijn, zoals {who}. Die tellen hier niet mee.",
            "Of {n} initiatives {where} it is not known how many clients there are, such as {who}. They do not count here.",
        ),
    ),
}
"""Whose amount nobody says, of some and of many: never guessed, told who it is."""

TOO_FEW = Words("Met hoogstens {n} initiatieven lukt het niet.", "With at most {n} initiatives it cannot be done.")
NOBODY = Words("{where} is geen initiatief bekend om uit te kiezen.", "No initiative to choose from is known {where}.")
WHERE = (Words("hier", "here"), Words("in {area}", "in {area}"))

KNOWN_TIES = {
    "none": Words(
        "Voor zover bekend werken ze nog niet met elkaar samen.",
        "As far as known they do not work with each other yet.",
    ),
    "some": Words("{who}.", "{who}."),
    "pair": Words("{a} werkt al samen met {b}", "{a} works together with {b} already"),
    "alone": Words("", ""),
}
STEPS = {
    "meet": Words(
        "Nodig deze {n} uit voor één gesprek, bij {who}. Spreek nog niets af.",
        "Invite these {n} to one talk, at {who}. Agree on nothing yet.",
    ),
    "members": Words("Vraag eerst {who} hoeveel leden er zijn.", "First ask {who} how many members there are."),
    "clients": Words("Vraag eerst {who} hoeveel cliënten er zijn.", "First ask {who} how many clients there are."),
    "alone": Words("Bel {who}: wil het dit trekken?", "Call {who}: do they want to lead this?"),
    "enlarge": Words("Maak het gebied groter, of de vraag kleiner.", "Make the area larger, or the demand smaller."),
}
"""The smallest next step (R3, R4, R20)."""

PART_FACTS = Words("{who} heeft {what}.", "{who} has {what}.")
CHOSEN = Words("{who} hoort erbij omdat u dat vroeg.", "{who} is in it because you asked so.")
