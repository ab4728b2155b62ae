"""Handing over what a person or a partner leaves behind, and closing the leave (invariant 19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance import actions as governance
from schakel.governance.actions.announcing import managers
from schakel.governance.queries import last_begun
from schakel.initiatives import actions as initiatives
from schakel.network import actions as network_actions
from schakel.network.models import Membership, Network, Partner
from schakel.network.permissions import why_not_manage
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.overview.queries.handover import OpenThing
from schakel.overview.queries.leaving import left_behind, why_person_stays
from schakel.people.actions import still
from schakel.people.models import Person
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from collections.abc import Callable

    from schakel.governance.models import Body


@transaction.atomic
def hand_over(
    network: Network,
    *,
    by: Person,
    things: Sequence[OpenThing],
    answers: Mapping[str, Person | Partner | Body | None],
    reason: str,
) -> int:
    """Hand things over to somebody (or, with None, end them), all or none; returns how many."""
    today = timezone.localdate()
    allow(why_not_manage(by, network, today))
    if not reason.strip():
        allow(_("Schrijf op waarom."))
    for heir in sorted({to for to in answers.values() if isinstance(to, Person)}, key=lambda one: one.pk):
        still(heir)  # all of them first, so that whoever gives one of them something else waits
    known = {thing.key: thing for thing in things}
    for key, to in answers.items():
        thing = known.get(key)
        if thing is None or not (thing.can_end if to is None else thing.can_give):
            allow(_("Dit staat niet meer open. Ververs de pagina."))
        else:
            _DEEDS[thing.kind](thing, by=by, to=to, reason=reason, today=today)
    return len(answers)


@transaction.atomic
def leave_person(network: Network, *, by: Person, person: Person, on: date, reason: str) -> int:
    """Close the leave of a person: every role ends on that day, which no longer counts. Returns how many roles."""
    today = timezone.localdate()
    allow(why_not_manage(by, network, today))
    # Whoever gives them a seat or appoints them at this moment waits and is refused, or is seen here. So is a decision
    # that makes them lead; one that is taken after this stays valid, and ``tell_of_leavers`` tells the managers.
    still(person)
    allow(why_person_stays(network, person, max(on, today)))
    held = Membership.objects.visible_to(by).of(network).filter(person=person).exclude(until_on__lte=on)
    rows = list(held.select_related("network"))
    if not rows:
        allow(_("%(person)s heeft hier geen rol (meer).") % {"person": person.name})
    for row in rows:
        network_actions.end_membership(row, by=by, until_on=on, reason=reason)
    return len(rows)


def tell_of_leavers(network: Network, today: date) -> int:
    """Tell the managers which people and partners left while something was open, once for each leave; returns how many.

    By the worker. What is open is asked when a leave is written down; by the day itself, or after it by a decision,
    something may have come. Also a role that was given for a time ends by itself.
    """
    found = left_behind(network, today)
    to = managers(network) if found else []
    for one in found:
        notify(
            network,
            to,
            Kind.LEFT_BEHIND,
            key=f"left:{one.pk}:{one.on}",
            title=one.title,
            because=ngettext(
                "Eén ding staat nog op die naam. Draag het over, of beëindig het.",
                "%(n)d dingen staan nog op die naam. Draag ze over, of beëindig ze.",
                one.n_things,
            )
            % {"n": one.n_things},
            page=one.page,
            **one.where,
        )
    return len(found)


def _seat(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    """Who sat there leaves; who follows sits there from the same day on."""
    tenure = thing.row
    last = max(today, tenure.from_on + timedelta(days=1))
    governance.end_tenure(tenure, by=by, until_on=last, reason=reason)
    if to is not None:
        governance.seat_person(tenure.seat, by=by, person=to, kind=tenure.kind, from_on=last)


def _lead(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    initiatives.appoint(thing.row, by=by, **{thing.kind: to})


def _condition(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    whom: dict[str, Any] = {"owner_partner": to} if isinstance(to, Partner) else {"owner_name": to.name}
    governance.hand_over_condition(thing.row, by=by, reason=reason, **whom)


def _promise(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    initiatives.release_commitment(thing.row, by=by, to=to, reason=reason)


def _line(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    whom: dict[str, Any] = {"name": to.name} if isinstance(to, Person) else {"to": to}
    initiatives.hand_over_line_owner(thing.row, by=by, reason=reason, **whom)


def _person(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    network_actions.end_membership(thing.row, by=by, reason=reason)


def _place(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    seat, sits = thing.row, last_begun(thing.row.tenures.all(), today)
    begun: list[date | None] = [seat.from_on, sits.from_on if sits is not None else None]
    last = max([today, *(day + timedelta(days=1) for day in begun if day is not None)])
    governance.end_seat(seat, by=by, until_on=last, reason=reason)


def _charge(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    initiatives.put_in_charge(thing.row, by=by, body=to, reason=reason)


def _followed(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    governance.pass_on_conditions([thing.row], by=by, body=to, reason=reason)


def _member(thing: OpenThing, *, by: Person, to: Any, reason: str, today: date) -> None:
    network_actions.change_partner(thing.row, by=by, reason=reason, member_of=to)


#: What handing over or ending means for each kind of thing.
_DEEDS: dict[str, Callable[..., None]] = {
    "seat": _seat,
    "lead": _lead,
    "explorer": _lead,
    "condition": _condition,
    "promise": _promise,
    "line": _line,
    "person": _person,
    "place": _place,
    "member": _member,
    "charge": _charge,
    "followed": _followed,
}
