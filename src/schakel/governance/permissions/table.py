"""Who may do what: one table of permissions and the roles that hold them. Everything else asks this table."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person is in a network: by membership of the network or of a partner, or by a seat in a body."""

    MANAGER = "manager", _("de netwerkmanager")
    REPRESENTATIVE = "representative", _("de vertegenwoordiger van een partner")
    PROFESSIONAL = "professional", _("een professional")
    ANALYST = "analyst", _("een analist")
    READER = "reader", _("een lezer")
    CHAIR = "chair", _("de voorzitter")
    SECRETARY = "secretary", _("de secretaris")
    SEAT_HOLDER = "seat_holder", _("een lid van de groep")
    DEPUTY = "deputy", _("een plaatsvervanger")


#: Roles that come with a seat; they count only in the body of that seat.
SEAT_ROLES = frozenset({Role.CHAIR, Role.SECRETARY, Role.SEAT_HOLDER, Role.DEPUTY})
#: Roles that someone has for one partner; where a partner is concerned they count only for that partner.
PARTNER_ROLES = frozenset({Role.REPRESENTATIVE, Role.PROFESSIONAL})


class Permission(StrEnum):
    """Something that not everyone may do."""

    READ = "read"
    SUBMIT_IDEA = "submit_idea"
    DO_INTAKE = "do_intake"
    NAME_TOPIC = "name_topic"
    VIEW_SCREENING = "view_screening"
    INVITE_RATERS = "invite_raters"
    SCORE = "score"
    EXPLORE = "explore"
    GIVE_VIEW = "give_view"
    LEAD_INITIATIVE = "lead_initiative"
    COORDINATE_INITIATIVES = "coordinate_initiatives"
    CONFIRM_COMMITMENT = "confirm_commitment"
    PUT_ON_AGENDA = "put_on_agenda"
    PLAN_MEETING = "plan_meeting"
    RECORD_DECISION = "record_decision"
    PUBLISH_DECISIONS = "publish_decisions"
    VOTE_WRITTEN = "vote_written"
    RECUSE = "recuse"
    DECIDE_AS_CHAIR = "decide_as_chair"
    DECIDE_AS_MANAGER = "decide_as_manager"
    GIVE_CONSENT = "give_consent"
    MEET_CONDITION = "meet_condition"
    EDIT_BODIES = "edit_bodies"
    EDIT_PARTNER = "edit_partner"
    EDIT_OWN_PARTNER = "edit_own_partner"
    RECORD_HISTORY = "record_history"
    RECORD_ABSENCE = "record_absence"
    EDIT_FUNDING = "edit_funding"
    RECORD_AWARD = "record_award"
    ACCEPT_EMBEDDING = "accept_embedding"
    RECORD_ADOPTION = "record_adoption"
    MEET_OWN_CONDITION = "meet_own_condition"
    DEFINE_INDICATORS = "define_indicators"
    ENTER_FIGURES = "enter_figures"
    CHECK_FIGURES = "check_figures"
    LOCK_BASELINE = "lock_baseline"
    AGREE_DATA_USE = "agree_data_use"
    BRING_IN_LOG = "bring_in_log"
    SET_CHAIN_NORM = "set_chain_norm"
    NAME_BOTTLENECK = "name_bottleneck"
    VOTE_BOTTLENECK = "vote_bottleneck"


#: What each permission allows, as it reads in a refusal: "Alleen … kan <deze woorden>."
WORDS: dict[Permission, str] = {
    Permission.READ: _("dit netwerk lezen"),
    Permission.SUBMIT_IDEA: _("een idee indienen"),
    Permission.DO_INTAKE: _("de intake van ideeën doen"),
    Permission.NAME_TOPIC: _("een onderwerp laten benoemen"),
    Permission.VIEW_SCREENING: _("de screening inzien"),
    Permission.INVITE_RATERS: _("beoordelaars uitnodigen"),
    Permission.SCORE: _("een idee beoordelen"),
    Permission.EXPLORE: _("een verkenning doen"),
    Permission.GIVE_VIEW: _("de kijk van een partner geven"),
    Permission.LEAD_INITIATIVE: _("een initiatief trekken"),
    Permission.COORDINATE_INITIATIVES: _("alle initiatieven bijwerken"),
    Permission.CONFIRM_COMMITMENT: _("een toezegging van een partner bevestigen"),
    Permission.PUT_ON_AGENDA: _("iets op de agenda zetten"),
    Permission.PLAN_MEETING: _("een overleg plannen"),
    Permission.RECORD_DECISION: _("aanwezigheid, stemmen en besluiten vastleggen"),
    Permission.PUBLISH_DECISIONS: _("de besluitenlijst delen"),
    Permission.VOTE_WRITTEN: _("schriftelijk stemmen"),
    Permission.RECUSE: _("zich verschonen"),
    Permission.DECIDE_AS_CHAIR: _("als voorzitter besluiten"),
    Permission.DECIDE_AS_MANAGER: _("als netwerkmanager besluiten"),
    Permission.GIVE_CONSENT: _("akkoord geven namens een partner"),
    Permission.MEET_CONDITION: _("vastleggen dat een voorwaarde vervuld is"),
    Permission.EDIT_BODIES: _("gremia, zetels en mandaten bijwerken"),
    Permission.EDIT_PARTNER: _("partners bijwerken"),
    Permission.EDIT_OWN_PARTNER: _("de eigen partner bijwerken"),
    Permission.RECORD_HISTORY: _("oude besluiten vastleggen"),
    Permission.RECORD_ABSENCE: _("voor een ander vastleggen wanneer die er niet is"),
    Permission.EDIT_FUNDING: _("geldstromen bijwerken"),
    Permission.RECORD_AWARD: _("een toekenning vastleggen"),
    Permission.ACCEPT_EMBEDDING: _("namens een partner aanvaarden dat iets gewoon werk wordt"),
    Permission.MEET_OWN_CONDITION: _("vastleggen dat de eigen partner een voorwaarde vervulde"),
    Permission.RECORD_ADOPTION: _("bijhouden hoe ver een partner is"),
    Permission.DEFINE_INDICATORS: _("vastleggen wat het netwerk meet"),
    Permission.ENTER_FIGURES: _("cijfers van een partner invullen"),
    Permission.CHECK_FIGURES: _("cijfers van het netwerk invullen en nakijken"),
    Permission.LOCK_BASELINE: _("een nulmeting op slot zetten"),
    Permission.AGREE_DATA_USE: _("vastleggen waarvoor gegevens van de keten worden gebruikt"),
    Permission.BRING_IN_LOG: _("een logboek van de keten invoeren of verwijderen"),
    Permission.SET_CHAIN_NORM: _("een norm voor een schakel vastleggen"),
    Permission.NAME_BOTTLENECK: _("een knelpunt noemen"),
    Permission.VOTE_BOTTLENECK: _("zeggen dat een partner een knelpunt ook merkt"),
}

