"""The dossier for a gate: everything a body needs, kept as it was, on a page and as a PDF."""

from __future__ import annotations

import io

import pytest
from django.db import DatabaseError, transaction
from pypdf import PdfReader

from schakel.documents.models import DocumentVersion
from schakel.documents.queries import content_of
from schakel.documents.rules import Subject
from schakel.initiatives import actions
from schakel.initiatives.models import Dossier, Initiative
from schakel.initiatives.queries.dossiers import pdf_of
from schakel.initiatives.rules import Stage
from schakel.journal.models import Entry
from schakel.methods.fingerprints import fingerprint
from schakel.network.rules import Role
from schakel.overview.actions.documents import add_document, add_version
from schakel.overview.shelves import SHELVES
from schakel.web.refusal import Refused
from tests.factories.browsing import HX, Browser, questions, text
from tests.factories.documents import FILES
from tests.factories.embedding import finish
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    Scene,
    confirm_all,
    freeze,
    fresh,
    full_plan,
    make_initiative,
    propose,
    through,
)
from tests.factories.jobs import run_waiting
from tests.factories.measuring import draw
from tests.factories.network import make_member, make_network
from tests.worlds import world

pytestmark = pytest.mark.django_db

SHELF = SHELVES[Subject.INITIATIVE]


@world
def planned(scene: Scene) -> Initiative:
    """An initiative with a whole plan, of which the promises are confirmed."""
    initiative = make_initiative(scene, Stage.PREPARATION)
    full_plan(scene, initiative)
    confirm_all(scene, initiative)
    freeze(scene, initiative)
    draw(scene.network)
    return initiative


def make(scene: Scene, initiative: Initiative) -> Dossier:
    with looking(scene.lead) as by:
        return actions.make_dossier(fresh(initiative), by=by)


def headings(made: Dossier) -> list[str]:
    return [one["text"] for one in made.content["parts"] if one["kind"] == "heading" and one["level"] == 1]


def words(made: Dossier) -> str:
    return str(made.content["parts"])


def test_it_holds_what_a_body_needs_to_decide(scene, planned):
    made = make(scene, planned)
    assert headings(made) == [
        "Mandaat",
        "Waar het om gaat",
        "Het plan",
        "Geld",
        "Metingen",
        "Waarde",
        "Wie doet mee",
        "Risico’s",
        "Voorwaarden",
        "Hoe ver de voorbereiding is",
        "Geleerd van eerdere initiatieven",
        "De cijfers achter de grafieken",
    ]
    told = words(made)
    assert planned.problem in told
    assert scene.body.name in told
    with as_platform(scene.network):
        assert planned.plans.get().goals.all()[0].text in told
        assert all(one.partner.name in told for one in planned.commitments.select_related("partner"))
    assert "Bij dit thema zijn nog geen lessen gedeeld." in told
    [facts] = [one for one in made.content["parts"] if one["kind"] == "facts"]
    assert "geen geld" not in str(facts)


def test_it_never_changes_and_a_next_one_is_another_number(scene, planned):
    first = make(scene, planned)
    assert make(scene, planned) == first, "nothing changed, so it is the same dossier"
    assert first.sha256 == fingerprint(first.content)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=planned.pk).update(problem="Iets anders")
    second = make(scene, planned)
    assert (second.number, second.sha256 == first.sha256) == (2, False)
    with as_platform(scene.network):
        with pytest.raises(DatabaseError), transaction.atomic():
            Dossier.objects.filter(pk=first.pk).update(sha256="x")
        assert Dossier.objects.get(pk=first.pk).content == first.content
        made = Entry.objects.filter(verb="dossier made").order_by("pk")
        assert [line.data["number"] for line in made] == [1, 2]


def test_the_worker_sets_it_as_a_pdf_that_says_the_same(scene, planned):
    made = make(scene, planned)
    with as_platform(scene.network):
        assert pdf_of(made) is None
    run_waiting(only=actions.SET_DOSSIER)
    with as_platform(scene.network):
        version = pdf_of(made)
        assert version is not None
        assert version.document.subject_type == Subject.INITIATIVE
        document = PdfReader(io.BytesIO(content_of(version)))
        told = " ".join(" ".join(page.extract_text() for page in document.pages).split())
        assert document.metadata is not None
        assert document.metadata.title == made.content["title"]
        for heading in headings(made):
            assert heading in told
        actions.set_dossier(made)
        assert DocumentVersion.objects.filter(file_name=made.file_name).count() == 1, "twice is once"


