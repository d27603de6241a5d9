"""Every size that somebody who asks over HTTP controls, bounded by a name, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApiLimits:
    """What one request may be and cost. Each is allowed; one past it is refused with a sentence.

    Parameters
    ----------
    body
        Bytes of a request's body, and characters of a query in an address: ten times the longest query of a client
        that we know.
    tokens
        Words and signs of a document.
    comments
        Comments of a document: they cost memory, and a query has a handful.
    depth
        How deep selections may nest, inline fragments counted too. Introspection by common tools takes 15.
    aliases
        Fields under another name, fragments written out: the cheap way to ask one dear field many times.
    fields
        Fields, fragments written out. What is done with a document takes time in proportion to it.
    directives
        Directives, fragments written out.
    cost
        Points by the weights in the schema. A page of 100 initiatives with all their values and relationships is some
        40,000; 100,000 take seconds.
    errors
        Problems that are listed before validation stops.
    page
        Rows of one page.
    ids
        Ids, or other items, in one list of an argument.
    filter_depth, filter_parts
        How deep ``anyOf`` and ``not`` may nest, and how many filters there may be in all.
    orders
        Sort keys.
    text
        Characters of a text that is written: the reason of a judgement.
    key
        Characters of an idempotency key.
    variables_depth
        How deep values of variables may nest.
    documents
        Texts of queries that are kept parsed and checked; the largest takes half a megabyte.
    threads
        Requests that are worked on at one time; more only wait for one another.
    waiting
        Requests that may wait for a thread; the next is told to come back.
    advice_seconds
        How long a request waits for advice that is being computed.
    retry_seconds
        When somebody who was told to come back should.
    export_bytes
        Bytes of one export: a city is some ten million, and what is larger is made with the command.
    replay_days
        How long the answer of a write is kept for the same write again.
    """

    body: int = 64 * 1024
    tokens: int = 1_000
    comments: int = 200
    depth: int = 20
    aliases: int = 30
    fields: int = 1_000
    directives: int = 50
    cost: int = 100_000
    errors: int = 10
    page: int = 100
    ids: int = 100
    filter_depth: int = 4
    filter_parts: int = 40
    orders: int = 5
    text: int = 2_000
    key: int = 200
    variables_depth: int = 20
    documents: int = 100
    threads: int = 8
    waiting: int = 64
    advice_seconds: float = 20.0
    retry_seconds: int = 5
    export_bytes: int = 500_000_000
    replay_days: int = 7
