"""The indicator sheet as a file: Excel at once, a PDF as a printout; the register says that it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.documents.actions import ask_printout
from schakel.documents.paper import Paper
from schakel.measuring.actions.exits import register
from schakel.measuring.models import Exit, IndicatorVersion
from schakel.measuring.permissions import why_not_take_out
from schakel.measuring.queries import FicheContent, Tally, definition_rows, fiche_of, fiche_parts
from schakel.methods.fingerprints import canonical
from schakel.methods.workbooks import Column, Sheet, write_workbook
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.documents.models import Printout
    from schakel.people.models import Person


@transaction.atomic
def take_out_fiche(version: IndicatorVersion, *, by: Person) -> tuple[bytes, Exit]:
    """The sheet as an Excel workbook: the definition, and every figure that may be shown."""
    allow(why_not_take_out(by, version.network))
    fiche = fiche_of(by, version)
    made = write_workbook(
        [_definition_sheet(fiche), _figures_sheet(fiche)],
        title=version.name,
        made_at=timezone.localtime(),
    )
    return made, _registered(fiche, made, by=by, ending="xlsx")


@transaction.atomic
def ask_fiche(version: IndicatorVersion, *, by: Person) -> Printout:
    """The sheet as a PDF, set by the worker; its figures leave now, under the fingerprint of what it says."""
    network = version.network
    allow(why_not_take_out(by, network))
    fiche = fiche_of(by, version)
    here = {"network": network.slug, "code": version.indicator.code, "number": version.number}
    subtitle = _("Indicatorfiche, versie %(n)s, stand op %(day)s") % {
        "n": version.number,
        "day": dutch_date(timezone.localdate()),
    }
    paper = Paper(
        title=version.name,
        subtitle=subtitle,
        number=version.indicator.code,
        path=reverse("measuring:indicator_version", kwargs=here),
        file_name=_file_name(version),
        parts=fiche_parts(fiche),
    )
    printout, is_new = ask_printout(network, paper, by=by)
    if is_new:
        _registered(fiche, canonical(printout.says), by=by, ending="pdf")
    return printout


def _registered(fiche: FicheContent, made: bytes, *, by: Person, ending: str) -> Exit:
    version = fiche.version
    return register(
        version.network_id,
        made,
        by=by,
        what=_("Indicatorfiche %(name)s") % {"name": version.name},
        file_name=f"{_file_name(version)}.{ending}",
        tally=Tally.of(one.shown for one in fiche.lines),
        series=fiche.series,
    )


def _file_name(version: IndicatorVersion) -> str:
    return f"fiche-{version.indicator.code[:80]}-{version.number}"


def _definition_sheet(fiche: FicheContent) -> Sheet:
    return Sheet(
        _("Definitie"),
        [Column(_("wat"), 26), Column(_("afspraak"), 90)],
        definition_rows(fiche.version.definition),
        above=[fiche.version.name],
    )


def _figures_sheet(fiche: FicheContent) -> Sheet:
    hidden = _("verborgen")
    rows = [
        (
            one.series.who,
            one.words,
            hidden if one.shown.is_hidden else one.shown.measured.value,
            None if one.shown.is_hidden else one.shown.measured.numerator,
            None if one.shown.is_hidden else one.shown.measured.denominator,
        )
        for one in fiche.lines
    ]
    return Sheet(
        _("Cijfers"),
        [
            Column(_("van wie"), 34),
            Column(_("periode"), 22),
            Column(f"{_('waarde')} ({fiche.version.unit})", 18),
            Column(_("teller"), 12),
            Column(_("noemer"), 12),
        ],
        rows,
        above=[fiche.version.name, fiche.version.question],
    )
