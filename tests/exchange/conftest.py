"""What the tests of workbooks stand on."""

from __future__ import annotations

import pytest
from django.utils import timezone

from schakel.network.models import Network
from schakel.network.rules import Role
from schakel.people.models import Person
from tests.factories.network import make_member, make_network


@pytest.fixture
def network() -> Network:
    """A new network with nothing in it."""
    return make_network("proef", created_at=timezone.now())


@pytest.fixture
def manager(network: Network) -> Person:
    """Its network manager."""
    return make_member(network, Role.MANAGER)
