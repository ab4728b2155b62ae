"""Who sent an idea in hears what became of it first; then it is public (invariant 10)."""

from __future__ import annotations

import smtplib
from collections.abc import Callable

import pytest
from django.core import mail

from schakel.initiatives.actions import effects
from schakel.initiatives.models import Initiative
from schakel.notices import actions as notices
from schakel.notices.models import Notice
from schakel.notices.rules import Delivery, Kind, MailState
from schakel.public import actions
from tests import database
from tests.conftest import OWN
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, make_idea, make_initiative, make_scene, take_in, through
from tests.factories.jobs import run_waiting

pytestmark = pytest.mark.django_db

BEFORE, AFTER, WHY = "Wordt beoordeeld", "Gaat niet door", "Dit past nu niet."


def public(scene: Scene, initiative: Initiative) -> Initiative:
    with looking(scene.manager) as manager:
        actions.publish(
            initiative, by=manager, is_published=True, title="In gewone woorden", what="Wij proberen iets."
        )
    return initiative


def rejected(scene: Scene) -> Initiative:
    """An idea with a public text, of which the submitter heard that it is looked at, and that was rejected just now."""
    initiative = public(scene, take_in(scene, make_idea(scene)))
    run_waiting()
    return through(scene, initiative, "p1", "reject")


def outside(scene: Scene) -> str:
    return text(Browser(scene.network).get("openbaar/"))


def is_told_outside(scene: Scene) -> bool:
    page = outside(scene)
    assert (AFTER in page) == (WHY in page), "the stage and the reason go together"
    assert (AFTER in page) != (BEFORE in page)
    return AFTER in page


def test_a_rejection_is_public_once_the_mail_to_its_submitter_has_left(scene):
    rejected(scene)
    assert not is_told_outside(scene)
    with as_platform(scene.network):
        assert Notice.objects.get(kind=Kind.DECIDED).person == scene.submitter
        notices.deliver(scene.network)
    assert not is_told_outside(scene), "the mail waits"
    run_waiting()
    assert mail.outbox[-1].to == [scene.submitter.email]
    assert is_told_outside(scene)


def reads_it(scene: Scene) -> None:
    with as_platform(scene.network):
        found = Notice.objects.get(kind=Kind.DECIDED)
    with looking(scene.submitter) as submitter:
        notices.read(found, by=submitter)


def chose(delivery: Delivery) -> Callable[[Scene], None]:
    def told(scene: Scene) -> None:
        with looking(scene.submitter) as submitter:
            notices.prefer(scene.network, by=submitter, wishes={Kind.DECIDED: delivery})
        with as_platform(scene.network):
            notices.deliver(scene.network)

    return told


def cannot_be_mailed(scene: Scene) -> None:
    with as_platform(scene.network):
        notices.deliver(scene.network)
        Notice.objects.get(kind=Kind.DECIDED).mail.delete()


@pytest.mark.parametrize(
    "told",
    [reads_it, chose(Delivery.BELL), chose(Delivery.DIGEST), cannot_be_mailed],
    ids=["who reads it", "who chose the bell", "who chose the weekly mail", "whose address cannot be used"],
)
def test_it_is_public_once_the_submitter_was_told_in_their_own_way(scene, told):
    rejected(scene)
    assert not is_told_outside(scene)
    told(scene)
    assert is_told_outside(scene)


def test_a_mail_server_that_is_away_holds_it_until_the_mail_has_left_or_never_will(scene, monkeypatch):
    rejected(scene)

    def away() -> None:
        raise smtplib.SMTPConnectError(421, b"later")

    with as_platform(scene.network):
        notices.deliver(scene.network)
        waiting = Notice.objects.select_related("mail").get(kind=Kind.DECIDED).mail
    with monkeypatch.context() as patch:
        patch.setattr(notices, "get_connection", away)
        with pytest.raises(smtplib.SMTPConnectError):
            notices.send(scene.network.pk, waiting.pk)
    assert not is_told_outside(scene)
    with as_platform(scene.network):
        waiting.state = MailState.FAILED
        waiting.save(update_fields=["state"])
    assert is_told_outside(scene)


def test_a_step_back_is_not_public_early_either_and_other_initiatives_do_not_wait(scene):
    other = public(scene, make_initiative(scene, "screening"))
    run_waiting()
    rejected(scene)
    page = outside(scene)
    assert page.count(BEFORE) >= 2
    assert other.number in page


def test_a_topic_that_the_group_named_itself_has_nobody_to_tell_first(scene):
    topic = public(scene, make_initiative(scene, "exploration"))
    with as_platform(scene.network):
        Initiative.objects.filter(pk=topic.pk).update(submitted_by=None)
    through(scene, topic, "p2", "stop")
    assert "Gestopt" in outside(scene)


# --- Faults that these tests find


def test_when_nobody_tells_the_submitter_it_is_seen(scene, monkeypatch):
    monkeypatch.setattr(effects, "announce_decision", lambda *told, **more: None)
    rejected(scene)
    assert is_told_outside(scene), "nothing holds it up, so the first test above fails"


NOBODY_WAITS = """
    create or replace function tenancy.submitter_waits(wanted uuid, submitter uuid, decision uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as 'select false'
"""


def test_when_the_database_lets_it_pass_it_is_seen(altered):
    scene = make_scene()
    with database.as_owner(OWN) as owner:
        owner.execute(NOBODY_WAITS)
    rejected(scene)
    assert is_told_outside(scene), "nothing holds it up, so the first test above fails"
