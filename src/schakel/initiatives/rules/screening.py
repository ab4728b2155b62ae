"""Rating by criteria: who counts, when scores open, and what a round of scores says. It never decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.words import Value

#: So many independent answers are wanted, or as many as there are raters when there are fewer.
MIN_SCORES = 3
#: Scores that lie so far apart deserve a talk before a decision.
DISAGREEMENT_SPREAD = 3
LOWEST_SCORE, HIGHEST_SCORE = 1, 5


@dataclass(frozen=True)
class RaterState:
    """How far one invited rater is."""

    rater_id: UUID
    due_on: date
    is_done: bool = False
    is_recused: bool = False


def counting(raters: Iterable[RaterState]) -> list[RaterState]:
    """Return the raters who count: who stands aside neither scores nor counts."""
    return [rater for rater in raters if not rater.is_recused]


def scores_are_open(raters: Sequence[RaterState], *, today: date) -> bool:
    """Tell whether hidden scores may be shown: everyone who counts is done, or the last day has passed."""
    waiting = [rater for rater in counting(raters) if not rater.is_done]
    if not raters:
        return False
    return not waiting or all(rater.due_on < today for rater in waiting)


def enough_scores(raters: Sequence[RaterState]) -> bool:
    """Tell whether so many people answered independently that a group can use it."""
    count = counting(raters)
    done = sum(rater.is_done for rater in count)
    return done > 0 and done >= min(MIN_SCORES, len(count))


@dataclass(frozen=True)
class Tally:
    """What the answers on one criterion say together."""

    n: int
    median: float | None = None
    lowest: int | None = None
    highest: int | None = None
    n_yes: int = 0
    n_no: int = 0
    n_not_yet: int = 0
    disagree: bool = False

    @property
    def spread(self) -> int | None:
        """The distance between the highest and the lowest score; None without scores."""
        return None if self.highest is None or self.lowest is None else self.highest - self.lowest


def tally_of_scores(scores: Sequence[int]) -> Tally:
    """Return median, spread and the flag for disagreement of scores from 1 to 5.

    >>> tally_of_scores([2, 4, 5]).median
    4
    """
    if not scores:
        return Tally(n=0)
    lowest, highest = min(scores), max(scores)
    return Tally(
        n=len(scores),
        median=median(scores),
        lowest=lowest,
        highest=highest,
        disagree=highest - lowest >= DISAGREEMENT_SPREAD,
    )


def tally_of_words(values: Sequence[str]) -> Tally:
    """Return how often yes, no and not yet were answered; people disagree when both yes and no are among them."""
    count = Counter(values)
    return Tally(
        n=len(values),
        n_yes=count[Value.YES],
        n_no=count[Value.NO],
        n_not_yet=count[Value.NOT_YET],
        disagree=bool(count[Value.YES] and count[Value.NO]),
    )


def weighed_total(medians: Mapping[str, float], weights: Mapping[str, float]) -> float | None:
    """Return the weighed mean of the medians, from 1 to 5, or None while a weighed criterion has no score.

    Only a help to order a list; it decides nothing.
    """
    wanted = {code: weight for code, weight in weights.items() if weight}
    if not wanted or any(code not in medians for code in wanted):
        return None
    return sum(medians[code] * weight for code, weight in wanted.items()) / sum(wanted.values())


@dataclass(frozen=True)
class SystemAnswer:
    """What the system itself finds about a criterion that has a rule."""

    value: str
    words: str


def at_least_two_partners(partners: Sequence[str]) -> SystemAnswer:
    """Check that at least two different parties take part; the names are those of the partners chosen."""
    names = list(dict.fromkeys(partners))
    if len(names) >= 2:
        return SystemAnswer(
            Value.YES,
            str(
                _("%(count)s partijen doen mee: %(names)s.")
                % {"count": len(names), "names": ", ".join(names)}
            ),
        )
    if names:
        return SystemAnswer(
            Value.NOT_YET, str(_("Alleen %(name)s doet mee. Er zijn er twee nodig.") % {"name": names[0]})
        )
    return SystemAnswer(Value.NOT_YET, str(_("Er is nog geen partij gekozen. Er zijn er twee nodig.")))


#: The rules of criteria that the system answers: code of the rule → check over the names of the partners that join.
SYSTEM_RULES = {"at_least_two_partners": at_least_two_partners}


@dataclass(frozen=True)
class CriterionFacts:
    """What must be known of a criterion to check an answer on it."""

    id: UUID
    code: str
    rule: str = ""
    takes_score: bool = False


def answer_problems(
    criteria: Sequence[CriterionFacts], answers: Mapping[UUID, Mapping[str, object]]
) -> dict[str, str]:
    """Say for each criterion what is wrong with the answer on it; empty when all are answered.

    answers: criterion id → {"value": "yes"|"no"|"not_yet", "score": 1–5, "reason": text}. A yes/no criterion needs a
    word and a reason; a weighed one a score. Criteria that the system answers itself are skipped.
    """
    problems = {}
    known = {criterion.id for criterion in criteria}
    for criterion in criteria:
        if criterion.rule in SYSTEM_RULES:
            continue
        answer = answers.get(criterion.id) or {}
        if criterion.takes_score:
            score = answer.get("score")
            if not isinstance(score, int) or not LOWEST_SCORE <= score <= HIGHEST_SCORE:
                problems[criterion.code] = str(_("Kies een score van 1 tot 5."))
        elif answer.get("value") not in Value.values:
            problems[criterion.code] = str(_("Kies ja, nee of nog niet."))
        elif not str(answer.get("reason") or "").strip():
            problems[criterion.code] = str(_("Schrijf op waarom."))
    if set(answers) - known:
        problems["*"] = str(
            _("Er zit een antwoord bij op een vraag die niet in deze lijst staat. Laad de pagina opnieuw.")
        )
    return problems


def why_not_confirmed(
    criteria: Sequence[CriterionFacts], values: Mapping[UUID, str], system: Mapping[str, SystemAnswer]
) -> str | None:
    """Say which criteria are not met yet for the step to assignment or project, or None when all are.

    Every criterion of a yes/no set and every knock-out of a weighed set must be answered yes, by people or the system.
    """
    open_codes = []
    for criterion in criteria:
        if criterion.takes_score:
            continue
        answer = system.get(criterion.rule)
        value = answer.value if answer else values.get(criterion.id)
        if value != Value.YES:
            open_codes.append(criterion.code)
    if not open_codes:
        return None
    return str(
        _("Nog niet alle criteria zijn met ja bevestigd: %(codes)s.") % {"codes": ", ".join(open_codes)}
    )
