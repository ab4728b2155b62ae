"""What the care chain costs: logs of events made ready and asked everything, beside the same with plain Polars.

Prints seconds beside their goals and ratios within this same run. With the peers also beside pm4py; see ``peers``.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import polars as pl

from schakel.methods.eventlog import frames
from schakel.methods.eventlog.answers import answers
from schakel.methods.eventlog.generate import GeneratedSource
from schakel.methods.eventlog.log import PreparedLog, open_log
from schakel.methods.eventlog.selection import selected
from tests.bench.client import percentile

SIZES, SMALL = (1_000_000, 10_000_000), (100_000, 1_000_000)
#: Seconds that all answers may take, by number of events; and from a file of Parquet to those answers.
GOALS = {1_000_000: 0.08, 10_000_000: 0.6, 100_000_000: 8.0}
WHOLE = {10_000_000: 5.0}
N_XES, XES_GOAL = 1_000_000, 150_000


def measure(*, is_small: bool, most: int = 0, with_peers: bool = False) -> None:
    """Make logs, measure, print; most: one more log of so many events; with_peers: ask pm4py too, up to ten million."""
    sizes = [*(SMALL if is_small else SIZES), *([most] if most else [])]
    print(f"\n{'care chain':<44} {'seconds':>8} {'goal':>6} {'×':>7}")
    print("-" * 92)
    with tempfile.TemporaryDirectory(prefix="schakel-bench-") as place:
        per_event = [of_size(n, Path(place), with_peers=with_peers) for n in sizes]
        for n, seconds in zip(sizes[1:], per_event[1:], strict=True):
            note = f"× that at {sizes[0]:,} (goal at most 1.3)"
            line(f"time per event at {n:,}", None, None, seconds / per_event[0], note)
        of_xes(Path(place), N_XES // 10 if is_small else N_XES)


def of_size(n: int, place: Path, *, with_peers: bool = False) -> float:
    """One log: made, prepared, asked; returns the seconds of all answers per event."""
    source = place / "events.parquet"
    make(n, source)
    log_folder = place / "log"
    took, mb = run("chain", "prepare", str(source), "-o", str(log_folder), "--replace")
    log = open_log(log_folder)
    warm = percentile(times(lambda: answers(log), 7 if n <= SIZES[1] else 3), 50)
    line(f"{n:,} events: Parquet made ready", took, None, took / warm, f"× all answers; {mb:,.0f} MB at most")
    line(f"{n:,} events: all answers, warm", warm, GOALS.get(n), 1, "")
    line(f"{n:,} events: both", took + warm, WHOLE.get(n), (took + warm) / warm, "")
    if n <= SIZES[1]:
        polars = percentile(times(lambda: plain_polars(source), 1), 50)
        line(
            "the links and paths, plain Polars on Parquet",
            polars,
            None,
            polars / warm,
            "× (goal at least 10)",
        )
        other = percentile(times(lambda: frames.tables(log, selected(log)), 1), 50)
        line("all tables, Polars on the prepared log", other, None, other / warm, "×")
    if with_peers and n <= SIZES[1]:
        beside_pm4py(source, log, warm, took)
    shutil.rmtree(log_folder)
    source.unlink()
    return warm / n


def make(n: int, path: Path) -> None:
    """An invented region of so many events, as a file."""
    source, parts = GeneratedSource(n, 4), []
    for number, batch in enumerate(source.batches(source.columns)):
        parts.append(path.with_name(f"part-{number:04}.parquet"))
        batch.frame.drop("line").write_parquet(parts[-1])
    pl.scan_parquet(parts).sink_parquet(path)
    for part in parts:
        part.unlink()


#: Runs a command of ours and says the most memory it held; what its parent held does not count.
_COMMAND = """
import sys
from pathlib import Path
from schakel.site.commandline import main
code = main(sys.argv[1:])
told = Path("/proc/self/status")
print(*[row.split()[1] for row in told.read_text().splitlines() if row.startswith("VmHWM")] if told.exists() else ["0"])
sys.exit(code)
"""


def run(*words: str) -> tuple[float, float]:
    """Run one of our commands; returns its seconds and the most MB it held (0 where the machine does not say)."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND, *words], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - began, int(done.stdout.split()[-1]) / 1024


def times(deed: Callable[[], Any], n: int) -> list[float]:
    """The seconds of doing something n times, after one time to warm it."""
    deed()
    took = []
    for _ in range(n):
        began = time.perf_counter()
        deed()
        took.append(time.perf_counter() - began)
    return took


