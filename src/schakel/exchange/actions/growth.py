"""Loading what the growth of a network needs and who contributes what; nothing is ever met by loading."""

from __future__ import annotations

from django.utils.translation import gettext as _

from schakel.exchange.actions.loading import Loading, asked_at, chosen
from schakel.exchange.tree import Node
from schakel.network import actions as network_actions
from schakel.network.models import ContributionTier, GrowthNeed


def load_growth(loading: Loading) -> None:
    """Load the needs of each growth stage and the ways to contribute."""
    _load_needs(loading)
    _load_tiers(loading)


def _load_needs(loading: Loading) -> None:
    known = {f"{row.stage}: {row.text}": row for row in GrowthNeed.objects.of(loading.network)}
    in_file = set()
    for position, node in enumerate(_items(loading, "needs"), start=1):
        item = node.plain()
        key = f"{item['stage']}: {item['text']}"
        facts = chosen(item, "source", is_inferred="inferred") | {"position": position}
        with asked_at(node):
            _row, changes = network_actions.put_need(
                loading.network, by=loading.by, stage=item["stage"], text=item["text"], **facts
            )
        loading.report.note(
            _("behoeften van groeifasen"), key, was_known=key in known, changes=changes, model=GrowthNeed
        )
        in_file.add(key)
    loading.only_in_platform(_("behoeften van groeifasen"), known, in_file)


def _load_tiers(loading: Loading) -> None:
    known = {row.kind: row for row in ContributionTier.objects.of(loading.network)}
    in_file = set()
    for position, node in enumerate(_items(loading, "tiers"), start=1):
        item = node.plain()
        with asked_at(node):
            _row, changes = network_actions.put_tier(
                loading.network,
                by=loading.by,
                kind=item["kind"],
                text=item["text"],
                position=position,
                **chosen(item, "who", "source"),
            )
        loading.report.note(
            _("soorten inbreng"),
            item["kind"],
            was_known=item["kind"] in known,
            changes=changes,
            model=ContributionTier,
        )
        in_file.add(item["kind"])
    loading.only_in_platform(_("soorten inbreng"), known, in_file)


def _items(loading: Loading, name: str) -> list[Node]:
    root = loading.file.root.value
    if "growth" not in root or name not in root["growth"].value:
        return []
    return root["growth"].value[name].value
