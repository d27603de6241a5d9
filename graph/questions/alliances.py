"""Which groups could work together, and why: groups that were cut, in words, with cited facts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.questions.alliance_beside import beside
from graph.questions.alliance_catalogue import REASONS
from graph.questions.alliance_facts import GroupFacts
from graph.questions.alliance_types import Alliance, AllianceRole
from graph.questions.alliance_wording import AllianceWording, ReasonDraft, RoleDraft, names_once
from graph.questions.alliancing import Cut
from graph.questions.citing import Citer, Saying
from graph.questions.gap_types import GapKind
from graph.questions.gaps import find_gaps
from graph.questions.ground import Ground
from graph.questions.scope import make_scope
from graph.schema.words import Words
from graph.suggestions.advice_types import FormReason, Likelihood, Reason, Suggestion
from graph.suggestions.evidence import Evidence
from graph.suggestions.form_table import WISHED
from graph.suggestions.forms import Fit, choose_form
from graph.suggestions.lessons import Lessons
from graph.suggestions.model import Learned
from graph.suggestions.reasoning import Stated
from graph.suggestions.refusals import refusals
from graph.suggestions.situation import Situation
from graph.suggestions.suggesting import LEAST_KNOWN, POSSIBLE_AT, suggestion_id

MOST_GAPS = 3
"""Gaps of each sort that stand with an alliance; `gaps` tells them all."""

_KINDS = (GapKind.NEED, GapKind.TARGET_GROUP)
_LEAST, _MOST = 1e-6, 1 - 1e-6


@dataclass(frozen=True, slots=True)
class _Draft:
    """A group in words, before facts are cited."""

    cut: Cut
    wording: AllianceWording
    reasons: list[ReasonDraft]
    roles: list[RoleDraft]
    beside: list[RoleDraft]
    fit: Fit
    why: list[Saying]


class AllianceMaker:
    """Puts groups in words.

    Parameters
    ----------
    ground
        What the viewer may see.
    citer
        Cites facts as that viewer may see them.
    learned
        The network, and what people made of pairs and groups.
    lessons
        What ended.
    """

    def __init__(self, ground: Ground, citer: Citer, learned: Learned, lessons: Lessons) -> None:
        projection, judged = learned.projection, learned.judged
        self._ground = ground
        self._lessons = lessons
        self._projection = projection
        self._citer = citer
        self._judged = judged
        self._evidence = Evidence(projection)
        about = projection.ties["about"]
        counts = np.asarray(about.matrix.sum(axis=0)).reshape(-1).astype(int).tolist()
        self._spread = dict(zip(about.others, counts, strict=True))

    def make(self, cuts: Sequence[Cut]) -> list[Alliance]:
        """Return groups as alliances: likeliest word first, then what they are worth."""
        self._citer.read_nodes({id_ for cut in cuts for id_ in cut.ids})
        drafts = [self._draft(cut) for cut in cuts]
        self._citer.read(one for draft in drafts for part in draft.reasons for one in part.sayings)
        self._citer.read(one for draft in drafts for part in (*draft.roles, *draft.beside) for one in part.sayings)
        self._citer.read(one for draft in drafts for one in draft.why)
        names = [draft.wording.name(self._spread) for draft in drafts]
        members = [Words(*(2 * [self._ground.name(draft.cut.ids[0])])) for draft in drafts]
        named = zip(drafts, names_once(names, members), strict=True)
        found = [self._alliance(draft, name) for draft, name in named]
        order = list(Likelihood)
        refused = {one.suggestion.id for one in found if self._judged.rejected(one.suggestion.ids)}
        return sorted(found, key=lambda one: (one.suggestion.id in refused, order.index(one.suggestion.likelihood),
                                              -one.worth, one.suggestion.id))  # fmt: skip

    def _draft(self, cut: Cut) -> _Draft:
        facts = GroupFacts(self._ground, cut.ids)
        wording = AllianceWording(self._ground, facts)
        rows = [self._evidence.row_of[id_] for id_ in cut.ids]
        before = [*self._lessons.reasons(rows), *refusals(self._judged, self._projection, rows)]
        reasons = [*wording.reasons(), *(ReasonDraft(one.code, one.text, _sayings(one.facts)) for one in before)]
        fit = self._form(cut, wording, have_met=bool(facts.ties))
        return _Draft(cut, wording, reasons, wording.roles(), beside(facts), fit, list(_sayings(fit.facts)))

    def _form(self, cut: Cut, wording: AllianceWording, *, have_met: bool) -> Fit:
        """Return the form that fits a group."""
        return choose_form(
            Situation(
                self._evidence,
                tuple(self._evidence.row_of[id_] for id_ in cut.ids),
                wording.helps(self._evidence.row_of),
                have_met,
                stale_since=self._citer.stale_since(cut.ids),
                refusal=self._judged.refusal(cut.ids),
            )
        )

    def _alliance(self, draft: _Draft, name: Words) -> Alliance:
        cut, wording = draft.cut, draft.wording
        gaps = find_gaps(self._citer, self._ground, make_scope(self._ground, cut.ids), kinds=_KINDS, first=MOST_GAPS)
        roles, others = (tuple(map(self._role, drafts)) for drafts in (draft.roles, draft.beside))
        suggestion, weakest = self._suggestion(draft), wording.weakest(cut.bonds)
        return Alliance(suggestion, name, roles, others, gaps, weakest, wording.breaks_when(), cut.worth)

    def _role(self, draft: RoleDraft) -> AllianceRole:
        return AllianceRole(
            self._ground.member(draft.member),
            tuple(map(self._ground.member, draft.brings)),
            self._citer.hedged(draft.text, draft.sayings),
            self._citer.facts(draft.sayings),
        )

    def _suggestion(self, draft: _Draft) -> Suggestion:
        cut = draft.cut
        reasons = [self._cited(one) for one in draft.reasons]
        stale = self._citer.stale_since(cut.ids)
        chance = self._chance(cut)
        fit = draft.fit
        return Suggestion(
            suggestion_id(cut.ids),
            tuple(self._ground.member(id_) for id_ in cut.ids),
            chance,
            self._likelihood(cut, chance, stale is not None),
            fit.rule.form,
            FormReason(fit.code, self._citer.hedged(fit.why, draft.why), self._citer.facts(draft.why)),
            fit.step,
            tuple(one for one in reasons if not REASONS[one.code].against),
            tuple(one for one in reasons if REASONS[one.code].against),
            (*fit.unknown, *draft.wording.unknown(stale, by_wish=fit.code in WISHED)),
            math.log(chance / (1 - chance)),
            {},
            judgements=self._judged.ids(cut.ids),
        )

    def _cited(self, draft: ReasonDraft) -> Reason:
        text = self._citer.hedged(draft.text, draft.sayings)
        return Reason(draft.code, REASONS[draft.code].family, text, 0.0, self._citer.facts(draft.sayings))

    def _chance(self, cut: Cut) -> float:
        """Return the chance of at least one new partnership in the group, each pair taken for itself."""
        none = np.prod(1 - np.array(list(cut.chances.values())))
        return float(np.clip(1 - none, _LEAST, _MOST))

    def _likelihood(self, cut: Cut, chance: float, stale: bool) -> Likelihood:
        known = min(self._evidence.facts_known(self._evidence.row_of[id_]) for id_ in cut.ids)
        if stale or known < LEAST_KNOWN or chance < POSSIBLE_AT:
            return Likelihood.LITTLE_KNOWN
        return Likelihood.POSSIBLE


def _sayings(facts: Iterable[Stated]) -> tuple[Saying, ...]:
    return tuple(Saying(one.text, one.thing, one.property or "exists") for one in facts)
