"""Keeping views of the portfolio: one's own, and those of the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import needed
from schakel.initiatives.models import FirstView, PortfolioView
from schakel.initiatives.permissions import why_not_keep_view, why_not_share_view
from schakel.initiatives.rules.ideas import why_not_text
from schakel.initiatives.rules.kept_views import LONGEST_NAME, MOST_OWN, MOST_SHARED, as_asked, mark_of
from schakel.journal.actions import record
from schakel.network.models import Network
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def keep_view(
    network: Network, *, by: Person, name: str, asked: Mapping[str, Sequence[Any]], is_shared: bool = False
) -> PortfolioView:
    """Keep the portfolio as it is asked for under a name: for oneself, or for everyone in the network."""
    allow(why_not_keep_view(by, network))
    Network.objects.select_for_update(of=("self",)).get(pk=network.pk)
    return _kept(PortfolioView(network=network, person=by), by, name, asked, is_shared=is_shared, is_new=True)


@transaction.atomic
def change_view(
    view: PortfolioView,
    *,
    by: Person,
    name: str | None = None,
    asked: Mapping[str, Sequence[Any]] | None = None,
    is_shared: bool | None = None,
    was: str | None = None,
) -> PortfolioView:
    """Change of a view its name, what it asks, or who sees it; what is not given stays as it is now.

    was: the mark of what it should ask now; when somebody changed that meanwhile, nothing is changed.
    A view of the network that is shared no longer becomes the own view of who says so.
    """
    allow(why_not_keep_view(by, view.network, view))
    Network.objects.select_for_update(of=("self",)).get(pk=view.network_id)
    row = _now(view)
    allow(why_not_keep_view(by, row.network, row))
    if was is not None and mark_of(as_asked(row.asked)) != was:
        raise Refused(_("Iemand veranderde deze weergave intussen. Zij blijft zoals zij nu is."))
    return _kept(
        row,
        by,
        row.name if name is None else name,
        row.asked if asked is None else asked,
        is_shared=row.is_shared if is_shared is None else is_shared,
    )


def _kept(
    row: PortfolioView,
    by: Person,
    name: str,
    asked: Mapping[str, Sequence[Any]],
    *,
    is_shared: bool,
    is_new: bool = False,
) -> PortfolioView:
    allow(why_not_share_view(by, row.network) if is_shared else None)
    name = needed(name, _("Geef de weergave een naam."), longest=LONGEST_NAME)
    row.asked = as_asked(asked)
    allow(why_not_text(" ".join(row.asked.get("q", []))))
    is_new_there = is_new or row.is_shared != is_shared
    if is_new_there:
        row.person = by
    _fits(row, name, is_shared, is_new_there=is_new_there)
    row.name, row.is_shared = name, is_shared
    row.save()
    record(by=by, verb="view kept", about=row)
    return row


def _fits(row: PortfolioView, name: str, is_shared: bool, *, is_new_there: bool) -> None:
    """Refuse a name that is taken, and one view more than can be read."""
    rows = PortfolioView.objects.of(row.network)
    others = (rows.shared() if is_shared else rows.own(row.person)).exclude(pk=row.pk)
    if others.filter(name__iexact=name).exists():
        words = (
            _("Het netwerk heeft al een weergave “%(name)s”. Kies een andere naam.")
            if is_shared
            else _("U hebt al een weergave “%(name)s”. Kies een andere naam.")
        )
        raise Refused(words % {"name": name})
    most = MOST_SHARED if is_shared else MOST_OWN
    if is_new_there and others.count() >= most:
        words = (
            _("Het netwerk heeft al %(n)s weergaven. Verwijder er eerst een, of bewaar deze voor uzelf.")
            if is_shared
            else _("U hebt al %(n)s weergaven. Verwijder er eerst een.")
        )
        raise Refused(words % {"n": most})


@transaction.atomic
def drop_view(view: PortfolioView, *, by: Person) -> None:
    """Remove a view; the initiatives in it stay as they are."""
    allow(why_not_keep_view(by, view.network, view))
    row = _now(view)
    allow(why_not_keep_view(by, row.network, row))
    record(by=by, verb="view dropped", about=row)
    FirstView.objects.visible_to(by).filter(view=row.pk).delete()
    row.delete()


@transaction.atomic
def open_first(network: Network, *, by: Person, view: PortfolioView | None) -> None:
    """Open this view first when one comes to the portfolio, or none: then everything stands there."""
    allow(why_not_keep_view(by, network))
    if view is None:
        FirstView.objects.visible_to(by).of(network).delete()
        return
    FirstView.objects.update_or_create(network=network, person=by, defaults={"view": _now(view).pk})


def _now(view: PortfolioView) -> PortfolioView:
    """The row as it is now, held; somebody else may have removed it."""
    rows = PortfolioView.objects.of(view.network).select_for_update(of=("self",))
    row = rows.filter(pk=view.pk).select_related("network").first()
    if row is None:
        raise Refused(_("Deze weergave is er niet meer. Ververs de pagina."))
    return row
