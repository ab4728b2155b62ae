"""Who may carry something on: money, embedding, following what runs; each answer is a reason to refuse, or None."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.governance.permissions import Permission, holds, standing, why_not
from schakel.initiatives.permissions.working import pulls, why_not_stage
from schakel.initiatives.rules import HALTABLE, SPENT_IN, TAKEN_UP, UPDATED, Stage, can_be_archived
from schakel.initiatives.rules.measures import why_not_whole
from schakel.measuring.rules import IndicatorKind
from schakel.web.formats import dutch_date
from schakel.web.refusal import NotYours

if TYPE_CHECKING:
    from schakel.initiatives.models import EffectClaim, FundingLine, Initiative, LineOwner, Measure
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person

# ------------------------------------------------------------------------------------ money


def why_not_edit_funding(person: Person | None, network: Network) -> str | None:
    """Why this person may not change the funding lines of this network."""
    return why_not(person, Permission.EDIT_FUNDING, network)


def why_not_record_award(person: Person | None, initiative: Initiative, line: FundingLine) -> str | None:
    """Why this person may not write down what a funder awarded: only the office, or the funder itself."""
    if reason := why_not_stage(
        initiative,
        Stage.AWAITING_FUNDING,
        Stage.PREPARATION,
        Stage.PILOT,
        Stage.EXECUTION,
        what=_("Een toekenning vastleggen"),
    ):
        return reason
    if line.funder is None:
        return why_not(person, Permission.EDIT_FUNDING, line.network)
    return why_not(person, Permission.RECORD_AWARD, line.network, partner=line.funder)


def why_not_correct_award(person: Person | None, line: FundingLine) -> str | None:
    """Why this person may not mend an award that was written down wrongly: the office does, with the reason."""
    return why_not(person, Permission.EDIT_FUNDING, line.network)


def why_not_record_spending(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not write down what was spent: the lead and the manager do, from the start on."""
    if reason := why_not_stage(initiative, *SPENT_IN, what=_("Uitgaven bijhouden")):
        return reason
    return _why_not_lead(person, initiative)


# ------------------------------------------------------------------------------------ embedding


