"""Columns that name things of several kinds: which rows are taken for what, by which words, for a person to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ingest.kinds_by_word import KindsByWord
from graph.ingest.proposing.guesses import Guess
from graph.ingest.proposing.header_words import roles_of
from graph.ingest.proposing.profiles import Profile
from graph.ingest.proposing.row_shapes import KIND_OF_ROLE, bare_role
from graph.schema.model import KINDS_BY_NAME
from graph.schema.words import Words, normalise

_FORMS = ("stichting", "stg", "vereniging", "coöperatie", "foundation", "association")
"""Forms that a body has in law; an initiative may have one too."""

WORDS: dict[str, tuple[str, ...]] = {
    "Organisation": (*_FORMS, "B.V.", "N.V.", "gemeente", "ministerie", "provincie", "GGD", "woningcorporatie",
                     "universiteit", "hogeschool", "ziekenhuis", "bibliotheek", "council"),
    "Programme": ("regeling", "programma", "fonds", "actieplan", "scheme", "programme"),
    "Initiative": ("buurtfeest", "straatfeest", "wijkfeest", "moestuin", "buurttuin", "eetclub", "buurthuiskamer",
                   "buurtpreventie", "repair café", "leesclub", "wandelclub", "opschoonactie", "street party"),
}  # fmt: skip
"""Words in names by the kind that they tell."""

MIXED = tuple(WORDS)
"""Kinds that stand in one column of a list as people keep it."""

_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the names of a column are, where they are not all of one kind.

    Parameters
    ----------
    kinds
        Kinds by word.
    note
        How many rows become what, and by which words.
    """

    kinds: KindsByWord
    note: Words

    def spec(self) -> dict[str, Any]:
        """Return it as a mapping says it."""
        found: dict[str, Any] = {kind: [one for one in words if normalise(one) in self.kinds.words]
                                 for kind, words in WORDS.items() if kind in self.kinds.words.values()}  # fmt: skip
        return found | {"otherwise": self.kinds.otherwise}


def may_mix(main: Guess) -> bool:
    """Return whether the column that names what a row is may name several kinds: its header does not say which."""
    said = {KIND_OF_ROLE.get(bare_role(role)) for _, role, _ in roles_of(main.header)}
    return main.role in ("", "name") or len(said.intersection(MIXED)) > 1


def mixture_in(
    profile: Profile, otherwise: str, *, among: Collection[str] = MIXED, forms: bool = True
) -> Mixture | None:
    """Return what the names of a column are by their words; None where all are of one kind.

    Parameters
    ----------
    profile
        Of the column.
    otherwise
        What a name without such words is.
    among
        Kinds that may stand there.
    forms
        Whether a legal form tells an organisation. Where columns say that rows are initiatives it does not: then it is
        the form that an initiative has.
    """
    if otherwise not in MIXED:
        return None
    told = {normalise(word): kind for kind, words in WORDS.items() if kind in among
            for word in words if forms or word not in _FORMS}  # fmt: skip
    kinds = KindsByWord(otherwise, told)
    found: Counter[str] = Counter()
    for name, count in profile.values.items():
        word = kinds.found_in(name)
        if word is not None:
            found[word] += count
    occurring = {told[word] for word in found} - {otherwise}
    if not occurring:
        return None
    # Of what a name is anyhow, only words that stand here: they tell a foundation for street parties from a party.
    kept = {word: kind for word, kind in told.items() if kind in occurring or (kind == otherwise and word in found)}
    return Mixture(KindsByWord(otherwise, kept), _note(found, told, profile, otherwise))


def _note(found: Counter[str], told: Mapping[str, str], profile: Profile, otherwise: str) -> Words:
    parts: dict[str, list[str]] = {"nl": [], "en": []}
    for kind in (one for one in MIXED if one != otherwise):
        words = [(word, count) for word, count in found.most_common() if told[word] == kind]
        if words:
            shown = ", ".join(f"‘{_WRITTEN[word]}’ {count}×" for word, count in words[:_MOST_SHOWN])
            for lang, part in parts.items():
                part.append(f"{_counted(kind, sum(count for _, count in words), lang)} ({shown})")
    rest, header = KINDS_BY_NAME[otherwise].plural_words, profile.header
    return Words(
        f"{profile.filled} namen in ‘{header}’, naar hun woorden: {', '.join(parts['nl'])}, de andere {rest.nl}",
        f"{profile.filled} names in ‘{header}’, by their words: {', '.join(parts['en'])}, the others {rest.en}",
    )


def _counted(kind: str, count: int, lang: str) -> str:
    declared = KINDS_BY_NAME[kind]
    return f"{count} {(declared.words if count == 1 else declared.plural_words).to(lang)}"


def forms_in(profile: Profile) -> Words | None:
    """Return what to know of names with a legal form where rows are initiatives; None where there are none.

    Parameters
    ----------
    profile
        Of the column that names them.
    """
    kinds = KindsByWord("Initiative", {normalise(word): "Organisation" for word in _FORMS})
    found = {word for name in profile.values if (word := kinds.found_in(name))}
    if not found:
        return None
    words = ", ".join(sorted(_WRITTEN[word] for word in found))
    line = f"kind: {{Organisation: [{words}], otherwise: Initiative}}"
    return Words(
        f"namen met ‘{words}’ zijn hier initiatieven met een rechtsvorm; zijn het organisaties, zet er dan: {line}",
        f"names with ‘{words}’ are initiatives with a legal form here; if they are organisations, put: {line}",
    )


_WRITTEN = {normalise(word): word for words in WORDS.values() for word in words}
