"""What happens in the months that a browser cannot wait for: figures of before, and of after the start.

Run as a program in the database of the site: ``python -m tests.browser.meanwhile before|after SLUG``.
"""

from __future__ import annotations

import os
import sys

import django

#: What is measured, as what, and which way is better.
MEASURED = (
    ("Spoedritten", "outcome", "lower"),
    ("Bezoeken op de vaste dag", "process", "higher"),
    ("Uitval van afspraken", "balancing", "lower"),
)


def before(slug: str) -> None:
    """The network measured for a year, and locked its baselines."""
    from schakel.measuring import actions as measuring
    from tests.factories.governance import as_platform
    from tests.factories.initiatives import N_AFTER, N_BEFORE, fill_months, months_ago
    from tests.factories.measuring import make_indicator, make_series

    network = _network(slug)
    for name, kind, direction in MEASURED:
        version = make_indicator(network, name, kind=kind, direction=direction, target="15")
        series = make_series(network, version)
        series.network = network
        if kind != "process":
            fill_months(series, [20 + at % 3 for at in range(N_BEFORE)], until=-N_AFTER - 1)
            with as_platform(network):
                gathered = measuring.collect_baseline(
                    series, by=None, from_on=months_ago(N_AFTER + N_BEFORE), last_on=months_ago(N_AFTER + 1)
                )
                measuring.lock_baseline(measuring.check_baseline(gathered, by=None), by=None)


def after(slug: str) -> None:
    """Eight months went by since the start, with figures, and the worker held them against the promise."""
    from schakel.initiatives import actions
    from schakel.initiatives.models import Initiative
    from schakel.initiatives.rules import Stage
    from schakel.measuring import actions as measuring
    from schakel.measuring.models import Series
    from tests.factories.governance import as_platform
    from tests.factories.initiatives import N_AFTER, fill_months, months_ago

    network = _network(slug)
    with as_platform(network):
        Initiative.objects.filter(stage=Stage.PILOT).update(started_on=months_ago(N_AFTER))
        for name, kind, _direction in MEASURED:
            series = Series.objects.named().get(version__name=name)
            now = {"outcome": 11, "process": 60, "balancing": 21}[kind]
            fill_months(series, [now + at % 3 for at in range(N_AFTER)])
            if kind == "balancing":
                measuring.work_out(series)
        actions.judge_effects(network, by=None)


def _network(slug: str):
    from django.db import transaction

    from schakel.network.queries import find_network

    with transaction.atomic():
        found = find_network(slug)
    assert found is not None, f"no network {slug}"
    return found


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
    django.setup()
    {"before": before, "after": after}[sys.argv[1]](sys.argv[2])
