"""Commands about files: load, plan, undo, loads, export, practice, template."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click

from graph.cli.language import LANG, say
from graph.cli.options import Common, common_options, example
from graph.cli.printing import clean, print_json, print_table, print_text, progress_bar, say_aside
from graph.cli.writing import write_whole
from graph.errors import FileError
from graph.ingest.pipeline import LoadOptions, LoadReport, check_file, files_to_load
from graph.ingest.plans import Sort
from graph.network.exports.formats import FORMATS
from graph.schema.model import KINDS_BY_PLURAL
from graph.schema.templates import template_csv
from graph.schema.words import Words
from graph.store.loads import Load, LoadKind, parts_of
from graph.store.questions import Role


def _with_seeds(context: click.Context, parameter: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Let ``seeds`` stand for the first city's files that come with the program, where no such folder is here."""
    found = find_spec("seeds")
    folders = list(found.submodule_search_locations or ()) if found else []
    return tuple(Path(folders[0]) if path == Path("seeds") and folders and not path.exists() else path
                 for path in paths)  # fmt: skip


# Whether a file can be read is told by who reads it: `click.Path` is to look at nothing but its form.
_PATHS = click.argument("paths", nargs=-1, required=True, metavar=say("BESTAND ...", "FILE ..."),
                        type=click.Path(path_type=Path, readable=False), callback=_with_seeds)  # fmt: skip
_MAPPING = click.option("--mapping", type=click.Path(path_type=Path, readable=False), help=say(
    "Bestand dat zegt wat de kolommen zijn; anders NAAM.mapping.yaml ernaast.",
    "File that says what the columns are; otherwise NAME.mapping.yaml beside it."))  # fmt: skip
_ADD = click.option("--add", is_flag=True, help=say(
    "Vul aan wat deze bron eerder zei, in plaats van het te vervangen.",
    "Add to what this source said before, instead of replacing it."))  # fmt: skip


@click.command(
    help=example(
        "Lees tabellen (CSV, XLSX, ODS, JSON en meer) of YAML-bestanden in, of een map daarmee. Wat niet bruikbaar "
        "is, komt in een quarantainebestand: verbeter het daar en lees dat in.",
        "Load tables (CSV, XLSX, ODS, JSON and more) or YAML files, or a folder of them. What cannot be "
        "used goes to a quarantine file: repair it there and load that.",
        "wijkweb load lijst.csv",
        "wijkweb load lijst.xlsx --mapping lijst.mapping.yaml",
        "wijkweb load seeds",
    )
)
@_PATHS
@_MAPPING
@_ADD
@click.option("--reason", default="", help=say("Waarom.", "Why."))
@click.option("--quarantine", type=click.Path(path_type=Path, file_okay=False, readable=False), help=say(
    "Map voor rijen die niet bruikbaar zijn.", "Folder for rows that cannot be used."))  # fmt: skip
@common_options(dated=False)
def load(
    common: Common, *, paths: tuple[Path, ...], mapping: Path | None, add: bool, reason: str, quarantine: Path | None
) -> None:
    """Load files."""
    with common.network() as network:
        options = LoadOptions(mapping, add, common.viewer.role.value, reason, quarantine, network.secret, lang=LANG)
        files = [file for path in paths for file in files_to_load(path)]
        for file in files if len(files) > 1 else ():  # one file is looked at when it is loaded
            check_file(file, options, network.store.records)  # all or none: half a folder is worse than a sentence
        reports = []
        for file in files:
            with progress_bar(file.name) as progress:
                report = network.load(file, replace(options, progress=progress), common.viewer)
            reports.append(report)
            _say_problems(report)
        _print_reports(common, reports)
    if any(report.proposed for report in reports):
        say_aside(
            say("Beslis over de voorstellen met: wijkweb proposals", "Decide on proposals with: wijkweb proposals")
        )
    if all(report.useless for report in reports):
        raise SystemExit(1)


@click.command(
    help=example(
        "Laat zien wat inlezen zou doen. Er wordt niets opgeslagen. Van meer bestanden wordt elk op zichzelf bekeken: "
        "wat het ene nieuw noemt, kan ook in het andere staan.",
        "Show what loading would do. Nothing is stored. Of several files each is looked at by itself: what one calls "
        "new may stand in another too.",
        "wijkweb plan lijst.csv",
        "wijkweb plan lijst.csv --format json",
    )
)
@_PATHS
@_MAPPING
@_ADD
@common_options(dated=False)
def plan(common: Common, paths: tuple[Path, ...], mapping: Path | None, add: bool) -> None:
    """Show what loading would do."""
    with common.network() as network:
        options = LoadOptions(mapping, add, secret=network.secret, lang=LANG)
        reports = [network.plan(file, options) for path in paths for file in files_to_load(path)]
        for report in reports:
            _say_problems(report)
        _print_reports(common, reports, planned=True)
    for report in reports if not common.json else ():
        _print_plan(report)


