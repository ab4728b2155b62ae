"""A network without bodies gets a default governance that works, and who decides by it."""

from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Body, Mandate, SeatTenure
from schakel.governance.queries import who_could_decide
from schakel.network.models import Network
from tests.factories.governance import as_platform, looking, make_group, make_valid_decision
from tests.factories.network import make_member, make_network, make_partner, make_theme
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@world
def network() -> Network:
    return make_network()


@world
def manager(network):
    return make_member(network, "manager")


@pytest.mark.parametrize(
    ("source", "told", "note"),
    [
        ("Een website", "Standaard, niet uit de bron.", "Standaard, niet uit de bron."),
        ("", "", "Standaard, om mee te beginnen."),
    ],
)
def test_a_network_without_bodies_gets_a_default_that_works(network, manager, source, told, note):
    with as_platform(network):
        Network.objects.filter(pk=network.pk).update(source=source)
    network.source = source
    theme = make_theme(network, "ouderenzorg")
    make_partner(network, "zgt")
    make_partner(network, "toehoorder", status="listener")
    make_partner(network, "bureau", kind="regional_support")
    with looking(manager):
        platform, group = actions.default_governance(network, by=manager)
        assert (platform.kind, group.kind, group.parent) == ("executive_board", "theme_group", platform)
        assert (group.theme, group.slug, group.is_default) == (theme, "ouderenzorg", True)
        assert set(Body.objects.values_list("source", flat=True)) == {told}
        assert set(Mandate.objects.values_list("note", flat=True)) == {note}
        assert [(seat.name, seat.is_voting) for seat in platform.seats.all()] == [
            ("Voorzitter", True), ("Secretaris", False), ("Bureau", False), ("Zgt", True),
        ]  # fmt: skip
        assert [seat.name for seat in group.seats.all()] == ["Voorzitter", "Secretaris"]
        assert not SeatTenure.objects.exists()
        assert actions.default_governance(network, by=manager) == []


@pytest.mark.parametrize(
    ("type", "stage", "amount", "who"),
    [
        ("p0", "submitted", None, ["platform", "group"]),
        ("p1", "screening", None, ["platform", "group"]),
        ("p3", "preparation", 50_000, ["platform", "group"]),
        ("p3", "preparation", 50_001, ["platform"]),
        ("p4", "pilot", 1, ["platform", "group"]),
        ("p5", "execution", None, ["platform", "group"]),
        ("px", "pilot", None, ["platform", "group"]),
        ("mandate", "", None, ["platform"]),
        ("new_body", "", None, ["platform"]),
        ("growth_step", "", 1_000_000, ["platform"]),
    ],
)
def test_who_decides_by_default(network, manager, type, stage, amount, who):
    make_theme(network)
    with looking(manager):
        platform, group = actions.default_governance(network, by=manager)
        names = {platform: "platform", group: "group"}
        could = who_could_decide(network, type, stage, amount and Decimal(amount), TODAY())
        assert sorted(names[line.body] for line in could if line.ok) == sorted(who)


def test_the_platform_itself_sets_up_inside_a_system_context_only(network):
    with as_platform(network):
        assert len(actions.default_governance(network, by=None)) == 1
    other = make_network()
    with as_platform(other), refused("Alleen de netwerkmanager"):
        actions.default_governance(network, by=None)


def test_default_governance_is_for_a_network_without_decisions(network, manager):
    make_valid_decision(make_group(network), "new_body")
    with looking(manager):
        assert actions.default_governance(network, by=manager) == []
