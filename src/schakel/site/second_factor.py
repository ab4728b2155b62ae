"""Who may decide or see what is sensitive signs in with a second factor; no exception outside the demo."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from schakel.governance.permissions import standing
from schakel.network.models import Network
from schakel.network.rules import Role
from schakel.people.models import Person

#: Roles that open ideas of others, decide, or speak for an organisation. A plain reader without a seat needs none.
SENSITIVE = frozenset({Role.MANAGER, Role.REPRESENTATIVE, Role.PROFESSIONAL, Role.ANALYST})
#: In the session: this person has a second factor, so no network needs to ask for it any more.
SEEN = "second_factor_seen"


def ask_for_second_factor(request: HttpRequest, person: Person, network: Network) -> HttpResponse | None:
    """Send a person with a sensitive role or a seat here to where they set up a second factor, or let them pass.

    Costs one database query once in a session; for who has no second factor at most three each time, because another
    network, a new role or a seat may ask for it.
    """
    if settings.IS_DEMO or request.session.get(SEEN):
        return None
    if Authenticator.objects.filter(user_id=person.pk).exists():
        request.session[SEEN] = True
        return None
    here = standing(person, network)
    if not here.seats and not here.roles & SENSITIVE:
        return None
    messages.warning(
        request,
        _(
            "In uw rol ziet of beslist u dingen die niet voor iedereen zijn. Stel daarom eerst een tweede stap in."
        ),
    )
    return redirect("mfa_index")
