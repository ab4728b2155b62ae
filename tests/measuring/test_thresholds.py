"""From how many people a figure is shown: ten, unless a body of the network decided otherwise."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from schakel.journal.models import Entry
from schakel.measuring import actions, queries
from schakel.measuring.models import Threshold
from schakel.methods.disclosure import Policy
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    as_platform,
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_valid_decision,
)
from tests.factories.measuring import fill, make_series, of
from tests.factories.network import make_member, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    """A group that may decide what it likes."""
    made = make_group()
    make_mandate(made.body, "other", "p3")
    return made


def test_a_network_shows_less_than_ten_only_by_a_decision_that_its_body_took(group) -> None:
    network = group.body.network
    taken = make_valid_decision(group, "other", title="Toon cijfers vanaf 5 mensen")
    of_another_kind = make_valid_decision(group, "p3")
    waiting = make_decision(group, type="other", meeting=None)
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        for threshold, decision, reason, refusal in (
            (5, None, "Afgesproken.", "alleen met een besluit"),
            (5, of_another_kind, "Afgesproken.", "alleen met een besluit"),
            (5, waiting, "Afgesproken.", "alleen met een besluit"),
            (4, taken, "Afgesproken.", "tussen 5 en 100"),
            (10, None, "Afgesproken.", "geldt al"),
            (5, taken, " ", "Schrijf op waarom"),
        ):
            with pytest.raises(Refused, match=refusal):
                actions.set_threshold(
                    network, by=manager, threshold=threshold, reason=reason, decision=decision
                )
        assert queries.policy_of(network.pk) == Policy()
        actions.set_threshold(network, by=manager, threshold=5, reason="Wij kennen elkaar.", decision=taken)
        assert queries.policy_of(network.pk) == Policy(5, taken.number)
        assert Entry.objects.get(verb="threshold set").data == {"threshold": 5, "decision": taken.number}
        back = actions.set_threshold(network, by=manager, threshold=10, reason="Toch niet.", decision=taken)
        assert (back.number, back.decision) == (2, None)
    with looking(make_member(network, Role.ANALYST)) as analyst, pytest.raises(Refused, match="op slot"):
        actions.set_threshold(network, by=analyst, threshold=5, reason="Graag.", decision=taken)


def test_the_database_keeps_a_low_threshold_with_its_decision(group) -> None:
    network = group.body.network
    taken = make_valid_decision(group, "other", title="Toon cijfers vanaf 5 mensen")
    with as_platform(network):
        for facts, name in (
            ({"threshold": 5}, "a_low_threshold_has_its_decision"),
            ({"threshold": 4, "decision": taken}, "a_threshold_is_never_below_the_lowest"),
            ({"reason": ""}, "a_threshold_says_why"),
        ):
            row = {"threshold": 12, "reason": "Zo.", **facts}
            with pytest.raises(IntegrityError, match=name), transaction.atomic():
                Threshold.objects.create(network=network, number=1, set_at=timezone.now(), **row)
        kept = Threshold.objects.create(
            network=network, number=1, threshold=12, reason="Zo.", set_at=timezone.now()
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            kept.delete()


def test_pages_show_from_the_threshold_that_holds_and_files_keep_ten(group) -> None:
    network = group.body.network
    series = make_series(network, partner=make_partner(network, "zgt"))
    fill(series, of(7, 80))
    taken = make_valid_decision(group, "other", title="Toon cijfers vanaf 5 mensen")
    manager = make_member(network, Role.MANAGER)
    browser = Browser(network, manager)
    page, reader = f"meten/reeksen/{series.pk}/", Browser(network, make_member(network))
    assert "7 van 80" not in text(reader.get(page))
    assert "minder dan 10 mensen" in text(reader.get("meten/"))
    wrong = browser.post("meten/uitgaven/drempel/", threshold="5", decision="", reason="Afgesproken.")
    assert wrong.status_code == 422
    assert "Kies dat besluit" in text(wrong)
    right = browser.post(
        "meten/uitgaven/drempel/", threshold="5", decision=str(taken.pk), reason="Afgesproken."
    )
    assert right.status_code == 302
    assert "7 van 80" in text(reader.get(page))
    told = text(reader.get("meten/uitgaven/"))
    assert "5 mensen" in told
    assert taken.number in told
    assert "Dat besloot uw netwerk" in text(reader.get("meten/"))
    with looking(manager):
        _made, left = actions.take_out(series, by=manager)
    assert (left.n_hidden, left.threshold) == (1, 10)
