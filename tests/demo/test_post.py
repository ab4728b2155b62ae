"""The page with the mail that would have gone out holds every mail that somebody waits for."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from schakel.governance import actions
from schakel.network.rules import Role
from tests.factories.browsing import text
from tests.factories.governance import looking
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


def test_an_invitation_is_read_where_all_mail_of_the_demo_is_read(settings) -> None:
    settings.IS_DEMO = True
    network = make_network(name="Netwerk Oost")
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        invited = actions.invite_person(
            network, by=manager, email="wim@oost.test", name="Wim Wever", role=Role.READER
        )
    page = text(Client().get("/demo/post/"))
    assert "Uitnodiging voor Netwerk Oost" in page
    assert "wim@oost.test" in page
    [link] = set(re.findall(r"/uitnodiging/[^\s\"<]+", page))
    assert Client().get(link).status_code == 200
    with looking(manager):
        actions.revoke_invitation(invited, by=manager)
    assert Client().get(link).status_code == 410
