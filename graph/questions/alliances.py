"""Which groups could work together, and why: groups that were cut, in words, with cited facts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.projection.projection import Projection
from graph.questions.alliance_catalogue import REASONS
from graph.questions.alliance_facts import GroupFacts
from graph.questions.alliance_types import Alliance, AllianceRole
from graph.questions.alliance_wording import AllianceWording, ReasonDraft, RoleDraft, names_once
from graph.questions.alliancing import Cut
from graph.questions.citing import Citer
from graph.questions.gap_types import GapKind
from graph.questions.gaps import find_gaps
from graph.questions.ground import Ground
from graph.questions.scope import make_scope
from graph.schema.words import Words
from graph.suggestions.advice_types import Likelihood, Reason, Suggestion
from graph.suggestions.evidence import Evidence
from graph.suggestions.judging import Judged
from graph.suggestions.suggesting import LEAST_KNOWN, LIKELY_AT, POSSIBLE_AT, suggestion_id

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


class AllianceMaker:
    """Puts groups in words.

    Parameters
    ----------
    ground, projection
        What the viewer may see.
    citer
        Cites facts as that viewer may see them.
    judged
        What people made of pairs and groups.
    """

    def __init__(self, ground: Ground, projection: Projection, citer: Citer, judged: Judged) -> None:
        self._ground = ground
        self._citer = citer
        self._judged = judged
        self._evidence = Evidence(projection)
        self._row = {id_: row for row, id_ in enumerate(projection.ids)}
        about = projection.ties["about"]
        counts = np.asarray(about.matrix.sum(axis=0)).reshape(-1).astype(int).tolist()
        self._spread = dict(zip(about.others, counts, strict=True))

    def make(self, cuts: Sequence[Cut]) -> list[Alliance]:
        """Return groups as alliances: likeliest word first, then what they are worth."""
        drafts = [self._draft(cut) for cut in cuts]
        self._citer.read(one for draft in drafts for part in draft.reasons for one in part.sayings)
        self._citer.read(one for draft in drafts for part in draft.roles for one in part.sayings)
        self._citer.read_nodes({id_ for cut in cuts for id_ in cut.ids})
        names = [draft.wording.name(self._spread) for draft in drafts]
        members = [Words(*(2 * [self._ground.name(draft.cut.ids[0])])) for draft in drafts]
        named = zip(drafts, names_once(names, members), strict=True)
        found = [self._alliance(draft, name) for draft, name in named]
        order = list(Likelihood)
        refused = {
            one.suggestion.id for one in found if self._judged.rejected(tuple(m.id for m in one.suggestion.members))
        }
        return sorted(found, key=lambda one: (one.suggestion.id in refused, order.index(one.suggestion.likelihood),
                                              -one.worth, one.suggestion.id))  # fmt: skip

    def _draft(self, cut: Cut) -> _Draft:
        wording = AllianceWording(self._ground, GroupFacts(self._ground, cut.ids), self._judged)
        return _Draft(cut, wording, wording.reasons(), wording.roles())

    def _alliance(self, draft: _Draft, name: Words) -> Alliance:
        cut, wording = draft.cut, draft.wording
        gaps = find_gaps(self._citer, self._ground, make_scope(self._ground, cut.ids), kinds=_KINDS, first=MOST_GAPS)
        roles = tuple(
            AllianceRole(self._ground.member(one.member), tuple(map(self._ground.member, one.brings)),
                         self._citer.hedged(one.text, one.sayings), self._citer.facts(one.sayings))
            for one in draft.roles
        )  # fmt: skip
        suggestion = self._suggestion(draft)
        return Alliance(suggestion, name, roles, gaps, wording.weakest(cut.bonds), wording.breaks_when(), cut.worth)

    def _suggestion(self, draft: _Draft) -> Suggestion:
        cut = draft.cut
        reasons = [self._cited(one) for one in draft.reasons]
        stale = self._citer.stale_since(cut.ids)
        chance = self._chance(cut)
        fit = draft.wording.form(stale)
        return Suggestion(
            suggestion_id(cut.ids),
            tuple(self._ground.member(id_) for id_ in cut.ids),
            chance,
            self._likelihood(cut, chance, stale is not None),
            fit.form,
            fit.rule,
            fit.step,
            tuple(one for one in reasons if not REASONS[one.code].against),
            tuple(one for one in reasons if REASONS[one.code].against),
            tuple(draft.wording.unknown(stale)),
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
        known = min(self._evidence.facts_known(self._row[id_]) for id_ in cut.ids)
        if stale or known < LEAST_KNOWN or chance < POSSIBLE_AT:
            return Likelihood.LITTLE_KNOWN
        return Likelihood.LIKELY if chance >= LIKELY_AT else Likelihood.POSSIBLE
