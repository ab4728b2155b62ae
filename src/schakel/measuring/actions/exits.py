"""Taking figures out as a file: small numbers stay behind, and the register says what left."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring.models import Exit, Series
from schakel.measuring.permissions import why_not_take_out
from schakel.measuring.queries import HIDDEN, let_out_together, series_page
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import Policy
from schakel.methods.workbooks import Column, Sheet, write_workbook
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def take_out(series: Series, *, by: Person) -> tuple[bytes, Exit]:
    """An Excel workbook with the figures of a series, without small numbers; the register keeps a line about it."""
    series = Series.objects.named().get(pk=series.pk)
    allow(why_not_take_out(by, series.network))
    version, policy = series.version, Policy()
    figures = series_page(series).figures
    known = let_out_together([series], policy)
    shown = [known.get((series.pk, one.value.period_on), HIDDEN) for one in figures]
    hidden = _("verborgen")
    rows = [
        (
            label(version.period, one.value.period_on),
            hidden if out.is_hidden else out.measured.value,
            None if out.is_hidden else out.measured.numerator,
            None if out.is_hidden else out.measured.denominator,
            str(one.value.get_state_display()),
        )
        for one, out in zip(figures, shown, strict=True)
    ]
    now = timezone.now()
    about = [version.name, series.who, version.question, _("Bron: %(source)s") % {"source": version.source}]
    sheet = Sheet(
        _("Cijfers"),
        [
            Column(_("periode"), 22),
            Column(f"{_('waarde')} ({version.unit})", 18),
            Column(_("teller"), 12),
            Column(_("noemer"), 12),
            Column(_("stand"), 14),
        ],
        rows,
        above=about,
    )
    made = write_workbook([sheet], title=str(series), made_at=timezone.localtime(now))
    left = Exit.objects.create(
        network_id=series.network_id,
        what=str(series)[:300],
        file_name=f"{version.indicator.code}-{series.key.replace(':', '-')}.xlsx"[:120],
        sha256=hashlib.sha256(made).hexdigest(),
        n_values=len(shown),
        n_hidden=sum(one.is_hidden for one in shown),
        threshold=policy.threshold,
        series=[str(series.pk)],
        person=by,
        at=now,
    )
    record(by=by, verb="taken out", about=left, data={"n": left.n_values, "sha256": left.sha256})
    return made, left
