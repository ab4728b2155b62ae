"""The rules of plans: what is still missing, and what changed between two."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schakel.initiatives import rules


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
