"""The operations of migrations: written down so that they can be made again, and taken back."""

from __future__ import annotations

import pytest
from django.db import migrations, models
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from schakel.tenancy.operations import (
    AllAtOnce,
    ContextFunctions,
    MembershipFunctions,
    Narrowed,
    Pulse,
    RootTenancy,
    Tenancy,
    tenant_tables,
)

OPERATIONS = [
    ContextFunctions(),
    MembershipFunctions("network_membership"),
    Pulse("network_network"),
    RootTenancy("network", "network"),
    Tenancy("notices", "notice", private="person_id is not null"),
    Tenancy("public", "publication", published="is_published", append_only=True),
    Narrowed("public", "contact", only="true"),
    AllAtOnce([migrations.CreateModel("Thing", [("id", models.UUIDField(primary_key=True))])]),
]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: type(one).__name__)
def test_an_operation_can_be_written_down_and_made_again(operation):
    name, args, kwargs = operation.deconstruct()
    again = type(operation)(*args, **kwargs)
    assert name == type(operation).__name__
    assert again.deconstruct() == (name, args, kwargs)
    assert again.describe() == operation.describe()
    assert len(operation.describe()) > 10


def test_a_migration_with_every_operation_is_text_that_python_reads():
    migration = type("Migration", (migrations.Migration,), {"operations": OPERATIONS, "dependencies": []})
    compile(MigrationWriter(migration("0001_all", "notices")).as_string(), "0001_all.py", "exec")


def test_histories_come_last_and_are_only_added_to():
    plain, history = tenant_tables("notices", ["notice"], append_only=["noticeevent"])
    assert (plain.target, plain.append_only) == (("notices", "notice"), False)
    assert (history.target, history.append_only) == (("notices", "noticeevent"), True)


def state() -> ProjectState:
    """A network, and things of it that lead to each other, to a person and to something outside every network."""
    found = ProjectState()
    network = models.ForeignKey("network.network", models.PROTECT)
    for app, name, fields in (
        ("network", "network", {}),
        ("people", "person", {}),
        (
            "care",
            "thing",
            {
                "network": network,
                "above": models.ForeignKey("self", models.PROTECT),
                "next": models.ForeignKey("thing", models.PROTECT),
                "person": models.ForeignKey("people.person", models.PROTECT),
                "loose": models.ForeignKey("self", models.PROTECT, db_constraint=False),
            },
        ),
    ):
        key = {"id": models.UUIDField(primary_key=True)}
        found.add_model(ModelState(app, name, list({**key, **fields}.items())))
    return found


def test_keys_within_a_network_carry_it_along_and_others_do_not():
    words = Tenancy("care", "thing", published="is_open").forwards("care", state())
    assert "add constraint same_network_care_thing_above_id foreign key (network_id, above_id)" in words
    assert "add constraint same_network_care_thing_next_id foreign key (network_id, next_id)" in words
    assert "person_id" not in words
    assert "loose_id" not in words
    assert "published_to_visitors" in words


def test_what_is_narrowed_can_be_taken_back_to_the_whole_network():
    narrowed = Narrowed("care", "thing", only="person_id is null")
    assert "person_id is null" in narrowed.forwards("care", state())
    assert "person_id is null" not in narrowed.backwards("care", state())
    assert "drop policy if exists fewer_people" in narrowed.backwards("care", state())


def test_protecting_a_table_again_leaves_narrowed_what_was_narrowed():
    narrowed = Narrowed("care", "thing", only="person_id is null").forwards("care", state())
    again = Tenancy("care", "thing").forwards("care", state())
    assert "create policy fewer_people on care_thing as restrictive" in narrowed
    assert "of_my_networks" not in narrowed
    assert "create policy of_my_networks on care_thing" in again
    assert "fewer_people" not in again


@pytest.mark.parametrize(
    "operation",
    [
        ContextFunctions(),
        MembershipFunctions("m"),
        Pulse("n"),
        RootTenancy("network", "network"),
        Tenancy("care", "thing"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_protects_can_be_taken_back(operation):
    forwards, backwards = operation.forwards("care", state()), operation.backwards("care", state())
    assert "create" in forwards
    assert "drop" in backwards
    assert "create" not in backwards


def test_tables_made_at_once_are_taken_back_the_last_one_first():
    states = ProjectState()
    at_once = AllAtOnce(
        [
            migrations.CreateModel(name, [("id", models.UUIDField(primary_key=True))])
            for name in ("First", "Second")
        ]
    )
    at_once.state_forwards("care", states)
    removed: list[str] = []

    class Editor:
        def delete_model(self, model: type[models.Model]) -> None:
            removed.append(model.__name__)

    at_once.database_backwards("care", Editor(), states, ProjectState())
    assert removed == ["Second", "First"]


def test_what_protects_runs_what_takes_it_back():
    ran: list[str] = []

    class Editor:
        def execute(self, statement: str, params: None) -> None:
            ran.append(statement)

    operation = Pulse("network_network")
    operation.database_backwards("network", Editor(), ProjectState(), ProjectState())
    assert ran == [operation.backwards("network", ProjectState())]
