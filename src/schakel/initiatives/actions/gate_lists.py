"""Making a network's own next version of a gate checklist, and answering the points that it added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import kept, locked, needed, of_network
from schakel.initiatives.gates import Template, changed_by, fixed_points, list_of, template
from schakel.initiatives.models import GateList, Initiative, PointAnswer
from schakel.initiatives.permissions import why_not_answer_point, why_not_keep_lists
from schakel.initiatives.rules import newest_edition
from schakel.initiatives.rules.gate_lists import (
    LONGEST_LABEL,
    OwnKind,
    PointRow,
    TrackWord,
    why_not_list,
    why_not_web_address,
    with_codes,
)
from schakel.journal.actions import record
from schakel.network.models import Network
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def publish_list(
    network: Network,
    *,
    by: Person | None,
    gate: str,
    track: str,
    rows: Sequence[PointRow],
    after: int,
    reason: str,
) -> GateList:
    """Make the next version of a checklist; it holds for what begins from now on, what runs keeps its own.

    after: the version that the maker saw, 0 for none; somebody else may have made one meanwhile.
    """
    allow(why_not_keep_lists(by, network))
    reason = needed(reason, _("Schrijf op waarom deze versie er komt."), longest=2000)
    Network.objects.select_for_update(of=("self",)).get(pk=network.pk)
    versions = list(GateList.objects.of(network).of_list(gate, track))
    last = versions[0] if versions else None
    if (last.version if last else 0) != after:
        raise Refused(
            _("Intussen is er een nieuwere versie van deze lijst vastgesteld. Begin vanaf die versie.")
        )
    form, rows = checked_list(gate, track, rows, versions)
    present = changed_by(form, last.point_rows) if last else form
    if changed_by(form, rows).items == present.items:
        raise Refused(_("Er verandert niets aan de lijst. Verander eerst een punt."))
    made = GateList.objects.create(
        network=network,
        number=GateList.objects.newest_number(network) + 1,
        gate=gate,
        track=track,
        version=after + 1,
        edition=newest_edition(),
        rows=[row.as_json() for row in rows],
        reason=reason,
        published_by=by,
        published_at=timezone.now(),
    )
    data = {"gate": gate, "track": track, "version": made.version}
    record(by=by, verb="gate list published", about=made, reason=reason, data=data)
    return made


def checked_list(
    gate: str, track: str, rows: Sequence[PointRow], versions: Sequence[GateList]
) -> tuple[Template, list[PointRow]]:
    """The list of the platform and the rows as they are kept; refused with the reason when they cannot be a list."""
    form = template(gate, edition=newest_edition(), is_light=track == TrackWord.LIGHT)
    if form is None or form.track != track:
        raise Refused(_("Deze poort heeft zo’n lijst niet."))
    own = {row.code for one in versions for row in one.point_rows if row.kind}
    labels = {one.code: one.label for one in form.items}
    cleaned = [replace(row, label=kept(row.label, longest=LONGEST_LABEL)) for row in rows]
    cleaned = [replace(row, label="") if labels.get(row.code) == row.label else row for row in cleaned]
    allow(why_not_list(cleaned, fixed=fixed_points(form), known=set(labels), own=own))
    return form, with_codes(cleaned, own)


@transaction.atomic
def answer_point(
    initiative: Initiative, *, by: Person | None, gate: str, code: str, text: str, link: str = ""
) -> PointAnswer:
    """Answer a point that the network added, or change the answer; what stood there stays in its history."""
    initiative = locked(initiative)
    allow(why_not_answer_point(by, initiative))
    form = list_of(initiative, gate, is_light=initiative.is_light) if gate == initiative.gate else None
    item = next((one for one in form.items if one.code == code and one.kind), None) if form else None
    if item is None or item.kind == OwnKind.DOCUMENT:
        raise Refused(_("Dit punt staat niet op de lijst van de poort die nu komt."))
    text = needed(text, _("Schrijf het antwoord op."), longest=2000)
    link = kept(link, longest=500)
    if item.kind == OwnKind.LINK or link:
        allow(why_not_web_address(link))
    row = (
        PointAnswer.objects.of(initiative.network).filter(initiative=initiative, gate=gate, code=code).first()
    )
    row = row or PointAnswer(network=initiative.network, initiative=initiative, gate=gate, code=code)
    of_network(initiative.network_id, row)
    row.question, row.text, row.link = item.label, text, link
    row.answered_by, row.answered_at = by, timezone.now()
    row.save()
    record(by=by, verb="point answered", about=initiative, reason=item.label)
    return row
