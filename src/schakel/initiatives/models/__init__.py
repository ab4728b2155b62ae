"""The tables of initiatives."""

from schakel.initiatives.models.answers import AnswerTemplate
from schakel.initiatives.models.dossier import GROWTH, Dossier, DossierFile
from schakel.initiatives.models.embedding import (
    Adoption,
    Component,
    EmbeddingPlan,
    Lesson,
    LineOwner,
    Remeasurement,
    Report,
)
from schakel.initiatives.models.exploration import (
    Exploration,
    ExplorationQuestion,
    Factor,
    Option,
    PartnerView,
    PayerEffect,
)
from schakel.initiatives.models.following import Halt, RunningRisk, StatusUpdate
from schakel.initiatives.models.gate_lists import GateList, PointAnswer
from schakel.initiatives.models.initiative import (
    IdeaDraft,
    Initiative,
    InitiativeArea,
    InitiativePartner,
    InitiativeQuerySet,
    StageMove,
    StoryEvent,
)
from schakel.initiatives.models.kept_views import FirstView, PortfolioView
from schakel.initiatives.models.measures import ClaimComparison, EffectClaim, EffectVerdict, Measure
from schakel.initiatives.models.money import FundingAward, FundingLine, Spending
from schakel.initiatives.models.plan import (
    Activity,
    BudgetLine,
    Commitment,
    Milestone,
    Plan,
    PlanGoal,
    PlanRole,
    Risk,
)
from schakel.initiatives.models.proposal import Proposal
from schakel.initiatives.models.screening import Answer, Assessment, Invitation
from schakel.initiatives.models.surveys import SurveyRound
from schakel.initiatives.models.talk import Note, NoteDraft, NoteMention
from schakel.initiatives.models.value import ValueAssessment, ValueCard, ValueLine

__all__ = [
    "GROWTH",
    "Activity",
    "Adoption",
    "Answer",
    "AnswerTemplate",
    "Assessment",
    "BudgetLine",
    "ClaimComparison",
    "Commitment",
    "Component",
    "Dossier",
    "DossierFile",
    "EffectClaim",
    "EffectVerdict",
    "EmbeddingPlan",
    "Exploration",
    "ExplorationQuestion",
    "Factor",
    "FirstView",
    "FundingAward",
    "FundingLine",
    "GateList",
    "Halt",
    "IdeaDraft",
    "Initiative",
    "InitiativeArea",
    "InitiativePartner",
    "InitiativeQuerySet",
    "Invitation",
    "Lesson",
    "LineOwner",
    "Measure",
    "Milestone",
    "Note",
    "NoteDraft",
    "NoteMention",
    "Option",
    "PartnerView",
    "PayerEffect",
    "Plan",
    "PlanGoal",
    "PlanRole",
    "PointAnswer",
    "PortfolioView",
    "Proposal",
    "Remeasurement",
    "Report",
    "Risk",
    "RunningRisk",
    "Spending",
    "StageMove",
    "StatusUpdate",
    "StoryEvent",
    "SurveyRound",
    "ValueAssessment",
    "ValueCard",
    "ValueLine",
]
