"""Telling people that an agreement comes to its end, or renews itself."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.network.models import Agreement, Membership, Network
from schakel.network.rules import Role, renewal
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.web.formats import dutch_date


def announce_renewals(network: Network, today: date) -> int:
    """Tell the manager and who speaks for a party 12, 6 and 3 months before an agreement ends; returns how many.

    Each of the three once for each end. By the platform, every day: two queries, and three for each agreement due.
    """
    rows = Agreement.objects.of(network).filter(ends_on__isnull=False).prefetch_related("parties")
    n = 0
    for agreement in rows.order_by("ends_on", "slug"):
        coming = renewal(agreement.ends_on, agreement.notice_months, agreement.renewal_months, today)
        if coming is None or coming.months_left is None:
            continue
        partners = [party.partner_id for party in agreement.parties.all()]
        held = Membership.objects.of(network).held_on(today).select_related("person")
        asked = held.filter(Q(role=Role.MANAGER) | Q(role=Role.REPRESENTATIVE, partner_id__in=partners))
        words = (
            _("%(title)s wordt op %(day)s vanzelf verlengd")
            if coming.renews_itself
            else _("%(title)s loopt af op %(day)s")
        )
        notify(
            network,
            [one.person for one in asked],
            Kind.RENEWAL,
            key=f"renewal:{agreement.pk}:{coming.ends_on}:{coming.months_left}",
            title=words % {"title": agreement.title, "day": dutch_date(coming.ends_on)},
            because=_("Opzeggen kan tot %(day)s.") % {"day": dutch_date(coming.notice_by)}
            if coming.notice_by and coming.notice_by >= today
            else _("Verleng de overeenkomst op tijd, of laat de overeenkomst bewust aflopen."),
            due_on=coming.notice_by or coming.ends_on,
            page="network:agreement",
            slug=agreement.slug,
        )
        n += 1
    return n
