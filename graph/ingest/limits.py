"""How much of a file the readers take; what lies beyond is answered in one sentence, in one place."""

from __future__ import annotations

MOST_BYTES = 2_000_000_000
"""Bytes of a file: a million rows of a city's registers is a tenth of it."""
MOST_DOCUMENT_BYTES = 50_000_000
"""Bytes of a YAML document, which is held in memory whole."""
MOST_COLUMNS = 500
"""Columns of a table."""
MOST_ROWS = 2_000_000
"""Rows of a table."""
LONGEST_CELL = 1_000_000
"""Characters of a cell; a boundary is the longest thing that belongs in one."""
MOST_UNPACKED_BYTES = 1_000_000_000
"""Bytes that a spreadsheet may unpack to: a small file that grows beyond it was made to harm."""
MOST_NESTING = 30
"""Levels of nesting of a YAML document."""
MOST_PROBLEMS_SHOWN = 1_000
"""Problems that a report lists; the others are counted."""
