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
LONGEST_CELL = 50_000_000
"""Characters of a cell that is read, to say that it is too long; beyond it nobody knows where the cell should end."""
MOST_MERGED = 200_000
"""Cells of a sheet that are merged over rows."""
MOST_CELLS = 20_000_000
"""Cells that a sheet of an ODS spreadsheet may span, for it is held in memory whole."""
MOST_NESTING = 30
"""Levels of nesting of a YAML document."""
MOST_PROBLEMS_SHOWN = 1_000
"""Problems that a report lists; the others are counted."""
ROWS_LOOKED_AT = 20
"""Rows at the top of a table in which its headers are looked for."""
MOST_JSON_BYTES = 500_000_000
"""Bytes of a JSON file; it is read as a stream, but one text in it is held whole."""
MOST_JSON_NESTING = 30
"""Levels of nesting of a JSON file."""
LONGEST_JSON_NUMBER = 1_000
"""Digits of a number in JSON; what is longer is damage, and the parser cannot take it."""
MOST_JSON_VALUES = 20_000
"""Values of one object that becomes a row: a boundary of a borough is a tenth of it."""
MOST_XLS_BYTES = 50_000_000
"""Bytes of an old spreadsheet (XLS), of which a sheet is held in memory whole."""
MOST_XLS_MEMORY = 1_000_000_000
"""Bytes of memory that reading an old spreadsheet may take, in a process of its own: a damaged one asks for any."""
MOST_XLS_SECONDS = 30
"""Seconds that it may take."""
MOST_NETWORK_BYTES = 200_000_000
"""Bytes of a network of Kumu, GraphML or GEXF."""
MOST_NETWORK_PARTS = 1_000_000
"""Nodes and edges of GraphML or GEXF together, for they are held in memory."""
MOST_XML_NESTING = 60
"""Levels of nesting of XML."""
MOST_CALENDAR_BYTES = 20_000_000
"""Bytes of a calendar, which is held in memory whole."""
MOST_LINKED_BYTES = 100_000_000
"""Bytes of JSON-LD or Turtle, which are held in memory whole."""
