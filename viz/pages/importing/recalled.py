"""The page of columns of a file that is read with the mapping kept for its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.ingest.mapping_specs import OTHERWISE
from graph.ingest.proposing.building import MAIN as MAIN_NAMES
from graph.ingest.proposing.building import columns_of
from graph.ingest.proposing.choices import node_words
from graph.network.importing.uploads import Upload
from graph.schema.declaration import Property
from graph.schema.model import KINDS_BY_NAME, node_properties, relationship_properties
from graph.schema.wording import short_date
from graph.schema.words import Words
from viz.pages.importing.columns import definite
from viz.pages.importing.first_rows import card_of
from viz.pages.importing.start import import_parts
from viz.pages.importing.totals import totals_of
from viz.rendering import render, upper_first
from viz.site import Shell
from viz.tokens import FormTokens


def recalled_page(shell: Shell, tokens: FormTokens, upload: Upload) -> str:
    """Return the page of columns of a file that is read with the mapping kept for its shape.

    Parameters
    ----------
    shell, tokens, upload
        As for `columns_page`.
    """
    kept = upload.recalled
    if kept is None:
        raise InputError("Voor dit bestand is geen indeling bewaard.", "No mapping is kept for this file.")
    return render(
        "import_recalled.html",
        shell,
        upload=upload,
        kept=kept,
        kept_on=short_date(kept.kept_on),
        rows=list(recalled_rows(kept.document, kept.headers, shell.lang)),
        earlier=shell.site.network.imports.earlier(upload, shell.viewer),
        cards=[card_of(one, shell) for one in (upload.plan.first if upload.plan else ())],
        totals=totals_of(upload.plan, shell) if upload.plan else None,
        token=tokens.make(*import_parts(shell, "columns", upload.id)),
        drop_token=tokens.make(*import_parts(shell, "drop", upload.id)),
    )


def recalled_rows(document: Mapping[str, Any], headers: Sequence[str], lang: str) -> Iterator[tuple[str, str]]:
    """Yield headers with what a mapping makes of them, in words.

    Parameters
    ----------
    document
        A mapping.
    headers
        Of the tables that it is for.
    lang
        ``nl`` or ``en``.
    """
    declared = {**node_properties(), **relationship_properties()}
    left_out = document.get("leave_out") or {}
    parts = [*(document.get("nodes") or {}).items(), *(("", one) for one in document.get("relationships") or ())]
    for header in headers:
        found: list[str] = []
        for node, spec in parts:
            for name, value in spec.items():
                if header in columns_of(name, value):
                    found.append((_named(node, name) or _read_as(spec, name, declared)).to(lang))
        if document.get("stated_on") == header:
            found.append(Words("wanneer dit is gezegd", "when this was said").to(lang))
        unread = (
            Words("niet inlezen", "leave out") if header in left_out else Words("zoals de vorige keer", "as before")
        )
        yield header, upper_first(", ".join(dict.fromkeys(found)) or unread.to(lang))


def _named(node: str, name: str) -> Words | None:
    return node_words(node) if name in ("name", "called") and node not in MAIN_NAMES.values() else None


def _read_as(spec: Mapping[str, Any], name: str, declared: Mapping[str, Property]) -> Words:
    kinds = spec.get("kind", ())
    first = kinds.get(OTHERWISE, "") if isinstance(kinds, Mapping) else next(iter(kinds), "")
    kind = KINDS_BY_NAME.get(kinds if isinstance(kinds, str) else first)
    if name in ("name", "called") and kind is not None:
        return Words(f"naam van {definite(kind.words.nl)}", f"name of the {kind.words.en}")
    bare = name.partition("@")[0]
    return declared[bare].words if bare in declared else Words("nummer", "number")
