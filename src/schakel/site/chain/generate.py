"""Generate the events of an invented region with a known bottleneck, to try things out and to test methods.

The work is done in `schakel.methods.eventlog.generate`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from schakel.site.calculations.files import BadFile
from schakel.site.chain.progress import shown
from schakel.site.chain.writing import beside

if TYPE_CHECKING:
    from schakel.methods.eventlog.generate import GeneratedSource
    from schakel.methods.eventlog.making import Progress

MOST = 1_000_000_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel chain generate`."""
    parser.add_argument("--events", metavar="N", type=int, required=True, help="how many events")
    parser.add_argument("--seed", metavar="S", type=int, default=1, help="another number is another region")
    parser.add_argument(
        "-o",
        "--out",
        metavar="LOG",
        type=Path,
        required=True,
        help="folder for the log; a name in .csv becomes CSV",
    )
    parser.add_argument("--replace", action="store_true", help="put it in the place of an older log")


def run(options: argparse.Namespace) -> int:
    """Invent the events, and tell what is true of them."""
    from schakel.methods.eventlog.generate import GeneratedSource, Region

    if not 1 <= options.events <= MOST or options.seed < 0:
        raise BadFile("--events is een getal van 1 tot een miljard, en --seed is 0 of hoger.")
    source, region = GeneratedSource(options.events, options.seed), Region.of(options.seed)
    with shown() as tell:
        if options.out.suffix == ".csv":
            write_csv(source, options.out, tell)
        else:
            from schakel.methods.eventlog.prepare import prepare_source

            origin = {"name": "verzonnen", "kind": source.kind, "seed": options.seed, "truth": region.truth}
            prepare_source(source, options.out, origin, progress=tell, replace=options.replace)
    print(f"{options.events} verzonnen gebeurtenissen staan in {options.out}. Alle namen zijn verzonnen.")
    print(f"Wat waar is: {json.dumps(region.truth['bottleneck'], ensure_ascii=False)}")
    return 0


def write_csv(source: GeneratedSource, path: Path, tell: Progress) -> None:
    """Write the events as CSV, whole or not at all."""
    with beside(path) as half, half.open("wb") as file:
        for at, batch in enumerate(source.batches(source.columns)):
            frame = batch.frame.select(source.columns)
            frame.write_csv(file, include_header=at == 0, datetime_format="%Y-%m-%dT%H:%M:%SZ")
            tell("schrijven", source.share())
