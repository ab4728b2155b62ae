"""Refusing with a reason: the same sentence on the grey button, on the 403 page and in the test."""

from django.core.exceptions import PermissionDenied


class NotYours(str):
    """A refusal because of who somebody is: it stays one whatever happens, so a page says it in one quiet line.

    >>> NotYours("Alleen de trekker doet dit.").is_role
    True
    """

    __slots__ = ()
    is_role = True


class Over(str):
    """A refusal because the moment has gone by and does not come back: a page has no button for it any more.

    >>> Over("Dit kan alleen in de stand “Proef”.").is_over
    True
    """

    __slots__ = ()
    is_over = True


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
