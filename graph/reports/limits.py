"""How much of a report is read; what lies beyond is answered in one sentence."""

from __future__ import annotations

LONGEST_REPORT = 500_000
"""Characters of a report: three hundred pages, some fifteen seconds."""
MOST_REPORT_BYTES = 4 * LONGEST_REPORT
"""Bytes of a file that can hold so many characters."""
LONGEST_PASSAGE = 600
"""Characters of a passage: enough for one long sentence, too few to retell a page."""
LONGEST_NAME = 90
"""Characters of a name; what is longer is a sentence in capitals."""
