"""What each page shows: questions to the facade, answered as plain values that a template lays out."""
