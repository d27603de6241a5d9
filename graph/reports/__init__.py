"""Reads reports of meetings, news items and summaries, and proposes what they tell; nothing here is a fact yet.

A report goes through it from left to right: `texts` reads a file, `layout` masks mark-up and finds blocks and
sentences, `tokens` its words; then areas, people, bodies (initiatives and organisations), dates and outcomes are found,
in that order, because what one finds the next leaves alone. `reader` joins them; `drafting` writes what is found as a
document that a person corrects and loads. The invariant: a passage is a slice of the text that was read, and never
holds an e-mail address, telephone number, bank account or citizen number.
"""
