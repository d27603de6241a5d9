from __future__ import annotations

import pytest

from graph.reports.private_names import names_somebody
from graph.reports.proposals import Person, Where

HERE = Where("", 1, 0, 0)
PIET = Person(HERE, 1.0, "Piet de Vries", aliases=["P. de Vries"])
MAYOR = Person(HERE, 1.0, "Anna Smit", role="wethouder", public=True)


@pytest.mark.parametrize("text", ["Piet de Vries huurt.", "Volgens De Vries kan het.", "Piet gaat bellen.", "(Vries)"])
def test_a_name_or_a_part_of_it_hides_a_text(text: str) -> None:
    assert names_somebody(text, [MAYOR, PIET])


@pytest.mark.parametrize("text", ["Het vriest.", "Anna Smit opende de avond.", "De zaal is gehuurd.", ""])
def test_other_words_and_public_names_hide_nothing(text: str) -> None:
    assert not names_somebody(text, [MAYOR, PIET])
