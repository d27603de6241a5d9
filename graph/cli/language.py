"""The language of the command, known before any command is built: from ``--lang``, the environment, else Dutch."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from graph.schema.words import Words


def find_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return ``nl`` or ``en``: what ``--lang`` says, else ``WIJKWEB_LANG``, else Dutch."""
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            return "en" if arguments[number + 1] == "en" else "nl"
        if argument.startswith("--lang="):
            return "en" if argument.removeprefix("--lang=") == "en" else "nl"
    return "en" if environment.get("WIJKWEB_LANG") == "en" else "nl"


LANG = find_language(sys.argv[1:], os.environ)
"""Language in which this process speaks."""


def say(nl: str, en: str) -> str:
    """Return the wording in the language of this process."""
    return Words(nl, en).to(LANG)
