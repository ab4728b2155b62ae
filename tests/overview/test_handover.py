"""Leaving (invariant 19): what stays behind is handed over or ended first; the leave is felt in the next request."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from schakel.governance.actions import add_condition
from schakel.governance.models import Condition, ConsentRequest, Seat, SeatTenure
from schakel.initiatives import actions as initiatives
from schakel.initiatives.models import Commitment, LineOwner
from schakel.initiatives.queries import needs_me, turn
from schakel.initiatives.rules import CommitmentKind, CommitmentStatus, Stage
from schakel.jobs.queue import perform
from schakel.network import actions as network
from schakel.network.models import Membership, Partner
from schakel.network.rules import PartnerStatus, Role
from schakel.notices.models import Notice
from schakel.notices.rules import Kind
from schakel.overview.actions import handover
from schakel.overview.queries.handover import open_of_partner, open_of_person
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.embedding import finish
from tests.factories.governance import as_platform, looking, make_decision, make_seat, make_tenure
from tests.factories.initiatives import Scene, fresh, make_idea, make_initiative, make_scene, take_in
from tests.factories.network import make_membership, make_partner

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def scene() -> Scene:
    return make_scene()


def ask_promise(scene: Scene, initiative, partner: Partner) -> Commitment:
    with as_platform(scene.network):
        return Commitment.objects.create(
            network=scene.network, initiative=initiative, partner=partner, kind=CommitmentKind.HOURS, amount=40,
            text="Twee uur per week", asked_at=timezone.now(), status=CommitmentStatus.ASKED,
        )  # fmt: skip


def ask_condition(scene: Scene, **owner) -> Condition:
    decision = make_decision(scene.group)
    with looking(scene.group.secretary) as secretary:
        return add_condition(
            decision, by=secretary, text="Regel de scholing", due_on=TODAY() + timedelta(days=30), **owner
        )


def test_a_person_leaves_only_after_everything_is_handed_over(scene: Scene) -> None:
    person = scene.lead
    seat = make_seat(scene.body, "Wijkzorg")
    tenure = make_tenure(seat, person)
    initiative = take_in(scene, make_idea(scene))
    with looking(scene.manager) as manager:
        initiatives.appoint(initiative, by=manager, lead=person)
    condition = ask_condition(scene, owner_name="trekker")
    browser = Browser(scene.network, scene.manager)
    here = f"mensen/{person.pk}/vertrek/"
    page = text(browser.get(here))
    for words in ("Wijkzorg", initiative.number, "Regel de scholing", "Er staan nog 3 dingen open."):
        assert words in page
    closing = {"on": TODAY().isoformat(), "reason": "Andere baan"}
    assert "Er staan nog 3 dingen open." in text(browser.post(here, **closing))
    heir = scene.submitter
    chosen = {f"seat-{tenure.pk}": str(heir.pk), f"lead-{initiative.pk}": str(heir.pk)}
    assert browser.post(here, why="Gaat weg", **chosen).status_code == 302
    assert fresh(initiative).lead == heir
    with as_platform(scene.network):
        held = SeatTenure.objects.filter(seat=seat).held_on(TODAY()).get()
        assert held.person == heir
    assert "Er staat nog één ding open." in text(browser.get(here))
    assert (
        browser.post(here, why="Gaat weg", **{f"condition-{condition.pk}": str(heir.pk)}).status_code == 302
    )
    with as_platform(scene.network):
        assert Condition.objects.get(pk=condition.pk).owner_name == heir.name
    leaver = Browser(scene.network, person)
    assert leaver.get("").status_code == 200
    assert browser.post(here, **closing).status_code == 302
    assert leaver.get("").status_code == 404  # the very next request
    with as_platform(scene.network):
        assert not Membership.objects.filter(person=person).held_on(TODAY()).exists()


def test_nothing_chosen_or_something_foreign_is_refused_and_nothing_is_half_done(scene: Scene) -> None:
    person = scene.lead
    tenure = make_tenure(make_seat(scene.body, "Wijkzorg"), person)
    browser = Browser(scene.network, scene.manager)
    here = f"mensen/{person.pk}/vertrek/"
    assert "Kies bij minstens één regel" in text(browser.post(here, why="Gaat weg"))
    # Who already has a voting seat here cannot take a second one; the first deed is undone with it.
    seated = scene.group.people[1]
    refused = browser.post(here, why="Gaat weg", **{f"seat-{tenure.pk}": str(seated.pk)})
    assert "al een zetel met stem" in text(refused)
    with as_platform(scene.network):
        tenure.refresh_from_db()
        assert tenure.until_on is None
    assert browser.post(here, why="", **{f"seat-{tenure.pk}": "einde"}).status_code == 422
    with looking(scene.manager) as manager:
        things = open_of_person(scene.network, person, manager, TODAY())
        for answers in ({"seat-niets": None}, {"lead-niets": person}):
            with pytest.raises(Refused, match="niet meer open"):
                handover.hand_over(scene.network, by=manager, things=things, answers=answers, reason="Weg")
        with pytest.raises(Refused, match="Schrijf op waarom"):
            handover.hand_over(scene.network, by=manager, things=things, answers={}, reason=" ")
    assert browser.post(here, why="Weg", **{f"seat-{tenure.pk}": "einde"}).status_code == 302
    assert "Er staat niets meer open" in text(browser.get(here))


def test_the_only_voice_of_a_partner_stays_until_somebody_else_speaks(scene: Scene) -> None:
    partner, director = scene.partners[0], scene.directors[0]
    decision = make_decision(scene.group)
    with as_platform(scene.network):
        ConsentRequest.objects.create(
            network=scene.network,
            decision=decision,
            partner=partner,
            ground="partners_in_plan",
        )
    browser = Browser(scene.network, scene.manager)
    here = f"mensen/{director.pk}/vertrek/"
    assert "Nodig eerst een andere vertegenwoordiger uit." in text(browser.get(here))
    closing = {"on": TODAY().isoformat(), "reason": "Pensioen"}
    assert browser.post(here, **closing).status_code == 422
    make_membership(scene.network, "representative", partner=partner)
    assert browser.post(here, **closing).status_code == 302


def test_a_partner_leaves_only_after_everything_is_handed_over(scene: Scene) -> None:
    leaver, heir = scene.partners[0], scene.partners[1]
    seat = make_seat(scene.body, "Ziekenhuiszorg", partner=leaver)
    child = make_partner(scene.network, "kliniek", name="Kliniek", member_of=leaver)
    initiative = take_in(scene, make_idea(scene))
    first, second = ask_promise(scene, initiative, leaver), ask_promise(scene, initiative, leaver)
    condition = ask_condition(scene, owner_partner=leaver)
    with as_platform(scene.network):
        membership = Membership.objects.get(partner=leaver)
    browser = Browser(scene.network, scene.manager)
    here = f"partners/{leaver.slug}/uittreden/"
    assert "Er staan nog 6 dingen open." in text(browser.get(here))
    closing = {"on": TODAY().isoformat(), "reason": "Fusie"}
    assert browser.post(here, **closing).status_code == 422
    chosen = {
        f"person-{membership.pk}": "einde",
        f"place-{seat.pk}": "einde",
        f"promise-{first.pk}": str(heir.pk),
        f"promise-{second.pk}": "einde",
        f"condition-{condition.pk}": str(heir.pk),
        f"member-{child.pk}": "einde",
    }
    assert browser.post(here, why="Fusie", **chosen).status_code == 302
    with as_platform(scene.network):
        asked = {(one.partner, one.status) for one in Commitment.objects.filter(initiative=initiative)}
        assert asked == {(leaver, CommitmentStatus.WITHDRAWN), (heir, CommitmentStatus.ASKED)}
        assert Condition.objects.get(pk=condition.pk).owner_partner == heir
        assert Seat.objects.get(pk=seat.pk).until_on is not None
        assert Partner.objects.get(pk=child.pk).member_of is None
        assert any("doet dit niet meer" in one.title for one in initiative.story.all())
    assert browser.post(here, **closing).status_code == 302
    with as_platform(scene.network):
        assert Partner.objects.get(pk=leaver.pk).status == PartnerStatus.LEFT
    assert "uitgetreden" in text(browser.get("partners/"))


def test_only_the_manager_lets_somebody_leave_and_only_from_this_network(scene: Scene) -> None:
    person = scene.lead
    other = Browser(scene.network, scene.submitter)
    for page in (f"mensen/{person.pk}/vertrek/", f"partners/{scene.partners[0].slug}/uittreden/"):
        assert other.get(page).status_code == 403
    elsewhere = make_scene()
    manager = Browser(elsewhere.network, elsewhere.manager)
    assert manager.get(f"mensen/{person.pk}/vertrek/").status_code == 404
    assert manager.get("partners/niets/uittreden/").status_code == 404
    with looking(scene.submitter) as submitter:
        for deed in (
            lambda: handover.leave_person(
                scene.network, by=submitter, person=person, on=TODAY(), reason="Weg"
            ),
            lambda: network.leave(scene.partners[0], by=submitter, on=TODAY(), reason="Weg"),
            lambda: handover.hand_over(scene.network, by=submitter, things=[], answers={}, reason="Weg"),
        ):
            with pytest.raises(Refused, match="netwerkmanager"):
                deed()


def test_the_actions_themselves_refuse_a_leave_that_leaves_something_behind(scene: Scene) -> None:
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead)
    make_seat(scene.body, "Ziekenhuiszorg", partner=scene.partners[0])
    with looking(scene.manager) as manager:
        with pytest.raises(Refused, match="nog één ding open"):
            handover.leave_person(scene.network, by=manager, person=scene.lead, on=TODAY(), reason="Weg")
        with pytest.raises(Refused, match="dingen open"):
            network.leave(scene.partners[0], by=manager, on=TODAY(), reason="Weg")
        assert len(open_of_partner(scene.partners[0], manager, TODAY())) == 2


@pytest.mark.parametrize("door", ["one role", "the whole leave", "the platform"])
def test_the_last_role_of_who_left_something_open_ends_through_no_door(scene: Scene, door: str) -> None:
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead)
    with as_platform(scene.network):
        role = Membership.objects.get(person=scene.lead)
    doors = {
        "one role": lambda by: network.end_membership(role, by=by, reason="Weg"),
        "the whole leave": lambda by: handover.leave_person(
            scene.network, by=by, person=scene.lead, on=TODAY(), reason="Weg"
        ),
        "the platform": lambda by: network.end_membership(role, by=by, reason="Weg"),
    }
    who = as_platform(scene.network) if door == "the platform" else looking(scene.manager)
    with who as person, pytest.raises(Refused, match="nog één ding open"):
        doors[door](person)
    with as_platform(scene.network):
        role.refresh_from_db()
    assert role.until_on is None


def test_a_role_ends_while_another_one_goes_on_and_what_is_open_stays_with_that(scene: Scene) -> None:
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead)
    second = make_membership(scene.network, "reader", person=scene.lead)
    with looking(scene.manager) as manager:
        network.end_membership(second, by=manager, reason="Dubbel")
    with as_platform(scene.network):
        second.refresh_from_db()
    assert second.until_on == TODAY()


def test_what_ends_before_the_day_of_leaving_does_not_hold_it(scene: Scene) -> None:
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead, until_on=TODAY() + timedelta(days=10))
    with looking(scene.manager) as manager:
        with pytest.raises(Refused, match="nog één ding open"):
            handover.leave_person(
                scene.network, by=manager, person=scene.lead, on=TODAY() + timedelta(days=9), reason="Weg"
            )
        ended = handover.leave_person(
            scene.network, by=manager, person=scene.lead, on=TODAY() + timedelta(days=10), reason="Weg"
        )
    assert ended == 1


def test_who_has_no_role_here_any_more_does_not_leave_once_more(scene: Scene) -> None:
    once = make_membership(scene.network, "reader", until_on=TODAY()).person
    with looking(scene.manager) as manager, pytest.raises(Refused, match="heeft hier geen rol"):
        handover.leave_person(scene.network, by=manager, person=once, on=TODAY(), reason="Weg")


def test_a_partner_leaves_on_a_day_that_is_there(scene: Scene) -> None:
    newcomer = make_partner(scene.network, "nieuw", name="Nieuw")
    with looking(scene.manager) as manager:
        with pytest.raises(Refused, match="Leg het vast op de dag waarop Nieuw uittreedt"):
            network.leave(newcomer, by=manager, on=TODAY() + timedelta(days=1), reason="Fusie")
        network.leave(newcomer, by=manager, on=TODAY(), reason="Fusie")


def test_a_partner_is_not_made_a_leaver_by_changing_its_status(scene: Scene) -> None:
    make_seat(scene.body, "Ziekenhuiszorg", partner=scene.partners[0])
    with looking(scene.manager) as manager, pytest.raises(Refused, match="dingen open"):
        network.change_partner(scene.partners[0], by=manager, status=PartnerStatus.LEFT, left_on=TODAY())


def after(days: int):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def told_of_leavers(scene: Scene) -> list[Notice]:
    with as_platform(scene.network):
        return list(Notice.objects.filter(kind=Kind.LEFT_BEHIND).select_related("person"))


def test_what_comes_open_between_the_writing_down_and_the_day_is_told_to_the_manager_once(
    scene: Scene,
) -> None:
    last_day = TODAY() + timedelta(days=30)
    with looking(scene.manager) as manager:
        handover.leave_person(scene.network, by=manager, person=scene.lead, on=last_day, reason="Weg")
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead)
    for days, n in ((29, 0), (30, 1), (31, 1), (44, 0)):
        with after(days), as_platform(scene.network):
            assert handover.tell_of_leavers(scene.network, TODAY()) == n, days
    [told] = told_of_leavers(scene)
    assert told.person == scene.manager
    assert told.title == f"{scene.lead.name} is weg, en er bleef iets liggen"
    assert told.because == "Eén ding staat nog op die naam. Draag het over, of beëindig het."
    with after(31):
        assert "Wijkzorg" in text(
            Browser(scene.network, scene.manager).get(f"mensen/{scene.lead.pk}/vertrek/")
        )


def test_what_comes_to_a_partner_that_left_is_told_to_the_manager_once(scene: Scene) -> None:
    pilot = make_initiative(scene, Stage.PILOT)
    newcomer = make_partner(scene.network, "nieuw", name="Nieuw")
    with looking(scene.manager) as manager:
        network.leave(newcomer, by=manager, on=TODAY(), reason="Fusie")
    with as_platform(scene.network):
        assert handover.tell_of_leavers(scene.network, TODAY()) == 0
    ask_promise(scene, pilot, newcomer)
    for days, n in ((0, 1), (1, 1), (14, 0)):
        with after(days), as_platform(scene.network):
            assert handover.tell_of_leavers(scene.network, TODAY()) == n, days
    [told] = told_of_leavers(scene)
    assert (told.person, told.title) == (scene.manager, "Nieuw is uitgetreden, en er bleef iets liggen")
    assert (told.url_name, told.url_kwargs) == ("overview:partner_leave", {"slug": newcomer.slug})
    page = text(Browser(scene.network, scene.manager).get(f"partners/{newcomer.slug}/uittreden/"))
    assert "Twee uur per week" in page


def test_who_left_nothing_or_holds_another_role_is_not_told_of(scene: Scene) -> None:
    yesterday = TODAY() - timedelta(days=1)
    make_membership(scene.network, "reader", until_on=yesterday)
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead)
    make_membership(scene.network, "reader", person=scene.lead, until_on=yesterday)
    with as_platform(scene.network):
        perform("overview.leavers", {"network": str(scene.network.pk)})
    assert told_of_leavers(scene) == []


MUTANTS = {
    "nobody looks at what a person leaves": (
        "schakel.network.actions.membership.why_not_let_person_go",
        "person",
    ),
    "no role is the last one": ("schakel.network.actions.membership.is_last", "person"),
    "nobody looks at what a partner leaves": (
        "schakel.network.actions.partner.why_not_let_partner_go",
        "partner",
    ),
}


@pytest.mark.parametrize("fault", MUTANTS)
def test_a_fault_in_the_leave_is_found(scene: Scene, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place, who = MUTANTS[fault]
    make_tenure(make_seat(scene.body, "Wijkzorg"), scene.lead)
    make_seat(scene.body, "Ziekenhuiszorg", partner=scene.partners[0])
    with as_platform(scene.network):
        role = Membership.objects.get(person=scene.lead)

    def leave() -> None:
        if who == "person":
            network.end_membership(role, by=None, reason="Weg")
        else:
            network.leave(scene.partners[0], by=None, on=TODAY(), reason="Weg")

    with as_platform(scene.network), pytest.raises(Refused):
        leave()
    monkeypatch.setattr(place, lambda *asked: None)
    with as_platform(scene.network):
        leave()  # the fault lets it through, so the refusal above is of this line and of no other


def test_what_is_open_costs_the_same_number_of_questions_however_much_it_is(scene: Scene) -> None:
    browser = Browser(scene.network, scene.manager)
    here = f"mensen/{scene.lead.pk}/vertrek/"
    make_tenure(make_seat(scene.body, "Zetel A", is_voting=False), scene.lead)
    before = questions(browser, here)
    for n in range(4):
        make_tenure(make_seat(scene.body, f"Zetel {n}", is_voting=False), scene.lead)
    assert questions(browser, here) == before


def test_what_somebody_looks_after_in_the_ordinary_work_is_handed_over(scene: Scene) -> None:
    pilot = make_initiative(scene, Stage.PILOT)
    hospital, doctors = scene.partners[:2]
    leaver = make_membership(scene.network, Role.PROFESSIONAL, partner=hospital).person
    with looking(scene.manager) as manager:
        owner = initiatives.ask_line_owner(pilot, by=manager, partner=hospital, name=leaver.name.upper())
    with looking(scene.director_of(hospital)) as director:
        initiatives.answer_embedding(owner, by=director, accepts=True)
    browser = Browser(scene.network, scene.manager)
    here, heir = f"mensen/{leaver.pk}/vertrek/", scene.submitter
    assert pilot.title in text(browser.get(here))
    assert browser.post(here, why="Gaat weg", **{f"line-{owner.pk}": str(heir.pk)}).status_code == 302
    with as_platform(scene.network):
        owner.refresh_from_db()
        assert (owner.name, owner.is_accepted) == (heir.name, True), "the partner itself stays with its yes"
        assert open_of_person(scene.network, leaver, None, TODAY()) == []
    there = f"partners/{hospital.slug}/uittreden/"
    assert "Lijneigenaar" in text(browser.get(there))
    assert browser.post(there, why="Treedt uit", **{f"line-{owner.pk}": str(doctors.pk)}).status_code == 302
    with as_platform(scene.network):
        [asked] = LineOwner.objects.select_related("partner")
        assert (asked.partner, asked.state, asked.who) == (doctors, "asked", "nog te noemen")
        assert Notice.objects.filter(kind=Kind.ACCEPTANCE, person=scene.director_of(doctors)).exists()
        assert not [one for one in open_of_partner(hospital, None, TODAY()) if one.kind == "line"]


def test_a_finished_line_goes_to_a_partner_that_can_answer_and_that_names_its_own_person(
    scene: Scene,
) -> None:
    done = finish(scene, make_initiative(scene, Stage.PILOT))
    assert done.stage == Stage.FINISHED
    with as_platform(scene.network):
        owner = LineOwner.objects.select_related("partner").filter(embedding__initiative=done).first()
        taken = set(LineOwner.objects.values_list("partner", flat=True))
        heir = next((one for one in scene.partners if one.pk not in taken), None)
    assert owner is not None
    assert heir is not None
    speaker = scene.director_of(heir)
    there = f"partners/{owner.partner.slug}/uittreden/"
    gone = Browser(scene.network, scene.manager).post(
        there, why="Treedt uit", **{f"line-{owner.pk}": str(heir.pk)}
    )
    assert gone.status_code == 302
    with as_platform(scene.network):
        asked = LineOwner.objects.get(partner=heir)
    with looking(speaker) as director:
        waits = [
            one for one in needs_me(director, scene.network, now=timezone.now()) if one.kind == "ask_accept"
        ]
        assert [one.number for one in waits] == [done.number]
        assert "Zeg ook wie er bij u voor zorgt" in waits[0].because
        assert turn(director, done, now=timezone.now()) == waits[0], "also at the head of its own page"
    browser, answer = (
        Browser(scene.network, speaker),
        f"initiatieven/{done.number}/borging/overnemen/{asked.pk}/",
    )
    assert "nog te noemen" in text(browser.get(answer))
    assert "Schrijf op wie er bij u voor zorgt" in text(browser.post(answer, accept="1", name="", answer=""))
    assert browser.post(answer, accept="1", name="H. de Boer", answer="").status_code == 302
    with as_platform(scene.network):
        asked.refresh_from_db()
    assert (asked.is_accepted, asked.name) == (True, "H. de Boer")


def test_a_partner_that_said_no_before_is_asked_again_and_hears_it(scene: Scene) -> None:
    pilot = make_initiative(scene, Stage.PILOT)
    hospital, doctors = scene.partners[:2]
    with looking(scene.manager) as manager:
        owner = initiatives.ask_line_owner(pilot, by=manager, partner=hospital, name="A. Smit")
        other = initiatives.ask_line_owner(pilot, by=manager, partner=doctors, name="B. Vos")
    with looking(scene.director_of(doctors)) as director:
        initiatives.answer_embedding(other, by=director, accepts=False, answer="Geen mensen")
    with looking(scene.manager) as manager:
        asked = initiatives.hand_over_line_owner(owner, by=manager, reason="Treedt uit", to=doctors)
    assert asked == other
    with as_platform(scene.network):
        other.refresh_from_db()
        assert (other.state, other.name, other.answer, other.answered_by) == ("asked", "B. Vos", "", None)
        assert Notice.objects.filter(kind=Kind.ACCEPTANCE, person=scene.director_of(doctors)).count() == 2
