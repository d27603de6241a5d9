"""When each form of working together fits: one condition for each row of `graph.suggestions.form_table`.

A condition answers with what was found, with what one would have to ask, or with nothing. What nobody said never
fulfils a condition. Longer than other files, as every row of the table has its condition here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.values import Quantity
from graph.schema.words import Words
from graph.suggestions.catalogue import fill, listing
from graph.suggestions.form_table import FORM_QUESTIONS
from graph.suggestions.need_sorts import NeedSort
from graph.suggestions.reasoning import Stated
from graph.suggestions.situation import LEGAL_PERSONS, Situation, Tied

INSURED = 600
"""Members from which an insurance collective is thought of: the least that 003:68 names; 003:265 names 25,000."""

_FACTS = {
    "needs": Words("{a} zoekt {what}.", "{a} needs {what}."),
    "offers": Words("{a} biedt {what}.", "{a} offers {what}."),
    "about": Words("{a} houdt zich bezig met {what}.", "{a} is about {what}."),
    "agreements": Words("{a} hoort bij de afspraak ‘{what}’.", "{a} is party to the agreement ‘{what}’."),
    "legal_form": Words("{a} heeft als rechtsvorm: {what}.", "{a} has as its legal form: {what}."),
    "members": Words("{a} heeft {what}.", "{a} has {what}."),
    "supporters": Words("{what} steunt {a}.", "{what} supports {a}."),
    "partners": Words("{a} werkt samen met {what}.", "{a} works together with {what}."),
    "judged": Words("Een begeleider vond: nu niet.", "A facilitator thought: not now."),
}
_FORMS = VOCABULARIES_BY_NAME["CooperationForm"]
_LEGAL = VOCABULARIES_BY_NAME["LegalForm"]


@dataclass(frozen=True, slots=True)
class Found:
    """That a condition holds: what fills the sentences, the facts that it rests on, and what to ask all the same."""

    parts: Mapping[str, Words | str]
    facts: tuple[Stated, ...] = ()
    questions: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """That a condition may hold: what one would have to ask first."""

    questions: tuple[Words, ...]


Condition = Callable[[Situation], Found | Asked | None]


def _who(situation: Situation, members: Iterable[int]) -> Words:
    return listing([situation.name(one) for one in dict.fromkeys(members)])


def _stated(situation: Situation, ties: Iterable[Tied]) -> tuple[Stated, ...]:
    return tuple(
        Stated(fill(_FACTS[one.sort], a=situation.name(one.member), what=situation.name(one.other)), one.tie, "exists")
        for one in ties
    )


def _is_about(situation: Situation, other: str, *sorts: NeedSort) -> bool:
    return any(sort.holds(situation.name(other)) for sort in sorts)


# ---------------------------------------------------------------------------------------------------- cautious ones


def _elsewhere(situation: Situation) -> Found | None:
    return Found({}) if situation.is_elsewhere else None


def _put_off(situation: Situation) -> Found | None:
    if not situation.refusal:
        return None
    return Found({}, (Stated(_FACTS["judged"], situation.refusal, "verdict"),))


def _old(situation: Situation) -> Found | None:
    return None if situation.stale_since is None else Found({"year": str(situation.stale_since)})


def _strangers(situation: Situation) -> Found | None:
    return None if situation.have_met else Found({})


# ---------------------------------------------------------------------------------------------------- one cooperative


def _cooperative_on_paper(situation: Situation) -> Found | Asked | None:
    kinds = situation.evidence.projection.agreement_kinds
    for paper, ties in situation.together("agreements").items():
        speaks = kinds.get(paper) == "one_cooperative" or _is_about(situation, paper, NeedSort.COOPERATIVE)
        if paper in kinds and speaks:
            return _as_members(situation, paper, ties)
    return None


def _cooperative_wished(situation: Situation) -> Found | Asked | None:
    return _wished(situation, NeedSort.COOPERATIVE, _as_members)


def _as_members(situation: Situation, other: str, ties: Sequence[Tied]) -> Found | Asked | None:
    """Return what was found where phase and legal form of all allow one cooperative."""
    if any(situation.value("phase", one) in ("idea", "ended") for one in situation.members):
        return None
    if any(situation.value("legal_form", one) == "company" for one in situation.members):
        return None
    lacking = [(name, one) for name in ("phase", "legal_form") for one in situation.members
               if situation.value(name, one) is None]  # fmt: skip
    if lacking:
        return _asked(situation, "one_cooperative", lacking)
    return _found(situation, other, (*_stated(situation, ties), *_legal_forms(situation, situation.members)), ties)


# ---------------------------------------------------------------------------------------------------- insurance


def _insurance_wished(situation: Situation) -> Found | Asked | None:
    return _wished(situation, NeedSort.INSURANCE, _insured)


def _insured(situation: Situation, other: str, ties: Sequence[Tied]) -> Found | Asked | None:
    phases = {one: situation.value("phase", one) for one in situation.members}
    if set(phases.values()) & {"idea", "ended"}:
        return None
    if unknown := [("phase", one) for one, phase in phases.items() if phase is None]:
        return _asked(situation, "insurance", unknown)
    found = _found(situation, other, _stated(situation, ties), ties)
    counts = _asked(situation, "insurance", _uncounted(situation))
    return Found(found.parts, found.facts, counts.questions if counts else ())


def _insurance_large(situation: Situation) -> Found | Asked | None:
    care: dict[int, Tied] = {}
    for one in situation.tied("about", "offers"):
        if _is_about(situation, one.other, NeedSort.CARE):
            care.setdefault(one.member, one)
    if len(care) < len(situation.members) or not situation.are_grown:
        return None
    sizes = {one: size for one in situation.members if (size := situation.size(one)) is not None}
    total = Quantity(sum(size.value for size in sizes.values()), "member")
    if total.value < INSURED:
        return _asked(situation, "insurance", _uncounted(situation)) if total.value >= INSURED / 2 else None
    counted = [
        Stated(fill(_FACTS["members"], a=situation.name(one), what=Words(size.label("nl"), size.label("en"))),
               situation.evidence.projection.ids[one], "members")
        for one, size in sizes.items()
    ]  # fmt: skip
    number = Words(f"minstens {total.label('nl')}", f"at least {total.label('en')}")
    return Found({"number": number}, (*counted, *_stated(situation, care.values())))


# ---------------------------------------------------------------------------------------------------- commissions


def _bid_on_paper(situation: Situation) -> Found | Asked | None:
    for one in situation.tied("agreements"):
        if one.other in situation.evidence.projection.agreement_kinds and _is_about(
            situation, one.other, NeedSort.COMMISSION
        ):
            return _bidding(situation, one.other, [one])
    return None


def _bid_for_purchaser(situation: Situation) -> Found | Asked | None:
    sought = situation.evidence.sought_by_purchasers
    for topic, ties in situation.together("about", "offers").items():
        for party, tie in sought.get(topic, ()):
            if party not in situation.members:
                found = _bidding(situation, topic, [Tied(party, "needs", topic, tie), *ties])
                if isinstance(found, Found):
                    parts = {
                        **found.parts,
                        "party": situation.name(party),
                        "who": _who(situation, (t.member for t in ties)),
                    }
                    return Found(parts, found.facts)
                if found is not None:
                    return found
    return None


def _bid_wished(situation: Situation) -> Found | Asked | None:
    return _wished(situation, NeedSort.COMMISSION, _bidding)


def _bidding(situation: Situation, other: str, ties: Sequence[Tied]) -> Found | Asked | None:
    """Return what was found where all run and one is a legal person, which formal demands ask for."""
    if not situation.are_grown:
        return None
    persons = [one for one in situation.members if situation.value("legal_form", one) in LEGAL_PERSONS]
    if not persons:
        return _asked(situation, "joint_bid", _without_legal_form(situation))
    return _found(situation, other, (*_stated(situation, ties), *_legal_forms(situation, persons[:1])), ties)


def _too_small(situation: Situation) -> Found | Asked | None:
    together = {
        topic: ties for topic, ties in situation.together("about", "offers").items()
        if not _is_about(situation, topic, NeedSort.SPACE, NeedSort.PEOPLE, NeedSort.MONEY, NeedSort.KNOWLEDGE)
    }  # fmt: skip
    for member, sort, party, tie in _known_organisations(situation):
        for one in situation.tied("offers", "needs", to=(party,)):
            if one.other in together:
                return _joining(situation, together[one.other], one, Tied(member, sort, str(party), tie))
    return None


def _joining(situation: Situation, doing: Sequence[Tied], larger: Tied, known: Tied) -> Found | Asked | None:
    """Return what was found where none is a legal person: then formal demands are beyond them."""
    if any(situation.value("legal_form", one) in LEGAL_PERSONS for one in situation.members):
        return None
    if unknown := _without_legal_form(situation):
        return _asked(situation, "joining", unknown)
    party = situation.name(larger.member)
    text = fill(_FACTS[known.sort], a=situation.name(known.member), what=party)
    facts = (*_stated(situation, (*doing, larger)), Stated(text, known.tie, "exists"))
    parts: dict[str, Words | str] = {
        "party": party,
        "what": situation.name(larger.other),
        "who": _who(situation, (one.member for one in doing)),
    }
    return Found(parts, (*facts, *_legal_forms(situation, situation.members)))


def _known_organisations(situation: Situation) -> Iterable[tuple[int, str, int, str]]:
    """Yield the organisations that members work with or are supported by: member, how, organisation, relationship."""
    projection = situation.evidence.projection
    for member in situation.members:
        for row, tie in sorted(situation.evidence.partners(member).items()):
            if projection.kinds[row] == "Organisation":
                yield member, "partners", row, tie
    for one in situation.tied("supporters"):
        if (supporter := situation.evidence.row_of.get(one.other)) is not None:
            yield one.member, "supporters", supporter, one.tie


# ---------------------------------------------------------------------------------------------------- needs met


def _met(sort: NeedSort | None) -> Condition:
    """Return the condition that a need of some sort is met; of any sort for None."""

    def holds(situation: Situation) -> Found | None:
        for met in situation.met:
            if sort is None or sort.holds(met.what):
                parts = {"a": situation.name(met.seeker), "b": situation.name(met.offerer), "what": met.what}
                return Found(parts, met.facts)
        return None

    return holds


# ---------------------------------------------------------------------------------------------------- otherwise


def _further_ahead(situation: Situation) -> Found | None:
    phases = {one: situation.value("phase", one) for one in situation.members}
    behind = next((one for one, phase in phases.items() if phase in ("idea", "starting")), None)
    ahead = next((one for one, phase in phases.items() if phase == "rooted"), None)
    if behind is None or ahead is None:
        return None
    ids = situation.evidence.projection.ids
    facts = tuple(
        Stated(fill(_FACTS_OF_PHASE[rooted], a=situation.name(one)), ids[one], "phase")
        for one, rooted in ((behind, False), (ahead, True))
    )
    return Found({"a": situation.name(behind), "b": situation.name(ahead)}, facts)


_FACTS_OF_PHASE = {
    False: Words("{a} is een idee of in oprichting.", "{a} is an idea or being set up."),
    True: Words("{a} is geworteld.", "{a} is rooted."),
}


def _same_topic(situation: Situation) -> Found | None:
    spread, shared = situation.evidence.spread, situation.together("about")
    topic = min(shared, key=lambda one: (-len(shared[one]), spread("about", one), one), default=None)
    if topic is None:
        return None
    parts: dict[str, Words | str] = {
        "what": situation.name(topic),
        "who": _who(situation, (one.member for one in shared[topic])),
    }
    return Found(parts, _stated(situation, shared[topic]))


def _otherwise(_: Situation) -> Found:
    return Found({})


# ---------------------------------------------------------------------------------------------------- what they share


def _wished(
    situation: Situation,
    sort: NeedSort,
    check: Callable[[Situation, str, Sequence[Tied]], Found | Asked | None],
) -> Found | Asked | None:
    """Return what was found where two or more say that they seek a thing; what to ask of the others where one does."""
    wishes = [one for one in situation.tied("needs") if _is_about(situation, one.other, sort)]
    by_member = {one.member: one for one in reversed(wishes)}
    ties = [by_member[one] for one in sorted(by_member)]
    if not ties:
        return None
    if situation.are_enough(by_member):
        return check(situation, ties[0].other, ties)
    code = "wish" if len(situation.members) == 2 else "wish_of_others"
    others = _who(situation, (member for member in situation.members if member not in by_member))
    what = situation.name(ties[0].other)
    return Asked((fill(FORM_QUESTIONS[code], a=_who(situation, by_member), what=what, who=others),))


def _found(situation: Situation, other: str, facts: tuple[Stated, ...], ties: Sequence[Tied]) -> Found:
    return Found({"what": situation.name(other), "who": _who(situation, (one.member for one in ties))}, facts)


def _asked(situation: Situation, form: str, lacking: Sequence[tuple[str, int]]) -> Asked | None:
    """Return one question for each sort of fact that is lacking, of all who lack it; None where nothing is."""
    questions = [
        fill(FORM_QUESTIONS[name], who=_who(situation, (one for sort, one in lacking if sort == name)),
             form=_FORMS.words(form))
        for name in dict.fromkeys(sort for sort, _ in lacking)
    ]  # fmt: skip
    return Asked(tuple(questions)) if questions else None


def _without_legal_form(situation: Situation) -> list[tuple[str, int]]:
    return [("legal_form", one) for one in situation.members if situation.value("legal_form", one) is None]


def _uncounted(situation: Situation) -> list[tuple[str, int]]:
    return [("members", one) for one in situation.members if situation.size(one) is None]


def _legal_forms(situation: Situation, members: Iterable[int]) -> tuple[Stated, ...]:
    ids = situation.evidence.projection.ids
    return tuple(
        Stated(fill(_FACTS["legal_form"], a=situation.name(one), what=_LEGAL.words(form)), ids[one], "legal_form")
        for one in members
        if (form := situation.value("legal_form", one)) is not None
    )


CONDITIONS: Mapping[str, Condition] = {
    "elsewhere": _elsewhere,
    "put_off": _put_off,
    "old": _old,
    "strangers": _strangers,
    "cooperative_on_paper": _cooperative_on_paper,
    "cooperative_wished": _cooperative_wished,
    "insurance_wished": _insurance_wished,
    "insurance_large": _insurance_large,
    "bid_on_paper": _bid_on_paper,
    "bid_for_purchaser": _bid_for_purchaser,
    "bid_wished": _bid_wished,
    "too_small": _too_small,
    "space_met": _met(NeedSort.SPACE),
    "knowledge_met": _met(NeedSort.KNOWLEDGE),
    "people_met": _met(NeedSort.PEOPLE),
    "need_met": _met(None),
    "further_ahead": _further_ahead,
    "same_topic": _same_topic,
    "otherwise": _otherwise,
}
"""The condition of each row of the table."""
