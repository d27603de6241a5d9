"""The command that names groups that could work together."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.advising import print_form, suggestion_document
from graph.cli.facilitating import NAMED, POINT, fact_documents, gap_document, member_document, print_sources
from graph.cli.language import LANG, say
from graph.cli.naming import find_id, find_ids
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_text
from graph.questions.alliance_types import Alliance, AllianceRole
from graph.suggestions.advice_types import LIKELIHOOD_WORDS, Reason


@click.command(
    help=example(
        "Welke drie of meer komen samen verder? Met redenen, wie wat brengt, wat nog ontbreekt en de zwakste band.",
        "Which three or more could work together? With reasons, who brings what, what is missing and the weakest tie.",
        "wijkweb alliances --area Moerwijk",
        "wijkweb alliances --topic eten --first 3 --format json",
    )
)
@click.option(
    "--area", "areas", multiple=True, metavar=NAMED, help=say("Alleen voor dit gebied.", "For this area only.")
)
@click.option("--member", "members", multiple=True, metavar=NAMED, help=say("Alleen met deze.", "With this one only."))
@click.option(
    "--topic", "topics", multiple=True, metavar=NAMED, help=say("Alleen over dit onderwerp.", "About this topic only.")
)
@click.option("--meeting", metavar=NAMED, help=say("Voor deze bijeenkomst.", "For this meeting."))
@click.option(
    "--judged/--not-judged", default=None, help=say("Alleen al of nog niet beoordeelde.", "Judged ones only, or not.")
)
@click.option("--first", type=click.IntRange(1, 40), default=5, show_default=True, help=say("Hoeveel.", "How many."))
@common_options(dated=False)
def alliances(common: Common, *, areas: tuple[str, ...], members: tuple[str, ...], topics: tuple[str, ...],
              meeting: str | None, judged: bool | None, first: int) -> None:  # fmt: skip
    """Print groups that could work together."""
    with common.network() as network, network.view(common.viewer) as view:
        found = network.answers.alliances(
            view,
            within=find_ids(view, areas, ("Area",)),
            members=find_ids(view, members, ("Initiative", "Organisation")),
            topics=find_ids(view, topics, ("Topic",)),
            meeting=find_id(view, meeting, ("Meeting",)) if meeting else None,
            judged=judged,
        )[:first]
        network.turns.show(one.suggestion for one in found)
    if common.json:
        print_json([alliance_document(one) for one in found])
    elif not found:
        click.echo(say("Hier is te weinig bekend voor een groep. Dan gokken we niet.",
                       "Too little is known for a group. Then we do not guess."))  # fmt: skip
    else:
        for number, one in enumerate(found, 1):
            _print_alliance(number, one)


def _print_alliance(number: int, one: Alliance) -> None:
    advice = one.suggestion
    print_text(
        f"{number}. {one.name.to(LANG)} · {LIKELIHOOD_WORDS[advice.likelihood].to(LANG)}  [{advice.id}]", "", "   "
    )
    print_text(", ".join(member.name for member in advice.members), "   ")
    _print_title(say("Wie brengt wat", "Who brings what"))
    for role in one.roles:
        print_text(role.text.to(LANG), *POINT)
    if one.beside:
        _print_title(say("Wie er al naast staat", "Who stands beside it already"))
        for role in one.beside:
            print_text(role.text.to(LANG), *POINT)
    _print_reasons(say("Wat ervoor spreekt", "What speaks for it"), advice.reasons_for)
    _print_reasons(say("Wat ertegen spreekt", "What speaks against it"), advice.reasons_against)
    if one.gaps:
        _print_title(say("Wat de groep nog mist", "What the group still lacks"))
        for gap in one.gaps:
            print_text(gap.text.to(LANG), *POINT)
            if gap.nearby:
                print_text(gap.nearby[0].text.to(LANG), "     ")
    print_text(one.weakest.text.to(LANG), "   ")
    print_text(f"{say('Wat de groep kan breken', 'What may break the group')}: {one.breaks_when.to(LANG)}", "   ")
    _print_title(say("Nog onbekend (telt niet als min)", "Not yet known (does not count against)"))
    for question in advice.unknown:
        print_text(question.to(LANG), *POINT)
    print_form(advice)
    click.echo()


def _print_title(title: str) -> None:
    print_text(f"{title}:", "   ")


def _print_reasons(title: str, reasons: tuple[Reason, ...]) -> None:
    _print_title(title)
    for reason in reasons:
        print_text(reason.text.to(LANG), *POINT)
        print_sources(reason.facts, "     ")
    if not reasons:
        print_text(say("Niets in de bronnen.", "Nothing in the sources."), *POINT)


def alliance_document(one: Alliance) -> dict[str, Any]:
    """Return an alliance as a JSON document."""
    return {
        **suggestion_document(one.suggestion),
        "probability": None,
        "name": one.name.to(LANG),
        "roles": [_role_document(role) for role in one.roles],
        "beside": [_role_document(role) for role in one.beside],
        "gaps": [gap_document(gap) for gap in one.gaps],
        "weakest_tie": {"members": [member_document(member) for member in one.weakest.members],
                        "relationship": one.weakest.relationship or None, "text": one.weakest.text.to(LANG)},
        "breaks_when": one.breaks_when.to(LANG),
        "worth": one.worth,
    }  # fmt: skip


def _role_document(role: AllianceRole) -> dict[str, Any]:
    return {**member_document(role.member), "brings": [member_document(topic) for topic in role.brings],
            "text": role.text.to(LANG), "facts": fact_documents(role.facts)}  # fmt: skip
