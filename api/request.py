"""One request: who asks, of which city, in which language, and the one view that all of it is read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from api.advice import AdviceDesk
from api.judging import Judge
from api.limits import ApiLimits
from api.matching import MatchDecider
from api.site import Site
from graph.errors import InputError
from graph.schema.words import Lang
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import Viewer
from viz.links import node_path


@dataclass(slots=True)
class Request:
    """What resolvers find as ``info.context``. Of one thread, and of one operation.

    Parameters
    ----------
    site
        The city that is asked about.
    viewer
        Who asks.
    limits
        What one request may be.
    desk
        Where advice comes from.
    judge, decider
        Where judgements go, and decisions on pairs.
    lang
        Language of labels and sentences, unless a field says otherwise.
    base_url
        Address that the site was reached at, without a slash at the end.
    """

    site: Site
    viewer: Viewer
    limits: ApiLimits
    desk: AdviceDesk
    judge: Judge
    decider: MatchDecider
    lang: Lang = "nl"
    base_url: str = ""
    _view: View | None = field(default=None, init=False)

    def view(self, as_of: date | None = None) -> View:
        """Return the one view of this request, opened when the first asks.

        Parameters
        ----------
        as_of
            Day that is asked about; None for now.

        Raises
        ------
        InputError
            Another field of the request asks about another day.
        """
        if self._view is None:
            self._view = self.site.network.view(self.viewer, as_of=as_of)
        if self._view.as_of != as_of:
            raise InputError(
                "Eén verzoek gaat over één dag. Geef elk veld dezelfde ‘asOf’, of vraag het in twee verzoeken.",
                "One request is about one day. Give every field the same ‘asOf’, or ask in two requests.",
                concerning=as_of,
            )
        return self._view

    @property
    def reading(self) -> View:
        """The view that rows of this request were read from."""
        return self._view or self.view()

    def renew(self) -> None:
        """Forget the view: after a write, what follows reads what was written."""
        view, self._view = self._view, None
        if view is not None:
            view.close()

    def page_of(self, node: Node) -> str:
        """Return the address of a node's page for people."""
        return f"{self.base_url}{self.site.path}{node_path(node)}"

    def said(self, lang: object) -> Lang:
        """Return the language that a field asks for, else that of the request."""
        value = getattr(lang, "value", None)
        return value if value in ("nl", "en") else self.lang
