"""``schakel decision verify FILE``: a file of a decision by itself, and with a database beside the register."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from schakel.methods.fingerprints import LARGEST, NotPlain, fingerprint, plain_values
from schakel.site import machine


def describe(parser: argparse.ArgumentParser) -> None:
    """Say which arguments there are."""
    parser.add_argument("deed", choices=("verify",), help="verify: check the file")
    parser.add_argument("file", type=Path, help="the file of a decision, as a page gave it")
    parser.add_argument(
        "--register",
        action="store_true",
        help="compare with the register in the database of this folder; with settings in the environment always",
    )


def run(options: argparse.Namespace) -> int:
    """Check a file of a decision: its own fingerprint, and with a database what the register says."""
    try:
        with options.file.open("rb") as opened:
            sent = opened.read(LARGEST + 1)
        found = plain_values(sent, largest=LARGEST)
        told = {name: found[name] for name in found if name != "fingerprint"}
        is_whole = found["fingerprint"] == fingerprint(told)
    except OSError as fault:
        print(f"Dit bestand is niet te lezen: {fault.strerror}.", file=sys.stderr)
        return 2
    except (NotPlain, KeyError, TypeError):
        print("Dit is geen heel controlebestand van een besluit.", file=sys.stderr)
        return 2
    if not is_whole:
        print("Veranderd: de vingerafdruk past niet bij de inhoud.")
    else:
        print(f"De vingerafdruk past bij de inhoud: {found['fingerprint']}")
    if not (machine.is_configured() or options.register):
        print("Of het klopt, zegt alleen het register: gebruik --register, of de pagina van het netwerk.")
        return 0 if is_whole else 1
    with ExitStack() as stack:
        if not machine.is_configured():
            stack.enter_context(machine.database(machine.chosen_folder()))
        return _beside_the_register(sent)


def _beside_the_register(sent: bytes) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
    import django

    django.setup()
    from django.db import transaction

    from schakel.governance.rules.decision_file import Unreadable, read
    from schakel.network.queries import find_network

    try:
        found = read(sent)
    except Unreadable as fault:
        print(fault.reason, file=sys.stderr)
        return 2
    with transaction.atomic():
        network = find_network(found["network"]["slug"])
        if network is None:
            print("Dit netwerk is hier niet.", file=sys.stderr)
            return 2
        return _tell(_checked(network, found))


def _checked(network: Any, found: dict[str, Any]) -> Any:
    """What came of it, as the pages say it."""
    from schakel.governance.models import Decision
    from schakel.governance.queries.decision_file import check
    from schakel.governance.rules.decision_file import PUBLIC
    from schakel.public.queries import check_public, shown_decision
    from schakel.tenancy.context import system, visitor

    number = str(found["decision"]["number"])
    if found["edition"] == PUBLIC:
        with visitor(network.pk):
            shown = shown_decision(network, number)
        return check_public(network, found, shown)
    with system(network.pk):
        rows = Decision.objects.of(network).select_related("network", "body", "mandate")
        return check(found, rows.filter(number=number).first() if "\0" not in number else None)


def _tell(checked: Any) -> int:
    from schakel.governance.checking import outcome

    told = outcome(checked, "")
    print(f"{told['number']}: {told['title']}.")
    for line in told["lines"]:
        print(line)
    for one in (*told["differences"], *told["changed_since"]):
        print(
            f"- {one.label}\n    bestand:  {one.in_file or 'niets'}\n    register: {one.in_register or 'niets'}"
        )
    for one in told["later"]:
        print(f"Daarna, {one['when']}: {one['words']}")
    return 0 if checked.fits else 1
