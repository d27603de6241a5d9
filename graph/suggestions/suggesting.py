"""From the network to suggestions: learn, rank, reason, cite."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from graph.claims import PEOPLE
from graph.schema.values import PartialDate
from graph.schema.words import Words
from graph.store.answers import Statement
from graph.store.base import View
from graph.store.citing import Citation, Sources
from graph.suggestions.advice_types import Fact, FormReason, Likelihood, Member, Reason, Suggestion
from graph.suggestions.catalogue import LOWERING, QUESTIONS, REASONS, fill, listing
from graph.suggestions.evidence import Evidence
from graph.suggestions.forms import STALE_YEARS, Fit, choose_form
from graph.suggestions.judging import Judged
from graph.suggestions.lessons import Lessons
from graph.suggestions.model import Learned
from graph.suggestions.pair_choice import MOST_LEARNING, Scored, best_across, best_pairs
from graph.suggestions.reasoning import Draft, Reasoner, Stated
from graph.suggestions.refusals import refusals
from graph.suggestions.situation import Help, Situation

LIKELY_AT = 0.5
POSSIBLE_AT = 0.1
"""Chances from which the words "likely" and "possible" hold."""

LEAST_KNOWN = 4
"""Sorts of fact that must be known of both, of eleven; below it the word is "little known", whatever the chance."""

LEAST_CHANCE = 0.01
"""A chance below it is no suggestion, unless a stated fact speaks for it where little is known."""


def suggest(view: View, learned: Learned, *, year: int) -> list[Suggestion]:
    """Return who could work together, best first, and then who could learn from whom in another city.

    Parameters
    ----------
    view
        Who looks; facts are cited as this viewer may see them.
    learned
        What was learned of the network as this viewer sees it.
    year
        The present year, to know what is long ago.

    Notes
    -----
    All pairs of a city's initiatives are scored, above ``bounds.MAX_ALL_PAIRS_NODES`` the nearest of each; two for each
    and some hundred more are worded.
    """
    if learned.predictor is None:
        return []
    evidence = Evidence(learned.projection)
    together = best_pairs(learned.predictor, learned.at_home, learned.elsewhere)
    learning = best_across(learned.predictor, learned.projection, evidence, learned.at_home, learned.elsewhere)
    maker = _Maker(view, evidence, learned.judged, year)
    found = maker.make(together, learning=False)
    found.sort(key=_rank)
    return found + maker.make(learning, learning=True)[:MOST_LEARNING]


def _rank(suggestion: Suggestion) -> tuple[int, bool, float, str]:
    """Return the sort key: within one word of likelihood, what does the same twice or ended before stands last."""
    order = list(Likelihood).index(suggestion.likelihood)
    lower = any(reason.code in LOWERING for reason in suggestion.reasons_against)
    return order, lower, -suggestion.probability, suggestion.id


# ---------------------------------------------------------------------------------------------------- words


class _Maker:
    """Words pairs: reasons with cited facts, form, step, and what is not known."""

    def __init__(self, view: View, evidence: Evidence, judged: Judged, year: int) -> None:
        self._view = view
        self._evidence = evidence
        self._projection = evidence.projection
        self._judged = judged
        self._year = year
        self._reasoner = Reasoner(evidence)
        self._lessons = Lessons(view, evidence.projection)
        self._statements: dict[str, list[Statement]] = {}
        self._sources = {lang: Sources(view, lang) for lang in ("nl", "en")}
        self._newest: dict[str, int | None] = {}

    def make(self, scored: Scored, *, learning: bool) -> list[Suggestion]:
        pairs = [(one, other) for one, other in scored.pairs.tolist()]
        self._read({self._projection.ids[member] for pair in pairs for member in pair})
        drafts = [self._draft(pair, scored.terms_of(row), learning) for row, pair in enumerate(pairs)]
        stated = (facts for reasons, fit in drafts for facts in (fit.facts, *(reason.facts for reason in reasons)))
        self._read({fact.thing for facts in stated for fact in facts if fact.thing})
        made = (self._suggestion(row, pair, scored, drafts[row], learning) for row, pair in enumerate(pairs))
        return [one for one in made if one is not None]

    def _draft(self, pair: tuple[int, int], terms: Mapping[str, float], learning: bool) -> tuple[list[Draft], Fit]:
        """Return the reasons of a pair and the form that fits, before facts are cited."""
        fit = choose_form(
            Situation(
                self._evidence,
                pair,
                [
                    Help(met.name, met.seeker, met.offerer, self._reasoner.need_facts(met))
                    for met in self._evidence.needs_met(*pair)
                ],
                self._evidence.have_met(*pair),
                is_elsewhere=learning,
                stale_since=self._stale_since(pair),
                refusal=self._judged.refusal((self._projection.ids[pair[0]], self._projection.ids[pair[1]])),
            )
        )
        if learning:
            return [*self._reasoner.practice(*pair), *refusals(self._judged, self._projection, pair)], fit
        reasons = self._reasoner.reasons(*pair, terms)
        return [*reasons, *self._lessons.reasons(pair), *refusals(self._judged, self._projection, pair)], fit

    def _read(self, things: set[str]) -> None:
        missing = sorted(things - self._statements.keys())
        for start in range(0, len(missing), 500):
            self._statements.update(self._view.statements(missing[start : start + 500]))
        ids = {statement.claim.source for found in self._statements.values() for statement in found}
        for sources in self._sources.values():
            sources.load(ids)

    def _suggestion(
        self, row: int, pair: tuple[int, int], scored: Scored, draft: tuple[list[Draft], Fit], learning: bool
    ) -> Suggestion | None:
        drafts, fit = draft
        chance, terms = float(scored.chances[row]), scored.terms_of(row)
        reasons = [self._cited(draft) for draft in drafts]
        supporting = sorted((reason for reason in reasons if not REASONS[reason.code].against), key=_weightiest)
        opposing = sorted((reason for reason in reasons if REASONS[reason.code].against), key=_weightiest)
        ids = (self._projection.ids[pair[0]], self._projection.ids[pair[1]])
        stated = any(fact.thing for reason in supporting for fact in reason.facts)
        if not stated and chance < LEAST_CHANCE:
            return None
        known = min(self._evidence.facts_known(member) for member in pair)
        stale = self._stale_since(pair)
        total = sum(terms.values())
        return Suggestion(
            suggestion_id(ids),
            tuple(self._member(member) for member in pair)
            if learning
            else tuple(sorted(map(self._member, pair), key=lambda m: m.id)),
            chance,
            _likelihood(chance, known, learning=learning, stale=stale is not None),
            fit.rule.form,
            self._form_reason(fit),
            fit.step,
            tuple(supporting),
            tuple(opposing),
            (*fit.unknown, *self._questions(pair, stale, learning=learning)),
            total - sum(reason.weight for reason in (*supporting, *opposing)),
            terms,
            learning,
            self._judged.ids(ids),
        )

    def _member(self, row: int) -> Member:
        return Member(self._projection.ids[row], self._projection.names[row], self._projection.kinds[row])

    def _cited(self, draft: Draft) -> Reason:
        facts, text = self._facts(draft.facts, draft.text, _STATES.get(draft.code, "exists"))
        # A term that the data turned against the sentence is left to the base: no sentence speaks against itself.
        against = REASONS[draft.code].against
        weight = min(draft.weight, 0.0) if against else max(draft.weight, 0.0)
        return Reason(draft.code, draft.family, text, weight, facts)

    def _form_reason(self, fit: Fit) -> FormReason:
        facts, text = self._facts(fit.facts, fit.why, "exists")
        return FormReason(fit.code, text, facts)

    def _facts(self, stated: Sequence[Stated], text: Words, property_: str) -> tuple[tuple[Fact, ...], Words]:
        """Return facts with their citations, and the sentence that rests on them: with doubt where one is expected."""
        unsure = False
        facts = []
        for fact in stated:
            said = [one for one in self._statements.get(fact.thing, ()) if one.counts]
            said = [one for one in said if one.claim.property == (fact.property or property_)] or said
            said = [one for one in said if one.claim.source != PEOPLE] or said
            best = min(said, key=_best_place) if said else None
            unsure |= best is not None and best.modality != "stated"
            cited = [sources.cite(best) if best else _NETWORK for sources in self._sources.values()]
            facts.append(Fact(fact.text, fact.thing, *cited))
        return tuple(facts), fill(_UNSURE, what=text) if unsure else text

    # ------------------------------------------------------------------------------------------------ not known

    def _questions(self, pair: tuple[int, int], stale: int | None, *, learning: bool) -> list[Words]:
        one, other = pair
        found = [] if learning or self._evidence.common_partners(one, other) else [QUESTIONS["contact"]]
        names = self._projection.names
        if stale is not None:
            for member in pair:
                year = self._newest_year(self._projection.ids[member])
                if year is not None and self._year - year >= STALE_YEARS:
                    found.append(fill(QUESTIONS["alive"], what=names[member], year=str(year)))
        if learning:
            return found
        needs, areas = self._projection.ties["needs"], self._projection.ties["areas"]
        unknown = [names[member] for member in pair if not needs.of(member)]
        if unknown:
            found.append(fill(QUESTIONS["needs" if len(unknown) == 1 else "needs_of_both"], what=listing(unknown)))
        found += [fill(QUESTIONS["place"], what=names[member]) for member in pair if not areas.of(member)]
        return found

    def _stale_since(self, pair: tuple[int, int]) -> int | None:
        years = [self._newest_year(self._projection.ids[member]) for member in pair]
        known = [year for year in years if year is not None]
        return min(known) if known and self._year - min(known) >= STALE_YEARS else None

    def _newest_year(self, id_: str) -> int | None:
        dates = [one.claim.stated_on for one in self._statements[id_] if one.claim.stated_on]
        return max((PartialDate.parse(date).latest.year for date in dates), default=None)


_STATES = {"alike_in_words": "summary", "few_volunteers": "volunteers", "much_larger": "members"}
"""Property that states the facts of a reason; those of other reasons are that a relationship exists."""

_NETWORK = Citation(None, "")
_UNSURE = Words("{what} Dat is nog niet zeker.", "{what} That is not certain yet.")


def _weightiest(reason: Reason) -> tuple[float, bool, str]:
    return -abs(reason.weight), not any(fact.thing for fact in reason.facts), reason.code


def _best_place(statement: Statement) -> tuple[bool, str]:
    """Rank statements: with a place first, then newest."""
    newest = "".join(chr(0x10FFFF - ord(character)) for character in statement.claim.stated_on or "")
    return not statement.places, newest


def _likelihood(chance: float, known: int, *, learning: bool, stale: bool) -> Likelihood:
    if learning or stale or known < LEAST_KNOWN or chance < POSSIBLE_AT:
        return Likelihood.LITTLE_KNOWN
    return Likelihood.LIKELY if chance >= LIKELY_AT else Likelihood.POSSIBLE


def suggestion_id(members: Sequence[str]) -> str:
    """Return the id of a suggestion: the same members give the same id."""
    return "suggestion/" + hashlib.sha256("|".join(sorted(members)).encode()).hexdigest()[:12]
