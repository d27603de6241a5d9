"""What a client wants to read: which media type, which language. From the headers Accept and Accept-Language.

Source
------
RFC 9110, sections 12.4.2 and 12.5; GraphQL over HTTP, section Legacy watershed: no Accept means the new media type.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.schema.words import Lang

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"

_RANGES = {GRAPHQL: GRAPHQL, JSON: JSON, "application/*": GRAPHQL, "*/*": GRAPHQL}

MOST = 50
"""Items of a header that are looked at."""


def choose_media_type(accept: str | None) -> str | None:
    """Return the media type to answer in, None where the client takes none of ours.

    Parameters
    ----------
    accept
        The header; None where there is none.

    Examples
    --------
    >>> choose_media_type("application/json;q=0.9, application/graphql-response+json;q=0.5")
    'application/json'
    """
    if accept is None or not accept.strip():
        return GRAPHQL
    best, best_weight = None, 0.0
    for name, parameters, weight in _items(accept):
        is_utf8 = parameters.get("charset", "utf-8") in ("utf-8", "utf8")
        if name in _RANGES and is_utf8 and weight > best_weight:
            best, best_weight = _RANGES[name], weight
    return best


def choose_language(accepted: str) -> Lang:
    """Return the language to speak: Dutch unless the header prefers English.

    Parameters
    ----------
    accepted
        The header; empty where there is none.

    Examples
    --------
    >>> choose_language("de, en-GB;q=0.8, nl;q=0.7")
    'en'
    """
    best: Lang = "nl"
    best_weight = 0.0
    for name, _, weight in _items(accepted):
        lang = name.partition("-")[0]
        if lang in ("nl", "en") and weight > best_weight:
            best, best_weight = ("en" if lang == "en" else "nl"), weight
    return best


def _items(header: str) -> Iterator[tuple[str, dict[str, str], float]]:
    """Yield the items of a header, each with its parameters and its weight."""
    for item in header.lower().split(",")[:MOST]:
        name, *rest = (part.strip() for part in item.split(";"))
        parameters = {key.strip(): value.strip().strip('"') for key, _, value in (part.partition("=") for part in rest)}
        yield name, parameters, _weight(parameters.get("q", "1"))


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
