"""Where names on the map lead: to pages of the site, or, in a file that is sent, only to what is public elsewhere."""

from __future__ import annotations

from typing import Protocol

from graph.store.answers import Node
from viz.links import Linked, node_url
from viz.site import Shell


class Links(Protocol):
    """Gives addresses; an empty one makes plain text of a name."""

    def node(self, node: Linked) -> str:
        """Return the address of a node's page."""

    def source(self, source: Node) -> str:
        """Return where to read a source."""

    def suggestion(self, id_: str) -> str:
        """Return the address of a suggestion with all its reasons."""


class PageLinks:
    """Links within the site.

    Parameters
    ----------
    shell
        Site and language.
    """

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def node(self, node: Linked) -> str:
        """Return the address of a node's page."""
        return node_url(self._shell, node)

    def source(self, source: Node) -> str:
        """Return the page of a source; the map adds of which node it is to show what is said."""
        return node_url(self._shell, source)

    def suggestion(self, id_: str) -> str:
        """Return the place of a suggestion on the page of suggestions."""
        return self._shell.url("/wie-bij-wie", anchor=id_)


class FileLinks:
    """Links of a file that opens anywhere: to documents that are published under an address, and to nothing else."""

    def node(self, node: Linked) -> str:
        """Return nothing: there are no pages beside the file."""
        return ""

    def source(self, source: Node) -> str:
        """Return the address at which a source was published, if it has one."""
        address = str(source.value("address") or "")
        return address if address.startswith(("https://", "http://")) else ""

    def suggestion(self, id_: str) -> str:
        """Return nothing."""
        return ""
