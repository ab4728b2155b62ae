"""What the demo holds after loading, counted by hand from its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from schakel.demo import content, loading
from schakel.demo.queries import demo_people
from schakel.governance.models import Body, Condition, ConsentRequest, Decision, Meeting, SeatTenure, Vote
from schakel.initiatives.models import Assessment, Commitment, Initiative, PartnerView
from schakel.network.models import Membership, Network, Partner
from schakel.people.models import Person
from schakel.tenancy.context import system


@pytest.fixture
def linde(demo: None) -> Iterator[Network]:
    network = Network.objects.get(slug="de-linde")
    with system(network.pk):
        yield network


def stages(network: Network) -> dict[str, str]:
    return {row.title: row.stage for row in Initiative.objects.of(network)}


@pytest.mark.slow
def test_eighteen_ideas_stand_across_the_stages(linde: Network) -> None:
    assert Counter(stages(linde).values()) == {
        "submitted": 3,
        "screening": 2,
        "exploration": 2,
        "preparation": 2,
        "awaiting_funding": 1,
        "pilot": 1,
        "execution": 1,
        "finished": 1,
        "explored": 1,
        "parked": 1,
        "rejected": 1,
        "merged": 1,
        "referred": 1,
    }


@pytest.mark.slow
def test_a_start_waits_for_the_consent_of_the_insurer(linde: Network) -> None:
    decision = Decision.objects.of(linde).get(type="p3", title__contains="tijdelijk bed")
    assert decision.status == "provisional"
    waiting = ConsentRequest.objects.of(linde).filter(decision=decision, state="asked")
    assert [str(one.partner) for one in waiting] == ["Zorgverzekeraar Lindeblad"]
    assert stages(linde)["Een tijdelijk bed zonder rondbellen"] == "preparation"


@pytest.mark.slow
def test_the_pilot_has_one_condition_met_and_one_late(linde: Network) -> None:
    today = timezone.localdate()
    conditions = Condition.objects.of(linde).exclude(decision__type="growth_step")
    assert sorted(one.is_late(today) for one in conditions) == [False, True]
    assert conditions.filter(met_on__isnull=False).count() == 1


@pytest.mark.slow
def test_a_group_meets_today_with_a_decision_on_its_agenda(linde: Network) -> None:
    meeting = Meeting.objects.of(linde).get(status="agenda")
    assert meeting.held_on == timezone.localdate()
    assert meeting.items.filter(decision__status="open").count() == 1


@pytest.mark.slow
def test_screening_is_half_done(linde: Network) -> None:
    row = Initiative.objects.of(linde).get(title__startswith="Een kijkje bij de voordeur")
    assert (row.invitations.count(), row.assessments.count()) == (6, 3)
    weighed = Initiative.objects.of(linde).get(title__startswith="Wandelen")
    assert (weighed.invitations.count(), weighed.assessments.count()) == (4, 2)
    assert {one.criteria_set.kind for one in weighed.invitations.all()} == {"weighed"}


@pytest.mark.slow
def test_partners_gave_their_view_and_some_did_not_yet(linde: Network) -> None:
    row = Initiative.objects.of(linde).get(title="Niet alleen wachten")
    assert PartnerView.objects.of(linde).given().filter(exploration__initiative=row).count() == 7


@pytest.mark.slow
def test_one_partner_still_has_to_answer_and_one_answered_differently(linde: Network) -> None:
    row = Initiative.objects.of(linde).get(title__startswith="De medicijnlijst")
    assert Counter(row.commitments.values_list("status", flat=True)) == {
        "confirmed": 3,
        "asked": 2,
        "amended": 1,
    }
    assert Commitment.objects.of(linde).count() == 19


@pytest.mark.slow
def test_the_parked_idea_comes_back_within_three_weeks(linde: Network) -> None:
    row = Initiative.objects.of(linde).get(stage="parked")
    assert row.wake_on is not None
    assert 0 < (row.wake_on - timezone.localdate()).days <= 22


@pytest.mark.slow
def test_the_network_is_furnished_as_its_files_say(linde: Network) -> None:
    bodies = content.linde("bodies")["bodies"]
    partners = content.linde("network")["partners"]
    assert Partner.objects.of(linde).counted().count() == 14
    under = 3 + 4  # three municipalities and four sites of mental health care stand under one partner each
    assert Partner.objects.of(linde).count() == len(partners) + under
    assert Body.objects.of(linde).count() == len(bodies) == 8
    sat = sum(("holder" in seat) + ("deputy" in seat) for body in bodies for seat in body["seats"])
    assert SeatTenure.objects.of(linde).count() == sat
    assert Meeting.objects.of(linde).count() == 24
    assert Membership.objects.of(linde).count() == 36 + 1  # the demo's own account
    # 14 intakes, 23 gates, a topic the group named, a gate on today's agenda, 6 about the network itself
    assert Decision.objects.of(linde).count() == 14 + 23 + 1 + 1 + 6
    assert Assessment.objects.of(linde).filter(is_recused=True).count() == 1


@pytest.mark.slow
def test_who_could_decide_differs_before_and_after_the_mandate_grew(linde: Network) -> None:
    ceilings = Body.objects.of(linde).get(slug="spoedzorg").mandates.filter(decision_types__contains=["p3"])
    grew_on = Decision.objects.of(linde).get(type="mandate").decided_on
    assert grew_on is not None
    by_ceiling = {int(one.ceiling_eur): one for one in ceilings}
    assert by_ceiling[25_000].valid_until == by_ceiling[50_000].valid_from == grew_on
    assert by_ceiling[50_000].source_decision is not None


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["nieuwegein", "stad-en-ommeland", "twente-beter", "zenderen"])
def test_nothing_is_invented_about_the_real_networks(demo: None, slug: str) -> None:
    network = Network.objects.get(slug=slug)
    with system(network.pk):
        assert not network.is_example
        assert Vote.objects.of(network).count() == 0
        assert SeatTenure.objects.of(network).count() == 0
        assert [str(one.person) for one in Membership.objects.of(network)] == [loading.OFFICE]


@pytest.mark.slow
def test_the_demo_page_names_people_of_both_made_up_networks(demo: None) -> None:
    people = demo_people()
    assert people[0].name == loading.OFFICE
    assert {one.network_name for one in people} == {"Zorgnetwerk De Linde", "Zorgnetwerk De Wilg"}
    assert len(people) == 22
    assert all(one.role_words for one in people)


@pytest.mark.slow
def test_loading_again_changes_nothing(demo: None, capsys: pytest.CaptureFixture[str]) -> None:
    before = Person.objects.count()
    call_command("demo", "load")
    assert Person.objects.count() == before
    assert "De demo staat klaar" in capsys.readouterr().out
    call_command("demo", "load", "--if-empty")
    assert capsys.readouterr().out.strip() == "De demo staat er al."


@pytest.mark.parametrize("deed", ["load", "people", "scale"])
def test_outside_a_demo_nothing_made_up_comes_in(db: None, settings: object, deed: str) -> None:
    settings.IS_DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="Dit is geen demo"):
        call_command("demo", deed)
    assert not Person.objects.exists()


def test_the_people_are_named_at_the_terminal(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    Person.objects.create_user(
        "a@voorbeeld.example", name="Anna Voorbeeld", is_demo=True, demo_words="Doet iets."
    )
    Person.objects.create_user("b@voorbeeld.example", name="Bo Voorbeeld", is_demo=True)
    call_command("demo", "people")
    assert capsys.readouterr().out == "Anna Voorbeeld  Doet iets.\n"
