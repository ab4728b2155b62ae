"""How often one place or one addressee may do something: the limits of the sign-in pages, for other pages too."""

from __future__ import annotations

from collections.abc import Mapping

# The only place that asks for it: allauth calls it internal, so a new version may move it. Writing our own would mean
# counting, locks and addresses behind a proxy once more.
from allauth.core.internal import ratelimit
from django.http import HttpRequest


def is_too_often(
    request: HttpRequest, *, app: str, action: str, limits: Mapping[str, str], key: str | None = None
) -> bool:
    """Count this request, and tell whether there were too many.

    limits: for each action, how many in which time and of what ("20/h/ip,5/h/key"); key: what "key" stands for.
    """
    counted = ratelimit.consume(request, app=app, action=action, config=limits, key=key, limit_get=True)
    return counted is None
