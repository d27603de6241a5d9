"""The page on which a person says what the columns of a file are, and sees what its first rows become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.errors import InputError
from graph.ingest.proposing.building import MAIN as MAIN_NAMES
from graph.ingest.proposing.choices import KINDS, LEFT_OUT, MAIN, Choices, is_private, role_in, roles_for
from graph.ingest.proposing.guesses import CONTACT_WORDS, Certainty, Guess
from graph.ingest.proposing.header_words import NAMING
from graph.ingest.proposing.proposal import Proposal
from graph.ingest.proposing.row_shapes import Shape
from graph.ingest.proposing.value_sorts import contact_in
from graph.network.importing.planning import FirstRow
from graph.network.importing.uploads import Upload
from graph.schema.model import KINDS_BY_NAME
from graph.schema.words import Words
from viz.pages.importing.first_rows import card_of
from viz.pages.importing.start import import_parts
from viz.pages.importing.totals import Totals, totals_of
from viz.rendering import render
from viz.site import Shell
from viz.tokens import FormTokens

UNDECIDED = "?"
"""A column that is not read until somebody chooses."""

BY_WORD = "naar-naam"
"""What a row is differs, and the words of its name say it."""

_BY_WORD = Words(
    "initiatief, organisatie of programma, naar de naam", "initiative, organisation or programme, by its name"
)
_BARS = {Certainty.SURE: 3, Certainty.LIKELY: 2, Certainty.GUESS: 1}
_SURENESS = {
    3: Words("Zeker", "Sure"), 2: Words("Waarschijnlijk", "Likely"), 1: Words("Onzeker", "Unsure"),
    0: Words("Onbekend", "Unknown"),
}  # fmt: skip
_HIDDEN = Words("naam, intern", "name, internal")
_CHOSEN = Words("Uw keuze", "Your choice")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a column may hold: its code, its words, and whether it is what stands there now."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column as the page shows it.

    Parameters
    ----------
    place
        Which column it is, counted from 0: the name of its field.
    header, example
        Its header, and a cell of it; contact details and names of people are not shown.
    groups
        What it may hold, by what that is about; empty where nobody may choose.
    bars, sureness
        How sure the proposal is, in bars and in words.
    why
        What tells so, or why it is not read.
    warning
        What to mind; empty where there is nothing.
    """

    place: int
    header: str
    example: str
    groups: tuple[tuple[str, tuple[Option, ...]], ...]
    bars: int
    sureness: str
    why: str
    warning: str


@dataclass(frozen=True, slots=True)
class Tried:
    """Choices that did not fit: the sentence that says so, and what was chosen, so that none of it is lost."""

    sentence: str
    choices: Choices


def columns_page(shell: Shell, tokens: FormTokens, upload: Upload, tried: Tried | None = None) -> str:
    """Return the page of columns.

    Parameters
    ----------
    shell, tokens
        Who looks, where links lead, and what marks the form.
    upload
        Looked at, and no document.
    tried
        What was just chosen and did not fit.
    """
    proposal = upload.proposal
    if proposal is None:
        raise InputError("Dit bestand heeft geen kolommen om te kiezen.", "This file has no columns to choose.")
    shown = tried.choices if tried else upload.choices
    kind = shown.kind or (proposal.shape.kind if proposal.shape else "")
    mixture = mixture_of(proposal)
    rows = list(column_rows(proposal, shell.lang, shown if tried else None))
    earlier = shell.site.network.imports.earlier(upload, shell.viewer)
    first: Sequence[FirstRow] = upload.plan.first if upload.plan else ()
    totals: Totals | None = totals_of(upload.plan, shell) if upload.plan else None
    return render(
        "import_columns.html",
        shell,
        upload=upload,
        proposal=proposal,
        tried=tried,
        rows=rows,
        open_column=next((one.place for one in rows if one.groups and one.bars == 0), None),
        kinds=_kinds(proposal, "" if mixture and not shown.kind else kind, shell.lang),
        shape_why=(mixture or (proposal.shape.why if proposal.shape else Words("", ""))).to(shell.lang),
        source=proposal.document["source"] | dict(shown.source),
        level=shown.level or "public",
        earlier=earlier,
        cards=[card_of(one, shell) for one in first],
        totals=totals,
        token=tokens.make(*import_parts(shell, "columns", upload.id)),
        drop_token=tokens.make(*import_parts(shell, "drop", upload.id)),
    )


