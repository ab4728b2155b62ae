"""The criteria that the parties agree on to test ideas by, version by version."""

import tomllib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.models import Agreement, Ambition, CriteriaSet, Criterion, Network
from schakel.network.permissions import why_not_manage
from schakel.network.rules import CriterionText, why_not_criteria
from schakel.people.models import Person
from schakel.web.refusal import allow

DEFAULT = "definitions/criteria/default-v1.toml"


@transaction.atomic
def new_criteria_version(
    network: Network,
    *,
    by: Person | None,
    name: str,
    kind: str,
    criteria: Sequence[CriterionText],
    valid_from: date | None = None,
    agreement: Agreement | None = None,
    reason: str = "",
    **facts: Any,
) -> CriteriaSet:
    """Make a new version of a criteria set; the version before holds up to the day this one begins.

    facts: theme (None: the whole network), moment, source, is_default. The first version may begin on an
    unknown day, later ones may not.
    """
    allow(why_not_manage(by, network, timezone.localdate()))
    codes = frozenset(Ambition.objects.of(network).values_list("code", flat=True))
    allow(why_not_criteria(kind, criteria, codes))
    last = (
        CriteriaSet.objects.of(network)
        .select_for_update(of=("self",))
        .filter(name=name)
        .order_by("-version")
        .first()
    )
    allow(why_not_follow(last, valid_from))
    if last is not None:
        last.valid_until = valid_from
        last.save(update_fields=["valid_until"])
    made = CriteriaSet.objects.create(
        network=network,
        agreement=agreement,
        name=name,
        kind=kind,
        version=last.version + 1 if last else 1,
        valid_from=valid_from,
        **facts,
    )
    Criterion.objects.bulk_create(
        Criterion(
            network=network,
            criteria_set=made,
            position=position,
            code=criterion.code,
            text=criterion.text,
            rule=criterion.rule,
            preference=criterion.preference,
            refers_to=list(criterion.refers_to),
            is_knockout=criterion.is_knockout,
            weight=criterion.weight,
            anchors=dict(criterion.anchors),
        )
        for position, criterion in enumerate(criteria, start=1)
    )
    record(by=by, verb="renewed" if last else "added", about=made, reason=reason)
    return made


@transaction.atomic
def default_criteria(network: Network, *, by: Person | None) -> CriteriaSet:
    """Give a network that agreed on no criteria the default set, labelled as not from its own source."""
    allow(why_not_manage(by, network, timezone.localdate()))
    if CriteriaSet.objects.of(network).exists():
        allow(_("Dit netwerk heeft al criteria."))
    written = tomllib.loads(files("schakel").joinpath(DEFAULT).read_text("utf-8"))
    criteria = [
        CriterionText(
            code=one["code"],
            text=one["text"],
            rule=one.get("rule", ""),
            is_knockout=one.get("knockout", False),
            weight=Decimal(one["weight"]) if "weight" in one else None,
            anchors={str(score): words for score, words in enumerate(one.get("anchors", ()), start=1)},
        )
        for one in written["criterion"]
    ]
    return new_criteria_version(
        network,
        by=by,
        name=written["name"],
        kind=written["kind"],
        criteria=criteria,
        moment=written["moment"],
        source=written["source"],
        is_default=True,
    )


def why_not_follow(last: CriteriaSet | None, valid_from: date | None) -> str | None:
    """Why a version cannot begin on that day after the last one."""
    if last is None:
        return None
    if valid_from is None:
        return _("Zeg vanaf welke dag de nieuwe versie geldt.")
    if last.valid_from is not None and valid_from <= last.valid_from:
        return _("Versie %(version)s geldt al vanaf die dag of later. Kies een latere dag.") % {
            "version": last.version
        }
    return None
