"""How answers name things and people: lists, counts, and who has no name."""

from __future__ import annotations

from collections.abc import Sequence

from graph.questions.ground import Ground
from graph.schema.words import Words

MOST_NAMED = 3
"""Things that one sentence names; the others are counted."""

_UNNAMED = {
    "Initiative": (Words("een niet met naam genoemd initiatief", "an initiative that is not named"),
                   Words("{n} niet met naam genoemde initiatieven", "{n} initiatives that are not named")),
    "Organisation": (Words("een niet met naam genoemde organisatie", "an organisation that is not named"),
                     Words("{n} niet met naam genoemde organisaties", "{n} organisations that are not named")),
}  # fmt: skip
_UNNAMED_OTHERS = (Words("iets waarvan de naam niet is genoemd", "something that is not named"),
                   Words("{n} waarvan de naam niet is genoemd", "{n} that are not named"))  # fmt: skip
_MORE = Words("nog {n}", "{n} more")


def enumerate_words(parts: Sequence[Words]) -> Words:
    """Return parts as people list them: ``eten, zorg en vervoer``."""

    def to(lang: str) -> str:
        texts = [part.to(lang) for part in parts]
        joint = " and " if lang == "en" else " en "
        return joint.join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))

    return Words(to("nl"), to("en"))


def name_all(ground: Ground, ids: Sequence[str], most: int = MOST_NAMED) -> Words:
    """Return things by name, in the order given, as people list them; what has no name or is too many is counted."""
    named = list(dict.fromkeys(ground.name(id_) for id_ in ids if ground.is_named(id_)))
    nameless: dict[str, set[str]] = {}
    for id_ in ids:
        if not ground.is_named(id_):
            nameless.setdefault(ground.kind(id_), set()).add(id_)
    shown = named if len(named) <= most + 1 else named[:most]
    parts = [Words(name, name) for name in shown]
    parts += [choose_number(*_UNNAMED.get(kind, _UNNAMED_OTHERS), len(found)) for kind, found in nameless.items()]
    if len(shown) < len(named):
        parts.append(numbered(_MORE, len(named) - len(shown)))
    return enumerate_words(parts)


def numbered(words: Words, n: int) -> Words:
    """Return a wording with a number in it."""
    return Words(words.nl.format(n=n), words.en.format(n=n))


def choose_number(one: Words, more: Words, n: int) -> Words:
    """Return the wording for one or for more, with the number in it."""
    return numbered(one if n == 1 else more, n)


def joined(*sentences: Words) -> Words:
    """Return sentences after each other; empty ones fall away."""
    return Words(*(" ".join(filter(None, (one.to(lang) for one in sentences))) for lang in ("nl", "en")))
