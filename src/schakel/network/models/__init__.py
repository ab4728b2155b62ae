"""The tables of the network app, split by what they are about."""

from schakel.network.models.agreement import Agreement, AgreementParty, Article, CriteriaSet, Criterion
from schakel.network.models.growth import ContributionTier, GrowthNeed, TierPerson
from schakel.network.models.membership import Membership
from schakel.network.models.network import Ambition, Network, NetworkEvent
from schakel.network.models.obligation import Obligation, ObligationAnswer, ObligationReport
from schakel.network.models.partner import Organisation, Partner, PartnerArea
from schakel.network.models.place import Area, Theme

__all__ = [
    "Agreement",
    "AgreementParty",
    "Ambition",
    "Area",
    "Article",
    "ContributionTier",
    "CriteriaSet",
    "Criterion",
    "GrowthNeed",
    "Membership",
    "Network",
    "NetworkEvent",
    "Obligation",
    "ObligationAnswer",
    "ObligationReport",
    "Organisation",
    "Partner",
    "PartnerArea",
    "Theme",
    "TierPerson",
]
