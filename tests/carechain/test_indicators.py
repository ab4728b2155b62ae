"""The wait of a link as an indicator: chosen on its page, filled in by each new log, without telling of few."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from schakel.carechain import actions
from schakel.carechain.models import ChainIndicator, ChainLink
from schakel.carechain.rules import month_range
from schakel.measuring.models import Value
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.carechain import make_purpose, prepare, send_log
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _chains(settings, tmp_path):
    settings.CHAIN_FOLDER = tmp_path / "chain"


def bring_in(
    network,
    purpose,
    analyst,
    *,
    last: str,
    days: int = 4,
    n: int = 12,
    target: str = "Wijkzorg",
    at_once: tuple[str, ...] = (),
) -> None:
    """A log of people who wait so many days between the hospital and home care, so many each month.

    at_once: months in which home care begins while people are still in hospital, so that nobody waits.
    """
    lines, number = ["zaak;stap;organisatie;begin;einde"], 0
    for month in month_range("2026-01", last):
        for at in range(n):
            number += 1
            day = datetime.fromisoformat(f"{month}-{1 + at:02} 12:00")
            then = day + timedelta(days=days)
            leaves = then + timedelta(days=1) if month in at_once else day
            lines.append(f"Z{number};opname;Ziekenhuis;{day:%d-%m-%Y %H:%M};{leaves:%d-%m-%Y %H:%M}")
            lines.append(f"Z{number};thuis;{target};{then:%d-%m-%Y %H:%M};{then:%d-%m-%Y %H:%M}")
    prepare(send_log(purpose, ("\n".join(lines) + "\n").encode(), by=analyst), by=analyst)


def figures(network) -> list[tuple[int, float, int, int]]:
    """Month, days, people and version of each figure that counts."""
    with as_platform(network):
        rows = Value.objects.counting().order_by("period_on")
        return [(one.period_on.month, float(one.value), one.n, one.number) for one in rows]


def test_each_new_log_fills_in_the_months_and_the_same_one_changes_nothing() -> None:
    network = make_network()
    purpose, analyst = make_purpose(network), make_member(network, Role.ANALYST)
    bring_in(network, purpose, analyst, last="2026-03")
    with as_platform(network):
        link = ChainLink.objects.select_related("log").get(level="organisation")
    browser = Browser(network, analyst)
    assert "Volg deze wachttijd als indicator" in text(browser.get(f"keten/schakel/{link.pk}/"))
    answer = browser.post(f"keten/schakel/{link.pk}/indicator/")
    page = text(browser.get(answer["Location"].split(f"/{network.slug}/")[1]))
    assert "Wachten van Ziekenhuis naar Wijkzorg" in page
    first = [(1, 4.0, 12, 1), (2, 4.0, 12, 1)]
    assert figures(network) == first, "March is not whole: the log ends before its last day"
    assert "Bekijk de reeks" in text(browser.get(f"keten/schakel/{link.pk}/"))
    bring_in(network, purpose, analyst, last="2026-03")
    assert figures(network) == first
    bring_in(network, purpose, analyst, last="2026-04", days=6)
    assert figures(network) == [(1, 6.0, 12, 2), (2, 6.0, 12, 2), (3, 6.0, 12, 1)]
    bring_in(network, purpose, analyst, last="2026-02")
    assert len(figures(network)) == 3, "an older log leaves the figures as they are"
    with looking(analyst):
        assert actions.measure_link(link, by=analyst) == ChainIndicator.objects.get()


def test_an_indicator_is_filled_with_whole_months_in_which_somebody_waited() -> None:
    network = make_network()
    purpose, analyst = make_purpose(network), make_member(network, Role.ANALYST)
    bring_in(network, purpose, analyst, last="2026-01")
    with as_platform(network):
        link = ChainLink.objects.select_related("log").get(level="organisation")
    with looking(analyst):
        made = actions.measure_link(link, by=analyst)
    assert figures(network) == []
    bring_in(network, purpose, analyst, last="2026-04", at_once=("2026-02",))
    assert [month for month, *_ in figures(network)] == [1, 3]
    bring_in(network, purpose, analyst, last="2026-05", target="Verpleeghuis")
    bring_in(network, purpose, analyst, last="2026-05", n=1)
    with as_platform(network):
        made.refresh_from_db()
    assert f"{made.last_on:%Y-%m}" == "2026-04", (
        "a log without this link, or with few people in it, tells nothing"
    )


def test_a_link_of_few_people_is_no_indicator_and_readers_choose_none() -> None:
    network = make_network()
    purpose, analyst = make_purpose(network), make_member(network, Role.ANALYST)
    bring_in(network, purpose, analyst, last="2026-01", n=4)
    with as_platform(network):
        link = ChainLink.objects.select_related("log").get(level="organisation")
    with looking(analyst), pytest.raises(Refused, match="te weinig mensen"):
        actions.measure_link(link, by=analyst)
    reader = Browser(network, make_member(network, Role.READER))
    assert reader.post(f"keten/schakel/{link.pk}/indicator/").status_code == 403
