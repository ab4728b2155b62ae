"""Gate P0: the network manager takes an idea in, sends it on or joins it with another, in the name of the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions import decide_by_delegation
from schakel.governance.models import Body, Decision, Mandate
from schakel.governance.rules import BodyKind, DecisionType, Delegate
from schakel.initiatives.actions.announcing import announce_answer, announce_question
from schakel.initiatives.actions.keeping import both_locked, kept, locked, needed, of_network, tell
from schakel.initiatives.actions.moving import move, subject_of
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import why_not_do_intake, why_not_follow, why_not_merge_into
from schakel.initiatives.rules import VERDICTS, Gate, Stage, follow_on, verdict
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from schakel.network.models import Network, Theme
    from schakel.people.models import Person


@transaction.atomic
def screen(
    initiative: Initiative, *, by: Person | None, theme: Theme, body: Body, note: str = ""
) -> Initiative:
    """Take an idea in: it gets a theme and a body in charge, and goes to screening."""
    initiative = locked(initiative)
    allow(why_not_do_intake(by, initiative))
    of_network(initiative.network_id, theme, body)
    if body.is_closed:
        raise Refused(_("%(body)s is opgeheven. Kies een andere groep.") % {"body": body})
    note = kept(note)
    decision = _decide(initiative, by, "screen", preferred=body, reason=note)
    move(initiative, Stage.SCREENING, decision=decision, today=timezone.localdate(), theme=theme, body=body)
    tell(
        initiative,
        icon="decision",
        by=by,
        decision=decision,
        title=_("In behandeling bij %(body)s") % {"body": body},
        text=note or _("Het idee is volledig en hoort bij het thema %(theme)s.") % {"theme": theme},
    )
    because = _("Het gaat naar %(body)s.") % {"body": body}
    announce_answer(initiative, decision, because, by=by)
    record(by=by, verb="taken in", about=initiative, reason=note)
    return initiative


@transaction.atomic
def refer(initiative: Initiative, *, by: Person | None, to: str, reason: str) -> Initiative:
    """Send an idea to the party it belongs to, with the reason the submitter will read."""
    initiative = locked(initiative)
    allow(why_not_do_intake(by, initiative))
    to = needed(to, _("Schrijf naar wie u dit idee doorstuurt."), longest=200)
    reason = needed(reason, _("Schrijf op waarom. De indiener leest dit."))
    decision = _decide(initiative, by, "refer", reason=reason, public_reason=reason)
    move(
        initiative,
        Stage.REFERRED,
        decision=decision,
        today=timezone.localdate(),
        referred_to=to,
        public_reason=reason,
        follow_on=follow_on(timezone.localdate()),
    )
    tell(
        initiative, icon="referred", by=by, decision=decision, text=reason,
        title=_("Doorgestuurd naar %(to)s") % {"to": to},
    )  # fmt: skip
    announce_answer(initiative, decision, _("Het is doorgestuurd naar %(to)s.") % {"to": to}, by=by)
    record(by=by, verb="referred", about=initiative, reason=reason, data={"to": to})
    return initiative


@transaction.atomic
def follow_referral(
    initiative: Initiative, *, by: Person | None, text: str, next_on: date | None = None
) -> Initiative:
    """Write down what became of an idea that was sent on, and when to ask again; without a day it is let go."""
    initiative = locked(initiative)
    allow(why_not_follow(by, initiative))
    text = needed(text, _("Schrijf op wat u hoorde."))
    if next_on is not None and next_on <= timezone.localdate():
        raise Refused(_("Kies een dag na vandaag."))
    initiative.follow_on = next_on
    initiative.save(update_fields=["follow_on"])
    title = _("Wat ervan werd bij %(to)s") % {"to": initiative.referred_to}
    tell(initiative, icon="referred", by=by, title=title, text=text)
    record(by=by, verb="followed", about=initiative, reason=text)
    return initiative


@transaction.atomic
def merge(initiative: Initiative, *, by: Person | None, into: Initiative, reason: str = "") -> Initiative:
    """Join an idea with one that says the same; its authors and its number stay findable for ever."""
    allow(why_not_do_intake(by, initiative))
    allow(why_not_merge_into(initiative, into))
    initiative, into = both_locked(initiative, into)
    allow(why_not_do_intake(by, initiative))
    allow(why_not_merge_into(initiative, into))
    reason = kept(reason) or _("Dit idee zegt hetzelfde als %(number)s.") % {"number": into.number}
    decision = _decide(initiative, by, "merge", preferred=into.body, reason=reason, public_reason=reason)
    move(
        initiative,
        Stage.MERGED,
        decision=decision,
        today=timezone.localdate(),
        merged_into=into,
        public_reason=reason,
    )
    initiative.merged_here.update(merged_into=into)
    tell(
        initiative, icon="merged", by=by, decision=decision, text=reason,
        title=_("Samengevoegd met %(number)s") % {"number": into.number},
    )  # fmt: skip
    tell(
        into, icon="merged", by=by, decision=decision, text=reason,
        title=_("%(number)s hoort hier nu bij") % {"number": initiative.number},
    )  # fmt: skip
    because = _("Het hoort nu bij %(number)s.") % {"number": into.number}
    announce_answer(initiative, decision, because, by=by)
    record(by=by, verb="merged", about=initiative, reason=reason, data={"into": into.number})
    return initiative


@transaction.atomic
def ask_more(initiative: Initiative, *, by: Person | None, question: str) -> Initiative:
    """Ask the submitter for more; the stage and the promised day stay as they are."""
    initiative = locked(initiative)
    allow(why_not_do_intake(by, initiative))
    question = needed(question, _("Schrijf op wat u wilt weten."))
    initiative.question_to_submitter = question
    initiative.save(update_fields=["question_to_submitter"])
    tell(initiative, icon="unknown", by=by, title=_("Vraag aan de indiener"), text=question)
    announce_question(initiative, by=by)
    record(by=by, verb="asked more", about=initiative, reason=question)
    return initiative


def _decide(
    initiative: Initiative,
    by: Person | None,
    code: str,
    *,
    preferred: Body | None = None,
    reason: str = "",
    public_reason: str = "",
) -> Decision:
    """Let the manager decide under the mandate that hands the intake over; without such a mandate nothing moves."""
    one = verdict(Gate.P0, code)
    points = checklist(initiative, today=timezone.localdate(), gate=Gate.P0)
    assert one is not None, f"P0 has no verdict {code}"
    assert points is not None, "P0 has a checklist"
    allow(points.why_not(code))
    body = _whose_intake(initiative.network, preferred or initiative.body)
    return decide_by_delegation(
        body,
        by=by,
        type=DecisionType.P0,
        title=f"{one.label}: {initiative.title}",
        verdict=code,
        options=[{"code": option.code, "label": str(option.label)} for option in VERDICTS[Gate.P0]],
        subject=subject_of(initiative),
        reason=reason or str(one.label),
        public_reason=public_reason,
        dossier=points.as_json(),
    )


def _whose_intake(network: Network, preferred: Body | None) -> Body:
    """The body under whose mandate the manager decides: the one in charge, else one above it, else the platform.

    A group for something else never answers for this idea. While nobody is in charge yet, as with an idea that is sent
    on, only the platform answers. One query, and one for each body above.
    """
    today = timezone.localdate()
    mandates = (
        Mandate.objects.of(network)
        .in_force_on(today)
        .about(DecisionType.P0)
        .filter(delegated_to=Delegate.MANAGER, body__in=Body.objects.of(network).open_on(today))
        .select_related("body")
        .order_by("body__position", "body__name")
    )
    bodies = list({mandate.body_id: mandate.body for mandate in mandates}.values())
    found = next((body for body in _upwards(preferred) if body in bodies), None)
    found = found or next((body for body in bodies if body.kind == BodyKind.EXECUTIVE_BOARD), None)
    if found is None:
        raise Refused(_why_nobody(preferred, is_handed_over=bool(bodies)))
    return found


def _upwards(body: Body | None) -> Iterator[Body]:
    """A body and those above it, the nearest first. One query for each step."""
    seen: set[UUID] = set()
    while body is not None and body.pk not in seen:
        seen.add(body.pk)
        yield body
        body = body.parent


def _why_nobody(preferred: Body | None, *, is_handed_over: bool) -> str:
    """Why the manager cannot decide now: no mandate covers the intake for this body, or for any; and who mends it."""
    if not is_handed_over:
        return _(
            "Geen gremium heeft de intake aan de netwerkmanager overgedragen. Het bestuurlijk platform besluit "
            "daarover; leg dat mandaat dan vast bij Gremia."
        )
    if preferred is None:
        return _(
            "Over dit idee gaat nog geen groep. Dan beslist u namens het bestuurlijk platform, en dat heeft de intake "
            "niet aan de netwerkmanager overgedragen. Laat het platform daarover besluiten, en leg dat mandaat vast "
            "bij Gremia."
        )
    return _(
        "%(body)s heeft de intake niet aan de netwerkmanager overgedragen, en wat daarboven staat ook niet. "
        "Leg eerst dat mandaat vast, of kies een andere groep."
    ) % {"body": preferred}
