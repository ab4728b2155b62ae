"""Themes and criteria change by a decision; while the network is being set up its office just writes them down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.governance.actions.mandates import default_theme_group
from schakel.governance.models import Body, Decision
from schakel.governance.permissions import why_not_new_theme, why_not_renew_criteria
from schakel.governance.rules import BodyKind
from schakel.journal.actions import record
from schakel.network.actions import new_criteria_version, put_theme
from schakel.network.models import Agreement, CriteriaSet, Network, Theme
from schakel.network.rules import CriterionText, why_not_weights
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def new_theme(
    network: Network,
    *,
    by: Person | None,
    name: str,
    scope: str = "",
    decision: Decision | None = None,
    with_group: bool = False,
) -> Theme:
    """Begin a theme, as a valid decision said; while the network is being set up its group can come along."""
    allow(why_not_new_theme(by, network, decision))
    slug = slugify(name)[:60]
    if not slug:
        allow(_("Gebruik letters of cijfers in de naam."))
    if Theme.objects.of(network).filter(slug=slug).exists():
        allow(_("Er is al een thema met deze naam."))
    last = Theme.objects.of(network).aggregate(last=Max("position"))["last"] or 0
    theme, _changes = put_theme(network, by=by, slug=slug, name=name, scope=scope, position=last + 1)
    if decision is not None:
        record(by=by, verb="followed", about=theme, data={"decision": decision.number})
    if with_group and decision is None:
        top = (
            Body.objects.of(network)
            .open_on(timezone.localdate())
            .filter(kind=BodyKind.EXECUTIVE_BOARD)
            .first()
        )
        default_theme_group(theme, top, by=by, on=timezone.localdate())
    return theme


@transaction.atomic
def describe_theme(theme: Theme, *, by: Person | None, name: str, scope: str) -> Theme:
    """Say better what a theme is called and what it is about; its address stays."""
    return put_theme(theme.network, by=by, slug=theme.slug, name=name, scope=scope)[0]


@transaction.atomic
def renew_criteria(
    network: Network,
    *,
    by: Person | None,
    name: str,
    kind: str,
    criteria: Sequence[CriterionText],
    valid_from: date,
    decision: Decision | None = None,
    agreement: Agreement | None = None,
    theme: Theme | None = None,
    moment: str = "",
    reason: str = "",
) -> CriteriaSet:
    """Write down a new version of criteria, as a valid decision said; what was rated before keeps its own version."""
    allow(why_not_renew_criteria(by, network, decision))
    allow(why_not_weights(kind, criteria))
    if decision is not None and decision.decided_on is not None and valid_from < decision.decided_on:
        allow(_("Criteria gelden niet met terugwerkende kracht. Kies de dag van het besluit of later."))
    facts: dict[str, Any] = {"moment": moment, "theme": theme, "agreement": agreement}
    if decision is not None:
        facts["source"] = _("Besluit %(number)s.") % {"number": decision.number}
    return new_criteria_version(
        network, by=by, name=name, kind=kind, criteria=criteria, valid_from=valid_from, reason=reason, **facts
    )
