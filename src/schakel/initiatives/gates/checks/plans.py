"""Checks of P3: a plan that everyone can commit to, in full or in the light form."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.found import Found, State, check, names_of, ready, written
from schakel.initiatives.rules import (
    LIGHT_CEILING_EUR,
    CommitmentStatus,
    YesNoUnknown,
    amount_eur,
    lint,
    money_per_source,
    why_not_fit,
)
from schakel.web.formats import euro


@check
def plan_frozen(evidence: Evidence) -> Found:
    """The newest version of the plan is frozen."""
    plan = evidence.plan
    if plan is None:
        words, state = _("Er is nog geen plan."), State.NOT_BEGUN
    elif plan.is_frozen:
        return ready(_("Versie %(version)s ligt vast.") % {"version": plan.version})
    else:
        words, state = _("Versie %(version)s kan nog veranderen.") % {"version": plan.version}, State.PARTLY
    return Found(state, words, evidence.keeper_name, evidence.initiative.stage_due_on)


def _lint_of(evidence: Evidence, parts: set[str], *, what: str) -> Found:
    """Ready when the plan-quality check finds nothing in these parts."""
    if evidence.plan is None:
        return Found(
            State.NOT_BEGUN, _("Er is nog geen plan."), evidence.keeper_name, evidence.initiative.stage_due_on
        )
    findings = [one for one in lint(evidence.content, is_light=evidence.is_light) if one.part in parts]
    if not findings:
        return ready(what)
    has_rows = any(evidence.content.get(part) for part in parts)
    first = findings[0]
    words = f"{first.about}: {first.words}" if first.about else first.words
    if more := len(findings) - 1:
        words += " " + ngettext("Nog %(n)s ander punt.", "Nog %(n)s andere punten.", more) % {"n": more}
    return Found(
        State.PARTLY if has_rows else State.NOT_BEGUN,
        words,
        evidence.keeper_name,
        evidence.initiative.stage_due_on,
    )


@check
def plan_complete(evidence: Evidence) -> Found:
    """Goals have a measure, target, date and owner; activities have an owner; roles are named."""
    return _lint_of(
        evidence,
        {"summary", "result", "goals", "activities", "roles"},
        what=_("Alles is ingevuld en heeft een eigenaar."),
    )


@check
def milestones_typed(evidence: Evidence) -> Found:
    """Milestones say what is owed, by whom, when and with which evidence."""
    return _lint_of(evidence, {"milestones"}, what=_("Alle mijlpalen zijn compleet."))


@check
def budget_sourced(evidence: Evidence) -> Found:
    """Each line of the budget names its source."""
    found = _lint_of(evidence, {"budget_lines"}, what="")
    if found.state != State.READY:
        return found
    assert evidence.plan is not None, "without a plan nothing of it is ready"
    if not evidence.content["budget_lines"] and not evidence.plan.is_frozen:
        words = _("Er staan nog geen kosten of uren in.")
        return Found(State.NOT_BEGUN, words, evidence.keeper_name, evidence.initiative.stage_due_on)
    sources = money_per_source(evidence.content)
    if not sources:
        return ready(_("Het plan vraagt geen geld."))
    return ready(
        _("%(total)s: %(sources)s.")
        % {
            "total": euro(amount_eur(evidence.content)),
            "sources": ", ".join(f"{euro(amount)} {source}" for source, amount in sources.items()),
        }
    )


@check
def money_fits(evidence: Evidence) -> Found:
    """What the plan asks of each funding line is still in it."""
    if not evidence.asked_of_lines:
        if evidence.plan is None or not evidence.plan.is_frozen:
            return _lint_of(evidence, {"budget_lines"}, what=_("Het plan vraagt niets van een geldstroom."))
        return ready(_("Het plan vraagt niets van een geldstroom."))
    reason = why_not_fit(evidence.asked_of_lines, evidence.pots, evidence.initiative.pk)
    if reason:
        words = _("%(reason)s De groep kan het plan goedkeuren en op geld laten wachten.") % {
            "reason": reason
        }
        return Found(State.MISSING, words, evidence.keeper_name, evidence.initiative.stage_due_on)
    return ready(
        "; ".join(
            _("%(sum)s uit %(line)s") % {"sum": euro(evidence.asked_of_lines[pot.id]), "line": pot.name}
            for pot in evidence.pots
        )
        + "."
    )


@check
def commitments_confirmed(evidence: Evidence) -> Found:
    """Every promise in the plan was confirmed by that partner itself."""
    asked = evidence.commitments
    if not asked:
        if evidence.is_light and evidence.plan is not None and evidence.plan.is_frozen:
            return ready(_("Er zijn geen toezeggingen nodig."))
        return Found(
            State.NOT_BEGUN,
            _("Nog geen partner is om een toezegging gevraagd."),
            evidence.keeper_name,
            evidence.initiative.stage_due_on,
        )
    done = sum(one.counts for one in asked)
    words = ngettext(
        "%(done)s van %(all)s toezegging is bevestigd.",
        "%(done)s van %(all)s toezeggingen zijn bevestigd.",
        len(asked),
    ) % {"done": done, "all": len(asked)}
    if done == len(asked):
        return ready(words)
    declined = [one.partner.name for one in asked if one.status == CommitmentStatus.DECLINED]
    if declined:
        words += " " + _("Nee van %(names)s.") % {"names": names_of(list(dict.fromkeys(declined)))}
    waiting = [one for one in asked if one.status in {CommitmentStatus.ASKED, CommitmentStatus.AMENDED}]
    return Found(
        State.PARTLY if done else State.MISSING,
        words,
        names_of(list(dict.fromkeys(one.partner.name for one in waiting))),
        min((one.due_on for one in waiting if one.due_on), default=None),
    )


@check
def risks_covered(evidence: Evidence) -> Found:
    """Each risk has a measure and an owner."""
    return _lint_of(evidence, {"risks"}, what=_("Alle risico’s hebben een maatregel en een eigenaar."))


@check
def communication_planned(evidence: Evidence) -> Found:
    """There is a plan to tell everyone, also who finds reading hard."""
    return _lint_of(
        evidence, {"communication", "low_literacy"}, what=_("Er is een plan om het te vertellen.")
    )


@check
def privacy_checked(evidence: Evidence) -> Found:
    """Someone wrote down which personal data are needed and how they are protected."""
    text = evidence.plan.privacy_check if evidence.plan else ""
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Nog niet opgeschreven."))


@check
def competition_checked(evidence: Evidence) -> Found:
    """Whether it restricts competition is known; if it does, why that is needed. An aid, no legal advice."""
    plan = evidence.plan
    answer = plan.restricts_competition if plan else ""
    why = plan.competition_reason.strip() if plan else ""
    if answer == YesNoUnknown.NO:
        return ready(_("Nee. Dit is een hulpmiddel, geen juridisch advies."))
    if answer == YesNoUnknown.YES and why:
        return ready(_("Ja, en er staat waarom dat nodig is. Dit is een hulpmiddel, geen juridisch advies."))
    words: dict[str, str] = {
        YesNoUnknown.YES: _("Ja, maar er staat nog niet waarom dat nodig is."),
        YesNoUnknown.UNKNOWN: _("Dat is nog niet bekend."),
    }
    state = State.PARTLY if answer else State.NOT_BEGUN
    said = words.get(answer, _("Nog niet bekeken."))
    return Found(state, said, evidence.keeper_name, evidence.initiative.stage_due_on)


@check
def owner_named(evidence: Evidence) -> Found:
    """There is a lead and someone who gives the assignment."""
    initiative = evidence.initiative
    if initiative.lead and initiative.commissioner:
        return ready(
            _("Trekker: %(lead)s. Opdrachtgever: %(commissioner)s.")
            % {"lead": initiative.lead.name, "commissioner": initiative.commissioner}
        )
    words = _("Er is nog geen opdrachtgever.") if initiative.lead else _("Er is nog geen trekker.")
    return Found(State.PARTLY if initiative.lead or initiative.commissioner else State.NOT_BEGUN, words)


@check
def result_written(evidence: Evidence) -> Found:
    """The task and the result are written down."""
    return _lint_of(evidence, {"summary", "result"}, what=_("Taak en resultaat staan er."))


@check
def one_measure(evidence: Evidence) -> Found:
    """At least one goal has a measure, a target and a date."""
    return _lint_of(evidence, {"goals"}, what=_("Er is een doel met een maat."))


@check
def stays_light(evidence: Evidence) -> Found:
    """No pilot and no large budget."""
    found = _lint_of(evidence, {"budget_lines", "needs_pilot"}, what="")
    if found.state != State.READY:
        return found
    return ready(_("Geen pilot, en niet meer dan %(sum)s.") % {"sum": euro(Decimal(LIGHT_CEILING_EUR))})
