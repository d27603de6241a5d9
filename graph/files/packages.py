"""Guards against packed files that were made to harm: a small one that unpacks to far too much."""

from __future__ import annotations

import zipfile
from pathlib import Path

from graph.errors import FileError
from graph.files.limits import MOST_SHARED_BYTES, MOST_UNPACKED_BYTES, MOST_UNPACKING

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE container begins: an old office file, or a new one behind a password."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the part of such a container that holds the office file
_SMALL = 10_000_000  # a part of fewer bytes harms nobody, however well it is packed


def check_package(path: Path) -> list[str]:
    """Refuse a packed file that unpacks to too much, and return the names of its parts.

    Raises
    ------
    FileError
        It unpacks to too much.
    zipfile.BadZipFile, OSError, ValueError, NotImplementedError
        It is no packed file, or a damaged one.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    shared = sum(part.file_size for part in parts if part.filename.lower().endswith("sharedstrings.xml"))
    swelling = any(part.file_size > max(_SMALL, MOST_UNPACKING * part.compress_size) for part in parts)
    if swelling or shared > MOST_SHARED_BYTES or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise FileError(
            f"{path.name} wordt uitgepakt te groot. Bewaar een lijst als CSV, een verslag als tekst, of knip het op.",
            f"{path.name} unpacks to too much. Save a list as CSV, a report as text, or cut it into parts.",
        )
    return [part.filename for part in parts]


def is_locked(data: bytes) -> bool:
    """Whether an OLE container holds an office file behind a password; else it is an old office file.

    Parameters
    ----------
    data
        The whole file.
    """
    return data.startswith(OLD_OR_LOCKED) and _LOCKED in data
