"""Records and derived results: small documents and bytes by key, beside the graph, without a revision of their own."""

from __future__ import annotations

from tests.contracts.build import City, says
from tests.contracts.conftest import Stores


def test_documents_are_kept_by_collection_and_key(city: City) -> None:
    records = city.store.records
    document = {"row": 3, "values": ["é", None, 1.5, True], "nested": {"‘a’": []}}
    records.put("quarantine", {"b": document, "a": {}})
    records.put("tokens", {"b": {"other": True}})
    assert records.get("quarantine", ["b", "none", "a", "b"]) == [document, None, {}, document]
    assert records.list("quarantine") == [("a", {}), ("b", document)]
    assert (records.get("none", ["a"]), records.list("none")) == ([None], [])


def test_a_document_that_is_there_is_replaced_and_one_that_is_not_is_no_error_to_drop(city: City) -> None:
    records = city.store.records
    records.put("desk", {"a": {"n": 1, "old": True}})
    records.put("desk", {"a": {"n": 2}})
    assert records.get("desk", ["a"]) == [{"n": 2}]
    records.delete("desk", ["a", "none"])
    assert records.list("desk") == []
    records.put("desk", {})
    records.delete("desk", [])


def test_documents_are_listed_in_order_of_key_page_by_page(city: City) -> None:
    keys = ["10", "9", "a", "é", "z", "\uff5a", "\U00010400", "2026-01-01T00:00/1"]
    city.store.records.put("audit", {key: {"key": key} for key in keys})
    found: list[str] = []
    while page := city.store.records.list("audit", first=3, after=found[-1] if found else None):
        found += [key for key, _ in page]
    assert found == sorted(keys)


def test_records_have_no_revision(city: City) -> None:
    city.load(says("one").node("initiative/a"))
    city.store.records.put("ledger", {"a": {"shown": 1}})
    city.store.derived.put("positions", {"a": b"x"})
    assert city.revision == 1
    assert city.store.problems() == []


def test_derived_results_are_bytes_by_key(city: City) -> None:
    derived = city.store.derived
    derived.put("vectors", {"hash": bytes(range(256)), "empty": b""})
    derived.put("vectors", {"hash": b"new"})
    derived.put("model", {"hash": b"other"})
    assert derived.get("vectors", ["empty", "none", "hash"]) == [b"", None, b"new"]
    assert derived.get("model", ["hash"]) == [b"other"]


def test_derived_results_are_disposable_by_collection_and_whole(city: City) -> None:
    derived = city.store.derived
    for collection in ("positions", "labels", "model"):
        derived.put(collection, {"a": b"x"})
    derived.clear("positions")
    assert [derived.get(name, ["a"]) for name in ("positions", "labels", "model")] == [[None], [b"x"], [b"x"]]
    derived.clear()
    assert derived.get("labels", ["a"]) == derived.get("model", ["a"]) == [None]


def test_records_and_derived_results_are_there_for_who_opens_the_store_again(stores: Stores) -> None:
    store = stores.fresh()
    store.records.put("tokens", {"a": {"hash": "x"}})
    store.derived.put("labels", {"a": b"x"})
    again = stores.open_again()
    assert again.records.get("tokens", ["a"]) == [{"hash": "x"}]
    assert again.derived.get("labels", ["a"]) == [b"x"]


def test_a_megabyte_in_one_value_passes(city: City) -> None:
    city.store.derived.put("model", {"big": b"\x00\xff" * 600_000})
    city.store.records.put("quarantine", {"big": {"cell": "é" * 300_000}})
    assert city.store.derived.get("model", ["big"]) == [b"\x00\xff" * 600_000]
    assert city.store.records.get("quarantine", ["big"]) == [{"cell": "é" * 300_000}]
