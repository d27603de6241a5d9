from __future__ import annotations

from pathlib import Path

from graph.reports.lexicon import load_lexicon


def test_without_a_word_list_our_own_stands_in_and_the_lack_is_said(tmp_path: Path) -> None:
    lexicon = load_lexicon(tmp_path / "geen")
    assert lexicon.is_ordinary("bewoners")
    assert any("wdutch" in one.nl for one in lexicon.lacking)


def test_a_word_list_tells_ordinary_words_from_names(tmp_path: Path) -> None:
    path = tmp_path / "woorden"
    path.write_text("fietsenmaker\nRotterdam\nzorg\nloket\n", encoding="utf-8")
    lexicon = load_lexicon(path)
    assert lexicon.is_ordinary("Fietsenmaker")
    assert not lexicon.is_ordinary("Staatlid")
    assert "rotterdam" in lexicon.proper
    assert lexicon.is_compound("zorgloket")


def test_a_hyphenated_word_is_ordinary_where_its_parts_are(tmp_path: Path) -> None:
    path = tmp_path / "woorden"
    path.write_text("zorg\nwelzijn\n", encoding="utf-8")
    assert load_lexicon(path).is_ordinary("zorg-welzijn")
    assert not load_lexicon(path).is_ordinary("zorg-xyz")
