"""Readings of what an initiative follows: the measure plan, its figures, what was promised and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.initiatives.gates.followed import Course, Followed, with_promises, with_unit
from schakel.initiatives.models import Measure
from schakel.initiatives.rules.measures import CAUTION_WORDS, METHOD_WORDS, TRIO, Proof, why_not_whole
from schakel.measuring.models import Reading, Series
from schakel.measuring.queries import HIDDEN, OnTarget, Rests, Together, let_out_together, on_target
from schakel.measuring.rules import IndicatorKind
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import USUAL, Policy
from schakel.methods.effect.report import Method
from schakel.web.formats import dutch_date, number

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@dataclass(frozen=True)
class MeasureRow(Followed):
    """One measure of a plan, ready to read."""

    latest_words: str
    latest_period: str
    variation: str = ""
    on_target: OnTarget | None = None
    is_reading_stale: bool = False

    @property
    def variation_state(self) -> str:
        """How what its last figure shows looks."""
        return f"variation_{self.variation}"

    @property
    def kind_words(self) -> str:
        """Outcome, process or balance."""
        return str(self.measure.get_kind_display())

    @property
    def target_words(self) -> str:
        """What it aims at, with its unit."""
        return with_unit(self.measure.target, self.series.version.unit)

    @property
    def baseline_words(self) -> str:
        """Whether there is a baseline, over which periods, and since when it is locked."""
        found = self.course.baseline
        if found is None:
            if self.course.other is not None:
                return _("geen nulmeting die meetelt: zij kwam na de start op slot, of loopt erin door")
            return _("geen nulmeting")
        assert found.locked_at is not None, "only a locked baseline counts"
        kind = self.course.kind
        return _("%(first)s tot en met %(last)s, op slot sinds %(day)s") % {
            "first": label(kind, found.from_on),
            "last": label(kind, found.last_on),
            "day": dutch_date(found.locked_at),
        }

    @property
    def baseline_told(self) -> str:
        """The baseline, or that there is none with the reason that was given."""
        why = self.measure.no_baseline_reason if self.course.baseline is None else ""
        return f"{self.baseline_words}: {why}" if why else self.baseline_words

    @property
    def verdict_facts(self) -> list[tuple[str, str]]:
        """What the verdict rests on, each with its name: difference, measurements, method, strength of the evidence."""
        found = self.verdict
        if found is None or found.effect is None:
            return []
        unit = self.series.version.unit
        unit = _("procentpunt") if unit == "%" else unit
        effect = f"{number(found.effect, 1)} {unit}"
        if found.lower95 is not None and found.upper95 is not None:
            effect = _("%(effect)s; met 95 %% zekerheid tussen %(low)s en %(high)s") % {
                "effect": effect,
                "low": number(found.lower95, 1),
                "high": number(found.upper95, 1),
            }
        measured = _("%(before)s vóór de start, %(after)s erna, tot en met %(last)s") % {
            "before": found.n_before,
            "after": found.n_after,
            "last": label(self.course.kind, found.last_on) if found.last_on else "",
        }
        method = str(METHOD_WORDS[Method(found.method)]) if found.method in METHOD_WORDS else ""
        facts = [
            (_("Verschil"), effect),
            (_("Metingen"), measured),
            (_("Hoe berekend"), method),
            (_("Vergeleken met"), ", ".join(self.compared_with)),
            (_("Sterkte van het bewijs"), found.get_grade_display() if found.grade else ""),
        ]
        return [(name, words) for name, words in facts if words]

    @property
    def compared_with(self) -> list[str]:
        """With whom the verdict is compared; nobody when none was chosen, or when that could not be."""
        if self.claim is None or self.verdict is None or self.verdict.grade != Proof.B:
            return []
        return list(self.claim.beside)

    @property
    def verdict_cautions(self) -> list[str]:
        """What a reader has to know beside the verdict."""
        if self.verdict is None:
            return []
        return [str(CAUTION_WORDS[one]) for one in self.verdict.cautions if one in CAUTION_WORDS]


@dataclass(frozen=True)
class MeasurePlan:
    """What an initiative follows, in the order outcome, process, balance."""

    rows: Sequence[MeasureRow]
    is_light: bool = False

    @property
    def lacks(self) -> str | None:
        """Why the plan is not whole yet, or None."""
        return why_not_whole({row.measure.kind for row in self.rows}, is_light=self.is_light)

    @property
    def outcomes(self) -> list[MeasureRow]:
        """Where an effect can be promised."""
        return [row for row in self.rows if row.measure.kind == IndicatorKind.OUTCOME]


def measures_of(person: Person, initiative: Initiative, policy: Policy = USUAL) -> MeasurePlan:
    """What an initiative follows, with finished words for page and paper. Seven database queries.

    policy: from how many people figures are shown; on paper always the usual number.
    """
    measures = list(Measure.objects.visible_to(person).filter(initiative=initiative).named())
    for one in measures:
        one.initiative = initiative
    found = with_promises(measures)
    lasts = {one.course.last_on for one in found if one.course.last_on is not None}
    known = let_out_together([one.series for one in found], policy, lasts)
    keys = {one.series_id for one in measures}
    readings = {one.series_id: one for one in Reading.objects.filter(series__in=keys).defer(*Reading.HEAVY)}
    rows = [_row(row, known, readings.get(row.series.pk)) for row in found]
    rows.sort(key=lambda row: (TRIO.index(IndicatorKind(row.measure.kind)), row.name, row.series.who))
    return MeasurePlan(rows, is_light=initiative.is_light)


def _row(row: Followed, known: Together, reading: Reading | None) -> MeasureRow:
    words, period = _latest(row.series, row.course, known)
    told = (row.measure, row.course, row.claims, row.verdict, words, period)
    if reading is None or not reading.variation or row.course.last_on is None:
        return MeasureRow(*told)
    shown = known.get((row.series.pk, row.course.last_on), HIDDEN)
    rests = Rests(
        reading.lower, reading.upper, reading.limits_from_on, reading.limits_last_on, reading.is_of_before
    )
    aimed = on_target(row.series.version, rests, shown, row.measure.target)
    return MeasureRow(*told, reading.variation, aimed, reading.is_stale)


def _latest(series: Series, course: Course, known: Together) -> tuple[str, str]:
    """The last figure as everybody may see it, and its period; hidden when it is about few people."""
    if course.last_on is None:
        return "", ""
    last = known.get((series.pk, course.last_on), HIDDEN)
    words = (
        _("verborgen")
        if last.is_hidden or last.measured.value is None
        else with_unit(last.measured.value, series.version.unit)
    )
    return words, label(course.kind, course.last_on)
