"""A drawing that was made earlier by the worker and kept: onto a page it goes only when it is a drawing and no more."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

ELEMENTS = frozenset({"svg", "title", "desc", "g", "path", "line", "rect", "text", "tspan", "circle"})
_TAG = re.compile(r"<(/?)([^\s/>]*)([^>]*)>")
#: What a drawing has no need of: what runs, what leads elsewhere, what a strict policy refuses.
_UNWANTED = re.compile(r"[\s/](?:on\w*|style|(?:\w+:)?href|src)\s*=|javascript:|url\(", re.IGNORECASE)


def drawn(svg: str) -> SafeString:
    """A kept drawing for on a page; nothing when there is anything in it that our own drawings never hold.

    >>> drawn('<svg viewBox="0 0 9 9"><path d="M0 9L9 0"/></svg>')
    '<svg viewBox="0 0 9 9"><path d="M0 9L9 0"/></svg>'
    >>> drawn('<svg><script>alert(1)</script></svg>'), drawn('<svg onload="alert(1)"></svg>')
    ('', '')
    """
    tags = _TAG.findall(svg)
    rest = _TAG.sub("", svg)
    is_ours = (
        svg.startswith("<svg")
        and svg.rstrip().endswith("</svg>")
        and not {"<", ">"} & set(rest)
        and all(name in ELEMENTS and not _UNWANTED.search(attributes) for _end, name, attributes in tags)
    )
    return SafeString(svg if is_ours else "")
