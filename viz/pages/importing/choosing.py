"""What a posted form decides about the columns of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.ingest.proposing.building import MAIN as MAIN_NAMES
from graph.ingest.proposing.choices import LEFT_OUT, MAIN, Choices, roles_for
from graph.network.importing.uploads import Upload
from viz.pages.importing.columns import BY_WORD, UNDECIDED, mixture_of, shown_role


def read_choices(form: Mapping[str, str], upload: Upload) -> Choices:
    """Return what a posted form decides, over what was decided before.

    Parameters
    ----------
    form
        ``kolom-N`` for columns by place, ``soort``, ``blad``, ``naam``, ``uitgever``, ``datum``, ``wie``.
    upload
        As the form showed it.

    Notes
    -----
    What was left as it stood is no decision: then the reason of the proposal stays to be read. Decisions that another
    kind of row has no place for are dropped with the kind.
    """
    before, proposal = upload.choices, upload.proposal
    sheet = form.get("blad", before.sheet)
    level = form.get("wie", "")
    level = level if level in _LEVELS and level != _level(upload) else before.level
    made = replace(before, sheet=sheet, source=_source(form, upload), level=level)
    if proposal is None or proposal.shape is None or sheet != before.sheet:
        return replace(made, roles={} if sheet != before.sheet else before.roles)
    roles = dict(before.roles)
    for one in proposal.guesses:
        posted = form.get(f"kolom-{one.profile.place}")
        if posted is not None and posted not in (UNDECIDED, shown_role(proposal, one)):
            roles[one.header] = posted
    roles = _one_name(roles, before.roles)
    kind = form.get("soort", "")
    if kind == BY_WORD:
        return replace(made, kind="", roles=roles)
    if kind in ("", proposal.shape.kind) and not (kind and mixture_of(proposal)):
        return replace(made, roles=roles)
    known = {MAIN, LEFT_OUT, *(role for role, _ in roles_for(kind))} if kind in MAIN_NAMES else set()
    return replace(made, kind=kind, roles={header: role for header, role in roles.items() if role in known})


def _level(upload: Upload) -> str:
    """Return who may see what an upload says, as its page shows it."""
    return upload.choices.level or "public"


def _source(form: Mapping[str, str], upload: Upload) -> dict[str, str]:
    """Return what is said of the source that differs from what the page shows by itself."""
    proposed = upload.proposal.document["source"] if upload.proposal else {}
    made = dict(upload.choices.source)
    for name, field in _SOURCE_FIELDS.items():
        value = form.get(field, "").strip()
        if field in form and value != made.get(name, str(proposed.get(name, ""))):
            made[name] = value
    return made


_SOURCE_FIELDS = {"name": "naam", "publisher": "uitgever", "published_on": "datum"}
_LEVELS = ("public", "internal")


def _one_name(roles: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Return decisions in which a column chosen to be the name takes the place of the one chosen before."""
    newly = {header for header, role in roles.items() if role == MAIN and before.get(header) != MAIN}
    if len(newly) != 1:
        return dict(roles)
    return {header: role for header, role in roles.items() if role != MAIN or header in newly}
