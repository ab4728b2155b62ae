"""Measures the pages against the goals: one user, then sixteen connections at once; then measuring and the care chain.

Prints; never fails on a time.

python -m tests.bench [--seconds 60] [--connections 16] [--small] [--only pages|chain] [--chain-events N] [--peers]
"""

from __future__ import annotations

import argparse
import os
import signal
import sys

from tests.bench import server
from tests.bench.client import Answer, Browser, Load, load, percentile

N_ALONE, N_ANEW = 40, 20
WARM_UP_SECONDS = 4.0
GOALS = {"alone": 60.0, "together": 150.0, "per_second": 150.0, "memory": 120.0}


def main() -> int:
    """Measure what was asked, and print."""
    parser = argparse.ArgumentParser("make bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long the load lasts")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument(
        "--small", action="store_true", help="a tenth of the rows, to try the measuring itself"
    )
    parser.add_argument("--only", choices=["pages", "chain"], help="leave out the other")
    parser.add_argument(
        "--chain-events", type=int, default=0, metavar="N", help="one more log, of so many events"
    )
    parser.add_argument(
        "--peers", action="store_true", help="ask pm4py too, in an environment of its own of 900 MB"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # a polite kill cleans up too
    if options.only != "chain":
        measure_pages(options)
    if options.only != "pages":
        from tests.bench import chain

        chain.measure(is_small=options.small, most=options.chain_events, with_peers=options.peers)
    return 0


def measure_pages(options: argparse.Namespace) -> None:
    """Make the database, serve, measure and print what pages and measuring cost."""
    with server.large_database(options.small) as settings:
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
        import django

        django.setup()
        from django.db import connections

        from tests.bench.pages import pages

        measured = pages()
        connections["default"].close()
        with server.pages(settings | {"SCHAKEL_REMEMBERED_MB": "0"}) as (port, _master):
            anew = measure_anew(measured, port)
        with server.pages(settings) as (port, master):
            measure(measured, port, master, options, anew)
        from tests.bench import figures

        figures.measure(settings, is_small=options.small)


def measure_anew(measured: list, port: int) -> dict[str, list[Answer]]:
    """Ask for every page alone from a server that remembers none: what each costs after a change in its network."""
    from schakel.demo.scale import person_id

    manager = Browser(server.HOST, port, person_id(0))
    return {page.path: ask_alone(manager, page.path, N_ANEW) for page in measured}


def measure(
    measured: list,
    port: int,
    master: object,
    options: argparse.Namespace,
    anew: dict[str, list[Answer]],
) -> None:
    """Ask for every page alone, then for all of them together, and print what came of it."""
    from schakel.demo.scale import person_id
    from tests.bench.urls import NOTHING

    manager = Browser(server.HOST, port, person_id(0))
    alone = {NOTHING: ask_alone(manager, NOTHING)} | {
        page.path: ask_alone(manager, page.path) for page in measured
    }
    browsers = [Browser(server.HOST, port, person_id(number)) for number in range(options.connections)]
    mix = [page.path for page in measured for _ in range(page.weight)]
    load(browsers, [*mix, NOTHING], WARM_UP_SECONDS)
    together = load(browsers, mix, options.seconds)
    empty = load(browsers, [NOTHING], min(5.0, options.seconds))
    memory = [server.pss_mb(pid) for pid in server.workers_of(master)]
    names = {NOTHING: "(pagina die niets doet)"} | {page.path: page.name for page in measured}
    print_table(names, alone, together, empty, anew)
    print_slowest(names, {"made anew": anew, "again": alone})
    print_sums(together, empty, memory, options.connections)


def ask_alone(browser: Browser, path: str, n: int = N_ALONE) -> list[Answer]:
    """One user, one page after the other; the first answers warm both workers and do not count."""
    for _ in range(6):
        answer = browser.get(path)
        if answer.status != 200:
            print(f"  {path} gives {answer.status}", file=sys.stderr)
    return [browser.get(path) for _ in range(n)]


def print_table(
    names: dict[str, str],
    alone: dict[str, list[Answer]],
    together: Load,
    empty: Load,
    anew: dict[str, list[Answer]],
) -> None:
    """One line a page; the column × compares with the page that does nothing in this same run."""
    nothing = next(iter(alone))
    floor = percentile([answer.ms for answer in alone[nothing]], 50)
    crowded = {**together.answers, nothing: empty.answers[nothing]}
    crowd_floor = percentile([answer.ms for answer in crowded[nothing]], 95)
    print(
        f"\n{'':<26} {'made anew, one user':^27} | {'kB':>5} | {'again, one user':^20} | {'at once':^13}\n"
        f"{'page':<26} {'queries':>7} {'p50':>6} {'p95':>6} {'×':>5} | {'':>5} | "
        f"{'p50':>6} {'p95':>6} {'×':>6} | {'p95':>7} {'×':>5}"
    )
    print("-" * 99)
    for path, answers in alone.items():
        times = [answer.ms for answer in answers]
        at_once = percentile([answer.ms for answer in crowded.get(path, [])], 95)
        first = anew.get(path, answers)
        made = [answer.ms for answer in first]
        fresh, late = percentile(made, 50), percentile(made, 95)
        print(
            f"{names[path]:<26} {_queries(first):>7} {fresh:>6.1f} {late:>6.1f} {fresh / floor:>5.1f} | "
            f"{answers[0].n_bytes / 1024:>5.0f} | "
            f"{percentile(times, 50):>6.1f} {percentile(times, 95):>6.1f} {percentile(times, 50) / floor:>6.1f} | "
            f"{at_once:>7.1f} {at_once / crowd_floor:>5.1f}"
        )


def _queries(answers: list[Answer]) -> str:
    """How many queries: one number, or from the fewest to the most."""
    found = sorted({answer.n_queries for answer in answers})
    return f"{found[0]}–{found[-1]}" if len(found) > 1 else str(found[0])


def print_slowest(names: dict[str, str], kinds: dict[str, dict[str, list[Answer]]]) -> None:
    """For one user the slowest page, made anew and asked again, beside the goal."""
    print("-" * 99)
    for kind, answers in kinds.items():
        p95 = {path: percentile([answer.ms for answer in rows], 95) for path, rows in answers.items()}
        slowest = max(p95, key=lambda path: p95[path])
        middle = max(percentile([answer.ms for answer in rows], 50) for rows in answers.values())
        print(
            f"one user, {kind}: every page within {middle:.0f} ms half of the times and within "
            f"{p95[slowest]:.0f} ms 95 % of the times ({names[slowest]}; goal {GOALS['alone']:.0f})"
        )


def print_sums(together: Load, empty: Load, memory: list[float], n_connections: int) -> None:
    """The figures for all pages together, each beside its goal."""
    times = [answer.ms for rows in together.answers.values() for answer in rows]
    print("-" * 99)
    print(
        f"times in ms; ×: beside the page that does nothing; one user asks {N_ALONE} times; "
        f"at once: {n_connections} connections for {together.seconds:.0f} s"
    )
    print(
        f"mix: {together.n} pages, {together.per_second:.0f} a second (goal {GOALS['per_second']:.0f}), "
        f"p95 {percentile(times, 95):.0f} ms (goal {GOALS['together']:.0f}), {len(together.faults)} faults; "
        f"the page that does nothing: {empty.per_second:.0f} a second"
    )
    workers = ", ".join(f"{mb:.0f}" for mb in memory)
    print(f"memory of each worker after the load: {workers} MB (goal {GOALS['memory']:.0f})")
    for fault in sorted(set(together.faults))[:10]:
        print(f"  fault: {fault}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
