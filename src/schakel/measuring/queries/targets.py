"""Whether a series reaches its target: its latest figure, and what goes by itself; easily taken for one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from schakel.measuring.models import Baseline, IndicatorVersion, Series
from schakel.measuring.queries.exits import Shown
from schakel.measuring.rules.periods import label, short_label
from schakel.methods.spc import Assurance, Direction, assurance_of
from schakel.web.control_chart.words import assurance_state, assurance_words, is_reached
from schakel.web.formats import number


@dataclass(frozen=True, slots=True)
class Rests:
    """What the limits at the latest figure are, and over which periods they rest.

    is_of_before: they are those of the baseline, so that they say how it went then, and not how it goes now.
    """

    lower: float | None
    upper: float | None
    from_on: date | None
    last_on: date | None
    is_of_before: bool


@dataclass(frozen=True, slots=True)
class OnTarget:
    """A target, with two answers: does the latest figure reach it, and is it reached by itself.

    latest: what everybody may know of the latest figure; None when it is hidden or not there.
    """

    version: IndicatorVersion
    target: Decimal | None
    latest: Decimal | None
    rests: Rests

    @property
    def assurance(self) -> Assurance:
        """Whether what goes by itself reaches the target."""
        aimed = None if self.target is None else float(self.target)
        return assurance_of(self.rests.lower, self.rests.upper, aimed, self._direction)

    @property
    def state(self) -> str:
        """How that looks."""
        return assurance_state(self.assurance, is_of_before=self.rests.is_of_before)

    @property
    def word(self) -> str:
        """The same in words, in the past tense when the limits are those of the baseline."""
        aimed = None if self.target is None else float(self.target)
        return assurance_words(self.assurance, self._direction, aimed, is_of_before=self.rests.is_of_before)

    @property
    def limits_words(self) -> str:
        """On which periods the limits rest; empty without limits or a target."""
        first, last = self.rests.from_on, self.rests.last_on
        if self.assurance == Assurance.NONE or first is None or last is None:
            return ""
        words = _("in de nulmeting: %(periods)s") if self.rests.is_of_before else _("over %(periods)s")
        return words % {"periods": periods_words(self.version.period, first, last)}

    @property
    def target_words(self) -> str:
        """The target with its unit, and whether the latest figure reaches it; empty when none was agreed."""
        if self.target is None:
            return ""
        told = _("doel %(target)s") % {"target": f"{number(self.target)} {self.version.unit}"}
        if self.latest is None or self._direction == Direction.NONE:
            return told
        reached = is_reached(float(self.latest), float(self.target), self._direction)
        return f"{told}: {_('gehaald') if reached else _('niet gehaald')}"

    @property
    def _direction(self) -> Direction:
        return Direction(self.version.direction)


def on_target(
    version: IndicatorVersion, rests: Rests, shown: Shown | None, target: Decimal | None = None
) -> OnTarget:
    """Hold what may be shown of a series against its target; an initiative may have one of its own."""
    latest = None if shown is None or shown.is_hidden else shown.measured.value
    return OnTarget(version, version.target if target is None else target, latest, rests)


def rests_on_words(series: Series, baseline: Baseline | None) -> str:
    """Over which periods a locked baseline goes; empty without one."""
    if baseline is None:
        return ""
    return periods_words(series.version.period, baseline.from_on, baseline.last_on)


def periods_words(kind: str, first: date, last: date) -> str:
    """From which period until which, in little room."""
    if first == last:
        return label(kind, first)
    return _("%(first)s t/m %(last)s") % {"first": short_label(kind, first), "last": short_label(kind, last)}
