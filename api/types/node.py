"""Anything with a global id."""

from __future__ import annotations

import strawberry


@strawberry.interface(description="Anything with a global id.")
class Node:
    """Anything with a global id: opaque and stable."""

    id: strawberry.ID = strawberry.field(description="Global id.")
