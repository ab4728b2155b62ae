"""The made-up people whom anyone may become in the demo."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from schakel.people.models import Person


def made_up(address: str, *, name: str, words: str, network: str, is_founder: bool = False) -> Person:
    """Make somebody who can sign in by one click, and in whose place one can try everything an account can do.

    The address counts as read: nobody reads mail there, and without that no app and no passkey can be added.
    """
    person = Person.objects.create_user(
        address,
        name=name,
        is_demo=True,
        is_founder=is_founder,
        demo_words=words,
        demo_network=network,
    )
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person
