"""A promise held against series of who did not take part: difference-in-differences, or the reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schakel.initiatives.gates.comparing import taking_part, why_takes_part
from schakel.initiatives.models import ClaimComparison
from schakel.initiatives.rules.comparing import Alone
from schakel.initiatives.rules.measures import is_over
from schakel.measuring.queries import let_out_together, policy_of
from schakel.measuring.rules.periods import between
from schakel.methods.disclosure import USUAL
from schakel.methods.effect.verdicts import USUAL_COMPLETENESS
from schakel.methods.unmeasurable import Unmeasurable, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schakel.initiatives.gates.followed import Course
    from schakel.initiatives.models import EffectClaim

Figures = list[float | None]


def beside_others(claim: EffectClaim, course: Course, own: Any, choices: Any) -> Any:
    """The effect beside who did not take part, or why it cannot be had; None when nobody was chosen to compare with.

    own: the course of the promise; choices: of the calculation. Heavy: only the worker comes here.
    """
    beside = _figures_beside(claim, course)
    if not beside or isinstance(beside, Alone):
        return beside or None
    return compared(own, beside, choices)


def _figures_beside(claim: EffectClaim, course: Course) -> list[Figures] | Alone:
    """The figures of the series that were chosen with a promise, period by period as those of its own series.

    Empty when none were chosen. The reason instead, when one takes part by now, has a figure that may not be seen, or
    does not go as far as the promise. What is hidden on paper is hidden here: a verdict goes into dossiers.
    """
    rows = ClaimComparison.objects.filter(claim=claim).select_related(
        "series__version__indicator", "series__partner", "series__area"
    )
    beside = [one.series for one in rows]
    if not beside:
        return []
    joined = taking_part(claim.measure)
    if any(why_takes_part(one, joined) for one in beside):
        return Alone.TAKES_PART
    first, values = course.figures()
    assert course.started_on is not None, "what is judged has begun"
    assert course.last_on is not None, "what is judged was measured"
    periods = between(course.kind, first, course.last_on)[: len(values)]
    policy = max(policy_of(claim.network_id), USUAL, key=lambda one: one.threshold)
    shown = let_out_together([*beside, claim.measure.series], policy, periods)
    table: list[Figures] = []
    for one in beside:
        found = [shown.get((one.pk, on)) for on in periods]
        if any(figure is not None and figure.is_hidden for figure in found):
            return Alone.HIDDEN
        row = [None if cell is None else cell.measured.value for cell in found]
        last_on = max((on for on, value in zip(periods, row, strict=True) if value is not None), default=None)
        if not is_over(course.kind, course.started_on, claim.after_periods, last_on):
            return Alone.NOT_IN_STEP
        table.append([None if value is None else float(value) for value in row])
    return table


def compared(own: Any, beside: Sequence[Figures], choices: Any) -> Any:
    """The effect beside these figures, at the one moment of the promise, or why it cannot be had.

    Only a comparison that went the same way before the start, with an interval, is one: otherwise a verdict would lean
    on a difference that was there already, or on none.
    """
    from schakel.methods.effect import analysis, comparison  # a page never imports what calculates

    try:
        found = analysis.report([own, *(analysis.Course(row, None) for row in beside)], choices)
    except Unmeasurable as fault:
        return _REFUSED.get(fault.why, Alone.UNMEASURABLE)
    change = next((one for one in found.effect_at if one.periods_after in choices.at), None)
    if change is None or found.completeness < USUAL_COMPLETENESS:
        return Alone.NOT_IN_STEP
    if change.lower95 is None or change.upper95 is None:
        # With one series in fewer than twenty no arrangement can exclude chance at 5 %.
        return Alone.FEW
    is_parallel = found.areas.is_parallel if found.areas else None
    if is_parallel is None or found.n_before < comparison.FEWEST_TO_CALL_PARALLEL:
        return Alone.PARALLEL_UNKNOWN
    return found if is_parallel else Alone.NOT_PARALLEL


#: What the calculation refuses, in the words of a comparison: a group chosen for its score is refused only when the
#: comparison counts for nothing, because it went another way.
_REFUSED = {
    Why.TOO_FEW_BEFORE: Alone.NOT_IN_STEP,
    Why.TOO_FEW_AFTER: Alone.NOT_IN_STEP,
    Why.TOO_FEW_POINTS: Alone.NOT_IN_STEP,
    Why.CHOSEN_FOR_ITS_SCORE: Alone.NOT_PARALLEL,
}
