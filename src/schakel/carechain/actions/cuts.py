"""Choosing some months or some people from a log: asking for it, and having it worked out and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain import folder, preparing
from schakel.carechain.models import ChainCut, ChainLink, EventLog
from schakel.carechain.permissions import why_not_ask_cut
from schakel.carechain.rules import MOST_AREAS, MOST_CUTS, choice_of, months_of, why_not_choice
from schakel.jobs import actions as jobs
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.jobs.models import Job
    from schakel.people.models import Person

CUT = "carechain.cut"


@transaction.atomic
def ask_cuts(
    log: EventLog, *, by: Person, choices: Sequence[Mapping[str, str]], is_queued: bool = True
) -> tuple[list[ChainCut], Job | None]:
    """Ask for one or two choices from a log; the worker works out what is not kept already.

    choices: each with since, until, trait and value; empty is all. is_queued: False when who calls works it out itself.
    """
    log = EventLog.objects.filter(network_id=log.network_id).select_for_update().get(pk=log.pk)
    allow(why_not_ask_cut(by, log))
    months = months_of(log.first_on, log.last_on)
    cuts = []
    for one in choices:
        choice = choice_of(one)
        allow(why_not_choice(log.answer.get("traits", {}), months, **choice))
        if not any(choice.values()):
            raise Refused(_("Kies een maand of een kenmerk. De hele keten is al uitgerekend."))
        cuts.append(
            ChainCut.objects.get_or_create(
                network_id=log.network_id, log=log, **choice, defaults={"asked_at": timezone.now()}
            )[0]
        )
    _let_go(log, keep=cuts)
    record(by=by, verb="chose from", about=log, data={"choices": [one.pk.hex for one in cuts]})
    if all(one.worked_out_at for one in cuts) or not is_queued:
        return cuts, None
    job = jobs.start(
        log.network,
        by=by,
        task=CUT,
        title=_("Keuze uitrekenen: %(name)s") % {"name": log.title},
        cut=cuts[0].pk,
        other=cuts[1].pk if len(cuts) > 1 else None,
    )
    return cuts, job


def _let_go(log: EventLog, *, keep: Sequence[ChainCut]) -> None:
    """Forget the choices that were asked for longest ago, beyond those that are kept."""
    old = log.cuts.exclude(pk__in=[one.pk for one in keep]).order_by("-asked_at", "pk")
    old.filter(pk__in=list(old.values_list("pk", flat=True)[MOST_CUTS:])).delete()


@transaction.atomic
def work_out_cut(cut: ChainCut, *, by: Person) -> ChainCut:
    """Open the prepared log for a choice, and keep what it tells; one that is kept already stays as it is."""
    cut = ChainCut.objects.select_for_update(of=("self",)).select_related("log").get(pk=cut.pk)
    allow(why_not_ask_cut(by, cut.log))
    if cut.worked_out_at is None:
        record(by=by, verb="opened", about=cut.log, data={"choice": cut.pk.hex})
        _work_out(cut)
    return cut


def cut_by_area(log: EventLog) -> None:
    """Work out the choice of each sub-region of a log that was just prepared."""
    for area in log.answer["traits"].get("area", [])[:MOST_AREAS]:
        cut = ChainCut(network_id=log.network_id, log=log, trait="area", value=area, asked_at=timezone.now())
        cut.save()
        _work_out(cut)


def keep_links(log: EventLog, cut: ChainCut | None, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep the links of a log, or of a choice from it."""
    ChainLink.objects.bulk_create(
        [ChainLink(network_id=log.network_id, log=log, cut=cut, **row) for row in rows], batch_size=500
    )


def _work_out(cut: ChainCut) -> None:
    log = cut.log
    whole = log.links.filter(cut=None).values_list("level", "source", "target", "breaks")
    rows = preparing.cut(
        folder.log_folder(log.network_id, log.pk),
        cut_off=log.cut_off,
        closing=log.closing,
        choice={name: getattr(cut, name) for name in ("since", "until", "trait", "value")},
        breaks={(level, source, target): breaks for level, source, target, breaks in whole if breaks},
    )
    cut.links.all().delete()
    keep_links(log, cut, rows)
    cut.worked_out_at = timezone.now()
    cut.save(update_fields=["worked_out_at"])
