"""The pages over HTTP: every page for every role, nothing that is hidden or hostile, and one sentence when it fails."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from api.advice import AdviceDesk, Work
from api.forms import LONGEST_FORM
from graph.errors import StoreBusyError
from graph.network import Network
from graph.schema.declaration import Level
from graph.store.base import View
from graph.store.questions import Role, Viewer
from tests.api.towns import Asker
from tests.contracts.build import City, says
from tests.viz.serving import BOUWLUST, ELCURA, MEETING, answered, asking, sites_of
from viz.links import KIND_OF_LIST

PAGES = (
    "/",
    "/zoeken",
    "/zoeken?q=zorg",
    "/wie-bij-wie",
    f"/initiatief/{ELCURA}",
    f"/gebied/{BOUWLUST}",
    f"/bijeenkomst/{MEETING}",
    "/bron/source/public-result-2016-12-19",
    "/programma/programme/stadsgedreven-innovatie",
    "/criterium/criterion/heeft-draagvlak-in-de-wijk",
    f"/geschiedenis?id={ELCURA}",
    f"/verbanden?id={BOUWLUST}&soort=PART_OF&kant=in",
    f"/vul-aan?id={ELCURA}&wat=members",
    "/vragen",
    "/vragen/wat-ontbreekt",
    "/vragen/wie-halen-het?leden=600",
    "/vragen/samen-optrekken",
    "/vragen/beste-bodem",
    "/vragen/past-het",
    f"/vragen/past-het?wie={ELCURA}&wie=initiative/annas-gedoe",
    "/vragen/wie-verbindt",
    "/toegankelijkheid",
    "/privacy",
    *(f"/{many}" for many in KIND_OF_LIST),
)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"


@pytest.fixture(scope="module")
def visitor(den_haag: Asker, practice: Asker) -> Iterator[httpx.Client]:
    """Give a visitor of both cities."""
    with asking(sites_of(den_haag.network, practice.network)) as client:
        yield client


@pytest.fixture(scope="module")
def facilitator(den_haag: Asker, practice: Asker) -> Iterator[httpx.Client]:
    """Give a facilitator of both cities, who only reads here."""
    with asking(sites_of(den_haag.network, practice.network), Role.FACILITATOR) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_page_is_served_in_both_languages(visitor: httpx.Client, path: str, lang: str) -> None:
    answer = answered(visitor, path, **({"lang": lang} if "?" not in path else {}))
    assert answer.status_code == 200, answer.text[:500]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(
    "path", ["/", "/wie-bij-wie", "/initiatieven", "/bijeenkomsten", "/gebieden", "/zoeken?q=tuin"]
)
def test_the_practice_city_has_the_same_pages_at_its_own_path(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(f"/oefenstad{path}")
    assert answer.status_code == 200
    assert "Oefenstad is verzonnen." in " ".join(answer.text.split())
    assert not re.findall(r'href="/(initiatie|gebied|bijeenkomst)', answer.text)


def test_a_city_without_its_slash_leads_to_its_start(visitor: httpx.Client) -> None:
    assert visitor.get("/oefenstad").headers["location"] == "/oefenstad/"


def test_no_page_holds_inline_script_or_asks_another_host(facilitator: httpx.Client) -> None:
    for path in PAGES:
        text = facilitator.get(path).text
        assert not re.findall(r"<script(?![^>]*src=\"/static/)", text), path
        assert not re.findall(r"\son[a-z]+=", re.sub(r">[^<]*<", "><", text)), path
        assert not re.findall(r'<(?:link|img|script)[^>]+(?:href|src)="(?:https?:)?//', text), path


def test_what_is_nowhere_is_said_in_one_sentence_with_a_way_on(visitor: httpx.Client) -> None:
    for path in ("/nergens", "/initiatief/initiative/nergens", "/geschiedenis?id=x", "/oefenstad/x/y"):
        answer = visitor.get(path)
        assert answer.status_code == 404
        assert "Hier staat niets" in answer.text
        assert 'role="search"' in answer.text


@pytest.mark.parametrize(
    "path",
    ["/initiatieven?soort=x", "/wie-bij-wie?toon=x", "/wie-bij-wie?aantal=9999", "/initiatieven?na=initiative/weg"],
)
def test_an_address_that_asks_what_cannot_be_is_said_so(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 400
    assert "Dit adres klopt niet helemaal" in answer.text


def test_how_good_the_advice_is_is_for_who_is_signed_in(visitor: httpx.Client, facilitator: httpx.Client) -> None:
    refused = visitor.get("/vragen/hoe-goed")
    assert refused.status_code == 403
    assert "zien medewerkers, begeleiders en de beheerder" in refused.text
    assert "/vragen/hoe-goed" not in visitor.get("/vragen").text
    assert answered(facilitator, "/vragen/hoe-goed").status_code == 200
    assert 'href="/vragen/hoe-goed"' in facilitator.get("/vragen").text


def test_whom_to_invite_and_who_had_a_turn_is_for_who_prepares_meetings(
    visitor: httpx.Client, facilitator: httpx.Client
) -> None:
    for path in ("/vragen/wie-uitnodigen", "/vragen/eerlijk-verdeeld"):
        refused = visitor.get(path)
        assert refused.status_code == 403
        assert "begeleiders en de beheerder" in refused.text
        assert "--as" not in refused.text
        assert path not in visitor.get("/vragen").text
        assert facilitator.get(path).status_code == 200
        assert f'href="{path}"' in facilitator.get("/vragen").text


def test_the_pages_of_things_lead_to_the_questions_about_them(facilitator: httpx.Client, visitor: httpx.Client) -> None:
    assert f"/vragen/past-het?wie={ELCURA}" in visitor.get(f"/initiatief/{ELCURA}").text
    area = facilitator.get(f"/gebied/{BOUWLUST}").text
    assert f"/vragen/wie-uitnodigen?gebied={BOUWLUST}" in area
    assert f"/vragen/eerlijk-verdeeld?gebied={BOUWLUST}" in area
    assert "wie-uitnodigen" not in visitor.get(f"/gebied/{BOUWLUST}").text
    meeting = re.search(r'<option value="(meeting/[^"]+)"', facilitator.get("/oefenstad/vragen/wie-uitnodigen").text)
    assert meeting
    assert f"?bijeenkomst={meeting[1]}" in facilitator.get(f"/oefenstad/bijeenkomst/{meeting[1]}").text


@pytest.fixture
def nothing_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing at hand of what takes long to compute."""

    def never(self: AdviceDesk, work: Work, view: View, seconds: float) -> bool:
        return False

    monkeypatch.setattr(AdviceDesk, "is_at_hand", never)


