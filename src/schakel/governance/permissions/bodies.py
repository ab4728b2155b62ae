"""Why a person may not change bodies, seats and mandates, or run a meeting; each answer is a reason, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.governance.permissions.deciding import why_not_record_in
from schakel.governance.permissions.standing import why_not
from schakel.governance.permissions.table import Permission
from schakel.governance.rules import HISTORIC, DecisionType, MeetingStatus
from schakel.network.permissions import why_not_manage
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.governance.models import Body, Meeting
    from schakel.network.models import Network
    from schakel.people.models import Person


def is_being_set_up(network: Network) -> bool:
    """Whether the network took no decision here yet, so that its office can still set it up. One database query."""
    return not Decision.objects.of(network).exclude(template=HISTORIC).exists()


def why_not_edit_bodies(person: Person | None, network: Network) -> str | None:
    """Why this person may not change bodies and their seats."""
    return why_not(person, Permission.EDIT_BODIES, network)


def why_not_edit_body(person: Person | None, body: Body) -> str | None:
    """Why this person may not change this body or its seats."""
    if body.is_closed:
        return _("%(body)s is opgeheven. Er verandert niets meer aan.") % {"body": body}
    return why_not_edit_bodies(person, body.network)


def why_not_found_body(person: Person | None, network: Network, founded_by: Decision | None) -> str | None:
    """Why this person may not found a body: after the set-up a decision founds it, the office writes it down."""
    if reason := why_not_edit_bodies(person, network):
        return reason
    return _why_not_carried(network, founded_by, DecisionType.NEW_BODY, _("een nieuw gremium"))


def why_not_new_theme(person: Person | None, network: Network, decision: Decision | None) -> str | None:
    """Why this person may not begin a theme: after the set-up a decision does, the office writes it down."""
    if reason := why_not_manage(person, network, timezone.localdate()):
        return reason
    return _why_not_carried(network, decision, DecisionType.NEW_THEME, _("een nieuw thema"))


def why_not_renew_criteria(person: Person | None, network: Network, decision: Decision | None) -> str | None:
    """Why this person may not write down criteria: after the set-up a decision does, the office writes it down."""
    if reason := why_not_manage(person, network, timezone.localdate()):
        return reason
    return _why_not_carried(network, decision, DecisionType.CRITERIA, _("nieuwe criteria"))


def why_not_grant_mandate(person: Person | None, body: Body, source_decision: Decision | None) -> str | None:
    """Why this person may not write down a mandate or its end: a valid decision about mandates must lie under it."""
    if reason := why_not_edit_body(person, body):
        return reason
    reason = _why_not_carried(body.network, source_decision, DecisionType.MANDATE, _("een mandaat"))
    if reason or source_decision is None:
        return reason
    if source_decision.subject_type == "body" and source_decision.subject_id != body.pk:
        return _("Besluit %(number)s gaat over een ander gremium.") % {"number": source_decision.number}
    return None


def _why_not_carried(
    network: Network, decision: Decision | None, decision_type: str, what: str
) -> str | None:
    """Why this decision does not carry the change; none is needed while the network is being set up."""
    if decision is None:
        if is_being_set_up(network):
            return None
        return _("Voor %(what)s is een geldig besluit nodig. Kies het besluit waar dit uit volgt.") % {
            "what": what
        }
    if decision.network_id != network.pk or decision.type != decision_type:
        return _("Besluit %(number)s gaat niet over %(what)s.") % {"number": decision.number, "what": what}
    if not decision.is_valid:
        return _("Besluit %(number)s is niet geldig: %(status)s.") % {
            "number": decision.number,
            "status": decision.get_status_display(),
        }
    return None


def why_not_plan_meeting(person: Person | None, body: Body) -> str | None:
    """Why this person may not plan a meeting of this body."""
    if body.is_closed:
        return _("%(body)s is opgeheven.") % {"body": body}
    return why_not(person, Permission.PLAN_MEETING, body.network, body=body)


def why_not_change_agenda(person: Person | None, meeting: Meeting) -> str | None:
    """Why this person may not change this meeting or its agenda."""
    if meeting.is_cancelled:
        return _("Dit overleg is afgezegd. Er verandert niets meer aan.")
    if meeting.is_closed:
        return _("Dit overleg is afgesloten. Er verandert niets meer aan.")
    return why_not(person, Permission.PUT_ON_AGENDA, meeting.network, body=meeting.body)


def why_not_cancel_meeting(person: Person | None, meeting: Meeting) -> str | None:
    """Why this person may not call this meeting off: only before it began."""
    if meeting.status == MeetingStatus.LIVE:
        return _("Het overleg is begonnen. Sluit het af.")
    return why_not_change_agenda(person, meeting)


def why_not_add_document(person: Person | None, about: Meeting | Decision) -> str | None:
    """Why this person may not put a document with a meeting or decision; also afterwards, when nothing else changes."""
    return why_not(person, Permission.PUT_ON_AGENDA, about.network, body=about.body)


def why_not_run_meeting(person: Person | None, meeting: Meeting) -> str | None:
    """Why this person may not start or close this meeting, or note who is there."""
    if meeting.is_closed:
        return _("Dit overleg is afgesloten. Er verandert niets meer aan.")
    return why_not_record_in(person, meeting.body)


def why_not_yet(meeting: Meeting) -> str | None:
    """Why this meeting cannot begin or end now: its day has still to come."""
    if timezone.localdate() >= meeting.held_on:
        return None
    return _("Het overleg is op %(day)s. Begin het dan.") % {"day": dutch_date(meeting.starts_at)}


def why_not_publish_list(person: Person | None, meeting: Meeting) -> str | None:
    """Why this person may not share the decision list of this meeting."""
    if meeting.status != MeetingStatus.CLOSED:
        return _("Sluit eerst het overleg af. Dan staat de besluitenlijst vast.")
    if meeting.is_cancelled:
        return _("Dit overleg is afgezegd. Er is geen besluitenlijst.")
    if meeting.decision_list_published_at is not None:
        return _("De besluitenlijst is al gedeeld.")
    return why_not(person, Permission.PUBLISH_DECISIONS, meeting.network, body=meeting.body)
