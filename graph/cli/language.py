"""The language of the command, known before any command is built: from ``--lang``, the settings, else Dutch."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.errors import WijkwebError
from graph.schema.words import Words
from graph.settings import read_settings


def find_language(arguments: Sequence[str], environment: Mapping[str, str], folder: Path | None = None) -> str:
    """Return ``nl`` or ``en``: what ``--lang`` says, else the settings, else Dutch.

    Parameters
    ----------
    arguments
        Of the command.
    environment
        Of the process.
    folder
        Where the file of settings may stand; the current one unless given.
    """
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            return "en" if arguments[number + 1] == "en" else "nl"
        if argument.startswith("--lang="):
            return "en" if argument.removeprefix("--lang=") == "en" else "nl"
    try:
        return "en" if read_settings(environment, folder).lang == "en" else "nl"
    except WijkwebError:
        return "nl"  # what is wrong with the settings is told, in Dutch, by the command that needs them


LANG = find_language(sys.argv[1:], os.environ)
"""Language in which this process speaks."""


def say(nl: str, en: str) -> str:
    """Return the wording in the language of this process."""
    return Words(nl, en).to(LANG)
