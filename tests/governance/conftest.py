"""Worlds of more than one test of governance."""

from decimal import Decimal

from schakel.governance.rules import (
    Means,
)
from tests.factories.governance import (
    make_group,
    make_mandate,
)
from tests.factories.network import make_member, make_network, make_partner
from tests.worlds import world


@world
def shared():
    """A group, and a proposal that uses people of ZGT and money of Menzis, each with a representative."""
    network = make_network()
    group = make_group(network)
    make_mandate(group.body, consents=["partners_in_plan", "funder"])
    zgt, menzis = make_partner(network, "zgt"), make_partner(network, "menzis")
    group.zgt = make_member(network, "representative", partner=zgt)
    group.menzis = make_member(network, "representative", partner=menzis)
    group.means = [Means(zgt, "partners_in_plan", hours=Decimal(40)), Means(menzis, "funder", Decimal(9_000))]
    return group


@world
def above():
    """A platform with mandate, and under it a group without."""
    network = make_network()
    platform = make_group(network, name="Bestuurlijk platform")
    make_mandate(platform.body, consents=["funder"])
    platform.under = make_group(network, parent=platform.body, name="Ouderenzorg")
    return platform
