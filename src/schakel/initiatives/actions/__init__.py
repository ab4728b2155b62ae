"""Every change to an initiative: permission, rule, write, story and journal in one transaction."""

from schakel.initiatives.actions.commitments import (
    accept_amendment,
    amend_commitment,
    ask_commitment,
    confirm_commitment,
    decline_commitment,
    release_commitment,
    withdraw_commitment,
)
from schakel.initiatives.actions.deciding import (
    ProposedTerms,
    amend_proposal,
    name_topic,
    propose,
    settle,
)
from schakel.initiatives.actions.escalating import bring_before
from schakel.initiatives.actions.exploring import (
    answer_question,
    appoint,
    give_view,
    plan_exploration,
    save_view,
    write_exploration,
    write_factors,
    write_options,
    write_payer_effects,
)
from schakel.initiatives.actions.history import PastEvent, PastInitiative, record_historic_initiative
from schakel.initiatives.actions.ideas import (
    amend_idea,
    choose_areas,
    choose_partners,
    discard_draft,
    link_successor,
    save_draft,
    submit_for_resident,
    submit_idea,
)
from schakel.initiatives.actions.intake import ask_more, merge, refer, screen
from schakel.initiatives.actions.keeping import tell
from schakel.initiatives.actions.planning import begin_plan, freeze_plan, write_part, write_plan
from schakel.initiatives.actions.screening import assess, invite_raters, record_confirmation, recuse
from schakel.initiatives.actions.talk import change_note, save_note_draft, withdraw_note, write_note

__all__ = [
    "PastEvent",
    "PastInitiative",
    "ProposedTerms",
    "accept_amendment",
    "amend_commitment",
    "amend_idea",
    "amend_proposal",
    "answer_question",
    "appoint",
    "ask_commitment",
    "ask_more",
    "assess",
    "begin_plan",
    "bring_before",
    "change_note",
    "choose_areas",
    "choose_partners",
    "confirm_commitment",
    "decline_commitment",
    "discard_draft",
    "freeze_plan",
    "give_view",
    "invite_raters",
    "link_successor",
    "merge",
    "name_topic",
    "plan_exploration",
    "propose",
    "record_confirmation",
    "record_historic_initiative",
    "recuse",
    "refer",
    "release_commitment",
    "save_draft",
    "save_note_draft",
    "save_view",
    "screen",
    "settle",
    "submit_for_resident",
    "submit_idea",
    "tell",
    "withdraw_commitment",
    "withdraw_note",
    "write_exploration",
    "write_factors",
    "write_note",
    "write_options",
    "write_part",
    "write_payer_effects",
    "write_plan",
]
