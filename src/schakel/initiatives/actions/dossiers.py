"""The dossier for a decision: kept as it is now, and set as a PDF by the worker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.documents.actions import keep_made
from schakel.documents.paper import Origin, as_json, from_json
from schakel.documents.rules import FileKind, Subject
from schakel.initiatives.actions.keeping import locked
from schakel.initiatives.models import Dossier, DossierFile
from schakel.initiatives.permissions import why_not_make_dossier, why_not_make_growth_dossier
from schakel.initiatives.queries.dossiers import pdf_of
from schakel.initiatives.queries.growth_dossier import growth_dossier, waiting_step
from schakel.initiatives.queries.papers import DossierPart, Papers, dossier
from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.measuring.actions.exits import register
from schakel.methods.fingerprints import canonical, fingerprint
from schakel.network.models import Network
from schakel.web.context import release
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person

#: The task that sets a dossier as a PDF.
SET_DOSSIER = "initiatives.set_dossier"


class NotYet(Refused):
    """A dossier that can be made in a moment, when its charts are there."""


@transaction.atomic
def make_dossier(initiative: Initiative, *, by: Person) -> Dossier:
    """Keep the dossier of the next gate as it is today; when nothing changed since the last one of today, that is it.

    Another day is another dossier: who may decide is asked of that day.
    """
    initiative = locked(initiative)
    allow(why_not_make_dossier(by, initiative))
    found = dossier(by, initiative, timezone.localdate())
    assert found is not None, "every gate but PX has a checklist"
    return _keep(found, initiative.network, initiative, by)


@transaction.atomic
def make_growth_dossier(network: Network, *, by: Person) -> Dossier:
    """Keep the dossier for the growth step that lies before a body, as it is today; unchanged today, it is the last."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    waiting = waiting_step(network)
    allow(why_not_make_growth_dossier(by, waiting))
    return _keep(growth_dossier(by, network, timezone.localdate()), network, None, by)


def _keep(found: Papers[DossierPart], network: Network, initiative: Initiative | None, by: Person) -> Dossier:
    """The paper as the next dossier of its owner, unless the last one says the same for the same decision."""
    if refusal := why_not_yet(found.coming):
        raise NotYet(refusal)
    content = {"title": found.title, "subtitle": found.subtitle, "parts": as_json(found.parts)}
    sha256 = fingerprint(content)
    last = Dossier.objects.of(network).filter(initiative=initiative).order_by("-number").first()
    if (
        last is not None
        and last.sha256 == sha256
        and last.decision_id == (found.decision and found.decision.pk)
    ):
        return last
    made = Dossier.objects.create(
        network=network,
        initiative=initiative,
        gate=found.gate,
        number=last.number + 1 if last else 1,
        decision=found.decision,
        content=content,
        sha256=sha256,
        made_by=by,
        made_at=timezone.now(),
    )
    record(
        by=by,
        verb="dossier made",
        about=initiative or network,
        data={"gate": found.gate, "number": made.number, "sha256": sha256},
    )
    _register(found, made, by)
    defer(SET_DOSSIER, network=network.pk, dossier=made.pk)
    return made


def _register(found: Papers[DossierPart], made: Dossier, by: Person) -> None:
    """Write in the register which figures leave with it, under the fingerprint of what the dossier says."""
    if found.tally.n_values:
        register(
            made.network_id,
            canonical(made.content),
            by=by,
            what=found.title,
            file_name=made.file_name,
            tally=found.tally,
            series=[one.series for one in found.charts],
        )


def why_not_yet(coming: Sequence[str]) -> str | None:
    """Why a dossier waits a moment: what is kept for good has every chart in it; coming: the names of those to come."""
    if not coming:
        return None
    return ngettext(
        "De grafiek van %(names)s wordt nog gemaakt. Dat duurt meestal minder dan een minuut. Maak het dossier daarna.",
        "Deze grafieken worden nog gemaakt: %(names)s. Dat duurt meestal minder dan een minuut. "
        "Maak het dossier daarna.",
        len(coming),
    ) % {"names": "; ".join(coming)}


@transaction.atomic
def set_dossier(made: Dossier) -> None:
    """Set a dossier as a PDF and keep it with the decision it is for, else with the initiative; twice is once.

    By the worker, for who made the dossier: nothing is read anew, the PDF says what was kept.
    """
    from schakel.documents.pdf import pdf_file  # only the worker needs the typesetter

    rows = Dossier.objects.select_related("initiative__network", "network", "decision", "made_by")
    made = rows.get(pk=made.pk)
    if made.initiative:
        made.initiative = locked(made.initiative)
    else:
        Network.objects.select_for_update().get(pk=made.network_id)
    about = made.decision or made.initiative
    assert about is not None, "a dossier of the network itself belongs to a decision"
    subject = Subject.DECISION if made.decision else Subject.INITIATIVE
    if pdf_of(made) is not None:
        return
    here = {"network": made.network.slug, "nth": made.number}
    page = "initiatives:growth_dossier"
    if made.initiative:
        page, here["number"] = "initiatives:dossier", made.initiative.number
    origin = Origin(
        network=made.network.name,
        title=made.content["title"],
        address=settings.BASE_URL + reverse(page, kwargs=here),
        made_at=made.made_at,
        release=release(),
        is_example=made.network.is_example,
    )
    data = pdf_file(origin, made.content["subtitle"], made.owner, from_json(made.content["parts"]))
    version = keep_made(
        subject,
        about,
        by=made.made_by,
        name=made.file_name,
        kind=FileKind.PDF,
        data=data,
        title=_("Dossier %(gate)s") % {"gate": made.get_gate_display()},
        point=f"dossier {made.gate}",
    )
    DossierFile.objects.create(network_id=made.network_id, dossier=made, version=version)
