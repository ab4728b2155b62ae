"""Every change to an initiative: permission, rule, write, story and journal in one transaction."""

from schakel.initiatives.actions.aftercare import record_remeasurement
from schakel.initiatives.actions.answers import drop_answer, keep_answer
from schakel.initiatives.actions.archiving import make_archive, start_archive
from schakel.initiatives.actions.charge import put_in_charge
from schakel.initiatives.actions.commitments import (
    accept_amendment,
    amend_commitment,
    ask_commitment,
    confirm_commitment,
    decline_commitment,
    release_commitment,
    withdraw_commitment,
)
from schakel.initiatives.actions.deciding import ProposedTerms, amend_proposal, name_topic, propose
from schakel.initiatives.actions.dossiers import (
    SET_DOSSIER,
    NotYet,
    make_dossier,
    make_growth_dossier,
    set_dossier,
)
from schakel.initiatives.actions.editions import move_edition
from schakel.initiatives.actions.embedding import (
    answer_embedding,
    ask_line_owner,
    hand_over_line_owner,
    record_adoption,
    share_lesson,
    withdraw_line_owner,
    write_embedding,
    write_report,
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
from schakel.initiatives.actions.following import ask_for_updates, give_update, put_risk
from schakel.initiatives.actions.funding import (
    close_funding_line,
    correct_award,
    put_funding_line,
    record_award,
)
from schakel.initiatives.actions.gate_lists import answer_point, checked_list, publish_list
from schakel.initiatives.actions.halting import halt
from schakel.initiatives.actions.history import PastEvent, PastInitiative, record_historic_initiative
from schakel.initiatives.actions.ideas import (
    amend_idea,
    begin_from_bottleneck,
    choose_areas,
    choose_partners,
    discard_draft,
    link_successor,
    save_draft,
    submit_for_resident,
    submit_idea,
)
from schakel.initiatives.actions.intake import ask_more, follow_referral, merge, refer, screen
from schakel.initiatives.actions.keeping import tell
from schakel.initiatives.actions.kept_views import change_view, drop_view, keep_view, open_first
from schakel.initiatives.actions.measures import (
    ask_verdict,
    claim_effect,
    drop_measure,
    explain_no_baseline,
    follow_measure,
    judge_effects,
)
from schakel.initiatives.actions.planning import (
    begin_plan,
    freeze_plan,
    has_other_plan,
    write_part,
    write_plan,
)
from schakel.initiatives.actions.screening import assess, invite_raters, record_confirmation, recuse
from schakel.initiatives.actions.settling import settle
from schakel.initiatives.actions.spending import record_spending
from schakel.initiatives.actions.surveys import drop_survey, enter_survey
from schakel.initiatives.actions.talk import change_note, save_note_draft, withdraw_note, write_note
from schakel.initiatives.actions.value import (
    WORK_OUT_VALUE,
    add_value_line,
    choose_value,
    drop_value_line,
    enter_value_groups,
    load_value_calculation,
    work_out_value,
)

__all__ = [
    "SET_DOSSIER",
    "WORK_OUT_VALUE",
    "NotYet",
    "PastEvent",
    "PastInitiative",
    "ProposedTerms",
    "accept_amendment",
    "add_value_line",
    "amend_commitment",
    "amend_idea",
    "amend_proposal",
    "answer_embedding",
    "answer_point",
    "answer_question",
    "appoint",
    "ask_commitment",
    "ask_for_updates",
    "ask_line_owner",
    "ask_more",
    "ask_verdict",
    "assess",
    "begin_from_bottleneck",
    "begin_plan",
    "bring_before",
    "change_note",
    "change_view",
    "checked_list",
    "choose_areas",
    "choose_partners",
    "choose_value",
    "claim_effect",
    "close_funding_line",
    "confirm_commitment",
    "correct_award",
    "decline_commitment",
    "discard_draft",
    "drop_answer",
    "drop_measure",
    "drop_survey",
    "drop_value_line",
    "drop_view",
    "enter_survey",
    "enter_value_groups",
    "explain_no_baseline",
    "follow_measure",
    "follow_referral",
    "freeze_plan",
    "give_update",
    "give_view",
    "halt",
    "hand_over_line_owner",
    "has_other_plan",
    "invite_raters",
    "judge_effects",
    "keep_answer",
    "keep_view",
    "link_successor",
    "load_value_calculation",
    "make_archive",
    "make_dossier",
    "make_growth_dossier",
    "merge",
    "move_edition",
    "name_topic",
    "open_first",
    "plan_exploration",
    "propose",
    "publish_list",
    "put_funding_line",
    "put_in_charge",
    "put_risk",
    "record_adoption",
    "record_award",
    "record_confirmation",
    "record_historic_initiative",
    "record_remeasurement",
    "record_spending",
    "recuse",
    "refer",
    "release_commitment",
    "save_draft",
    "save_note_draft",
    "save_view",
    "screen",
    "set_dossier",
    "settle",
    "share_lesson",
    "start_archive",
    "submit_for_resident",
    "submit_idea",
    "tell",
    "withdraw_commitment",
    "withdraw_line_owner",
    "withdraw_note",
    "work_out_value",
    "write_embedding",
    "write_exploration",
    "write_factors",
    "write_note",
    "write_options",
    "write_part",
    "write_payer_effects",
    "write_plan",
    "write_report",
]
