"""The rules of initiatives as values: stages and steps, gates and verdicts, ideas, ratings, plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.governance.rules import STAGE_WORDS, DecisionType
from schakel.initiatives import rules
from schakel.initiatives.rules import (
    ACTIVE,
    CLOSED,
    NEXT,
    PX_STAGES,
    VERDICTS,
    CriterionFacts,
    Gate,
    Need,
    RaterState,
    Stage,
    SystemAnswer,
    Terms,
)
from schakel.web.states import look

TODAY = date(2026, 11, 23)
ANSWERS = {
    "title": "Eén nummer",
    "problem": "Niemand weet wie te bellen.",
    "proposal": "Eén nummer.",
    "benefit": "Rust.",
    "who_joins": "Ziekenhuis en huisartsen.",
    "contact": "a@voorbeeld.test",
}

# ------------------------------------------------------------------------------------ stages


def test_every_stage_has_its_steps_and_its_public_words():
    assert set(NEXT) == set(Stage)
    assert set(rules.PUBLIC_LABEL) == set(Stage)
    assert set(STAGE_WORDS) == set(Stage.values)
    # a mandate names a step as the chain on every page does
    assert {stage: str(words) for stage, words in STAGE_WORDS.items()} == {
        stage: str(look(stage).word).lower() for stage in Stage.values
    }


def test_only_closed_stages_are_dead_ends_and_most_of_them_really_end():
    dead_ends = {stage for stage, steps in NEXT.items() if not steps}
    assert dead_ends == {Stage.EXPLORED, Stage.STOPPED, Stage.MERGED, Stage.REFERRED}
    assert dead_ends < CLOSED


def test_every_stage_can_be_reached_from_a_draft():
    assert rules.reachable([Stage.DRAFT]) == frozenset(Stage)


@pytest.mark.parametrize("stage", sorted(ACTIVE))
def test_every_active_stage_can_end_be_parked_and_come_back(stage):
    assert rules.reachable([stage]) & {Stage.FINISHED, Stage.EXPLORED}
    assert Stage.PARKED in NEXT[stage]
    assert stage in NEXT[Stage.PARKED]


def test_stopping_is_for_after_screening_and_parking_for_what_runs():
    assert {s for s in Stage if Stage.STOPPED in NEXT[s]} == (ACTIVE - {Stage.SCREENING}) | {Stage.PARKED}
    assert {s for s in Stage if Stage.PARKED in NEXT[s]} == ACTIVE


def test_a_step_that_is_not_allowed_says_so():
    assert rules.why_not_move(Stage.SUBMITTED, Stage.SCREENING) is None
    assert rules.why_not_move(Stage.SUBMITTED, Stage.PILOT) == "Van “Ingediend” kan dit niet naar “Pilot”."


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later_stays_within_the_month(day, months, later):
    assert rules.months_later(day, months) == later


def test_a_stage_normally_ends_some_day_or_as_planned():
    assert rules.normally_until(Stage.SCREENING, TODAY) == date(2027, 1, 18)
    assert rules.normally_until(Stage.EXPLORATION, TODAY) == date(2027, 2, 23)
    assert rules.normally_until(Stage.PILOT, TODAY) is None


@pytest.mark.parametrize(
    ("stage", "left_from", "position", "is_now"),
    [
        (Stage.SUBMITTED, "", 1, True),
        (Stage.EXPLORATION, "", 3, True),
        (Stage.AWAITING_FUNDING, "", 4, True),
        (Stage.FINISHED, "", 8, True),
        (Stage.PARKED, "preparation", 4, False),
        (Stage.STOPPED, "pilot", 5, False),
        (Stage.STOPPED, "", 2, False),
        (Stage.EXPLORED, "", 3, False),
        (Stage.REJECTED, "", 2, False),
        (Stage.MERGED, "", 1, False),
    ],
)
def test_the_chain_shows_where_an_initiative_stands_or_where_it_left(stage, left_from, position, is_now):
    rings = rules.chain(stage, left_from)
    assert rules.chain_position(stage, left_from) == position
    assert [ring.state for ring in rings].count("now") == is_now
    assert all(ring.state == "done" for ring in rings[: position - 1])
    assert all(ring.state == "next" for ring in rings[position:])
    assert rings[position - 1].state == ("now" if is_now else "done")


def test_the_chain_has_eight_rings_with_the_gates_between_them():
    rings = rules.chain(Stage.PILOT)
    assert [ring.label for ring in rings] == [
        "Idee", "Screening", "Verkenning", "Plan", "Pilot", "Invoering", "Borging", "Klaar",
    ]  # fmt: skip
    assert [ring.gate for ring in rings] == ["", "P0", "P1", "P2", "P3", "P4", "P5", "P6"]


# ------------------------------------------------------------------------------------ gates


def test_every_gate_is_a_type_of_decision_and_says_what_it_asks_and_who_decides():
    assert set(Gate.values) <= set(DecisionType.values)
    assert set(rules.QUESTION) == set(rules.DECIDES) == set(VERDICTS) == set(Gate)


def test_every_verdict_leads_along_an_allowed_step():
    for stage in Stage:
        for gate in Gate:
            for one in rules.verdicts_for(gate, stage):
                # What waits for money can be approved again: it waits on, and the year begins anew.
                for to in one.moves_to - {stage if one.code == "await_funding" else None}:
                    assert to in NEXT[stage], f"{gate} {one.code}: {stage} → {to}"


def test_every_verdict_can_be_found_by_its_code_and_needs_only_fields_that_exist():
    for gate, offered in VERDICTS.items():
        assert len({one.code for one in offered}) == len(offered)
        for one in offered:
            assert rules.verdict(gate, one.code) is one
            assert one.needs <= set(Need)
            assert all(hasattr(Terms(), need.value) for need in one.needs)
    assert rules.verdict(Gate.P1, "prepare_project") is None


def test_a_gate_belongs_to_a_stage():
    assert rules.gates_for(Stage.SUBMITTED) == []
    assert rules.gates_for(Stage.SCREENING) == [Gate.P1, Gate.PX]
    assert rules.gates_for(Stage.PREPARATION) == [Gate.P3, Gate.PX]
    assert rules.gates_for(Stage.PARKED) == [Gate.PX]
    assert rules.gates_for(Stage.REJECTED) == [Gate.PX]
    assert rules.gates_for(Stage.STOPPED) == []
    assert rules.verdicts_for(Gate.P2, Stage.SCREENING) == ()
    assert [one.code for one in rules.verdicts_for(Gate.PX, Stage.PARKED)] == ["resume", "stop"]
    assert [one.code for one in rules.verdicts_for(Gate.PX, Stage.REJECTED)] == ["uphold"]
    assert set(PX_STAGES) == {one.code for one in VERDICTS[Gate.PX]}


def test_parking_needs_a_reason_and_a_day_within_a_year():
    park = rules.verdict(Gate.P1, "park")
    lacks = rules.missing_terms(park, Terms(), today=TODAY)
    assert set(lacks) == {"wake_on", "public_reason"}
    late = Terms(wake_on=date(2027, 11, 24), public_reason="Nu geen mensen.")
    assert "twaalf maanden" in rules.missing_terms(park, late, today=TODAY)["wake_on"]
    past = Terms(wake_on=TODAY, public_reason="Nu geen mensen.")
    assert "na vandaag" in rules.missing_terms(park, past, today=TODAY)["wake_on"]
    good = Terms(wake_on=date(2027, 11, 23), public_reason="Nu geen mensen.")
    assert rules.missing_terms(park, good, today=TODAY) == {}


@pytest.mark.parametrize(
    ("gate", "code"), [("p1", "reject"), ("p2", "stop"), ("p2", "explored"), ("px", "stop")]
)
def test_a_no_needs_a_reason_that_everyone_may_read(gate, code):
    one = rules.verdict(Gate(gate), code)
    assert set(rules.missing_terms(one, Terms(public_reason="  "), today=TODAY)) == {"public_reason"}
    assert rules.missing_terms(one, Terms(public_reason="Het loopt al."), today=TODAY) == {}


def test_exploring_needs_who_and_until_when():
    explore = rules.verdict(Gate.P1, "explore")
    assert set(rules.missing_terms(explore, Terms(), today=TODAY)) == {"explorer", "due_on"}
    past = Terms(explorer="iemand", due_on=TODAY)
    assert set(rules.missing_terms(explore, past, today=TODAY)) == {"due_on"}
    assert rules.missing_terms(explore, Terms(explorer="iemand", due_on=date(2027, 1, 1)), today=TODAY) == {}


def test_a_project_needs_a_phase_of_one_or_two():
    prepare = rules.verdict(Gate.P2, "prepare_project")
    terms = {"lead": "iemand", "commissioner": "de groep"}
    assert set(rules.missing_terms(prepare, Terms(**terms), today=TODAY)) == {"phase"}
    assert set(rules.missing_terms(prepare, Terms(**terms, phase=3), today=TODAY)) == {"phase"}
    assert rules.missing_terms(prepare, Terms(**terms, phase=2), today=TODAY) == {}


def test_start_with_conditions_needs_a_condition():
    one = rules.verdict(Gate.P3, "start_with_conditions")
    assert set(rules.missing_terms(one, Terms(), today=TODAY)) == {"n_conditions"}
    assert rules.missing_terms(one, Terms(n_conditions=1), today=TODAY) == {}


def go(gate, code, **facts):
    given = {"stage": Stage.PREPARATION, "return_stage": "", "is_project": True, "needs_pilot": True, **facts}
    return rules.destination(rules.verdict(Gate(gate), code), **given)


def test_where_a_verdict_leads():
    assert go("p3", "start") == Stage.PILOT
    assert go("p3", "start_with_conditions", needs_pilot=False) == Stage.EXECUTION
    assert go("p3", "start", is_project=False) == Stage.EXECUTION
    assert go("p3", "redo") == Stage.PREPARATION
    assert go("p1", "escalate", stage=Stage.SCREENING) == Stage.SCREENING
    assert go("px", "resume", stage=Stage.PARKED, return_stage="exploration") == Stage.EXPLORATION
    assert go("p1", "reject", stage=Stage.SCREENING) == Stage.REJECTED


# ------------------------------------------------------------------------------------ ideas


def test_a_full_idea_has_no_errors():
    assert rules.answer_errors(ANSWERS) == {}
    assert rules.answer_errors({}, is_draft=True) == {}


def test_each_answer_that_lacks_or_is_too_long_says_so():
    assert set(rules.answer_errors({})) == set(ANSWERS)
    long = rules.answer_errors({**ANSWERS, "title": "x" * 201})
    assert long == {"title": "Dit is 201 tekens lang; er passen er 200. Maak het korter."}


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw met BSN 111222333 belde.",
        "Nummer 111.222.333 staat in het dossier.",
        "111 222 333",
        "geboren op 12 maart 1941",
        "geb. 12-03-1941",
        "Geboortedatum: 12/3/41",
        "patiëntnummer 0012345",
        "cliëntnr: A12345",
    ],
)
def test_data_about_one_patient_is_refused_at_its_field(text):
    errors = rules.answer_errors({**ANSWERS, "problem": text})
    assert list(errors) == ["problem"]
    assert "Haal" in errors["problem"]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06 12345678 of 074-2501234.",
        "+31 612345672",
        "123456789",
        "Wij hebben 1000 patiënten, geboren voor 1950.",
        "Kamer 12.3.1941 bestaat niet.",
        "000000000",
    ],
)
def test_ordinary_numbers_are_no_patient_data(text):
    assert rules.why_not_text(text) is None


@given(st.integers(0, 999_999_999))
def test_the_eleven_test_agrees_with_its_formula(number):
    digits = f"{number:09d}"
    total = sum(w * int(d) for w, d in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    assert rules.is_bsn(digits) == (total % 11 == 0 and number != 0)


@pytest.mark.parametrize("text", ["12345678", "1112223334", "11122233a", "١١١٢٢٢٣٣٣"])
def test_what_is_not_nine_digits_is_no_bsn(text):
    assert not rules.is_bsn(text)


def test_signs_that_nobody_types_on_purpose_are_left_out():
    assert rules.clean_text("  a\x00b\u202ec\r\nd\ud800  ") == "abc\nd\N{REPLACEMENT CHARACTER}"
    assert rules.answer_errors({**ANSWERS, "title": "\x00 \u200b"}) == {"title": "Geef uw idee een naam."}


@given(st.text())
def test_clean_text_is_stable_and_can_be_stored(text):
    clean = rules.clean_text(text)
    assert rules.clean_text(clean) == clean
    assert "\x00" not in clean
    clean.encode()


def test_the_promised_answer_is_ten_working_days_later():
    assert rules.promised_answer(date(2026, 11, 18)) == date(2026, 12, 2)
    assert rules.promised_answer(date(2026, 12, 18)) == date(2027, 1, 5)


# ------------------------------------------------------------------------------------ screening

LATER, EARLIER = date(2026, 12, 1), date(2026, 11, 20)


def rater(*, done=False, recused=False, due=LATER):
    return RaterState(uuid4(), due, is_done=done or recused, is_recused=recused)


@pytest.mark.parametrize(
    ("raters", "opened"),
    [
        ([], False),
        ([rater(done=True), rater()], False),
        ([rater(done=True), rater(done=True)], True),
        ([rater(done=True), rater(recused=True)], True),
        ([rater(done=True), rater(due=EARLIER)], True),
        ([rater(done=True), rater(due=TODAY)], False),
        ([rater(done=True), rater(due=EARLIER), rater()], False),
    ],
)
def test_scores_open_when_everyone_who_counts_is_done_or_the_day_has_passed(raters, opened):
    assert rules.scores_are_open(raters, today=TODAY) is opened


def test_three_answers_are_enough_or_all_when_there_are_fewer_raters():
    assert rules.enough_scores([rater(done=True)] * 3 + [rater()] * 2)
    assert not rules.enough_scores([rater(done=True)] * 2 + [rater()] * 2)
    assert rules.enough_scores([rater(done=True)] * 2 + [rater(recused=True)])
    assert not rules.enough_scores([rater(recused=True)])
    assert not rules.enough_scores([])


def test_a_tally_of_scores_gives_median_spread_and_disagreement():
    assert rules.tally_of_scores([]).spread is None
    tally = rules.tally_of_scores([2, 5, 4])
    assert (tally.n, tally.median, tally.spread, tally.disagree) == (3, 4, 3, True)
    assert not rules.tally_of_scores([3, 4, 5]).disagree


def test_a_tally_of_words_disagrees_when_yes_meets_no():
    tally = rules.tally_of_words(["yes", "no", "not_yet", "yes"])
    assert (tally.n_yes, tally.n_no, tally.n_not_yet, tally.disagree) == (2, 1, 1, True)
    assert not rules.tally_of_words(["yes", "not_yet"]).disagree


def test_the_weighed_total_waits_for_every_weighed_criterion():
    assert rules.weighed_total({"A": 4, "B": 2}, {"A": 3, "B": 1}) == pytest.approx(3.5)
    assert rules.weighed_total({"A": 4}, {"A": 3, "B": 1}) is None
    assert rules.weighed_total({}, {"A": 0}) is None


@pytest.mark.parametrize(
    ("partners", "value", "words"),
    [
        ([], "not_yet", "nog geen partij"),
        (["ZGT", "ZGT"], "not_yet", "Alleen ZGT"),
        (["ZGT", "MST"], "yes", "2 partijen doen mee: ZGT, MST."),
    ],
)
def test_the_system_itself_counts_the_partners(partners, value, words):
    answer = rules.at_least_two_partners(partners)
    assert answer.value == value
    assert words in answer.words


YES_NO = CriterionFacts(uuid4(), "C1")
BY_SYSTEM = CriterionFacts(uuid4(), "C5", rule="at_least_two_partners")
WEIGHED = CriterionFacts(uuid4(), "W1", takes_score=True)


def test_each_answer_on_a_criterion_is_checked():
    criteria = [YES_NO, BY_SYSTEM, WEIGHED]
    good = {YES_NO.id: {"value": "yes", "reason": "Ja, want."}, WEIGHED.id: {"score": 4}}
    assert rules.answer_problems(criteria, good) == {}
    assert set(rules.answer_problems(criteria, {})) == {"C1", "W1"}
    no_reason = {**good, YES_NO.id: {"value": "no", "reason": " "}}
    assert rules.answer_problems(criteria, no_reason) == {"C1": "Schrijf op waarom."}
    for score in (0, 6, "4", None):
        assert set(rules.answer_problems(criteria, {**good, WEIGHED.id: {"score": score}})) == {"W1"}
    assert set(rules.answer_problems(criteria, {**good, uuid4(): {}})) == {"*"}


def test_criteria_are_confirmed_when_every_yes_or_no_is_yes():
    criteria = [YES_NO, BY_SYSTEM, WEIGHED]
    two = {"at_least_two_partners": SystemAnswer("yes", "")}
    assert rules.why_not_confirmed(criteria, {YES_NO.id: "yes"}, two) is None
    assert "C1" in rules.why_not_confirmed(criteria, {YES_NO.id: "not_yet"}, two)
    one = {"at_least_two_partners": SystemAnswer("not_yet", "")}
    assert "C5" in rules.why_not_confirmed(criteria, {YES_NO.id: "yes"}, one)


# ------------------------------------------------------------------------------------ plans


def plan(**changes):
    content = {
        "summary": "Richt één nummer in.",
        "result": "Het nummer werkt.",
        "communication": "Een brief.",
        "low_literacy": "Een kaart met plaatjes.",
        "needs_pilot": True,
        "goals": [
            {"key": "g", "text": "Minder", "measure": "%", "target": "10", "due_on": "2027-01-01", "owner": "A"}
        ],
        "activities": [{"key": "a", "text": "Doen", "owner": "A", "starts_on": None, "due_on": None}],
        "milestones": [
            {
                "key": "m", "kind": "result", "text": "Open", "debtor": "ZGT", "due_on": "2027-01-01",
                "evidence": "Brief", "payment_share_percent": "60.00",
            }
        ],
        "budget_lines": [
            {
                "key": "b", "cost_type": "staff", "text": "Zuster", "year": 2027, "amount_eur": "1250.50", "hours": 10,
                "funding_source": "Menzis", "partner": "Menzis",
            }
        ],
        "risks": [{"key": "r", "text": "Te weinig", "likelihood": "low", "measure": "Werven", "owner": "A"}],
        "roles": [{"key": "o", "name": "Trekker", "who": "A"}],
        "commitments": [],
    }  # fmt: skip
    return {**content, **changes}


def parts_of(findings):
    return {finding.part for finding in findings}


def test_a_good_plan_has_no_findings():
    assert rules.lint(plan()) == []


def test_an_empty_plan_lacks_everything_that_matters():
    assert parts_of(rules.lint({})) == {
        "summary", "result", "goals", "activities", "milestones", "risks", "roles", "communication", "low_literacy",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("part", "row", "words"),
    [
        ("goals", {"key": "g", "text": "Minder"}, "nog geen maat"),
        ("activities", {"key": "a", "text": "Doen"}, "nog geen eigenaar"),
        (
            "activities",
            {"key": "a", "text": "Doen", "owner": "A", "starts_on": "2027-02-01", "due_on": "2027-01-01"},
            "voordat zij begint",
        ),
        ("milestones", {"key": "m", "text": "Open"}, "welke partner"),
        (
            "milestones",
            {
                "text": "O",
                "debtor": "Z",
                "due_on": "2027-01-01",
                "evidence": "B",
                "payment_share_percent": "101",
            },
            "meer dan 100 %",
        ),
        ("budget_lines", {"key": "b", "text": "Zuster", "amount_eur": "1"}, "waar het geld vandaan komt"),
        ("budget_lines", {"key": "b", "text": "Z", "funding_source": "M"}, "geen bedrag"),
        ("risks", {"key": "r", "text": "Te weinig"}, "nog niet wat u eraan doet"),
    ],
)
def test_each_weak_row_is_named_with_what_it_lacks(part, row, words):
    findings = rules.lint(plan(**{part: [row]}))
    assert parts_of(findings) == {part}
    assert any(words in finding.words for finding in findings)


def test_a_light_plan_needs_less_but_stays_light():
    light = {"summary": "Taak", "result": "Klaar", "goals": plan()["goals"]}
    assert rules.lint(light, is_light=True) == []
    heavy = {**light, "needs_pilot": True, "budget_lines": [{"amount_eur": "5000.01"}]}
    assert parts_of(rules.lint(heavy, is_light=True)) == {"needs_pilot", "budget_lines"}


def test_money_is_added_per_source_and_hours_are_not_money():
    content = {
        "budget_lines": [
            {"amount_eur": "100.00", "funding_source": "A", "hours": 5},
            {"amount_eur": "50.50", "funding_source": "B"},
            {"amount_eur": "1.00", "funding_source": "A"},
            {"amount_eur": None, "hours": 40},
        ]
    }
    assert rules.amount_eur(content) == Decimal("151.50")
    assert rules.money_per_source(content) == {"A": Decimal("101.00"), "B": Decimal("50.50")}
    assert rules.amount_eur({}) == 0
    assert rules.money_per_source({}) == {}


def test_the_hash_changes_with_any_letter_and_with_nothing_else():
    assert rules.hash_of(plan()) == rules.hash_of(dict(reversed(plan().items())))
    assert rules.hash_of(plan()) != rules.hash_of(plan(summary="Richt één nummer in!"))
    assert len(rules.hash_of({})) == 64


def test_the_difference_between_two_versions_reads_row_by_row():
    before = plan()
    after = plan(
        summary="Richt twee nummers in.",
        needs_pilot=False,
        risks=[],
        roles=[*plan()["roles"], {"key": "n", "name": "Zuster", "who": ""}],
        budget_lines=[{**plan()["budget_lines"][0], "amount_eur": "2000.00", "cost_type": "it"}],
        milestones=[{**plan()["milestones"][0], "due_on": "2027-03-01", "kind": "effort"}],
    )
    changes = {(change.part, change.about): change for change in rules.difference(before, after)}
    assert changes[("Opdracht in het kort", "")].after == "Richt twee nummers in."
    assert (changes[("Begint met een pilot", "")].before, changes[("Begint met een pilot", "")].after) == (
        "ja",
        "nee",
    )
    assert changes[("Risico’s", "Te weinig")].is_gone
    assert changes[("Rollen", "Zuster")].is_new
    money = changes[("Begroting", "Zuster")]
    assert money.before.startswith("Personeel · Zuster")
    assert "€\xa01.250,50" in money.before
    assert "10 uur" in money.before
    assert money.after.startswith("ICT")
    milestone = changes[("Mijlpalen", "Open")]
    assert "1 januari 2027" in milestone.before
    assert milestone.after.startswith("inspanning")
    assert len(changes) == 6
    assert rules.difference(before, before) == []


def test_a_frozen_plan_does_not_change():
    assert rules.why_not_change_frozen(False) is None
    assert "nieuwe versie" in rules.why_not_change_frozen(True)
