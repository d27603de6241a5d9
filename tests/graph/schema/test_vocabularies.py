"""The closed lists of codes."""

from __future__ import annotations

import pytest

from graph.schema.declaration import Vocabulary
from graph.schema.kinds import KINDS
from graph.schema.relationships import RELATIONSHIPS
from graph.schema.vocabularies import VOCABULARIES
from graph.schema.words import Words


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)
def test_codes_are_plain_and_codes_and_words_differ_from_each_other(vocabulary: Vocabulary) -> None:
    assert len(set(vocabulary.codes)) == len(vocabulary.terms) >= 2
    assert all(code.islower() and code.replace("_", "").isalpha() for code in vocabulary.codes)
    assert len({term.words.nl for term in vocabulary.terms}) == len(vocabulary.terms)
    assert len({term.words.en for term in vocabulary.terms}) == len(vocabulary.terms)


def test_every_vocabulary_is_used() -> None:
    owners = [*(kind.properties for kind in KINDS), *(type_.properties for type_ in RELATIONSHIPS)]
    assert {property_.vocabulary for properties in owners for property_ in properties} - {None} == {
        vocabulary.name for vocabulary in VOCABULARIES
    }


def test_a_code_is_read_in_words_and_an_unknown_one_as_it_stands() -> None:
    (verdict,) = [vocabulary for vocabulary in VOCABULARIES if vocabulary.name == "Verdict"]
    assert verdict.words("rejected") == Words("nu niet", "not now")
    assert verdict.words("perhaps") == Words("perhaps", "perhaps")
