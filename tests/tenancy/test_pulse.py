"""The pulse of a network: raised by every committed change of any of its rows, and by nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from schakel.network.models import Network, Theme
from schakel.tenancy.context import system
from tests.factories.network import make_network

#: Tables of a network that no remembered page is made of: the journal and its seals, what one person is told (the
#: number at the bell is filled in each time), and the histories.
SILENT = {"journal_entry", "journal_seal", "notices_notice", "notices_mail", "notices_preference"}


def pulse(network: Network) -> int:
    with transaction.atomic():
        return Network.objects.filter(pk=network.pk).with_pulse().get().pulse  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_every_table_of_a_network_raises_the_beat() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """select c.relname, bool_or(t.tgdeferrable and t.tginitdeferred and p.proname = 'beat'
                                         and t.tgenabled = 'O' and t.tgtype & 28 = 28)
               from pg_class c
               join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                 and a.attname = case when c.relname = 'network_network' then 'slug' else 'network_id' end
               left join pg_trigger t on t.tgrelid = c.oid left join pg_proc p on p.oid = t.tgfoid
               where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                 and not exists (select 1 from pg_attribute h where h.attrelid = c.oid and h.attname = 'pgh_id')
               group by 1"""
        )
        beats = dict(cursor.fetchall())
    assert len(beats) > 25
    assert {name for name, does in beats.items() if not does} == SILENT


def test_a_change_raises_it_once_and_reading_never(committed: None) -> None:
    mine, other = make_network(), make_network()
    before, elsewhere = pulse(mine), pulse(other)
    with transaction.atomic(), system(mine.pk):
        themes = [Theme(network=mine, name=f"Thema {n}", slug=f"thema-{n}") for n in range(3)]
        Theme.objects.bulk_create(themes)
        assert Network.objects.filter(pk=mine.pk).with_pulse().get().pulse == before
    assert pulse(mine) == before + 1
    with transaction.atomic(), system(mine.pk):
        Theme.objects.filter(network=mine).update(name="Anders")
    assert pulse(mine) == before + 2
    with transaction.atomic(), system(mine.pk):
        Theme.objects.filter(network=mine).delete()
        list(Theme.objects.all())
    assert pulse(mine) == before + 3
    with transaction.atomic(), system(mine.pk):
        list(Theme.objects.all())
    with transaction.atomic(), system(mine.pk):
        Theme.objects.create(network=mine, name="Toch niet", slug="toch-niet")
        transaction.set_rollback(True)
    with transaction.atomic(), system(mine.pk):
        Network.objects.filter(pk=mine.pk).update(mission="Nieuw")
    assert pulse(mine) == before + 4
    assert pulse(other) == elsewhere


def test_who_reads_a_beat_sees_every_change_up_to_it(committed: None) -> None:
    """The slow writer began first and commits last: each commit has its own beat, in the order of the commits."""
    network = make_network()
    has_written, may_commit = Event(), Event()

    def slowly() -> None:
        with transaction.atomic(), system(network.pk):
            Theme.objects.create(network=network, name="Langzaam", slug="langzaam")
            has_written.set()
            assert may_commit.wait(10)
        connection.close()

    def seen() -> tuple[int, list[str]]:
        with transaction.atomic(), system(network.pk):
            beat = Network.objects.filter(pk=network.pk).with_pulse().get().pulse  # type: ignore[attr-defined]
            return beat, sorted(Theme.objects.values_list("slug", flat=True))

    start = seen()[0]
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(slowly)
        assert has_written.wait(10)
        with transaction.atomic(), system(network.pk):
            Theme.objects.create(network=network, name="Snel", slug="snel")
        between = seen()
        may_commit.set()
        slow.result(10)
    assert between == (start + 1, ["snel"])
    assert seen() == (start + 2, ["langzaam", "snel"])


def test_a_visitor_cannot_raise_a_beat(committed: None) -> None:
    network = make_network()
    with (
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select tenancy.raise_beat(%s)", [network.pk])
    with (
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("update tenancy.pulse set beats = 0")
