from __future__ import annotations

from graph.reports.gazetteer import load_gazetteer


def test_every_level_is_found_by_name() -> None:
    gazetteer = load_gazetteer()
    assert "GM0344" in [one.code for one in gazetteer.named("Utrecht")]
    assert [one.level for one in gazetteer.named("Moerwijk")][:1] == ["district"]
    assert gazetteer.named("den haag")[0].code == "GM0518"


def test_a_part_of_a_name_is_known_apart() -> None:
    gazetteer = load_gazetteer()
    assert "WK051833" in [one.code for one in gazetteer.with_part("Vrederust")]
    assert any(one.municipality == "GM0344" for one in gazetteer.with_part("Kanaleneiland"))


def test_areas_that_say_nothing_by_themselves_are_left_out() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.named("Verspreide huizen") == ()
    assert gazetteer.named("Wijk 03") == ()
