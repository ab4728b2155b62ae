"""Who may decide or see what is sensitive signs in with a second factor; no exception outside the demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from schakel.governance.permissions import standing
from schakel.network.rules import Role
from schakel.people.models import Person

#: Roles that open ideas of others, decide, or speak for an organisation. A plain reader without a seat needs none.
SENSITIVE = frozenset({Role.MANAGER, Role.REPRESENTATIVE, Role.PROFESSIONAL, Role.ANALYST})


def ask_for_second_factor(request: HttpRequest, person: Person, network: Any) -> HttpResponse | None:
    """Send a person with a sensitive role or a seat here to where they set up a second factor, or let them pass.

    The network comes with whether the person has one at this moment: what is taken away counts no more, also in a
    session that goes on. Costs no query; for who has none at most two, because a role or a seat may ask for it.
    """
    if settings.IS_DEMO or network.has_second_factor:
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