def _print_plan(report: LoadReport) -> None:
    """Print what a file would make, add to and find, a line each."""
    every = {Sort.NEW: report.new, Sort.CHANGED: report.changed, Sort.MERGED: report.merged}
    for sort, ids in every.items():
        if not ids:
            continue
        click.echo(f"\n{clean(report.file)}, {_SORTS[sort].to(LANG)} ({len(ids)}):")
        listed = [one for one in report.planned if one.sort is sort][:_LISTED]
        for one in listed:
            print_text(one.sentence(LANG), "- ", "  ")
        if len(ids) > len(listed):
            more = len(ids) - len(listed)
            click.echo(
                say(
                    f"  ... en nog {more}; --format json noemt ze.", f"  ... and {more} more; --format json lists them."
                )
            )


_LISTED = 20
"""Things that a plan shows of each sort; a person reads no more."""
_SORTS = {
    Sort.NEW: Words("nieuw", "new"),
    Sort.CHANGED: Words("bekend en aangevuld", "known and added to"),
    Sort.MERGED: Words("rijen over wat al bekend is, hier of eerder in het bestand",
                       "rows about what is known already, here or earlier in the file"),
}  # fmt: skip


def _say_problems(report: LoadReport) -> None:
    if report.mapping_of:
        day = f"{date.fromisoformat(report.mapping_kept_on):%d-%m-%Y}"
        say_aside(say(
            f"{report.file}: gelezen met de mapping die op {day} is bewaard van {report.mapping_of}. Klopt die niet, "
            "geef dan --mapping.",
            f"{report.file}: read with the mapping that was kept of {report.mapping_of} on {day}. If that is wrong, "
            "give --mapping."))  # fmt: skip
    for problem in report.problems[:20]:
        say_aside(problem.sentence(LANG))
    if report.problem_count > 20:
        more = report.problem_count - 20
        say_aside(say(f"... en nog {more}; --format json noemt ze.", f"... and {more} more; --format json lists them."))
    if report.quarantine:
        lost = report.refused + report.doubtful
        rows = say("1 rij staat", "1 row is") if lost == 1 else say(f"{lost} rijen staan", f"{lost} rows are")
        say_aside(say(f"{rows} apart in {report.quarantine}. Verbeter dat bestand en lees het in.",
                      f"{rows} set aside in {report.quarantine}. Repair that file and load it."))  # fmt: skip
    if not report.read and not report.nothing_new:
        say_aside(say(f"{report.file}: er staan geen rijen in.", f"{report.file}: there are no rows in it."))
    if report.useless:
        say_aside(say(f"{report.file}: geen enkele rij was bruikbaar. Er is niets veranderd.",
                      f"{report.file}: not one row could be used. Nothing has changed."))  # fmt: skip


def _print_reports(common: Common, reports: list[LoadReport], *, planned: bool = False) -> None:
    if common.json:
        print_json([_report_document(report, planned) for report in reports])
        return
    columns: list[tuple[str, Sequence[object]]] = [
        (say("gelezen", "read"), ["" if report.nothing_new else report.read for report in reports]),
        (say("gebruikt", "used"), ["" if report.nothing_new else report.used for report in reports]),
        (say("niets nieuws", "nothing new"), [report.unchanged for report in reports]),
        (say("twijfel", "in doubt"), [report.doubtful for report in reports]),
        (say("geweigerd", "refused"), [report.refused for report in reports]),
        (say("voorgesteld", "proposed"), [report.proposed for report in reports]),
        (say("vervallen", "withdrawn"), [report.claims_withdrawn for report in reports]),
        (say("nieuw", "new"), [len(report.new) for report in reports]),
        (say("aangevuld", "added to"), [len(report.changed) for report in reports]),
        (say("al bekend", "known already"), [len(report.merged) for report in reports]),
    ]
    shown = columns[:2]
    shown += [(header, figures) for header, figures in columns[2:] if any(figures)]  # a column of noughts says nothing
    names = [[_number(report, planned), report.file] for report in reports]
    rows = [[*name, *(figures[row] for _, figures in shown), _remark(reports[row])] for row, name in enumerate(names)]
    print_table([say("nr", "no"), say("bestand", "file"), *(header for header, _ in shown), ""], rows)
    _print_columns(reports)


def _print_columns(reports: Sequence[LoadReport]) -> None:
    """Say what became of the columns: of one file all, of several only those that were left out."""
    for report in reports:
        if len(reports) == 1 and report.columns_used:
            used = ", ".join(report.columns_used)
            print_text(say(f"Gelezen kolommen: {used}", f"Columns read: {used}"), hanging="  ")
        if report.columns_left_out:
            left_out = ", ".join(
                f"{header} ({why.to(LANG)})" if why.nl else header for header, why in report.columns_left_out.items()
            )
            name = f"{report.file}: " if len(reports) > 1 else ""
            print_text(
                say(f"{name}Weggelaten kolommen: {left_out}", f"{name}Columns left out: {left_out}"), hanging="  "
            )


