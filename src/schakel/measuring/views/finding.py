"""Finding a series for who looks, the way to it, and how one figure reads."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from schakel.measuring import queries
from schakel.measuring.models import IndicatorVersion, Series
from schakel.measuring.queries import Shown
from schakel.measuring.views.shapes import address
from schakel.methods.disclosure import Policy
from schakel.web.formats import number


def find_series(request: HttpRequest, pk: UUID) -> Series:
    """The series at this address, for who looks; otherwise it is not found. One database query."""
    found = queries.find_series(request.network, request.user, pk)
    if found is None:
        raise Http404(_("Deze reeks is er niet."))
    return found


def series_crumbs(request: HttpRequest, found: Series, *more: str) -> list[dict[str, str]]:
    """The way to a series and below."""
    way = [
        {"label": _("Meten"), "href": address("board", request)},
        {
            "label": found.version.name,
            "href": address("indicator", request, code=found.version.indicator.code),
        },
        {"label": found.who, "href": address("series", request, series=found.pk) if more else ""},
    ]
    return way + [{"label": word, "href": ""} for word in more]


def hidden_words(policy: Policy) -> str:
    """Below how many people figures are hidden here, and by which decision when that is fewer than usual."""
    told = _("Cijfers over minder dan %(n)d mensen zijn verborgen.") % {"n": policy.threshold}
    if not policy.decision:
        return told
    return f"{told} {_('Dat besloot uw netwerk: %(number)s.') % {'number': policy.decision}}"


def figure_words(version: IndicatorVersion, one: Shown) -> str:
    """One figure as it is read: with its unit, or what stands there instead."""
    if one.is_hidden:
        return _("verborgen")
    if one.measured.is_empty:
        return _("ingetrokken")
    if one.measured.value is None:
        return _("niets geteld")
    return f"{number(one.measured.value)} {version.unit}"


def parts_words(one: Shown) -> str:
    """Out of what a figure was made: the numerator and denominator, or over how many it is."""
    measured = one.measured
    if measured.numerator is not None and measured.denominator is not None:
        parts = {"above": number(measured.numerator), "below": number(measured.denominator)}
        return _("%(above)s van %(below)s") % parts
    if measured.n is None:
        return ""
    over = _("over %(n)s") % {"n": number(measured.n)}
    return over if measured.sd is None else f"{over}, {_('SD %(sd)s') % {'sd': number(measured.sd)}}"
