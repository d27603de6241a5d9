"""Zip files of which equal contents give equal bytes: fixed moments, fixed rights, entries in the order given."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold; a real one would differ at each export
_IN_MEMORY = 16 * 1024 * 1024
_PIECE = 1 << 16


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield a zip file in pieces.

    Parameters
    ----------
    files
        Name within the zip, and content in pieces; each is asked for when the one before it is written.

    Notes
    -----
    What is larger than 16 MB waits on disk, in a file without a name.
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        with zipfile.ZipFile(spool, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, pieces in files:
                entry = zipfile.ZipInfo(name, _LONG_AGO)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                with archive.open(entry, "w", force_zip64=True) as opened:
                    for piece in pieces:
                        opened.write(piece)
        spool.seek(0)
        while piece := spool.read(_PIECE):
            yield piece
