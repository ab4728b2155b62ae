"""Two verdicts as two small icons in a cell of a large table, with their words for who does not see them."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from schakel.web.icons import ICONS
from schakel.web.states import look

VARIATIONS = ("improvement", "concern", "neutral", "common")
ASSURANCES = ("pass", "fail", "fail_before", "hit_or_miss", "none")


def marks_of(variation: str, assurance: str) -> SafeString:
    """The icons of two verdicts, by their states; where no target was agreed, only the first one.

    They refer to the drawings of ``mark_drawings``, that stand once on the page.
    """
    return _marks(variation, assurance, get_language() or "")


@lru_cache(maxsize=64)
def _marks(variation: str, assurance: str, _language: str) -> SafeString:
    shown = [look(code) for code in (variation, assurance) if code not in {"", "assurance_none"}]
    drawn = format_html_join(
        "",
        '<svg class="icon {}" aria-hidden="true"><use href="#mark-{}"></use></svg>',
        ((one.colour, one.icon) for one in shown),
    )
    return format_html('{}<span class="sr-only">{}</span>', drawn, ", ".join(str(one.word) for one in shown))


def mark_drawings() -> SafeString:
    """The drawings of all verdicts, once, for the cells to refer to."""
    codes = [*(f"variation_{one}" for one in VARIATIONS), *(f"assurance_{one}" for one in ASSURANCES)]
    drawn = format_html_join(
        "",
        '<symbol id="mark-{}" viewBox="0 0 24 24">{}</symbol>',
        # Our own drawings.
        ((look(code).icon, mark_safe(ICONS[look(code).icon])) for code in codes),  # noqa: S308
    )
    return format_html('<svg hidden aria-hidden="true">{}</svg>', drawn)
