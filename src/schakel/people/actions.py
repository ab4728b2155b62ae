"""What changes about a person who signs in; nothing here belongs to a network."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from schakel.people.models import Person
from schakel.web.refusal import Refused, allow

#: Looks closer together than this are one visit.
ONE_VISIT = timedelta(minutes=15)


def let_found(email: str, *, may: bool = True) -> Person | None:
    """Let the person with this address begin networks, or no longer; only the system administrator does this."""
    person = Person.objects.filter(email__iexact=email.strip()).first()
    if person is not None and person.is_founder != may:
        person.is_founder = may
        person.save(update_fields=["is_founder"])
    return person


def still(person: Person) -> Person:
    """Let nobody give this person something new, or take it away, until this transaction has ended.

    Whoever does so asks this first. A row that only names the person (who did it, in the journal) does not wait.
    """
    return Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def why_not_address(email: str) -> str | None:
    """Why no mail can go to this address: it is none, or it holds more than one line. No database query."""
    try:
        if len(email.splitlines()) != 1:
            raise ValidationError("more than one line")
        validate_email(email)
    except ValidationError:
        return _("Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@voorbeeld.nl.")
    return None


@transaction.atomic
def make_account(email: str, *, name: str, password: str) -> Person:
    """Make an account for who proved to read the mail of this address, by the link that was sent there."""
    allow(why_not_address(email))
    known = Person.objects.filter(email__iexact=email)
    person = None
    if not known.exists():
        try:
            with transaction.atomic():
                person = Person.objects.create_user(email, password=password, name=name)
        except IntegrityError:
            if not known.exists():
                raise
    if person is None:  # there before, or made at this same moment by a second click
        raise Refused(_("Met dit adres is al een account. Log in."))
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def note_visit(person: Person, *, now: datetime) -> datetime | None:
    """Remember that a person looks now; return when they looked before, or None the first time."""
    before = person.seen_at
    if before is None or now - before >= ONE_VISIT:
        person.seen_at = now
        person.save(update_fields=["seen_at"])
    return before