def _number(report: LoadReport, planned: bool) -> object:
    return "" if planned or not report.number else report.number


def _remark(report: LoadReport) -> str:
    if report.nothing_new:
        return say("was al ingelezen", "had been loaded")
    part = say(f"hoort bij inlezing {report.part_of}", f"belongs to load {report.part_of}")
    return part if report.part_of else ""


def _report_document(report: LoadReport, planned: bool) -> dict[str, object]:
    document: dict[str, object] = {"file": report.file, "source": report.source, **report.counts()}
    left_out = {header: why.to(LANG) for header, why in report.columns_left_out.items()}
    document |= {"columns_used": report.columns_used, "columns_left_out": left_out}
    document["mapping_of"] = report.mapping_of or None
    document["problems"] = [problem.sentence(LANG) for problem in report.problems]
    if planned:
        listed = [{"what": one.sort, "id": one.id, "kind": one.kind, "name": one.name or None, "places": one.places,
                   "place_count": one.count, "says": [[words.to(LANG), value.to(LANG)] for words, value in one.said]}
                  for one in report.planned]  # fmt: skip
        return document | {"new": report.new, "changed": report.changed, "merged": report.merged, "things": listed}
    return document | {"load": report.number, "part_of": report.part_of or None, "state": report.state,
                       "nothing_new": report.nothing_new,
                       "quarantine": str(report.quarantine) if report.quarantine else None}  # fmt: skip


@click.command(
    help=example(
        "Draai een inlezing of een beslissing terug, met wat er later van is hersteld. Wat andere bronnen zeggen "
        "blijft.",
        "Take a load or a decision back, with what was repaired of it since. What other sources say stays.",
        "wijkweb undo 12 --reason 'verkeerde lijst'",
    )
)
@click.argument("number", type=int, metavar=say("NUMMER", "NUMBER"))
@click.option("--reason", default="", help=say("Waarom.", "Why."))
@common_options(dated=False)
def undo(common: Common, number: int, reason: str) -> None:
    """Take a load or decision back."""
    with common.network() as network:
        done = network.undo(number, common.viewer, reason)
        if common.json:
            print_json(_load_document(done))
        else:
            click.echo(say(f"Inlezing {number} ({done.order.title}) is teruggedraaid.",
                           f"Load {number} ({done.order.title}) has been taken back."))  # fmt: skip


@click.command(
    help=example(
        "Laat zien wat is ingelezen, nieuwste eerst; met --all ook wat mensen beslisten.",
        "Show what has been loaded, newest first; with --all also what people decided.",
        "wijkweb loads --all",
    )
)
@click.option("--all", "every", is_flag=True, help=say("Ook beslissingen van mensen.", "Decisions of people too."))
@common_options(dated=False)
def loads(common: Common, every: bool) -> None:
    """Show what has been loaded."""
    with common.network() as network:
        every_one = network.store.loads()
    found = [one for one in every_one if every or one.order.kind is LoadKind.FILE]
    repaired = {one.number: _repaired(parts_of(every_one, one.number)) for one in found}
    if common.json:
        print_json([_load_document(one, repaired[one.number]) for one in found])
        return
    headers = [say("nr", "no"), say("wat", "what"), say("stand", "state"), say("hersteld", "repaired"),
               say("wanneer", "when"), say("door", "by")]  # fmt: skip
    rows = [
        [one.number, _title(one), _STATES[one.state], repaired[one.number] or "",
         f"{one.started_at.astimezone():%d-%m-%Y %H:%M}", one.order.actor]
        for one in found
    ]  # fmt: skip
    print_table(headers, rows, whole=[2, 4])


def _repaired(parts: Sequence[Load]) -> int:
    """Return how many rows that a load set aside were repaired and loaded since."""
    return sum(int(one.report.get(name, 0)) for one in parts for name in ("used", "unchanged"))


def _title(one: Load) -> str:
    part = say("hoort bij", "belongs to")
    lines = [one.order.title, f"{part} {one.order.part_of}" if one.order.part_of else "",
             f"{say('reden', 'reason')}: {one.order.reason}" if one.order.reason else ""]  # fmt: skip
    return "\n".join(filter(None, lines))


_STATES = {
    "running": say("afgebroken of bezig", "cut off or running"),
    "withdrawing": say("afgebroken of bezig", "cut off or running"),
    "complete": say("klaar", "complete"),
    "undoing": say("wordt teruggedraaid", "being taken back"),
    "undone": say("teruggedraaid", "taken back"),
}


