"""The passages that forms of working together rest on, retold: what was said, where and when.

What people said at a table is told as that, and never as proven. ``003:81`` is document 003, line 81.
"""

from __future__ import annotations

from graph.schema.words import Words

DOCUMENTS: dict[str, Words] = {
    "000": Words("bericht over een bijeenkomst in Den Haag, 13 juli 2016", "report of a meeting in The Hague, 13 July 2016"),
    "001": Words("gesprek met begeleiders in Den Haag, 23 april 2018", "interview with facilitators in The Hague, 23 April 2018"),
    "003": Words("verslag van tien gesprekstafels, zonder datum", "report of ten discussion tables, undated"),
    "004": Words("raadgever voor raadsleden, zonder datum", "guide for council members, undated"),
}  # fmt: skip
"""Which document, and of when, by its number."""

PASSAGES: dict[str, Words] = {
    "000:15": Words("Bij de keuze van initiatieven telde of zij andere activiteiten een duw geven.",
                    "In choosing initiatives it counted whether they give other activities an impulse."),
    "000:19": Words("Zet kleine stappen met wat er al is, maak kennis en werk aan vertrouwen.",
                    "Take small steps with what exists, get to know each other and work on trust."),
    "001:9": Words("Begeleiders keken eerst wie iets als leden samen wilde doen.",
                   "Facilitators first looked who wanted to do something together as members."),
    "001:13": Words("Begeleiders keken per geval of een coöperatie past, of een andere manier van samenwerken. Een deel van "
                    "de dagbesteding voor anderen doen, gaf een initiatief ook inkomsten.",
                    "Facilitators looked case by case whether a cooperative fits, or another way of working together. Doing "
                    "part of the day care for others also gave an initiative income."),
    "001:25": Words("De een had alle kennis van de wet in huis, de ander niet. Begeleiders keken wat elk nog miste.",
                    "One had all knowledge of the law, another had none. Facilitators looked at what each still lacked."),
    "003:21": Words("Deelnemers zeiden: eerst mensen en samen doelen bepalen, daarna pas geld en regels.",
                    "Participants said: people and shared goals first, money and rules only then."),
    "003:68": Words("Aan één tafel heette 600 deelnemers het minste voor een collectief bij een verzekeraar.",
                    "At one table 600 participants was called the least for a collective with an insurer."),
    "003:81": Words("Deelnemers zeiden: kleine initiatieven voldoen vaak niet aan de formele eisen. Meedoen in het aanbod van "
                    "een grotere partij kan, met meer zeggenschap. En wie elkaar uitdaagt, maakt elkaar zwakker.",
                    "Participants said: small initiatives often do not meet the formal demands. Joining a larger party’s "
                    "offer can be a way, with more say. And those who challenge each other make each other weaker."),
    "003:83": Words("Deelnemers zeiden: een band met bewoners pleit voor wie wil inschrijven. De vraag is hoe u die laat zien.",
                    "Participants said: a bond with residents speaks for who wants to bid. The question is how to show it."),
    "003:112": Words("Deelnemers zeiden: begin klein en laat het groeien.", "Participants said: begin small and let it grow."),
    "003:227": Words("Deelnemers zeiden: gaat er geld om, dan is een bankrekening met een stichting of vereniging nodig.",
                     "Participants said: once money comes in, a bank account with a foundation or association is needed."),
    "003:256": Words("Deelnemers vroegen zich af of een coöperatie altijd goed is.",
                     "Participants wondered whether a cooperative is always right."),
    "003:265": Words("Een spreker noemde 25.000 mensen, en misschien een brug te ver.",
                     "One speaker said 25,000 people, and perhaps a bridge too far."),
    "003:280": Words("Een spreker zei: de regio is een goede schaal om te leren. Neem niets klakkeloos over.",
                     "A speaker said: the region is a good scale to learn. Take nothing over blindly."),
    "003:281": Words("Een spreker zag een proef met een verzekeraar als iets voor later, dat u nu al kunt voorbereiden.",
                     "A speaker saw a trial with an insurer as something for later, that can be prepared now."),
    "004:14": Words("Een raadgever zegt: investeer in een goede relatie en maak opnieuw kennis.",
                    "A guide says: invest in a good relation and get to know each other anew."),
    "004:15": Words("Een raadgever vindt de organisatievorm van minder belang.",
                    "A guide finds the form of organisation less important."),
}  # fmt: skip
"""What each passage says, retold."""


def retold(place: str) -> Words:
    """Return a passage retold, with the document and the line.

    Parameters
    ----------
    place
        ``003:81``: the number of the document, and the line.
    """
    document, line = place.split(":")
    text, source = PASSAGES[place], DOCUMENTS[document]
    return Words(f"{text.nl} ({source.nl}, regel {line})", f"{text.en} ({source.en}, line {line})")
