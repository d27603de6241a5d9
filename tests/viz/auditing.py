"""What a machine can see of accessibility in a page that stands in a real browser, by WCAG 2.1 AA and our own sizes.

Each finding is a sentence that names the element. It finds no more than such checks can: reading aloud, order and
sense are for people.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SMALLEST_TARGET = 24
"""Pixels that anything outside a sentence is high (WCAG 2.2, 2.5.8)."""

_AUDIT = Path(__file__).with_name("audit.js").read_text("utf-8")


def audit(page: Page) -> list[str]:
    """Return what is wrong with the page that stands in a browser, each as a sentence."""
    found: list[str] = page.evaluate(_AUDIT, SMALLEST_TARGET)
    return found
