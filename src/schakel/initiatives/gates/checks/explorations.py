"""Checks of P2: what an exploration holds when a body decides whether it is worth a plan."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.found import Found, State, check, names_of, ready, written
from schakel.initiatives.rules import (
    FactorKind,
    Willingness,
    why_not_confirmed,
)


@check
def questions_answered(evidence: Evidence) -> Found:
    """Each question of the exploration has an answer."""
    exploration = evidence.exploration
    questions = list(exploration.questions.all()) if exploration else []
    if not exploration or not questions:
        return Found(
            State.NOT_BEGUN,
            _("Er zijn nog geen vragen."),
            evidence.keeper_name,
            evidence.initiative.stage_due_on,
        )
    done = sum(bool(question.answer.strip()) for question in questions)
    words = ngettext(
        "%(done)s van %(all)s vraag is beantwoord.",
        "%(done)s van %(all)s vragen zijn beantwoord.",
        len(questions),
    ) % {"done": done, "all": len(questions)}
    if done == len(questions):
        return ready(words)
    state = State.PARTLY if done else State.NOT_BEGUN
    return Found(state, words, evidence.keeper_name, exploration.due_on)


@check
def findings_written(evidence: Evidence) -> Found:
    """What was found is written down."""
    text = evidence.exploration.findings if evidence.exploration else ""
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Nog niets opgeschreven."))


@check
def every_partner_heard(evidence: Evidence) -> Found:
    """Every partner of the network gave its view."""
    heard = {view.partner_id for view in evidence.views}
    waiting = [partner.name for partner in evidence.all_partners if partner.pk not in heard]
    total = len(evidence.all_partners)
    words = ngettext(
        "%(done)s van %(all)s partner gaf een kijk.", "%(done)s van %(all)s partners gaven hun kijk.", total
    ) % {"done": total - len(waiting), "all": total}
    if total and not waiting:
        return ready(words)
    due_on = evidence.exploration.due_on if evidence.exploration else None
    return Found(State.PARTLY if heard else State.NOT_BEGUN, words, names_of(waiting), due_on)


@check
def two_partners_willing(evidence: Evidence) -> Found:
    """At least two partners said they would join."""
    willing = [view.partner.name for view in evidence.views if view.willingness == Willingness.YES]
    if len(willing) >= 2:
        return ready(_("%(names)s willen meedoen.") % {"names": names_of(willing)})
    maybe = [view.partner.name for view in evidence.views if view.willingness == Willingness.MAYBE]
    words = (
        _("Alleen %(name)s wil meedoen.") % {"name": willing[0]} if willing else _("Nog geen partner zei ja.")
    )
    if maybe:
        words += " " + _("Misschien: %(names)s.") % {"names": names_of(maybe)}
    due_on = evidence.exploration.due_on if evidence.exploration else None
    return Found(State.PARTLY if willing or maybe else State.NOT_BEGUN, words, evidence.keeper_name, due_on)


@check
def options_compared(evidence: Evidence) -> Found:
    """At least two options have pros and cons, doing nothing among them."""
    options = list(evidence.exploration.options.all()) if evidence.exploration else []
    weighed = [one for one in options if one.pros.strip() and one.cons.strip()]
    nothing = any(one.is_do_nothing for one in weighed)
    words = ngettext(
        "%(n)s mogelijkheid is afgewogen.", "%(n)s mogelijkheden zijn afgewogen.", len(weighed)
    ) % {"n": len(weighed)}
    if len(weighed) >= 2 and nothing:
        return ready(words)
    if not nothing:
        words += " " + _("Niets doen is nog niet afgewogen.")
    due_on = evidence.exploration.due_on if evidence.exploration else None
    return Found(State.PARTLY if weighed else State.NOT_BEGUN, words, evidence.keeper_name, due_on)


@check
def payers_known(evidence: Evidence) -> Found:
    """For at least one law it is known who pays and who gains."""
    effects = list(evidence.exploration.payer_effects.all()) if evidence.exploration else []
    known = [one for one in effects if one.pays.strip() and one.gains.strip()]
    if known:
        return ready(
            _("Bekeken voor: %(laws)s.") % {"laws": names_of([one.get_law_display() for one in known])}
        )
    state = State.PARTLY if any(one.pays.strip() or one.gains.strip() for one in effects) else State.NOT_BEGUN
    words = _("Nog bij geen enkele wet staat wie betaalt en wie voordeel heeft.")
    return Found(state, words, evidence.keeper_name, evidence.initiative.stage_due_on)


@check
def factors_weighed(evidence: Evidence) -> Found:
    """Each of the five implementation factors says what helps or hinders."""
    rows = list(evidence.exploration.factors.all()) if evidence.exploration else []
    done = {one.kind for one in rows if one.helps.strip() or one.hinders.strip()}
    words = _("%(done)s van %(all)s factoren zijn bekeken.") % {"done": len(done), "all": len(FactorKind)}
    if len(done) == len(FactorKind):
        return ready(words)
    return Found(
        State.PARTLY if done else State.NOT_BEGUN,
        words,
        evidence.keeper_name,
        evidence.initiative.stage_due_on,
    )


@check
def residents_heard(evidence: Evidence) -> Found:
    """What residents say is written down."""
    text = evidence.exploration.resident_voice if evidence.exploration else ""
    return written(evidence, text, what=_("Opgeschreven."), lacks=_("Nog niet gevraagd aan inwoners."))


@check
def embedding_sketched(evidence: Evidence) -> Found:
    """There is a sketch of how it can become part of ordinary care."""
    text = evidence.exploration.embedding_sketch if evidence.exploration else ""
    return written(evidence, text, what=_("Er is een schets."), lacks=_("Nog geen schets."))


@check
def advice_written(evidence: Evidence) -> Found:
    """There is advice."""
    text = evidence.exploration.advice if evidence.exploration else ""
    return written(evidence, text, what=_("Er is een advies."), lacks=_("Nog geen advies."))


@check
def criteria_confirmed(evidence: Evidence) -> Found:
    """The body answered the criteria after the exploration; what is answered with yes or no must be yes."""
    if evidence.criteria_set is None:
        return Found(State.MISSING, _("Dit netwerk heeft nog geen criteria. De netwerkmanager legt ze vast."))
    body = str(evidence.initiative.body or "")
    if evidence.confirmation is None:
        return Found(
            State.NOT_BEGUN,
            _("De groep heeft de criteria nog niet bevestigd."),
            body,
            evidence.initiative.stage_due_on,
        )
    given = {answer.criterion_id: answer for answer in evidence.confirmation.answers.all()}
    values = {key: answer.value for key, answer in given.items()}
    reason = why_not_confirmed(evidence.criterion_facts, values, evidence.system_answers)
    if reason:
        return Found(State.PARTLY, reason, body, evidence.initiative.stage_due_on)
    scored = [one.id for one in evidence.criterion_facts if one.takes_score]
    if not scored:
        return ready(_("Alle criteria zijn met ja bevestigd."))
    scores = " · ".join(str(given[key].score) if key in given else "–" for key in scored)
    if len(scored) == len(evidence.criterion_facts):
        return ready(_("De groep gaf %(scores)s (van 5).") % {"scores": scores})
    return ready(_("De groep gaf %(scores)s (van 5); de andere criteria zijn ja.") % {"scores": scores})
