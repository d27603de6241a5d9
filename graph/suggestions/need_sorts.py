"""Sorts of thing that one may need, offer or agree on, told from their names: which form fits depends on them."""

from __future__ import annotations

import re
from enum import Enum

from graph.schema.words import normalise


class NeedSort(Enum):
    """A sort, as the words by which topics and agreements name it: case folded, accents and punctuation off."""

    SPACE = (
        r"(ruimten?|ruimtes|keukens?|zaal|zalen|gebouw|gebouwen|lokaal|lokalen|tuin|tuinen|opslag|berging|grond"
        r"|kitchen|room|space|hall|garden|building|storage)\b|\bplek\b"
    )
    KNOWLEDGE = r"kennis|ervaring|advies|scholing|cursus|opleiding|knowledge|experience|advice|training"
    PEOPLE = (
        r"vrijwilliger|deelnemer|bezoeker|gasten|bekendheid|aandacht|luisterend oor"
        r"|volunteer|participant|visitor|attention"
    )
    MONEY = r"\bgeld|subsidie|financier|fonds|money|funding|grant"
    CARE = r"zorg|welzijn|\bcare\b"
    COOPERATIVE = r"cooperati"
    INSURANCE = r"verzeker|insurance"
    COMMISSION = r"aanbested|inschrijv|opdracht|right to challenge|uitdaagrecht|inkoop|tender|commission|procurement"

    def holds(self, name: str) -> bool:
        """Return whether a name is of this sort."""
        return bool(re.search(self.value, normalise(name)))


_JOINT = (NeedSort.COOPERATIVE, NeedSort.INSURANCE, NeedSort.COMMISSION)


def is_joint(name: str) -> bool:
    """Return whether a need is something that one can only do with others: who seeks the same is no rival then."""
    return any(sort.holds(name) for sort in _JOINT) and not NeedSort.KNOWLEDGE.holds(name)
