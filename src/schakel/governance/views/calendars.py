"""Meetings in people's own calendars: one file for a meeting, and secret links that keep a calendar up to date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schakel.documents.calendar import MEDIA_TYPE, CalendarEntry, calendar_file
from schakel.governance import actions, permissions, queries
from schakel.governance.actions.calendars import hash_of_secret
from schakel.governance.models import Body, CalendarLink, Meeting
from schakel.governance.queries.calendars import LASTS
from schakel.governance.views.finding import find_body, find_meeting, open_bodies
from schakel.governance.views.shapes import address
from schakel.people.models import Person
from schakel.people.often import is_too_often
from schakel.tenancy import context
from schakel.tenancy.audience import members, secret_link
from schakel.web.flash import flash
from schakel.web.shapes import crumbs

#: So many wrong secrets from one place, and the answer is that it is too often.
LIMITS = {"calendar_missed": "30/5m/ip"}


@require_safe
@members
def meeting_calendar(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One meeting as a file for a calendar."""
    found = find_meeting(request, number)
    response = _calendar(calendar_file([_entry(request, found)]))
    response["Content-Disposition"] = f'attachment; filename="{found.number}.ics"'
    return response


@require_safe
@members
def calendars(request: HttpRequest, network: str) -> HttpResponse:
    """Which calendars one can follow, and the links that one has."""
    return _calendars_page(request)


@require_POST
@members
def make_calendar(request: HttpRequest, network: str) -> HttpResponse:
    """Make a secret link, or a new one in the place of the old; it is shown this once."""
    body = _body(request)
    secret = actions.make_calendar_link(request.network, by=request.user, body=body)
    link = request.build_absolute_uri(reverse("governance:calendar_feed", kwargs={"secret": secret}))
    response = _calendars_page(request, made={"address": link, "name": body.name if body else ""})
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@members
def end_calendar(request: HttpRequest, network: str) -> HttpResponse:
    """Let a link stop working at once."""
    if actions.end_calendar_link(request.network, by=request.user, body=_body(request)):
        flash(
            request,
            _("De link werkt niet meer."),
            more=_("Een agenda die hem gebruikte, leest niets nieuws."),
        )
    return redirect("governance:calendars", network=network)


@require_safe
@secret_link
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The meetings that the maker of a secret link may see now; whoever has left sees none."""
    opened = queries.opened_by(hash_of_secret(secret))
    if opened is None:
        return _missed(request)
    with context.person(opened.person_id):
        person = Person.objects.filter(pk=opened.person_id, is_active=True).first()
        link = (
            CalendarLink.objects.visible_to(person)
            .select_related("network", "body")
            .filter(pk=opened.link_id)
            if person
            else CalendarLink.objects.none()
        ).first()
        if person is None or link is None:
            return _missed(request)
        meetings = queries.calendar_meetings(link, person, timezone.now())
        name = link.body.name if link.body else _("Mijn overleggen")
        entries = [_entry(request, one) for one in meetings]
        content = calendar_file(entries, name=f"{link.network.name}: {name}", is_feed=True)
    response = _calendar(content)
    response["Cache-Control"] = "private, max-age=900"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _missed(request: HttpRequest) -> HttpResponse:
    """The same answer for a wrong, an old and an ended secret; many of them are told to stop.

    An answer and no exception: that would take the count back with the rest of the transaction.
    """
    if is_too_often(request, app="governance", action="calendar_missed", limits=LIMITS):
        return _words(_("Te vaak geprobeerd. Wacht vijf minuten."), 429)
    return _words(_("Deze agenda is er niet (meer). Maak in Schakel een nieuwe link."), 404)


def _words(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def _calendars_page(request: HttpRequest, made: dict[str, str] | None = None) -> HttpResponse:
    links = queries.calendar_links(request.user, request.network)
    mine = permissions.standing(request.user, request.network).body_ids
    bodies = sorted(open_bodies(request), key=lambda body: (body.pk not in mine, body.position, body.name))
    context_ = {
        "made": made,
        "rows": [
            _row(request, links.get(None), _("Mijn overleggen"), ""),
            *(_row(request, links.get(body.pk), body.name, body.slug) for body in bodies),
        ],
        "crumbs": crumbs((_("Overleggen"), address("governance:meetings", request)), _("In uw eigen agenda")),
    }
    return render(request, "governance/calendars.html", context_)


def _row(request: HttpRequest, link: CalendarLink | None, name: str, slug: str) -> dict[str, Any]:
    fields = [{"name": "groep", "value": slug}]
    words = {"name": name}
    make = _("Maak een nieuwe link voor %(name)s") if link else _("Maak een link voor %(name)s")
    deeds = [
        {
            "label": make % words,
            "action": address("governance:make_calendar", request),
            "fields": fields,
            "quiet": True,
            "id": f"maak-{slug or 'mijn'}",
        }
    ]
    if link:
        deeds.append(
            {
                "label": _("Stop de link van %(name)s") % words,
                "action": address("governance:end_calendar", request),
                "fields": fields,
                "quiet": True,
                "id": f"stop-{slug or 'mijn'}",
            }
        )
    return {"name": name, "link": link, "deeds": deeds}


def _body(request: HttpRequest) -> Body | None:
    slug = request.POST.get("groep", "")[:80].replace("\x00", "")
    return find_body(request, slug) if slug else None


def _entry(request: HttpRequest, one: Meeting) -> CalendarEntry:
    href = request.build_absolute_uri(
        reverse("governance:meeting", kwargs={"network": one.network.slug, "number": one.number})
    )
    return CalendarEntry(
        uid=f"{one.pk}@schakel",
        summary=one.title or one.body.name,
        starts_at=one.starts_at,
        lasts=LASTS,
        place=one.place,
        description=_("%(number)s. Agenda en stukken: %(address)s") % {"number": one.number, "address": href},
        address=href,
        sequence=one.n_changes,
        changed_at=one.changed_at or one.starts_at,
        is_cancelled=one.is_cancelled,
    )


def _calendar(content: bytes | Iterable[bytes]) -> HttpResponse:
    return HttpResponse(content, content_type=MEDIA_TYPE)
