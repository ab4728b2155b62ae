"""A decision as a file that can be checked: how it is written, its fingerprint, reading one, and what differs.

Pure: values in, values out. What a file proves by itself is only that nothing in it was changed since its fingerprint
was made; whether it is what the register says, only the register can tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.rules.kinds import (
    Choice,
    ConsentState,
    DecisionStatus,
    DecisionType,
    Ground,
    Method,
)
from schakel.methods.fingerprints import LARGEST, NotPlain, Unfit, canonical, fingerprint, plain_values

FORMAT, VERSION = "schakel-besluit", 1
#: The whole decision as the network reads it, and what everyone may read of it.
FULL, PUBLIC = "netwerk", "openbaar"
#: What stands once a decision is taken: a difference here is never because of something that came later.
STANDS = frozenset(
    {
        "number", "type", "method", "title", "text", "subject", "body", "amount_eur", "verdict", "decided_on",
        "effective_on", "public_reason", "votes",
    }
)  # fmt: skip
#: How each part of a decision is called on the screen.
LABELS: dict[str, Any] = {
    "number": gettext_lazy("Nummer"),
    "type": gettext_lazy("Soort"),
    "title": gettext_lazy("Titel"),
    "text": gettext_lazy("Voorstel"),
    "subject": gettext_lazy("Onderwerp"),
    "initiative": gettext_lazy("Initiatief"),
    "body": gettext_lazy("Groep"),
    "method": gettext_lazy("Manier van besluiten"),
    "status": gettext_lazy("Stand"),
    "verdict": gettext_lazy("Uitkomst"),
    "decided_on": gettext_lazy("Besloten op"),
    "effective_on": gettext_lazy("Gaat in op"),
    "amount_eur": gettext_lazy("Bedrag"),
    "reason": gettext_lazy("Reden"),
    "public_reason": gettext_lazy("Reden voor iedereen"),
    "mandate": gettext_lazy("Mandaat"),
    "proofs": gettext_lazy("Vier bewijzen"),
    "votes": gettext_lazy("Stemmen"),
    "consents": gettext_lazy("Akkoord van partners"),
    "conditions": gettext_lazy("Voorwaarden"),
    "follows": gettext_lazy("Vervangt, bekrachtigt of volgt op"),
    "replaced_by": gettext_lazy("Vervangen door"),
}
#: What a file has, and nothing else: what nobody compares is never said to fit.
PARTS = frozenset({"format", "version", "edition", "network", "decision", "journal", "fingerprint"})

TOO_LARGE = gettext_lazy(
    "Dit bestand is te groot. Een controlebestand van een besluit is kleiner dan 250 kB."
)
#: What yes and no mean in a file, for each part that is one of both.
YES_NO: dict[str, tuple[Any, Any]] = {
    "is_voting": (gettext_lazy("stemt mee"), gettext_lazy("luistert mee")),
    "is_present": (gettext_lazy("aanwezig"), gettext_lazy("niet aanwezig")),
    "is_required": (gettext_lazy("nodig"), gettext_lazy("niet nodig")),
    "ok": (gettext_lazy("in orde"), gettext_lazy("niet in orde")),
}


class Unreadable(Exception):
    """A file that cannot be checked, with the reason in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = str(reason)


@dataclass(frozen=True)
class Difference:
    """One part of a decision that reads otherwise in the file than in the register."""

    label: str
    in_file: str
    in_register: str
    stands: bool


def read(sent: bytes) -> dict[str, Any]:
    """Read what somebody sent as a file of a decision; raise ``Unreadable`` with what is wrong with it.

    Whether its fingerprint fits is asked apart (``is_whole``): a file that was changed can still be compared.
    """
    try:
        found = plain_values(sent, largest=LARGEST)
    except NotPlain as fault:
        raise Unreadable(
            TOO_LARGE
            if fault.why == Unfit.TOO_LARGE
            else _(
                "Dit is geen heel controlebestand. Misschien is het afgebroken of bewerkt. Haal het opnieuw op."
            )
        ) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Unreadable(
            _("Dit is geen controlebestand van een besluit. Kies het bestand dat Schakel u gaf.")
        )
    if found.get("version") != VERSION:
        words = _(
            "Dit bestand heeft vorm %(found)s; Schakel leest hier vorm %(known)s. Haal het bestand opnieuw op."
        )
        raise Unreadable(words % {"found": str(found.get("version"))[:10], "known": VERSION})
    if not _has_shape(found):
        raise Unreadable(
            _(
                "In dit bestand ontbreekt iets of staat iets op de verkeerde plaats. Haal het bestand opnieuw op."
            )
        )
    return found


