from __future__ import annotations

from pathlib import Path

from graph.network import Network
from graph.store.questions import Role
from graph.store.sqlite import SqliteStore
from tests.api.towns import Asker, Server, fill_town


def test_health_tells_the_version_and_the_revision_and_nothing_else(server: Server, town: Asker) -> None:
    answer = server.client.get("/health")
    revision = town("{ service { revision version } }")["service"]
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.json() == {"ok": True, "path": "/", **revision}


def test_the_first_city_tells_of_all_and_another_of_itself(tmp_path: Path, town: Asker) -> None:
    practice = Network(SqliteStore(tmp_path / "practice.sqlite", create=True))
    with Server.of(town.network, practice, role=Role.PUBLIC) as both:
        first, second = both.client.get("/health").json(), both.client.get("/oefenstad/health").json()
        assert [one["path"] for one in first["sites"]] == ["/", "/oefenstad/"]
        assert (first["ok"], second["ok"], second["path"]) == (True, True, "/oefenstad/")
        assert "sites" not in second
    practice.close()


def test_a_store_that_is_away_is_told_in_a_sentence_and_the_other_city_lives_on(tmp_path: Path, town: Asker) -> None:
    away = Network(SqliteStore(tmp_path / "away.sqlite", create=True))
    fill_town(away)
    with Server.of(town.network, away, role=Role.PUBLIC) as both:
        away.close()
        (tmp_path / "away.sqlite").write_text("no database", "utf-8")
        first = both.client.get("/health")
        second = both.client.get("/oefenstad/health", headers={"Accept-Language": "en"})
        assert (first.status_code, first.json()["ok"]) == (503, False)
        assert [one["ok"] for one in first.json()["sites"]] == [True, False]
        assert (second.status_code, second.json()["problem"].endswith(".")) == (503, True)
        assert str(tmp_path) not in second.text
        asked = both.ask("{ initiatives { edges { node { id } } } }", "/oefenstad/graphql")
        assert asked.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
        assert asked.headers["Retry-After"] == "5"
        assert both.ask("{ service { role } }").status_code == 200
