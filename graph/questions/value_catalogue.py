"""Values, the words by which one knows them, and the sentences about them, in Dutch and English, B1.

The one table of what counts as a sign of a value. Which values these are comes from the rules of
``docs/advice-rules.md``; which words point at them is our judgement. A word stands for all words that begin with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """A value of the table.

    Parameters
    ----------
    name
        Its name.
    signs
        Beginnings of words, or of several words after each other, that point at it, in Dutch and English.
    rule
        Rule of ``docs/advice-rules.md`` that speaks of it.
    """

    name: Words
    signs: tuple[str, ...]
    rule: str


VALUES: dict[str, ValueEntry] = {
    "own_direction": ValueEntry(
        Words("eigen regie", "own direction"),
        ("eigen regie", "zelf beslis", "zelf bepal", "zelfbeschikking", "zeggenschap", "self-determin", "own direction",
         "decide for themselves"), "R2, R7",
    ),
    "ownership": ValueEntry(
        Words("door en voor de mensen zelf", "by and for the people themselves"),
        ("eigenaarschap", "door bewoners", "voor en door", "van en door", "door en voor", "bewonersgestuurd",
         "by residents", "run by residents", "resident-led", "ownership"), "R2",
    ),
    "equality": ValueEntry(
        Words("gelijkwaardigheid", "equality"),
        ("gelijkwaardig", "op gelijke voet", "as equals", "equal footing", "equality"), "R7",
    ),
    "trust": ValueEntry(
        Words("vertrouwen", "trust"), ("vertrouw", "trust"), "R4, R25",
    ),
    "support": ValueEntry(
        Words("draagvlak", "support of residents"), ("draagvlak", "gedragen door", "carried by"), "R2",
    ),
    "togetherness": ValueEntry(
        Words("omzien naar elkaar", "looking after each other"),
        ("omzien naar elkaar", "elkaar helpen", "helpen elkaar", "buren helpen", "helpen buren", "saamhorig", "samenhorig", "burenhulp", "solidair",
         "solidariteit", "sociale samenhang", "help each other", "helping each other", "solidarity",
         "togetherness"), "R27",
    ),
    "openness": ValueEntry(
        Words("iedereen is welkom", "everyone is welcome"),
        ("iedereen is welkom", "iedereen welkom", "open voor iedereen", "laagdrempelig", "inclusie",
         "everyone is welcome", "all are welcome", "open to all", "inclusi"), "R11",
    ),
    "independence": ValueEntry(
        Words("onafhankelijkheid", "independence"),
        ("onafhankelijk", "zelfstandig blijven", "eigen koers", "independen", "own course"), "R14",
    ),
    "own_means": ValueEntry(
        Words("op eigen kracht", "by its own means"),
        ("eigen kracht", "eigen middelen", "crowdfunding", "zelfvoorzienend", "own means", "self-sufficien"), "R13",
    ),
    "care_with_attention": ValueEntry(
        Words("zorg met aandacht", "care with attention"),
        ("menselijke maat", "persoonlijke aandacht", "tijd en aandacht", "mensgericht", "human scale",
         "personal attention"), "R6",
    ),
    "sustainability": ValueEntry(
        Words("duurzaamheid", "sustainability"),
        ("duurzaam", "hergebruik", "tegen verspilling", "sustainab", "reuse", "against waste"), "R12",
    ),
}  # fmt: skip
"""Values by code."""

DENIALS = ("geen", "niet", "zonder", "nooit", "no", "not", "without", "never")
"""Words that turn what follows into its opposite."""

FACTS = {
    "topic": Words("{who} houdt zich bezig met {what}.", "{who} is about {what}."),
    "outcome_topic": Words(
        "Wat bij {who} is opgetekend, gaat over {what}.", "What is noted with {who} is about {what}."
    ),
    "summary": Words("Over {who} staat geschreven: ‘{what}’", "Of {who} is written: ‘{what}’"),
    "outcome": Words("Bij {who} is opgetekend: ‘{what}’", "Noted with {who}: ‘{what}’"),
    "judgement": Words("Een begeleider schreef bij {who}: ‘{what}’", "A facilitator wrote with {who}: ‘{what}’"),
}
"""Facts that a sign of a value rests on."""

NOTES = {
    "unknown": Words(
        "Van {who} zegt geen bron waar het voor staat. Vraag het: wat mag bij samenwerken niet verloren gaan?",
        "No source says what {who} stands for. Ask: what must not get lost when working together?",
    ),
    "shared": Words("Bij beide staat: {what}.", "With both stands: {what}."),
    "only": Words(
        "Alleen bij {who} staat: {what}. Bij {other} zegt geen bron daar iets over; dat is geen verschil.",
        "Only with {who} stands: {what}. Of {other} no source says anything about it; that is no difference.",
    ),
    "nothing_shared": Words(
        "Geen waarde staat bij beide. Vraag beide wat zij belangrijk vinden.",
        "No value stands with both. Ask both what matters to them.",
    ),
    "signs": Words(
        "Dit zijn aanwijzingen uit woorden in de bronnen. Of het klopt, weten alleen de mensen zelf.",
        "These are signs from words in the sources. Whether they hold only the people themselves know.",
    ),
}
