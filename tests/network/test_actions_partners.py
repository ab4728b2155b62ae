"""Who takes part: partners, their numbers, members and areas, and how they leave."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from schakel.journal.models import Entry
from schakel.network import actions
from schakel.network.models import (
    Organisation,
    Partner,
    PartnerArea,
)
from schakel.network.queries import takes_part_elsewhere
from schakel.network.rules import PartnerStatus, Role
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, looking
from tests.factories.network import (
    make_area,
    make_member,
    make_network,
    make_partner,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def test_one_organisation_is_a_partner_of_two_networks_under_their_own_names() -> None:
    zenderen, beter = make_network(), make_network()
    make_partner(zenderen, "samen14", name="Samen14")
    make_partner(beter, "samen14", name="Twentse gemeenten")
    assert Organisation.objects.get().name == "Samen14"
    with as_platform(beter):
        assert Partner.objects.of(beter).get().name == "Twentse gemeenten"
        assert not Partner.objects.of(zenderen).exists()


def test_a_partner_works_in_areas_and_its_numbers_are_of_the_organisation() -> None:
    network, other = make_network(), make_network()
    almelo, borne = make_area(network, "almelo"), make_area(network, "borne")
    zgt = make_partner(network, "zgt", name="ZGT", areas=[almelo], kvk_number="01234567")
    make_partner(other, "zgt", name="ZGT", kvk_number="")
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        changed = actions.change_partner(
            zgt, by=manager, areas=[borne, almelo], agb_code="06010101", reason="Breidt uit"
        )
        assert changed == {"agb_code": ["", "06010101"], "areas": ["Almelo", "Almelo, Borne"]}
        assert actions.change_partner(zgt, by=manager, areas=[almelo, borne], agb_code="06010101") == {}
        assert actions.change_partner(zgt, by=manager, areas=[borne])["areas"] == ["Almelo, Borne", "Borne"]
        assert [area.slug for area in zgt.areas.all()] == ["borne"]
        assert Entry.objects.of(network).filter(verb="changed").count() == 2
    with as_platform(other):
        there = Partner.objects.of(other).select_related("organisation").get()
        assert (there.organisation.kvk_number, there.organisation.agb_code) == ("01234567", "06010101")
        assert not PartnerArea.objects.exists()


@pytest.mark.parametrize(
    "number", ["1234567", "123456789", "1234567a", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"]
)
def test_a_number_of_an_organisation_has_eight_digits(number: str) -> None:
    network = make_network()
    for name, word in (("kvk_number", "KvK-nummer"), ("agb_code", "AGB-code")):
        with pytest.raises(Refused, match=f"Een {word} heeft 8 cijfers"):
            make_partner(network, "zgt", **{name: number})
    with as_platform(network):
        organisation = make_partner(network, "mst").organisation
        with pytest.raises(IntegrityError, match="eight_digits"), transaction.atomic():
            Organisation.objects.filter(pk=organisation.pk).update(kvk_number="1234567x")


def test_who_comes_in_under_a_known_name_has_its_numbers() -> None:
    make_partner(make_network(), "zgt", name="ZGT", kvk_number="01234567")
    network = make_network()
    with pytest.raises(Refused, match="ZGT staat al in Schakel met KvK-nummer 01234567"):
        make_partner(network, "zgt", name="ZGT", kvk_number="87654321")
    assert Organisation.objects.get(key="zgt").kvk_number == "01234567"


def test_a_number_that_another_network_knows_is_filled_by_one_and_changed_by_none() -> None:
    network, other = make_network(), make_network()
    zgt, _there = make_partner(network, "zgt", name="ZGT"), make_partner(other, "zgt", name="ZGT")
    alone = make_partner(network, "mst", name="MST", kvk_number="12345678")
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        assert actions.change_partner(zgt, by=manager, kvk_number="12345678")
        assert actions.change_partner(zgt, by=manager, kvk_number="12345678") == {}
        for number in ("87654321", ""):
            with pytest.raises(Refused, match="ZGT doet ook mee in een ander netwerk"):
                actions.change_partner(zgt, by=manager, kvk_number=number)
        assert actions.change_partner(alone, by=manager, kvk_number="")
    with as_platform(network):
        assert actions.change_partner(zgt, by=None, kvk_number="87654321")
        # Of a network that is not theirs, nobody hears who takes part there.
        assert takes_part_elsewhere(zgt)
    with as_platform(other):
        assert not takes_part_elsewhere(zgt)


def test_a_network_writes_no_number_of_an_organisation_that_takes_no_part_in_it() -> None:
    organisation = make_partner(make_network(), "zgt").organisation
    network = make_network()
    with as_platform(network), pytest.raises(ProgrammingError, match="takes part"), transaction.atomic():
        Organisation.objects.filter(pk=organisation.pk).update(kvk_number="01234567")
    with (
        as_platform(network),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        Organisation.objects.filter(pk=organisation.pk).update(name="Anders")


def test_an_organisation_comes_in_once() -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT")
    with pytest.raises(Refused) as refused:
        make_partner(network, "zgt")
    assert refused.value.reason == "ZGT hoort al bij dit netwerk."


def test_members_stand_one_level_under_a_partner() -> None:
    network = make_network()
    samen = make_partner(network, "samen14", name="Samen14")
    almelo = make_partner(network, "almelo", name="Almelo", member_of=samen)
    other = make_partner(network, "los", name="Los")
    reasons = []
    for partner, above in ((other, almelo), (samen, samen), (samen, other)):
        with as_platform(network), pytest.raises(Refused) as refused:
            actions.change_partner(partner, by=None, member_of=above)
        reasons.append(refused.value.reason)
    assert reasons == [
        "Almelo hoort zelf al bij een partner; daaronder kan niemand meer staan.",
        "Samen14 kan niet bij zichzelf horen.",
        "Samen14 heeft zelf leden en kan daarom niet onder een ander staan.",
    ]
    with as_platform(network):
        assert actions.change_partner(other, by=None, member_of=samen) == {"member_of": [None, "Samen14"]}
        assert Partner.objects.of(network).counted().get() == samen
        assert not almelo.is_counted
        assert samen.is_counted


def test_a_representative_tells_what_the_partner_wants_on_its_behalf() -> None:
    network = make_network()
    partner = make_partner(network, "zgt", name="ZGT")
    director = make_member(network, Role.REPRESENTATIVE, partner=partner)
    with looking(director):
        actions.change_partner_facts(partner, by=director, wants="Korter wachten", offers="Een geriater")
        assert actions.change_partner_facts(partner, by=director, wants="Korter wachten") == {}
    with as_platform(network):
        entry = Entry.objects.of(network).get(verb="described")
        assert entry.on_behalf_of == "ZGT"
        assert entry.data["wants"] == ["", "Korter wachten"]
        assert apps.get_model("network", "PartnerEvent").objects.filter(pgh_obj_id=partner.pk).count() == 2


def test_a_representative_changes_nothing_else() -> None:
    network = make_network()
    partner = make_partner(network)
    director = make_member(network, Role.REPRESENTATIVE, partner=partner)
    with looking(director):
        with pytest.raises(ValueError, match="status"):
            actions.change_partner_facts(partner, by=director, status="owner")
        with pytest.raises(Refused):
            actions.change_partner(partner, by=director, status="owner")


def test_a_partner_leaves_with_a_day_and_a_reason() -> None:
    network = make_network()
    partner = make_partner(network, "zgt", name="ZGT", joined_on=date(2020, 1, 1))
    reasons = []
    for on, why in ((TODAY(), "  "), (date(2019, 12, 31), "Gefuseerd")):
        with as_platform(network), pytest.raises(Refused) as refused:
            actions.leave(partner, by=None, on=on, reason=why)
        reasons.append(refused.value.reason)
    assert reasons == [
        "Zeg waarom ZGT uittreedt.",
        "ZGT kan niet uittreden vóór de dag van toetreden.",
    ]
    with as_platform(network):
        actions.leave(partner, by=None, on=TODAY(), reason="Gefuseerd")
        partner.refresh_from_db()
        assert (partner.status, partner.left_on) == (PartnerStatus.LEFT, TODAY())
        with pytest.raises(Refused, match="ZGT is al uitgetreden"):
            actions.leave(partner, by=None, on=TODAY(), reason="Nog eens")
