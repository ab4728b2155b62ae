"""What an initiative costs and brings: choices first, then lines and figures, and a card that the worker works out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import checked, kept, locked, needed, of_network, tell
from schakel.initiatives.models import ValueAssessment, ValueCard, ValueLine
from schakel.initiatives.permissions import why_not_write_value
from schakel.initiatives.queries.savings import savings_beside, shares_of
from schakel.initiatives.queries.value import entered_sha256, own_cost_per_person
from schakel.initiatives.queries.value_drawings import MOST_DOTS, clouds, drawings
from schakel.initiatives.rules.prices import index_read, priced, why_not_prices
from schakel.initiatives.rules.savings import WHOLE, why_not_count
from schakel.initiatives.rules.value import (
    MOST_AMOUNTS,
    NEW,
    USUAL,
    Comparison,
    Direction,
    Group,
    group_read,
    groups_read,
)
from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.methods.unmeasurable import Unmeasurable
from schakel.network.models import Network
from schakel.web.formats import number
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.network.models import Partner
    from schakel.people.models import Person

#: The task that works out the value card of one initiative.
WORK_OUT_VALUE = "initiatives.work_out_value"
#: Drawing again begins here, so that the same figures give the same card.
SEED = 20261126
MOST_LINES = 60


@transaction.atomic
def choose_value(initiative: Initiative, *, by: Person | None, why: str, **choices: Any) -> ValueAssessment:
    """Record how the value is looked at, and why so; a change of mind stands beside what was chosen before."""
    initiative = locked(initiative)
    allow(why_not_write_value(by, initiative))
    amounts = choices["amounts_eur"]
    if not 1 <= len(amounts) <= MOST_AMOUNTS or any(one <= 0 for one in amounts):
        raise Refused(_("Schrijf één tot vier bedragen op, elk groter dan nul, met een puntkomma ertussen."))
    found = ValueAssessment.objects.filter(initiative=initiative).first()
    row = found or ValueAssessment(network_id=initiative.network_id, initiative=initiative)
    for name in (
        "comparison",
        "perspective",
        "horizon_months",
        "price_year",
        "is_less_better",
        "holds_own_cost",
    ):
        setattr(row, name, choices[name])
    row.amounts_eur = sorted(set(amounts))
    _put_index(row, choices.get("price_index", ""), choices.get("price_index_source", ""))
    row.effect = needed(choices["effect"], _("Schrijf op welke uitkomst telt."), longest=120)
    row.effect_unit = needed(choices["effect_unit"], _("Schrijf op in welke eenheid."), longest=60)
    row.amounts_origin = needed(
        choices["amounts_origin"], _("Schrijf op waar die bedragen vandaan komen."), longest=300
    )
    row.not_counted = needed(choices["not_counted"], _("Schrijf op wat niet meetelt."), longest=2000)
    row.why = needed(why, _("Schrijf op waarom u dit zo kiest."), longest=2000)
    row.chosen_by, row.chosen_at = by, timezone.now()
    checked(row).save()
    words = _("Waarde: gekeken naar %(effect)s, over %(months)s maanden") % {
        "effect": row.effect,
        "months": row.horizon_months,
    }
    tell(initiative, icon="promise", by=by, title=words, text=row.why)
    record(by=by, verb="value choices recorded", about=initiative, reason=row.why)
    _ask(row)
    return row


def _put_index(row: ValueAssessment, text: str, source: str) -> None:
    """The price index as it was typed, with its source; what stands there in other prices must be covered by it."""
    index, faults = index_read(kept(text))
    allow(" ".join(faults) or None)
    years = [group_read(one).price_year for one in row.groups]
    if row.pk and row.chosen_at:
        years += row.lines.values_list("price_year", flat=True)
    allow(why_not_prices(index, row.price_year, years))
    row.price_index = [[year, str(value)] for year, value in sorted(index.items())]
    row.price_index_source = (
        needed(source, _("Schrijf op waar de prijsindex vandaan komt."), longest=300) if index else ""
    )


@transaction.atomic
def add_value_line(
    initiative: Initiative,
    *,
    by: Person | None,
    same_as: ValueLine | None = None,
    is_apart: bool = False,
    **facts: Any,
) -> ValueLine:
    """Write down one line of cost or gain; a saving that others count too, only as the part that is left of it.

    share_percent: which part of a saving counts here; without it all.
    same_as: the line of another initiative that counts the same saving. is_apart: it is another one than theirs.
    """
    row = _chosen(initiative, by)
    if row.lines.count() >= MOST_LINES:
        raise Refused(_("Er passen %(n)d regels. Neem kleine bedragen samen.") % {"n": MOST_LINES})
    partner: Partner | None = facts.get("partner")
    of_network(row.network_id, partner)
    if facts["volume"] <= 0 or facts["price_eur"] <= 0:
        raise Refused(_("Schrijf hoeveel en welke prijs, elk groter dan nul."))
    price_year = facts.get("price_year")
    allow(why_not_prices(row.index_by_year, row.price_year, [price_year]))
    share = facts.get("share_percent") or WHOLE
    first = None
    if facts["direction"] != Direction.PAYS:
        first = _first_of_saving(row, partner, facts, share, same_as=same_as, is_apart=is_apart)
    elif share != WHOLE or same_as is not None:
        raise Refused(_("Alleen van wat u overhoudt, kan een deel bij een ander initiatief tellen."))
    line = ValueLine(
        share_percent=share,
        same_as=first,
        price_year=price_year,
        network_id=row.network_id,
        assessment=row,
        partner=partner,
        what=needed(facts["what"], _("Schrijf op waarvoor."), longest=200),
        unit=needed(facts["unit"], _("Schrijf op in welke eenheid."), longest=60),
        source=needed(facts["source"], _("Schrijf op waar de prijs vandaan komt."), longest=200),
        added_by=by,
        added_at=timezone.now(),
        **{
            name: facts[name]
            for name in ("sort", "moment", "direction", "purse", "volume", "price_eur", "year")
        },
    )
    checked(line).save()
    record(by=by, verb="value line added", about=row.initiative, data={"what": line.what, "share": share})
    _ask(row)
    return line


def _first_of_saving(
    row: ValueAssessment,
    partner: Partner | None,
    facts: Any,
    share: int,
    *,
    same_as: ValueLine | None,
    is_apart: bool,
) -> ValueLine | None:
    """The line that first counted the saving of which this one is a part; None when nobody counts it yet."""
    # Two who count the same at once wait for each other.
    Network.objects.select_for_update(no_key=True).get(pk=row.network_id)
    alike = list(savings_beside(row.initiative, partner, facts["purse"], facts["year"]))
    if same_as is None:
        if alike and not is_apart:
            raise Refused(_("Kies of dit dezelfde besparing is als die van een ander initiatief."))
        return None
    found = next((one for one in alike if one.pk == same_as.pk), None)
    if found is None:
        raise Refused(_("Die besparing telt bij geen ander initiatief meer mee. Kies opnieuw."))
    first = found.same_as or found
    allow(why_not_count(share, shares_of(first)))
    return first


@transaction.atomic
def drop_value_line(line: ValueLine, *, by: Person | None) -> None:
    """Take a line of cost or gain out again; its history keeps it."""
    row = _chosen(line.assessment.initiative, by)
    line = row.lines.get(pk=line.pk)
    record(by=by, verb="value line dropped", about=row.initiative, data={"what": line.what})
    if heir := line.parts.order_by("added_at", "pk").first():
        # What others count of the same saving stays one saving.
        heir.same_as = None
        heir.save(update_fields=["same_as"])
        line.parts.update(same_as=heir)
    line.delete()
    _ask(row)


@transaction.atomic
def enter_value_groups(
    initiative: Initiative, *, by: Person | None, text: str, source: str, n_took_part: int | None = None
) -> ValueAssessment:
    """Keep what was measured in each practice or area: all lines or none.

    n_took_part: how many people took part in all groups, those without figures too; None when nobody knows.
    """
    row = _chosen(initiative, by)
    groups, faults = groups_read(kept(text))
    allow(" ".join(faults) or None)
    allow(why_not_prices(row.index_by_year, row.price_year, [one.price_year for one in groups]))
    if row.comparison != Comparison.BEFORE:
        both = {one.name.casefold() for one in groups if one.arm == NEW} & {
            one.name.casefold() for one in groups if one.arm == USUAL
        }
        if both:
            raise Refused(
                _(
                    "%(name)s staat bij nieuw en bij gewoon. Dat kan alleen bij een vergelijking met de tijd ervoor."
                )
                % {"name": sorted(both)[0].capitalize()}
            )
    n_known = sum(one.n_persons for one in groups)
    if n_took_part is not None and n_took_part < n_known:
        raise Refused(
            _("U plakte cijfers van %(known)s mensen. Er kunnen er dus niet %(all)s hebben meegedaan.")
            % {"known": number(n_known), "all": number(n_took_part)}
        )
    row.groups = [one.kept() for one in groups]
    row.n_took_part = n_took_part
    row.source = needed(source, _("Schrijf op waar de cijfers vandaan komen."), longest=300)
    row.save(update_fields=["groups", "n_took_part", "source"])
    record(by=by, verb="value figures entered", about=row.initiative, data={"n": len(groups)})
    _ask(row)
    return row


def _chosen(initiative: Initiative, by: Person | None) -> ValueAssessment:
    """The assessment of an initiative, held until the end; without choices nothing is entered."""
    initiative = locked(initiative)
    allow(why_not_write_value(by, initiative))
    row = ValueAssessment.objects.select_for_update(of=("self",)).filter(initiative=initiative).first()
    if row is None:
        raise Refused(_("Kies eerst waarmee u vergelijkt en wat meetelt."))
    row.initiative = initiative
    return row


def _ask(row: ValueAssessment) -> None:
    defer(WORK_OUT_VALUE, network=row.network_id, initiative=row.initiative_id)


def load_value_calculation() -> None:
    """Load what calculates. On a slow machine that takes longer than a transaction may wait, so do it before one."""
    from schakel.methods.value import arms  # noqa: F401  # a page never imports what calculates


@transaction.atomic
def work_out_value(initiative: Initiative) -> ValueCard | None:
    """Work out the value card from what stands there now, by the worker; the same again is not written again."""
    row = (
        ValueAssessment.objects.select_for_update(of=("self",))
        .filter(initiative=initiative)
        .select_related("initiative")
        .first()
    )
    if row is None or not row.groups:
        return None
    lines = list(row.lines.select_related("partner"))
    mark, before = entered_sha256(row, lines), row.cards.first()
    if before is not None and before.sha256 == mark and bool(before.broad) == bool(before.cloud_broad):
        return before
    outcome: dict[str, Any] = {}
    dots: list[tuple[float, float]] = []
    fault = ""
    try:
        outcome, dots = calculated(row, lines)
    except Unmeasurable as wrong:
        fault = str(wrong.why)
    broad, narrow = drawings(row, outcome) if outcome else ("", "")
    cloud_broad, cloud_narrow = clouds(row, outcome, dots) if outcome else ("", "")
    return ValueCard.objects.create(
        network_id=row.network_id,
        assessment=row,
        number=before.number + 1 if before else 1,
        sha256=mark,
        fault=fault,
        outcome=outcome,
        broad=broad,
        narrow=narrow,
        cloud_broad=cloud_broad,
        cloud_narrow=cloud_narrow,
        computed_at=timezone.now(),
    )


def calculated(
    row: ValueAssessment, lines: Sequence[ValueLine]
) -> tuple[dict[str, Any], list[tuple[float, float]]]:
    """Everything a card says, in plain numbers, and the draws that its cloud shows: effect and cost of each.

    Heavy: only the worker comes here. Raises Unmeasurable.
    """
    from schakel.methods.value import arms, benefit

    groups = [group_read(one) for one in row.groups]
    new, usual = (_arm(arms, row, groups, arm) for arm in (NEW, USUAL))
    found = arms.difference(new, usual)
    own = Decimal(0) if row.holds_own_cost else own_cost_per_person(row, lines)
    found = benefit.Difference(
        found.delta_cost + float(own), found.delta_effect, found.var_cost, found.var_effect, found.cov
    )
    drawn = arms.draws(new, usual, seed=SEED)
    drawn = arms.Draws(drawn.delta_cost + float(own), drawn.delta_effect)
    ratio = benefit.ratio(found)
    amounts = [float(one) for one in row.amounts_eur]
    most = 1.5 * max(amounts)
    dots = list(
        zip(drawn.delta_effect[:MOST_DOTS].tolist(), drawn.delta_cost[:MOST_DOTS].tolist(), strict=True)
    )
    return {
        "delta_cost": found.delta_cost,
        "cost95": list(found.cost95),
        "delta_effect": found.delta_effect,
        "effect95": list(found.effect95),
        "own_cost_eur": str(own),
        "quadrant": str(benefit.quadrant(found)),
        "ratio": [ratio.value, ratio.lower95, ratio.upper95] if ratio else None,
        "break_even_eur": benefit.break_even(found),
        "shares": drawn.shares(),
        "curve": [list(one) for one in arms.acceptability(drawn, [most * at / 30 for at in range(31)])],
        "benefits": [_benefit(benefit, found, drawn, amount) for amount in amounts],
        "n_persons": [sum(one.n_persons for one in groups if one.arm == arm) for arm in (NEW, USUAL)],
        "n_groups": [sum(one.arm == arm for one in groups) for arm in (NEW, USUAL)],
    }, dots


def _benefit(benefit: Any, found: Any, drawn: Any, amount: float) -> dict[str, Any]:
    low, high = drawn.net_benefit95(amount)
    turn = benefit.flip(found, amount)
    return {
        "amount": amount,
        "value": benefit.net_benefit(found, amount).value,
        "lower95": low,
        "upper95": high,
        "share": drawn.share_worth_it(amount),
        "flip_cost": turn.delta_cost,
        "flip_effect": turn.delta_effect,
    }


def _arm(arms: Any, row: ValueAssessment, groups: Sequence[Group], arm: str) -> Any:
    """One arm, each person with the mean of the group: only sums of groups count when groups are what is drawn."""
    mine = [one for one in groups if one.arm == arm]
    sign = -1 if row.is_less_better else 1
    index = row.index_by_year
    cost: list[float] = []
    effect: list[float] = []
    area: list[str] = []
    for one in mine:
        in_one_year = priced(one.cost_eur, one.price_year, index, row.price_year)
        cost += [float(in_one_year)] * one.n_persons
        effect += [sign * float(one.effect)] * one.n_persons
        area += [f"{arm} {one.name.casefold()}"] * one.n_persons
    return arms.Arm(cost, effect, area)
