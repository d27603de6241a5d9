"""Same or not: which nodes of one kind may be one thing, how sure that is, and why."""
