"""The facilitator's questions as functions of the facade, each asked of what one viewer may see."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.network.advising import Advice, remembered
from graph.network.deciding import unknown_id
from graph.projection.projection import project
from graph.questions.alliance_types import Alliance
from graph.questions.alliances import AllianceMaker
from graph.questions.alliancing import cut_alliances
from graph.questions.broker_types import Connector
from graph.questions.brokering import find_connectors
from graph.questions.citing import Citer
from graph.questions.composing import compose
from graph.questions.composition_types import Composition, Goal
from graph.questions.gap_types import Gap, GapKind
from graph.questions.gaps import find_gaps
from graph.questions.gathering import Gathering, fitting
from graph.questions.ground import MEMBERS, Ground, read_ground
from graph.questions.invitation_types import Invitation
from graph.questions.inviting import invite
from graph.questions.ledger import keep_ledger
from graph.questions.ledger_types import Counts, Ledger, Turn
from graph.questions.ranking import RankingQuestion, rank
from graph.questions.ranking_types import Ranking
from graph.questions.scope import make_scope
from graph.questions.tables import Tables
from graph.questions.value_types import ValueComparison, ValueProfile
from graph.questions.valuing import Values
from graph.schema.model import KINDS_BY_NAME
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import LONGEST_PAGE, RelationshipFilter, Role
from graph.suggestions.advice_types import Suggestion
from graph.suggestions.judging import find_judgements, judged_members
from graph.suggestions.lessons import Lessons
from graph.suggestions.model import main_city
from graph.suggestions.narrowing import those_who_fit

_PREPARES = (Role.FACILITATOR, Role.ADMIN)


class Advise(Protocol):
    """Returns what is advised to who looks."""

    def __call__(self, view: View, *, at_hand: bool = False) -> Advice:
        """Return advice; with ``at_hand`` that from before the newest judgements will do."""


class Answers:
    """Answers the facilitator's questions.

    Parameters
    ----------
    advise
        Returns what is advised to who looks.
    city
        Municipality that the answers are for; empty to let the data tell.
    today
        Gives the day, to know what was said long ago.
    """

    def __init__(self, advise: Advise, *, city: str, today: Callable[[], date]) -> None:
        self._advise = advise
        self._alliances: dict[str, tuple[Advice, list[Alliance]]] = {}
        self._city = city
        self._today = today
        self._lock = threading.Lock()
        self._kept: dict[Hashable, Ground] = {}

    def ground(self, view: View) -> Ground:
        """Return what a viewer may see, read once for each revision."""
        key = (view.viewer.level.value, view.revision, view.as_of)
        with self._lock:
            return remembered(self._kept, key, lambda: read_ground(view))

    def gaps(
        self, view: View, of: Sequence[str], *, kinds: Sequence[GapKind] = tuple(GapKind), first: int = 20
    ) -> tuple[Gap, ...]:
        """Return what some areas, initiatives or suggestions need and lack.

        Parameters
        ----------
        view
            Who looks.
        of
            Areas; or initiatives, organisations and suggestions, whose members are taken as one group.
        kinds
            Only these sorts.
        first
            At most so many of each sort.

        Raises
        ------
        UnknownIdError
            One of these is nothing that the viewer may see.
        InputError
            One of these is of another kind, or none is given.
        """
        ground = self.ground(view)
        scope = make_scope(ground, self._members(view, of))
        return find_gaps(self._citer(view), ground, scope, kinds=kinds, first=first)

    def compositions(self, view: View, goal: Goal, *, first: int = 3) -> tuple[Composition, ...]:
        """Return the smallest sets of initiatives that reach a goal, differing ones.

        Parameters
        ----------
        view
            Who looks.
        goal
            What is to be reached; names no area for the whole city.
        first
            How many at most.

        Raises
        ------
        UnknownIdError
            An id of the goal is nothing that the viewer may see.
        InputError
            Nothing is demanded, the demands contradict each other, or an id is of another kind.
        """
        ground = self.ground(view)
        goal = replace(
            goal,
            topics=tuple(checked(ground, view, goal.topics, ("Topic",))),
            within=tuple(checked(ground, view, goal.within, ("Area",))),
            include=tuple(checked(ground, view, goal.include, MEMBERS)),
            exclude=tuple(checked(ground, view, goal.exclude, MEMBERS)),
        )
        return compose(self._citer(view), ground, goal, areas=self._home(ground), first=first)

    def alliances(
        self,
        view: View,
        *,
        within: Sequence[str] = (),
        members: Sequence[str] = (),
        topics: Sequence[str] = (),
        meeting: str | None = None,
        judged: bool | None = None,
        at_hand: bool = False,
    ) -> list[Alliance]:
        """Return groups of three or more that could work together, best first.

        Parameters
        ----------
        view
            Who looks. Like all advice this has no day: it is about what is known now.
        within
            A member works in one of these areas or a part of it; empty for anywhere.
        members
            With one of these; empty for all.
        topics
            A member has to do with one of these; empty for all.
        meeting
            A member fits this meeting; those of which more do come first within one word of likelihood.
        judged
            Only those that somebody judged, or that nobody did; None for both.
        at_hand
            Those from before the newest judgements will do, each with its judgements as they are now.

        Raises
        ------
        UnknownIdError
            An id is nothing that the viewer may see.
        InputError
            An id is of another kind.
        """
        ground = self.ground(view)
        found = self._all_alliances(view, at_hand=at_hand)
        if within:
            here = set(ground.active_within(checked(ground, view, within, ("Area",))))
            found = [one for one in found if here & _ids(one)]
        if members:
            wanted = set(checked(ground, view, members, MEMBERS))
            found = [one for one in found if wanted & _ids(one)]
        for wanted in self.narrowed(view, topics=topics, meeting=meeting):
            kept = those_who_fit([one.suggestion for one in found], wanted, whole_first=meeting is not None)
            of = {one.suggestion.id: one for one in found}
            found = [of[one.id] for one in kept]
        return [one for one in found if judged in (None, bool(one.suggestion.judgements))]

    def suggestion(self, view: View, id_: str, *, at_hand: bool = False) -> Suggestion:
        """Return what is suggested to a pair or a group, by its id.

        Parameters
        ----------
        view
            Who looks.
        id_
            Its id.
        at_hand
            Advice from before the newest judgements will do.

        Raises
        ------
        UnknownIdError
            There is no such suggestion (any more).
        """
        try:
            return self._advise(view, at_hand=at_hand).suggestion(id_)
        except UnknownIdError:
            groups = {one.suggestion.id: one.suggestion for one in self._all_alliances(view, at_hand=at_hand)}
            if id_ not in groups:
                raise
            return groups[id_]

    def brokers(self, view: View, *, within: Sequence[str] = (), first: int = 20) -> tuple[Connector, ...]:
        """Return who holds the network together, most first; people by role for whoever may not see names.

        Parameters
        ----------
        view
            Who looks. Like all advice this has no day.
        within
            Only who works in one of these areas or a part of it; empty for all.
        first
            How many at most.

        Raises
        ------
        UnknownIdError
            An area is nothing that the viewer may see.
        InputError
            An id is of another kind.
        """
        ground = self.ground(view)
        areas = checked(ground, view, within, ("Area",))
        communities = self._advise(view).communities
        return find_connectors(self._citer(view), ground, communities, within=areas, first=first)

    def ranking(self, view: View, question: RankingQuestion, *, first: int = 20) -> Ranking:
        """Return areas or initiatives by criteria, best first, and how firm each place is.

        Parameters
        ----------
        view
            Who looks.
        question
            What is to be ranked, by which weights.
        first
            How many places at most.

        Raises
        ------
        UnknownIdError
            An area is nothing that the viewer may see.
        InputError
            The kind cannot be ranked, an id is of another kind, a weight fits no criterion, or too many areas are
            taken as one.
        """
        if question.kind not in ("Area", "Initiative"):
            raise InputError(
                "Alleen gebieden en initiatieven worden naast elkaar gezet.",
                "Only areas and initiatives are ranked.",
                concerning=question.kind,
            )
        ground = self.ground(view)
        within = tuple(checked(ground, view, question.within, ("Area",))) or self._home(ground)
        together = tuple(checked(ground, view, question.together, ("Area",)))
        return rank(self._citer(view), ground, replace(question, within=within, together=together), first=first)

    def invitation(self, view: View, gathering: Gathering, *, tables: Tables = Tables()) -> Invitation:
        """Return whom to invite, at which table, and why; for who prepares meetings.

        Parameters
        ----------
        view
            Who looks: a facilitator or administrator.
        gathering
            To what: a meeting, areas to invite from, topics.
        tables
            How the tables are to be.

        Raises
        ------
        ForbiddenError
            The viewer's role prepares no meetings.
        UnknownIdError
            The meeting, an area or a topic is nothing that the viewer may see.
        InputError
            Nothing is named, an id is of another kind, or there are more tables than guests.
        """
        _check_prepares(view)
        if gathering == Gathering():
            raise InputError(
                "Noem een bijeenkomst, een gebied of een onderwerp.", "Name a meeting, an area or a topic."
            )
        ground = self.ground(view)
        asked = Gathering(
            "".join(checked(ground, view, [gathering.meeting], ("Meeting",)) if gathering.meeting else ()),
            tuple(checked(ground, view, gathering.within, ("Area",))),
            tuple(checked(ground, view, gathering.topics, ("Topic",))),
        )
        return invite(self._citer(view), ground, asked, home=self._home(ground), tables=tables)

    def ledger(self, view: View, count: Callable[[], Mapping[str, Counts]], *, within: Sequence[str] = ()) -> Ledger:
        """Return how often each initiative had its turn, and how unevenly; for who prepares meetings.

        Parameters
        ----------
        view
            Who looks: a facilitator or administrator.
        count
            Gives how often, by id as it was counted; asked only for who may know.
        within
            Only initiatives that work in one of these areas or a part of it; empty for the city.

        Raises
        ------
        ForbiddenError
            The viewer's role prepares no meetings.
        UnknownIdError
            An area is nothing that the viewer may see.
        InputError
            An id is of another kind.
        """
        _check_prepares(view)
        ground = self.ground(view)
        areas = checked(ground, view, within, ("Area",))
        counts = _canonical(view, count(), find_judgements(view))
        return keep_ledger(ground, counts, within=areas, home=self._home(ground))

    def values(self, view: View, id_: str) -> ValueProfile:
        """Return what an initiative or organisation stands for, as far as sources say.

        Raises
        ------
        UnknownIdError
            It is nothing that the viewer may see.
        InputError
            It is of another kind.
        """
        (profile,) = self._profiles(view, [id_])[1]
        return profile

    def compare_values(self, view: View, one: str, other: str) -> ValueComparison:
        """Return what two stand for, beside each other, and what may cost one its independence.

        Raises
        ------
        UnknownIdError
            One is nothing that the viewer may see.
        InputError
            One is of another kind, or the two are one.
        """
        values, found = self._profiles(view, [one, other])
        if found[0].member == found[1].member:
            raise InputError("Noem er twee: dit is twee keer dezelfde.", "Name two: this is the same one twice.")
        return values.compare((found[0], found[1]))

    def _profiles(self, view: View, asked: Sequence[str]) -> tuple[Values, list[ValueProfile]]:
        ground = self.ground(view)
        ids = checked(ground, view, asked, MEMBERS)
        values = Values(self._citer(view), ground, project(view))
        judgements = find_judgements(view)
        concerned = view.adjacency([node.id for node in judgements], RelationshipFilter(types=("CONCERNS",)))
        return values, [values.profile(id_, (one for one in judgements if id_ in concerned[one.id])) for id_ in ids]

    def narrowed(self, view: View, *, topics: Sequence[str] = (), meeting: str | None = None) -> list[set[str]]:
        """Return, for each demand, who meets it: has to do with one of the topics; fits a meeting.

        Raises
        ------
        UnknownIdError
            There is no such topic or meeting, or none that the viewer may see.
        InputError
            An id is of another kind.
        """
        if not topics and meeting is None:
            return []
        ground, found = self.ground(view), []
        if topics:
            found.append({who for topic in checked(ground, view, topics, ("Topic",)) for who in ground.tied_to(topic)})
        if meeting is not None:
            found.append(fitting(ground, checked(ground, view, [meeting], ("Meeting",))[0]))
        return found

    def are_alliances_at_hand(self, view: View) -> bool:
        """Whether there are alliances of the network as it is, were they from before the newest judgements."""
        return self._alliances_at_hand(view) is not None

    def _alliances_at_hand(self, view: View) -> tuple[Advice, list[Alliance]] | None:
        kept = self._alliances.get(view.viewer.level.value)
        return kept if kept and kept[0].structure == view.structure_revision else None

    def _all_alliances(self, view: View, *, at_hand: bool = False) -> list[Alliance]:
        """Return every alliance, kept while the advice that they come from is."""
        if at_hand and (older := self._alliances_at_hand(view)):
            judged = judged_members(view, older[0].learned.projection)
            return [replace(one, suggestion=one.suggestion.marked(judged.ids(one.suggestion.ids))) for one in older[1]]
        advice = self._advise(view)
        with self._lock:
            kept = self._alliances.get(view.viewer.level.value)
        if kept is None or kept[0] is not advice:
            kept = (advice, self._make_alliances(view, advice))
            with self._lock:
                self._alliances[view.viewer.level.value] = kept
        return list(kept[1])

    def _make_alliances(self, view: View, advice: Advice) -> list[Alliance]:
        learned, ground = advice.learned, self.ground(view)
        if learned.predictor is None:
            return []
        cuts = cut_alliances(ground, learned.projection, learned.predictor.score, candidates=learned.at_home,
                             communities=advice.communities, judged=learned.judged)  # fmt: skip
        return AllianceMaker(ground, self._citer(view), learned, Lessons(view, learned.projection)).make(cuts)

    def _citer(self, view: View) -> Citer:
        return Citer(view, self._today().year)

    def _home(self, ground: Ground) -> tuple[str, ...]:
        """Return the city, as far as known: advice is for the city, elsewhere one only learns."""
        city = self._city or main_city(
            ground.places,
            (bond.other for id_ in ground.of_kind("Initiative") for bond in ground.bonds(id_, "ACTIVE_IN")),
        )
        return (city,) if city in ground else ()

    def _members(self, view: View, of: Sequence[str]) -> list[str]:
        """Return ids with suggestions replaced by their members, each one checked."""
        found: list[str] = []
        for one in of:
            is_advice = one.startswith("suggestion/")
            found += [member.id for member in self.suggestion(view, one).members] if is_advice else [one]
        if not found:
            raise InputError("Noem minstens één gebied of initiatief.", "Name at least one area or initiative.")
        return checked(self.ground(view), view, found, ("Area", *MEMBERS))


def _ids(alliance: Alliance) -> set[str]:
    return set(alliance.suggestion.ids)


def _check_prepares(view: View) -> None:
    if view.viewer.role not in _PREPARES:
        allowed = ", ".join(role.value for role in _PREPARES)
        raise ForbiddenError(
            f"Als {view.viewer.role.value} mag dit niet. Wel als: {allowed} (--as).",
            f"As {view.viewer.role.value} you may not do this. You may as: {allowed} (--as).",
            concerning=view.viewer.role,
        )


def _canonical(view: View, counts: Mapping[str, Counts], judgements: Sequence[Node]) -> dict[str, Counter[Turn]]:
    """Return counts by canonical id, what was merged since added up, with what people accepted."""
    found: dict[str, Counter[Turn]] = {}
    ids = list(counts)
    for start in range(0, len(ids), LONGEST_PAGE):
        part = ids[start : start + LONGEST_PAGE]
        for id_, node in zip(part, view.nodes(part), strict=True):
            if node is not None:
                found.setdefault(node.id, Counter()).update(dict(counts[id_]))
    accepted = [node.id for node in judgements if node.value("verdict") == "accepted"]
    concerned = view.adjacency(accepted, RelationshipFilter(types=("CONCERNS",))) if accepted else {}
    # The same members accepted twice are one agreement, not two turns.
    for members in {tuple(sorted(found_)) for found_ in concerned.values()}:
        for id_ in members:
            found.setdefault(id_, Counter())[Turn.ACCEPTED] += 1
    return found


def checked(ground: Ground, view: View, ids: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ids as canonical ones.

    Raises
    ------
    UnknownIdError
        One is nothing that the viewer may see.
    InputError
        One is of another kind.
    """
    nodes = view.nodes(list(ids))
    for id_, node in zip(ids, nodes, strict=True):
        if node is None or node.id not in ground:
            raise unknown_id(id_)
        if node.kind not in kinds:
            is_, right = KINDS_BY_NAME[node.kind].words, [KINDS_BY_NAME[kind].words for kind in kinds]
            nl, en = " of ".join(one.nl for one in right), " or ".join(one.en for one in right)
            raise InputError(
                f"‘{id_}’ is van de soort {is_.nl}. Hier past alleen: {nl}.",
                f"‘{id_}’ is of the kind {is_.en}. Only this fits here: {en}.",
                concerning=id_,
            )
    return [node.id for node in nodes if node]
