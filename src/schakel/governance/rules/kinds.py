"""The fixed lists of governance: kinds of body, decision, method, vote, consent and meeting."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BodyKind(TextChoices):
    """What sort of group this is in the network."""

    EXECUTIVE_BOARD = "executive_board", _("bestuurlijk platform")
    MANAGEMENT_BOARD = "management_board", _("managementoverleg")
    THEME_GROUP = "theme_group", _("themagroep")
    TASK_GROUP = "task_group", _("taakgroep")
    CORE_GROUP = "core_group", _("kerngroep")
    PANEL = "panel", _("panel")
    PROJECT_GROUP = "project_group", _("projectgroep")


class DecisionType(TextChoices):
    """What a decision is about; a mandate lists the types it covers."""

    P0 = "p0", _("P0 intake")
    P1 = "p1", _("P1 screening")
    P2 = "p2", _("P2 na verkenning")
    P3 = "p3", _("P3 start")
    P4 = "p4", _("P4 go/no-go")
    P5 = "p5", _("P5 borgen")
    P6 = "p6", _("P6 afronden")
    PX = "px", _("PX stoppen, pauzeren, hervatten")
    GROWTH_STEP = "growth_step", _("groeistap van het netwerk")
    MEMBERSHIP = "membership", _("lidmaatschap")
    MANDATE = "mandate", _("mandaat")
    CRITERIA = "criteria", _("criteria")
    NEW_BODY = "new_body", _("nieuw gremium")
    NEW_THEME = "new_theme", _("nieuw thema")
    AGREEMENT = "agreement", _("overeenkomst")
    OTHER = "other", _("ander besluit")


class Method(TextChoices):
    """How a group comes to a decision; the last one is a decision of one person under a mandate."""

    MAJORITY = "majority", _("meerderheid")
    CONSENSUS = "consensus", _("consensus")
    CONSENT = "consent", _("consent")
    WEIGHTED = "weighted", _("gewogen stemmen")
    CHAIR = "chair", _("besluit van de voorzitter")
    DELEGATED = "delegated", _("besluit van de netwerkmanager")


BODY_METHODS = (Method.MAJORITY, Method.CONSENSUS, Method.CONSENT, Method.WEIGHTED, Method.CHAIR)
BALLOT_METHODS = (Method.MAJORITY, Method.CONSENSUS, Method.CONSENT, Method.WEIGHTED)


class Choice(TextChoices):
    """What a seat says about a proposal."""

    FOR = "for", pgettext_lazy("vote", "voor")
    AGAINST = "against", pgettext_lazy("vote", "tegen")
    ABSTAIN = "abstain", pgettext_lazy("vote", "onthouding")
    OBJECTION = "objection", pgettext_lazy("vote", "bezwaar met reden")


CHOICES_OF: dict[str, tuple[Choice, ...]] = {
    Method.MAJORITY: (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN),
    Method.CONSENSUS: (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN),
    Method.CONSENT: (Choice.FOR, Choice.OBJECTION, Choice.ABSTAIN),
    Method.WEIGHTED: (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN),
    Method.CHAIR: (Choice.FOR, Choice.AGAINST),
}


class DecisionStatus(TextChoices):
    """Where a decision stands; only a valid one moves anything."""

    OPEN = "open", _("nog te nemen")
    VALID = "valid", _("genomen")
    PROVISIONAL = "provisional", _("onder voorbehoud")
    NOT_CARRIED = "not_carried", _("niet aangenomen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


#: Not taken yet, or taken without counting yet: there is no second one about the same meanwhile.
UNDER_WAY = (DecisionStatus.OPEN, DecisionStatus.PROVISIONAL)


class Ground(TextChoices):
    """Why a partner must consent: its own means are used, or it pays."""

    PARTNERS_IN_PLAN = "partners_in_plan", _("eigen geld of mensen")
    FUNDER = "funder", _("financiering")


class ConsentState(TextChoices):
    """What a partner answered to a request for consent."""

    ASKED = "asked", _("gevraagd")
    GIVEN = "given", _("akkoord")
    REFUSED = "refused", _("geen akkoord")


class Delegate(TextChoices):
    """To whom a body hands the use of a mandate, besides itself."""

    NOBODY = "", _("niemand")
    CHAIR = "chair", _("de voorzitter")
    MANAGER = "manager", _("de netwerkmanager")


class TenureKind(TextChoices):
    """How a person sits on a seat."""

    HOLDER = "holder", _("lid")
    DEPUTY = "deputy", _("plaatsvervanger")


class MeetingStatus(TextChoices):
    """Where a meeting stands."""

    DRAFT = "draft", _("gepland")
    AGENDA = "agenda", _("agenda gedeeld")
    LIVE = "live", _("bezig")
    CLOSED = "closed", _("afgesloten")


class AgendaKind(TextChoices):
    """Why a point stands on the agenda."""

    DECISION = "decision", _("besluit")
    DISCUSSION = "discussion", _("bespreking")
    CONDITION = "condition", _("voorwaarde")
    PARKED = "parked", _("hervatten of niet")
    REPORT = "report", _("mededeling")


HISTORIC = "historisch"

TYPE_WORDS: dict[str, str] = {
    DecisionType.P0: _("de intake van ideeën (P0)"),
    DecisionType.P1: _("verkennen (P1)"),
    DecisionType.P2: _("een plan maken (P2)"),
    DecisionType.P3: _("starten (P3)"),
    DecisionType.P4: _("doorgaan na de pilot (P4)"),
    DecisionType.P5: _("borgen (P5)"),
    DecisionType.P6: _("afronden (P6)"),
    DecisionType.PX: _("stoppen, pauzeren en hervatten (PX)"),
    DecisionType.GROWTH_STEP: _("de volgende groeistap van het netwerk"),
    DecisionType.MEMBERSHIP: _("toetreden en vertrekken van partners"),
    DecisionType.MANDATE: _("mandaten"),
    DecisionType.CRITERIA: _("criteria"),
    DecisionType.NEW_BODY: _("nieuwe gremia"),
    DecisionType.NEW_THEME: _("nieuwe thema’s"),
    DecisionType.AGREEMENT: _("overeenkomsten"),
    DecisionType.OTHER: _("andere onderwerpen"),
}

#: Steps of an initiative in the words of the chain on every page.
STAGE_WORDS: dict[str, str] = {
    "draft": _("concept"),
    "submitted": _("idee"),
    "screening": _("screening"),
    "exploration": _("verkenning"),
    "preparation": _("plan"),
    "awaiting_funding": _("wacht op geld"),
    "pilot": _("pilot"),
    "execution": _("invoering"),
    "embedding": _("borging"),
    "explored": _("onderzocht, geen vervolg"),
    "finished": _("klaar"),
    "parked": _("in de wacht"),
    "stopped": _("gestopt"),
    "rejected": _("gaat niet door"),
    "merged": _("samengevoegd"),
    "referred": _("doorgestuurd"),
}

GROUND_WORDS: dict[str, str] = {
    Ground.PARTNERS_IN_PLAN: _("elke partner van wie geld of mensen worden gebruikt"),
    Ground.FUNDER: _("de financier"),
}
