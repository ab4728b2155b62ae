"""What a change of a mandate would do, in words, before anybody writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body, Decision, Mandate
from schakel.governance.queries.words import and_list
from schakel.governance.rules import (
    GROUND_WORDS,
    STAGE_WORDS,
    TYPE_WORDS,
    Band,
    Change,
    DecisionStatus,
    Delegate,
    Mandated,
    Reach,
    effect,
    find_mandate,
)
from schakel.web.formats import euro

#: Who may decide alone, in words.
ALONE = {Delegate.CHAIR: gettext_lazy("de voorzitter"), Delegate.MANAGER: gettext_lazy("de netwerkmanager")}


@dataclass(frozen=True)
class Touched:
    """An open decision for which the change makes a difference, and what it says then."""

    decision: Decision
    words: str
    is_allowed: bool


@dataclass(frozen=True)
class Effect:
    """What a body may then decide, what no longer, what otherwise, and which open decisions it touches."""

    on: date
    gains: Sequence[str]
    losses: Sequence[str]
    changes: Sequence[str]
    touched: Sequence[Touched]

    @property
    def is_nothing(self) -> bool:
        """Whether nobody would notice."""
        return not (self.gains or self.losses or self.changes or self.touched)


def effect_of_granting(body: Body, proposed: Mandated) -> Effect:
    """What changes on the day a new mandate begins. Two database queries."""
    held = _held(body)
    return _effect(body, held, [*held, proposed], proposed.valid_from)


def effect_of_ending(mandate: Mandate, valid_until: date) -> Effect:
    """What changes on the day a mandate no longer counts. Two database queries."""
    held = _held(mandate.body)
    after = [replace(one, valid_until=valid_until) if one.mandate_id == mandate.pk else one for one in held]
    return _effect(mandate.body, held, after, valid_until)


def _held(body: Body) -> list[Mandated]:
    return [one.as_value() for one in Mandate.objects.of(body.network).filter(body=body)]


def _effect(body: Body, before: Sequence[Mandated], after: Sequence[Mandated], on: date) -> Effect:
    changes = effect(before, after, on)
    return Effect(
        on=on,
        gains=[_says(one, one.after) for one in changes if one.is_gain],
        losses=[_says(one, one.before) for one in changes if one.is_loss],
        changes=[
            _("%(now)s; nu: %(before)s")
            % {"now": _says(one, one.after), "before": reach_in_words(one.before)}
            for one in changes
            if not one.is_gain and not one.is_loss
        ],
        touched=list(_touched(body, before, after, on)),
    )


def _says(change: Change, told: Reach) -> str:
    """One subject, the stages it holds in, and how far the body may go."""
    subject = str(TYPE_WORDS.get(change.type, change.type))
    if change.stages:
        stages = and_list(str(STAGE_WORDS.get(stage, stage)) for stage in change.stages)
        subject = _("%(subject)s, in de fase %(stages)s") % {"subject": subject, "stages": stages}
    return f"{subject}: {reach_in_words(told)}"


def reach_in_words(told: Reach) -> str:
    """How far a body may go, as people say it. No database query."""
    if not told.bands:
        return _("niets")
    asks_somewhere = any(band.consents for band in told.bands)
    words = "; ".join(_band(band, says_none=asks_somewhere) for band in told.bands)
    if told.delegates:
        words += _(" (ook alleen door %(who)s)") % {
            "who": and_list(str(ALONE[Delegate(d)]) for d in sorted(told.delegates))
        }
    return words


def _band(band: Band, *, says_none: bool) -> str:
    amount = (
        _("elk bedrag") if band.up_to_eur is None else _("tot %(amount)s") % {"amount": euro(band.up_to_eur)}
    )
    if not band.consents:
        return _("%(amount)s, zonder akkoord van anderen") % {"amount": amount} if says_none else amount
    grounds = and_list(str(GROUND_WORDS.get(ground, ground)) for ground in sorted(band.consents))
    return _("%(amount)s, met akkoord van %(grounds)s") % {"amount": amount, "grounds": grounds}


def _touched(
    body: Body, before: Sequence[Mandated], after: Sequence[Mandated], on: date
) -> Sequence[Touched]:
    """Open decisions of this body that are taken on or after that day and are judged otherwise then."""
    waiting = Decision.objects.of(body.network).filter(body=body, status=DecisionStatus.OPEN)
    found = []
    for decision in waiting.select_related("meeting").order_by("number"):
        day = _day_of(decision)
        if day is not None and day < on:
            continue
        matter = decision.matter(day or on)
        was, becomes = find_mandate(before, matter), find_mandate(after, matter)
        had = was.mandate.consents if was.mandate else None
        gets = becomes.mandate.consents if becomes.mandate else None
        if (was.ok, set(had or ())) == (becomes.ok, set(gets or ())):
            continue
        found.append(Touched(decision, becomes.words, becomes.ok))
    return found


def _day_of(decision: Decision) -> date | None:
    """The day on which it will be decided, as far as that is known."""
    if decision.meeting is not None:
        return decision.meeting.held_on
    return timezone.localdate(decision.closes_at) if decision.closes_at else None
