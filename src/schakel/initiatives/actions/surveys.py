"""Keeping what people said in a questionnaire, as scores over ten people or more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import checked, kept, locked, needed, tell
from schakel.initiatives.models import SurveyRound
from schakel.initiatives.permissions import why_not_write_survey
from schakel.initiatives.rules.smallest_difference import smallest_difference
from schakel.initiatives.rules.surveys import (
    MOST_ROUNDS,
    Group,
    Round,
    ScoreRow,
    changes_read,
    groups_asked_read,
    scores_read,
    why_not_answered,
    why_not_licence,
)
from schakel.journal.actions import record
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@transaction.atomic
def enter_survey(
    initiative: Initiative,
    *,
    by: Person | None,
    instrument: str,
    name: str,
    licence_holder: str,
    licence_until: date | None,
    moment: str,
    held_on: date,
    n_asked: int,
    n_answered: int,
    n_paired: int | None,
    lowest: Decimal,
    highest: Decimal,
    is_less_better: bool,
    text: str,
    source: str,
    changes: str = "",
    groups: str = "",
    adjusted_for: str = "",
) -> SurveyRound:
    """Keep one round of a questionnaire: all of its scores or none."""
    initiative = locked(initiative)
    allow(why_not_write_survey(by, initiative))
    allow(_why_not_a_round(initiative, held_on, lowest, highest))
    allow(why_not_licence(licence_until, held_on))
    n_paired = n_paired if moment == Round.FOLLOW_UP else None
    scale = (lowest, highest)
    rows, changed, asked = _read(instrument, scale, n_asked, n_answered, n_paired, text, changes, groups)
    row = SurveyRound(
        network_id=initiative.network_id,
        initiative=initiative,
        instrument=instrument,
        name=needed(name, _("Schrijf op welke lijst en welke versie."), longest=120),
        licence_holder=needed(licence_holder, _("Schrijf op wie de licentie heeft."), longest=200),
        licence_until=licence_until,
        moment=moment,
        held_on=held_on,
        n_asked=n_asked,
        n_answered=n_answered,
        n_paired=n_paired,
        lowest=lowest,
        highest=highest,
        is_less_better=is_less_better,
        scores=[one.kept() for one in rows],
        changes=[one.kept() for one in changed],
        groups=[one.kept() for one in asked],
        adjusted_for=kept(adjusted_for),
        source=needed(source, _("Schrijf op waar de cijfers vandaan komen."), longest=300),
        entered_by=by,
        entered_at=timezone.now(),
    )
    checked(row).save()
    words = {"name": row.name, "moment": row.get_moment_display()}
    title = _("Peiling: %(name)s, %(moment)s") % words
    tell(initiative, icon="figure", by=by, title=title, on=held_on)
    record(by=by, verb="survey entered", about=initiative, data={"n": n_answered})
    return row


def _read(
    instrument: str,
    scale: tuple[Decimal, Decimal],
    n_asked: int,
    n_answered: int,
    n_paired: int | None,
    text: str,
    changes: str,
    groups: str,
) -> tuple[list[ScoreRow], list[ScoreRow], list[Group]]:
    """Scores, changes and groups as they were typed, all of them right; the first time nobody can have changed."""
    lowest, highest = scale
    rows, faults = scores_read(kept(text), instrument, lowest, highest)
    allow(" ".join(faults) or None)
    allow(why_not_answered(n_asked, n_answered, rows, n_paired))
    limit = smallest_difference(instrument, lowest, highest)
    changed, faults = changes_read(kept(changes), rows, highest - lowest, has_limit=limit is not None)
    asked, more_faults = groups_asked_read(kept(groups), n_asked, n_answered)
    allow(" ".join([*faults, *more_faults]) or None)
    allow(why_not_answered(n_asked, n_answered, rows, n_paired, changed))
    return rows, changed, asked


def _why_not_a_round(initiative: Initiative, held_on: date, lowest: Decimal, highest: Decimal) -> str | None:
    if initiative.survey_rounds.count() >= MOST_ROUNDS:
        return _("Er passen %(n)d peilingen bij een initiatief.") % {"n": MOST_ROUNDS}
    if held_on > timezone.localdate():
        return _("Deze dag moet nog komen.")
    return _("De hoogste score is groter dan de laagste.") if highest <= lowest else None


@transaction.atomic
def drop_survey(row: SurveyRound, *, by: Person | None) -> None:
    """Take a round back that was filled in wrongly; its history keeps it."""
    initiative = locked(row.initiative)
    allow(why_not_write_survey(by, initiative))
    record(by=by, verb="survey dropped", about=initiative, data={"held_on": row.held_on.isoformat()})
    initiative.survey_rounds.get(pk=row.pk).delete()
