"""The page of values: what one initiative stands for, or two beside each other, and whether each stays independent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.errors import InputError
from graph.questions.ground import MEMBERS
from graph.questions.value_types import ValueComparison, ValueProfile
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.advice_types import Fact, Member
from viz.pages.fact_links import FactLinks
from viz.pages.little_known import Help
from viz.pages.questions.asking import VALUES, Line, line
from viz.pages.questions.names import NameFields, Names
from viz.pages.questions.page import render_question
from viz.site import Shell

_WHO = (
    Words("Initiatief of organisatie", "Initiative or organisation"),
    Words("Past dit erbij?", "Does this fit with it?"),
)

_TWO = 2
"""Names that are laid beside each other."""


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """What one stands for.

    Parameters
    ----------
    member
        Who.
    values
        Each value by name, with what points at it.
    note
        How to read this, or what to ask where nothing is known.
    """

    member: Member
    values: tuple[tuple[str, tuple[Line, ...]], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Together:
    """Two beside each other.

    Parameters
    ----------
    notes
        What both stand for, and what is known of one only.
    against
        What may cost one of them its independence.
    """

    notes: tuple[str, ...]
    against: tuple[Line, ...]


def values_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of values.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``wie``, once or twice, is read from the shell's query.

    Raises
    ------
    InputError
        More than two are named.
    """
    ground = shell.site.network.answers.ground(view)
    names = Names(view, shell, ground, ground.living, MEMBERS)
    fields = names.fields("wie", *_WHO, list_="namen")
    if len(fields.ids) > _TWO:
        raise InputError("Noem hoogstens twee namen.", "Name two at most.", concerning="wie")
    profiles, compared = ((), None) if fields.is_wrong else _ask(view, shell, fields.ids)
    links = FactLinks(view, shell, _facts(profiles, compared))
    return render_question(
        "values.html",
        shell,
        VALUES,
        fields=_two_of(fields),
        options=names.options,
        cards=[_card(shell, links, one) for one in profiles],
        together=_together(shell, links, compared) if compared else None,
        helps=[_help(shell, one) for one in profiles if not one.values],
    )


def _two_of(fields: NameFields) -> NameFields:
    """Return the fields as the form shows them: two, of which the second is for a comparison."""
    filled = [one for one in fields.entries if one.text]
    return replace(fields, entries=(*filled, *fields.entries[-1:] * (_TWO - len(filled)))[:_TWO])


def _ask(view: View, shell: Shell, ids: Sequence[str]) -> tuple[tuple[ValueProfile, ...], ValueComparison | None]:
    answers = shell.site.network.answers
    if len(ids) == _TWO:
        compared = answers.compare_values(view, *ids)
        return compared.profiles, compared
    return tuple(answers.values(view, one) for one in ids), None


def _facts(profiles: Sequence[ValueProfile], compared: ValueComparison | None) -> list[Fact]:
    of_values = [fact for one in profiles for value in one.values for fact in value.facts]
    return [*of_values, *(fact for one in (compared.against if compared else ()) for fact in one.facts)]


def _card(shell: Shell, links: FactLinks, profile: ValueProfile) -> ProfileCard:
    around = (profile.member.id,)
    values = tuple(
        (value.name.to(shell.lang), tuple(line(shell, links, fact.text, [fact], around) for fact in value.facts))
        for value in profile.values
    )
    return ProfileCard(profile.member, values, profile.note.to(shell.lang))


def _together(shell: Shell, links: FactLinks, compared: ValueComparison) -> Together:
    around = [one.member.id for one in compared.profiles]
    return Together(
        tuple(note.to(shell.lang) for note in compared.notes),
        tuple(line(shell, links, one.text, one.facts, around) for one in compared.against),
    )


def _help(shell: Shell, profile: ValueProfile) -> Help:
    """Return how to add what an initiative stands for."""
    member = profile.member
    return Help(
        shell.say(f"Waar {member.name} voor staat", f"What {member.name} stands for"),
        shell.say(
            "Een paar zinnen in eigen woorden, of een waarde als onderwerp. Nu onbekend.",
            "A few sentences in their own words, or a value as a topic. Unknown now.",
        ),
        shell.say("Hoe vult u dit aan?", "How do you add this?"),
        shell.url("/vul-aan", id=member.id, wat="summary"),
    )
