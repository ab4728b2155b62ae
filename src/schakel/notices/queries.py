"""What a person reads about their own notices and choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import NoReverseMatch, reverse

from schakel.notices.models import Notice, Preference
from schakel.notices.rules import MANNERS, Delivery, Kind


@dataclass(frozen=True)
class Wish:
    """One kind of event and how this person hears of it."""

    kind: Kind
    words: str
    delivery: Delivery
    usual: Delivery


def with_unread(networks: QuerySet, person: Any) -> QuerySet:
    """Give each network ``n_unread``: how many notices this person did not open yet. No query of its own."""
    own = Notice.objects.filter(network=OuterRef("pk"), person=person, read_at__isnull=True)
    count = own.order_by().values("network").annotate(n=Count("pk")).values("n")
    return networks.annotate(n_unread=Coalesce(Subquery(count, output_field=IntegerField()), 0))


def own_notices(person: Any, network: Any) -> QuerySet[Notice]:
    """The notices of a person in one network, newest first. One database query."""
    return Notice.objects.visible_to(person).of(network)


def page_of(notice: Notice, network_slug: str) -> str:
    """Find the address of what a notice is about, or that of the list where it no longer exists. No query."""
    kwargs: dict[str, str] = {"network": network_slug, **notice.url_kwargs}
    try:
        return reverse(notice.url_name, kwargs=kwargs)
    except NoReverseMatch:
        return reverse("notices:notices", kwargs={"network": network_slug})


def wishes(person: Any, network: Any) -> list[Wish]:
    """How a person hears of each kind of event. One database query."""
    own = Preference.objects.visible_to(person).of(network).filter(person=person)
    chosen = dict(own.values_list("kind", "delivery"))
    return [
        Wish(
            kind=kind,
            words=str(kind.label),
            delivery=Delivery(chosen.get(kind, manner.delivery)),
            usual=manner.delivery,
        )
        for kind, manner in MANNERS.items()
    ]
