"""Taking figures out as a file: small numbers stay behind, and the register says what left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring.incoming.opening import COMES_TO, NEEDED, STATE
from schakel.measuring.models import Exit, IndicatorVersion, Series
from schakel.measuring.permissions import why_not_take_out
from schakel.measuring.queries import HIDDEN, Tally, let_out_together, series_page
from schakel.measuring.rules import FRACTIONS, IntervalMethod
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import Policy
from schakel.methods.workbooks import Column, Sheet, write_workbook
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def take_out(series: Series, *, by: Person) -> tuple[bytes, Exit]:
    """An Excel workbook with the figures of a series, without small numbers; the register keeps a line about it.

    Its columns are those of a file with figures: who fills in more rows or mends one sends the same file back.
    """
    series = Series.objects.named().get(pk=series.pk)
    allow(why_not_take_out(by, series.network))
    version, policy = series.version, Policy()
    figures = series_page(series).figures
    known = let_out_together([series], policy)
    shown = [known.get((series.pk, one.value.period_on), HIDDEN) for one in figures]
    names = _names(version)
    rows = [
        (
            version.indicator.code,
            series.key,
            label(version.period, one.value.period_on),
            *(None if out.is_hidden else getattr(out.measured, name) for name in names.values()),
            _("verborgen") if out.is_hidden else str(one.value.get_state_display()),
        )
        for one, out in zip(figures, shown, strict=True)
    ]
    now = timezone.now()
    about = [
        version.name,
        series.who,
        version.question,
        _("Eenheid: %(unit)s") % {"unit": version.unit},
        _("Bron: %(source)s") % {"source": version.source},
        _("Vult u iets aan of verbetert u iets? Stuur dit bestand dan terug: Meten, Bestand invoeren."),
    ]
    heads = [*NEEDED, *names, STATE]
    sheet = Sheet(
        _("Cijfers"), [Column(name, 26 if name in NEEDED else 14) for name in heads], rows, above=about
    )
    made = write_workbook([sheet], title=str(series), made_at=timezone.localtime(now))
    left = register(
        series.network_id,
        made,
        by=by,
        what=str(series),
        file_name=f"{version.indicator.code}-{series.key.replace(':', '-')}.xlsx",
        tally=Tally.of(shown),
        series=[series],
    )
    return made, left


def _names(version: IndicatorVersion) -> dict[str, str]:
    """Which columns hold the figures of this kind, and what each holds; what they come to is told and not read back."""
    if version.type in FRACTIONS:
        return {"teller": "numerator", "noemer": "denominator", COMES_TO: "value"}
    names = {"waarde": "value", "aantal": "n"}
    return {**names, "sd": "sd"} if version.interval == IntervalMethod.T else names


def register(
    network_id: UUID,
    made: bytes,
    *,
    by: Person,
    what: str,
    file_name: str,
    tally: Tally,
    series: Iterable[Series],
) -> Exit:
    """Write down that a file of figures left: what, who, from how many people, and how many of them stayed hidden."""
    left = Exit.objects.create(
        network_id=network_id,
        what=what[:300],
        file_name=file_name[-120:],
        sha256=hashlib.sha256(made).hexdigest(),
        n_values=tally.n_values,
        n_hidden=tally.n_hidden,
        threshold=Policy().threshold,
        series=[str(one.pk) for one in series],
        person=by,
        at=timezone.now(),
    )
    record(by=by, verb="taken out", about=left, data={"n": left.n_values, "sha256": left.sha256})
    return left
