"""Between reading a form and sending it things change: the form says so, with all that was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from schakel.governance.models import Meeting
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
)
from tests.factories.network import make_member

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
TOO_LATE = "Dit kan intussen niet meer."


def office(group: Group) -> Browser:
    return Browser(group.network, make_member(group.network, Role.MANAGER))


def secretary(group: Group) -> Browser:
    return Browser(group.network, group.secretary)


def ahead(group: Group) -> Meeting:
    return make_meeting(group, timezone.now() + timedelta(days=9))


def propose(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    typed = {"type": "membership", "title": "Zij worden partner", "proposal": "Getypt.", "amount_eur": ""}
    return (
        Browser(group.network, group.chair),
        f"gremia/{group.body.slug}/voorstel/",
        {**typed, "where": "volgende"},
    )


def add_seat(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    return (
        office(group),
        f"gremia/{group.body.slug}/zetels/",
        {"name": "Getypt.", "is_voting": "on", "partner": ""},
    )


def seat_person(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    typed = {"person": make_member(group.network).pk, "kind": "deputy", "from_on": "2024-02-03"}
    return office(group), f"gremia/{group.body.slug}/zetels/2/", typed


def end_tenure(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    with as_platform(group.network):
        tenure = group.seats[1].tenures.get()
    typed = {"tenure": tenure.pk, "until_on": TODAY().isoformat(), "reason": "Getypt."}
    return office(group), f"gremia/{group.body.slug}/zetels/2/einde/", typed


def plan_meeting(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    typed = {"body": group.body.slug, "day": "2036-07-02", "time": "16:00", "place": "Getypt.", "title": ""}
    return secretary(group), "overleggen/plan/", typed


def change_meeting(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    typed = {"body": group.body.slug, "day": "2036-07-02", "time": "16:00", "place": "Getypt.", "title": ""}
    return secretary(group), f"overleggen/{ahead(group).number}/wijzig/", typed


def cancel_meeting(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    return secretary(group), f"overleggen/{ahead(group).number}/zeg-af/", {"reason": "Getypt."}


def add_agenda_item(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    return (
        secretary(group),
        f"overleggen/{ahead(group).number}/punten/",
        {"title": "Getypt.", "kind": "discussion"},
    )


def ratify(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    board = make_group(group.network, name="Bestuurlijk platform")
    make_mandate(board.body)
    decision = decide(group, make_decision(group), "fff")
    typed = {"body": board.body.slug, "proposal": "Getypt.", "where": "volgende"}
    return office(group), f"besluiten/{decision.number}/bekrachtigen/", typed


def recuse(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    return (
        Browser(group.network, group.people[1]),
        f"besluiten/{make_decision(group).number}/betrokken/",
        {"reason": "Getypt."},
    )


def put_need(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    return office(group), "groeipad/behoefte/", {"stage": "forming", "text": "Getypt."}


def put_tier(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    return office(group), "groeipad/inbreng/", {"kind": "conditions", "text": "Getypt.", "who": "managers"}


def propose_growth_step(group: Group) -> tuple[Browser, str, dict[str, Any]]:
    make_mandate(group.body, "growth_step")
    return office(group), "groeipad/stap/", {"proposal": "Getypt.", "amount_eur": "", "where": "volgende"}


FORMS: list[tuple[str, Callable[[Group], tuple[Browser, str, dict[str, Any]]]]] = [
    ("schakel.governance.actions.open_decision", propose),
    ("schakel.governance.actions.add_seat", add_seat),
    ("schakel.governance.actions.seat_person", seat_person),
    ("schakel.governance.actions.end_tenure", end_tenure),
    ("schakel.governance.actions.plan_meeting", plan_meeting),
    ("schakel.governance.actions.change_meeting", change_meeting),
    ("schakel.governance.actions.cancel_meeting", cancel_meeting),
    ("schakel.governance.actions.add_agenda_item", add_agenda_item),
    ("schakel.governance.actions.ratify", ratify),
    ("schakel.governance.actions.recuse", recuse),
    ("schakel.network.actions.put_need", put_need),
    ("schakel.network.actions.put_tier", put_tier),
    ("schakel.governance.actions.propose_growth_step", propose_growth_step),
]


@pytest.mark.parametrize(("action", "form"), FORMS, ids=[form.__name__ for _action, form in FORMS])
def test_what_cannot_be_done_any_more_is_said_on_the_form_with_all_that_was_typed(
    action: str, form: Callable[..., Any], group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, path, typed = form(group)

    def refuse(*args: Any, **values: Any) -> None:
        raise Refused(TOO_LATE)

    monkeypatch.setattr(action, refuse)
    answer = browser.post(path, **typed)
    assert answer.status_code == 422
    page = text(answer)
    assert TOO_LATE in page
    for words in typed.values():
        assert str(words) in page


def test_groups_that_are_there_are_not_made_again(group: Group) -> None:
    browser = office(group)
    assert browser.post("gremia/standaard/").status_code == 302
    assert "Er zijn al groepen in dit netwerk. Er is niets veranderd." in text(browser.get("gremia/"))


def test_only_the_office_hears_for_which_group_it_plans_a_meeting(group: Group) -> None:
    stranger = Browser(group.network, make_member(group.network))
    assert stranger.get("overleggen/plan/", groep=group.body.slug).status_code == 403


def test_an_agenda_that_was_shared_already_stays_shared(group: Group) -> None:
    browser, meeting = secretary(group), ahead(group)
    for _again in range(2):
        assert browser.post(f"overleggen/{meeting.number}/deel-agenda/").status_code == 302
    with as_platform(group.network):
        assert Meeting.objects.get().status == "agenda"
