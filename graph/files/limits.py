"""How much a packed file (XLSX, ODS, DOCX, a zip of tables) may unpack to: what grows beyond it was made to harm."""

from __future__ import annotations

MOST_UNPACKED_BYTES = 1_000_000_000
"""Bytes that all parts of a packed file may unpack to together."""
MOST_SHARED_BYTES = 250_000_000
"""Bytes of the texts of a spreadsheet, which are held in memory whole."""
MOST_UNPACKING = 100
"""Times that a large part of a packed file may be larger than it is packed; files of people reach thirty."""
