"""Checks of P3, P4 and P5 that read the figures: measure plan, baseline, promise, completeness, verdict and balance."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.followed import Followed
from schakel.initiatives.gates.found import Found, State, check, names_of, ready
from schakel.initiatives.rules.measures import Outcome, why_not_whole
from schakel.measuring.rules import IndicatorKind
from schakel.methods.effect.verdicts import USUAL_COMPLETENESS

#: What was there before the start can be compared; what only happens since the start has no figures of before.
COMPARED = (IndicatorKind.OUTCOME, IndicatorKind.BALANCING)


def _open(
    evidence: Evidence, words: str, *, done: int = 0, who: str = "", state: State | None = None
) -> Found:
    """What is not ready: partly when something of it is there, else not begun."""
    state = state or (State.PARTLY if done else State.NOT_BEGUN)
    return Found(state, words, who or evidence.keeper_name, evidence.initiative.stage_due_on)


def _no_plan(evidence: Evidence) -> Found | None:
    """Say that nothing is followed, which every question about figures comes down to."""
    return None if evidence.followed else _open(evidence, _("Er is nog geen meetplan."))


def _who_counts(evidence: Evidence, rows: Sequence[Followed]) -> str:
    """The partners whose figures these are, or the lead."""
    names = {one.series.partner.name: None for one in rows if one.series.partner}
    return names_of(list(names)) or evidence.keeper_name


@check
def measures_chosen(evidence: Evidence) -> Found:
    """The measure plan has an outcome, a process and a balancing measure."""
    if nothing := _no_plan(evidence):
        return nothing
    lacks = why_not_whole({one.measure.kind for one in evidence.followed})
    if lacks:
        return _open(evidence, lacks, done=1)
    return ready(names_of([one.name for one in evidence.followed]) + ".")


@check
def process_followed(evidence: Evidence) -> Found:
    """A light assignment follows at least one figure about the process."""
    rows = [one for one in evidence.followed if one.measure.kind == IndicatorKind.PROCESS]
    if rows:
        return ready(names_of([one.name for one in rows]) + ".")
    words = _("Kies bij Meten een cijfer over het proces: hoe vaak gebeurt wat u afspreekt?")
    return _open(evidence, words, done=len(evidence.followed))


@check
def baseline_locked(evidence: Evidence) -> Found:
    """Every outcome and balancing measure has a locked baseline, or says why there is none."""
    rows = [one for one in evidence.followed if one.measure.kind in COMPARED]
    if not rows:
        return _no_plan(evidence) or _open(evidence, _("Er is nog geen uitkomst of balansmaat gekozen."))
    locked = [one for one in rows if one.course.baseline]
    explained = [one for one in rows if not one.course.baseline and one.measure.no_baseline_reason]
    lacking = [one for one in rows if not one.course.baseline and not one.measure.no_baseline_reason]
    words = [_("%(done)s van %(all)s op slot.") % {"done": len(locked), "all": len(rows)}]
    words += [
        _("Geen nulmeting bij %(name)s: %(why)s") % {"name": one.name, "why": one.measure.no_baseline_reason}
        for one in explained
    ]
    if not lacking:
        return ready(" ".join(words))
    words.append(_("Nog niet: %(names)s.") % {"names": names_of([one.name for one in lacking])})
    words.append(_("Zet de nulmeting op slot, of schrijf op waarom er geen is."))
    return _open(evidence, " ".join(words), done=len(locked) + len(explained))


@check
def effect_promised(evidence: Evidence) -> Found:
    """On every outcome an effect is promised before it is measured."""
    rows = evidence.outcomes
    if not rows:
        return _no_plan(evidence) or _open(evidence, _("Er is nog geen uitkomst gekozen."))
    promised = [one for one in rows if one.claim]
    if len(promised) == len(rows):
        return ready(" ".join(f"{one.name}: {one.claim_words}." for one in rows))
    names = names_of([one.name for one in rows if not one.claim])
    words = _("Bij %(names)s is nog geen effect beloofd.") % {"names": names}
    return _open(evidence, words, done=len(promised))


@check
def measured_since_start(evidence: Evidence) -> Found:
    """Every measure has a figure of a whole period after the start."""
    if nothing := _no_plan(evidence):
        return nothing
    lacking = [one for one in evidence.followed if not one.course.is_measured]
    if not lacking:
        return ready(_("Alle %(n)s cijfers zijn gemeten.") % {"n": len(evidence.followed)})
    words = _("Sinds de start is er geen cijfer van %(names)s.") % {
        "names": names_of([one.name for one in lacking])
    }
    done = len(evidence.followed) - len(lacking)
    return _open(evidence, words, done=done, who=_who_counts(evidence, lacking))


@check
def figures_complete(evidence: Evidence) -> Found:
    """Of the periods since the start whose figure must be there by now, enough are filled in, for every measure."""
    if nothing := _no_plan(evidence):
        return nothing
    lacking, done, words = [], 0, []
    for one in evidence.followed:
        expected = one.course.expected(evidence.today)
        n_there = one.course.n_there(expected)
        if expected and n_there / len(expected) >= USUAL_COMPLETENESS:
            done += 1
            continue
        lacking.append(one)
        facts = {"name": one.name, "done": n_there, "all": len(expected)}
        words.append(
            _("%(name)s: %(done)s van %(all)s periodes.") % facts
            if expected
            else _("%(name)s: de eerste hele periode na de start is nog niet voorbij en ingevuld.") % facts
        )
    if not lacking:
        return ready(_("Van elk cijfer is minstens %(n)s %% er.") % {"n": round(USUAL_COMPLETENESS * 100)})
    return _open(evidence, " ".join(words), done=done, who=_who_counts(evidence, lacking))


@check
def claims_judged(evidence: Evidence) -> Found:
    """What came of every promise is known, by the newest figures; met or not is for the body to weigh."""
    rows = evidence.outcomes
    if not rows:
        return _no_plan(evidence) or _open(evidence, _("Er is nog geen uitkomst gekozen."))
    known = [one for one in rows if one.claim and not one.is_stale and one.outcome != Outcome.NOT_YET_KNOWN]
    told = []
    for one in rows:
        if one.claim is None:
            told.append(_("%(name)s: er is geen effect beloofd.") % {"name": one.name})
        elif one.is_stale:
            told.append(_("%(name)s: er zijn nieuwe cijfers, het oordeel moet opnieuw.") % {"name": one.name})
        else:
            told.append(f"{one.name}: {one.verdict_words[:1].lower()}{one.verdict_words[1:]}.")
    words = " ".join(told)
    if len(known) == len(rows):
        return ready(words)
    return _open(evidence, words, done=len(known))


@check
def balance_kept(evidence: Evidence) -> Found:
    """What must not get worse is measured, and its chart does not say that it did."""
    rows = [one for one in evidence.followed if one.measure.kind == IndicatorKind.BALANCING]
    if not rows:
        return _no_plan(evidence) or _open(evidence, _("Er is nog geen balansmaat gekozen."))
    worse, unknown = [], []
    for one in rows:
        reading = evidence.readings.get(one.series.pk)
        if not one.course.is_measured or reading is None or reading.is_stale or reading.fault:
            unknown.append(one)
        elif reading.variation == "concern":
            worse.append(one)
    if worse:
        words = _("Slechter geworden: %(names)s.") % {"names": names_of([one.name for one in worse])}
        return _open(evidence, words, state=State.MISSING)
    if unknown:
        words = _("Nog niet te zeggen bij %(names)s: er is na de start niet of te weinig gemeten.") % {
            "names": names_of([one.name for one in unknown])
        }
        return _open(evidence, words, done=len(rows) - len(unknown), who=_who_counts(evidence, unknown))
    return ready(_("%(names)s: niet slechter.") % {"names": names_of([one.name for one in rows])})
