from __future__ import annotations

import numpy as np

from graph.practice.city import City
from graph.practice.initiatives import ENDED, FORMS, IDEA, ROOTED, RUNNING, STARTING
from graph.practice.vocabulary import initiative_types, names_in, topics


def test_every_column_is_as_long_as_the_city(city: City) -> None:
    columns = city.initiatives
    assert len(columns) == len(city.names) == 154
    for name in columns.__slots__:
        assert len(getattr(columns, name)) == 154, name


def test_phases_years_and_sizes_fit_together(big_city: City) -> None:
    columns = big_city.initiatives
    phases = columns.phases
    assert not columns.began[phases == IDEA].any() and not columns.members[phases == IDEA].any()
    assert set(columns.began[phases == STARTING].tolist()) == {2024, 2025}
    assert columns.began[phases == ROOTED].max() < 2020
    assert ((columns.ended > columns.began) == (phases == ENDED)).all()


def test_members_and_volunteers_keep_to_what_is_usual_for_the_type(big_city: City) -> None:
    columns = big_city.initiatives
    for place in np.flatnonzero(columns.phases >= RUNNING)[:300].tolist():
        type_ = columns.type_of(place)
        if columns.phases[place] != ENDED:
            assert type_.members[0] <= columns.members[place] <= type_.members[1]
            assert type_.volunteers[0] <= columns.volunteers[place] <= type_.volunteers[1]


def test_who_is_starting_has_no_legal_form_yet(big_city: City) -> None:
    columns = big_city.initiatives
    assert not columns.forms[columns.phases <= STARTING].any()
    forms = list(FORMS)
    for place in np.flatnonzero(columns.phases >= RUNNING)[:300].tolist():
        assert forms[int(columns.forms[place])] in columns.type_of(place).forms


def test_needs_and_offers_come_from_the_lists_of_the_type(big_city: City) -> None:
    columns = big_city.initiatives
    for place in range(500):
        type_ = columns.type_of(place)
        assert set(names_in(int(columns.needs[place]), topics().capabilities)) <= set(type_.needs)
        assert set(names_in(int(columns.offers[place]), topics().capabilities)) <= set(type_.offers)


def test_nobody_needs_more_than_three_things_and_an_idea_offers_nothing(big_city: City) -> None:
    columns = big_city.initiatives
    counts = np.array([int(mask).bit_count() for mask in columns.needs])
    assert set(counts.tolist()) == {0, 1, 2, 3}
    assert not columns.offers[columns.phases == IDEA].any()
    assert not columns.needs[columns.phases == ENDED].any()


def test_nobody_offers_what_it_looks_for_itself(big_city: City) -> None:
    columns = big_city.initiatives
    assert columns.needs.any() and columns.offers.any()
    assert not (columns.needs & columns.offers).any()


def test_the_first_target_group_of_a_type_always_belongs_to_it(city: City) -> None:
    for place in range(len(city.names)):
        groups = names_in(int(city.initiatives.groups[place]), topics().groups)
        type_ = city.initiatives.type_of(place)
        assert type_.groups[0] in groups
        assert set(groups) <= set(type_.groups)


def test_all_types_occur_and_common_ones_more_often(big_city: City) -> None:
    counts = np.bincount(big_city.initiatives.types, minlength=len(initiative_types()))
    weights = np.array([type_.weight for type_ in initiative_types()])
    assert counts.min() > 0
    assert np.corrcoef(counts, weights)[0, 1] > 0.7


def test_a_neighbourhood_lies_in_its_district(city: City) -> None:
    found = city.areas.district_of[city.initiatives.neighbourhoods]
    assert (found == city.initiatives.districts).all()
