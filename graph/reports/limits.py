"""How much of a report is read; what lies beyond is answered in one sentence."""

from __future__ import annotations

LONGEST_REPORT = 500_000
"""Characters of a report: three hundred pages, some fifteen seconds."""
MOST_REPORT_BYTES = 4 * LONGEST_REPORT
"""Bytes of a file of plain text or Markdown: what can hold so many characters."""
MOST_PAGE_BYTES = 10_000_000
"""Bytes of an HTML file: scripts, styles and pictures stand in it beside the text."""
MOST_OFFICE_BYTES = 50_000_000
"""Bytes of a DOCX or PDF file: photographs stand in it beside the text."""
MOST_WORD_BYTES = 20_000_000
"""Bytes of the text of a DOCX once unpacked; it is held in memory whole, some ten times as large."""
MOST_PAGES = 1_000
"""Pages of a PDF."""
MOST_PAGE_SIGNS = 100_000
"""Characters of one page of a PDF: a full page of a newspaper is a third of it."""
MOST_REPORT_NESTING = 200
"""Levels of nesting of DOCX and HTML; a table in a table in a list is some twenty."""
LONGEST_PASSAGE = 600
"""Characters of a passage: enough for one long sentence, too few to retell a page."""
LONGEST_NAME = 90
"""Characters of a name; what is longer is a sentence in capitals."""
