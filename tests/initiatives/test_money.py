"""Money: funding lines that hold no more than they hold, a queue, and the award that lets a plan begin."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import FundingAward, FundingLine, Initiative, StageMove, StoryEvent
from schakel.initiatives.rules import (
    Pot,
    Stage,
    by_year,
    still_to_award,
    why_not_award,
    why_not_fit,
    years_of,
)
from schakel.jobs.queue import perform
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions
from tests.factories.browsing import text as written
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    Scene,
    confirm_all,
    consent_all,
    decide_and_settle,
    freeze,
    fresh,
    full_plan,
    make_initiative,
    propose,
)
from tests.factories.network import make_member
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


def text(response) -> str:
    """What a page says, with plain spaces in its amounts."""
    return written(response).replace("\xa0", " ").replace("&nbsp;", " ")


def make_line(scene: Scene, ceiling: int = 50_000, **facts) -> FundingLine:
    """A funding line of the insurer."""
    with looking(scene.manager) as manager:
        return actions.put_funding_line(
            scene.network,
            by=manager,
            name=facts.pop("name", "Doorbraakgeld"),
            ceiling_eur=Decimal(ceiling),
            **{"funder": scene.partners[2], **facts},
        )


def planned(scene: Scene, line: FundingLine, amount: int = 20_000) -> Initiative:
    """A project whose frozen plan asks an amount of a funding line."""
    initiative = make_initiative(scene, Stage.PREPARATION)
    plan = full_plan(scene, initiative)
    with looking(scene.lead) as lead:
        actions.write_part(
            plan,
            by=lead,
            part="budget_lines",
            rows=[
                {
                    "text": "Telefonie",
                    "year": 2026,
                    "amount_eur": Decimal(amount),
                    "funding_line": line,
                    "partner": scene.partners[2],
                }
            ],
        )
    confirm_all(scene, initiative)
    freeze(scene, initiative)
    return fresh(initiative)


def decide(scene: Scene, initiative: Initiative, verdict: str, **terms) -> Initiative:
    decision = propose(scene, initiative, "p3", verdict, terms=ProposedTerms(**terms))
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    return fresh(initiative)


def award(scene: Scene, initiative: Initiative, line: FundingLine, amount: int, **facts) -> FundingAward:
    with looking(facts.pop("by", scene.manager)) as by:
        return actions.record_award(
            fresh(initiative),
            by=by,
            line=line,
            amount_eur=Decimal(amount),
            awarded_on=facts.pop("on", timezone.localdate()),
            reference="Brief 12",
        )


@world
def asking(scene: Scene) -> tuple[FundingLine, Initiative]:
    """A funding line, and a project whose frozen plan asks less of it than it holds."""
    line = make_line(scene, conditions="Elk halfjaar een verslag.")
    return line, planned(scene, line)


@world
def waiting(scene: Scene, asking: tuple[FundingLine, Initiative]) -> tuple[FundingLine, Initiative]:
    """The same, once the group found it good and it waits for the money."""
    line, initiative = asking
    return line, decide(scene, initiative, "await_funding", funding_line=line)


@world
def two_for_one(scene: Scene) -> tuple[FundingLine, Initiative, Initiative]:
    """A funding line that holds enough for one of two plans."""
    line = make_line(scene, 30_000)
    return line, planned(scene, line), planned(scene, line)


# --------------------------------------------------------------------------- rules


def test_a_funding_line_holds_what_was_not_awarded():
    mine, other, line = uuid4(), uuid4(), uuid4()
    pot = Pot(line, "Fonds", Decimal(100), ((mine, Decimal(30)), (other, Decimal(50))))
    assert (pot.awarded_eur, pot.free_eur, pot.awarded_to(mine)) == (80, 20, 30)
    assert still_to_award({line: Decimal(45)}, [pot], mine) == {line: Decimal(15)}
    assert why_not_fit({line: Decimal(50)}, [pot], mine) is None
    reason = why_not_fit({line: Decimal(51)}, [pot], mine)
    assert reason.replace("\xa0", " ") == "In Fonds zit nog € 20; dit plan vraagt daaruit nog € 21."


def test_an_award_counts_for_a_year_after_the_decision():
    decided, today = date(2026, 1, 31), date(2027, 6, 1)
    assert why_not_award(decided, date(2027, 1, 31), today) is None
    assert "twaalf maanden" in why_not_award(decided, date(2027, 2, 1), today)
    assert "moet nog komen" in why_not_award(decided, date(2027, 6, 2), today)


def test_the_same_cost_in_two_years_is_one_row(scene):
    line = FundingLine(name="Fonds")
    rows = [
        _line("Bellen", 2026, 100, line=line),
        _line("Bellen", 2027, 50, line=line, hours=8),
        _line("Uren", 2027, 0, hours=40, source="eigen inzet"),
    ]
    assert years_of(rows) == [2026, 2027]
    calls, own = by_year(rows)
    assert (calls.amounts, calls.total_eur, calls.hours, calls.source) == ((100, 50), 150, 8, "Fonds")
    assert (own.amounts, own.hours, own.source) == ((0, 0), 40, "eigen inzet")


def _line(what, year, amount, line=None, hours=0, source=""):
    from schakel.initiatives.models import BudgetLine

    return BudgetLine(
        text=what,
        year=year,
        amount_eur=Decimal(amount),
        hours=hours,
        funding_line=line,
        funding_source=source,
    )


# --------------------------------------------------------------------------- invariant 7


def test_awards_together_never_exceed_the_ceiling(scene):
    line = make_line(scene, 30_000)
    initiative = planned(scene, line)
    award(scene, initiative, line, 30_000)
    with pytest.raises(Refused, match=r"zit nog €.0"):
        award(scene, initiative, line, 1)
    with pytest.raises(DatabaseError, match="does not hold that much"), as_platform(scene.network):
        FundingAward.objects.create(
            network=scene.network,
            initiative=initiative,
            line=line,
            amount_eur=1,
            awarded_on=timezone.localdate(),
            reference="x",
            recorded_at=timezone.now(),
        )
    with pytest.raises(Refused, match=r"is al €.30\.000 toegekend"):
        make_line(scene, 20_000, line=line)
    with pytest.raises(DatabaseError, match="awarded from this funding line"), as_platform(scene.network):
        FundingLine.objects.filter(pk=line.pk).update(ceiling_eur=1)
    with pytest.raises(DatabaseError), as_platform(scene.network):
        FundingAward.objects.all().delete()


def test_a_start_takes_the_money_and_the_next_plan_finds_what_is_left(scene, two_for_one):
    _line, first, second = two_for_one
    assert decide(scene, first, "start").stage == Stage.PILOT
    with as_platform(scene.network):
        [taken] = FundingAward.objects.select_related("decision")
        points = {one.code: one for one in checklist(fresh(second), today=timezone.localdate()).points}
    assert (taken.amount_eur, taken.initiative_id) == (20_000, first.pk)
    assert taken.decision_id == fresh(first).moved_by_id
    assert points["money"].state == "missing"
    with pytest.raises(Refused, match=r"zit nog €.10\.000; dit plan vraagt daaruit nog €.20\.000"):
        propose(scene, second, "p3", "start")


def test_a_start_that_no_longer_fits_waits_for_money_and_then_goes_on(scene, two_for_one):
    line, first, second = two_for_one
    decision = propose(scene, second, "p3", "start")
    decide(scene, first, "start")
    decide_and_settle(scene, decision)
    consent_all(scene, decision)
    assert fresh(second).stage == Stage.PREPARATION
    with as_platform(scene.network):
        told = StoryEvent.objects.get(decision=decision, title__contains="het gevolg wacht")
    assert "nog €\u00a010.000" in told.text.replace("\xa0", "\u00a0")
    make_line(scene, 60_000, line=line)
    run_task(scene)
    assert fresh(second).stage == Stage.PILOT


def run_task(scene) -> None:
    """What the worker does every night."""
    perform("initiatives.settle", {"network": str(scene.network.pk)})


def test_nothing_begins_on_money_that_was_not_awarded(scene, asking, monkeypatch):
    _line, initiative = asking
    from schakel.initiatives.actions import effects

    monkeypatch.setattr(effects, "award_by_decision", lambda *args, **facts: None)
    with pytest.raises(DatabaseError, match="only on money that was awarded"):
        decide(scene, initiative, "start")
    assert fresh(initiative).stage == Stage.PREPARATION


# --------------------------------------------------------------------------- waiting, and the award that ends it


def test_a_good_plan_waits_and_the_recorded_award_lets_it_begin(scene):
    line = make_line(scene)
    first, second = planned(scene, line, 30_000), planned(scene, line, 20_000)
    first = decide(scene, first, "await_funding", funding_line=line)
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        second = decide(scene, second, "await_funding", funding_line=line)
    assert (first.stage, first.waits_for_id) == (Stage.AWAITING_FUNDING, line.pk)
    with looking(scene.lead) as lead:
        [stand] = queries.funding_stand(lead, scene.network)
        assert [(one.place, one.number) for one in stand.queue] == [(1, first.number), (2, second.number)]
        assert (stand.waiting_eur, stand.free_eur) == (50_000, 50_000)
        assert queries.money_of(lead, second).waits.place == 2
    award(scene, first, line, 10_000)
    assert fresh(first).stage == Stage.AWAITING_FUNDING
    last = award(scene, first, line, 20_000, by=scene.directors[2])
    begun = fresh(first)
    assert (begun.stage, begun.waits_for_id, begun.moved_by_award_id) == (Stage.PILOT, None, last.pk)
    with as_platform(scene.network):
        move = StageMove.objects.get(initiative=first, award__isnull=False)
    assert (move.award_id, move.decision_id, move.to_stage) == (last.pk, None, "pilot")


def test_the_portfolio_says_which_place_it_has_in_the_queue(scene, waiting):
    line, _first = waiting
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        decide(scene, planned(scene, line, 20_000), "await_funding", funding_line=line)
    with looking(scene.lead) as lead:
        cards = queries.portfolio(lead, scene.network, today=timezone.localdate()).cards
    assert sorted(card.state_words for card in cards) == [
        f"Plaats {place} van 2 in de rij: {line.name}" for place in (1, 2)
    ]


def test_waiting_needs_the_funding_line(scene, asking):
    with pytest.raises(Refused, match="geldstroom"):
        propose(scene, asking[1], "p3", "await_funding", terms=ProposedTerms())


def test_after_a_year_only_a_new_p3_helps(scene, waiting):
    line, waiting = waiting
    with pytest.raises(Refused, match="Een nieuw besluit is niet nodig"):
        propose(scene, waiting, "p3", "await_funding", terms=ProposedTerms(funding_line=line))
    with time_machine.travel(timezone.now() + timedelta(days=400), tick=False):
        with pytest.raises(Refused, match="meer dan twaalf maanden"):
            award(scene, waiting, line, 20_000)
        again = decide(scene, waiting, "await_funding", funding_line=line)
        assert again.stage == Stage.AWAITING_FUNDING
        assert again.stage_since == waiting.stage_since
        award(scene, waiting, line, 20_000)
        assert fresh(waiting).stage == Stage.PILOT


def test_no_award_moves_an_initiative_round_the_actions(scene, waiting):
    line, waiting = waiting
    other = planned(scene, line, 1_000)
    of_other = award(scene, other, line, 1_000)
    with pytest.raises(DatabaseError, match="only by a valid decision"), as_platform(scene.network):
        Initiative.objects.filter(pk=waiting.pk).update(stage="pilot", moved_by_award=of_other)
    with pytest.raises(DatabaseError, match="only by a valid decision"), as_platform(scene.network):
        Initiative.objects.filter(pk=other.pk).update(stage="pilot", moved_by_award=of_other)


def test_who_records_an_award(scene, waiting):
    line, waiting = waiting
    for person in (scene.directors[0], scene.lead, scene.group.secretary):
        with pytest.raises(Refused, match="een toekenning vastleggen"):
            award(scene, waiting, line, 20_000, by=person)
    abroad = make_line(scene, name="Subsidie", funder=None, funder_name="Ministerie")
    with pytest.raises(Refused, match="geldstromen bijwerken"):
        award(scene, waiting, abroad, 10, by=scene.directors[2])
    with pytest.raises(Refused, match="hoeveel"):
        award(scene, waiting, line, 0)
    idea = make_initiative(scene)
    with pytest.raises(Refused, match="kan alleen in de stand"):
        award(scene, idea, line, 10)


def test_a_wrong_amount_is_mended_with_its_reason(scene, asking):
    line, initiative = asking
    made = award(scene, initiative, line, 2_000)
    with looking(scene.manager) as manager:
        mended = actions.correct_award(made, by=manager, amount_eur=Decimal(20_000), reason="Nul vergeten.")
        assert mended.amount_eur == 20_000
        with pytest.raises(Refused, match=r"zit nog €.50\.000"):
            actions.correct_award(made, by=manager, amount_eur=Decimal(50_001), reason="Te veel.")
        with pytest.raises(Refused, match="hoeveel"):
            actions.correct_award(made, by=manager, amount_eur=Decimal(0), reason="Niets.")
    with looking(scene.directors[2]) as director, pytest.raises(Refused, match="netwerkmanager"):
        actions.correct_award(made, by=director, amount_eur=Decimal(1), reason="Zomaar.")


def test_only_the_manager_writes_funding_lines(scene):
    line = make_line(scene)
    with looking(scene.lead) as lead, pytest.raises(Refused, match="geldstromen bijwerken"):
        actions.put_funding_line(scene.network, by=lead, name="Anders", ceiling_eur=Decimal(1))
    with pytest.raises(Refused, match="al een geldstroom met deze naam"):
        make_line(scene)
    with pytest.raises(Refused, match="wie betaalt"):
        make_line(scene, name="Zonder", funder=None)
    assert make_line(scene, name="Doorbraakgeld!").slug == "doorbraakgeld-2"
    with looking(scene.manager) as manager:
        closed = actions.close_funding_line(line, by=manager)
        assert not closed.is_open
        assert actions.close_funding_line(closed, by=manager).closed_on == closed.closed_on


# --------------------------------------------------------------------------- pages


def test_the_page_of_the_money_of_one_initiative(scene, waiting):
    _line, waiting = waiting
    at = f"initiatieven/{waiting.number}/geld/"
    page = text(Browser(scene.network, scene.lead).get(at))
    assert "Plaats 1 van 1 in de rij voor Doorbraakgeld." in page
    assert "€ 20.000" in page
    assert "Elk halfjaar een verslag." in page
    assert "kan een toekenning vastleggen" in page
    manager = Browser(scene.network, scene.manager)
    assert ">Leg een toekenning vast</a>" in text(manager.get(at))
    wrong = manager.post(
        f"{at}toekenning/", line="doorbraakgeld", amount_eur="veel", awarded_on="", reference=""
    )
    assert wrong.status_code == WRONG
    too_much = manager.post(
        f"{at}toekenning/",
        line="doorbraakgeld",
        amount_eur="60.000",
        awarded_on=str(timezone.localdate()),
        reference="Brief 3",
    )
    assert "Meer kan er niet worden toegekend" in text(too_much)
    assert 'value="Brief 3"' in text(too_much)
    done = manager.post(
        f"{at}toekenning/",
        line="doorbraakgeld",
        amount_eur="20.000",
        awarded_on=str(timezone.localdate()),
        reference="Brief 3",
    )
    assert done.status_code == 302
    page = text(manager.get(at))
    assert "het initiatief gaat van start" in page
    assert "Brief 3" in page
    assert fresh(waiting).stage == Stage.PILOT
    with as_platform(scene.network):
        made = FundingAward.objects.get()
    mend = f"{at}toekenning/{made.pk}/"
    assert manager.get(mend).status_code == 200
    assert manager.post(mend, amount_eur="90.000", reason="Te veel").status_code == WRONG
    assert manager.post(mend, amount_eur="21.000", reason="Afgerond").status_code == 302
    assert manager.get(f"{at}toekenning/{uuid4()}/").status_code == 404
    assert Browser(scene.network, scene.lead).get(mend).status_code == NO


def test_the_page_of_funding_lines_is_for_all_and_changed_by_the_manager(scene):
    manager, reader = (
        Browser(scene.network, scene.manager),
        Browser(scene.network, make_member(scene.network)),
    )
    assert "Er is nog geen geldstroom." in text(reader.get("geldstromen/"))
    assert reader.get("geldstromen/nieuw/").status_code == NO
    assert manager.post("geldstromen/nieuw/", name="Fonds", ceiling_eur="").status_code == WRONG
    assert "Schrijf op wie betaalt" in text(
        manager.post("geldstromen/nieuw/", name="Fonds", ceiling_eur="10")
    )
    assert (
        manager.post(
            "geldstromen/nieuw/", name="Fonds", ceiling_eur="10.000", funder_name="Provincie"
        ).status_code
        == 302
    )
    assert "€ 0 van € 10.000 toegekend" in text(reader.get("geldstromen/"))
    twice = manager.post("geldstromen/nieuw/", name="Fonds", ceiling_eur="1", funder_name="Provincie")
    assert "al een geldstroom met deze naam" in text(twice)
    assert 'value="Fonds"' in text(manager.get("geldstromen/fonds/wijzigen/"))
    manager.post("geldstromen/fonds/wijzigen/", name="Fonds", ceiling_eur="12.000", funder_name="Provincie")
    assert "€ 12.000" in text(reader.get("geldstromen/"))
    assert reader.client.post(f"/{scene.network.slug}/geldstromen/fonds/sluiten/").status_code == NO
    assert manager.post("geldstromen/fonds/sluiten/").status_code == 302
    assert "gesloten op" in text(reader.get("geldstromen/"))
    assert manager.get("geldstromen/niets/wijzigen/").status_code == 404


def test_both_pages_cost_the_same_for_one_and_for_many(scene, waiting):
    line, first = waiting
    browser = Browser(scene.network, scene.manager)
    one = [questions(browser, path) for path in ("geldstromen/", f"initiatieven/{first.number}/geld/")]
    make_line(scene, 10, name="Nog een")
    decide(scene, planned(scene, line), "await_funding", funding_line=line)
    award(scene, planned(scene, line), line, 100)
    many = [questions(browser, path) for path in ("geldstromen/", f"initiatieven/{first.number}/geld/")]
    assert many == one


def test_the_proposal_to_wait_asks_the_funding_line(scene, asking):
    _line, initiative = asking
    secretary = Browser(scene.network, scene.group.secretary)
    at = f"initiatieven/{initiative.number}/poort/p3/goed-plan-wacht-op-geld/"
    assert "Op welke geldstroom wacht dit?" in text(secretary.get(at))
    assert "Kies op welke geldstroom" in text(secretary.post(at, moment="volgende"))
    closes_on = str(timezone.localdate() + timedelta(days=7))
    sent = secretary.post(at, moment="schriftelijk", closes_on=closes_on, funding_line="doorbraakgeld")
    assert sent.status_code == 302
