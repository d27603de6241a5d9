from __future__ import annotations

from graph.reports.layout import BlockKind, take_apart


def contents(text: str) -> list[tuple[str, str, str]]:
    layout = take_apart(text)
    return [(one.kind.value, one.label, layout.masked.text[one.start : one.end].strip()) for one in layout.blocks]


def test_headings_items_and_labels_are_told_apart() -> None:
    found = contents(
        "1. Opening\nDe voorzitter opent de avond en heet iedereen welkom.\n\nActies\n- Besluit: wij gaan door.\n"
    )
    assert found[0] == ("heading", "", "Opening")
    assert found[1][0] == "paragraph"
    assert found[2] == ("heading", "", "Acties")
    assert found[3] == ("item", "besluit", "wij gaan door.")


def test_numbered_lines_below_each_other_are_a_list() -> None:
    assert [kind for kind, _, _ in contents("1. Jan belt de buurt\n2. Piet maakt koffie\n")] == ["item", "item"]


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = "Dit is een lange regel die aan het einde van de regel wordt\nafgebroken en daarna gewoon verder loopt.\n"
    assert len(contents(text)) == 1


def test_cells_carry_the_head_of_their_column() -> None:
    found = contents("| Actie | Wie |\n|---|---|\n| Bellen | Fatima |\n")
    assert found[2:] == [("cell", "actie", "Bellen"), ("cell", "wie", "Fatima")]


def test_an_item_knows_the_line_that_introduces_its_list() -> None:
    layout = take_apart("Kop\n\nSpanningen die wij zien:\n\n- Er is te weinig geld\n")
    assert layout.blocks[-1].section.startswith("spanningen")
    assert layout.blocks[-1].kind is BlockKind.ITEM


def test_an_abbreviation_or_initial_ends_no_sentence() -> None:
    layout = take_apart("Dhr. J. de Vries en mw. B. Smit kwamen langs. Zij bleven.")
    assert [layout.original[one.start : one.end] for one in layout.sentences][1:] == ["Zij bleven."]


def test_a_place_is_found_back_by_line_and_sentence() -> None:
    layout = take_apart("Een.\nTwee is hier. Drie ook.")
    assert layout.line_of(layout.original.index("Drie")) == 2
    sentence = layout.sentence_at(layout.original.index("hier"))
    assert sentence is not None
    assert layout.original[sentence.start : sentence.end] == "Twee is hier."
