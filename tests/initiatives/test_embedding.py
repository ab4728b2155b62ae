"""From a pilot to ordinary care: go, accepted by each partner itself, discharged, and measured again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Adoption, Initiative, InitiativeArea, LineOwner, Remeasurement
from schakel.initiatives.queries.spread import Adopted, PlaceShare, tiles_of
from schakel.initiatives.rules import (
    Gate,
    Share,
    Stage,
    adoption_share,
    is_due_soon,
    is_in_aftercare,
    reach,
    remeasure_days,
    verdicts_for,
)
from schakel.network.models import Area, PartnerArea
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.embedding import adopt, archive, embed, finish, report
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    Scene,
    confirm_all,
    consent_all,
    decide_and_settle,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    measured,
    propose,
    rate,
    take_in,
    through,
)
from tests.factories.measuring import make_indicator, make_series
from tests.factories.network import make_member
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


@world
def pilot(scene: Scene) -> Initiative:
    return measured(scene, make_initiative(scene, Stage.PILOT))


def states(initiative: Initiative) -> dict[str, str]:
    with as_platform(initiative.network):
        found = checklist(fresh(initiative), today=timezone.localdate())
    return {point.code: point.state for point in found.points}


def measurements(initiative: Initiative) -> list[Remeasurement]:
    with as_platform(initiative.network):
        return list(Remeasurement.objects.filter(initiative=initiative))


def light(scene: Scene) -> Initiative:
    """A process assignment that is being carried out."""
    initiative = make_idea(scene)
    take_in(scene, initiative)
    invite(scene, initiative)
    rate(scene, initiative)
    through(scene, initiative, "p1", "direct_assignment")
    plan = full_plan(scene, initiative, needs_pilot=False)
    with looking(scene.lead) as lead:
        actions.write_part(plan, by=lead, part="budget_lines", rows=[])
    series = make_series(scene.network, make_indicator(scene.network, "Lijst gebruikt", kind="process"))
    with looking(scene.lead) as lead:
        actions.follow_measure(initiative, by=lead, series=series, kind="process", target=Decimal(80))
    confirm_all(scene, initiative)
    freeze(scene, initiative)
    decision = propose(scene, initiative, "p3", "start")
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    return fresh(initiative)


# --------------------------------------------------------------------------- rules


def test_what_does_not_apply_is_left_out_and_silence_is_not_begun():
    parts, partners = [uuid4(), uuid4()], [uuid4(), uuid4()]
    known = {
        (parts[0], partners[0]): "in_use",
        (parts[0], partners[1]): "standard",
        (parts[1], partners[0]): "not_applicable",
    }
    share = adoption_share(parts, partners, known)
    assert (share, share.percent) == (Share(2, 3), 66)
    assert Share(0, 0).percent == 0


def test_the_calendar_after_the_end():
    end = date(2026, 11, 30)
    assert remeasure_days(end, is_light=False) == [
        (3, date(2027, 2, 28)),
        (6, date(2027, 5, 30)),
        (12, date(2027, 11, 30)),
        (24, date(2028, 11, 30)),
    ]
    assert remeasure_days(end, is_light=True) == [(6, date(2027, 5, 30))]
    assert is_in_aftercare("finished", end, date(2028, 11, 29))
    assert not is_in_aftercare("finished", end, date(2028, 11, 30))
    assert not is_in_aftercare("embedding", end, end)
    assert is_due_soon(date(2027, 1, 15), date(2027, 1, 1))
    assert not is_due_soon(date(2027, 1, 16), date(2027, 1, 1))


def test_a_process_assignment_goes_straight_to_its_discharge():
    codes = [one.code for one in verdicts_for(Gate.P6, Stage.EXECUTION, is_light=True)]
    assert codes == ["discharge", "not_yet", "park", "stop", "escalate"]
    assert verdicts_for(Gate.P5, Stage.EXECUTION, is_light=True) == ()
    assert verdicts_for(Gate.P6, Stage.EXECUTION) == ()


# --------------------------------------------------------------------------- the gates


def test_a_pilot_goes_on_when_its_report_is_there(scene, pilot):
    figures = {"measured", "complete", "verdict", "balance"}
    assert {code for code, state in states(pilot).items() if state == "ready"} == figures
    with pytest.raises(Refused, match="Opgeschreven is wat er uit de pilot kwam"):
        propose(scene, pilot, "p4", "go")
    report(scene, pilot, "pilot")
    assert set(states(pilot).values()) == {"ready"}
    with looking(scene.group.secretary):
        due = queries.due_for_body(scene.body, timezone.localdate())
    assert "Het verslag van de pilot ligt er." in [one.because for one in due]
    assert through(scene, pilot, "p4", "go").stage == Stage.EXECUTION


def test_a_pilot_can_go_back_to_its_plan(scene, pilot):
    assert through(scene, pilot, "p4", "adjust").stage == Stage.PREPARATION


def test_a_partner_is_embedded_only_by_its_own_yes(scene, pilot):
    report(scene, pilot, "pilot")
    through(scene, pilot, "p4", "go")
    embed(scene, pilot, *scene.partners[:2], accept=False)
    adopt(scene, pilot)
    assert states(pilot)["accepted"] == "missing"
    owners = {}
    with as_platform(scene.network):
        for one in LineOwner.objects.select_related("partner", "network", "embedding__initiative__network"):
            owners[one.partner.name] = one
    for person in (scene.manager, scene.lead, scene.directors[1]):
        with (
            looking(person),
            pytest.raises(Refused, match="Alleen de vertegenwoordiger van Ziekenhuis kan namens"),
        ):
            actions.answer_embedding(owners["Ziekenhuis"], by=person, accepts=True)
    with as_platform(scene.network), pytest.raises(Refused, match="Alleen een mens"):
        actions.answer_embedding(owners["Ziekenhuis"], by=None, accepts=True)
    with looking(scene.directors[0]) as director:
        actions.answer_embedding(owners["Ziekenhuis"], by=director, accepts=True, name="Zorgmanager")
    with looking(scene.directors[1]) as director:
        with pytest.raises(Refused, match="waarom niet"):
            actions.answer_embedding(owners["Huisartsen"], by=director, accepts=False)
        actions.answer_embedding(owners["Huisartsen"], by=director, accepts=False, answer="Geen tijd.")
    assert states(pilot)["accepted"] == "partly"
    with pytest.raises(Refused, match="Nee van Huisartsen"):
        propose(scene, pilot, "p5", "embed")
    assert through(scene, pilot, "p5", "continue").stage == Stage.EXECUTION
    with looking(scene.lead) as lead:
        actions.withdraw_line_owner(owners["Huisartsen"], by=lead)
        with pytest.raises(Refused, match="aanvaardde het al"):
            actions.withdraw_line_owner(owners["Ziekenhuis"], by=lead)
    assert through(scene, pilot, "p5", "embed").stage == Stage.EMBEDDING


def test_not_enough_in_use_is_not_embedded(scene, pilot):
    report(scene, pilot, "pilot")
    through(scene, pilot, "p4", "go")
    embed(scene, pilot)
    assert states(pilot)["adoption"] == "missing"
    adopt(scene, pilot, "started")
    with pytest.raises(Refused, match="0 van 1 plek in gebruik"):
        propose(scene, pilot, "p5", "embed")
    adopt(scene, pilot, "standard")
    assert states(pilot)["adoption"] == "ready"
    with looking(scene.lead) as lead, pytest.raises(Refused, match="werkt al met “Het nummer”"):
        actions.write_embedding(fresh(pilot), by=lead, components=["Iets anders"])


def test_what_is_done_is_discharged_and_measured_again(scene, pilot):
    done = finish(scene, pilot)
    assert done.stage == Stage.FINISHED
    assert [one.months for one in measurements(done)] == [3, 6, 12, 24]
    with looking(scene.lead) as lead:
        page = queries.embedding_of(lead, done, timezone.localdate())
    assert page.is_in_aftercare
    assert page.next_measurement.months == 3


def test_finished_needs_a_line_owner_and_a_day_to_measure_again(scene, pilot, monkeypatch):
    report(scene, pilot, "pilot")
    through(scene, pilot, "p4", "go")
    embed(scene, pilot)
    adopt(scene, pilot)
    through(scene, pilot, "p5", "embed")
    report(scene, pilot, "final")
    with pytest.raises(Refused, match="Alles staat bij elkaar in één archief"):
        propose(scene, pilot, "p6", "discharge")
    archive(scene, pilot)
    from schakel.initiatives.actions import effects

    monkeypatch.setattr(effects, "plan_aftercare", lambda initiative, finished_on: None)
    with pytest.raises(DatabaseError, match="only with a line owner and a day"):
        through(scene, pilot, "p6", "discharge")


def test_not_embedded_goes_back(scene, pilot):
    report(scene, pilot, "pilot")
    through(scene, pilot, "p4", "go")
    embed(scene, pilot)
    adopt(scene, pilot)
    through(scene, pilot, "p5", "embed")
    assert through(scene, pilot, "p6", "not_yet").stage == Stage.EMBEDDING
    assert through(scene, pilot, "p6", "not_embedded").stage == Stage.EXECUTION


def test_the_light_track_ends_with_a_line_owner_and_one_measurement(scene):
    one = light(scene)
    assert (one.stage, one.gate) == (Stage.EXECUTION, Gate.P6)
    with pytest.raises(Refused, match="Opgeschreven is wat eruit kwam"):
        propose(scene, one, "p6", "discharge")
    embed(scene, one)
    report(scene, one, "final")
    assert through(scene, one, "p6", "discharge").stage == Stage.FINISHED
    assert [row.months for row in measurements(one)] == [6]


# --------------------------------------------------------------------------- after-care


def test_a_missed_measurement_alarms_the_body_and_the_partner(scene, pilot):
    done = finish(scene, pilot)
    first = measurements(done)[0]
    with time_machine.travel(timezone.now() + timedelta(days=120), tick=False):
        today = timezone.localdate()
        with looking(scene.group.secretary):
            [alarm] = queries.due_for_body(scene.body, today)
        assert (alarm.kind, alarm.title) == ("discussion", f"Nazorg: {done.title}")
        for person in (scene.directors[0], scene.lead):
            with looking(person):
                asked = queries.needs_me(person, scene.network, now=timezone.now())
            assert [(one.kind, one.is_late) for one in asked if one.kind == "ask_measure"] == [
                ("ask_measure", True)
            ]
        with looking(scene.directors[1]) as other, pytest.raises(Refused, match="in de lijn overnam"):
            actions.record_remeasurement(first, by=other, done_on=today, holds="yes", finding="Goed.")
        with looking(scene.directors[0]) as director:
            with pytest.raises(Refused, match="moet nog komen"):
                actions.record_remeasurement(
                    first, by=director, done_on=today + timedelta(days=1), holds="yes", finding="x"
                )
            actions.record_remeasurement(
                first, by=director, done_on=today, holds="no", finding="Niemand belt meer."
            )
            with pytest.raises(Refused, match="al vastgelegd"):
                actions.record_remeasurement(first, by=director, done_on=today, holds="yes", finding="x")
        with looking(scene.group.secretary):
            [sinks] = queries.due_for_body(scene.body, today)
        assert "zakt het weg" in sinks.because
        again = through(scene, done, "px", "reopen")
        assert again.stage == Stage.EMBEDDING
        assert [one.lapsed_at is None for one in measurements(done)] == [True, False, False, False]
        assert through(scene, done, "p6", "discharge").stage == Stage.FINISHED
        assert len(measurements(done)) == 8


# --------------------------------------------------------------------------- who may


def test_who_works_on_the_embedding(scene, pilot):
    outsider = make_member(scene.network)
    for person in (outsider, scene.directors[0]):
        with looking(person), pytest.raises(Refused, match="Alleen de trekker en de netwerkmanager"):
            actions.write_embedding(pilot, by=person, training="x")
        with looking(person), pytest.raises(Refused, match="Alleen de trekker en de netwerkmanager"):
            actions.share_lesson(pilot, by=person, context="x", happened="x", advice="x", grade="story")
    with looking(scene.lead) as lead:
        with pytest.raises(Refused, match="Schrijf op wat eruit kwam"):
            actions.write_report(pilot, by=lead, kind="pilot", result=" ")
        with pytest.raises(Refused, match="hoe zeker"):
            actions.share_lesson(pilot, by=lead, context="x", happened="x", advice="x", grade="")
        with pytest.raises(Refused, match="verslag van de pilot of het eindverslag"):
            actions.write_report(pilot, by=lead, kind="half", result="x")
        with pytest.raises(TypeError):
            actions.write_embedding(pilot, by=lead, colour="x")
        with pytest.raises(Refused, match="passen 20 onderdelen"):
            actions.write_embedding(pilot, by=lead, components=[str(n) for n in range(21)])
    idea = make_initiative(scene)
    with looking(scene.manager) as manager:
        with pytest.raises(Refused, match="in de stand “Proef”, “Wordt ingevoerd” of “Wordt vast onderdeel”"):
            actions.write_embedding(idea, by=manager, training="x")
        with pytest.raises(Refused, match="als er iets is onderzocht"):
            actions.share_lesson(idea, by=manager, context="x", happened="x", advice="x", grade="story")


def test_who_says_how_far_a_partner_is(scene, pilot):
    embed(scene, pilot)
    colleague = make_member(scene.network, "professional", partner=scene.partners[0])
    with looking(scene.lead) as lead:
        [part] = queries.embedding_of(lead, pilot, timezone.localdate()).components
    other = scene.directors[1]
    with looking(other), pytest.raises(Refused, match="kan bijhouden hoe ver Ziekenhuis is"):
        actions.record_adoption(pilot, by=other, partner=scene.partners[0], states={part.pk: "in_use"})
    ago = timezone.localdate() - timedelta(days=9)
    with looking(colleague):
        [changed] = actions.record_adoption(
            pilot, by=colleague, partner=scene.partners[0], states={part.pk: "started"}, since_on=ago
        )
        assert changed.since_on == ago
        same = {part.pk: "started"}
        assert actions.record_adoption(pilot, by=colleague, partner=scene.partners[0], states=same) == []
        for wrong, words in (
            ({part.pk: "half"}, "Kies hoe ver"),
            ({uuid4(): "in_use"}, "er niet meer"),
        ):
            with pytest.raises(Refused, match=words):
                actions.record_adoption(pilot, by=colleague, partner=scene.partners[0], states=wrong)
        with pytest.raises(Refused, match="moet nog komen"):
            actions.record_adoption(
                pilot,
                by=colleague,
                partner=scene.partners[0],
                states={part.pk: "in_use"},
                since_on=timezone.localdate() + timedelta(days=1),
            )


# --------------------------------------------------------------------------- pages


def test_the_tab_from_first_plan_to_the_last_measurement(scene, pilot):
    at = f"initiatieven/{pilot.number}/"
    lead, director = Browser(scene.network, scene.lead), Browser(scene.network, scene.directors[0])
    assert "Nog niet opgeschreven." in text(lead.get(f"{at}borging/"))
    assert director.get(f"{at}borging/schrijven/").status_code == NO
    wrong = lead.post(f"{at}borging/schrijven/", training="Een uur.", agreed_share_percent="110")
    assert wrong.status_code == WRONG
    assert "Een uur." in text(wrong)
    saved = lead.post(
        f"{at}borging/schrijven/",
        training="Een uur.",
        components="Het nummer\nDe kaart\n",
        agreed_share_percent="50",
    )
    assert saved.status_code == 302
    assert lead.post(f"{at}borging/vraag/", partner="", name="").status_code == WRONG
    assert lead.post(f"{at}borging/vraag/", partner="ziekenhuis", name="Hoofd").status_code == 302
    assert "Wordt dit gewoon werk bij Ziekenhuis" in text(director.get(""))
    with as_platform(scene.network):
        owner = LineOwner.objects.get()
    answer = f"{at}borging/overnemen/{owner.pk}/"
    assert "U kunt niet antwoorden namens Ziekenhuis." in text(lead.get(answer))
    assert lead.post(answer, accept="1").status_code == NO
    refused = director.post(answer, decline="1", answer="")
    assert refused.status_code == WRONG
    assert "Schrijf op waarom niet." in text(refused)
    assert director.post(answer, accept="1", name="Zorgmanager").status_code == 302
    page = text(lead.get(f"{at}borging/"))
    assert "Ziekenhuis: Zorgmanager" in page
    assert "0 van 2 in gebruik, afgesproken is 50 %" in page
    adoption = f"{at}borging/adoptie/ziekenhuis/"
    assert lead.get(f"{at}borging/adoptie/huisartsen/").status_code == 404
    with as_platform(scene.network):
        parts = list(owner.embedding.components.all())
    typed = {f"part-{parts[0].pk}": "in_use", f"part-{parts[1].pk}": "not_started"}
    assert director.post(adoption, **typed, since_on="nooit").status_code == WRONG
    assert director.post(adoption, **typed).status_code == 302
    with as_platform(scene.network):
        assert Adoption.objects.filter(state="in_use").count() == 1
    assert lead.get(f"{at}verslag/half/").status_code == 404
    assert lead.post(f"{at}verslag/pilot/", result="").status_code == WRONG
    assert lead.post(f"{at}verslag/pilot/", result="Het werkt.", spent_eur="1.250,50").status_code == 302
    assert "Pas dit verslag aan" in text(lead.get(f"{at}borging/"))
    assert lead.post(f"{at}les/", context="x").status_code == WRONG
    told = lead.post(f"{at}les/", context="Thuis.", happened="Bellen.", advice="Begin klein.", grade="story")
    assert told.status_code == 302
    assert "Begin klein." in text(director.get("lessen/"))
    assert "Geen les past" in text(director.get("lessen/", afloop="stopped"))
    assert "Begin klein." in text(director.get("lessen/", thema=scene.theme.slug, zekerheid="story"))


def test_the_page_of_embedding_and_measuring_again(scene, pilot):
    browser = Browser(scene.network, make_member(scene.network))
    assert "Nog niets wordt geborgd." in text(browser.get("borging/"))
    done = finish(scene, pilot)
    page = text(browser.get("borging/"))
    assert "In nazorg" in page
    assert "1 van 1" in page
    assert "Wie gebruikt wat" in page
    assert "Waar het in gebruik is" not in page  # one area or none is no map
    first = measurements(done)[0]
    at = f"initiatieven/{done.number}/borging/hermeting/{first.pk}/"
    assert browser.get(at).status_code == NO
    lead = Browser(scene.network, scene.lead)
    assert lead.get(f"initiatieven/{done.number}/borging/hermeting/{uuid4()}/").status_code == 404
    today = str(timezone.localdate())
    assert lead.post(at, done_on=today, holds="", finding="").status_code == WRONG
    assert lead.post(at, done_on=today, holds="no", finding="Niemand belt meer.").status_code == 302
    page = text(browser.get("borging/"))
    assert "Dit zakt weg" in page
    assert "Niemand belt meer." in page
    with time_machine.travel(timezone.now() + timedelta(days=200), tick=False):
        late = Browser(scene.network, scene.manager)
        assert "Eén hermeting is te laat" in text(late.get("borging/"))


def test_the_pages_cost_the_same_for_one_and_for_many(scene, pilot):
    finish(scene, pilot)
    browser = Browser(scene.network, scene.manager)
    pages = ("borging/", "lessen/", f"initiatieven/{pilot.number}/borging/")
    before = [questions(browser, path) for path in pages]
    second = make_initiative(scene, Stage.PILOT)
    embed(scene, second, *scene.partners[:2])
    adopt(scene, second)
    report(scene, second, "pilot")
    assert [questions(browser, path) for path in pages] == before


# --------------------------------------------------------------------------- where it is in use


def test_an_area_lies_in_what_it_lies_in_and_a_circle_ends():
    region, town, other = uuid4(), uuid4(), uuid4()
    assert reach(town, {town: region, region: None}) == {town, region}
    assert reach(town, {town: other, other: town}) == {town, other}


def test_the_map_counts_who_works_in_an_area_and_what_takes_place_there(scene, pilot):
    embed(scene, pilot, *scene.partners[:2])
    adopt(scene, pilot)
    with looking(scene.manager) as manager:
        plan = pilot.embedding_plans.get()
        first, second = (one.partner for one in plan.line_owners.select_related("partner"))
        region = Area.objects.create(network=scene.network, name="Streek", slug="streek", kind="region")
        towns = [
            Area.objects.create(
                network=scene.network, name=name, slug=name.lower(), kind="municipality", parent=region
            )
            for name in ("Oost", "West", "Zuid")
        ]
        PartnerArea.objects.create(network=scene.network, partner=first, area=region)
        PartnerArea.objects.create(network=scene.network, partner=second, area=towns[0])
        for town in towns[:2]:
            InitiativeArea.objects.create(network=scene.network, initiative=pilot, area=town)
        adopted = [Adopted(pilot, {first: Share(1, 2), second: Share(2, 2)})]
        tiles = {one.area.name: one for one in tiles_of(manager, scene.network, adopted)}
    assert {name: one.share for name, one in tiles.items()} == {
        "Oost": Share(3, 4),
        "West": Share(1, 2),
        "Zuid": Share(0, 0),
    }
    assert (tiles["Oost"].width, tiles["Zuid"].width) == (450, 0)
    assert tiles["West"].parts[0].state == "adoption_started"
    assert PlaceShare(pilot, None).state == "adoption_not_applicable"
