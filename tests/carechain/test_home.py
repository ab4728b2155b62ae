"""From home to home: a file is counted and let go; steps are shown without small numbers, and held to agreements."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from schakel.carechain import actions, folder, queries
from schakel.carechain.models import Bottleneck, EventLog, LogPiece, StepGain, TransferStep
from schakel.carechain.permissions import why_not_count, why_not_look, why_not_open
from schakel.carechain.rules import LogKind, LogState
from schakel.journal.models import Entry
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import (
    agree_on_transfers,
    make_log,
    make_purpose,
    make_transfers,
    transfers_of,
)
from tests.factories.governance import as_platform, looking
from tests.factories.jobs import run_waiting
from tests.factories.measuring import make_series
from tests.factories.network import make_member, make_network, make_partner
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db
PAGE = "keten/van-huis-tot-huis/"


@pytest.fixture(autouse=True)
def _chains(settings, tmp_path):
    settings.CHAIN_FOLDER = tmp_path / "chain"


def reader(network) -> Browser:
    return Browser(network, make_member(network, Role.READER))


def step_of(network, source: str, target: str) -> TransferStep:
    with as_platform(network):
        return TransferStep.objects.between_stations().get(source_kind=source, target_kind=target)


def test_an_analyst_sends_a_file_it_is_counted_and_nothing_of_anybody_stays() -> None:
    network = make_network()
    analyst = Browser(network, make_member(network, Role.ANALYST))
    assert "Eerst de afspraak, dan de gegevens." in text(analyst.get(f"{PAGE}invoeren/"))
    purpose = make_purpose(network)
    data = transfers_of() + b"999,Jansen1,9,x,y,left,gisteren,\n998,Jansen1,9,x,y,verhuisd,2026-03-02,\n"
    sent = analyst.post(
        f"{PAGE}invoeren/",
        purpose=str(purpose.pk),
        title="Overdrachten",
        file=SimpleUploadedFile("maart.csv", data),
        keep_until=(timezone.localdate() + timedelta(days=30)).isoformat(),
        cut_off="",
    )
    assert sent.status_code == 302, text(sent)
    assert run_waiting(only=actions.COUNT) == [actions.COUNT]
    with as_platform(network):
        log = EventLog.objects.get()
        assert not LogPiece.objects.exists()
        kept = str([*TransferStep.objects.values_list("facts", "reasons", "source", "target"), log.answer])
        verbs = list(Entry.objects.filter(about_type="carechain.eventlog").values_list("verb", flat=True))
    assert "Jansen" not in kept
    assert verbs == ["began to send", "sent", "counted"]
    assert not folder.lying(network.pk), "nothing lies in the folder"
    page = text(analyst.get(f"keten/logboeken/{log.pk}/"))
    assert "292 regels gelezen = 290 gebruikt + 2 afgewezen." in page
    assert "dit is geen datum of tijdstip" in page
    assert "deze soort gebeurtenis kent Schakel niet" in page
    assert "gisteren" not in page
    assert "Bekijk de weg van huis tot huis" in page


def test_a_large_file_with_transfers_is_begun_for_pieces() -> None:
    network = make_network()
    analyst = Browser(network, make_member(network, Role.ANALYST))
    told = {
        "purpose": str(make_purpose(network).pk),
        "title": "Overdrachten",
        "filename": "groot.csv",
        "size": "9000000",
        "keep_until": (timezone.localdate() + timedelta(days=30)).isoformat(),
        "cut_off": "2026-03-01",
    }
    where = f"/{network.slug}/{PAGE}invoeren/"
    begun = analyst.client.post(where, told, headers={"Accept": "application/json"})
    assert begun.status_code == 201
    with as_platform(network):
        log = EventLog.objects.get()
    assert (log.kind, log.cut_off) == (LogKind.TRANSFERS, date(2026, 3, 1))
    assert str(log.pk) in begun.json()["piece"]


def test_the_page_tells_what_was_counted_by_hand_and_whether_it_is_as_agreed() -> None:
    network = make_network()
    make_transfers(network)
    page = text(reader(network).get(PAGE))
    assert "De helft is van huis tot huis 20 dagen of korter onderweg" in page
    assert "geen afspraak" in page
    agree_on_transfers(network)
    page = text(reader(network).get(PAGE))
    assert "Eén stap gaat niet zoals afgesproken" in page
    assert "Overdrachten, 1 maart 2026 tot en met 21 maart 2026." in page
    with looking(make_member(network, Role.READER)) as person:
        (log,) = queries.ready_transfers(network, person)
        steps = {str(one.step): one for one in queries.home_page(network, person, log).steps}
    found = steps["Ziekenhuis → revalidatie (GRZ)"].figures
    assert (found.n_people, found.requests_n, found.refused_n) == (30, 30, 10)
    assert (found.answered_pct, found.answer_median, found.answer_p90) == (
        pytest.approx(66.67, abs=0.01),
        2,
        6,
    )
    assert (found.nights_gross, found.nights_net, found.nights_mean) == (60, 50, pytest.approx(50 / 30))
    assert (found.nights_median, found.within_pct) == (1, pytest.approx(66.67, abs=0.01))
    assert (found.sent_pct, found.left_n, found.missing_n, found.verdict) == (100, 30, 0, "norm_not_met")
    assert list(steps) == [
        "Thuis → ziekenhuis",
        "Ziekenhuis → revalidatie (GRZ)",
        "Revalidatie (GRZ) → weer thuis",
    ]
    assert steps["Thuis → ziekenhuis"].figures.verdict == "norm_unknown"


def test_a_file_of_several_months_tells_how_it_changed_and_no_month_of_few() -> None:
    """March as made, April the same a month later, and in May four people of whom nothing may follow."""
    network = make_network()
    rows = transfers_of(quick=20, slow=10).decode().splitlines()
    later = [line.replace("2026-03", "2026-04").replace("Jansen", "Pieters") for line in rows[1:]]
    few = [line.replace("2026-03", "2026-05").replace("Jansen", "Smit") for line in rows[1:37]]
    lines = [f"{number},{line.partition(',')[2]}" for number, line in enumerate([*rows[1:], *later, *few])]
    make_transfers(network, ("\n".join([rows[0], *lines]) + "\n").encode())
    page = text(reader(network).get(PAGE))
    part = page[page.index("Hoe het verandert") : page.index("Wat u moet weten")]
    assert "alle stappen samen, per kwartaal" in part, "April and May stand together, so a quarter shows more"
    # Twenty people wait one night; ten wait four, of which they asked for one: 50 nights of 30 people.
    assert ">1,7 nachten<" in part
    assert "30 keer vertrokken" in part
    assert "30 wegen" in part
    assert "34 keer vertrokken" in part
    assert "4 keer vertrokken" not in part.replace("34 keer", ""), "nothing is told of four people"
    agree_on_transfers(network)
    again = text(reader(network).get(PAGE))
    assert "30 aanvragen" in again[again.index("Hoe het verandert") :]
    with as_platform(network):
        log = EventLog.objects.get(kind=LogKind.TRANSFERS)
    with looking(make_member(network, Role.READER)) as person:
        ways = queries.home_page(network, person, log).ways
        assert None not in {ways.n, ways.median, ways.p90}
        log.answer["blocks"]["told"].remove("ways")
        few = queries.home_page(network, person, log).ways
        assert {few.n, few.median, few.p90} == {None}, "many ways of a few people are of few"
    with as_platform(network):
        log.answer.pop("blocks")
        log.save(update_fields=["answer"])
    assert "geteld voordat Schakel per maand telde" in text(reader(network).get(PAGE))


def test_a_step_of_few_is_hidden_and_does_not_follow_from_the_rest() -> None:
    network = make_network()
    log = make_transfers(network, transfers_of(others=4))
    page = text(reader(network).get(PAGE))
    assert "Eén stap is verborgen, omdat het om minder dan 10 mensen gaat." in page
    assert "eerstelijnsverblijf (ELV):" not in page, "a hidden step is not drawn"
    with looking(make_member(network)) as person:
        found = queries.home_page(network, person, log)
    assert found.whole.is_hidden, "with the total the hidden step would be known"
    assert found.ways.underway_n is None
    few = step_of(network, "hospital", "short_stay")
    told = text(reader(network).get(f"{PAGE}{few.pk}/"))
    assert "minder dan 10 mensen" in told
    assert "Antwoord op aanvragen" not in told


def test_the_page_of_a_step_tells_reasons_that_enough_people_met_and_no_other() -> None:
    network = make_network()
    make_transfers(network)
    step = step_of(network, "hospital", "rehabilitation")
    assert step.reasons == {"vol": 10}
    assert "vol: 10 mensen" in text(reader(network).get(f"{PAGE}{step.pk}/"))
    other = make_network()
    make_transfers(other, transfers_of(slow=9, reason="mevrouw Jansen wil niet"))
    assert step_of(other, "hospital", "rehabilitation").reasons == {}


def test_a_place_is_known_by_the_kind_of_the_partner_of_that_name() -> None:
    network = make_network()
    make_partner(network, "dignis", name="Dignis", kind="nursing_home")
    make_transfers(network, transfers_of().replace(b"GRZ Lindetuin", b"Dignis"))
    assert step_of(network, "hospital", "nursing_home").n_people == 30


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"event_id,patient_id\n1,P\n", "Deze kolommen ontbreken: step, from_place"),
        (transfers_of(quick=1, slow=0).replace(b"2026-", b"x"), "Geen enkele regel is te gebruiken"),
        (transfers_of(reason="111222333"), "staan burgerservicenummers"),
        (b"PK\x03\x04 geen werkmap", "Excel-bestand is niet te openen"),
    ],
)
def test_what_is_no_file_with_transfers_is_told_and_nothing_of_it_stays(data, words) -> None:
    network = make_network()
    log = make_transfers(network, data)
    assert log.state == LogState.UNREADABLE
    assert words in text(reader(network).get(f"keten/logboeken/{log.pk}/"))
    with as_platform(network):
        assert not LogPiece.objects.exists()
        assert not TransferStep.objects.exists()


def test_the_last_day_that_counts_may_be_chosen() -> None:
    network = make_network()
    log = make_transfers(network, cut_off=date(2026, 3, 6))
    assert (log.last_on, log.counts["events"]) == (date(2026, 3, 6), 210)
    early = make_transfers(make_network(), cut_off=date(2026, 1, 6))
    assert early.words.startswith("Tot en met de gekozen dag")


def test_what_holds_on_the_last_day_of_a_file_counts_and_agreements_follow_each_other() -> None:
    network = make_network()
    make_transfers(network)
    agree_on_transfers(network, valid_from=date(2026, 3, 22))
    assert "nog niets afgesproken dat gold" in text(reader(network).get(PAGE))
    with refused("Kies een latere dag"):
        agree_on_transfers(network)
    with refused("Spreek hoogstens 60 nachten"):
        agree_on_transfers(network, delay_nights_max=61, valid_from=date(2026, 4, 1))
    with refused("Schrijf op wie dit afsprak"):
        agree_on_transfers(network, origin=" ", valid_from=date(2026, 4, 1))
    manager = Browser(network, make_member(network, Role.MANAGER))
    values = {
        "answer_within_hours": "6",
        "sent_before_leaving_hours": "24",
        "delay_nights_max": "5",
        "readmission_days": "30",
        "percent": "60",
        "origin": "Overleg",
    }
    assert manager.post(f"{PAGE}afspraken/", **values, valid_from="2026-03-22").status_code == 422
    assert manager.post(f"{PAGE}afspraken/", **values, valid_from="2026-04-01").status_code == 302
    assert reader(network).get(f"{PAGE}afspraken/").status_code == 403


def test_the_health_that_a_step_gains_is_chosen_shown_and_taken_back() -> None:
    network = make_network()
    make_transfers(network)
    series = make_series(network)
    step = step_of(network, "hospital", "rehabilitation")
    where = f"{PAGE}{step.pk}/"
    person = make_member(network, Role.MANAGER)
    manager = Browser(network, person)
    assert "Niet gemeten." in text(manager.get(where))
    assert reader(network).get(f"{where}gezondheidswinst/").status_code == 403
    for _twice in range(2):
        chosen = manager.post(f"{where}gezondheidswinst/", series=str(series.pk))
        assert chosen.status_code == 302
    assert series.version.name in text(reader(network).get(PAGE))
    assert "nog geen cijfers" in text(manager.get(where))
    other = make_series(make_network())
    with looking(person), refused("van een ander netwerk"):
        kinds = {"source_kind": "hospital", "target_kind": "home"}
        actions.choose_gain(network, by=person, series=other, **kinds)
    for _twice in range(2):
        assert manager.post(f"{where}gezondheidswinst/", series="").status_code == 302
    with as_platform(network):
        assert not StepGain.objects.exists()


def test_a_step_becomes_a_bottleneck_that_takes_its_figure_along() -> None:
    network = make_network()
    agree_on_transfers(network)
    make_transfers(network, transfers_of(others=4))
    step, few = step_of(network, "hospital", "rehabilitation"), step_of(network, "hospital", "short_stay")
    manager = Browser(network, make_member(network, Role.MANAGER))
    where = "keten/knelpunten/nieuw/?stap="
    assert "Wachten van Ziekenhuis naar Revalidatie (GRZ)" in text(manager.get(f"{where}{step.pk}"))
    told = {"title": "Wachten", "story": "Mensen wachten", "cause": "outflow", "area": ""}
    for one in (step, few):
        assert manager.post(f"{where}{one.pk}", **told).status_code == 302
    assert manager.get(f"{where}nee").status_code == 404
    with as_platform(network):
        first, second = Bottleneck.objects.order_by("named_at")
    assert (first.figure["n"], first.figure["p50_s"], first.figure["norm_days"]) == (30, 86_400, 2)
    assert (first.source, first.target, second.figure) == ("Ziekenhuis", "Revalidatie (GRZ)", {})
    assert "1 dag" in text(manager.get(f"keten/knelpunten/{first.pk}/"))


def test_without_a_file_the_page_says_what_is_needed_and_shows_the_way_as_the_network_names_it() -> None:
    network = make_network()
    page = text(reader(network).get(PAGE))
    assert "Nog niemand bracht overdrachten in" in page
    assert "De netwerkmanager of een analist stuurt het." in page
    with as_platform(network):
        steps = [{"name": "Thuis"}, {"name": "Ziekenhuis", "text": "als het moet"}]
        network.facts = {"facts": [{"key": "steps", "inferred": True, "items": steps}]}
        network.save()
    page = text(reader(network).get(PAGE))
    assert "Ziekenhuis, als het moet: niet gemeten" in page
    assert "De volgorde van de stappen is onze lezing van de bron." in page


def test_files_with_transfers_and_logs_of_the_chain_keep_apart() -> None:
    network, other = make_network(), make_network()
    log = make_transfers(network)
    stranger = Browser(other, make_member(other, Role.ANALYST))
    step = step_of(network, "hospital", "rehabilitation")
    assert stranger.get(f"{PAGE}{step.pk}/").status_code == 404
    assert "Er is nog geen logboek dat klaarstaat." in text(reader(network).get("keten/paden/"))
    chain = make_log(network, [("Ziekenhuis", "Revalidatie", 2, 12)])
    assert "Nog niemand" not in text(reader(network).get(PAGE))
    analyst = make_member(network, Role.ANALYST)
    assert "blijft alleen de telling" in (why_not_open(analyst, log) or "")
    assert "al geteld" in (why_not_count(analyst, log) or "")
    assert "al geteld" in (why_not_look(analyst, log) or "")
    assert "geen bestand met overdrachten" in (why_not_count(analyst, chain) or "")
    with looking(analyst):
        actions.ask_removal(log, by=analyst)
    assert "Nog niemand bracht overdrachten in" in text(reader(network).get(PAGE))
    assert reader(network).get(f"{PAGE}{step.pk}/").status_code == 404


def test_a_count_that_stopped_may_be_begun_again() -> None:
    network = make_network()
    log = make_transfers(network)
    with as_platform(network):
        EventLog.objects.filter(pk=log.pk).update(state=LogState.RECEIVED)
        TransferStep.objects.all().delete()
        log.refresh_from_db()
    analyst = Browser(network, make_member(network, Role.ANALYST))
    assert "De overdrachten worden geteld" in text(analyst.get(f"keten/logboeken/{log.pk}/"))
    assert analyst.post(f"keten/logboeken/{log.pk}/bekijk/").status_code == 302
    assert log.kind == LogKind.TRANSFERS


def test_the_pages_ask_the_same_of_the_database_however_much_there_is() -> None:
    network = make_network()
    asked = []
    for others in (0, 24):
        agree_on_transfers(network)
        make_transfers(network, transfers_of(others=others))
        step = step_of(network, "hospital", "rehabilitation")
        asked.append([questions(reader(network), path) for path in (PAGE, f"{PAGE}{step.pk}/")])
        network = make_network()
    assert asked[0] == asked[1]
    assert max(asked[1]) <= 14
