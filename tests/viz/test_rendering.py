"""Templates: escaped, complete or not at all, and kind to dates and long names."""

from __future__ import annotations

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from graph.network import Network
from tests.viz.serving import Desk
from viz.rendering import breaking, environment, render, upper_first, whole_dates


def test_everything_is_escaped() -> None:
    made = environment().from_string("<p title='{{ text }}'>{{ text }}</p>").render(text="<b>'\"&")
    assert made == "<p title='&lt;b&gt;&#39;&#34;&amp;'>&lt;b&gt;&#39;&#34;&amp;</p>"


def test_a_template_that_asks_for_more_than_it_gets_stops(network: Network) -> None:
    desk = Desk.of(network)
    with pytest.raises(UndefinedError):
        render("problem.html", desk.shell, title="x")
    with pytest.raises(TemplateNotFound):
        render("nothing.html", desk.shell)
    desk.view.close()


def test_no_date_breaks_at_its_hyphens_and_the_rest_is_escaped() -> None:
    assert whole_dates("Krant <1>, 28-06-2016") == 'Krant &lt;1&gt;, <span class="date">28-06-2016</span>'
    assert whole_dates("06-2016") == '<span class="date">06-2016</span>'
    assert whole_dates("geen datum: 2016") == "geen datum: 2016"


def test_two_names_in_one_may_break_after_the_slash() -> None:
    assert breaking("Regentes/Valkenbos <x>") == "Regentes/<wbr>Valkenbos &lt;x&gt;"


def test_a_capital_at_the_start_changes_nothing_else() -> None:
    assert upper_first("vve De Linde") == "Vve De Linde"
    assert upper_first("") == ""
