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
    "leads": Words("{who} staat bij deze bijeenkomst genoemd.", "{who} is named with this meeting."),
    "only": Words(
        "Alleen {who} biedt {what}. Dat zoeken hier {n} anderen.",
        "Only {who} offers {what}. {n} others here need that.",
    ),
    "offers": Words("{who} biedt {what}. Dat zoekt hier iemand.", "{who} offers {what}. Somebody here needs that."),
    "seeks": Words("{who} zoekt {what}. Dat biedt hier iemand.", "{who} needs {what}. Somebody here offers that."),
    "new": Words(
        "{who} was nog bij geen bijeenkomst, voor zover bekend.", "{who} was at no meeting yet, as far as known."
    ),
    "fits": Words("{who} werkt waar deze bijeenkomst over gaat.", "{who} works where this meeting is about."),
}
"""Why somebody is invited, the first that holds."""

NOTES = {
    "mixed": Words("Gebieden zijn over de tafels verdeeld.", "Areas are spread over the tables."),
    "together": Words(
        "Wie in één gebied werkt, zit zoveel mogelijk samen.", "Who works in one area sits together as far as possible."
    ),
    "few_professionals": Words(
        "Er zijn te weinig beroepskrachten voor elke tafel: {n} op {tables} tafels.",
        "There are too few professionals for every table: {n} for {tables} tables.",
    ),
    "free": Words(
        "De wensen pasten niet allemaal. De tafels zijn alleen even groot gemaakt.",
        "Not all wishes fitted. The tables were only made equally large.",
    ),
    "more": Words("Nog {n} anderen passen ook, maar dan wordt het vol.", "{n} others fit too, but then it gets full."),
    "nobody": Words(
        "Bij deze bijeenkomst staat niet waar die over gaat. Noem een gebied met --within.",
        "What this meeting is about is not said. Name an area with --within.",
    ),
}
"""What one has to know of the tables."""
