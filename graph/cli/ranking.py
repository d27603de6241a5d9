"""The command that puts areas or initiatives in order of criteria."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from graph.cli.facilitating import NAMED, POINT, fact_documents, member_document, print_sources, texts
from graph.cli.language import LANG, say
from graph.cli.naming import find_id, find_ids
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, print_text
from graph.errors import InputError
from graph.questions.ranking import RankingQuestion
from graph.questions.ranking_catalogue import COUNTED
from graph.questions.ranking_types import Ranked, Ranking
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.words import normalise
from graph.store.base import View

_KINDS = {"areas": "Area", "initiatives": "Initiative"}


@click.command(
    help=example(
        "Welke wijken hebben de beste grond, welke initiatieven springen eruit? Met hoe vast elke plaats is.",
        "Which districts have the best soil, which initiatives stand out? With how firm each place is.",
        "wijkweb rank areas",
        "wijkweb rank areas --together Moerwijk --together Laak",
        "wijkweb rank initiatives --within Escamp --weight 'Heeft draagvlak in de wijk=3'",
    )
)
@click.argument("what", type=click.Choice(list(_KINDS)))
@click.option("--within", multiple=True, metavar=NAMED, help=say("Alleen in dit gebied.", "In this area only."))
@click.option("--level", type=click.Choice([term.code for term in VOCABULARIES_BY_NAME["AreaLevel"].terms]),
              default="district", show_default=True, help=say("Welke gebieden.", "Which areas."))  # fmt: skip
@click.option("--weight", "weights", multiple=True, metavar=say("NAAM=GETAL", "NAME=NUMBER"),
              help=say("Probeer dit gewicht voor een criterium.", "Try this weight for a criterion."))  # fmt: skip
@click.option(
    "--together", multiple=True, metavar=NAMED, help=say("Neem deze gebieden samen.", "Take these areas together.")
)
@click.option("--first", type=click.IntRange(1, 1000), default=10, show_default=True, help=say("Hoeveel.", "How many."))
@common_options()
def rank(common: Common, *, what: str, within: tuple[str, ...], level: str, weights: tuple[str, ...],
         together: tuple[str, ...], first: int) -> None:  # fmt: skip
    """Print a ranking."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        question = RankingQuestion(
            _KINDS[what], find_ids(view, within, ("Area",)), level, _read_weights(view, weights),
            find_ids(view, together, ("Area",)),
        )  # fmt: skip
        found = network.answers.ranking(view, question, first=first)
    if common.json:
        print_json(_document(found))
    else:
        _print(found)


def _read_weights(view: View, weights: Sequence[str]) -> Mapping[str, float]:
    """Return weights by id of a criterion, or by our name of what is counted."""
    counted = {normalise(words.to(lang)): code for code, words in COUNTED.items() for lang in ("nl", "en")}
    found = {}
    for one in weights:
        name, _, number = one.rpartition("=")
        try:
            value = float(number.replace(",", "."))
        except ValueError:
            value = -1.0
        if not name or not 0 <= value <= 1_000_000:
            raise InputError(
                f"‘{one}’ is geen gewicht. Schrijf naam=getal, met een getal van 0 of meer.",
                f"‘{one}’ is no weight. Write name=number, with a number of 0 or more.",
                concerning=one,
            )
        found[counted.get(normalise(name)) or (name if name in COUNTED else find_id(view, name, ("Criterion",)))] = (
            value
        )
    return found


def _print(found: Ranking) -> None:
    if found.places:
        names = {one.id: one.name.to(LANG) for one in found.yardsticks}
        print_text(say("Waarop is gelet, en hoe zwaar:", "What was looked at, and how much it weighs:"))
        reasons = [one.why.to(LANG) for one in found.yardsticks]
        same = len(set(reasons)) == 1
        for one, why in zip(found.yardsticks, reasons, strict=True):
            print_text(f"{one.name.to(LANG)} ({round(100 * one.weight)}%){'' if same else f'. {why}'}", *POINT)
        if same:
            print_text(reasons[0], "   ")
        click.echo()
        headers = [say("plaats", "place"), say("wie", "who"), say("punten", "points"), say("tussen", "between"),
                   say("verandert door", "changed by")]  # fmt: skip
        print_table(headers, [_row(place, names) for place in found.places])
        click.echo()
        print_text(say("Waarom:", "Why:"))
        for place in found.places[:3]:
            _print_place(place)
    for note in found.notes:
        print_text(note.to(LANG))


def _row(place: Ranked, names: Mapping[str, str]) -> list[object]:
    between = f"{place.best}–{place.worst}" if place.best != place.worst else say("vast", "firm")
    return [place.rank, _who(place), round(100 * place.score), between, names.get(place.turned_by, "")]


def _who(place: Ranked) -> str:
    return " + ".join(member.name for member in place.members)


def _print_place(place: Ranked) -> None:
    print_text(f"{place.rank}. {_who(place)}. {place.text.to(LANG)}", "", "   ")
    for mark in place.marks:
        if mark.score is not None:
            print_text(mark.text.to(LANG), *POINT)
            print_sources(mark.facts, "     ")


def _document(found: Ranking) -> dict[str, Any]:
    return {
        "yardsticks": [{**asdict(one), "name": one.name.to(LANG), "why": one.why.to(LANG)} for one in found.yardsticks],
        "places": [_place_document(place) for place in found.places],
        "notes": texts(found.notes),
    }


def _place_document(place: Ranked) -> dict[str, Any]:
    return {
        "members": [member_document(member) for member in place.members],
        "rank": place.rank,
        "rank_best": place.best,
        "rank_worst": place.worst,
        "score": place.score,
        "turned_by": place.turned_by or None,
        "missing": place.missing,
        "marks": [{"yardstick": mark.yardstick, "score": mark.score, "text": mark.text.to(LANG),
                   "facts": fact_documents(mark.facts)} for mark in place.marks],
        "text": place.text.to(LANG),
    }  # fmt: skip
