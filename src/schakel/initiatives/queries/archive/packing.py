"""The archive as one zip file: papers, a workbook, the documents themselves, the same as data, an index and hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from schakel.documents.queries import Shelved, content_of
from schakel.documents.rules import clean_name
from schakel.documents.showing import size
from schakel.initiatives.queries.archive.facts import Archive
from schakel.initiatives.queries.archive.figures import figures
from schakel.initiatives.queries.archive.papers import MEASURED, papers
from schakel.methods.archives import write_archive
from schakel.methods.workbooks import write_workbook
from schakel.web.formats import dutch_date

#: Documents go in as long as all of them together are not larger; what does not fit is named, with its hash.
MOST_BYTES_OF_DOCUMENTS = 40_000_000
INDEX, SUMS = "0-lees-mij.html", "SHA256SUMS.txt"


@dataclass(frozen=True)
class Member:
    """One file in the archive, as the index names it."""

    name: str
    what: str
    n_bytes: int
    sha256: str

    @property
    def size(self) -> str:
        """How large it is, in words."""
        return size(self.n_bytes)


@dataclass(frozen=True)
class Bundle:
    """The finished file, how many files are in it, and which versions of documents."""

    data: bytes
    n_files: int
    n_too_large: int
    holds: Sequence[UUID]


def bundle(
    known: Archive, *, address: str, made_at: datetime, release: str, tell: Callable[[int, int], None]
) -> Bundle:
    """Make the zip file. tell: told after each file how many of how many are in it.

    made_at: the moment that stands in the files. At most one document is in memory beside the archive itself.
    """
    fitting, too_large = _fitting(known.documents)
    total = len(fitting) + 4
    members: list[Member] = []

    def written() -> Iterator[tuple[str, bytes]]:
        for name, what, data in _files(known, fitting, address=address, made_at=made_at, release=release):
            members.append(Member(name, what, len(data), hashlib.sha256(data).hexdigest()))
            tell(min(len(members), total), total)
            yield name, data
        index = _index(known, members, too_large, address=address, made_at=made_at, release=release)
        yield INDEX, index
        sums = [f"{one.sha256}  {one.name}" for one in members]
        sums.append(f"{hashlib.sha256(index).hexdigest()}  {INDEX}")
        yield SUMS, ("\n".join(sums) + "\n").encode()

    data = write_archive(written(), at=made_at)
    tell(total, total)
    return Bundle(data, len(members) + 2, len(too_large), [one.version.pk for one in fitting])


def _fitting(documents: Sequence[Shelved]) -> tuple[list[Shelved], list[Shelved]]:
    """The documents that fit, the smallest first, and those that do not."""
    fitting: list[Shelved] = []
    room = MOST_BYTES_OF_DOCUMENTS
    for one in sorted(documents, key=lambda one: (one.version.size_bytes, one.document.title)):
        if one.version.size_bytes > room:
            break
        room -= one.version.size_bytes
        fitting.append(one)
    kept = {one.version.pk for one in fitting}
    return fitting, [one for one in documents if one.version.pk not in kept]


def _files(
    known: Archive, fitting: Iterable[Shelved], *, address: str, made_at: datetime, release: str
) -> Iterator[tuple[str, str, bytes]]:
    """Each file by name, what it is, and its bytes; a document is fetched only when it is its turn."""
    network = known.initiative.network
    origin = {
        "network": network.name,
        "address": address,
        "made_at": made_at,
        "release": release,
        "is_example": network.is_example,
    }
    whats = {
        _("1-verhaal.docx"): _("Het idee en wat er gebeurde"),
        _("2-besluiten.docx"): _("Elk besluit met reden, voorwaarden en akkoorden"),
        _("3-plan.docx"): _("Het plan zoals het nu is"),
        _("4-borging.docx"): _("Hoe het gewoon werk werd, verslagen, hermetingen en lessen"),
    }
    written = papers(known, origin)
    measured = written.pop(MEASURED, None)
    for name, data in written.items():
        yield name, whats[name], data
    above = [
        f"{known.initiative.number} {known.initiative.title}",
        _("%(network)s, stand op %(day)s") % {"network": network.name, "day": dutch_date(made_at)},
        _("Uit Schakel: %(address)s") % {"address": address},
    ]
    if sheets := figures(known, above):
        book = write_workbook(sheets, title=known.initiative.title, made_at=made_at)
        yield (
            "5-cijfers.xlsx",
            _("Geld, uitgaven, toezeggingen, mijlpalen, gebruik, risico’s, standen en metingen"),
            book,
        )
    yield "6-gegevens.json", _("Hetzelfde, voor een computer"), _data(known, made_at)
    if measured:
        yield MEASURED, _("Het meetplan, de nulmetingen, wat was beloofd en wat ervan kwam"), measured
    used: set[str] = set()
    for one in fitting:
        yield (
            _name_of(one, used),
            _("Document: %(title)s") % {"title": one.document.title},
            content_of(one.version),
        )


def _name_of(one: Shelved, used: set[str]) -> str:
    """A name in the folder of documents that no other has."""
    name = clean_name(one.version.file_name)
    stem, _dot, ending = name.rpartition(".")
    n = 1
    while name.lower() in used:
        n += 1
        name = f"{stem}-{n}.{ending}"
    used.add(name.lower())
    return f"documenten/{name}"


def _data(known: Archive, made_at: datetime) -> bytes:
    """The facts as JSON, with a stable shape."""
    idea = known.initiative
    told: dict[str, Any] = {
        "number": idea.number,
        "title": idea.title,
        "network": idea.network.name,
        "is_example": idea.network.is_example,
        "stage": idea.stage,
        "made_at": made_at.isoformat(),
        "idea": {name: getattr(idea, name) for name in ("problem", "proposal", "benefit", "who_joins")},
        "partners": [{"name": one.partner.name, "part": one.part} for one in known.partners],
        "story": [
            {"when": one.when, "title": one.title, "text": one.text, "who": one.who, "source": one.source,
             "decision": one.decision_number}
            for one in known.story if not one.is_ahead
        ],
        "decisions": [
            {"number": one.decision.number, "title": one.decision.title, "type": one.decision.type,
             "status": one.decision.status, "verdict": one.decision.verdict, "body": str(one.decision.body or ""),
             "decided_on": one.decision.decided_on, "reason": one.decision.reason,
             "public_reason": one.decision.public_reason, "amount_eur": one.decision.amount_eur,
             "proof": one.decision.proof}
            for one in known.decisions
        ],
        "measures": [
            {"name": row.name, "about": row.series.who, "kind": row.measure.kind, "target": row.measure.target,
             "baseline_sha256": row.course.baseline.sha256 if row.course.baseline else "",
             "no_baseline": row.measure.no_baseline_reason, "claim": row.claim_words,
             "outcome": str(row.outcome) if row.claim else "", "because": row.because if row.claim else ""}
            for row in known.measures.rows
        ],
        "spent": [
            {"cost_type": one.kind.cost_type, "source": one.source, "year": one.kind.year,
             "planned_eur": one.planned_eur, "spent_eur": one.spent_eur, "planned_hours": one.planned_hours,
             "hours": one.hours, "until_on": known.spendings.until_on}
            for one in known.spendings.compared if known.spendings.until_on
        ],
        "plan": None if known.plan is None else
        {"version": known.plan.plan.version, "hash": known.plan.plan.hash, "content": known.plan.content},
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode()


def _index(
    known: Archive,
    members: Sequence[Member],
    too_large: Sequence[Shelved],
    *,
    address: str,
    made_at: datetime,
    release: str,
) -> bytes:
    """The page to begin with: what is in it, what is not and why, and how to check it."""
    context = {
        "initiative": known.initiative,
        "network": known.initiative.network,
        "members": members,
        "too_large": [(one, size(one.version.size_bytes)) for one in too_large],
        "withdrawn": known.withdrawn,
        "address": address,
        "made_at": made_at,
        "release": release,
        "sums": SUMS,
    }
    return render_to_string("initiatives/archive_index.html", context).encode()
