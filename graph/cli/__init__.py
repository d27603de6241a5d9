"""The command ``wijkweb``. Thin: a command reads its arguments, asks the facade one thing, and prints."""

from graph.cli.main import main

__all__ = ["main"]
