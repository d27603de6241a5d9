"""The facade: every question that the command, the API and the pages ask, and every decision that people take."""

from graph.network.network import Network

__all__ = ["Network"]
