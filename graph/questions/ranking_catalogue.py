"""The sentences about rankings, in Dutch and English, B1. Nothing else words them."""

from __future__ import annotations

from graph.schema.words import Words

COUNTED = {
    "running": Words("hoeveel er loopt", "how much is going on"),
    "met": Words("wat men zoekt, is er ook", "what is needed is there too"),
    "offers": Words("hoeveel verschillends men biedt", "how many different things are offered"),
    "tied": Words("wie al samenwerkt", "who works together already"),
    "reach": Words("hoeveel groepen worden bereikt", "how many groups are reached"),
    "rooted": Words("hoe ver het is", "how far it has come"),
    "answers": Words("sluit aan bij wat de buurt zoekt", "fits what the neighbourhood needs"),
    "partners": Words("werkt samen met anderen", "works together with others"),
    "hands": Words("hoeveel vrijwilligers", "how many volunteers"),
}
"""What is counted where no source gives scores."""

MARKS = {
    "scored": Words(
        "{who} krijgt {score} van de 100 punten voor: {what}.", "{who} gets {score} of 100 points for: {what}."
    ),
    "joined": Words(
        "Samen krijgen ze {score} van de 100 punten voor: {what}.",
        "Together they get {score} of 100 points for: {what}.",
    ),
    "rooted": Words("De fase is: {what}.", "The phase is: {what}."),
    "hands": Words("Aantal vrijwilligers: {what}.", "Number of volunteers: {what}."),
    "unknown": Words("Niet bekend.", "Not known."),
}
"""How one does by one yardstick."""

NUMBERS = {
    "running": (
        Words("Eén initiatief loopt of is geworteld.", "One initiative is running or rooted."),
        Words("{n} initiatieven lopen of zijn geworteld.", "{n} initiatives are running or rooted."),
    ),
    "met": (
        Words(
            "Aantal dingen dat men hier zoekt: {total}. Daarvan biedt iemand hier er één.",
            "Number of things that are needed here: {total}. Somebody here offers one of them.",
        ),
        Words(
            "Aantal dingen dat men hier zoekt: {total}. Daarvan is er hier: {n}.",
            "Number of things that are needed here: {total}. Of them there are here: {n}.",
        ),
    ),
    "offers": (
        Words("Men biedt hier één ding.", "One thing is offered here."),
        Words("Men biedt hier {n} verschillende dingen.", "{n} different things are offered here."),
    ),
    "tied": (
        Words(
            "Van de initiatieven hier ({total}) werkt er één met een ander samen.",
            "Of the initiatives here ({total}) one works together with another.",
        ),
        Words(
            "Van de initiatieven hier ({total}) werken er {n} met een ander samen.",
            "Of the initiatives here ({total}) {n} work together with another.",
        ),
    ),
    "reach": (
        Words("Eén groep wordt bereikt.", "One group is reached."),
        Words("{n} groepen worden bereikt.", "{n} groups are reached."),
    ),
    "answers": (
        Words("Het biedt één ding dat men in de buurt zoekt.", "It offers one thing that is needed nearby."),
        Words("Het biedt {n} dingen die men in de buurt zoekt.", "It offers {n} things that are needed nearby."),
    ),
    "partners": (
        Words("Het werkt samen met één ander.", "It works together with one other."),
        Words("Het werkt samen met {n} anderen.", "It works together with {n} others."),
    ),
    "reach_one": (
        Words("Het is er voor één groep.", "It is there for one group."),
        Words("Het is er voor {n} groepen.", "It is there for {n} groups."),
    ),
}
"""What was counted, for one and for more."""

WHY = {
    "given": Words("U gaf dit gewicht.", "You gave this weight."),
    "weight": Words("Een bron geeft dit gewicht.", "A source gives this weight."),
    "placed": Words(
        "Aanwezigen zetten dit op plaats {n} van belang.", "Those present gave this place {n} of importance."
    ),
    "unplaced": Words("Niemand gaf dit een plaats; het telt als laatste.", "Nobody gave this a place; it counts last."),
    "equal": Words("Alles wat is geteld, weegt even zwaar.", "All that is counted weighs the same."),
}

FIRM = {
    "only": Words("Er is niets om mee te vergelijken.", "There is nothing to compare it with."),
    "firm": Words(
        "Blijft op plaats {rank}, ook als elk gewicht de helft of het dubbele wordt.",
        "Stays at place {rank}, even if each weight becomes half or double.",
    ),
    "moves": Words(
        "Ligt tussen plaats {best} en {worst} als gewichten de helft of het dubbele worden. ‘{what}’ verandert de plaats het eerst.",
        "Lies between place {best} and {worst} if weights become half or double. ‘{what}’ changes the place first.",
    ),
    "shared": Words("Deelt plaats {rank}.", "Shares place {rank}."),
}
"""How firm a place is."""

NOTES = {
    "counted": Words(
        "Geen bron geeft hier scores. Daarom is geteld wat bekend is: waar meer is opgeschreven, telt meer mee. "
        "Wat van iemand niet bekend is, telt als het gemiddelde van de anderen.",
        "No source gives scores here. So what is known was counted: where more was written down, more counts. "
        "What is not known of one counts as the mean of the others.",
    ),
    "mean": Words(
        "Wat van iemand niet bekend is, telt als het gemiddelde van de anderen.",
        "What is not known of one counts as the mean of the others.",
    ),
    "larger": Words("Een groter gebied telt vanzelf meer.", "A larger area counts more of itself."),
    "placed": Words("{who} (plaats {n})", "{who} (place {n})"),
    "criteria": Words(
        "Een bron noemt wel wat telt, zonder scores: {what}.", "A source does name what counts, without scores: {what}."
    ),
    "silent": Words("Van {n} is te weinig bekend voor een plaats.", "Of {n} too little is known for a place."),
    "joined": Words(
        "{who} samen staan op plaats {rank}. Alleen: {what}.", "{who} together are at place {rank}. Alone: {what}."
    ),
    "alone": Words("{who} op {rank}", "{who} at {rank}"),
    "none": Words("Er is niets bekend om op volgorde te zetten.", "Nothing is known to put in order."),
}
"""What one has to know to read a ranking."""
