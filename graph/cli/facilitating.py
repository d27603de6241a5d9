"""Commands that answer a facilitator's questions: gaps, compose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from graph.cli.language import LANG, say
from graph.cli.naming import find_ids
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_text
from graph.questions.composition_types import MOST_MEMBERS, Composition, Goal
from graph.questions.gap_types import GAP_WORDS, Gap, GapKind, Helper
from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member
from graph.suggestions.catalogue import listing

POINT = ("   - ", "     ")
"""What the first line of a point begins with, and its other lines."""

NAMED = say("ID of NAAM", "ID or NAME")
"""What one types for a thing."""

_KINDS = {kind.value: kind for kind in GapKind}


@click.command(
    help=example(
        "Wat ontbreekt hier nog, wie in de buurt heeft het, en wie loste het elders op?",
        "What is missing here, who near has it, and who elsewhere solved it?",
        "wijkweb gaps --area Moerwijk",
        "wijkweb gaps --member 'ElCura Zorgt' --format json",
    )
)
@click.option("--area", "areas", multiple=True, metavar=NAMED,
              help=say("Voor dit gebied.", "For this area."))  # fmt: skip
@click.option("--member", "members", multiple=True, metavar=NAMED,
              help=say("Voor dit initiatief; vaker gegeven: voor deze groep.",
                       "For this initiative; given more often: for this group."))  # fmt: skip
@click.option("--suggestion", "suggestions", multiple=True, metavar="ID",
              help=say("Voor wie in deze suggestie staan.", "For those in this suggestion."))  # fmt: skip
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(_KINDS)),
              help=say("Alleen deze soort.", "Only this sort."))  # fmt: skip
@click.option("--first", type=click.IntRange(1, 100), default=5, show_default=True,
              help=say("Hoeveel van elke soort.", "How many of each sort."))  # fmt: skip
@common_options()
def gaps(common: Common, *, areas: tuple[str, ...], members: tuple[str, ...], suggestions: tuple[str, ...],
         kinds: tuple[str, ...], first: int) -> None:  # fmt: skip
    """Print what is missing."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        of = [*find_ids(view, areas, ("Area",)), *find_ids(view, members, ("Initiative", "Organisation")), *suggestions]
        chosen = [_KINDS[kind] for kind in kinds] or list(GapKind)
        found = network.answers.gaps(view, of, kinds=chosen, first=first)
        network.turns.show_helpers(found)
    if common.json:
        print_json([gap_document(gap) for gap in found])
    elif not found:
        click.echo(say("Geen bron noemt hier iets wat ontbreekt. Dat zegt niet dat alles er is.",
                       "No source tells of anything missing here. That does not say that all is there."))  # fmt: skip
    else:
        print_gaps(found)


def print_gaps(found: Iterable[Gap]) -> None:
    """Print what is missing, by sort."""
    kind = None
    for gap in found:
        if gap.kind is not kind:
            kind = gap.kind
            click.echo()
            print_text(GAP_WORDS[kind].to(LANG).upper())
        print_gap(gap)


def print_gap(gap: Gap) -> None:
    """Print one thing that is missing, and who may help."""
    print_text(gap.text.to(LANG), "* ", "  ")
    print_sources(gap.facts, "  ")
    _print_helpers(say("In de buurt:", "Near:"), gap.nearby)
    _print_helpers(say("Elders, om van te leren:", "Elsewhere, to learn from:"), gap.elsewhere)
    print_text(f"{say('Kleinste stap', 'Smallest step')}: {gap.step.to(LANG)}", "   ")


def _print_helpers(title: str, helpers: tuple[Helper, ...]) -> None:
    if helpers:
        print_text(title, "   ")
    for helper in helpers:
        print_text(helper.text.to(LANG), *POINT)
        print_sources(helper.facts, "     ")


def print_sources(facts: Iterable[Fact], indent: str) -> None:
    """Print where facts stand, each source and place once; nothing for the network as it stands."""
    cited = (fact.cited(LANG) for fact in facts)
    found = list(dict.fromkeys((one.label, one.place) for one in cited if one.source))
    places: dict[str, list[str]] = {}
    for label, place in found[:MOST_SOURCES]:
        places.setdefault(label, []).extend([place] if place else [])
    if places:
        more = len(found) - MOST_SOURCES
        labels = [", ".join(filter(None, (label, listing(names).to(LANG)))) for label, names in places.items()]
        shown = "; ".join(labels) + (say(f"; en nog {more}", f"; and {more} more") if more > 0 else "")
        print_text(f"{say('volgens', 'according to')} {shown}", indent)


MOST_SOURCES = 3
"""Places that one line names; JSON has them all."""


