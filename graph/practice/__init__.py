"""The practice city: Oefenstad, a city that does not exist, as the files that a Dutch municipality could have.

For training, tests and benchmarks. `graph.practice.write` writes it; `graph.practice.city` makes it up; the words that
it is made of stand in ``words/``, the mapping files in ``files/``. It knows the files only, never the store.
"""
