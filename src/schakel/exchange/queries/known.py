"""What the platform already has of a network, as far as a workbook can refer to it."""

from __future__ import annotations

from typing import Any

from schakel.exchange.workbook.tree import Known
from schakel.governance.models import Body
from schakel.initiatives.models import Initiative
from schakel.network.models import Area, Network, Partner, Theme


def known_of(network: Network) -> Known:
    """What a workbook can refer to. Five database queries."""
    return Known(
        network={"slug": network.slug, "name": network.name},
        partners={row.slug: _partner(row) for row in Partner.objects.of(network).select_related("member_of")},
        bodies={
            row.slug: {"slug": row.slug, "name": row.name, "kind": row.kind}
            for row in Body.objects.of(network)
        },
        initiatives={
            row.key: {"key": row.key, "name": row.title, "stage": row.stage}
            for row in Initiative.objects.of(network).exclude(key="")
        },
        areas={
            row.slug: {"slug": row.slug, "name": row.name, "kind": row.kind}
            for row in Area.objects.of(network)
        },
        themes={row.slug: {"slug": row.slug, "name": row.name} for row in Theme.objects.of(network)},
    )


def _partner(row: Partner) -> dict[str, Any]:
    facts = {"key": row.slug, "name": row.name, "kind": row.kind, "status": row.status}
    return facts | ({"within": row.member_of.slug} if row.member_of else {})
