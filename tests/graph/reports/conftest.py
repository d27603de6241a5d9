"""What the tests of reading share: whether the large lists are on this machine."""

from __future__ import annotations

import pytest

from graph.reports.lexicon import load_lexicon
from tests.conftest import skip_or_fail


@pytest.fixture
def lists() -> None:
    """Leave out a test that needs the large lists where one is absent."""
    lacking = load_lexicon().lacking
    if lacking:
        skip_or_fail("reports", lacking[0].en)
