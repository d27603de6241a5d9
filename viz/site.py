"""What every page shares: the site it is of, its words, its menu, its addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, urlencode

from graph.schema.words import Lang, Words
from graph.store.questions import Role, Viewer

if TYPE_CHECKING:
    from graph.network import Network

ROLE_WORDS = {
    Role.PUBLIC: Words("bezoeker", "visitor"),
    Role.STAFF: Words("medewerker", "staff"),
    Role.FACILITATOR: Words("begeleider", "facilitator"),
    Role.ADMIN: Words("beheerder", "administrator"),
}
"""What people call the roles."""

MAY_JUDGE = (Role.FACILITATOR, Role.ADMIN)
MAY_CORRECT = (Role.STAFF, Role.ADMIN)
MAY_LOAD = (Role.STAFF, Role.FACILITATOR, Role.ADMIN)

MENU = (
    ("/kaart", Words("Kaart", "Map")),
    ("/wie-bij-wie", Words("Wie bij wie", "Who with whom")),
    ("/initiatieven", Words("Initiatieven", "Initiatives")),
    ("/bijeenkomsten", Words("Bijeenkomsten", "Meetings")),
    ("/gebieden", Words("Gebieden", "Areas")),
)
"""The menu: address within the site, and words."""

IMPORT = ("/inlezen", Words("Inlezen", "Import"))
"""The entry of the menu for those who may load; nobody else sees it."""


def actor_label(actor: str, lang: str) -> str:
    """Return who decided something as people say it: by role, and whoever is no role as they were recorded."""
    return ROLE_WORDS[Role(actor)].to(lang) if actor in {role.value for role in Role} else actor


class Site(Protocol):
    """One city with its own store, mounted at a path."""

    @property
    def path(self) -> str:
        """Where it is mounted: empty, or such as ``/oefenstad``; never ends with a slash."""

    @property
    def network(self) -> Network:
        """What is known of it."""

    @property
    def city(self) -> str:
        """Its name in words."""

    @property
    def is_practice(self) -> bool:
        """Whether it is invented, which every page then says."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the menu or of the list of cities."""

    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class Shell:
    """What one request's page shares with all others.

    Parameters
    ----------
    site
        The city it is about.
    sites
        Every city that this installation serves, the first at the root.
    viewer
        Who looks.
    lang
        Language of the page.
    here
        Path of the page within the site, such as ``/zoeken``.
    query
        The rest of the page's address: names and values in order, without the language.
    section
        Path of the menu entry that the page stands under; the page's own path unless given.

    Notes
    -----
    The language is part of the address (``?lang=en``) and of nothing else: no cookie is set, and a link that is sent
    opens as it was seen. Dutch is the default and has no parameter.
    """

    site: Site
    sites: Sequence[Site]
    viewer: Viewer
    lang: Lang = "nl"
    here: str = "/"
    query: tuple[tuple[str, str], ...] = ()
    section: str = ""

    def say(self, nl: str, en: str) -> str:
        """Return the wording in the language of the page."""
        return en if self.lang == "en" else nl

    def url(self, path: str, *, anchor: str = "", **query: object) -> str:
        """Return an address within the site, in the language of the page.

        Parameters
        ----------
        path
            From the root of the site, such as ``/zoeken``.
        anchor
            Place on the page.
        query
            Parameters; what is None or empty is left out.
        """
        given = [(name, str(value)) for name, value in query.items() if value not in (None, "", False)]
        return self._address(self.site, path, given, self.lang, anchor)

    def static(self, name: str) -> str:
        """Return the address of a static file; all cities share them."""
        return f"{self.sites[0].path}/static/{name}"

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The menu, with the entry that the page stands under marked."""
        under = self.section or self.here
        return tuple(MenuItem(words.to(self.lang), self.url(path), path == under) for path, words in self._entries)

    @property
    def _entries(self) -> tuple[tuple[str, Words], ...]:
        return (*MENU, IMPORT) if self.may_load else MENU

    @property
    def cities(self) -> tuple[MenuItem, ...]:
        """Every city that can be chosen, at its start page."""
        return tuple(
            MenuItem(self.city_label(one), self._address(one, "/", (), self.lang), one is self.site)
            for one in self.sites
        )

    def city_label(self, site: Site) -> str:
        """Return a city's name, and that it is invented where it is."""
        return f"{site.city} ({self.say('verzonnen', 'fictional')})" if site.is_practice else site.city

    def language_url(self, lang: str) -> str:
        """Return the address of this page in a language."""
        return self._address(self.site, self.here, self.query, lang)

    @property
    def real(self) -> MenuItem | None:
        """The real city beside an invented one, if there is one."""
        found = next((one for one in self.sites if not one.is_practice), None)
        return MenuItem(found.city, self._address(found, "/", (), self.lang), False) if found else None

    @property
    def practice(self) -> MenuItem | None:
        """The invented city beside a real one, if there is one."""
        found = next((one for one in self.sites if one.is_practice), None)
        return MenuItem(found.city, self._address(found, "/", (), self.lang), False) if found else None

    @property
    def role(self) -> str:
        """What people call the viewer's role."""
        return ROLE_WORDS[self.viewer.role].to(self.lang)

    @property
    def may_judge(self) -> bool:
        """Whether the viewer may judge suggestions."""
        return self.viewer.role in MAY_JUDGE

    @property
    def may_correct(self) -> bool:
        """Whether the viewer may correct and add values."""
        return self.viewer.role in MAY_CORRECT

    @property
    def may_load(self) -> bool:
        """Whether the viewer may take files in."""
        return self.viewer.role in MAY_LOAD

    @property
    def is_signed_in(self) -> bool:
        """Whether the viewer is more than a visitor."""
        return self.viewer.role is not Role.PUBLIC

    @staticmethod
    def _address(site: Site, path: str, query: Iterable[tuple[str, str]], lang: str, anchor: str = "") -> str:
        pairs = [*query, *([("lang", "en")] if lang == "en" else [])]
        address = f"{site.path}{path}"
        return (
            address
            + (f"?{urlencode(pairs, quote_via=quote, safe='/')}" if pairs else "")
            + (f"#{quote(anchor)}" if anchor else "")
        )
