"""The start page: what needs me, what changed since I last looked, my meetings, our promises, and the whole chain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.governance.models import Meeting
from schakel.governance.permissions import Permission, holds, standing
from schakel.governance.queries import away_at
from schakel.governance.rules import AgendaKind, MeetingStatus, listed
from schakel.initiatives import queries
from schakel.network.models import Partner
from schakel.people.actions import note_visit
from schakel.tenancy.audience import members
from schakel.web.formats import clock, dutch_date, weekday_date
from schakel.web.moments import good_until, has_come
from schakel.web.remembered import remembered

#: Rows of the ledger before the rest is folded, and filled buttons at most.
SHOWN, FILLED = 8, 2
#: Minutes that a deed takes; work of which nobody knows how long it takes is left out.
MINUTES = {
    "ask_score": 4,
    "ask_view": 4,
    "ask_promise": 1,
    "ask_consent": 5,
    "ask_vote": 3,
    "ask_intake": 10,
    "ask_update": 3,
}
#: How far back a first look goes.
FIRST_LOOK = timedelta(days=14)
#: How long a meeting stays among those to come after it began.
MEETING_STAYS = timedelta(hours=6)
SINCE = "since"
#: Asks for the changes of the last two weeks, whenever one looked.
TWO_WEEKS = "twee-weken"
STATES = {"owed": "not_begun", "met": "met"}


@members
@require_safe
def start(request: HttpRequest, network: str) -> HttpResponse:
    """Show what waits for this person first, then what is new."""
    now = timezone.now()
    since, is_first = _since(request, now)
    if request.GET.get("sinds") == TWO_WEEKS:
        since, is_first = _two_weeks_ago(now), True
    return remembered(
        request, request.user.pk, since, is_first, make=lambda: _start(request, now, since, is_first)
    )


def _start(request: HttpRequest, now: datetime, since: datetime, is_first: bool) -> HttpResponse:
    today = timezone.localdate(now)
    needs = queries.needs_me(request.user, request.network, now=now)
    changes = queries.changes_since(request.user, request.network, since, limit=60)
    rows = [_need(request, one, nth) for nth, one in enumerate(needs)]
    pipeline = queries.pipeline(request.user, request.network)
    begins = not (needs or pipeline.n_on or pipeline.n_off) and holds(
        request.user, Permission.EDIT_BODIES, request.network
    )
    context = {
        "today": today,
        "title": f"{_greeting(now)} {_('Uw netwerk begint.') if begins else _news(needs)}",
        "lede": _("Onder Beheer staat stap voor stap wat er nog mist.")
        if begins
        else _lede(needs, has_news=bool(changes)),
        "begins": begins,
        "may_submit": holds(request.user, Permission.SUBMIT_IDEA, request.network),
        "rows": rows[:SHOWN],
        "more_rows": rows[SHOWN:],
        "since_words": _since_words(since, today),
        "is_first_look": is_first,
        "changes": [_change(request, one) for one in changes[:6]],
        "more_changes": [_change(request, one) for one in changes[6:]],
        "meetings": _meetings(request, now, today),
        "promises": _promises(request, today),
        "steps": [_ring(request, one) for one in pipeline.rings],
        "chain_note": _chain_note(pipeline.n_on, pipeline.n_off),
    }
    return render(request, "overview/start.html", context)


def _address(request: HttpRequest, name: str, **kwargs: Any) -> str:
    try:
        return reverse(name, kwargs={"network": request.network.slug, **kwargs})
    except NoReverseMatch:
        return ""


def _since(request: HttpRequest, now: datetime) -> tuple[datetime, bool]:
    """When this person looked before this session, and whether this is the first time they look at all.

    It stays the same as long as they are signed in, so that going back to this page loses nothing.
    """
    kept = request.session.get(SINCE) or {}
    known = parse_datetime(str(kept.get("at", "")))
    before = note_visit(request.user, now=now)
    if known is not None:
        return known, bool(kept.get("is_first"))
    since, is_first = before or now - FIRST_LOOK, before is None
    request.session[SINCE] = {"at": since.isoformat(), "is_first": is_first}
    return since, is_first


def _two_weeks_ago(now: datetime) -> datetime:
    """The beginning of the day two weeks back, so that it stays the same for a day."""
    return timezone.localtime(now - FIRST_LOOK).replace(hour=0, minute=0, second=0, microsecond=0)


def _since_words(since: datetime, today: date) -> str:
    """Since when, to the minute when that was today."""
    if timezone.localdate(since) == today:
        return _("vandaag %(time)s") % {"time": clock(since)}
    return weekday_date(since)


# --------------------------------------------------------------------------- words on top


def _greeting(now: datetime) -> str:
    today = timezone.localtime(now)
    for hour, words in ((6, _("Goedenacht.")), (12, _("Goedemorgen.")), (18, _("Goedemiddag."))):
        if not has_come(today.replace(hour=hour, minute=0, second=0, microsecond=0), now):
            return words
    return _("Goedenavond.")


def _news(needs: Sequence[Any]) -> str:
    n = len(needs)
    if not n:
        return _("Er wacht niets op u.")
    if n == 1:
        return _("Eén ding wacht op u.")
    return _("%(n)s dingen wachten op u.") % {"n": _in_words(n)}


def _in_words(n: int) -> str:
    words = {2: _("Twee"), 3: _("Drie"), 4: _("Vier"), 5: _("Vijf"), 6: _("Zes"), 7: _("Zeven"), 8: _("Acht")}
    return words.get(n, str(n))


def _lede(needs: Sequence[Any], *, has_news: bool) -> str:
    """Say what is late, and how long it takes when that is known."""
    if not needs:
        return _("Hieronder leest u wat er veranderde.") if has_news else _("En er is niets nieuws.")
    parts = []
    n_late = sum(one.is_late for one in needs)
    if n_late == len(needs):
        parts.append(_("De dag daarvoor is voorbij.") if n_late == 1 else _("Alles is te laat."))
    elif n_late == 1:
        parts.append(_("Eén is te laat."))
    elif n_late:
        parts.append(_("%(n)s zijn te laat.") % {"n": _in_words(n_late)})
    minutes = [MINUTES.get(one.kind) for one in needs]
    if all(minutes):
        n = sum(one for one in minutes if one)
        words = ngettext(
            "Voor alles samen hebt u ongeveer één minuut nodig.",
            "Voor alles samen hebt u ongeveer %(n)s minuten nodig.",
            n,
        )
        parts.append(words % {"n": n})
    return " ".join(parts) or _("Wat het eerst moet, staat boven.")


# --------------------------------------------------------------------------- parts of the page


def _need(request: HttpRequest, one: Any, nth: int) -> dict[str, Any]:
    kwargs = {name: value for name, value in one.url_kwargs.items() if name != "network"}
    href = _address(request, one.url_name, **kwargs)
    return {
        "due_on": one.due_on,
        "when": _("nu") if one.kind == "ask_consent" else _("geen einddatum"),
        "when_note": _("het besluit wacht erop") if one.kind == "ask_consent" else "",
        "state": "late" if one.is_late else one.kind,
        "title": one.title,
        "href": href,
        "because": Truncator(one.because).chars(240),
        "deed": {"label": one.deed, "href": href, "quiet": nth >= FILLED},
    }


def _change(request: HttpRequest, told: Any) -> dict[str, Any]:
    """What changed: from and to where a step was taken, else what happened; and why."""
    return {
        "at": told.recorded_at,
        "title": told.initiative_title,
        "href": _address(request, "initiatives:detail", number=told.number),
        "before": told.before,
        "after": told.after or told.title,
        "because": Truncator(told.text).chars(200),
    }


def _meetings(request: HttpRequest, now: datetime, today: date) -> dict[str, Any]:
    """The coming meetings of my groups, or of the whole network for who sits in none. At most four database queries."""
    bodies = standing(request.user, request.network).body_ids
    coming = (
        Meeting.objects.visible_to(request.user)
        .of(request.network)
        .filter(starts_at__gte=now - MEETING_STAYS)
        .exclude(status=MeetingStatus.CLOSED)
        .select_related("body")
        .prefetch_related("items")
        .order_by("starts_at")
    )
    if bodies:
        coming = coming.filter(body_id__in=bodies)
    first = list(coming[:4])
    away = away_at(request.network, first, today)
    if first:
        good_until(first[0].starts_at + MEETING_STAYS)
    rows = [
        {
            "at": one.starts_at,
            "title": one.title or one.body.name,
            "href": _address(request, "governance:meeting", number=one.number),
            "because": _about_meeting(one, away.get(one.pk, [])),
        }
        for one in first
    ]
    return {"title": _("Uw overleggen") if bodies else _("Komende overleggen"), "rows": rows}


def _about_meeting(meeting: Meeting, away: Sequence[str]) -> str:
    parts = [meeting.place] if meeting.place else []
    if meeting.title:
        parts.insert(0, meeting.body.name)
    n = sum(item.kind == AgendaKind.DECISION for item in meeting.items.all())
    if n:
        parts.append(ngettext("%(n)s besluit", "%(n)s besluiten", n) % {"n": n})
    parts.append(_("agenda nog open") if meeting.status == MeetingStatus.DRAFT else _("agenda is gedeeld"))
    words = ", ".join(parts) + "."
    if away:
        words += " " + _("Dan afwezig: %(names)s.") % {"names": listed(away)}
    return words


def _promises(request: HttpRequest, today: date) -> dict[str, Any] | None:
    """What the organisation of this person promised, late first. At most four database queries."""
    mine = standing(request.user, request.network)
    ids = mine.represents or mine.partner_ids
    partner = (
        Partner.objects.visible_to(request.user).of(request.network).filter(pk__in=ids).first()
        if ids
        else None
    )
    if partner is None:
        return None
    rows = queries.promises_of(request.user, partner, today)
    n_late = sum(row.is_late for row in rows)
    return {
        "title": _("Wat %(partner)s beloofde") % {"partner": partner.name},
        "note": ngettext("%(n)s te laat", "%(n)s te laat", n_late) % {"n": n_late} if n_late else "",
        "items": [_promise(row) for row in rows[:6]],
        "href": _address(request, "overview:partner", slug=partner.slug),
        "label": _("Alle beloften van %(partner)s (%(n)s)") % {"partner": partner.name, "n": len(rows)},
    }


def _promise(row: Any) -> dict[str, Any]:
    state = "late" if row.is_late else STATES.get(row.state, row.state)
    words = [row.size] if row.size else []
    if row.due_on:
        words.append(_("vóór %(day)s") % {"day": dutch_date(row.due_on)})
    return {
        "state": state,
        "label": row.text,
        "note": ", ".join(words),
        "who": row.initiative_title,
    }


def _ring(request: HttpRequest, one: Any) -> dict[str, Any]:
    board = _address(request, "initiatives:portfolio") + "?vorm=bord"
    place = "eraf" if one.code == "finished" else f"bord-{one.code}"
    return {"label": one.label, "count": one.n, "href": f"{board}#{place}" if one.n else board}


def _chain_note(n_on: int, n_off: int) -> str:
    on = _("%(n)s lopend of klaar") % {"n": n_on}
    off = ngettext("%(n)s gestopt, in de wacht of elders", "%(n)s gestopt, in de wacht of elders", n_off) % {
        "n": n_off
    }
    return f"{on}, {off}" if n_off else on
