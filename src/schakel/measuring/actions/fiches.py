"""The indicator sheet as a file: Excel at once, a PDF by the worker; the register says that it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.documents.paper import Origin
from schakel.jobs import actions as jobs
from schakel.measuring.actions.exits import register
from schakel.measuring.models import Exit, Fiche, IndicatorVersion
from schakel.measuring.permissions import why_not_take_out
from schakel.measuring.queries import FicheContent, Tally, definition_rows, fiche_of, fiche_parts
from schakel.methods.workbooks import Column, Sheet, write_workbook
from schakel.web.context import release
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.jobs.models import Job
    from schakel.people.models import Person

#: The task that sets an indicator sheet as a PDF.
FICHE = "measuring.set_fiche"


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
def ask_fiche(version: IndicatorVersion, *, by: Person) -> Job:
    """Have the worker set the sheet as a PDF."""
    allow(why_not_take_out(by, version.network))
    title = _("Indicatorfiche maken: %(name)s") % {"name": version.name}
    return jobs.start(version.network, by=by, task=FICHE, title=title, version=version.pk)


@transaction.atomic
def set_fiche(version: IndicatorVersion, *, by: Person) -> Fiche:
    """Set the sheet as a PDF, by the worker, for who asked for it."""
    from schakel.documents.pdf import pdf_file  # only the worker needs the typesetter

    allow(why_not_take_out(by, version.network))
    now, network = timezone.now(), version.network
    fiche = fiche_of(by, version)
    here = {"network": network.slug, "code": version.indicator.code, "number": version.number}
    origin = Origin(
        network=network.name,
        title=version.name,
        address=settings.BASE_URL + reverse("measuring:indicator_version", kwargs=here),
        made_at=now,
        release=release(),
        is_example=network.is_example,
    )
    subtitle = _("Indicatorfiche, versie %(n)s, stand op %(day)s") % {
        "n": version.number,
        "day": dutch_date(now),
    }
    data = pdf_file(origin, subtitle, version.indicator.code, fiche_parts(fiche))
    left = _registered(fiche, data, by=by, ending="pdf")
    return Fiche.objects.create(
        network_id=version.network_id,
        version=version,
        person=by,
        made_at=now,
        file_name=left.file_name,
        data=data,
    )


def _registered(fiche: FicheContent, made: bytes, *, by: Person, ending: str) -> Exit:
    version = fiche.version
    return register(
        version.network_id,
        made,
        by=by,
        what=_("Indicatorfiche %(name)s") % {"name": version.name},
        file_name=f"fiche-{version.indicator.code[:80]}-{version.number}.{ending}",
        tally=Tally.of(one.shown for one in fiche.lines),
        series=fiche.series,
    )


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
