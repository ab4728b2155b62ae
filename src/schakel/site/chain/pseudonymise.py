"""Pseudonymise a file with events: people become pseudonyms with the key of a network, and a BSN never stays behind.

The work is done in `schakel.methods.eventlog.pseudonyms`.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schakel.site.calculations.files import BadFile, shortened
from schakel.site.chain.progress import shown
from schakel.site.chain.writing import beside

if TYPE_CHECKING:
    from schakel.methods.eventlog.sources import Source

WEAK = {
    "short": "De sleutel is korter dan 32 bytes.",
    "guessable": "De sleutel herhaalt zichzelf en is te raden.",
    "words": "De sleutel is een tekst die iemand bedacht. Dat is te raden.",
}
HOW = "Maak er een met: head -c 32 /dev/urandom > sleutel; chmod 600 sleutel"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel chain pseudonymise`."""
    parser.add_argument("source", metavar="IN", type=Path, help="CSV, Parquet, XES or Excel with events")
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, required=True, help="CSV with pseudonyms")
    parser.add_argument("--key-file", metavar="K", type=Path, required=True, help="32 random bytes or more")
    parser.add_argument(
        "--column",
        metavar="NAME",
        action="append",
        default=[],
        help="also this column; the case always is one",
    )
    parser.add_argument(
        "--map", metavar="FILE", type=Path, help="profile in TOML that says which column is the case"
    )


def run(options: argparse.Namespace) -> int:
    """Replace, write, and tell which columns were replaced and what was left out."""
    from schakel.methods.eventlog.profile import guess
    from schakel.methods.eventlog.sources import open_source
    from schakel.site.chain.prepare import profile_of

    key = key_of(options.key_file)
    if options.out.exists():
        raise BadFile(f"{options.out} is er al. Kies een andere naam.")
    given = profile_of(options.map) if options.map else None
    source = open_source(options.source, given)
    case = guess(source.columns, given).columns["case"]
    if unknown := [name for name in options.column if name not in source.columns]:
        raise BadFile(f"De kolom ‘{shortened(unknown[0])}’ staat niet in het bestand.")
    chosen = list(dict.fromkeys([case, *options.column]))
    with shown() as tell:
        found = [name for name in columns_with_bsns(source) if name not in chosen]
        chosen += found
        n_written, left_out = replace(source, options.out, key, chosen, tell)
    print(f"{n_written} regels staan in {options.out}. Vervangen: {', '.join(chosen)}.")
    if found:
        print(f"In {', '.join(found)} stonden burgerservicenummers; die zijn ook vervangen.")
    if left_out:
        print(
            f"{len(left_out)} regels zijn weggelaten, want ze zijn niet te lezen: {shortened(', '.join(left_out))}."
        )
    return 0


def key_of(path: Path) -> bytes:
    """The key in a file that only its owner can read."""
    from schakel.methods.eventlog.pseudonyms import BadKey, key_from

    try:
        content = path.read_bytes()
        is_open = path.stat().st_mode & 0o077
    except OSError as fault:
        raise BadFile(f"De sleutel {path} is niet te lezen. {HOW}") from fault
    if is_open:
        raise BadFile(f"Anderen kunnen de sleutel {path} lezen. Sluit hem af met: chmod 600 {path}")
    try:
        return key_from(content)
    except BadKey as fault:
        raise BadFile(f"{WEAK[fault.why.value]} {HOW}") from fault


def columns_with_bsns(source: Source) -> list[str]:
    """The columns in which citizen service numbers stand, in the whole file."""
    from schakel.methods.eventlog.pseudonyms import holds_bsns

    found: dict[str, None] = {}
    for batch in source.batches(source.columns):
        texts = _texts(batch.frame, source.columns)
        found |= {name: None for name, values in texts.items() if holds_bsns(values)}
    return list(found)


def replace(source: Source, out: Path, key: bytes, chosen: list[str], tell: Any) -> tuple[int, list[str]]:
    """Write every row with pseudonyms; returns how many, and the lines that could not be read."""
    from schakel.methods.eventlog.pseudonyms import pseudonym
    from schakel.methods.workbooks import safe_text

    n_written, left_out = 0, []
    with beside(out) as half, half.open("w", encoding="utf-8", newline="") as file:
        half.chmod(0o600)
        writer = csv.writer(file)
        writer.writerow(source.columns)
        for batch in source.batches(source.columns):
            texts = _texts(batch.frame, source.columns)
            for name in chosen:
                known = {value: pseudonym(key, value) for value in set(texts[name])}
                texts[name] = [known[value] for value in texts[name]]
            writer.writerows([safe_text(cell) for cell in row] for row in zip(*texts.values(), strict=True))
            n_written += batch.frame.height
            left_out += [f"regel {one.line}" for one in batch.rejects]
            tell("vervangen", source.share())
    return n_written, left_out


def _texts(frame: Any, columns: Any) -> dict[str, list[str]]:
    """Every column as text."""
    import polars as pl

    return {name: frame[name].cast(pl.String).fill_null("").to_list() for name in columns}
