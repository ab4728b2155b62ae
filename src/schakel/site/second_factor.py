"""Who may decide or see what is sensitive signs in with a second factor; no exception outside the demo."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from schakel.network.models import Membership, Network
from schakel.network.rules import Role
from schakel.people.models import Person

#: Roles that open ideas of others, decide, or speak for an organisation. A plain reader needs no second factor.
SENSITIVE = frozenset({Role.MANAGER, Role.REPRESENTATIVE, Role.PROFESSIONAL, Role.ANALYST})
SEEN = "second_factor_seen"


def ask_for_second_factor(request: HttpRequest, person: Person, network: Network) -> HttpResponse | None:
    """Send a person in a sensitive role to the page where they set up a second factor, or let them pass.

    Costs two database queries once in a session, none afterwards.
    """
    if settings.IS_DEMO or request.session.get(SEEN):
        return None
    roles = set(Membership.objects.filter(network=network, person=person).values_list("role", flat=True))
    if roles & SENSITIVE and not Authenticator.objects.filter(user_id=person.pk).exists():
        messages.warning(
            request,
            _(
                "In uw rol ziet of beslist u dingen die niet voor iedereen zijn. Stel daarom eerst een tweede stap in."
            ),
        )
        return redirect("mfa_index")
    request.session[SEEN] = True
    return None
