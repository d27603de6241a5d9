"""The command ``proposals``: what reports propose, and what people make of it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, say_aside
from graph.network.proposals.desk import (
    Decided,
    ProposalDesk,
    ProposalKind,
    ProposalState,
    ShownProposal,
    ShownReport,
)

_WIDTH = 80
_MOST_NUMBERS = 10_000
"""Proposals that one command may name."""
_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_STATES = {
    ProposalState.OPEN: ("open", "open"),
    ProposalState.ACCEPTED: ("overgenomen", "accepted"),
    ProposalState.REJECTED: ("afgewezen", "rejected"),
}


@click.command(
    help=example(
        "Wat verslagen voorstellen wacht hier op een mens. Wat u overneemt komt in het web, met de zin uit het verslag "
        "als bron; wat u afwijst wordt niet opnieuw gevraagd. Zet een verslag klaar met wijkweb load.",
        "What reports propose waits here for a person. What you accept joins the graph, with the report's sentence as "
        "its source; what you reject is not asked again. Put a report here with wijkweb load.",
        "wijkweb load verslag.txt",
        "wijkweb proposals",
        "wijkweb proposals --accept 3 5-9",
        "wijkweb proposals --accept 4 --is initiative/de-pollepel",
        "wijkweb proposals --reject 7 --reason 'is een straat'",
        "wijkweb proposals --accept-sure",
        "wijkweb proposals --reopen 7",
        "wijkweb proposals --reports",
    )
)
@click.argument("numbers", nargs=-1, metavar=say("[NUMMER ...]", "[NUMBER ...]"))
@click.option("--accept", "act", flag_value="accept", help=say("Neem deze over.", "Accept these."))
@click.option("--reject", "act", flag_value="reject", help=say("Wijs deze af.", "Reject these."))
@click.option("--reopen", "act", flag_value="reopen", help=say("Zet deze weer open.", "Put these back, undecided."))
@click.option("--accept-sure", "act", flag_value="sure", help=say(
    "Neem over wat vrij zeker is.", "Accept what is fairly sure."))  # fmt: skip
@click.option("--is", "is_", metavar="ID", help=say(
    "Wat dit ene voorstel is, bij --accept.", "What this one proposal is, with --accept."))  # fmt: skip
@click.option(
    "--reports", "act", flag_value="reports", help=say("Welke verslagen er zijn.", "Which reports there are.")
)
@click.option("--report", "source", default="", metavar="ID", help=say("Alleen dit verslag.", "This report only."))
@click.option(
    "--state",
    type=click.Choice([*(state.value for state in ProposalState), "all"]),
    default="open",
    show_default=True,
    help=say("Alleen deze stand.", "This state only."),
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in ProposalKind]),
    help=say("Alleen deze soort.", "This kind only."),
)
@click.option("--first", type=click.IntRange(1, 10_000), default=50, show_default=True,
              help=say("Hoeveel.", "How many."))  # fmt: skip
@click.option("--reason", default="", help=say("Waarom; wordt bewaard.", "Why; it is kept."))
@common_options(dated=False)
def proposals(common: Common, *, numbers: tuple[str, ...], act: str | None, is_: str | None, **how: Any) -> None:
    """Show proposals, or decide on them."""
    chosen = _numbers(numbers)
    _check_use(chosen, act, is_)
    with common.network() as network:
        desk = network.desk(common.viewer)
        if act == "reports":
            _print_reports(common, desk.reports())
        elif act is not None:
            decided = _DO[act](desk, chosen, is_, how)
            _print_decided(common, act, decided)
        elif chosen:
            _print_proposals(common, [desk.one(number) for number in chosen], len(chosen))
        else:
            states = tuple(ProposalState) if how["state"] == "all" else (ProposalState(how["state"]),)
            kinds = (ProposalKind(how["kind"]),) if how["kind"] else tuple(ProposalKind)
            found = desk.list(states=states, report=how["source"], kinds=kinds)
            _print_proposals(common, found[: how["first"]], len(found))


def _numbers(given: Sequence[str]) -> list[int]:
    """Return the numbers that are meant by ``3``, ``5-9`` and ``3,5``."""
    found: list[int] = []
    for part in (one for text in given for one in text.split(",") if one.strip()):
        match = _RANGE.fullmatch(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not match or last < first or last - first + len(found) >= _MOST_NUMBERS:
            raise click.UsageError(say(f"‘{part[:40]}’ is geen nummer van een voorstel, zoals 3 of 5-9.",
                                       f"‘{part[:40]}’ is no number of a proposal, such as 3 or 5-9."))  # fmt: skip
        found += range(first, last + 1)
    return list(dict.fromkeys(found))


def _check_use(chosen: Sequence[int], act: str | None, is_: str | None) -> None:
    if act in ("accept", "reject", "reopen") and not chosen:
        raise click.UsageError(say("Geef de nummers van de voorstellen.", "Give the numbers of the proposals."))
    if act in ("sure", "reports") and chosen:
        raise click.UsageError(say("Hier horen geen nummers bij.", "This takes no numbers."))
    if is_ and (act != "accept" or len(chosen) != 1):
        raise click.UsageError(say("--is hoort bij --accept van één voorstel.", "--is goes with --accept of one."))


_Do = Callable[[ProposalDesk, Sequence[int], "str | None", dict[str, Any]], Decided]
_DO: dict[str, _Do] = {
    "accept": lambda desk, chosen, is_, how: desk.accept(
        chosen, reason=how["reason"], same_as={chosen[0]: is_} if is_ else None
    ),
    "reject": lambda desk, chosen, _, how: desk.reject(chosen, reason=how["reason"]),
    "reopen": lambda desk, chosen, _, how: desk.reopen(chosen, reason=how["reason"]),
    "sure": lambda desk, _, __, how: desk.accept_sure(report=how["source"], reason=how["reason"]),
}


# ---------------------------------------------------------------------------------------------------------- printing


def _print_decided(common: Common, act: str, decided: Decided) -> None:
    numbers = [one.number for one in decided.proposals]
    for problem in decided.remarks:
        say_aside(problem.sentence(LANG))
    if common.json:
        print_json({"proposals": numbers, "loads": [load.number for load in decided.loads]})
        return
    count = say("1 voorstel", "1 proposal") if len(numbers) == 1 else say(
        f"{len(numbers)} voorstellen", f"{len(numbers)} proposals")  # fmt: skip
    if not numbers:
        click.echo(say("Er is niets veranderd.", "Nothing has changed."))
    elif act in ("accept", "sure"):
        loads = ", ".join(str(load.number) for load in decided.loads)
        click.echo(say(f"{count} overgenomen. Terugdraaien: wijkweb undo {loads}",
                       f"{count} accepted. To take it back: wijkweb undo {loads}"))  # fmt: skip
    else:
        done = say("afgewezen", "rejected") if act == "reject" else say("weer open", "open again")
        click.echo(f"{count} {done}.")


def _print_reports(common: Common, found: Sequence[ShownReport]) -> None:
    if common.json:
        print_json([_report_document(one) for one in found])
        return
    if not found:
        click.echo(_NOTHING_READ)
        return
    headers = [say("verslag", "report"), "id", *(say(*_STATES[state]) for state in ProposalState)]
    rows = [[one.report.title, one.report.source, *(one.counts.get(state, 0) for state in ProposalState)]
            for one in found]  # fmt: skip
    print_table(headers, rows)


_NOTHING_READ = say("Er is nog geen verslag ingelezen. Doe dat met: wijkweb load verslag.txt",
                    "No report has been read yet. Do so with: wijkweb load report.txt")  # fmt: skip


def _print_proposals(common: Common, found: Sequence[ShownProposal], total: int) -> None:
    if common.json:
        print_json({"total": total, "proposals": [_document(one) for one in found]})
        return
    last = ("", "")
    for one in found:
        if one.report.source != last[0]:
            click.echo(f"\n{_clean(one.report.title)}  [{one.report.source}]")
        if (one.report.source, one.kind) != last:
            click.echo(f"  {one.kind.words.to(LANG)}")
        last = (one.report.source, one.kind)
        _print_proposal(one)
    _print_foot(len(found), total)


def _print_proposal(one: ShownProposal) -> None:
    tail = ", ".join(filter(None, (one.where.to(LANG), one.certainty[1].to(LANG), _state(one), _known(one))))
    _print(f"{one.number:>5}  {one.text.to(LANG)} [{tail}]", "       ")
    passage = " ".join(one.passage.split())
    if passage not in one.text.to(LANG):
        _print(f"       “{textwrap.shorten(passage, 200, placeholder=' …')}”", "        ")


def _print(line: str, indent: str) -> None:
    click.echo(textwrap.fill(_clean(line), _WIDTH, subsequent_indent=indent, break_on_hyphens=False,
                             replace_whitespace=False, drop_whitespace=True))  # fmt: skip


def _clean(text: str) -> str:
    """Return a text without characters that could steer a terminal."""
    return "".join(one for one in text if one.isprintable())


def _state(one: ShownProposal) -> str:
    return "" if one.kept.state is ProposalState.OPEN else say(*_STATES[one.kept.state])


def _known(one: ShownProposal) -> str:
    """Return what the graph knows of a proposed thing."""
    link = one.link
    if link is None:
        return ""
    if link.doubts:
        choice = ", ".join(link.doubts[:3])
        return say(f"kan zijn: {choice}", f"may be: {choice}")
    if not link.id:
        return say("nieuw", "new")
    name = one.names.get(link.id, link.id)
    if link.alike:
        return say(f"lijkt op {name} ({link.id})", f"looks like {name} ({link.id})")
    return say(f"bekend als {link.id}", f"known as {link.id}")


def _print_foot(count: int, total: int) -> None:
    if not total:
        click.echo(say("Er staan hier geen voorstellen.", "There are no proposals here."))
        return
    if count < total:
        click.echo(say(f"\nDit zijn de eerste {count} van {total}; --first laat er meer zien.",
                       f"\nThese are the first {count} of {total}; --first shows more."))  # fmt: skip
    click.echo()
    how = "wijkweb proposals --accept 3 5-9, --reject 7, --reopen 7"
    _print(say(f"Beslis met: {how} of --accept-sure.", f"Decide with: {how} or --accept-sure."), "")


def _report_document(one: ShownReport) -> dict[str, Any]:
    return {"id": one.report.source, "title": one.report.title, "file": one.report.file,
            "published_on": one.report.published_on or None, "read_on": one.report.read_on,
            **{state.value: one.counts.get(state, 0) for state in ProposalState}}  # fmt: skip


def _document(one: ShownProposal) -> dict[str, Any]:
    kept, link = one.kept, one.link
    known = {"state": link.state, "id": link.id or None, "may_be": list(link.doubts)} if link else None
    return {"number": kept.number, "report": kept.report, "kind": kept.kind.value, "text": one.text.to(LANG),
            "state": kept.state.value, "certainty": round(one.certainty[0], 2), "passage": one.passage,
            "place": one.where.to(LANG), "known": known, "load": kept.load or None, "reason": kept.reason}  # fmt: skip
