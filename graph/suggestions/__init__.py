"""Suggestions: results and evidence become advice in words, each line with the facts that it rests on."""
