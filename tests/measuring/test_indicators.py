"""Indicators of a network: taken over or its own, version by version, and their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from schakel.journal.models import Entry
from schakel.measuring import actions, queries
from schakel.measuring.models import Indicator, IndicatorVersion
from schakel.measuring.permissions import why_not_renew
from schakel.measuring.rules import catalogue, definition
from schakel.network.models import Network
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import a_definition, make_indicator
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

CODE = "ecms-bij-huisarts"
TODAY = date(2026, 11, 26)


def browser_of(network: Network, role: str = Role.PROFESSIONAL) -> Browser:
    """A browser in which somebody with this role is signed in."""
    return Browser(network, make_member(network, role))


# --- Actions


def test_taking_over_keeps_the_file_as_it_is_and_twice_is_once() -> None:
    network = make_network()
    with looking(make_member(network, Role.ANALYST)) as analyst:
        made = actions.take_over(network, by=analyst, code=CODE)
        assert actions.take_over(network, by=analyst, code=CODE) == made
        assert made.definition == replace(definition(CODE), change="")
        assert (made.number, made.made_by, made.sha256) == (1, analyst, definition(CODE).sha256)
        assert Entry.objects.filter(verb="taken over").count() == 1


def test_a_newer_version_in_the_catalogue_stands_beside_the_one_that_was_taken(monkeypatch) -> None:
    network = make_network()
    with as_platform(network):
        old = actions.take_over(network, by=None, code=CODE)
    newer = replace(definition(CODE), version=2, question="Anders gevraagd?", change="De vraag is scherper.")
    monkeypatch.setattr("schakel.measuring.actions.indicators.definition", lambda code: newer)
    monkeypatch.setattr("schakel.measuring.queries.indicators.definition", lambda code: newer)
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        line = next(one for one in queries.catalogue_lines(network, manager, TODAY) if one.is_taken)
        assert line.newer == 2
        assert queries.indicator_sheet(network, manager, CODE, TODAY).newer == 2
        made = actions.take_over(network, by=manager, code=CODE)
        assert (made.number, made.change) == (2, "De vraag is scherper.")
        sheet = queries.indicator_sheet(network, manager, CODE, TODAY)
        assert [one.number for one in sheet.versions] == [2, 1]
        assert [(one.label, one.after) for one in sheet.differences] == [("vraag", "Anders gevraagd?")]
        assert queries.indicator_sheet(network, manager, CODE, TODAY, 1).row == old
        assert not queries.indicator_sheet(network, manager, CODE, TODAY, 1).is_newest


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.READER, Role.REPRESENTATIVE])
def test_only_the_manager_and_the_analyst_say_what_is_measured(role: str) -> None:
    network = make_network()
    with looking(make_member(network, role)) as person:
        reason = "Alleen de netwerkmanager of een analist kan vastleggen wat het netwerk meet."
        with pytest.raises(Refused, match=reason):
            actions.take_over(network, by=person, code=CODE)
        with pytest.raises(Refused, match=reason):
            actions.define_indicator(network, by=person, definition=a_definition())


def test_what_is_not_in_the_catalogue_or_has_the_code_of_an_own_one_is_not_taken_over(monkeypatch) -> None:
    network = make_network()
    make_indicator(network)
    named = replace(definition(CODE), code="thuis-gebleven")
    with as_platform(network):
        with pytest.raises(Refused, match="staat niet in de catalogus"):
            actions.take_over(network, by=None, code="niets")
        monkeypatch.setattr("schakel.measuring.actions.indicators.definition", lambda code: named)
        with pytest.raises(Refused, match="al een eigen indicator met de code thuis-gebleven"):
            actions.take_over(network, by=None, code="thuis-gebleven")


def test_an_own_indicator_gets_a_code_from_its_name_and_a_name_counts_once() -> None:
    network = make_network()
    assert make_indicator(network, "Thuis gebleven").indicator.code == "thuis-gebleven"
    with as_platform(network):
        for name, reason in (
            ("thuis gebleven", "Er is al een indicator met deze naam"),
            (CODE, "Er is al een indicator met deze naam"),
            ("!!", "een naam met letters"),
        ):
            with pytest.raises(Refused, match=reason):
                actions.define_indicator(network, by=None, definition=a_definition(name))
        with pytest.raises(Refused, match="heeft een noemer"):
            actions.define_indicator(network, by=None, definition=a_definition("Nieuw", denominator=""))


def test_the_next_version_says_what_is_different_and_the_one_before_stays() -> None:
    network = make_network()
    first = make_indicator(network)
    with looking(make_member(network, Role.MANAGER)) as manager:
        with pytest.raises(Refused, match="wat er anders is"):
            actions.renew_indicator(first.indicator, by=manager, definition=a_definition(), change=" ")
        wrong = a_definition(denominator="")
        with pytest.raises(Refused, match="heeft een noemer"):
            actions.renew_indicator(first.indicator, by=manager, definition=wrong, change="Anders")
        told = a_definition("Thuis na overleg", numerator="Ritten met overleg")
        made = actions.renew_indicator(
            first.indicator, by=manager, definition=told, change="Alleen met overleg."
        )
        assert (made.number, made.numerator) == (2, "Ritten met overleg")
        first.refresh_from_db()
        assert first.numerator == "Ritten waarna de oudere thuisbleef"
        assert Indicator.objects.get().name == "Thuis na overleg"
        again = actions.renew_indicator(
            first.indicator, by=manager, definition=told, change="Bron nagekeken."
        )
        assert again.number == 3


@pytest.mark.parametrize("name", ["Valpartijen", "VALPARTIJEN", "val-partijen", "..."])
def test_a_next_version_takes_no_name_of_another(name: str) -> None:
    network = make_network()
    version = make_indicator(network)
    make_indicator(network, "Valpartijen")
    make_indicator(network, "Val partijen")
    told = a_definition(name)
    with as_platform(network), pytest.raises(Refused, match=r"andere naam|met letters"):
        actions.renew_indicator(version.indicator, by=None, definition=told, change="Anders.")
    with as_platform(network):
        same = actions.renew_indicator(
            version.indicator, by=None, definition=a_definition(), change="Anders."
        )
        assert same.number == 2


def test_a_definition_of_the_catalogue_or_of_what_ended_is_not_renewed() -> None:
    network = make_network()
    own = make_indicator(network).indicator
    with as_platform(network):
        taken = actions.take_over(network, by=None, code=CODE).indicator
        assert "voor elk netwerk gelijk" in why_not_renew(None, taken)
        own.ended_on = TODAY
        assert "niet meer gemeten" in why_not_renew(None, own)
        assert "Alleen de netwerkmanager" in why_not_renew(make_member(network), own)


def test_the_database_keeps_a_version_as_it_is_and_asks_what_belongs_together() -> None:
    network = make_network()
    made = make_indicator(network)
    with as_platform(network):
        for deed in (
            lambda: IndicatorVersion.objects.filter(pk=made.pk).update(name="Anders"),
            lambda: made.delete(),
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                deed()
        for wrong in (
            {"number": 2},
            {"number": 2, "change": "Anders", "target": Decimal(1)},
            {"number": 2, "change": "Anders", "denominator": ""},
            {"number": 2, "change": "Anders", "source": ""},
            {"number": 1},
        ):
            row = IndicatorVersion.objects.get(pk=made.pk)
            row.pk = None
            for name, value in wrong.items():
                setattr(row, name, value)
            row._state.adding, row.id = True, Indicator().id
            with pytest.raises(IntegrityError), transaction.atomic():
                row.save(force_insert=True)


# --- Readings


@pytest.mark.parametrize("n", [1, 6])
def test_the_catalogue_costs_two_questions(n: int, django_assert_num_queries) -> None:
    network = make_network()
    for number in range(n):
        make_indicator(network, f"Indicator {number}")
    with looking(make_member(network)) as person:
        person.network_ids  # noqa: B018  remembered for the request
        with django_assert_num_queries(2):
            lines = queries.catalogue_lines(network, person, TODAY)
    assert len(lines) == n + len(catalogue())


def test_a_line_says_whether_it_must_be_looked_at_again() -> None:
    network = make_network()
    make_indicator(network, reviewed_on=date(2020, 1, 1), review_before=date(2021, 1, 1))
    with looking(make_member(network)) as person:
        line = queries.catalogue_lines(network, person, TODAY)[0]
        assert (line.is_due, line.is_taken, line.origin) == (True, True, "network")
        assert queries.indicator_sheet(network, person, "thuis-gebleven", TODAY).is_due


def test_a_sheet_names_what_it_is_read_with_and_leaves_out_what_nobody_knows() -> None:
    network = make_network()
    make_indicator(network, "Werkdruk")
    make_indicator(network, balancing=("werkdruk", CODE, "weg"))
    with looking(make_member(network)) as person:
        sheet = queries.indicator_sheet(network, person, "thuis-gebleven", TODAY)
    assert sheet.balancing == (("werkdruk", "Werkdruk"), (CODE, definition(CODE).name))


# --- Pages


@pytest.mark.parametrize("page", ["meten/indicatoren/", f"meten/indicatoren/{CODE}/"])
def test_a_page_of_measuring_is_for_members_only(page: str) -> None:
    network = make_network()
    assert browser_of(network).get(page).status_code == 200
    assert Browser(network, make_member(make_network())).get(page).status_code == 404


def test_the_catalogue_page_shows_both_and_can_be_narrowed() -> None:
    network = make_network()
    make_indicator(network)
    with as_platform(network):
        actions.take_over(network, by=None, code=CODE)
    browser = browser_of(network)
    page = text(browser.get("meten/indicatoren/"))
    assert "Eigen indicator" in page
    assert page.index("Na ECMS bij de huisarts gebleven") < page.index('id="catalogus"')
    balancing = text(browser.get("meten/indicatoren/", soort="balancing"))
    assert "Ziekteverzuim" in balancing
    assert "Thuis gebleven" not in balancing
    assert "Thuis gebleven" in text(browser.get("meten/indicatoren/", soort="onzin"))
    assert "U nam nog niets over" in text(browser_of(make_network()).get("meten/indicatoren/"))


@pytest.mark.parametrize("n", [1, 9])
def test_the_catalogue_page_asks_as_much_for_many(n: int) -> None:
    network = make_network()
    for number in range(n):
        make_indicator(network, f"Indicator {number}")
    assert questions(browser_of(network), "meten/indicatoren/") <= 11


def test_the_sheet_tells_how_it_is_computed_and_who_looked_at_it() -> None:
    network = make_network()
    make_indicator(
        network, target=40, target_on=date(2026, 3, 1), minimal_difference=Decimal(5), caveats="Let op."
    )
    page = text(browser_of(network).get("meten/indicatoren/thuis-gebleven/"))
    assert "Tel: ritten waarna de oudere thuisbleef." in page
    assert "Nog niet getoetst" in page
    assert "40 %" in page
    assert "Themagroep, 1 maart 2026" in page
    assert "Alleen de netwerkmanager of een analist" in page
    of_catalogue = text(browser_of(network, Role.MANAGER).get(f"meten/indicatoren/{CODE}/"))
    assert "Nog niet overgenomen" in of_catalogue
    assert "geen doel afgesproken" in of_catalogue


@pytest.mark.parametrize(
    "page",
    ["niets/", f"{CODE}/versie/7/", "thuis-gebleven/versie/7/", "niets/nieuwe-versie/"],
)
def test_what_is_not_there_is_not_found(page: str) -> None:
    network = make_network()
    make_indicator(network)
    assert browser_of(network, Role.MANAGER).get(f"meten/indicatoren/{page}").status_code == 404


def test_an_indicator_is_taken_over_from_its_sheet() -> None:
    network = make_network()
    browser = browser_of(network, Role.ANALYST)
    answer = browser.post(f"meten/indicatoren/{CODE}/neem-over/")
    assert answer["Location"].endswith(f"/meten/indicatoren/{CODE}/")
    assert "Uw netwerk meet nu: Na ECMS bij de huisarts gebleven." in text(
        browser.get(f"meten/indicatoren/{CODE}/")
    )
    assert browser_of(network).post(f"meten/indicatoren/{CODE}/neem-over/").status_code == 403


TYPED = {
    "name": "Wachten op een bed",
    "question": "Hoe lang wacht iemand op een tijdelijk bed?",
    "kind": "outcome",
    "direction": "lower",
    "aim": "experience",
    "trilemma": "access",
    "type": "time",
    "numerator": "Uren tussen vraag en bed",
    "denominator": "Vragen om een bed",
    "multiplier": "1",
    "unit": "uren",
    "period": "month",
    "disclosure": "people",
    "source": "Beddenlijst",
    "rule_set": "nhs7",
    "authored_by": "onderzoeker",
    "reviewed_on": "01-11-2026",
    "review_before": "01-11-2027",
    "target": "24,5",
    "target_origin": "Themagroep",
}


def test_the_manager_writes_down_an_own_indicator_and_its_next_version() -> None:
    network = make_network()
    browser = browser_of(network, Role.MANAGER)
    assert "Leg deze indicator vast" in text(browser.get("meten/indicatoren/nieuw/"))
    answer = browser.post("meten/indicatoren/nieuw/", **TYPED)
    assert answer["Location"].endswith("/meten/indicatoren/wachten-op-een-bed/")
    page = "meten/indicatoren/wachten-op-een-bed/nieuwe-versie/"
    assert "Beddenlijst" in text(browser.get(page))
    missing = browser.post(page, **TYPED)
    assert (missing.status_code, "Vul dit in" in text(missing)) == (422, True)
    browser.post(page, **TYPED, balancing=[CODE], change="Uren in plaats van dagen.")
    with as_platform(network):
        last, first = IndicatorVersion.objects.order_by("-number")
    assert (first.chart, first.interval, first.target, first.checked_by) == (
        "xmr",
        "t",
        Decimal("24.5"),
        "nog niet getoetst",
    )
    assert (last.number, last.balancing, last.change) == (2, [CODE], "Uren in plaats van dagen.")
    shown = text(browser.get("meten/indicatoren/wachten-op-een-bed/"))
    assert "Wat er anders is aan versie 2" in shown
    assert "Oudere versie" in text(browser.get("meten/indicatoren/wachten-op-een-bed/versie/1/"))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"target": "veel"}, "Dit is geen getal"),
        ({"chart": "p"}, "regelkaart past niet"),
        ({"type": "onzin"}, "Deze keuze is er niet"),
        ({"name": "Ziekteverzuim\x00"}, "een teken dat wij niet kunnen bewaren"),
        ({"target_origin": ""}, "Een doel heeft een herkomst"),
        ({"name": "ziekteverzuim"}, "Er is al een indicator met deze naam"),
    ],
)
def test_what_is_wrong_stands_at_its_place_and_nothing_typed_is_lost(changed: dict, reason: str) -> None:
    answer = browser_of(make_network(), Role.MANAGER).post("meten/indicatoren/nieuw/", **{**TYPED, **changed})
    assert answer.status_code == 422
    assert reason in text(answer)
    assert "Uren tussen vraag en bed" in text(answer)


def test_a_definition_that_ended_while_somebody_wrote_its_next_version_loses_nothing_typed(
    monkeypatch,
) -> None:
    network = make_network()
    browser = browser_of(network, Role.MANAGER)
    browser.post("meten/indicatoren/nieuw/", **TYPED)
    monkeypatch.setattr(
        "schakel.measuring.actions.indicators.why_not_renew",
        lambda by, indicator: f"{indicator} is zojuist gestopt.",
    )
    page = "meten/indicatoren/wachten-op-een-bed/nieuwe-versie/"
    answer = browser.post(page, **TYPED, change="Uren in plaats van dagen.")
    assert answer.status_code == 422
    assert "Wachten op een bed is zojuist gestopt." in text(answer)
    assert "Uren in plaats van dagen." in text(answer)
    with as_platform(network):
        assert IndicatorVersion.objects.get().number == 1


def test_what_a_version_leaves_out_is_shown_as_nothing_before_it() -> None:
    network = make_network()
    first = make_indicator(network, target="80")
    with as_platform(network):
        renewed = a_definition(caveats="Alleen overdag geteld.")
        actions.renew_indicator(
            first.indicator, by=None, definition=renewed, change="Het doel is losgelaten."
        )
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        told = queries.indicator_sheet(network, manager, "thuis-gebleven", TODAY).differences
    said = {one.label: (one.before, one.after) for one in told}
    assert set(said) == {"doel", "wie sprak het doel af", "let op"}
    assert (said["doel"][0].startswith("80"), said["doel"][1]) == (True, "")
    assert said["wie sprak het doel af"] == ("Themagroep", "")
    assert said["let op"] == ("", "Alleen overdag geteld.")


@time_machine.travel("2028-02-29 12:00")
def test_the_form_opens_on_a_leap_day() -> None:
    assert browser_of(make_network(), Role.MANAGER).get("meten/indicatoren/nieuw/").status_code == 200


def test_a_difference_is_told_in_dutch_numbers_and_days() -> None:
    network = make_network()
    first = make_indicator(network, target="80", target_on=date(2026, 3, 1))
    with as_platform(network):
        told = replace(first.definition, change="", target=Decimal("82.5"), target_on=date(2026, 4, 1))
        actions.renew_indicator(first.indicator, by=None, definition=told, change="Nieuw doel.")
    with looking(make_member(network)) as person:
        found = queries.indicator_sheet(network, person, first.indicator.code, TODAY).differences
    assert [(one.before, one.after) for one in found] == [("80", "82,5"), ("1 maart 2026", "1 april 2026")]
