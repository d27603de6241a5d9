"""Pages that answer a facilitator's questions: what is missing, who together make it, who holds it together."""
