"""Forms that are posted: where they came from, how long they may be, and the file that one may hold."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from typing import IO
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from api.errors import TooLongError
from graph.errors import ForbiddenError, InputError

LONGEST_FORM = 16_384
"""Bytes of a posted form: a reason of 500 characters and the choice of the page fit many times."""

MOST_FIELDS = 50
"""Fields of a posted form."""

_OVERHEAD = 65_536
"""Bytes of a form with a file beside the file itself."""
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Posted:
    """A form with files.

    Parameters
    ----------
    fields
        Its texts.
    files
        Its files, by field, as they were sent: spooled to disk when they are large. Close them.
    """

    fields: dict[str, str]
    files: dict[str, UploadFile]

    def close(self) -> None:
        """Let the files go."""
        for one in self.files.values():
            one.file.close()


def check_origin(request: Request) -> None:
    """Refuse what a page of another site has sent.

    Raises
    ------
    ForbiddenError
        It came from another site.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise ForbiddenError("Dit kwam van een andere site.", "This came from another site.")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ForbiddenError("Dit kwam van een andere site.", "This came from another site.")


async def read_form(request: Request, *, most: int = LONGEST_FORM, fields: int = MOST_FIELDS) -> dict[str, str]:
    """Return the fields of a posted form.

    Parameters
    ----------
    request
        The request.
    most
        Bytes that it may have.
    fields
        Fields that it may have.

    Raises
    ------
    ForbiddenError
        It came from another site.
    InputError
        It is longer than a form can be, or no form.
    """
    check_origin(request)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise InputError("Dit formulier is te lang.", "This form is too long.")
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=fields, errors="strict"))
    except ValueError as error:
        raise InputError("Dit is geen formulier.", "This is no form.") from error


async def read_upload(request: Request, most: int, too_large: InputError) -> Posted:
    """Return a posted form with files.

    Parameters
    ----------
    request
        The request; its body is read as a stream and never held whole.
    most
        Bytes that its files may have together.
    too_large
        What is said where they have more.

    Raises
    ------
    ForbiddenError
        It came from another site.
    InputError
        It is no such form.
    TooLongError
        It is longer than may be.
    """
    check_origin(request)
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise InputError("Stuur het bestand als multipart/form-data.", "Send the file as multipart/form-data.")
    told = request.headers.get("content-length", "")
    refusal = TooLongError(too_large.nl, too_large.en)
    if told.isdecimal() and int(told[:20]) > most + _OVERHEAD:
        raise refusal

    async def bounded() -> AsyncGenerator[bytes, None]:
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
            if size > most + _OVERHEAD:
                raise refusal
            yield chunk

    parser = MultiPartParser(request.headers, bounded(), max_files=2, max_fields=MOST_FIELDS)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        raise InputError("Dit formulier kan niet worden gelezen.", "This form cannot be read.") from error
    parts = form.multi_items()
    return Posted(
        {name: one for name, one in parts if isinstance(one, str)},
        {name: one for name, one in parts if isinstance(one, UploadFile)},
    )


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield a file in pieces."""
    while piece := file.read(_PIECE):
        yield piece
