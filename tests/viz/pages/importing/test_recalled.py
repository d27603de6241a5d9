from __future__ import annotations

from collections.abc import Callable

from tests.uploads import LIST
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.columns import columns_page
from viz.pages.importing.recalled import recalled_page, recalled_rows


def test_what_a_source_said_before_can_be_replaced_or_added_to(pages: Callable[..., Pages]) -> None:
    one = pages()
    assert "Vervang de eerdere versie" not in columns_page(one.shell, one.tokens, one.taking.keep())
    one.taking.load(one.taking.keep())
    newer = one.taking.keep(LIST.replace(b"2019", b"2018"))
    page = recalled_page(one.shell, one.tokens, newer)
    assert "Vervang de eerdere versie" in page
    assert "Kies de kolommen opnieuw" in page
    assert "vervalt" in page


def test_a_mapping_that_is_kept_is_told_column_by_column() -> None:
    document = {
        "nodes": {"initiative": {"kind": "Initiative", "name": "Naam", "key": "Nr", "started_on": "Sinds"},
                  "district": {"kind": "Area", "called": {"column": "Wijk"}},
                  "topic": {"kind": "Topic", "name": "Iets"}},
        "relationships": [{"type": "ACTIVE_IN", "from": "initiative", "to": "district", "since": "Vanaf"}],
        "leave_out": {"Mail": "privé"}, "stated_on": "Peildatum",
    }  # fmt: skip
    headers = ("Naam", "Nr", "Sinds", "Wijk", "Iets", "Vanaf", "Mail", "Peildatum", "Nog iets")
    assert [words for _, words in recalled_rows(document, headers, "nl")] == [
        "Naam van het initiatief", "Nummer", "Begonnen", "Wijk", "Naam van het onderwerp", "Sinds", "Niet inlezen",
        "Wanneer dit is gezegd", "Zoals de vorige keer",
    ]  # fmt: skip
