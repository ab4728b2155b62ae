"""What a series shows: worked out once, told on the board and its own page; phases, notes and what left as a file."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from schakel.jobs.queue import perform
from schakel.journal.models import Entry
from schakel.measuring import actions, charting, queries
from schakel.measuring.models import Exit, PhaseChange, PointNote, Reading
from schakel.measuring.rules import Measured
from schakel.methods.spc import Basis, Chart
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import (
    AFTER,
    BEFORE,
    fill,
    make_baseline,
    make_indicator,
    make_series,
    month,
    of,
    worked_out,
)
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db

# --- Working out


def test_what_changed_is_worked_out_by_the_worker_and_kept(series) -> None:
    with as_platform(series.network):
        assert Reading.objects.get().is_stale
    reading = worked_out(series)
    assert not reading.is_stale
    assert (reading.variation, reading.assurance, reading.fault) == ("common", "hit_or_miss", "")
    assert len(reading.points) == 12
    assert reading.points[0]["value"] == pytest.approx(38.75)
    assert reading.last["numerator"] == "33"
    assert reading.lower95 < 41.25 < reading.upper95
    assert reading.engine.startswith("spc-")
    fill(series, of(40, 80), reason="Dubbel geteld.")
    with as_platform(series.network):
        assert Reading.objects.get().is_stale
    assert worked_out(series).points[0]["value"] == pytest.approx(50)


def test_a_second_baseline_keeps_the_line_of_the_first_unless_it_gives_a_small_number_back(
    series, monkeypatch
) -> None:
    monkeypatch.setattr(charting, "drawings", lambda chart, title, before: (f"<svg>{before}</svg>", ""))
    make_baseline(series)
    assert worked_out(series).broad == "<svg>None</svg>"
    fill(series, of(40, 80), reason="Dubbel geteld.")
    make_baseline(series, reason="Januari was dubbel geteld.")
    centre = sum(one.numerator for one in BEFORE) * 100 / sum(one.denominator for one in BEFORE)
    assert worked_out(series).broad == f"<svg>{float(centre)}</svg>"
    few = make_series(series.network, make_indicator(series.network, "Weinig"))
    fill(few, of(3, 80), *BEFORE[1:])
    make_baseline(few)
    fill(few, of(30, 80), reason="Een nul vergeten.")
    make_baseline(few, reason="Een nul vergeten.")
    assert worked_out(few).broad == "<svg>None</svg>"


def test_locked_limits_stay_and_later_figures_are_seen_against_them(series) -> None:
    baseline = make_baseline(series)
    assert set(baseline.limits) == {"chart", "centre", "level", "moving_range", "n_points"}
    centre = worked_out(series).points[0]["centre"]
    filled = [actions.Filled(series, month(13 + at), one) for at, one in enumerate(AFTER)]
    with as_platform(series.network):
        actions.enter_values(filled, by=None)
    reading = worked_out(series)
    assert reading.variation == "improvement"
    assert reading.points[-1]["rules"]
    assert reading.points[-1]["centre"] == pytest.approx(centre)
    with as_platform(series.network):
        chart = charting.chart_of(series.version, list(series.values.counting()))
    assert chart.points[-1].centre != pytest.approx(centre)


def test_a_figure_may_reach_its_target_that_the_baseline_did_not_reach_by_itself(series) -> None:
    make_baseline(series)
    with as_platform(series.network):
        actions.enter_values([actions.Filled(series, month(13), of(75, 100))], by=None)
    reading = worked_out(series)
    assert (reading.is_of_before, reading.limits_from_on, reading.limits_last_on) == (
        True,
        month(1),
        month(12),
    )
    rests = queries.Rests(30, 60, month(1), month(12), is_of_before=True)
    shown = queries.Shown(of("75"))
    told = queries.on_target(series.version, rests, shown, Decimal(70))
    assert (told.word, told.limits_words, told.target_words) == (
        "Haalde doel niet vanzelf",
        "in de nulmeting: jan 2025 t/m dec 2025",
        "doel 70 %: gehaald",
    )
    hidden = queries.on_target(series.version, rests, queries.HIDDEN, Decimal(70))
    assert hidden.target_words == "doel 70 %"
    with as_platform(series.network):
        actions.change_phase(series, by=None, starts_on=month(13), cause="De proef begon.")
    reading = worked_out(series)
    assert (reading.is_of_before, reading.limits_from_on) == (False, month(13))


def test_many_series_are_worked_out_some_at_a_time_and_the_board_says_how_far(
    no_drawing, django_assert_num_queries
) -> None:
    network = make_network()
    version = make_indicator(network)
    for number in range(5):
        fill(make_series(network, version, partner=make_partner(network, f"p{number}")), *BEFORE[:4])
    # Two of these mark a transaction within the one of the test.
    with as_platform(network), django_assert_num_queries(8):
        assert actions.work_out_some(network.pk, 2) == 2
    page = text(Browser(network, make_member(network)).get("meten/"))
    assert "Van 3 van de 5 reeksen worden de tekens nog opnieuw berekend" in page
    perform("measuring.read", {"network": str(network.pk)})
    with as_platform(network):
        assert not Reading.objects.filter(is_stale=True).exists()
        assert {len(one.points) for one in Reading.objects.all()} == {4}


def test_what_was_worked_out_in_an_older_way_is_made_anew_at_night(series) -> None:
    worked_out(series)
    with as_platform(series.network):
        assert actions.renew_readings(series.network_id) == 0
        Reading.objects.update(engine="spc-1/nhs7-1")
    perform("measuring.renew", {"network": str(series.network_id)})
    with as_platform(series.network):
        assert Reading.objects.get().is_stale


def test_a_month_without_a_figure_keeps_its_place(series) -> None:
    fill(series, Measured(), Measured(), reason="Verkeerd register.")
    with as_platform(series.network):
        actions.enter_values([actions.Filled(series, month(15), of(32, 80))], by=None)
    reading = worked_out(series)
    values = [point["value"] for point in reading.points]
    assert len(values) == 13
    assert values[-3:-1] == [None, None]


@pytest.mark.parametrize(
    ("facts", "figures"),
    [
        (
            {"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"},
            [of(8, n=40), of(9, n=40), of(7, n=41)],
        ),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            [of(12), of(14), of(11)],
        ),
        (
            {"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"},
            [of(12, 900), of(14, 901), of(9, 899)],
        ),
        ({"interval": "none", "chart": "xmr"}, [of(31, 80), of(32, 80), of(33, 80)]),
    ],
)
def test_every_type_is_charted_and_has_the_margin_of_its_definition(
    no_drawing, facts: dict, figures: list
) -> None:
    series = make_series(make_network())
    series = make_series(series.network, make_indicator(series.network, "Ander", **facts))
    fill(series, *figures)
    reading = worked_out(series)
    assert reading.fault == ""
    assert (reading.lower95 is not None) == (facts["interval"] == "byar")


def test_figures_of_which_no_chart_can_be_made_say_so(no_drawing) -> None:
    series = make_series(make_network())
    fill(series, of(0, 0))
    reading = worked_out(series)
    assert reading.fault == "nothing_measured"
    assert (reading.variation, reading.last, reading.lower95) == ("", {}, None)
    page = text(
        Browser(series.network, make_member(series.network, Role.MANAGER)).get(f"meten/reeksen/{series.pk}/")
    )
    assert "geen regelkaart te maken" in page


def test_a_baseline_without_limits_is_locked_all_the_same(no_drawing) -> None:
    series = make_series(make_network())
    fill(series, of(0, 0), of(0, 0), of(0, 0))
    baseline = make_baseline(series, n=3)
    assert (baseline.state, baseline.limits) == ("locked", {})
    worked_out(series)


def test_limits_of_another_chart_are_not_taken(series) -> None:
    with as_platform(series.network):
        values = list(series.values.counting())
    other = Basis(Chart.XMR, 40.0, 40.0, 2.0, 12)
    assert charting.chart_of(series.version, values, locked=other).points[0].centre == pytest.approx(
        40, abs=1
    )
    assert charting.basis_read({}) is None
    kept = charting.basis_kept(charting.chart_of(series.version, values))
    assert (
        charting.basis_kept(charting.chart_of(series.version, values, locked=charting.basis_read(kept)))
        == kept
    )


def test_the_drawings_are_two_and_carry_no_style() -> None:
    series = make_series(make_network())
    fill(series, *BEFORE)
    reading = worked_out(series)
    for drawing in (reading.broad, reading.narrow):
        assert drawing.startswith("<svg")
        assert "style=" not in drawing


# --- Phases and notes


def test_a_phase_begins_with_its_cause_and_can_be_taken_back(series) -> None:
    with looking(make_member(series.network, Role.ANALYST)) as analyst:
        for starts_on, cause, reason in (
            (month(6), " ", "wat er veranderde"),
            (month(14), "De proef begon.", "In februari 2026 staat geen cijfer"),
        ):
            with pytest.raises(Refused, match=reason):
                actions.change_phase(series, by=analyst, starts_on=starts_on, cause=cause)
        phase = actions.change_phase(series, by=analyst, starts_on=month(6), cause="De proef begon.")
        with pytest.raises(Refused, match="In juni 2025 begint al een fase"):
            actions.change_phase(series, by=analyst, starts_on=month(6), cause="Nog eens.")
    assert {point["phase"] for point in worked_out(series).points} == {1, 2}
    with looking(make_member(series.network)) as person, pytest.raises(Refused, match="nakijken"):
        actions.drop_phase(phase, by=person, reason="Niet waar.")
    with looking(make_member(series.network, Role.MANAGER)) as manager:
        with pytest.raises(Refused, match="waarom deze fase er niet is"):
            actions.drop_phase(phase, by=manager, reason=" ")
        actions.drop_phase(phase, by=manager, reason="De proef begon later.")
        assert not PhaseChange.objects.exists()
        assert Entry.objects.get(verb="phase taken back").reason == "De proef begon later."


def test_a_note_is_of_who_wrote_it(series) -> None:
    person = make_member(series.network, Role.PROFESSIONAL, partner=series.partner)
    with looking(person):
        with pytest.raises(Refused, match="wat er in deze periode was"):
            actions.note_point(series, by=person, period_on=month(3), text=" ")
        note = actions.note_point(series, by=person, period_on=month(3), text="Griepgolf.")
    colleague = make_member(series.network, Role.PROFESSIONAL, partner=series.partner)
    with looking(colleague), pytest.raises(Refused, match="nakijken"):
        actions.drop_note(note, by=colleague)
    with (
        looking(make_member(series.network, Role.READER)) as reader,
        pytest.raises(Refused, match="invullen"),
    ):
        actions.note_point(series, by=reader, period_on=month(3), text="Mag niet.")
    with looking(person):
        actions.drop_note(note, by=person)
        assert not PointNote.objects.exists()


# --- Pages of a series


def test_the_chart_is_on_the_page_for_who_may_see_every_figure(series) -> None:
    page = f"meten/reeksen/{series.pk}/"
    outsider = Browser(series.network, make_member(series.network))
    assert "De kaart wordt gemaakt" in text(outsider.get(page))
    worked_out(series)
    shown = text(outsider.get(page))
    assert "<svg>breed</svg>" in shown
    assert "Geen verandering" in shown
    assert "Begin een nieuwe fase" not in shown
    fill(series, of(3, 80), reason="Dubbel geteld.")
    worked_out(series)
    assert "verborgen cijfers" in text(outsider.get(page))
    inside = Browser(series.network, make_member(series.network, Role.PROFESSIONAL, partner=series.partner))
    assert "<svg>breed</svg>" in text(inside.get(page))


def test_a_new_phase_is_asked_and_never_begun_by_itself(series) -> None:
    with as_platform(series.network):
        after = [actions.Filled(series, month(at), one) for at, one in enumerate(AFTER, start=13)]
        actions.enter_values(after, by=None)
    worked_out(series)
    page = f"meten/reeksen/{series.pk}/"
    asked = "Vanaf januari 2026 liggen 8 punten op rij boven het midden."
    reader = text(Browser(series.network, make_member(series.network)).get(page))
    assert asked in reader
    assert "Begin hier een fase" not in reader
    analyst = Browser(series.network, make_member(series.network, Role.ANALYST))
    assert f"{page}fase/?vanaf=2026-01-01" in text(analyst.get(page))
    form = text(analyst.get(f"{page}fase/", vanaf="2026-01-01"))
    assert '<option value="2026-01-01" selected>' in form
    with as_platform(series.network):
        assert not PhaseChange.objects.exists()
    analyst.post(f"{page}fase/", period_on="2026-01-01", text="De proef begon.")
    worked_out(series)
    assert asked not in text(analyst.get(page))


def test_free_words_beside_a_hidden_figure_stay_with_who_sees_it(series) -> None:
    inside = make_member(series.network, Role.PROFESSIONAL, partner=series.partner)
    told = (
        "Er waren er maar drie.",
        "Vanaf hier telden wij er 7.",
        "Drie was te weinig.",
        "Het bleef bij 4.",
    )
    with looking(inside):
        actions.note_point(series, by=inside, period_on=month(1), text=told[0])
    page, outsider = f"meten/reeksen/{series.pk}/", Browser(series.network, make_member(series.network))
    assert told[0] in text(outsider.get(page))
    make_baseline(series, n=6)
    make_baseline(series, reason=told[2])
    with as_platform(series.network):
        actions.change_phase(series, by=None, starts_on=month(6), cause=told[1])
        actions.enter_values([actions.Filled(series, month(13), of(3, 80))], by=None)
        actions.end_series(series, by=None, ended_on=month(14), reason=told[3])
    worked_out(series)
    own, other = text(Browser(series.network, inside).get(page)), text(outsider.get(page))
    assert [words in own for words in told] == [True] * 4
    assert [words in other for words in told] == [False] * 4
    assert other.count("De uitleg is verborgen") == 3


def test_phases_and_notes_from_the_page(series) -> None:
    worked_out(series)
    page = f"meten/reeksen/{series.pk}/"
    browser = Browser(series.network, make_member(series.network, Role.ANALYST))
    assert "Begin deze fase" in text(browser.get(f"{page}fase/"))
    assert browser.post(f"{page}fase/", period_on="2025-06-01").status_code == 422
    browser.post(f"{page}fase/", period_on="2025-06-01", text="De proef begon.")
    again = browser.post(f"{page}fase/", period_on="2025-06-01", text="Nog eens.")
    assert "begint al een fase" in text(again)
    browser.post(f"{page}opmerking/", period_on="2025-03-01", text="Griepgolf.")
    assert browser.post(f"{page}opmerking/", period_on="1999-03-01", text="x").status_code == 422
    shown = text(browser.get(page))
    assert "De proef begon." in shown
    assert "Griepgolf." in shown
    with as_platform(series.network):
        phase, note = PhaseChange.objects.get(), PointNote.objects.get()
    outsider = Browser(series.network, make_member(series.network))
    for address in (f"{page}fase/", f"{page}fase/{phase.pk}/weg/", f"{page}opmerking/"):
        assert outsider.get(address).status_code == 403, address
    assert "Haal deze fase weg" in text(browser.get(f"{page}fase/{phase.pk}/weg/"))
    assert browser.post(f"{page}fase/{phase.pk}/weg/").status_code == 422
    browser.post(f"{page}fase/{phase.pk}/weg/", reason="Later begonnen.")
    browser.post(f"{page}opmerking/{note.pk}/weg/")
    with as_platform(series.network):
        assert not PhaseChange.objects.exists()
        assert not PointNote.objects.exists()


# --- What leaves


def test_figures_leave_without_small_numbers_and_the_register_says_so(series) -> None:
    fill(series, of(3, 80), reason="Dubbel geteld.")
    person = make_member(series.network)
    browser = Browser(series.network, person)
    answer = browser.post(f"meten/reeksen/{series.pk}/excel/")
    assert 'filename="thuis-gebleven-partner-zgt.xlsx"' in answer["Content-Disposition"]
    page = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    cells = [[cell.value for cell in row] for row in page.iter_rows()]
    assert cells[-1][:7] == [
        "thuis-gebleven",
        "partner:zgt",
        "januari 2025",
        None,
        None,
        None,
        "verborgen",
    ]
    assert cells[-2][3:6] == [32, 80, 40]
    with as_platform(series.network):
        left = Exit.objects.get()
        assert (left.n_values, left.n_hidden, left.threshold, left.person) == (12, 1, 10, person)
        with pytest.raises(IntegrityError, match="an_exit_keeps_the_lowest_threshold"), transaction.atomic():
            Exit.objects.create(
                network=series.network,
                what="x",
                n_values=1,
                n_hidden=0,
                threshold=2,
                person=person,
                at=left.at,
            )
    register = text(browser.get("meten/uitgaven/"))
    assert "waarvan 1 verborgen" in register
    other = make_network()
    empty = Browser(other, make_member(other))
    assert "Er ging nog niets naar buiten" in text(empty.get("meten/uitgaven/"))
