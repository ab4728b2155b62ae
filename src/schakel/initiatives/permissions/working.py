"""Who may do what with an initiative; each answer is a reason to refuse in plain words, or None.

``person`` is None when the platform itself works for one network, inside ``tenancy.context.system``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Decision, Recusal
from schakel.governance.permissions import (
    Permission,
    holds,
    standing,
    why_not,
    why_not_edit_bodies,
    why_not_put_on_agenda,
)
from schakel.governance.rules import UNDER_WAY
from schakel.initiatives.rules import (
    AWARD_WITHIN_MONTHS,
    CLOSED,
    PUBLIC_LABEL,
    CommitmentStatus,
    Gate,
    Moment,
    Readers,
    Stage,
    gates_for,
    has_gone_by,
    months_later,
    why_not_change_frozen,
)
from schakel.web.formats import dutch_date
from schakel.web.refusal import NotYours, Over

if TYPE_CHECKING:
    from schakel.governance.models import Body
    from schakel.initiatives.models import (
        Commitment,
        Exploration,
        IdeaDraft,
        Initiative,
        Note,
        PartnerView,
        Plan,
    )
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person


def why_not_stage(initiative: Initiative, *stages: Stage, what: str) -> str | None:
    """Say that something belongs to another stage than the one where this initiative stands, or None."""
    if initiative.stage in stages:
        return None
    *others, last = [f"“{PUBLIC_LABEL[stage]}”" for stage in stages]
    reason = _("%(what)s kan alleen in de stand %(stages)s. Dit staat nu op “%(stage)s”.") % {
        "what": what,
        "stages": _("%(others)s of %(last)s") % {"others": ", ".join(others), "last": last}
        if others
        else last,
        "stage": initiative.public_label,
    }
    return Over(reason) if has_gone_by(Stage(initiative.stage), stages) else reason


# ------------------------------------------------------------------------------------ the idea


def why_not_submit(person: Person | None, network: Network, partner: Partner | None = None) -> str | None:
    """Why this person may not submit an idea here, or not on behalf of this partner."""
    if reason := why_not(person, Permission.SUBMIT_IDEA, network):
        return reason
    if partner is None or holds(person, Permission.DO_INTAKE, network):
        return None
    if person is not None and partner.pk in standing(person, network).partner_ids:
        return None
    return _("U kunt geen idee indienen namens %(partner)s. Kies uw eigen organisatie, of niemand.") % {
        "partner": partner
    }


def why_not_write_for_resident(person: Person | None, network: Network) -> str | None:
    """Why this person may not send in an idea for somebody from outside: the office does, or the platform itself."""
    return why_not(person, Permission.DO_INTAKE, network)


def why_not_write_draft(person: Person | None, draft: IdeaDraft) -> str | None:
    """Why this person may not change this draft: only its writer does."""
    if person is not None and draft.person_id == person.pk:
        return None
    return _("Dit concept is van iemand anders.")


def why_not_amend_idea(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not change the answers of an idea: only its submitter, before it is taken in."""
    if reason := why_not_stage(initiative, Stage.SUBMITTED, what=_("Een idee aanvullen")):
        return reason
    if person is not None and person.pk == initiative.submitted_by_id:
        return None
    return _("Alleen wie het idee indiende vult het aan.")


