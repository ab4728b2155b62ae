"""Who leaves, leaves nothing behind (invariant 19): the apps that know what is still open say so, and then it waits.

What ends by itself with a leave, such as an absence, those apps end when they are told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person

#: Why a person, or a partner, cannot leave a network on a day: what is still open then, in words.
OfPerson = Callable[["Network", "Person", date], str | None]
OfPartner = Callable[["Partner", date], str | None]

#: What ends by itself when a person leaves a network on a day, and who wrote the leave down.
EndsWith = Callable[["Network", "Person", date, "Person | None"], None]

_ends_with_person: list[EndsWith] = []
_of_person: list[OfPerson] = []
_of_partner: list[OfPartner] = []


def know_what_is_open(*, of_person: OfPerson, of_partner: OfPartner) -> None:
    """Let an app above this one say, when Django starts, what leavers would leave behind."""
    _of_person[:] = [*(one for one in _of_person if one != of_person), of_person]
    _of_partner[:] = [*(one for one in _of_partner if one != of_partner), of_partner]


def why_not_let_person_go(network: Network, person: Person, day: date) -> str | None:
    """Why a person cannot leave a network on a day. As many queries as those who know need."""
    assert _of_person, "nobody may leave while nobody knows what is open"
    return next((reason for ask in _of_person if (reason := ask(network, person, day))), None)


def why_not_let_partner_go(partner: Partner, day: date) -> str | None:
    """Why a partner cannot leave its network on a day. As many queries as those who know need."""
    assert _of_partner, "nobody may leave while nobody knows what is open"
    return next((reason for ask in _of_partner if (reason := ask(partner, day))), None)


def know_what_ends(with_person: EndsWith) -> None:
    """Let an app above this one say, when Django starts, what it ends when a person leaves."""
    _ends_with_person[:] = [*(one for one in _ends_with_person if one != with_person), with_person]


def let_person_go(network: Network, person: Person, day: date, *, by: Person | None) -> None:
    """End what ends by itself when a person leaves a network on a day."""
    for end in _ends_with_person:
        end(network, person, day, by)
