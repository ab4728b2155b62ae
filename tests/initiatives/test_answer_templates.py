"""Answer templates: kept by who does the intake, put in the box by who answers, sent only when they say so."""

from __future__ import annotations

import pytest
from django.utils import timezone

from schakel.initiatives import actions
from schakel.initiatives.actions import answers
from schakel.initiatives.models import AnswerTemplate, Proposal
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.answers import why_not_answer
from schakel.journal.models import Entry
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import fresh, invite, make_idea, make_scene, rate

pytestmark = pytest.mark.django_db

NO, WRONG, GONE = 403, 422, 404
DESK = "beheer/antwoordteksten/"
TEXT = "Beste indiener van {nummer}, “{titel}” gaat naar {groep} ({datum})."


def kept(scene, name: str = "Hoort elders", words: str = TEXT) -> AnswerTemplate:
    with looking(scene.manager) as manager:
        return actions.keep_answer(scene.network, by=manager, name=name, text=words)


def test_a_template_is_put_under_what_was_typed_and_nothing_is_sent(scene):
    idea, template = make_idea(scene, answers={"title": "Een {groep} erbij"}), kept(scene)
    manager = Browser(scene.network, scene.manager)
    path = f"initiatieven/{idea.number}/intake/"
    typed = {"refer-to": "de gemeente", "refer-reason": "Dank u.", "refer-template": str(template.pk)}
    page = manager.post(path, deed="refer", fill="1", **typed)
    shown = text(page)
    assert page.status_code == 200
    today = dutch_date(timezone.localdate())
    whole = f"Beste indiener van {idea.number}, “Een {{groep}} erbij” gaat naar {scene.network} ({today})."
    assert "Dank u.\n\n" + whole in shown
    assert 'value="de gemeente"' in shown
    assert "Dit klopt nog niet" not in shown
    assert fresh(idea).stage == Stage.SUBMITTED
    manager.post(path, deed="refer", **{"refer-to": "de gemeente", "refer-reason": whole})
    assert fresh(idea).public_reason == whole


@pytest.mark.parametrize("chosen", ["", "weg", "\0", "00000000-0000-0000-0000-000000000000"])
def test_without_a_template_of_this_network_the_box_stays_as_it_was(scene, chosen):
    idea = make_idea(scene)
    kept(scene)
    page = Browser(scene.network, scene.manager).post(
        f"initiatieven/{idea.number}/intake/",
        deed="ask", fill="1", **{"ask-question": "Voor wie?", "ask-template": chosen},
    )  # fmt: skip
    assert page.status_code == 200
    assert ">\nVoor wie?</textarea>" in text(page)


def test_a_template_is_put_in_the_reason_for_everyone_at_the_screening(scene, in_screening):
    invite(scene, in_screening)
    rate(scene, in_screening)
    template = kept(scene, words="{nummer} past nu niet bij {groep}.")
    secretary = Browser(scene.network, scene.group.secretary)
    path = f"initiatieven/{in_screening.number}/poort/p1/wijs-af/"
    assert "Zet deze tekst in het vak" in text(secretary.get(path))
    page = secretary.post(
        path,
        fill="1",
        public_reason="",
        reason="Wij bespraken dit.",
        moment="volgende",
        template=str(template.pk),
    )
    assert f"{in_screening.number} past nu niet bij {scene.body}." in text(page)
    assert "Wij bespraken dit." in text(page)
    with as_platform(scene.network):
        assert not Proposal.objects.exists()
    unchanged = secretary.post(path, fill="1", public_reason="Eigen woorden.", moment="volgende")
    assert ">\nEigen woorden.</textarea>" in text(unchanged)


def test_who_does_the_intake_keeps_the_templates(scene):
    manager = Browser(scene.network, scene.manager)
    assert "Er is nog geen tekst." in text(manager.get(DESK))
    wrong = manager.post(DESK, which="nieuw", **{"nieuw-name": "Elders", "nieuw-text": "Dag {naam}"})
    assert wrong.status_code == WRONG
    assert "{naam} wordt niet ingevuld." in text(wrong)
    assert "Dag {naam}" in text(wrong)
    new = {"which": "nieuw", "nieuw-name": "Elders", "nieuw-text": "Dag {nummer}"}
    assert manager.post(DESK, **new).status_code == 302
    twice = manager.post(DESK, **new)
    assert (twice.status_code, "Kies een andere naam." in text(twice)) == (WRONG, True)
    with as_platform(scene.network):
        row = AnswerTemplate.objects.get()
    key = str(row.pk)
    manager.post(DESK, which=key, **{f"{key}-name": "elders", f"{key}-text": "Hallo {nummer}"})
    assert "Hallo {nummer}" in text(manager.get(DESK))
    manager.post(DESK, which=key, drop="1")
    assert "Er is nog geen tekst." in text(manager.get(DESK))
    assert manager.post(DESK, which=key, drop="1").status_code == GONE
    assert manager.post(DESK, which="weg").status_code == GONE
    with as_platform(scene.network):
        verbs = Entry.objects.filter(verb__startswith="answer template").order_by("at")
        assert [one.verb.rsplit(" ", 1)[1] for one in verbs] == ["kept", "kept", "dropped"]


def test_others_hear_who_keeps_the_templates_and_other_networks_have_their_own(scene):
    template = kept(scene)
    page = Browser(scene.network, scene.submitter).post(DESK, which=str(template.pk), drop="1")
    assert page.status_code == NO
    assert "Alleen de netwerkmanager kan de intake van ideeën doen" in text(page)
    other = make_scene()
    assert "Hoort elders" not in text(Browser(other.network, other.manager).get(DESK))
    with looking(scene.submitter) as submitter, pytest.raises(Refused):
        actions.drop_answer(template, by=submitter)


def test_a_template_that_somebody_else_removed_is_refused_in_words_and_a_list_has_an_end(scene, monkeypatch):
    template = kept(scene)
    monkeypatch.setattr(answers, "MOST", 1)
    with looking(scene.manager) as manager:
        with pytest.raises(Refused, match="Er zijn al 1 teksten"):
            actions.keep_answer(scene.network, by=manager, name="Nog een", text="Dag")
        with pytest.raises(Refused, match=r"BSN|burgerservicenummer|patiënt|persoon"):
            actions.keep_answer(scene.network, by=manager, name="Fout", text="BSN 111222333")
        actions.drop_answer(template, by=manager)
        with pytest.raises(Refused, match="is er niet meer"):
            actions.drop_answer(template, by=manager)


def test_the_page_costs_the_same_with_one_template_and_with_ten(scene):
    kept(scene)
    manager = Browser(scene.network, scene.manager)
    few = questions(manager, DESK)
    for n in range(9):
        kept(scene, name=f"Tekst {n}")
    assert questions(manager, DESK) == few


def test_braces_that_nobody_fills_in_are_named():
    assert why_not_answer(TEXT) is None
    assert "{naam}" in str(why_not_answer("Dag {naam}"))
