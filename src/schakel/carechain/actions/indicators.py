"""A link of the chain as an indicator: choosing it, and letting its wait flow into measuring on each new log."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain.models import ChainIndicator, ChainLink, EventLog
from schakel.carechain.permissions import why_not_measure_link
from schakel.carechain.queries import shown_to_all
from schakel.carechain.rules import breaks_of, first_day_of, shown_months, shown_periods, whole_periods
from schakel.journal.actions import record
from schakel.measuring import actions as measuring
from schakel.measuring.rules import (
    Aim,
    Chart,
    Definition,
    Direction,
    Disclosure,
    IndicatorKind,
    IndicatorType,
    IntervalMethod,
    Measured,
    PeriodKind,
    RuleSet,
    Trilemma,
)
from schakel.measuring.rules.definitions import NOT_CHECKED
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person

DAY_SECONDS = 86_400
#: A definition is looked at again within this time.
REVIEWED_EVERY = timedelta(days=730)


@transaction.atomic
def measure_link(link: ChainLink, *, by: Person) -> ChainIndicator:
    """Make the wait of a link an indicator of the network; its figures come from this log, and from each new one."""
    link = (
        ChainLink.objects.filter(network_id=link.network_id).select_related("network", "log").get(pk=link.pk)
    )
    allow(why_not_measure_link(by, link))
    same = {"level": link.level, "source": link.source, "target": link.target}
    known = ChainIndicator.objects.of(link.network).filter(**same).select_for_update().first()
    if known is not None:
        return known
    if shown_to_all(link.network, link).is_hidden:
        raise Refused(_("Deze schakel gaat om te weinig mensen. Kies een andere schakel."))
    _rows, by_quarter = shown_months(link.months, _breaks(link), is_own=False)
    definition = _definition(link, by_quarter=by_quarter)
    version = measuring.define_indicator(link.network, by=by, definition=definition)
    (series,) = measuring.begin_series(version, by=by, of_network=True)
    made = ChainIndicator.objects.create(
        network=link.network, series=series, chosen_by=by, chosen_at=timezone.now(), **same
    )
    record(by=by, verb="measured", about=made)
    _flow(made, link, by=by)
    return made


def let_flow(log: EventLog, *, by: Person) -> None:
    """Let the waits of a log that is ready flow into the indicators of its links; the same log again changes nothing.

    A log that ends earlier than one that flowed already leaves the figures as they are.
    """
    rows = ChainIndicator.objects.of(log.network).select_related("series__version__indicator")
    for one in rows.filter(series__ended_on__isnull=True).select_for_update(of=("self",)):
        if one.last_on is not None and (log.last_on is None or log.last_on < one.last_on):
            continue
        link = (
            log.links.filter(cut=None, level=one.level, source=one.source, target=one.target)
            .select_related("log")
            .first()
        )
        if link is not None and not shown_to_all(log.network, link).is_hidden:
            _flow(one, link, by=by)


def _flow(one: ChainIndicator, link: ChainLink, *, by: Person) -> None:
    """Fill in the whole periods of a link that may be shown to everybody."""
    by_quarter = one.series.version.period == PeriodKind.QUARTER
    log, filled = link.log, []
    told = shown_periods(link.months, _breaks(link), by_quarter=by_quarter)
    for period in whole_periods([row for row in told if row is not None], log.first_on, log.last_on):
        if period["mean_s"] is not None:
            value = Decimal(str(round(period["mean_s"] / DAY_SECONDS, 2)))
            measured = Measured(value=value, n=period["waits"])
            filled.append(measuring.Filled(one.series, first_day_of(period["month"]), measured))
    source = _("Logboek %(title)s, tot en met %(day)s") % {
        "title": log.title,
        "day": dutch_date(log.last_on) if log.last_on else "–",
    }
    if filled:
        measuring.enter_values(filled, by=by, source=source[:200], reason=source, is_known=True)
    one.last_on = log.last_on
    one.save(update_fields=["last_on"])


def _breaks(link: ChainLink) -> dict[str, Any]:
    return link.breaks or breaks_of({one["month"]: one["n"] for one in link.months})


def _definition(link: ChainLink, *, by_quarter: bool) -> Definition:
    today = timezone.localdate()
    names = {"source": link.source[:80], "target": link.target[:80]}
    return Definition(
        name=_("Wachten van %(source)s naar %(target)s") % names,
        question=_("Hoeveel dagen wachten mensen die van %(source)s naar %(target)s gaan?") % names,
        kind=IndicatorKind.PROCESS,
        aim=Aim.EXPERIENCE,
        trilemma=Trilemma.ACCESS,
        direction=Direction.LOWER,
        type=IndicatorType.TIME,
        numerator=_("Dagen van het einde van de stap bij de eerste tot het begin van de volgende"),
        denominator=_("mensen die in deze periode vertrokken en aankwamen"),
        population=_("iedereen in het logboek van de keten"),
        unit=_("dagen"),
        multiplier=1,
        period=PeriodKind.QUARTER if by_quarter else PeriodKind.MONTH,
        chart=Chart.XMR,
        rule_set=RuleSet.NHS7,
        interval=IntervalMethod.NONE,
        disclosure=Disclosure.PEOPLE,
        source=_("Logboeken van de keten in Schakel, vanzelf bij elk nieuw logboek"),
        caveats=_(
            "Wie nog wacht telt pas mee als die is aangekomen: de laatste periodes kunnen later nog stijgen."
            " Periodes van weinig mensen ontbreken."
        ),
        authored_by=_("Schakel, uit een schakel van de keten"),
        checked_by=NOT_CHECKED,
        reviewed_on=today,
        review_before=today + REVIEWED_EVERY,
    )
