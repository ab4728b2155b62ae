"""Report on a prepared log: where people wait between two steps, against which norm, in which month, and who waits now.

The work is done in `schakel.methods.eventlog.answers`.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schakel.site.calculations.files import BadFile, read_table, shortened
from schakel.site.calculations.tables import in_columns
from schakel.site.chain.writing import write

if TYPE_CHECKING:
    from schakel.methods.eventlog.in_time import LinkNorm
    from schakel.methods.eventlog.selection import Filter
    from schakel.methods.waits.mental_health import Norm

MOST_ROWS = 12


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel chain report`."""
    day: dict[str, Any] = {"metavar": "DATE", "type": date.fromisoformat}
    parser.add_argument("log", metavar="LOG", type=Path, help="folder that `schakel chain prepare` made")
    parser.add_argument("--norm", metavar="NAME", help="count the phases of this set of norms, such as ggz")
    parser.add_argument(
        "--link-norms",
        metavar="FILE",
        type=Path,
        help="CSV with norms of links: from (empty: from everywhere), to, norm, unit (days,"
        " workdays, hours or workhours), percent",
    )
    parser.add_argument(
        "--cut-off", help="the last day that counts, as 2026-06-30; who then waits is told apart", **day
    )
    parser.add_argument("--json", metavar="FILE", help="everything as JSON in this file; - prints it")
    parser.add_argument("--html", metavar="FILE", type=Path, help="a page with the picture of the chain")
    parser.add_argument(
        "--closed-by", metavar="STEP", action="append", default=[], help="a step that ends a case"
    )
    parser.add_argument(
        "--window-from", help="norms: a phase counts when it ends on this day or later", **day
    )
    parser.add_argument("--since", help="only cases that begin on this day or later", **day)
    parser.add_argument("--until", help="only cases that begin on this day or earlier", **day)
    parser.add_argument("--organisation", metavar="NAME", help="only cases that came there")
    parser.add_argument(
        "--where", metavar="NAME=VALUE", action="append", default=[], help="only cases with this attribute"
    )
    parser.add_argument("--passes", metavar="A,B", help="only cases that pass step A and later step B")
    parser.add_argument(
        "--variant", metavar="A,B,…", help="only cases with exactly these steps in this order"
    )
    parser.add_argument(
        "--engine",
        choices=("auto", "compiled", "frames"),
        default="auto",
        help="auto compiles for large logs; all give the same",
    )


def run(options: argparse.Namespace) -> int:
    """Ask the log, and print or write what it tells."""
    from schakel.methods.eventlog.answers import answers
    from schakel.methods.eventlog.log import open_log

    norms = norms_of(options.norm) if options.norm else []
    log = open_log(options.log)
    link_norms = link_norms_of(options.link_norms, log.organisations) if options.link_norms else []
    try:
        answer = answers(
            log,
            filter_of(options),
            cut_off=options.cut_off,
            closing=options.closed_by,
            norms=norms,
            since=options.window_from,
            link_norms=link_norms,
            engine=options.engine,
        )
    except KeyError as fault:
        kept = ", ".join(log.attributes) or "geen"
        raise BadFile(f"Het kenmerk {fault} staat niet in dit logboek; er zijn: {kept}.") from fault
    text = json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=1)
    if options.json == "-":
        print(text)
        return 0
    if options.json:
        write(Path(options.json), text + "\n")
    if options.html:
        from schakel.site.chain.page import page

        write(options.html, page(answer, title=f"Zorgketen {options.log.name}"))
    print(readable(answer))
    for path in (options.json, options.html):
        if path:
            print(f"Geschreven: {path}")
    return 0


def norms_of(name: str) -> tuple[Norm, ...]:
    """The phases of a set of norms that Schakel brings along."""
    from schakel.methods.waits.norms import norm_tables

    with_phases = {one.name: one.of_phases for one in norm_tables().values() if one.of_phases}
    if name not in with_phases:
        raise BadFile(f"De normen ‘{shortened(name)}’ ken ik niet; er zijn: {', '.join(with_phases)}.")
    return with_phases[name]


def link_norms_of(file: Path, organisations: Sequence[str]) -> list[LinkNorm]:
    """The norms of links in a file; of organisations that are in the log."""
    from schakel.methods.eventlog.in_time import LinkNorm
    from schakel.methods.eventlog.tables import UNITS

    found = []
    for line in read_table(file, needs=["from", "to", "norm", "unit", "percent"]).lines:
        source, target, unit = line.cells["from"], line.text("to"), line.text("unit")
        for name in filter(None, (source, target)):
            if name not in organisations:
                raise line.fault(f"‘{shortened(name)}’ is geen organisatie in dit logboek.")
        if unit not in UNITS:
            raise line.fault(
                f"‘{shortened(unit)}’ is geen eenheid. Kies {', '.join(UNITS[:-1])} of {UNITS[-1]}."
            )
        percent = line.number_of("percent", at_least=0)
        if percent > 100:
            raise line.fault("meer dan 100 van de honderd kan niet.")
        found.append(LinkNorm(source, target, line.number_of("norm", at_least=0), unit, percent))
    return found


