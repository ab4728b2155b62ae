"""Every change in a network: allowed, possible, done, recorded."""

from schakel.network.actions.agreement import add_agreement, add_party, change_agreement, sign
from schakel.network.actions.articles import put_articles, renew_agreement, why_not_change
from schakel.network.actions.changing import differences
from schakel.network.actions.criteria import default_criteria, new_criteria_version
from schakel.network.actions.growth import (
    join_tier,
    leave_tier,
    meet_need,
    put_need,
    put_tier,
    take_back_need,
)
from schakel.network.actions.membership import add_membership, end_membership
from schakel.network.actions.network import (
    change_network,
    found_network,
    put_ambition,
    put_area,
    put_event,
    put_theme,
)
from schakel.network.actions.obligations import (
    add_obligation,
    answer_obligation,
    report_obligation,
    withdraw_obligation,
)
from schakel.network.actions.partner import (
    add_partner,
    change_partner,
    change_partner_facts,
    leave,
    partner_differences,
)

__all__ = [
    "add_agreement",
    "add_membership",
    "add_obligation",
    "add_partner",
    "add_party",
    "answer_obligation",
    "change_agreement",
    "change_network",
    "change_partner",
    "change_partner_facts",
    "default_criteria",
    "differences",
    "end_membership",
    "found_network",
    "join_tier",
    "leave",
    "leave_tier",
    "meet_need",
    "new_criteria_version",
    "partner_differences",
    "put_ambition",
    "put_area",
    "put_articles",
    "put_event",
    "put_need",
    "put_theme",
    "put_tier",
    "renew_agreement",
    "report_obligation",
    "sign",
    "take_back_need",
    "why_not_change",
    "withdraw_obligation",
]
