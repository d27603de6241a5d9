"""Taking a file in step by step: keep it, propose what its columns are, show what loading would do, load, undo."""
