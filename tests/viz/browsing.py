"""A real browser for tests: Debian's Chromium, kept from the world, and pages that note what they complain of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.conftest import skip_or_fail

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
"""Without a sandbox, as tests may run as root in a container; without any request of the browser's own."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; without one the test is skipped with the reason, or fails where it is required."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        skip_or_fail("browser", "no Chromium here; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Somebody who opens pages of one address. What pages complain of is in `complaints`.

    Parameters
    ----------
    browser
        Which opens them.
    address
        Of the site, without a slash at its end.
    """

    browser: Browser
    address: str
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        path: str,
        *,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        script: bool = True,
        forced: bool = False,
    ) -> Page:
        """Return a page that has been loaded, in a context of its own."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=script,
            forced_colors="active" if forced else "none",
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._check)
        for _ in range(20):  # each waits some seconds itself, as a page of what is still being computed does
            answer = page.goto(self.address + path)
            if answer is None or answer.status != 202:
                break
        return page

    def close(self) -> None:
        """Close what was opened."""
        for context in self._contexts:
            context.close()

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _check(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"request to another host: {request.url}")
