"""Wijkweb's graph: the model, the stores, the way in for files, the algorithms and the advice.

Data moves through the packages in one direction (see ``docs/architecture.md``):
source file, record, claim, change set, store, projection, result, suggestion.
"""
