"""What those who did the work wrote about it, for the dossier: the reports of pilot and whole, and the lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Points, Text
from schakel.initiatives.models import Lesson, Report
from schakel.web.formats import euro

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person

ReportPart = Heading | Text | Points


def report_parts(person: Person, initiative: Initiative) -> Sequence[ReportPart]:
    """The reports and the lessons of the initiative itself; nothing while nobody wrote any. Two database queries."""
    parts: list[ReportPart] = []
    for report in Report.objects.visible_to(person).filter(initiative=initiative).order_by("written_at"):
        parts += told_report(report)
    learned = [
        f"{one.happened} {one.advice}"
        for one in Lesson.objects.visible_to(person).filter(initiative=initiative).order_by("shared_at")
    ]
    if learned:
        parts += [Heading(_("Wat wij zelf leerden"), 2 if parts else 1), Points(learned)]
    return parts


def told_report(report: Report) -> list[ReportPart]:
    """One report under its own heading, each answer under its question. No database query."""
    spent = "" if report.spent_eur is None else euro(report.spent_eur)
    answers = (
        (_("Wat eruit kwam"), report.result),
        (_("Wat mensen ervoeren"), report.experience),
        (_("Uitgegeven"), "\n\n".join(filter(None, [spent, report.settlement]))),
        (_("Hoe het verdergaat"), report.ahead),
    )
    told = [part for label, words in answers if words for part in (Heading(label, 2), Text(words))]
    return [Heading(str(report.get_kind_display())), *told]
