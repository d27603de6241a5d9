"""Command that measures the advice: evaluate."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import print_json, print_table, print_text, say_aside
from graph.cli.writing import write_whole

if TYPE_CHECKING:
    from graph.algorithms.evaluation import Evaluation, Quality
    from graph.suggestions.evaluating import AdviceQuality


@click.command(
    help=example(
        "Hoe goed is het advies? Verbergt bekende samenwerkingen en kijkt of het advies ze terugvindt.",
        "How good is the advice? Hides known partnerships and looks whether the advice finds them back.",
        "wijkweb evaluate",
        "wijkweb evaluate --by date --picture kansen.svg",
    )
)
@click.option(
    "--by",
    type=click.Choice(["random", "date"]),
    default="random",
    show_default=True,
    help=say("Wat wordt verborgen: een willekeurig deel, of de nieuwste.", "What is hidden: any, or the newest."),
)
@click.option("--seed", type=int, default=0, show_default=True, help=say("Begin van het toeval.", "Start of chance."))
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=say("BESTAND", "FILE"),
    help=say(
        "Schrijf ook een plaatje (SVG) van hoe eerlijk de kansen zijn.",
        "Also write a picture (SVG) of how honest the chances are.",
    ),
)
@common_options(dated=False)
def evaluate(common: Common, *, by: str, seed: int, picture: Path | None) -> None:
    """Print how good the advice is."""
    with common.network() as network, network.view(common.viewer) as view:
        quality = network.advice_quality(view, newest=by == "date", seed=seed)
    if picture is not None:
        from viz.reliability import draw_reliability  # noqa: PLC0415 - only a picture needs the templates

        write_whole(picture, [draw_reliability(quality, LANG).encode()])
        say_aside(say(f"Het plaatje staat in {picture}.", f"The picture is in {picture}."))
    if common.json:
        print_json(evaluation_document(quality))
        return
    print_text(quality.text.to(LANG))
    if quality.evaluation is not None:
        _print_figures(quality.evaluation)


def _print_figures(found: Evaluation) -> None:
    from graph.suggestions.evaluating import RULE_WORDS, one_in  # noqa: PLC0415 - it needs numbers

    names = {"": say("het advies", "the advice"), **{name: words.to(LANG) for name, words in RULE_WORDS.items()}}
    click.echo()
    print_table(
        [
            say("hoe gerangschikt", "how ranked"),
            say("boven een ander paar", "above another pair"),
            say("goed van de eerste 20", "right of the first 20"),
            say("bij de eerste 3 van een lid", "in the first 3 of a member"),
        ],
        [_row(names[name], quality) for name, quality in (("", found.model), *found.rules.items())],
    )
    click.echo()
    print_text(say("Komen de kansen uit? Paren in groepen waarin evenveel samenwerkingen te verwachten zijn:",
                   "Do the chances come out? Pairs in groups in which as many partnerships are expected:"))  # fmt: skip
    headers = [say("kans die we noemden", "chance that we gave"), say("deel dat bleek", "share that turned out"),
               say("paren", "pairs")]  # fmt: skip
    print_table(headers, [[one_in(one.said, LANG), one_in(one.seen, LANG), one.pairs] for one in found.calibration])


def _row(name: str, quality: Quality) -> list[str]:
    return [name, _per_cent(quality.auc), _per_cent(quality.precision_at(20)), _per_cent(quality.found_first)]


def _per_cent(share: float) -> str:
    return f"{100 * share:.0f}%"


def evaluation_document(quality: AdviceQuality) -> dict[str, Any]:
    """Return what was measured as a JSON document; ``evaluation`` is null where nothing could be."""
    return {
        "by": "date" if quality.newest else "random",
        "known": quality.known,
        "text": quality.text.to(LANG),
        "best_rule": quality.best_rule or None,
        "evaluation": quality.evaluation and asdict(quality.evaluation),
    }
