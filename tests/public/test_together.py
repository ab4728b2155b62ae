"""Several answers become public in one go: chosen, read once more, confirmed; the submitter still hears first."""

from __future__ import annotations

import pytest

from schakel.initiatives.models import Initiative
from schakel.public import actions
from schakel.public.models import Publication
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, make_idea, take_in, through
from tests.factories.jobs import run_waiting

pytestmark = pytest.mark.django_db

WRONG = 422
PATH = "beheer/openbaar/samen/"


def filled(
    one: Initiative, title: str = "In gewone woorden", what: str = "Wij proberen iets."
) -> dict[str, str]:
    return {f"{one.number}-title": title, f"{one.number}-what": what}


def answered(scene: Scene) -> tuple[Initiative, Initiative]:
    return take_in(scene, make_idea(scene)), take_in(scene, make_idea(scene, answers={"title": "Tweede"}))


def test_the_chosen_answers_are_read_once_more_and_become_public_together(scene):
    first, second = answered(scene)
    run_waiting()
    manager = Browser(scene.network, scene.manager)
    assert f'name="n" value="{first.number}"' in text(manager.get("beheer/openbaar/"))
    page = text(manager.get(PATH, n=[first.number, second.number]))
    assert first.proposal in page
    assert "Deze woorden komen uit het idee zelf." in page
    assert "hoort het antwoord eerst" in page
    wrong = manager.post(
        PATH, n=[first.number, second.number], **filled(first), **filled(second, what="BSN 111222333")
    )
    assert wrong.status_code == WRONG
    assert "BSN 111222333" in text(wrong)
    with as_platform(scene.network):
        assert not Publication.objects.exists()
    both = {**filled(first), **filled(second, title="Het tweede")}
    assert manager.post(PATH, n=[first.number, second.number], **both).status_code == 302
    outside = text(Browser(scene.network).get("openbaar/"))
    assert "In gewone woorden" in outside
    assert "Het tweede" in outside
    assert f'name="n" value="{first.number}"' not in text(manager.get("beheer/openbaar/"))


def test_only_what_is_ticked_becomes_public(scene):
    first, second = answered(scene)
    Browser(scene.network, scene.manager).post(PATH, n=[first.number], **filled(first), **filled(second))
    with as_platform(scene.network):
        assert [one.initiative_id for one in Publication.objects.published()] == [first.pk]


def test_the_submitter_still_hears_before_everyone(scene):
    first, _second = answered(scene)
    run_waiting()
    first = through(scene, first, "p1", "reject")
    Browser(scene.network, scene.manager).post(PATH, n=[first.number], **filled(first))
    outside = text(Browser(scene.network).get("openbaar/"))
    assert "In gewone woorden" in outside
    assert "Gaat niet door" not in outside


@pytest.mark.parametrize("chosen", [[], ["I-1999-001"], ["\0"], ["x" * 10_000]])
def test_nothing_chosen_is_said_in_words(scene, chosen):
    answered(scene)
    page = Browser(scene.network, scene.manager).get(PATH, n=chosen)
    assert page.status_code == WRONG
    assert "Kies er ten minste één, en ten hoogste 20." in text(page)


def test_what_is_public_or_waits_for_an_answer_is_refused_and_then_nothing_is_public(scene):
    first, second = answered(scene)
    waiting, words = make_idea(scene), {"title": "Titel", "what": "Wat."}
    with looking(scene.manager) as manager:
        for other in (waiting, first):
            with pytest.raises(Refused, match="Ververs de pagina"):
                actions.publish_together([(second, words), (other, words), (first, words)], by=manager)
            assert not Publication.objects.exists() or other is first
            if other is waiting:
                actions.publish(first, by=manager, is_published=True, **words)
        with pytest.raises(Refused, match="ten minste één"):
            actions.publish_together([], by=manager)
    with as_platform(scene.network):
        assert Publication.objects.count() == 1
