"""What the pages of questions share: the list of questions, the choice of an area, numbers, and lines with sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.errors import ForbiddenError, InputError
from graph.questions.ground import Ground
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.advice_types import Fact
from viz.pages.areas_choice import AreaGroup, area_groups
from viz.pages.citing import Cited
from viz.pages.counting import find_city
from viz.pages.fact_links import FactLinks
from viz.site import Shell

PATH = "/vragen"
GAPS, COMPOSITIONS, ALLIANCES, RANKING, VALUES, INVITATION, CONNECTORS, LEDGER, QUALITY = (
    f"{PATH}/{name}"
    for name in ("wat-ontbreekt", "wie-halen-het", "samen-optrekken", "beste-bodem", "past-het", "wie-uitnodigen",
                 "wie-verbindt", "eerlijk-verdeeld", "hoe-goed")
)  # fmt: skip
"""Addresses of the questions."""

TITLES = {
    GAPS: Words("Wat ontbreekt hier?", "What is missing here?"),
    COMPOSITIONS: Words("Wie halen het samen?", "Who make it together?"),
    ALLIANCES: Words("Wie kunnen samen optrekken?", "Who can join forces?"),
    RANKING: Words("Welke gebieden hebben de beste bodem?", "Which areas have the best soil?"),
    VALUES: Words("Waar staan ze voor, en past dat?", "What do they stand for, and does it fit?"),
    INVITATION: Words("Wie nodigt u uit?", "Whom do you invite?"),
    CONNECTORS: Words("Wie houdt het bij elkaar?", "Who holds it together?"),
    LEDGER: Words("Is het eerlijk verdeeld?", "Is it shared out fairly?"),
    QUALITY: Words("Hoe goed is dit advies?", "How good is this advice?"),
}
"""The questions in words."""

LEADS = {
    GAPS: Words(
        "Wat men zoekt en niemand hier biedt. Wie in de buurt het heeft, en wie het elders oploste.",
        "What is needed and nobody here offers. Who near has it, and who elsewhere solved it.",
    ),
    COMPOSITIONS: Words(
        "De kleinste groep die een doel haalt: zoveel leden, of ruimte en kennis bij elkaar.",
        "The smallest group that reaches a goal: so many members, or space and knowledge together.",
    ),
    ALLIANCES: Words(
        "Groepen van drie of meer: wie brengt wat, wat ontbreekt nog, en wat kan de groep breken.",
        "Groups of three or more: who brings what, what is missing yet, and what may break the group.",
    ),
    RANKING: Words(
        "Gebieden of initiatieven op volgorde. U bepaalt wat telt, en ziet hoe vast elke plaats is.",
        "Areas or initiatives in order. You say what counts, and see how firm each place is.",
    ),
    VALUES: Words(
        "Wat een initiatief belangrijk vindt, volgens de bronnen. En of twee die samen optrekken zelfstandig blijven.",
        "What matters to an initiative, according to the sources. And whether two who join forces stay independent.",
    ),
    INVITATION: Words(
        "Een lijst voor een bijeenkomst: wie past, wie niet mag ontbreken, en wie bij wie aan tafel zit.",
        "A list for a meeting: who fits, who must not be missing, and who sits with whom.",
    ),
    CONNECTORS: Words(
        "Wie anderen verbindt, wat er gebeurt als die wegvalt, en hoe niet alles op één rust.",
        "Who connects others, what happens if they leave, and how not all rests on one.",
    ),
    LEDGER: Words(
        "Hoe vaak elk initiatief aan bod kwam: getoond, voorgesteld, uitgenodigd. En of dat gelijk verdeeld is.",
        "How often each initiative had its turn: shown, suggested, invited. And whether that is even.",
    ),
    QUALITY: Words(
        "Hoe vaak het advies samenwerkingen terugvindt die we verborgen, naast eenvoudige regels.",
        "How often the advice finds back partnerships that we hid, beside simple rules.",
    ),
}
"""What each answers, in a sentence or two."""

_WITHOUT_AREA = (VALUES, QUALITY)
"""Questions that are asked of no area."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and who says so."""

    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class AreaField:
    """The choice of an area.

    Parameters
    ----------
    id, name
        The area that was chosen; empty for none.
    groups
        The areas that can be chosen.
    is_listed
        Whether the chosen one is among them.
    """

    id: str
    name: str
    groups: tuple[AreaGroup, ...]
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a list of questions."""

    title: str
    text: str
    url: str


def questions(shell: Shell, *, area: str = "", but: str = "") -> list[Question]:
    """Return the questions that the viewer may ask.

    Parameters
    ----------
    shell
        Who looks.
    area
        Id of the area that they are to be about; empty for all.
    but
        Address of one that is left out.
    """
    return [
        Question(TITLES[path].to(shell.lang), LEADS[path].to(shell.lang),
                 shell.url(path, gebied="" if path in _WITHOUT_AREA else area))
        for path in TITLES if path != but and _may_ask(shell, path)
    ]  # fmt: skip


def _may_ask(shell: Shell, path: str) -> bool:
    if path in (INVITATION, LEDGER):
        return shell.may_judge
    return path != QUALITY or shell.is_signed_in


def check_prepares(shell: Shell, refusal: Words) -> None:
    """Refuse who prepares no meetings.

    Parameters
    ----------
    shell
        Who looks.
    refusal
        What is said to them.

    Raises
    ------
    ForbiddenError
        The viewer's role does not.
    """
    if not shell.may_judge:
        raise ForbiddenError(refusal.nl, refusal.en, concerning=shell.viewer.role)


def choose_area(view: View, shell: Shell, ground: Ground, given: str) -> AreaField:
    """Return the choice of an area.

    Parameters
    ----------
    view, shell
        Who looks.
    ground
        What the viewer may see.
    given
        Id in the address; empty for none.

    Raises
    ------
    InputError
        It is no area, or none that the viewer may see.
    """
    node = view.nodes([given])[0] if given else None
    if given and (node is None or node.kind != "Area" or node.id not in ground):
        raise InputError("Dit gebied kennen wij niet. Kies een gebied uit de lijst.",
                         "We do not know this area. Choose an area from the list.", concerning=given)  # fmt: skip
    groups = tuple(area_groups(view, shell.lang))
    id_ = node.id if node else ""
    listed = any(area.id == id_ for group in groups for area in group.areas)
    return AreaField(id_, node.name if node else "", groups, listed)


def home(view: View, shell: Shell, ground: Ground) -> str:
    """Return the id of the city, empty where the data hold none."""
    city = find_city(view, shell.site.city)
    return city.id if city is not None and city.id in ground else ""


def read_number(given: Mapping[str, str], name: str, what: Words, *, least: int = 1, most: int) -> int | None:
    """Return a whole number from an address, None where none is given.

    Parameters
    ----------
    given
        The address.
    name
        Its name there.
    what
        What it is a number of: ``Het aantal leden``.
    least, most
        Between which it lies.

    Raises
    ------
    InputError
        It is no whole number, or too small or too large.
    """
    text = given.get(name, "").strip().replace(".", "")
    if not text:
        return None
    if text.isascii() and text.isdecimal() and least <= int(text[:10]) <= most:
        return int(text)
    highest = f"{most:,}"
    raise InputError(
        f"{what.nl} is een heel getal van {least} tot {highest.replace(',', '.')}.",
        f"{what.en} is a whole number from {least} to {highest}.",
        concerning=name,
    )


def line(shell: Shell, links: FactLinks, text: Words, facts: Iterable[Fact], around: Iterable[str] = ()) -> Line:
    """Return a sentence with who says so."""
    return Line(text.to(shell.lang), links.cited(facts, around))


def more_url(shell: Shell, first: int) -> str:
    """Return the address of this very page with more on it."""
    pairs = [(name, value) for name, value in shell.query if name != "aantal"]
    return replace(shell, query=(*pairs, ("aantal", str(first)))).language_url(shell.lang)
