"""The pages of bodies: who sits there, what they may decide, who could decide on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from schakel.governance.models import Decision, Seat, SeatTenure
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import (
    Group,
    as_platform,
    make_body,
    make_group,
    make_mandate,
    make_seat,
    make_tenure,
)
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

NO = 403
WRONG = 422


def test_the_list_names_every_group_with_its_seats() -> None:
    group = make_group(name="Themagroep Ouderenzorg")
    make_seat(group.body, "Welzijn")
    page = text(Browser(group.network, group.chair).get("gremia/"))
    assert "Themagroep Ouderenzorg" in page
    assert "4 van 5 zetels bezet" in page


def test_a_network_without_groups_can_begin_with_the_usual_ones() -> None:
    network = make_network()
    manager = Browser(network, make_member(network, Role.MANAGER))
    assert "Begin met de standaardgroepen" in text(manager.get("gremia/"))
    assert manager.post("gremia/standaard/").status_code == 302
    page = text(manager.get("gremia/"))
    assert "Standaard, om mee te beginnen" in page
    assert "de bron" not in page, "who begins a network has no source that is silent"
    assert 'class="role"' not in text(manager.get("gremia/bestuurlijk-platform/")), "Voorzitter, voorzitter"


def test_a_reader_reads_why_there_is_no_button() -> None:
    network = make_network()
    page = text(Browser(network, make_member(network, Role.READER)).get("gremia/"))
    assert 'class="head-no' in page
    assert "Alleen de netwerkmanager kan gremia, zetels en mandaten bijwerken." in page


def test_the_page_of_a_group_says_its_mandate_in_words(group: Group) -> None:
    make_mandate(group.body, "p1", "p2", ceiling_eur=50_000)
    page = text(Browser(group.network, group.chair).get(f"gremia/{group.body.slug}/"))
    assert "mag tot €\u00a050.000 besluiten over verkennen (P1) en een plan maken (P2)" in page


def test_the_page_of_a_group_shows_an_empty_seat(group: Group) -> None:
    make_seat(group.body, "Welzijn")
    page = text(Browser(group.network, group.chair).get(f"gremia/{group.body.slug}/"))
    assert "Zetel vrij" in page
    assert "één zetel is vrij" in page


def test_many_empty_seats_stand_together_and_no_seat_says_its_name_twice(group: Group) -> None:
    for name in ("Huisartsen", "Welzijn", "Gemeenten", "Verzekeraar"):
        make_seat(group.body, name, constituency=name)
    page = text(Browser(group.network, group.chair).get(f"gremia/{group.body.slug}/"))
    assert page.count("Zetel vrij") == 1
    assert "4 zetels zijn vrij" in page
    assert page.count("Huisartsen") == 1


def test_a_seat_of_which_the_source_tells_nobody_is_not_called_free() -> None:
    group = make_group()
    body = make_body(group.network, "Stuurgroep", source="Jaarverslag 2024")
    seat = make_seat(body, "Huisartsen")
    visitor = Browser(group.network, group.chair)
    assert "één zetel; wie er zit staat niet in de bron" in text(visitor.get("gremia/"))
    page = text(visitor.get(f"gremia/{body.slug}/"))
    assert "Niet in de bron" in page
    assert "Zetel vrij" not in page
    assert "Niet in de bron" in text(visitor.get(f"gremia/{body.slug}/zetels/{seat.position}/"))
    make_tenure(seat, group.people[1], from_on=date(2024, 1, 1), until_on=date(2025, 1, 1))
    page = text(visitor.get(f"gremia/{body.slug}/"))
    assert "Zetel vrij" in page  # since somebody sat there, it is really free
    assert "Niet in de bron" not in page


def test_a_group_of_another_network_is_not_there() -> None:
    mine, theirs = make_group(), make_group()
    visitor = Browser(mine.network, mine.chair)
    assert visitor.get(f"gremia/{theirs.body.slug}/").status_code == 404
    assert Browser(theirs.network, mine.chair).get(f"gremia/{theirs.body.slug}/").status_code == 404


def test_who_is_not_signed_in_is_asked_to(group: Group) -> None:
    response = Browser(group.network).get(f"gremia/{group.body.slug}/")
    assert response.status_code == 302
    assert "/inloggen/" in response["Location"]


def test_who_could_decide_is_answered_from_history(group: Group) -> None:
    make_mandate(
        group.body, "p3", ceiling_eur=50_000, valid_from=date(2024, 1, 1), valid_until=date(2025, 1, 1)
    )
    browser = Browser(group.network, group.chair)
    asked = {"type": "p3", "stage": "", "amount_eur": "40.000"}
    then = text(browser.get("gremia/wie-mocht-beslissen/", on="2024-12-31", **asked))
    assert "Deze groep mocht beslissen" in then
    after = text(browser.get("gremia/wie-mocht-beslissen/", on="2025-01-01", **asked))
    assert "Geen enkele groep mocht beslissen" in after
    assert "gold niet meer op 1 januari 2025" in after


def test_of_a_day_before_the_first_known_mandate_nothing_is_claimed(group: Group) -> None:
    make_mandate(group.body, "p1", valid_from=date(2024, 1, 1))
    page = text(
        Browser(group.network, group.chair).get("gremia/wie-mocht-beslissen/", type="p1", on="2015-11-01")
    )
    assert "weten wij niet" in page
    assert "Geen enkele groep" not in page


def test_the_answer_is_also_given_as_a_part(group: Group) -> None:
    make_mandate(group.body, "p3")
    part = text(
        Browser(group.network, group.chair).get(
            "gremia/wie-mocht-beslissen/", part=True, type="p3", stage="", amount_eur="", on="2024-12-31"
        )
    )
    assert "Deze groep mocht beslissen" in part
    assert "<html" not in part


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("amount_eur", "veel", "Dit is geen bedrag"),
        ("on", "gisteren", "Dit is geen datum"),
        ("type", "p9", "Deze keuze is er niet"),
        ("stage", "nul\x00", "Deze keuze is er niet"),
        ("amount_eur", "9" * 1_000_000, "Dit bedrag is te groot"),
    ],
)
def test_a_question_that_is_wrong_is_told_at_the_place(
    name: str, value: str, message: str, group: Group
) -> None:
    asked = {"type": "p3", "stage": "", "amount_eur": "", "on": "2024-12-31", name: value}
    assert message in text(Browser(group.network, group.chair).get("gremia/wie-mocht-beslissen/", **asked))


def test_the_manager_adds_a_seat_and_puts_somebody_on_it(group: Group) -> None:
    member = make_member(group.network, name="Anke Smit")
    manager = Browser(group.network, make_member(group.network, Role.MANAGER))
    at = f"gremia/{group.body.slug}/zetels/"
    added = manager.post(at, name="Welzijn", constituency="", partner="", is_voting="on")
    assert added.status_code == 302
    with as_platform(group.network):
        seat = Seat.objects.get(name="Welzijn")
    seated = manager.post(f"{at}{seat.position}/", person=member.pk, kind="holder", from_on="2024-01-01")
    assert seated.status_code == 302
    assert "Anke Smit" in text(manager.get(f"gremia/{group.body.slug}/"))


def test_pressing_twice_adds_one_seat_and_one_person(group: Group) -> None:
    member = make_member(group.network)
    manager = Browser(group.network, make_member(group.network, Role.MANAGER))
    at = f"gremia/{group.body.slug}/zetels/"
    for _again in range(2):
        manager.post(at, name="Welzijn", constituency="", partner="", is_voting="on")
    with as_platform(group.network):
        seat = Seat.objects.get(name="Welzijn")
    for _again in range(2):
        response = manager.post(
            f"{at}{seat.position}/", person=member.pk, kind="holder", from_on="2024-01-01"
        )
        assert response.status_code == 302
    with as_platform(group.network):
        assert SeatTenure.objects.filter(seat=seat).count() == 1


def test_somebody_leaves_a_seat_and_the_history_stays(group: Group) -> None:
    manager = Browser(group.network, make_member(group.network, Role.MANAGER))
    seat = group.seats[1]
    with as_platform(group.network):
        tenure = seat.tenures.get()
    at = f"gremia/{group.body.slug}/zetels/{seat.position}/"
    today = timezone.localdate()
    left = manager.post(f"{at}einde/", tenure=tenure.pk, until_on=today.isoformat(), reason="Andere baan.")
    assert left.status_code == 302
    page = text(manager.get(at))
    assert "Wie er eerder zaten" in page
    assert group.people[1].name in page


def test_a_leave_without_reason_is_told_at_the_place_and_keeps_the_day(group: Group) -> None:
    manager = Browser(group.network, make_member(group.network, Role.MANAGER))
    seat = group.seats[1]
    with as_platform(group.network):
        tenure = seat.tenures.get()
    at = f"gremia/{group.body.slug}/zetels/{seat.position}/einde/"
    response = manager.post(at, tenure=tenure.pk, until_on="2026-03-04", reason="")
    assert response.status_code == WRONG
    assert "2026-03-04" in text(response)


@pytest.mark.parametrize("tenure", ["", "geen-uuid", "00000000-0000-0000-0000-000000000000"])
def test_a_tampered_leave_is_refused_in_words(tenure: str, group: Group) -> None:
    manager = Browser(group.network, make_member(group.network, Role.MANAGER))
    at = f"gremia/{group.body.slug}/zetels/1/einde/"
    response = manager.post(at, tenure=tenure, until_on="2026-03-04", reason="x")
    assert response.status_code == NO
    assert "ververs de pagina" in text(response)


def test_a_member_cannot_change_seats_and_reads_why(group: Group) -> None:
    member = Browser(group.network, group.people[1])
    at = f"gremia/{group.body.slug}/zetels/"
    assert "Alleen de netwerkmanager" in text(member.get(f"{at}1/"))
    refused = member.post(f"{at}1/", person=group.people[1].pk, kind="holder", from_on="2024-01-01")
    assert refused.status_code == NO
    assert "Alleen de netwerkmanager" in text(refused)
    assert member.get(at).status_code == NO


@pytest.mark.parametrize(
    ("name", "message"), [("x" * 1_000_000, "Maak het korter"), ("nul\x00", "niet kunnen bewaren")]
)
def test_too_long_or_unkeepable_words_are_told_at_the_place(name: str, message: str, group: Group) -> None:
    manager = Browser(group.network, make_member(group.network, Role.MANAGER))
    response = manager.post(
        f"gremia/{group.body.slug}/zetels/", name=name, constituency="De wijk", partner=""
    )
    assert response.status_code == WRONG
    assert message in text(response)
    assert "De wijk" in text(response)


def test_the_chair_lays_a_proposal_before_the_group_once(group: Group) -> None:
    chair = Browser(group.network, group.chair)
    at = f"gremia/{group.body.slug}/voorstel/"
    closes_on = (timezone.localdate() + timedelta(days=9)).isoformat()
    asked = {
        "type": "membership",
        "title": "De wijkapotheek wordt partner",
        "proposal": "Zij doen al mee.",
        "amount_eur": "",
        "where": "schriftelijk",
        "closes_on": closes_on,
        "closes_time": "17:00",
    }
    for _again in range(2):
        assert chair.post(at, **asked).status_code == 302
    with as_platform(group.network):
        decision = Decision.objects.get(title="De wijkapotheek wordt partner")
        assert timezone.localtime(decision.closes_at).isoformat()[:16] == f"{closes_on}T17:00"


def test_a_proposal_in_writing_needs_a_last_day_and_keeps_what_was_typed(group: Group) -> None:
    response = Browser(group.network, group.chair).post(
        f"gremia/{group.body.slug}/voorstel/",
        type="membership",
        title="De wijkapotheek wordt partner",
        proposal="Zij doen al mee.",
        where="schriftelijk",
    )
    assert response.status_code == WRONG
    assert "Tot welke dag kan men stemmen?" in text(response)
    assert "Zij doen al mee." in text(response)


def test_a_plain_member_does_not_lay_proposals(group: Group) -> None:
    response = Browser(group.network, group.people[1]).get(f"gremia/{group.body.slug}/voorstel/")
    assert response.status_code == NO
    assert "Alleen" in text(response)


def test_the_list_asks_as_many_questions_for_five_groups_as_for_fifty() -> None:
    assert _questions("gremia/", 5) == _questions("gremia/", 50)


def test_a_group_asks_as_many_questions_for_five_seats_as_for_fifty() -> None:
    assert _questions_of_group(5) == _questions_of_group(50)


def _questions(path: str, n: int) -> int:
    network = make_network()
    for _one in range(n):
        make_body(network)
    return questions(Browser(network, make_member(network)), path)


def _questions_of_group(n: int) -> int:
    group = make_group(n=n)
    make_mandate(group.body, "p3")
    return questions(Browser(group.network, group.chair), f"gremia/{group.body.slug}/")
