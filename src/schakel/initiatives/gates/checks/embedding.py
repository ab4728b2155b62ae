"""Checks of P4, P5 and P6: what came of it, who takes it into the line, and whether it will stay."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.found import Found, State, check, names_of, ready, written
from schakel.initiatives.rules import OwnerState, ReportKind
from schakel.web.formats import euro


def _not_begun(evidence: Evidence, words: str, *, state: State = State.NOT_BEGUN) -> Found:
    return Found(state, words, evidence.keeper_name, evidence.initiative.stage_due_on)


def _of_report(evidence: Evidence, kind: str, name: str) -> str:
    report = evidence.reports.get(kind)
    return getattr(report, name) if report else ""


def _of_plan(evidence: Evidence, name: str) -> str:
    return getattr(evidence.embedding, name) if evidence.embedding else ""


@check
def pilot_result(evidence: Evidence) -> Found:
    """What came of the pilot is written down."""
    text = _of_report(evidence, ReportKind.PILOT, "result")
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Nog niet opgeschreven."))


@check
def pilot_experience(evidence: Evidence) -> Found:
    """What residents and professionals experienced is written down."""
    text = _of_report(evidence, ReportKind.PILOT, "experience")
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Nog niemand is ernaar gevraagd."))


def _money_spent(evidence: Evidence, kind: str) -> Found:
    report = evidence.reports.get(kind)
    if report is None or report.spent_eur is None:
        return _not_begun(evidence, _("Nog niet ingevuld."))
    return ready(_("%(sum)s uitgegeven.") % {"sum": euro(report.spent_eur)})


@check
def pilot_costs(evidence: Evidence) -> Found:
    """What the pilot really cost is known."""
    return _money_spent(evidence, ReportKind.PILOT)


@check
def rollout_planned(evidence: Evidence) -> Found:
    """How it goes on after the pilot is written down."""
    text = _of_report(evidence, ReportKind.PILOT, "ahead")
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Er is nog geen plan voor de invoering."))


@check
def lesson_shared(evidence: Evidence) -> Found:
    """At least one lesson is there for others."""
    n = evidence.n_lessons
    if not n:
        return _not_begun(evidence, _("Er is nog geen les opgeschreven."))
    return ready(ngettext("%(n)s les opgeschreven.", "%(n)s lessen opgeschreven.", n) % {"n": n})


@check
def line_owners_named(evidence: Evidence) -> Found:
    """Every partner that takes it up has somebody in the line."""
    owners = evidence.line_owners
    if not owners:
        return _not_begun(evidence, _("Nog geen partner heeft een lijneigenaar."))
    words = "; ".join(f"{one.partner.name}: {one.who}" for one in owners) + "."
    lacking = [one.partner.name for one in owners if not one.name]
    return Found(State.PARTLY, words, names_of(lacking)) if lacking else ready(words)


@check
def line_owners_accepted(evidence: Evidence) -> Found:
    """Each adopting partner itself accepted that it becomes ordinary work there."""
    owners = evidence.line_owners
    if not owners:
        return _not_begun(evidence, _("Nog geen partner is gevraagd."))
    done = sum(one.is_accepted for one in owners)
    words = ngettext(
        "%(done)s van %(all)s partner aanvaardde het.",
        "%(done)s van %(all)s partners aanvaardden het.",
        len(owners),
    ) % {"done": done, "all": len(owners)}
    if done == len(owners):
        return ready(words)
    declined = [one.partner.name for one in owners if one.state == OwnerState.DECLINED]
    if declined:
        words += " " + _("Nee van %(names)s.") % {"names": names_of(declined)}
    waiting = [one for one in owners if one.state == OwnerState.ASKED]
    return Found(
        State.PARTLY if done else State.MISSING,
        words,
        names_of([one.partner.name for one in waiting]) or evidence.keeper_name,
        min((one.due_on for one in waiting if one.due_on), default=None),
    )


@check
def structural_funding(evidence: Evidence) -> Found:
    """Who pays for it for ever is written down."""
    text = _of_plan(evidence, "structural_funding")
    return written(
        evidence, text, what=_("Opgeschreven."), lacks=_("Wie het blijvend betaalt, is niet bekend.")
    )


@check
def instruction_and_training(evidence: Evidence) -> Found:
    """How people work and how they learn it is written down."""
    has_work, has_training = (
        bool(_of_plan(evidence, name).strip()) for name in ("work_instruction", "training")
    )
    if has_work and has_training:
        return ready(_("Werkafspraak en scholing staan er."))
    if not has_work and not has_training:
        return _not_begun(evidence, _("Nog niet opgeschreven."))
    words = _("De scholing ontbreekt nog.") if has_work else _("De werkafspraak ontbreekt nog.")
    return _not_begun(evidence, words, state=State.PARTLY)


@check
def adoption_reached(evidence: Evidence) -> Found:
    """As much is in use as was agreed."""
    share, plan = evidence.adoption, evidence.embedding
    if plan is None or not share.all:
        return _not_begun(evidence, _("Er staat nog niet wat waar in gebruik moet zijn."))
    words = ngettext(
        "%(done)s van %(all)s plek in gebruik (%(percent)s %%, afgesproken is %(agreed)s %%).",
        "%(done)s van %(all)s plekken in gebruik (%(percent)s %%, afgesproken is %(agreed)s %%).",
        share.all,
    ) % {
        "done": share.adopted,
        "all": share.all,
        "percent": share.percent,
        "agreed": plan.agreed_share_percent,
    }
    if share.percent >= plan.agreed_share_percent:
        return ready(words)
    return _not_begun(evidence, words, state=State.PARTLY if share.adopted else State.MISSING)


@check
def figures_owned(evidence: Evidence) -> Found:
    """Which figures stay, and who keeps them, is written down."""
    text = _of_plan(evidence, "figures")
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Niemand houdt de cijfers nog bij."))


@check
def contract_agreed(evidence: Evidence) -> Found:
    """What comes into contracts or agreements is written down."""
    text = _of_plan(evidence, "contract_clause")
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Nog niet opgeschreven."))


@check
def final_report(evidence: Evidence) -> Found:
    """The final report says what came of it."""
    text = _of_report(evidence, ReportKind.FINAL, "result")
    return written(evidence, text, what=_("Het eindverslag is er."), lacks=_("Er is nog geen eindverslag."))


@check
def money_settled(evidence: Evidence) -> Found:
    """What was spent is known, and what went otherwise than planned is explained."""
    found = _money_spent(evidence, ReportKind.FINAL)
    if found.state == State.READY and not _of_report(evidence, ReportKind.FINAL, "settlement").strip():
        return _not_begun(evidence, _("De toelichting op de afrekening ontbreekt nog."), state=State.PARTLY)
    return found


@check
def aftercare_planned(evidence: Evidence) -> Found:
    """What is measured again after the end, and by whom, is written down."""
    text = _of_plan(evidence, "remeasure")
    words = (
        _("Na 6 maanden wordt opnieuw gemeten.")
        if evidence.is_light
        else _("Na 3, 6, 12 en 24 maanden wordt opnieuw gemeten.")
    )
    lacks = _("Nog niet opgeschreven wat opnieuw wordt gemeten, en door wie.")
    return written(evidence, text, what=words, lacks=lacks)


@check
def archive_made(evidence: Evidence) -> Found:
    """All of it is in one file, for who wants to know later, and that file can be opened."""
    if evidence.why_archive_is_closed:
        return _not_begun(evidence, evidence.why_archive_is_closed, state=State.MISSING)
    if evidence.archive:
        return ready(_("Het archief staat bij de documenten."))
    return _not_begun(evidence, _("Nog niet gemaakt. De trekker maakt het bij de documenten."))
