"""The command ``resolve``: what may be one thing under two names, merged, kept apart or put off."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson

from graph.cli.decisions import print_done
from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table
from graph.errors import FileError
from graph.network import Network

if TYPE_CHECKING:
    from graph.network.resolving import Resolution
    from graph.resolution.matching import Match
    from graph.resolution.measuring import Quality
    from graph.resolution.reasons import Doubt, Reason

WIDTH = 80
"""Characters of a line: the narrowest terminal that people have."""

_KINDS = {"initiatives": "Initiative", "organisations": "Organisation", "people": "Person", "areas": "Area"}
_LISTS = ("desk", "sure", "parts")


@dataclass(frozen=True, slots=True)
class _Order:
    """A decision that is asked for: which one, on which two, and why."""

    act: str
    ids: tuple[str, str]
    reason: str


@click.command(
    help=example(
        "Welke namen horen bij één en hetzelfde? Wat twijfelachtig is, ziet u met redenen voor en tegen; u beslist. "
        "Wat zeker is, wordt pas samengevoegd met --apply. Alles is terug te draaien.",
        "Which names belong to one and the same thing? What is doubtful is shown with reasons for and against; you "
        "decide. What is sure is merged with --apply only. All of it can be taken back.",
        "wijkweb resolve",
        "wijkweb resolve --list sure",
        "wijkweb resolve --apply --reason 'na inlezen van de subsidielijst'",
        "wijkweb resolve --same initiative/de-pollepel initiative/de-polepel",
        "wijkweb resolve --different initiative/tafel-1 initiative/tafel-2",
        "wijkweb resolve --later ID ID --reason 'navragen bij het wijkteam'",
        "wijkweb resolve --report --truth oefenstad/truth.json",
    )
)
@click.option("--same", nargs=2, metavar="ID ID", help=say(
    "Deze zijn één; de tweede hoort bij de eerste.", "These are one; the second belongs to the first."))  # fmt: skip
@click.option("--different", nargs=2, metavar="ID ID", help=say("Deze twee zijn er twee.", "These two are two."))
@click.option("--later", nargs=2, metavar="ID ID", help=say("Nu niet beslissen.", "Do not decide now."))
@click.option("--apply", is_flag=True, help=say("Voeg samen wat zeker is.", "Merge what is sure."))
@click.option("--list", "which", type=click.Choice(_LISTS), default="desk", show_default=True, help=say(
    "Wat u ziet: de twijfel, het zekere, of onderdelen.", "What to see: doubts, what is sure, or parts."))  # fmt: skip
@click.option("--kind", type=click.Choice(list(_KINDS)), help=say("Alleen deze soort.", "This kind only."))
@click.option("--first", type=click.IntRange(1, 1000), default=10, show_default=True, help=say("Hoeveel.", "How many."))
@click.option("--report", is_flag=True, help=say("Meet hoe goed het gaat.", "Measure how good it is."))
@click.option("--truth", type=click.Path(path_type=Path, dir_okay=False), help=say(
    "Het antwoordenboek van een oefenstad.", "The book of answers of a practice city."))  # fmt: skip
@click.option("--reason", default="", help=say("Waarom; wordt bewaard.", "Why; it is kept."))
@common_options(dated=False)
def resolve(
    common: Common,
    *,
    which: str,
    kind: str | None,
    first: int,
    report: bool,
    truth: Path | None,
    reason: str,
    **acts: Any,
) -> None:
    """Show what may be one thing, or decide on it."""
    orders = [_Order(act, ids if isinstance(ids, tuple) else ("", ""), reason) for act, ids in acts.items() if ids]
    if report != (truth is not None):
        raise click.UsageError(say("Geef --report en --truth samen.", "Give --report and --truth together."))
    if len(orders) + report > 1:
        raise click.UsageError(say("Geef één opdracht tegelijk.", "Give one order at a time."))
    with common.network() as network:
        if truth is not None:
            _print_quality(common, network.resolution_quality(common.viewer, _read_truth(truth)))
        elif orders:
            _DO[orders[0].act](common, network, orders[0])
        else:
            _show(common, network, which, _KINDS.get(kind or ""), first)


def _same(common: Common, network: Network, order: _Order) -> None:
    keep, other = order.ids
    done = network.merge(keep, other, common.viewer, order.reason)
    print_done(common, done, say(f"{other} hoort nu bij {keep}.", f"{other} now belongs to {keep}."))


def _different(common: Common, network: Network, order: _Order) -> None:
    one, other = order.ids
    done = network.keep_apart(one, other, common.viewer, order.reason)
    said = say(f"{one} en {other} zijn er twee, en blijven dat.", f"{one} and {other} are two, and stay so.")
    print_done(common, done, said)


def _later(common: Common, network: Network, order: _Order) -> None:
    one, other = order.ids
    network.postpone(one, other, common.viewer, order.reason)
    if common.json:
        print_json({"later": [one, other], "reason": order.reason})
    else:
        click.echo(say(f"{one} en {other} staan voortaan achteraan.", f"{one} and {other} now stand last."))


def _apply(common: Common, network: Network, order: _Order) -> None:
    merged = network.merge_sure(common.viewer, order.reason)
    if merged is not None:
        print_done(common, merged, f"{merged.order.title}.")
    elif common.json:
        print_json({"load": None, "what": ""})
    else:
        click.echo(say("Er is niets zekers om samen te voegen.", "There is nothing sure to merge."))


_DO = {"same": _same, "different": _different, "later": _later, "apply": _apply}


def _show(common: Common, network: Network, which: str, kind: str | None, first: int) -> None:
    from graph.resolution.matching import Outcome  # noqa: PLC0415 - only this command needs it

    outcomes = dict(zip(_LISTS, (Outcome.DOUBTFUL, Outcome.SURE, Outcome.PART), strict=True))
    resolution, later = network.resolution(common.viewer), network.put_off(common.viewer)
    matches = [match for match in resolution.of(outcomes[which]) if kind in (None, match.one.kind)]
    matches.sort(key=lambda match: match.ids in later)  # stable: what was put off comes last
    doubts = network.doubts(common.viewer, matches[:first], LANG)
    if common.json:
        print_json({"list": which, "total": len(matches), "pairs": [doubt_document(one) for one in doubts]})
        return
    if not doubts:
        click.echo(say("Er is hier niets om te laten zien.", "There is nothing to show here."))
    for number, one in enumerate(doubts, 1):
        _print_doubt(number, one)
    _print_totals(resolution, len(later), matches, first)


def _print_doubt(number: int, one: Doubt) -> None:
    from graph.resolution.reasons import likelihood  # noqa: PLC0415 - only this command needs it

    left, right = one.sides
    _print(f"{number}. {left.name} | {right.name} · {likelihood(one.outcome, one.probability).to(LANG)}", "   ")
    for side in one.sides:
        cited = "; ".join(_where(citation.label, citation.place) for citation in side.sources[:3])
        others = say("ook", "also") + f" {', '.join(side.names[:3])}; " if side.names else ""
        _print(f"   {side.id}  ({others}{cited})", "     ")
    if one.later is not None:
        _print(f"   {say('Uitgesteld', 'Put off')}: {one.later or say('zonder reden', 'without a reason')}", "     ")
    for title, reasons in (
        (say("Wat ervoor spreekt", "What speaks for it"), one.reasons_for),
        (say("Wat ertegen spreekt", "What speaks against it"), one.reasons_against),
    ):
        click.echo(f"   {title}:")
        for reason in reasons:
            _print(f"   - {reason.text.to(LANG)}{_cited(reason)}", "     ")
        if not reasons:
            click.echo(say("   - Niets in de bronnen.", "   - Nothing in the sources."))
    click.echo()


def _print(text: str, indent: str) -> None:
    """Print a line within the width; characters that could steer a terminal are left out."""
    shown = "".join(character for character in text if character.isprintable())
    click.echo("\n".join(textwrap.wrap(shown, WIDTH, subsequent_indent=indent, break_on_hyphens=False)))


def _cited(reason: Reason) -> str:
    """Return where a reason stands; what it reads from the names alone is cited beside those."""
    found = [] if reason.of_names else [fact.cited(LANG) for fact in reason.facts]
    cited = "; ".join(dict.fromkeys(_where(one.label, one.place) for one in found if one.source))
    return f" ({cited})" if cited else ""


def _where(label: str, place: str) -> str:
    return f"{label}, {place}" if place else label


def _print_totals(resolution: Resolution, later: int, matches: list[Match], first: int) -> None:
    counts = {outcome: sum(match.outcome == outcome for match in resolution.settled.matches)
              for outcome in ("doubtful", "sure", "part")}  # fmt: skip
    if len(matches) > first:
        click.echo(
            say(f"Dit zijn de eerste {first} van {len(matches)}.", f"These are the first {first} of {len(matches)}.")
        )
    _print(say("Beslis met: wijkweb resolve --same ID ID, --different ID ID of --later ID ID.",
               "Decide with: wijkweb resolve --same ID ID, --different ID ID or --later ID ID."), "")  # fmt: skip
    _print(say(f"Twijfel: {counts['doubtful']}, waarvan uitgesteld: {later}. Zeker: {counts['sure']} (voeg samen met "
               f"--apply). Onderdelen: {counts['part']}.",
               f"Doubtful: {counts['doubtful']}, of which put off: {later}. Sure: {counts['sure']} (merge with "
               f"--apply). Parts: {counts['part']}."), "")  # fmt: skip


def doubt_document(one: Doubt) -> dict[str, Any]:
    """Return a pair as a JSON document."""
    return {
        "ids": [side.id for side in one.sides],
        "kind": one.sides[0].kind,
        "sides": [{"id": side.id, "name": side.name, "also": side.names,
                   "sources": [{"source": cited.source, "label": cited.label, "place": cited.place or None}
                               for cited in side.sources]} for side in one.sides],
        "outcome": one.outcome.value,
        "probability": one.probability,
        "base": one.base,
        "reasons_for": [_reason_document(reason) for reason in one.reasons_for],
        "reasons_against": [_reason_document(reason) for reason in one.reasons_against],
        "later": one.later,
    }  # fmt: skip


def _reason_document(reason: Reason) -> dict[str, Any]:
    facts = [{"text": fact.text.to(LANG), "thing": fact.thing or None, "source": fact.citation.source,
              "place": fact.cited(LANG).place or None} for fact in reason.facts]  # fmt: skip
    return {"code": reason.code, "text": reason.text.to(LANG), "weight": reason.weight, "facts": facts}


def _read_truth(file: Path) -> dict[str, Any]:
    try:
        truth = orjson.loads(file.read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise FileError(f"{file} kan niet als JSON worden gelezen.", f"{file} cannot be read as JSON.") from error
    if not isinstance(truth, dict):
        raise FileError(f"{file} is geen antwoordenboek.", f"{file} is no book of answers.")
    return truth


def _print_quality(common: Common, found: Quality) -> None:
    if common.json:
        print_json({"pairs": found.pairs, "automatic": found.automatic, "automatic_right": found.automatic_right,
                    "desk": found.desk, "desk_right": found.desk_right, "precision": found.precision,
                    "automatic_recall": found.automatic_recall, "recall": found.recall,
                    "wrong": found.wrong, "missed": found.missed})  # fmt: skip
        return
    print_table([say("wat", "what"), say("hoeveel", "how many")], _quality_rows(found))


def _quality_rows(found: Quality) -> Iterable[tuple[str, str]]:
    yield say("paren die echt hetzelfde zijn", "pairs that are truly one"), str(found.pairs)
    yield say("automatisch samen, waarvan terecht", "automatic, of which right"), (
        f"{found.automatic}, {found.automatic_right}")  # fmt: skip
    yield say("op het bureau, waarvan terecht", "on the desk, of which right"), f"{found.desk}, {found.desk_right}"
    yield say("precisie automatisch", "precision, automatic"), f"{found.precision:.3f}"
    yield say("vangst automatisch", "recall, automatic"), f"{found.automatic_recall:.3f}"
    yield say("vangst met het bureau erbij", "recall with the desk"), f"{found.recall:.3f}"
