"""Marks in forms that only our own pages can have made, against posts that another site has a browser send."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256


class FormTokens:
    """Makes and checks the marks of one site's forms.

    Parameters
    ----------
    secret
        Key of the installation, so that a form survives a restart; without one, a key of this process.

    Notes
    -----
    A mark says for what a form is, and nothing about who sends it: another site cannot read our pages, so it cannot
    know the mark. The application checks Origin besides.
    """

    def __init__(self, secret: bytes = b"") -> None:
        self._key = hmac.new(secret or secrets.token_bytes(32), b"forms", sha256).digest()

    def make(self, *parts: str) -> str:
        """Return the mark of a form for something: a site, a role, what is done and to what."""
        text = "\x00".join(parts).encode()  # a character that no part holds, so that parts cannot run together
        return hmac.new(self._key, text, sha256).hexdigest()[:32]

    def is_valid(self, token: str, *parts: str) -> bool:
        """Return whether a mark is the one of this form; takes as long whatever was given."""
        return hmac.compare_digest(self.make(*parts).encode(), token.encode("utf-8", "replace"))
