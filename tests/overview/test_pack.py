"""Everything for a meeting in one PDF: the agenda, and of each point what its members must have read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from schakel.documents.actions import add_document
from schakel.documents.paper import Heading, NewPage, Text
from schakel.documents.rules import Subject
from schakel.governance import actions
from schakel.governance.models import Condition, Meeting
from schakel.governance.rules import AgendaKind, DecisionType, NewCondition
from schakel.governance.rules import Subject as About
from schakel.initiatives.actions import make_dossier, make_growth_dossier
from schakel.initiatives.rules import Stage
from schakel.network.rules import Role
from schakel.overview.queries import pack
from tests.documents.test_pdf import bookmarks
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, decide, looking, make_decision, make_mandate, make_meeting
from tests.factories.initiatives import (
    explored,
    fresh,
    invite,
    make_idea,
    make_initiative,
    propose,
    rate,
    through,
)
from tests.factories.jobs import printed
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(scene) -> Meeting:
    return make_meeting(scene.group, timezone.now() + timedelta(days=9))


def about(initiative) -> About:
    return About("initiative", initiative.pk, f"{initiative.number} {initiative.title}")


def put(scene, meeting: Meeting, kind: str, title: str, **more) -> None:
    with looking(scene.group.secretary) as secretary:
        actions.add_agenda_item(scene.body, by=secretary, kind=kind, title=title, meeting=meeting, **more)


def chapters(scene, meeting: Meeting) -> dict[str, list[str]]:
    """What stands in each chapter: the smaller headings and the texts."""
    with looking(scene.lead) as lead:
        meeting = Meeting.objects.select_related("body", "network").get(pk=meeting.pk)
        paper = pack.meeting_pack(lead, meeting, timezone.localdate())
    found: dict[str, list[str]] = {}
    title = ""
    for part in paper.parts:
        if isinstance(part, Heading) and part.level == 1:
            title = part.text
            found[title] = []
        elif isinstance(part, Heading | Text):
            found[title].append(part.text)
    return found


def test_a_point_that_asks_a_decision_has_the_cover_memo_on_a_page_of_its_own(scene, in_exploration, meeting):
    explored(scene, in_exploration)
    propose(scene, in_exploration, "p2", "prepare_project", meeting=meeting)
    with looking(scene.lead) as lead:
        made = make_dossier(fresh(in_exploration), by=lead)
    browser = Browser(scene.network, scene.lead)
    here = f"overleggen/{meeting.number}/"
    assert "Alle stukken bij de agenda, </span>PDF" in text(browser.get(here))
    document = printed(browser, f"{here}stukken.pdf")
    chapter = next(one for one in bookmarks(document) if one.startswith("Punt 1: "))
    assert bookmarks(document) == ["Punten", "Leden", chapter]
    told = chapters(scene, meeting)[chapter]
    for said in ("Gevraagd besluit", "Waarom", "Wat nog ontbreekt", "Mandaat", "Dossier"):
        assert said in told
    assert "Het voorstel" not in told  # the memo has it
    assert f"/initiatieven/{in_exploration.number}/dossier/{made.number}/" in told[-1]
    assert in_exploration.problem in told
    first = document.pages[0].extract_text()
    assert "Gevraagd besluit" not in first


def test_any_other_point_about_an_initiative_has_its_summary_once(scene, in_pilot, meeting):
    put(scene, meeting, AgendaKind.DISCUSSION, "Hoe loopt het?", subject=about(in_pilot))
    put(scene, meeting, AgendaKind.REPORT, "Nog iets", note="Kort graag.", subject=about(in_pilot))
    told = chapters(scene, meeting)
    assert "Waar het om gaat" in told["Punt 1: Hoe loopt het?"]
    assert told["Punt 2: Nog iets"] == [
        "Mededeling. Kort graag.",
        f"{in_pilot.number} {in_pilot.title} staat bij een eerder punt.",
    ]


def test_a_proposal_without_a_gate_is_told_and_what_was_decided_says_so(scene, meeting):
    asked = make_decision(scene.group, title="Koop een bord", proposal="Voor de gang.", meeting=meeting)
    told = chapters(scene, meeting)[f"Punt 1: {asked.title}"]
    assert told[1:] == ["Het voorstel", f"Voorstel {asked.number}: Koop een bord.", "Voor de gang."]
    now = make_meeting(scene.group)
    other = make_decision(scene.group, title="Koop een stoel", meeting=now)
    decide(scene.group, other, "fff", reason="De oude is stuk.")
    told = chapters(scene, now)[f"Punt 1: {other.title}"]
    assert "Reden: De oude is stuk." in told
    assert "Het voorstel" not in told


def test_a_condition_says_who_does_what_and_when(scene, meeting):
    today = timezone.localdate()
    late = NewCondition("Regel het vervoer", today - timedelta(days=1), owner_name="De trekker")
    decision = make_decision(scene.group, conditions=[late])
    decide(scene.group, decision, "fff")
    with as_platform(scene.network):
        condition = Condition.objects.get()
    put(scene, meeting, AgendaKind.CONDITION, "Vervoer", condition=condition)
    told = chapters(scene, meeting)["Punt 1: Vervoer"]
    assert told[1] == "De voorwaarde"
    assert told[2].startswith("Regel het vervoer (De trekker, uiterlijk ")
    assert told[2].endswith(f"{decision.number})")


def test_what_is_parked_asks_whether_it_resumes(scene, meeting):
    parked = through(scene, make_initiative(scene, Stage.SCREENING), "p1", "park")
    put(scene, meeting, AgendaKind.PARKED, "Hervatten?", subject=about(parked))
    told = chapters(scene, meeting)["Punt 1: Hervatten?"]
    assert told[:3] == ["Hervatten of niet.", f"{parked.number} {parked.title}", "Waar het om gaat"]


def test_documents_of_the_meeting_are_named_with_their_address(scene, meeting):
    with looking(scene.group.secretary) as secretary:
        add_document(
            Subject.MEETING, meeting, by=secretary, name="cijfers.csv", data=b"a;b\n1;2\n", title="Cijfers"
        )
    with looking(scene.lead) as lead:
        meeting = Meeting.objects.select_related("body", "network").get(pk=meeting.pk)
        paper = pack.meeting_pack(lead, meeting, timezone.localdate())
    *_before, page, heading, points = paper.parts
    assert (page, heading) == (NewPage(), Heading("Documenten bij dit overleg"))
    assert points.points[0].startswith("Cijfers: http")


def test_only_so_many_are_told_in_full(scene, meeting, monkeypatch):
    monkeypatch.setattr(pack, "MOST_TOLD", 1)
    first, second = make_idea(scene), make_idea(scene)
    for one in (first, second):
        put(scene, meeting, AgendaKind.DISCUSSION, one.number, subject=about(one))
    told = chapters(scene, meeting)
    assert "Waar het om gaat" in told[f"Punt 1: {first.number}"]
    [_kind, words] = told[f"Punt 2: {second.number}"]
    assert words.startswith(f"Alles over {second.number}: http")


def test_it_costs_no_more_than_it_says(scene, in_exploration, meeting):
    def cost() -> int:
        with looking(scene.lead) as lead, CaptureQueriesContext(connection) as asked:
            pack.meeting_pack(lead, Meeting.objects.select_related("body", "network").get(pk=meeting.pk),
                              timezone.localdate())  # fmt: skip
        return len(asked)

    bare = cost()
    assert bare <= 11
    explored(scene, in_exploration)
    propose(scene, in_exploration, "p2", "prepare_project", meeting=meeting)
    one = cost()
    assert one - bare <= 36
    put(scene, meeting, AgendaKind.DISCUSSION, "Hoe loopt het?", subject=about(make_idea(scene)))
    assert cost() - one <= 30


def test_after_screening_the_answers_of_the_raters_cost_no_more_than_that(scene, in_screening, meeting):
    invite(scene, in_screening)
    rate(scene, in_screening, *scene.group.people)
    propose(scene, in_screening, "p1", "explore", meeting=meeting)
    with looking(scene.group.secretary) as secretary, CaptureQueriesContext(connection) as asked:
        found = Meeting.objects.select_related("body", "network").get(pk=meeting.pk)
        paper = pack.meeting_pack(secretary, found, timezone.localdate())
    assert "Beoordeling" in {part.text for part in paper.parts if isinstance(part, Heading)}
    assert len(asked) <= 11 + 36


def test_what_was_decided_costs_the_same_however_many_conditions_it_has(scene):
    now, today = make_meeting(scene.group), timezone.localdate()

    def cost() -> int:
        partners = [make_partner(scene.network), make_partner(scene.network)]
        conditions = [NewCondition("Regel het", today, owner_partner=one) for one in partners]
        decision = make_decision(scene.group, meeting=now, conditions=conditions)
        decide(scene.group, decision, "fff")
        with looking(scene.lead) as lead, CaptureQueriesContext(connection) as asked:
            found = Meeting.objects.select_related("body", "network").get(pk=now.pk)
            paper = pack.meeting_pack(lead, found, today)
        assert "Voorwaarden:" in {part.text for part in paper.parts if isinstance(part, Text)}
        return len(asked)

    one = cost()
    assert cost() == one <= 12


def test_it_is_for_who_is_a_member_here(scene, meeting):
    stranger = Browser(scene.network, make_member(make_network(), Role.MANAGER))
    assert stranger.post(f"overleggen/{meeting.number}/stukken.pdf").status_code == 404
    member = Browser(scene.network, make_member(scene.network, Role.READER))
    assert member.post("overleggen/O-1999-001/stukken.pdf").status_code == 404
    assert member.get(f"overleggen/{meeting.number}/stukken.pdf").status_code == 405


def test_a_growth_step_names_the_dossier_of_the_network_itself(scene, meeting):
    make_mandate(scene.group.body, DecisionType.GROWTH_STEP)
    with looking(scene.group.chair) as chair:
        asked = actions.propose_growth_step(
            scene.group.body, by=chair, proposal="Wij willen verder.", amount_eur=None, meeting=meeting
        )
        made = make_growth_dossier(scene.network, by=chair)
    told = chapters(scene, meeting)[f"Punt 1: {asked.title}"]
    assert told[-2] == "Dossier"
    assert f"/groeipad/bewijs/{made.number}/" in told[-1]


def test_the_minutes_that_the_group_adopts_stand_behind_the_agenda(scene, meeting):
    with looking(scene.group.secretary) as secretary:
        held = make_meeting(scene.group)
        held = actions.close_meeting(held, by=secretary)
        actions.write_minutes(held, by=secretary, text="1. Opening\n\nIedereen was er.")
        actions.put_owed_on_agenda(meeting, by=secretary)
    said = chapters(scene, meeting)[f"Punt 1: Verslag vaststellen van {held.number}"]
    assert [line for line in said if line in {"1. Opening", "Iedereen was er."}] == [
        "1. Opening",
        "Iedereen was er.",
    ]
    assert any("Dit is een concept." in line for line in said)
