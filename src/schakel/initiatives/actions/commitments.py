"""What partners promise: asked by the lead, answered only by that partner itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.announcing import announce_promise, announce_reply
from schakel.initiatives.actions.keeping import checked, kept, locked, needed, of_network, tell
from schakel.initiatives.actions.settling import settle_waiting
from schakel.initiatives.models import Commitment, Initiative
from schakel.initiatives.permissions import (
    why_not_answer_commitment,
    why_not_ask_commitment,
    why_not_coordinate,
)
from schakel.initiatives.rules import CommitmentKind, CommitmentStatus, why_not_change_frozen
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.network.models import Partner
    from schakel.people.models import Person


def _why_not_change(by: Person | None, initiative: Initiative) -> str | None:
    """Why the promises in the plan cannot change now: not by this person, or because the newest version is frozen."""
    newest = initiative.plans.order_by("-version").first()
    return why_not_ask_commitment(by, initiative) or why_not_change_frozen(
        newest is not None and newest.is_frozen
    )


@transaction.atomic
def ask_commitment(
    initiative: Initiative,
    *,
    by: Person | None,
    partner: Partner,
    kind: str,
    text: str,
    amount: Decimal | int | None = None,
    due_on: date | None = None,
) -> Commitment:
    """Ask a partner for hours, money, implementation or data; it counts when that partner says yes."""
    initiative = locked(initiative)
    allow(_why_not_change(by, initiative))
    of_network(initiative.network_id, partner)
    if kind not in CommitmentKind.values:
        raise Refused(_("Kies uren, geld, invoering of gegevens."))
    needs_amount = kind in {CommitmentKind.HOURS, CommitmentKind.MONEY}
    if needs_amount and (amount or 0) <= 0:
        raise Refused(_("Vul in hoeveel u vraagt."))
    commitment = Commitment(
        network_id=initiative.network_id,
        initiative=initiative,
        partner=partner,
        kind=kind,
        amount=Decimal(amount or 0) if needs_amount else None,
        text=needed(text, _("Schrijf op wat u van deze partner vraagt."), longest=500),
        due_on=due_on,
        asked_by=by,
        asked_at=timezone.now(),
    )
    checked(commitment).save()
    announce_promise(initiative, commitment, by=by)
    record(by=by, verb="commitment asked", about=initiative, data={"partner": str(partner), "kind": kind})
    return commitment


@transaction.atomic
def withdraw_commitment(commitment: Commitment, *, by: Person | None) -> Commitment:
    """Take a request for a promise out of the plan."""
    commitment, initiative = _locked(commitment)
    allow(_why_not_change(by, initiative))
    commitment.status = CommitmentStatus.WITHDRAWN
    commitment.save(update_fields=["status"])
    record(by=by, verb="commitment withdrawn", about=initiative, data={"partner": str(commitment.partner)})
    return commitment


@transaction.atomic
def release_commitment(
    commitment: Commitment, *, by: Person | None, reason: str, to: Partner | None = None
) -> Commitment | None:
    """Let a partner that leaves off its promise; another one is asked to take it over, or the promise ends.

    The story says so, also when the plan is frozen: the plan stays as it was decided, the promise no longer counts.
    """
    commitment, initiative = _locked(commitment)
    allow(why_not_coordinate(by, initiative))
    reason = needed(reason, _("Schrijf op waarom."), longest=500)
    if to is not None:
        of_network(initiative.network_id, to)
    commitment.status = CommitmentStatus.WITHDRAWN
    commitment.save(update_fields=["status"])
    words = {"partner": commitment.partner, "what": commitment.text, "to": to}
    title = (
        _("%(partner)s doet dit niet meer: %(what)s. Gevraagd aan %(to)s.")
        if to
        else _("%(partner)s doet dit niet meer: %(what)s")
    )
    tell(initiative, icon="promise", by=by, title=(title % words)[:200], text=reason)
    record(
        by=by,
        verb="commitment released",
        about=initiative,
        reason=reason,
        on_behalf_of=str(commitment.partner),
    )
    if to is None:
        return None
    return Commitment.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        partner=to,
        kind=commitment.kind,
        amount=commitment.amount,
        text=commitment.text,
        asked_by=by,
        asked_at=timezone.now(),
    )


@transaction.atomic
def confirm_commitment(commitment: Commitment, *, by: Person, answer: str = "") -> Commitment:
    """Say yes on behalf of the partner; from now on others may rely on it. A start that waited for it goes on."""
    confirmed = _answer(
        commitment, by, CommitmentStatus.CONFIRMED, kept(answer), verb="commitment confirmed",
        title=_("%(partner)s zegt toe: %(what)s"),
    )  # fmt: skip
    settle_waiting(commitment.network, by=by, initiative=confirmed.initiative)
    return confirmed


@transaction.atomic
def decline_commitment(commitment: Commitment, *, by: Person, answer: str) -> Commitment:
    """Say no on behalf of the partner, with the reason."""
    answer = needed(answer, _("Schrijf op waarom niet. De trekker leest dit."))
    return _answer(
        commitment, by, CommitmentStatus.DECLINED, answer, verb="commitment declined",
        title=_("%(partner)s zegt dit niet toe: %(what)s"),
    )  # fmt: skip


@transaction.atomic
def amend_commitment(
    commitment: Commitment, *, by: Person, answer: str, amount: Decimal | int | None = None
) -> Commitment:
    """Offer something else on behalf of the partner: another amount or another form, with words."""
    answer = needed(answer, _("Schrijf op wat wel kan."))
    if amount is not None and amount <= 0:
        raise Refused(_("Vul in hoeveel wel kan, of laat het leeg."))
    return _answer(
        commitment, by, CommitmentStatus.AMENDED, answer, verb="commitment amended",
        title=_("%(partner)s biedt iets anders aan: %(what)s"), amount=amount,
    )  # fmt: skip


def _locked(commitment: Commitment) -> tuple[Commitment, Initiative]:
    initiative = locked(commitment.initiative)
    row = (
        Commitment.objects.of(commitment.network)
        .select_for_update(of=("self",))
        .select_related("partner", "network")
        .get(pk=commitment.pk)
    )
    row.initiative = initiative
    return row, initiative


def _answer(
    commitment: Commitment,
    by: Person,
    status: CommitmentStatus,
    answer: str,
    *,
    verb: str,
    title: str,
    amount: Decimal | int | None = None,
) -> Commitment:
    commitment, initiative = _locked(commitment)
    allow(why_not_answer_commitment(by, commitment))
    commitment.status, commitment.answer = status, answer
    commitment.answered_by, commitment.answered_at = by, timezone.now()
    commitment.amended_amount = None if amount is None else Decimal(amount)
    checked(commitment).save()
    tell(
        initiative,
        icon="promise",
        by=by,
        title=title % {"partner": commitment.partner, "what": commitment.text},
        text=answer,
    )
    announce_reply(initiative, commitment, by=by)
    record(by=by, verb=verb, about=initiative, reason=answer, on_behalf_of=str(commitment.partner))
    return commitment


@transaction.atomic
def accept_amendment(commitment: Commitment, *, by: Person | None) -> Commitment:
    """Take over in the plan what the partner itself offered; then it counts."""
    commitment, initiative = _locked(commitment)
    allow(_why_not_change(by, initiative))
    if commitment.status != CommitmentStatus.AMENDED:
        raise Refused(_("Deze partner bood niets anders aan."))
    if commitment.amended_amount is not None:
        commitment.amount = commitment.amended_amount
    commitment.text = f"{commitment.text} ({commitment.answer})"[:500]
    commitment.status, commitment.amended_amount = CommitmentStatus.CONFIRMED, None
    checked(commitment).save()
    tell(
        initiative,
        icon="promise",
        by=by,
        title=_("Aanbod van %(partner)s overgenomen in het plan") % {"partner": commitment.partner},
        text=commitment.answer,
    )
    record(by=by, verb="amendment accepted", about=initiative, data={"partner": str(commitment.partner)})
    return commitment
