from __future__ import annotations

from collections.abc import Callable

from graph.ingest.proposing.choices import Choices
from graph.network.importing.uploads import Upload
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.choosing import read_choices
from viz.pages.importing.columns import ColumnRow, column_rows


def rows_of(upload: Upload, lang: str = "nl") -> dict[str, ColumnRow]:
    assert upload.proposal is not None
    return {one.header: one for one in column_rows(upload.proposal, lang)}


def chosen(row: ColumnRow) -> str:
    return next(one.value for _, options in row.groups for one in options if one.is_chosen)


def test_what_is_chosen_is_kept_and_what_is_left_is_no_decision(pages: Callable[..., Pages]) -> None:
    upload = pages().taking.keep()
    rows = rows_of(upload)
    form = {f"kolom-{row.place}": chosen(row) for row in rows.values() if row.groups}
    form |= {"soort": "Initiative", "naam": "lijst", "uitgever": "", "datum": "", "wie": "public", "stap": "verder"}
    assert read_choices(form, upload) == Choices()
    form[f"kolom-{rows['Opm.'].place}"] = "summary"
    made = read_choices({**form, "naam": " Lijst Zuid ", "datum": "2025", "wie": "internal"}, upload)
    assert (made.roles, made.source["name"], made.level) == ({"Opm.": "summary"}, "Lijst Zuid", "internal")


def test_another_kind_drops_what_it_has_no_place_for(pages: Callable[..., Pages]) -> None:
    taking = pages().taking
    upload = taking.choose(taking.keep(), roles={"Opm.": "phase", "Wijk": "leave out"})
    made = read_choices({"soort": "Organisation"}, upload)
    assert (made.kind, made.roles) == ("Organisation", {"Wijk": "leave out"})
    assert rows_of(taking.choose(upload, kind=made.kind, roles=made.roles))["Wijk"].sureness == "Uw keuze"


def test_another_name_takes_the_place_of_the_one_chosen_before(pages: Callable[..., Pages]) -> None:
    taking = pages().taking
    upload = taking.choose(taking.keep(), roles={"Opm.": "main"})
    place = rows_of(upload)["Wijk"].place
    assert read_choices({f"kolom-{place}": "main"}, upload).roles == {"Wijk": "main"}
