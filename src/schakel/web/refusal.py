"""Refusing with a reason: the same sentence on the grey button, on the 403 page and in the test."""

from django.core.exceptions import PermissionDenied


class Refused(PermissionDenied):
    """Something that this person may not do, or that cannot be done now, with the reason in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)


def allow(reason: str | None) -> None:
    """Go on when there is no reason to refuse; raise ``Refused`` with that reason otherwise.

    >>> allow(None)
    """
    if reason:
        raise Refused(reason)
