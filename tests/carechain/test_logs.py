"""A file becomes a log: why first, then piece by piece, the columns, what was read; and it goes when its time is up."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from schakel.carechain import actions, folder, preparing
from schakel.carechain.models import ChainLink, DataPurpose, EventLog, LogPiece
from schakel.jobs.actions import Stopped
from schakel.jobs.models import Job
from schakel.journal.models import Entry
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.carechain import csv_of, make_log, make_purpose, prepare, send_log
from tests.factories.governance import as_platform, looking
from tests.factories.jobs import run_waiting
from tests.factories.network import make_agreement, make_member, make_network

pytestmark = pytest.mark.django_db

GOINGS = (("Ziekenhuis De Linde", "Revalidatiehuis", 6, 12), ("Revalidatiehuis", "Wijkzorg", 2, 3))


@pytest.fixture(autouse=True)
def chains(settings, tmp_path) -> Path:
    """Logs of a test lie in a folder of its own."""
    settings.CHAIN_FOLDER = tmp_path / "chain"
    return settings.CHAIN_FOLDER


def test_a_manager_says_why_and_an_analyst_gets_from_a_file_to_the_picture(chains) -> None:
    """The whole road, on the pages."""
    network = make_network()
    agreement = make_agreement(network)
    manager, analyst = (Browser(network, make_member(network, role)) for role in (Role.MANAGER, Role.ANALYST))
    assert "Eerst de afspraak, dan de gegevens." in text(analyst.get("keten/logboeken/nieuw/"))
    assert analyst.get("keten/doel/").status_code == 403
    said = {
        "goal": "Zien waar men wacht",
        "ground": "Artikel 3",
        "longest_months": "24",
        "agreement": str(agreement.pk),
    }
    assert manager.post("keten/doel/", **said).status_code == 302
    file = SimpleUploadedFile("C:\\uit\\zorg.csv", csv_of(GOINGS))
    until = timezone.localdate() + timedelta(days=30)
    purpose = network_purpose(network)
    sent = analyst.post(
        "keten/logboeken/nieuw/",
        purpose=str(purpose),
        title="Ouderenzorg",
        file=file,
        keep_until=until.isoformat(),
    )
    assert sent.status_code == 302, text(sent)
    assert "/taken/" in sent["Location"]
    run_waiting(only=actions.LOOK)
    with as_platform(network):
        log = EventLog.objects.get()
    page = text(analyst.get(f"keten/logboeken/{log.pk}/"))
    assert "Welke kolom is wat?" in page
    assert "Ziekenhuis De Linde" in page, "an example of a column that tells of nobody"
    assert ">Z1<" not in page, "of the case only its shape is shown"
    assert ">x9<" in page
    other = text(Browser(network, make_member(network)).get(f"keten/logboeken/{log.pk}/"))
    assert "Ziekenhuis De Linde" not in other, "only who may bring it in sees examples"
    chosen = {**log.mapping, "closing": "", "cut_off": ""}
    assert analyst.post(f"keten/logboeken/{log.pk}/kolommen/", **chosen).status_code == 302
    run_waiting(only=actions.PREPARE)
    page = text(analyst.get(f"keten/logboeken/{log.pk}/"))
    assert "30 regels gelezen = 30 gebruikt + 0 afgewezen." in page
    assert "Ziekenhuis De Linde → Revalidatiehuis" in text(analyst.get("keten/"))
    lying = folder.log_folder(network.pk, log.pk)
    assert lying.stat().st_mode & 0o077 == 0, "for its owner only"
    assert b"Z1" not in (lying / "case.parquet").read_bytes(), "a pseudonym took the place of the case"
    assert not list(chains.glob("*/.in*")), "what came in is gone"
    with as_platform(network):
        assert not LogPiece.objects.exists()
        verbs = list(Entry.objects.filter(about_type="carechain.eventlog").values_list("verb", flat=True))
    assert verbs == ["began to send", "sent", "looked at", "chose columns", "prepared"]


def network_purpose(network):
    with as_platform(network):
        return DataPurpose.objects.get().pk


def test_nobody_else_brings_data_in_and_no_network_sees_that_of_another() -> None:
    network, other = make_network(), make_network()
    purpose = make_purpose(network)
    professional = make_member(network, Role.PROFESSIONAL)
    with looking(professional), pytest.raises(Refused, match="Alleen de netwerkmanager of een analist"):
        actions.begin_log(
            purpose, by=professional, title="x", filename="x.csv", n_bytes=1, keep_until=timezone.localdate()
        )
    log = make_log(network, GOINGS)
    stranger = Browser(other, make_member(other, Role.ANALYST))
    assert stranger.get(f"keten/logboeken/{log.pk}/").status_code == 404
    assert Browser(network, make_member(other, Role.ANALYST)).get("keten/").status_code == 404


def test_a_script_begins_a_large_file_and_hears_where_its_pieces_go() -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    purpose = make_purpose(network)
    until = timezone.localdate() + timedelta(days=9)
    told = {"purpose": str(purpose.pk), "title": "Zorg", "keep_until": until.isoformat()}
    browser = Browser(network, analyst)

    def begin(**values: str):
        address = f"/{network.slug}/keten/logboeken/nieuw/"
        return browser.client.post(address, told | values, headers={"Accept": "application/json"})

    answer = begin(filename="zorg.csv", size="20000000")
    assert answer.status_code == 201
    with looking(analyst):
        log = EventLog.objects.get()
    assert (log.n_bytes, log.filename, log.title) == (20_000_000, "zorg.csv", "Zorg")
    assert answer.json() == {
        "piece": f"/{network.slug}/keten/logboeken/{log.pk}/stuk/",
        "page": f"/{network.slug}/keten/logboeken/{log.pk}/",
    }
    page = text(browser.get(f"keten/logboeken/{log.pk}/"))
    assert "Kies hetzelfde bestand, zorg.csv" in page
    for wrong, words in (
        ({"title": ""}, "Hoe noemt u dit logboek?:"),
        ({"size": "veel"}, "Het bestand:"),
        ({"size": "2000000000"}, "groter dan 1.000 MB"),
        ({"size": "0"}, "Dit bestand is leeg."),
    ):
        answer = begin(**{"filename": "zorg.csv", "size": "10", **wrong})
        assert answer.status_code == 422
        assert words in " ".join(answer.json()["faults"])
    with looking(analyst):
        assert EventLog.objects.count() == 1


def test_a_large_file_comes_in_pieces_and_goes_on_where_it_broke_off() -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    data = csv_of(GOINGS)
    purpose = make_purpose(network)
    with looking(analyst):
        until = timezone.localdate() + timedelta(days=9)
        log = actions.begin_log(
            purpose, by=analyst, title="", filename="zorg.csv", n_bytes=len(data), keep_until=until
        )
    browser = Browser(network, analyst)
    where = f"keten/logboeken/{log.pk}/stuk/"

    def send(at: int, part: bytes):
        piece = SimpleUploadedFile("deel", part)
        address = f"/{network.slug}/{where}"
        return browser.client.post(
            address, {"at": str(at), "piece": piece}, headers={"Accept": "application/json"}
        )

    assert send(0, data[:500]).json() == {"received": 500, "size": len(data)}
    assert send(0, data[:500]).json() == {"received": 500, "size": len(data)}, "sent twice it counts once"
    assert "0 kB" not in text(browser.get(f"keten/logboeken/{log.pk}/"))
    gap = send(900, data[900:])
    assert gap.status_code == 403
    assert "past niet achter" in text(gap)
    assert send(500, data[500:]).status_code == 302
    run_waiting(only=actions.LOOK)
    with looking(analyst):
        log.refresh_from_db()
        assert log.mapping["case"] == "zaak"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x1f\x8b\x08\x00half", "afgebroken"),
        (b"PK\x03\x04 geen werkmap", "Excel-bestand is niet te openen"),
        (b"<log><a></b></log>", "geen goede XML"),
    ],
)
def test_what_is_no_log_is_told_and_nothing_of_it_stays(data, words, chains) -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    log = send_log(make_purpose(network), data, by=analyst)
    run_waiting(only=actions.LOOK)
    assert words in text(Browser(network, analyst).get(f"keten/logboeken/{log.pk}/"))
    with as_platform(network):
        assert not LogPiece.objects.exists()
    assert not [path for path in chains.glob("*/*") if path.name != folder.KEY]


def test_wrong_columns_leave_nothing_half_and_may_be_chosen_anew() -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    log = send_log(make_purpose(network), csv_of(GOINGS), by=analyst)
    run_waiting(only=actions.LOOK)
    browser = Browser(network, analyst)
    chosen = {"case": "zaak", "activity": "stap", "start": "organisatie"}
    assert (
        browser.post(f"keten/logboeken/{log.pk}/kolommen/", **{**chosen, "activity": "zaak"}).status_code
        == 422
    )
    assert browser.post(f"keten/logboeken/{log.pk}/kolommen/", **chosen).status_code == 302
    run_waiting(only=actions.PREPARE)
    page = text(browser.get(f"keten/logboeken/{log.pk}/"))
    assert "Geen enkele regel is te gebruiken" in page
    assert "Welke kolom is wat?" in page
    assert not folder.lying(network.pk)
    assert prepare(
        log, by=analyst, mapping={**log.mapping, "case": "zaak", "activity": "stap", "start": "begin"}
    ).is_ready


def test_rejected_rows_are_told_by_line_and_reason_and_never_what_stood_there() -> None:
    network = make_network()
    data = csv_of(GOINGS) + b"Z999;opname;Wijkzorg;geheim;\n"
    analyst = make_member(network, Role.ANALYST)
    log = prepare(send_log(make_purpose(network), data, by=analyst), by=analyst)
    page = text(Browser(network, analyst).get(f"keten/logboeken/{log.pk}/"))
    assert "31 regels gelezen = 30 gebruikt + 1 afgewezen." in page
    assert ">32</th>" in page
    assert "dit is geen datum of tijdstip" in page
    assert "geheim" not in page
    assert not (folder.log_folder(network.pk, log.pk) / "rejected.csv").exists()


def test_service_numbers_beside_the_case_are_refused() -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    rows = "".join(f"Z{at};x;111222333;01-01-2026\n" for at in range(5))
    log = send_log(make_purpose(network), f"zaak;stap;organisatie;datum\n{rows}".encode(), by=analyst)
    run_waiting(only=actions.LOOK)
    page = text(Browser(network, analyst).get(f"keten/logboeken/{log.pk}/"))
    assert "111222333" not in page
    with looking(analyst):
        log.refresh_from_db()
        with pytest.raises(Refused, match="staan burgerservicenummers"):
            actions.choose_columns(log, by=analyst, mapping=log.mapping)
        chosen = {"case": "organisatie", "activity": "stap", "start": "datum"}
        actions.choose_columns(log, by=analyst, mapping=chosen)
        EventLog.objects.filter(pk=log.pk).update(is_pseudonymised=True)
    run_waiting(only=actions.PREPARE)
    assert "burgerservicenummers" in text(Browser(network, analyst).get(f"keten/logboeken/{log.pk}/"))
    assert not folder.lying(network.pk), "who says that they are pseudonyms already is not believed"


def test_a_stopped_job_leaves_nothing(monkeypatch) -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    log = send_log(make_purpose(network), csv_of(GOINGS), by=analyst)
    run_waiting(only=actions.LOOK)
    with looking(analyst):
        log.refresh_from_db()
        actions.choose_columns(log, by=analyst, mapping=log.mapping)
    make = preparing.make

    def stopped(path, out, **options):
        made = make(path, out, **options)
        with as_platform(network):
            Job.objects.filter(state="running").update(stop_asked_at=timezone.now())
        options["tell"]("schrijven", 1.0)
        return made

    monkeypatch.setattr("schakel.carechain.preparing.make", stopped)
    monkeypatch.setattr("schakel.jobs.working.TELL_EVERY", 0.0)
    run_waiting(only=actions.PREPARE)
    with as_platform(network):
        assert Job.objects.get(task=actions.PREPARE).state == "cancelled"
        assert not EventLog.objects.get().is_ready
    assert not folder.lying(network.pk)


def test_without_room_on_the_disk_it_is_told_and_may_be_tried_again(settings, tmp_path) -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    log = send_log(make_purpose(network), csv_of(GOINGS), by=analyst)
    room, settings.CHAIN_FOLDER = settings.CHAIN_FOLDER, tmp_path / "file"
    settings.CHAIN_FOLDER.write_text("no folder")
    run_waiting(only=actions.LOOK)
    with as_platform(network):
        assert "vol of niet te beschrijven" in Job.objects.get().words
    settings.CHAIN_FOLDER = room
    with looking(analyst):
        actions.look_again(log, by=analyst)
    assert prepare(log, by=analyst).is_ready


def test_when_its_time_is_over_row_and_folder_go_together() -> None:
    network = make_network()
    log = make_log(network, GOINGS)
    lost = folder.network_folder(network.pk) / "11111111-1111-4111-8111-111111111111"
    lost.mkdir()
    with as_platform(network):
        assert ChainLink.objects.exists()
        assert actions.remove_what_is_over(network, now=timezone.now()) == 0
    assert folder.lying(network.pk) == {log.pk}, "a folder that no row knows goes too"
    with as_platform(network):
        assert actions.remove_what_is_over(network, now=timezone.now() + timedelta(days=92)) == 1
        assert not EventLog.objects.exists()
        assert not ChainLink.objects.exists()
        assert Entry.objects.filter(verb="removed", about_id=str(log.pk)).exists()
    assert not folder.lying(network.pk)


def test_what_a_worker_that_was_ended_left_half_done_goes_the_next_day() -> None:
    network, other = make_network(), make_network()
    log = make_log(network, GOINGS)
    place = folder.network_folder(network.pk)
    (place / f".in.{log.pk}.0a1b2c3d").write_text("case,activity,time")
    (place / f".{log.pk}.0a1b2c3d").mkdir()
    (place / f".{log.pk}.0a1b2c3d" / "case.parquet").write_text("Z1")
    for owner, days, n_left in ((network, 0, 2), (other, 2, 2), (network, 2, 0)):
        with as_platform(owner):
            actions.remove_what_is_over(owner, now=timezone.now() + timedelta(days=days))
        assert len(list(place.glob(".*"))) == n_left
    assert folder.lying(network.pk) == {log.pk}
    assert (place / folder.KEY).is_file(), "the key of the pseudonyms stays"


def test_who_may_bring_in_may_have_removed_and_then_nobody_sees_it() -> None:
    network = make_network()
    log = make_log(network, GOINGS)
    manager = Browser(network, make_member(network, Role.MANAGER))
    link_of = f"keten/logboeken/{log.pk}/"
    assert Browser(network, make_member(network)).post(f"{link_of}weg/").status_code == 403
    assert "Dat kan niet terug" in text(manager.get(f"{link_of}weg/"))
    assert manager.post(f"{link_of}weg/").status_code == 302
    assert manager.get(link_of).status_code == 404
    assert "Hier komt de plaat" in text(manager.get("keten/"))
    run_waiting(only=actions.REMOVE)
    assert not folder.lying(network.pk)


def test_a_purpose_says_how_long_at_most() -> None:
    network = make_network()
    purpose = make_purpose(network, longest_months=1)
    analyst = make_member(network, Role.ANALYST)
    day = timezone.localdate()
    values = {"by": analyst, "title": "x", "filename": "x.csv", "n_bytes": 5}
    with looking(analyst):
        with pytest.raises(Refused, match="hoogstens 1 maanden"):
            actions.begin_log(purpose, keep_until=day + timedelta(days=40), **values)
        with pytest.raises(Refused, match="Kies een dag die nog komt"):
            actions.begin_log(purpose, keep_until=day, **values)


def counted(network) -> list[tuple[object, ...]]:
    """What the links of a network tell."""
    names = ("level", "source", "target", "n", "p50_s", "days", "workdays")
    with as_platform(network):
        return sorted(ChainLink.objects.values_list(*names), key=str)


def as_before(network, log) -> None:
    """A log as it stood before working days, paths and the waits of mental health care were counted."""
    with as_platform(network):
        log.answer = {name: of for name, of in log.answer.items() if name not in {"way", "paths", "ggz"}}
        log.last_on = timezone.localdate()
        log.save(update_fields=["answer", "last_on"])
        ChainLink.objects.update(workdays={})


def test_a_log_of_before_is_reckoned_again_by_who_may_and_lacks_nothing_then() -> None:
    network = make_network()
    log = make_log(network, GOINGS)
    before = counted(network)
    address = f"keten/logboeken/{log.pk}/"
    analyst = Browser(network, make_member(network, Role.ANALYST))
    reader = Browser(network, make_member(network, Role.READER))
    assert "oudere manier" not in text(analyst.get(address))
    assert analyst.post(f"{address}opnieuw/").status_code == 403, "there is nothing to gain"
    as_before(network, log)
    page = text(analyst.get(address))
    lacks = "de paden die mensen gaan, de wachttijden in de ggz, wachten in werkdagen, wachten in uren"
    assert f"op een oudere manier. Nog niet geteld: {lacks}." in page
    assert "Laat het opnieuw uitrekenen" in text(reader.get("keten/wachttijden-ggz/"))
    assert "Laat het opnieuw uitrekenen" in text(reader.get("keten/paden/", laag="stappen"))
    assert "Alleen de netwerkmanager of een analist" in text(reader.get(address))
    assert reader.post(f"{address}opnieuw/").status_code == 403
    for _click in range(2):
        assert analyst.post(f"{address}opnieuw/").status_code == 302
    run_waiting(only=actions.ASK)
    assert counted(network) == before
    assert "oudere manier" not in text(analyst.get(address))
    assert "Laat het opnieuw uitrekenen" not in text(reader.get("keten/wachttijden-ggz/"))
    with as_platform(network):
        told = list(Job.objects.filter(task=actions.ASK).values_list("words", flat=True))
        verbs = list(Entry.objects.filter(about_id=str(log.pk)).values_list("verb", flat=True))
    assert told == ["Het logboek is opnieuw uitgerekend."] * 2, "a second click finds it done"
    assert (verbs.count("counted anew"), verbs.count("opened")) == (1, 1)


def test_what_still_runs_of_the_version_before_writes_a_log_and_a_norm() -> None:
    """During a deploy its inserts name neither column, and neither may be empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name || '.' || column_name, column_default from information_schema.columns"
            " where table_name like 'carechain_chain%%' and column_name in ('unit', 'workdays')"
        )
        found = dict(cursor.fetchall())
    assert found["carechain_chainlink.workdays"] == "'{}'::jsonb"
    assert found["carechain_chainnorm.unit"].startswith("'days'")


def test_reckoning_again_that_is_stopped_or_finds_no_log_leaves_what_there_was() -> None:
    network = make_network()
    log = make_log(network, GOINGS)
    as_before(network, log)
    before, analyst = counted(network), make_member(network, Role.ANALYST)

    def stop(words: str, share: float) -> None:
        if share > 0.2:
            raise Stopped

    with looking(analyst):
        with pytest.raises(Stopped):
            actions.ask_anew(log, by=analyst, tell=stop)
        folder.remove(network.pk, log.pk)
        with pytest.raises(Refused, match="liggen er niet meer"):
            actions.ask_anew(log, by=analyst)
    assert counted(network) == before
    with as_platform(network):
        assert not Entry.objects.filter(verb="counted anew").exists()


def test_pages_of_the_chain_load_no_large_library() -> None:
    code = (
        "import sys, django; django.setup()\nimport schakel.site.urls\n"
        "import schakel.carechain.views, schakel.carechain.tasks\n"
        "print([m for m in ('polars', 'numba', 'scipy', 'statsmodels') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