_MEMBERS = frozenset({Role.MANAGER, Role.REPRESENTATIVE, Role.PROFESSIONAL, Role.ANALYST})
_OFFICE = frozenset({Role.MANAGER, Role.CHAIR, Role.SECRETARY})
_SEATED = frozenset({Role.CHAIR, Role.SEAT_HOLDER, Role.DEPUTY})

#: The one table. A role from a seat counts in its own body, a role for a partner for its own partner.
RIGHTS: dict[Permission, frozenset[Role]] = {
    Permission.READ: frozenset(Role),
    Permission.SUBMIT_IDEA: _MEMBERS | SEAT_ROLES,
    Permission.DO_INTAKE: frozenset({Role.MANAGER}),
    Permission.NAME_TOPIC: _OFFICE,
    Permission.VIEW_SCREENING: _OFFICE | _SEATED | {Role.REPRESENTATIVE, Role.ANALYST},
    Permission.INVITE_RATERS: _OFFICE,
    Permission.SCORE: _SEATED,
    Permission.EXPLORE: _MEMBERS | SEAT_ROLES,
    Permission.GIVE_VIEW: frozenset({Role.REPRESENTATIVE, Role.PROFESSIONAL}),
    Permission.LEAD_INITIATIVE: _MEMBERS | SEAT_ROLES,
    Permission.COORDINATE_INITIATIVES: frozenset({Role.MANAGER}),
    Permission.CONFIRM_COMMITMENT: frozenset({Role.REPRESENTATIVE}),
    Permission.PUT_ON_AGENDA: _OFFICE,
    Permission.PLAN_MEETING: _OFFICE,
    Permission.RECORD_DECISION: frozenset({Role.SECRETARY}),
    Permission.PUBLISH_DECISIONS: frozenset({Role.MANAGER, Role.SECRETARY}),
    Permission.VOTE_WRITTEN: _SEATED,
    Permission.RECUSE: _SEATED,
    Permission.DECIDE_AS_CHAIR: frozenset({Role.CHAIR}),
    Permission.DECIDE_AS_MANAGER: frozenset({Role.MANAGER}),
    Permission.GIVE_CONSENT: frozenset({Role.REPRESENTATIVE}),
    Permission.MEET_CONDITION: _OFFICE,
    Permission.EDIT_BODIES: frozenset({Role.MANAGER}),
    Permission.EDIT_PARTNER: frozenset({Role.MANAGER}),
    Permission.EDIT_OWN_PARTNER: frozenset({Role.MANAGER, Role.REPRESENTATIVE}),
    Permission.RECORD_HISTORY: frozenset({Role.MANAGER}),
    Permission.RECORD_ABSENCE: frozenset({Role.MANAGER, Role.SECRETARY}),
    Permission.EDIT_FUNDING: frozenset({Role.MANAGER}),
    Permission.RECORD_AWARD: frozenset({Role.MANAGER, Role.REPRESENTATIVE}),
    Permission.ACCEPT_EMBEDDING: frozenset({Role.REPRESENTATIVE}),
    Permission.MEET_OWN_CONDITION: frozenset({Role.REPRESENTATIVE}),
    Permission.RECORD_ADOPTION: frozenset({Role.MANAGER, Role.REPRESENTATIVE, Role.PROFESSIONAL}),
    Permission.DEFINE_INDICATORS: frozenset({Role.MANAGER, Role.ANALYST}),
    Permission.ENTER_FIGURES: frozenset({Role.MANAGER, Role.ANALYST, Role.REPRESENTATIVE, Role.PROFESSIONAL}),
    Permission.CHECK_FIGURES: frozenset({Role.MANAGER, Role.ANALYST}),
    Permission.LOCK_BASELINE: frozenset({Role.MANAGER}),
    Permission.AGREE_DATA_USE: frozenset({Role.MANAGER}),
    Permission.BRING_IN_LOG: frozenset({Role.MANAGER, Role.ANALYST}),
    Permission.SET_CHAIN_NORM: frozenset({Role.MANAGER, Role.ANALYST}),
    Permission.NAME_BOTTLENECK: _MEMBERS | SEAT_ROLES,
    Permission.VOTE_BOTTLENECK: frozenset({Role.REPRESENTATIVE, Role.PROFESSIONAL}),
}
