"""The catalogue of signs that two are one or are two: one sentence each, in Dutch and English, with its weight.

A sign is a code with what fills its sentence; nothing else words a resemblance. ``{a}`` and ``{b}`` are the two names,
``{what}`` and ``{other}`` what the sign found.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign of the catalogue.

    Parameters
    ----------
    weight
        What it adds to the log-odds, times how strong it is found. Learned by `bench.matching`, see there.
    words
        Its sentence, to be filled in.
    opposite
        Its sentence where its strength is below zero; the same one where None.
    """

    weight: float
    words: Words
    opposite: Words | None = None


BASE = 0.5
"""Log-odds of a pair that shares a key and of which nothing else is known."""

SIGNS: dict[str, Entry] = {
    "same_words": Entry(3.6, Words(
        "Beide namen bestaan uit dezelfde woorden.", "Both names consist of the same words.")),
    "spacing": Entry(4.2, Words(
        "De namen verschillen alleen in spaties of streepjes.", "The names differ in blanks or hyphens only.")),
    "typing_unknown": Entry(5.0, Words(
        "‘{what}’ lijkt een typefout: geen andere naam schrijft het zo, en het lijkt op ‘{other}’.",
        "‘{what}’ looks like a typing error: no other name spells it so, and it resembles ‘{other}’.")),
    "typing_new": Entry(3.0, Words(
        "‘{what}’ en ‘{other}’ lijken op elkaar; beide komen verder niet voor.",
        "‘{what}’ and ‘{other}’ are alike; neither occurs elsewhere.")),
    "typing_known": Entry(-2.0, Words(
        "‘{what}’ en ‘{other}’ lijken op elkaar, maar andere namen gebruiken ze allebei.",
        "‘{what}’ and ‘{other}’ are alike, but other names use both.")),
    "typing_more": Entry(-0.5, Words(
        "Ook ‘{what}’ zou een typefout zijn, voor ‘{other}’.", "‘{what}’ would be a typing error too, for ‘{other}’.")),
    "typing_twice": Entry(-0.4, Words(
        "In één woord zou meer dan één letter verkeerd staan.", "In one word more than one letter would be wrong.")),
    "typing_other_letter": Entry(-1.5, Words(
        "‘{what}’ en ‘{other}’ hebben elk een andere letter op dezelfde plek.",
        "‘{what}’ and ‘{other}’ each have another letter in the same place.")),
    "typing_sound": Entry(-0.3, Words(
        "‘{what}’ en ‘{other}’ verschillen in een letter, al klinken ze bijna gelijk.",
        "‘{what}’ and ‘{other}’ differ in a letter, though they sound much alike.")),
    "typing_begin": Entry(-3.0, Words(
        "Het verschil zit in de eerste letter; daar typt men zelden verkeerd.",
        "The difference is in the first letter, which is seldom mistyped.")),
    "typing_ending": Entry(-1.5, Words(
        "‘{what}’ en ‘{other}’ verschillen alleen in hun uitgang; dat maakt vaak een ander woord.",
        "‘{what}’ and ‘{other}’ differ in their ending only, which often makes another word.")),
    "typing_short": Entry(-0.8, Words(
        "‘{what}’ is een kort woord; korte woorden lijken snel op elkaar.",
        "‘{what}’ is a short word; short words are easily alike.")),
    "cut": Entry(2.6, Words(
        "‘{what}’ is precies het begin van ‘{other}’: de naam lijkt afgekapt.",
        "‘{what}’ is exactly the beginning of ‘{other}’: the name seems cut off.")),
    "beginning": Entry(0.5, Words(
        "‘{what}’ is het begin van ‘{other}’; er kunnen woorden zijn weggevallen.",
        "‘{what}’ is the beginning of ‘{other}’; words may have been lost.")),
    "open_end": Entry(4.0, Words(
        "‘{what}’ houdt op waar nog iets moet volgen.", "‘{what}’ ends where something must follow.")),
    "unfinished": Entry(-2.0, Words(
        "‘{what}’ is niet af; er kan van alles op volgen.", "‘{what}’ is not complete; anything may follow.")),
    "initial": Entry(-1.0, Words(
        "Van één is alleen de voorletter bekend ({what}).", "Of one only the initial is known ({what}).")),
    "damaged": Entry(1.4, Words(
        "In één naam zijn letters beschadigd.", "In one name letters are damaged.")),
    "extra_place_here": Entry(-0.4, Words(
        "Eén naam noemt ook de plek, {what}, en daar werkt de ander.",
        "One name also says the place, {what}, and there the other works.")),
    "extra_place": Entry(-4.0, Words(
        "Eén naam noemt ook een plek, {what}; waar de ander werkt, is niet bekend.",
        "One name also says a place, {what}; where the other works is not known.")),
    "extra_place_elsewhere": Entry(-6.1, Words(
        "Eén naam noemt {what}, maar de ander werkt ergens anders.",
        "One name says {what}, but the other works elsewhere.")),
    "extra_common": Entry(-5.0, Words(
        "Eén naam heeft een woord meer: {what}.", "One name has a word more: {what}.")),
    "extra_rare": Entry(-2.0, Words(
        "Eén naam heeft een eigen woord meer dat bijna niemand gebruikt: {what}.",
        "One name has a word of its own more that hardly anyone uses: {what}.")),
    "other_words": Entry(-7.0, Words(
        "Elke naam heeft eigen woorden: {what} tegenover {other}.", "Each name has its own words: {what} against {other}.")),
    "other_number": Entry(-9.0, Words(
        "De namen dragen een ander nummer: {what} tegenover {other}.", "The names bear another number: {what} against {other}.")),
    "one_number": Entry(-3.2, Words(
        "Eén naam draagt een nummer, {what}, en de ander niet.", "One name bears a number, {what}, and the other does not.")),
    "telling_word": Entry(-8.0, Words(
        "Het woord {what} maakt er meestal twee van.", "The word {what} mostly makes them two.")),
    "other_form": Entry(-4.0, Words(
        "De rechtsvorm verschilt: {what} tegenover {other}.", "The legal form differs: {what} against {other}.")),
    "rarity": Entry(1.2, Words(
        "Ze delen woorden die bijna geen andere naam heeft: {what}.", "They share words that hardly any other name has: {what}."),
        Words("Wat ze delen, is weinig eigen: {what}.", "What they share is hardly their own: {what}.")),
    "rivals": Entry(-2.4, Words(
        "De naam past net zo goed bij {what}.", "The name fits {what} just as well.")),
    "same_identity": Entry(9.0, Words("Ze hebben hetzelfde {what}: {other}.", "They have the same {what}: {other}.")),
    "other_identity": Entry(-9.0, Words("Ze hebben een ander {what}: {other}.", "They have another {what}: {other}.")),
    "same_website": Entry(5.0, Words("Ze hebben dezelfde website: {what}.", "They have the same website: {what}.")),
    "other_website": Entry(-3.0, Words("Ze hebben een andere website: {what} tegenover {other}.",
                                       "They have another website: {what} against {other}.")),
    "same_place": Entry(2.0, Words("Ze werken in hetzelfde gebied: {what}.", "They work in the same area: {what}.")),
    "other_place": Entry(-2.8, Words("Ze werken in een ander gebied: {what} tegenover {other}.",
                                     "They work in another area: {what} against {other}.")),
    "other_city": Entry(-8.5, Words("Ze werken in een andere gemeente: {what} tegenover {other}.",
                                    "They work in another municipality: {what} against {other}.")),
    "other_sort": Entry(-8.0, Words("Het zijn gebieden van een andere soort: {what} tegenover {other}.",
                                    "They are areas of another sort: {what} against {other}.")),
    "own_partner": Entry(-4.0, Words("Ze hebben met elkaar te maken; met zichzelf werkt niemand samen.",
                                     "They deal with each other; nobody works together with itself.")),
    "shared_ties": Entry(0.6, Words("Ze hebben met dezelfden te maken: {what}.", "They deal with the same ones: {what}.")),
    "same_topics": Entry(0.3, Words("Ze houden zich met hetzelfde bezig: {what}.", "They are about the same: {what}.")),
    "other_topics": Entry(-1.5, Words("Ze houden zich met iets anders bezig: {what} tegenover {other}.",
                                      "They are about something else: {what} against {other}.")),
    "other_start": Entry(-1.5, Words("Ze begonnen in een ander jaar: {what} tegenover {other}.",
                                     "They began in another year: {what} against {other}.")),
    "namesakes": Entry(-1.5, Words("Twee mensen kunnen dezelfde naam hebben.", "Two people may have the same name.")),
}  # fmt: skip
"""Every sign by its code."""

PART = Words("{b} is een onderdeel van {a}, en geen tweede {a}.", "{b} is a part of {a}, and no second {a}.")
"""What is said of a part and its whole."""
