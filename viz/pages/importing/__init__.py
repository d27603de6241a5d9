"""The pages that take a file in: choose it, say what its columns are, look it over, load it, take it back."""
