"""Telling people: in the same transaction, once, by each one's own choice, and mail at most once."""

from __future__ import annotations

import smtplib
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from schakel.jobs import actions as jobs
from schakel.jobs import queue
from schakel.jobs.rules import Outcome
from schakel.jobs.working import long_task
from schakel.network.actions import end_membership
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.notices import actions
from schakel.notices.models import Mail, Notice
from schakel.notices.queries import wishes
from schakel.notices.rules import DIGEST_LINES, Delivery, Kind, MailState
from schakel.people.models import Person
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system
from tests.factories.jobs import run_waiting, waiting
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def _mail_goes_out(settings):
    settings.SENDS_MAIL = True


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def by(network):
    return make_member(network, Role.MANAGER)


@pytest.fixture
def anna(network):
    return make_member(network, name="Anna")


def tell(network, to, *, by=None, kind=Kind.VOTE, key="vote:1", **more):
    with looking_as((by or to[0]).pk):
        actions.notify(
            network, to, kind, key=key, by=by, page="network:people",
            **{"title": "Stem over het plan", "because": "U zit op een zetel.", **more},
        )  # fmt: skip


def of(network, model=Notice):
    with system(network.pk):
        return list(model.objects.of(network).order_by("pk"))


def test_a_notice_is_written_for_others_who_acts_can_read_none_of_it(network, by, anna):
    tell(network, [anna, by, None, anna], by=by)
    assert [one.person_id for one in of(network)] == [anna.pk]
    with looking_as(by.pk):
        assert not Notice.objects.exists()
    with looking_as(anna.pk):
        assert Notice.objects.get().title == "Stem over het plan"


def test_told_twice_is_told_once(network, by, anna):
    tell(network, [anna], by=by)
    tell(network, [anna], by=by, title="Nog eens")
    run_waiting()
    run_waiting()
    assert [one.title for one in of(network)] == ["Stem over het plan"]
    assert len(mail.outbox) == 1


def test_what_is_rolled_back_tells_nobody(network, by, anna):
    with transaction.atomic():
        tell(network, [anna], by=by)
        transaction.set_rollback(True)
    assert of(network) == []
    assert waiting() == []


def test_telling_costs_three_queries_however_many_people(network, by):
    few, many = [make_member(network)], [make_member(network) for _ in range(12)]

    def cost(people, key):
        with looking_as(by.pk), CaptureQueriesContext(connection) as asked:
            actions.notify(network, people, Kind.VOTE, key=key, title="x", page="network:people", by=by)
        return len([one for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]])

    assert cost(few, "a") == cost(many, "b") == 2


def test_people_who_cannot_sign_in_are_told_nothing(network, by):
    gone = make_member(network)
    gone.is_active = False
    tell(network, [gone], by=by)
    assert of(network) == []
    assert waiting() == []


def test_a_mail_says_what_it_is_about_and_opens_exactly_that(network, by, anna):
    tell(network, [anna], by=by, due_on=date(2026, 11, 26))
    run_waiting()
    [sent] = mail.outbox
    [notice] = of(network)
    link = f"http://127.0.0.1:8000/{network.slug}/meldingen/{notice.pk}/"
    html = sent.alternatives[0][0]
    assert sent.to == [anna.email]
    assert sent.subject == "Stem over het plan"
    for part in (sent.body, html):
        assert "Dag Anna," in part
        assert "U zit op een zetel." in part
        assert "Uiterlijk 26 november 2026." in part.replace("\N{NO-BREAK SPACE}", " ")
        assert link in part
        assert f"/{network.slug}/meldingen/instellen/" in part
    assert sent.extra_headers["Message-ID"] == f"<{of(network, Mail)[0].pk}@schakel>"


def test_nothing_typed_becomes_a_header_or_markup(network, by):
    eve = make_member(network, name="Eve\r\nBcc: x@y.test")
    tell(network, [eve], by=by, title="Plan\r\nBcc: slachtoffer@voorbeeld.test <script>alert(1)</script>")
    run_waiting()
    [sent] = mail.outbox
    raw = sent.message()
    assert raw["Bcc"] is None
    assert "\n" not in sent.subject
    assert "<script>" not in sent.alternatives[0][0]


def test_an_address_with_a_newline_gets_no_mail_but_the_bell_has_it(network, by, anna):
    Person.objects.filter(pk=anna.pk).update(email="anna@voorbeeld.test\nBcc: x@y.test")
    tell(network, [anna], by=by)
    run_waiting()
    assert mail.outbox == []
    assert len(of(network)) == 1
    assert of(network, Mail) == []


def test_an_address_that_went_bad_afterwards_is_refused_when_it_leaves(network, by, anna):
    tell(network, [anna], by=by)
    with system(network.pk):
        actions.deliver(network)
        Mail.objects.update(address="anna@voorbeeld.test\nBcc: x@y.test")
    run_waiting()
    assert mail.outbox == []
    assert of(network, Mail)[0].state == MailState.FAILED


