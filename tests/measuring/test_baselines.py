"""A baseline: collected, checked by somebody else, locked for good, and followed by a second one."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from schakel.journal.models import Entry
from schakel.measuring import actions, queries
from schakel.measuring.actions.baselines import values_of
from schakel.measuring.models import Baseline, Series
from schakel.measuring.permissions import why_not_check_baseline, why_not_lock, why_not_withdraw_baseline
from schakel.measuring.queries import facts_of
from schakel.measuring.rules import Measured, seal_of
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import fill, make_baseline, make_series, month, of
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

REFUSED_BY_TRIGGER = ProgrammingError
YEAR = [of(30 + at, 80) for at in range(12)]


@pytest.fixture
def series():
    """A year of figures of the network itself."""
    made = make_series(make_network())
    fill(made, *YEAR)
    return made


def test_collected_checked_by_another_and_locked_with_a_fingerprint(series) -> None:
    analyst, manager = make_member(series.network, Role.ANALYST), make_member(series.network, Role.MANAGER)
    with looking(analyst):
        baseline = actions.collect_baseline(series, by=analyst, from_on=month(1), last_on=month(12))
        assert (baseline.state, baseline.number, baseline.values) == ("collected", 1, [])
        with pytest.raises(Refused, match="U kijkt niet uw eigen nulmeting na"):
            actions.check_baseline(baseline, by=analyst)
        with pytest.raises(Refused, match="Er is al een nulmeting onderweg"):
            actions.collect_baseline(series, by=analyst, from_on=month(1), last_on=month(12))
        with pytest.raises(Refused, match="Alleen de netwerkmanager kan een nulmeting op slot zetten"):
            actions.lock_baseline(baseline, by=analyst)
    with looking(manager):
        with pytest.raises(Refused, match="nog niet nagekeken"):
            actions.lock_baseline(baseline, by=manager)
        baseline = actions.check_baseline(baseline, by=manager)
        assert not series.values.filter(state="provisional").exists()
        assert "al nagekeken" in why_not_check_baseline(manager, baseline)
        baseline = actions.lock_baseline(baseline, by=manager)
        assert baseline.values[0]["value"] == "37.5"
        assert baseline.sha256 == seal_of(facts_of(baseline), baseline.values, baseline.limits)
        assert "al op slot" in why_not_lock(manager, baseline)
        assert "gaat niet meer weg" in why_not_withdraw_baseline(manager, baseline)
        verbs = Entry.objects.filter(about_id=str(baseline.pk)).order_by("sequence")
        assert list(verbs.values_list("verb", flat=True)) == ["collected", "checked", "locked"]
        assert verbs.last().data == {"sha256": baseline.sha256}


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [(5, 4, "ligt vóór de eerste"), (1, 2, "minstens 3 cijfers. In deze periode zijn er 2")],
)
def test_a_period_backwards_or_too_short_is_no_baseline(series, first: int, last: int, reason: str) -> None:
    with as_platform(series.network), pytest.raises(Refused, match=reason):
        actions.collect_baseline(series, by=None, from_on=month(first), last_on=month(last))


def test_a_figure_that_changes_after_checking_stops_the_lock(series) -> None:
    baseline = make_baseline(series, state="checked")
    fill(series, of(40, 80), reason="Dubbel geteld.")
    with looking(make_member(series.network, Role.MANAGER)) as manager:
        with pytest.raises(Refused, match="Sinds het nakijken is er een cijfer veranderd"):
            actions.lock_baseline(baseline, by=manager)
        with pytest.raises(Refused, match="waarom u deze nulmeting intrekt"):
            actions.withdraw_baseline(baseline, by=manager, reason=" ")
        actions.withdraw_baseline(baseline, by=manager, reason="Een cijfer was fout.")
        assert not Baseline.objects.exists()
        assert Entry.objects.get(verb="withdrawn").reason == "Een cijfer was fout."


def test_figures_withdrawn_before_checking_can_leave_too_few(series) -> None:
    baseline = make_baseline(series, n=3, state="collected")
    fill(series, Measured(), reason="Verkeerde maand.")
    with looking(make_member(series.network, Role.MANAGER)) as manager:
        with pytest.raises(Refused, match="minstens 3 cijfers"):
            actions.check_baseline(baseline, by=manager)
        assert len(values_of(baseline)) == 2


def test_a_second_baseline_stands_beside_the_first_with_its_reason(series) -> None:
    first = make_baseline(series)
    fill(series, of(40, 80), reason="Dubbel geteld.")
    with looking(make_member(series.network, Role.ANALYST)) as analyst:
        page = queries.series_page(series)
        assert page.is_changed_since
        assert page.locked == first
        with pytest.raises(Refused, match="waarom er een tweede komt"):
            actions.collect_baseline(series, by=analyst, from_on=month(1), last_on=month(12), reason=" ")
    second = make_baseline(series, reason="Januari was dubbel geteld.")
    with looking(make_member(series.network)):
        page = queries.series_page(series)
        assert (page.locked, page.is_changed_since, page.open_baseline) == (second, False, None)
        assert [one.number for one in page.baselines] == [2, 1]
        first.refresh_from_db()
        assert first.values[0]["value"] == "37.5"
        assert second.values[0]["value"] == "50"
        assert first.sha256 != second.sha256


def test_a_withdrawn_figure_counts_as_changed_too(series) -> None:
    make_baseline(series)
    fill(series, Measured(), reason="Verkeerde maand.")
    with looking(make_member(series.network)):
        assert queries.series_page(series).is_changed_since


def test_nobody_changes_or_removes_a_locked_baseline(series) -> None:
    baseline = make_baseline(series)
    with as_platform(series.network):
        for deed in (
            lambda: Baseline.objects.filter(pk=baseline.pk).update(values=[]),
            lambda: Baseline.objects.filter(pk=baseline.pk).update(state="checked"),
            lambda: baseline.delete(),
        ):
            with pytest.raises(REFUSED_BY_TRIGGER), transaction.atomic():
                deed()


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"state": "locked"}, "a_locked_baseline_has_a_fingerprint_a_moment_and_figures"),
        ({"state": "collected"}, "a_baseline_is_checked_by_somebody_else"),
        ({"collected_by": "checked_by"}, "a_baseline_is_checked_by_somebody_else"),
        ({"last_on": month(1, 2020)}, "a_baseline_does_not_end_before_it_starts"),
        ({"number": 2}, "a_second_baseline_says_why"),
        ({"sha256": "a" * 64}, "a_locked_baseline_has_a_fingerprint_a_moment_and_figures"),
    ],
)
def test_the_database_knows_the_steps(series, change: dict, constraint: str) -> None:
    baseline = make_baseline(series, state="checked")
    values = {name: baseline.checked_by if value == "checked_by" else value for name, value in change.items()}
    with as_platform(series.network), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Baseline.objects.filter(pk=baseline.pk).update(**values)


def test_only_one_baseline_is_on_its_way(series) -> None:
    baseline = make_baseline(series, state="collected")
    with as_platform(series.network):
        copy = Baseline(
            network=series.network,
            series=series,
            number=2,
            reason="Nog een",
            state="collected",
            from_on=month(1),
            last_on=month(3),
            collected_at=baseline.collected_at,
        )
        with pytest.raises(IntegrityError, match="one_baseline_is_on_its_way"), transaction.atomic():
            copy.save()


def test_a_baseline_tells_whether_its_fingerprint_still_fits() -> None:
    series = make_series(make_network())
    fill(series, *[of(31 + at, 80) for at in range(12)])
    baseline = make_baseline(series)
    with as_platform(series.network):
        found = queries.series_page(Series.objects.named().get(pk=series.pk)).baselines[0]
        assert found == baseline
        assert queries.is_intact(found)
        for name, other in (
            ("limits", {}),
            ("values", found.values[1:]),
            ("last_on", month(11)),
            ("reason", "x"),
        ):
            changed = Baseline.objects.select_related("series__version__indicator").get(pk=found.pk)
            setattr(changed, name, other)
            assert not queries.is_intact(changed), name
        found.locked_at = found.locked_at.astimezone(ZoneInfo("Europe/Amsterdam"))
        assert queries.is_intact(found), "the same moment in another zone"
    page = f"meten/reeksen/{series.pk}/"
    assert "rekende hem zojuist na: hij klopt" in text(
        Browser(series.network, make_member(series.network)).get(page)
    )


def test_a_baseline_that_was_changed_past_the_lock_says_so_on_its_page(monkeypatch) -> None:
    series = make_series(make_network())
    fill(series, *[of(31, 80)] * 12)
    make_baseline(series)
    # The database lets nobody change it; here what it holds reads otherwise than it was sealed.
    monkeypatch.setattr(
        "schakel.measuring.queries.series.facts_of", lambda _baseline: {"last_on": "2025-11-01"}
    )
    page = text(Browser(series.network, make_member(series.network)).get(f"meten/reeksen/{series.pk}/"))
    assert "De vingerafdruk van deze nulmeting klopt niet meer" in page
