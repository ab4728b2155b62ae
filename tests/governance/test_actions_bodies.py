"""Bodies, seats, tenures and mandates change by decision, keep their history, and never reach back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Decision, Mandate, Seat, SeatTenure
from schakel.governance.permissions import standing
from schakel.governance.queries import composition, mandates_in_words
from schakel.governance.rules import BodyKind, Subject
from schakel.journal.queries import about
from schakel.network.models import Network
from schakel.web.formats import dutch_date
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    as_platform,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_seat,
    make_tenure,
    make_valid_decision,
)
from tests.factories.network import make_member, make_network, make_partner, make_person
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@world
def network() -> Network:
    return make_network()


@world
def manager(network):
    return make_member(network, "manager")


@world
def group(network):
    """A group with every mandate that founds things."""
    found = make_group(network)
    make_mandate(found.body, "mandate", "new_body")
    return found


# Founding and closing.


def test_during_set_up_the_office_founds_a_body(network, manager):
    with looking(manager):
        board = actions.found_body(network, by=manager, name="Bestuurlijk platform", kind="executive_board")
        group = actions.found_body(
            network,
            by=manager,
            name=" Ouderenzorg ",
            kind=BodyKind.THEME_GROUP,
            parent=board,
            purpose="Zorg thuis",
        )
        again = actions.found_body(network, by=manager, name="Ouderenzorg", kind=BodyKind.THEME_GROUP)
        odd = actions.found_body(network, by=manager, name="!!!", kind=BodyKind.PANEL)
        taken = actions.found_body(network, by=manager, name="Standaard", kind=BodyKind.PANEL)
    assert (board.slug, group.slug, again.slug, odd.slug, taken.slug) == (
        "bestuurlijk-platform", "ouderenzorg", "ouderenzorg-2", "gremium", "standaard-2",
    )  # fmt: skip
    assert (group.name, group.method, group.parent, str(group)) == (
        "Ouderenzorg",
        "consent",
        board,
        "Ouderenzorg",
    )


def test_after_a_first_decision_only_a_decision_founds_a_body(network, manager, group):
    valid = make_valid_decision(group, "new_body")
    not_carried = make_decision(group, type="new_body")
    elsewhere = make_group()
    make_mandate(elsewhere.body, "new_body")
    foreign = make_valid_decision(elsewhere, "new_body")
    wrong = make_decision(group, type="p3")
    fields = {"by": manager, "name": "Taakgroep", "kind": "task_group"}
    with looking(manager):
        with refused("Voor een nieuw gremium is een geldig besluit nodig"):
            actions.found_body(network, **fields)
        for decision in (wrong, foreign):
            with refused("gaat niet over een nieuw gremium"):
                actions.found_body(network, **fields, founded_by=decision)
        with refused("is niet geldig: nog te nemen"):
            actions.found_body(network, **fields, founded_by=not_carried)
        body = actions.found_body(
            network, **fields, founded_by=valid, founded_on=TODAY(), term_until=date(2030, 1, 1)
        )
    assert body.founded_by == valid


def test_only_the_office_changes_bodies(network, group):
    body = group.body
    for person in (group.secretary, group.chair):
        with looking(person):
            for change in (
                lambda by: actions.found_body(network, by=by, name="X", kind="panel"),
                lambda by: actions.describe_body(body, by=by, name="X", purpose=""),
                lambda by: actions.close_body(body, by=by, reason="Weg"),
                lambda by: actions.add_seat(body, by=by, name="X"),
                lambda by: actions.end_seat(group.seats[0], by=by, until_on=TODAY(), reason="Weg"),
                lambda by: actions.seat_person(group.seats[0], by=by, person=by),
                lambda by: actions.grant_mandate(body, by=by, decision_types=["p1"], valid_from=TODAY()),
                lambda by: actions.default_governance(network, by=by),
            ):
                with refused("Alleen de netwerkmanager kan gremia, zetels en mandaten bijwerken"):
                    change(person)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kind": "club"}, "Deze soort gremium kennen wij niet: club"),
        ({"method": "dice"}, "Deze manier van besluiten kennen wij niet: dice"),
        ({"method": "delegated"}, "Deze manier van besluiten kennen wij niet"),
        ({"threshold_percent": 49}, "De drempel ligt tussen 50 en 100 procent"),
        ({"threshold_percent": 100}, "De drempel ligt tussen 50 en 100 procent"),
        ({"name": ""}, "Vul in: de naam"),
    ],
)
def test_a_body_that_makes_no_sense_is_refused(network, manager, wrong, words):
    with looking(manager), refused(words):
        actions.found_body(network, by=manager, **{"name": "Groep", "kind": "panel", **wrong})


def test_a_body_is_described_anew_and_keeps_its_address(manager, network):
    body = make_body(network, "Ouderenzorg")
    with looking(manager):
        body = actions.describe_body(body, by=manager, name="Ouderen thuis", purpose="Langer thuis")
    assert (body.name, body.slug, body.purpose) == ("Ouderen thuis", "ouderenzorg", "Langer thuis")


def test_closing_a_body_ends_its_mandates_seats_and_tenures_and_keeps_the_history(manager, group):
    mandate = group.body.mandates
    yesterday = TODAY() - timedelta(days=1)
    make_tenure(make_seat(group.body), make_member(group.network), from_on=TODAY() + timedelta(days=1))
    with looking(manager):
        body = actions.close_body(group.body, by=manager, reason="De opdracht is klaar", on=yesterday)
        assert body.is_closed
        assert composition(body, TODAY()) == []
        assert len(composition(body, yesterday - timedelta(days=1))) == 5
        assert set(mandate.values_list("valid_until", flat=True)) == {yesterday}
        with refused("is opgeheven. Er verandert niets meer aan"):
            actions.add_seat(body, by=manager, name="Nog een")
        with refused("Kies een ander gremium hierboven"):
            actions.found_body(group.network, by=manager, name="Onder", kind="panel", parent=body)
        assert not standing(group.people[0], group.network).seats


def test_a_body_does_not_close_while_something_waits_for_it(manager, group, network):
    child = make_body(network, "Taakgroep", parent=group.body)
    with looking(manager):
        with refused("Taakgroep staat onder"):
            actions.close_body(group.body, by=manager, reason="Klaar")
        with refused("vandaag of met een dag in het verleden"):
            actions.close_body(child, by=manager, reason="Klaar", on=TODAY() + timedelta(days=1))
        with refused("Vul in: de reden"):
            actions.close_body(child, by=manager, reason="")
    young = make_body(network, founded_on=TODAY())
    make_decision(group)
    with looking(manager):
        with refused("is ingesteld op"):
            actions.close_body(young, by=manager, reason="Klaar", on=TODAY() - timedelta(days=2))
        with refused("Er wachten nog 1 besluiten"):
            actions.close_body(group.body, by=manager, reason="Klaar")


# Seats and people.


def test_seats_are_numbered_and_dated(manager, network):
    body = make_body(network)
    partner = make_partner(network, "zgt")
    with looking(manager):
        chair = actions.add_seat(body, by=manager, name="Voorzitter", is_chair=True)
        seat = actions.add_seat(
            body, by=manager, name="ZGT", constituency="Ziekenhuizen", partner=partner, weight=Decimal(40)
        )
        assert (chair.position, seat.position, str(seat)) == (1, 2, f"ZGT ({body})")
        with refused("al een zetel voor de voorzitter"):
            actions.add_seat(body, by=manager, name="Nog een", is_chair=True)
        actions.end_seat(chair, by=manager, until_on=TODAY(), reason="Een ander zit voor")
        actions.add_seat(body, by=manager, name="Nieuwe voorzitter", is_chair=True, from_on=TODAY())
        with refused("Een gewicht ligt tussen 0 en 100"):
            actions.add_seat(body, by=manager, name="Zwaar", weight=Decimal(101))
        with refused("De laatste dag ligt vóór de eerste"):
            actions.add_seat(body, by=manager, name="Kort", from_on=TODAY(), until_on=TODAY())


def test_a_person_sits_and_leaves_and_the_history_stays(manager, group):
    seat, member = make_seat(group.body), make_member(group.network)
    with looking(member):
        assert not standing(member, group.network).seats
    with looking(manager):
        tenure = actions.seat_person(seat, by=manager, person=member, from_on=TODAY() - timedelta(days=30))
        assert str(tenure).startswith(member.name)
        with refused("zit in die tijd al op deze zetel"):
            actions.seat_person(seat, by=manager, person=make_member_of(group), from_on=TODAY())
        deputy = actions.seat_person(seat, by=manager, person=make_member_of(group), kind="deputy")
        assert deputy.kind == "deputy"
        tenure = actions.end_tenure(tenure, by=manager, reason="Andere baan")
        assert tenure.until_on == TODAY()
        with refused("zat hier al niet meer"):
            actions.end_tenure(tenure, by=manager)
        successor = make_member_of(group)
        actions.seat_person(seat, by=manager, person=successor)
        assert [t.person for t in seat.tenures.filter(kind="holder")] == [successor, member]


def make_member_of(group):
    return make_member(group.network)


@pytest.mark.parametrize("kind", ["guest", ""])
def test_a_person_sits_as_member_or_deputy(manager, group, kind):
    with looking(manager), refused("als lid of als plaatsvervanger"):
        actions.seat_person(group.seats[0], by=manager, person=manager, kind=kind)


def test_why_a_person_cannot_sit_there(manager, group):
    seat, member, outsider = make_seat(group.body), make_member(group.network), make_person()
    ended = make_seat(group.body, until_on=date(2024, 1, 1))
    with looking(manager):
        with refused("De laatste dag ligt vóór de eerste"):
            actions.seat_person(seat, by=manager, person=member, until_on=TODAY())
        with refused("Deze zetel bestaat dan niet"):
            actions.seat_person(ended, by=manager, person=member)
        with refused("geen lid van dit netwerk"):
            actions.seat_person(seat, by=manager, person=outsider)
        with refused("heeft in .* al een zetel met stem"):
            actions.seat_person(seat, by=manager, person=group.chair)
        actions.seat_person(seat, by=manager, person=group.chair, kind="deputy")  # standing in is allowed
        with refused("zit in die tijd al op deze zetel"):
            actions.seat_person(seat, by=manager, person=group.chair, kind="holder")
        with refused("De laatste dag ligt vóór de eerste"):
            actions.end_tenure(seat.tenures.get(), by=manager, until_on=date(2019, 1, 1))


def test_a_seat_can_be_taken_from_its_first_day_on_and_not_before(manager, group):
    body = make_body(group.network)
    with looking(manager):
        seat = actions.add_seat(body, by=manager, name="Secretaris", from_on=TODAY())
        member = make_member_of(group)
        with refused("Deze zetel bestaat dan niet"):
            actions.seat_person(seat, by=manager, person=member, from_on=TODAY() - timedelta(days=1))
        assert actions.seat_person(seat, by=manager, person=member).from_on == TODAY()


def test_a_second_seat_is_possible_once_the_first_is_left(manager, group):
    seat = make_seat(group.body)
    with looking(manager):
        actions.end_tenure(group.seats[0].tenures.get(), by=manager)
        assert actions.seat_person(seat, by=manager, person=group.people[0]).seat == seat


def test_ending_a_seat_lets_its_people_leave(manager, group):
    seat = make_seat(group.body, from_on=date(2021, 1, 1))
    make_tenure(seat, make_member(group.network), from_on=date(2021, 1, 1))
    make_tenure(seat, make_member(group.network), from_on=TODAY() + timedelta(days=1), kind="deputy")
    with looking(manager):
        with refused("De laatste dag ligt vóór de eerste"):
            actions.end_seat(seat, by=manager, until_on=date(2020, 6, 1), reason="Fout")
        actions.end_seat(seat, by=manager, until_on=TODAY(), reason="De partner is weg")
        assert list(seat.tenures.values_list("kind", "until_on")) == [("holder", TODAY())]


def test_the_database_keeps_one_holder_on_a_seat_and_one_chair_in_a_body(group):
    with as_platform(group.network):
        rows = [
            lambda: SeatTenure.objects.create(
                network=group.network, seat=group.seats[0], person=group.people[1], from_on=TODAY()
            ),
            lambda: Seat.objects.create(
                network=group.network, body=group.body, name="V", position=9, is_chair=True, from_on=TODAY()
            ),
        ]
        for row in rows:
            with pytest.raises(IntegrityError, match="at_a_time"), transaction.atomic():
                row()


# Mandates.


def test_during_set_up_a_mandate_says_where_it_comes_from(manager, network):
    body = make_body(network)
    with looking(manager):
        with refused("Vul in: waar dit mandaat vandaan komt"):
            actions.grant_mandate(body, by=manager, decision_types=["p1"], valid_from=TODAY())
        mandate = actions.grant_mandate(
            body,
            by=manager,
            decision_types=["p1", "p1"],
            stages=["screening"],
            valid_from=TODAY(),
            note="Convenant",
        )
    assert mandate.decision_types == ["p1"]
    assert str(mandate) == f"{body}: p1"


def test_after_that_only_a_valid_decision_about_mandates_grants_one(manager, group):
    about_it = Subject("body", group.body.pk, "Groep")
    other = make_body(group.network)
    wrong = make_decision(group, type="p3")
    decision = make_valid_decision(group, "mandate", subject=about_it)
    grant = {"by": manager, "decision_types": ["p3"], "valid_from": TODAY()}
    with looking(manager):
        with refused("Voor een mandaat is een geldig besluit nodig"):
            actions.grant_mandate(group.body, **grant, note="Zomaar")
        with refused("gaat niet over een mandaat"):
            actions.grant_mandate(group.body, **grant, source_decision=wrong)
        with refused("gaat over een ander gremium"):
            actions.grant_mandate(other, **grant, source_decision=decision)
        mandate = actions.grant_mandate(group.body, **grant, source_decision=decision)
        assert mandate.source_decision == decision
        with refused("Een mandaat geldt niet met terugwerkende kracht"):
            actions.grant_mandate(
                group.body, **{**grant, "valid_from": TODAY() - timedelta(days=1)}, source_decision=decision
            )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"decision_types": ["p9"]}, "kennen wij niet in een mandaat: p9"),
        ({"decision_types": []}, "Kies waarover het gremium mag besluiten"),
        ({"stages": ["limbo"]}, "limbo"),
        ({"consents": ["mother"]}, "mother"),
        ({"delegated_to": "king"}, "king"),
        ({"method": "dice"}, "dice"),
        ({"ceiling_eur": Decimal(-1)}, "Een bedrag is niet minder dan nul"),
        ({"valid_until": date(2020, 1, 1)}, "De einddatum ligt vóór of op de begindatum"),
    ],
)
def test_a_mandate_that_makes_no_sense_is_refused(manager, network, wrong, words):
    fields = {"decision_types": ["p1"], "valid_from": TODAY(), "note": "Set-up", **wrong}
    body = make_body(network)
    with looking(manager), refused(words):
        actions.grant_mandate(body, by=manager, **fields)


def test_a_mandate_ends_by_decision_and_never_in_the_past(manager, group):
    mandate = make_mandate(group.body, "p3")
    decision = make_valid_decision(group, "mandate")
    end = {"by": manager, "reason": "Evaluatie", "source_decision": decision}
    tomorrow = TODAY() + timedelta(days=1)
    with looking(manager):
        with refused("Een mandaat eindigt niet in het verleden"):
            actions.end_mandate(mandate, valid_until=TODAY() - timedelta(days=1), **end)
        with refused("Voor een mandaat is een geldig besluit nodig"):
            actions.end_mandate(mandate, valid_until=tomorrow, by=manager, reason="Evaluatie")
        with refused("Vul in: de reden"):
            actions.end_mandate(mandate, valid_until=tomorrow, **{**end, "reason": ""})
        ended = actions.end_mandate(mandate, valid_until=tomorrow, **end)
        assert ended.valid_until == tomorrow
        with refused("Dit mandaat eindigt al op"):
            actions.end_mandate(mandate, valid_until=tomorrow, **end)
    future = make_mandate(group.body, "p4", valid_from=tomorrow)
    with looking(manager), refused("De einddatum ligt vóór"):
        actions.end_mandate(future, valid_until=tomorrow, **end)


def granted_by(group, manager, decision: Decision, *types: str, **facts) -> list[Mandate]:
    """A mandate for each type, out of one decision."""
    with looking(manager):
        return [
            actions.grant_mandate(
                group.body,
                by=manager,
                decision_types=[one],
                valid_from=TODAY(),
                source_decision=decision,
                **facts,
            )
            for one in types
        ]


def test_a_decision_that_ends_all_that_an_earlier_one_granted_takes_its_place_on_that_day(manager, group):
    make_mandate(group.body, "mandate")
    first, second = make_valid_decision(group, "mandate"), make_valid_decision(group, "mandate")
    tomorrow = TODAY() + timedelta(days=1)
    end = {"by": manager, "reason": "Evaluatie", "valid_until": tomorrow, "source_decision": second}
    mandates = granted_by(group, manager, first, "p1", "p3")
    with looking(manager):
        actions.end_mandate(mandates[0], **end)
        assert Decision.objects.get(pk=second.pk).supersedes is None
        actions.end_mandate(mandates[1], **end)
        assert Decision.objects.get(pk=second.pk).supersedes == first
        assert [about(one).first().verb for one in (first, second)] == ["replaced", "replaces"]
        rows = Decision.objects.filter(pk=first.pk)
        assert [rows.with_replacement(day).get().replaced_by for day in (TODAY(), tomorrow)] == [
            None,
            second.number,
        ]
    page = text(Browser(group.network, manager).get(f"besluiten/{first.number}/"))
    assert f"Dit besluit wordt vervangen op {dutch_date(tomorrow)}." in page


def test_it_takes_that_place_also_when_the_longest_is_ended_before_the_others(manager, group):
    make_mandate(group.body, "mandate")
    first, second, third = (make_valid_decision(group, "mandate") for _ in range(3))
    longest, shorter = granted_by(group, manager, first, "p1", "p3")
    months, end = TODAY() + timedelta(days=60), {"by": manager, "reason": "Evaluatie"}
    with looking(manager):
        actions.end_mandate(longest, valid_until=months, source_decision=second, **end)
        assert not Decision.objects.filter(supersedes=first).exists(), "a mandate goes on"
        actions.end_mandate(shorter, valid_until=TODAY() + timedelta(days=1), source_decision=third, **end)
        assert Decision.objects.get(pk=second.pk).supersedes == first
        assert Decision.objects.get(pk=third.pk).supersedes is None
        words = {line.source for line in mandates_in_words(group.body, TODAY())}
    assert sum(f"Beëindigd met besluit {second.number}." in one for one in words) == 1


def test_a_mandate_that_lasts_longer_keeps_its_decision_and_so_does_a_body_that_was_founded(manager, group):
    make_mandate(group.body, "mandate")
    first, other, second = (make_valid_decision(group, "mandate") for _ in range(3))
    end = {"by": manager, "reason": "Evaluatie", "source_decision": second}
    [short] = granted_by(group, manager, first, "p1")
    granted_by(group, manager, first, "p3", valid_until=TODAY() + timedelta(days=365))
    [only] = granted_by(group, manager, other, "p4")
    make_body(group.network, founded_by=other)
    with looking(manager):
        for mandate in (short, only):
            actions.end_mandate(mandate, valid_until=TODAY() + timedelta(days=90), **end)
        assert Decision.objects.get(pk=second.pk).supersedes is None


def test_a_decision_takes_the_place_of_one_other_however_many_pages_are_open(manager, group):
    make_mandate(group.body, "mandate")
    first, other, second = (make_valid_decision(group, "mandate") for _ in range(3))
    end = {"by": manager, "reason": "Evaluatie", "valid_until": TODAY() + timedelta(days=1)}
    mandates = [*granted_by(group, manager, first, "p1"), *granted_by(group, manager, other, "p3")]
    with looking(manager):
        seen = [Decision.objects.select_related("network").get(pk=second.pk) for _ in mandates]
        for mandate, as_it_was in zip(mandates, seen, strict=True):
            actions.end_mandate(mandate, source_decision=as_it_was, **end)
        assert Decision.objects.get(pk=second.pk).supersedes == first
        with refused("vervangt al een ander besluit"):
            actions.replace_decision(seen[1], earlier=other, by=manager)
