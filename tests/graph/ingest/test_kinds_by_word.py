"""What a thing is by the words of its name, and how a mapping says so."""

from __future__ import annotations

import pytest

from graph.errors import MappingError
from graph.ingest.kinds_by_word import KindsByWord
from tests.graph.ingest.desk import Desk, sentences

HEAD = "wijkweb: mapping\nsource: {id: source/lijst, name: Lijst, published_on: 2025-12-01}\n"
KIND = "{Organisation: [stichting, B.V.], Programme: [regeling], otherwise: Initiative}"
MAPPING = HEAD + f"nodes: {{i: {{kind: {KIND}, name: Naam, phase: Fase}}}}\n"


def test_the_first_word_decides_and_long_ones_count_at_the_end_of_others() -> None:
    kinds = KindsByWord("Initiative", {"stichting": "Organisation", "feest": "Initiative", "bv": "Organisation"})
    assert kinds.kinds_of("Stichting Straatfeest") == ("Organisation", "Initiative")
    assert kinds.kinds_of("Straatfeest van Stichting De Kas") == ("Initiative", "Organisation")
    assert (kinds.found_in("Bewonersstichting"), kinds.found_in("Stichtingen"), kinds.found_in("Abv")) == (
        "stichting", None, None)  # fmt: skip


def test_each_row_becomes_what_its_name_says(desk: Desk) -> None:
    report = desk.table("Naam;Fase\nStichting De Kas;\nZorg B.V.;\nSubsidieregeling 2024;\nDe Bus;loopt\n", MAPPING)
    assert (sentences(report), desk.names("Programme")) == ("", ["Subsidieregeling 2024"])
    assert (desk.names("Organisation"), desk.names("Initiative")) == (["Stichting De Kas", "Zorg B.V."], ["De Bus"])


def test_what_does_not_fit_the_kind_is_said_and_the_rest_is_read(desk: Desk) -> None:
    report = desk.table("Naam;Fase\nStichting De Kas;loopt\n", MAPPING)
    assert "‘fase’ hoort hier niet: dit is hier organisatie" in sentences(report)
    assert (report.used, desk.names("Organisation")) == (1, ["Stichting De Kas"])


def test_what_is_known_stays_what_it_is(desk: Desk) -> None:
    desk.document("initiatives: {a: {name: Stichting De Kas}}\n")
    desk.table("Naam;Fase\nStichting De Kas;loopt\n", MAPPING)
    assert (desk.names("Initiative"), desk.names("Organisation")) == (["Stichting De Kas"], [])


@pytest.mark.parametrize(("kind", "sentence"), [
    ("{Organisation: [stichting]}", "bij ‘otherwise’ wat een naam zonder die woorden is"),
    ("{otherwise: Initiative}", "geef soorten met woorden"),
    ("{Organisation: [feest], Programme: [Feest!], otherwise: Initiative}", "‘Feest!’ kan maar bij één soort staan"),
    ("{Organisatie: [stichting], otherwise: Initiative}", "Organisatie"),
    ("{Organisation: ['...'], otherwise: Initiative}", "‘...’ kan maar bij"),
])  # fmt: skip
def test_words_that_tell_nothing_are_refused_before_the_first_row(desk: Desk, kind: str, sentence: str) -> None:
    with pytest.raises(MappingError, match="mapping") as raised:
        desk.table("Naam;Fase\nDe Kas;\n", MAPPING.replace(KIND, kind))
    assert sentence in raised.value.nl
