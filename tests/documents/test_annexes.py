"""Annexes of an agreement: numbered as the agreement names them, each number once, in the order a reader expects."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.documents import actions
from schakel.documents.models import Document
from schakel.documents.rules import Subject, why_not_annex
from schakel.network.actions import sign
from tests.factories.browsing import Browser, text
from tests.factories.documents import PDF, upload
from tests.factories.governance import as_platform
from tests.factories.initiatives import make_idea
from tests.factories.network import make_agreement
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db

WRONG, FOUND = 422, 302


@pytest.fixture
def agreement(scene):
    return make_agreement(scene.network, parties=scene.partners[:2])


def add(scene, agreement, annex, title, status=FOUND):
    browser = Browser(scene.network, scene.manager)
    path = f"documenten/nieuw/agreement/{agreement.slug}/"
    answer = browser.post(path, file=upload(), title=title, annex=annex)
    assert answer.status_code == status, text(answer)
    return answer


def test_annexes_stand_by_number_before_other_documents(scene, agreement):
    for annex, title in (("10", "Tarieven"), ("", "Verslag"), ("Bijlage 2", "Rooster"), ("b.", "Kaart")):
        add(scene, agreement, annex, title)
    page = text(Browser(scene.network, scene.manager).get(f"overeenkomsten/{agreement.slug}/tekst/"))
    places = [page.index(name) for name in ("Bijlage 2: Rooster", "Bijlage 10: Tarieven", "Bijlage B: Kaart")]
    assert places == sorted(places)
    assert max(places) < page.index("Andere documenten erbij") < page.index("Verslag")


@pytest.mark.parametrize("typed", ["bijlage", "eerste", "1 en 2", "0", "1234", "<b>"])
def test_what_is_no_number_is_refused_at_its_place_and_nothing_is_lost(scene, agreement, typed):
    assert why_not_annex(typed)
    answer = text(add(scene, agreement, typed, "Rooster voor de nacht", status=WRONG))
    assert "Schrijf alleen het nummer" in answer
    assert "Rooster voor de nacht" in answer


def test_a_number_stands_once_and_is_free_again_after_withdrawing(scene, agreement):
    add(scene, agreement, "1", "Rooster")
    answer = add(scene, agreement, "bijlage 1", "Ander rooster", status=WRONG)
    assert "“Bijlage 1: Rooster” staat er al." in text(answer)
    with as_platform(scene.network):
        first = Document.objects.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Document.objects.create(
                network=scene.network,
                subject_type=Subject.AGREEMENT,
                subject_id=agreement.pk,
                title="Rooster",
                annex="1",
                added_by=scene.manager,
                added_at=timezone.now(),
            )
        actions.withdraw_document(first, by=scene.manager, reason="Verkeerd bestand.")
    add(scene, agreement, "1", "Ander rooster")
    with as_platform(scene.network), refused("staat er al"):
        actions.restore_document(first, by=scene.manager)


def test_an_annex_from_after_a_signature_says_so(scene, agreement):
    with as_platform(scene.network):
        partner = agreement.parties.select_related("partner")[0].partner
        day = timezone.localdate() - timedelta(days=3)
        sign(agreement, partner=partner, by=scene.manager, signed_by_name="Bo", signed_on=day)
    add(scene, agreement, "1", "Rooster")
    page = text(Browser(scene.network, scene.manager).get(f"overeenkomsten/{agreement.slug}/tekst/"))
    assert "van na de eerste handtekening" in page


def test_only_an_agreement_is_asked_for_a_number(scene):
    idea = make_idea(scene)
    browser = Browser(scene.network, scene.manager)
    assert "welk nummer" not in text(browser.get(f"documenten/nieuw/initiative/{idea.number}/")).lower()
    with as_platform(scene.network), pytest.raises(IntegrityError), transaction.atomic():
        actions.add_document(Subject.INITIATIVE, idea, by=scene.manager, name="a.pdf", data=PDF, annex="1")
