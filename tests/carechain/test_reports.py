"""A provider fills in its waits: what is refused where, corrections beside the old, and who may."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.carechain import actions
from schakel.carechain.models import DataPurpose, WaitFactors, WaitReport
from schakel.carechain.rules import Factors, Waited, why_not_factors, why_not_month, why_not_waited
from schakel.journal.models import Entry
from schakel.measuring.rules.periods import moved
from schakel.network.models import Partner
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import make_purpose
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db
FILL = "keten/wachttijden-ggz/invullen/"
GRID = {
    "unit": "weeks",
    "seen": "",
    "mean_wait-A": "6,2",
    "n_started-A": "34",
    "within_percent-A": "41%",
    "n_waiting-A": "120",
    "n_professionals-S": "45",
    "vacancies_fte-S": "3,5",
}


def last_month() -> date:
    return moved("month", timezone.localdate().replace(day=1), -1)


@pytest.fixture
def provider():
    """A network with a purpose, and somebody of a provider in it."""
    network = make_network()
    make_purpose(network)
    partner = make_partner(network, "ggz-de-brug")
    return Browser(network, make_member(network, Role.PROFESSIONAL, partner=partner))


def standing(network) -> list[tuple]:
    with as_platform(network):
        rows = WaitReport.objects.counting().order_by("phase")
        return [(one.phase, one.mean_wait, one.n_started, one.within_percent, one.n_waiting) for one in rows]


def test_a_month_is_filled_in_at_once_and_the_same_again_changes_nothing(provider) -> None:
    network = provider.network
    assert provider.post(FILL, **GRID).status_code == 302
    assert standing(network) == [("A", Decimal("6.20"), 34, Decimal("41.00"), 120)]
    with as_platform(network):
        factors = WaitFactors.objects.get()
        assert (factors.n_professionals, factors.fte, factors.vacancies_fte) == (45, None, Decimal("3.50"))
        assert factors.month_on == last_month()
    assert "Er is niets veranderd" in text(provider.client.get(provider.post(FILL, **GRID)["Location"]))
    with as_platform(network):
        assert WaitReport.objects.count() == 1
        assert Entry.objects.filter(verb="reported").count() == 2


def test_the_third_free_slot_is_of_no_person_and_of_one_phase(provider) -> None:
    """A provider may tell of its diary alone; of both phases together there is no slot to fill in."""
    page = text(provider.get(FILL))
    assert "derde vrije plek" in page
    assert 'name="slot_wait-B"' in page
    assert 'name="slot_wait-T"' not in page
    assert provider.post(FILL, unit="days", seen="", **{"slot_wait-B": "61"}).status_code == 302
    with as_platform(provider.network):
        [told] = WaitReport.objects.all()
        assert (told.phase, told.slot_wait, told.n_started) == ("B", Decimal(61), None)
        assert (told.told.slot_days("days"), told.told.slot_days("weeks")) == (61, 427)
    late = provider.post(FILL, unit="weeks", seen="B=1", **{"slot_wait-B": "9", "slot_wait-A": "300"})
    assert late.status_code == 422
    assert "Klopt de eenheid" in text(late)
    wrong = actions.ReportedPhase("T", Waited(slot_wait=Decimal(3)), "weeks")
    with as_platform(provider.network):
        purpose, partner = DataPurpose.objects.get(), Partner.objects.get(slug="ggz-de-brug")
    manager = make_member(provider.network, Role.MANAGER)
    with looking(manager), pytest.raises(Refused, match="niet voor beide samen"):
        actions.report_waits(purpose, partner, by=manager, month_on=last_month(), phases=[wrong])


def test_a_correction_needs_a_reason_and_stands_beside_the_old(provider) -> None:
    provider.post(FILL, **GRID)
    other = {**GRID, "seen": "A=1 S=1", "n_started-A": "36"}
    answer = provider.post(FILL, **other)
    assert answer.status_code == 422
    assert "Schrijf op waarom u het verbetert" in text(answer)
    assert 'value="36"' in text(answer), "nothing that was typed is lost"
    assert provider.post(FILL, **other, reason="Twee mensen dubbel").status_code == 302
    assert standing(provider.network)[0][2] == 36
    page = text(provider.get(FILL))
    assert "6,2 / 34 / 41 / 120 / – (weken)" in page
    assert "Wat er eerder stond" in page
    empty = {**dict.fromkeys(GRID, ""), "seen": "A=2 S=1", "reason": "Verkeerde maand"}
    assert provider.post(FILL, **empty).status_code == 302
    assert standing(provider.network) == [("A", None, None, None, None)]


def test_who_saw_an_older_version_is_told_what_stands_there_now(provider) -> None:
    provider.post(FILL, **GRID)
    late = provider.post(FILL, **{**GRID, "mean_wait-A": "7"}, reason="Nieuwe telling")
    assert late.status_code == 422
    assert "Iemand anders veranderde dit intussen" in text(late)
    assert "Er staat nu: 6,2 / 34 / 41 / 120 / –." in text(late)
    assert standing(provider.network)[0][1] == Decimal("6.20")


def test_each_wrong_row_says_what_is_wrong_and_nothing_is_kept(provider) -> None:
    wrong = {
        **GRID,
        "mean_wait-B": "lang",
        "n_started-T": "12",
        "fte-S": "-1",
        "n_waiting-A": "1,5",
    }
    answer = provider.post(FILL, **wrong)
    page = text(answer)
    assert answer.status_code == 422
    assert "Dit is geen getal" in page
    assert "Vul ook de gemiddelde wachttijd in van deze mensen" in page
    assert "Een aantal fte ligt tussen 0 en 20.000" in page
    assert "Een aantal mensen is een heel getal" in page
    assert standing(provider.network) == []


def test_a_group_stands_apart_from_everybody(provider) -> None:
    provider.post(FILL, **GRID)
    where = f"/{provider.network.slug}/{FILL}?voor=diagnosegroep&groep=Angst"
    assert provider.client.post(where, {**GRID, "mean_wait-A": "9"}).status_code == 302
    with as_platform(provider.network):
        told = WaitReport.objects.order_by("split").values_list("split", "split_name", "mean_wait")
        assert list(told) == [("", "", Decimal("6.20")), ("diagnosis", "Angst", Decimal("9.00"))]
        assert WaitFactors.objects.count() == 1
    assert '<option value="Angst">' in text(provider.client.get(where))


def test_own_people_only_and_not_before_there_is_a_purpose() -> None:
    network = make_network()
    own, other = make_partner(network, "eigen"), make_partner(network, "ander")
    browser = Browser(network, make_member(network, Role.REPRESENTATIVE, partner=own))
    assert "Eerst de afspraak" in text(browser.get(FILL))
    assert browser.post(FILL, **GRID).status_code == 200
    purpose = make_purpose(network)
    assert standing(network) == []
    assert browser.get(FILL, aanbieder="ander").status_code == 403
    assert Browser(network, make_member(network, Role.READER)).get(FILL).status_code == 403
    manager = Browser(network, make_member(network, Role.MANAGER))
    assert "Van welke aanbieder?" in text(manager.get(FILL))
    assert "Rooster met wachttijden" in text(manager.get(FILL, aanbieder="ander"))
    report = actions.ReportedPhase("A", Waited(Decimal(5), 12), "weeks")
    with looking(browser_person := make_member(network, Role.PROFESSIONAL, partner=own)):
        with pytest.raises(Refused, match="Alleen"):
            actions.report_waits(purpose, other, by=browser_person, month_on=last_month(), phases=[report])
        with pytest.raises(Refused, match="nog niet voorbij"):
            actions.report_waits(
                purpose, own, by=browser_person, month_on=moved("month", last_month(), 1), phases=[report]
            )
    elsewhere = make_partner(make_network(), "elders")
    with (
        looking(manager_person := make_member(network, Role.MANAGER)),
        pytest.raises(Refused, match="ander netwerk"),
    ):
        actions.report_waits(purpose, elsewhere, by=manager_person, month_on=last_month(), phases=[report])


def test_the_grid_asks_as_much_for_many_partners(provider) -> None:
    manager = Browser(provider.network, make_member(provider.network, Role.MANAGER))
    path = f"{FILL}?aanbieder=ggz-de-brug"
    before = questions(manager, path)
    for at in range(4):
        make_partner(provider.network, f"nog-een-{at}")
    provider.post(FILL, **GRID)
    assert questions(manager, path) == before


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Waited(Decimal(-1), 5), "niet korter dan 0"),
        (Waited(Decimal(300), 5), "Klopt de eenheid"),
        (Waited(Decimal(5)), "Vul ook de instroom in"),
        (Waited(Decimal(5), 10, Decimal(101)), "tussen 0 en 100"),
        (Waited(None, None, Decimal(50)), "van hoeveel mensen"),
        (Waited(Decimal(5), 10, Decimal(100)), "Iedereen binnen de norm"),
        (Waited(Decimal(4), 10, Decimal(0)), "Niemand binnen de norm"),
        (Waited(Decimal(4), 200_000), "heel getal"),
        (Waited(Decimal(4), 10, Decimal(100), 0), None),
        (Waited(None, 0, None, 3), None),
    ],
)
def test_what_cannot_be_is_refused(told, words) -> None:
    refusal = why_not_waited(told, "weeks", 28)
    assert refusal is None if words is None else words in str(refusal)


def test_months_and_factors_that_cannot_be() -> None:
    today = date(2026, 11, 27)
    assert why_not_month(date(2026, 10, 1), today) is None
    assert "nog niet voorbij" in str(why_not_month(date(2026, 11, 1), today))
    assert "vijf jaar" in str(why_not_month(date(2021, 10, 1), today))
    assert why_not_month(date(2026, 10, 2), today) == "Kies een maand."
    assert "heel getal" in str(why_not_factors(Factors(n_left=-1)))
    assert why_not_factors(Factors(5, Decimal(4))) is None
