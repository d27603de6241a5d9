"""Pictograms as inline SVG, drawn for this project: one for each kind of node, and those of the interface.

Every picture is 24 by 24 and takes the colour of the text around it, so that dark pages and forced colours need
nothing more. They are decoration beside a word and hidden from screen readers; a button that is only a pictogram
bears its own name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from graph.schema.model import KINDS_BY_NAME

_KINDS = {
    "sprout": '<path d="M12 20.5v-8"/>'
    '<path d="M12 13C12 8.8 9 6.3 4 6.3 4 11 7 13.5 12 13z" fill="currentColor"/>'
    '<path d="M12 11c0-4.2 3-6.9 8-6.9 0 4.8-3 7.4-8 6.9z" fill="currentColor"/>',
    "building": '<path d="M5 20.5V8.2L12 4l7 4.2v12.3z"/><path d="M3.5 20.5h17M9.5 11v.01M14.5 11v.01M9.5 15v.01'
    'M14.5 15v.01M12 20.5V18"/>',
    "bust": '<circle cx="12" cy="8" r="3.8" fill="currentColor"/>'
    '<path d="M4.8 20.2c.4-4.2 3.2-6.2 7.2-6.2s6.8 2 7.2 6.2z" fill="currentColor"/>',
    "map": '<path d="M3.8 6.8 9 4.3l6 2.6 5.2-2.5v12.8L15 19.7l-6-2.6-5.2 2.5z"/><path d="M9 4.3v12.8M15 6.9v12.8"/>',
    "speech": '<path d="M4 5h16v11.2h-8.4L7.4 20v-3.8H4z"/>',
    "signed": '<path d="M6 3.5h8.5L18.5 7.6v12.9H6z"/><path d="M14 3.8V8h4.2M9 11.5h6.5"/>'
    '<path d="M9 16.8c1.3-2.2 2.2-2.2 2.6-.4.3 1.2 1.2 1 1.8-.1.5.9 1 1 2.3.6"/>',
    "list": '<path d="M9 6.5h11M9 12h11M9 17.5h11"/><path d="M4.6 6.5h.01M4.6 12h.01M4.6 17.5h.01" stroke-width="3"/>',
    "tag": '<path d="M3.8 4.5h8.4l8 8-7.6 7.6-8.8-8.4z"/><path d="M8 8.7v.01" stroke-width="3"/>',
    "scale": '<path d="M12 4v16M7.5 20h9M4.5 7.5 12 6l7.5 1.5"/>'
    '<path d="M4.5 7.8 2 14c1.2 1.8 3.8 1.8 5 0zM19.5 7.8 17 14c1.2 1.8 3.8 1.8 5 0z"/>',
    "flag": '<path d="M5.5 21V4"/><path d="M5.5 4.5h13l-2.6 4.4 2.6 4.4h-13z" fill="currentColor"/>',
    "check": '<path d="m4.8 12.8 4.8 4.7L19.4 7" stroke-width="2.4"/>',
    "page": '<path d="M6 3.5h8.5L18.5 7.6v12.9H6z"/><path d="M14 3.8V8h4.2M9 12h6.5M9 15.8h6.5"/>',
}

_INTERFACE = {
    "logo": '<path d="M5.4 6.4h13.2L12 17.6z"/><circle cx="5.4" cy="6.4" r="2.9" fill="currentColor"/>'
    '<circle cx="18.6" cy="6.4" r="2.9" fill="currentColor"/><circle cx="12" cy="17.9" r="2.9" fill="currentColor"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.2 5.2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "down": '<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>',
    "up": '<path d="m6.5 14.5 5.5-5.5 5.5 5.5"/>',
    "left": '<path d="m14.5 6.5-5.5 5.5 5.5 5.5"/>',
    "right": '<path d="m9.5 6.5 5.5 5.5-5.5 5.5"/>',
    "warning": '<path d="M12 4 2.8 20h18.4z"/><path d="M12 10v4.6M12 17.2v.01"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.8v.01"/>',
    "question": '<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6c.2-1.5 1.2-2.2 2.5-2.2 1.5 0 2.5.9 2.5 2.2 0 1.9'
    '-2.5 2-2.5 4M12 16.8v.01"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "minus": '<path d="M5 12h14"/>',
    "fit": '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>',
    "download": '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"/>',
    "share": '<circle cx="6" cy="12" r="2.4"/><circle cx="17.5" cy="6" r="2.4"/><circle cx="17.5" cy="18" r="2.4"/>'
    '<path d="m8.2 10.9 7.2-3.8M8.2 13.1l7.2 3.8"/>',
    "undo": '<path d="M8.5 5 4 9.5 8.5 14"/><path d="M4.5 9.5H14a5 5 0 0 1 0 10H9"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.4 2.2"/>',
    "external": '<path d="M13.5 4.5h6v6M19 5l-8.5 8.5M17 14v5.5H4.5V7H10"/>',
}

PICTOGRAMS: Mapping[str, str] = MappingProxyType({**_KINDS, **_INTERFACE})
"""The drawing of each pictogram by name, without the ``svg`` element around it."""

_STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


def pictogram(name: str) -> Markup:
    """Return a pictogram to stand in a page.

    Parameters
    ----------
    name
        A key of `PICTOGRAMS`.

    Raises
    ------
    KeyError
        There is no such pictogram.
    """
    # Safe: the drawings are constants of this file.
    return Markup(  # noqa: S704
        f'<svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true" focusable="false" {_STROKE}>'
        f"{PICTOGRAMS[name]}</svg>"
    )


def picture(name: str, colour: str, *, size: int = 24) -> str:
    """Return a pictogram as an SVG file of its own, for a canvas or a data address.

    Parameters
    ----------
    name
        A key of `PICTOGRAMS`.
    colour
        What takes the place of the text's colour, such as ``#FFFFFF``.
    size
        Width and height in pixels.

    Raises
    ------
    KeyError
        There is no such pictogram.
    """
    drawing = f"<g {_STROKE}>{PICTOGRAMS[name]}</g>".replace("currentColor", colour)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 24 24">{drawing}</svg>'


def kind_sign(kind: str, *, large: bool = False) -> Markup:
    """Return the sign of a kind: its pictogram on its colour and in its shape, as pages and the map show it.

    Parameters
    ----------
    kind
        Name of a kind of node.
    large
        As it stands at the head of a page.

    Raises
    ------
    KeyError
        There is no such kind.
    """
    sign = KINDS_BY_NAME[kind].sign
    if sign is None:
        raise KeyError(kind)
    classes = f"{'large ' if large else ''}sign sign-{kind.lower()} {sign.shape}"
    return Markup('<span class="{}">{}</span>').format(classes, pictogram(sign.pictogram))
