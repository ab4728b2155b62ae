"""The tables of initiatives."""

from schakel.initiatives.models.exploration import (
    Exploration,
    ExplorationQuestion,
    Factor,
    Option,
    PartnerView,
    PayerEffect,
)
from schakel.initiatives.models.initiative import (
    IdeaDraft,
    Initiative,
    InitiativeArea,
    InitiativePartner,
    InitiativeQuerySet,
    Proposal,
    StageMove,
    StoryEvent,
)
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
from schakel.initiatives.models.screening import Answer, Assessment, Invitation
from schakel.initiatives.models.talk import Note, NoteDraft, NoteMention

__all__ = [
    "Activity",
    "Answer",
    "Assessment",
    "BudgetLine",
    "Commitment",
    "Exploration",
    "ExplorationQuestion",
    "Factor",
    "IdeaDraft",
    "Initiative",
    "InitiativeArea",
    "InitiativePartner",
    "InitiativeQuerySet",
    "Invitation",
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
    "Proposal",
    "Risk",
    "StageMove",
    "StoryEvent",
]
