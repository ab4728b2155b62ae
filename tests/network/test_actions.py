"""Every change in a network: allowed, possible, done, recorded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.journal.models import Entry
from schakel.network import actions
from schakel.network.models import (
    Agreement,
    Area,
    CriteriaSet,
    Membership,
    Network,
    NetworkEvent,
    Partner,
    Theme,
)
from schakel.network.rules import CriterionText, Role
from schakel.people.models import Person
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system
from schakel.web.refusal import Refused
from tests.factories.network import (
    make_agreement,
    make_area,
    make_criteria,
    make_member,
    make_membership,
    make_network,
    make_partner,
    make_person,
    make_theme,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


@contextmanager
def the_platform(network: Network) -> Iterator[None]:
    """The platform itself at work for a network."""
    with transaction.atomic(), system(network.pk):
        yield


@contextmanager
def as_person(who: Person) -> Iterator[None]:
    """A person at work."""
    who.__dict__.pop("network_ids", None)
    with transaction.atomic(), looking_as(who.pk):
        yield


def lines(network: Network) -> list[tuple[str, str]]:
    """The journal of a network as (verb, about)."""
    with the_platform(network):
        return list(Entry.objects.of(network).values_list("verb", "about_label"))


# --- The network itself


def test_founding_a_network_writes_the_first_line_of_its_journal() -> None:
    network = make_network("proef", name="Proefnetwerk")
    assert lines(network) == [("founded", "Proefnetwerk")]


@pytest.mark.parametrize(
    ("slug", "reason"),
    [
        ("inloggen", "Het adres “inloggen” is van het platform zelf."),
        ("open", "Er is al een netwerk met het adres “open”."),
        ("besloten", "Er is al een netwerk met het adres “besloten”."),
    ],
)
def test_an_address_is_given_once_also_when_the_other_network_cannot_be_seen(slug: str, reason: str) -> None:
    make_network("open")
    make_network("besloten", is_listed=False)
    with pytest.raises(Refused) as refused:
        make_network(slug)
    assert refused.value.reason == reason


def test_the_manager_changes_the_network_and_the_journal_says_what() -> None:
    network = make_network()
    manager = make_member(network, Role.MANAGER)
    with as_person(manager):
        changed = actions.change_network(network, by=manager, mission="Betere zorg", reason="Jaarplan")
        again = actions.change_network(network, by=manager, mission="Betere zorg")
    assert changed == {"mission": ["", "Betere zorg"]}
    assert again == {}
    with the_platform(network):
        entry = Entry.objects.of(network).get(verb="changed")
    assert (entry.person_name, entry.reason, entry.data) == (
        manager.name,
        "Jaarplan",
        {"changed": ["mission"]},
    )


def test_who_does_not_manage_changes_nothing() -> None:
    network = make_network()
    reader = make_member(network, Role.READER)
    with as_person(reader), pytest.raises(Refused):
        actions.change_network(network, by=reader, mission="Anders")
    network.refresh_from_db()
    assert network.mission == ""


def test_areas_lie_in_each_other_and_never_in_a_ring() -> None:
    network = make_network()
    region = make_area(network, "twente", kind="region")
    town = make_area(network, "almelo", parent=region)
    with the_platform(network), pytest.raises(Refused) as refused:
        actions.put_area(network, by=None, slug="twente", name="Twente", parent=town)
    assert refused.value.reason == "Twente kan niet in Almelo liggen: dat ligt er zelf al in."
    with the_platform(network):
        _row, changes = actions.put_area(network, by=None, slug="almelo", parent=None)
        assert changes == {"parent": ["Twente", None]}
        assert Area.objects.of(network).get(slug="almelo").parent is None


def test_themes_ambitions_and_events_are_put_once_and_changed_after() -> None:
    network = make_network()
    make_theme(network, "ggz", name="Ggz")
    with the_platform(network):
        theme, changes = actions.put_theme(network, by=None, slug="ggz", name="Geestelijke gezondheidszorg")
        same, nothing = actions.put_theme(network, by=None, slug="ggz", name="Geestelijke gezondheidszorg")
        actions.put_ambition(network, by=None, code="A1", text="Gezonder", position=1)
        event, _new = actions.put_event(
            network, by=None, key="start", happened_on=date(2012, 1, 1), precision="year", title="Begin"
        )
        assert theme == same == Theme.objects.of(network).get()
        assert (changes, nothing) == ({"name": ["Ggz", "Geestelijke gezondheidszorg"]}, {})
        assert str(NetworkEvent.objects.of(network).get()) == "Begin"
        assert event.happened_in_words == "2012"
    assert [verb for verb, _about in lines(network)] == ["founded", "added", "changed", "added", "added"]


# --- People


def test_a_membership_gives_sight_of_the_network_and_its_end_takes_it_away() -> None:
    network = make_network(is_listed=False)
    make_partner(network)
    make_member(network, Role.MANAGER)
    membership = make_membership(network, Role.READER)
    who = membership.person
    with as_person(who):
        assert Partner.objects.count() == 1
    with the_platform(network):
        actions.end_membership(membership, by=None, reason="Andere baan")
    with as_person(who):
        assert Partner.objects.count() == 0
        assert not Network.objects.filter(pk=network.pk).exists()


def test_a_membership_that_never_began_ends_on_its_first_day() -> None:
    network = make_network()
    later = TODAY() + timedelta(days=30)
    membership = make_membership(network, Role.READER, from_on=later)
    with the_platform(network):
        actions.end_membership(membership, by=None)
        membership.refresh_from_db()
        assert membership.until_on == later
        assert not Membership.objects.of(network).held_on(later).exists()


def test_a_role_is_held_once_at_a_time_and_for_a_partner_of_this_network() -> None:
    network, other = make_network(), make_network()
    mine, theirs = make_partner(network, "zgt", name="ZGT"), make_partner(other, "mst", name="MST")
    gone = make_partner(network, "oud", name="Oud")
    with the_platform(network):
        actions.leave(gone, by=None, on=TODAY(), reason="Weg")
        gone.refresh_from_db()
    who = make_person("Anna Smit")
    make_membership(network, Role.REPRESENTATIVE, person=who, partner=mine)
    cases = [
        ({"role": Role.REPRESENTATIVE, "partner": mine}, "Anna Smit heeft deze rol al in die tijd."),
        ({"role": Role.REPRESENTATIVE}, "Een vertegenwoordiger spreekt voor een partner. Kies de partner."),
        ({"role": Role.READER, "partner": theirs}, "MST hoort niet bij dit netwerk."),
        ({"role": Role.READER, "partner": gone}, "Oud is uitgetreden."),
        ({"role": Role.READER, "until_on": date(2020, 1, 1)}, "De laatste dag ligt vóór de eerste."),
    ]
    for facts, reason in cases:
        with the_platform(network), pytest.raises(Refused) as refused:
            actions.add_membership(network, by=None, person=who, **facts)
        assert refused.value.reason == reason


def test_a_role_can_be_held_again_after_it_ended() -> None:
    network = make_network()
    who = make_person()
    make_membership(network, Role.READER, person=who, until_on=date(2021, 1, 1))
    make_membership(network, Role.READER, person=who, from_on=date(2021, 1, 1))
    with pytest.raises(Refused):
        make_membership(network, Role.READER, person=who, from_on=date(2020, 6, 1), until_on=date(2020, 7, 1))


def test_a_network_keeps_a_manager() -> None:
    network = make_network()
    first = make_membership(network, Role.MANAGER)
    with the_platform(network), pytest.raises(Refused) as refused:
        actions.end_membership(first, by=None)
    assert refused.value.reason == "Een netwerk houdt altijd een netwerkmanager. Wijs eerst een ander aan."
    make_membership(network, Role.MANAGER)
    with the_platform(network):
        actions.end_membership(first, by=None)
        first.refresh_from_db()
        assert first.until_on == TODAY()
        with pytest.raises(Refused, match="al beëindigd"):
            actions.end_membership(first, by=None)


# --- Agreements


def test_an_agreement_is_signed_by_its_parties_and_then_stands_still() -> None:
    network = make_network()
    zgt, mst = make_partner(network, "zgt", name="ZGT"), make_partner(network, "mst", name="MST")
    agreement = make_agreement(network, parties=[zgt])
    director, manager = (
        make_member(network, Role.REPRESENTATIVE, partner=zgt, name="Rob Bos"),
        make_member(network, Role.MANAGER),
    )
    with as_person(manager):
        assert actions.change_agreement(agreement, by=manager, title="Convenant") == {
            "title": ["Samenwerkingsovereenkomst", "Convenant"]
        }
        assert actions.change_agreement(agreement, by=manager, title="Convenant") == {}
        assert actions.change_agreement(agreement, by=manager, text="Vooraf.\n\nArtikel 1 Doel\nSamen.") == {
            "text": ["", "Vooraf.\n\nArtikel 1 Doel\nSamen."]
        }
        assert agreement.articles.get().heading == "Doel"
        actions.add_party(agreement, by=manager, partner=mst)
        with pytest.raises(Refused, match="MST is al partij"):
            actions.add_party(agreement, by=manager, partner=mst)
    with as_person(director):
        actions.sign(agreement, by=director, partner=zgt)
        with pytest.raises(Refused, match="Alleen wie MST vertegenwoordigt tekent"):
            actions.sign(agreement, by=director, partner=mst)
    with as_person(manager):
        actions.sign(agreement, by=manager, partner=mst, signed_by_name="M. Ster", signed_on=date(2026, 1, 5))
        with pytest.raises(Refused) as refused:
            actions.change_agreement(agreement, by=manager, text="Anders")
    assert refused.value.reason == "Deze overeenkomst is al getekend. Maak een nieuwe die deze vervangt."
    with the_platform(network):
        signed = {
            party.partner.name: (party.signed_by_name, party.signed_on) for party in agreement.parties.all()
        }
        assert signed == {"ZGT": ("Rob Bos", TODAY()), "MST": ("M. Ster", date(2026, 1, 5))}
        entry = Entry.objects.of(network).filter(verb="signed").first()
        assert entry.on_behalf_of == "ZGT"


def test_a_signature_has_a_name_and_lies_not_in_the_future() -> None:
    network = make_network()
    partner = make_partner(network)
    agreement = make_agreement(network, parties=[partner])
    with the_platform(network):
        with pytest.raises(Refused, match="Zeg wie er getekend heeft"):
            actions.sign(agreement, by=None, partner=partner)
        with pytest.raises(Refused, match="niet in de toekomst"):
            actions.sign(
                agreement,
                by=None,
                partner=partner,
                signed_by_name="A",
                signed_on=TODAY() + timedelta(days=1),
            )


def test_an_agreement_has_its_own_title() -> None:
    network = make_network()
    make_agreement(network)
    with pytest.raises(Refused, match="Er is al een overeenkomst met deze titel"):
        make_agreement(network)


# --- Criteria


def test_a_new_version_of_the_criteria_begins_where_the_old_one_ends() -> None:
    network = make_network()
    first = make_criteria(network, n=2)
    with the_platform(network):
        second = actions.new_criteria_version(
            network,
            by=None,
            name="Toets",
            kind="yes_no",
            criteria=[CriterionText(code="C1", text="Anders")],
            valid_from=date(2026, 6, 1),
        )
        first.refresh_from_db()
        assert (first.version, first.valid_until) == (1, date(2026, 6, 1))
        assert (second.version, second.valid_from) == (2, date(2026, 6, 1))
        assert [one.text for one in first.criteria.all()] == ["Vraag 1", "Vraag 2"]
        on_the_eve = CriteriaSet.objects.of(network).valid_on(date(2026, 5, 31)).get()
        on_the_day = CriteriaSet.objects.of(network).valid_on(date(2026, 6, 1)).get()
    assert (on_the_eve, on_the_day) == (first, second)
    assert ("renewed", "Toets, versie 2") in lines(network)


@pytest.mark.parametrize(
    ("valid_from", "reason"),
    [
        (None, "Zeg vanaf welke dag de nieuwe versie geldt."),
        (date(2026, 1, 1), "Versie 1 geldt al vanaf die dag of later. Kies een latere dag."),
    ],
)
def test_a_new_version_begins_on_a_later_day(valid_from, reason: str) -> None:
    network = make_network()
    make_criteria(network, valid_from=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        make_criteria(network, valid_from=valid_from)
    assert refused.value.reason == reason


def test_criteria_that_do_not_hang_together_are_not_taken() -> None:
    with pytest.raises(Refused, match="minstens één criterium"):
        make_criteria(make_network(), n=0)


def test_a_network_without_criteria_gets_the_default_labelled_as_such() -> None:
    network = make_network()
    with the_platform(network):
        made = actions.default_criteria(network, by=None)
        criteria = list(made.criteria.all())
        with pytest.raises(Refused, match="Dit netwerk heeft al criteria"):
            actions.default_criteria(network, by=None)
    assert made.is_default
    assert sum(one.is_knockout for one in criteria) == 4
    assert sum(one.weight for one in criteria if one.weight) == Decimal(100)
    assert all(sorted(one.anchors) == ["1", "2", "3", "4", "5"] for one in criteria if one.weight)


# --- The database keeps the promises too


@pytest.mark.parametrize(
    ("promise", "breaking"),
    [
        (
            "a_partner_is_no_member_of_itself",
            lambda p: Partner.objects.filter(pk=p.pk).update(member_of=p.pk),
        ),
        (
            "who_has_a_leaving_day_has_left",
            lambda p: Partner.objects.filter(pk=p.pk).update(left_on=date(2026, 1, 1)),
        ),
        (
            "a_partner_leaves_after_it_joins",
            lambda p: Partner.objects.filter(pk=p.pk).update(
                status="left", joined_on=date(2026, 1, 2), left_on=date(2026, 1, 1)
            ),
        ),
        (
            "a_representative_speaks_for_a_partner",
            lambda p: Membership.objects.filter(network=p.network).update(
                role="representative", partner=None
            ),
        ),
        (
            "a_membership_does_not_end_before_it_starts",
            lambda p: Membership.objects.filter(network=p.network).update(until_on=date(2019, 1, 1)),
        ),
        (
            "an_area_does_not_lie_in_itself",
            lambda p: Area.objects.filter(network=p.network).update(parent=Area.objects.get()),
        ),
        (
            "an_agreement_ends_after_it_starts",
            lambda p: Agreement.objects.filter(network=p.network).update(
                starts_on=date(2026, 1, 2), ends_on=date(2026, 1, 1)
            ),
        ),
        (
            "a_signature_has_a_day_and_a_name",
            lambda p: p.agreement_parties.update(signed_on=date(2026, 1, 1)),
        ),
        (
            "one_version_of_a_criteria_set_holds_on_a_day",
            lambda p: CriteriaSet.objects.create(network=p.network, name="Toets", kind="yes_no", version=2),
        ),
    ],
)
def test_the_database_refuses_what_can_never_be_true(promise: str, breaking) -> None:
    network = make_network()
    partner = make_partner(network)
    make_membership(network, Role.READER)
    make_area(network)
    make_agreement(network, parties=[partner])
    make_criteria(network)
    with the_platform(network), pytest.raises(IntegrityError, match=promise), transaction.atomic():
        breaking(partner)
