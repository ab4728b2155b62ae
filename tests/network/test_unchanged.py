"""What is said again in the same words changes nothing, and leaves no line in the journal."""

from __future__ import annotations

import pytest

from schakel.journal.models import Entry
from schakel.network import actions
from schakel.tenancy.context import system
from tests.factories.network import make_network, make_partner

pytestmark = pytest.mark.django_db


def test_a_partner_and_a_need_that_stay_as_they_were_are_not_called_changed():
    network = make_network()
    partner = make_partner(network, "zgt", name="ZGT")
    need = {"by": None, "stage": "forming", "text": "Een plan", "position": 1}
    with system(network.pk):
        actions.put_need(network, **need)
        before = Entry.objects.count()
        assert actions.change_partner(partner, by=None, name="ZGT") == {}
        assert actions.put_need(network, **need)[1] == {}
        assert Entry.objects.count() == before
        assert actions.change_partner(partner, by=None, name="ZGT Almelo")
        assert Entry.objects.count() == before + 1
