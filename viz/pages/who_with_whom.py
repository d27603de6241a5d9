"""The page of suggestions: filtered, ranked, judged; or, where little is known, what would help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import InputError
from graph.store.answers import Node
from graph.store.base import View
from graph.suggestions.advice_types import Likelihood, Suggestion
from graph.suggestions.catalogue import listing
from viz.pages.areas_choice import area_groups
from viz.pages.counting import find_city
from viz.pages.kept_choice import KeptChoice
from viz.pages.little_known import LittleKnown, tell_little
from viz.pages.questions.asking import questions
from viz.pages.suggesting import Card, CardMaker, Lesson, Verdict, lessons, verdict_of
from viz.rendering import render
from viz.site import Shell
from viz.tokens import FormTokens

PATH = "/wie-bij-wie"

FIRST = 10
"""Suggestions that the page opens with."""
MOST = 200
MOST_LEARNING = 6
"""Initiatives elsewhere to learn from: a few, not a second list."""
MOST_COMPARED = 60
"""Pairs across cities that are grouped by whom one learns from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the page, as the address gives it.

    Parameters
    ----------
    area, member
        Only in this area, only with this initiative; ids.
    show
        Empty for what nobody judged, ``beoordeeld``, or ``alles``.
    first
        How many.
    open
        Id of the suggestion whose reason field is open.
    judged
        Id of the judgement that was made just now.
    only
        Id of the one suggestion that is asked for, judged or not; empty for all.
    """

    area: str = ""
    member: str = ""
    show: str = ""
    first: int = FIRST
    open: str = ""
    judged: str = ""
    only: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Asked:
        """Read it from an address or a form.

        Raises
        ------
        InputError
            What is to be shown is no choice, or the number is none.
        """
        show = read_show(given)
        number = given.get("aantal", "") or str(FIRST)
        if not (number.isascii() and number.isdecimal() and 1 <= int(number[:6]) <= MOST):
            raise InputError(f"Het aantal is 1 tot {MOST}.", f"The number is 1 to {MOST}.")
        return cls(given.get("gebied", ""), given.get("met", ""), show, int(number),
                   given.get("reden", ""), given.get("oordeel", ""), given.get("suggestie", ""))  # fmt: skip

    @property
    def is_same_list(self) -> bool:
        """Whether it is the list that one has just seen, with a reason open or after a verdict: that is no new turn."""
        return bool(self.open or self.judged)

    @property
    def choice(self) -> KeptChoice:
        """The choice, without what is open or was judged just now."""
        return KeptChoice.of(PATH, {"gebied": self.area, "met": self.member, "toon": self.show,
                                    "aantal": "" if self.first == FIRST else str(self.first)}.items())  # fmt: skip


SHOWN = {"": False, "beoordeeld": True, "alles": None}
"""Choice of what to show -> whether it was judged; None for both."""


def read_show(given: Mapping[str, str]) -> str:
    """Return which are to be shown, as an address gives it.

    Raises
    ------
    InputError
        It is no choice.
    """
    show = given.get("toon", "")
    if show not in SHOWN:
        raise InputError("‘toon’ is beoordeeld of alles, of leeg.", "‘toon’ is beoordeeld or alles, or empty.")
    return show


@dataclass(frozen=True, slots=True)
class Refused:
    """A reason that was not kept: of which suggestion, why, and what was typed."""

    suggestion: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class JudgedNow:
    """What was decided just now, so that it can be taken back, or gone on with.

    Parameters
    ----------
    id
        Id of the suggestion.
    names
        Of its members, as people list them.
    verdict
        What was decided.
    """

    id: str
    names: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows.

    Parameters
    ----------
    cards
        Suggestions within the city.
    total
        How many there are in all.
    learning
        Who is elsewhere and can be learned from.
    little
        Where too little is known: what is known and what would help.
    """

    cards: tuple[Card, ...]
    total: int
    learning: tuple[Lesson, ...]
    little: LittleKnown | None


def suggestions_page(view: View, shell: Shell, asked: Asked, tokens: FormTokens, refused: Refused | None = None) -> str:
    """Return the page of suggestions.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    asked
        What somebody asked of it.
    tokens
        Makes the marks of its forms.
    refused
        A reason that was not kept a moment ago.
    """
    area, member = view.nodes([asked.area or "-", asked.member or "-"])
    shown = _show(view, shell, asked, area)
    return render(
        "suggestions.html",
        shell,
        asked=asked,
        choice=asked.choice,
        chosen=asked,
        shown=shown,
        area=area,
        member=member,
        groups=area_groups(view, shell.lang),
        others=questions(shell, area=area.id if area else ""),
        open=refused.suggestion if refused else asked.open,
        refused=refused,
        revision=shell.site.network.advice(view, at_hand=True).revision,
        judged_now=judged_now(view, shell, asked.judged),
        token=lambda what, subject: tokens.make(*form_parts(shell, what, subject)),
    )


def form_parts(shell: Shell, what: str, subject: str) -> tuple[str, ...]:
    """Return for what a form is: its site, the role it acts in, what it does and to what."""
    return shell.site.path, shell.viewer.role.value, what, subject


def _show(view: View, shell: Shell, asked: Asked, area: Node | None) -> Shown:
    judged = None if asked.only else SHOWN[asked.show]
    found = shell.site.network.suggestions(
        view,
        within=(asked.area,) if asked.area else (),
        members=(asked.member,) if asked.member else (),
        judged=judged,
        at_hand=True,
    )
    found = [one for one in found if asked.only in ("", one.id)]
    here: Sequence[Suggestion] = [one for one in found if not one.learning]
    learning = [one for one in found if one.learning][:MOST_COMPARED]
    shown = here[: asked.first]
    if not asked.is_same_list:
        shell.site.network.turns.show([*shown, *learning])
    maker = CardMaker(view, shell, [*shown, *learning])
    is_little = not asked.show and not asked.only and all(one.likelihood is Likelihood.LITTLE_KNOWN for one in here)
    return Shown(
        tuple(maker.card(number, one) for number, one in enumerate(shown, 1)),
        len(here),
        tuple(lessons(maker.card(number, one) for number, one in enumerate(learning, 1))[:MOST_LEARNING]),
        tell_little(view, shell, area or find_city(view, shell.site.city)) if is_little else None,
    )


def judged_now(view: View, shell: Shell, id_: str) -> JudgedNow | None:
    """Return what was decided by a judgement; None where it is none, or none that the viewer may see."""
    from graph.suggestions.suggesting import suggestion_id  # noqa: PLC0415 - it needs numbers, which most pages do not

    node = view.nodes([id_])[0] if id_ else None
    if node is None or node.kind != "Judgement":
        return None
    ids = view.adjacency([node.id])[node.id]
    names = listing([one.name for one in view.nodes(ids) if one]).to(shell.lang)
    return JudgedNow(suggestion_id(tuple(sorted(ids))), names, verdict_of(node, shell.lang))
