"""Addresses of nodes and of places on their pages. An id is opaque: it travels whole and is never taken apart."""

from __future__ import annotations

from hashlib import blake2s
from typing import Protocol
from urllib.parse import quote

from graph.schema.words import Words
from viz.site import Shell

KIND_PATHS = {
    "Initiative": ("initiatief", "initiatieven"),
    "Organisation": ("organisatie", "organisaties"),
    "Person": ("persoon", "personen"),
    "Area": ("gebied", "gebieden"),
    "Meeting": ("bijeenkomst", "bijeenkomsten"),
    "Outcome": ("uitkomst", "uitkomsten"),
    "Agreement": ("afspraak", "afspraken"),
    "Topic": ("onderwerp", "onderwerpen"),
    "Criterion": ("criterium", "criteria"),
    "Programme": ("programma", "programmas"),
    "Judgement": ("oordeel", "oordelen"),
    "Source": ("bron", "bronnen"),
}
"""For each kind the word in the address of one node, and of the list of all. English pages keep them."""

KIND_OF_PATH = {one: kind for kind, (one, _) in KIND_PATHS.items()}
KIND_OF_LIST = {many: kind for kind, (_, many) in KIND_PATHS.items()}


class Linked(Protocol):
    """Anything with an id and a kind: a node, a member of a suggestion."""

    @property
    def id(self) -> str:
        """Canonical id."""

    @property
    def kind(self) -> str:
        """Name of its kind."""


def node_path(node: Linked) -> str:
    """Return the path of a node's page within its site, such as ``/initiatief/initiative/elcura-zorgt``."""
    return f"/{KIND_PATHS[node.kind][0]}/{quote(node.id, safe='/')}"


def node_url(shell: Shell, node: Linked, *, place: str = "", **query: object) -> str:
    """Return the address of a node's page.

    Parameters
    ----------
    shell
        Site and language.
    node
        The node.
    place
        Id of a relationship, or name of a property, to stand at; empty for the top of the page.
    query
        More parameters.
    """
    return shell.url(node_path(node), anchor=anchor(place) if place else "", **query)


def anchor(place: str) -> str:
    """Return the name by which a place on a node's page is linked to: of a property, or of a relationship.

    Parameters
    ----------
    place
        Name of a property, or id of a relationship, which holds characters that an anchor does not.
    """
    if place.isidentifier():
        return f"wat-{place}"
    return f"band-{blake2s(place.encode(), digest_size=6).hexdigest()}"


NOT_NAMED = Words("naam niet genoemd", "not named")