def why_not_embed(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not work on the embedding, the reports and what follows: the lead and the manager do."""
    if reason := why_not_stage(
        initiative, Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING, what=_("Aan de borging werken")
    ):
        return reason
    return _why_not_lead(person, initiative)


def why_not_archive(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not make the archive: from the embedding on, the lead and the manager do."""
    if not can_be_archived(initiative.stage, is_light=initiative.is_light):
        return _(
            "Een archief maakt u vanaf de borging, of als het voorbij is. Dit staat nu op “%(stand)s”."
        ) % {"stand": initiative.public_label}
    return _why_not_lead(person, initiative)


def _why_not_lead(person: Person | None, initiative: Initiative) -> str | None:
    is_lead = person is not None and person.pk == initiative.lead_id and pulls(person, initiative)
    if is_lead or holds(person, Permission.COORDINATE_INITIATIVES, initiative.network):
        return None
    who = " " + _("De trekker is %(name)s.") % {"name": initiative.lead} if initiative.lead else ""
    return NotYours(_("Alleen de trekker en de netwerkmanager doen dit.%(who)s") % {"who": who})


def why_not_accept_embedding(person: Person | None, owner: LineOwner) -> str | None:
    """Why this person may not accept for this partner: only its own representative does, never the platform."""
    initiative = owner.embedding.initiative
    if reason := why_not_stage(initiative, *TAKEN_UP, what=_("Een antwoord op de borging geven")):
        return reason
    if person is None:
        return _("Alleen een mens antwoordt namens een partner.")
    return why_not(person, Permission.ACCEPT_EMBEDDING, owner.network, partner=owner.partner)


def why_not_record_adoption(person: Person | None, initiative: Initiative, partner: Partner) -> str | None:
    """Why this person may not say how far this partner is: the partner itself, the lead or the manager."""
    if reason := why_not_stage(initiative, *TAKEN_UP, what=_("De adoptie bijhouden")):
        return reason
    if pulls(person, initiative):
        return None
    return why_not(person, Permission.RECORD_ADOPTION, initiative.network, partner=partner)


def why_not_remeasure(
    person: Person | None, initiative: Initiative, partners: Iterable[Partner]
) -> str | None:
    """Why this person may not write down a measurement after the end: lead, manager, and who took it into the line."""
    if reason := why_not_stage(initiative, Stage.FINISHED, what=_("Opnieuw meten")):
        return reason
    lacking = _why_not_lead(person, initiative)
    if lacking is None or person is None:
        return lacking
    mine = standing(person, initiative.network).partner_ids
    if any(partner.pk in mine for partner in partners):
        return None
    return _("Alleen de trekker, de netwerkmanager en wie het in de lijn overnam, meten opnieuw.")


def why_not_share_lesson(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not add a lesson: the lead and the manager do, once something was tried, ended or not."""
    if initiative.stage in {Stage.SUBMITTED, Stage.SCREENING, Stage.MERGED, Stage.REFERRED, Stage.REJECTED}:
        return _("Een les schrijft u op als er iets is onderzocht of gedaan.")
    if pulls(person, initiative):
        return None
    return _why_not_lead(person, initiative)


# ------------------------------------------------------------------------------------ following what runs


def why_not_coordinate(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not keep the initiatives of the network in order."""
    return why_not(person, Permission.COORDINATE_INITIATIVES, initiative.network)


def why_not_update(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not say how it goes: the lead and the manager do, while it runs."""
    if initiative.stage not in UPDATED:
        return _("Een stand van zaken hoort bij wat loopt. Dit staat nu op “%(stage)s”.") % {
            "stage": initiative.public_label
        }
    return _why_not_lead(person, initiative)


def why_not_ask_updates(person: Person | None, network: Network) -> str | None:
    """Why this person may not ask every lead how it goes."""
    return why_not(person, Permission.COORDINATE_INITIATIVES, network)


def why_not_keep_risks(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not keep the register of risks: the lead and the manager do, once the work has begun."""
    if reason := why_not_stage(
        initiative, Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING, what=_("Risico’s bijhouden")
    ):
        return reason
    return _why_not_lead(person, initiative)


def why_not_halt(person: Person | None, initiative: Initiative, *, is_for_safety: bool) -> str | None:
    """Why this person may not stop the work at once: the chair may, and for safety the lead too."""
    if initiative.stage not in HALTABLE:
        return _("Een noodstop kan alleen bij wat loopt. Dit staat nu op “%(stage)s”.") % {
            "stage": initiative.public_label
        }
    if initiative.halted_on is not None:
        return _("Dit ligt al stil sinds %(day)s.") % {"day": dutch_date(initiative.halted_on)}
    if initiative.body is None:
        return _("Er is nog geen groep die over dit initiatief gaat.")
    if holds(person, Permission.DECIDE_AS_CHAIR, initiative.network, body=initiative.body):
        return None
    is_lead = person is not None and person.pk == initiative.lead_id and pulls(person, initiative)
    if is_lead and is_for_safety:
        return None
    if is_lead:
        return _(
            "De trekker doet dit alleen om de veiligheid. Anders doet de voorzitter van %(body)s het."
        ) % {"body": initiative.body}
    return _("Alleen de voorzitter van %(body)s, en om de veiligheid de trekker, legt dit stil.") % {
        "body": initiative.body
    }


def why_not_follow(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not write down what became of an idea that was sent on."""
    return why_not_stage(initiative, Stage.REFERRED, what=_("Volgen wat ervan werd")) or why_not(
        person, Permission.DO_INTAKE, initiative.network
    )


# ------------------------------------------------------------------------------------ measuring

#: From the plan until it is ordinary care: here a measure plan is made and kept.
MEASURED = (Stage.PREPARATION, Stage.AWAITING_FUNDING, Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING)


#: Since the start the measure plan is agreed.
RUNNING = (Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING)


def why_not_plan_measures(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not choose what this initiative follows: the lead and the manager do, from the plan on."""
    if reason := why_not_stage(initiative, *MEASURED, what=_("Aan het meetplan werken")):
        return reason
    return _why_not_lead(person, initiative)


def why_not_drop_measure(person: Person | None, measure: Measure) -> str | None:
    """Why this person may not take a measure out of the plan: what was promised stays. At most two more queries."""
    if reason := why_not_plan_measures(person, measure.initiative):
        return reason
    if measure.claims.exists():
        return _("Bij deze indicator is een effect beloofd. Wat beloofd is, blijft staan.")
    if measure.initiative.stage in RUNNING and _breaks_plan(measure):
        return _(
            "Sinds de start blijft van elke soort één cijfer staan. Kies eerst een ander cijfer als %(kind)s."
        ) % {"kind": measure.get_kind_display()}
    return None


def _breaks_plan(measure: Measure) -> bool:
    """Whether a measure plan that is whole would no longer be so without this measure. One database query."""
    kinds = dict(measure.initiative.measures.values_list("pk", "kind"))
    without = {kind for key, kind in kinds.items() if key != measure.pk}
    is_light = measure.initiative.is_light
    return (
        why_not_whole(kinds.values(), is_light=is_light) is None
        and why_not_whole(without, is_light=is_light) is not None
    )


def why_not_explain_baseline(person: Person | None, measure: Measure) -> str | None:
    """Why this person may not write down that a measure has no baseline, with the reason."""
    if measure.kind == IndicatorKind.PROCESS:
        return _("Een cijfer over het proces heeft geen nulmeting nodig.")
    return why_not_plan_measures(person, measure.initiative)


def why_not_claim(person: Person | None, measure: Measure) -> str | None:
    """Why this person may not promise an effect on this measure."""
    if measure.kind != IndicatorKind.OUTCOME:
        return _("Een effect belooft u alleen bij een uitkomst.")
    return why_not_plan_measures(person, measure.initiative)


def why_not_judge(person: Person | None, claim: EffectClaim) -> str | None:
    """Why this person may not have a verdict worked out: the lead, the manager and the platform itself may."""
    return _why_not_lead(person, claim.measure.initiative)


def why_not_write_value(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not say what this costs and brings: the lead and the manager do, from the plan on."""
    if reason := why_not_stage(initiative, *MEASURED, what=_("De waarde bepalen")):
        return reason
    return _why_not_lead(person, initiative)


def why_not_write_survey(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not fill in scores of a questionnaire: the lead and the manager do, from the plan on."""
    if reason := why_not_stage(initiative, *MEASURED, what=_("Een peiling invullen")):
        return reason
    return _why_not_lead(person, initiative)
