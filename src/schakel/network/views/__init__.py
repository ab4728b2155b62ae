"""Pages of the network: partners, people, agreements, and what the network is."""

from schakel.network.views.about import about
from schakel.network.views.agreements import (
    add_agreement,
    add_party,
    agreement,
    agreements,
    change_agreement,
    sign,
)
from schakel.network.views.articles import (
    agreement_difference,
    agreement_text,
    renew_agreement,
    write_articles,
)
from schakel.network.views.describing import areas, edit, put_area
from schakel.network.views.obligations import (
    add_obligation,
    answer_obligation,
    report_obligation,
    withdraw_obligation,
)
from schakel.network.views.partners import add_partner, change_partner, edit_partner, partners
from schakel.network.views.people import end_membership, people

__all__ = [
    "about",
    "add_agreement",
    "add_obligation",
    "add_partner",
    "add_party",
    "agreement",
    "agreement_difference",
    "agreement_text",
    "agreements",
    "answer_obligation",
    "areas",
    "change_agreement",
    "change_partner",
    "edit",
    "edit_partner",
    "end_membership",
    "partners",
    "people",
    "put_area",
    "renew_agreement",
    "report_obligation",
    "sign",
    "withdraw_obligation",
    "write_articles",
]
