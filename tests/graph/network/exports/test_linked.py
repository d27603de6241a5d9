"""JSON-LD and Turtle, read back by rdflib: both are one graph, and it is the one that was exported."""

from __future__ import annotations

import builtins
import json
import warnings
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import OWL, PROV, SDO, SKOS, XSD

from graph.errors import InputError
from graph.network import Network
from graph.network.exports.jsonld import context
from graph.schema.linked_terms import TERM, THING, iri_of
from graph.store.questions import Viewer
from tests.graph.network.exports.written import NAMES, STAFF, written


def _parsed(network: Network, form: str, viewer: Viewer = STAFF) -> Graph:
    content = written(network, form, viewer)
    if form == "turtle":
        return Graph().parse(data=content, format="turtle")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own reader uses what rdflib is to drop
        return Graph().parse(data=content, format="json-ld")


def _name(id_: str) -> URIRef:
    return URIRef(iri_of(id_))


@pytest.fixture(scope="module")
def graph(hostile: Network) -> Graph:
    return _parsed(hostile, "turtle")


@pytest.fixture(scope="module")
def city(small_city: Network) -> Graph:
    return _parsed(small_city, "turtle", Viewer())


def test_json_ld_and_turtle_say_the_same(hostile: Network, graph: Graph) -> None:
    assert len(graph) > 400
    assert set(_parsed(hostile, "jsonld")) == set(graph)


def test_json_ld_and_turtle_of_a_city_say_the_same(small_city: Network, city: Graph) -> None:
    assert set(_parsed(small_city, "jsonld", Viewer())) == set(city)


def test_hostile_names_are_read_back_as_they_are(graph: Graph) -> None:
    assert {id_: str(graph.value(_name(id_), SDO.name)) for id_ in NAMES} == NAMES
    assert (_name("initiative/at"), RDF.type, SDO.Organization) in graph


def test_a_claim_is_an_entity_with_the_source_it_was_taken_from(graph: Graph) -> None:
    claims = list(graph.subjects(RDF.subject, _name("initiative/at")))
    named = [one for one in claims if (one, RDF.predicate, SDO.name) in graph]
    assert len(named) == 1
    assert (named[0], RDF.type, PROV.Entity) in graph
    assert graph.value(named[0], PROV.hadPrimarySource) == _name("source/lijst")
    assert graph.value(named[0], RDF.object) == Literal(NAMES["initiative/at"])


def test_a_relationship_is_a_statement_and_a_resource_with_its_values(graph: Graph) -> None:
    area = _name("area/wijk")
    assert (_name("initiative/lines"), SDO.areaServed, area) in graph
    ties = [one for one in graph.subjects(RDF.object, area) if (one, RDF.type, URIRef(TERM + "Relationship")) in graph]
    assert [str(graph.value(one, URIRef(TERM + "since"))) for one in ties] == ["2016 summer"]


def test_a_public_term_that_runs_the_other_way_is_written_the_other_way(city: Graph) -> None:
    meetings = set(city.subjects(RDF.type, SDO.Event))
    attended = {meeting for meeting, _, _ in city.triples((None, SDO.attendee, None))}
    assert attended
    assert attended <= meetings
    assert set(city.subjects(RDF.type, SKOS.Concept))


def test_a_date_is_as_precise_as_its_source(city: Graph, graph: Graph) -> None:
    dates = {one.datatype for one in city.objects(None, SDO.startDate) if isinstance(one, Literal)}
    assert XSD.date in dates
    assert dates <= {XSD.date, XSD.gYearMonth, XSD.gYear}
    assert {one.datatype for one in graph.objects(None, URIRef(TERM + "since")) if isinstance(one, Literal)} == {None}


def test_the_context_stands_in_the_file_and_fetches_nothing(hostile: Network) -> None:
    document = json.loads(written(hostile, "jsonld"))
    assert document["@context"] == context()
    assert all(isinstance(meaning, str | dict | float) for meaning in document["@context"].values())
    assert document["@context"]["same_as"] == {"@id": str(OWL.sameAs), "@type": "@id"}
    assert all(one["@id"].startswith(THING) for one in document["@graph"])


def test_without_rdflib_one_sentence_says_what_to_do(hostile: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "rdflib":
            raise ImportError(name)
        return original(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with hostile.view() as view, pytest.raises(InputError, match=r"wijkweb\[rdf\]"):
        list(hostile.export(view, "turtle"))
