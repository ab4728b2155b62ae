"""Money from outside: funding lines, and the recorded award that lets a plan begin that waited for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.initiatives.actions.following import run_risks
from schakel.initiatives.actions.keeping import checked, kept, locked, needed, of_network, tell
from schakel.initiatives.actions.moving import move_by_award
from schakel.initiatives.models import FundingAward, FundingLine, Initiative
from schakel.initiatives.permissions import (
    why_not_correct_award,
    why_not_edit_funding,
    why_not_record_award,
)
from schakel.initiatives.rules import (
    Kind,
    Pot,
    Stage,
    asked_of_lines,
    still_to_award,
    why_not_award,
    why_not_fit,
)
from schakel.journal.actions import record
from schakel.web.formats import euro
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.initiatives.models import Plan
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person


@transaction.atomic
def put_funding_line(
    network: Network,
    *,
    by: Person | None,
    name: str,
    ceiling_eur: Decimal,
    line: FundingLine | None = None,
    funder: Partner | None = None,
    funder_name: str = "",
    earmark: str = "",
    conditions: str = "",
    apply_by: date | None = None,
) -> FundingLine:
    """Write down a source of money, or change what is known of it; it never holds less than was awarded from it."""
    allow(why_not_edit_funding(by, network))
    of_network(network.pk, funder, line)
    name = needed(name, _("Geef de geldstroom een naam."), longest=200)
    if funder is None:
        funder_name = needed(funder_name, _("Schrijf op wie betaalt, of kies een partner."), longest=200)
    same = FundingLine.objects.of(network).filter(name=name)
    if (same.exclude(pk=line.pk) if line else same).exists():
        raise Refused(_("Er is al een geldstroom met deze naam."))
    if line is None:
        line = FundingLine(network=network, slug=_free_slug(network, name))
    else:
        line = FundingLine.objects.of(network).select_for_update(of=("self",)).get(pk=line.pk)
        awarded = pot_of(line).awarded_eur
        if ceiling_eur < awarded:
            raise Refused(_("Uit deze geldstroom is al %(sum)s toegekend.") % {"sum": euro(awarded)})
    line.name, line.ceiling_eur = name, ceiling_eur
    line.funder, line.funder_name = funder, "" if funder else funder_name
    line.earmark, line.conditions, line.apply_by = kept(earmark), kept(conditions), apply_by
    checked(line).save()
    record(by=by, verb="funding line written", about=line, data={"ceiling_eur": str(ceiling_eur)})
    return line


def _free_slug(network: Network, name: str) -> str:
    base = slugify(name)[:70] or "geldstroom"
    taken = set(FundingLine.objects.of(network).values_list("slug", flat=True))
    return next(
        slug for n in range(1, len(taken) + 3) if (slug := base if n == 1 else f"{base}-{n}") not in taken
    )


@transaction.atomic
def close_funding_line(line: FundingLine, *, by: Person | None) -> FundingLine:
    """Take no new plans on this funding line; what was awarded stands."""
    allow(why_not_edit_funding(by, line.network))
    line = FundingLine.objects.of(line.network).select_for_update(of=("self",)).get(pk=line.pk)
    if line.closed_on is None:
        line.closed_on = timezone.localdate()
        line.save(update_fields=["closed_on"])
        record(by=by, verb="funding line closed", about=line)
    return line


def pot_of(line: FundingLine) -> Pot:
    """What one funding line holds. One database query."""
    awarded = (
        FundingAward.objects.of(line.network).filter(line=line).values_list("initiative_id", "amount_eur")
    )
    return Pot(line.pk, line.name, line.ceiling_eur, tuple(awarded))


def _pots(initiative: Initiative, asked: dict[Any, Decimal]) -> list[Pot]:
    """What the funding lines of a plan hold, locked so that two plans never take the same euro."""
    lines = FundingLine.objects.of(initiative.network).select_for_update(of=("self",)).filter(pk__in=asked)
    return [pot_of(line) for line in lines.order_by("pk")]


def award_by_decision(
    initiative: Initiative, plan: Plan | None, decision: Decision, *, by: Person | None
) -> None:
    """Write down what a start takes from the funding lines of its plan; refuse what they do not hold."""
    asked = asked_of_lines(plan.budget_lines.all()) if plan else {}
    pots = _pots(initiative, asked)
    if reason := why_not_fit(asked, pots, initiative.pk):
        raise Refused(
            _("%(reason)s Kies “Goed plan, wacht op geld”, of pas het plan aan.") % {"reason": reason}
        )
    assert decision.decided_on is not None, "a decision that was taken has its day"
    for line_id, amount in still_to_award(asked, pots, initiative.pk).items():
        FundingAward.objects.create(
            network_id=initiative.network_id,
            initiative=initiative,
            line_id=line_id,
            amount_eur=amount,
            awarded_on=decision.decided_on,
            decision=decision,
            recorded_by=by,
            recorded_at=timezone.now(),
        )


@transaction.atomic
def record_award(
    initiative: Initiative,
    *,
    by: Person | None,
    line: FundingLine,
    amount_eur: Decimal,
    awarded_on: date,
    reference: str,
) -> FundingAward:
    """Write down what a funder awarded. When a plan that waited now has all it asks, it begins at once."""
    initiative = locked(initiative)
    line = FundingLine.objects.of(initiative.network).select_for_update(of=("self",)).get(pk=line.pk)
    allow(why_not_record_award(by, initiative, line))
    reference = needed(reference, _("Schrijf het kenmerk of de datum van de brief op."), longest=200)
    waits = initiative.stage == Stage.AWAITING_FUNDING
    approved = initiative.moved_by.decided_on if waits and initiative.moved_by else None
    allow(why_not_award(approved, awarded_on, timezone.localdate()))
    if amount_eur <= 0:
        raise Refused(_("Schrijf op hoeveel er is toegekend."))
    free = pot_of(line).free_eur
    if amount_eur > free:
        raise Refused(
            _("In %(line)s zit nog %(free)s. Meer kan er niet worden toegekend.")
            % {"line": line.name, "free": euro(max(free, Decimal(0)))}
        )
    award = FundingAward.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        line=line,
        amount_eur=amount_eur,
        awarded_on=awarded_on,
        reference=reference,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    tell(
        initiative, icon="promise", by=by,
        title=_("%(payer)s kent %(sum)s toe") % {"payer": line.payer, "sum": euro(amount_eur)},
        text=_("Uit %(line)s. Kenmerk: %(reference)s.") % {"line": line.name, "reference": reference},
    )  # fmt: skip
    record(by=by, verb="award recorded", about=initiative, data={"line": line.slug, "eur": str(amount_eur)})
    if waits:
        _begin_when_all_is_there(initiative, award, by)
    return award


def _begin_when_all_is_there(initiative: Initiative, award: FundingAward, by: Person | None) -> None:
    """Let the plan begin once nothing of what it asks is missing."""
    plan = initiative.plans.filter(is_frozen=True).order_by("-version").first()
    asked = asked_of_lines(plan.budget_lines.all()) if plan else {}
    if still_to_award(asked, _pots(initiative, asked), initiative.pk):
        return
    has_pilot = plan is not None and plan.needs_pilot and initiative.kind == Kind.PROJECT
    to = Stage.PILOT if has_pilot else Stage.EXECUTION
    today = timezone.localdate()
    initiative.agreed_plan = plan
    run_risks(initiative, plan, by=by)
    move_by_award(initiative, to, award=award, today=today)
    tell(
        initiative, icon="start", by=by, title=_("Het geld is er: het gaat van start"),
        text=_("De groep keurde het plan al goed, bij besluit %(number)s.") % {"number": initiative.moved_by.number}
        if initiative.moved_by
        else "",
    )  # fmt: skip


@transaction.atomic
def correct_award(
    award: FundingAward, *, by: Person | None, amount_eur: Decimal, reason: str
) -> FundingAward:
    """Mend the amount of an award that was written down wrongly; how it stood before stays in the history."""
    found = FundingAward.objects.of(award.network).select_for_update(of=("self",))
    award = found.select_related("line__network", "line__funder", "initiative__network").get(pk=award.pk)
    line = FundingLine.objects.of(award.network).select_for_update(of=("self",)).get(pk=award.line_id)
    allow(why_not_correct_award(by, line))
    reason = needed(reason, _("Schrijf op waarom het bedrag anders is."))
    if amount_eur <= 0:
        raise Refused(_("Schrijf op hoeveel er is toegekend."))
    free = pot_of(line).free_eur + award.amount_eur
    if amount_eur > free:
        raise Refused(_("In %(line)s zit nog %(free)s.") % {"line": line.name, "free": euro(free)})
    before, award.amount_eur = award.amount_eur, amount_eur
    award.save(update_fields=["amount_eur"])
    tell(
        award.initiative, icon="adjust", by=by, text=reason,
        title=_("Toekenning verbeterd: van %(before)s naar %(after)s")
        % {"before": euro(before), "after": euro(amount_eur)},
    )  # fmt: skip
    record(by=by, verb="award corrected", about=award.initiative, reason=reason)
    return award
