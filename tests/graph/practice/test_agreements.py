from __future__ import annotations

from itertools import combinations

from graph.practice.city import City
from graph.practice.initiatives import ENDED, IDEA
from graph.practice.meetings import TODAY
from graph.practice.vocabulary import names_in, read_words, topics


def test_grants_go_to_what_lives_in_the_order_of_their_numbers(city: City) -> None:
    assert [grant.number for grant in city.grants] == list(range(1, len(city.grants) + 1))
    assert 15 <= len(city.grants) <= 50
    for grant in city.grants:
        assert city.initiatives.phases[grant.initiative] not in (IDEA, ENDED)


def test_a_grant_fits_its_scheme_where_one_fits(big_city: City) -> None:
    schemes = {scheme["name"]: scheme for scheme in read_words("organisations")["schemes"]}
    for grant in big_city.grants:
        scheme = schemes[grant.scheme]
        themes = set(names_in(int(big_city.initiatives.themes[grant.initiative]), topics().themes))
        assert scheme["from"] <= grant.amount <= scheme["to"] and grant.amount % 250 == 0
        assert themes & set(scheme["for"])
        assert grant.giver == scheme["by"]


def test_parties_to_a_letter_are_of_one_group(city: City) -> None:
    letters = [each for each in city.agreements if each.kind == "intentieovereenkomst"]
    assert letters
    for letter in letters:
        assert any(set(letter.initiatives) <= set(group.members) for group in city.alliances)
        assert len(letter.initiatives) > 1 and letter.organisations


def test_no_agreement_gives_away_a_partnership_that_is_left_out(big_city: City) -> None:
    hidden = big_city.partnerships.hidden()
    for each in big_city.agreements:
        assert hidden.isdisjoint(combinations(sorted(each.initiatives), 2))


def test_an_agreement_is_signed_after_its_parties_began_or_planned_for_later(big_city: City) -> None:
    assert {each.signed for each in big_city.agreements} == {True, False}
    for each in big_city.agreements:
        assert (each.day <= TODAY) == each.signed
        assert each.day.year >= big_city.initiatives.began[each.initiatives].max()


def test_a_contract_is_with_who_gives_support(big_city: City) -> None:
    support = {(each.organisation, each.initiative) for each in big_city.organisations.support}
    contracts = [each for each in big_city.agreements if each.kind in ("contract", "convenant")]
    assert len(contracts) == 60
    assert {(each.organisations[0], each.initiatives[0]) for each in contracts} <= support


def test_agreements_have_names_of_their_own(big_city: City) -> None:
    names = [each.name for each in big_city.agreements]
    assert len(set(names)) == len(names)
