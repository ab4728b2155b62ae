"""What partners were asked for a decision, who of them can still answer, and what helps when nobody is there."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from schakel.governance import permissions
from schakel.governance.models import ConsentRequest, Decision
from schakel.governance.rules import Away, ConsentState, DecisionStatus
from schakel.governance.views.shapes import CONSENT_LOOK, GROUND_SLUG, address
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.people.models import Person
from schakel.web.formats import euro, number
from schakel.web.shapes import deed


def consent_rows(
    request: HttpRequest, found: Decision, page: Any, day: date, today: date, away: Mapping[UUID, Away]
) -> list[dict[str, Any]]:
    """What partners were asked; who of them is still awaited, and what helps where all who can answer are away.

    At most one database query, none where nobody is away.
    """
    rows = [_consent_row(request, one) for one in page.consents]
    if not away:
        return rows
    awaited = {one.partner_id for one in page.consents if one.is_required and one.state == ConsentState.ASKED}
    speaking = _speaking(found, awaited, today)
    for row, one in zip(rows, page.consents, strict=True):
        people = speaking.get(one.partner_id, [])
        if one.partner_id in awaited and people:
            row["away"] = [
                {"away": f"{person.name}: {away[person.pk].in_words(today)}"}
                for person in people
                if person.pk in away
            ]
            if all(person.pk in away and away[person.pk].covers(day) for person in people):
                words = _(
                    "Alleen een vertegenwoordiger van %(partner)s zelf geeft akkoord. "
                    "De netwerkmanager kan een andere vertegenwoordiger van %(partner)s uitnodigen."
                )
                row["help"] = words % {"partner": one.partner}
    return rows


def _consent_row(request: HttpRequest, one: ConsentRequest) -> dict[str, Any]:
    """What a partner was asked and answered, with the two deeds of its representative."""
    means = []
    if one.amount_eur:
        means.append(euro(one.amount_eur))
    if one.hours:
        means.append(_("%(hours)s uur") % {"hours": number(one.hours)})
    row: dict[str, Any] = {
        "partner": one.partner.name,
        "state": CONSENT_LOOK[one.state],
        "ground": one.get_ground_display(),
        "means": _(" en ").join(means),
        "reason": one.reason,
        "who": one.given_by.name if one.given_by else "",
        "when": one.given_at,
    }
    if not one.is_required:
        row["word"] = _("Niet nodig voor dit besluit")
    waits = one.decision.status in {DecisionStatus.OPEN, DecisionStatus.PROVISIONAL}
    if waits and one.state != ConsentState.GIVEN:
        kwargs = {
            "number": one.decision.number,
            "partner": one.partner.slug,
            "ground": GROUND_SLUG[one.ground],
        }
        refusal = permissions.why_not_consent(request.user, one)
        label = _("Geef akkoord namens %(partner)s") % {"partner": one.partner.name}
        row["give"] = deed(
            label,
            address("overview:give_consent", request, **kwargs),
            refusal=refusal,
            id=f"akkoord-{one.pk}",
        )
        if refusal is None and one.state == ConsentState.ASKED:
            row["refuse"] = deed(
                _("Weiger met reden"), address("overview:refuse_consent", request, **kwargs), quiet=True
            )
    return row


def _speaking(found: Decision, partners: Iterable[UUID], today: date) -> dict[UUID, list[Person]]:
    """Who speaks for each of these partners today, by name. One database query."""
    speaking = Membership.objects.of(found.network).held_on(today).select_related("person")
    people: dict[UUID, list[Person]] = {}
    for one in speaking.filter(partner__in=partners, role=Role.REPRESENTATIVE).order_by("person__name"):
        assert one.partner_id is not None, "a representative speaks for a partner"
        people.setdefault(one.partner_id, []).append(one.person)
    return people


def representatives(found: Decision, page: Any, today: date) -> str:
    """Who can consent for the partners that did not."""
    lacking = [one.partner for one in page.consents if one.is_required and one.state != ConsentState.GIVEN]
    speaking = _speaking(found, {partner.pk for partner in lacking}, today)
    names = {partner.pk: [person.name for person in speaking.get(partner.pk, [])] for partner in lacking}
    words = []
    for partner in dict.fromkeys(lacking):
        if names[partner.pk]:
            people = _(" of ").join(names[partner.pk])
            words.append(
                _("%(people)s kan dat geven namens %(partner)s.") % {"people": people, "partner": partner}
            )
        else:
            words.append(
                _("%(partner)s heeft nog geen vertegenwoordiger in dit netwerk.") % {"partner": partner}
            )
    return " ".join(words)
