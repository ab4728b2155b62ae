"""What measuring costs: fifty indicators in twenty areas, a file with a hundred thousand figures, charts and a dossier.

Prints seconds beside their goals, and how often the same yardstick goes into them: counting in this same run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from django.db import transaction
from django.urls import reverse

from schakel.demo.scale import SLUG, person_id
from schakel.initiatives.actions import make_dossier
from schakel.initiatives.models import Dossier, DossierFile, Initiative
from schakel.initiatives.rules import Stage
from schakel.jobs.models import Job
from schakel.jobs.queue import perform
from schakel.measuring import actions, charting
from schakel.measuring.models import FigureImport, Reading, Series
from schakel.network.models import Area, Network
from schakel.network.queries import find_network
from schakel.people.models import Person
from schakel.tenancy.context import person, system
from tests.bench import server
from tests.bench.client import Browser, percentile
from tests.bench.urls import NOTHING
from tests.factories.measuring import a_definition, month

N_INDICATORS, N_AREAS, N_MONTHS, FEW_MONTHS = 50, 20, 100, 10
FIRST_YEAR = 2018
#: Series of which the chart is drawn to time one.
N_DRAWN = 12


#: So many that one in twenty is more than the slowest.
N_BOARDS, N_DOSSIERS = 40, 4
SECONDS_PATIENCE = 60.0


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    """Add the seconds that something takes to a list."""
    began = time.perf_counter()
    yield
    into.append(time.perf_counter() - began)


@contextmanager
def looking(network: Network) -> Iterator[Person]:
    """Look as the manager of the network, as a request of theirs does."""
    with transaction.atomic(), person(person_id(0)):
        yield Person.objects.get(pk=person_id(0))


def the_network() -> Network:
    """The large network."""
    with transaction.atomic():
        network = find_network(SLUG)
    if network is None:
        raise RuntimeError("The network Schaal is not there.")
    return network


def begin(network: Network) -> list[Series]:
    """Begin a series of every indicator in every area."""
    with transaction.atomic(), system(network.pk):
        areas = list(Area.objects.of(network).filter(kind="municipality"))
        areas += [
            Area.objects.create(
                network=network, name=f"Streek {n}", slug=f"streek-{n}", kind="municipality", position=100 + n
            )
            for n in range(N_AREAS - len(areas))
        ]
        made = []
        for number in range(N_INDICATORS):
            definition = a_definition(f"Indicator {number:02}", target=None)
            version = actions.define_indicator(network, by=None, definition=definition)
            made += actions.begin_series(version, by=None, areas=areas[:N_AREAS])
    return made


def file_of(series: list[Series], n_months: int) -> bytes:
    """A file with one line for each series and month, the same every time."""
    random = Random(4)
    lines = ["indicator;voor;periode;teller;noemer;bron"]
    for one in series:
        head = f"{one.version.indicator.code};{one.key}"
        for number in range(1, n_months + 1):
            on = month(number, FIRST_YEAR)
            lines.append(f"{head};{on:%Y-%m};{random.randint(40, 90)};{random.randint(100, 140)};Register")
    return "\n".join(lines).encode()


def import_all(network: Network, data: bytes) -> tuple[int, list[float]]:
    """Send a file, have it checked and brought in as the worker does; how many lines, and the seconds of each."""
    took: list[float] = []
    with timed(took), looking(network) as by:
        found, job = actions.send_figures(network, by=by, filename="schaal.csv", data=data)
    if job is None:
        raise RuntimeError("The file is too small for the worker.")
    ids = {"network": str(network.pk), "found": str(found.pk)}
    with timed(took):
        perform("measuring.check", {**ids, "job": str(job.pk)})
    with looking(network) as by:
        job = actions.bring_in_later(FigureImport.objects.get(pk=found.pk), by=by)
    with timed(took):
        perform("measuring.bring_in", {**ids, "job": str(job.pk)})
    with looking(network):
        ended = Job.objects.get(pk=job.pk)
    if ended.state != "done":
        raise RuntimeError(f"Bringing in ended as {ended.state}: {ended.words}")
    return found.n_rows, took


def draw_some(network: Network, series: list[Series]) -> list[float]:
    """Work out and draw some series, and give what they show to all others; the seconds of each drawing.

    Each is drawn twice, for a desk and for a phone; the time is that of one.
    """
    drawn = series[:: len(series) // N_DRAWN][:N_DRAWN]
    took: list[float] = []
    for one in drawn:
        with transaction.atomic(), system(network.pk):
            reading = actions.work_out(Series.objects.named().get(pk=one.pk))
            chart = charting.chart_of(one.version, list(one.values.counting().order_by("period_on")))
        with timed(took):
            charting.drawings(chart, str(one))
    with transaction.atomic(), system(network.pk):
        made = list(Reading.objects.filter(series__in=[one.pk for one in drawn]))
        rest = list(Reading.objects.of(network).filter(is_stale=True))
        names = [
            one.name for one in Reading._meta.concrete_fields if one.name not in {"id", "network", "series"}
        ]
        for at, reading in enumerate(rest):
            for name in names:
                setattr(reading, name, getattr(made[at % len(made)], name))
        Reading.objects.bulk_update(rest, names, batch_size=500)
    return [one / 2 for one in took]


def set_some(network: Network, settings: dict[str, str]) -> list[float]:
    """Ask for dossiers, and wait until the worker has set each; the first one warms it and does not count."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "schakel", "worker"], env=os.environ | settings, stdin=subprocess.DEVNULL
    )
    took: list[float] = []
    try:
        with looking(network) as by:
            # What the others wait for, the drawings of a thousand series, is no part of this.
            Reading.objects.of(network).filter(is_stale=True).update(is_stale=False)
            initiatives = Initiative.objects.of(network).filter(stage=Stage.PREPARATION).order_by("number")
            chosen = list(initiatives[: N_DOSSIERS + 1])
        for one in chosen:
            with timed(took):
                with looking(network) as by:
                    made = make_dossier(one, by=by)
                _wait_until_set(network, made)
    finally:
        worker.terminate()
        worker.wait()
    return took[1:]