def filter_of(options: argparse.Namespace) -> Filter:
    """What was asked of a case."""
    from schakel.methods.eventlog.selection import Filter

    where = dict(_parts(one, "=", "--where", "NAAM=WAARDE") for one in options.where)
    passes = _parts(options.passes, ",", "--passes", "STAP,STAP") if options.passes else None
    # A step with a comma in its name stands between quotes, as in CSV.
    variant = (
        [step.strip() for step in next(csv.reader([options.variant], skipinitialspace=True))]
        if options.variant
        else None
    )
    return Filter(options.since, options.until, options.organisation, where, passes, variant)


def _parts(text: str, sign: str, option: str, form: str) -> tuple[str, str]:
    first, found, second = text.partition(sign)
    if not found or not first.strip() or not second.strip():
        raise BadFile(f"{option} schrijft u als {form}.")
    return first.strip(), second.strip()


def readable(answer: dict[str, Any]) -> str:
    """The answer for people: the sizes, the links with most people, the norms, who waits now, and what to know."""
    from schakel.site.chain.page import remarks
    from schakel.site.chain.prepare import CASE, PLACE, STEP, counted
    from schakel.web.chain_map import time_words
    from schakel.web.formats import number

    through = answer["throughput"]
    lines = [
        f"{counted(answer['events'], 'gebeurtenis', 'gebeurtenissen')} van {counted(answer['cases'], *CASE)},"
        f" {counted(answer['activities'], *STEP)} bij {counted(answer['organisations'], *PLACE)};"
        f" {counted(answer['variants'], 'pad', 'verschillende paden')}.",
        f"Doorlooptijd: de helft binnen {time_words(through['p50_s'])}, 90 % binnen {time_words(through['p90_s'])}.",
        "",
    ]
    rows = answer["links"] or answer["arcs"]
    if rows:
        lines += [_links_shown(rows[:MOST_ROWS]), ""]
    if len(rows) > MOST_ROWS:
        lines += [f"En nog {number(len(rows) - MOST_ROWS, 0)}; alle staan in --json en --html.", ""]
    if answer["norms"]:
        lines += [_norms_shown([row for row in answer["norms"] if row["organisation"] == "all"]), ""]
    if answer["link_norms"]:
        lines += [_link_norms_shown(answer["link_norms"][:MOST_ROWS]), ""]
    if answer["waiting_now"]:
        waiting = sum(row["n"] for row in answer["waiting_now"])
        longest = max(row["longest_s"] for row in answer["waiting_now"])
        lines += [
            f"Op {answer['cut_off']} wachten {number(waiting, 0)} zaken, de langste {time_words(longest)}.",
            "",
        ]
    return "\n".join([*lines, *remarks(answer)])


def _links_shown(rows: list[dict[str, Any]]) -> str:
    from schakel.site.chain.prepare import printable
    from schakel.web.chain_map import time_words
    from schakel.web.formats import number

    columns = [
        (title, [shortened(printable(row[name]), 30) for row in rows])
        for title, name in (("van", "from"), ("naar", "to"))
    ]
    columns.append(("aantal", [number(row["n"], 0) for row in rows]))
    for title, name in (("helft binnen", "p50_s"), ("80 % binnen", "p80_s"), ("90 % binnen", "p90_s")):
        columns.append((title, [time_words(row[name]) for row in rows]))
    return in_columns(columns, words=["van", "naar"])


def _link_norms_shown(rows: list[dict[str, Any]]) -> str:
    from schakel.site.chain.page import norm_cells
    from schakel.site.chain.prepare import printable

    heads = ("van", "naar", "norm", "wachttijden", "op tijd", "te laat", "oordeel")
    cells = [[shortened(printable(cell), 30) for cell in norm_cells(row)] for row in rows]
    columns = [(head, [row[at] for row in cells]) for at, head in enumerate(heads)]
    return in_columns(columns, words=["van", "naar", "norm", "oordeel"])


def _norms_shown(rows: list[dict[str, Any]]) -> str:
    from schakel.web.formats import number

    def cells(name: str, sign: str = "") -> list[str]:
        return [
            "–" if row[name] is None else number(row[name], 1 if sign or name[-1] != "n" else 0) + sign
            for row in rows
        ]

    columns = [("fase", [row["phase"] for row in rows]), ("klaar", cells("completed_n"))]
    columns += [("mediaan (dagen)", cells("net_median")), ("binnen norm", cells("within_norm_pct", " %"))]
    columns += [("wacht nu", cells("waiting_n")), ("te lang", cells("waiting_over_norm_n"))]
    return in_columns(columns, words=["fase"])
