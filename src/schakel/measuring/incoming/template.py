"""The workbook in which figures are filled in: the headings, and which words can stand where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from schakel.measuring.incoming.opening import COLUMNS
from schakel.measuring.models import Series
from schakel.measuring.rules import FRACTIONS
from schakel.measuring.rules.kinds import PeriodKind
from schakel.methods.workbooks import Column, Sheet, write_workbook

_PERIODS = {PeriodKind.MONTH: "2026-03", PeriodKind.QUARTER: "2026-K1", PeriodKind.YEAR: "2026"}
READY = 500


def template(series: Sequence[Series], *, now: datetime) -> bytes:
    """An Excel workbook with the headings, and a second sheet that names every series somebody may fill in."""
    hints = {
        "indicator": _("De code van de indicator; zie het blad Reeksen."),
        "voor": _("De code van het blad Reeksen: partner:naam, gebied:naam of netwerk."),
        "periode": _("Een maand (2026-03), een kwartaal (2026-K1) of een jaar (2026)."),
        "teller": _("Alleen bij een deel of een aantal per zoveel."),
        "noemer": _("Alleen bij een deel of een aantal per zoveel."),
        "waarde": _("Bij elk ander getal."),
        "aantal": _("Over hoeveel mensen of dingen het gaat."),
        "sd": _("De standaarddeviatie, alleen bij een gemiddelde. Dan krijgt het cijfer een marge."),
        "se": _("De standaardfout, als u de standaarddeviatie niet heeft. Vul er één van de twee in."),
        "bron": _("Waar het cijfer vandaan komt."),
    }
    figures = Sheet(
        _("Cijfers"),
        [Column(name, 18, hint=hints[name]) for name in COLUMNS],
        [],
        n_ready=READY,
    )
    known = Sheet(
        _("Reeksen"),
        [
            Column("indicator", 32),
            Column("voor", 28),
            Column(_("naam"), 44),
            Column(_("over"), 36),
            Column(_("periode, bijvoorbeeld"), 22),
            Column(_("vul in"), 24),
        ],
        [
            (
                one.version.indicator.code,
                one.key,
                one.version.name,
                one.who,
                _PERIODS[PeriodKind(one.version.period)],
                _("teller en noemer") if one.version.type in FRACTIONS else _("waarde en aantal"),
            )
            for one in series
        ],
    )
    return write_workbook([figures, known], title=_("Cijfers invullen"), made_at=now)
