"""Who hears that an agreement comes to its end."""

from __future__ import annotations

from datetime import date

import pytest

from schakel.jobs.queue import defer
from schakel.network.actions.announcing import announce_renewals
from schakel.network.rules import Role
from schakel.notices.models import Notice
from schakel.notices.rules import Kind
from tests.factories.browsing import Browser
from tests.factories.governance import as_platform
from tests.factories.jobs import run_waiting
from tests.factories.network import make_agreement, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


def test_the_manager_and_the_parties_hear_three_times_that_an_agreement_ends():
    network = make_network()
    manager = make_member(network, Role.MANAGER)
    party, other = make_partner(network, "zgt"), make_partner(network, "mst")
    director = make_member(network, Role.REPRESENTATIVE, partner=party)
    make_member(network, Role.REPRESENTATIVE, partner=other)
    make_agreement(network, ends_on=date(2027, 12, 31), notice_months=4, parties=[party])
    make_agreement(network, "eeuwig", title="Zonder einde")
    days = [date(2026, 12, 30), date(2026, 12, 31), date(2027, 2, 1), date(2027, 6, 30), date(2027, 9, 30)]
    with as_platform(network):
        assert [announce_renewals(network, day) for day in days] == [0, 1, 1, 1, 1]
        found = list(Notice.objects.filter(kind=Kind.RENEWAL).select_related("person").order_by("at"))
        defer("network.remind", network=network)
    assert [one.person for one in found if one.person == manager] == [manager] * 3
    assert {one.person for one in found} == {manager, director}
    assert found[0].title == "Samenwerkingsovereenkomst loopt af op 31 december 2027"
    assert found[0].because == "Opzeggen kan tot 31 augustus 2027."
    browser = Browser(network, found[0].person)
    assert browser.client.get(browser.get(f"meldingen/{found[0].pk}/")["Location"]).status_code == 200
    run_waiting(only="network.remind")


def test_what_renews_itself_says_so():
    network = make_network()
    make_member(network, Role.MANAGER)
    make_agreement(network, ends_on=date(2025, 12, 31), renewal_months=12)
    with as_platform(network):
        announce_renewals(network, date(2026, 10, 1))
        [told] = Notice.objects.filter(kind=Kind.RENEWAL)
        assert told.title == "Samenwerkingsovereenkomst wordt op 31 december 2026 vanzelf verlengd"
        assert told.due_on == date(2026, 12, 31)
