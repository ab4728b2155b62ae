"""Vega-Lite specifications of our own become static SVG: our font, Dutch numbers and dates, colours of the page.

Rendering takes a tenth of a second and a hundred megabytes: it belongs in a worker or a command, never in a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from schakel.web.styles import CSS

FONT = "IBM Plex Sans"
FONTS = Path(__file__).parent / "fonts"
_TOKEN = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\)")
_DRAWN = re.compile(r"<(path|line|text|rect)\b([^>]*?)(/?)>")
_PAINT = re.compile(r'\b(fill|stroke)="(#[0-9a-f]{6})"')
_OPENING = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r'viewBox="([^"]+)"')
#: What Vega draws for itself and nobody sees.
_UNSEEN = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')
#: The drawing is one picture with one title: what Vega says of each of its pieces, in English, only disturbs.
_TAG = re.compile(r"<[a-z]+\b[^>]*>")
_SAID_OF_PIECES = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"')


@cache
def colours() -> dict[str, str]:
    """The light colour of each name in tokens.css; on a page the class of the same name takes over."""
    text = (CSS / "tokens.css").read_text(encoding="utf-8")
    return dict(_TOKEN.findall(text.split("/* The reader's own choice", 1)[0]))


def rendered(specification: dict[str, Any], *, title: str, description: str) -> str:
    """Render a specification as one SVG element, with a title and a description for who cannot see it.

    specification: Vega-Lite, made by our own code and holding its data; its colours out of ``colours()``. Nothing is
    fetched. The same specification gives the same bytes. No style attributes, so a strict policy holds; each painted
    thing has a class (``fill-good``, ``line-rule``) beside its light colour, so that it follows the scheme of a page.
    """
    import vl_convert

    _register_fonts()
    drawn = vl_convert.vegalite_to_svg(
        specification, allowed_base_urls=[], format_locale="nl-NL", time_format_locale="nl-NL"
    )
    bare = _TAG.sub(lambda tag: _SAID_OF_PIECES.sub("", tag[0]), _UNSEEN.sub("", drawn))
    body = _DRAWN.sub(_with_classes, bare)
    opening = _OPENING.search(body)
    view = _VIEW.search(body)
    assert opening is not None
    assert view is not None
    name = f"v{sha256((body + title + description).encode()).hexdigest()[:12]}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="vega" viewBox="{view[1]}" role="img"'
        f' aria-labelledby="{name}-t" aria-describedby="{name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
    )
    return head + body[opening.end() :]


@cache
def _register_fonts() -> None:
    """Let the renderer measure texts in our own font."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


@cache
def _names() -> dict[str, str]:
    """The name of each colour; of two with the same light colour the first."""
    return {colour: name for name, colour in reversed(colours().items())}


def _with_classes(found: re.Match[str]) -> str:
    """A drawn element with a class for each of its colours that has a name."""
    names = _names()
    classes = [
        f"{'fill' if kind == 'fill' else 'line'}-{names[colour]}"
        for kind, colour in _PAINT.findall(found[2])
        if colour in names
    ]
    named = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{found[1]}{named}{found[2]}{found[3]}>"


def bare_axis(values: Sequence[float], format_: str, *, size: float, **more: Any) -> dict[str, Any]:
    """An axis of numbers only, without line, marks or title; size: of its letters."""
    return {
        "values": list(values),
        "format": format_,
        "title": None,
        "domain": False,
        "ticks": False,
        "grid": False,
        "labelColor": colours()["ink-soft"],
        "labelFontSize": size,
        "labelPadding": 8,
        **more,
    }
