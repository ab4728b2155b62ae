"""What a party to an agreement has to do: written down, confirmed by that party itself, and shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.models import (
    Agreement,
    Article,
    Membership,
    Network,
    Obligation,
    ObligationAnswer,
    ObligationReport,
    Partner,
)
from schakel.network.permissions import why_not_answer_obligation, why_not_manage, why_not_report_obligation
from schakel.network.rules import OBLIGATION_REMIND_DAYS, ObligationState, Role, next_day
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.people.models import Person
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow


@transaction.atomic
def add_obligation(
    agreement: Agreement,
    *,
    by: Person | None,
    partner: Partner,
    text: str,
    source_text: str = "",
    due_on: date | None = None,
    every_months: int | None = None,
    article: Article | None = None,
) -> Obligation:
    """Write down what a party has to do, and ask that party whether it is so."""
    agreement = (
        Agreement.objects.select_for_update(of=("self",)).select_related("network").get(pk=agreement.pk)
    )
    today = timezone.localdate()
    allow(why_not_manage(by, agreement.network, today))
    if not agreement.parties.filter(partner=partner).exists():
        allow(_("%(partner)s is geen partij bij deze overeenkomst.") % {"partner": partner.name})
    if not text.strip():
        allow(_("Schrijf op wat deze partij doet."))
    if article is not None and article.agreement_id != agreement.pk:
        allow(_("Dit artikel staat niet in deze overeenkomst."))
    if every_months and due_on is None:
        allow(_("Wat terugkeert, heeft een eerste dag nodig. Vul die in."))
    made = Obligation.objects.create(
        network=agreement.network,
        agreement=agreement,
        partner=partner,
        article=article,
        text=text.strip(),
        source_text=source_text.strip(),
        due_on=due_on,
        every_months=every_months,
        asked_at=timezone.now(),
    )
    record(
        by=by,
        verb="obligation added",
        about=agreement,
        on_behalf_of=partner.name,
        data={"obligation": str(made.pk)},
    )
    _tell_partner(
        made,
        key="asked",
        title=_("Klopt wat er staat in “%(title)s”?") % {"title": agreement.title},
        because=_("Er staat iets in wat %(partner)s doet. Het telt pas als %(partner)s ja zegt.")
        % {"partner": partner.name},
        by=by,
    )
    return made


@transaction.atomic
def answer_obligation(obligation: Obligation, *, by: Person, agrees: bool, answer: str = "") -> Obligation:
    """Say for a party whether this is what it has to do; no comes with a reason, and each answer is kept."""
    obligation = _locked(obligation)
    allow(why_not_answer_obligation(by, obligation, timezone.localdate()))
    if not agrees and not answer.strip():
        allow(_("Schrijf op wat er niet klopt. Dan kan de netwerkmanager het rechtzetten."))
    obligation.state = ObligationState.CONFIRMED if agrees else ObligationState.DISPUTED
    obligation.answer, obligation.answered_by, obligation.answered_at = answer.strip(), by, timezone.now()
    obligation.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    ObligationAnswer.objects.create(
        network_id=obligation.network_id,
        obligation=obligation,
        agrees=agrees,
        text=obligation.answer,
        answered_by=by,
        answered_at=obligation.answered_at,
    )
    record(
        by=by,
        verb="obligation confirmed" if agrees else "obligation disputed",
        about=obligation.agreement,
        on_behalf_of=obligation.partner.name,
        reason=obligation.answer,
        data={"obligation": str(obligation.pk)},
    )
    if not agrees:
        _tell_managers(
            obligation,
            key="disputed",
            title=_("%(partner)s zegt: dit klopt niet") % {"partner": obligation.partner.name},
            because=_("Lees bij “%(title)s” waarom, en zet het recht.")
            % {"title": obligation.agreement.title},
            by=by,
        )
    return obligation


@transaction.atomic
def report_obligation(
    obligation: Obligation,
    *,
    by: Person | None,
    is_met: bool,
    evidence: str,
    due_on: date | None,
    on: date | None = None,
) -> ObligationReport:
    """Write down whether it was met and what shows it; what returns gets its next day, what was not met stays open.

    due_on: the day this is about, as the person read it; sent in twice, it counts once.
    """
    obligation, today = _locked(obligation), timezone.localdate()
    on = on or today
    allow(why_not_report_obligation(by, obligation, today))
    if obligation.due_on is not None and due_on != obligation.due_on:
        allow(
            _("Dit is al vastgelegd. De volgende dag is %(day)s. Open dit opnieuw om die vast te leggen.")
            % {"day": dutch_date(obligation.due_on)}
        )
    if not evidence.strip():
        allow(_("Schrijf op waaruit dat blijkt.") if is_met else _("Schrijf op waarom het niet lukte."))
    if on > today:
        allow(_("Deze dag moet nog komen. Leg het vast als het is gebeurd."))
    made = ObligationReport.objects.create(
        network_id=obligation.network_id,
        obligation=obligation,
        due_on=obligation.due_on,
        is_met=is_met,
        evidence=evidence.strip(),
        happened_on=on,
        reported_by=by,
        reported_at=timezone.now(),
    )
    if is_met and obligation.every_months and obligation.due_on:
        first = obligation.reports.aggregate(first=Min("due_on"))["first"]
        obligation.due_on = next_day(first, obligation.due_on, obligation.every_months)
        obligation.save(update_fields=["due_on"])
    elif is_met:
        obligation.met_on = on
        obligation.save(update_fields=["met_on"])
    record(
        by=by,
        verb="obligation met" if is_met else "obligation not met",
        about=obligation.agreement,
        on_behalf_of=obligation.partner.name,
        reason=made.evidence,
        data={"obligation": str(obligation.pk), "on": on.isoformat()},
    )
    if not is_met:
        _tell_managers(
            obligation,
            key=f"not-met:{made.pk}",
            title=_("%(partner)s kwam iets niet na uit “%(title)s”")
            % {"partner": obligation.partner.name, "title": obligation.agreement.title},
            because=_("Lees bij de overeenkomst waarom."),
            by=by,
        )
    return made


@transaction.atomic
def withdraw_obligation(obligation: Obligation, *, by: Person | None, reason: str) -> Obligation:
    """Take an obligation away, with the reason that stays to be read; what was reported stays too."""
    obligation = _locked(obligation)
    allow(why_not_manage(by, obligation.agreement.network, timezone.localdate()))
    if obligation.state == ObligationState.WITHDRAWN:
        allow(_("Deze verplichting is al ingetrokken."))
    if obligation.met_on is not None:
        allow(_("Deze verplichting is nagekomen. Zij blijft staan."))
    if not reason.strip():
        allow(_("Schrijf op waarom u dit intrekt."))
    obligation.state, obligation.withdrawn_reason = ObligationState.WITHDRAWN, reason.strip()
    obligation.save(update_fields=["state", "withdrawn_reason"])
    record(
        by=by,
        verb="obligation withdrawn",
        about=obligation.agreement,
        on_behalf_of=obligation.partner.name,
        reason=obligation.withdrawn_reason,
        data={"obligation": str(obligation.pk)},
    )
    return obligation


def announce_obligations(network: Network, today: date) -> int:
    """Remind parties of what is due soon or late, each of the two once for each day; returns how many.

    By the platform, every day: one query, and two for each obligation that is due.
    """
    until = today + timedelta(days=OBLIGATION_REMIND_DAYS)
    due = Obligation.objects.of(network).due_by(until, today=today)
    n = 0
    for one in due.select_related("agreement", "partner", "network"):
        assert one.due_on is not None, "what is due has a day"
        is_late = one.due_on < today
        words = (
            _("Te laat: wat %(partner)s doet volgens “%(title)s”")
            if is_late
            else _("Binnenkort: wat %(partner)s doet volgens “%(title)s”")
        )
        when = _("Afgesproken was uiterlijk %(day)s.") if is_late else _("Uiterlijk op %(day)s.")
        told: dict[str, Any] = {
            "key": f"{'late' if is_late else 'soon'}:{one.due_on}",
            "title": words % {"partner": one.partner.name, "title": one.agreement.title},
            "because": when % {"day": dutch_date(one.due_on)},
        }
        _tell_partner(one, **told)
        if is_late:
            _tell_managers(one, **told)
        n += 1
    return n


def _locked(obligation: Obligation) -> Obligation:
    rows = Obligation.objects.select_related("agreement__network", "partner__network", "network")
    return rows.select_for_update(of=("self",)).get(pk=obligation.pk)


def _tell_partner(
    obligation: Obligation, *, key: str, title: str, because: str, by: Person | None = None
) -> None:
    held = Membership.objects.of(obligation.network).held_on(timezone.localdate())
    speak = held.filter(role=Role.REPRESENTATIVE, partner_id=obligation.partner_id).select_related("person")
    _tell(obligation, [one.person for one in speak], key, title, because, by)


def _tell_managers(
    obligation: Obligation, *, key: str, title: str, because: str, by: Person | None = None
) -> None:
    held = Membership.objects.of(obligation.network).held_on(timezone.localdate())
    manage = held.filter(role=Role.MANAGER).select_related("person")
    _tell(obligation, [one.person for one in manage], key, title, because, by)


def _tell(
    obligation: Obligation, people: list[Person], key: str, title: str, because: str, by: Person | None
) -> None:
    notify(
        obligation.network,
        people,
        Kind.OBLIGATION,
        key=f"obligation:{obligation.pk}:{key}",
        title=title,
        because=because,
        due_on=obligation.due_on,
        by=by,
        page="network:agreement",
        slug=obligation.agreement.slug,
    )