def _load_document(one: Load, repaired: int = 0) -> dict[str, object]:
    return {"load": one.number, "title": one.order.title, "source": one.order.source, "kind": one.order.kind,
            "state": one.state, "started_at": one.started_at.isoformat(), "actor": one.order.actor,
            "reason": one.order.reason, "part_of": one.order.part_of or None, "repaired": repaired,
            "report": one.report}  # fmt: skip


@click.command(
    help=example(
        "Schrijf alles wat de kijker mag zien naar een bestand; standaard alleen wat openbaar is.",
        "Write all that the viewer may see to a file; only what is public unless told otherwise.",
        "wijkweb export json den-haag.json",
        "wijkweb export csv-bundle tabellen.zip --as staff",
    )
    + "\n\n\b\n"
    + "\n".join(f"{one.name:<12}{one.words.to(LANG)}" for one in FORMATS.values())
)
@click.argument("form", type=click.Choice(list(FORMATS)), metavar=say("FORMAAT", "FORMAT"))
@click.argument("file", metavar=say("BESTAND", "FILE"),
                type=click.Path(path_type=Path, dir_okay=False, readable=False, allow_dash=True))  # fmt: skip
@common_options(role=Role.PUBLIC)
def export(common: Common, form: str, file: Path) -> None:
    """Write everything to a file."""
    with common.network() as network, network.view(common.viewer, as_of=common.as_of) as view:
        if str(file) == "-":
            for part in network.export(view, form, LANG):
                sys.stdout.buffer.write(part)
            return
        size = write_whole(file, network.export(view, form, LANG))
    if common.json:
        print_json({"file": str(file), "bytes": size})
    else:
        click.echo(say(f"{file} is geschreven.", f"{file} has been written."))


@click.command(
    help=example(
        "Maak een verzonnen stad als map met CSV-bestanden, om te oefenen. Niets erin bestaat echt.",
        "Make a fictional city as a folder of CSV files, to practise on. Nothing in it exists.",
        "wijkweb practice oefenstad --initiatives 154 --seed 1",
        "wijkweb practice oefenstad --flaws 0.05",
        "wijkweb load oefenstad --store sqlite:///oefenstad.sqlite",
    )
)
@click.argument("folder", metavar=say("MAP", "FOLDER"),
                type=click.Path(path_type=Path, file_okay=False, readable=False))  # fmt: skip
@click.option("--initiatives", type=click.IntRange(1, 100_000), default=154, show_default=True,
              help=say("Hoeveel initiatieven.", "How many initiatives."))  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help=say(
    "Zelfde getal, zelfde stad.", "Same number, same city."))  # fmt: skip
@click.option("--flaws", type=click.FloatRange(0.0, 0.5), default=0.0, show_default=True,
              metavar=say("DEEL", "SHARE"), help=say(
    "Deel van de rijen met een fout, zoals 0.05.", "Share of the rows with a flaw, such as 0.05."))  # fmt: skip
@common_options(dated=False)
def practice(common: Common, *, folder: Path, initiatives: int, seed: int, flaws: float) -> None:
    """Make a fictional city."""
    from graph.practice.write import write_city  # noqa: PLC0415 - it needs numpy

    try:
        truth = write_city(folder, initiatives=initiatives, seed=seed, flaws=flaws)
    except OSError as error:
        raise FileError(f"In {folder} kan niet worden geschreven.", f"{folder} cannot be written to.") from error
    if common.json:
        print_json({"folder": str(folder), "initiatives": initiatives, "groups": len(truth.groups)})
    else:
        click.echo(say(f"De oefenstad staat in {folder}. Lees haar in met: wijkweb load {folder}",
                       f"The practice city stands in {folder}. Load it with: wijkweb load {folder}"))  # fmt: skip


_PLURALS = ", ".join(sorted(KINDS_BY_PLURAL)[:-1]) + say(" of ", " or ") + max(KINDS_BY_PLURAL)


@click.command(
    help=example(
        "Schrijf een leeg invulbestand: één regel met kolomnamen. Vul het in een spreadsheet in en lees het in. "
        f"SOORT is {_PLURALS}.",
        "Write an empty table to fill in: one row of headers. Fill it in with a spreadsheet and load it. "
        f"KIND is {_PLURALS}.",
        "wijkweb template initiatives > initiatieven.csv",
    )
)
@click.argument("kind", type=click.Choice(sorted(KINDS_BY_PLURAL)), metavar=say("SOORT", "KIND"))
@common_options(dated=False)
def template(common: Common, kind: str) -> None:
    """Write an empty table to fill in."""
    text = template_csv(kind, LANG)
    if common.json:
        print_json({"kind": kind, "columns": text.strip().split(";")})
    else:
        sys.stdout.write(text.replace("\r\n", "\n"))
