"""The seeds keep to the document format, to the declared model and to the five documents.

The files are read here with PyYAML alone, so that these tests say what the files hold, whatever reads them. Long,
because the six files are held against the format, against each other and against the documents in one place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from graph.claims import Modality
from graph.schema.declaration import Property, RelationshipType, ValueType
from graph.schema.model import (
    KINDS_BY_PLURAL,
    RELATIONSHIPS_BY_NAME,
    VOCABULARIES_BY_NAME,
    check_ends,
    check_value,
    properties_of_kind,
    properties_of_relationship,
)

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT.parent / "shared" / "seeds"
HEAD = {"wijkweb", "source", "unit", "level", "stated_on"}
IDENTITY = {"id", "called", "at", "stated_on"}
ATTRIBUTES = {"value", "at", "modality", "stated_on", "level", "language", "denied"}
TYPES: dict[str, tuple[RelationshipType, bool]] = {
    name.lower(): (type_, forward)
    for type_ in RELATIONSHIPS_BY_NAME.values()
    for name, forward in ((type_.name, True), (type_.inverse, False))
    if name
}
CONTACT = re.compile(r"[\w.]+@\w+\.\w+|(?<!\w)0\d{1,3}[ -]?\d{6,8}(?!\d)|\+31")


class Entry(NamedTuple):
    """One entry of one file."""

    file: str
    kind: str
    key: str
    fields: dict[str, Any]


class StrictLoader(yaml.SafeLoader):
    """PyYAML keeps the last of two equal keys and says nothing; here that fails."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key stands twice near line {node.start_mark.line + 1}: {keys}"
        return super().construct_mapping(node, deep)


def _load(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), StrictLoader)  # noqa: S506 (a SafeLoader)
    assert isinstance(loaded, dict)
    return loaded


FILES = {path.name: _load(path) for path in sorted((ROOT / "seeds").glob("*.yaml"))}
ENTRIES = [
    Entry(file, KINDS_BY_PLURAL[section].name, key, fields)
    for file, content in FILES.items()
    for section, entries in content.items()
    if section not in HEAD
    for key, fields in entries.items()
]
OUTCOMES = [entry for entry in ENTRIES if entry.kind == "Outcome"]


