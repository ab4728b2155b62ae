"""What the parties to an agreement have to do: confirmed by the party itself, shown, and remembered in time."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.db import Error, IntegrityError, transaction
from django.utils import timezone

from schakel.initiatives.queries import needs_me
from schakel.journal.models import Entry
from schakel.network import actions, queries
from schakel.network.actions.obligations import announce_obligations
from schakel.network.models import Agreement, Obligation, ObligationAnswer, ObligationReport
from schakel.network.rules import ObligationState, Role
from schakel.notices.models import Notice
from schakel.notices.rules import Kind
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_agreement, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db

HERE = "overeenkomsten/overeenkomst/"
NO, WRONG, FOUND = 403, 422, 302


def agreed() -> SimpleNamespace:
    """An agreement of two parties, their directors and the manager."""
    network = make_network()
    zgt, mst = make_partner(network, "zgt"), make_partner(network, "mst")
    return SimpleNamespace(
        network=network,
        zgt=zgt,
        mst=mst,
        manager=make_member(network, Role.MANAGER),
        director=make_member(network, Role.REPRESENTATIVE, partner=zgt),
        other=make_member(network, Role.REPRESENTATIVE, partner=mst),
        agreement=make_agreement(network, parties=[zgt, mst]),
    )


def added(world: SimpleNamespace, **facts: Any) -> Obligation:
    with looking(world.manager) as by:
        told = {"partner": world.zgt, "text": "Levert elk jaar twee docenten.", **facts}
        return actions.add_obligation(world.agreement, by=by, **told)


def confirmed(world: SimpleNamespace, **facts: Any) -> Obligation:
    made = added(world, **facts)
    with looking(world.director) as by:
        return actions.answer_obligation(made, by=by, agrees=True)


def told(world: SimpleNamespace) -> list[tuple[str, Any]]:
    with as_platform(world.network):
        found = Notice.objects.filter(kind=Kind.OBLIGATION).select_related("person").order_by("at", "title")
        return [(one.title, one.person) for one in found]


def test_the_manager_writes_it_down_and_the_party_is_asked_and_says_yes():
    world = agreed()
    manager, director = Browser(world.network, world.manager), Browser(world.network, world.director)
    assert "Leg vast wat een partij doet" in text(manager.get(HERE))
    answer = manager.post(
        f"{HERE}verplichting/",
        partner="zgt",
        text="Levert elk jaar twee docenten.",
        source_text="Artikel 4, lid 2.",
        due_on="2027-03-01",
        every_months="12",
    )
    assert answer["Location"].endswith("#verplichtingen")
    page = text(manager.get(HERE))
    assert "Nog niet bevestigd" in page
    assert "uiterlijk 1 maart 2027, daarna elk jaar" in page
    assert "Artikel 4, lid 2." in page
    assert told(world) == [("Klopt wat er staat in “Samenwerkingsovereenkomst”?", world.director)]
    with as_platform(world.network):
        made = Obligation.objects.get()
    with looking(world.director) as by:
        [asked] = [one for one in needs_me(by, world.network, now=timezone.now()) if "Klopt dit" in one.title]
    assert (asked.url_name, asked.deed) == ("network:obligation", "Ja of nee")
    here = f"{HERE}verplichting/{made.pk}/"
    assert "Levert elk jaar twee docenten." in text(director.get(here))
    assert director.post(here, agrees="ja", answer="").status_code == FOUND
    page = text(director.get(HERE))
    assert "Bevestigd, nog te doen" in page
    assert "Leg vast of het is gedaan" in page
    with as_platform(world.network):
        verbs = list(Entry.objects.filter(about_id=str(world.agreement.pk)).values_list("verb", flat=True))
    assert {"obligation added", "obligation confirmed"} <= set(verbs)


def test_no_comes_with_a_reason_that_the_manager_hears_of():
    world = agreed()
    made = added(world)
    director = Browser(world.network, world.director)
    here = f"{HERE}verplichting/{made.pk}/"
    answer = director.post(here, agrees="nee", answer=" ")
    assert answer.status_code == WRONG
    assert "Schrijf op wat er niet klopt" in text(answer)
    assert director.post(here, agrees="nee", answer="Het is één docent.").status_code == FOUND
    page = text(Browser(world.network, world.manager).get(HERE))
    assert "Klopt niet, zegt de partner" in page
    assert "Het is één docent." in page
    title, person = told(world)[-1]
    assert ("zegt: dit klopt niet" in title, person) == (True, world.manager)
    with as_platform(world.network):
        assert "docent" not in Notice.objects.latest("at").because  # what a person wrote does not go by mail
    with looking(world.director) as by:
        done = actions.answer_obligation(made, by=by, agrees=True, answer="Nu klopt het: één.")
        assert done.state == ObligationState.CONFIRMED
    page = text(Browser(world.network, world.manager).get(HERE))
    assert f"{world.director.name}: Het is één docent." in page
    assert f"{world.director.name}: Nu klopt het: één." in page


def test_only_the_party_itself_confirms():
    world = agreed()
    made = added(world)
    for person in (world.other, world.manager):
        with looking(person) as by, pytest.raises(Refused, match="vertegenwoordigt, zegt of dit klopt"):
            actions.answer_obligation(made, by=by, agrees=True)
    with as_platform(world.network), pytest.raises(Refused, match="Alleen een mens"):
        actions.answer_obligation(made, by=None, agrees=True)  # type: ignore[arg-type]
    assert Browser(world.network, world.other).get(f"{HERE}verplichting/{made.pk}/").status_code == NO
    with looking(world.director) as by:
        actions.answer_obligation(made, by=by, agrees=True)
        with pytest.raises(Refused, match="bevestigde dit al"):
            actions.answer_obligation(made, by=by, agrees=False, answer="Toch niet.")


def test_once_is_met_with_what_shows_it():
    world = agreed()
    made = confirmed(world, due_on=timezone.localdate())
    director = Browser(world.network, world.director)
    here = f"{HERE}verplichting/{made.pk}/verslag/"
    answer = director.post(here, is_met="ja", evidence="")
    assert answer.status_code == WRONG
    later = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "moet nog komen" in text(
        director.post(here, is_met="ja", due_on=made.due_on.isoformat(), evidence="Gedaan.", on=later)
    )
    assert (
        director.post(
            here, is_met="ja", due_on=made.due_on.isoformat(), evidence="De rooster staat in bijlage 2."
        ).status_code
        == FOUND
    )
    page = text(director.get(HERE))
    assert "Nagekomen op" in page
    assert "De rooster staat in bijlage 2." in page
    assert director.get(here).status_code == NO
    with looking(world.director) as by:
        assert not [one for one in needs_me(by, world.network, now=timezone.now()) if "Gedaan?" in one.title]


def test_what_returns_gets_its_next_day_and_keeps_what_was_said():
    world = agreed()
    made = confirmed(world, due_on=date(2026, 1, 31), every_months=1)
    with looking(world.director) as by:
        actions.report_obligation(
            made, by=by, due_on=made.due_on, is_met=False, evidence="Niemand had tijd.", on=date(2026, 2, 2)
        )
        actions.report_obligation(
            made,
            by=by,
            due_on=made.due_on,
            is_met=True,
            evidence="Verslag van 9 februari.",
            on=date(2026, 2, 9),
        )
    with as_platform(world.network):
        made = Obligation.objects.get()
        assert (made.due_on, made.met_on) == (date(2026, 2, 28), None)
        rows = ObligationReport.objects.order_by("happened_on")
        assert [(one.is_met, one.due_on) for one in rows] == [
            (False, date(2026, 1, 31)),
            (True, date(2026, 1, 31)),
        ]
    assert any("kwam iets niet na" in title and person == world.manager for title, person in told(world))
    page = text(Browser(world.network, world.manager).get(HERE))
    assert "Te laat, uiterlijk 28 februari 2026" in page
    assert "Niet gelukt" in page
    assert "daarna elke maand" in page
    assert "Niemand had tijd." in page


def test_sent_in_twice_it_counts_once():
    world = agreed()
    made = confirmed(world, due_on=date(2026, 1, 31), every_months=1)
    director = Browser(world.network, world.director)
    here = f"{HERE}verplichting/{made.pk}/verslag/"
    assert 'name="due_on" value="2026-01-31"' in director.get(here).content.decode()
    typed = {"is_met": "ja", "evidence": "Verslag van januari.", "due_on": "2026-01-31"}
    assert director.post(here, **typed).status_code == FOUND
    again = director.post(here, **typed)
    assert again.status_code == WRONG
    assert "Dit is al vastgelegd. De volgende dag is 28 februari 2026." in text(again)
    with as_platform(world.network):
        assert Obligation.objects.get().due_on == date(2026, 2, 28)
        [report] = ObligationReport.objects.all()
        report.pk, report._state.adding = uuid4(), True
        with pytest.raises(IntegrityError, match="an_obligation_is_met_once_for_a_day"), transaction.atomic():
            report.save()


def test_what_returns_at_the_end_of_the_month_stays_there():
    world = agreed()
    made = confirmed(world, due_on=date(2026, 1, 31), every_months=1)
    for day in (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)):
        with looking(world.director) as by:
            actions.report_obligation(made, by=by, is_met=True, evidence="Gedaan.", due_on=made.due_on)
            made.refresh_from_db()
        assert made.due_on == day


def test_nobody_is_late_with_what_it_never_confirmed():
    world = agreed()
    added(world, due_on=timezone.localdate() - timedelta(days=3))
    page = text(Browser(world.network, world.manager).get(HERE))
    assert "Nog niet bevestigd" in page
    assert "Te laat" not in page


def test_nothing_a_person_wrote_about_it_goes_by_mail():
    world = agreed()
    secret = "Betaalt mevrouw Jansen door."
    made = confirmed(world, text=secret, due_on=timezone.localdate() - timedelta(days=1))
    with looking(world.director) as by:
        actions.report_obligation(made, by=by, is_met=False, evidence=secret, due_on=made.due_on)
    with as_platform(world.network):
        announce_obligations(world.network, timezone.localdate())
        notices = Notice.objects.filter(kind=Kind.OBLIGATION)
        mailed = " ".join(one.title + one.because for one in notices)
    assert "Jansen" not in mailed
    assert all(
        words in mailed
        for words in ("Klopt wat er staat", "kwam iets niet na", "Te laat: wat", "Samenwerkings")
    )


def test_when_the_agreement_is_over_nobody_is_reminded():
    world = agreed()
    today = timezone.localdate()
    confirmed(world, due_on=today - timedelta(days=20))
    confirmed(world, text="Komt na het einde.", due_on=today + timedelta(days=10))
    ends: list[tuple[date, int | None, int]] = [
        (today + timedelta(days=5), None, 1),
        (today - timedelta(days=1), None, 0),
        (today - timedelta(days=1), 12, 2),
    ]
    for ends_on, renewal_months, n in ends:
        with as_platform(world.network):
            Agreement.objects.update(ends_on=ends_on, renewal_months=renewal_months)
            assert announce_obligations(world.network, today) == n
        with looking(world.director) as by:
            waiting = needs_me(by, world.network, now=timezone.now())
            assert len([one for one in waiting if "Gedaan?" in one.title]) == n


def test_who_writes_down_whether_it_was_done():
    world = agreed()
    made = added(world)
    with looking(world.director) as by, pytest.raises(Refused, match="bevestigde dit nog niet"):
        actions.report_obligation(made, by=by, due_on=made.due_on, is_met=True, evidence="Gedaan.")
    with looking(world.director) as by:
        actions.answer_obligation(made, by=by, agrees=True)
    with looking(world.other) as by, pytest.raises(Refused, match="of de netwerkmanager, legt dit vast"):
        actions.report_obligation(made, by=by, due_on=made.due_on, is_met=True, evidence="Gedaan.")
    with looking(world.manager) as by:
        with pytest.raises(Refused, match="waarom het niet lukte"):
            actions.report_obligation(made, by=by, due_on=made.due_on, is_met=False, evidence=" ")
        actions.report_obligation(
            made, by=by, due_on=made.due_on, is_met=True, evidence="De brief van 3 mei."
        )
        with pytest.raises(Refused, match="al nagekomen"):
            actions.report_obligation(made, by=by, due_on=made.due_on, is_met=True, evidence="Nog eens.")
        with pytest.raises(Refused, match="Zij blijft staan"):
            actions.withdraw_obligation(made, by=by, reason="Weg ermee.")


def test_the_manager_takes_it_away_with_a_reason_that_stays():
    world = agreed()
    made = confirmed(world)
    manager = Browser(world.network, world.manager)
    here = f"{HERE}verplichting/{made.pk}/intrekken/"
    refused = manager.post(here, reason=" ")
    assert refused.status_code == WRONG
    assert "Vul dit in." in text(refused)
    with looking(world.manager) as by, pytest.raises(Refused, match="waarom u dit intrekt"):
        actions.withdraw_obligation(made, by=by, reason=" ")
    assert manager.post(here, reason="Het staat al in de nieuwe overeenkomst.").status_code == FOUND
    assert "Het staat al in de nieuwe overeenkomst." in text(manager.get(HERE))
    assert Browser(world.network, world.director).get(here).status_code == NO
    with looking(world.manager) as by, pytest.raises(Refused, match="al ingetrokken"):
        actions.withdraw_obligation(made, by=by, reason="Weg.")
    with looking(world.director) as by:
        with pytest.raises(Refused, match="is ingetrokken"):
            actions.answer_obligation(made, by=by, agrees=True)
        with pytest.raises(Refused, match="is ingetrokken"):
            actions.report_obligation(made, by=by, is_met=True, evidence="Gedaan.", due_on=made.due_on)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"text": " "}, "Schrijf op wat deze partij doet"),
        ({"every_months": 12}, "heeft een eerste dag nodig"),
    ],
)
def test_what_is_not_whole_is_not_written_down(facts: dict[str, Any], reason: str):
    world = agreed()
    with looking(world.manager) as by, pytest.raises(Refused, match=reason):
        actions.add_obligation(
            world.agreement, by=by, **{"partner": world.zgt, "text": "Doet iets.", **facts}
        )


def test_who_is_no_party_has_nothing_to_do_and_only_the_manager_writes():
    world = agreed()
    stranger = make_partner(world.network, "ggd")
    with looking(world.manager) as by, pytest.raises(Refused, match="geen partij bij deze overeenkomst"):
        actions.add_obligation(world.agreement, by=by, partner=stranger, text="Doet iets.")
    with looking(world.director) as by, pytest.raises(Refused, match="Alleen de netwerkmanager"):
        actions.add_obligation(world.agreement, by=by, partner=world.zgt, text="Doet iets.")
    director = Browser(world.network, world.director)
    assert director.get(f"{HERE}verplichting/").status_code == NO
    assert "Leg vast wat een partij doet" not in text(director.get(HERE))
    manager = Browser(world.network, world.manager)
    assert "Kies een van de mogelijkheden" in text(manager.post(f"{HERE}verplichting/", partner="", text="x"))
    assert manager.get(f"{HERE}verplichting/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_the_party_hears_in_time_and_the_manager_when_it_is_late():
    world = agreed()
    confirmed(world, due_on=date(2027, 3, 1))
    added(world, text="Nog niet bevestigd", due_on=date(2027, 3, 1))
    before = len(told(world))
    days = [date(2027, 2, 14), date(2027, 2, 15), date(2027, 2, 20), date(2027, 3, 2), date(2027, 3, 9)]
    with as_platform(world.network):
        assert [announce_obligations(world.network, day) for day in days] == [0, 1, 1, 1, 1]
    heard = told(world)[before:]
    assert {(title.split(":")[0], person) for title, person in heard} == {
        ("Binnenkort", world.director),
        ("Te laat", world.director),
        ("Te laat", world.manager),
    }
    assert len(heard) == 3  # each of them once


def test_what_has_to_be_done_waits_on_the_overview_a_month_ahead():
    world = agreed()
    confirmed(world, due_on=timezone.localdate() + timedelta(days=40))
    late = confirmed(world, text="Meldt zich elk kwartaal.", due_on=timezone.localdate() - timedelta(days=2))
    with looking(world.director) as by:
        waiting = [one for one in needs_me(by, world.network, now=timezone.now()) if "Gedaan?" in one.title]
    assert [(one.title, one.is_late) for one in waiting] == [("Gedaan? Meldt zich elk kwartaal.", True)]
    assert waiting[0].url_kwargs["pk"] == str(late.pk)
    with looking(world.other) as by:
        assert not [one for one in needs_me(by, world.network, now=timezone.now()) if "Gedaan?" in one.title]


def test_the_page_costs_the_same_for_one_and_for_many():
    world = agreed()
    reader = Browser(world.network, world.manager)
    confirmed(world)
    before = questions(reader, HERE)
    for n in range(4):
        made = confirmed(world, text=f"Doet nog iets, {n}")
        with looking(world.director) as by:
            actions.report_obligation(made, by=by, due_on=made.due_on, is_met=True, evidence="Gedaan.")
    assert questions(reader, HERE) == before


def test_the_database_keeps_what_was_said():
    world = agreed()
    made = confirmed(world)
    with looking(world.director) as by:
        actions.report_obligation(made, by=by, due_on=made.due_on, is_met=True, evidence="Gedaan.")
    for change in ({"state": "withdrawn"}, {"state": "asked"}):
        with as_platform(world.network), pytest.raises(IntegrityError), transaction.atomic():
            Obligation.objects.filter(pk=made.pk).update(**change)
    for change in ({"text": ""}, {"text": "Betaalt alles."}, {"partner": world.mst}, {"every_months": 3}):
        with as_platform(world.network), pytest.raises(Error, match="Cannot update"), transaction.atomic():
            Obligation.objects.filter(pk=made.pk).update(**change)
    for rows, change in (
        (ObligationReport, {"evidence": "Iets anders."}),
        (ObligationAnswer, {"text": "Iets anders."}),
    ):
        with (
            as_platform(world.network),
            pytest.raises(Exception, match="permission denied"),
            transaction.atomic(),
        ):
            rows.objects.update(**change)
    fields = {name: getattr(made, name) for name in ("network", "agreement", "partner", "asked_at")}
    for wrong in ({"text": ""}, {"text": "Doet iets.", "every_months": 3}):
        with as_platform(world.network), pytest.raises(IntegrityError), transaction.atomic():
            Obligation.objects.create(**fields, **wrong)


def test_another_network_sees_nothing_of_it():
    world = agreed()
    made = added(world)
    outsider = make_member(make_network())
    with looking(outsider) as person:
        assert queries.obligation_of(person, world.agreement, made.pk) is None
        assert not Obligation.objects.exists()
