"""Algorithms: arrays in, arrays out.

The stage between projection and suggestions. Everything here takes node indices, matrices in index order and numbers,
and answers in the same order; names, kinds and attributes never enter. It imports numpy, scipy, sparse_dot_topn,
igraph and ``graph.errors`` only, so that it works on any graph and can be tested on graphs whose answer is known by
symmetry.
"""
