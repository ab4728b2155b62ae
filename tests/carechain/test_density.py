"""When people are where: counted by hand, and told in shades that give no number back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from schakel.methods.eventlog.density import Density, density
from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.prepare import prepare
from schakel.methods.eventlog.selection import Filter, selected
from schakel.network.rules import Role
from tests.factories.browsing import Browser, text
from tests.factories.carechain import make_purpose, send_log
from tests.factories.carechain import prepare as prepared
from tests.factories.network import make_member, make_network


def file_of(rows: list[tuple[str, str, str, datetime]]) -> bytes:
    lines = ["zaak;stap;organisatie;begin"]
    lines += [f"{case};{step};{place};{at:%d-%m-%Y %H:%M}" for case, step, place, at in rows]
    return ("\n".join(lines) + "\n").encode()


def test_a_person_counts_once_in_a_month_and_a_month_is_a_local_one(tmp_path) -> None:
    rows = [
        ("A", "intake", "Kliniek", datetime(2026, 1, 31, 23, 30)),  # still January in the Netherlands
        ("A", "intake", "Kliniek", datetime(2026, 1, 5, 9)),
        ("A", "thuis", "Thuiszorg", datetime(2026, 3, 1, 0, 30)),
        ("B", "intake", "Kliniek", datetime(2026, 1, 9, 9)),
        ("B", "thuis", "", datetime(2026, 1, 20, 9)),
    ]
    (tmp_path / "a.csv").write_bytes(file_of(rows))
    prepare(tmp_path / "a.csv", tmp_path / "a.log")
    log = open_log(tmp_path / "a.log")
    assert density(log, selected(log), "activity") == Density(
        ("2026-01", "2026-02", "2026-03"), (("intake", (2, 0, 0)), ("thuis", (1, 0, 1)))
    )
    assert density(log, selected(log), "organisation").rows == (
        ("Kliniek", (2, 0, 0)),
        ("Thuiszorg", (0, 0, 1)),
    )
    assert [name for name, _counts in density(log, selected(log), "activity", most=1).rows] == ["intake"]
    assert density(log, selected(log, Filter(until=date(2025, 1, 1))), "activity") == Density((), ())


@pytest.mark.django_db
def test_the_page_tells_shades_and_never_how_many(settings, tmp_path) -> None:
    settings.CHAIN_FOLDER = tmp_path / "chain"
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    first = datetime(2026, 1, 5, 9)
    rows = [(f"Z{at}", "intake", "Kliniek", first + timedelta(minutes=at)) for at in range(37)]
    rows += [(f"Z{at}", "thuis", "Thuiszorg", first + timedelta(days=31, minutes=at)) for at in range(9)]
    log = prepared(send_log(make_purpose(network), file_of(rows), by=analyst), by=analyst)
    told = log.answer["density"]["activity"]
    assert told == {"months": ["2026-01", "2026-02"], "rows": [{"name": "intake", "shades": [2, 0]}]}
    page = text(Browser(network, analyst).get("keten/paden/"))
    assert "Wanneer mensen waar zijn" in page
    assert "30 tot en met 99" in page
    through = Browser(network, analyst).get("keten/paden/", uit="Kliniek", naar="Thuiszorg")
    assert "Wanneer mensen waar zijn" not in text(through)
