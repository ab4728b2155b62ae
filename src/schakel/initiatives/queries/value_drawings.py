"""The drawings of a value card: cost and outcome beside nothing first, then how often it is worth its money."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from schakel.initiatives.models import ValueAssessment
from schakel.initiatives.queries.value import figure, money
from schakel.initiatives.rules.value import SHARE_WORDS
from schakel.methods.value.costs import out_of_hundred
from schakel.web.canvas import Span, curve, spans
from schakel.web.cloud import Cloud, Ray, draw
from schakel.web.formats import euro

#: For a desk, and for a phone.
BROAD, NARROW = 720, 312
#: How high the cloud is on each, and how many of the draws it shows: more only blacken it.
CLOUD_HEIGHTS = {BROAD: 440, NARROW: 420}
MOST_DOTS = 400
#: The corners as they lie: worse and dearer left above, better and cheaper right below.
CORNERS = ("worse_dearer", "better_dearer", "worse_cheaper", "better_cheaper")


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


def clouds(
    found: ValueAssessment, outcome: dict[str, Any], dots: list[tuple[float, float]]
) -> tuple[str, str]:
    """For a desk and for a phone: every draw a dot, dearer upward and better to the right; by the worker only."""
    title = _("Waar de doorrekeningen liggen: kosten tegen uitkomst, nieuwe aanpak min gewone zorg")
    told = [(str(SHARE_WORDS[one]), out_of_hundred(outcome["shares"][one])) for one in CORNERS]
    described = "; ".join(_("%(words)s: %(n)s van de 100") % {"words": words, "n": n} for words, n in told)
    drawn = []
    for width, height in CLOUD_HEIGHTS.items():
        cloud = Cloud(
            dots=dots,
            middle=(outcome["delta_effect"], outcome["delta_cost"]),
            rays=[Ray(one["amount"], euro(one["amount"])) for one in outcome["benefits"]],
            x_name=_x_name(found, most=width // 12),
            corners=[(words, _("%(n)s van de 100") % {"n": n}) for words, n in told],
        )
        drawn.append(draw(cloud, width=width, height=height, title=title, description=described))
    return drawn[0], drawn[1]


def _x_name(found: ValueAssessment, *, most: int) -> str:
    """What lies to the right, if that fits."""
    words = (
        _("%(unit)s per mens, vermeden") if found.is_less_better else _("%(unit)s per mens, meer is beter")
    ) % {"unit": found.effect_unit}
    return words if len(words) <= most else _("uitkomst per mens")