def plain_polars(source: Path) -> int:
    """What a good analyst would write: arcs, links, links by month, paths and durations; returns how many rows."""
    within = pl.col("case_id")
    events = (
        pl.scan_parquet(source)
        .sort("case_id", "start", "end", maintain_order=True)
        .with_columns(
            next_activity=pl.col("activity").shift(-1).over(within),
            next_organisation=pl.col("organisation").shift(-1).over(within),
            wait=(pl.col("start").shift(-1).over(within) - pl.col("end")).dt.total_microseconds() / 1e6,
            month=pl.col("end").dt.strftime("%Y-%m"),
        )
        .collect()
    )
    wait = pl.col("wait").filter(pl.col("wait") >= 0)
    figures = [pl.len().alias("n"), (pl.col("wait") < 0).sum().alias("overlaps")]
    figures += [
        wait.mean().alias("mean"),
        wait.std().alias("sd"),
        wait.min().alias("min"),
        wait.max().alias("max"),
    ]
    figures += [wait.quantile(at, "linear").alias(f"p{at * 100:.0f}") for at in (0.5, 0.8, 0.9)]
    pairs = events.filter(pl.col("next_activity").is_not_null())
    moved = pairs.filter(
        (pl.col("organisation") != pl.col("next_organisation"))
        & (pl.col("organisation") != "")
        & (pl.col("next_organisation") != "")
    )
    found = [
        pairs.group_by("activity", "next_activity").agg(figures),
        moved.group_by("organisation", "next_organisation").agg(figures),
        moved.group_by("organisation", "next_organisation", "month").agg(figures),
        events.group_by("case_id", maintain_order=True)
        .agg(path=pl.col("activity"), took=pl.col("end").max() - pl.col("start").min())
        .group_by("path")
        .len(),
    ]
    return sum(frame.height for frame in found)


def beside_pm4py(source: Path, log: PreparedLog, warm: float, took: float) -> None:
    """Ask pm4py the same, or rather less, and print how it compares: warm, and from the file on."""
    from tests.bench.peers import pm4py

    told = pm4py(source)
    if (told.cases, told.pairs) != (log.n_cases, log.n_events - log.n_cases):
        raise AssertionError(f"pm4py counts other cases or pairs: {told}")
    name = f"{log.n_events:,} events: read and asked, pm4py"
    note = f"× all answers, warm (goal at least 100); {told.mb:,.0f} MB at most"
    line(name, told.seconds, None, told.seconds / warm, note)
    line("  of which asked", told.seconds - told.read, None, (told.seconds - told.read) / warm, "×")
    line("  from the file on, against ours", None, None, told.seconds / (took + warm), "×")


def of_xes(place: Path, n: int) -> None:
    """Events a second from XES, by processor time."""
    path = place / "events.xes"
    write_xes(path, n)
    run("chain", "prepare", str(path), "-o", str(place / "log"), "--replace")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    took, mb = run("chain", "prepare", str(path), "-o", str(place / "log"), "--replace")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    note = (
        f"{n / busy:,.0f} events a second of processor time (goal {XES_GOAL:,}), start included; {mb:,.0f} MB"
    )
    line(f"{n:,} events: XES made ready", took, None, took / busy, note)


def write_xes(path: Path, n: int) -> None:
    """An invented region as XES, with the five attributes most tools write."""
    source = GeneratedSource(n, 4)
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n')
        for batch in source.batches(source.columns):
            for (case,), events in batch.frame.group_by("case_id", maintain_order=True):
                file.write(f'<trace><string key="concept:name" value="{case}"/>\n')
                for event in events.iter_rows(named=True):
                    at = event["start"] or event["end"] or timedelta()
                    file.write(
                        f'<event><string key="concept:name" value="{event["activity"]}"/>'
                        f'<string key="org:group" value="{event["organisation"] or ""}"/>'
                        f'<string key="urgency" value="{event["urgency"] or ""}"/>'
                        f'<string key="lifecycle:transition" value="complete"/>'
                        f'<date key="time:timestamp" value="{at:%Y-%m-%dT%H:%M:%S.000+01:00}"/></event>\n'
                    )
                file.write("</trace>\n")
        file.write("</log>\n")


def line(name: str, seconds: float | None, goal: float | None, ratio: float, note: str) -> None:
    """One row of the table."""
    first = "" if seconds is None else f"{seconds:.2f}"
    second = "" if goal is None else f"{goal:.2f}"
    print(f"{name:<44} {first:>8} {second:>6} {ratio:>7.1f}  {note}", flush=True)
