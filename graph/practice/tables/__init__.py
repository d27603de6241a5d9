"""The lists of the city as tables: columns and rows as a municipality would keep them, one function a list."""
