"""Checks of P0 and P1: a complete idea, and enough people who rated it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.found import Found, State, check, names_of, ready
from schakel.initiatives.gates.lookalikes import lookalikes
from schakel.initiatives.rules import (
    ANSWERS,
    MIN_SCORES,
    answer_errors,
    counting,
    enough_scores,
    why_not_text,
)


@check
def answers_complete(evidence: Evidence) -> Found:
    """The five questions and a contact are filled in."""
    initiative = evidence.initiative
    errors = answer_errors({name: getattr(initiative, name) for name in (*ANSWERS, "contact")})
    open_fields = [name for name in errors if not getattr(initiative, name).strip()]
    if not open_fields:
        return ready(_("Alle vragen hebben een antwoord."))
    return Found(
        State.PARTLY,
        ngettext("%(n)s antwoord ontbreekt nog.", "%(n)s antwoorden ontbreken nog.", len(open_fields))
        % {"n": len(open_fields)},
        initiative.submitted_by.name if initiative.submitted_by else "",
        initiative.answer_by,
    )


@check
def no_patient_data(evidence: Evidence) -> Found:
    """No text looks like data about one patient."""
    initiative = evidence.initiative
    for name in ANSWERS:
        if reason := why_not_text(getattr(initiative, name)):
            return Found(
                State.MISSING, reason, initiative.submitted_by.name if initiative.submitted_by else ""
            )
    return ready(_("Geen BSN, geboortedatum of patiëntnummer gevonden."))


@check
def no_lookalikes(evidence: Evidence) -> Found:
    """Nothing in the network resembles it; what does resemble it is named."""
    initiative = evidence.initiative
    similar = lookalikes(
        initiative.network, f"{initiative.title} {initiative.proposal}", exclude=initiative, limit=3
    )
    if not similar:
        return ready(_("Niets gevonden dat hierop lijkt."))
    return Found(
        State.PARTLY,
        _("Lijkt op %(numbers)s. Kijk of dit hetzelfde is.")
        % {"numbers": names_of([one.number for one in similar])},
    )


@check
def criteria_known(evidence: Evidence) -> Found:
    """There is a set of criteria in force."""
    if evidence.criteria_set is None:
        return Found(State.MISSING, _("Dit netwerk heeft nog geen criteria. De netwerkmanager legt ze vast."))
    return ready(
        _("%(name)s, versie %(version)s.")
        % {"name": evidence.criteria_set.name, "version": evidence.criteria_set.version}
    )


@check
def enough_assessments(evidence: Evidence) -> Found:
    """Enough people who count answered independently."""
    raters = evidence.raters
    if not raters:
        return Found(
            State.NOT_BEGUN,
            _("Nog niemand is gevraagd om te beoordelen."),
            "",
            evidence.initiative.stage_due_on,
        )
    count = counting(raters)
    done = sum(rater.is_done for rater in count)
    words = ngettext(
        "%(done)s van %(all)s beoordelaar is klaar.",
        "%(done)s van %(all)s beoordelaars zijn klaar.",
        len(count),
    ) % {"done": done, "all": len(count)}
    if aside := len(raters) - len(count):
        words += " " + ngettext(
            "%(n)s deed niet mee: betrokken.", "%(n)s deden niet mee: betrokken.", aside
        ) % {"n": aside}
    if enough_scores(raters):
        return ready(words)
    waiting = [rater for rater in count if not rater.is_done]
    names = {invitation.rater_id: invitation.rater.name for invitation in evidence.invitations}
    if not count:
        return Found(State.MISSING, words + " " + _("Vraag iemand die niet betrokken is."))
    return Found(
        State.PARTLY if done else State.NOT_BEGUN,
        words + " " + _("Nodig zijn er %(n)s.") % {"n": min(MIN_SCORES, len(count))},
        names_of([names[rater.rater_id] for rater in waiting]),
        min(rater.due_on for rater in waiting),
    )


@check
def partners_named(evidence: Evidence) -> Found:
    """At least two parties take part."""
    partners = evidence.partners
    if len(partners) >= 2:
        return ready(_("%(names)s doen mee.") % {"names": names_of(partners)})
    if partners:
        return Found(
            State.PARTLY, _("Alleen %(name)s is gekozen. Kies wie er nog meedoet.") % {"name": partners[0]}
        )
    return Found(State.NOT_BEGUN, _("Nog geen partner is gekozen."))
