"""The sentences about who connects, in Dutch and English, B1. Nothing else words them."""

from __future__ import annotations

from graph.schema.words import Words

CONNECTS = {
    "groups": Words("{who} verbindt {n} groepen: {what}.", "{who} connects {n} groups: {what}."),
    "many": Words("{who} verbindt {n} groepen, zoals {what}.", "{who} connects {n} groups, such as {what}."),
    "group": Words("‘{what}’", "‘{what}’"),
    "ties": Words("{who} heeft banden met {what}.", "{who} has ties with {what}."),
    "person": Words("{who} doet mee bij {what}.", "{who} takes part in {what}."),
}
"""What somebody connects."""

WHEN_GONE = {
    "one": Words(
        "Valt {who} weg, dan komt {what} los van de rest, voor zover bekend.",
        "If {who} leaves, {what} comes loose from the rest, as far as known.",
    ),
    "more": Words(
        "Valt {who} weg, dan komen {n} los van de rest: {what}, voor zover bekend.",
        "If {who} leaves, {n} come loose from the rest: {what}, as far as known.",
    ),
    "person": Words(
        "Stopt {who}, dan is geen andere band bekend tussen {what}.",
        "If {who} stops, no other tie is known between {what}.",
    ),
    "longer": Words(
        "Valt {who} weg, dan blijft het netwerk één geheel. Het kost wel meer stappen om elkaar te vinden.",
        "If {who} leaves, the network stays one whole. It does take more steps to find each other.",
    ),
}
"""What happens when somebody leaves. What is not known may still be there: each says so."""

STEPS = {
    "second": Words(
        "Breng {a} en {b} met elkaar in gesprek, zodat niet alles over {who} loopt.",
        "Bring {a} and {b} in touch with each other, so that not all runs through {who}.",
    ),
    "share": Words("Vraag {who} wie dit werk kan delen.", "Ask {who} who can share this work."),
}
"""The smallest next step (R3, R24)."""
