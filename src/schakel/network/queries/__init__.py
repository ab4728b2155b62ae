"""Readings about networks, partners and what they agreed, for pages and for the apps above.

``person`` is who looks: a member sees the rows of the network, anyone else what a listed network publishes.
"""

from schakel.network.queries.agreements import (
    AgreementPage,
    AgreementRow,
    CriteriaVersion,
    agreement_page,
    agreements,
    articles_of,
    criteria_on,
    loose_criteria,
    obligation_of,
    waiting_obligations,
)
from schakel.network.queries.networks import (
    About,
    AreaNode,
    ListedNetwork,
    about,
    area_tree,
    areas,
    find_network,
    listed_networks,
    networks_of,
    themes,
)
from schakel.network.queries.partners import (
    PartnerProfile,
    PartnerRegister,
    PartnerRow,
    partner_choices,
    partner_profile,
    partner_register,
    partners_of,
    people,
    pulses_elsewhere,
    takes_part_elsewhere,
)
from schakel.network.queries.places import ChosenArea, chosen_area
from schakel.network.queries.seen import is_member
from schakel.network.queries.told import figures_of_sources, told_facts

__all__ = [
    "About",
    "AgreementPage",
    "AgreementRow",
    "AreaNode",
    "ChosenArea",
    "CriteriaVersion",
    "ListedNetwork",
    "PartnerProfile",
    "PartnerRegister",
    "PartnerRow",
    "about",
    "agreement_page",
    "agreements",
    "area_tree",
    "areas",
    "articles_of",
    "chosen_area",
    "criteria_on",
    "figures_of_sources",
    "find_network",
    "is_member",
    "listed_networks",
    "loose_criteria",
    "networks_of",
    "obligation_of",
    "partner_choices",
    "partner_profile",
    "partner_register",
    "partners_of",
    "people",
    "pulses_elsewhere",
    "takes_part_elsewhere",
    "themes",
    "told_facts",
    "waiting_obligations",
]
