"""Readings of initiatives, for their own pages and for the apps above."""

from schakel.initiatives.queries.answers import answer_for, answer_templates
from schakel.initiatives.queries.cards import Card, CardFacts, card
from schakel.initiatives.queries.charge import in_charge_of
from schakel.initiatives.queries.comparing import Comparable, comparable
from schakel.initiatives.queries.detail import (
    Author,
    Detail,
    ExploredTopic,
    Told,
    changes_since,
    detail,
    explored_topics,
    find,
    merged_to,
    story,
)
from schakel.initiatives.queries.due import (
    DueItem,
    agenda_points,
    due_for_bodies,
    due_for_body,
)
from schakel.initiatives.queries.editions import edition_differences
from schakel.initiatives.queries.embedding import (
    EmbeddingOverview,
    EmbeddingPage,
    becoming_care,
    embedding_of,
    embedding_overview,
    lessons,
)
from schakel.initiatives.queries.exploration import (
    ExplorationPage,
    FactorRow,
    LawRow,
    ViewRow,
    exploration_of,
)
from schakel.initiatives.queries.followed import Followed, followed_by_themes
from schakel.initiatives.queries.following import RiskRow, Running, risks_of, running
from schakel.initiatives.queries.gate_lists import (
    ListName,
    ListPage,
    differences,
    gate_list,
    gate_lists,
    list_name,
    list_names,
    own_points,
    shown_points,
    who_keeps,
)
from schakel.initiatives.queries.intake import (
    IntakeItem,
    Lookalike,
    draft_of,
    intake,
    lookalikes,
    my_drafts,
)
from schakel.initiatives.queries.kept_views import portfolio_views
from schakel.initiatives.queries.measures import MeasurePlan, MeasureRow, measures_of
from schakel.initiatives.queries.money import LineStand, Money, Waiting, funding_stand, money_of
from schakel.initiatives.queries.needs import NeedsMe, needs_me, turn
from schakel.initiatives.queries.planning import (
    PlanPage,
    PromiseRow,
    plan_difference,
    plan_of,
    promises_of,
)
from schakel.initiatives.queries.portfolio import (
    Portfolio,
    StageCount,
    board,
    n_initiatives,
    pipeline,
    portfolio,
)
from schakel.initiatives.queries.raters import missed_raters, rater_seats
from schakel.initiatives.queries.screening import (
    BoardRow,
    CriterionRow,
    GivenAnswer,
    RaterRow,
    Round,
    ScoreTask,
    my_scoring,
    round_of,
    screening_board,
)
from schakel.initiatives.queries.stated import StatedFigures, stated_figures
from schakel.initiatives.queries.surveys import Questionnaire, questionnaires
from schakel.initiatives.queries.talk import NoteVersion, find_note, note_draft, notes, versions_of_note
from schakel.initiatives.queries.value import ValuePage, value_of
from schakel.initiatives.queries.waiting import effect_waits_for

__all__ = [
    "Author",
    "BoardRow",
    "Card",
    "CardFacts",
    "Comparable",
    "CriterionRow",
    "Detail",
    "DueItem",
    "EmbeddingOverview",
    "EmbeddingPage",
    "ExplorationPage",
    "ExploredTopic",
    "FactorRow",
    "Followed",
    "GivenAnswer",
    "IntakeItem",
    "LawRow",
    "LineStand",
    "ListName",
    "ListPage",
    "Lookalike",
    "MeasurePlan",
    "MeasureRow",
    "Money",
    "NeedsMe",
    "NoteVersion",
    "PlanPage",
    "Portfolio",
    "PromiseRow",
    "Questionnaire",
    "RaterRow",
    "RiskRow",
    "Round",
    "Running",
    "ScoreTask",
    "StageCount",
    "StatedFigures",
    "Told",
    "ValuePage",
    "ViewRow",
    "Waiting",
    "agenda_points",
    "answer_for",
    "answer_templates",
    "becoming_care",
    "board",
    "card",
    "changes_since",
    "comparable",
    "detail",
    "differences",
    "draft_of",
    "due_for_bodies",
    "due_for_body",
    "edition_differences",
    "effect_waits_for",
    "embedding_of",
    "embedding_overview",
    "exploration_of",
    "explored_topics",
    "find",
    "find_note",
    "followed_by_themes",
    "funding_stand",
    "gate_list",
    "gate_lists",
    "in_charge_of",
    "intake",
    "lessons",
    "list_name",
    "list_names",
    "lookalikes",
    "measures_of",
    "merged_to",
    "missed_raters",
    "money_of",
    "my_drafts",
    "my_scoring",
    "n_initiatives",
    "needs_me",
    "note_draft",
    "notes",
    "own_points",
    "pipeline",
    "plan_difference",
    "plan_of",
    "portfolio",
    "portfolio_views",
    "promises_of",
    "questionnaires",
    "rater_seats",
    "risks_of",
    "round_of",
    "running",
    "screening_board",
    "shown_points",
    "stated_figures",
    "story",
    "turn",
    "value_of",
    "versions_of_note",
    "who_keeps",
]
