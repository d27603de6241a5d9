"""The command that tells what initiatives stand for."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.facilitating import NAMED, POINT, fact_documents, member_document, print_sources, texts
from graph.cli.language import LANG, say
from graph.cli.naming import find_id
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_text
from graph.questions.value_types import ValueComparison, ValueProfile

_MEMBERS = ("Initiative", "Organisation")


@click.command(
    help=example(
        "Waar staat een initiatief voor, volgens de bronnen? Met een tweede naam: passen ze bij elkaar, en blijft "
        "ieder zelfstandig?",
        "What does an initiative stand for, according to the sources? With a second name: do they fit, and does each "
        "stay independent?",
        "wijkweb values 'ElCura Zorgt'",
        "wijkweb values 'ElCura Zorgt' \"Anna's Gedoe\" --format json",
    )
)
@click.argument("name", metavar=NAMED)
@click.argument("other", metavar=NAMED, required=False)
@common_options()
def values(common: Common, *, name: str, other: str | None) -> None:
    """Print what one stands for, or two."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        one = find_id(view, name, _MEMBERS)
        two = find_id(view, other, _MEMBERS) if other else ""
        found = network.answers.compare_values(view, one, two) if two else network.answers.values(view, one)
    if common.json:
        print_json(_document(found) if isinstance(found, ValueComparison) else _profile_document(found))
    elif isinstance(found, ValueComparison):
        _print(found)
    else:
        _print_profile(found)


def _print_profile(profile: ValueProfile) -> None:
    print_text(f"{profile.member.name}  [{profile.member.id}]")
    for value in profile.values:
        print_text(value.name.to(LANG), "* ", "  ")
        for fact in value.facts:
            print_text(fact.text.to(LANG), *POINT)
            print_sources([fact], "     ")
    print_text(profile.note.to(LANG))


def _print(found: ValueComparison) -> None:
    for profile in found.profiles:
        _print_profile(profile)
        click.echo()
    for note in found.notes:
        print_text(note.to(LANG))
    print_text(say("Blijft ieder zelfstandig?", "Does each stay independent?"))
    for warning in found.against:
        print_text(warning.text.to(LANG), *POINT)
        print_sources(warning.facts, "     ")
    if not found.against:
        print_text(say("In de bronnen staat niets dat daartegen spreekt. Vraag het toch.",
                       "Nothing in the sources speaks against it. Ask all the same."), *POINT)  # fmt: skip


def _document(found: ValueComparison) -> dict[str, Any]:
    return {
        "profiles": list(map(_profile_document, found.profiles)),
        "shared": texts(found.shared),
        "only": [texts(one) for one in found.only],
        "against": [{"code": one.code, "text": one.text.to(LANG), "facts": fact_documents(one.facts)}
                    for one in found.against],
        "notes": texts(found.notes),
    }  # fmt: skip


def _profile_document(profile: ValueProfile) -> dict[str, Any]:
    return {
        **member_document(profile.member),
        "values": [{"code": one.code, "name": one.name.to(LANG), "facts": fact_documents(one.facts)}
                   for one in profile.values],
        "note": profile.note.to(LANG),
    }  # fmt: skip
