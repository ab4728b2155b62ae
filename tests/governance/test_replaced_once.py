"""A network in use can hold rows from before a rule of the database; the migration that brings it puts them right."""

from __future__ import annotations

from importlib import import_module

from schakel.governance.models import Decision
from tests import database
from tests.conftest import OWN
from tests.factories.governance import as_platform, make_decision, make_group

MIGRATION = import_module("schakel.governance.migrations.0011_a_later_decision_replaces_an_earlier_one")


def test_of_more_that_replace_the_same_decision_the_first_stays_and_none_replaces_itself(committed):
    group = make_group()
    first, second, third, alone = (make_decision(group) for _ in range(4))
    says = {second: first, third: first, alone: alone}
    with database.as_owner(OWN) as owner, owner.transaction(force_rollback=True):
        owner.execute("drop index a_decision_is_replaced_once")
        owner.execute("alter table governance_decision drop constraint a_decision_does_not_replace_itself")
        for later, earlier in says.items():
            change = "update governance_decision set supersedes_id = %s where id = %s"
            owner.execute(change, [earlier.pk, later.pk])
        owner.execute(MIGRATION.ONE_EACH)
        owner.execute(
            "create unique index again on governance_decision (network_id, supersedes_id)"
            " where supersedes_id is not null"
        )
        found = owner.execute(
            "select id, supersedes_id from governance_decision where supersedes_id is not null"
        )
        assert found.fetchall() == [(second.pk, first.pk)]
    with as_platform(group.network):
        assert not Decision.objects.filter(supersedes__isnull=False).exists(), "the table is as it was"