@pytest.mark.parametrize(
    ("wish", "n_mails"), [(Delivery.AT_ONCE, 1), (Delivery.DIGEST, 0), (Delivery.BELL, 0)]
)
def test_everyone_hears_of_things_as_they_chose(network, by, anna, wish, n_mails):
    with looking_as(anna.pk):
        actions.prefer(network, by=anna, wishes={Kind.VOTE: wish})
        assert {one.kind: one.delivery for one in wishes(anna, network)}[Kind.VOTE] == wish
    tell(network, [anna], by=by)
    run_waiting()
    assert len(mail.outbox) == n_mails
    assert of(network)[0].delivery == wish


def test_a_choice_is_of_one_network_and_changes_for_nobody_else(network, by, anna):
    with looking_as(anna.pk):
        actions.prefer(network, by=anna, wishes={Kind.VOTE: Delivery.BELL})
        actions.prefer(network, by=anna, wishes={Kind.VOTE: Delivery.BELL})
    bert = make_member(network)
    tell(network, [anna, bert], by=by)
    run_waiting()
    assert [one.to for one in mail.outbox] == [[bert.email]]


def test_what_was_read_before_the_worker_came_is_not_mailed(network, by, anna):
    tell(network, [anna], by=by)
    with looking_as(anna.pk):
        actions.read(Notice.objects.get(), by=anna)
    run_waiting()
    assert mail.outbox == []


def test_who_left_the_network_gets_no_mail_any_more(network, by, anna):
    tell(network, [anna], by=by)
    with looking_as(by.pk):
        end_membership(Membership.objects.get(person=anna), by=by)
    run_waiting()
    assert mail.outbox == []


# --- The digest


def digest_on(network, day=MONDAY):
    with system(network.pk):
        return actions.send_digests(network, day)


def test_the_digest_holds_what_is_new_and_only_once(network, by, anna):
    with looking_as(anna.pk):
        actions.prefer(network, by=anna, wishes={Kind.VOTE: Delivery.DIGEST})
    for number in range(DIGEST_LINES + 2):
        tell(network, [anna], by=by, key=f"vote:{number}", title=f"Voorstel {number}")
    run_waiting()
    assert digest_on(network, MONDAY + timedelta(days=1)) == 0
    assert digest_on(network) == 1
    run_waiting()
    [sent] = mail.outbox
    assert sent.subject == f"14 nieuwtjes uit {network.name}"
    assert sent.body.count("Voorstel") == DIGEST_LINES
    assert "En nog 2 meldingen" in sent.body
    assert len(sent.body.split()) < 240, "read in a minute"
    assert digest_on(network) == 0, "nothing new, no mail"


def test_who_left_meanwhile_gets_no_digest(network, by, anna):
    tell(network, [anna], by=by, kind=Kind.CONDITION_SOON)
    run_waiting()
    anna.is_active = False
    anna.save(update_fields=["is_active"])
    assert digest_on(network) == 0
    assert of(network, Mail) == []


def test_who_read_everything_gets_no_digest(network, by, anna):
    tell(network, [anna], by=by, kind=Kind.CONDITION_SOON)
    run_waiting()
    with looking_as(anna.pk):
        actions.read_all(network, by=anna)
    assert digest_on(network) == 0


# --- Sending


def mail_of(network, by, anna):
    tell(network, [anna], by=by)
    with system(network.pk):
        actions.deliver(network)
    return of(network, Mail)[0]


def test_a_mail_that_was_sent_is_not_sent_again(network, by, anna):
    one = mail_of(network, by, anna)
    actions.send(network.pk, one.pk)
    actions.send(network.pk, one.pk)
    assert len(mail.outbox) == 1
    assert of(network, Mail)[0].sent_at is not None


def test_a_mail_that_was_leaving_when_the_worker_died_is_left_alone(network, by, anna):
    one = mail_of(network, by, anna)
    with system(network.pk):
        Mail.objects.update(state=MailState.SENDING)
    actions.send(network.pk, one.pk)
    assert mail.outbox == []
    assert of(network, Mail)[0].state == MailState.UNCERTAIN


