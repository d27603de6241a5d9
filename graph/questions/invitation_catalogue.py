"""The sentences about invitations, in Dutch and English, B1. Nothing else words them."""

from __future__ import annotations

from graph.schema.words import Words

ROLES = {
    "host": Words("ontvangt, leidt of spreekt", "hosts, leads or speaks"),
    "initiative": Words("bewonersinitiatief", "residents’ initiative"),
    "professional": Words("beroepskracht", "professional"),
}
"""As what somebody is invited."""

WHY = {
    "named": Words("{who} staat bij {what} genoemd.", "{who} is named with {what}."),
    "only": Words(
        "Van wie hier past, biedt alleen {who} {what}. Dat zoeken {n} anderen.",
        "Of those who fit here only {who} offers {what}. {n} others need that.",
    ),
    "offers": Words("{who} biedt {what}. Dat zoekt hier iemand.", "{who} offers {what}. Somebody here needs that."),
    "seeks": Words("{who} zoekt {what}. Dat biedt hier iemand.", "{who} needs {what}. Somebody here offers that."),
    "new": Words("Was nog bij geen bijeenkomst, voor zover bekend.", "Was at no meeting yet, as far as known."),
}
"""Why somebody is invited, the first that holds; what is new stands after it."""

NOTES = {
    "mixed": Words("Gebieden zijn over de tafels verdeeld.", "Areas are spread over the tables."),
    "together": Words(
        "Wie in één gebied werkt, zit zoveel mogelijk samen.", "Who works in one area sits together as far as possible."
    ),
    "few_professionals": Words(
        "Er zijn te weinig beroepskrachten voor elke tafel: {n} op {tables} tafels.",
        "There are too few professionals for every table: {n} for {tables} tables.",
    ),
    "no_professional": Words(
        "Er staat geen beroepskracht op de lijst: wij kennen hier niemand die past.",
        "There is no professional on the list: we know nobody here who fits.",
    ),
    "free": Words(
        "De wensen pasten niet allemaal. De tafels zijn alleen even groot gemaakt.",
        "Not all wishes fitted. The tables were only made equally large.",
    ),
    "more": Words(
        "Nog {n} anderen passen ook. Voor hen is aan deze tafels geen plaats meer.",
        "{n} others fit too. There is no room for them at these tables.",
    ),
    "more_one": Words(
        "Nog 1 ander past ook. Daarvoor is aan deze tafels geen plaats meer.",
        "1 other fits too. There is no room for it at these tables.",
    ),
    "held": Words("Let op: deze bijeenkomst is al geweest.", "Note: this meeting has been held already."),
    "nobody": Words(
        "Bij deze bijeenkomst staat niet waar die over gaat. Noem een gebied of een onderwerp erbij.",
        "What this meeting is about is not said. Name an area or a topic as well.",
    ),
    "nobody_fits": Words(
        "Wij kennen hier niemand met naam die past. Kies een groter gebied of een ander onderwerp.",
        "We know nobody by name who fits here. Choose a larger area or another topic.",
    ),
}
"""What one has to know of the tables."""
