"""What every page shares: addresses in one language, the menu, the cities, and what a role may do."""

from __future__ import annotations

import pytest

from graph.network import Network
from graph.store.questions import Role, Viewer
from tests.viz.serving import sites_of
from viz.site import Shell, actor_label


def _shell(network: Network, *, lang: str = "nl", role: Role = Role.PUBLIC, **more: object) -> Shell:
    sites = sites_of(network, network)
    return Shell(sites[1], sites, Viewer(role), lang, **more)  # type: ignore[arg-type]  # nl or en, and its own fields


def test_an_address_keeps_the_city_and_the_language(network: Network) -> None:
    assert _shell(network).url("/zoeken", q="café & co") == "/oefenstad/zoeken?q=caf%C3%A9%20%26%20co"
    assert _shell(network, lang="en").url("/", anchor="a b") == "/oefenstad/?lang=en#a%20b"
    assert _shell(network).url("/zoeken", q="", soort=None) == "/oefenstad/zoeken"


def test_the_other_language_keeps_the_rest_of_the_address(network: Network) -> None:
    shell = _shell(network, here="/zoeken", query=(("q", "zorg"), ("soort", "Area")))
    assert shell.language_url("en") == "/oefenstad/zoeken?q=zorg&soort=Area&lang=en"
    assert _shell(network, lang="en", here="/zoeken").language_url("nl") == "/oefenstad/zoeken"


def test_the_menu_marks_where_a_page_stands(network: Network) -> None:
    current = [item.url for item in _shell(network, here="/gebied/area/x", section="/gebieden").menu if item.current]
    assert current == ["/oefenstad/gebieden"]
    assert not any(item.current for item in _shell(network, here="/zoeken").menu)


def test_every_city_can_be_chosen_and_the_invented_one_says_so(network: Network) -> None:
    shell = _shell(network)
    assert [(item.words, item.url, item.current) for item in shell.cities] == [
        ("Den Haag", "/", False),
        ("Oefenstad (verzonnen)", "/oefenstad/", True),
    ]
    assert shell.static("base.css") == "/static/base.css"
    assert (shell.real and shell.real.url, shell.practice and shell.practice.url) == ("/", "/oefenstad/")


@pytest.mark.parametrize(
    ("role", "judges", "corrects"),
    [(Role.PUBLIC, False, False), (Role.STAFF, False, True), (Role.FACILITATOR, True, False), (Role.ADMIN, True, True)],
)
def test_what_a_role_may_do(network: Network, role: Role, judges: bool, corrects: bool) -> None:
    shell = _shell(network, role=role)
    assert (shell.may_judge, shell.may_correct) == (judges, corrects)
    assert shell.is_signed_in == (role is not Role.PUBLIC)


def test_who_decided_is_told_by_role() -> None:
    assert actor_label("facilitator", "nl") == "begeleider"
    assert actor_label("importer", "nl") == "importer"
