"""Every size of an upload that somebody else controls, bounded by a name, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportLimits:
    """What may be uploaded, and how long it is kept.

    Parameters
    ----------
    upload_bytes
        Bytes of one file: a city's list of initiatives is a hundredth, its register of subsidies a tenth.
    uploads
        Files that wait to be loaded or thrown away at one time.
    upload_hours
        How long a file waits; then it is thrown away, because it may hold what does not belong here.
    report_days
        How long the rows that were set aside can be fetched.
    name
        Characters of the name of a file.
    lines
        Lines of a plan that are kept; the others are counted.
    """

    upload_bytes: int = 100_000_000
    uploads: int = 20
    upload_hours: int = 24
    report_days: int = 30
    name: int = 120
    lines: int = 1_000
