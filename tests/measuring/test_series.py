"""Series: made and filled in, and what the database keeps."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from schakel.journal.models import Entry
from schakel.measuring import actions, queries
from schakel.measuring.models import Series, Value
from schakel.measuring.permissions import why_not_approve, why_not_begin_series, why_not_enter
from schakel.measuring.rules import Measured, Subject
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import fill, make_indicator, make_series, month, of
from tests.factories.network import make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


REFUSED_BY_TRIGGER = ProgrammingError


def test_a_series_begins_once_for_each_partner_area_and_subject() -> None:
    network = make_network()
    version = make_indicator(network)
    zgt, twente = make_partner(network, "zgt"), make_area(network)
    subject = (Subject.INITIATIVE, uuid4(), "I-2026-001 Thuis")
    with looking(make_member(network, Role.ANALYST)) as analyst:
        wanted = {"of_network": True, "partners": [zgt], "areas": [twente]}
        made = actions.begin_series(version, by=analyst, **wanted)
        assert [one.who for one in made] == ["het hele netwerk", twente.name, zgt.name]
        assert [one.key for one in made] == ["netwerk", f"gebied:{twente.slug}", "partner:zgt"]
        assert actions.begin_series(version, by=analyst, **wanted) == made
        own = actions.begin_series(version, by=analyst, of_network=True, subject=subject)
        assert own[0].subject_label == "I-2026-001 Thuis"
        assert list(Series.objects.about(Subject.INITIATIVE, subject[1])) == own
        assert len(queries.series_of(network, analyst)) == 3
        assert Entry.objects.filter(verb="begun").count() == 4
        with pytest.raises(Refused, match="Kies voor wie"):
            actions.begin_series(version, by=analyst)


def test_who_may_begin_fill_in_and_check() -> None:
    network = make_network()
    version = make_indicator(network)
    zgt, mst = make_partner(network, "zgt"), make_partner(network, "mst")
    of_zgt, of_all = make_series(network, version, partner=zgt), make_series(network, version)
    for role, partner, expected in (
        (Role.MANAGER, None, "xxxx"),
        (Role.ANALYST, None, "xxxx"),
        (Role.REPRESENTATIVE, zgt, ".x.."),
        (Role.PROFESSIONAL, zgt, ".x.."),
        (Role.PROFESSIONAL, mst, "...."),
        (Role.READER, None, "...."),
    ):
        with looking(make_member(network, role, partner=partner)) as person:
            found = (
                why_not_begin_series(person, version.indicator),
                why_not_enter(person, of_zgt),
                why_not_enter(person, of_all),
                why_not_approve(person, of_zgt),
            )
        assert "".join("." if one else "x" for one in found) == expected, (role, partner)
    version.indicator.ended_on = date(2026, 1, 1)
    assert "niet meer gemeten" in why_not_begin_series(None, version.indicator)


def test_only_an_empty_series_goes_away() -> None:
    network = make_network()
    empty, filled = make_series(network), make_series(network, make_indicator(network, "Ander"))
    fill(filled, of(3, 8))
    with looking(make_member(network, Role.MANAGER)) as manager:
        with pytest.raises(Refused, match="Wat is gemeten, blijft bewaard"):
            actions.drop_series(filled, by=manager)
        actions.drop_series(empty, by=manager)
        assert list(Series.objects.all()) == [filled]
    with looking(make_member(network)) as person, pytest.raises(Refused, match="Alleen de netwerkmanager"):
        actions.drop_series(filled, by=person)


def test_a_figure_is_kept_with_who_and_what_follows_and_twice_is_once() -> None:
    network = make_network()
    zgt = make_partner(network, "zgt")
    series = make_series(network, partner=zgt)
    with looking(make_member(network, Role.PROFESSIONAL, partner=zgt)) as person:
        assert fill(series, of(31, 80), of(0, 0), by=person, source="Register") == actions.Kept(2, 0, 0)
        assert fill(series, of(31, 80), of(0, 0), by=person) == actions.Kept(0, 0, 2)
        first, nothing = Value.objects.order_by("period_on")
        assert (first.value, first.n, first.state, first.entered_by) == (38.75, 80, "provisional", person)
        assert (first.source, nothing.value, nothing.n) == ("Register", None, 0)
        line = Entry.objects.get(verb="filled in")
        assert line.data == {"n": 2, "source": "Register"}


def test_a_correction_says_why_and_stands_beside_what_was_there() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    with looking(make_member(series.network, Role.ANALYST)) as analyst:
        with pytest.raises(Refused, match="het hele netwerk, januari 2025: Hier staat al een ander cijfer"):
            fill(series, of(33, 80), of(3, 8), by=analyst, reason="  ")
        assert Value.objects.count() == 1
        assert fill(series, of(33, 80), by=analyst, reason="Dubbel geteld.") == actions.Kept(0, 1, 0)
        old, new = Value.objects.order_by("number")
        assert (old.numerator, old.replaced_by) == (31, new)
        assert (new.number, new.reason, new.replaced_by) == (2, "Dubbel geteld.", None)
        assert list(Value.objects.counting()) == [new]
        assert new.measured.value == 41.25


def test_an_emptied_figure_is_withdrawn_and_can_come_back() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    assert fill(series, Measured(), reason="Verkeerde maand.") == actions.Kept(0, 1, 0)
    assert fill(series, Measured()) == actions.Kept(0, 0, 1)
    with as_platform(series.network):
        assert Value.objects.counting().get().is_withdrawn
    fill(series, of(30, 80), reason="Toch goed.")
    with as_platform(series.network):
        assert [one.number for one in Value.objects.all()] == [1, 2, 3]
        assert not Value.objects.counting().get().is_withdrawn


@pytest.mark.parametrize(
    ("on", "figure", "reason"),
    [
        (month(1), of(9, 8), "januari 2025: De teller is groter dan de noemer"),
        (date(2025, 1, 2), of(3, 8), "begint op haar eerste dag"),
        (date(2199, 1, 1), of(3, 8), "moet nog beginnen"),
    ],
)
def test_one_wrong_figure_and_nothing_is_kept(on: date, figure: Measured, reason: str) -> None:
    series = make_series(make_network())
    filled = [actions.Filled(series, month(2), of(3, 8)), actions.Filled(series, on, figure)]
    with as_platform(series.network):
        with pytest.raises(Refused, match=reason):
            actions.enter_values(filled, by=None)
        assert not Value.objects.exists()


def test_one_period_twice_and_somebody_elses_partner_are_refused() -> None:
    network = make_network()
    zgt, mst = make_partner(network, "zgt"), make_partner(network, "mst")
    version = make_indicator(network)
    of_zgt, of_mst = make_series(network, version, partner=zgt), make_series(network, version, partner=mst)
    twice = [actions.Filled(of_zgt, month(1), of(3, 8)), actions.Filled(of_zgt, month(1), of(4, 8))]
    both = [actions.Filled(of_zgt, month(1), of(3, 8)), actions.Filled(of_mst, month(1), of(4, 8))]
    with looking(make_member(network, Role.PROFESSIONAL, partner=zgt)) as person:
        with pytest.raises(Refused, match="Deze periode staat er twee keer in"):
            actions.enter_values(twice, by=person)
        with pytest.raises(Refused, match="cijfers van Mst invullen"):
            actions.enter_values(both, by=person)
        with pytest.raises(Refused, match="nakijken"):
            actions.enter_values(twice[:1], by=person, is_known=True)
        assert actions.enter_values([], by=person) == actions.Kept()
        assert not Value.objects.exists()


def test_who_checks_makes_figures_final_of_some_periods_or_all() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80), of(32, 80), of(33, 80))
    with looking(make_member(series.network, Role.ANALYST)) as analyst:
        assert actions.approve_values(series, by=analyst, from_on=month(2), last_on=month(2)) == 1
        value = Value.objects.get(period_on=month(2))
        assert (value.state, value.approved_by) == ("final", analyst)
        assert value.approved_at > timezone.now() - timedelta(minutes=1)
        assert actions.approve_values(series, by=analyst) == 2
        assert actions.approve_values(series, by=analyst) == 0
        assert Entry.objects.filter(verb="approved").count() == 2
        fill(series, of(35, 80), by=analyst, reason="Beter geteld.", is_known=True)
        assert Value.objects.counting().get(period_on=month(1)).state == "final"


def test_the_database_refuses_to_change_what_was_measured() -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    with as_platform(series.network):
        value = Value.objects.get()
        for deed in (
            lambda: Value.objects.filter(pk=value.pk).update(numerator=30),
            lambda: Value.objects.filter(pk=value.pk).update(reason="Anders"),
            lambda: value.delete(),
        ):
            with pytest.raises(REFUSED_BY_TRIGGER), transaction.atomic():
                deed()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"number": 1}, "a_figure_has_a_version_once"),
        ({"number": 2, "reason": "Anders"}, "one_figure_of_a_period_counts"),
        ({"number": 2}, "a_corrected_figure_says_why"),
        ({"state": "final"}, "a_final_figure_was_checked_by_somebody"),
        ({"denominator": None}, "a_fraction_has_both_its_parts"),
        ({"value": None}, "only_a_withdrawn_figure_or_nothing_counted_has_no_value"),
    ],
)
def test_the_database_asks_what_belongs_together(facts: dict, constraint: str) -> None:
    series = make_series(make_network())
    fill(series, of(31, 80))
    other = (
        {"period_on": month(2)} if "number" not in facts or (facts["number"] == 2 and len(facts) == 1) else {}
    )
    with as_platform(series.network):
        value = Value.objects.get()
        values = {
            name: getattr(value, name)
            for name in ("period_on", "numerator", "denominator", "value", "n", "entered_at")
        }
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Value.objects.create(network=series.network, series=series, **{**values, **other, **facts})


def test_a_series_says_about_whom_it_is() -> None:
    network = make_network()
    version, zgt = make_indicator(network), make_partner(network, "zgt")
    with as_platform(network):
        for facts, constraint in (
            ({"level": "network", "partner": zgt}, "a_series_says_about_whom_it_is"),
            ({"level": "partner"}, "a_series_says_about_whom_it_is"),
            ({"level": "network", "subject_type": "initiative"}, "a_subject_has_a_kind_and_a_key"),
        ):
            with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
                Series.objects.create(network=network, version=version, made_at=timezone.now(), **facts)
