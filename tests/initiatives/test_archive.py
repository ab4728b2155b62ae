"""The archive of an initiative: one file that opens, holds what everybody may see, and proves that it is whole."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document as Word
from openpyxl import load_workbook

from schakel.documents import queries as documents
from schakel.documents.models import Document, DocumentVersion
from schakel.documents.rules import FileKind, Subject, why_not_take
from schakel.initiatives import actions
from schakel.initiatives.gates import Point, checklist
from schakel.initiatives.models import Initiative, Measure
from schakel.initiatives.queries.archive import archive_of, packing
from schakel.initiatives.rules import CostKind, Spent, Stage
from schakel.jobs.models import Job
from schakel.jobs.rules import JobState
from schakel.journal.models import Entry
from schakel.measuring.actions import Filled, enter_values
from schakel.measuring.models import Exit
from schakel.measuring.rules import Measured
from schakel.methods.archives import why_unsafe
from schakel.network.rules import Role
from schakel.overview.actions.documents import add_document, withdraw_document
from schakel.overview.shelves import SHELVES
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.documents import FILES
from tests.factories.embedding import finish
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    N_AFTER,
    Scene,
    decide_and_settle,
    fresh,
    make_initiative,
    months_ago,
    propose,
)
from tests.factories.jobs import run_waiting
from tests.factories.network import make_member
from tests.worlds import world

pytestmark = pytest.mark.django_db

SHELF = SHELVES[Subject.INITIATIVE]


@world
def pilot(scene: Scene) -> Initiative:
    return make_initiative(scene, Stage.PILOT)


@world
def done(scene: Scene, pilot: Initiative) -> Initiative:
    return finish(scene, pilot)


def put(scene: Scene, initiative: Initiative, name: str = "offerte.pdf", **told: Any) -> DocumentVersion:
    with looking(scene.manager) as by:
        data = told.pop("data", FILES[name.rpartition(".")[2]])
        return add_document(SHELF, fresh(initiative), by=by, name=name, data=data, **told)


def made(scene: Scene, initiative: Initiative, **options: Any) -> tuple[DocumentVersion, bytes]:
    """Make the archive as the lead; the version and its bytes."""
    with looking(scene.lead) as lead:
        version = actions.make_archive(
            fresh(initiative), by=lead, progress=options.get("progress", lambda *_: None)
        )
        return version, documents.content_of(version)


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(data: bytes) -> str:
    """Everything a Word file says."""
    paper = Word(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in paper.paragraphs), *cells])


def test_all_of_it_is_in_one_file_that_opens(scene: Scene, done: Initiative):
    put(scene, done, title="Offerte", data=FILES["pdf"])
    put(scene, done, "Offerte.pdf", data=FILES["pdf"] + b"\n")
    told: list[tuple[int, int]] = []
    _version, data = made(scene, done, progress=lambda n, total: told.append((n, total)))
    files = opened(data)
    assert list(files) == [
        "1-verhaal.docx", "2-besluiten.docx", "3-plan.docx", "4-borging.docx", "5-cijfers.xlsx",
        "6-gegevens.json", "7-meten.docx", "documenten/offerte.pdf", "documenten/Offerte-2.pdf", "0-lees-mij.html",
        "SHA256SUMS.txt",
    ]  # fmt: skip
    assert files["documenten/offerte.pdf"] == FILES["pdf"]
    assert told[-1][0] == told[-1][1]
    story = words_of(files["1-verhaal.docx"])
    assert "Na ontslag weten mensen niet wie zij kunnen bellen." in story
    assert "Het idee" in story
    assert "is klaar" in story
    decided = words_of(files["2-besluiten.docx"])
    assert "Verleen decharge" in decided
    assert "Ziekenhuis" in decided
    assert "vastgelegd op" in words_of(files["3-plan.docx"])
    staying = words_of(files["4-borging.docx"])
    assert "Wie ontslaat, geeft het nummer mee." in staying
    assert "De telefoon was goedkoper." in staying
    book = load_workbook(io.BytesIO(files["5-cijfers.xlsx"]))
    assert {"Begroting", "Toezeggingen", "In gebruik", "Meetplan", "Metingen"} <= set(book.sheetnames)
    facts = json.loads(files["6-gegevens.json"])
    assert (facts["number"], facts["stage"]) == (done.number, "finished")
    assert [one["status"] for one in facts["decisions"]] == ["valid"] * len(facts["decisions"])
    assert facts["plan"]["hash"]


def test_the_index_names_every_file_and_the_hashes_are_true(scene: Scene, done: Initiative):
    put(scene, done, "jaar & plan.txt")
    version, data = made(scene, done)
    files = opened(data)
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS.txt"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != "SHA256SUMS.txt"
    }
    index = files["0-lees-mij.html"].decode()
    for name in set(files) - {"0-lees-mij.html", "SHA256SUMS.txt", "documenten/jaar & plan.txt"}:
        assert f">{name}</a>" in index
        assert sums[name] in index
    assert "jaar &amp; plan.txt" in index
    assert f"/{scene.network.slug}/initiatieven/{done.number}/" in index
    assert version.sha256 == hashlib.sha256(data).hexdigest()
    assert why_unsafe(data) is None


def test_what_not_everybody_may_see_stays_out(scene: Scene, done: Initiative):
    gone = put(scene, done, title="Oude offerte")
    with looking(scene.manager) as by:
        withdraw_document(SHELF, fresh(done), gone.document, by=by, reason="Verkeerd bedrag.")
        actions.write_note(
            fresh(done), by=by, once_token=gone.pk, text="Alleen voor ons", readers="internal", mentions=[]
        )
    _version, data = made(scene, done)
    files = opened(data)
    whole = " ".join(words_of(files[name]) for name in files if name.endswith(".docx"))
    whole += files["6-gegevens.json"].decode() + files["0-lees-mij.html"].decode()
    assert "idee@voorbeeld.test" not in whole
    assert "Alleen voor ons" not in whole
    assert not any(name.startswith("documenten/") for name in files)
    assert "Oude offerte: Verkeerd bedrag." in files["0-lees-mij.html"].decode()


def test_an_archive_that_holds_what_was_withdrawn_is_closed_and_a_new_one_opens(
    scene: Scene, done: Initiative
):
    gone = put(scene, done, title="Oude offerte")
    put(scene, done, "verslag.txt")
    old, _data = made(scene, done)
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    here = f"documenten/{old.document_id}/"
    assert reader.get(f"{here}download/").status_code == 200
    with looking(scene.manager) as by:
        withdraw_document(SHELF, fresh(done), gone.document, by=by, reason="Er stonden namen in.")
    for path in ("download/", f"download/{old.number}/"):
        refused = reader.get(here + path)
        assert refused.status_code == 403
        assert "Hier zit “Oude offerte” in." in text(refused)
        assert "Er stonden namen in." in text(refused)
    page = text(reader.get(here))
    assert "U kunt deze versie niet meer openen." in page
    assert "De trekker en de netwerkmanager kunnen een nieuw archief maken" in page
    assert "Download dit document" not in page
    new, _data = made(scene, done)
    assert "documenten/verslag.txt" in opened(reader.get(f"{here}download/").content)
    assert "Download dit document" in text(reader.get(here))
    assert reader.get(f"{here}download/{new.number}/").status_code == 200
    assert reader.get(f"{here}download/{old.number}/").status_code == 403


def test_nobody_waits_while_it_is_made_and_the_right_is_asked_again_to_keep_it(
    scene: Scene, done: Initiative
):
    held: list[bool] = []
    with CaptureQueriesContext(connection) as asked:

        def look(*_done: int) -> None:
            held.append(any("FOR UPDATE" in one["sql"] for one in asked.captured_queries))

        made(scene, done, progress=look)
        assert any("FOR UPDATE" in one["sql"] for one in asked.captured_queries)
    assert held
    assert not any(held)

    def handed_over(*_done: int) -> None:
        Initiative.objects.filter(pk=done.pk).update(lead=scene.submitter)

    with pytest.raises(Refused, match="Alleen de trekker"):
        made(scene, done, progress=handed_over)


def test_what_does_not_fit_is_named_with_its_hash(scene: Scene, done: Initiative, monkeypatch):
    small = put(scene, done, "klein.txt")
    large = put(scene, done, "groot.pdf", title="Het grote rapport")
    monkeypatch.setattr(packing, "MOST_BYTES_OF_DOCUMENTS", small.size_bytes + 1)
    _version, data = made(scene, done)
    files = opened(data)
    assert "documenten/klein.txt" in files
    assert "documenten/groot.pdf" not in files
    index = files["0-lees-mij.html"].decode()
    assert "Te groot voor dit bestand" in index
    assert large.sha256 in index


def test_made_again_it_is_the_next_version_of_the_same_document(scene: Scene, done: Initiative):
    first, _data = made(scene, done)
    second, again = made(scene, done)
    assert (first.document_id, first.number, second.number) == (second.document_id, 2, 3)  # 1 was for P6
    assert f"archief-{done.number}.zip" == second.file_name
    assert not any("archief-" in name for name in opened(again))  # an archive is not put into the next one
    with as_platform(scene.network):
        assert Document.objects.filter(point="p6:archive").count() == 1
        lines = Entry.objects.filter(verb="document made").order_by("at")
        assert [line.data["sha256"] for line in lines][1:] == [first.sha256, second.sha256]
        assert {line.about_id for line in lines} == {str(done.pk)}


def test_the_worker_makes_it_and_everybody_who_sees_the_initiative_downloads_it(
    scene: Scene, done: Initiative
):
    lead = Browser(scene.network, scene.lead)
    here = f"initiatieven/{done.number}/"
    assert "Maak het archief" in text(lead.get(f"{here}documenten/"))
    page = text(lead.get(f"{here}archief/"))
    assert "Er niet in: hoe de indiener te bereiken is" in page
    answer = lead.post(f"{here}archief/", once=_mark(page))
    assert "/taken/" in answer["Location"]
    run_waiting(only="initiatives.archive")
    with as_platform(scene.network):
        job = Job.objects.get(task="initiatives.archive")
        assert (job.state, job.done) == (JobState.DONE, job.total)
        document = Document.objects.get(point="p6:archive")
    assert "Het archief staat bij de documenten." in text(lead.client.get(answer["Location"]))
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    assert "archief (zip)" in text(reader.get(f"documenten/{document.pk}/"))
    file = reader.get(f"documenten/{document.pk}/download/")
    assert file["Content-Type"] == "application/zip"
    assert "0-lees-mij.html" in opened(file.content)
    assert "Het archief is gemaakt" in text(reader.get(here))
    assert "Maak het archief" in text(reader.get(f"{here}documenten/"))  # greyed, with who may
    assert reader.get(f"{here}archief/").status_code == 403


def _mark(page: str) -> str:
    return page.split('name="once" value="')[1].split('"')[0]


def test_who_makes_it_and_when(scene: Scene, pilot: Initiative):
    with looking(scene.lead) as lead, pytest.raises(Refused, match="vanaf de borging"):
        actions.start_archive(fresh(pilot), by=lead)
    finished = finish(scene, pilot)
    for person in (scene.submitter, scene.directors[1]):
        with looking(person), pytest.raises(Refused, match="Alleen de trekker en de netwerkmanager"):
            actions.start_archive(fresh(finished), by=person)
    with looking(scene.manager) as by:
        assert actions.start_archive(fresh(finished), by=by).task == "initiatives.archive"


def test_the_right_is_asked_again_when_the_worker_begins(scene: Scene, done: Initiative):
    with looking(scene.lead) as lead:
        actions.start_archive(fresh(done), by=lead)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=done.pk).update(lead=scene.submitter)
    run_waiting(only="initiatives.archive")
    with as_platform(scene.network):
        job = Job.objects.get(task="initiatives.archive")
        assert job.state == JobState.FAILED
        assert "Alleen de trekker" in job.words
        assert DocumentVersion.objects.filter(document__point="p6:archive").count() == 1  # that of P6


def test_nobody_sends_in_an_archive_of_their_own(scene: Scene, done: Initiative):
    _version, data = made(scene, done)
    assert "Een bestand met deze naam nemen wij niet aan" in (why_not_take(data, "alles.zip") or "")
    assert why_not_take(data, "alles.docx") is not None
    assert FileKind.ZIP not in {FileKind(kind) for kind in ("pdf", "docx")}
    with looking(scene.manager) as by, pytest.raises(Refused, match="nemen wij niet aan"):
        add_document(SHELF, fresh(done), by=by, name="alles.zip", data=data)


def test_gathering_costs_the_same_for_one_and_for_many(scene: Scene, done: Initiative):
    def cost() -> int:
        with looking(scene.lead) as lead, CaptureQueriesContext(connection) as asked:
            archive_of(lead, fresh(done), done.stage_since)
        return len(asked)

    put(scene, done, "bijlage.txt")
    before = cost()
    for n in range(3):
        put(scene, done, f"bijlage-{n}.txt", data=f"Bijlage {n}\n".encode())
    decision = propose(scene, done, "px", "reopen")
    decide_and_settle(scene, decision)
    assert cost() == before
    assert before < 45


# --------------------------------------------------------------------------- figures and evidence


def test_the_archive_tells_what_was_spent_beside_the_plan(scene: Scene, done: Initiative):
    today = timezone.localdate()
    spent = [Spent(CostKind("it", today.year, None, "Collecte"), Decimal("75.50"), 12)]
    with looking(scene.lead) as lead:
        actions.record_spending(fresh(done), by=lead, until_on=today, rows=spent)
    files = opened(made(scene, done)[1])
    sheet = load_workbook(io.BytesIO(files["5-cijfers.xlsx"]))["Uitgaven"]
    [row] = [cells for cells in sheet.iter_rows(values_only=True) if cells[1] == "Collecte"]
    assert row[:7] == ("ICT", "Collecte", today.year, 0, 75.5, 0, 12)
    told = json.loads(files["6-gegevens.json"])["spent"]
    assert ("it", "75.50", str(today)) in [
        (one["cost_type"], one["spent_eur"], one["until_on"]) for one in told
    ]


def test_the_archive_tells_what_was_measured_and_few_people_stay_behind(scene: Scene, done: Initiative):
    with as_platform(scene.network):
        series = Measure.objects.named().get(kind="process").series
        few = Filled(series, months_ago(N_AFTER + 1), Measured(numerator=Decimal(2), denominator=Decimal(6)))
        enter_values([few], by=None)
        before = Exit.objects.count()
    version, data = made(scene, done)
    files = opened(data)
    told = words_of(files["7-meten.docx"])
    assert "6 maanden na de start minstens 5 procentpunt lager, zonder vergelijking. Gehaald" in told
    assert "op slot sinds" in told
    book = load_workbook(io.BytesIO(files["5-cijfers.xlsx"]))
    rows = [tuple(cell.value for cell in row) for row in book["Metingen"].rows]
    [hidden] = [row for row in rows if row[3] == "verborgen"]
    assert (hidden[0], hidden[5], hidden[6]) == ("Gebeld na ontslag", None, None)
    assert any(row[:1] == ("Heropnames",) and row[6] == 100 for row in rows)
    facts = json.loads(files["6-gegevens.json"])
    assert [(one["kind"], one["outcome"]) for one in facts["measures"]] == [
        ("outcome", "met"),
        ("process", ""),
        ("balancing", ""),
    ]
    with as_platform(scene.network):
        left = Exit.objects.latest("at")
        assert Exit.objects.count() == before + 1
    assert (left.what, left.sha256, left.n_hidden) == (f"Archief van {done.number}", version.sha256, 1)
    names = {"Heropnames", "Gebeld na ontslag", "Drukte in de wijk"}
    assert left.n_values == len([row for row in rows if row[0] in names])


def test_a_closed_archive_is_no_evidence_until_a_new_one_is_made(scene: Scene, done: Initiative):
    def point() -> Point:
        with as_platform(scene.network):
            known = checklist(fresh(done), today=timezone.localdate(), gate="p6")
        return next(one for one in known.points if one.code == "archive")

    kept = put(scene, done, title="Offerte")
    made(scene, done)
    assert point().state == "ready"
    with looking(scene.manager) as by:
        withdraw_document(SHELF, fresh(done), kept.document, by=by, reason="Er stond een naam in.")
    found = point()
    assert found.state == "missing"
    assert "Hier zit “Offerte” in." in found.words
    made(scene, done)
    assert point().state == "ready"