@click.command(
    help=example(
        "Wie samen een doel halen: de kleinste groepen. Alleen wat een bron zegt, telt mee.",
        "Who together reach a goal: the smallest groups. Only what a source says counts.",
        "wijkweb compose --members 600 --within Escamp",
        "wijkweb compose --topic ruimte --topic 'juridische kennis' --at-most 5 --format json",
    )
)
@click.option(
    "--members", type=click.IntRange(1, 10_000_000), help=say("Zoveel leden samen.", "So many members together.")
)
@click.option(
    "--clients", type=click.IntRange(1, 10_000_000), help=say("Zoveel cliënten samen.", "So many clients together.")
)
@click.option(
    "--topic", "topics", multiple=True, metavar=NAMED, help=say("Iemand moet dit bieden.", "Somebody must offer this.")
)
@click.option("--within", multiple=True, metavar=NAMED, help=say("Kies uit dit gebied.", "Choose from this area."))
@click.option(
    "--with",
    "include",
    multiple=True,
    metavar=NAMED,
    help=say("Dit initiatief doet mee.", "This initiative is in it."),
)
@click.option(
    "--without", "exclude", multiple=True, metavar=NAMED, help=say("Dit initiatief niet.", "This initiative is not.")
)
@click.option("--at-most", type=click.IntRange(1, MOST_MEMBERS), default=10, show_default=True,
              help=say("Hoogstens zoveel initiatieven.", "At most so many initiatives."))  # fmt: skip
@click.option(
    "--first", type=click.IntRange(1, 5), default=3, show_default=True, help=say("Hoeveel groepen.", "How many groups.")
)
@common_options()
def compose(common: Common, *, topics: tuple[str, ...], within: tuple[str, ...], include: tuple[str, ...],
            exclude: tuple[str, ...], first: int, **numbers: Any) -> None:  # fmt: skip
    """Print who together reach a goal."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        goal = Goal(
            topics=find_ids(view, topics, ("Topic",)),
            within=find_ids(view, within, ("Area",)),
            include=find_ids(view, include, ("Initiative", "Organisation")),
            exclude=find_ids(view, exclude, ("Initiative", "Organisation")),
            **numbers,
        )
        found = network.answers.compositions(view, goal, first=first)
        network.turns.show_sets(found)
    if common.json:
        print_json([_composition_document(one) for one in found])
    else:
        for number, one in enumerate(found, 1):
            _print_composition(number, one)


def _print_composition(number: int, one: Composition) -> None:
    names = ", ".join(part.member.name for part in one.parts) or say("Nog niemand", "Nobody yet")
    lacks = "" if one.complete else say(" · nog niet genoeg", " · not enough yet")
    print_text(f"{number}. {names}{lacks}", "", "   ")
    for sentence in (one.text, *one.short, one.ties):
        if sentence.to(LANG):
            print_text(sentence.to(LANG), "   ")
    for part in one.parts:
        print_text(part.text.to(LANG), *POINT)
        print_sources(part.facts, "     ")
    for gap in one.missing:
        print_gap(gap)
    for sentence in one.unknown:
        print_text(sentence.to(LANG), "   ")
    print_text(f"{say('Kleinste stap', 'Smallest step')}: {one.step.to(LANG)}", "   ")
    click.echo()


# -------------------------------------------------------------------------------------------------------- for programs


def _composition_document(one: Composition) -> dict[str, Any]:
    return {
        "members": [{**member_document(part.member), "brings": part.text.to(LANG), "facts": fact_documents(part.facts)}
                    for part in one.parts],
        "complete": one.complete,
        "text": one.text.to(LANG),
        "short": texts(one.short),
        "missing": [gap_document(gap) for gap in one.missing],
        "ties": one.ties.to(LANG),
        "unknown": texts(one.unknown),
        "next_step": one.step.to(LANG),
    }  # fmt: skip


def gap_document(gap: Gap) -> dict[str, Any]:
    """Return what is missing as a JSON document."""
    return {
        "kind": gap.kind,
        "topic": member_document(gap.topic),
        "text": gap.text.to(LANG),
        "facts": fact_documents(gap.facts),
        "nearby": [_helper_document(one) for one in gap.nearby],
        "elsewhere": [_helper_document(one) for one in gap.elsewhere],
        "next_step": gap.step.to(LANG),
        "asked": gap.asked,
    }


def _helper_document(helper: Helper) -> dict[str, Any]:
    return {**member_document(helper.member), "text": helper.text.to(LANG), "facts": fact_documents(helper.facts)}


def member_document(member: Member) -> dict[str, Any]:
    """Return a thing as a JSON document."""
    return {"id": member.id, "name": member.name, "kind": member.kind}


def fact_documents(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """Return facts as JSON documents, with their sources."""
    return [
        {
            "text": fact.text.to(LANG),
            "thing": fact.thing or None,
            "source": fact.citation.source,
            "place": fact.cited(LANG).place or None,
        }
        for fact in facts
    ]


def texts(sentences: Iterable[Words]) -> list[str]:
    """Return sentences in the language of this process."""
    return [one.to(LANG) for one in sentences]
