"""Measuring something no longer: from a period on, with the reason; what was measured stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from schakel.jobs.queue import perform
from schakel.journal.models import Entry
from schakel.measuring import actions, charting, queries
from schakel.measuring.models import Indicator, IndicatorVersion, Series
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import fill, make_series, month, of
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def series() -> Series:
    """A partner's first quarter."""
    network = make_network()
    made = make_series(network, partner=make_partner(network, "zgt"))
    fill(made, of(31, 80), of(32, 80), of(33, 80))
    return made


def test_a_series_ends_with_its_reason_keeps_its_figures_and_can_be_taken_up_again(series) -> None:
    with looking(make_member(series.network, Role.MANAGER)) as manager:
        for ended_on, reason, refusal in (
            (month(4), " ", "waarom u dit niet meer meet"),
            (month(3), "De proef is klaar.", "staat er een cijfer in maart 2025"),
        ):
            with pytest.raises(Refused, match=refusal):
                actions.end_series(series, by=manager, ended_on=ended_on, reason=reason)
        actions.end_series(series, by=manager, ended_on=month(4), reason="De proef is klaar.")
        with pytest.raises(Refused, match="al niet meer gemeten, vanaf april 2025"):
            actions.end_series(series, by=manager, ended_on=month(5), reason="Nog eens.")
        with pytest.raises(Refused, match="dan niet meer gemeten"):
            actions.enter_values([actions.Filled(series, month(4), of(30, 80))], by=manager)
        again = [actions.Filled(series, month(3), of(34, 80))]
        assert actions.enter_values(again, by=manager, reason="Nageteld.").n_corrected == 1
        (line,) = queries.board(series.network, manager).lines
        assert line.ended_words == "niet meer gemeten vanaf april 2025"
        with pytest.raises(Refused, match="waarom u dit weer meet"):
            actions.resume_series(series, by=manager, reason=" ")
        actions.resume_series(series, by=manager, reason="Toch verder.")
        with pytest.raises(Refused, match="gewoon gemeten"):
            actions.resume_series(series, by=manager, reason="Toch verder.")
        assert set(Entry.objects.filter(about_id=series.pk).values_list("verb", flat=True)) >= {
            "ended",
            "resumed",
        }
    with looking(make_member(series.network)) as reader, pytest.raises(Refused, match="vastleggen wat"):
        actions.end_series(series, by=reader, ended_on=month(4), reason="Mag niet.")


def test_an_indicator_ends_with_all_its_series_or_not_at_all(series) -> None:
    network, indicator = series.network, series.version.indicator
    other = make_series(network, series.version)
    fill(other, *[of(30, 80)] * 6)
    with looking(make_member(network, Role.ANALYST)) as analyst:
        with pytest.raises(Refused, match="het hele netwerk staat er een cijfer in juni 2025"):
            actions.end_indicator(indicator, by=analyst, ended_on=month(4), reason="Te veel werk.")
        with pytest.raises(Refused, match="waarom u dit niet meer meet"):
            actions.end_indicator(indicator, by=analyst, ended_on=month(7), reason="")
        assert not Series.objects.filter(ended_on__isnull=False).exists()
        actions.end_indicator(indicator, by=analyst, ended_on=month(7), reason="Te veel werk.")
        assert set(Series.objects.values_list("ended_on", flat=True)) == {month(7)}
        with pytest.raises(Refused, match="al niet meer gemeten"):
            actions.end_indicator(indicator, by=analyst, ended_on=month(7), reason="Te veel werk.")
        with pytest.raises(Refused, match="wordt niet meer gemeten"):
            actions.begin_series(IndicatorVersion.objects.get(), by=analyst, of_network=True)
        actions.resume_series(other, by=analyst, reason="Toch verder.")
        assert Indicator.objects.get(pk=indicator.pk).ended_on is None
        assert Series.objects.get(pk=series.pk).ended_on == month(7)


def test_the_database_asks_why_a_series_ended(series) -> None:
    with (
        as_platform(series.network),
        pytest.raises(IntegrityError, match="an_ended_series_says_why"),
        transaction.atomic(),
    ):
        Series.objects.filter(pk=series.pk).update(ended_on=month(4))


def test_ending_is_done_and_read_on_the_pages(series, monkeypatch) -> None:
    monkeypatch.setattr(
        charting, "drawings", lambda chart, title, **more: ("<svg>breed</svg>", "<svg>smal</svg>")
    )
    network = series.network
    perform("measuring.read", {"network": str(network.pk)})
    manager = Browser(network, make_member(network, Role.MANAGER))
    page = f"meten/reeksen/{series.pk}/"
    assert "Beëindig deze reeks" in text(manager.get(page))
    ended_on = date.today().replace(day=1).isoformat()
    wrong = manager.post(f"{page}einde/", ended_on=ended_on, reason="")
    assert wrong.status_code == 422
    assert manager.post(f"{page}einde/", ended_on=ended_on, reason="De proef is klaar.").status_code == 302
    reader = Browser(network, make_member(network))
    told = text(reader.get(page))
    assert "wordt dit niet meer gemeten" in told
    assert "De proef is klaar." in told
    assert "Beëindig" not in told
    assert reader.get(f"{page}einde/").status_code == 403
    assert "(niet meer gemeten)" in text(reader.get("meten/invullen/"))
    assert "niet meer gemeten vanaf" in text(reader.get("meten/", beeld="lijst"))
    assert "mrt 2025, gestopt" in text(reader.get("meten/", beeld="tabel"))
    assert manager.get(f"{page}weer/").status_code == 200
    assert manager.post(f"{page}weer/", reason="Toch verder.").status_code == 302
    code = f"meten/indicatoren/{series.version.indicator.code}/"
    assert manager.get(f"{code}einde/").status_code == 200
    assert manager.post(f"{code}einde/", ended_on=ended_on, reason="Te veel werk.").status_code == 302
    assert "Niet meer gemeten sinds" in text(reader.get(code))
    assert manager.get("meten/indicatoren/bestaat-niet/einde/").status_code == 404
