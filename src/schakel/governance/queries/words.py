"""Mandates in plain words, as the members of a body read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from schakel.governance.models import Body, Mandate
from schakel.governance.rules import GROUND_WORDS, STAGE_WORDS, TYPE_WORDS, DecisionType, Delegate
from schakel.web.formats import dutch_date, euro


@dataclass(frozen=True)
class MandateLine:
    """One mandate with its sentence, where it comes from, and whether it holds on the day asked."""

    mandate: Mandate
    words: str
    source: str
    is_in_force: bool


def and_list(parts: Iterable[str]) -> str:
    """Phrases joined as people say them: a, b en c."""
    found = list(dict.fromkeys(str(part) for part in parts))
    if len(found) < 2:
        return "".join(found)
    return _("%(first)s en %(last)s") % {"first": ", ".join(found[:-1]), "last": found[-1]}


def mandate_in_words(mandate: Mandate) -> str:
    """What a body may decide, as one or more plain sentences. No database query."""
    subjects = and_list(TYPE_WORDS.get(kind, kind) for kind in mandate.decision_types)
    if mandate.ceiling_eur is None:
        sentence = _("Deze groep mag besluiten over %(subjects)s") % {"subjects": subjects}
    else:
        sentence = _("Deze groep mag tot %(ceiling)s besluiten over %(subjects)s") % {
            "ceiling": euro(mandate.ceiling_eur),
            "subjects": subjects,
        }
    if mandate.stages:
        stages = _or_list(str(STAGE_WORDS.get(stage, stage)) for stage in mandate.stages)
        sentence += _(", zolang het initiatief in de fase %(stages)s is") % {"stages": stages}
    if mandate.consents:
        grounds = and_list(
            _("van %(who)s") % {"who": GROUND_WORDS.get(ground, ground)} for ground in mandate.consents
        )
        sentence += _("; akkoord nodig %(grounds)s") % {"grounds": grounds}
    sentences = [sentence + "."]
    if mandate.delegated_to == Delegate.CHAIR:
        sentences.append(
            _("De voorzitter mag dit ook alleen besluiten en meldt het in het volgende overleg.")
        )
    if mandate.delegated_to == Delegate.MANAGER:
        sentences.append(
            _("De netwerkmanager mag dit ook alleen besluiten en meldt het in het volgende overleg.")
        )
    if mandate.method:
        sentences.append(_("Manier van besluiten: %(method)s.") % {"method": mandate.get_method_display()})
    return " ".join(sentences)


def _or_list(parts: Iterable[str]) -> str:
    found = list(parts)
    if len(found) < 2:
        return "".join(found)
    return _("%(first)s of %(last)s") % {"first": ", ".join(found[:-1]), "last": found[-1]}


def source_in_words(mandate: Mandate) -> str:
    """Where a mandate comes from and when it holds. No query when both decisions were fetched along."""
    origin = (
        _("Verleend met besluit %(number)s.") % {"number": mandate.source_decision.number}
        if mandate.source_decision
        else mandate.note
    )
    if mandate.valid_until is None:
        term = _("Geldig vanaf %(from)s.") % {"from": dutch_date(mandate.valid_from)}
    else:
        term = _("Geldig van %(from)s tot en met %(last)s.") % {
            "from": dutch_date(mandate.valid_from),
            "last": dutch_date(mandate.valid_until - timedelta(days=1)),
        }
    if mandate.ending_decision:
        term += " " + _("Beëindigd met besluit %(number)s.") % {"number": mandate.ending_decision.number}
    return f"{origin} {term}"


def mandates_in_words(body: Body, on: date) -> Sequence[MandateLine]:
    """Every mandate a body has or had: those that hold on this day first, by gate. One database query."""
    mandates = Mandate.objects.of(body.network).filter(body=body)
    mandates = mandates.select_related("source_decision", "ending_decision")
    lines = [
        MandateLine(
            mandate, mandate_in_words(mandate), source_in_words(mandate), mandate.as_value().is_in_force(on)
        )
        for mandate in mandates
    ]
    return sorted(lines, key=_by_gate)


def _by_gate(line: MandateLine) -> tuple[bool, int, date]:
    """In force first, then in the order in which an initiative meets the gates."""
    places = {kind: place for place, kind in enumerate(DecisionType.values)}
    first = min((places.get(kind, len(places)) for kind in line.mandate.decision_types), default=len(places))
    return not line.is_in_force, first, line.mandate.valid_from
