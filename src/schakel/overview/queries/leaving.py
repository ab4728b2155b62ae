"""Whether somebody may leave, asked by the leave itself; and who left while something was open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.network.models import Membership, Partner
from schakel.network.rules import PartnerStatus
from schakel.overview.queries.handover import OpenThing, open_of_body, open_of_partner, open_of_person

if TYPE_CHECKING:
    from schakel.governance.models import Body
    from schakel.network.models import Network
    from schakel.people.models import Person

#: How far back the worker looks for leaves: it may have been away for a while.
LOOKS_BACK = timedelta(days=14)
#: How many numbers a refusal names.
N_NAMED = 5


def why_not_leave(things: Sequence[OpenThing]) -> str | None:
    """Why a leave cannot be closed yet: something is still open."""
    if not things:
        return None
    return ngettext(
        "Er staat nog één ding open. Draag het eerst over, of beëindig het.",
        "Er staan nog %(n)d dingen open. Draag ze eerst over, of beëindig ze.",
        len(things),
    ) % {"n": len(things)}


def why_person_stays(network: Network, person: Person, day: date) -> str | None:
    """Why a person cannot leave on a day. Seven queries."""
    return why_not_leave(open_of_person(network, person, None, day))


def why_partner_stays(partner: Partner, day: date) -> str | None:
    """Why a partner cannot leave on a day. Seven queries."""
    return why_not_leave(open_of_partner(partner, None, day))


def why_body_stays(body: Body) -> str | None:
    """Why a body cannot close: what it decides about or sees to, by number. Two queries."""
    things = open_of_body(body, None)
    if not things:
        return None
    running = [thing.url_key for thing in things if thing.kind == "charge"]
    asked = [thing.url_key for thing in things if thing.kind == "followed"]
    parts = []
    if running:
        words = ngettext("één initiatief (%(which)s)", "%(n)d initiatieven (%(which)s)", len(running))
        parts.append(words % {"n": len(running), "which": _some(running)})
    if asked:
        words = ngettext("één voorwaarde (%(which)s)", "%(n)d voorwaarden (%(which)s)", len(asked))
        parts.append(words % {"n": len(asked), "which": _some(asked)})
    return _(
        "Bij %(body)s loopt nog: %(what)s. Draag dat eerst over aan een andere groep. "
        "Dat doet de netwerkmanager op de pagina van de groep, bij “Draag over wat hier loopt”."
    ) % {"body": body, "what": _(" en ").join(parts)}


def _some(numbers: Sequence[str]) -> str:
    """The first few numbers, and that there are more."""
    few = ", ".join(list(dict.fromkeys(numbers))[:N_NAMED])
    return few if len(set(numbers)) <= N_NAMED else _("%(few)s en meer") % {"few": few}


@dataclass(frozen=True)
class LeftBehind:
    """A person or partner that is gone while something is open: it came after the leave was written down.

    page and where: on which page it is handed over.
    """

    pk: UUID
    title: str
    on: date
    n_things: int
    page: str
    where: Mapping[str, Any]


def left_behind(network: Network, today: date) -> list[LeftBehind]:
    """Who left lately, and left something open. Three queries, and seven for each that left."""
    return [*_people_behind(network, today), *_partners_behind(network, today)]


def _people_behind(network: Network, today: date) -> list[LeftBehind]:
    """People whose last role ended lately."""
    rows = Membership.objects.of(network).select_related("person").order_by("until_on")
    gone: dict[Person, date] = {}
    for row in rows.filter(until_on__gt=today - LOOKS_BACK, until_on__lte=today):
        assert row.until_on is not None, "what ended has its day"
        gone[row.person] = row.until_on
    stays = set(rows.filter(person__in=gone).exclude(until_on__lte=today).values_list("person", flat=True))
    found = []
    for person, on in gone.items():
        if person.pk not in stays and (things := open_of_person(network, person, None, today)):
            title = _("%(name)s is weg, en er bleef iets liggen") % {"name": person.name}
            where = {"person": str(person.pk)}
            found.append(LeftBehind(person.pk, title, on, len(things), "overview:person_leave", where))
    return found


def _partners_behind(network: Network, today: date) -> list[LeftBehind]:
    """Partners that left lately."""
    rows = Partner.objects.of(network).filter(status=PartnerStatus.LEFT).select_related("network")
    found = []
    for partner in rows.filter(left_on__gt=today - LOOKS_BACK, left_on__lte=today).order_by("left_on"):
        assert partner.left_on is not None, "what left has its day"
        if things := open_of_partner(partner, None, today):
            title = _("%(name)s is uitgetreden, en er bleef iets liggen") % {"name": partner.name}
            where = {"slug": partner.slug}
            found.append(
                LeftBehind(partner.pk, title, partner.left_on, len(things), "overview:partner_leave", where)
            )
    return found