def _wait_until_set(network: Network, made: Dossier) -> None:
    deadline = time.monotonic() + SECONDS_PATIENCE
    while time.monotonic() < deadline:
        with looking(network):
            if DossierFile.objects.filter(dossier=made).exists():
                return
        time.sleep(0.02)
    raise RuntimeError("The worker did not set the dossier in time.")


def ask_boards(settings: dict[str, str]) -> tuple[list[float], list[float], int]:
    """The seconds of the board, made anew each time, and of the page that does nothing; and its queries."""
    with server.pages(settings | {"SCHAKEL_REMEMBERED_MB": "0"}) as (port, _master):
        browser = Browser(server.HOST, port, person_id(0))
        board = reverse("measuring:board", kwargs={"network": SLUG})
        answers = {path: [browser.get(path) for _ in range(N_BOARDS + 6)][6:] for path in (NOTHING, board)}
    wrong = {one.status for one in answers[board]} - {200}
    if wrong:
        raise RuntimeError(f"The board gives {wrong}.")
    times = {path: [one.ms / 1000 for one in rows] for path, rows in answers.items()}
    return times[board], times[NOTHING], answers[board][0].n_queries


def yardstick() -> float:
    """The seconds of adding up a million numbers: what this machine does at this moment."""
    took: list[float] = []
    for _ in range(5):
        with timed(took):
            total = 0
            for number in range(1_000_000):
                total += number
    return percentile(took, 50)


def measure(settings: dict[str, str], *, is_small: bool) -> None:
    """Make the figures, measure, print."""
    network = the_network()
    series = begin(network)
    before = yardstick()
    n, imported = import_all(network, file_of(series, FEW_MONTHS if is_small else N_MONTHS))
    drawn = draw_some(network, series)
    set_ = set_some(network, settings)
    boards, nothing, n_queries = ask_boards(settings)
    stick = (before + yardstick()) / 2
    sent, checked, brought_in = imported
    rows = [
        (
            f"import of {n:,} figures",
            sum(imported),
            20.0,
            f"sent {sent:.1f}, checked {checked:.1f}, brought in {brought_in:.1f}",
        ),
        ("chart as SVG, warm", percentile(drawn, 50), 0.1, f"p95 {percentile(drawn, 95) * 1000:.0f} ms"),
        ("dossier, queue included", percentile(set_, 50), 2.0, f"slowest of {len(set_)}: {max(set_):.2f} s"),
        (
            f"board of {N_INDICATORS} × {N_AREAS}, made anew",
            percentile(boards, 50),
            0.2,
            f"p95 {percentile(boards, 95) * 1000:.0f} ms, {n_queries} queries, "
            f"{percentile(boards, 50) / percentile(nothing, 50):.1f} × the page that does nothing",
        ),
    ]
    print(f"\n{'measuring':<32} {'seconds':>8} {'goal':>6} {'×':>7}")
    print("-" * 92)
    for name, seconds, goal, note in rows:
        print(f"{name:<32} {seconds:>8.2f} {goal:>6.1f} {seconds / stick:>7.1f}  {note}")
    print(f"×: beside adding up a million numbers in this same run ({stick * 1000:.0f} ms)")