def _listed(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else [raw]


def _statements(entry: Entry, property_: Property) -> Iterator[Any]:
    for raw in _listed(entry.fields.get(property_.name, [])):
        value = raw["value"] if isinstance(raw, dict) else raw
        yield _stored(property_, value)


def _stored(property_: Property, value: Any) -> Any:
    """YAML reads 2016-06-28 as a date and 2005 as a number; a date of ours is text."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if property_.type is ValueType.DATE else value


def _links(entry: Entry) -> Iterator[tuple[RelationshipType, bool, dict[str, Any]]]:
    for name in entry.fields.keys() & TYPES.keys():
        for raw in _listed(entry.fields[name]):
            yield *TYPES[name], raw if isinstance(raw, dict) else {"to": raw}


def _find(file: str, key: str) -> Entry:
    return next(entry for entry in ENTRIES if entry.key == key and entry.file.startswith(file))


def _targets(file: str, key: str, name: str) -> set[str]:
    return {link["to"] for type_, _, link in _links(_find(file, key)) if TYPES[name][0] is type_}


def _ids(file: str, keys: set[str]) -> set[str]:
    return {_find(file, key).fields["id"] for key in keys}


def _texts(raw: Any) -> Iterator[str]:
    """Walk to every text that we wrote ourselves: summary, text, note."""
    if isinstance(raw, dict):
        for name, value in raw.items():
            found = value["value"] if isinstance(value, dict) and "value" in value else value
            if name in ("summary", "text", "note") and isinstance(found, str):
                yield found
            else:
                yield from _texts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _texts(value)


def _places(raw: Any) -> Iterator[Any]:
    if isinstance(raw, dict):
        yield from _listed(raw.get("at", []))
        for name, value in raw.items():
            if name != "at":
                yield from _places(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _places(value)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _document(file: str) -> list[str]:
    """Lines of the document that a file retells: 10 is document 000, 20 is 001 and so on."""
    (path,) = DOCUMENTS.glob(f"{int(file[:2]) // 10 - 1:03}_*.txt")
    return path.read_text(encoding="utf-8").split("\n")


# The format


def test_each_file_says_what_it_is_and_from_which_source() -> None:
    assert [name[:2] for name in FILES] == ["00", "10", "20", "30", "40", "50"]
    for content in FILES.values():
        assert content["wijkweb"] == "document"
        assert content["source"]["id"].startswith("source/")
        assert content["unit"] in ("paragraph", "row")
        assert content.keys() - HEAD <= KINDS_BY_PLURAL.keys()


@pytest.mark.parametrize("file", FILES)
def test_a_key_stands_for_one_entry_of_its_file(file: str) -> None:
    keys = Counter(entry.key for entry in ENTRIES if entry.file == file)
    assert [key for key, count in keys.items() if count > 1] == []
    assert _find(file, "source").kind == "Source"


def test_every_field_is_declared() -> None:
    for entry in ENTRIES:
        known = {*properties_of_kind(entry.kind), *TYPES, *IDENTITY, "level"} - {"kind", "same_as"}
        assert entry.fields.keys() <= known, entry


def test_every_value_is_sound() -> None:
    for entry in ENTRIES:
        for property_ in properties_of_kind(entry.kind).values():
            for value in _statements(entry, property_):
                assert check_value(property_, value) == value, entry


def test_a_broader_topic_is_an_entry_of_the_same_file() -> None:
    for entry in ENTRIES:
        if "broader" in entry.fields:
            assert _find(entry.file, entry.fields["broader"]).kind == "Topic"


def test_every_relationship_leads_to_an_entry_that_fits() -> None:
    kinds = {(entry.file, entry.key): entry.kind for entry in ENTRIES}
    for entry in ENTRIES:
        for type_, forward, link in _links(entry):
            ends = (entry.kind, kinds[entry.file, link["to"]])
            check_ends(type_.name, *(ends if forward else ends[::-1]))


def test_every_remark_on_a_relationship_is_declared_and_sound() -> None:
    for entry in ENTRIES:
        for type_, _, link in _links(entry):
            own = properties_of_relationship(type_.name)
            assert link.keys() <= {"to", *own, *ATTRIBUTES} - {"exists", "value"}, entry
            for name in link.keys() & own.keys():
                check_value(own[name], _stored(own[name], link[name]))


def test_every_entry_says_where_the_source_says_it() -> None:
    for entry in ENTRIES:
        assert "at" in entry.fields, entry
        assert all(isinstance(place, int) and place > 0 for place in _places(entry.fields)), entry


def test_attributes_are_those_of_the_format() -> None:
    for entry in ENTRIES:
        for raw in (item for value in entry.fields.values() for item in _listed(value) if isinstance(item, dict)):
            assert "to" in raw or raw.keys() <= ATTRIBUTES, entry
            assert raw.get("modality", "stated") in set(Modality), entry


def test_one_id_is_of_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for entry in ENTRIES:
        if "id" in entry.fields:
            kinds.setdefault(entry.fields["id"], set()).add(entry.kind)
    assert [id_ for id_, found in kinds.items() if len(found) > 1] == []
    assert {entry.fields["id"] for entry in ENTRIES if entry.kind == "Area" and "id" in entry.fields} >= {
        "area/gm0518", "area/wk051833", "area/regentes-valkenbos",
    }  # fmt: skip


# Care for people


def test_no_contact_details() -> None:
    for path in sorted((ROOT / "seeds").iterdir()):
        assert CONTACT.findall(path.read_text(encoding="utf-8")) == [], path


def test_a_public_person_has_a_public_role() -> None:
    people = [entry for entry in ENTRIES if entry.kind == "Person"]
    public = [entry for entry in people if entry.fields.get("level") == "public"]
    assert all("public_role" in entry.fields for entry in people)
    assert {"karsten-klein", "willemien-visser", "petra-van-der-hoeven"} <= {entry.key for entry in public}
    assert {entry.key for entry in people if "name" in entry.fields and entry not in public} == {
        "deelnemer-erasmus", "deelnemer-oke-nu", "deelnemer-mitros", "deelnemer-kf-heinfonds",
    }  # fmt: skip


# What the files hold


def test_the_areas_of_the_city_are_complete() -> None:
    areas = [entry for entry in ENTRIES if entry.file.startswith("00") and entry.kind == "Area"]
    levels = Counter(entry.fields["level"] for entry in areas)
    assert levels == {"municipality": 1, "borough": 8, "district": 44, "neighbourhood": 114}
    assert all("part_of" in entry.fields for entry in areas if entry.fields["level"] != "municipality")
    assert all(("cbs_code" in entry.fields) == (entry.fields["level"] != "borough") for entry in areas)


def test_districts_that_border_stand_once() -> None:
    pairs = [
        frozenset((entry.key, link["to"]))
        for entry in ENTRIES
        for type_, _, link in _links(entry)
        if type_.name == "ADJACENT_TO"
    ]
    assert len(pairs) == len(set(pairs)) == 103
    assert {key for pair in pairs for key in pair} == {
        entry.key for entry in ENTRIES if entry.file.startswith("00") and entry.fields.get("level") == "district"
    }


def test_outcomes_are_retold_short_and_say_what_brought_them_forth() -> None:
    told = [entry for entry in OUTCOMES if "text" in entry.fields]
    assert len(told) == len(OUTCOMES) - 1  # one is told in document 000 and done in document 001
    for entry in told:
        assert {"outcome_kind", "result_of"} <= entry.fields.keys(), entry
        assert all(len(text.split()) <= 26 for text in _texts({"text": entry.fields["text"]})), entry


def test_outcomes_are_many_and_of_every_kind() -> None:
    kinds = Counter(entry.fields["outcome_kind"] for entry in OUTCOMES)
    assert sum(kinds.values()) >= 90
    assert set(kinds) == set(VOCABULARIES_BY_NAME["OutcomeKind"].codes)
    research = [entry for entry in OUTCOMES if entry.fields.get("research")]
    assert len(research) >= 40
    assert {entry.fields["outcome_kind"] for entry in research} == {"question", "hypothesis"}


def test_questions_announced_beforehand_are_no_outcomes() -> None:
    announced = {35, 55, 61, 75, 102, 125, 144, 200}
    places = {place for entry in OUTCOMES if entry.file.startswith("40") for place in _places(entry.fields)}
    assert not announced & places
    assert not any(entry.fields.get("result_of") == "tafel-3" for entry in OUTCOMES)


def test_ten_tables_are_each_led_by_somebody() -> None:
    tables = {entry.key for entry in ENTRIES if entry.fields.get("meeting_kind") == "table"}
    led = Counter(
        link["to"]
        for entry in ENTRIES
        if entry.kind == "Person"
        for type_, _, link in _links(entry)
        if type_.name == "ATTENDED" and link.get("role") == "leader"
    )
    assert tables == set(led) == {f"tafel-{number}" for number in range(1, 11)}
    assert [led[f"tafel-{number}"] for number in range(1, 11)] == [1, 2, 2, 1, 2, 2, 2, 3, 2, 1]


def test_criteria_stand_in_their_order_without_weights() -> None:
    order = {entry.key: entry.fields.get("importance") for entry in ENTRIES if entry.kind == "Criterion"}
    assert sum(importance is not None for importance in order.values()) == 5
    assert {key for key, importance in order.items() if importance == 1} == {"behoefte", "draagvlak"}
    assert not any("weight" in entry.fields for entry in ENTRIES)


def test_what_is_real_but_unnamed_has_no_name() -> None:
    unnamed = Counter(
        (entry.file[:2], entry.kind) for entry in ENTRIES if not entry.fields.keys() & {"id", "name", "called"}
    )
    assert unnamed["20", "Initiative"] == 3
    assert unnamed["20", "Agreement"] == 3
    assert unnamed["30", "Initiative"] == 4


def test_sources_that_differ_stay_side_by_side() -> None:
    six, four = _targets("10", "zes-gebieden", "concerns"), _targets("30", "vier-gebieden", "concerns")
    assert (len(six), len(four)) == (6, 4)
    assert _ids("10", six) & _ids("30", four) == {"area/wk051833", "area/wk051836"}
    expected, done = _find("30", "ondertekening").fields, _find("20", "ondertekening").fields
    assert expected["id"] == done["id"]
    assert expected["held_on"] == {"value": "2017-02", "modality": "expected"}
    assert done["held_on"] == date(2017, 5, 10)
    assert "600" in _find("40", "minstens-600").fields["text"]
    assert "25.000" in _find("40", "brug-te-ver").fields["text"]
    assert _find("20", "sociaal-eigenaarschap").kind == _find("30", "stadsgedreven-innovatie").kind == "Programme"


def test_what_the_documents_do_not_say_is_left_out() -> None:
    assert "published_on" not in FILES["40-gesprekstafels-bewonersinitiatieven.yaml"]["source"]
    assert "published_on" not in FILES["50-raadgever-bewonersinitiatieven.yaml"]["source"]
    assert not any({"members", "volunteers", "amount"} & entry.fields.keys() for entry in ENTRIES)
    parties = {entry.key for entry in ENTRIES for type_, _, _ in _links(entry) if type_.name == "PARTY_TO"}
    assert {key.split("-")[0] for key in parties} == {"karsten", "initiatiefnemers"}
    alliances = {entry.key for entry in ENTRIES if entry.key.startswith("alliantie")}
    members = {link["to"] for entry in ENTRIES for type_, _, link in _links(entry) if type_.name == "PART_OF"}
    assert not alliances & members


# Against the documents


@pytest.mark.material
@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith("00")])
def test_texts_are_our_own_words(file: str) -> None:
    words = _words("\n".join(_document(file)))
    literal = {tuple(words[start : start + 9]) for start in range(len(words) - 8)}
    for text in _texts(FILES[file]):
        own = _words(text)
        assert not literal & {tuple(own[start : start + 9]) for start in range(len(own) - 8)}, text


@pytest.mark.material
@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith("00")])
def test_places_are_lines_that_say_something(file: str) -> None:
    lines = _document(file)
    for entry in ENTRIES:
        if entry.file == file:
            for place in _places(entry.fields):
                assert lines[place - 1].strip(), (entry.key, place)
