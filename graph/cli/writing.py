"""Writes a file whole or not at all, and says why where that fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from graph.cli.language import say
from graph.errors import FileError
from graph.schema.words import Words

_WHY = {
    errno.ENOSPC: Words("er is geen ruimte meer", "there is no room left"),
    errno.EDQUOT: Words("er is geen ruimte meer", "there is no room left"),
    errno.EACCES: Words("u mag daar niet schrijven", "you may not write there"),
    errno.EPERM: Words("u mag daar niet schrijven", "you may not write there"),
    errno.EROFS: Words("daar kan niets worden geschreven", "nothing can be written there"),
    errno.ENOENT: Words("de map bestaat niet", "the folder does not exist"),
    errno.ENOTDIR: Words("de map is geen map", "the folder is no folder"),
    errno.ENAMETOOLONG: Words("de naam is te lang", "the name is too long"),
}


def why(error: OSError) -> Words:
    """Return why the system refuses, in a few words; empty where that has no plain words."""
    return _WHY.get(error.errno or 0, Words("", ""))


def write_whole(file: Path, pieces: Iterable[bytes], *, mode: int = 0o666) -> int:
    """Write a file whole or not at all: beside it first, then in its place.

    Parameters
    ----------
    file
        Where it goes. What is no plain file, such as ``/dev/stdout``, is written to and never replaced.
    pieces
        What it holds.
    mode
        Who may read and write it, before the mask of the system.

    Returns
    -------
    size
        In bytes.

    Raises
    ------
    FileError
        It cannot be written; what stood there stands there still.
    """
    target = Path(os.path.realpath(file))
    try:
        if target.exists() and not target.is_file():
            return _write(target, pieces, mode)
        part = target.with_name(f"{target.name}.part")
        try:
            size = _write(part, pieces, mode)
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)  # cut off: half a file would be taken for a whole one
    except OSError as error:
        reason = why(error)
        raise FileError(
            f"{file} kan niet worden geschreven{': ' if reason.nl else ''}{reason.nl}.",
            f"{file} cannot be written{': ' if reason.en else ''}{reason.en}.",
            concerning=file,
        ) from error
    return size


def _write(target: Path, pieces: Iterable[bytes], mode: int) -> int:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as opened:
        return sum(opened.write(piece) for piece in pieces)


def output_fails(error: OSError) -> str:
    """Return what is wrong when the answer itself, or anything else, cannot be written or read."""
    reason = why(error)
    what = f" ({error.filename})" if error.filename else ""
    words = say(f"Lezen of schrijven lukt niet{what}", f"Reading or writing fails{what}")
    return f"{words}{': ' if reason.nl else ''}{say(reason.nl, reason.en)}."
