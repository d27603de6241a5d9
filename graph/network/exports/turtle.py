"""The graph as RDF Turtle, resource by resource; rdflib writes each term, so that nothing in a name can end it early.

Source
------
W3C, RDF 1.1 Turtle, https://www.w3.org/TR/turtle/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.errors import InputError
from graph.network.exports.linked import Link, Literal, Resource, iter_resources
from graph.schema.linked_terms import PREFIXES, terms
from graph.store.base import View


def export_turtle(view: View) -> Iterator[bytes]:
    """Yield the graph as Turtle.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Raises
    ------
    InputError
        rdflib is not installed.

    Notes
    -----
    Memory is bounded by one thing with its claims: no graph of rdflib is made.
    """
    written = _writer()
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()).encode()
    for resource in iter_resources(view):
        yield "".join(_lines(resource, written)).encode()


def _lines(resource: Resource, written: Callable[[Link | Literal], str]) -> Iterator[str]:
    subject = written(Link(resource.iri))
    forward = [(terms()[name].iri, value) for name, value in resource.values if not terms()[name].reversed]
    if resource.types or forward:
        said = [f"a {', '.join(written(Link(type_)) for type_ in resource.types)}"] if resource.types else []
        said += [f"{written(Link(predicate))} {written(value)}" for predicate, value in forward]
        yield f"\n{subject} " + " ;\n    ".join(said) + " .\n"
    for name, value in resource.values:
        if terms()[name].reversed:
            yield f"\n{written(value)} {written(Link(terms()[name].iri))} {subject} .\n"


def _writer() -> Callable[[Link | Literal], str]:
    """Return what writes a term."""
    try:
        import rdflib  # noqa: PLC0415 - optional, and few need it
    except ImportError as error:
        raise InputError(
            "Voor Turtle is rdflib nodig. Installeer het met: pip install 'wijkweb[rdf]'. Zonder kan het als jsonld.",
            "Turtle needs rdflib. Install it with: pip install 'wijkweb[rdf]'. Without it, take jsonld.",
        ) from error

    def written(value: Link | Literal) -> str:
        if isinstance(value, Link):
            return next((f"{name}:{value.iri[len(iri) :]}" for name, iri in PREFIXES.items() if _is_short(value, iri)),
                        rdflib.URIRef(value.iri).n3())  # fmt: skip
        datatype = rdflib.URIRef(value.datatype) if value.datatype else None
        return rdflib.Literal(value.text, lang=value.language or None, datatype=datatype, normalize=False).n3()

    return written


def _is_short(link: Link, prefix: str) -> bool:
    """Whether an IRI may be written as a prefix and a plain word."""
    word = link.iri[len(prefix) :]
    return link.iri.startswith(prefix) and word.isascii() and word.replace("_", "").isalnum()
