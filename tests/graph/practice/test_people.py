from __future__ import annotations

from graph.practice.city import City
from graph.schema.words import normalise


def test_people_have_names_of_their_own(big_city: City) -> None:
    names = [*big_city.people.names, *(name for name, _, _ in big_city.people.public)]
    assert len({normalise(name) for name in names}) == len(names)
    assert all(len(name.split()) >= 2 for name in names)


def test_some_people_hold_two_initiatives_together(big_city: City) -> None:
    pairs = list(big_city.people.bridges())
    assert 0.15 < len(pairs) / len(big_city.people.names) < 0.4
    assert all(one != other for one, other in pairs)


def test_who_is_in_two_initiatives_finds_them_near_each_other(big_city: City) -> None:
    around = big_city.areas.around()
    districts = big_city.initiatives.districts
    far = [
        (one, other)
        for one, other in big_city.people.bridges()
        if districts[one] != districts[other] and int(districts[one]) not in around[int(districts[other])]
    ]
    assert len(far) < 0.1 * len(list(big_city.people.bridges()))


def test_public_roles_are_few_and_theirs_alone(city: City) -> None:
    roles = [role for _, _, role in city.people.public]
    assert roles[:2] == ["wethouder Zorg en Wijken", "burgemeester"]
    assert 7 <= len(roles) <= 20
    assert {name for name, _, _ in city.people.public}.isdisjoint(city.people.names)


def test_a_contact_is_somebody_of_the_initiative(city: City) -> None:
    contacts = city.people.contacts()
    involved = {(person, initiative) for person, initiative, _ in city.people.involved}
    assert {(person, initiative) for initiative, person in contacts.items()} <= involved
    assert set(contacts) == {initiative for _, initiative in involved}


def test_everybody_is_involved_somewhere(city: City) -> None:
    somewhere = {person for person, _, _ in city.people.involved} | {person for person, _, _ in city.people.employed}
    assert somewhere == set(range(len(city.people.names)))
