"""Mandates are granted and ended by decision, and a network without bodies gets a default that works."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.bodies import NewSeat, add_seat, add_seats, found_body, lock_body
from schakel.governance.actions.marking import lock_both, replace_decision
from schakel.governance.actions.numbering import require_text
from schakel.governance.models import Body, Decision, Mandate
from schakel.governance.permissions import (
    is_being_set_up,
    why_not_edit_bodies,
    why_not_grant_mandate,
)
from schakel.governance.rules import (
    BODY_METHODS,
    STAGE_WORDS,
    BodyKind,
    DecisionType,
    Delegate,
    Ground,
    why_not_dates,
)
from schakel.journal.actions import record
from schakel.network.models import Network, Partner, Theme
from schakel.network.rules import COUNTED_AS_PARTNER, OrganisationKind
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person

#: Up to this amount a theme group starts something by itself in the default governance.
DEFAULT_CEILING_EUR = Decimal(50_000)
ALL_CONSENTS = (Ground.PARTNERS_IN_PLAN, Ground.FUNDER)


@transaction.atomic
def grant_mandate(
    body: Body,
    *,
    by: Person | None,
    decision_types: Sequence[str],
    valid_from: date,
    stages: Sequence[str] = (),
    ceiling_eur: Decimal | None = None,
    delegated_to: str = Delegate.NOBODY,
    consents: Sequence[str] = (),
    method: str = "",
    valid_until: date | None = None,
    source_decision: Decision | None = None,
    note: str = "",
) -> Mandate:
    """Write down what a body may decide, as a valid decision said; it never reaches back before that decision."""
    body = lock_body(body)
    allow(why_not_grant_mandate(by, body, source_decision))
    allow(why_not_content(decision_types, stages, ceiling_eur, delegated_to, consents, method))
    allow(why_not_dates(valid_from, valid_until))
    allow(_why_not_back(valid_from, source_decision))
    if source_decision is None:
        note = require_text(note, name=_("waar dit mandaat vandaan komt"))
    mandate = Mandate.objects.create(
        network=body.network,
        body=body,
        decision_types=list(dict.fromkeys(decision_types)),
        stages=list(dict.fromkeys(stages)),
        ceiling_eur=ceiling_eur,
        delegated_to=delegated_to,
        consents=list(dict.fromkeys(consents)),
        method=method,
        valid_from=valid_from,
        valid_until=valid_until,
        source_decision=source_decision,
        note=note,
    )
    record(
        by=by,
        verb="granted",
        about=mandate,
        reason=note,
        data={
            "body": body.slug,
            "from": valid_from.isoformat(),
            "decision": getattr(source_decision, "number", ""),
        },
    )
    return mandate


def why_not_content(
    decision_types: Sequence[str],
    stages: Sequence[str],
    ceiling_eur: Decimal | None,
    delegated_to: str,
    consents: Sequence[str],
    method: str,
) -> str | None:
    """Why a mandate cannot say this."""
    unknown = [
        *(kind for kind in decision_types if kind not in DecisionType.values),
        *(stage for stage in stages if stage not in STAGE_WORDS),
        *(ground for ground in consents if ground not in Ground.values),
        *([delegated_to] if delegated_to not in Delegate.values else []),
        *([method] if method and method not in BODY_METHODS else []),
    ]
    if unknown:
        return _("Dit kennen wij niet in een mandaat: %(unknown)s.") % {
            "unknown": ", ".join(map(str, unknown))
        }
    if not decision_types:
        return _("Kies waarover het gremium mag besluiten.")
    if ceiling_eur is not None and ceiling_eur < 0:
        return _("Een bedrag is niet minder dan nul.")
    return None


def _why_not_back(valid_from: date, source_decision: Decision | None) -> str | None:
    """A mandate begins on or after the day of its decision: nothing becomes allowed afterwards."""
    if (
        source_decision is None
        or source_decision.decided_on is None
        or valid_from >= source_decision.decided_on
    ):
        return None
    return _("Het besluit is van %(day)s. Een mandaat geldt niet met terugwerkende kracht.") % {
        "day": dutch_date(source_decision.decided_on)
    }


@transaction.atomic
def end_mandate(
    mandate: Mandate,
    *,
    by: Person | None,
    valid_until: date,
    reason: str,
    source_decision: Decision | None = None,
) -> Mandate:
    """End a mandate on a day that no longer counts; never in the past, so that decisions keep their ground."""
    body = lock_body(mandate.body)
    mandate = Mandate.objects.of(body.network).select_for_update(of=("self",)).get(pk=mandate.pk)
    allow(why_not_grant_mandate(by, body, source_decision))
    reason = require_text(reason, name=_("de reden"))
    allow(why_not_end_mandate(mandate, valid_until, timezone.localdate()))
    mandate.valid_until, mandate.ending_decision = valid_until, source_decision
    mandate.save(update_fields=["valid_until", "ending_decision"])
    if mandate.source_decision is not None:
        _replace_source(mandate.source_decision, by=by)
    record(
        by=by,
        verb="ended",
        about=mandate,
        reason=reason,
        data={"until": valid_until.isoformat(), "decision": getattr(source_decision, "number", "")},
    )
    return mandate


def _replace_source(earlier: Decision, *, by: Person | None) -> None:
    """The decision that ends the last of what an earlier one granted takes its place, from the day of that end on.

    In whatever order they were ended; what runs out by itself in the end is replaced by none, and neither is what
    also founded a body: that body stays.
    """
    last = earlier.mandates_granted.order_by(F("valid_until").desc(nulls_first=True), "-pk").first()
    decision = last.ending_decision if last is not None and last.valid_until is not None else None
    if decision is None or decision == earlier:
        return
    decision, earlier = lock_both(decision, earlier)
    if decision.supersedes_id or earlier.superseded_by.exists() or earlier.bodies_founded.exists():
        return
    replace_decision(decision, earlier=earlier, by=by)


def why_not_end_mandate(mandate: Mandate, valid_until: date, today: date) -> str | None:
    """Why a mandate cannot end then."""
    if mandate.valid_until is not None and mandate.valid_until <= valid_until:
        return _("Dit mandaat eindigt al op %(day)s.") % {"day": dutch_date(mandate.valid_until)}
    if valid_until < today:
        return _("Een mandaat eindigt niet in het verleden. Kies vandaag of later.")
    return why_not_dates(mandate.valid_from, valid_until)


@transaction.atomic
def default_governance(network: Network, *, by: Person | None, on: date | None = None) -> list[Body]:
    """Give a network without bodies a governance that works: a platform of all partners, a group for each theme.

    Everything says that it is a default and not from a source. Does nothing when there are bodies already.
    """
    allow(why_not_edit_bodies(by, network))
    if Body.objects.of(network).exists() or not is_being_set_up(network):
        return []
    on = on or timezone.localdate()
    platform = default_platform(network, by=by, on=on)
    return [
        platform,
        *(default_theme_group(theme, platform, by=by, on=on) for theme in Theme.objects.of(network)),
    ]


def _default_note(network: Network) -> str:
    """What stands with a default: the source does not tell it; or there is no source, and it is a beginning."""
    return _("Standaard, niet uit de bron.") if network.source else _("Standaard, om mee te beginnen.")


def default_platform(network: Network, *, by: Person | None, on: date) -> Body:
    """Found the platform in which every partner has a seat, for a network whose source names no such body."""
    note = _default_note(network)
    platform = found_body(
        network,
        by=by,
        name=_("Bestuurlijk platform"),
        kind=BodyKind.EXECUTIVE_BOARD,
        purpose=_(
            "Alle partners samen: besluit over het netwerk zelf en over wat boven het mandaat van een groep uitgaat."
        ),
        founded_on=on,
        source=note if network.source else "",
        is_default=True,
    )
    _seats_of_office(platform, by=by, on=on)
    partners = Partner.objects.of(network).filter(status__in=COUNTED_AS_PARTNER, member_of__isnull=True)
    add_seats(
        platform,
        by=by,
        seats=[
            NewSeat(
                partner.name,
                constituency=partner.name,
                partner=partner,
                from_on=on,
                is_voting=votes_by_default(partner),
            )
            for partner in partners
        ],
    )
    platform_mandates(platform, by=by, on=on, note=note)
    return platform


def votes_by_default(partner: Partner) -> bool:
    """Whether a seat of this partner votes: the office that supports a network helps it and never decides."""
    return partner.kind != OrganisationKind.REGIONAL_SUPPORT


def default_theme_group(theme: Theme, platform: Body | None, *, by: Person | None, on: date) -> Body:
    """A group for one theme, with the seats of chair and secretary and the mandates of the specification."""
    note = _default_note(theme.network)
    group = found_body(
        theme.network,
        by=by,
        name=theme.name,
        slug=theme.slug,
        kind=BodyKind.THEME_GROUP,
        theme=theme,
        parent=platform,
        purpose=_("Besluit over ideeën, verkenningen en projecten in dit thema."),
        founded_on=on,
        source=note if theme.network.source else "",
        is_default=True,
        position=theme.position + 1,
    )
    _seats_of_office(group, by=by, on=on)
    theme_group_mandates(group, by=by, on=on, note=note)
    return group


def _seats_of_office(body: Body, *, by: Person | None, on: date) -> None:
    add_seat(body, by=by, name=_("Voorzitter"), is_chair=True, from_on=on)
    add_seat(body, by=by, name=_("Secretaris"), is_secretary=True, is_voting=False, from_on=on)


@transaction.atomic
def platform_mandates(body: Body, *, by: Person | None, on: date, note: str) -> list[Mandate]:
    """What an administrative platform may decide by default: the network itself, and all that goes above a ceiling."""
    own = [
        DecisionType.MANDATE,
        DecisionType.CRITERIA,
        DecisionType.NEW_BODY,
        DecisionType.NEW_THEME,
        DecisionType.MEMBERSHIP,
        DecisionType.GROWTH_STEP,
        DecisionType.AGREEMENT,
        DecisionType.OTHER,
    ]
    appeal = [DecisionType.P1, DecisionType.P2, DecisionType.P6, DecisionType.PX]
    money = [DecisionType.P3, DecisionType.P4, DecisionType.P5]
    grant = partial(grant_mandate, body, by=by, valid_from=on, note=note)
    return [
        grant(decision_types=own),
        grant(decision_types=[DecisionType.P0], delegated_to=Delegate.MANAGER),
        grant(decision_types=appeal),
        grant(decision_types=money, consents=ALL_CONSENTS),
    ]


@transaction.atomic
def theme_group_mandates(
    body: Body, *, by: Person | None, on: date, note: str, ceiling_eur: Decimal = DEFAULT_CEILING_EUR
) -> list[Mandate]:
    """What a theme group may decide by default: the gates of its own initiatives, up to a ceiling."""
    grant = partial(grant_mandate, body, by=by, valid_from=on, note=note)
    limited = partial(grant, ceiling_eur=ceiling_eur, consents=ALL_CONSENTS)
    return [
        grant(decision_types=[DecisionType.P0], delegated_to=Delegate.MANAGER),
        grant(decision_types=[DecisionType.P1, DecisionType.P2, DecisionType.P6, DecisionType.PX]),
        limited(decision_types=[DecisionType.P3], stages=["preparation"]),
        limited(decision_types=[DecisionType.P4], stages=["pilot"]),
        limited(decision_types=[DecisionType.P5], stages=["execution"]),
    ]
