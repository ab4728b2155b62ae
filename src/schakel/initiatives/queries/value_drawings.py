"""The drawings of a value card: cost and outcome beside nothing first, then how often it is worth its money."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from schakel.initiatives.models import ValueAssessment
from schakel.initiatives.queries.value import figure, money
from schakel.methods.value.costs import out_of_hundred
from schakel.web.canvas import Span, curve, spans
from schakel.web.formats import euro

#: For a desk, and for a phone.
BROAD, NARROW = 720, 312


def drawings(found: ValueAssessment, outcome: dict[str, Any]) -> tuple[str, str]:
    """For a desk and for a phone: cost and outcome, each with its interval, beside no difference."""
    cost, effect = outcome["delta_cost"], outcome["delta_effect"]
    (cost_low, cost_high), (low, high) = outcome["cost95"], outcome["effect95"]
    rows = [
        Span(
            _("Kosten per mens"),
            cost_low,
            cost,
            cost_high,
            f"{'+' if cost > 0 else ''}{money(cost)}",
            shape="square",
            colour="care" if cost_low > 0 else "good" if cost_high < 0 else "plain",
        ),
        Span(
            found.effect
            if not found.is_less_better
            else _("%(effect)s, vermeden") % {"effect": found.effect},
            low,
            effect,
            high,
            f"{figure(effect)} {found.effect_unit}",
            colour="good" if low > 0 else "care" if high < 0 else "plain",
        ),
    ]
    title = _("Kosten en uitkomst, nieuwe aanpak min gewone zorg")
    described = "; ".join(f"{row.label}: {row.words}" for row in rows)
    return tuple(  # type: ignore[return-value]  # two of them
        spans(rows, width=width, zero_words=_("geen verschil")).svg(title=title, description=described)
        for width in (BROAD, NARROW)
    )


def curves(found: ValueAssessment, outcome: dict[str, Any]) -> tuple[str, str]:
    """For a desk and for a phone: how often it is worth its money, by what one unit of outcome is worth."""
    points = [(at, share) for at, share in outcome["curve"]]
    title = _("Hoe vaak het de moeite waard is, naar wat één %(unit)s waard is") % {"unit": found.effect_unit}
    described = "; ".join(
        _("bij %(amount)s: %(n)s van de 100")
        % {"amount": euro(one["amount"]), "n": out_of_hundred(one["share"])}
        for one in outcome["benefits"]
    )
    amounts = [one["amount"] for one in outcome["benefits"]]
    drawn = []
    for width, most in ((BROAD, 4), (NARROW, 2)):
        marks = [(at, euro(at)) for at in (amounts if len(amounts) <= most else [amounts[0], amounts[-1]])]
        drawn.append(curve(points, width=width, marks=marks).svg(title=title, description=described))
    return drawn[0], drawn[1]
