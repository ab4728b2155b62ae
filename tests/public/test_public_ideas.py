"""From outside, without an account: an idea by mail, and a request to join."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import Initiative
from schakel.jobs.queue import defer
from schakel.journal.models import Entry
from schakel.network.models import Network, Partner
from schakel.network.rules import Role
from schakel.notices.models import Mail
from schakel.people.models import Person
from schakel.public import actions, queries
from schakel.public.models import Contact, MembershipRequest, OutsideIdea
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, decide, looking, make_group, make_mandate, make_meeting
from tests.factories.initiatives import fresh, make_scene, take_in, through
from tests.factories.jobs import posted, run_waiting
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


TODAY = timezone.localdate


IDEA = {
    "title": "Een bankje bij de halte",
    "problem": "Wie slecht loopt kan nergens zitten.",
    "proposal": "Zet een bankje neer.",
    "benefit": "Meer mensen komen buiten.",
    "who_joins": "nog niemand",
    "name": "Bea Bewoner",
    "email": "bea@bewoner.test",
}


JOIN = {
    "organisation": "Thuiszorg Zuid", "kind": "home_care", "motive": "Samen beter", "brings": "Vijf verpleegkundigen",
    "agrees": "Ja", "who": "Anna Bos", "name": "Anna Bos", "email": "a.bos@zuid.test",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _mail_is_sent(settings: Any) -> None:
    """As outside the demo."""
    settings.SENDS_MAIL = True


def link() -> str:
    """The last address in the last mail."""
    return re.findall(r"http://[^/]+(/\S+)", str(posted()[-1].body))[-1]


def office() -> tuple[Network, Browser]:
    network = make_network(name="Zorgnetwerk Proef")
    return network, Browser(network, make_member(network, Role.MANAGER, name="Marieke Smit"))


@pytest.mark.parametrize("is_demo", [True, False])
def test_only_the_demo_shows_the_link_that_would_have_been_mailed(is_demo: bool, settings: Any) -> None:
    settings.IS_DEMO = is_demo
    guest = Browser(office()[0])
    guest.post("idee/", **IDEA)
    assert (link() in text(guest.get("idee/verstuurd/"))) is is_demo
    assert link() not in text(Browser(guest.network).get("idee/verstuurd/"))


def test_an_idea_exists_only_after_its_mail_was_opened_and_then_promises_an_answer() -> None:
    network, manager = office()
    guest = Browser(network)
    assert guest.post("idee/", **IDEA)["Location"].endswith("/idee/verstuurd/")
    assert "Kijk in uw mail" in text(guest.get("idee/verstuurd/"))
    assert posted()[-1].to == ["bea@bewoner.test"]
    with as_platform(network):
        assert not Initiative.objects.of(network).exists()
    confirm = link()
    again = text(guest.client.get(confirm))
    assert "Ja, dien mijn idee in" in again
    assert all(words in again for words in (IDEA["title"], IDEA["problem"], IDEA["name"]))  # to read again
    assert IDEA["email"] not in again
    with as_platform(network):
        assert not Initiative.objects.of(network).exists()  # looking does nothing
    status = guest.client.post(confirm)["Location"]
    assert guest.client.post(confirm)["Location"] == status  # twice is once
    known = text(guest.client.get(confirm))
    assert "Uw idee is al binnen" in known
    assert "Ja, dien mijn idee in" not in known
    with as_platform(network):
        initiative = Initiative.objects.of(network).get()
        assert (initiative.submitted_by, initiative.title) == (None, "Een bankje bij de halte")
        assert "bea" not in initiative.contact.lower()
    assert not Person.objects.filter(email="bea@bewoner.test").exists()
    assert link() == status
    assert initiative.number in posted()[-1].subject
    page = text(guest.client.get(status))
    assert initiative.number in page
    assert "U krijgt antwoord vóór" in page
    assert "te laat" not in page
    assert f'href="/{network.slug}/openbaar/"' in page
    assert "bea@bewoner.test" in text(manager.get("beheer/ideeen/"))
    with as_platform(network):
        Initiative.objects.of(network).update(answer_by=TODAY() - timedelta(days=3))
    assert "Het antwoord is 3 dagen te laat" in text(guest.client.get(status))
    assert "Antwoord beloofd vóór" in text(manager.get("beheer/ideeen/"))


def test_the_status_tells_the_answer_with_its_reason_first() -> None:
    scene = make_scene()
    with looking(scene.manager) as manager:
        made = actions.register_idea(
            scene.network, by=manager, channel="phone", name="Bea", email="bea@bewoner.test", reach="",
            answers={key: IDEA[key] for key in ("title", "problem", "proposal", "benefit", "who_joins")},
        )  # fmt: skip
    through(scene, take_in(scene, fresh(made.initiative)), "p1", "reject")
    page = text(Client().get(link()))
    assert "Gaat niet door" in page
    assert "Dit past nu niet." in page


def test_a_status_page_opens_only_with_its_secret() -> None:
    network, _manager = office()
    guest = Browser(network)
    guest.post("idee/", **IDEA)
    status = guest.client.post(link())["Location"]
    wrong = re.sub(r"[0-9a-f]{8}-", "00000000-", status, count=1)
    assert wrong != status
    answer = guest.client.get(wrong)
    assert answer.status_code == 404
    assert "Bij deze link hoort geen idee" in text(answer)
    assert "Geef uw idee opnieuw" in text(answer)
    other = status.replace(network.slug, make_network().slug)
    assert guest.client.get(other).status_code == 404


def test_the_secret_of_a_status_page_is_nowhere_in_the_database() -> None:
    network, _manager = office()
    guest = Browser(network)
    guest.post("idee/", **IDEA)
    confirm = link()
    secret = guest.client.post(confirm)["Location"].rstrip("/").rpartition("/")[2]
    with as_platform(network):
        idea = OutsideIdea.objects.get()
        assert secret not in str(OutsideIdea.objects.values().get())
        with connection.cursor() as cursor:  # the links of before are kept in the same way by the migration
            cursor.execute("select encode(sha256(convert_to(%s::uuid::text, 'UTF8')), 'hex')", [secret])
            assert cursor.fetchone() == (idea.secret_hash,)
        assert posted()
        assert not [one for one in Mail.objects.values() if secret in str(one)], "what was sent is not kept"
        OutsideIdea.objects.update(secret_hash="0" * 64)
    assert "De link staat in de mail die u daarna kreeg." in text(guest.client.post(confirm))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "Geef uw idee een naam."),
        ({"problem": "Het gaat om BSN 111222333"}, "burgerservicenummer"),
        ({"email": "bea@bewoner.test\nBcc: x@y.test"}, "Dit is geen e-mailadres"),
        ({"email": "geen"}, "Dit is geen e-mailadres"),
        ({"proposal": "x" * 5001}, "Maak het korter."),
    ],
)
def test_an_idea_that_cannot_be_sent_says_why_and_keeps_the_text(change: dict, words: str) -> None:
    network, _manager = office()
    answer = Browser(network).post("idee/", **{**IDEA, **change})
    assert answer.status_code == 422
    assert words in text(answer)
    assert "Meer mensen komen buiten." in text(answer)
    assert posted() == []
    with as_platform(network):
        assert not OutsideIdea.objects.exists()


def test_a_broken_or_foreign_link_says_so() -> None:
    network, _manager = office()
    guest = Browser(network)
    guest.post("idee/", **IDEA)
    token = link().rstrip("/").rpartition("/")[2]
    elsewhere = make_network()
    for page in (f"/{network.slug}/idee/bevestig/niets/", f"/{elsewhere.slug}/idee/bevestig/{token}/",
                 f"/{network.slug}/lid-worden/bevestig/{token}/"):  # fmt: skip
        for method in (guest.client.get, guest.client.post):
            answer = method(page)
            assert answer.status_code == 410
            assert "Deze link werkt niet" in text(answer)
    for deed in (actions.confirm_idea, actions.confirm_request):
        with pytest.raises(Refused, match="Deze link werkt niet"), transaction.atomic():
            deed(network, "niets")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"channel": "duif"}, "Kies hoe het idee binnenkwam"),
        ({"email": "", "reach": " "}, "Schrijf op hoe de bewoner te bereiken is"),
    ],
)
def test_an_idea_of_a_resident_is_written_down_with_where_it_came_from_and_whom_to_answer(
    change, reason
) -> None:
    scene = make_scene()
    told = {"channel": "phone", "name": "Bea", "email": "bea@bewoner.test", "reach": "", "answers": IDEA}
    with looking(scene.manager) as manager, pytest.raises(Refused, match=reason):
        actions.register_idea(scene.network, by=manager, **{**told, **change})


def test_a_link_to_what_is_not_there_any_more_is_broken() -> None:
    network = make_network()
    for kind, deed in (("idea", actions.confirm_idea), ("join", actions.confirm_request)):
        token = queries.link_token(kind, OutsideIdea(network=network))
        with pytest.raises(Refused, match="Deze link werkt niet"):
            deed(network, token)


def test_the_office_writes_an_idea_down_for_a_resident() -> None:
    network, manager = office()
    values = {**IDEA, "channel": "paper", "email": "", "reach": "Dorpsstraat 1"}
    form = text(manager.get("beheer/ideeen/opschrijven/"))
    for part in ("Schrijf een idee op voor een bewoner", "Hoe kwam het binnen?", "Dien dit idee in"):
        assert part in form
    assert manager.post("beheer/ideeen/opschrijven/", **values).status_code == 302
    page = text(manager.get("beheer/ideeen/"))
    for words in ("op papier", "opgeschreven door Marieke Smit", "Dorpsstraat 1"):
        assert words in page
    assert posted() == []
    for change, words in (
        ({"reach": ""}, "hoe de bewoner te bereiken is"),
        ({"channel": "web"}, "Deze keuze is er niet"),
    ):
        answer = manager.post("beheer/ideeen/opschrijven/", **{**values, **change})
        assert answer.status_code == 422
        assert words in text(answer)
    with looking(make_member(network)) as other, pytest.raises(Refused):
        actions.register_idea(network, by=other, channel="paper", name="B", email="", reach="x", answers=IDEA)


def test_too_many_forms_from_one_place_are_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    network, _manager = office()
    monkeypatch.setattr("schakel.public.views.outside.LIMITS", {"outside": "1/h/ip"})
    guest = Browser(network)
    assert guest.post("idee/", **IDEA).status_code == 302
    held = guest.post("idee/", **IDEA)
    assert held.status_code == 422
    assert "Wacht een uur" in text(held)
    assert "Meer mensen komen buiten." in text(held)


def test_one_address_gets_only_so_many_mails_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    network, _manager = office()
    monkeypatch.setattr("schakel.public.views.outside.LIMITS", {"outside": "20/h/ip,1/h/key"})
    guest = Browser(network)
    to = {"email": "een-ander@voorbeeld.test"}
    assert guest.post("idee/", **{**IDEA, **to}).status_code == 302
    assert guest.post("idee/", **{**IDEA, "email": "Een-Ander@voorbeeld.test"}).status_code == 422
    assert guest.post("idee/", **{**IDEA, "email": "nog-iemand@voorbeeld.test"}).status_code == 302


def asked(network: Network) -> MembershipRequest:
    guest = Browser(network)
    assert guest.post("lid-worden/", **JOIN).status_code == 302
    assert "Uw verzoek is binnen" in text(guest.client.post(link()))
    with as_platform(network):
        return MembershipRequest.objects.of(network).get()


def test_advice_and_answer_are_never_empty_and_a_confirmed_request_stays_as_it_was() -> None:
    group = make_group(make_network(name="Zorgnetwerk Proef"), kind="executive_board")
    make_mandate(group.body, "membership")
    manager = make_member(group.network, Role.MANAGER)
    request = asked(group.network)
    with as_platform(group.network):
        promised = MembershipRequest.objects.get().answer_by
    again = actions.confirm_request(group.network, queries.link_token("join", request))
    assert again.answer_by == promised
    with looking(manager):
        with pytest.raises(Refused, match="Schrijf het advies op"):
            actions.advise(request, by=manager, advice=" ")
        actions.advise(request, by=manager, advice="Doen.")
        proposed = actions.propose_request(request, by=manager, body=group.body, meeting=None)
    decision = proposed.decision
    with as_platform(group.network):
        Decision.objects.filter(pk=decision.pk).update(meeting=make_meeting(group))
    decide(group, decision, "fff")
    with looking(manager), pytest.raises(Refused, match="Schrijf op wat de aanvrager leest"):
        actions.answer_request(request, by=manager, answer=" ")


def test_an_organisation_asks_is_advised_on_decided_about_and_welcomed() -> None:
    group = make_group(make_network(name="Zorgnetwerk Proef"), kind="executive_board")
    network = group.network
    make_mandate(group.body, "membership")
    manager = make_member(network, Role.MANAGER)
    browser = Browser(network, manager)
    assert "Er is er nog geen." in text(browser.get("beheer/verzoeken/"))
    request = asked(network)
    here = f"beheer/verzoeken/{request.pk}/"
    assert "Vijf verpleegkundigen" in text(browser.get(here))
    assert browser.post(here, advice="").status_code == 422
    assert browser.post(here, advice="Doen: zij vullen een gat.").status_code == 302
    assert browser.post(here, body=group.body.slug).status_code == 302
    with as_platform(network):
        request.refresh_from_db()
        decision = request.decision
        assert (decision.type, decision.status, decision.subject_id) == (
            "membership",
            DecisionStatus.OPEN,
            request.pk,
        )
        assert "Doen: zij vullen een gat." in decision.proposal
    early = browser.post(here, answer="Welkom")
    assert "nog niet geldig genomen" in text(early)
    meeting = make_meeting(group)
    with as_platform(network):
        Decision.objects.filter(pk=decision.pk).update(meeting=meeting)
        decision.refresh_from_db()
    decide(group, decision, "fff")
    assert (
        browser.post(here, answer="Welkom: u vult een gat.", joined_on=TODAY().isoformat()).status_code == 302
    )
    with as_platform(network):
        partner = Partner.objects.get(network=network, slug="thuiszorg-zuid")
        assert (partner.status, partner.offers) == ("partner", "Vijf verpleegkundigen")
    assert posted()[-1].to == ["a.bos@zuid.test"]
    page = text(browser.get(here))
    assert "Welkom heten" in page
    assert "Een vertegenwoordiger is uitgenodigd" in page
    assert "toegelaten" in text(browser.get("beheer/verzoeken/"))


def test_a_request_follows_its_proposal_to_another_body_and_back() -> None:
    group = make_group(kind="executive_board")
    above = make_group(group.network, name="Platform")
    manager = make_member(group.network, Role.MANAGER)
    browser = Browser(group.network, manager)
    request = asked(group.network)
    here = f"beheer/verzoeken/{request.pk}/"
    browser.post(here, advice="Doen.")
    browser.post(here, body=group.body.slug)
    with looking(group.secretary) as secretary:
        first = Decision.objects.select_related("body", "network").get(subject_id=request.pk)
        taken_over = governance.escalate(first, by=secretary, reason="Te groot.", body=above.body)
    assert "nog niet geldig genomen" in text(browser.post(here, answer="Welkom"))
    with looking(above.secretary) as secretary:
        governance.withdraw_decision(taken_over, by=secretary, reason="Nog niet.")
    assert browser.post(here, body=above.body.slug).status_code == 302
    with as_platform(group.network):
        request.refresh_from_db()
        assert request.decision not in {first, taken_over}
        assert request.decision.is_open


def test_a_request_that_the_body_does_not_carry_is_refused_with_the_reason() -> None:
    group = make_group(kind="executive_board")
    make_mandate(group.body, "membership")
    manager = make_member(group.network, Role.MANAGER)
    browser = Browser(group.network, manager)
    request = asked(group.network)
    here = f"beheer/verzoeken/{request.pk}/"
    browser.post(here, advice="Niet doen.")
    browser.post(here, body=group.body.slug)
    meeting = make_meeting(group)
    with as_platform(group.network):
        request.refresh_from_db()
        Decision.objects.filter(pk=request.decision_id).update(meeting=meeting)
        decision = Decision.objects.select_related("body", "meeting").get(pk=request.decision_id)
    decide(group, decision, "aaa")
    assert browser.post(here, answer="").status_code == 422
    assert browser.post(here, answer="Het gaat niet door: er zijn al twee.").status_code == 302
    assert "Het gaat niet door" in str(posted()[-1].body)
    with as_platform(group.network):
        request.refresh_from_db()
        assert (request.state, request.partner) == ("refused", None)
    with looking(manager), pytest.raises(Refused, match="niet toegelaten"):
        actions.advise(request, by=manager, advice="Toch wel")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "bakker"}, "Deze keuze is er niet"),
        ({"motive": ""}, "Schrijf op waarom u wilt meedoen."),
        ({"email": ""}, "Zonder adres kunnen wij niet antwoorden."),
        ({"who": "BSN 111222333"}, "burgerservicenummer"),
        ({"email": "a@b.test\r\nTo: x@y.test"}, "Dit is geen e-mailadres"),
    ],
)
def test_a_request_that_cannot_be_sent_says_why_and_keeps_the_text(change: dict, words: str) -> None:
    network, _manager = office()
    answer = Browser(network).post("lid-worden/", **{**JOIN, **change})
    assert answer.status_code == 422
    assert words in text(answer)
    assert "Vijf verpleegkundigen" in text(answer)


def test_only_the_office_sees_who_sent_something() -> None:
    network, _manager = office()
    request = asked(network)
    member = Browser(network, make_member(network))
    pages = ("beheer/ideeen/", "beheer/ideeen/opschrijven/", "beheer/verzoeken/", f"beheer/verzoeken/{request.pk}/",
             "beheer/openbaar/", "beheer/openbaar/I-2026-001/")  # fmt: skip
    for page in pages:
        assert member.get(page).status_code == 403
        assert Browser(network).get(page).status_code == 302
    with looking(make_member(network)) as other:
        for deed in (
            lambda: actions.advise(request, by=other, advice="Ja"),
            lambda: actions.answer_request(request, by=other, answer="Ja"),
        ):
            with pytest.raises(Refused, match="netwerkmanager"):
                deed()


def test_what_nobody_confirmed_is_forgotten_when_the_link_no_longer_works() -> None:
    network, _browser = office()
    guest = Browser(network)
    guest.post("idee/", **IDEA)
    proved = link()
    guest.client.post(proved)
    guest.post("idee/", **{**IDEA, "email": "nooit@bewoner.test"})
    guest.post("lid-worden/", **JOIN)
    with as_platform(network):
        OutsideIdea.objects.update(sent_at=timezone.now() - timedelta(days=7, minutes=1))
        assert actions.forget_unproved(network, timezone.now()) == 1
        assert [one.email for one in Contact.objects.order_by("email")] == [JOIN["email"], IDEA["email"]]
        MembershipRequest.objects.update(sent_at=timezone.now() - timedelta(days=8))
        defer("public.forget", network=network)
    run_waiting(only="public.forget")
    with as_platform(network):
        assert [one.email for one in Contact.objects.all()] == [IDEA["email"]]
        assert OutsideIdea.objects.get().initiative is not None
        assert not MembershipRequest.objects.exists()
        assert actions.forget_unproved(network, timezone.now()) == 0
        told = Entry.objects.filter(verb="forgot unproved").order_by("at")
        assert [one.data["n"] for one in told] == [1, 1], (
            "a day without anything to forget is not in the journal"
        )
    with looking(make_member(network, Role.MANAGER)), pytest.raises(Refused):
        actions.forget_unproved(network, timezone.now())
