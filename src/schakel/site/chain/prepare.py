"""Prepare a log: read CSV, Parquet, XES or Excel once, guess its columns, and keep it coded and in order.

The work is done in `schakel.methods.eventlog.prepare`.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schakel.site.calculations.files import BadFile, shortened
from schakel.site.calculations.tables import in_columns
from schakel.site.chain.progress import shown
from schakel.site.chain.writing import write

if TYPE_CHECKING:
    from schakel.methods.eventlog.profile import Profile
    from schakel.methods.eventlog.sources import Source

#: What each role is called.
ROLES = {
    "case": "zaak",
    "activity": "stap",
    "start": "begin",
    "end": "einde",
    "organisation": "organisatie",
    "transition": "begonnen of klaar",
    "instance": "nummer van de stap",
    "event_id": "nummer van de gebeurtenis",
    "area": "gebied",
    "care_kind": "soort zorg",
    "urgency": "urgentie",
    "value": "waarde",
    "status": "status",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel chain prepare`."""
    parser.add_argument(
        "source", metavar="SOURCE", type=Path, help="CSV, Parquet, XES (CSV and XES also .gz) or Excel"
    )
    parser.add_argument(
        "-o",
        "--out",
        metavar="LOG",
        type=Path,
        help="folder for the prepared log; without it only the guessed columns are shown",
    )
    parser.add_argument(
        "--map", metavar="FILE", type=Path, help="profile in TOML that says which column is what"
    )
    parser.add_argument("--save-map", metavar="FILE", type=Path, help="keep the columns as a profile")
    parser.add_argument("--replace", action="store_true", help="put it in the place of an older log")


def run(options: argparse.Namespace) -> int:
    """Show the columns, prepare, and tell what was read, used and rejected."""
    from schakel.methods.eventlog.prepare import prepare
    from schakel.methods.eventlog.profile import guess
    from schakel.methods.eventlog.sources import open_source

    given = profile_of(options.map) if options.map else None
    source = open_source(options.source, given)
    profile = guess(source.columns, given)
    print(columns_shown(source, profile))
    if options.save_map:
        write(options.save_map, profile.as_toml())
        print(f"\nDeze kolommen staan in het profiel {options.save_map}.")
    if options.out is None:
        print(
            "\nKlopt dit? Zet het logboek dan klaar met -o LOGBOEK. Zo niet: bewaar het met --save-map, en wijzig het."
        )
        return 0
    with shown() as tell:
        manifest = prepare(options.source, options.out, profile, progress=tell, replace=options.replace)
    print(f"\n{outcome(manifest, options.out)}")
    return 0


def profile_of(path: Path) -> Profile:
    """The profile in a file."""
    from schakel.methods.eventlog.profile import read_profile

    try:
        return read_profile(path.read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise BadFile(f"Het profiel {path} is er niet.") from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise BadFile(f"Het profiel {path} is niet te lezen.") from fault


def columns_shown(source: Source, profile: Profile) -> str:
    """Which column is what, with an example of each, and what is left aside."""
    sample = source.sample()
    named = {ROLES[role]: (column, role in profile.guessed) for role, column in profile.columns.items()}
    named |= {f"kenmerk {name}": (name, False) for name in profile.attributes}
    examples = [
        next((row[column] for row in sample if row.get(column, "").strip()), "–")
        for column, _ in named.values()
    ]
    table = in_columns(
        [
            ("wat", list(named)),
            ("kolom", [shortened(column) for column, _ in named.values()]),
            ("bijvoorbeeld", [shortened(printable(example)) for example in examples]),
            ("", ["geraden" if is_guess else "" for _, is_guess in named.values()]),
        ],
        words=["wat", "kolom", "bijvoorbeeld", ""],
    )
    aside = [column for column in source.columns if column not in profile.needed]
    if not aside:
        return table
    return f"{table}\nNiet gebruikt: {shortened(printable(', '.join(aside)), 120)}."


#: One and more of what a log has.
CASE, STEP, PLACE = ("zaak", "zaken"), ("stap", "stappen"), ("organisatie", "organisaties")


def counted(n: int, one: str, more: str) -> str:
    """So many of something.

    >>> counted(1, "zaak", "zaken"), counted(1_200, "zaak", "zaken")
    ('1 zaak', '1.200 zaken')
    """
    from schakel.web.formats import number

    return f"{number(n, 0)} {one if n == 1 else more}"


def printable(text: str) -> str:
    """A text without signs that would move the cursor of a terminal."""
    return "".join(sign if sign.isprintable() else "·" for sign in text)


def outcome(manifest: dict[str, Any], out: Path) -> str:
    """What was read, used and rejected, and what is in the log."""
    from schakel.methods.eventlog.log import REJECTED
    from schakel.methods.eventlog.reasons import WORDS, Reason
    from schakel.web.formats import number

    counts = manifest["counts"]
    n = {name: number(float(value), 0) for name, value in counts.items() if isinstance(value, int)}
    lines = [f"Gelezen {n['read']} = gebruikt {n['used']} + afgewezen {n['rejected']}."]
    for reason, count in counts["reasons"].items():
        lines.append(f"  {number(float(count), 0)} keer: {WORDS[Reason(reason)]}.")
    if counts["rejected"]:
        lines.append(f"Welke regels dat zijn, staat in {out / REJECTED}.")
    if counts.get("joined"):
        lines.append(
            f"{n['joined']} keer werden begin en einde samen één stap; {n['unended']} keer was er geen einde,"
            f" {n['unbegun']} keer geen begin."
        )
    if counts["duplicates"]:
        words = "regel zegt" if counts["duplicates"] == 1 else "regels zeggen"
        lines.append(f"{n['duplicates']} {words} hetzelfde als een eerdere regel.")
    lines.append(
        f"Klaar: {counted(counts['events'], 'gebeurtenis', 'gebeurtenissen')} van {counted(counts['cases'], *CASE)},"
        f" {counted(counts['activities'], *STEP)}, {counted(counts['organisations'], *PLACE)}."
        f" Tijdzone {manifest['time_zone']}."
    )
    lines.append(f"Vraag nu: schakel chain report {out}")
    return "\n".join(lines)