@pytest.mark.parametrize(
    ("fault", "state", "is_raised"),
    [
        (smtplib.SMTPServerDisconnected("gone"), MailState.UNCERTAIN, False),
        (TimeoutError("slow"), MailState.UNCERTAIN, False),
        (smtplib.SMTPRecipientsRefused({"a@b.test": (550, b"no")}), MailState.FAILED, False),
        (smtplib.SMTPDataError(554, b"no"), MailState.FAILED, False),
        (smtplib.SMTPRecipientsRefused({"a@b.test": (450, b"later")}), MailState.WAITING, True),
        (smtplib.SMTPDataError(451, b"later"), MailState.WAITING, True),
        (OSError("broken"), MailState.WAITING, True),
    ],
)
def test_what_certainly_did_not_leave_is_tried_again_and_nothing_else(
    network, by, anna, fault, state, is_raised
):
    one = mail_of(network, by, anna)
    with patch.object(EmailBackend, "send_messages", side_effect=fault):
        if is_raised:
            with pytest.raises(type(fault)):
                actions.send(network.pk, one.pk)
        else:
            actions.send(network.pk, one.pk)
    [kept] = of(network, Mail)
    assert (kept.state, kept.fault) == (state, type(fault).__name__)
    actions.send(network.pk, one.pk)
    assert len(mail.outbox) == is_raised


def test_a_server_that_cannot_be_reached_is_tried_again(network, by, anna):
    one = mail_of(network, by, anna)
    with patch.object(EmailBackend, "open", side_effect=ConnectionRefusedError), pytest.raises(OSError):
        actions.send(network.pk, one.pk)
    assert of(network, Mail)[0].state == MailState.WAITING


def test_in_the_demo_mail_is_kept_to_show_and_nothing_goes_out(network, by, anna, settings):
    settings.SENDS_MAIL = False
    mail_of(network, by, anna)
    run_waiting()
    assert mail.outbox == []
    assert of(network, Mail)[0].state == MailState.SHOWN


def test_who_cannot_sign_in_yet_gets_a_mail_written_by_a_person(network, by):
    with looking_as(by.pk):
        actions.write_to(
            network, address="nieuw@voorbeeld.test", subject="Kom\nerbij", text="Open <b>: http://x.test/1"
        )
        actions.write_to(network, address="nieuw@voorbeeld.test\nBcc: x@y.test", subject="x", text="x")
    run_waiting()
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["nieuw@voorbeeld.test"], "Kom erbij")
    assert 'href="http://x.test/1"' in sent.alternatives[0][0]
    assert "<b>" not in sent.alternatives[0][0]


def test_in_the_demo_a_mail_by_a_person_is_kept_to_show(network, by, settings):
    settings.SENDS_MAIL = False
    with looking_as(by.pk):
        actions.write_to(network, address="nieuw@voorbeeld.test", subject="Kom erbij", text="Welkom")
    run_waiting()
    assert mail.outbox == []
    assert of(network, Mail)[0].state == MailState.SHOWN


# --- The rest


def test_marking_all_as_read_can_be_taken_back_for_ten_minutes(network, by, anna):
    tell(network, [anna], by=by, key="a")
    tell(network, [anna], by=by, key="b")
    with looking_as(anna.pk):
        actions.read(Notice.objects.get(key="a"), by=anna)
        n, moment = actions.read_all(network, by=anna)
        assert n == 1
        assert actions.unread_again(network, by=anna, moment=moment) == 1
        assert [one.key for one in Notice.objects.unread()] == ["b"]
        n, moment = actions.read_all(network, by=anna)
    with looking_as(by.pk):
        assert actions.unread_again(network, by=by, moment=moment) == 0
    later = moment + timedelta(minutes=11)
    with looking_as(anna.pk), patch("django.utils.timezone.now", return_value=later):
        assert actions.unread_again(network, by=anna, moment=moment) == 0


def test_a_job_that_ends_is_told_to_who_started_it(network, by, monkeypatch):
    monkeypatch.setattr(queue, "TASKS", dict(queue.TASKS))

    @long_task("test.read", "Inlezen")
    def read(work, **ids):
        return Outcome("12 regels gelezen")

    with looking_as(by.pk):
        job = jobs.start(network, by=by, task="test.read", title="Bestand inlezen")
    run_waiting()
    with looking_as(by.pk):
        told = Notice.objects.get()
    assert (told.title, told.because) == ("Bestand inlezen: klaar", "12 regels gelezen")
    assert (told.url_name, told.url_kwargs) == ("jobs:job", {"job": str(job.pk)})
    assert mail.outbox == [], "the bell is enough"


def test_old_notices_and_mail_are_forgotten_every_day(network, by, anna):
    tell(network, [anna], by=by)
    run_waiting()
    with system(network.pk):
        Notice.objects.update(at=timezone.now() - timedelta(days=400))
        Mail.objects.update(made_at=timezone.now() - timedelta(days=100))
        queue.defer("notices.daily", network=network)
    run_waiting()
    assert of(network) == of(network, Mail) == []


def test_what_an_old_story_told_counts_as_read(network, by, anna):
    tell(network, [anna], by=by)
    assert actions.read_before(network, timezone.now()) == 1
    assert actions.read_before(network, timezone.now()) == 0