def why_not_do_intake(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not screen, refer or merge this idea, or ask the submitter for more."""
    return why_not(person, Permission.DO_INTAKE, initiative.network) or why_not_stage(
        initiative, Stage.SUBMITTED, what=_("De intake")
    )


def why_not_merge_into(initiative: Initiative, into: Initiative) -> str | None:
    """Why an idea cannot be merged into this other one."""
    if into.pk == initiative.pk:
        return _("Een idee kan niet met zichzelf worden samengevoegd.")
    if into.network_id != initiative.network_id:
        return _("Dat initiatief hoort bij een ander netwerk.")
    if into.stage in {Stage.MERGED, Stage.REFERRED}:
        return _("%(number)s is zelf samengevoegd of doorgestuurd. Kies een ander initiatief.") % {
            "number": into.number
        }
    return None


def why_not_choose(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not choose which partners and areas take part."""
    if initiative.stage in CLOSED:
        return _("Dit initiatief is klaar of gestopt. Er verandert niets meer aan.")
    if holds(person, Permission.COORDINATE_INITIATIVES, initiative.network) or pulls(person, initiative):
        return None
    if initiative.stage == Stage.SUBMITTED and person is not None and person.pk == initiative.submitted_by_id:
        return None
    if initiative.body is not None and why_not_put_on_agenda(person, initiative.body) is None:
        return None
    return NotYours(
        _(
            "Alleen de netwerkmanager, de trekker of de voorzitter en secretaris van de groep kiezen wie meedoet."
        )
    )


def pulls(person: Person | None, initiative: Initiative) -> bool:
    """Whether this person is the lead or the explorer and still a member who may be one."""
    if person is None or person.pk not in {initiative.lead_id, initiative.explorer_id}:
        return False
    return holds(person, Permission.LEAD_INITIATIVE, initiative.network)


def why_not_add_document(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not put a document with this initiative: only who works on it. At most five queries."""
    if holds(person, Permission.COORDINATE_INITIATIVES, initiative.network) or pulls(person, initiative):
        return None
    if person is not None and holds(person, Permission.SUBMIT_IDEA, initiative.network):
        if initiative.is_author(person):
            return None
        partners = standing(person, initiative.network).partner_ids
        if partners and initiative.taking_part.filter(partner__in=partners).exists():
            return None
    if initiative.body is not None and why_not_put_on_agenda(person, initiative.body) is None:
        return None
    return _(
        "Alleen wie aan dit initiatief werkt, voegt een document toe: de trekker, de verkenner, de indiener, "
        "partners die meedoen, de voorzitter en secretaris van de groep, en de netwerkmanager."
    )


def why_not_withdraw_document(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not withdraw somebody else's document here."""
    return why_not(person, Permission.COORDINATE_INITIATIVES, initiative.network)


# ------------------------------------------------------------------------------------ screening


def why_not_invite(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not ask people to rate this initiative."""
    if reason := why_not_stage(initiative, Stage.SCREENING, what=_("Beoordelaars vragen")):
        return reason
    return why_not(person, Permission.INVITE_RATERS, initiative.network, body=initiative.body)


def why_not_rate_at_all(person: Person, initiative: Initiative) -> str | None:
    """Why this person cannot be a rater of this initiative, invited or not: an author never rates the own idea."""
    if initiative.is_author(person):
        return _("U beoordeelt niet uw eigen idee. De andere beoordelaars doen dat.")
    return None


def is_recused(person: Person, initiative: Initiative) -> bool:
    """Whether this person stands aside: said so while rating, or for their seat in the body. Two database queries."""
    aside = initiative.assessments.filter(rater=person, moment=Moment.P1, is_recused=True)
    if aside.exists():
        return True
    seats = [seat.seat_id for seat in standing(person, initiative.network).seats]
    recused = Recusal.objects.of(initiative.network).filter(
        subject_id=initiative.pk, seat_id__in=seats, withdrawn_at__isnull=True
    )
    return recused.exists()


def why_not_score(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not rate this initiative. At most six database queries."""
    if reason := why_not_stage(initiative, Stage.SCREENING, what=_("Beoordelen")):
        return reason
    if person is None:
        return _("Alleen een mens beoordeelt een idee.")
    if reason := why_not_rate_at_all(person, initiative):
        return reason
    if reason := why_not(person, Permission.SCORE, initiative.network):
        return reason
    if not initiative.invitations.filter(rater=person, moment=Moment.P1).exists():
        return _("U bent niet gevraagd om dit te beoordelen.")
    if is_recused(person, initiative):
        return _("U doet hier niet mee, omdat u betrokken bent.")
    return None


def why_not_recuse(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person cannot stand aside from rating: only who was asked to rate."""
    if reason := why_not_stage(initiative, Stage.SCREENING, what=_("Zeggen dat u betrokken bent")):
        return reason
    if person is None or not initiative.invitations.filter(rater=person, moment=Moment.P1).exists():
        return _("U bent niet gevraagd om dit te beoordelen.")
    if is_recused(person, initiative):
        return _("U doet hier al niet mee.")
    return None


def why_not_see_screening(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not look at the answers of raters at all; hidden scores are a matter of the round."""
    return why_not(person, Permission.VIEW_SCREENING, initiative.network)


# ------------------------------------------------------------------------------------ gates


def why_not_put_in_charge(person: Person | None, initiative: Initiative, body: Body) -> str | None:
    """Why this body cannot be put in charge of an initiative by this person: the office does, when nothing waits."""
    if body.is_closed:
        return _("%(body)s is opgeheven. Kies een andere groep.") % {"body": body}
    if initiative.body is None:
        return _("Er is nog geen groep die over dit initiatief gaat. Doe eerst de intake.")
    if initiative.body_id == body.pk:
        return _("%(body)s gaat al over dit initiatief.") % {"body": body}
    waiting = Decision.objects.of(initiative.network).about(initiative.pk)
    if found := waiting.filter(status__in=UNDER_WAY).first():
        return _("Besluit %(number)s wacht nog. Rond het eerst af, of trek het in.") % {
            "number": found.number
        }
    return why_not_edit_bodies(person, initiative.network)


def why_not_propose(
    person: Person | None, initiative: Initiative, gate: str, body: Body | None = None
) -> str | None:
    """Why this person may not bring this initiative before its body at this gate."""
    stage = Stage(initiative.stage)
    if gate not in gates_for(stage, is_light=initiative.is_light):
        return _("Poort %(gate)s hoort niet bij de stand “%(stage)s”.") % {
            "gate": Gate(gate).label if gate in Gate.values else gate,
            "stage": stage.label,
        }
    if stage == Stage.AWAITING_FUNDING and gate == Gate.P3 and (reason := _why_not_again(initiative)):
        return reason
    body = body or initiative.body
    if body is None:
        return _("Er is nog geen groep die over dit initiatief gaat.")
    if body.network_id != initiative.network_id:
        return _("Die groep hoort bij een ander netwerk.")
    return why_not_put_on_agenda(person, body)


def _why_not_again(initiative: Initiative) -> str | None:
    """Why a plan that waits for money needs no new P3: it was approved less than a year ago."""
    approved = initiative.moved_by.decided_on if initiative.moved_by else None
    if approved is None or months_later(approved, AWARD_WITHIN_MONTHS) < timezone.localdate():
        return None
    return _(
        "De groep keurde dit plan goed op %(day)s. Het begint zodra het geld is toegekend. "
        "Een nieuw besluit is niet nodig."
    ) % {"day": dutch_date(approved)}


def why_not_move_edition(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not let newer checklists hold for this initiative: who may bring it before its body may."""
    if initiative.stage in CLOSED:
        return _("Dit initiatief staat op “%(stage)s”. Er komt geen poort meer.") % {
            "stage": Stage(initiative.stage).label
        }
    if initiative.body is None:
        return why_not(person, Permission.DO_INTAKE, initiative.network)
    return why_not_put_on_agenda(person, initiative.body)


def why_not_amend_proposal(person: Person | None, decision: Any) -> str | None:
    """Why this person may not change what stands beside a proposal: only while the group still decides."""
    if not decision.is_open:
        return _("Besluit %(number)s is al genomen of ingetrokken.") % {"number": decision.number}
    if reason := why_not_put_on_agenda(person, decision.body):
        return reason
    if decision.is_written and decision.votes.exists():
        return _("Er is al schriftelijk gestemd over dit voorstel. Trek het in, en leg het opnieuw voor.")
    return None


def why_not_name_topic(person: Person | None, body: Body) -> str | None:
    """Why this person may not let this body name a topic itself."""
    if body.is_closed:
        return _("%(body)s is opgeheven.") % {"body": body}
    return why_not(person, Permission.NAME_TOPIC, body.network, body=body)


def why_not_confirm_criteria(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not write down how the body answers the criteria after the exploration."""
    if reason := why_not_stage(initiative, Stage.EXPLORATION, what=_("De criteria bevestigen")):
        return reason
    if initiative.body is None:
        return _("Er is nog geen groep die over dit initiatief gaat.")
    if person is None:
        return _("Alleen een mens bevestigt de criteria.")
    if initiative.body.is_closed or why_not_put_on_agenda(person, initiative.body) is None:
        return why_not_put_on_agenda(person, initiative.body)
    return _(
        "Alleen de voorzitter of de secretaris van %(body)s of de netwerkmanager bevestigt de criteria."
    ) % {"body": initiative.body}


def why_not_appoint(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not say who is lead, explorer or commissioner."""
    if initiative.stage in CLOSED or initiative.stage == Stage.SUBMITTED:
        return _("Een trekker of verkenner kiest u als het idee in behandeling is.")
    if holds(person, Permission.COORDINATE_INITIATIVES, initiative.network):
        return None
    if initiative.body is None:
        return why_not(person, Permission.COORDINATE_INITIATIVES, initiative.network)
    return why_not_put_on_agenda(person, initiative.body)


# ------------------------------------------------------------------------------------ exploration


def why_not_explore(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not write in the exploration."""
    if reason := why_not_stage(initiative, Stage.EXPLORATION, what=_("Aan de verkenning werken")):
        return reason
    if pulls(person, initiative) or holds(person, Permission.COORDINATE_INITIATIVES, initiative.network):
        return None
    who = " " + _("De verkenner is %(name)s.") % {"name": initiative.explorer} if initiative.explorer else ""
    return NotYours(
        _("Alleen de verkenner en de netwerkmanager werken aan deze verkenning.%(who)s") % {"who": who}
    )


def why_not_give_view(person: Person | None, exploration: Exploration, partner: Partner) -> str | None:
    """Why this person may not write how this partner looks at the topic: only someone of that partner does."""
    initiative = exploration.initiative
    if reason := why_not_stage(initiative, Stage.EXPLORATION, what=_("Een kijk geven")):
        return reason
    if person is None:
        return _("Alleen een mens geeft de kijk van een partner.")
    return why_not(person, Permission.GIVE_VIEW, initiative.network, partner=partner)


def why_not_see_view(person: Person, view: PartnerView) -> str | None:
    """Why this person may not read this view: while it is not given, only its own partner does."""
    if view.is_given or view.partner_id in standing(person, view.network).partner_ids:
        return None
    return _("%(partner)s heeft deze kijk nog niet gegeven.") % {"partner": view.partner}


# ------------------------------------------------------------------------------------ plan and promises


def why_not_write_plan(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not work on the plan of this initiative."""
    if reason := why_not_stage(
        initiative, Stage.PREPARATION, Stage.PILOT, Stage.EXECUTION, what=_("Aan het plan werken")
    ):
        return reason
    is_lead = person is not None and person.pk == initiative.lead_id and pulls(person, initiative)
    if is_lead or holds(person, Permission.COORDINATE_INITIATIVES, initiative.network):
        return None
    who = " " + _("De trekker is %(name)s.") % {"name": initiative.lead} if initiative.lead else ""
    return NotYours(_("Alleen de trekker en de netwerkmanager werken aan dit plan.%(who)s") % {"who": who})


def why_not_change_plan(person: Person | None, plan: Plan) -> str | None:
    """Why this person may not change this version: a frozen one stands."""
    return why_not_change_frozen(plan.is_frozen) or why_not_write_plan(person, plan.initiative)


def why_not_ask_commitment(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not ask a partner for a promise: that is part of the plan."""
    return why_not_write_plan(person, initiative)


def why_not_answer_commitment(person: Person | None, commitment: Commitment) -> str | None:
    """Why this person may not answer for this partner: only its own representative does, never the platform."""
    if commitment.status == CommitmentStatus.WITHDRAWN:
        return _("Deze vraag is ingetrokken.")
    if commitment.initiative.stage in CLOSED:
        return _("Dit initiatief is klaar of gestopt. Een antwoord is niet meer nodig.")
    if person is None:
        return _("Alleen een mens antwoordt namens een partner.")
    return why_not(person, Permission.CONFIRM_COMMITMENT, commitment.network, partner=commitment.partner)


def why_not_successor(person: Person | None, initiative: Initiative, of: Initiative) -> str | None:
    """Why this person may not link an initiative as the follow-up of another one."""
    if of.pk == initiative.pk or of.network_id != initiative.network_id:
        return _("Kies een ander initiatief van dit netwerk.")
    if of.stage not in CLOSED:
        return _("%(number)s loopt nog. Een vervolg koppelt u als het klaar of gestopt is.") % {
            "number": of.number
        }
    return why_not(person, Permission.COORDINATE_INITIATIVES, initiative.network)


def why_not_make_dossier(person: Person | None, initiative: Initiative) -> str | None:
    """Why this person may not make the dossier for the next gate: who works on the initiative does."""
    if initiative.gate in {None, Gate.PX}:  # what is parked waits for no checklist
        return _("Er komt nu geen poort. Een dossier hoort bij een poort.")
    if reads_internal_notes(person, initiative):
        return None
    return _("Een dossier maakt wie aan dit initiatief werkt: de trekker, de groep of de netwerkmanager.")


def why_not_make_growth_dossier(person: Person | None, waiting: Decision | None) -> str | None:
    """Why this person may not make the dossier for the growth step: who may bring it before that body does."""
    if waiting is None or waiting.body is None:
        return _("Er ligt geen groeistap voor. Leg die eerst voor op het groeipad; het dossier hoort erbij.")
    return why_not_put_on_agenda(person, waiting.body)


# ------------------------------------------------------------------------------------ the conversation


def reads_internal_notes(person: Person | None, initiative: Initiative) -> bool:
    """Whether this person works on the initiative: the office, its group, its lead or its explorer."""
    if person is None:
        return False
    if person.pk in {initiative.lead_id, initiative.explorer_id}:
        return bool(standing(person, initiative.network).memberships)
    if holds(person, Permission.COORDINATE_INITIATIVES, initiative.network):
        return True
    return initiative.body_id in standing(person, initiative.network).body_ids


def why_not_write_note(person: Person | None, initiative: Initiative, readers: str) -> str | None:
    """Why this person may not say something here, or not to these readers."""
    if person is None:
        return _("Alleen een mens schrijft een bericht.")
    if readers not in Readers.values:
        return _("Kies voor wie uw bericht is.")
    if reason := why_not(person, Permission.SUBMIT_IDEA, initiative.network):
        return reason
    if readers == Readers.INTERNAL and not reads_internal_notes(person, initiative):
        return _("Alleen het bureau, de groep, de trekker en de verkenner schrijven een intern bericht.")
    return None


def why_not_mention(person: Person, initiative: Initiative, readers: str) -> str | None:
    """Why this person cannot be named in a note: because the note is not for them."""
    words = {"name": person.name}
    if not standing(person, initiative.network).memberships:
        return _("%(name)s hoort niet bij dit netwerk.") % words
    if readers == Readers.INTERNAL and not reads_internal_notes(person, initiative):
        return _("%(name)s kan een intern bericht niet lezen. Noem diegene niet, of kies iedereen.") % words
    return None


def why_not_change_note(person: Person | None, note: Note) -> str | None:
    """Why this person may not change this note: only who wrote it, as long as it stands."""
    if note.withdrawn_at is not None:
        return _("Dit bericht is ingetrokken.")
    if person is not None and note.author_id == person.pk:
        return None
    return _("Alleen %(author)s verandert dit bericht.") % {"author": note.author}


def why_not_withdraw_note(person: Person | None, note: Note) -> str | None:
    """Why this person may not withdraw this note: who wrote it may, and the network manager."""
    reason = why_not_change_note(person, note)
    if reason is None or note.withdrawn_at is not None:
        return reason
    if holds(person, Permission.COORDINATE_INITIATIVES, note.network):
        return None
    return _("Alleen %(author)s of de netwerkmanager trekt dit bericht in.") % {"author": note.author}
