"""P3, P4 and P5 read the figures; and an initiative keeps the edition of the lists with which it began."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.gates import CHECKS, State, checklist, template, templates
from schakel.initiatives.gates.followed import Course
from schakel.initiatives.models import Initiative, Measure
from schakel.initiatives.rules import Gate, Stage, editions, newest_edition, version_in, why_not_edition
from schakel.initiatives.views.gate_card import MENDED_ON
from schakel.journal.models import Entry
from schakel.measuring.models import Value
from schakel.measuring.rules.periods import between, ended_on, is_late, late_on, moved
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.embedding import report
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    N_AFTER,
    N_BEFORE,
    Scene,
    confirm_all,
    fill_months,
    freeze,
    fresh,
    full_plan,
    make_idea,
    make_initiative,
    measured,
    propose,
    soon,
    through,
)
from tests.factories.measuring import make_indicator, make_series
from tests.worlds import world

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


@world
def planned(scene: Scene) -> Initiative:
    """A plan that is frozen and confirmed, with a whole measure plan."""
    initiative = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, initiative)
    confirm_all(scene, initiative)
    freeze(scene, initiative)
    return fresh(initiative)


@world
def pilot(scene: Scene) -> Initiative:
    """A pilot that reported, eight months after its start, with figures and a verdict."""
    initiative = measured(scene, make_initiative(scene, Stage.PILOT))
    report(scene, initiative, "pilot")
    return fresh(initiative)


def points(initiative: Initiative, gate: str = "") -> dict:
    with as_platform(initiative.network):
        found = checklist(fresh(initiative), today=TODAY(), gate=gate)
    return {point.code: point for point in found.points}


def refused_because(scene: Scene, initiative: Initiative, gate: str, verdict: str, words: str) -> None:
    condition = NewCondition("Tel elke maand.", soon(30), owner_name="Trekker")
    terms = ProposedTerms(funding_line=None, conditions=(condition,))
    with pytest.raises(Refused, match=words):
        propose(scene, initiative, gate, verdict, terms=terms)


# --------------------------------------------------------------------------- rules


def test_a_figure_is_late_a_month_after_its_period():
    assert ended_on("month", date(2026, 9, 1)) == date(2026, 10, 1)
    assert late_on("quarter", date(2026, 7, 1)) == date(2026, 11, 1)
    assert not is_late("year", date(2025, 1, 1), date(2026, 1, 31))
    assert is_late("year", date(2025, 1, 1), date(2026, 2, 1))


@given(
    st.sampled_from(["month", "quarter", "year"]),
    st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    st.integers(0, 2000),
)
def test_what_is_expected_lies_wholly_after_the_start_and_is_late_today(kind, started_on, days):
    today = started_on + timedelta(days=days)
    course = Course(kind, started_on, None, None, {}, None)
    expected = course.expected(today)
    assert all(on >= started_on and is_late(kind, on, today) for on in expected)
    assert expected == sorted(set(expected))
    if expected:
        assert moved(kind, expected[0], -1) < started_on
        assert not is_late(kind, moved(kind, expected[-1], 1), today)
        assert expected == between(kind, expected[0], expected[-1])
    assert course.n_there(expected) == 0
    assert Course(kind, None, None, None, {}, None).expected(today) == []


def test_the_month_of_the_start_is_no_measurement_since_the_start():
    def measured_in(*months: int) -> bool:
        values = {date(2026, on, 1): Value(value=Decimal(5)) for on in months}
        return Course("month", date(2026, 5, 26), None, None, values, None).is_measured

    assert not measured_in()
    assert not measured_in(4, 5)
    assert measured_in(5, 6)
    assert not Course(
        "month", None, None, None, {date(2026, 6, 1): Value(value=Decimal(5))}, None
    ).is_measured


def test_an_edition_names_a_version_that_is_there_of_every_gate_and_never_an_older_one():
    known = {(one.gate if one.track == "full" else f"{one.gate}-light", one.version) for one in templates()}
    for before, after in zip((None, *editions()), editions(), strict=False):
        assert set(after.versions.items()) <= known
        assert set(after.versions) == {gate for gate, _version in known}
        assert after.changes
        if before is not None:
            assert after.number == before.number + 1
            assert all(after.versions[gate] >= version for gate, version in before.versions.items())
    assert newest_edition() == editions()[-1].number
    assert version_in(99, "p3", is_light=False) is None


def test_an_edition_only_gets_newer():
    assert why_not_edition(1, 2) is None
    assert "volgt deze editie al" in why_not_edition(2, 2)
    assert "minder vragen" in why_not_edition(2, 1)
    assert "is er niet" in why_not_edition(1, 99)


def test_every_open_point_leads_to_where_it_is_mended():
    without = {"answers_complete", "no_patient_data", "no_lookalikes"}
    assert set(MENDED_ON) == set(CHECKS) - without


# --------------------------------------------------------------------------- P3


def test_a_start_needs_measure_plan_baseline_and_promise(scene, planned):
    assert {points(planned)[code].state for code in ("measures", "baseline", "claim")} == {State.READY}
    with as_platform(scene.network):
        balancing = Measure.objects.get(kind="balancing")
        process = Measure.objects.get(kind="process")
    with looking(scene.lead) as lead:
        actions.drop_measure(balancing, by=lead)
    found = points(planned)
    assert (found["measures"].state, found["baseline"].state) == (State.PARTLY, State.READY)
    assert "Er ontbreekt nog een indicator voor: balans" in found["measures"].words
    for verdict in ("start", "start_with_conditions"):
        refused_because(scene, planned, "p3", verdict, "Er ontbreekt nog een indicator voor: balans")
    with looking(scene.lead) as lead:
        actions.drop_measure(process, by=lead)
    assert "proces en balans" in points(planned)["measures"].words


def test_a_light_assignment_follows_a_figure_about_the_process_and_needs_no_more(scene):
    initiative = make_initiative(scene, Stage.PREPARATION, kind="process_assignment")
    lacks = {"outcome": "Er ontbreekt nog een indicator voor: proces.", "process": None}
    for kind, state in (("outcome", "partly"), ("process", "ready")):
        series = make_series(scene.network, make_indicator(scene.network, f"Cijfer {kind}", kind=kind))
        with looking(scene.lead) as lead:
            actions.follow_measure(initiative, by=lead, series=series, kind=kind, target=Decimal(5))
            assert queries.measures_of(lead, fresh(initiative)).lacks == lacks[kind]
        assert points(initiative)["process"].state == state


def test_without_a_baseline_the_plan_says_why_not(scene, planned):
    with as_platform(scene.network):
        measure = Measure.objects.get(kind="balancing")
    with looking(scene.lead) as lead:
        with pytest.raises(Refused, match="staat een nulmeting op slot"):
            actions.explain_no_baseline(measure, by=lead, reason="Niemand telde dit.")
        actions.drop_measure(measure, by=lead)
    bare = make_series(scene.network, make_indicator(scene.network, "Klachten", kind="balancing", target="1"))
    with looking(scene.lead) as lead:
        measure = actions.follow_measure(planned, by=lead, series=bare, kind="balancing", target=None)
    found = points(planned)["baseline"]
    assert (found.state, found.who) == (State.PARTLY, "Trekker")
    assert "Nog niet: Klachten. Zet de nulmeting op slot, of schrijf op waarom er geen is." in found.words
    refused_because(
        scene, planned, "p3", "start", "De nulmeting staat op slot, of er staat waarom niet: 1 van 2 op slot"
    )
    lead = Browser(scene.network, scene.lead)
    at = f"initiatieven/{planned.number}/meten/"
    assert "Schrijf op waarom" in text(lead.get(at))
    assert lead.post(f"{at}{measure.pk}/geen-nulmeting/", reason="").status_code == 422
    assert lead.post(f"{at}{measure.pk}/geen-nulmeting/", reason="Niemand telde dit.").status_code == 302
    assert "Verander de reden" in text(lead.get(at))
    found = points(planned)["baseline"]
    assert (found.state, found.words) == (
        State.READY,
        "1 van 2 op slot. Geen nulmeting bij Klachten: Niemand telde dit.",
    )
    with looking(scene.lead) as person:
        process = Measure.objects.get(kind="process")
        with pytest.raises(Refused, match="geen nulmeting nodig"):
            actions.explain_no_baseline(process, by=person, reason="x")
        with pytest.raises(Refused, match="Schrijf op waarom er geen nulmeting is"):
            actions.explain_no_baseline(measure, by=person, reason=" ")
    with looking(scene.directors[0]) as other, pytest.raises(Refused):
        actions.explain_no_baseline(measure, by=other, reason="x")


def test_an_outcome_without_a_promise_holds_the_start(scene, in_preparation):
    assert {points(in_preparation)[code].words for code in ("measures", "baseline", "claim")} == {
        "Er is nog geen meetplan."
    }
    full_plan(scene, in_preparation)
    with as_platform(scene.network):
        outcome = Measure.objects.get(kind="outcome")
    with looking(scene.lead) as lead:
        other = actions.follow_measure(
            make_initiative(scene, Stage.PREPARATION),
            by=lead,
            series=outcome.series,
            kind="outcome",
            target=None,
        )
    found = points(other.initiative)
    assert found["claim"].words == "Bij Heropnames is nog geen effect beloofd."
    assert points(in_preparation)["claim"].words.startswith("Heropnames: 6 maanden na de start minstens 5")


# --------------------------------------------------------------------------- P4 and P5


def test_a_go_rests_on_figures_a_verdict_and_the_balance(scene, pilot):
    found = points(pilot)
    assert {found[code].state for code in ("measured", "complete", "verdict", "balance")} == {State.READY}
    assert "Heropnames: gehaald" in found["verdict"].words
    assert through(scene, pilot, "p4", "go").stage == Stage.EXECUTION


def test_nothing_measured_is_no_go_and_says_whose_turn_it_is(scene, in_pilot):
    report(scene, in_pilot, "pilot")
    found = points(in_pilot)
    assert (found["measured"].state, found["measured"].who) == (State.NOT_BEGUN, "Ziekenhuis")
    assert "de eerste hele periode na de start" in found["complete"].words
    assert "nog niet te zeggen: de afgesproken periode" in found["verdict"].words
    assert "niet of te weinig gemeten" in found["balance"].words
    refused_because(scene, in_pilot, "p4", "go", "Elk cijfer is gemeten sinds de start")
    refused_because(scene, in_pilot, "p4", "go_with_conditions", "Sinds de start is er geen cijfer")
    shown = text(Browser(scene.network, scene.lead).get(f"initiatieven/{in_pilot.number}/poort/"))
    assert "Naar het meetplan" in shown


def test_holes_in_the_figures_hold_a_go_and_not_a_go_with_conditions(scene, pilot):
    with time_machine.travel(timezone.now() + timedelta(days=150), tick=False):
        found = points(pilot)["complete"]
        assert (found.state, found.who) == (State.NOT_BEGUN, "Ziekenhuis")
        assert "Gebeld na ontslag: 8 van 1" in found.words
        refused_because(scene, pilot, "p4", "go", "De cijfers zijn volledig")
        condition = NewCondition("Vul de cijfers aan.", soon(30), owner_name="Trekker")
        terms = ProposedTerms(conditions=(condition,))
        assert propose(scene, pilot, "p4", "go_with_conditions", terms=terms)


def test_a_worse_balance_is_told_and_holds_a_go(scene):
    pilot = measured(scene, make_initiative(scene, Stage.PILOT), balance=60)
    report(scene, pilot, "pilot")
    found = points(pilot)["balance"]
    assert (found.state, found.words) == (State.MISSING, "Slechter geworden: Drukte in de wijk.")
    refused_because(scene, pilot, "p4", "go", "Slechter geworden")


def test_new_figures_ask_a_new_verdict(scene, pilot):
    assert points(pilot, "p5")["verdict"].state == State.READY
    with as_platform(scene.network):
        series = Measure.objects.named().get(kind="outcome").series
    fill_months(series, [22], until=-(N_AFTER + N_BEFORE + 1))
    found = points(pilot, "p5")["verdict"]
    assert (found.state, found.words) == (
        State.NOT_BEGUN,
        "Heropnames: er zijn nieuwe cijfers, het oordeel moet opnieuw.",
    )


def test_since_the_start_a_whole_measure_plan_stays_whole(scene, pilot):
    with as_platform(scene.network):
        balancing = Measure.objects.select_related("initiative__network").get(kind="balancing")
    with looking(scene.lead) as lead, pytest.raises(Refused, match="van elke soort één cijfer"):
        actions.drop_measure(balancing, by=lead)


# --------------------------------------------------------------------------- editions


def test_what_began_earlier_keeps_its_lists_until_somebody_moves_it(scene):
    initiative = make_initiative(scene, Stage.PREPARATION, edition=1)
    assert "baseline" not in points(initiative)
    with looking(scene.group.secretary) as secretary:
        asked = {one.gate: one for one in queries.edition_differences(fresh(initiative), 2)}
        assert list(asked) == [Gate.P3, Gate.P4, Gate.P5]
        assert "De nulmeting staat op slot, of er staat waarom niet" in asked[Gate.P3].more
        assert asked[Gate.P3].no_more == ()
        with pytest.raises(Refused, match="Schrijf op waarom"):
            actions.move_edition(initiative, by=secretary, edition=2, reason=" ")
        moved_on = actions.move_edition(initiative, by=secretary, edition=2, reason="Wij willen het weten.")
        assert moved_on.gate_edition == 2
        with pytest.raises(Refused, match="volgt deze editie al"):
            actions.move_edition(initiative, by=secretary, edition=2, reason="Nog eens.")
        with pytest.raises(Refused, match="minder vragen"):
            actions.move_edition(initiative, by=secretary, edition=1, reason="Terug.")
    assert "baseline" in points(initiative)
    with as_platform(scene.network):
        entry = Entry.objects.get(verb="moved to gate edition")
        assert (entry.data, entry.reason) == ({"from": 1, "to": 2}, "Wij willen het weten.")
        with pytest.raises(DatabaseError), transaction.atomic():
            Initiative.objects.filter(pk=initiative.pk).update(gate_edition=1)


def test_who_brings_it_before_the_group_moves_it_and_not_while_a_proposal_lies_there(scene):
    initiative = make_initiative(scene, Stage.PREPARATION, edition=1)
    for person in (scene.lead, scene.directors[0], scene.submitter):
        with looking(person) as by, pytest.raises(Refused):
            actions.move_edition(initiative, by=by, edition=2, reason="Beter.")
    full_plan(scene, initiative)
    confirm_all(scene, initiative)
    freeze(scene, initiative)
    decision = propose(scene, initiative, "p3", "start")
    assert (decision.dossier["version"], decision.dossier["edition"]) == (2, 1)
    with looking(scene.group.chair) as chair, pytest.raises(Refused, match="ligt een voorstel"):
        actions.move_edition(initiative, by=chair, edition=2, reason="Beter.")
    idea = make_idea(scene, edition=1)
    with looking(scene.manager) as manager:
        assert actions.move_edition(idea, by=manager, edition=2, reason="Nieuw.").gate_edition == 2
        actions.refer(idea, by=manager, to="Elders", reason="Hoort daar.")
    with looking(scene.manager) as manager, pytest.raises(Refused, match="Er komt geen poort meer"):
        actions.move_edition(idea, by=manager, edition=2, reason="Nieuw.")


def test_the_page_tells_the_edition_and_what_a_newer_one_asks(scene):
    initiative = make_initiative(scene, Stage.PREPARATION, edition=1)
    at = f"initiatieven/{initiative.number}/poort/"
    reader, secretary = Browser(scene.network, scene.lead), Browser(scene.network, scene.group.secretary)
    assert "Poortlijst: versie 2, editie 1." in text(reader.get(at))
    assert "kunnen het overzetten" in text(reader.get(at))
    assert reader.get(f"{at}editie/").status_code == 403
    shown = text(secretary.get(f"{at}editie/"))
    assert "De nulmeting staat op slot" in shown
    assert secretary.post(f"{at}editie/", reason="").status_code == 422
    assert secretary.post(f"{at}editie/", reason="Wij willen het weten.").status_code == 302
    assert "Dit is de nieuwste editie." in text(reader.get(at))
    assert secretary.get(f"{at}editie/").status_code == 403
    story = text(reader.get(f"initiatieven/{initiative.number}/"))
    assert f"De poorten volgen nu editie {newest_edition()} van de poortlijsten" in story


def test_what_is_parked_is_told_what_changes_from_where_it_comes_back(scene):
    initiative = through(scene, make_initiative(scene, Stage.EXPLORATION, edition=1), "p2", "park")
    with looking(scene.manager):
        assert [one.gate for one in queries.edition_differences(initiative, 2)] == [Gate.P3, Gate.P4, Gate.P5]
        assert queries.edition_differences(initiative, 1) == []


# --------------------------------------------------------------------------- faults that these stories find


def test_each_check_of_figures_holds_its_verdict(scene, monkeypatch):
    """With one check that says "ready" whatever is there, a pilot without any figure goes one point further."""
    pilot = make_initiative(scene, Stage.PILOT)
    report(scene, pilot, "pilot")
    found = import_module("schakel.initiatives.gates.found")
    form = template("p4", edition=newest_edition())
    held = {item.check for item in form.items if "go" in item.needed_for}
    figures = {"measured_since_start", "figures_complete", "claims_judged", "balance_kept"}
    assert figures <= held
    with as_platform(scene.network):
        before = checklist(fresh(pilot), today=TODAY())
        for name in figures:
            with monkeypatch.context() as patch:
                patch.setitem(CHECKS, name, lambda evidence: found.ready("Ja."))
                after = checklist(fresh(pilot), today=TODAY())
            assert len(before.lacking("go")) - len(after.lacking("go")) == 1, f"{name} holds nothing"
