from __future__ import annotations

import httpx
import pytest

from tests.viz.serving import BOUWLUST, ELCURA


def test_the_page_holds_its_data_and_no_script_of_another_host(public: httpx.Client) -> None:
    page = public.get("/kaart")
    assert page.status_code == 200
    assert '<script type="application/json" id="explorer-data">' in page.text
    assert "https://" not in "".join(line for line in page.text.splitlines() if "<script" in line and "src=" in line)


def test_the_map_speaks_both_languages(public: httpx.Client) -> None:
    assert "<title>Kaart · Den Haag · Wijkweb</title>" in public.get("/kaart").text
    assert "<title>Map · Den Haag · Wijkweb</title>" in public.get("/kaart?lang=en").text


def test_the_practice_city_has_a_map_of_its_own(public: httpx.Client) -> None:
    assert "Oefenstad is verzonnen." in public.get("/oefenstad/kaart").text
    nodes = public.get("/oefenstad/kaart.json").json()["network"]["nodes"]
    assert 0 < len([node for node in nodes if node["opening"]]) <= 150


def test_what_lies_around_a_name_can_be_asked(public: httpx.Client) -> None:
    document = public.get(f"/kaart/rond/{ELCURA}?stappen=2").json()
    assert ELCURA in {node["id"] for node in document["network"]["nodes"]}
    inside = public.get(f"/kaart/rond/{BOUWLUST}")
    assert inside.status_code == 200


def test_an_earlier_year_shows_less(public: httpx.Client) -> None:
    now = public.get("/kaart.json?alles=1").json()["counts"]["names"]
    then = public.get("/kaart.json?alles=1&tot=2016").json()["counts"]["names"]
    assert 0 < then < now


@pytest.mark.parametrize(
    ("path", "status"),
    [("/kaart/rond/initiative/niemand", 404), ("/kaart/rond/%3Cscript%3E", 404), ("/kaart.json?tot=straks", 400),
     ("/kaart.json?tot=0000", 400), (f"/kaart/rond/{ELCURA}?stappen=9", 400), (f"/kaart/rond/{ELCURA}?stappen=x", 400),
     (f"/kaart/rond/{ELCURA}?stappen=99999999999", 400)],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_sentence(public: httpx.Client, path: str, status: int) -> None:
    answer = public.get(path)
    assert answer.status_code == status
    assert len(answer.text) < 300
    assert "Traceback" not in answer.text


def test_suggestions_join_names_of_the_map(public: httpx.Client) -> None:
    found = public.get("/oefenstad/kaart/suggesties.json").json()["suggestions"]
    ids = {node["id"] for node in public.get("/oefenstad/kaart.json?alles=1").json()["network"]["nodes"]}
    assert found
    assert all(one["from"] in ids and one["to"] in ids and one["likelihood"] and one["why"] for one in found)


def test_vis_network_is_served_from_here_and_may_be_kept(public: httpx.Client) -> None:
    script = public.get("/kaart/vis-network.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert "max-age" in script.headers["cache-control"]
