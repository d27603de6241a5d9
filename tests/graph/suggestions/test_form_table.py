"""The table of forms: whole, founded on passages that are retold, and shown in the documentation as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.schema.model import VOCABULARIES_BY_NAME
from graph.suggestions.form_conditions import CONDITIONS
from graph.suggestions.form_table import FORM_RULES, WISHED, FormRule
from graph.suggestions.passages import PASSAGES, retold

PAGE = (Path(__file__).parents[3] / "docs" / "advice-rules.md").read_text(encoding="utf-8")
FORMS = VOCABULARIES_BY_NAME["CooperationForm"]


def _line(row: FormRule) -> str:
    form = FORMS.words(row.form).en
    return f"| {form} | {row.when} | {row.rules or '–'} | {', '.join(row.passages) or '–'} | {row.step.en} |"


def test_every_row_has_its_condition_in_the_same_order_and_every_form_a_row() -> None:
    assert list(CONDITIONS) == list(FORM_RULES)
    assert {row.form for row in FORM_RULES.values()} == set(FORMS.codes)
    assert set(WISHED) <= set(FORM_RULES)


def test_the_documentation_shows_the_table_as_it_is() -> None:
    lines = [_line(row) for row in FORM_RULES.values()]
    assert "\n".join(lines) in PAGE


def test_every_passage_that_a_row_rests_on_is_retold_and_none_in_vain() -> None:
    used = {place for row in FORM_RULES.values() for place in row.passages}
    assert used == set(PASSAGES)
    assert retold("003:68").nl.endswith("(verslag van tien gesprekstafels, zonder datum, regel 68)")


@pytest.mark.parametrize("code", [code for code, row in FORM_RULES.items() if row.rules])
def test_the_rules_of_a_row_speak_of_its_passages(code: str) -> None:
    rules = re.findall(r"R\d+", FORM_RULES[code].rules)
    lines = [line for line in PAGE.splitlines() if line.split("|")[1:2] and line.split("|")[1].strip() in rules]
    assert len(lines) == len(rules)
    told = set(re.findall(r"\d{3}:\d+", " ".join(lines)))
    assert set(FORM_RULES[code].passages) <= told | {"003:68", "003:265", "003:281"}
