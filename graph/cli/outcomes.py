"""The command that records what became of a suggestion, and shows it."""

from __future__ import annotations

from typing import Any

import click

from graph.cli.decisions import print_done
from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_text
from graph.network.outcomes import Outcome
from graph.network.trails import STEP_WORDS, Trail, TrailStep, when_words
from graph.store.questions import Role

_STEPS = ", ".join(f"{step.value} ({STEP_WORDS[step].to(LANG)})" for step in TrailStep)


@click.command(
    help=example(
        f"Leg vast wat er van een suggestie kwam, of bekijk dat. Stappen: {_STEPS}. Zonder stap ziet u het verloop, "
        "zonder suggestie alle suggesties waarvan iets is vastgelegd. Het publiek ziet dit niet.",
        f"Record what became of a suggestion, or look at it. Steps: {_STEPS}. Without a step you see how it went, "
        "without a suggestion all of which something was recorded. The public does not see this.",
        "wijkweb outcome suggestion/4f1c2a talk --on 2026-05-10 --note 'koffie bij de Pollepel'",
        "wijkweb outcome suggestion/4f1c2a ended --lesson 'te weinig vrijwilligers'",
        "wijkweb outcome suggestion/4f1c2a",
    )
)
@click.argument("suggestion", metavar="[ID]", default="")
@click.argument("step", type=click.Choice([step.value for step in TrailStep]), required=False,
                metavar=say("[STAP]", "[STEP]"))  # fmt: skip
@click.option(
    "--on",
    metavar=say("DATUM", "DATE"),
    help=say(
        "Wanneer; vandaag als u niets zegt. In de toekomst: gepland.",
        "When; today unless told. In the future: planned.",
    ),
)
@click.option("--lesson", default="", help=say("Wat anderen hiervan kunnen leren; alleen bij ended.",
              "What others can learn from it; with ended only."))  # fmt: skip
@click.option("--note", default="", help=say("Notitie, in uw eigen woorden.", "Note, in your own words."))
@common_options(role=Role.FACILITATOR, dated=False)
def outcome(
    common: Common, *, suggestion: str, step: str | None, on: str | None, lesson: str, note: str
) -> None:  # fmt: skip
    """Record or show what became of a suggestion."""
    if step is None:
        _check_step_given(on, lesson, note)
        _show(common, suggestion)
        return
    with common.network() as network:
        done, thing = network.record_outcome(suggestion, Outcome(TrailStep(step), on, lesson, note), common.viewer)
        with network.view(common.viewer) as view:
            found = network.trail(view, suggestion)
        if common.json:
            print_json({"load": done.number, "thing": thing, **_document(found)})
            return
        print_done(common, done, say(f"Vastgelegd: {done.order.title}.", "Recorded."))
        _print(found)


def _check_step_given(on: str | None, lesson: str, note: str) -> None:
    if on or lesson or note:
        raise click.UsageError(say("Zeg ook welke stap het was.", "Say which step it was, too.") + f" ({_STEPS})")


def _show(common: Common, suggestion: str) -> None:
    with common.network() as network, network.view(common.viewer) as view:
        found = [network.trail(view, suggestion)] if suggestion else network.trails(view)
    if common.json:
        documents = [_document(one) for one in found]
        print_json(documents[0] if suggestion else documents)
        return
    if not found:
        click.echo(say("Er is nog niets vastgelegd.", "Nothing was recorded yet."))
    for one in found:
        _print(one)


def _print(trail: Trail) -> None:
    click.echo()
    print_text(f"{' / '.join(member.name for member in trail.members)}  [{trail.suggestion}]")
    if not trail.entries:
        print_text(say("Nog niets vastgelegd.", "Nothing recorded yet."), "   ")
    for entry in trail.entries:
        print_text(f"{STEP_WORDS[entry.step].to(LANG)}: {when_words(entry).to(LANG)}", "   ")
        for text in (entry.lesson and f"{say('Les', 'Lesson')}: {entry.lesson}", entry.note):
            if text:
                print_text(text, "     ")


def _document(trail: Trail) -> dict[str, Any]:
    return {
        "suggestion": trail.suggestion,
        "members": [{"id": one.id, "name": one.name, "kind": one.kind} for one in trail.members],
        "steps": [
            {"step": one.step.value, "thing": one.thing, "planned": one.planned, "on": one.on,
             "happened": one.happened, "lesson": one.lesson or None, "note": one.note or None}
            for one in trail.entries
        ],
    }  # fmt: skip
