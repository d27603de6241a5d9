"""What became of a suggestion: its steps, planned beside real, and the form that adds one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import InputError, UnknownIdError
from graph.network.outcomes import Outcome
from graph.network.trails import STEP_WORDS, Trail, TrailEntry, TrailStep, when_words
from graph.store.answers import Node
from graph.store.base import View
from graph.store.loads import LoadKind
from graph.suggestions.catalogue import listing
from viz.links import node_url
from viz.pages.judging import check_form
from viz.pages.who_with_whom import form_parts
from viz.rendering import render, upper_first
from viz.site import Shell
from viz.tokens import FormTokens

PATH = "/wie-bij-wie/verloop"

_HINTS = {
    TrailStep.TALK: ("u sprak ze samen, of dat is gepland", "you spoke with them together, or that is planned"),
    TrailStep.ALLIANCE: ("ze trekken samen op", "they act together"),
    TrailStep.LETTER_OF_INTENT: ("op papier: dit willen ze", "on paper: this is what they want"),
    TrailStep.AGREEMENT: ("op papier: dit doen ze", "on paper: this is what they do"),
    TrailStep.COOPERATIVE: ("ze zijn er samen één", "they are one together"),
    TrailStep.ENDED: ("het samenwerken of het plan hield op", "the working together, or the plan, came to an end"),
}
"""What each step means, for who chooses one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the page: a suggestion, and the step that was recorded just now; empty for the list."""

    suggestion: str = ""
    recorded: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Asked:
        """Read it from an address."""
        return cls(given.get("suggestie", ""), given.get("vast", ""))


@dataclass(frozen=True, slots=True)
class Refused:
    """A step that was not kept: which field is wrong, why, and what was typed."""

    field: str
    sentence: str
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A step as the page shows it.

    Parameters
    ----------
    thing
        Id of what the step is.
    words, when
        Step and day, in words.
    planned
        True while it has not come about.
    lesson, note
        As written down; empty where nobody wrote.
    url
        Where all of it stands, with who says so.
    may_undo
        Whether a person recorded it here, and who looks may take it back.
    is_new
        Whether it was recorded just now.
    """

    thing: str
    step: str
    words: str
    when: str
    planned: bool
    lesson: str
    note: str
    url: str
    may_undo: bool
    is_new: bool


def trail_page(view: View, shell: Shell, asked: Asked, tokens: FormTokens, refused: Refused | None = None) -> str:
    """Return the page of one suggestion's steps; of all suggestions with steps where none is asked for.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    asked
        Which suggestion.
    tokens
        Makes the marks of its forms.
    refused
        A step that was not kept a moment ago.

    Raises
    ------
    UnknownIdError
        There is no such suggestion.
    """
    network = shell.site.network
    if not asked.suggestion:
        return render("trails.html", shell, trails=[_summary(one, shell) for one in network.trails(view)])
    trail = network.trail(view, asked.suggestion)
    return render(
        "trail.html",
        shell,
        trail=trail,
        names=listing([member.name for member in trail.members]).to(shell.lang),
        lines=[_line(view, shell, trail, entry, asked) for entry in trail.entries],
        steps=[(step.value, upper_first(STEP_WORDS[step].to(shell.lang)), shell.say(*_HINTS[step]))
               for step in TrailStep],
        refused=refused,
        typed=refused.typed if refused else {},
        token=lambda what, subject: tokens.make(*form_parts(shell, what, subject)),
    )  # fmt: skip


def take_step(view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str | Refused:
    """Keep a step, and return the address to go on to; or say why it was not kept.

    Parameters
    ----------
    view, shell
        Who records, and where links lead.
    form
        ``suggestie``, ``stap``, ``wanneer``, ``les``, ``notitie`` and ``merk``.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not record.
    UnknownIdError
        There is no such suggestion.
    """
    suggestion, step = form.get("suggestie", ""), form.get("stap", "")
    check_form(shell, tokens, "outcome", suggestion, form.get("merk", ""))
    if step not in {one.value for one in TrailStep}:
        return Refused("step", shell.say("Kies wat er gebeurde.", "Choose what happened."), form)
    texts = [form.get(name, "").strip() for name in ("wanneer", "les", "notitie")]
    outcome = Outcome(TrailStep(step), *texts)
    try:
        _, thing = shell.site.network.record_outcome(suggestion, outcome, shell.viewer)
    except UnknownIdError:
        raise
    except InputError as error:
        return Refused(str(error.concerning or "step"), error.sentence(shell.lang), form)
    return shell.url(PATH, anchor="vast", suggestie=suggestion, vast=thing)


def take_step_back(view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Take the newest word on a step back, and return the address to go on to.

    Parameters
    ----------
    view, shell
        Who decides, and where links lead.
    form
        ``suggestie``, ``stap``, ``ding`` (its id) and ``merk``.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not undo.
    UnknownIdError
        Nobody recorded such a step here (any more).
    """
    suggestion, thing = form.get("suggestie", ""), form.get("ding", "")
    check_form(shell, tokens, "outcome-back", thing, form.get("merk", ""))
    numbers = _decisions(view, shell, suggestion, form.get("stap", ""), thing) if shell.may_judge else []
    if not numbers:
        raise UnknownIdError("Deze stap is er niet meer.", "This step is no longer there.", concerning=thing)
    network = shell.site.network
    network.undo(max(numbers), shell.viewer, shell.say("stap ongedaan gemaakt", "step undone"))
    return shell.url(PATH, suggestie=suggestion)


def _line(view: View, shell: Shell, trail: Trail, entry: TrailEntry, asked: Asked) -> Line:
    node = view.nodes([entry.thing])[0] if entry.kind else None
    may_undo = shell.may_judge and bool(_decisions(view, shell, trail.suggestion, entry.step.value, entry.thing))
    return Line(
        entry.thing,
        entry.step.value,
        upper_first(STEP_WORDS[entry.step].to(shell.lang)),
        when_words(entry).to(shell.lang),
        not entry.happened,
        entry.lesson,
        entry.note,
        _url(shell, node, trail, entry),
        may_undo,
        entry.thing == asked.recorded,
    )


def _url(shell: Shell, node: Node | None, trail: Trail, entry: TrailEntry) -> str:
    return node_url(shell, node) if node else node_url(shell, trail.members[0], place=entry.thing)


def _decisions(view: View, shell: Shell, suggestion: str, step: str, thing: str) -> list[int]:
    """Return the numbers of the decisions that recorded a step; none for one that a document tells."""
    numbers = {load for one in view.statements([thing])[thing] for load in one.loads}
    scope = f"outcome:{suggestion}:{step}:"
    return [load.number for load in shell.site.network.store.loads()
            if load.number in numbers and load.order.kind is LoadKind.DECISION
            and load.order.scope.startswith(scope)]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Summary:
    """A suggestion in the list: who, the last step and where all of them stand."""

    names: str
    last: str
    url: str


def _summary(trail: Trail, shell: Shell) -> Summary:
    # What came about last says how it stands; a plan, only where nothing did yet.
    last = next((one for one in reversed(trail.entries) if one.happened), trail.entries[-1])
    words = upper_first(STEP_WORDS[last.step].to(shell.lang))
    return Summary(
        listing([member.name for member in trail.members]).to(shell.lang),
        f"{words}: {when_words(last).to(shell.lang)}",
        shell.url(PATH, suggestie=trail.suggestion),
    )
