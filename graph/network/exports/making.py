"""Leads from the name of a format to what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graph.errors import InputError
from graph.network.exports.csv_bundle import export_bundle
from graph.network.exports.cypher import export_cypher
from graph.network.exports.formats import FORMATS
from graph.network.exports.giving import export_giving
from graph.network.exports.graph_files import export_gexf, export_graphml
from graph.network.exports.hsds import export_hsds
from graph.network.exports.json_file import export_json
from graph.network.exports.jsonld import export_jsonld
from graph.network.exports.kumu import export_kumu
from graph.network.exports.statements import export_csv
from graph.network.exports.turtle import export_turtle
from graph.network.exports.workbook import export_workbook
from graph.store.base import View

_MAKERS: Mapping[str, Callable[[View, str], Iterator[bytes]]] = {
    "json": lambda view, _lang: export_json(view),
    "csv": export_csv,
    "csv-bundle": export_bundle,
    "xlsx": export_workbook,
    "kumu": export_kumu,
    "graphml": export_graphml,
    "gexf": export_gexf,
    "jsonld": lambda view, _lang: export_jsonld(view),
    "turtle": lambda view, _lang: export_turtle(view),
    "cypher": lambda view, _lang: export_cypher(view),
    "hsds": lambda view, _lang: export_hsds(view),
    "360giving": lambda view, _lang: export_giving(view),
}


def export(view: View, form: str, lang: str = "nl") -> Iterator[bytes]:
    """Return the graph in a format, in parts that together are one file.

    Parameters
    ----------
    view
        Who looks, and as of which day. It stays open until the last part is taken.
    form
        A name in `graph.network.exports.formats.FORMATS`.
    lang
        Language of words that stand beside values.

    Raises
    ------
    InputError
        There is no such format; or, with the first part, the format needs a library or data that are not there.
    """
    if form not in _MAKERS:
        raise InputError(
            f"‘{form}’ is geen exportformaat. Kies uit: {', '.join(FORMATS)}.",
            f"‘{form}’ is no export format. Choose from: {', '.join(FORMATS)}.",
            concerning=form,
        )
    return _MAKERS[form](view, lang)