@pytest.mark.usefixtures("nothing_computed")
@pytest.mark.parametrize(
    "path", ["/wie-bij-wie", "/vragen/samen-optrekken", "/vragen/wie-verbindt", "/wie-bij-wie/verloop?suggestie=x"]
)
def test_who_asks_before_it_is_computed_is_told_to_wait(den_haag: Asker, path: str) -> None:
    address = f"{path}{'&' if '?' in path else '?'}lang=en"
    with asking(sites_of(den_haag.network)) as client:
        answer = client.get(address)
    assert answer.status_code == 202
    assert "The answer is being computed." in answer.text
    assert 'http-equiv="refresh"' in answer.text
    assert f'href="{address.replace("&", "&amp;")}"' in answer.text


@pytest.mark.usefixtures("nothing_computed")
def test_what_was_posted_too_early_is_kept_and_sent_again_by_a_button(den_haag: Asker) -> None:
    given = {"suggestie": "suggestion/1", "oordeel": "rejected", "waarom": "eerst een kok", "merk": "m"}
    with asking(sites_of(den_haag.network), Role.FACILITATOR) as client:
        answer = client.post("/vragen/samen-optrekken/oordeel", data=given)
    assert answer.status_code == 202
    assert 'http-equiv="refresh"' not in answer.text
    assert 'action="/vragen/samen-optrekken/oordeel"' in answer.text
    assert all(f'name="{name}" value="{value}"' in answer.text for name, value in given.items())


