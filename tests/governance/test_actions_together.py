"""Several people at the same moment: one decision, no gaps in the numbers."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from schakel.governance import actions
from schakel.governance.models import Decision
from schakel.journal.models import Entry
from schakel.web.refusal import Refused
from tests.factories.governance import (
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_seat,
    make_tenure,
)
from tests.factories.network import make_member


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Do these at the same moment, each on its own connection; a refusal is a result too."""
    barrier = Barrier(len(deeds))

    def one(deed: Callable[[], object]) -> object:
        try:
            barrier.wait(timeout=20)
            return deed()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


def test_two_secretaries_close_at_once_and_one_decision_is_taken(committed):
    group = make_group()
    make_mandate(group.body)
    second = make_member(group.network)
    make_tenure(make_seat(group.body, "Tweede secretaris", is_voting=False, is_secretary=True), second)
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        actions.record_votes(decision, by=secretary, votes=group.votes("fff"))

    def close(person):
        def deed():
            with looking(person):
                return actions.close_decision(decision, by=person)

        return deed

    outcomes = at_once(close(group.secretary), close(second))
    refusals = [one for one in outcomes if isinstance(one, Refused)]
    assert len(refusals) == 1
    assert "is al vastgelegd" in refusals[0].reason
    with looking(group.secretary):
        assert Decision.objects.get().is_valid
        assert Entry.objects.filter(verb="decided").count() == 1


def test_numbers_have_no_gaps_and_no_doubles(committed):
    group = make_group()
    make_decision(group)

    def propose():
        return make_decision(group, meeting=None).number

    def fail():
        return make_decision(group, meeting=None, title="").number

    at_once(propose, fail)
    at_once(propose, propose)
    with looking(group.secretary):
        numbers = sorted(Decision.objects.values_list("number", flat=True))
    assert [number[-3:] for number in numbers] == ["001", "002", "003", "004"]
