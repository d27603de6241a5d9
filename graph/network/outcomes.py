"""Writing down what became of a suggestion: each step is a decision of a person, to be taken back as any other.

All of it is internal and of a source of its own: who works for the programme reads it, the public does not. What is
public of an agreement comes from a source that may be cited, and is read from there, before or after it was recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.changes import ChangeSet, Tie, mint_id
from graph.claims import RECORDED, Claim
from graph.errors import InputError
from graph.ingest.cells import read_cell
from graph.network.deciding import Decider, decide, taken_ids, with_people
from graph.network.private_text import check_typed
from graph.network.trails import STEP_WORDS, TrailEntry, TrailStep, pair_ties, read_trail
from graph.schema.declaration import Level
from graph.schema.model import properties_of_kind
from graph.schema.values import PartialDate, Value
from graph.schema.words import Words
from graph.store.answers import Node, Relationship
from graph.store.base import Store, View
from graph.store.loads import Load
from graph.store.questions import Role, Viewer
from graph.suggestions.catalogue import listing
from graph.suggestions.lessons import join_remark

_KINDS = {
    TrailStep.ALLIANCE: "alliance",
    TrailStep.LETTER_OF_INTENT: "letter_of_intent",
    TrailStep.AGREEMENT: "cooperation",
    TrailStep.COOPERATIVE: "one_cooperative",
}
"""Step -> sort of agreement that it is written down as."""

_TOGETHER = (TrailStep.ALLIANCE, TrailStep.AGREEMENT, TrailStep.COOPERATIVE)
"""Steps that say that they work together; a talk and an intention do not yet."""


MOST_NAMED = 3
"""Members of a group that stand in the name of its agreement; all of them are its parties."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A step that a suggestion came to.

    Parameters
    ----------
    step
        Which.
    on
        Day, month or year, as a person writes it; today unless given, planned when in the future.
    lesson
        What one can learn from it; only where it ended.
    note
        In the person's own words.
    """

    step: TrailStep
    on: str | None = None
    lesson: str = ""
    note: str = ""


@dataclass(slots=True)
class _Draft:
    """What one step states, all of it by people, today and internal."""

    on: str
    changes: ChangeSet
    known: dict[str, Relationship] = field(default_factory=dict)

    def say(self, thing: str | Tie, **values: Value | None) -> None:
        """State values of a node or a relationship; None is left out."""
        tie = thing if isinstance(thing, Tie) else None
        id_ = thing.id if isinstance(thing, Tie) else thing
        for name, value in values.items():
            if value not in (None, ""):
                self.changes.state(Claim(id_, name, value, RECORDED, self.on, Level.INTERNAL), tie=tie)


def record_outcome(
    store: Store, suggestion: str, members: Sequence[str], outcome: Outcome, decider: Decider
) -> tuple[Load, str]:
    """Keep a step, and return the load and the id of the meeting, agreement or partnership that it is.

    Parameters
    ----------
    store
        Where.
    suggestion
        Id of the suggestion. The same step of the same day again takes the place of the first.
    members
        Canonical ids of who were suggested.
    outcome
        What they came to.
    decider
        Who and when.

    Raises
    ------
    InputError
        The day is none, a text is too long or holds contact details, or the step does not follow on what is known.
    """
    day = check_outcome(outcome, decider)
    planned = day.earliest > decider.on
    with store.view(Viewer(Role.ADMIN)) as view:
        draft = _Draft(decider.on.isoformat(), with_people(decider, RECORDED, Level.INTERNAL))
        draft.known = _known_ties(view, members)
        nodes = [node for node in view.nodes(list(members)) if node]
        earlier = read_trail(view, members)
        if outcome.step in _TOGETHER and not planned:
            _check_not_ended_today(view, draft, {node.id: node.name for node in nodes})
    on = str(day)
    if outcome.step is TrailStep.ENDED:
        thing = _end(draft, members, outcome, on, planned=planned)
    else:
        thing = _same(earlier, outcome.step, on) or mint_id(
            "Meeting" if outcome.step is TrailStep.TALK else "Agreement",
            "-".join((STEP_WORDS[outcome.step].nl, *(node.name for node in nodes[:2]))),
            taken=taken_ids(store),
        )
        _write(draft, thing, nodes, outcome, on, planned=planned)
        if outcome.step in _TOGETHER and not planned:
            _bring_together(draft, members, on)
    title = Words(f"{STEP_WORDS[outcome.step].nl}: {_named(nodes, 'nl')}", f"{outcome.step}: {_named(nodes, 'en')}")
    scope = f"outcome:{suggestion}:{outcome.step.value}:{on}"
    return decide(store, scope, title, draft.changes, decider, source=RECORDED), thing


def check_outcome(outcome: Outcome, decider: Decider) -> PartialDate:
    """Return the day of a step, after looking over all that was given.

    Raises
    ------
    InputError
        The day is none, a text is too long or holds contact details, or a lesson is given where nothing ended.
    """
    if outcome.lesson and outcome.step is not TrailStep.ENDED:
        raise InputError("Een les hoort bij ‘gestopt’. Gebruik anders de notitie.",
                         "A lesson goes with ‘ended’. Use the note otherwise.", concerning="lesson")  # fmt: skip
    for part, text in (("lesson", outcome.lesson), ("note", outcome.note)):
        check_typed(text, part)
    if not outcome.on:
        return PartialDate.parse(decider.on.isoformat())
    try:
        return PartialDate.parse(str(read_cell(properties_of_kind("Meeting")["held_on"], outcome.on)))
    except InputError as error:
        raise InputError(error.nl, error.en, concerning="on") from error


def _write(draft: _Draft, thing: str, nodes: Sequence[Node], outcome: Outcome, on: str, *, planned: bool) -> None:
    """State the meeting or the agreement, and who belongs to it."""
    name = Words(*(f"{STEP_WORDS[outcome.step].to(lang)}: {_named(nodes, lang)}" for lang in ("nl", "en"))).nl
    name = name[:1].upper() + name[1:]
    if outcome.step is TrailStep.TALK:
        draft.say(thing, kind="Meeting", name=name, meeting_kind="talk", status="planned" if planned else "held",
                  held_on=on, summary=outcome.note)  # fmt: skip
        # Who is to come has not been there: a planned talk only concerns them.
        ties = [Tie.between("CONCERNS", thing, node.id) if planned else
                Tie.between("ATTENDED", node.id, thing, role="participant") for node in nodes]  # fmt: skip
    else:
        draft.say(thing, kind="Agreement", name=name, agreement_kind=_KINDS[outcome.step],
                  status="planned" if planned else "signed", summary=outcome.note)  # fmt: skip
        draft.say(thing, **{"planned_for" if planned else "signed_on": on})
        ties = [Tie.between("PARTY_TO", node.id, thing, role="party") for node in nodes]
    for tie in ties:
        draft.say(tie, exists=True, **tie.key_values())


def _bring_together(draft: _Draft, members: Sequence[str], on: str) -> None:
    """State that every two work together; since when, only of those that are not known to already."""
    for tie in pair_ties(members):
        draft.say(tie, exists=True, status="active", since=None if tie.id in draft.known else on)


def _end(draft: _Draft, members: Sequence[str], outcome: Outcome, on: str, *, planned: bool) -> str:
    """State that working together ended, or is to end, for every two that are known to; for all where none is."""
    ties = pair_ties(members)
    known = [tie for tie in ties if tie.id in draft.known]
    if planned and not known:
        raise InputError(
            "Er is nog geen samenwerking bekend die kan stoppen. Leg eerst vast dat ze samenwerken, of kies een dag "
            "die is geweest.",
            "No working together is known that could end. First record that they work together, or choose a past day.",
            concerning="on",
        )
    remark = join_remark(outcome.lesson, outcome.note)
    for tie in known or ties:
        draft.say(tie, exists=True, status=None if planned else "ended", until=on, note=remark)
    return max(tie.id for tie in known or ties)  # the one by which a trail tells it


def _known_ties(view: View, members: Sequence[str]) -> dict[str, Relationship]:
    ids = [tie.id for tie in pair_ties(members)]
    found = zip(ids, view.relationships_by_id(ids), strict=True)
    return {id_: one for id_, one in found if one is not None and not one.denied}


def _check_not_ended_today(view: View, draft: _Draft, names: Mapping[str, str]) -> None:
    """Refuse to begin again what ended by today's own word: two words of one day would leave open which is newer."""
    for id_, tie in draft.known.items():
        said = view.statements([id_])[id_] if tie.value("status") == "ended" else []
        if any(one.counts and one.claim[1:5] == ("status", "ended", RECORDED, draft.on) for one in said):
            pair = [names.get(end, end) for end in (tie.start, tie.end)]
            raise InputError(
                f"Vandaag is vastgelegd dat {pair[0]} en {pair[1]} zijn gestopt met samenwerken. Draai dat eerst "
                "terug, of leg dit morgen vast.",
                f"Today it was recorded that {pair[0]} and {pair[1]} stopped working together. First take that back, "
                "or record this tomorrow.",
                concerning="step",
            )


def _same(earlier: Sequence[TrailEntry], step: TrailStep, on: str) -> str:
    """Return the id of what is this very step: a planned agreement that is signed now, or the same on the same day."""
    for entry in earlier:
        is_plan = step is not TrailStep.TALK and not entry.happened
        if entry.step is step and (is_plan or on in (entry.on, entry.planned)):
            return entry.thing
    return ""


def _named(nodes: Sequence[Node], lang: str) -> str:
    names = [node.name for node in nodes]
    if len(names) > MOST_NAMED + 1:
        more = len(names) - MOST_NAMED
        names = [*names[:MOST_NAMED], f"{more} more" if lang == "en" else f"nog {more}"]
    return listing(names).to(lang)
