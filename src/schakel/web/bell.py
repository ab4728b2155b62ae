"""The number at the bell: how many notices are new for who looks, as it stands in the band of every page."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def count_of(network: Any) -> SafeString | str:
    """Write how many notices are new in this network, when any are; it was counted when the network was looked up."""
    n = getattr(network, "n_unread", 0)
    if not n:
        return ""
    shown = str(n) if n < 100 else "99+"
    return format_html('<b class="count"><span class="sr-only">{} </span>{}</b>', _("nieuw:"), shown)
