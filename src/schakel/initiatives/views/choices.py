"""What can be chosen in a form of this network: the word in the form, the words on screen, the thing itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Body, Meeting
from schakel.governance.permissions import standing
from schakel.governance.queries import who_could_decide
from schakel.governance.rules import MeetingStatus, nearest_above
from schakel.initiatives import queries
from schakel.initiatives.models import FundingLine, Initiative
from schakel.initiatives.rules import CLOSED, Gate, Stage
from schakel.network import queries as network_queries
from schakel.network.models import Membership, Partner
from schakel.network.rules import COUNTED_AS_PARTNER, PartnerStatus
from schakel.web.formats import clock, short_date

Choices = list[tuple[str, str, Any]]


def themes(request: HttpRequest) -> Choices:
    """The themes of the network. One database query."""
    return [(one.slug, one.name, one) for one in network_queries.themes(request.network, request.user)]


def answer_templates(request: HttpRequest) -> Choices:
    """The answer templates of the network. One database query."""
    found = queries.answer_templates(request.network, request.user)
    return [(str(one.pk), one.name, one) for one in found]


def areas(request: HttpRequest) -> Choices:
    """The areas of the network, each indented under the one it lies in. One database query."""
    found = network_queries.areas(request.network, request.user)
    return [(one.area.slug, "\u00a0\u00a0\u00a0" * one.depth + one.area.name, one.area) for one in found]


def partners(request: HttpRequest) -> Choices:
    """Everyone who can take part: partners, their members, listeners and participants. One database query."""
    found = (
        Partner.objects.visible_to(request.user)
        .of(request.network)
        .exclude(status__in=[PartnerStatus.LEFT, PartnerStatus.CANDIDATE])
        .order_by("name")
    )
    return [(one.slug, one.name, one) for one in found]


def asked_partners(request: HttpRequest) -> Choices:
    """The partners in the full sense, of whom something can be asked. One database query."""
    return [choice for choice in partners(request) if choice[2].status in COUNTED_AS_PARTNER]


def own_partners(request: HttpRequest) -> Choices:
    """The partners that this person works for. At most three database queries."""
    ids = standing(request.user, request.network).partner_ids
    if not ids:
        return []
    found = Partner.objects.visible_to(request.user).of(request.network).filter(pk__in=ids)
    return [(one.slug, one.name, one) for one in found]


def bodies(request: HttpRequest) -> Choices:
    """The groups that exist today, each with its theme at hand. One database query."""
    found = Body.objects.visible_to(request.user).of(request.network).open_on(timezone.localdate())
    return [(one.slug, one.name, one) for one in found.select_related("theme")]


def bodies_that_decide(request: HttpRequest) -> Choices:
    """The groups that can decide whether an idea is explored, or that stand under one that can; all when none can.

    Three database queries.
    """
    offered = bodies(request)
    today = timezone.localdate()
    could = who_could_decide(request.network, Gate.P1, Stage.SCREENING, None, today)
    able = [line.body.pk for line in could if line.ok]
    above = {line.body.pk: line.body.parent_id for line in could}
    kept = [
        one
        for one in offered
        if one[2].pk in able or nearest_above(one[2].pk, above=above, able=able) is not None
    ]
    return kept or offered


def people(request: HttpRequest) -> Choices:
    """The people of the network today, by name, with where they work. One database query."""
    found = (
        Membership.objects.visible_to(request.user)
        .of(request.network)
        .held_on(timezone.localdate())
        .select_related("person", "partner")
        .order_by("person__name", "from_on")
    )
    seen: dict[Any, tuple[str, str, Any]] = {}
    for one in found:
        words = f"{one.person.name} ({one.partner.name})" if one.partner else one.person.name
        seen.setdefault(one.person_id, (str(one.person_id), words, one.person))
    return list(seen.values())


def meetings(request: HttpRequest, body: Body | None) -> Choices:
    """The coming meetings of a group, soonest first. One database query."""
    if body is None:
        return []
    today: date = timezone.localdate()
    found = (
        Meeting.objects.visible_to(request.user)
        .filter(body=body, starts_at__date__gte=today)
        .exclude(status=MeetingStatus.CLOSED)
        .order_by("starts_at")[:6]
    )
    return [
        (
            one.number,
            _("Op het overleg van %(day)s, %(time)s uur")
            % {"day": short_date(one.starts_at, today), "time": clock(one.starts_at)},
            one,
        )
        for one in found
    ]


def funding_lines(request: HttpRequest) -> Choices:
    """The funding lines that plans can still ask money of. One database query."""
    found = FundingLine.objects.visible_to(request.user).of(request.network).filter(closed_on__isnull=True)
    return [(one.slug, one.name, one) for one in found.select_related("network", "funder")]


def ended(request: HttpRequest, besides: Initiative) -> Choices:
    """What is finished, stopped or explored, newest first: something can follow on it. One database query."""
    found = (
        Initiative.objects.visible_to(request.user)
        .of(request.network)
        .in_stage(*CLOSED)
        .exclude(pk=besides.pk)
        .select_related("network")
        .order_by("-number")
    )
    return [(one.number, str(one), one) for one in found]
