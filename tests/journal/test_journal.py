"""The journal: one line for each action, sealed in a chain; whoever changes a line is found out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from schakel.journal import actions, queries
from schakel.journal.models import Entry, Seal
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.tenancy.context import system
from tests import database


def add_network(slug: str = "zegelstad") -> Network:
    network = Network(name="Zegelstad", slug=slug)
    with system(network.pk):
        network.save(force_insert=True)
    return network


@pytest.mark.django_db
def test_an_action_leaves_one_line_with_who_what_and_why():
    network = add_network()
    person = Person.objects.create_user("anna@voorbeeld.test", name="Anna Voorbeeld")
    with system(network.pk):
        actions.record(
            by=person, verb="founded", about=network, reason="samen beter", on_behalf_of="Ziekenhuis"
        )
        [entry] = Entry.objects.all()
    assert (entry.person_name, entry.verb, entry.about_label) == ("Anna Voorbeeld", "founded", "Zegelstad")
    assert (entry.reason, entry.on_behalf_of, entry.network_id) == ("samen beter", "Ziekenhuis", network.pk)
    assert str(entry) == "Anna Voorbeeld: founded Zegelstad"


@pytest.mark.django_db
def test_the_platform_signs_as_schakel_when_nobody_acts():
    network = add_network()
    with system(network.pk):
        entry = actions.record(by=None, verb="loaded", about=network)
        assert entry.person_name == "Schakel"
    assert entry.person_id is None


def test_a_line_outside_a_transaction_is_refused(committed):
    with pytest.raises(RuntimeError, match="transaction"):
        actions.record(by=None, verb="loaded", about=Network(name="x", slug="x"))


@pytest.mark.django_db
def test_a_line_cannot_be_changed_or_removed():
    network = add_network()
    with system(network.pk):
        actions.record(by=None, verb="loaded", about=network)
        for sql in (
            "update journal_entry set verb = 'x'",
            "delete from journal_entry",
            "truncate journal_entry",
        ):
            with (
                pytest.raises(Exception, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(sql)


@pytest.mark.django_db
def test_seals_form_a_chain_and_verify():
    network = add_network()
    with system(network.pk):
        for verb in ("founded", "named"):
            actions.record(by=None, verb=verb, about=network)
        first = actions.seal(network.pk)
        actions.record(by=None, verb="grown", about=network)
        second = actions.seal(network.pk)
        assert actions.seal(network.pk) is None
        assert (first.number, first.n_entries, second.number, second.previous) == (1, 2, 2, first.value)
        assert list(queries.faults(network.pk)) == []
        assert str(first).startswith("1: ")


def _sealed_network() -> Network:
    with transaction.atomic():
        network = add_network()
        with system(network.pk):
            for verb in ("founded", "named", "grown"):
                actions.record(by=None, verb=verb, about=network)
            actions.seal(network.pk)
            actions.record(by=None, verb="joined", about=network)
            actions.seal(network.pk)
    return network


@pytest.mark.parametrize(
    ("tampering", "words"),
    [
        ("update journal_entry set reason = 'iets anders' where verb = 'named'", "veranderd"),
        ("delete from journal_entry where verb = 'named'", "2 regels, verzegeld zijn er 3"),
        ("delete from journal_seal where number = 1", "ontbreekt"),
        ("update journal_seal set previous = repeat('1', 64) where number = 2", "sluit niet aan"),
    ],
)
def test_whoever_tampers_is_found_out(committed, tampering, words):
    network = _sealed_network()
    call_command("journal", "verify")
    with database.as_owner(f"schakel_test_{database.WORKER}") as owner:
        owner.execute(tampering)
    with transaction.atomic(), system(network.pk):
        assert any(words in fault.words for fault in queries.faults(network.pk))
    with pytest.raises(CommandError, match="kloppen niet"):
        call_command("journal", "verify")


def test_the_command_seals_what_is_new(committed, capsys):
    with transaction.atomic():
        network = add_network()
        with system(network.pk):
            actions.record(by=None, verb="founded", about=network)
    call_command("journal", "seal")
    call_command("journal", "seal")
    with transaction.atomic(), system(network.pk):
        assert Seal.objects.count() == 1
    assert capsys.readouterr().out.count("zegel 1") == 1


def test_a_writer_waits_for_the_sealer_before_its_line_has_a_number(committed):
    """Otherwise a line could appear below a number that was sealed meanwhile."""
    network = add_network_for_good()

    def write() -> int:
        try:
            with transaction.atomic(), system(network.pk):
                return actions.record(by=None, verb="loaded", about=network).sequence
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic(), system(network.pk):
            before = actions.record(by=None, verb="loaded", about=network).sequence
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [actions.LOCK])
            waits = pool.submit(write)
            assert wait([waits], timeout=0.5).not_done
            with system(network.pk):
                own = actions.record(by=None, verb="loaded", about=network).sequence
        assert own == before + 1, "who waits took no number yet"
        assert waits.result(timeout=20) == own + 1


def add_network_for_good() -> Network:
    with transaction.atomic():
        return add_network("voorgoed")
