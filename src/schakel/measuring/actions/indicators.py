"""Taking an indicator over from the catalogue, and writing down one of the network's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring.models import Indicator, IndicatorVersion
from schakel.measuring.permissions import why_not_define_indicators, why_not_renew
from schakel.measuring.rules import Definition, Origin, catalogue, definition, why_not_define
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


@transaction.atomic
def take_over(network: Network, *, by: Person | None, code: str) -> IndicatorVersion:
    """Take the newest version of an indicator of the catalogue; taking it twice changes nothing."""
    allow(why_not_define_indicators(by, network))
    found = definition(code)
    allow(None if found else _("Deze indicator staat niet in de catalogus."))
    assert found is not None, "what is not there was refused"
    indicator, is_new = Indicator.objects.select_for_update().get_or_create(
        network_id=network.pk, code=code, defaults={"name": found.name, "origin": Origin.CATALOGUE}
    )
    if not is_new and indicator.origin != Origin.CATALOGUE:
        allow(_("Dit netwerk heeft al een eigen indicator met de code %(code)s.") % {"code": indicator.code})
    known = indicator.versions.filter(number=found.version).first()
    if known is not None:
        return known
    made = _keep(indicator, found, by=by, number=found.version)
    record(
        by=by,
        verb="taken over" if is_new else "renewed",
        about=made,
        reason=found.change,
        data={"sha256": found.sha256},
    )
    return made


@transaction.atomic
def define_indicator(network: Network, *, by: Person | None, definition: Definition) -> IndicatorVersion:
    """Write down an indicator of the network itself; its code follows from its name."""
    allow(why_not_define_indicators(by, network))
    allow(why_not_define(definition))
    code = slugify(definition.name)[:60]
    allow(_why_not_called(network, definition.name, code))
    indicator = Indicator.objects.create(
        network=network, code=code, name=definition.name, origin=Origin.NETWORK
    )
    made = _keep(indicator, definition, by=by, number=1)
    record(by=by, verb="defined", about=made)
    return made


@transaction.atomic
def renew_indicator(
    indicator: Indicator, *, by: Person | None, definition: Definition, change: str
) -> IndicatorVersion:
    """Write the next version of an own indicator and say what is different; figures keep their own version."""
    indicator = Indicator.objects.select_for_update().select_related("network").get(pk=indicator.pk)
    allow(why_not_renew(by, indicator))
    allow(None if change.strip() else _("Schrijf op wat er anders is aan deze versie."))
    allow(why_not_define(definition))
    if definition.name != indicator.name:
        allow(_why_not_called(indicator.network, definition.name, slugify(definition.name)[:60], indicator))
    number = indicator.versions.values_list("number", flat=True)[0] + 1
    made = _keep(indicator, definition, by=by, number=number, change=change.strip())
    if indicator.name != definition.name:
        indicator.name = definition.name
        indicator.save(update_fields=["name"])
    record(by=by, verb="renewed", about=made, reason=change)
    return made


def _why_not_called(network: Network, name: str, code: str, own: Indicator | None = None) -> str | None:
    """Why an indicator cannot have this name: without letters, or another one is called so already."""
    if not code:
        return _("Geef de indicator een naam met letters.")
    others = Indicator.objects.of(network)
    if own is not None:
        others = others.exclude(pk=own.pk)
    is_taken = others.filter(Q(code=code) | Q(name__iexact=name)).exists()
    if is_taken or any(one.code == code for one in catalogue()):
        return _("Er is al een indicator met deze naam. Kies een andere naam.")
    return None


def _keep(
    indicator: Indicator, definition: Definition, *, by: Person | None, number: int, change: str = ""
) -> IndicatorVersion:
    values = {name: getattr(definition, name) for name in IndicatorVersion.SAME}
    return IndicatorVersion.objects.create(
        **{**values, "change": change or definition.change},
        balancing=list(definition.balancing),
        network_id=indicator.network_id,
        indicator=indicator,
        number=number,
        made_by=by,
        made_at=timezone.now(),
    )