def mixture_of(proposal: Proposal) -> Words | None:
    """Return of which rows the names are taken for what; None where every row is of one kind."""
    if proposal.built is None or proposal.shape is None:
        return None
    return proposal.built.mixtures.get(MAIN_NAMES[proposal.shape.kind])


def _kinds(proposal: Proposal, chosen: str, lang: str) -> list[Option]:
    """Return what a row may be: every kind, and before these what the words of its name say, if they do."""
    offered = [Option(one, KINDS_BY_NAME[one].words.to(lang), one == chosen) for one in KINDS]
    mixed = proposal.built is not None and proposal.built.may_mix
    return [Option(BY_WORD, _BY_WORD.to(lang), not chosen), *offered] if mixed else offered


def column_rows(proposal: Proposal, lang: str, tried: Choices | None = None) -> Iterator[ColumnRow]:
    """Yield the columns of a proposal as the page shows them; none where the format is known.

    Parameters
    ----------
    proposal
        What is proposed, with what was decided before.
    lang
        Of the page.
    tried
        Choices that did not fit, to be shown as they were made.
    """
    if proposal.shape is None or proposal.built is None:
        return
    for one in proposal.guesses:
        role = shown_role(proposal, one)
        role = tried.roles.get(one.header, role) if tried else role
        bars = _bars(one, role)
        left = proposal.built.notes.get(one.header) if role in (LEFT_OUT, UNDECIDED) and not one.kept_out else None
        yield ColumnRow(
            one.profile.place, one.header, _example(one, lang),
            () if is_private(one) else tuple(_groups(proposal.shape, role, lang)), bars,
            (_CHOSEN if one.decided else _SURENESS[bars]).to(lang), _sentence((left or one.why).to(lang)),
            _warning(one, lang),
        )  # fmt: skip


def shown_role(proposal: Proposal, one: Guess) -> str:
    """Return what a column stands for on the page; `UNDECIDED` where nothing is known of it and nobody chose."""
    if proposal.built is None or proposal.shape is None:
        return LEFT_OUT
    role = role_in(proposal.built, proposal.shape, one)
    return UNDECIDED if role == LEFT_OUT and not one.kept_out and not one.role and not one.decided else role


def _bars(one: Guess, role: str) -> int:
    return 0 if role == UNDECIDED else _BARS[one.certainty]


def _example(one: Guess, lang: str) -> str:
    if is_private(one) or one.role == "person":
        return "…" if is_private(one) else _HIDDEN.to(lang)
    text = next(iter(one.profile.values), "")
    return "…" if contact_in(text) else text[:60] + ("…" if len(text) > 60 else "")


def _groups(shape: Shape, role: str, lang: str) -> Iterator[tuple[str, tuple[Option, ...]]]:
    kind = KINDS_BY_NAME[shape.kind].words
    loose = [(MAIN, Words("Naam", "Name")), (LEFT_OUT, Words("Niet inlezen", "Leave out"))]
    if role == UNDECIDED:
        loose.append((UNDECIDED, Words("Kies zelf", "Choose")))
    known = roles_for(shape.kind)
    yield "", _options(loose, role, lang)
    about = Words(f"Over {definite(kind.nl)} zelf", f"About the {kind.en} itself").to(lang)
    yield about, _options([one for one in known if one[0] not in NAMING], role, lang)
    yield (
        Words("Noemt iets anders", "Names something else").to(lang),
        _options([one for one in known if one[0] in NAMING], role, lang),
    )


_NEUTER = ("initiatief", "gebied", "programma", "onderwerp", "criterium", "oordeel")


def definite(word: str) -> str:
    """Return a kind with its article in Dutch."""
    return f"het {word}" if word in _NEUTER else f"de {word}"


def _options(found: Sequence[tuple[str, Words]], role: str, lang: str) -> tuple[Option, ...]:
    return tuple(Option(value, words.to(lang), value == role) for value, words in found)


def _warning(one: Guess, lang: str) -> str:
    if one.kept_out:
        return ""
    found = [f"{count} {CONTACT_WORDS[sort].to(lang)}" for sort, count in one.profile.inside.items()]
    if not found:
        return ""
    words = Words("Let op: in deze teksten staan ook", "Mind: these texts also hold")
    return f"{words.to(lang)} {', '.join(found)}."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
