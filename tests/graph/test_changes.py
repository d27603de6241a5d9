"""Change sets: one way to say one thing, parts that are valid alone; ids that are minted once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import ChangeSet, Tie, checked, mint_id
from graph.claims import Attestation, Claim, Modality, place
from graph.errors import InputError
from graph.schema.declaration import Level
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.schema.values import Value

FIXED = settings(derandomize=True, database=None, deadline=None)
A, B = "initiative/a", "initiative/b"
SUPPORT = Tie.between("SUPPORTS", "organisation/o", A, support="funds")


def claim(property_: str, value: object, **more: object) -> Claim:
    return Claim(A, property_, value, "source/one", **more)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ ties


def test_a_tie_without_direction_is_the_same_from_both_ends() -> None:
    assert Tie.between("PARTNERS_WITH", B, A) == Tie.between("PARTNERS_WITH", A, B) == Tie("PARTNERS_WITH", A, B)
    assert Tie.between("PART_OF", B, A) != Tie.between("PART_OF", A, B)


def test_a_tie_has_the_values_of_its_key() -> None:
    assert SUPPORT.key == ("funds", "")
    assert SUPPORT.key_values() == {"support": "funds"}
    assert SUPPORT.id == "tie:SUPPORTS:organisation/o:initiative/a:funds:"


def test_a_tie_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(InputError, match="LIKES"):
        Tie.between("LIKES", A, B)


PARTS = st.text(st.sampled_from("ab/:% é"), min_size=1, max_size=6)


def _tie(type_: str, start: str, end: str, key: str) -> Tie:
    return Tie.between(type_, start, end, **dict.fromkeys(RELATIONSHIPS_BY_NAME[type_].key, key))


TIES = st.builds(_tie, st.sampled_from(["PART_OF", "PARTNERS_WITH", "SUPPORTS", "INVOLVED_IN"]), PARTS, PARTS, PARTS)


@FIXED
@given(TIES, TIES)
def test_ids_of_different_ties_differ(one: Tie, other: Tie) -> None:
    assert (one.id == other.id) == (one == other)


# ------------------------------------------------------------------------------------------------ stating


def test_a_value_is_brought_to_its_stored_form() -> None:
    changes = ChangeSet()
    stated = changes.state(claim("members", "about 45.0 person"))
    assert stated.value == "about 45 person"
    assert list(changes.claims) == [stated]


def test_saying_it_twice_adds_its_places() -> None:
    changes = ChangeSet()
    changes.state(claim("name", "Anna"), Attestation(Modality.EXPECTED, (place(row=2),), 1))
    changes.state(claim("name", " Anna "), Attestation(Modality.STATED, (place(row=1),), 1))
    assert len(changes) == 1
    assert list(changes.claims.values()) == [Attestation(Modality.STATED, (place(row=1), place(row=2)), 2)]


def test_a_claim_about_a_relationship_brings_its_tie() -> None:
    changes = ChangeSet()
    changes.state(Claim(SUPPORT.id, "exists", True, "source/one"), tie=SUPPORT)
    assert changes.ties == {SUPPORT.id: SUPPORT}


def test_merging_change_sets_keeps_what_both_say() -> None:
    one, other = ChangeSet(), ChangeSet()
    one.state(claim("name", "Anna"), Attestation(places=(place(row=1),), total=1))
    other.state(claim("name", "Anna"), Attestation(places=(place(row=2),), total=1))
    other.state(Claim(SUPPORT.id, "exists", True, "source/one"), tie=SUPPORT)
    one.merge(other)
    assert (len(one), one.claims[claim("name", "Anna")].total, list(one.ties)) == (2, 2, [SUPPORT.id])


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_slices_hold_everything_once_nodes_before_relationships(most: int) -> None:
    changes = ChangeSet()
    for number in range(3):
        tie = Tie.between("PARTNERS_WITH", A, f"initiative/{number}")
        changes.state(Claim(tie.id, "exists", True, "source/one"), tie=tie)
        changes.state(Claim(f"initiative/{number}", "kind", "Initiative", "source/one"))
    parts = list(changes.slices(most))
    claims = [one for part in parts for one in part.claims]
    assert all(0 < len(part) <= most for part in parts)
    assert [one.property for one in claims] == ["kind"] * 3 + ["exists"] * 3
    assert all(set(part.ties) == {one.thing for one in part.claims if one.property == "exists"} for part in parts)


@pytest.mark.parametrize(("most", "lengths"), [(3, [2, 2, 3, 1]), (4, [4, 4]), (5, [4, 4]), (1, [1] * 8)])
def test_a_slice_holds_the_claims_of_a_thing_together(most: int, lengths: list[int]) -> None:
    changes = ChangeSet()
    for thing, number in ((A, 2), (B, 2), ("initiative/c", 4)):
        for index in range(number):
            changes.state(Claim(thing, "aliases", f"naam {index}", "source/one"))
    parts = list(changes.slices(most))
    assert [len(part) for part in parts] == lengths
    assert [one for part in parts for one in part.claims] == list(changes.claims)


def test_there_are_no_slices_of_nothing() -> None:
    assert list(ChangeSet().slices()) == []


# ------------------------------------------------------------------------------------------------ checking


@pytest.mark.parametrize(
    ("property_", "value"),
    [
        ("status", "planned"), ("status", "open"), ("status", "signed"), ("kind", "Topic"), ("same_as", B),
        ("research", False), ("importance", 3), ("started_on", "2016 summer"),
    ],
)  # fmt: skip
def test_a_value_of_any_kind_that_has_the_property_passes(property_: str, value: Value) -> None:
    assert checked(claim(property_, value)) == claim(property_, value)


@pytest.mark.parametrize(
    "wrong",
    [
        claim("nothing", "x"), claim("kind", "Club"), claim("phase", "soon"), claim("status", "active"),
        claim("phase", None), claim("nothing", None, denied=True), claim("name", "x" * 301),
        claim("name", " "), claim("started_on", "2016-02-31"), claim("website", "http://[x"), claim("name", "a\0b"),
        claim("importance", 10**400), claim("boundary", "[" * 100_000), claim("name", "\ud800"),
        claim("name", "Anna", stated_on="ooit"), claim("name", "Anna", stated_on="2015-13"),
        claim("name", "Anna")._replace(thing="initiative/\0"),
        claim("name", "Anna")._replace(source="source/\ud800"), claim("exists", True),
    ],
    ids=lambda wrong: f"{wrong.property} {str(wrong.value)[:20]!r}",
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_what_would_be_right(wrong: Claim) -> None:
    changes = ChangeSet()
    with pytest.raises(InputError) as raised:
        changes.state(wrong)
    assert raised.value.nl != raised.value.en
    assert len(raised.value.en) < 1_000
    assert len(changes) == 0


def test_that_there_is_none_may_be_said_of_every_property_and_relationship() -> None:
    for property_ in ("phase", "kind", "NEEDS", "PARTNERS_WITH"):
        assert checked(claim(property_, None, denied=True)).value is None
    for property_ in ("until", "exists", "support"):
        assert checked(claim(property_, None, denied=True)._replace(thing=SUPPORT.id), SUPPORT).value is None


@pytest.mark.parametrize(
    ("property_", "value"),
    [("kind", "Initiative"), ("phase", "idea"), ("role", "x"), ("support", "gives"), ("NEEDS", None)],
)
def test_a_relationship_has_the_properties_of_its_type_only(property_: str, value: str | None) -> None:
    with pytest.raises(InputError):
        checked(Claim(SUPPORT.id, property_, value, "source/one", denied=value is None), SUPPORT)


def test_that_a_relationship_does_not_exist_is_said_in_one_way() -> None:
    stated = Claim(SUPPORT.id, "exists", True, "source/one", denied=True)
    assert checked(stated, SUPPORT) == stated
    with pytest.raises(InputError, match="ontkenning"):
        checked(stated._replace(value=False, denied=False), SUPPORT)


@pytest.mark.parametrize(
    ("property_", "value"), [("kind", "Initiative"), ("phase", "idea"), ("started_on", "2016"), ("same_as", B)]
)
def test_a_language_is_kept_for_texts_alone(property_: str, value: str) -> None:
    assert checked(claim(property_, value, language="en")).language is None
    assert checked(claim("summary", "Soup", language="en")).language == "en"
    assert checked(claim(property_, value, level=Level.INTERNAL)).level is Level.INTERNAL


# ------------------------------------------------------------------------------------------------ ids


def test_an_id_is_readable_and_never_given_twice() -> None:
    first = mint_id("Initiative", "Anna’s Gedoe!", taken=())
    assert first == "initiative/annas-gedoe"
    assert mint_id("Initiative", "Anna's gedoe", taken={first}) == "initiative/annas-gedoe-2"
    assert mint_id("Initiative", "Annas Gedoe", taken={first, f"{first}-2"}) == f"{first}-3"
    assert mint_id("Area", "…", taken=()) == "area/x"


@pytest.mark.parametrize("kind", ["Person", "Outcome", "Judgement"])
def test_an_id_tells_nothing_of_a_person(kind: str) -> None:
    id_ = mint_id(kind, "Jo Pieters", taken=(), secret=b"key")
    assert id_.startswith(f"{kind.lower()}/")
    assert "jo" not in id_.partition("/")[2]
    assert id_ == mint_id(kind, "jo pieters", taken=(), secret=b"key")


def test_nobody_can_try_names_without_the_key() -> None:
    ids = {mint_id("Person", "Jo Pieters", taken=(), secret=secret) for secret in (b"", b"one", b"two")}
    assert len(ids) == 3
