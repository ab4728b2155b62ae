"""Setting up in the browser what the network is, its areas, how partners stand in it, and agreements that renew."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from schakel.network.models import Agreement, Area, Partner
from schakel.network.rules import Renewal, Role, months_after, renewal
from schakel.tenancy.context import system
from tests.factories.browsing import Browser, text
from tests.factories.network import make_agreement, make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


def office():
    network = make_network(is_listed=False)
    return network, Browser(network, make_member(network, Role.MANAGER))


@pytest.mark.parametrize(
    "page",
    [
        "over/wijzig/",
        "gebieden/toevoegen/",
        "gebieden/almelo/wijzig/",
        "partners/zgt/pas-aan/",
        "overeenkomsten/overeenkomst/wijzig/",
        "overeenkomsten/overeenkomst/partij/",
    ],
)
def test_what_the_office_changes_others_are_refused_with_the_reason(page: str) -> None:
    network, manager = office()
    make_area(network, "almelo")
    make_partner(network, "zgt", name="ZGT")
    make_agreement(network)
    assert manager.get(page).status_code == 200
    refused = Browser(network, make_member(network)).get(page)
    assert refused.status_code == 403
    assert "Alleen" in text(refused)


def test_the_office_says_what_the_network_is_and_opens_its_page() -> None:
    network, manager = office()
    values = {"name": "Nieuwe naam", "mission": "Samen", "principles": "Een\n\nTwee", "hue_slug": "moss"}
    assert manager.post("over/wijzig/", **values).status_code == 302
    with transaction.atomic(), system(network.pk):
        network.refresh_from_db()
    assert (network.name, network.principles, network.is_listed) == ("Nieuwe naam", ["Een", "Twee"], False)
    assert Browser(network).get("over/").status_code == 404
    assert manager.post("over/wijzig/", is_listed="on", **values).status_code == 302
    assert "Samen" in text(Browser(network).get("over/"))
    wrong = manager.post("over/wijzig/", **{**values, "name": "", "mission": "Blijft staan"})
    assert wrong.status_code == 422
    assert "Blijft staan" in text(wrong)


def test_areas_lie_in_each_other_without_a_loop() -> None:
    network, manager = office()
    assert manager.post("gebieden/toevoegen/", name="Twente", kind="region").status_code == 302
    values = {"name": "Almelo", "kind": "municipality", "parent": "twente", "cbs_code": "GM0141"}
    assert manager.post("gebieden/toevoegen/", **values).status_code == 302
    said = text(manager.get("gebieden/"))
    assert "in Twente" in said
    assert "GM0141" in said
    loop = manager.post("gebieden/twente/wijzig/", name="Twente", kind="region", parent="almelo")
    assert "ligt er zelf al in" in text(loop)
    for change, words in (
        ({}, "Er is al een gebied met deze naam."),
        ({"name": "!!!"}, "Gebruik letters of cijfers"),
        ({"name": "Hengelo", "cbs_code": "141"}, "Dit is geen CBS-code."),
    ):
        answer = manager.post("gebieden/toevoegen/", **{**values, **change, "note": "Blijft staan"})
        assert answer.status_code == 422
        assert words in text(answer)
        assert "Blijft staan" in text(answer)
    assert manager.post("gebieden/almelo/wijzig/", name="Stad Almelo", kind="municipality").status_code == 302
    assert manager.get("gebieden/niets/wijzig/").status_code == 404
    with transaction.atomic(), system(network.pk):
        assert Area.objects.get(network=network, slug="almelo").name == "Stad Almelo"


def test_a_partner_comes_in_under_another_and_changes_its_standing() -> None:
    network, manager = office()
    make_partner(network, "hc", name="Huisartsen")
    make_partner(network, "weg", name="Weg", status="left")
    values = {"name": "Praktijk Zuid", "kind": "gp_practice", "status": "partner", "member_of": "hc"}
    assert manager.post("partner-toevoegen/", **values).status_code == 302
    with transaction.atomic(), system(network.pk):
        assert Partner.objects.get(network=network, slug="praktijk-zuid").member_of.slug == "hc"
    page = text(manager.get("partners/praktijk-zuid/pas-aan/"))
    assert "Praktijk Zuid" in page
    changed = {
        **values,
        "name": "Praktijk Noord",
        "status": "listener",
        "member_of": "",
        "reason": "Zelfstandig",
    }
    assert manager.post("partners/praktijk-zuid/pas-aan/", **changed).status_code == 302
    assert "Praktijk Noord" in text(manager.get("partners/"))
    below = manager.post("partners/hc/pas-aan/", **{**changed, "name": "Huisartsen", "member_of": "hc"})
    assert below.status_code == 422  # a partner never stands under itself: it is not offered
    assert manager.get("partners/weg/pas-aan/").status_code == 403


def test_an_agreement_is_changed_until_somebody_signs_and_gets_more_parties() -> None:
    network, manager = office()
    zgt = make_partner(network, "zgt", name="ZGT")
    make_partner(network, "mst", name="MST")
    make_agreement(network, parties=[zgt])
    values = {"title": "Convenant", "kind": "covenant", "ends_on": "2030-12-31", "renewal_months": "12"}
    assert manager.post("overeenkomsten/overeenkomst/wijzig/", **values).status_code == 302
    assert "vanzelf, met 12 maanden" in text(manager.get("overeenkomsten/overeenkomst/"))
    without = manager.post("overeenkomsten/overeenkomst/wijzig/", **{**values, "ends_on": ""})
    assert "Wat vanzelf wordt verlengd heeft een laatste dag." in text(without)
    assert manager.post("overeenkomsten/overeenkomst/partij/", partner="mst").status_code == 302
    assert manager.post("overeenkomsten/overeenkomst/partij/", partner="mst").status_code == 422
    signature = {"signed_by_name": "A. Bos", "signed_on": "2026-01-05"}
    assert manager.post("overeenkomsten/overeenkomst/teken/zgt/", **signature).status_code == 302
    refused = manager.get("overeenkomsten/overeenkomst/wijzig/")
    assert refused.status_code == 403
    assert "al getekend" in text(refused)
    grid = text(manager.get("overeenkomsten/"))
    assert "Wie tekende wat" in grid
    assert "5 januari 2026" in grid
    assert "nog niet" in grid


def test_an_agreement_that_ends_soon_is_named_on_top() -> None:
    network, manager = office()
    soon = timezone.localdate() + timedelta(days=80)
    make_agreement(network, "kort", title="Korte afspraak", ends_on=soon, notice_months=1)
    make_agreement(network, "lang", title="Lange afspraak", ends_on=soon + timedelta(days=400))
    said = text(manager.get("overeenkomsten/"))
    assert "Binnen 3 maanden" in said
    assert "Opzeggen kan uiterlijk op" in said
    assert "Loopt binnenkort af" in said
    assert "Binnen 12 maanden" not in said


@pytest.mark.parametrize(
    ("ends_on", "notice", "renews", "today", "expected"),
    [
        (None, 3, None, date(2026, 1, 1), None),
        (date(2025, 12, 31), 3, None, date(2026, 1, 1), None),
        (date(2026, 12, 31), None, None, date(2025, 12, 30), Renewal(date(2026, 12, 31), None, None, False)),
        (
            date(2026, 12, 31),
            6,
            None,
            date(2025, 12, 31),
            Renewal(date(2026, 12, 31), date(2026, 6, 30), 12, False),
        ),
        (date(2026, 12, 31), None, None, date(2026, 6, 30), Renewal(date(2026, 12, 31), None, 6, False)),
        (date(2026, 12, 31), None, None, date(2026, 9, 30), Renewal(date(2026, 12, 31), None, 3, False)),
        # Renewed by whole years past its written end.
        (date(2024, 3, 31), 1, 12, date(2026, 1, 15), Renewal(date(2026, 3, 31), date(2026, 2, 28), 3, True)),
    ],
)
def test_reminders_fall_due_twelve_six_and_three_months_before_the_end(
    ends_on, notice, renews, today: date, expected
) -> None:
    assert renewal(ends_on, notice, renews, today) == expected


def test_months_are_counted_to_the_last_day_of_a_shorter_month() -> None:
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_after(date(2026, 1, 15), -13) == date(2024, 12, 15)


def test_an_agreement_that_renews_itself_can_still_be_signed_after_its_written_end() -> None:
    network, manager = office()
    zgt = make_partner(network, "zgt", name="ZGT")
    past = timezone.localdate() - timedelta(days=10)
    make_agreement(network, ends_on=past, renewal_months=12, parties=[zgt])
    values = {"signed_by_name": "A. Bos", "signed_on": timezone.localdate().isoformat()}
    assert manager.post("overeenkomsten/overeenkomst/teken/zgt/", **values).status_code == 302
    with transaction.atomic(), system(network.pk):
        assert Agreement.objects.get(network=network).parties.get().signed_by_name == "A. Bos"