def test_nobody_slips_a_file_of_their_own_under_a_dossier(scene, planned):
    made = make(scene, planned)
    with looking(scene.manager) as by:
        add_document(
            SHELF, fresh(planned), by=by, name=made.file_name, data=FILES["pdf"], title="Dossier P3 Start"
        )
    lead = Browser(scene.network, scene.lead)
    path = f"initiatieven/{planned.number}/dossier/{made.number}/"
    assert "De PDF wordt gemaakt" in text(lead.get(path)), "a file with the same name is not the dossier"
    run_waiting(only=actions.SET_DOSSIER)
    with as_platform(scene.network):
        version = pdf_of(made)
        assert version is not None
        assert content_of(version) != FILES["pdf"]
        document = version.document
    with looking(scene.manager) as by, pytest.raises(Refused, match="maakt Schakel zelf"):
        add_version(SHELF, fresh(planned), document, by=by, name="x.pdf", data=FILES["pdf"], why="Beter")
    assert f"/download/{version.number}/" in text(lead.get(path))


def test_the_next_dossier_of_a_gate_leaves_the_file_of_the_first(scene, planned):
    first = make(scene, planned)
    run_waiting(only=actions.SET_DOSSIER)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=planned.pk).update(problem="Iets anders")
    second = make(scene, planned)
    run_waiting(only=actions.SET_DOSSIER)
    with as_platform(scene.network):
        files = [pdf_of(one) for one in (first, second)]
        assert [one.number for one in files if one] == [1, 2]
        assert len({one.document_id for one in files if one}) == 1


def test_with_a_proposal_on_the_table_it_belongs_to_that_decision(scene, planned):
    decision = propose(scene, planned, "p3", "start")
    made = make(scene, planned)
    assert made.decision == decision
    run_waiting(only=actions.SET_DOSSIER)
    with as_platform(scene.network):
        version = pdf_of(made)
        assert version is not None
        assert (version.document.subject_type, version.document.subject_id) == (Subject.DECISION, decision.pk)
    page = text(Browser(scene.network, scene.lead).get(f"besluiten/{decision.number}/"))
    assert "Dossier P3" in page


def test_who_works_on_it_makes_it_and_every_member_reads_it(scene, planned):
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    path = f"initiatieven/{planned.number}/dossier/"
    page = text(reader.get(path))
    assert "U kunt hier geen dossier maken." in page
    assert "Er is nog geen dossier" in page
    assert reader.post(path).status_code == 403
    lead = Browser(scene.network, scene.lead)
    assert "Maak het dossier voor P3" in text(lead.get(path))
    answer = lead.post(path)
    assert answer["Location"].endswith(f"{path}1/")
    assert "Mandaat" in text(reader.get(f"{path}1/"))
    assert "Dossier 1, P3" in text(reader.get(path))
    assert reader.get(f"{path}2/").status_code == 404
    stranger = Browser(scene.network, make_member(make_network()))
    assert stranger.get(f"{path}1/").status_code == 404


def test_the_page_waits_for_the_pdf_and_then_opens_it(scene, planned):
    made = make(scene, planned)
    lead = Browser(scene.network, scene.lead)
    path = f"initiatieven/{planned.number}/dossier/{made.number}/"
    assert "De PDF wordt gemaakt" in text(lead.get(path))
    run_waiting(only=actions.SET_DOSSIER)
    part = text(lead.client.get(f"/{scene.network.slug}/{path}", headers=HX))
    assert "Download de PDF" in part
    assert "<html" not in part


def test_without_a_gate_there_is_nothing_to_make(scene):
    done = finish(scene, make_initiative(scene, Stage.PILOT))
    parked = through(scene, make_initiative(scene, Stage.PILOT), "px", "park")
    assert parked.stage == Stage.PARKED
    for one in (done, parked):
        with looking(scene.lead) as by, pytest.raises(Refused, match="Er komt nu geen poort"):
            actions.make_dossier(fresh(one), by=by)
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{parked.number}/dossier/"))
    assert "Er komt nu geen poort. Een dossier hoort bij een poort." in page


def test_it_costs_the_same_with_more_partners_and_conditions(scene, planned):
    lead = Browser(scene.network, scene.lead)
    path = f"initiatieven/{planned.number}/dossier/"
    make(scene, planned)
    assert questions(lead, path) <= 24
    assert questions(lead, f"{path}1/") <= 20
