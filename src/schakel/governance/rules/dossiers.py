"""What is kept with a decision of the points it was judged by, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _


def version_words(kept: Mapping[str, Any]) -> str:
    """By which version of the list was judged: that of the network itself, or that of the platform.

    A list that was kept before editions existed has none.
    """
    own = kept.get("own_version")
    words = {"version": own or kept["version"], "edition": kept.get("edition")}
    if own:
        return _("versie %(version)s van dit netwerk, editie %(edition)s") % words
    if words["edition"] is None:
        return _("versie %(version)s") % words
    return _("versie %(version)s, editie %(edition)s") % words
