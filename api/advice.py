"""Advice for requests: computed beside them, waited for up to a bound, and then read from memory.

Computing advice takes seconds for a city. It is done by one thread of each desk, so that a request that would wait
too long can be told to come back, and so that two requests never compute the same twice. Measuring how good the advice
is takes longest and has a thread of its own: nobody's advice waits for it.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING

from api.errors import LOGGER, AdviceNotReadyError
from graph.errors import InputError, WijkwebError
from graph.network import Network
from graph.store.base import View
from graph.store.questions import Viewer

if TYPE_CHECKING:
    from graph.network.advising import Advice  # which brings what computes: a site starts without
    from graph.network.answering import Answers
    from graph.suggestions.evaluating import AdviceQuality

State = tuple[str, int, "Work"]
"""A level, the revision of the data, and what is computed."""


class Work(Enum):
    """What is computed beside requests."""

    ADVICE = "advice"
    ALLIANCES = "alliances"
    QUALITY = "quality"
    QUALITY_OF_NEWEST = "quality of the newest"


WAIT_SECONDS = 3.0
"""How long a page waits for what is being computed: longer looks broken, and the page that says so comes at once."""

AGAIN_SECONDS = 3
"""After how long that page looks again."""

MOMENT = 0.3
"""Seconds that a page waits for what it could do without."""


class AdviceDesk:
    """Where requests of one site get advice.

    Parameters
    ----------
    network
        Whose advice.
    wait_seconds
        How long a request waits for advice that is being computed.
    """

    def __init__(self, network: Network, wait_seconds: float) -> None:
        self._network = network
        self._seconds = wait_seconds
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="wijkweb-advice")
        self._measuring = ThreadPoolExecutor(1, thread_name_prefix="wijkweb-quality")
        self._lock = Lock()
        self._computing: dict[State, Future[None]] = {}

    def advice(self, view: View) -> Advice:
        """Return the advice for who looks.

        Raises
        ------
        AdviceNotReadyError
            It is not there within the time that a request waits.
        InputError
            The view is of another day: advice is about what is known now.
        """
        self.prepare(Work.ADVICE, view)
        return self._network.advice(view)

    def alliances(self, view: View) -> Answers:
        """Return who answers, once the alliances are known.

        Raises
        ------
        AdviceNotReadyError
            They are not there within the time that a request waits.
        InputError
            The view is of another day.
        """
        self.prepare(Work.ALLIANCES, view)
        return self._network.answers

    def quality(self, view: View, *, newest: bool) -> AdviceQuality:
        """Return how good the advice is on known partnerships.

        Raises
        ------
        AdviceNotReadyError
            It is not there within the time that a request waits.
        ForbiddenError
            The viewer's role may not see how it is measured.
        InputError
            The view is of another day.
        """
        self.prepare(Work.QUALITY_OF_NEWEST if newest else Work.QUALITY, view)
        return self._network.advice_quality(view, newest=newest)

    def prepare(self, work: Work, view: View) -> None:
        """Wait until something was computed, so that the network answers it from memory.

        Parameters
        ----------
        work
            What is needed.
        view
            Who looks.

        Raises
        ------
        AdviceNotReadyError
            It is not there within that time.
        InputError
            The view is of another day.
        """
        if view.as_of is not None:
            raise InputError(
                "Suggesties en groepen gaan over wat nu bekend is. Vraag ze zonder ‘asOf’ in hetzelfde verzoek.",
                "Suggestions and communities are about what is known now. Ask them without ‘asOf’ in one request.",
            )
        try:
            self._begun(work, view.viewer, view.revision).result(self._seconds)
        except FutureTimeoutError:
            raise AdviceNotReadyError(
                "De suggesties worden berekend. Vraag het zo nog eens.",
                "Suggestions are being computed. Ask again in a moment.",
            ) from None

    def is_at_hand(self, work: Work, view: View, seconds: float) -> bool:
        """Begin to compute something, and return whether a page can be made of what is at hand.

        Parameters
        ----------
        work
            What is needed.
        view
            Who looks.
        seconds
            How long to wait where nothing is at hand; where there is what was computed before the newest judgements,
            `MOMENT` is enough.
        """
        begun = self._begun(work, view.viewer, view.revision)
        older = self._has_older(work, view)
        try:
            begun.result(min(MOMENT, seconds) if older else seconds)
        except FutureTimeoutError:
            return older
        return True

    def _has_older(self, work: Work, view: View) -> bool:
        if work is Work.ADVICE:
            return self._network.is_advice_at_hand(view)
        return work is Work.ALLIANCES and self._network.answers.are_alliances_at_hand(view)

    def warm(self, viewer: Viewer) -> None:
        """Begin to compute advice for a level, without waiting, so that the first who asks finds it."""
        try:
            with self._network.view(viewer) as view:
                for work in (Work.ADVICE, Work.ALLIANCES):
                    self._begun(work, viewer, view.revision)
        except WijkwebError as error:
            LOGGER.warning("advice was not computed beforehand: %s", error.en)

    def close(self) -> None:
        """Let go of the threads; what they compute now is dropped when done."""
        for one in (self._thread, self._measuring):
            one.shutdown(wait=True, cancel_futures=True)

    def _begun(self, work: Work, viewer: Viewer, revision: int) -> Future[None]:
        state = (viewer.level.value, revision, work)
        with self._lock:
            known = self._computing.get(state)
            if known is None or (known.done() and known.exception()):
                # Only the newest state of each level is asked for; a request on an older view finds it in the network.
                older = [one for one in self._computing if one[0] == state[0] and one[1] < revision]
                for one in older:
                    del self._computing[one]
                thread = self._thread if work in (Work.ADVICE, Work.ALLIANCES) else self._measuring
                self._computing[state] = known = thread.submit(self._compute, work, viewer)
            return known

    def _compute(self, work: Work, viewer: Viewer) -> None:
        with self._network.view(viewer) as view:
            if work is Work.ADVICE:
                self._network.advice(view)
            elif work is Work.ALLIANCES:
                self._network.answers.alliances(view)
            else:
                self._network.advice_quality(view, newest=work is Work.QUALITY_OF_NEWEST)
