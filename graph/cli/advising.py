"""Commands that advise: suggest, communities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from graph.cli.facilitating import POINT, fact_documents, print_sources
from graph.cli.language import LANG, say
from graph.cli.naming import find_id, find_ids
from graph.cli.options import Common, common_options, engine_option, example
from graph.cli.printing import print_json, print_table, print_text
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.store.computing import EngineName
from graph.suggestions.advice_types import LIKELIHOOD_WORDS, Broker, Community, Reason, Suggestion
from graph.suggestions.form_table import FORM_RULES
from graph.suggestions.passages import retold

_NAMED = say("ID of NAAM", "ID or NAME")
_FORMS = VOCABULARIES_BY_NAME["CooperationForm"]

MOST_PASSAGES = 1
"""Passages behind a form that the terminal prints; the page and JSON give all."""


@click.command(
    help=example(
        "Wie kan wat voor elkaar betekenen? Met redenen voor en tegen, en de kleinste stap. U beslist.",
        "Who can mean something to whom? With reasons for and against, and the smallest step. You decide.",
        "wijkweb suggest --area Moerwijk",
        "wijkweb suggest --member 'ElCura Zorgt' --format json",
    )
)
@click.option(
    "--area", "areas", multiple=True, metavar=_NAMED, help=say("Alleen voor dit gebied.", "For this area only.")
)
@click.option("--member", "members", multiple=True, metavar=_NAMED, help=say("Alleen met deze.", "With this one only."))
@click.option("--topic", "topics", multiple=True, metavar=_NAMED, help=say("Over dit onderwerp.", "About this topic."))
@click.option("--meeting", metavar=_NAMED, help=say("Voor deze bijeenkomst.", "For this meeting."))
@click.option(
    "--judged/--not-judged", default=None, help=say("Alleen al of nog niet beoordeelde.", "Judged ones only, or not.")
)
@click.option("--first", type=click.IntRange(1, 200), default=10, show_default=True, help=say("Hoeveel.", "How many."))
@common_options(dated=False)
def suggest(common: Common, *, areas: tuple[str, ...], members: tuple[str, ...], topics: tuple[str, ...],
            meeting: str | None, judged: bool | None, first: int) -> None:  # fmt: skip
    """Print suggestions."""
    with common.network() as network, network.view(common.viewer) as view:
        found = network.suggestions(
            view,
            within=find_ids(view, areas, ("Area",)),
            members=find_ids(view, members, ("Initiative", "Organisation")),
            topics=find_ids(view, topics, ("Topic",)),
            meeting=find_id(view, meeting, ("Meeting",)) if meeting else None,
            judged=judged,
        )[:first]
        network.turns.show(found)
    if common.json:
        print_json([suggestion_document(one) for one in found])
    elif not found:
        click.echo(
            say(
                "Hier is te weinig bekend voor een suggestie. Dan gokken we niet.",
                "Too little is known here for a suggestion. Then we do not guess.",
            )
        )
    else:
        for number, one in enumerate(found, 1):
            _print_suggestion(number, one)


def _print_suggestion(number: int, one: Suggestion) -> None:
    joint = say(" en ", " and ")
    names = (
        say("{0} kan leren van {1}", "{0} can learn from {1}").format(*(member.name for member in one.members))
        if one.learning
        else joint.join(member.name for member in one.members)
    )
    print_text(f"{number}. {names} · {LIKELIHOOD_WORDS[one.likelihood].to(LANG)}  [{one.id}]", "", "   ")
    for title, reasons in (
        (say("Wat ervoor spreekt", "What speaks for it"), one.reasons_for),
        (say("Wat ertegen spreekt", "What speaks against it"), one.reasons_against),
    ):
        print_text(f"{title}:", "   ")
        for reason in reasons:
            print_text(reason.text.to(LANG), *POINT)
            print_sources(reason.facts, "     ")
        if not reasons:
            print_text(say("Niets in de bronnen.", "Nothing in the sources."), *POINT)
    if one.unknown:
        print_text(say("Nog onbekend (telt niet als min):", "Not yet known (does not count against):"), "   ")
        for question in one.unknown:
            print_text(question.to(LANG), *POINT)
    print_form(one)
    click.echo()


def print_form(one: Suggestion) -> None:
    """Print the form that fits, why, what that rests on, and the smallest step."""
    print_text(f"{say('Vorm die past', 'Form that fits')}: {_FORMS.words(one.form).to(LANG)}", "   ")
    print_text(one.form_reason.text.to(LANG), "     ")
    for place in FORM_RULES[one.form_reason.code].passages[:MOST_PASSAGES]:
        print_text(retold(place).to(LANG), "     ")
    print_text(f"{say('Kleinste stap', 'Smallest step')}: {one.next_step.to(LANG)}", "   ")


def suggestion_document(one: Suggestion) -> dict[str, Any]:
    """Return a suggestion as a JSON document."""
    return {
        "id": one.id,
        "members": [{"id": member.id, "name": member.name, "kind": member.kind} for member in one.members],
        "probability": one.probability,
        "likelihood": one.likelihood,
        "form": one.form,
        "form_reason": _form_document(one),
        "next_step": one.next_step.to(LANG),
        "reasons_for": [_reason_document(reason) for reason in one.reasons_for],
        "reasons_against": [_reason_document(reason) for reason in one.reasons_against],
        "unknown": [question.to(LANG) for question in one.unknown],
        "learning": one.learning,
        "base": one.base,
        "judgements": one.judgements,
    }


def _form_document(one: Suggestion) -> dict[str, Any]:
    found, row = one.form_reason, FORM_RULES[one.form_reason.code]
    passages = [{"place": place, "text": retold(place).to(LANG)} for place in row.passages]
    return {"code": found.code, "text": found.text.to(LANG), "facts": fact_documents(found.facts), "rules": row.rules,
            "passages": passages}  # fmt: skip


def _reason_document(reason: Reason) -> dict[str, Any]:
    facts = fact_documents(reason.facts)
    return {"code": reason.code, "text": reason.text.to(LANG), "weight": reason.weight, "facts": facts}


@click.command(
    help=example(
        "Wat hoort bij elkaar, en wie verbindt? Met --brokers ook de verbinders.",
        "What hangs together, and who connects? With --brokers also those who connect.",
        "wijkweb communities",
        "wijkweb communities --brokers --format json",
        "wijkweb communities --engine gds --store bolt://127.0.0.1:7687",
    )
)
@click.option("--brokers", is_flag=True, help=say("Ook wie alles verbindt.", "Also who connects it all."))
@engine_option
@common_options(dated=False)
def communities(common: Common, *, brokers: bool, engine: str) -> None:
    """Print what hangs together."""
    with common.network() as network, network.view(common.viewer) as view:
        if engine == EngineName.GDS:
            from graph.network.computing import communities_by_store  # noqa: PLC0415 - it needs numbers

            groups, connecting = communities_by_store(view, network.store.derived)
        else:
            advice = network.advice(view)
            groups, connecting = list(advice.communities), list(advice.brokers)
        names = {node.id: node.name for node in view.nodes([id_ for one in groups for id_ in one.members]) if node}
    if common.json:
        found = [_community_document(one, names) for one in groups]
        print_json({"communities": found, "brokers": list(map(_broker_document, connecting))} if brokers else found)
        return
    if not groups:
        print_text(say("Er zijn te weinig banden bekend om groepen te zien.", "Too few ties are known to see groups."))
        return
    print_table(
        [say("groep", "group"), say("hoeveel", "how many"), say("waarom", "why"),
         say("middelpunt", "in the middle")],
        [
            [one.name.to(LANG), len(one.members), one.reason.to(LANG), ", ".join(names[id_] for id_ in one.members[:3])]
            for one in groups
        ],
    )  # fmt: skip
    if brokers:
        click.echo()
        print_table(
            [say("verbinder", "connects"), say("zonder valt het netwerk uiteen", "without, the network falls apart")],
            [[one.member.name, say("ja", "yes") if one.critical else say("nee", "no")] for one in connecting],
        )


def _community_document(one: Community, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name.to(LANG),
        "reason": one.reason.to(LANG),
        "support": one.support,
        "members": [{"id": id_, "name": names[id_]} for id_ in one.members],
    }


def _broker_document(one: Broker) -> dict[str, Any]:
    return {
        "id": one.member.id,
        "name": one.member.name,
        "betweenness": one.betweenness,
        "participation": one.participation,
        "critical": one.critical,
    }
