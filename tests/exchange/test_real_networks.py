"""The four real networks load whole; every number here was counted by hand in their public sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction

from schakel.exchange.actions import load_network
from schakel.exchange.network_file import open_network_file
from schakel.exchange.report import Report
from schakel.governance.models import Body, Mandate, Seat
from schakel.initiatives.models import Initiative, StoryEvent
from schakel.network.models import (
    Agreement,
    Ambition,
    Area,
    ContributionTier,
    CriteriaSet,
    GrowthNeed,
    Network,
    NetworkEvent,
    Organisation,
    Partner,
    Theme,
)
from schakel.network.queries.told import told_initiatives
from schakel.tenancy.context import system

FOLDER = Path(__file__).parents[2] / "src" / "schakel" / "demo" / "networks"

pytestmark = pytest.mark.django_db

#: partners, members under them, participants, themes, areas, bodies of the source, ambitions, criteria, events,
#: initiatives, groups of facts
COUNTED_BY_HAND = {
    "zenderen": (19, 14, 3, 5, 18, 5, 4, 7, 5, 5, 2),
    "twente-beter": (6, 0, 0, 0, 1, 0, 0, 0, 0, 1, 4),
    "stad-en-ommeland": (6, 0, 0, 0, 0, 0, 0, 0, 1, 0, 11),
    "nieuwegein": (15, 0, 0, 0, 6, 7, 0, 0, 1, 1, 6),
}


def load(slug: str, **options: bool) -> Report:
    """Load one of the four files."""
    return load_network(open_network_file(FOLDER / f"{slug}.yaml"), **options)


@pytest.mark.parametrize("slug", COUNTED_BY_HAND)
def test_a_real_network_loads_with_all_its_facts(slug: str) -> None:
    load(slug)
    network = Network.objects.get(slug=slug)
    with system(network.pk):
        criteria = CriteriaSet.objects.of(network).filter(is_default=False)
        found = (
            Partner.objects.of(network).counted().count(),
            Partner.objects.of(network).filter(member_of__isnull=False).count(),
            Partner.objects.of(network).participants().count(),
            Theme.objects.of(network).count(),
            Area.objects.of(network).count(),
            Body.objects.of(network).filter(is_default=False).count(),
            Ambition.objects.of(network).count(),
            sum(one.criteria.count() for one in criteria),
            NetworkEvent.objects.of(network).count(),
            len(network.facts.get("initiatives", [])),
            len(network.facts.get("facts", [])),
        )
    assert found == COUNTED_BY_HAND[slug]


@pytest.mark.parametrize("slug", COUNTED_BY_HAND)
def test_loading_again_changes_nothing_and_says_so(slug: str) -> None:
    first = load(slug)
    second = load(slug)
    assert first.is_new
    assert not second.is_new
    assert second.is_without_effect
    assert second.only_in_platform == []
    assert second.deviating == []
    assert "Er verandert niets: alles uit het bestand staat al in het platform." in "\n".join(second.lines())


def test_the_mental_health_group_of_zenderen_has_its_ten_seats_and_no_people() -> None:
    load("zenderen")
    network = Network.objects.get(slug="zenderen")
    with system(network.pk):
        seats = Seat.objects.of(network).filter(body__slug="ggz")
        assert {seat.partner.slug for seat in seats.select_related("partner")} == {
            *("dimence", "fea", "lhv-twente", "mediant", "menzis", "zgt", "mst", "tactus", "thoon"),
            "vrijgevestigden-ggz-twente",
        }
        assert not any(seat.tenures.exists() for seat in seats)


def test_the_seven_criteria_of_zenderen_keep_their_rule_preference_and_references() -> None:
    load("zenderen")
    network = Network.objects.get(slug="zenderen")
    with system(network.pk):
        agreement = Agreement.objects.of(network).get()
        criteria = {one.code: one for one in agreement.criteria_sets.get().criteria.all()}
    assert list(criteria) == ["C1", "C2", "C3", "C4", "C5", "C6", "C7"]
    assert criteria["C5"].rule == "at_least_two_partners"
    assert criteria["C6"].preference == "effect voor heel Twente"
    assert criteria["C3"].refers_to == ["A1", "A2", "A3", "A4"]
    assert all(one.is_knockout for one in criteria.values())


def test_a_date_keeps_how_exactly_the_source_knows_it() -> None:
    load("zenderen")
    network = Network.objects.get(slug="zenderen")
    with system(network.pk):
        told = {event.key: event.happened_in_words for event in NetworkEvent.objects.of(network)}
    assert told == {
        "zenderen-1": "2012",
        "zenderen-2": "2014",
        "zenderen-3": "14 oktober 2015",
        "wachttijden-en-ecms": "2016",
        "partners-verdubbeld": "drie jaar tot de bron",
    }
    assert network.started_in_words == "2012"


def test_an_organisation_in_two_networks_is_one_organisation() -> None:
    load("zenderen")
    load("twente-beter")
    for key in ("samen14", "menzis", "mst", "ggd-twente"):
        organisation = Organisation.objects.get(key=key)
        n_partners = 0
        for network in Network.objects.all():
            with system(network.pk):
                n_partners += Partner.objects.of(network).filter(organisation=organisation).count()
        assert n_partners == 2, key
    beter = Network.objects.get(slug="twente-beter")
    with system(beter.pk):
        assert Partner.objects.of(beter).get(slug="samen14").name == "Twentse gemeenten"
    assert Organisation.objects.get(key="samen14").name == "Samen14"


def test_what_the_source_does_not_say_is_added_and_labelled_as_a_default() -> None:
    report = load("zenderen")
    network = Network.objects.get(slug="zenderen")
    with system(network.pk):
        assert [body.name for body in Body.objects.of(network).filter(is_default=True)] == [
            "Bestuurlijk platform"
        ]
        mandates = Mandate.objects.of(network)
        assert {mandate.body.slug for mandate in mandates.select_related("body")} == {
            *("eerste-en-tweede-lijn", "spoedzorg", "ouderenzorg", "ggz", "jgz", "bestuurlijk-platform")
        }
        assert all("Standaard, niet uit de bron" in mandate.note for mandate in mandates)
    assert "gremium Bestuurlijk platform" in report.defaults
    assert "mandaten van Ouderenzorg" in report.defaults


@pytest.mark.parametrize("slug", ["twente-beter", "stad-en-ommeland"])
def test_a_network_that_names_no_body_can_decide_by_default(slug: str) -> None:
    load(slug)
    network = Network.objects.get(slug=slug)
    with system(network.pk):
        body = Body.objects.of(network).get()
        assert body.is_default
        assert body.kind == "executive_board"
        assert body.mandates.exists()
        assert CriteriaSet.objects.of(network).get().is_default


def test_nieuwegein_decides_in_its_own_board_and_has_a_task_group_in_every_zone() -> None:
    load("nieuwegein")
    network = Network.objects.get(slug="nieuwegein")
    with system(network.pk):
        assert not Body.objects.of(network).filter(is_default=True).exists()
        assert Mandate.objects.of(network).filter(body__slug="bestuurlijk-overleg").exists()
        groups = Body.objects.of(network).filter(kind="task_group").select_related("area__parent")
        assert [group.area.name for group in groups] == ["Zone 1", "Zone 2", "Zone 3", "Zone 4", "Zone 5"]
        assert {group.area.parent.cbs_code for group in groups} == {"GM0356"}
        centres = Partner.objects.of(network).get(slug="gezondheidscentra-nieuwegein")
    assert (centres.n_organisations, centres.n_planned) == (4, 2)


def test_what_was_explored_and_done_becomes_history_in_the_portfolio() -> None:
    load("zenderen")
    network = Network.objects.get(slug="zenderen")
    with system(network.pk):
        found = {
            row.key: row for row in Initiative.objects.of(network).select_related("theme", "successor_of")
        }
        assert {key: row.stage for key, row in found.items()} == {
            "expertiseteam-geriatrie": "stopped",
            "vaste-specialist-ouderengeneeskunde": "finished",
            "wachttijden-ggz": "stopped",
            "flowchart-dementie": "finished",
            "ecms": "execution",
        }
        assert all(row.is_historic for row in found.values())
        states = {
            one.name: one.state_word for one in told_initiatives(network.facts["initiatives"], (), (), ())
        }
        assert states["Wachttijden ggz"] == found["wachttijden-ggz"].public_label == "Gestopt"
        assert {key: row.return_stage for key, row in found.items() if row.stage == "stopped"} == {
            "expertiseteam-geriatrie": "pilot",
            "wachttijden-ggz": "",
        }
        assert found["vaste-specialist-ouderengeneeskunde"].successor_of == found["expertiseteam-geriatrie"]
        assert (
            found["expertiseteam-geriatrie"].public_reason
            == "De stuurgroep stopte de pilot en koos een praktische weg"
        )
        ecms = found["ecms"]
        assert (ecms.number[:6], ecms.theme.slug, ecms.started_on.isoformat()) == (
            "I-2016",
            "eerste-en-tweede-lijn",
            "2016-04-01",
        )
        parts = {row.partner.slug: row.part for row in ecms.taking_part.select_related("partner")}
        assert parts == {
            **dict.fromkeys(["mst", "zgt", "fea", "thoon", "menzis"], "initiator"),
            "roset": "executor",
        }
        told = [event.title for event in ecms.story.all()]
        assert set(told) == {"Begonnen", "Afspraken", "Cijfers in de bron", "Borging"}
        assert "Onze duiding: het thema" in ecms.source


def story_of(slug: str, key: str) -> dict[str, StoryEvent]:
    """The story of one initiative of a real network, by title."""
    load(slug)
    network = Network.objects.get(slug=slug)
    with system(network.pk):
        return {event.title: event for event in Initiative.objects.of(network).get(key=key).story.all()}


def test_the_pilot_of_the_geriatric_team_tells_its_four_forms_and_its_eight_practices() -> None:
    told = story_of("zenderen", "expertiseteam-geriatrie")
    assert told["Vormen"].text.count("\n") == 3
    assert "huisartsenpraktijken in de pilot: 8" in told["Cijfers in de bron"].text
    assert told["Vormen"].happened_on is None
    assert "Begonnen" not in told
    told = story_of("zenderen", "ecms")
    assert "huisarts verwacht zelf verder te behandelen: 88 %" in told["Cijfers in de bron"].text
    assert "echt bij de huisarts gebleven: 77 %" in told["Cijfers in de bron"].text


def test_a_subsidy_keeps_its_number_and_term_and_says_where_the_source_is_silent() -> None:
    told = story_of("twente-beter", "startimpuls")["Subsidie"]
    assert "Dossiernummer: 10100011910016" in told.text
    assert "Looptijd: 2019 – 2020" in told.text
    assert "Verslag: niet in de bron" in told.text
    assert "onze duiding, niet uit de bron" in told.text
    assert (told.happened_on.isoformat(), told.precision) == ("2019-01-01", "year")
    told = story_of("nieuwegein", "meedoen-in-de-wijk")["Subsidie"]
    assert "Dossiernummer: 154012201" in told.text
    assert "Verslag: eindverslag; publicatie over meedoen in de wijk" in told.text


def test_our_own_reading_stays_marked_as_such() -> None:
    load("zenderen")
    load("stad-en-ommeland")
    zenderen, stad = Network.objects.get(slug="zenderen"), Network.objects.get(slug="stad-en-ommeland")
    assert zenderen.is_growth_stage_inferred
    assert not stad.is_growth_stage_inferred
    inferred = {one["key"] for one in zenderen.facts["initiatives"] if one.get("theme_inferred")}
    assert inferred == {"flowchart-dementie", "ecms", "vaste-specialist-ouderengeneeskunde"}
    with system(stad.pk):
        assert all(need.is_inferred for need in GrowthNeed.objects.of(stad))


def test_stad_en_ommeland_brings_its_growth_path_and_nothing_of_it_is_met() -> None:
    report = load("stad-en-ommeland")
    network = Network.objects.get(slug="stad-en-ommeland")
    with system(network.pk):
        needs = list(GrowthNeed.objects.of(network))
        tiers = {tier.kind: tier for tier in ContributionTier.objects.of(network)}
    assert [
        sum(need.stage == stage for need in needs) for stage in ("forming", "established", "regional")
    ] == [3, 5, 3]
    assert not any(need.is_met for need in needs)
    assert {kind: len(tier.who) for kind, tier in tiers.items()} == {
        "value": 3,
        "preconditions": 5,
        "conditions": 2,
    }
    assert tiers["conditions"].text == "mandaat en regionale afstemming"
    assert not any("groeipad" in line for line in report.unused)


def test_a_dry_run_tells_the_same_and_writes_nothing() -> None:
    told = load("zenderen", dry_run=True)
    assert not Network.objects.filter(slug="zenderen").exists()
    assert not Organisation.objects.exists()
    assert list(load("zenderen").lines()) == list(told.lines())


def test_real_networks_get_no_people() -> None:
    from schakel.people.models import Person

    for slug in COUNTED_BY_HAND:
        load(slug)
    assert not Person.objects.exists()


def test_loading_in_an_outer_transaction_that_fails_leaves_nothing() -> None:
    def power_cut() -> None:
        with transaction.atomic():
            load("zenderen")
            raise RuntimeError("stroom weg")

    with pytest.raises(RuntimeError, match="stroom weg"):
        power_cut()
    assert not Network.objects.filter(slug="zenderen").exists()