def _has_shape(found: Mapping[str, Any]) -> bool:
    """Whether a file says of which network it is, which edition, and has a decision with a number and a fingerprint."""
    network, decision = found.get("network"), found.get("decision")
    if not isinstance(found.get("journal"), dict | None):
        return False
    return (
        {*found} <= PARTS
        and {"lines", "seal"} >= {*(found.get("journal") or ())}
        and isinstance(network, dict)
        and isinstance(network.get("slug"), str)
        and isinstance(decision, dict)
        and isinstance(decision.get("number"), str)
        and isinstance(found.get("fingerprint"), str)
        and found.get("edition") in {FULL, PUBLIC}
    )


def sealed_with_fingerprint(told: Mapping[str, Any]) -> dict[str, Any]:
    """A file with the fingerprint of everything in it."""
    return {**told, "fingerprint": fingerprint(dict(told))}


def is_whole(found: Mapping[str, Any]) -> bool:
    """Whether the fingerprint in a file is that of everything else in it."""
    return bool(
        found["fingerprint"] == fingerprint({name: found[name] for name in found if name != "fingerprint"})
    )


def differences(in_file: Mapping[str, Any], in_register: Mapping[str, Any]) -> list[Difference]:
    """What reads otherwise in a file than in the register, in the order of the screen.

    >>> [(one.label, one.in_file, one.stands) for one in differences({"number": "B-1"}, {"number": "B-2"})]
    [('Nummer', 'B-1', True)]
    """
    names = [*LABELS, *sorted({*in_file, *in_register} - {*LABELS})]
    return [
        _difference(name, in_file.get(name), in_register.get(name))
        for name in names
        if not is_same(in_file.get(name), in_register.get(name))
    ]


def is_same(told: Any, known: Any) -> bool:
    """Whether two plain values are written in the same way; yes is never the same as 1.

    >>> is_same({"n": 1, "on": None}, {"on": None, "n": 1}), is_same(True, 1)
    (True, False)
    """
    return canonical(told) == canonical(known)


def is_same_in_any_order(told: Any, known: Sequence[Any]) -> bool:
    """Whether a list says the same things as another one, whatever comes first.

    >>> is_same_in_any_order(["b", "a"], ["a", "b"]), is_same_in_any_order("ab", ["a", "b"])
    (True, False)
    """
    return isinstance(told, list) and sorted(map(canonical, told)) == sorted(map(canonical, known))


def _difference(name: str, told: Any, known: Any) -> Difference:
    """One part on both sides; of two lists only the lines that the other one does not have."""
    in_file, in_register = list(in_words(told)), list(in_words(known))
    if isinstance(told, list) and isinstance(known, list):
        only_told, only_known = _without(in_file, in_register), _without(in_register, in_file)
        if only_told or only_known:
            in_file, in_register = only_told, only_known
    return Difference(str(LABELS.get(name, name)), "\n".join(in_file), "\n".join(in_register), name in STANDS)


def _without(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """The lines that are not among the others, as often as they are not."""
    left = Counter(others)
    left.subtract(lines)
    extra, found = -left, []
    for line in reversed(lines):
        if extra[line] > 0:
            extra[line] -= 1
            found.append(line)
    return found[::-1]


def in_words(value: Any) -> Iterator[str]:
    """A part of a decision as lines that can be read beside each other.

    >>> list(in_words([{"partner": "Ziekenhuis", "state": "given", "is_required": True, "on": None}]))
    ['Ziekenhuis · akkoord · nodig']
    """
    if isinstance(value, Mapping):
        told = [" ".join(in_words(_said(name, one))) for name, one in value.items()]
        yield " · ".join(one for one in told if one)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for one in value:
            yield from in_words(one)
    elif value is not None:
        yield str(_codes().get(value, value) if isinstance(value, str) else value)


def _said(name: str, value: Any) -> Any:
    """What yes and no mean in this part of a file; anything else as it is."""
    return YES_NO.get(name, (_("ja"), _("nee")))[not value] if isinstance(value, bool) else value


@cache
def _codes() -> Mapping[str, Any]:
    """What the codes in a file mean, as they are said on the page of a decision."""
    kinds = (DecisionType, Method, DecisionStatus, Choice, ConsentState, Ground)
    return {code: label for kind in kinds for code, label in kind.choices}
