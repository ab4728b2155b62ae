"""One fault for each invariant that neither gates nor money guard, in the real code: its own test finds the fault.

The tests are those of the apps themselves; here each is played once more on code with a fault in it. What is
confidential (15) and what is public (18) the database keeps, so there the fault stands in the database, and once in
each door that the database cannot guard. Faults in the calendar (17) are in tests/methods/test_workdays.py too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta, timezone
from typing import Any
from unittest.mock import ANY

import pytest
from django.db import DatabaseError, transaction

from schakel.initiatives.rules import Stage
from schakel.public.actions import publish
from tests import database
from tests.factories.governance import as_platform, make_group
from tests.factories.initiatives import fresh, make_initiative, make_scene
from tests.factories.measuring import fill, make_indicator, make_series
from tests.governance import test_actions_deciding as deciding
from tests.governance import test_actions_in_writing as in_writing
from tests.governance import test_minutes as minutes
from tests.initiatives import test_measures as measures
from tests.initiatives import test_talk as talk
from tests.journal import test_journal as journal
from tests.measuring import test_baselines as baselines
from tests.overview import test_handover as handover
from tests.public import test_public as public
from tests.search import test_leaks as search

OWN = f"schakel_test_{database.WORKER}"
Patch = pytest.MonkeyPatch


def a_pilot_with_figures() -> tuple[Any, ...]:
    """A pilot that began, and figures from before it."""
    scene = make_scene()
    pilot = make_initiative(scene, Stage.PILOT)
    with as_platform(scene.network):
        type(pilot).objects.filter(pk=pilot.pk).update(started_on=measures.START)
    series = make_series(scene.network, make_indicator(scene.network, target="50"))
    fill(series, *measures.BEFORE)
    return scene, fresh(pilot), series


def a_pilot() -> tuple[Any, ...]:
    """A pilot that runs."""
    scene = make_scene()
    return scene, make_initiative(scene, Stage.PILOT)


def a_group() -> tuple[Any, ...]:
    """A group with a chair, members and a secretary."""
    return (make_group(),)


def a_screening() -> tuple[Any, ...]:
    """A scene and an initiative that is being screened."""
    scene = make_scene()
    return scene, make_initiative(scene, Stage.SCREENING)


def an_internal_note_is_found_by_its_readers(scene: Any, one: Any) -> None:
    """What search promises for every order of events, here for one internal note."""
    search.test_after_any_change_of_people_and_places_a_note_is_found_by_who_may_read_it.hypothesis.inner_test(
        one, scene, steps=[("say", 0, "internal")]
    )


def replaced(target: str, value: Any) -> Callable[[Patch], None]:
    """The fault that this function or property is something else."""
    return lambda patch: patch.setattr(target, value)


#: For each invariant: the test that guards it, what it stands on, and the fault.
MUTANTS: dict[str, tuple[Callable[..., None], Callable[[], tuple[Any, ...]], Callable[[Patch], None]]] = {
    "5: whatever a locked baseline holds, its fingerprint fits": (
        baselines.test_a_baseline_tells_whether_its_fingerprint_still_fits,
        tuple,
        replaced("schakel.measuring.queries.series.seal_of", lambda *held: ANY),
    ),
    "6: a promise may know the outcome": (
        measures.test_a_promise_is_refused_once_it_knows_the_outcome,
        a_pilot_with_figures,
        replaced("schakel.initiatives.actions.measures.why_not_promise_now", lambda *facts, **more: None),
    ),
    "14: adopted minutes are written again": (
        minutes.test_adopted_minutes_are_never_written_again,
        a_group,
        replaced("schakel.governance.actions.minutes.why_not_write_minutes", lambda *asked: None),
    ),
    "15: who cannot read an internal note is told of it": (
        talk.test_nobody_is_named_in_a_note_they_cannot_read,
        a_screening,
        replaced(
            "schakel.initiatives.actions.talk.why_not_mention", lambda person, initiative, readers: None
        ),
    ),
    "16: few people are shown": (
        measures.test_few_people_stay_hidden_also_here,
        a_pilot,
        replaced("schakel.methods.disclosure.is_few", lambda *counts, **more: False),
    ),
    "17: a meeting is held on the day of Greenwich": (
        deciding.test_the_mandate_of_the_day_of_the_meeting_counts_not_of_the_day_of_recording,
        tuple,
        replaced(
            "schakel.governance.models.Meeting.held_on", property(lambda meeting: meeting.starts_at.date())
        ),
    ),
    "17: a round closes by the clock of the other half of the year": (
        in_writing.test_a_round_closes_by_the_clock_of_that_day_also_when_the_clock_changes,
        tuple,
        replaced(
            "django.utils.timezone.make_aware",
            lambda moment: moment.replace(tzinfo=timezone(timedelta(hours=1))),
        ),
    ),
    "18: a text that is taken away stays public": (
        public.test_a_text_that_is_taken_away_is_gone_at_once_and_internal_changes_never_leak,
        tuple,
        replaced(
            "schakel.public.actions.publish",
            lambda initiative, **values: publish(initiative, **{**values, "is_published": True}),
        ),
    ),
    "19: somebody leaves with work still open": (
        handover.test_a_person_leaves_only_after_everything_is_handed_over,
        lambda: (make_scene(),),
        replaced("schakel.overview.queries.leaving.why_not_leave", lambda things: None),
    ),
    "20: a seal forgets the one before it": (
        journal.test_seals_form_a_chain_and_verify,
        tuple,
        replaced("schakel.journal.actions.seal_of", lambda previous, lines: "0" * 64),
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("fault", MUTANTS)
def test_the_test_of_the_invariant_finds_the_fault(fault: str, monkeypatch: Patch):
    guard, ground, mutant = MUTANTS[fault]
    on = ground()
    mutant(monkeypatch)
    with pytest.raises((AssertionError, DatabaseError, pytest.fail.Exception)), transaction.atomic():
        guard(*on)


def opened(table: str, policy: str) -> str:
    """The fault that this policy lets everything pass."""
    return f"alter policy {policy} on {table} using (true)"


#: What the database keeps by itself: the test that guards it, what it stands on, and the fault in the database.
IN_THE_DATABASE: dict[str, tuple[Callable[..., None], Callable[[], tuple[Any, ...]], str]] = {
    "14: the database lets adopted minutes change": (
        minutes.test_the_database_keeps_adopted_minutes_through_any_door,
        a_group,
        "alter table governance_minutes disable trigger pgtrigger_adopted_minutes_never_change_0d907",
    ),
    "15: everyone reads an internal note": (
        talk.test_an_internal_note_is_for_the_office_and_the_group_only,
        a_screening,
        opened("initiatives_note", "fewer_people"),
    ),
    "15: everyone finds an internal note": (
        an_internal_note_is_found_by_its_readers,
        a_screening,
        """
        do $$ begin execute replace(
            pg_get_functiondef('search.of_note(uuid[])'::regprocedure), $f$n.readers = 'network'$f$, 'true');
        end $$
        """,
    ),
    "18: a visitor reads a text that nobody approved": (
        public.test_a_visitor_reads_approved_texts_only_whatever_is_asked_of_the_database,
        tuple,
        """
        do $$ declare p record; begin
            select * into strict p from pg_policies
            where tablename = 'public_publication' and qual like '%is_published%';
            execute format('alter policy %I on public_publication using (%s)',
                p.policyname, replace(p.qual, 'is_published', 'true'));
        end $$
        """,
    ),
}


def test_the_tests_of_the_invariants_find_faults_in_the_database_too(altered: None):
    """One after another, each in a transaction that is taken back; no guard looks at what another fault broke."""
    for fault, (guard, ground, mutant) in IN_THE_DATABASE.items():
        with database.as_owner(OWN) as owner:
            owner.execute("set lock_timeout = '5s'")
            owner.execute(mutant)
        found = False
        with transaction.atomic():
            try:
                guard(*ground())
            except (AssertionError, pytest.fail.Exception):
                found = True
            transaction.set_rollback(True)
        assert found, f"nobody finds: {fault}"
