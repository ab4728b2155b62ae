"""A developer forgets every filter: the database still shows each person only the rows of their own networks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.network.models import Area, Membership, Network, Partner, Theme
from schakel.people.models import Person
from schakel.public.models import Publication
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system, visitor
from schakel.tenancy.guard import tenant_models
from tests import database
from tests.examples import examples

#: The managers of the network of a row.
MANAGERS = """array(select m.person_id from network_membership m where m.network_id = {row}.network_id
    and m.role = 'manager' and m.from_on <= current_date and (m.until_on is null or m.until_on > current_date))"""
#: Who works on the initiative of a note: the lead, the explorer, and who sits in its group.
WORKERS = """array(select unnest(array[i.lead_id, i.explorer_id]) from initiatives_initiative i
        where i.id = {row}.initiative_id
    union select t.person_id from initiatives_initiative i join governance_seat s on s.body_id = i.body_id
        join governance_seattenure t on t.seat_id = s.id
        where i.id = {row}.initiative_id and t.from_on <= current_date
          and (t.until_on is null or t.until_on > current_date))"""
#: Who is named in a note is seen by who sees the note.
OF_THE_NOTE = (
    "(select n.readers = 'network' from initiatives_note n where n.id = note_id),"
    f" (select array[n.author_id] || {MANAGERS} || {WORKERS} from initiatives_note n where n.id = note_id)"
).replace("{row}", "n")
READERS = f"readers = 'network', array[author_id] || {MANAGERS} || {WORKERS}"
#: Rows that not all of the network sees: whether it may, and else the partners or the people who may see it.
PRIVATE = {
    "initiatives_partnerview": "is_given, array[partner_id]",
    "documents_printout": "false, array[person_id]",
    "notices_notice": "false, array[person_id]",
    "notices_preference": "false, array[person_id]",
    "notices_mail": "false, array[person_id]",
    "initiatives_note": READERS,
    "initiatives_noteevent": READERS,
    "initiatives_notemention": OF_THE_NOTE,
    "initiatives_portfolioview": "is_shared, array[person_id]",
    "initiatives_portfolioviewevent": "is_shared, array[person_id]",
    "initiatives_firstview": "false, array[person_id]",
    "initiatives_notedraft": "false, array[person_id]",
    "governance_personalinvitation": f"false, array[invited_by_id] || {MANAGERS}",
    "public_contact": f"false, {MANAGERS}",
    "public_outsideidea": f"false, {MANAGERS}",
    "public_membershiprequest": f"false, {MANAGERS}",
    "search_findabletext": f"readers is null, readers || {MANAGERS} || {WORKERS}",
}


def oracle() -> tuple[dict[str, list[tuple]], list[tuple]]:
    """Read every table as its owner: what there really is, and who is a member of what today."""
    tables = {}
    with database.as_owner(f"schakel_with_demo_{database.WORKER}") as owner:
        owner.execute("set time zone 'Europe/Amsterdam'")  # a day here is a day there
        for model in tenant_models():
            table, key = model._meta.db_table, model._meta.pk.column
            private = PRIVATE.get(table, "true, array[]::uuid[]").replace("{row}", table)
            tables[table] = owner.execute(f"select {key}, network_id, {private} from {table}").fetchall()
        members = owner.execute(
            "select person_id, network_id, partner_id from network_membership"
            " where from_on <= current_date and (until_on is null or until_on > current_date)"
        ).fetchall()
    return tables, members


def test_every_table_shows_each_person_their_own_networks_and_nothing_else(demo):
    tables, members = oracle()
    outsider = Person.objects.create_user("buiten@voorbeeld.test", name="Buiten Voorbeeld")
    people = [*Person.objects.filter(is_demo=True), outsider]
    seen = 0
    for one in people:
        networks = {network for person, network, _ in members if person == one.pk}
        # Who belongs to no partner is not everybody whom a row without a person is about.
        partners = {partner for person, _, partner in members if person == one.pk} - {None}
        with looking_as(one.pk):
            for model in tenant_models():
                expected = {
                    key
                    for key, network, is_open, owners in tables[model._meta.db_table]
                    if network in networks and (is_open or {*owners} & {*partners, one.pk})
                }
                assert set(model.objects.values_list("pk", flat=True)) == expected, f"{one}: {model.__name__}"
                seen += len(expected)
    assert seen > 1000
    assert len({network for rows in tables.values() for _, network, _, _ in rows}) >= 5


def test_a_visitor_sees_only_what_is_published_and_nobody_sees_nothing(demo):
    tables, _ = oracle()
    published = {
        "network_partner",
        "network_theme",
        "network_area",
        "network_ambition",
        "network_networkevent",
    }
    for network in Network.objects.filter(is_listed=True):
        with visitor(network.pk):
            for model in tenant_models():
                rows = set(model.objects.values_list("pk", flat=True))
                own = {key for key, of, _, _ in tables[model._meta.db_table] if of == network.pk}
                assert rows <= own
                if model is Publication:
                    assert not model.objects.filter(is_published=False).exists()
                elif model._meta.db_table not in published:
                    assert rows == set(), f"{model.__name__} is not published"


DAYS = st.integers(-400, 400)


@st.composite
def membership_histories(draw):
    """Some people, three networks and memberships that start and end around today."""
    histories, endless = [], set()
    for _ in range(draw(st.integers(1, 12))):
        who, which = draw(st.integers(0, 3)), draw(st.integers(0, 2))
        length = draw(st.none() | st.integers(1, 500))
        if length is None:
            if (who, which) in endless:
                continue  # nobody holds the same role twice without an end
            endless.add((who, which))
        histories.append((who, which, draw(DAYS), length))
    return histories


@pytest.mark.django_db
@settings(
    max_examples=examples(12, nightly=500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(histories=membership_histories())
def test_random_memberships_and_revocations_show_exactly_what_they_should(histories):
    today = timezone.localdate()
    from django.db import transaction

    with transaction.atomic():
        networks, people = _three_networks(), _four_people()
        rows = [
            (people[who], networks[which], today + timedelta(start), length)
            for who, which, start, length in histories
        ]
        for who, network, from_on, length in rows:
            with system(network.pk):
                Membership.objects.create(
                    network=network,
                    person=who,
                    role="reader",
                    from_on=from_on,
                    until_on=from_on + timedelta(length) if length else None,
                )
        _compare(people, networks, rows, today)
        for who, network, *_ in rows[:1]:
            with system(network.pk):
                held = Membership.objects.filter(person=who)
                held.filter(from_on__lt=today).update(until_on=today)
                held.filter(from_on__gte=today).delete()
            with looking_as(who.pk):
                assert not Theme.objects.filter(network=network).exists(), (
                    "a revoked membership still opens rows"
                )
        transaction.set_rollback(True)


def _compare(people, networks, rows, today):
    for who in people:
        mine = {
            network.pk
            for person, network, from_on, length in rows
            if person == who and from_on <= today and (not length or from_on + timedelta(length) > today)
        }
        with looking_as(who.pk):
            for model in (Theme, Area, Partner, Membership):
                assert set(model.objects.values_list("network_id", flat=True)) <= mine
            assert {theme.network_id for theme in Theme.objects.all()} == mine
            assert Person.objects.get(pk=who.pk).network_ids == mine


def _three_networks():
    made = []
    for number in range(3):
        network = Network(name=f"Netwerk {number}", slug=f"netwerk-{number}")
        with system(network.pk):
            network.save(force_insert=True)
            Theme.objects.create(network=network, name="Ouderen", slug="ouderen")
        made.append(network)
    return made


def _four_people():
    return [Person.objects.create_user(f"p{n}@voorbeeld.test", name=f"P{n} Voorbeeld") for n in range(4)]


def test_a_write_for_another_network_is_refused(demo):
    linde = Network.objects.get(slug="de-linde")
    other = Network.objects.get(slug="zenderen")
    member = Person.objects.get(pk=_someone_of(linde))
    from django.db import transaction

    with looking_as(member.pk):
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Theme.objects.create(network=other, name="Vreemd", slug="vreemd")
        assert Theme.objects.filter(network=other).update(name="Vreemd") == 0
        with connection.cursor() as cursor:
            cursor.execute("delete from network_theme where network_id = %s", [other.pk])
            assert cursor.rowcount == 0


def _someone_of(network):
    with system(network.pk):
        return Membership.objects.filter(network=network, role="professional").values_list(
            "person_id", flat=True
        )[0]
