"""Writing a plan: its texts, its parts, and freezing a version that never changes again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.initiatives.actions.keeping import checked, kept, locked, needed, of_network, tell
from schakel.initiatives.models import (
    Activity,
    BudgetLine,
    Initiative,
    Milestone,
    Plan,
    PlanGoal,
    PlanRole,
    Risk,
)
from schakel.initiatives.permissions import why_not_change_plan, why_not_write_plan
from schakel.initiatives.rules import ROWS, Gate, Stage, YesNoUnknown, hash_of, scope_change
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person

TEXTS = (
    "summary",
    "result",
    "communication",
    "low_literacy",
    "participation",
    "privacy_check",
    "competition_reason",
)
#: The verdict by which a new version of the plan counts.
CHANGE_SCOPE = "change_scope"
#: The parts of a plan that a lead writes, with their tables.
MODELS: dict[str, type[Any]] = {
    "goals": PlanGoal,
    "activities": Activity,
    "milestones": Milestone,
    "budget_lines": BudgetLine,
    "risks": Risk,
    "roles": PlanRole,
}
#: More rows than this in one part is a list for a spreadsheet, not a plan.
MOST_ROWS = 100


@transaction.atomic
def begin_plan(initiative: Initiative, *, by: Person | None) -> Plan:
    """Begin the first version of the plan, or the next one as a copy of what was frozen."""
    initiative = locked(initiative)
    allow(why_not_write_plan(by, initiative))
    before = initiative.plans.order_by("-version").first()
    if before is not None and not before.is_frozen:
        return before
    _refuse_while_decided(initiative)
    plan = Plan(
        network_id=initiative.network_id, initiative=initiative, version=before.version + 1 if before else 1
    )
    if before is not None:
        for name in (*TEXTS, "needs_pilot", "restricts_competition"):
            setattr(plan, name, getattr(before, name))
    plan.save()
    if before is not None:
        _copy_parts(before, plan)
    tell(
        initiative,
        icon="doc",
        by=by,
        title=_("Nieuwe versie van het plan begonnen") if before else _("Begonnen aan het plan"),
    )
    record(by=by, verb="plan begun", about=initiative, data={"version": plan.version})
    return plan


def _refuse_while_decided(initiative: Initiative) -> None:
    """While a body decides about a plan, that plan stays as the body reads it. One database query."""
    about_plan = Q(type=Gate.P3) | Q(type=Gate.PX, verdict=CHANGE_SCOPE)
    waiting = Decision.objects.of(initiative.network).about(initiative.pk).under_way().filter(about_plan)
    if found := waiting.first():
        raise Refused(
            _("Over dit plan ligt een voorstel: %(number)s. Wacht het besluit af of trek het voorstel in.")
            % {"number": found.number}
        )


def _copy_parts(before: Plan, plan: Plan) -> None:
    """Copy every row; each keeps the key by which versions are compared."""
    for part, model in MODELS.items():
        rows = [
            model(
                network_id=plan.network_id,
                plan=plan,
                key=row.key,
                position=row.position,
                **{name: getattr(row, name) for name in ROWS[part]},
            )
            for row in getattr(before, part).all()
        ]
        model.objects.bulk_create(rows)


def _open(plan: Plan, by: Person | None) -> Plan:
    """Lock the initiative and return the version as it is now, refusing who may not change it."""
    locked(plan.initiative)
    plan = Plan.objects.of(plan.network).select_related("initiative", "network").get(pk=plan.pk)
    allow(why_not_change_plan(by, plan))
    return plan


@transaction.atomic
def write_plan(
    plan: Plan,
    *,
    by: Person | None,
    needs_pilot: bool | None = None,
    restricts_competition: str | None = None,
    **texts: str,
) -> Plan:
    """Write the texts of a plan; what is not given stays."""
    plan = _open(plan, by)
    if unknown := set(texts) - set(TEXTS):
        raise TypeError(f"a plan has no {', '.join(sorted(unknown))}")
    for name, text in texts.items():
        setattr(plan, name, kept(text))
    if needs_pilot is not None:
        plan.needs_pilot = needs_pilot
    if restricts_competition is not None:
        if restricts_competition not in {"", *YesNoUnknown.values}:
            raise Refused(_("Kies ja, nee of weten we nog niet."))
        plan.restricts_competition = restricts_competition
    plan.save()
    record(by=by, verb="plan written", about=plan.initiative, data={"texts": sorted(texts)})
    return plan


@transaction.atomic
def write_part(plan: Plan, *, by: Person | None, part: str, rows: Sequence[Mapping[str, Any]]) -> Plan:
    """Write one part of a plan, row by row in their order; rows that are left out disappear."""
    plan = _open(plan, by)
    model = MODELS[part]
    if len(rows) > MOST_ROWS:
        raise Refused(_("Er passen %(most)s regels in dit deel van het plan.") % {"most": MOST_ROWS})
    known = {str(row.key): row for row in getattr(plan, part).all()}
    written = set()
    for position, values in enumerate(rows, start=1):
        row = known.get(str(values.get("key") or ""))
        if row is None or row.key in written:
            row = model(network_id=plan.network_id, plan=plan, key=uuid4())
        written.add(row.key)
        row.position = position
        _fill(row, ROWS[part], values)
        row.save()
    for row in known.values():
        if row.key not in written:
            row.delete()
    record(by=by, verb="plan written", about=plan.initiative, data={"part": part, "n": len(rows)})
    return plan


def _fill(row: Any, names: tuple[str, ...], values: Mapping[str, Any]) -> None:
    """Put values on a row: texts cleaned, partners of this network, the first field filled in."""
    for name in names:
        if name not in values:
            continue
        value = values[name]
        field = row._meta.get_field(name)
        if field.is_relation:
            of_network(row.network_id, value)
        elif isinstance(value, str):
            value = kept(value, longest=field.max_length or 20_000)
        setattr(row, name, value)
    needed(getattr(row, "name" if "name" in names else "text"), _("Vul bij elke regel in wat het is."))
    checked(row)


@transaction.atomic
def freeze_plan(plan: Plan, *, by: Person | None) -> Plan:
    """Freeze this version: its content and its hash stand, and a change is a new version."""
    plan = _open(plan, by)
    _refuse_while_decided(plan.initiative)
    content = plan.content_now()
    if not content["summary"]:
        raise Refused(_("Schrijf eerst in het kort wat de opdracht is."))
    plan.content, plan.hash = content, hash_of(content)
    plan.is_frozen, plan.frozen_at, plan.frozen_by = True, timezone.now(), by
    plan.save()
    _agree_when_small(plan)
    tell(
        plan.initiative,
        icon="lock",
        by=by,
        title=_("Plan versie %(version)s ligt vast") % {"version": plan.version},
        text=plan.summary,
    )
    record(
        by=by, verb="plan frozen", about=plan.initiative, data={"version": plan.version, "hash": plan.hash}
    )
    return plan


def has_other_plan(initiative: Initiative) -> bool:
    """Whether the newest frozen version is not the one that was agreed. One database query."""
    newest = initiative.plans.filter(is_frozen=True).order_by("-version").first()
    return newest is not None and initiative.agreed_plan_id not in {None, newest.pk}


def _agree_when_small(plan: Plan) -> None:
    """While the work goes on, a small change counts at once; a large one waits for a decision of the body (PX)."""
    initiative = plan.initiative
    if initiative.agreed_plan is None or initiative.stage == Stage.PREPARATION:
        return
    if not scope_change(initiative.agreed_plan.says(), plan.says()).is_large:
        initiative.agreed_plan = plan
        initiative.save(update_fields=["agreed_plan"])
