"""The minutes of a meeting, what is due because of them, and what they look like on paper."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Paper, Table, Text, WordPart
from schakel.governance.models import Body, Meeting, Minutes
from schakel.governance.queries.papers import meeting_words
from schakel.governance.queries.register import attendance_of
from schakel.governance.rules import AgendaKind, AgendaPoint, MeetingStatus, MinutesStatus, Subject
from schakel.network.models import Network
from schakel.web.formats import dutch_date

#: What the points for an agenda are about that come from minutes.
MINUTES = "minutes"


def minutes_of(meeting: Meeting) -> Minutes | None:
    """The minutes of a meeting, when there are any. One database query."""
    found = Minutes.objects.of(meeting.network).filter(meeting=meeting)
    minutes = found.select_related("written_by", "adopted_in", "recorded_by").first()
    if minutes is not None:
        minutes.meeting = meeting
    return minutes


def meetings_to_adopt_in(meeting: Meeting) -> list[Meeting]:
    """The later meetings of the same body that began: in those it can have adopted the minutes. One database query."""
    later = Meeting.objects.of(meeting.network).filter(
        body_id=meeting.body_id, starts_at__gt=meeting.starts_at, cancelled_at__isnull=True
    )
    return list(
        later.filter(status__in=[MeetingStatus.LIVE, MeetingStatus.CLOSED]).order_by("starts_at")[:40]
    )


def minutes_to_adopt(body: Body) -> list[AgendaPoint]:
    """A point for each draft of minutes of a closed meeting, for the next agenda of the body. One database query."""
    drafts = Minutes.objects.of(body.network).filter(
        meeting__body=body, meeting__status=MeetingStatus.CLOSED, status=MinutesStatus.DRAFT
    )
    return [
        AgendaPoint(
            AgendaKind.DISCUSSION,
            _("Verslag vaststellen van %(number)s") % {"number": one.meeting.number},
            _("Het overleg van %(day)s. Klopt het verslag?") % {"day": dutch_date(one.meeting.starts_at)},
            Subject(MINUTES, one.pk, str(one), url_name="governance:minutes", url_key=one.meeting.number),
        )
        for one in drafts.select_related("meeting").defer("text").order_by("meeting__starts_at")
    ]


def standing_words(minutes: Minutes) -> str:
    """Whether minutes are a draft or adopted, when and how, in one sentence. No database query."""
    if minutes.adopted_on is None:
        return _("Dit is een concept. De groep heeft dit verslag nog niet vastgesteld.")
    day = dutch_date(minutes.adopted_on)
    if minutes.adopted_in is not None:
        return _("Vastgesteld op %(day)s in overleg %(number)s.") % {
            "day": day,
            "number": minutes.adopted_in.number,
        }
    return _("Vastgesteld op %(day)s, buiten een overleg: %(how)s") % {
        "day": day,
        "how": minutes.adopted_how,
    }


def minutes_with(ids: Iterable[UUID], network: Network) -> dict[UUID, Minutes]:
    """The minutes that these points of an agenda are about. At most one database query."""
    wanted = set(ids)
    if not wanted:
        return {}
    return Minutes.objects.of(network).select_related("adopted_in").in_bulk(wanted)


def said_parts(minutes: Minutes) -> list[WordPart]:
    """What was said, line by line. No database query."""
    return [Text(line) for line in minutes.text.splitlines() if line.strip()]


def minutes_paper(minutes: Minutes) -> Paper[WordPart]:
    """The minutes with who was there and what was added later, to send along or to print. Four database queries."""
    meeting = minutes.meeting
    present = [
        [line.seat.name, line.person.name if line.is_present and line.person else _("niet aanwezig")]
        for line in attendance_of(meeting)
    ]
    parts: list[WordPart] = [
        Text(standing_words(minutes)),
        Heading(_("Wie er waren")),
        Table([_("Zetel"), _("Wie")], present),
        Heading(_("Wat er is besproken")),
        *said_parts(minutes),
    ]
    for one in minutes.remarks.select_related("added_by"):
        parts += [
            Heading(_("Aanvulling van %(day)s") % {"day": dutch_date(one.added_at)}),
            Text(one.text),
            Text(_("Reden: %(reason)s") % {"reason": one.reason}),
        ]
    title = _("Verslag %(body)s") if minutes.is_adopted else _("Conceptverslag %(body)s")
    return Paper(
        title=title % {"body": meeting.title or meeting.body.name},
        subtitle=meeting_words(meeting),
        number=meeting.number,
        path=reverse("governance:minutes", args=[meeting.network.slug, meeting.number]),
        file_name=_("verslag-%(number)s") % {"number": meeting.number},
        parts=parts,
    )
