"""Checklists that compute themselves: from reviewed text, with evidence, and nothing ticked beforehand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from schakel.initiatives import actions, gates
from schakel.initiatives.gates import CHECKS, Evidence, State, checklist, lookalikes, template, templates
from schakel.initiatives.models import Exploration, Initiative
from schakel.initiatives.rules import Gate, Stage, newest_edition, verdict
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    confirm_all,
    explored,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    make_scene,
    rate,
    soon,
)

TODAY = timezone.localdate


def points(initiative: Initiative, gate: str = "", today: date | None = None) -> dict[str, gates.Point]:
    with as_platform(initiative.network):
        found = checklist(fresh(initiative), today=today or TODAY(), gate=gate)
    return {point.code: point for point in found.points}


def states(initiative: Initiative, gate: str = "") -> dict[str, str]:
    return {code: point.state for code, point in points(initiative, gate).items()}


# ------------------------------------------------------------------------------------ templates


@pytest.mark.parametrize("form", templates(), ids=lambda form: f"{form.gate}-{form.track}-{form.version}")
def test_a_checklist_asks_only_what_can_be_checked_and_names_real_verdicts(form):
    assert {item.check for item in form.items} <= set(CHECKS)
    assert len({item.code for item in form.items}) == len(form.items)
    for item in form.items:
        assert all(verdict(Gate(form.gate), code) for code in item.needed_for)
    assert form.question.endswith("?")
    assert form.reviewed_on < form.review_before
    assert form.authored_by
    assert form.checked_by


def test_every_check_is_asked_somewhere():
    assert {item.check for form in templates() for item in form.items} == set(CHECKS)


def test_a_gate_has_its_newest_version_and_a_light_form_when_there_is_one():
    newest = newest_edition()
    assert template("p3", edition=newest).track == "full"
    assert template("p3", edition=newest, is_light=True).track == "light"
    assert template("p2", edition=newest, is_light=True).track == "full"
    assert [template("p3", edition=one).version for one in (1, 2)] == [2, 3]
    assert template("p2", edition=99) is None
    assert template("px", edition=newest) is None


# ------------------------------------------------------------------------------------ P0 and P1


@pytest.mark.django_db
def test_the_intake_finds_what_resembles_it(scene):
    first = make_idea(scene)
    assert states(first) == {"answers": "ready", "no_patient_data": "ready", "lookalikes": "ready"}
    second = make_idea(scene, answers={"title": "Een telefoonnummer na een beroerte"})
    found = points(second)["lookalikes"]
    assert found.state == "partly"
    assert first.number in found.words
    assert list(states(second)) == ["lookalikes", "answers", "no_patient_data"]


@pytest.mark.django_db
def test_an_idea_from_elsewhere_may_lack_answers_or_hold_patient_data(scene):
    idea = make_idea(scene)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=idea.pk).update(benefit="", problem="BSN 111222333", submitted_by=None)
    found = points(idea)
    assert (found["answers"].state, found["answers"].words) == ("partly", "1 antwoord ontbreekt nog.")
    assert found["no_patient_data"].state == "missing"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("telefoonnummer na een beroerte", True),
        ("1 telefoon nummer na beroerte", True),
        ("eén nummer met een verpleegkundige die mensen kent", True),
        ("valpreventie met de wijkverpleging", False),
        ("nummer", False),
        ("logopedie voor kleuters in de voorschool", False),
    ],
)
def test_typing_finds_what_is_alike_and_little_else(typed, is_found, scene):
    idea = make_idea(scene)
    with looking(scene.submitter):
        found = lookalikes(scene.network, typed)
    assert [one.number for one in found] == ([idea.number] if is_found else [])


#: Ideas as people write them, with what they may find and what they must not find.
KNOWN = (
    ("Een kijkje bij de voordeur tegen vallen", "Losse kleedjes en een trap zonder licht.", "Bij het eerste bezoek "
     "lopen wij samen door het huis."),
    ("Een tijdelijk bed zonder rondbellen", "De huisarts belt acht huizen.", "Eén lijst met vrije bedden."),
    ("De medicijnlijst klopt bij thuiskomst", "Na ontslag uit het ziekenhuis klopt hij niet.", "De apotheek belt."),
    ("Eén app voor de hele streek", "Afspraken staan in vier apps.", "Eén app met alle afspraken en recepten."),
    ("Drukte op zaterdag", "Op zaterdag zit de spoedeisende hulp vol.", "Kijk waar mensen vandaan komen."),
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Huisbezoek om vallen te voorkomen", "kijkje"),
        ("Vallen voorkomen met een kijkje in huis", "kijkje"),
        ("Een tijdelijk bed voor ouderen die niet naar huis kunnen", "tijdelijk bed"),
        ("Medicijnen controleren bij ontslag uit het ziekenhuis", "medicijnlijst"),
        ("Een app met alle afspraken van de patiënt", "app"),
        ("Drukte op de spoedeisende hulp in het weekend", "Drukte"),
        ("Warme overdracht van ziekenhuis naar huis", ""),
        ("Eén nummer voor de wijkverpleging", ""),
        ("Eerder naar huis na een heupoperatie", ""),
        ("Samen eten in de buurt", ""),
        ("De huisarts overlegt met de psychiater", ""),
        ("Zorg voor mensen zonder papieren", ""),
        ("Een vaste tandarts voor mensen in het verpleeghuis", ""),
        ("Palliatieve zorg thuis: één plan", ""),
        ("Zorg voor mensen met elkaar", ""),
    ],
)
def test_look_alikes_are_few_and_right(typed, found):
    scene = make_scene()
    for title, problem, proposal in KNOWN:
        make_idea(scene, answers={"title": title, "problem": problem, "proposal": proposal})
    with looking(scene.submitter):
        titles = [one.title for one in lookalikes(scene.network, typed)]
    assert len(titles) == bool(found)
    assert not found or found in titles[0]


@pytest.mark.django_db
def test_nothing_of_another_network_looks_alike():
    make_idea(make_scene())
    scene = make_scene()
    with looking(scene.submitter):
        assert lookalikes(scene.network, "Eén telefoonnummer na een beroerte") == []


@pytest.mark.django_db
def test_screening_counts_who_answered_and_names_who_did_not(scene, in_screening):
    assert states(in_screening) == {"scores": "not_begun", "partners": "not_begun", "criteria": "ready"}
    invite(scene, in_screening)
    rate(scene, in_screening, scene.group.chair)
    found = points(in_screening)["scores"]
    assert (found.state, found.who.count("Persoon")) == ("partly", 2)
    assert found.words == "1 van 3 beoordelaars zijn klaar. Nodig zijn er 3."
    with looking(scene.group.people[1]) as member:
        actions.recuse(in_screening, by=member, reason="Eigen belang.")
    rate(scene, in_screening, scene.group.people[2])
    assert (
        points(in_screening)["scores"].words == "2 van 2 beoordelaars zijn klaar. 1 deed niet mee: betrokken."
    )
    assert states(in_screening)["scores"] == "ready"
    with looking(scene.manager) as manager:
        actions.choose_partners(fresh(in_screening), by=manager, partners={scene.partners[0]: "participant"})
    assert states(in_screening)["partners"] == "partly"
    with looking(scene.manager) as manager:
        actions.choose_partners(
            fresh(in_screening), by=manager, partners=dict.fromkeys(scene.partners[:2], "participant")
        )
    assert points(in_screening)["partners"].words == "Ziekenhuis en Huisartsen doen mee."


@pytest.mark.django_db
def test_when_everyone_stands_aside_someone_else_is_needed(scene, in_screening):
    invite(scene, in_screening)
    for person in scene.group.people:
        with looking(person):
            actions.recuse(in_screening, by=person, reason="Eigen belang.")
    assert points(in_screening)["scores"].state == "missing"


@pytest.mark.django_db
def test_a_network_without_criteria_hears_so(scene, in_screening):
    with as_platform(scene.network):
        type(scene.criteria).objects.update(valid_from="2020-01-01", valid_until="2020-01-02")
    assert states(in_screening)["criteria"] == "missing"
    assert states(in_screening, "p2")["criteria"] == "missing"


# ------------------------------------------------------------------------------------ P2


@pytest.mark.django_db
def test_nothing_of_an_exploration_is_ticked_beforehand(scene, in_exploration):
    assert set(states(in_exploration).values()) == {"not_begun"}
    assert all(point.who or point.code in {"views", "criteria"} for point in points(in_exploration).values())


@pytest.mark.django_db
def test_an_idea_that_was_never_explored_has_nothing_either(scene, in_screening):
    assert set(states(in_screening, "p2").values()) == {"not_begun"}


@pytest.mark.django_db
def test_a_full_exploration_lacks_only_the_views_of_who_did_not_answer_and_the_factors(scene, in_exploration):
    exploration = explored(scene, in_exploration)
    found = points(in_exploration)
    assert {code for code, point in found.items() if not point.is_ready} == {"views", "factors"}
    assert (found["views"].state, found["views"].who) == ("partly", "Verzekeraar")
    assert found["willing"].words == "Ziekenhuis en Huisartsen willen meedoen."
    with looking(scene.directors[2]) as director:
        actions.give_view(
            exploration,
            by=director,
            partner=scene.partners[2],
            interest="x",
            worry="",
            willingness="maybe",
            contribution="",
        )
    with looking(scene.lead) as lead:
        kinds = ["people", "data", "technology", "finance", "logistics"]
        actions.write_factors(exploration, by=lead, rows=[{"kind": kinds[0], "helps": "x"}])
    assert states(in_exploration)["factors"] == "partly"
    with looking(scene.lead) as lead:
        actions.write_factors(exploration, by=lead, rows=[{"kind": kind, "hinders": "x"} for kind in kinds])
    with as_platform(scene.network):
        whole = checklist(fresh(in_exploration), today=TODAY())
    assert (whole.n, whole.n_ready, whole.is_complete, whole.is_amber) == (11, 11, True, False)
    assert whole.why_not("prepare_project") is None


@pytest.mark.django_db
def test_half_an_exploration_says_what_it_still_lacks(scene, in_exploration):
    with as_platform(scene.network):
        exploration = Exploration.objects.select_related("initiative__network", "network").get()
    with looking(scene.lead) as lead:
        actions.plan_exploration(exploration, by=lead, due_on=soon(), questions=["Hoe vaak?", "Waar?"])
        actions.answer_question(exploration.questions.first(), by=lead, answer="Elke week.")
        actions.write_options(exploration, by=lead, rows=[{"name": "Iets", "pros": "x", "cons": "y"}])
        actions.write_payer_effects(exploration, by=lead, rows=[{"law": "zvw", "pays": "De verzekeraar"}])
    for director, willingness in zip(scene.directors, ["yes", "maybe", "no"], strict=True):
        partner = scene.partners[scene.directors.index(director)]
        with looking(director):
            actions.give_view(
                exploration,
                by=director,
                partner=partner,
                interest="x",
                worry="",
                willingness=willingness,
                contribution="",
            )
    found = points(in_exploration)
    assert {code: point.state for code, point in found.items() if point.state == "partly"}.keys() == {
        "questions", "options", "payers", "willing",
    }  # fmt: skip
    assert found["questions"].words == "1 van 2 vragen zijn beantwoord."
    assert found["willing"].words == "Alleen Ziekenhuis wil meedoen. Misschien: Huisartsen."
    assert "Niets doen is nog niet afgewogen" in found["options"].words
    assert found["views"].state == "ready"


# ------------------------------------------------------------------------------------ P3


@pytest.mark.django_db
def test_a_plan_that_is_not_begun_has_no_point_ready(scene, in_preparation):
    assert set(states(in_preparation).values()) == {"not_begun"}


@pytest.mark.django_db
def test_a_plan_grows_point_by_point_until_it_can_start(scene, in_preparation):
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(in_preparation, by=lead)
        actions.write_plan(plan, by=lead, restricts_competition="yes")
        actions.write_part(plan, by=lead, part="goals", rows=[{"text": "Minder"}])
    found = points(in_preparation)
    assert found["frozen"].state == "partly"
    assert (found["budget"].state, found["budget"].words) == (
        "not_begun",
        "Er staan nog geen kosten of uren in.",
    )
    assert found["quality"].state == "partly"
    assert "Nog" in found["quality"].words
    assert "waarom dat nodig is" in found["competition"].words
    for answer, state in (("unknown", "partly"), ("", "not_begun")):
        with looking(scene.lead) as lead:
            actions.write_plan(plan, by=lead, restricts_competition=answer)
        assert states(in_preparation)["competition"] == state
    with looking(scene.lead) as lead:
        actions.write_plan(
            plan, by=lead, restricts_competition="yes", competition_reason="Zonder kan het niet."
        )
    assert states(in_preparation)["competition"] == "ready"
    full_plan(scene, in_preparation)
    found = points(in_preparation)
    assert (found["commitments"].state, found["commitments"].who) == ("missing", "Ziekenhuis")
    assert found["budget"].words == "€\xa020.000: €\xa020.000 Verzekeraar."
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    assert set(states(in_preparation).values()) == {"ready"}


@pytest.mark.django_db
def test_promises_tell_who_said_no_and_who_must_still_answer(scene, in_preparation):
    asked = []
    for partner in scene.partners:
        with looking(scene.lead) as lead:
            actions.begin_plan(in_preparation, by=lead)
            asked.append(
                actions.ask_commitment(
                    in_preparation,
                    by=lead,
                    partner=partner,
                    kind="hours",
                    amount=10,
                    text="Uren",
                    due_on=soon(9),
                )
            )
    with looking(scene.directors[0]) as director:
        actions.confirm_commitment(asked[0], by=director)
    with looking(scene.directors[1]) as director:
        actions.decline_commitment(asked[1], by=director, answer="Geen mensen.")
    found = points(in_preparation)["commitments"]
    assert found.state == "partly"
    assert found.words == "1 van 3 toezeggingen zijn bevestigd. Nee van Huisartsen."
    assert (found.who, found.due_on) == ("Verzekeraar", soon(9))


@pytest.mark.django_db
def test_a_frozen_plan_without_money_or_promises_says_so(scene, in_preparation):
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(in_preparation, by=lead)
        actions.write_plan(plan, by=lead, summary="Kort.")
        actions.freeze_plan(plan, by=lead)
    found = points(in_preparation)
    assert found["budget"].words == "Het plan vraagt geen geld."
    assert found["commitments"].state == "not_begun"


@pytest.mark.django_db
def test_the_light_track_asks_task_owner_result_date_and_one_figure_about_the_process(scene):
    initiative = make_initiative(scene, Stage.PREPARATION, kind="process_assignment")
    assert states(initiative) == {
        "owner": "ready", "frozen": "not_begun", "result": "not_begun", "measure": "not_begun", "light": "not_begun",
        "money": "not_begun", "process": "not_begun",
        "commitments": "not_begun",
    }  # fmt: skip
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(initiative, by=lead)
        actions.write_plan(
            plan, by=lead, summary="Maak een lijst.", result="De lijst hangt er.", needs_pilot=True
        )
    assert states(initiative)["light"] == "partly"
    with looking(scene.lead) as lead:
        actions.write_plan(plan, by=lead, needs_pilot=False)
        goal = {"text": "Minder zoeken", "measure": "min", "target": "5", "due_on": soon(), "owner": "T"}
        actions.write_part(plan, by=lead, part="goals", rows=[goal])
        actions.freeze_plan(plan, by=lead)
    found = states(initiative)
    assert found.pop("process") == "not_begun", "a goal on paper says not that somebody counts"
    assert set(found.values()) == {"ready"}
    with as_platform(scene.network):
        Initiative.objects.filter(pk=initiative.pk).update(commissioner="")
    assert states(initiative)["owner"] == "partly"
    with as_platform(scene.network):
        Initiative.objects.filter(pk=initiative.pk).update(lead=None)
    assert states(initiative)["owner"] == "not_begun"


@pytest.mark.django_db
def test_means_of_a_plan_and_its_promises_are_not_counted_twice(scene, in_preparation):
    full_plan(scene, in_preparation)
    with looking(scene.lead) as lead:
        for partner, kind, amount in (
            (scene.partners[2], "money", 15_000),
            (scene.partners[2], "hours", 5),
            (scene.partners[1], "data", None),
            (scene.partners[1], "money", 100),
        ):
            actions.ask_commitment(
                fresh(in_preparation), by=lead, partner=partner, kind=kind, amount=amount, text="x"
            )
    with looking(scene.directors[1]) as director:
        asked = in_preparation.commitments.select_related("partner", "network").get(
            partner=scene.partners[1], kind="money"
        )
        actions.decline_commitment(asked, by=director, answer="Nee.")
    with as_platform(scene.network):
        evidence = Evidence(fresh(in_preparation), today=TODAY())
        stakes = evidence.stakes
        assert gates.stakes_of([], []) == []
    assert [(str(one.partner), one.amount_eur, one.hours, one.is_funder) for one in stakes] == [
        ("Verzekeraar", 20_000, 5, True),
        ("Ziekenhuis", 0, 60, False),
    ]


@pytest.mark.django_db
def test_an_initiative_without_a_gate_has_no_checklist(scene):
    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.refer(idea, by=manager, to="Elders", reason="Hoort daar.")
    with as_platform(scene.network):
        assert checklist(fresh(idea), today=TODAY()) is None
        assert checklist(fresh(idea), today=TODAY(), gate="px") is None


@pytest.mark.django_db
def test_a_checklist_as_kept_with_a_decision_is_plain_and_whole(
    django_assert_max_num_queries, scene, in_preparation
):
    full_plan(scene, in_preparation)
    today = TODAY() + timedelta(days=1)
    with as_platform(scene.network):
        in_preparation = fresh(in_preparation)
        with django_assert_max_num_queries(20):
            found = checklist(in_preparation, today=today)
    kept = found.as_json()
    assert (kept["gate"], kept["version"], kept["n"], kept["n_ready"]) == ("p3", 3, found.n, found.n_ready)
    assert kept["points"][0]["state"] == State.MISSING
    assert "Dit kan nog niet." in found.why_not("start")
    assert found.why_not("redo") is None
    assert found.lacking("start")
