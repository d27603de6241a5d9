"""Grants as 360Giving reads them: who gave how much to whom, when. Only for a graph that knows of grants.

Source
------
360Giving, Data Standard 1.4, JSON schema, https://standard.threesixtygiving.org/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from graph.errors import InputError
from graph.network.exports.things import iter_bare, iter_ties, node_ids, sources_of, tie_ids
from graph.schema.values import Bound, PartialDate, Quantity
from graph.store.answers import Node
from graph.store.base import View
from graph.store.citing import Sources


def export_giving(view: View) -> Iterator[bytes]:
    """Yield the grants as JSON.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Raises
    ------
    InputError
        There is no grant of which all is known that the standard asks.

    Notes
    -----
    A grant is an agreement of that kind with a name, an exact amount, the day it was signed, one or more organisations
    that support it, and an initiative or organisation that is party to it. One of which less is known is left out:
    the standard holds no grant without these, and nothing is made up. Where there is no summary, its name describes it.
    """
    agreements = iter_bare(node_ids(view).get("Agreement", []), view.nodes)
    grants = [node for node in agreements if node.value("agreement_kind") == "grant"]
    sources = Sources(view)
    funders, recipients, cited = _parties(view, {node.id for node in grants})
    documents = [_grant(node, funders.get(node.id, []), recipients.get(node.id, [])) for node in grants]
    found = [{**one, **_address(sources, cited.get(one["id"], ()))} for one in documents if one is not None]
    if not found:
        raise InputError(
            "Er is geen subsidie waarvan gever, ontvanger, bedrag en datum bekend zijn. Neem een ander formaat.",
            "There is no grant of which giver, recipient, amount and date are known. Take another format.",
        )
    yield orjson.dumps({"grants": found}, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2) + b"\n"


Parties = dict[str, list[Node]]


def _parties(view: View, grants: set[str]) -> tuple[Parties, Parties, dict[str, list[str]]]:
    """Return the funders and recipients of grants, and the sources that name the funders."""
    sides: dict[str, dict[str, list[str]]] = {"SUPPORTS": {}, "PARTY_TO": {}}
    cited: dict[str, list[str]] = {}
    ties = tie_ids(view)
    for tie, said in iter_ties(view, [id_ for type_ in sides for id_ in ties.get(type_, [])]):
        if tie.end in grants:
            sides[tie.type].setdefault(tie.end, []).append(tie.start)
            if tie.type == "SUPPORTS":
                cited.setdefault(tie.end, []).extend(sources_of(said))
    funders, parties = (_nodes(view, sides[name]) for name in ("SUPPORTS", "PARTY_TO"))
    givers = {grant: {node.id for node in nodes} for grant, nodes in funders.items()}
    recipients = {
        grant: [node for node in nodes if node.kind != "Person" and node.id not in givers.get(grant, ())]
        for grant, nodes in parties.items()
    }
    return funders, recipients, cited


def _nodes(view: View, ids: Mapping[str, list[str]]) -> Parties:
    return {grant: [node for node in view.nodes(sorted(set(some))) if node is not None and node.named]
            for grant, some in ids.items()}  # fmt: skip


def _grant(node: Node, funders: list[Node], recipients: list[Node]) -> dict[str, Any] | None:
    amount, signed = node.value("amount"), node.value("signed_on")
    if not (node.named and amount and signed and funders and recipients):
        return None
    quantity, date = Quantity.parse(str(amount)), PartialDate.parse(str(signed))
    if quantity.bound is not Bound.EXACT or len(quantity.unit) != 3 or date.qualifier or len(date.value) < 10:
        return None
    return {
        "id": node.id,
        "title": node.name,
        "description": str(node.value("summary") or node.name),
        "currency": quantity.unit,
        "amountAwarded": int(quantity.value) if quantity.value.is_integer() else quantity.value,
        "awardDate": date.value,
        "fundingOrganization": [_organisation(one) for one in funders],
        "recipientOrganization": [_organisation(one) for one in recipients],
    }


def _organisation(node: Node) -> dict[str, Any]:
    """Return an organisation under its number in the trade register, else under the id that it has here."""
    number = node.value("kvk_number")
    document: dict[str, Any] = {"id": f"NL-KVK-{number}" if number else node.id, "name": node.name}
    return document | ({"url": node.value("website")} if node.value("website") else {})


def _address(sources: Sources, ids: list[str] | tuple[()]) -> dict[str, str]:
    """Return where the first source of a grant that has an address can be read."""
    nodes = [sources.node(id_) for id_ in sorted(set(ids))]
    addresses = [str(node.value("address")) for node in nodes if node is not None and node.value("address")]
    return {"dataSource": addresses[0]} if addresses else {}
