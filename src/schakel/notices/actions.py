"""Telling people: a row in the transaction of the action; mail follows by the worker, each at most once."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from schakel.jobs.queue import defer
from schakel.notices.models import Mail, Notice, Preference
from schakel.notices.rules import (
    DIGEST_WEEKDAY,
    KEEP_MAIL,
    KEEP_NOTICES,
    MANNERS,
    UNDO,
    Delivery,
    Kind,
    MailState,
    is_address,
    one_line,
)
from schakel.notices.writing import Letter, digest, letter
from schakel.people.models import Person
from schakel.tenancy.context import system

log = logging.getLogger(__name__)


@transaction.atomic
def notify(
    network: Any,
    to: Iterable[Person | None],
    kind: Kind,
    *,
    key: str,
    title: str,
    page: str,
    because: str = "",
    due_on: date | None = None,
    by: Person | None = None,
    each: Mapping[UUID, Mapping[str, Any]] | None = None,
    **kwargs: Any,
) -> None:
    """Tell people that something happened, in the transaction in which it happens. Two queries, however many people.

    key: what happened, so that nobody is told it twice ("vote:‹decision›"). page: the name of the page where it is, and
    kwargs what it needs beside the network; each: what differs per person. by: who did it, and so knows already.
    Title and because go out by mail too: a title may stand in them, nothing else that a person wrote.
    """
    people = {person.pk for person in to if person is not None and person.is_active}
    people -= {by.pk} if by is not None else set()
    if not people:
        return
    each, now = each or {}, timezone.now()
    Notice.objects.bulk_create(
        [
            Notice(
                network=network,
                person_id=person,
                kind=kind,
                key=key[:120],
                title=one_line(str(title), 300),
                because=one_line(str(because), 500),
                due_on=due_on,
                at=now,
                url_name=page,
                url_kwargs={name: str(one) for name, one in {**kwargs, **each.get(person, {})}.items()},
            )
            for person in sorted(people)
        ],
        ignore_conflicts=True,
    )
    defer("notices.deliver", network=network)


@transaction.atomic
def write_to(network: Any, *, address: str, subject: str, text: str) -> None:
    """Mail somebody who cannot sign in yet, in the transaction in which it is asked. Two queries.

    The address is refused by the form before; here one that is no single address simply gets nothing.
    """
    if not is_address(address):
        log.warning("A mail of network %s has no address that can be used.", network.pk)
        return
    mail = Mail(
        network=network,
        address=address,
        subject=one_line(subject),
        text=text,
        html=render_to_string("notices/plain.html", {"subject": one_line(subject), "text": text}),
        state=MailState.WAITING if settings.SENDS_MAIL else MailState.SHOWN,
    )
    mail.save(force_insert=True)
    if settings.SENDS_MAIL:
        defer("notices.send", network=network, mail=mail.pk)


# --- Reading


@transaction.atomic
def read(notice: Notice, *, by: Person) -> None:
    """Remember that a person opened their notice."""
    Notice.objects.visible_to(by).unread().filter(pk=notice.pk).update(read_at=timezone.now())


@transaction.atomic
def read_all(network: Any, *, by: Person) -> tuple[int, datetime]:
    """Mark all notices of a person as read; returns how many and the moment by which it can be taken back."""
    now = timezone.now()
    return Notice.objects.visible_to(by).of(network).unread().update(read_at=now), now


@transaction.atomic
def unread_again(network: Any, *, by: Person, moment: datetime) -> int:
    """Take back that everything was marked as read at a moment, not too long ago; returns how many."""
    if timezone.now() - moment > UNDO:
        return 0
    return Notice.objects.visible_to(by).of(network).filter(read_at=moment).update(read_at=None)


@transaction.atomic
def prefer(network: Any, *, by: Person, wishes: Mapping[Kind, Delivery]) -> None:
    """Choose how to hear of each kind; what is as usual is not kept, so that a better default reaches people."""
    own = Preference.objects.of(network).filter(person=by)
    own.delete()
    Preference.objects.bulk_create(
        Preference(network=network, person=by, kind=kind, delivery=delivery)
        for kind, delivery in wishes.items()
        if MANNERS[kind].delivery != delivery
    )


@transaction.atomic
def read_before(network: Any, moment: datetime) -> int:
    """Mark as read what is older than a moment, for everybody: what a story of long ago told. By the platform only."""
    with system(network.pk):
        return Notice.objects.of(network).unread().before(moment).update(read_at=moment)


# --- Delivering, by the worker, inside tenancy.context.system(network)


def deliver(network: Any) -> int:
    """Decide for every new notice whether a mail follows, and queue those mails; returns how many."""
    waiting = list(
        Notice.objects.of(network)
        .select_for_update(of=("self",), skip_locked=True)
        .filter(delivery="")
        .select_related("person")
        .order_by("at")
    )
    wishes = _wishes(network, {notice.person_id for notice in waiting})
    n_mails = 0
    for notice in waiting:
        notice.delivery = wishes.get((notice.person_id, notice.kind)) or MANNERS[Kind(notice.kind)].delivery
        if notice.delivery == Delivery.AT_ONCE and notice.read_at is None:
            notice.mail = _queue(network, notice.person, letter(network, notice.person, notice))
            n_mails += notice.mail is not None
    Notice.objects.bulk_update(waiting, ["delivery", "mail"])
    return n_mails


def send_digests(network: Any, today: date) -> int:
    """Once a week, mail each person what they chose to hear weekly, did not read yet and was not mailed before.

    Who has nothing new gets nothing. Returns how many mails.
    """
    if today.weekday() != DIGEST_WEEKDAY:
        return 0
    since = timezone.now() - timedelta(days=60)
    waiting = (
        Notice.objects.of(network)
        .unread()
        .select_for_update(of=("self",), skip_locked=True)
        .filter(delivery=Delivery.DIGEST, mail=None, at__gte=since)
        .select_related("person")
        .order_by("due_on", "at")
    )
    by_person: dict[Person, list[Notice]] = {}
    for notice in waiting:
        by_person.setdefault(notice.person, []).append(notice)
    n_mails = 0
    for person, notices in by_person.items():
        mail = _queue(network, person, digest(network, person, notices))
        if mail is not None:
            Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mail=mail)
            n_mails += 1
    return n_mails


def forget_old(network: Any, now: datetime) -> None:
    """Remove notices and mail of long ago."""
    Notice.objects.of(network).before(now - KEEP_NOTICES).delete()
    Mail.objects.of(network).filter(made_at__lt=now - KEEP_MAIL).delete()


def why_not_mail(network: Any, person: Person) -> str | None:
    """Why no mail about this network goes to this person, for the log: gone, or no address to use. One query."""
    if not person.is_active or network.pk not in person.network_ids:
        return "no longer in the network"
    return None if is_address(person.email) else "the address cannot be used"


def _wishes(network: Any, people: set[UUID]) -> dict[tuple[UUID, str], str]:
    own = Preference.objects.of(network).filter(person_id__in=people)
    return {(person, kind): how for person, kind, how in own.values_list("person_id", "kind", "delivery")}


def _queue(network: Any, person: Person, what: Letter) -> Mail | None:
    """Put a mail in the outbox, when there may be one."""
    if (reason := why_not_mail(network, person)) is not None:
        log.warning("No mail for person %s: %s.", person.pk, reason)
        return None
    mail = Mail.objects.create(
        network=network,
        person=person,
        address=person.email,
        subject=what.subject,
        text=what.text,
        html=what.html,
        state=MailState.WAITING if settings.SENDS_MAIL else MailState.SHOWN,
    )
    if settings.SENDS_MAIL:
        defer("notices.send", network=network, mail=mail.pk)
    return mail


# --- Sending, by the worker, in steps


def send(network_id: UUID, mail_id: UUID) -> None:
    """Send one mail, at most once: it is marked before it leaves, and what was marked and not finished is left alone.

    Raises the fault when the mail certainly did not leave, so that it is tried again later.
    """
    mail = _take(network_id, mail_id)
    if mail is None:
        return
    try:
        outgoing = get_connection()
        outgoing.open()
    except (smtplib.SMTPException, OSError) as fault:
        _finish(network_id, mail_id, MailState.WAITING, fault)
        raise
    try:
        outgoing.send_messages([_message(mail)])
    except (smtplib.SMTPServerDisconnected, TimeoutError) as fault:
        # It may have left: better one mail too few than one twice; the bell has the message.
        _finish(network_id, mail_id, MailState.UNCERTAIN, fault)
    except (smtplib.SMTPException, OSError) as fault:
        if not _is_final(fault):
            _finish(network_id, mail_id, MailState.WAITING, fault)
            raise
        _finish(network_id, mail_id, MailState.FAILED, fault)
    else:
        _finish(network_id, mail_id, MailState.SENT)
    finally:
        outgoing.close()


def _message(mail: Mail) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=one_line(mail.subject),
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.address],
        headers={"Message-ID": f"<{mail.pk}@schakel>", "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(mail.html, "text/html")
    return message


@transaction.atomic
def _take(network_id: UUID, mail_id: UUID) -> Mail | None:
    """Mark a mail as leaving; None when it is not ours to send."""
    with system(network_id):
        mail = Mail.objects.select_for_update().filter(pk=mail_id).first()
        if mail is None or mail.state not in {MailState.WAITING, MailState.SENDING}:
            return None
        if mail.state == MailState.SENDING:
            mail.state = MailState.UNCERTAIN  # a worker died while it left: not again
        elif not is_address(mail.address) or (
            mail.person is not None and why_not_mail(network_of(network_id), mail.person)
        ):
            mail.state = MailState.FAILED  # who left the network meanwhile gets nothing more
        else:
            mail.state = MailState.SENDING
        mail.save(update_fields=["state"])
        if mail.state != MailState.SENDING:
            log.warning("Mail %s is not sent: %s.", mail.pk, mail.state)
        return mail if mail.state == MailState.SENDING else None


@transaction.atomic
def _finish(network_id: UUID, mail_id: UUID, state: MailState, fault: BaseException | None = None) -> None:
    with system(network_id):
        mail = Mail.objects.filter(pk=mail_id)
        mail.update(
            state=state,
            sent_at=timezone.now() if state == MailState.SENT else None,
            fault=type(fault).__name__ if fault else "",
        )
        if state != MailState.WAITING:
            # Who cannot sign in gets links that open something by themselves: they are kept no longer than needed.
            mail.filter(person=None).update(text="", html="")


def _is_final(fault: BaseException) -> bool:
    """Whether the server said no for good (5xx) to this mail."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in fault.recipients.values())
    return isinstance(fault, smtplib.SMTPResponseException) and fault.smtp_code >= 500


def network_of(network_id: UUID) -> Any:
    """The network itself; notices stand below the app that knows what a network is. One database query."""
    return apps.get_model("network", "Network").objects.get(pk=network_id)
