"""Following what runs: an update in three minutes, the register of risks, and asking who is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.announcing import announce_update
from schakel.initiatives.actions.keeping import checked, kept, locked, needed, tell
from schakel.initiatives.models import Initiative, RunningRisk, StatusUpdate
from schakel.initiatives.permissions import why_not_ask_updates, why_not_keep_risks, why_not_update
from schakel.initiatives.rules import UPDATED, RiskState, Size, UpdateState, update_due_on
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Plan
    from schakel.network.models import Network
    from schakel.people.models import Person


@transaction.atomic
def give_update(
    initiative: Initiative,
    *,
    by: Person | None,
    state: str,
    because: str,
    changed: str = "",
    help_needed: str = "",
) -> StatusUpdate:
    """Say how it goes and why; who needs help says which. It stands on the card, in the head and in the story."""
    initiative = locked(initiative)
    allow(why_not_update(by, initiative))
    if state not in UpdateState.values:
        raise Refused(_("Kies hoe het gaat."))
    because = needed(because, _("Schrijf op waarom. Een stand zonder reden zegt niets."))
    help_needed = kept(help_needed)
    if state == UpdateState.HELP and not help_needed:
        raise Refused(_("Schrijf op welke hulp u nodig hebt, en van wie."))
    update = StatusUpdate.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        state=state,
        because=because,
        changed=kept(changed),
        help_needed=help_needed,
        given_by=by,
        given_at=timezone.now(),
    )
    initiative.last_update, initiative.update_asked_on = update, None
    initiative.save(update_fields=["last_update", "update_asked_on"])
    parts = [because, update.changed]
    if help_needed:
        parts.append(_("Hulp gevraagd: %(what)s") % {"what": help_needed})
    title = _("Stand van zaken: %(state)s") % {"state": str(UpdateState(state).label).lower()}
    tell(initiative, icon="doc", by=by, title=title, text=" ".join(part for part in parts if part))
    record(by=by, verb="update given", about=initiative, reason=because, data={"state": state})
    return update


@transaction.atomic
def ask_for_updates(network: Network, *, by: Person | None) -> list[Initiative]:
    """Ask every lead whose update is overdue how it goes; who was asked already today is not asked twice."""
    allow(why_not_ask_updates(by, network))
    today = timezone.localdate()
    running = (
        Initiative.objects.of(network)
        .in_stage(*UPDATED)
        .filter(lead__isnull=False)
        .select_for_update(of=("self",))
        .select_related("last_update", "lead")
    )
    asked = []
    for one in running.order_by("number"):
        due_on = update_due_on(one.stage, one.stage_since, one.last_update_on)
        if due_on is not None and due_on < today and one.update_asked_on != today:
            one.update_asked_on = today
            one.save(update_fields=["update_asked_on"])
            announce_update(one, due_on, by=by)
            asked.append(one)
    if asked:
        record(by=by, verb="updates asked", about=network, data={"numbers": [one.number for one in asked]})
    return asked


@transaction.atomic
def put_risk(
    initiative: Initiative,
    *,
    by: Person | None,
    text: str,
    likelihood: str,
    impact: str,
    measure: str,
    owner: str,
    state: str = RiskState.OPEN,
    risk: RunningRisk | None = None,
) -> RunningRisk:
    """Add a risk to the register, or say how it stands now; how it stood before stays in its history."""
    initiative = locked(initiative)
    allow(why_not_keep_risks(by, initiative))
    if likelihood not in Size.values or impact not in Size.values:
        raise Refused(_("Kies hoe groot de kans en het gevolg zijn."))
    if state not in RiskState.values:
        raise Refused(_("Kies wat er van dit risico werd."))
    before = risk.state if risk else RiskState.OPEN
    risk = risk or RunningRisk(network_id=initiative.network_id, initiative=initiative)
    if risk.initiative_id != initiative.pk:
        raise Refused(_("Dit risico hoort bij een ander initiatief."))
    risk.text = needed(text, _("Schrijf op wat er mis kan gaan."), longest=500)
    risk.measure = needed(measure, _("Schrijf op wat u eraan doet."), longest=500)
    risk.owner = needed(owner, _("Schrijf op wie hierop let."), longest=200)
    risk.likelihood, risk.impact, risk.state = likelihood, impact, state
    risk.written_by, risk.written_at = by, timezone.now()
    checked(risk).save()
    if state == RiskState.HAPPENED and before != state:
        tell(
            initiative,
            icon="late",
            by=by,
            title=_("Gebeurd: %(risk)s") % {"risk": risk.text},
            text=risk.measure,
        )
    record(by=by, verb="risk written", about=initiative, data={"state": state})
    return risk


def run_risks(initiative: Initiative, plan: Plan | None, *, by: Person | None) -> None:
    """Take the risks of the plan into the register when the work begins; what runs already stays as it is."""
    known = set(initiative.risks.values_list("key", flat=True))
    for risk in plan.risks.all() if plan else ():
        if risk.key not in known:
            row: dict[str, Any] = {"text": risk.text, "measure": risk.measure, "owner": risk.owner}
            RunningRisk.objects.create(
                network_id=initiative.network_id,
                initiative=initiative,
                key=risk.key,
                likelihood=risk.likelihood or Size.MEDIUM,
                impact=risk.impact or Size.MEDIUM,
                written_by=by,
                written_at=timezone.now(),
                **row,
            )
