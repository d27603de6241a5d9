"""The facade over one store: opens views, loads files, keeps decisions, gives advice.

One class, and longer than most: it is the one door to everything, and each of its methods checks who may and passes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from graph.errors import ForbiddenError
from graph.ingest.cells import Cell
from graph.ingest.choosing import mapping_to_keep
from graph.ingest.kept_mappings import KeptMapping, forget_mapping, kept_mappings, remember
from graph.ingest.pipeline import LoadOptions, LoadReport, load_file, plan_file
from graph.ingest.report_files import is_report
from graph.network import analysing, deciding, sheets, walking
from graph.network.deciding import Decider, Judgement
from graph.network.sheets import Sheet
from graph.network.walking import Reached, Way
from graph.schema.declaration import Level
from graph.store.answers import Page
from graph.store.base import Store, View
from graph.store.loads import Load
from graph.store.questions import NodeFilter, RelationshipFilter, Role, Viewer
from graph.suggestions.narrowing import those_who_fit

if TYPE_CHECKING:
    import networkx as nx

    from graph.ingest.register import AreasAdded
    from graph.network.advising import Advice, Adviser
    from graph.network.answering import Answers
    from graph.network.importing.imports import Imports
    from graph.network.invited import InvitedLists
    from graph.network.merge_desk import MatchState, MergeDesk
    from graph.network.outcomes import Outcome
    from graph.network.proposals.desk import ProposalDesk
    from graph.network.resolving import Resolution
    from graph.network.trails import Trail
    from graph.network.turns import Turns
    from graph.questions.ledger_types import Ledger
    from graph.resolution.matching import Match
    from graph.resolution.measuring import Quality
    from graph.resolution.reasons import Doubt
    from graph.suggestions.advice_types import Suggestion
    from graph.suggestions.evaluating import AdviceQuality

_MAY_LOAD = (Role.STAFF, Role.FACILITATOR, Role.ADMIN)
_MAY_CORRECT = (Role.STAFF, Role.ADMIN)
_MAY_SEE_NAMES = (Role.STAFF, Role.FACILITATOR, Role.ADMIN)
_MAY_MEASURE = _MAY_SEE_NAMES
_MAY_JUDGE = (Role.FACILITATOR, Role.ADMIN)


class Network:
    """Every question and decision about the graph in one store.

    Parameters
    ----------
    store
        Open; the network closes it.
    secret
        Key of this installation, for the ids of people.
    city
        Id of the municipality that the store is about; empty to let the data tell.
    today
        Gives the day on which a decision is taken.
    uploads
        Folder for files that wait to be loaded; one that goes with the network unless given.
    fairness
        How strongly who was seldom listed moves up within one word of likelihood, 0 (not) to 1.
    """

    def __init__(
        self,
        store: Store,
        *,
        secret: bytes = b"",
        city: str = "",
        today: Callable[[], date] | None = None,
        uploads: Path | None = None,
        fairness: float = 0.0,
    ) -> None:
        self.store = store
        self._secret = secret
        self._city = city
        self._today = today or (lambda: datetime.now(UTC).astimezone().date())
        self._adviser: Adviser | None = None
        self._answers: Answers | None = None
        self._resolution: Resolution | None = None
        self._desk: MergeDesk | None = None
        self._resolving = Lock()  # two who ask at once must not both compute
        self._fairness = fairness
        self._turns: Turns | None = None
        self._uploads = uploads
        self._lock = Lock()
        self._imports: Imports | None = None

    def view(self, viewer: Viewer = Viewer(), *, as_of: date | None = None) -> View:
        """Open a view: all that one viewer may see, optionally as of a day. Close it, or use it as a context."""
        return self.store.view(viewer, as_of=as_of)

    def close(self) -> None:
        """Close the store, after what is being loaded has stopped."""
        if self._imports is not None:
            self._imports.close()
        if self._turns is not None:
            self._turns.close()
        self.store.close()

    # ------------------------------------------------------------------------------------------------ questions

    def sheet(self, view: View, id_: str, lang: str = "nl") -> Sheet:
        """Return all that is known of a node.

        Raises
        ------
        UnknownIdError
            There is no such node, or none that the viewer may see.
        """
        found = sheets.make_sheet(view, id_, lang)
        if found is None:
            raise deciding.unknown_id(id_)
        return found

    def neighbours(
        self,
        view: View,
        start: str,
        where: RelationshipFilter = RelationshipFilter(),
        *,
        steps: int = 1,
        first: int = 20,
        after: str | None = None,
    ) -> Page[Reached]:
        """Return what lies within some steps, nearest first."""
        return walking.neighbours(view, start, where, steps=steps, first=first, after=after)

    def path(
        self,
        view: View,
        start: str,
        end: str,
        where: RelationshipFilter = RelationshipFilter(),
        *,
        most_steps: int = 6,
    ) -> Way | None:
        """Return a shortest way between two nodes."""
        return walking.path(view, start, end, where, most_steps=most_steps)

    def export(self, view: View, form: str, lang: str = "nl") -> Iterator[bytes]:
        """Return the whole graph in one of `graph.network.exports.formats`, in parts.

        Raises
        ------
        InputError
            There is no such format; or, with the first part, it needs a library or data that are not there.
        """
        from graph.network.exports import making  # noqa: PLC0415 - most commands write no export

        return making.export(view, form, lang)

    def to_networkx(self, view: View) -> nx.MultiDiGraph[str]:
        """Return the whole graph as a networkx graph, with sources."""
        return analysing.to_networkx(view)

    def advice(self, view: View, *, at_hand: bool = False) -> Advice:
        """Return suggestions, communities and brokers for who looks, computed once for each revision.

        Parameters
        ----------
        view
            Who looks.
        at_hand
            Advice from before the newest judgements will do, with the judgements as they are now.
        """
        found = self._advising().advice(view, at_hand=at_hand)
        if not at_hand:  # what is at hand was counted when it was computed
            self.turns.suggest(found.suggestions, found.revision, view.viewer.level.value)
        return found

    def is_advice_at_hand(self, view: View) -> bool:
        """Whether there is advice on the network as it is, were it from before the newest judgements."""
        return self._advising().is_at_hand(view)

    @property
    def turns(self) -> Turns:
        """Who had a turn: counts of initiatives that were listed, suggested and invited."""
        from graph.network.turns import Turns  # noqa: PLC0415 - most commands count nothing

        with self._lock:
            if self._turns is None:
                self._turns = Turns(self.store)
            return self._turns

    @property
    def invited(self) -> InvitedLists:
        """Lists by which somebody said to invite."""
        from graph.network.invited import InvitedLists  # noqa: PLC0415 - as above

        return InvitedLists(self.store.records, self.turns, self._today)

    @property
    def fairness(self) -> float:
        """How strongly who was seldom listed moves up within one word of likelihood, 0 (not) to 1."""
        return self._fairness

    def ledger(self, view: View, *, within: Sequence[str] = ()) -> Ledger:
        """Return how often each initiative had its turn, and how unevenly; for who prepares meetings.

        Raises
        ------
        ForbiddenError
            The viewer's role prepares no meetings.
        UnknownIdError
            An area is nothing that the viewer may see.
        InputError
            An id is of another kind.
        """
        return self.answers.ledger(view, self.turns.counts, within=within)

    def advice_quality(self, view: View, *, newest: bool = False, seed: int = 0) -> AdviceQuality:
        """Return how good the advice is on known partnerships, some of which (or the newest) are hidden for it.

        Raises
        ------
        ForbiddenError
            The viewer's role may not see how it is measured.
        """
        _check(view.viewer, _MAY_MEASURE)
        return self._advising().quality(view, newest=newest, seed=seed)

    def _advising(self) -> Adviser:
        from graph.network.advising import Adviser  # noqa: PLC0415 - it needs numbers, and most questions do not

        with self._lock:  # two who come at once are not to compute the same
            if self._adviser is None:
                self._adviser = Adviser(self.store, city=self._city)
            return self._adviser

    @property
    def answers(self) -> Answers:
        """The facilitator's questions: what is missing, who together make it, which groups, who connects."""
        from graph.network.answering import Answers  # noqa: PLC0415 - it needs numbers, and most questions do not

        with self._lock:
            if self._answers is None:
                self._answers = Answers(self.advice, city=self._city, today=self._today)
            return self._answers

    def suggestions(
        self,
        view: View,
        *,
        within: Sequence[str] = (),
        members: Sequence[str] = (),
        topics: Sequence[str] = (),
        meeting: str | None = None,
        judged: bool | None = None,
        at_hand: bool = False,
    ) -> list[Suggestion]:
        """Return suggestions for some areas, members or topics, or for a coming meeting, best first.

        Parameters
        ----------
        view
            Who looks.
        within
            A member is active in one of these areas or a part of it; empty for anywhere.
        members
            With one of these; empty for all.
        topics
            A member has to do with one of these; empty for all.
        meeting
            A member is named with this meeting, works where it is about, or is about what it is about; within one word
            of likelihood those of whom all do come first, as they will meet there.
        judged
            Only those that somebody judged, or that nobody did; None for both.
        at_hand
            Advice from before the newest judgements will do, with the judgements as they are now.

        Raises
        ------
        UnknownIdError
            There is no such topic or meeting, or none that the viewer may see.
        """
        found = self._in_fair_order(self.advice(view, at_hand=at_hand).suggestions)
        for wanted in self.answers.narrowed(view, topics=topics, meeting=meeting):
            found = those_who_fit(found, wanted, whole_first=meeting is not None)
        if within:
            ids = tuple({id_ for one in found for id_ in one.ids})
            here = {id_ for start in range(0, len(ids), 1000) for id_ in
                    (node.id for node in view.find(NodeFilter(ids=ids[start : start + 1000], within=tuple(within)),
                                                   first=1000).items)}  # fmt: skip
            found = those_who_fit(found, here, whole_first=False)
        if members:
            wanted = {node.id for node in view.nodes(list(members)) if node}
            found = those_who_fit(found, wanted, whole_first=False)
        return found if judged is None else [one for one in found if bool(one.judgements) == judged]

    def _in_fair_order(self, found: Sequence[Suggestion]) -> list[Suggestion]:
        if not self._fairness:
            return list(found)
        from graph.questions.ledger_types import Turn  # noqa: PLC0415 - only where the order is to be corrected
        from graph.suggestions.fairness import order_fairly  # noqa: PLC0415 - as above

        counts = self.turns.counts(newest=False)
        return order_fairly(found, {id_: one.get(Turn.SHOWN, 0) for id_, one in counts.items()}, self._fairness)

    # ------------------------------------------------------------------------------------------------ files

    def plan(self, path: Path, options: LoadOptions) -> LoadReport:
        """Return what loading a file would do, and write nothing."""
        if is_report(path, options.mapping):
            return self._take_in(path, options, planned=True)
        return plan_file(self.store, path, options)

    def load(self, path: Path, options: LoadOptions, viewer: Viewer) -> LoadReport:
        """Load one file; what a report of a meeting proposes goes to the desk.

        Raises
        ------
        ForbiddenError
            The viewer's role may not load.
        """
        _check(viewer, _MAY_LOAD)
        if is_report(path, options.mapping):
            return self._take_in(path, options)
        return load_file(self.store, path, options)

    def _take_in(self, path: Path, options: LoadOptions, *, planned: bool = False) -> LoadReport:
        from graph.network.proposals.reading import take_in  # noqa: PLC0415 - tables do not need it

        return take_in(self.store, path, options, today=self._today(), planned=planned)

    def keep_mapping(self, path: Path, mapping: Path, viewer: Viewer) -> None:
        """Keep the mapping of a file for others of its shape.

        Raises
        ------
        FileError
            The file or its mapping cannot be read.
        ForbiddenError
            The viewer's role may not load.
        """
        _check(viewer, _MAY_LOAD)
        remember(self.store.records, mapping_to_keep(path, mapping, viewer.role.value))

    def kept_mappings(self) -> list[KeptMapping]:
        """Return the mappings that are kept, by name of the file that they were made for."""
        return sorted(kept_mappings(self.store.records), key=lambda one: (one.stem, one.shape))

    def forget_mappings(self, stem: str, viewer: Viewer) -> int:
        """Keep the mappings that were made for a file no longer, and return how many there were.

        Raises
        ------
        ForbiddenError
            The viewer's role may not load.
        """
        _check(viewer, _MAY_LOAD)
        found = [one.shape for one in self.kept_mappings() if one.stem == stem]
        for shape in found:
            forget_mapping(self.store.records, shape)
        return len(found)

    def add_areas(self, wanted: str, viewer: Viewer, reason: str = "") -> AreasAdded:
        """Load a municipality, by its code or name, with its districts and neighbourhoods.

        Raises
        ------
        ForbiddenError
            The viewer's role may not load.
        InputError
            There is no such municipality, or more than one.
        """
        from graph.ingest.register import add_municipality  # noqa: PLC0415 - most commands need no register

        _check(viewer, _MAY_LOAD)
        return add_municipality(self.store, wanted, actor=viewer.role.value, reason=reason)

    def undo(self, number: int, viewer: Viewer, reason: str = "") -> Load:
        """Take a load or decision back.

        Raises
        ------
        ForbiddenError
            The viewer's role may not undo.
        UnknownIdError
            There is no such load.
        """
        _check(viewer, _MAY_LOAD)
        load = self.store.undo(number, actor=viewer.role.value, reason=reason)
        self._drop_gone()
        return load

    @property
    def imports(self) -> Imports:
        """Files that are taken in step by step: kept, looked at, decided on, planned, loaded."""
        from graph.network.importing.imports import Imports  # noqa: PLC0415 - most questions do not need it

        with self._lock:  # two who come at once are not to get two
            if self._imports is None:
                self._imports = Imports(
                    self.store, secret=self._secret, folder=self._uploads, doubts=self._doubts_about,
                    take_in=self._take_in,
                )  # fmt: skip
            return self._imports

    def _doubts_about(self, things: frozenset[str]) -> int:
        """Return how many doubtful pairs some things are part of."""
        from graph.resolution.matching import Outcome  # noqa: PLC0415 - see above

        doubtful = self.resolution(Viewer(Role.ADMIN)).of(Outcome.DOUBTFUL)
        return sum(not things.isdisjoint(match.ids) for match in doubtful)

    # ------------------------------------------------------------------------------------------------ decisions

    def correct(
        self,
        id_: str,
        property_: str,
        value: Cell | None,
        viewer: Viewer,
        *,
        reason: str = "",
        level: Level | None = None,
    ) -> Load:
        """State a value that stands above files, or (None) that there is none."""
        _check(viewer, _MAY_CORRECT)
        return deciding.correct(self.store, id_, property_, value, self._decider(viewer, reason), level=level)

    def merge(self, keep: str, other: str, viewer: Viewer, reason: str = "") -> Load:
        """Say that two nodes are one."""
        _check(viewer, _MAY_CORRECT)
        load = deciding.merge(self.store, keep, other, self._decider(viewer, reason))
        self._drop_gone()
        return load

    def split(self, one: str, other: str, viewer: Viewer, reason: str = "") -> Load:
        """Say that two ids are two things."""
        _check(viewer, _MAY_CORRECT)
        return deciding.split(self.store, one, other, self._decider(viewer, reason))

    # ------------------------------------------------------------------------------------------------ same or not

    def resolution(self, viewer: Viewer) -> Resolution:
        """Return what may be one thing, computed once for each revision.

        Raises
        ------
        ForbiddenError
            The viewer's role may not see all names.
        """
        from graph.network import resolving  # noqa: PLC0415 - most questions do not need it

        _check(viewer, _MAY_SEE_NAMES)
        with self._resolving:
            with self.view(viewer) as view:
                revision = view.revision
            if self._resolution is None or self._resolution.revision != revision:
                self._resolution = resolving.resolve(self.store)
            return self._resolution

    def doubts(self, viewer: Viewer, matches: Sequence[Match], lang: str = "nl") -> list[Doubt]:
        """Return matches in words, with reasons and sources."""
        from graph.network import resolving  # noqa: PLC0415 - see above

        resolution = self.resolution(viewer)
        with self.view(viewer) as view:
            return resolving.desk(view, self.store, resolution, matches, lang)

    def merge_desk(self, viewer: Viewer) -> MergeDesk:
        """Return the pairs that may be one and how each stands; computed once for each revision.

        Raises
        ------
        ForbiddenError
            The viewer's role may not decide on them.
        """
        from graph.network import merge_desk  # noqa: PLC0415 - most questions do not need it

        _check(viewer, _MAY_CORRECT)
        resolution, desk = self.resolution(viewer), self._desk
        if desk is None or desk.revision != resolution.revision:
            self._desk = desk = merge_desk.make_desk(self.store, resolution)
        return desk.with_put_off(merge_desk.postponed(self.store))

    def decide_match(self, id_: str, state: MatchState, viewer: Viewer, reason: str = "") -> None:
        """Decide on a pair of the desk, or take that back.

        Raises
        ------
        ForbiddenError
            The viewer's role may not decide.
        UnknownIdError
            There is no such pair (any more).
        InputError
            The two cannot become one, or two.
        """
        from graph.network import merge_desk, resolving  # noqa: PLC0415 - see above

        case, before = self.merge_desk(viewer).case(id_), self.resolution(viewer)
        merge_desk.decide_case(self.store, case, state, self._decider(viewer, reason))
        with self._resolving, self.view(viewer) as view:
            # One commit later is ours alone: names have not changed, and need not be compared again.
            if state.value == "different" and case.decision is None and view.revision == before.revision + 1:
                self._resolution = resolving.with_apart(before, case.ids, view.revision)

    def put_off(self, viewer: Viewer) -> dict[tuple[str, str], str]:
        """Return the pairs that people put off, with the reason."""
        from graph.network import resolving  # noqa: PLC0415 - see above

        _check(viewer, _MAY_SEE_NAMES)
        return resolving.put_off(self.store)

    def merge_sure(self, viewer: Viewer, reason: str = "") -> Load | None:
        """Merge what is sure, in one load that can be taken back; None where nothing is."""
        from graph.network import resolving  # noqa: PLC0415 - see above

        _check(viewer, _MAY_CORRECT)
        return resolving.merge_sure(self.store, self.resolution(viewer), self._decider(viewer, reason))

    def keep_apart(self, one: str, other: str, viewer: Viewer, reason: str = "") -> Load:
        """Say that two are two; they are not asked about again."""
        from graph.network import resolving  # noqa: PLC0415 - see above

        _check(viewer, _MAY_CORRECT)
        return resolving.keep_apart(self.store, one, other, self._decider(viewer, reason))

    def postpone(self, one: str, other: str, viewer: Viewer, reason: str = "") -> None:
        """Put a pair off: it stands last on the desk."""
        from graph.network import resolving  # noqa: PLC0415 - see above

        _check(viewer, _MAY_CORRECT)
        resolving.postpone(self.store, one, other, self._decider(viewer, reason))

    def resolution_quality(self, viewer: Viewer, truth: Mapping[str, Any]) -> Quality:
        """Return how good matching is where the truth is known."""
        from graph.network import resolving  # noqa: PLC0415 - see above

        return resolving.quality(self.store, self.resolution(viewer), truth)

    # ------------------------------------------------------------------------------------------------ proposals

    def desk(self, viewer: Viewer) -> ProposalDesk:
        """Return the desk of proposals: what reports propose, and what people decide on it.

        Raises
        ------
        ForbiddenError
            The viewer's role may not see what reports say of people.
        """
        from graph.network.proposals.desk import ProposalDesk  # noqa: PLC0415 - most questions do not need it

        _check(viewer, _MAY_LOAD)
        return ProposalDesk(self.store, self._decider(viewer, ""), self._secret)

    def judge(
        self, members: tuple[str, ...], judgement: Judgement, viewer: Viewer, *, key: str = ""
    ) -> tuple[Load, str]:
        """Keep what a person makes of a suggestion; return the load and the id of the judgement."""
        _check(viewer, _MAY_JUDGE)
        return deciding.judge(self.store, members, judgement, self._decider(viewer, ""), key=key)

    # ------------------------------------------------------------------------------------------------ what became of it

    def record_outcome(self, suggestion: str, outcome: Outcome, viewer: Viewer) -> tuple[Load, str]:
        """Keep what a suggestion came to; return the load and the id of the meeting, agreement or partnership.

        Raises
        ------
        ForbiddenError
            The viewer's role may not.
        UnknownIdError
            There is no such suggestion, and nothing was ever recorded of it.
        InputError
            The day is none, a text does not belong there, or the step does not follow on what is known.
        """
        from graph.network import kept_trails, outcomes  # noqa: PLC0415 - most questions do not need it

        _check(viewer, _MAY_JUDGE)
        with self.view(viewer) as view:
            found = kept_trails.members_of(self.store.records, self._suggested, view, suggestion)
            members = [node.id for node in found]
        decider = self._decider(viewer, "")
        done = outcomes.record_outcome(self.store, suggestion, members, outcome, decider)
        kept_trails.keep_members(self.store.records, suggestion, members)
        return done

    def trail(self, view: View, suggestion: str) -> Trail:
        """Return what became of a suggestion, as the viewer may see it.

        Raises
        ------
        UnknownIdError
            There is no such suggestion, and nothing was ever recorded of it.
        """
        from graph.network import kept_trails  # noqa: PLC0415 - see above

        return kept_trails.trail(self.store.records, self._suggested, view, suggestion)

    def told_trail(self, view: View, suggestion: str) -> Trail | None:
        """Return what became of a suggestion where something was recorded that the viewer may see; else None."""
        from graph.network import kept_trails  # noqa: PLC0415 - see above

        return kept_trails.told_trail(self.store.records, view, suggestion)

    def _suggested(self, view: View, suggestion: str) -> Suggestion:
        return self.answers.suggestion(view, suggestion, at_hand=True)  # its members are all that is asked

    def trails(self, view: View) -> list[Trail]:
        """Return the suggestions of which people recorded what became of them, the latest step first."""
        from graph.network import kept_trails  # noqa: PLC0415 - see above

        return kept_trails.trails(self.store.records, view)

    def _drop_gone(self) -> None:
        """Erase what is kept beside the claims of things that are not there any more."""
        from graph.network import resolving  # noqa: PLC0415 - most questions do not need it

        resolving.drop_gone(self.store)

    def _decider(self, viewer: Viewer, reason: str) -> Decider:
        return Decider(viewer.role.value, self._today(), reason)

    @property
    def secret(self) -> bytes:
        """Key of this installation."""
        return self._secret


def _check(viewer: Viewer, roles: tuple[Role, ...]) -> None:
    if viewer.role not in roles:
        allowed = ", ".join(role.value for role in roles)
        raise ForbiddenError(
            f"Als {viewer.role.value} mag dit niet. Wel als: {allowed} (--as).",
            f"As {viewer.role.value} you may not do this. You may as: {allowed} (--as).",
            concerning=viewer.role,
        )