@pytest.mark.usefixtures("nothing_computed")
def test_the_map_asks_for_suggestions_again_while_they_are_computed(den_haag: Asker) -> None:
    with asking(sites_of(den_haag.network)) as client:
        answer = client.get("/kaart/suggesties.json")
    assert answer.status_code == 202
    assert answer.json() == {"suggestions": [], "again": 3}


def test_a_store_that_is_away_is_one_sentence_in_the_language_of_the_page(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(viewer: Viewer) -> None:
        raise StoreBusyError("De opslag is er even niet.", "The store is away for a moment.")

    with asking(sites_of(network)) as client:
        monkeypatch.setattr(type(network), "view", lambda self, viewer: away(viewer))
        answer = client.get("/gebieden?lang=en")
    assert answer.status_code == 503
    assert "Wijkweb cannot reach the data now" in answer.text
    assert "Traceback" not in answer.text


def test_a_defect_of_ours_is_a_number_to_report_and_nothing_else(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    with asking(sites_of(network)) as client:
        monkeypatch.setattr(type(network), "view", lambda self, viewer: 1 / 0)
        answer = client.get("/")
    assert answer.status_code == 500
    assert "Meld het met nummer" in answer.text
    assert "division" not in answer.text


def test_hostile_words_are_words_on_every_page(network: Network) -> None:
    City(network.store).load(
        says("lijst", "2016").node("source/lijst", name=HOSTILE, publisher=HOSTILE)
        .node("initiative/x", name=HOSTILE, summary=HOSTILE, aliases=[HOSTILE + "2"])
        .node("area/x", name=HOSTILE).tie("ACTIVE_IN", "initiative/x", "area/x", note=HOSTILE)
        .node("meeting/x", name=HOSTILE, held_on="2016-01-01").node("outcome/x", text=HOSTILE, outcome_kind="advice")
        .tie("RESULTED_IN", "meeting/x", "outcome/x").tie("CONCERNS", "meeting/x", "area/x"),
        title=HOSTILE,
    )  # fmt: skip
    paths = ["/", "/initiatief/initiative/x", "/gebied/area/x", "/bijeenkomst/meeting/x", "/uitkomst/outcome/x",
             "/bron/source/lijst", "/initiatieven", "/gebieden", "/geschiedenis?id=initiative/x", "/wie-bij-wie",
             "/vragen/wat-ontbreekt?gebied=area/x", "/vragen/wat-ontbreekt?voor=initiative/x", "/vragen/beste-bodem",
             "/vragen/past-het?wie=initiative/x", "/vragen/wie-uitnodigen?gebied=area/x&bijeenkomst=meeting/x",
             "/vragen/wie-uitnodigen?onderwerp=<script>alert(1)", "/vragen/eerlijk-verdeeld",
             "/vragen/samen-optrekken", "/vragen/wie-verbindt", "/vragen/wie-halen-het?leden=5",
             "/zoeken?q=alert", "/vul-aan?id=initiative/x&wat=<script>alert(1)", "/initiatieven?q=<script>alert(1)",
             "/<script>alert(1)</script>", "/wie-bij-wie?gebied=area/x"]  # fmt: skip
    with asking(sites_of(network), Role.ADMIN) as client:
        for path in paths:
            text = answered(client, path).text
            assert "<script>alert" not in text, path
            assert "<img src=x" not in text, path
            assert "49" not in re.sub(r"href=\"[^\"]*\"|band-\w+|<[^>]*>", "", text), path


def test_what_is_internal_is_on_no_page_of_a_visitor(network: Network) -> None:
    City(network.store).load(
        says("lijst", level=Level.PUBLIC).node("initiative/x", name="Eethuis").node("source/lijst", name="Lijst"),
        says("lijst", level=Level.INTERNAL).node("person/p1", name="Els Geheim", public_role="oprichter")
        .about("initiative/x", volunteers="5 person").tie("INVOLVED_IN", "person/p1", "initiative/x", role="oprichter"),
    )  # fmt: skip
    paths = ["/initiatief/initiative/x", "/bron/source/lijst", "/personen", "/zoeken?q=els", "/zoeken.json?q=els",
             "/geschiedenis?id=initiative/x", "/verbanden?id=initiative/x&soort=INVOLVED_IN&kant=in"]  # fmt: skip
    with asking(sites_of(network)) as visitor, asking(sites_of(network), Role.STAFF) as staff:
        seen = {path: visitor.get(path).text for path in paths}
        assert not [path for path, text in seen.items() if "Geheim" in text or "5 personen" in text]
        assert visitor.get("/persoon/person/p1").status_code == 404
        assert "Els Geheim" in staff.get("/persoon/person/p1").text
        assert "5 personen" in staff.get(paths[0]).text


def test_search_answers_as_a_document_for_the_list_that_opens(visitor: httpx.Client) -> None:
    answer = visitor.get("/zoeken.json?q=elcura")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["items"][0]["name"] == "ElCura Zorgt"


def _form(client: httpx.Client) -> dict[str, str]:
    text = client.get("/wie-bij-wie").text
    found = re.search(r'name="suggestie" value="([^"]+)"><input type="hidden" name="merk" value="([^"]+)"', text)
    assert found
    return {"suggestie": found[1], "merk": found[2], "oordeel": "accepted"}


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elders.nl"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}, {"Host": "elders.nl"}],
)
def test_a_form_from_another_site_is_refused(facilitator: httpx.Client, headers: dict[str, str]) -> None:
    answer = facilitator.post("/wie-bij-wie/oordeel", data=_form(facilitator), headers=headers)
    assert answer.status_code in (400, 403, 421)
    assert "accepted" not in facilitator.get("/wie-bij-wie?toon=beoordeeld").text


def test_a_form_without_its_mark_or_of_another_shape_is_refused(facilitator: httpx.Client) -> None:
    form = _form(facilitator)
    assert facilitator.post("/wie-bij-wie/oordeel", data=form | {"merk": ""}).status_code == 403
    assert facilitator.post("/wie-bij-wie/oordeel", content=b"\xff\xfe").status_code == 400
    assert facilitator.post("/wie-bij-wie/oordeel", data={"waarom": "x" * LONGEST_FORM}).status_code == 400
    assert facilitator.get("/wie-bij-wie/oordeel").status_code in (404, 405)


def test_what_was_refused_leads_on_to_the_page_and_not_to_the_form(facilitator: httpx.Client) -> None:
    form = _form(facilitator) | {"oordeel": "rejected", "waarom": "bel 06-12345678"}
    answer = facilitator.post("/wie-bij-wie/oordeel", data=form)
    assert answer.status_code == 400
    assert 'value="bel 06-12345678"' in answer.text
    assert 'href="/wie-bij-wie?lang=en"' in answer.text
    assert 'href="/wie-bij-wie/oordeel' not in answer.text


def test_a_visitor_cannot_judge_with_the_form_of_another_role(visitor: httpx.Client, facilitator: httpx.Client) -> None:
    answer = visitor.post("/wie-bij-wie/oordeel", data=_form(facilitator))
    assert answer.status_code == 403


def test_a_merged_id_leads_to_the_page_that_stays(network: Network) -> None:
    City(network.store).load(says("a").node("area/x", name="X").node("area/y", name="Y"))
    network.merge("area/x", "area/y", Viewer(Role.ADMIN))
    with asking(sites_of(network)) as client:
        answer = client.get("/gebied/area/y?lang=en")
    assert answer.status_code == 307
    assert answer.headers["location"] == "/gebied/area/x?lang=en"
