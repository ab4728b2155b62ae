"""The pages of decisions: the register, one decision, and what can still be mended."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Condition, Recusal, Vote
from schakel.governance.rules import Means, NewCondition
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_valid_decision,
)
from tests.factories.network import make_member, make_network, make_partner, make_theme

pytestmark = pytest.mark.django_db

NO = 403
WRONG = 422


def soon() -> object:
    """A moment at which a written round closes."""
    return timezone.now() + timedelta(days=5)


def secretary_of(group: Group) -> Browser:
    """The secretary at a browser."""
    return Browser(group.network, group.secretary)


def member_of(group: Group, n: int = 1) -> Browser:
    """A member at a browser."""
    return Browser(group.network, group.people[n])


# The register


def test_the_register_finds_by_word_group_type_year_and_state(group: Group) -> None:
    make_mandate(group.body)
    taken = make_valid_decision(group, title="Begin met valpreventie")
    waiting = make_decision(group, title="Begin met beweging", type="other")
    browser = member_of(group)
    for query, found, missed in (
        ({"q": "valprev"}, taken, waiting),
        ({"q": waiting.number}, waiting, taken),
        ({"type": "other"}, waiting, taken),
        ({"status": "valid"}, taken, waiting),
        ({"body": group.body.slug, "status": "open"}, waiting, taken),
        ({"year": str(timezone.localdate().year), "status": "valid"}, taken, waiting),
    ):
        page = text(browser.get("besluiten/", **query))
        assert found.title in page
        assert missed.title not in page


def test_the_register_finds_by_the_theme_of_the_group(group: Group) -> None:
    decision = make_decision(group, title="Begin met bewegen")
    youth, care = (make_theme(group.network, slug=slug) for slug in ("jeugd", "zorg"))
    make_body(group.network, theme=care)
    with as_platform(group.network):
        type(group.body).objects.filter(pk=group.body.pk).update(theme=youth)
    browser = member_of(group)
    assert decision.title in text(browser.get("besluiten/", theme="jeugd"))
    assert "Geen besluit past hierbij." in text(browser.get("besluiten/", theme="zorg"))
    assert "excel/besluiten.xlsx?theme=jeugd" in text(browser.get("besluiten/", theme="jeugd"))
    whole, none = (len(browser.get("excel/besluiten.xlsx", theme=one).content) for one in ("jeugd", "zorg"))
    assert none < whole


def test_the_register_finds_by_what_was_decided(group: Group) -> None:
    options = [{"code": "start", "label": "Ga door"}, {"code": "stop", "label": "Stop"}]
    taken = make_valid_decision(group, title="Begin met valpreventie", options=options, verdict="start")
    waiting = make_decision(group, title="Begin met beweging", options=options, verdict="start")
    browser, words = member_of(group), taken.verdict_label
    assert f'<option value="{words}">{words}</option>' in text(browser.get("besluiten/"))
    page = text(browser.get("besluiten/", verdict=words))
    assert taken.title in page
    assert waiting.title not in page
    whole, some, odd = (
        len(browser.get("excel/besluiten.xlsx", verdict=one).content) for one in ("", words, "Zoiets\x00")
    )
    assert some != whole
    assert odd == whole, "what is no choice is passed by, as on the page"


def test_the_register_says_how_much_money_a_decision_is_about(group: Group) -> None:
    make_decision(group, type="p3", amount_eur=35_000)
    make_decision(group, type="other")
    assert text(member_of(group).get("besluiten/")).count("€\u00a0") == 1
    assert "€\u00a035.000" in text(member_of(group).get("besluiten/"))


def test_the_register_is_given_as_a_part_and_says_how_many(group: Group) -> None:
    make_decision(group, title="Begin met beweging")
    part = text(member_of(group).get("besluiten/", part=True, q="beweging"))
    assert 'data-say="1 besluit gevonden"' in part
    assert "<html" not in part


@pytest.mark.parametrize(
    "query",
    [
        {"q": "x" * 1_000_000},
        {"q": "nul\x00"},
        {"type": "p9"},
        {"verdict": "Zoiets"},
        {"year": "0"},
        {"body": "weg"},
        {"page": "veel"},
    ],
)
def test_a_filter_that_makes_no_sense_is_passed_by(query: dict, group: Group) -> None:
    decision = make_decision(group)
    response = member_of(group).get("besluiten/", **query)
    assert response.status_code == 200
    assert decision.title in text(response)


def test_the_register_asks_as_many_questions_for_five_decisions_as_for_fifty() -> None:
    assert _questions_of_register(5) == _questions_of_register(50)


def _questions_of_register(n: int) -> int:
    group = make_group()
    for k in range(n):
        make_decision(group, meeting=None, title=f"Voorstel {k}")
    return questions(member_of(group), "besluiten/")


# One decision


def test_who_runs_a_meeting_goes_back_there_from_a_decision_just_taken(group: Group) -> None:
    decision = decide(group, make_decision(group, type="other"), "fff")
    at, words = f"besluiten/{decision.number}/", "Het overleg is nog bezig."
    assert words not in text(secretary_of(group).get(at)), "it has not begun"
    with looking(group.secretary) as by:
        actions.start_meeting(decision.meeting, by=by)
    assert words in text(secretary_of(group).get(at))
    assert words not in text(member_of(group).get(at))
    with looking(group.secretary) as by:
        actions.close_meeting(decision.meeting, by=by)
    assert words not in text(secretary_of(group).get(at))


def test_a_decision_shows_its_four_proofs_and_what_each_seat_said(group: Group) -> None:
    make_mandate(group.body, ceiling_eur=50_000)
    decision = decide(
        group, make_decision(group, amount_eur=Decimal(40_000)), "ffr", reason="Het plan is goed."
    )
    page = text(member_of(group).get(f"besluiten/{decision.number}/"))
    assert "Mocht deze groep dit besluiten? Ja." in page
    for words in (
        "tot €\u00a050.000; dit vraagt €\u00a040.000",
        "Genoeg leden: 2 van 2",
        "Meerderheid: 2 voor",
    ):
        assert words in page
    assert "Het gaat om ons eigen geld." in page
    assert "Het plan is goed." in page


def test_nobody_is_absent_before_a_meeting_is_held(group: Group) -> None:
    decision = make_decision(group)
    browser, at = secretary_of(group), f"besluiten/{decision.number}/"
    page = text(browser.get(at))
    assert "Nog niet gestemd" in page
    assert "Niet aanwezig" not in page
    with looking(group.secretary):
        actions.record_attendance(decision.meeting, by=group.secretary, present=group.present("ffx"))
    page = text(browser.get(at))
    assert "Aanwezig, geen stem" in page
    assert "Niet aanwezig" in page


def test_a_decision_under_reserve_says_what_is_missing_and_who_can_help() -> None:
    network = make_network()
    board = make_body(network, "Bestuurlijk platform")
    make_mandate(board)
    group = make_group(network)
    partner = make_partner(network, "zgt")
    make_member(network, Role.REPRESENTATIVE, partner=partner, name="Anke Smit")
    means = [Means(partner, "partners_in_plan", hours=Decimal(120))]
    decision = decide(group, make_decision(group, means=means), "fff")
    page = text(member_of(group).get(f"besluiten/{decision.number}/"))
    assert "Onder voorbehoud" in page
    assert "De groep heeft geen mandaat voor starten (P3)." in page
    assert "Bestuurlijk platform had op die dag wel mandaat en kan dit bekrachtigen." in page
    assert "Anke Smit kan dat geven namens Zgt." in page
    assert "120 uur" in page


def test_a_partner_without_representative_is_named_as_such(group: Group) -> None:
    make_mandate(group.body, consents=["funder"])
    partner = make_partner(group.network, "menzis")
    decision = decide(group, make_decision(group, means=[Means(partner, "funder")]), "fff")
    page = text(member_of(group).get(f"besluiten/{decision.number}/"))
    assert "Menzis heeft nog geen vertegenwoordiger in dit netwerk." in page


def test_nobody_else_gives_the_consent_of_a_partner(group: Group) -> None:
    partner = make_partner(group.network, "zgt")
    decision = make_decision(group, means=[Means(partner, "partners_in_plan")])
    page = text(member_of(group).get(f"besluiten/{decision.number}/"))
    assert "Geef akkoord namens Zgt" in page
    assert "Alleen de vertegenwoordiger van Zgt kan akkoord geven namens Zgt." in page


def test_a_decision_of_another_network_is_not_there() -> None:
    mine, theirs = make_group(), make_group()
    decision = make_decision(theirs)
    for path in ("", "stemmen/", "stem/", "betrokken/", "schriftelijk/", "voorleggen/", "bekrachtigen/"):
        assert (
            Browser(theirs.network, mine.chair).get(f"besluiten/{decision.number}/{path}").status_code == 404
        )
        assert member_of(mine).get(f"besluiten/{decision.number}9/{path}").status_code == 404


def test_a_decision_asks_as_many_questions_for_five_seats_as_for_fifty() -> None:
    assert _questions_of_decision(5) == _questions_of_decision(50)


def _questions_of_decision(n: int) -> int:
    group = make_group(n=n)
    partners = [make_partner(group.network) for _one in range(n)]
    conditions = [NewCondition(f"Doe {k}", date(2030, 1, 1), owner_name="Anke") for k in range(n)]
    means = [Means(partner, "partners_in_plan") for partner in partners]
    decision = decide(group, make_decision(group, means=means, conditions=conditions), "f" * (n - 1) + "r")
    return questions(secretary_of(group), f"besluiten/{decision.number}/")


# Mending


def test_a_member_with_an_interest_steps_aside_and_comes_back(group: Group) -> None:
    decision = make_decision(group)
    browser, at = member_of(group), f"besluiten/{decision.number}/"
    for _again in range(2):
        assert browser.post(f"{at}betrokken/", reason="Mijn organisatie voert het uit.").status_code == 302
    assert "Mijn organisatie voert het uit." in text(browser.get(at))
    with as_platform(group.network):
        recusal = Recusal.objects.get()
    asked = browser.post(f"{at}betrokken/intrekken/", recusal=recusal.pk, reason="")
    assert asked.status_code == WRONG
    assert str(recusal.pk) in text(asked)
    back = browser.post(f"{at}betrokken/intrekken/", recusal=recusal.pk, reason="Wij doen niet meer mee.")
    assert back.status_code == 302
    assert "doet weer mee" in text(browser.get(at))


def test_another_member_does_not_take_back_my_recusal(group: Group) -> None:
    decision = make_decision(group)
    at = f"besluiten/{decision.number}/betrokken/"
    member_of(group, 1).post(at, reason="Mijn organisatie voert het uit.")
    with as_platform(group.network):
        recusal = Recusal.objects.get()
    refused = member_of(group, 2).post(f"{at}intrekken/", recusal=recusal.pk, reason="Toch wel.")
    assert refused.status_code == NO


def test_an_objection_is_taken_back_with_what_took_it_away() -> None:
    group = make_group(n=3, method="consent")
    decision = make_decision(group, closes_at=soon())
    browser, at = member_of(group), f"besluiten/{decision.number}/"
    browser.post(f"{at}stem/", choice="objection", reason="Te weinig tijd.")
    with as_platform(group.network):
        vote = Vote.objects.get()
    assert (
        browser.post(f"{at}bezwaar/intrekken/", vote=vote.pk, reason="Er is een maand bij.").status_code
        == 302
    )
    assert "Bezwaar ingetrokken" in text(browser.get(at))
    assert browser.post(f"{at}bezwaar/intrekken/", vote=vote.pk, reason="Nog eens.").status_code == NO


def test_a_condition_is_met_with_how(group: Group) -> None:
    make_mandate(group.body)
    conditions = [NewCondition("Stel de folder op", date(2030, 1, 1), owner_name="Anke")]
    decision = make_valid_decision(group, conditions=conditions)
    with as_platform(group.network):
        condition = Condition.objects.get()
    browser, at = secretary_of(group), f"besluiten/{decision.number}/"
    values = {"condition": condition.pk, "met_on": timezone.localdate().isoformat()}
    wrong = browser.post(f"{at}voorwaarden/vervuld/", **values, note="")
    assert wrong.status_code == WRONG
    for _again in range(2):
        met = browser.post(f"{at}voorwaarden/vervuld/", **values, note="De folder ligt er.")
        assert met.status_code == 302
    page = text(browser.get(at))
    assert "De folder ligt er." in page
    assert "Deze voorwaarde was al vervuld." in page


def test_a_condition_is_not_met_tomorrow_nor_by_anyone(group: Group) -> None:
    make_mandate(group.body)
    conditions = [NewCondition("Stel de folder op", date(2030, 1, 1), owner_name="Anke")]
    decision = make_valid_decision(group, conditions=conditions)
    with as_platform(group.network):
        condition = Condition.objects.get()
    at = f"besluiten/{decision.number}/voorwaarden/vervuld/"
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    values = {"condition": condition.pk, "met_on": tomorrow, "note": "De folder ligt er."}
    ahead = secretary_of(group).post(at, **values)
    assert ahead.status_code == WRONG
    assert "Deze dag moet nog komen." in text(ahead)
    assert "De folder ligt er." in text(ahead)
    assert member_of(group).post(at, **values).status_code == NO


def test_a_decision_goes_to_the_group_above() -> None:
    network = make_network()
    board = make_body(network, "Bestuurlijk platform")
    group = make_group(network, parent=board)
    decision = make_decision(group)
    browser, at = secretary_of(group), f"besluiten/{decision.number}/voorleggen/"
    assert "Bestuurlijk platform" in text(browser.get(at))
    for _again in range(2):
        assert browser.post(at, body=board.slug, reason="Dit is te groot voor ons.").status_code == 302
    with as_platform(network):
        assert board.decisions.count() == 1
    assert member_of(group).get(at).status_code == NO


def test_a_group_with_the_mandate_is_asked_to_ratify_once() -> None:
    network = make_network()
    board = make_group(network, name="Bestuurlijk platform")
    make_mandate(board.body)
    group = make_group(network)
    decision = decide(group, make_decision(group), "fff")
    manager = Browser(network, make_member(network, Role.MANAGER))
    at = f"besluiten/{decision.number}/bekrachtigen/"
    assert "Bestuurlijk platform" in text(manager.get(at))
    values = {"body": board.body.slug, "proposal": "", "where": "volgende"}
    for _again in range(2):
        assert manager.post(at, **values).status_code == 302
    with as_platform(network):
        assert board.body.decisions.count() == 1


def test_ratifying_is_refused_when_nobody_had_the_mandate(group: Group) -> None:
    decision = decide(group, make_decision(group), "fff")
    refused = secretary_of(group).get(f"besluiten/{decision.number}/bekrachtigen/")
    assert refused.status_code == NO
    assert "Geen groep had op die dag mandaat" in text(refused)


def test_a_historic_decision_says_where_the_source_is_silent(group: Group) -> None:
    with as_platform(group.network):
        decision = actions.record_historic_decision(
            group.network, by=None, type="p3", title="Start van de proef", source="Jaarverslag 2016",
            happened_on=date(2016, 4, 1), precision="month", body=group.body,
        )  # fmt: skip
    page = text(member_of(group).get(f"besluiten/{decision.number}/"))
    assert "april 2016" in page
    assert "Niet in de bron." in page
    assert "Jaarverslag 2016" in page
