from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date

import pytest

from graph.network import Network
from graph.schema.declaration import Level
from graph.schema.words import Lang
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, says
from tests.viz.explorer.looking import small_town
from viz.standalone import Standalone, make_standalone


def _made(network: Network, role: Role = Role.PUBLIC, lang: Lang = "nl", as_of: date | None = None) -> Standalone:
    with network.view(Viewer(role), as_of=as_of) as view:
        return make_standalone(network, view, lang)


def test_the_file_asks_nothing_of_any_host(hague: Network) -> None:
    html = _made(hague).html
    assert "default-src 'none'" in html
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=", html)
    assert loaded == []
    assert len(html.encode()) < 1_500_000


def test_the_policy_names_every_script_as_a_browser_reads_it(hague: Network) -> None:
    html = _made(hague).html
    policy = re.findall(r"'sha256-([^']+)'", html)
    scripts = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts]
    assert hashes == policy
    assert "\r" not in html


def test_the_file_says_what_it_is_of_when_and_for_whom(hague: Network) -> None:
    html = _made(hague, lang="en").html
    assert '<html lang="en">' in html
    assert "<title>Map · Den Haag · Wijkweb</title>" in html
    assert "what a visitor may see" in html


def test_a_practice_city_says_on_its_file_that_it_is_fictional(practice: Network, hague: Network) -> None:
    made = _made(practice)
    assert made.is_practice
    assert "Oefenstad is verzonnen." in made.html
    assert not _made(hague).is_practice


def test_only_what_the_viewer_may_see_is_in_the_file(city: City, network: Network) -> None:
    city.load(small_town(), says("gids").node("initiative/x", name="X"))
    city.load(says("intern", "2017-01-01", Level.INTERNAL).node("initiative/stil", name="Stille Kracht"))
    assert "Stille Kracht" not in _made(network).html
    assert "Stille Kracht" in _made(network, Role.STAFF).html


def test_a_file_of_an_earlier_day_holds_what_was_known_then_and_no_suggestions(practice: Network) -> None:
    now, then = _made(practice), _made(practice, as_of=date(2024, 12, 31))
    assert then.names < now.names
    data = json.loads(re.findall(r'id="explorer-data">(.*?)</script>', then.html, re.DOTALL)[0])
    assert data["suggestions"] == []
    assert then.is_practice


def test_without_scripts_the_file_still_lists_the_names(city: City, network: Network) -> None:
    city.load(small_town())
    outside = _made(network).html.split('class="page without-script"')[1].split('id="explorer"')[0]
    assert "De Tuin" in outside
    assert "href" not in outside


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_empty_city_makes_a_file_too(network: Network, lang: Lang) -> None:
    made = _made(network, lang=lang)
    assert (made.names, made.lines) == (0, 0)
    assert "Wijkweb" in made.html
