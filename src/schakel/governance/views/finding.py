"""Finding what an address names, for who looks; what is not there for them is not found."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance import queries
from schakel.governance.models import Body, Decision, Meeting, Seat
from schakel.governance.rules import MeetingStatus
from schakel.network.models import Membership
from schakel.people.models import Person
from schakel.web.refusal import Refused


def find_body(request: HttpRequest, slug: str) -> Body:
    """The body at this address, for who looks. One database query."""
    try:
        return queries.find_body(request.user, request.network, slug)
    except Body.DoesNotExist:
        raise Http404(_("Deze groep is er niet.")) from None


def find_meeting(request: HttpRequest, number: str) -> Meeting:
    """The meeting with this number, for who looks. One database query."""
    try:
        return queries.find_meeting(request.user, request.network, number)
    except Meeting.DoesNotExist:
        raise Http404(_("Dit overleg is er niet.")) from None


def find_decision(request: HttpRequest, number: str) -> Decision:
    """The decision with this number, for who looks. One database query."""
    try:
        return queries.find_decision(request.user, request.network, number)
    except Decision.DoesNotExist:
        raise Http404(_("Dit besluit is er niet.")) from None


def find_seat(request: HttpRequest, body: Body, position: int) -> Seat:
    """The seat with this number in a body. One database query."""
    rows = Seat.objects.visible_to(request.user).filter(body=body)
    return get_object_or_404(rows.select_related("network", "body__network", "partner"), position=position)


def open_bodies(request: HttpRequest) -> list[Body]:
    """The bodies that exist today. One database query."""
    rows = Body.objects.visible_to(request.user).of(request.network).open_on(timezone.localdate())
    return list(rows.select_related("network"))


def coming_meetings(request: HttpRequest, *bodies: Body) -> list[Meeting]:
    """Meetings of these bodies that can still take something on their agenda. One database query."""
    rows = Meeting.objects.visible_to(request.user).of(request.network).filter(body__in=bodies)
    rows = rows.exclude(status=MeetingStatus.CLOSED).select_related("network", "body__network")
    return list(rows.order_by("starts_at")[:40])


def people_of(request: HttpRequest) -> list[Person]:
    """Everyone who is a member of the network today, by name. One database query."""
    today = timezone.localdate()
    members = Membership.objects.visible_to(request.user).of(request.network).held_on(today)
    return list(Person.objects.filter(pk__in=members.values("person")).order_by("name"))


def posted_uuid(request: HttpRequest, name: str) -> UUID:
    """What a button sends along; anything else than one of ours was tampered with."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise Refused(
            _("Dit formulier klopt niet meer. Ga terug, ververs de pagina en probeer het opnieuw.")
        ) from None


def one_of(rows: Any, request: HttpRequest, name: str) -> Any:
    """The row that a button sends along, out of the rows that belong to the page."""
    found = rows.filter(pk=posted_uuid(request, name)).first()
    if found is None:
        raise Refused(_("Dit is er niet (meer). Ga terug, ververs de pagina en probeer het opnieuw."))
    return found
