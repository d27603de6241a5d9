"""The model, declared once: kinds of node, types of relationship, properties, vocabularies, values, words."""
