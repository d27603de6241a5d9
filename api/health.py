"""Health: whether a site can answer, for whoever watches over it. Says nothing that is hidden from anyone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import orjson
from starlette.responses import Response

from api.errors import problem_of
from api.site import Site
from graph.errors import WijkwebError
from graph.schema.words import Lang
from graph.store.questions import Viewer


@dataclass(frozen=True, slots=True)
class Health:
    """How one site is.

    Parameters
    ----------
    site
        The site.
    revision
        Of its data; None where the store does not answer.
    problem
        What is wrong, in a sentence; empty when nothing is.
    """

    site: Site
    revision: int | None
    problem: str = ""

    def document(self) -> dict[str, Any]:
        """Return it for JSON."""
        told = {"ok": self.revision is not None, "path": f"{self.site.path}/"}
        if self.revision is None:
            return {**told, "problem": self.problem}
        return {**told, "revision": str(self.revision)}


def look(site: Site, lang: Lang) -> Health:
    """Return how a site is, by opening a view of its store as the public."""
    try:
        with site.network.view(Viewer()) as view:
            return Health(site, view.revision)
    except WijkwebError as error:
        return Health(site, None, problem_of(error).sentence(lang))


def health_response(site: Site, sites: Sequence[Site], lang: Lang) -> Response:
    """Return the health of a site; of all, where it is the first.

    Parameters
    ----------
    site
        The site that is asked about.
    sites
        Every site that is served.
    lang
        Language of sentences.

    Notes
    -----
    503 where a store that is asked about does not answer.
    """
    asked = sites if site is sites[0] else (site,)
    found = [look(one, lang) for one in asked]
    own = next(one for one in found if one.site is site)
    body = {**own.document(), "version": version("wijkweb")}
    if len(found) > 1:
        body |= {"ok": all(one.revision is not None for one in found), "sites": [one.document() for one in found]}
    status = 200 if body["ok"] else 503
    return Response(orjson.dumps(body), status, {"Cache-Control": "no-store"}, media_type="application/json")
